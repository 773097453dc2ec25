package db

import (
	"context"

	"maillage/network"
)

// AddSlot adds a slot to a forum's board. Answers the forum.
func (s *Store) AddSlot(ctx context.Context, v network.Viewer, a Act, forum network.ID, terms network.SlotTerms) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := terms.Validate(); err != nil {
			return "", err
		}
		f, err := allowed(t, t.lockForum, forum, network.CanEditSlots)
		if err != nil {
			return "", err
		}
		id := newID()
		slots, err := t.besideSlot(f.ID, id, terms)
		if err != nil {
			return "", err
		}
		if slots >= network.SlotsPerForum {
			return "", network.Invalid("input.forumId", "too_many", "max", network.SlotsPerForum)
		}
		_, err = t.exec(`
			INSERT INTO slot (id, forum_id, label, starts_at, ends_at)
			VALUES ($1, $2, $3, $4, $5)`, id, f.ID, terms.Label, terms.StartsAt, terms.EndsAt)
		if err != nil {
			return "", err
		}
		t.tellForum(network.VerbSlotAdded, f, EventData{Excerpt: terms.Label})
		return f.ID, nil
	})
}

// EditSlot renames a slot or moves its hours, at the version its editor saw.
func (s *Store) EditSlot(ctx context.Context, v network.Viewer, a Act, slot network.ID, version int, terms network.SlotTerms) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := terms.Validate(); err != nil {
			return "", err
		}
		f, stored, err := t.lockSlot(slot, version)
		if err != nil {
			return "", err
		}
		if _, err := t.besideSlot(f.ID, slot, terms); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE slot
			   SET label = $2,
			       starts_at = $3,
			       ends_at = $4,
			       version = version + 1
			 WHERE id = $1`, slot, terms.Label, terms.StartsAt, terms.EndsAt)
		if err != nil {
			return "", err
		}
		t.tellForum(network.VerbSlotEdited, f, EventData{From: stored, To: terms.Label, Excerpt: terms.Label})
		return f.ID, nil
	})
}

// RemoveSlot takes a slot off the board when no session stands in it.
func (s *Store) RemoveSlot(ctx context.Context, v network.Viewer, a Act, slot network.ID, version int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		f, label, err := t.lockSlot(slot, version)
		if err != nil {
			return "", err
		}
		removed, err := t.exec(`
			UPDATE slot
			   SET removed = true,
			       version = version + 1
			 WHERE id = $1
			   AND NOT EXISTS (SELECT
			                     FROM occurrence o
			                    WHERE o.slot_id = $1
			                      AND o.state IN ('PLANNED', 'RUNNING', 'ENDED'))`, slot)
		if err != nil {
			return "", err
		}
		if removed == 0 {
			return "", network.Invalid("input.slotId", "slot_in_use")
		}
		t.tellForum(network.VerbSlotRemoved, f, EventData{Excerpt: label})
		return f.ID, nil
	})
}

// lockSlot locks the board of a slot that the viewer may edit, and refuses a
// version that no longer stands.
func (t *tx) lockSlot(slot network.ID, version int) (f network.Forum, label string, err error) {
	var forum network.ID
	err = t.find(&forum, `
		SELECT forum_id
		  FROM slot
		 WHERE id = $1
		   AND NOT removed`, slot)
	if err != nil {
		return f, "", err
	}
	if f, err = allowed(t, t.lockForum, forum, network.CanEditSlots); err != nil {
		return f, "", err
	}
	// Under the lock of the board: what was read before may have passed.
	var stored struct {
		Label   string `db:"label"`
		Version int    `db:"version"`
	}
	err = t.find(&stored, `
		SELECT label,
		       version
		  FROM slot
		 WHERE id = $1
		   AND NOT removed`, slot)
	if err == nil && stored.Version != version {
		return f, "", network.Conflict(stored.Version)
	}
	return f, stored.Label, err
}

// besideSlot counts the slots of a board, and refuses hours that overlap
// another's. The forum is locked.
func (t *tx) besideSlot(forum, slot network.ID, terms network.SlotTerms) (int, error) {
	var beside struct {
		Slots    int  `db:"slots"`
		Overlaps bool `db:"overlaps"`
	}
	err := t.get(&beside, `
		SELECT count(*) AS slots,
		       coalesce(bool_or(id <> $2 AND starts_at < $4 AND ends_at > $3), false) AS overlaps
		  FROM slot
		 WHERE forum_id = $1
		   AND NOT removed`, forum, slot, terms.StartsAt, terms.EndsAt)
	if err == nil && beside.Overlaps {
		return 0, network.Invalid("input.startsAt", "slot_overlaps")
	}
	return beside.Slots, err
}
