package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// Search answers the search box.
func (r *queryResolver) Search(ctx context.Context, term string, first *int) ([]*gen.SearchHit, error) {
	most := 10
	if first != nil {
		most = *first
	}
	found, err := r.Store.Search(ctx, network.ViewerFrom(ctx), term, most)
	if err != nil {
		return nil, err
	}
	hits := make([]*gen.SearchHit, len(found))
	for i, h := range found {
		hits[i] = &gen.SearchHit{Kind: h.Kind, ID: h.ID, Title: h.Title, Context: h.Context}
	}
	return hits, nil
}
