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

// PlaceTopic places a topic in a slot and a space, or moves it there, leaving
// a trace where it was. The board is locked, so of two that want a cell the
// second is told that it is taken; so is a convener who would be in two rooms.
func (s *Store) PlaceTopic(ctx context.Context, v network.Viewer, a Act, topic, slot, space network.ID) (Placed, error) {
	return act(ctx, s, v, a, func(t *tx) (Placed, error) {
		locked, err := t.lockTopicOnBoard(topic)
		if err != nil {
			return Placed{}, err
		}
		if err := network.CanPlaceTopic(v, locked); err != nil {
			return Placed{}, err
		}
		cell, err := t.cell(locked, slot, space)
		if err != nil {
			return Placed{}, err
		}
		placed := Placed{Topic: topic, Forum: locked.Forum.ID}
		if !cell.Already {
			if err := t.putInto(locked, slot, space); err != nil {
				return Placed{}, err
			}
			t.tellTopic(network.VerbTopicPlaced, locked, EventData{From: string(locked.State), To: string(network.TopicScheduled), Excerpt: cell.Name})
		}
		placed.Warnings, err = t.placementWarnings(topic, slot, cell.Capacity)
		return placed, err
	})
}

// A cell is what stands in a slot and a space, seen from a topic.
type cell struct {
	OfForum  bool   `db:"of_forum"`
	Capacity int    `db:"capacity"` // 0: no such space on the board
	Name     string `db:"name"`
	// Already: this topic. Taken: another. Elsewhere: its convener has another
	// session in the slot.
	Already   bool `db:"already"`
	Taken     bool `db:"taken"`
	Elsewhere bool `db:"elsewhere"`
}

func (t *tx) cell(topic network.Topic, slot, space network.ID) (cell, error) {
	var c cell
	err := t.get(&c, `
		SELECT EXISTS (SELECT FROM slot WHERE id = $2 AND forum_id = $4) AS of_forum,
		       coalesce(room.capacity, 0) AS capacity,
		       coalesce(room.name, '') AS name,
		       coalesce(bool_or(o.space_id = $3 AND o.topic_id = $1), false) AS already,
		       coalesce(bool_or(o.space_id = $3 AND o.topic_id <> $1), false) AS taken,
		       coalesce(bool_or(o.topic_id <> $1 AND other.convener_id = $6), false) AS elsewhere
		  FROM (SELECT) AS one
		  LEFT JOIN space room ON room.id = $3 AND room.gathering_id = $5 AND room.on_board
		  LEFT JOIN occurrence o ON o.slot_id = $2 AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
		  LEFT JOIN topic other ON other.id = o.topic_id
		 GROUP BY room.id`,
		topic.ID, slot, space, topic.Forum.ID, topic.Forum.GatheringID, topic.ConvenerID)
	switch {
	case err != nil:
		return c, err
	case !c.OfForum:
		return c, network.Invalid("input.slotId", "not_of_forum")
	case c.Capacity == 0:
		return c, network.Invalid("input.spaceId", "not_of_forum")
	case c.Taken:
		return c, &network.Error{Code: network.CodeConflict, Field: "input.spaceId", Key: "space_taken"}
	case c.Elsewhere:
		return c, &network.Error{Code: network.CodeConflict, Field: "input.slotId", Key: "convener_elsewhere"}
	}
	return c, nil
}

// putInto leaves a trace of where the topic was and makes it stand in the cell;
// whoever had checked in follows.
func (t *tx) putInto(topic network.Topic, slot, space network.ID) error {
	var former []network.ID
	err := t.list(&former, `
		UPDATE occurrence
		   SET state = 'MOVED'
		 WHERE topic_id = $1
		   AND state = 'PLANNED'
		RETURNING id`, topic.ID)
	if err != nil {
		return err
	}
	id := newID()
	_, err = t.exec(`
		WITH placed AS (
			INSERT INTO occurrence (id, topic_id, slot_id, space_id, placed_by, placed_at)
			VALUES ($1, $2, $3, $4, :viewer_id, :now)
		)
		UPDATE topic
		   SET state = 'SCHEDULED'
		 WHERE id = $2`, id, topic.ID, slot, space)
	if err != nil || len(former) == 0 {
		return err
	}
	_, err = t.exec(`
		UPDATE occurrence_participant
		   SET occurrence_id = $2
		 WHERE occurrence_id = $1`, former[0], id)
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

// UnplaceTopic takes a topic off the board; its cell is free again.
func (s *Store) UnplaceTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (Placed, error) {
	return act(ctx, s, v, a, func(t *tx) (Placed, error) {
		locked, err := t.lockTopicOnBoard(topic)
		if err != nil {
			return Placed{}, err
		}
		if err := network.CanUnplaceTopic(v, locked); err != nil {
			return Placed{}, err
		}
		if err := t.setTopicState(topic, locked.Queued(), network.OccurrenceCancelled); err != nil {
			return Placed{}, err
		}
		t.tellTopic(network.VerbTopicUnplaced, locked, EventData{From: string(locked.State), To: string(locked.Queued())})
		return Placed{Topic: topic, Forum: locked.Forum.ID}, nil
	})
}

// StartTopic opens a placed session.
func (s *Store) StartTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := t.lockTopic(topic)
		if err != nil {
			return "", err
		}
		if err := network.CanStartTopic(v, locked); err != nil {
			return "", err
		}
		if err := t.setTopicState(topic, network.TopicRunning, network.OccurrenceRunning); err != nil {
			return "", err
		}
		t.tellTopic(network.VerbTopicStarted, locked, EventData{From: string(locked.State), To: string(network.TopicRunning)})
		return topic, nil
	})
}

// HoldTopic ends a session. Its convener, or the facilitator where nobody
// convenes, is asked for the harvest.
func (s *Store) HoldTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := t.lockTopic(topic)
		if err != nil {
			return "", err
		}
		if err := network.CanHoldTopic(v, locked); err != nil {
			return "", err
		}
		if err := t.setTopicState(topic, network.TopicHeld, network.OccurrenceEnded); err != nil {
			return "", err
		}
		asked := locked.ConvenerID
		if asked == "" {
			asked = locked.Forum.FacilitatorID
		}
		due := network.DateOf(t.now).AddDays(network.HarvestDays)
		if err := t.ask(network.AsksWriteHarvest, network.ObjectTopic, topic, due, asked); err != nil {
			return "", err
		}
		t.tellTopic(network.VerbTopicHeld, locked, EventData{From: string(locked.State), To: string(network.TopicHeld)})
		return topic, nil
	})
}
