package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) PostUpdate(ctx context.Context, input gen.PostUpdateInput) (*gen.PostUpdatePayload, error) {
	posted, err := r.Store.PostUpdate(ctx, network.ViewerFrom(ctx), act("postUpdate", input.ClientMutationID, input), input.WorkingGroupID, input.Text, input.Health)
	if err != nil {
		return nil, err
	}
	return &gen.PostUpdatePayload{WorkingGroup: &gen.WorkingGroup{ID: posted.Group}, Update: &gen.Update{ID: posted.Update}}, nil
}

func (r *mutationResolver) CorrectUpdate(ctx context.Context, input gen.CorrectUpdateInput) (*gen.CorrectUpdatePayload, error) {
	corrected, err := r.Store.CorrectUpdate(ctx, network.ViewerFrom(ctx), act("correctUpdate", input.ClientMutationID, input), input.UpdateID, input.Version, input.Text, input.Health)
	if err != nil {
		return nil, err
	}
	return &gen.CorrectUpdatePayload{Update: &gen.Update{ID: corrected.Update}}, nil
}
