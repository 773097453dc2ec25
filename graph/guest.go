package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

// Invitation answers what a guest's link says, to whoever has it.
func (r *queryResolver) Invitation(ctx context.Context, token string) (*network.Invitation, error) {
	found, err := r.Accounts.Invitation(ctx, token)
	if network.IsCode(err, network.CodeNotFound) {
		return nil, nil
	}
	return found, err
}

func (r *mutationResolver) InviteGuest(ctx context.Context, input gen.InviteGuestInput) (*gen.InviteGuestPayload, error) {
	made, err := r.Store.InviteGuest(ctx, network.ViewerFrom(ctx), act("inviteGuest", input.ClientMutationID, input), input.GatheringID, network.GuestWords{
		GivenName:  input.GivenName,
		FamilyName: input.FamilyName,
		Email:      text(input.Email),
		Kind:       input.Kind,
		Function:   text(input.Function),
	})
	if err != nil {
		return nil, err
	}
	return &gen.InviteGuestPayload{Guest: &gen.Guest{ID: made.Guest}, Secret: told(made), Gathering: &gen.Gathering{ID: made.Gathering}}, nil
}

func (r *mutationResolver) EditGuest(ctx context.Context, input gen.EditGuestInput) (*gen.EditGuestPayload, error) {
	id, err := r.Store.EditGuest(ctx, network.ViewerFrom(ctx), act("editGuest", input.ClientMutationID, input), input.GuestID, input.Version, network.GuestWords{
		GivenName:  input.GivenName,
		FamilyName: input.FamilyName,
		Email:      text(input.Email),
		Kind:       input.Kind,
		Function:   text(input.Function),
	})
	if err != nil {
		return nil, err
	}
	return &gen.EditGuestPayload{Guest: &gen.Guest{ID: id}}, nil
}

func (r *mutationResolver) RenewInvitation(ctx context.Context, input gen.RenewInvitationInput) (*gen.RenewInvitationPayload, error) {
	made, err := r.Store.RenewInvitation(ctx, network.ViewerFrom(ctx), act("renewInvitation", input.ClientMutationID, input), input.GuestID)
	if err != nil {
		return nil, err
	}
	return &gen.RenewInvitationPayload{Guest: &gen.Guest{ID: made.Guest}, Secret: told(made), Gathering: &gen.Gathering{ID: made.Gathering}}, nil
}

func (r *mutationResolver) RevokeGuest(ctx context.Context, input gen.RevokeGuestInput) (*gen.RevokeGuestPayload, error) {
	revoked, err := r.Store.RevokeGuest(ctx, network.ViewerFrom(ctx), act("revokeGuest", input.ClientMutationID, input), input.GuestID)
	if err != nil {
		return nil, err
	}
	return &gen.RevokeGuestPayload{Guest: &gen.Guest{ID: revoked.Guest}, Gathering: &gen.Gathering{ID: revoked.Gathering}}, nil
}

// told is the secret of an invitation just made; null in the answer to a repeat.
func told(made db.NewInvitation) *string {
	if made.Secret == "" {
		return nil
	}
	return &made.Secret
}
