package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) DraftContribution(ctx context.Context, input gen.DraftContributionInput) (*gen.DraftContributionPayload, error) {
	id, err := r.Store.DraftContribution(ctx, network.ViewerFrom(ctx), act("draftContribution", input.ClientMutationID, input), input.Kind, db.ContributionWords{
		ContributionText: network.ContributionText{
			Title:   input.Title,
			Context: text(input.Context),
			Done:    text(input.Done),
			Results: text(input.Results),
			Reuse:   text(input.Reuse),
			Contact: text(input.Contact),
			Links:   input.Links,
		},
		Gathering: one(input.GatheringID),
		Themes:    input.ThemeIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.DraftContributionPayload{Contribution: &gen.Contribution{ID: id}}, nil
}

func (r *mutationResolver) EditContribution(ctx context.Context, input gen.EditContributionInput) (*gen.EditContributionPayload, error) {
	id, err := r.Store.EditContribution(ctx, network.ViewerFrom(ctx), act("editContribution", input.ClientMutationID, input), input.ContributionID, input.Version, db.ContributionWords{
		ContributionText: network.ContributionText{
			Title:   input.Title,
			Context: text(input.Context),
			Done:    text(input.Done),
			Results: text(input.Results),
			Reuse:   text(input.Reuse),
			Contact: text(input.Contact),
			Links:   input.Links,
		},
		Gathering: one(input.GatheringID),
		Themes:    input.ThemeIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.EditContributionPayload{Contribution: &gen.Contribution{ID: id}}, nil
}

func (r *mutationResolver) PublishContribution(ctx context.Context, input gen.PublishContributionInput) (*gen.PublishContributionPayload, error) {
	id, err := r.Store.PublishContribution(ctx, network.ViewerFrom(ctx), act("publishContribution", input.ClientMutationID, input), input.ContributionID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.PublishContributionPayload{Contribution: &gen.Contribution{ID: id}}, nil
}

func (r *mutationResolver) WithdrawContribution(ctx context.Context, input gen.WithdrawContributionInput) (*gen.WithdrawContributionPayload, error) {
	id, err := r.Store.WithdrawContribution(ctx, network.ViewerFrom(ctx), act("withdrawContribution", input.ClientMutationID, input), input.ContributionID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.WithdrawContributionPayload{Contribution: &gen.Contribution{ID: id}}, nil
}

func (r *mutationResolver) PresentContribution(ctx context.Context, input gen.PresentContributionInput) (*gen.PresentContributionPayload, error) {
	presented, err := r.Store.PresentContribution(ctx, network.ViewerFrom(ctx), act("presentContribution", input.ClientMutationID, input), input.ContributionID)
	if err != nil {
		return nil, err
	}
	return &gen.PresentContributionPayload{
		Contribution: &gen.Contribution{ID: presented.Contribution},
		Gathering:    &gen.Gathering{ID: presented.Gathering},
	}, nil
}

func (r *mutationResolver) SupportContribution(ctx context.Context, input gen.SupportContributionInput) (*gen.SupportContributionPayload, error) {
	id, err := r.Store.SupportContribution(ctx, network.ViewerFrom(ctx), act("supportContribution", input.ClientMutationID, input), input.ContributionID)
	if err != nil {
		return nil, err
	}
	return &gen.SupportContributionPayload{Contribution: &gen.Contribution{ID: id}}, nil
}

func (r *mutationResolver) UnsupportContribution(ctx context.Context, input gen.UnsupportContributionInput) (*gen.UnsupportContributionPayload, error) {
	id, err := r.Store.UnsupportContribution(ctx, network.ViewerFrom(ctx), act("unsupportContribution", input.ClientMutationID, input), input.ContributionID)
	if err != nil {
		return nil, err
	}
	return &gen.UnsupportContributionPayload{Contribution: &gen.Contribution{ID: id}}, nil
}

func (r *mutationResolver) CommentContribution(ctx context.Context, input gen.CommentContributionInput) (*gen.CommentContributionPayload, error) {
	said, err := r.Store.CommentContribution(ctx, network.ViewerFrom(ctx), act("commentContribution", input.ClientMutationID, input), input.ContributionID, input.Text)
	if err != nil {
		return nil, err
	}
	return &gen.CommentContributionPayload{
		Contribution: &gen.Contribution{ID: said.Contribution},
		Comment:      &gen.ContributionComment{ID: said.Comment},
	}, nil
}

func (r *mutationResolver) WithdrawComment(ctx context.Context, input gen.WithdrawCommentInput) (*gen.WithdrawCommentPayload, error) {
	said, err := r.Store.WithdrawComment(ctx, network.ViewerFrom(ctx), act("withdrawComment", input.ClientMutationID, input), input.CommentID)
	if err != nil {
		return nil, err
	}
	return &gen.WithdrawCommentPayload{
		Contribution: &gen.Contribution{ID: said.Contribution},
		Comment:      &gen.ContributionComment{ID: said.Comment},
	}, nil
}

func (r *mutationResolver) AnswerContribution(ctx context.Context, input gen.AnswerContributionInput) (*gen.AnswerContributionPayload, error) {
	given, err := r.Store.AnswerContribution(ctx, network.ViewerFrom(ctx), act("answerContribution", input.ClientMutationID, input), input.ContributionID, input.Version, input.Text)
	if err != nil {
		return nil, err
	}
	return &gen.AnswerContributionPayload{
		Contribution: &gen.Contribution{ID: given.Contribution},
		Answer:       &gen.ContributionAnswer{ID: given.Answer},
	}, nil
}

func (r *mutationResolver) PromiseAnswer(ctx context.Context, input gen.PromiseAnswerInput) (*gen.PromiseAnswerPayload, error) {
	id, err := r.Store.PromiseAnswer(ctx, network.ViewerFrom(ctx), act("promiseAnswer", input.ClientMutationID, input), input.ContributionID, input.StaffMemberID, input.DueOn)
	if err != nil {
		return nil, err
	}
	return &gen.PromiseAnswerPayload{Contribution: &gen.Contribution{ID: id}}, nil
}

func (r *mutationResolver) AcceptAnswer(ctx context.Context, input gen.AcceptAnswerInput) (*gen.AcceptAnswerPayload, error) {
	accepted, err := r.Store.AcceptAnswer(ctx, network.ViewerFrom(ctx), act("acceptAnswer", input.ClientMutationID, input), input.AnswerID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.AcceptAnswerPayload{
		Contribution: &gen.Contribution{ID: accepted.Contribution},
		Answer:       &gen.ContributionAnswer{ID: accepted.Answer},
	}, nil
}
