package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// SpaceOf is a room with its gathering.
type SpaceOf struct{ Gathering, Space network.ID }

// AddSpace adds a room, the last in the order of the board.
func (s *Store) AddSpace(ctx context.Context, v network.Viewer, a Act, gathering network.ID, w network.SpaceWords) (SpaceOf, error) {
	return act(ctx, s, v, a, func(t *tx) (SpaceOf, error) {
		var none SpaceOf
		if err := w.Clean(); err != nil {
			return none, err
		}
		g, err := allowedBy(t, t.lockGathering, gathering, network.CanEditGathering)
		if err != nil {
			return none, err
		}
		id := newID()
		added, err := t.exec(`
			INSERT INTO space (id, gathering_id, name, capacity, equipment, accessible, on_board, place)
			SELECT $1, $2, $3, $4, $5, $6, $7, coalesce(max(place) + 1, 0)
			  FROM space
			 WHERE gathering_id = $2
			HAVING count(*) < $8`,
			id, gathering, w.Name, w.Capacity, w.Equipment, w.Accessible, w.OnBoard, network.SpacesPerGathering)
		switch {
		case err != nil:
			return none, err
		case added == 0:
			return none, network.Invalid("input.gatheringId", "too_many", "max", network.SpacesPerGathering)
		}
		t.tellGathering(network.VerbSpaceAdded, g, EventData{Excerpt: w.Name})
		return SpaceOf{gathering, id}, nil
	})
}

// lockedSpace is a room with its gathering, both locked.
type lockedSpace struct {
	lockedGathering
	Name    string `db:"space_name"`
	Version int    `db:"space_version"`
}

func (t *tx) lockSpace(space network.ID) (l lockedSpace, err error) {
	err = t.find(&l, `
		SELECT `+lockedGatheringColumns+`,
		       s.name AS space_name,
		       s.version AS space_version
		  FROM space s
		  JOIN gathering g ON g.id = s.gathering_id
		 WHERE s.id = $1
		   AND `+read.Predicate(&spaceRead, "s")+`
		   AND `+read.Predicate(&gatheringRead, "g")+`
		   FOR UPDATE OF s, g`, space)
	return l, err
}

// EditSpace rewrites a room.
func (s *Store) EditSpace(ctx context.Context, v network.Viewer, a Act, space network.ID, version int, w network.SpaceWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := w.Clean(); err != nil {
			return "", err
		}
		l, err := allowedBy(t, t.lockSpace, space, network.CanEditGathering)
		if err := upToDate(err, l.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE space
			   SET name = $2,
			       capacity = $3,
			       equipment = $4,
			       accessible = $5,
			       on_board = $6,
			       version = version + 1
			 WHERE id = $1`, space, w.Name, w.Capacity, w.Equipment, w.Accessible, w.OnBoard)
		if err != nil {
			return "", err
		}
		t.tellGathering(network.VerbSpaceEdited, l.lockedGathering, EventData{Excerpt: w.Name})
		return space, nil
	})
}

// RemoveSpace removes a room in which nothing stands.
func (s *Store) RemoveSpace(ctx context.Context, v network.Viewer, a Act, space network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		l, err := allowedBy(t, t.lockSpace, space, network.CanEditGathering)
		if err != nil {
			return "", err
		}
		var used bool
		err = t.get(&used, `
			SELECT EXISTS (SELECT FROM agenda_item WHERE space_id = $1)
			    OR EXISTS (SELECT FROM agenda_draft_item WHERE space_id = $1)
			    OR EXISTS (SELECT FROM occurrence WHERE space_id = $1)`, space)
		switch {
		case err != nil:
			return "", err
		case used:
			return "", network.Invalid("input.spaceId", "space_in_use")
		}
		if _, err := t.exec(`DELETE FROM space WHERE id = $1`, space); err != nil {
			return "", err
		}
		t.tellGathering(network.VerbSpaceRemoved, l.lockedGathering, EventData{Excerpt: l.Name})
		return l.ID, nil
	})
}
