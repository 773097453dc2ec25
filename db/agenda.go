package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// DraftItemOf is an item of a draft agenda with its gathering.
type DraftItemOf struct{ Gathering, Item network.ID }

// changesAgenda begins a statement that changes the draft of the gathering $2.
const changesAgenda = `
			WITH changed AS (
				UPDATE gathering
				   SET agenda_version = agenda_version + 1
				 WHERE id = $2
			)`

// AddAgendaItem adds an item to the draft of a gathering's agenda.
func (s *Store) AddAgendaItem(ctx context.Context, v network.Viewer, a Act, gathering network.ID, w network.AgendaItemWords) (DraftItemOf, error) {
	return act(ctx, s, v, a, func(t *tx) (DraftItemOf, error) {
		var none DraftItemOf
		if err := w.Clean(); err != nil {
			return none, err
		}
		g, err := allowedBy(t, t.lockGathering, gathering, network.CanEditGathering)
		if err != nil {
			return none, err
		}
		id := newID()
		if err := t.fitsAgenda(g, id, w); err != nil {
			return none, err
		}
		_, err = t.exec(changesAgenda+`
			INSERT INTO agenda_draft_item (id, gathering_id, title, kind, starts_at, ends_at, space_id, speaker, description, is_public, capacity)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
			id, gathering, w.Title, w.Kind, w.StartsAt, w.EndsAt, w.Space, w.Speaker, w.Description, w.Public, w.Capacity)
		if err != nil {
			return none, err
		}
		t.tellPreparing(network.VerbAgendaItemAdded, g, EventData{Excerpt: w.Title})
		return DraftItemOf{gathering, id}, nil
	})
}

// fitsAgenda refuses an item that is outside the gathering's days, in a room
// that is none of its own, or in a room where another then is. The gathering
// is locked, so of two that want a room the second is told.
func (t *tx) fitsAgenda(g lockedGathering, item network.ID, w network.AgendaItemWords) error {
	var found struct {
		Outside bool   `db:"outside"`
		Known   bool   `db:"known"`
		Busy    string `db:"busy"`
		Full    bool   `db:"full"`
	}
	err := t.get(&found, `
		SELECT `+outsideDays("$4::timestamptz", "$5::timestamptz", "g.starts_on", "g.ends_on", "g.time_zone")+` AS outside,
		       $3::uuid IS NULL OR EXISTS (SELECT FROM space s WHERE s.id = $3 AND s.gathering_id = g.id) AS known,
		       coalesce((SELECT d.title
		                   FROM agenda_draft_item d
		                  WHERE d.space_id = $3
		                    AND d.id <> $2
		                    AND d.starts_at < $5
		                    AND d.ends_at > $4
		                  ORDER BY d.starts_at
		                  LIMIT 1), '') AS busy,
		       (SELECT count(*) FROM agenda_draft_item d WHERE d.gathering_id = g.id AND d.id <> $2) >= $6 AS full
		  FROM gathering g
		 WHERE g.id = $1`, g.ID, item, w.Space, w.StartsAt, w.EndsAt, network.AgendaItemsMax)
	switch {
	case err != nil:
		return err
	case !found.Known:
		return network.Invalid("input.spaceId", "not_of_gathering")
	case found.Outside:
		return network.Invalid("input.startsAt", "outside_gathering")
	case found.Busy != "":
		return &network.Error{Code: network.CodeConflict, Field: "input.spaceId", Key: "space_busy", Values: []any{"title", found.Busy}}
	case found.Full:
		return network.Invalid("input.gatheringId", "too_many", "max", network.AgendaItemsMax)
	}
	return nil
}

// lockedItem is an item of a draft agenda with its gathering, both locked.
type lockedItem struct {
	lockedGathering
	Title   string `db:"item_title"`
	Version int    `db:"item_version"`
}

func (t *tx) lockDraftItem(item network.ID) (l lockedItem, err error) {
	err = t.find(&l, `
		SELECT `+lockedGatheringColumns+`,
		       d.title AS item_title,
		       d.version AS item_version
		  FROM agenda_draft_item d
		  JOIN gathering g ON g.id = d.gathering_id
		 WHERE d.id = $1
		   AND `+read.Predicate(&draftAgendaItemRead, "d")+`
		   FOR UPDATE OF g, d`, item)
	return l, err
}

// EditAgendaItem rewrites an item of a draft agenda, or moves it.
func (s *Store) EditAgendaItem(ctx context.Context, v network.Viewer, a Act, item network.ID, version int, w network.AgendaItemWords) (DraftItemOf, error) {
	return act(ctx, s, v, a, func(t *tx) (DraftItemOf, error) {
		var none DraftItemOf
		if err := w.Clean(); err != nil {
			return none, err
		}
		l, err := allowedBy(t, t.lockDraftItem, item, network.CanEditGathering)
		if err := upToDate(err, l.Version, version); err != nil {
			return none, err
		}
		if err := t.fitsAgenda(l.lockedGathering, item, w); err != nil {
			return none, err
		}
		_, err = t.exec(changesAgenda+`
			UPDATE agenda_draft_item
			   SET title = $3,
			       kind = $4,
			       starts_at = $5,
			       ends_at = $6,
			       space_id = $7,
			       speaker = $8,
			       description = $9,
			       is_public = $10,
			       capacity = $11,
			       version = version + 1
			 WHERE id = $1`,
			item, l.ID, w.Title, w.Kind, w.StartsAt, w.EndsAt, w.Space, w.Speaker, w.Description, w.Public, w.Capacity)
		if err != nil {
			return none, err
		}
		t.tellPreparing(network.VerbAgendaItemEdited, l.lockedGathering, EventData{Excerpt: w.Title})
		return DraftItemOf{l.ID, item}, nil
	})
}

// RemoveAgendaItem takes an item off a draft agenda.
func (s *Store) RemoveAgendaItem(ctx context.Context, v network.Viewer, a Act, item network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		l, err := allowedBy(t, t.lockDraftItem, item, network.CanEditGathering)
		if err != nil {
			return "", err
		}
		_, err = t.exec(changesAgenda+`
			DELETE FROM agenda_draft_item
			 WHERE id = $1`, item, l.ID)
		if err != nil {
			return "", err
		}
		t.tellPreparing(network.VerbAgendaItemRemoved, l.lockedGathering, EventData{Excerpt: l.Title})
		return l.ID, nil
	})
}
