package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

// UpdateProfile changes the viewer's own profile.
func (r *mutationResolver) UpdateProfile(ctx context.Context, input gen.UpdateProfileInput) (*gen.UpdateProfilePayload, error) {
	id, err := r.Store.UpdateProfile(ctx, network.ViewerFrom(ctx), act("updateProfile", input.ClientMutationID, input), input.Version, db.Profile{
		GivenName:  input.GivenName,
		FamilyName: input.FamilyName,
		Phone:      text(input.Phone),
		Bio:        text(input.Bio),
		Language:   input.Language,
		Themes:     input.ThemeIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.UpdateProfilePayload{StaffMember: &gen.StaffMember{ID: id}}, nil
}

// MarkVisit notes that the viewer has seen the home page.
func (r *mutationResolver) MarkVisit(ctx context.Context, input gen.MarkVisitInput) (*gen.MarkVisitPayload, error) {
	id, err := r.Store.MarkVisit(ctx, network.ViewerFrom(ctx), act("markVisit", input.ClientMutationID, input))
	if err != nil {
		return nil, err
	}
	return &gen.MarkVisitPayload{Viewer: &gen.Viewer{ID: id}}, nil
}
