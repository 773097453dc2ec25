package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) JoinWorkingGroup(ctx context.Context, input gen.JoinWorkingGroupInput) (*gen.JoinWorkingGroupPayload, error) {
	joined, err := r.Store.JoinWorkingGroup(ctx, network.ViewerFrom(ctx), act("joinWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID)
	if err != nil {
		return nil, err
	}
	return &gen.JoinWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: joined.Group}, Membership: &gen.Membership{ID: joined.Membership}}, nil
}

func (r *mutationResolver) LeaveWorkingGroup(ctx context.Context, input gen.LeaveWorkingGroupInput) (*gen.LeaveWorkingGroupPayload, error) {
	id, err := r.Store.LeaveWorkingGroup(ctx, network.ViewerFrom(ctx), act("leaveWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID)
	if err != nil {
		return nil, err
	}
	return &gen.LeaveWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) InviteMember(ctx context.Context, input gen.InviteMemberInput) (*gen.InviteMemberPayload, error) {
	joined, err := r.Store.InviteMember(ctx, network.ViewerFrom(ctx), act("inviteMember", input.ClientMutationID, input), input.WorkingGroupID, input.StaffMemberID)
	if err != nil {
		return nil, err
	}
	return &gen.InviteMemberPayload{WorkingGroup: &gen.WorkingGroup{ID: joined.Group}, Membership: &gen.Membership{ID: joined.Membership}}, nil
}

func (r *mutationResolver) AdmitMember(ctx context.Context, input gen.AdmitMemberInput) (*gen.AdmitMemberPayload, error) {
	joined, err := r.Store.AdmitMember(ctx, network.ViewerFrom(ctx), act("admitMember", input.ClientMutationID, input), input.MembershipID)
	if err != nil {
		return nil, err
	}
	return &gen.AdmitMemberPayload{WorkingGroup: &gen.WorkingGroup{ID: joined.Group}, Membership: &gen.Membership{ID: joined.Membership}}, nil
}

func (r *mutationResolver) RefuseMember(ctx context.Context, input gen.RefuseMemberInput) (*gen.RefuseMemberPayload, error) {
	joined, err := r.Store.RefuseMember(ctx, network.ViewerFrom(ctx), act("refuseMember", input.ClientMutationID, input), input.MembershipID)
	if err != nil {
		return nil, err
	}
	return &gen.RefuseMemberPayload{WorkingGroup: &gen.WorkingGroup{ID: joined.Group}, Membership: &gen.Membership{ID: joined.Membership}}, nil
}

func (r *mutationResolver) SetMemberRole(ctx context.Context, input gen.SetMemberRoleInput) (*gen.SetMemberRolePayload, error) {
	joined, err := r.Store.SetMemberRole(ctx, network.ViewerFrom(ctx), act("setMemberRole", input.ClientMutationID, input), input.MembershipID, input.Role)
	if err != nil {
		return nil, err
	}
	return &gen.SetMemberRolePayload{WorkingGroup: &gen.WorkingGroup{ID: joined.Group}, Membership: &gen.Membership{ID: joined.Membership}}, nil
}
