package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) AddSpace(ctx context.Context, input gen.AddSpaceInput) (*gen.AddSpacePayload, error) {
	added, err := r.Store.AddSpace(ctx, network.ViewerFrom(ctx), act("addSpace", input.ClientMutationID, input), input.GatheringID, network.SpaceWords{
		Name:       input.Name,
		Capacity:   input.Capacity,
		Equipment:  text(input.Equipment),
		Accessible: input.Accessible,
		OnBoard:    input.OnBoard,
	})
	if err != nil {
		return nil, err
	}
	return &gen.AddSpacePayload{Gathering: &gen.Gathering{ID: added.Gathering}, Space: &gen.Space{ID: added.Space}}, nil
}

func (r *mutationResolver) EditSpace(ctx context.Context, input gen.EditSpaceInput) (*gen.EditSpacePayload, error) {
	id, err := r.Store.EditSpace(ctx, network.ViewerFrom(ctx), act("editSpace", input.ClientMutationID, input), input.SpaceID, input.Version, network.SpaceWords{
		Name:       input.Name,
		Capacity:   input.Capacity,
		Equipment:  text(input.Equipment),
		Accessible: input.Accessible,
		OnBoard:    input.OnBoard,
	})
	if err != nil {
		return nil, err
	}
	return &gen.EditSpacePayload{Space: &gen.Space{ID: id}}, nil
}

func (r *mutationResolver) RemoveSpace(ctx context.Context, input gen.RemoveSpaceInput) (*gen.RemoveSpacePayload, error) {
	id, err := r.Store.RemoveSpace(ctx, network.ViewerFrom(ctx), act("removeSpace", input.ClientMutationID, input), input.SpaceID)
	if err != nil {
		return nil, err
	}
	return &gen.RemoveSpacePayload{Gathering: &gen.Gathering{ID: id}}, nil
}
