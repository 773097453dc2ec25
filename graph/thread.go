package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// Thread answers where an object comes from and what it became.
func (r *queryResolver) Thread(ctx context.Context, id network.ID) (*gen.Thread, error) {
	thread, err := r.Store.Thread(ctx, network.ViewerFrom(ctx), id)
	if thread == nil || err != nil {
		return nil, err
	}
	answer := &gen.Thread{Nodes: make([]*gen.ThreadNode, len(thread.Nodes)), Edges: make([]*gen.ThreadEdge, len(thread.Edges))}
	for i, n := range thread.Nodes {
		answer.Nodes[i] = &gen.ThreadNode{Kind: n.Kind, ID: n.ID, Title: n.Title, State: n.State, At: n.At}
	}
	for i, e := range thread.Edges {
		answer.Edges[i] = &gen.ThreadEdge{From: e.From, To: e.To}
	}
	return answer, nil
}
