package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) AddSlot(ctx context.Context, input gen.AddSlotInput) (*gen.AddSlotPayload, error) {
	id, err := r.Store.AddSlot(ctx, network.ViewerFrom(ctx), act("addSlot", input.ClientMutationID, input), input.ForumID,
		network.SlotTerms{Label: input.Label, StartsAt: input.StartsAt, EndsAt: input.EndsAt})
	if err != nil {
		return nil, err
	}
	return &gen.AddSlotPayload{Forum: &gen.Forum{ID: id}}, nil
}

func (r *mutationResolver) EditSlot(ctx context.Context, input gen.EditSlotInput) (*gen.EditSlotPayload, error) {
	id, err := r.Store.EditSlot(ctx, network.ViewerFrom(ctx), act("editSlot", input.ClientMutationID, input), input.SlotID, input.Version,
		network.SlotTerms{Label: input.Label, StartsAt: input.StartsAt, EndsAt: input.EndsAt})
	if err != nil {
		return nil, err
	}
	return &gen.EditSlotPayload{Forum: &gen.Forum{ID: id}}, nil
}

func (r *mutationResolver) RemoveSlot(ctx context.Context, input gen.RemoveSlotInput) (*gen.RemoveSlotPayload, error) {
	id, err := r.Store.RemoveSlot(ctx, network.ViewerFrom(ctx), act("removeSlot", input.ClientMutationID, input), input.SlotID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.RemoveSlotPayload{Forum: &gen.Forum{ID: id}}, nil
}
