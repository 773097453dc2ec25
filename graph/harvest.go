package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) WriteHarvest(ctx context.Context, input gen.WriteHarvestInput) (*gen.WriteHarvestPayload, error) {
	id, err := r.Store.WriteHarvest(ctx, network.ViewerFrom(ctx), act("writeHarvest", input.ClientMutationID, input), input.TopicID, input.Version, db.HarvestText{
		Harvest:  network.Harvest{Said: input.Said, Decided: input.Decided, NextSteps: input.NextSteps, CarriesOn: input.CarriesOn},
		Carriers: input.CarrierIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.WriteHarvestPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) PublishHarvest(ctx context.Context, input gen.PublishHarvestInput) (*gen.PublishHarvestPayload, error) {
	id, err := r.Store.PublishHarvest(ctx, network.ViewerFrom(ctx), act("publishHarvest", input.ClientMutationID, input), input.TopicID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.PublishHarvestPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) NoteWriting(ctx context.Context, input gen.NoteWritingInput) (*gen.NoteWritingPayload, error) {
	id, err := r.Store.NoteWriting(ctx, network.ViewerFrom(ctx), act("noteWriting", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.NoteWritingPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) ConfirmHarvest(ctx context.Context, input gen.ConfirmHarvestInput) (*gen.ConfirmHarvestPayload, error) {
	id, err := r.Store.ConfirmHarvest(ctx, network.ViewerFrom(ctx), act("confirmHarvest", input.ClientMutationID, input), input.TopicID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.ConfirmHarvestPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) ChaseHarvest(ctx context.Context, input gen.ChaseHarvestInput) (*gen.ChaseHarvestPayload, error) {
	id, err := r.Store.ChaseHarvest(ctx, network.ViewerFrom(ctx), act("chaseHarvest", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.ChaseHarvestPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) CastDots(ctx context.Context, input gen.CastDotsInput) (*gen.CastDotsPayload, error) {
	cast, err := r.Store.CastDots(ctx, network.ViewerFrom(ctx), act("castDots", input.ClientMutationID, input), input.TopicID, input.Count)
	if err != nil {
		return nil, err
	}
	return &gen.CastDotsPayload{Topic: &gen.Topic{ID: cast.Topic}, Forum: &gen.Forum{ID: cast.Forum}}, nil
}
