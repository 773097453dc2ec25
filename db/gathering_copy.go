package db

import (
	"context"

	"maillage/network"
)

// CopyGathering begins a gathering from another: its rooms, and its published
// agenda as a draft, each item the same hour of as many days later. Hosts are
// those of the source where none are given.
func (s *Store) CopyGathering(ctx context.Context, v network.Viewer, a Act, source network.ID, name string, startsOn network.Date, hosts []network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		g, err := allowedBy(t, t.lockGathering, source, network.CanCopyGathering)
		if err != nil {
			return "", err
		}
		if hosts == nil {
			hosts = g.hosts()
		}
		if err := network.CanHost(v, hosts); err != nil {
			return "", err
		}
		name, err := network.CleanLine("input.name", name, network.GatheringNameMax)
		if err != nil {
			return "", err
		}
		id := newID()
		// A room gets its new id before the items that are in it ask for it.
		_, err = t.exec(`
			WITH source AS (
				SELECT gathering.*,
				       $4::date - starts_on AS days
				  FROM gathering
				 WHERE id = $1
			), copy AS (
				INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, time_zone, description, capacity, state, copied_from_id, created_at)
				SELECT $2, $3, city, venue, starts_on + days, ends_on + days, time_zone, description, capacity, 'DRAFT', id, :now
				  FROM source
			), room AS MATERIALIZED (
				SELECT space.*,
				       gen_random_uuid() AS new_id
				  FROM space
				 WHERE gathering_id = $1
			), rooms AS (
				INSERT INTO space (id, gathering_id, name, capacity, place, on_board, equipment, accessible)
				SELECT new_id, $2, name, capacity, place, on_board, equipment, accessible
				  FROM room
			)
			INSERT INTO agenda_draft_item (id, gathering_id, title, kind, starts_at, ends_at, space_id, speaker, description, is_public, capacity)
			SELECT gen_random_uuid(),
			       $2,
			       i.title,
			       i.kind,
			       (i.starts_at AT TIME ZONE source.time_zone + source.days * interval '1 day') AT TIME ZONE source.time_zone,
			       (i.ends_at AT TIME ZONE source.time_zone + source.days * interval '1 day') AT TIME ZONE source.time_zone,
			       room.new_id,
			       i.speaker,
			       i.description,
			       i.is_public,
			       i.capacity
			  FROM agenda_item i
			  JOIN source ON source.id = i.gathering_id
			  LEFT JOIN room ON room.id = i.space_id
			 WHERE i.state <> 'CANCELLED'`, source, id, name, startsOn)
		if err != nil {
			return "", err
		}
		if err := t.setHosts(id, hosts); err != nil {
			return "", err
		}
		t.tell(Event{Verb: network.VerbGatheringCreated, Kind: network.ObjectGathering, Object: id, Gathering: id, Centre: v.CentreID,
			Audience: Audience{Centres: hosts}, Data: EventData{From: g.Name, To: string(network.GatheringDraft), Excerpt: name}})
		return id, nil
	})
}
