package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) AddAgendaItem(ctx context.Context, input gen.AddAgendaItemInput) (*gen.AddAgendaItemPayload, error) {
	added, err := r.Store.AddAgendaItem(ctx, network.ViewerFrom(ctx), act("addAgendaItem", input.ClientMutationID, input), input.GatheringID, network.AgendaItemWords{
		Title:       input.Title,
		Kind:        input.Kind,
		StartsAt:    input.StartsAt,
		EndsAt:      input.EndsAt,
		Space:       one(input.SpaceID),
		Speaker:     text(input.Speaker),
		Description: text(input.Description),
		Public:      input.IsPublic,
		Capacity:    input.Capacity,
	})
	if err != nil {
		return nil, err
	}
	return &gen.AddAgendaItemPayload{Gathering: &gen.Gathering{ID: added.Gathering}, Item: &gen.DraftAgendaItem{ID: added.Item}}, nil
}

func (r *mutationResolver) EditAgendaItem(ctx context.Context, input gen.EditAgendaItemInput) (*gen.EditAgendaItemPayload, error) {
	edited, err := r.Store.EditAgendaItem(ctx, network.ViewerFrom(ctx), act("editAgendaItem", input.ClientMutationID, input), input.DraftItemID, input.Version, network.AgendaItemWords{
		Title:       input.Title,
		Kind:        input.Kind,
		StartsAt:    input.StartsAt,
		EndsAt:      input.EndsAt,
		Space:       one(input.SpaceID),
		Speaker:     text(input.Speaker),
		Description: text(input.Description),
		Public:      input.IsPublic,
		Capacity:    input.Capacity,
	})
	if err != nil {
		return nil, err
	}
	return &gen.EditAgendaItemPayload{Gathering: &gen.Gathering{ID: edited.Gathering}, Item: &gen.DraftAgendaItem{ID: edited.Item}}, nil
}

func (r *mutationResolver) RemoveAgendaItem(ctx context.Context, input gen.RemoveAgendaItemInput) (*gen.RemoveAgendaItemPayload, error) {
	id, err := r.Store.RemoveAgendaItem(ctx, network.ViewerFrom(ctx), act("removeAgendaItem", input.ClientMutationID, input), input.DraftItemID)
	if err != nil {
		return nil, err
	}
	return &gen.RemoveAgendaItemPayload{Gathering: &gen.Gathering{ID: id}}, nil
}

func (r *mutationResolver) PublishAgenda(ctx context.Context, input gen.PublishAgendaInput) (*gen.PublishAgendaPayload, error) {
	made, err := r.Store.PublishAgenda(ctx, network.ViewerFrom(ctx), act("publishAgenda", input.ClientMutationID, input), input.GatheringID, input.Version, text(input.Note))
	if err != nil {
		return nil, err
	}
	return &gen.PublishAgendaPayload{Gathering: &gen.Gathering{ID: made.Gathering}, Release: &gen.AgendaRelease{ID: made.Release}}, nil
}

func (r *mutationResolver) KeepAgendaItem(ctx context.Context, input gen.KeepAgendaItemInput) (*gen.KeepAgendaItemPayload, error) {
	id, err := r.Store.KeepAgendaItem(ctx, network.ViewerFrom(ctx), act("keepAgendaItem", input.ClientMutationID, input), input.AgendaItemID)
	if err != nil {
		return nil, err
	}
	return &gen.KeepAgendaItemPayload{AgendaItem: &gen.AgendaItem{ID: id}}, nil
}

func (r *mutationResolver) DropAgendaItem(ctx context.Context, input gen.DropAgendaItemInput) (*gen.DropAgendaItemPayload, error) {
	id, err := r.Store.DropAgendaItem(ctx, network.ViewerFrom(ctx), act("dropAgendaItem", input.ClientMutationID, input), input.AgendaItemID)
	if err != nil {
		return nil, err
	}
	return &gen.DropAgendaItemPayload{AgendaItem: &gen.AgendaItem{ID: id}}, nil
}
