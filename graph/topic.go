package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) ProposeTopic(ctx context.Context, input gen.ProposeTopicInput) (*gen.ProposeTopicPayload, error) {
	id, err := r.Store.ProposeTopic(ctx, network.ViewerFrom(ctx), act("proposeTopic", input.ClientMutationID, input), input.ForumID, db.NewTopic{
		Title:       input.Title,
		Description: text(input.Description),
		Outcome:     input.IntendedOutcome,
		Themes:      input.ThemeIds,
		Convene:     input.Convene == nil || *input.Convene,
		Origin:      one(input.OriginID),
	})
	if err != nil {
		return nil, err
	}
	return &gen.ProposeTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) EditTopic(ctx context.Context, input gen.EditTopicInput) (*gen.EditTopicPayload, error) {
	id, err := r.Store.EditTopic(ctx, network.ViewerFrom(ctx), act("editTopic", input.ClientMutationID, input), input.TopicID, input.Version, db.TopicEdit{
		Title:       input.Title,
		Description: input.Description,
		Outcome:     input.IntendedOutcome,
		Themes:      input.ThemeIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.EditTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) WithdrawTopic(ctx context.Context, input gen.WithdrawTopicInput) (*gen.WithdrawTopicPayload, error) {
	id, err := r.Store.WithdrawTopic(ctx, network.ViewerFrom(ctx), act("withdrawTopic", input.ClientMutationID, input), input.TopicID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.WithdrawTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) TakeTopic(ctx context.Context, input gen.TakeTopicInput) (*gen.TakeTopicPayload, error) {
	id, err := r.Store.TakeTopic(ctx, network.ViewerFrom(ctx), act("takeTopic", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.TakeTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) StarTopic(ctx context.Context, input gen.StarTopicInput) (*gen.StarTopicPayload, error) {
	id, err := r.Store.StarTopic(ctx, network.ViewerFrom(ctx), act("starTopic", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.StarTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) UnstarTopic(ctx context.Context, input gen.UnstarTopicInput) (*gen.UnstarTopicPayload, error) {
	id, err := r.Store.UnstarTopic(ctx, network.ViewerFrom(ctx), act("unstarTopic", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.UnstarTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}

func (r *mutationResolver) PitchTopic(ctx context.Context, input gen.PitchTopicInput) (*gen.PitchTopicPayload, error) {
	pitched, err := r.Store.PitchTopic(ctx, network.ViewerFrom(ctx), act("pitchTopic", input.ClientMutationID, input), input.TopicID)
	if err != nil {
		return nil, err
	}
	return &gen.PitchTopicPayload{Topic: &gen.Topic{ID: pitched.Topic}, Forum: &gen.Forum{ID: pitched.Forum}}, nil
}

func (r *mutationResolver) MergeTopic(ctx context.Context, input gen.MergeTopicInput) (*gen.MergeTopicPayload, error) {
	merged, err := r.Store.MergeTopic(ctx, network.ViewerFrom(ctx), act("mergeTopic", input.ClientMutationID, input), input.TopicID, input.Version, input.IntoID)
	if err != nil {
		return nil, err
	}
	return &gen.MergeTopicPayload{Topic: &gen.Topic{ID: merged.Topic}, Into: &gen.Topic{ID: merged.Into}}, nil
}

func (r *mutationResolver) PostponeTopic(ctx context.Context, input gen.PostponeTopicInput) (*gen.PostponeTopicPayload, error) {
	id, err := r.Store.PostponeTopic(ctx, network.ViewerFrom(ctx), act("postponeTopic", input.ClientMutationID, input), input.TopicID, input.Version, input.GatheringID)
	if err != nil {
		return nil, err
	}
	return &gen.PostponeTopicPayload{Topic: &gen.Topic{ID: id}}, nil
}
