package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// ChangePassword changes the viewer's own password.
func (r *mutationResolver) ChangePassword(ctx context.Context, input gen.ChangePasswordInput) (*gen.ChangePasswordPayload, error) {
	v := network.ViewerFrom(ctx)
	err := r.Accounts.ChangePassword(ctx, v, act("changePassword", input.ClientMutationID, nil), input.CurrentPassword, input.NewPassword)
	if err != nil {
		return nil, err
	}
	return &gen.ChangePasswordPayload{Viewer: &gen.Viewer{ID: v.StaffID}}, nil
}

// CreateAccessToken makes a token; its secret is in this answer only.
func (r *mutationResolver) CreateAccessToken(ctx context.Context, input gen.CreateAccessTokenInput) (*gen.CreateAccessTokenPayload, error) {
	v := network.ViewerFrom(ctx)
	made, err := r.Accounts.CreateAccessToken(ctx, v, act("createAccessToken", input.ClientMutationID, input), input.Name, input.Scope, input.Days)
	if err != nil {
		return nil, err
	}
	payload := &gen.CreateAccessTokenPayload{AccessToken: &gen.AccessToken{ID: made.ID}, Viewer: &gen.Viewer{ID: v.StaffID}}
	if made.Secret != "" {
		payload.Secret = &made.Secret
	}
	return payload, nil
}

// RevokeAccessToken revokes one of the viewer's tokens.
func (r *mutationResolver) RevokeAccessToken(ctx context.Context, input gen.RevokeAccessTokenInput) (*gen.RevokeAccessTokenPayload, error) {
	v := network.ViewerFrom(ctx)
	if err := r.Accounts.RevokeAccessToken(ctx, v, act("revokeAccessToken", input.ClientMutationID, input), input.AccessTokenID); err != nil {
		return nil, err
	}
	return &gen.RevokeAccessTokenPayload{Viewer: &gen.Viewer{ID: v.StaffID}}, nil
}

// RevokeSession ends one of the viewer's sessions.
func (r *mutationResolver) RevokeSession(ctx context.Context, input gen.RevokeSessionInput) (*gen.RevokeSessionPayload, error) {
	v := network.ViewerFrom(ctx)
	if err := r.Accounts.RevokeSession(ctx, v, act("revokeSession", input.ClientMutationID, input), input.SessionID); err != nil {
		return nil, err
	}
	return &gen.RevokeSessionPayload{Viewer: &gen.Viewer{ID: v.StaffID}}, nil
}

// DeactivateStaffMember closes a person's account.
func (r *mutationResolver) DeactivateStaffMember(ctx context.Context, input gen.DeactivateStaffMemberInput) (*gen.DeactivateStaffMemberPayload, error) {
	err := r.Accounts.DeactivateStaffMember(ctx, network.ViewerFrom(ctx), act("deactivateStaffMember", input.ClientMutationID, input), input.StaffMemberID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.DeactivateStaffMemberPayload{StaffMember: &gen.StaffMember{ID: input.StaffMemberID}}, nil
}

// SetNetworkRole gives a person a role for the whole network.
func (r *mutationResolver) SetNetworkRole(ctx context.Context, input gen.SetNetworkRoleInput) (*gen.SetNetworkRolePayload, error) {
	err := r.Accounts.SetNetworkRole(ctx, network.ViewerFrom(ctx), act("setNetworkRole", input.ClientMutationID, input), input.StaffMemberID, input.Version, input.NetworkRole)
	if err != nil {
		return nil, err
	}
	return &gen.SetNetworkRolePayload{StaffMember: &gen.StaffMember{ID: input.StaffMemberID}}, nil
}
