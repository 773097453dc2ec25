package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) AskLiveQuestion(ctx context.Context, input gen.AskLiveQuestionInput) (*gen.AskLiveQuestionPayload, error) {
	of, err := r.Store.AskLiveQuestion(ctx, network.ViewerFrom(ctx), act("askLiveQuestion", input.ClientMutationID, input), input.AgendaItemID, input.Text, input.Anonymous)
	if err != nil {
		return nil, err
	}
	question, stage := asked(of)
	return &gen.AskLiveQuestionPayload{LiveQuestion: question, Stage: stage}, nil
}

func (r *mutationResolver) EditLiveQuestion(ctx context.Context, input gen.EditLiveQuestionInput) (*gen.EditLiveQuestionPayload, error) {
	of, err := r.Store.EditLiveQuestion(ctx, network.ViewerFrom(ctx), act("editLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID, input.Version, input.Text)
	if err != nil {
		return nil, err
	}
	return &gen.EditLiveQuestionPayload{LiveQuestion: &gen.LiveQuestion{ID: of.Question}}, nil
}

func (r *mutationResolver) WithdrawLiveQuestion(ctx context.Context, input gen.WithdrawLiveQuestionInput) (*gen.WithdrawLiveQuestionPayload, error) {
	of, err := r.Store.WithdrawLiveQuestion(ctx, network.ViewerFrom(ctx), act("withdrawLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID)
	if err != nil {
		return nil, err
	}
	return &gen.WithdrawLiveQuestionPayload{LiveQuestion: &gen.LiveQuestion{ID: of.Question}}, nil
}

func (r *mutationResolver) UpvoteLiveQuestion(ctx context.Context, input gen.UpvoteLiveQuestionInput) (*gen.UpvoteLiveQuestionPayload, error) {
	of, err := r.Store.UpvoteLiveQuestion(ctx, network.ViewerFrom(ctx), act("upvoteLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID)
	if err != nil {
		return nil, err
	}
	return &gen.UpvoteLiveQuestionPayload{LiveQuestion: &gen.LiveQuestion{ID: of.Question}}, nil
}

func (r *mutationResolver) UnvoteLiveQuestion(ctx context.Context, input gen.UnvoteLiveQuestionInput) (*gen.UnvoteLiveQuestionPayload, error) {
	of, err := r.Store.UnvoteLiveQuestion(ctx, network.ViewerFrom(ctx), act("unvoteLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID)
	if err != nil {
		return nil, err
	}
	return &gen.UnvoteLiveQuestionPayload{LiveQuestion: &gen.LiveQuestion{ID: of.Question}}, nil
}

func (r *mutationResolver) PublishLiveQuestion(ctx context.Context, input gen.PublishLiveQuestionInput) (*gen.PublishLiveQuestionPayload, error) {
	of, err := r.Store.PublishLiveQuestion(ctx, network.ViewerFrom(ctx), act("publishLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.PublishLiveQuestionPayload{LiveQuestion: &gen.LiveQuestion{ID: of.Question}}, nil
}

func (r *mutationResolver) RejectLiveQuestion(ctx context.Context, input gen.RejectLiveQuestionInput) (*gen.RejectLiveQuestionPayload, error) {
	of, err := r.Store.RejectLiveQuestion(ctx, network.ViewerFrom(ctx), act("rejectLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.RejectLiveQuestionPayload{LiveQuestion: &gen.LiveQuestion{ID: of.Question}}, nil
}

func (r *mutationResolver) MergeLiveQuestion(ctx context.Context, input gen.MergeLiveQuestionInput) (*gen.MergeLiveQuestionPayload, error) {
	merged, err := r.Store.MergeLiveQuestion(ctx, network.ViewerFrom(ctx), act("mergeLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID, input.IntoID)
	if err != nil {
		return nil, err
	}
	return &gen.MergeLiveQuestionPayload{LiveQuestion: &gen.LiveQuestion{ID: merged.Question}, Into: &gen.LiveQuestion{ID: merged.Into}}, nil
}

func (r *mutationResolver) StageLiveQuestion(ctx context.Context, input gen.StageLiveQuestionInput) (*gen.StageLiveQuestionPayload, error) {
	of, err := r.Store.StageLiveQuestion(ctx, network.ViewerFrom(ctx), act("stageLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID, input.Turn)
	if err != nil {
		return nil, err
	}
	question, stage := asked(of)
	return &gen.StageLiveQuestionPayload{LiveQuestion: question, Stage: stage}, nil
}

func (r *mutationResolver) UnstageLiveQuestion(ctx context.Context, input gen.UnstageLiveQuestionInput) (*gen.UnstageLiveQuestionPayload, error) {
	of, err := r.Store.UnstageLiveQuestion(ctx, network.ViewerFrom(ctx), act("unstageLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID)
	if err != nil {
		return nil, err
	}
	question, stage := asked(of)
	return &gen.UnstageLiveQuestionPayload{LiveQuestion: question, Stage: stage}, nil
}

func (r *mutationResolver) AnswerLiveQuestion(ctx context.Context, input gen.AnswerLiveQuestionInput) (*gen.AnswerLiveQuestionPayload, error) {
	of, err := r.Store.AnswerLiveQuestion(ctx, network.ViewerFrom(ctx), act("answerLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID, input.Answer)
	if err != nil {
		return nil, err
	}
	question, stage := asked(of)
	return &gen.AnswerLiveQuestionPayload{LiveQuestion: question, Stage: stage}, nil
}

func (r *mutationResolver) PromiseLiveQuestion(ctx context.Context, input gen.PromiseLiveQuestionInput) (*gen.PromiseLiveQuestionPayload, error) {
	of, err := r.Store.PromiseLiveQuestion(ctx, network.ViewerFrom(ctx), act("promiseLiveQuestion", input.ClientMutationID, input), input.LiveQuestionID, input.StaffMemberID, input.DueOn)
	if err != nil {
		return nil, err
	}
	question, stage := asked(of)
	return &gen.PromiseLiveQuestionPayload{LiveQuestion: question, Stage: stage}, nil
}
