package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// ParticipantFigures answers how many come to a gathering.
func (r *queryResolver) ParticipantFigures(ctx context.Context, gatheringID network.ID) (*network.ParticipantFigures, error) {
	return r.Store.ParticipantFigures(ctx, network.ViewerFrom(ctx), gatheringID)
}

func (r *mutationResolver) RegisterMyself(ctx context.Context, input gen.RegisterMyselfInput) (*gen.RegisterMyselfPayload, error) {
	of, err := r.Store.RegisterMyself(ctx, network.ViewerFrom(ctx), act("registerMyself", input.ClientMutationID, input), input.GatheringID, input.Days, text(input.Needs))
	if err != nil {
		return nil, err
	}
	return &gen.RegisterMyselfPayload{Registration: &gen.Registration{ID: of.Registration}, Gathering: &gen.Gathering{ID: of.Gathering}}, nil
}

func (r *mutationResolver) RegisterColleagues(ctx context.Context, input gen.RegisterColleaguesInput) (*gen.RegisterColleaguesPayload, error) {
	ids, err := r.Store.RegisterColleagues(ctx, network.ViewerFrom(ctx), act("registerColleagues", input.ClientMutationID, input),
		input.GatheringID, input.StaffMemberIds, input.Days)
	if err != nil {
		return nil, err
	}
	registrations := each(ids, func(id network.ID) *gen.Registration { return &gen.Registration{ID: id} })
	return &gen.RegisterColleaguesPayload{Registrations: registrations, Gathering: &gen.Gathering{ID: input.GatheringID}}, nil
}

func (r *mutationResolver) EditRegistration(ctx context.Context, input gen.EditRegistrationInput) (*gen.EditRegistrationPayload, error) {
	id, err := r.Store.EditRegistration(ctx, network.ViewerFrom(ctx), act("editRegistration", input.ClientMutationID, input),
		input.RegistrationID, input.Version, input.Days, input.Needs)
	if err != nil {
		return nil, err
	}
	return &gen.EditRegistrationPayload{Registration: &gen.Registration{ID: id}}, nil
}

func (r *mutationResolver) WithdrawRegistration(ctx context.Context, input gen.WithdrawRegistrationInput) (*gen.WithdrawRegistrationPayload, error) {
	of, err := r.Store.WithdrawRegistration(ctx, network.ViewerFrom(ctx), act("withdrawRegistration", input.ClientMutationID, input), input.RegistrationID)
	if err != nil {
		return nil, err
	}
	return &gen.WithdrawRegistrationPayload{Registration: &gen.Registration{ID: of.Registration}, Gathering: &gen.Gathering{ID: of.Gathering}}, nil
}

func (r *mutationResolver) MarkAttendance(ctx context.Context, input gen.MarkAttendanceInput) (*gen.MarkAttendancePayload, error) {
	id, err := r.Store.MarkAttendance(ctx, network.ViewerFrom(ctx), act("markAttendance", input.ClientMutationID, input), input.RegistrationID, input.Day, input.Present)
	if err != nil {
		return nil, err
	}
	return &gen.MarkAttendancePayload{Registration: &gen.Registration{ID: id}}, nil
}
