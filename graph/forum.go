package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) MoveForum(ctx context.Context, input gen.MoveForumInput) (*gen.MoveForumPayload, error) {
	id, err := r.Store.MoveForum(ctx, network.ViewerFrom(ctx), act("moveForum", input.ClientMutationID, input),
		input.ForumID, input.Version, input.To, text(input.Reason))
	if err != nil {
		return nil, err
	}
	return &gen.MoveForumPayload{Forum: &gen.Forum{ID: id}}, nil
}
