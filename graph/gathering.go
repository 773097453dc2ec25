package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) CreateGathering(ctx context.Context, input gen.CreateGatheringInput) (*gen.CreateGatheringPayload, error) {
	id, err := r.Store.CreateGathering(ctx, network.ViewerFrom(ctx), act("createGathering", input.ClientMutationID, input), network.GatheringWords{
		Name:        input.Name,
		City:        input.City,
		Venue:       text(input.Venue),
		StartsOn:    input.StartsOn,
		EndsOn:      input.EndsOn,
		TimeZone:    input.TimeZone,
		Description: text(input.Description),
		Capacity:    input.Capacity,
		Hosts:       input.HostIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.CreateGatheringPayload{Gathering: &gen.Gathering{ID: id}}, nil
}

func (r *mutationResolver) CopyGathering(ctx context.Context, input gen.CopyGatheringInput) (*gen.CopyGatheringPayload, error) {
	id, err := r.Store.CopyGathering(ctx, network.ViewerFrom(ctx), act("copyGathering", input.ClientMutationID, input),
		input.GatheringID, input.Name, input.StartsOn, input.HostIds)
	if err != nil {
		return nil, err
	}
	return &gen.CopyGatheringPayload{Gathering: &gen.Gathering{ID: id}}, nil
}

func (r *mutationResolver) EditGathering(ctx context.Context, input gen.EditGatheringInput) (*gen.EditGatheringPayload, error) {
	id, err := r.Store.EditGathering(ctx, network.ViewerFrom(ctx), act("editGathering", input.ClientMutationID, input), input.GatheringID, input.Version, network.GatheringWords{
		Name:        input.Name,
		City:        input.City,
		Venue:       text(input.Venue),
		StartsOn:    input.StartsOn,
		EndsOn:      input.EndsOn,
		TimeZone:    input.TimeZone,
		Description: text(input.Description),
		Capacity:    input.Capacity,
		Hosts:       input.HostIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.EditGatheringPayload{Gathering: &gen.Gathering{ID: id}}, nil
}

func (r *mutationResolver) PublishGathering(ctx context.Context, input gen.PublishGatheringInput) (*gen.PublishGatheringPayload, error) {
	id, err := r.Store.PublishGathering(ctx, network.ViewerFrom(ctx), act("publishGathering", input.ClientMutationID, input), input.GatheringID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.PublishGatheringPayload{Gathering: &gen.Gathering{ID: id}}, nil
}

func (r *mutationResolver) OpenGathering(ctx context.Context, input gen.OpenGatheringInput) (*gen.OpenGatheringPayload, error) {
	id, err := r.Store.OpenGathering(ctx, network.ViewerFrom(ctx), act("openGathering", input.ClientMutationID, input), input.GatheringID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.OpenGatheringPayload{Gathering: &gen.Gathering{ID: id}}, nil
}

func (r *mutationResolver) CloseGathering(ctx context.Context, input gen.CloseGatheringInput) (*gen.CloseGatheringPayload, error) {
	id, err := r.Store.CloseGathering(ctx, network.ViewerFrom(ctx), act("closeGathering", input.ClientMutationID, input), input.GatheringID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.CloseGatheringPayload{Gathering: &gen.Gathering{ID: id}}, nil
}

func (r *mutationResolver) CancelGathering(ctx context.Context, input gen.CancelGatheringInput) (*gen.CancelGatheringPayload, error) {
	id, err := r.Store.CancelGathering(ctx, network.ViewerFrom(ctx), act("cancelGathering", input.ClientMutationID, input), input.GatheringID, input.Version, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.CancelGatheringPayload{Gathering: &gen.Gathering{ID: id}}, nil
}
