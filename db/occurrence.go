package db

import (
	"context"

	"maillage/network"
)

// Placed is a topic on or off its forum's board.
type Placed struct {
	Topic, Forum network.ID
	Warnings     []network.PlacementWarning
}

// PlaceTopic places a topic in a slot and a space, or moves a session of it
// there, leaving a trace where it was: the session named, or else the first
// that has not begun. The board is locked, so of two that want a cell the
// second is told that it is taken; so is a convener who would be in two rooms.
func (s *Store) PlaceTopic(ctx context.Context, v network.Viewer, a Act, topic, slot, space, session network.ID) (Placed, error) {
	return act(ctx, s, v, a, func(t *tx) (Placed, error) {
		locked, err := allowed(t, t.lockTopicOnBoard, topic, network.CanPlaceTopic)
		if err != nil {
			return Placed{}, err
		}
		cell, err := t.cell(locked, slot, space, session, true)
		if err != nil {
			return Placed{}, err
		}
		if locked.State == network.TopicRunning && cell.Moved == "" {
			locked.Planned = 0 // the session that was ahead has begun meanwhile
			return Placed{}, network.CanPlaceTopic(v, locked)
		}
		placed := Placed{Topic: topic, Forum: locked.Forum.ID}
		if !cell.Already {
			if err := t.putInto(locked, slot, space, cell.Moved); err != nil {
				return Placed{}, err
			}
			t.tellTopic(network.VerbTopicPlaced, locked, EventData{From: string(locked.State), To: string(network.TopicScheduled), Excerpt: cell.Name})
		}
		placed.Warnings, err = t.placementWarnings(topic, slot, cell.Capacity)
		return placed, err
	})
}

// RepeatTopic gives a placed topic one more session, in another slot.
func (s *Store) RepeatTopic(ctx context.Context, v network.Viewer, a Act, topic, slot, space network.ID) (Placed, error) {
	return act(ctx, s, v, a, func(t *tx) (Placed, error) {
		locked, err := allowed(t, t.lockTopicOnBoard, topic, network.CanRepeatTopic)
		if err != nil {
			return Placed{}, err
		}
		cell, err := t.cell(locked, slot, space, "", false)
		if err != nil {
			return Placed{}, err
		}
		if cell.Already {
			return Placed{}, &network.Error{Code: network.CodeConflict, Field: "input.slotId", Key: "topic_in_slot"}
		}
		if err := t.putInto(locked, slot, space, ""); err != nil {
			return Placed{}, err
		}
		t.tellTopic(network.VerbTopicRepeated, locked, EventData{Excerpt: cell.Name})
		placed := Placed{Topic: topic, Forum: locked.Forum.ID}
		placed.Warnings, err = t.placementWarnings(topic, slot, cell.Capacity)
		return placed, err
	})
}

// A cell is what stands in a slot and a space, seen from a topic.
type cell struct {
	OfForum  bool   `db:"of_forum"`
	Capacity int    `db:"capacity"` // 0: no such space on the board
	Name     string `db:"name"`
	// Moved is the session that leaves its own cell for this one; empty when the
	// topic gets one more.
	Moved network.ID `db:"moved"`
	// Already: this topic. Taken: another. Elsewhere: its convener has another
	// session in the slot. Twice: the topic has another session in the slot.
	Already   bool `db:"already"`
	Taken     bool `db:"taken"`
	Elsewhere bool `db:"elsewhere"`
	Twice     bool `db:"twice"`
}

func (t *tx) cell(topic network.Topic, slot, space, session network.ID, moves bool) (cell, error) {
	var c cell
	err := t.get(&c, `
		SELECT EXISTS (SELECT FROM slot WHERE id = $2 AND forum_id = $4 AND NOT removed) AS of_forum,
		       coalesce(room.capacity, 0) AS capacity,
		       coalesce(room.name, '') AS name,
		       moved.id AS moved,
		       coalesce(bool_or(o.space_id = $3 AND o.topic_id = $1), false) AS already,
		       coalesce(bool_or(o.space_id = $3 AND o.topic_id <> $1), false) AS taken,
		       coalesce(bool_or(o.topic_id <> $1 AND other.convener_id = $6), false) AS elsewhere,
		       coalesce(bool_or(o.topic_id = $1 AND o.id IS DISTINCT FROM moved.id), false) AS twice
		  FROM (SELECT) AS one
		  LEFT JOIN space room ON room.id = $3 AND room.gathering_id = $5 AND room.on_board
		  LEFT JOIN LATERAL (SELECT p.id
		                       FROM occurrence p
		                       JOIN slot s ON s.id = p.slot_id
		                      WHERE $8
		                        AND p.topic_id = $1
		                        AND p.state = 'PLANNED'
		                        AND ($7::uuid IS NULL OR p.id = $7)
		                      ORDER BY s.starts_at, p.id
		                      LIMIT 1) AS moved ON true
		  LEFT JOIN occurrence o ON o.slot_id = $2 AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
		  LEFT JOIN topic other ON other.id = o.topic_id
		 GROUP BY room.id, moved.id`,
		topic.ID, slot, space, topic.Forum.ID, topic.Forum.GatheringID, topic.ConvenerID, session, moves)
	switch {
	case err != nil:
		return c, err
	case session != "" && c.Moved == "":
		return c, network.Invalid("input.occurrenceId", "session_not_planned")
	case !c.OfForum:
		return c, network.Invalid("input.slotId", "not_of_forum")
	case c.Capacity == 0:
		return c, network.Invalid("input.spaceId", "not_of_forum")
	case c.Taken:
		return c, &network.Error{Code: network.CodeConflict, Field: "input.spaceId", Key: "space_taken"}
	case c.Elsewhere:
		return c, &network.Error{Code: network.CodeConflict, Field: "input.slotId", Key: "convener_elsewhere"}
	case c.Twice && (session != "" || !c.Already):
		return c, &network.Error{Code: network.CodeConflict, Field: "input.slotId", Key: "topic_in_slot"}
	}
	return c, nil
}

// putInto leaves a trace of the session that moves, if one does, and makes the
// topic stand in the cell; whoever had checked in follows. In calendars it is
// the same session, moved once more than its former slot and it had been.
func (t *tx) putInto(topic network.Topic, slot, space, moved network.ID) error {
	if moved != "" {
		_, err := t.exec(`
		UPDATE occurrence
		   SET state = 'MOVED'
			 WHERE id = $1`, moved)
		if err != nil {
			return err
		}
	}
	id := newID()
	_, err := t.exec(`
		WITH placed AS (
			INSERT INTO occurrence (id, topic_id, slot_id, space_id, placed_by, placed_at, calendar_id, sequence)
			SELECT $1, $2, $3, $4, :viewer_id, :now, coalesce(former.calendar_id, former.id), coalesce(former.sequence + left_slot.version, 0)
			  FROM (SELECT) AS one
			  LEFT JOIN occurrence former ON former.id = $5
			  LEFT JOIN slot left_slot ON left_slot.id = former.slot_id
		)
		UPDATE topic
		   SET state = CASE WHEN state = 'RUNNING' THEN state ELSE 'SCHEDULED' END
		 WHERE id = $2`, id, topic.ID, slot, space, moved)
	if err != nil || moved == "" {
		return err
	}
	_, err = t.exec(`
		UPDATE occurrence_participant
		   SET occurrence_id = $2
		 WHERE occurrence_id = $1`, moved, id)
	return err
}

// placementWarnings tells what speaks against a placing: more stars than the
// room holds, and the sessions of the slot that the same people starred, those
// of most people first.
func (t *tx) placementWarnings(topic, slot network.ID, capacity int) ([]network.PlacementWarning, error) {
	var rows []struct {
		Topic  network.ID `db:"topic_id"`
		People int        `db:"people"`
	}
	err := t.list(&rows, `
		SELECT s.topic_id,
		       count(*) AS people
		  FROM topic_star s
		 WHERE s.topic_id = $1
		 GROUP BY s.topic_id
		 UNION ALL
		SELECT o.topic_id,
		       count(*) AS people
		  FROM occurrence o
		  JOIN topic_star theirs ON theirs.topic_id = o.topic_id
		  JOIN topic_star ours ON ours.topic_id = $1 AND ours.staff_id = theirs.staff_id
		 WHERE o.slot_id = $2
		   AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
		   AND o.topic_id <> $1
		 GROUP BY o.topic_id
		 ORDER BY people DESC, topic_id`, topic, slot)
	warnings := []network.PlacementWarning{}
	for _, row := range rows {
		switch {
		case row.Topic != topic:
			warnings = append(warnings, network.PlacementWarning{Code: network.WarningStarredTogether, Count: row.People, TopicID: row.Topic})
		case row.People > capacity:
			warnings = append(warnings, network.PlacementWarning{Code: network.WarningRoomTooSmall, Count: row.People - capacity})
		}
	}
	return warnings, err
}

// UnplaceTopic takes the sessions of a topic that have not begun off the board,
// or the one named; their cells are free again. A topic whose last session was
// ahead and that has been held before is then held for good.
func (s *Store) UnplaceTopic(ctx context.Context, v network.Viewer, a Act, topic, session network.ID) (Placed, error) {
	return act(ctx, s, v, a, func(t *tx) (Placed, error) {
		locked, err := allowed(t, t.lockTopicOnBoard, topic, network.CanUnplaceTopic)
		if err != nil {
			return Placed{}, err
		}
		gone, err := t.exec(`
			UPDATE occurrence
			   SET state = 'CANCELLED'
			 WHERE topic_id = $1
			   AND state = 'PLANNED'
			   AND ($2::uuid IS NULL OR id = $2)`, topic, session)
		if err != nil {
			return Placed{}, err
		}
		if gone == 0 {
			return Placed{}, network.Invalid("input.occurrenceId", "session_not_planned")
		}
		to, err := t.settleState(locked)
		if err != nil {
			return Placed{}, err
		}
		t.tellTopic(network.VerbTopicUnplaced, locked, EventData{From: string(locked.State), To: string(to)})
		return Placed{Topic: topic, Forum: locked.Forum.ID}, nil
	})
}

// settleState gives a topic the state that its sessions leave it in, and asks
// for the harvest when the last has been held. The topic is locked, and its
// sessions are read anew: what was known of them before the lock may have passed.
func (t *tx) settleState(topic network.Topic) (network.TopicState, error) {
	var to network.TopicState
	err := t.get(&to, `
		UPDATE topic
		   SET state = CASE (SELECT max(CASE o.state WHEN 'RUNNING' THEN 3 WHEN 'PLANNED' THEN 2 WHEN 'ENDED' THEN 1 END)
		                       FROM occurrence o
		                      WHERE o.topic_id = topic.id)
		               WHEN 3 THEN 'RUNNING'
		               WHEN 2 THEN 'SCHEDULED'
		               WHEN 1 THEN 'HELD'
		               ELSE CASE WHEN state = 'RUNNING' THEN 'HELD' WHEN pitched_at IS NOT NULL THEN 'PITCHED' ELSE 'PROPOSED' END END
		 WHERE id = $1
		RETURNING state`, topic.ID)
	if err != nil || to != network.TopicHeld {
		return to, err
	}
	asked := topic.ConvenerID
	if asked == "" {
		asked = topic.Forum.FacilitatorID
	}
	due := network.DateOf(t.now).AddDays(network.HarvestDays)
	return to, t.ask(network.AsksWriteHarvest, network.ObjectTopic, topic.ID, due, asked)
}

// StartTopic opens a placed session: the one named, or else the first that has
// not begun.
func (s *Store) StartTopic(ctx context.Context, v network.Viewer, a Act, topic, session network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopic, topic, network.CanStartTopic)
		if err != nil {
			return "", err
		}
		begun, err := t.exec(`
			WITH session AS (
				UPDATE occurrence
				   SET state = 'RUNNING'
				 WHERE id = (SELECT o.id
				               FROM occurrence o
				               JOIN slot s ON s.id = o.slot_id
				              WHERE o.topic_id = $1
				                AND o.state = 'PLANNED'
				                AND ($2::uuid IS NULL OR o.id = $2)
				              ORDER BY s.starts_at, o.id
				              LIMIT 1)
				RETURNING topic_id
			)
			UPDATE topic
			   SET state = 'RUNNING'
			 WHERE id = (SELECT topic_id FROM session)`, topic, session)
		if err != nil {
			return "", err
		}
		if begun == 0 {
			return "", network.Invalid("input.occurrenceId", "session_not_planned")
		}
		t.tellTopic(network.VerbTopicStarted, locked, EventData{From: string(locked.State), To: string(network.TopicRunning)})
		return topic, nil
	})
}

// HoldTopic ends the session that runs. After the last its convener, or the
// facilitator where nobody convenes, is asked for the harvest.
func (s *Store) HoldTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopic, topic, network.CanHoldTopic)
		if err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE occurrence
			   SET state = 'ENDED'
			 WHERE topic_id = $1
			   AND state = 'RUNNING'`, topic)
		if err != nil {
			return "", err
		}
		to, err := t.settleState(locked)
		if err != nil {
			return "", err
		}
		t.tellTopic(network.VerbTopicHeld, locked, EventData{From: string(locked.State), To: string(to)})
		return topic, nil
	})
}
