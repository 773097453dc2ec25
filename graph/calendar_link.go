package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// CreateCalendarLink makes a calendar address; its secret is in this answer only.
func (r *mutationResolver) CreateCalendarLink(ctx context.Context, input gen.CreateCalendarLinkInput) (*gen.CreateCalendarLinkPayload, error) {
	v := network.ViewerFrom(ctx)
	made, err := r.Accounts.CreateCalendarLink(ctx, v, act("createCalendarLink", input.ClientMutationID, input), input.Name)
	if err != nil {
		return nil, err
	}
	payload := &gen.CreateCalendarLinkPayload{CalendarLink: &gen.CalendarLink{ID: made.ID}, Viewer: &gen.Viewer{ID: v.StaffID}}
	if made.Secret != "" {
		payload.Secret = &made.Secret
	}
	return payload, nil
}

// RevokeCalendarLink withdraws one of the viewer's calendar addresses.
func (r *mutationResolver) RevokeCalendarLink(ctx context.Context, input gen.RevokeCalendarLinkInput) (*gen.RevokeCalendarLinkPayload, error) {
	v := network.ViewerFrom(ctx)
	if err := r.Accounts.RevokeCalendarLink(ctx, v, act("revokeCalendarLink", input.ClientMutationID, input), input.CalendarLinkID); err != nil {
		return nil, err
	}
	return &gen.RevokeCalendarLinkPayload{Viewer: &gen.Viewer{ID: v.StaffID}}, nil
}
