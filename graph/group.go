package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) OpenWorkingGroup(ctx context.Context, input gen.OpenWorkingGroupInput) (*gen.OpenWorkingGroupPayload, error) {
	opened, err := r.Store.OpenWorkingGroup(ctx, network.ViewerFrom(ctx), act("openWorkingGroup", input.ClientMutationID, input), input.TopicID, db.GroupWords{
		Name:      input.Name,
		Purpose:   input.Purpose,
		Admission: input.Admission,
	})
	if err != nil {
		return nil, err
	}
	return &gen.OpenWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: opened.Group}, Topic: &gen.Topic{ID: opened.Topic}}, nil
}

func (r *mutationResolver) RequestWorkingGroup(ctx context.Context, input gen.RequestWorkingGroupInput) (*gen.RequestWorkingGroupPayload, error) {
	id, err := r.Store.RequestWorkingGroup(ctx, network.ViewerFrom(ctx), act("requestWorkingGroup", input.ClientMutationID, input), db.GroupWords{
		Name:      input.Name,
		Purpose:   input.Purpose,
		Admission: input.Admission,
		Themes:    input.ThemeIds,
		Origin:    one(input.OriginID),
	})
	if err != nil {
		return nil, err
	}
	return &gen.RequestWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) AcceptWorkingGroup(ctx context.Context, input gen.AcceptWorkingGroupInput) (*gen.AcceptWorkingGroupPayload, error) {
	id, err := r.Store.AcceptWorkingGroup(ctx, network.ViewerFrom(ctx), act("acceptWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.AcceptWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) DeclineWorkingGroup(ctx context.Context, input gen.DeclineWorkingGroupInput) (*gen.DeclineWorkingGroupPayload, error) {
	id, err := r.Store.DeclineWorkingGroup(ctx, network.ViewerFrom(ctx), act("declineWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.DeclineWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) EditWorkingGroup(ctx context.Context, input gen.EditWorkingGroupInput) (*gen.EditWorkingGroupPayload, error) {
	id, err := r.Store.EditWorkingGroup(ctx, network.ViewerFrom(ctx), act("editWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version, db.GroupWords{
		Name:      input.Name,
		Purpose:   input.Purpose,
		Admission: input.Admission,
		Themes:    input.ThemeIds,
	})
	if err != nil {
		return nil, err
	}
	return &gen.EditWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) ActivateWorkingGroup(ctx context.Context, input gen.ActivateWorkingGroupInput) (*gen.ActivateWorkingGroupPayload, error) {
	id, err := r.Store.ActivateWorkingGroup(ctx, network.ViewerFrom(ctx), act("activateWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.ActivateWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) RestWorkingGroup(ctx context.Context, input gen.RestWorkingGroupInput) (*gen.RestWorkingGroupPayload, error) {
	id, err := r.Store.RestWorkingGroup(ctx, network.ViewerFrom(ctx), act("restWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.RestWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) WakeWorkingGroup(ctx context.Context, input gen.WakeWorkingGroupInput) (*gen.WakeWorkingGroupPayload, error) {
	id, err := r.Store.WakeWorkingGroup(ctx, network.ViewerFrom(ctx), act("wakeWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version)
	if err != nil {
		return nil, err
	}
	return &gen.WakeWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) CloseWorkingGroup(ctx context.Context, input gen.CloseWorkingGroupInput) (*gen.CloseWorkingGroupPayload, error) {
	id, err := r.Store.CloseWorkingGroup(ctx, network.ViewerFrom(ctx), act("closeWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version, input.Summary)
	if err != nil {
		return nil, err
	}
	return &gen.CloseWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) AbandonWorkingGroup(ctx context.Context, input gen.AbandonWorkingGroupInput) (*gen.AbandonWorkingGroupPayload, error) {
	id, err := r.Store.AbandonWorkingGroup(ctx, network.ViewerFrom(ctx), act("abandonWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version, input.Reason)
	if err != nil {
		return nil, err
	}
	return &gen.AbandonWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: id}}, nil
}

func (r *mutationResolver) MergeWorkingGroup(ctx context.Context, input gen.MergeWorkingGroupInput) (*gen.MergeWorkingGroupPayload, error) {
	merged, err := r.Store.MergeWorkingGroup(ctx, network.ViewerFrom(ctx), act("mergeWorkingGroup", input.ClientMutationID, input), input.WorkingGroupID, input.Version, input.IntoID)
	if err != nil {
		return nil, err
	}
	return &gen.MergeWorkingGroupPayload{WorkingGroup: &gen.WorkingGroup{ID: merged.Group}, Into: &gen.WorkingGroup{ID: merged.Into}}, nil
}
