package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) PlaceTopic(ctx context.Context, input gen.PlaceTopicInput) (*gen.PlaceTopicPayload, error) {
	placed, err := r.Store.PlaceTopic(ctx, network.ViewerFrom(ctx), act("placeTopic", input.ClientMutationID, input),
		input.TopicID, input.SlotID, input.SpaceID, one(input.OccurrenceID))
	if err != nil {
		return nil, err
	}
	return &gen.PlaceTopicPayload{Topic: &gen.Topic{ID: placed.Topic}, Forum: &gen.Forum{ID: placed.Forum}, Warnings: each(placed.Warnings, warning)}, nil
}

func (r *mutationResolver) RepeatTopic(ctx context.Context, input gen.RepeatTopicInput) (*gen.RepeatTopicPayload, error) {
	placed, err := r.Store.RepeatTopic(ctx, network.ViewerFrom(ctx), act("repeatTopic", input.ClientMutationID, input),
		input.TopicID, input.SlotID, input.SpaceID)
	if err != nil {
		return nil, err
	}
	return &gen.RepeatTopicPayload{Topic: &gen.Topic{ID: placed.Topic}, Forum: &gen.Forum{ID: placed.Forum}, Warnings: each(placed.Warnings, warning)}, nil
}

func warning(w network.PlacementWarning) *gen.PlacementWarning {
	told := &gen.PlacementWarning{Code: w.Code, Count: w.Count}
	if w.TopicID != "" {
		told.Topic = &gen.Topic{ID: w.TopicID}
	}
	return told
}

func (r *mutationResolver) UnplaceTopic(ctx context.Context, input gen.UnplaceTopicInput) (*gen.UnplaceTopicPayload, error) {
	placed, err := r.Store.UnplaceTopic(ctx, network.ViewerFrom(ctx), act("unplaceTopic", input.ClientMutationID, input), input.TopicID, one(input.OccurrenceID))
	if err != nil {
		return nil, err
	}
	return &gen.UnplaceTopicPayload{Topic: &gen.Topic{ID: placed.Topic}, Forum: &gen.Forum{ID: placed.Forum}}, nil
}

func (r *mutationResolver) StartTopic(ctx context.Context, input gen.StartTopicInput) (*gen.StartTopicPayload, error) {
	id, err := r.Store.StartTopic(ctx, network.ViewerFrom(ctx), act("startTopic", input.ClientMutationID, input), input.TopicID, one(input.OccurrenceID))
	if err != nil {
		return nil, err
	}
	return &gen.StartTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) HoldTopic(ctx context.Context, input gen.HoldTopicInput) (*gen.HoldTopicPayload, error) {
	id, err := r.Store.HoldTopic(ctx, network.ViewerFrom(ctx), act("holdTopic", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.HoldTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) CheckIn(ctx context.Context, input gen.CheckInInput) (*gen.CheckInPayload, error) {
	id, err := r.Store.CheckIn(ctx, network.ViewerFrom(ctx), act("checkIn", input.ClientMutationID, input), input.TopicID, one(input.OccurrenceID))
	if err != nil {
		return nil, err
	}
	return &gen.CheckInPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) CheckOut(ctx context.Context, input gen.CheckOutInput) (*gen.CheckOutPayload, error) {
	id, err := r.Store.CheckOut(ctx, network.ViewerFrom(ctx), act("checkOut", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.CheckOutPayload{Topic: &gen.Topic{ID: id}}, nil
}
