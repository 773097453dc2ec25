package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// BoardCell is a cell of the board with what speaks against it for one topic.
type BoardCell struct {
	Slot  network.ID `db:"slot_id"`
	Space network.ID `db:"space_id"`
	Notes []network.CellNote
}

// boardSession is network.BoardSession, as it is selected.
type boardSession struct {
	Topic    network.ID `db:"topic_id"`
	Slot     network.ID `db:"slot_id"`
	Space    network.ID `db:"space_id"`
	Convener network.ID `db:"convener_id"`
	Together int        `db:"together"`
}

// BoardCells tells what speaks against each cell of a topic's board; moved is
// the session that would leave its cell, empty when the topic gets one more.
// Nil when there is no such topic for the viewer.
func (s *Store) BoardCells(ctx context.Context, v network.Viewer, topic, moved network.ID) ([]BoardCell, error) {
	r := reader{ctx, s, v}
	var found []struct {
		Forum     network.ID `db:"forum_id"`
		Gathering network.ID `db:"gathering_id"`
		Convener  network.ID `db:"convener_id"`
		Stars     int        `db:"star_count"`
	}
	err := r.list(&found, `
		SELECT t.forum_id,
		       t.gathering_id,
		       t.convener_id,
		       t.star_count
		  FROM topic t
		 WHERE t.id = $1
		   AND `+read.Predicate(&topicRead, "t"), topic)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	of := found[0]
	var rows []boardSession
	err = r.list(&rows, `
		SELECT o.topic_id,
		       o.slot_id,
		       o.space_id,
		       t.convener_id,
		       (SELECT count(*)
		          FROM topic_star theirs
		          JOIN topic_star ours ON ours.staff_id = theirs.staff_id AND ours.topic_id = $2
		         WHERE theirs.topic_id = o.topic_id) AS together
		  FROM topic t
		  JOIN occurrence o ON o.topic_id = t.id AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
		 WHERE t.forum_id = $1
		   AND o.id IS DISTINCT FROM $3::uuid
		 ORDER BY together DESC, o.topic_id`, of.Forum, topic, moved)
	if err != nil {
		return nil, err
	}
	board := make([]network.BoardSession, len(rows))
	for i, row := range rows {
		board[i] = network.BoardSession{TopicID: row.Topic, SlotID: row.Slot, SpaceID: row.Space, ConvenerID: row.Convener, Together: row.Together}
	}
	var places []struct {
		BoardCell
		Capacity int `db:"capacity"`
	}
	err = r.list(&places, `
		SELECT slot.id AS slot_id,
		       space.id AS space_id,
		       space.capacity
		  FROM slot
		  JOIN space ON space.gathering_id = $2 AND space.on_board
		 WHERE slot.forum_id = $1
		   AND NOT slot.removed
		 ORDER BY slot.starts_at, slot.id, space.place, space.id`, of.Forum, of.Gathering)
	cells := make([]BoardCell, len(places))
	for i, p := range places {
		cells[i] = p.BoardCell
		cells[i].Notes = network.CellNotes(topic, of.Convener, of.Stars, p.Slot, p.Space, p.Capacity, board)
	}
	return cells, err
}
