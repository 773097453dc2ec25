package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) AddMilestone(ctx context.Context, input gen.AddMilestoneInput) (*gen.AddMilestonePayload, error) {
	m, err := r.Store.AddMilestone(ctx, network.ViewerFrom(ctx), act("addMilestone", input.ClientMutationID, input), input.WorkingGroupID, input.Title, day(input.DueOn))
	if err != nil {
		return nil, err
	}
	return &gen.AddMilestonePayload{WorkingGroup: &gen.WorkingGroup{ID: m.Group}, Milestone: &gen.Milestone{ID: m.Milestone}}, nil
}

func (r *mutationResolver) EditMilestone(ctx context.Context, input gen.EditMilestoneInput) (*gen.EditMilestonePayload, error) {
	m, err := r.Store.EditMilestone(ctx, network.ViewerFrom(ctx), act("editMilestone", input.ClientMutationID, input), input.MilestoneID, input.Version, input.Title, day(input.DueOn))
	if err != nil {
		return nil, err
	}
	return &gen.EditMilestonePayload{Milestone: &gen.Milestone{ID: m.Milestone}}, nil
}

func (r *mutationResolver) CompleteMilestone(ctx context.Context, input gen.CompleteMilestoneInput) (*gen.CompleteMilestonePayload, error) {
	m, err := r.Store.CompleteMilestone(ctx, network.ViewerFrom(ctx), act("completeMilestone", input.ClientMutationID, input), input.MilestoneID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.CompleteMilestonePayload{WorkingGroup: &gen.WorkingGroup{ID: m.Group}, Milestone: &gen.Milestone{ID: m.Milestone}}, nil
}

func (r *mutationResolver) DropMilestone(ctx context.Context, input gen.DropMilestoneInput) (*gen.DropMilestonePayload, error) {
	m, err := r.Store.DropMilestone(ctx, network.ViewerFrom(ctx), act("dropMilestone", input.ClientMutationID, input), input.MilestoneID, input.Version, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.DropMilestonePayload{WorkingGroup: &gen.WorkingGroup{ID: m.Group}, Milestone: &gen.Milestone{ID: m.Milestone}}, nil
}
