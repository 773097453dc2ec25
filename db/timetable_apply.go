package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/network"
)

// Placing is a topic to be put into a cell.
type Placing struct{ Topic, Slot, Space network.ID }

// ApplyTimetable puts topics that wait into free cells, all of them or none. It
// is told of the board as whoever confirms it saw it: whatever has changed
// since so that one does not fit any more refuses the whole.
func (s *Store) ApplyTimetable(ctx context.Context, v network.Viewer, a Act, forum network.ID, version int, placings []Placing) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		f, err := allowed(t, t.lockForum, forum, network.CanProposeTimetable)
		if err := upToDate(err, f.Version, version); err != nil {
			return "", err
		}
		switch {
		case len(placings) == 0:
			return "", network.Invalid("input.placements", "required")
		case len(placings) > network.TopicsPerForum:
			return "", network.Invalid("input.placements", "too_many", "max", network.TopicsPerForum)
		}
		ids, topics, slots, spaces := make([]network.ID, len(placings)), make([]network.ID, len(placings)), make([]network.ID, len(placings)), make([]network.ID, len(placings))
		for i, p := range placings {
			ids[i], topics[i], slots[i], spaces[i] = newID(), p.Topic, p.Slot, p.Space
		}
		if err := t.allFit(f, topics, slots, spaces); err != nil {
			return "", err
		}
		var put []struct {
			Topic network.ID         `db:"topic_id"`
			From  network.TopicState `db:"state"`
			Space string             `db:"name"`
		}
		// Both parts see the topics as they were before the statement.
		err = t.list(&put, `
			WITH cell AS (
				SELECT *
				  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) AS c (id, topic_id, slot_id, space_id)
			), placed AS (
				INSERT INTO occurrence (id, topic_id, slot_id, space_id, placed_by, placed_at)
				SELECT id, topic_id, slot_id, space_id, :viewer_id, :now
				  FROM cell
			), moved AS (
				UPDATE topic
				   SET state = 'SCHEDULED'
				  FROM cell
				 WHERE topic.id = cell.topic_id
			), counted AS (
				UPDATE forum
				   SET version = version + 1
				 WHERE id = $5
			)
			SELECT cell.topic_id,
			       t.state,
			       p.name
			  FROM cell
			  JOIN topic t ON t.id = cell.topic_id
			  JOIN space p ON p.id = cell.space_id
			 ORDER BY cell.id`, pq.Array(ids), pq.Array(topics), pq.Array(slots), pq.Array(spaces), f.ID)
		if err != nil {
			return "", err
		}
		t.tellForum(network.VerbTimetableApplied, f, EventData{})
		for _, p := range put {
			t.tellTopic(network.VerbTopicPlaced, network.Topic{ID: p.Topic, Forum: f}, EventData{From: string(p.From), To: string(network.TopicScheduled), Excerpt: p.Space})
		}
		return f.ID, nil
	})
}

// allFit checks all placings at once against the board, which is locked, and
// against one another. Topics are locked, so that none is taken, edited or
// withdrawn on the way.
func (t *tx) allFit(f network.Forum, topics, slots, spaces []network.ID) error {
	var locked []network.ID
	err := t.list(&locked, `
		SELECT id
		  FROM topic
		 WHERE id = ANY($2::uuid[])
		   AND forum_id = $1
		   AND state IN ('PROPOSED', 'PITCHED')
		 ORDER BY id
		   FOR NO KEY UPDATE`, f.ID, pq.Array(topics))
	if err != nil {
		return err
	}
	var fits struct {
		Known  int `db:"known"`
		Topics int `db:"topics"`
		Cells  int `db:"cells"`
		Taken  int `db:"taken"`
		Twice  int `db:"twice"`
	}
	err = t.get(&fits, `
		WITH cell AS (
			SELECT c.topic_id,
			       c.slot_id,
			       c.space_id,
			       t.convener_id
			  FROM unnest($3::uuid[], $4::uuid[], $5::uuid[]) AS c (topic_id, slot_id, space_id)
			  JOIN topic t ON t.id = c.topic_id AND t.forum_id = $1
			  JOIN slot s ON s.id = c.slot_id AND s.forum_id = $1 AND NOT s.removed
			  JOIN space p ON p.id = c.space_id AND p.gathering_id = $2 AND p.on_board
		), standing AS (
			SELECT o.slot_id,
			       o.space_id,
			       t.convener_id
			  FROM topic t
			  JOIN occurrence o ON o.topic_id = t.id AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
			 WHERE t.forum_id = $1
		), convened AS (
			SELECT slot_id, convener_id FROM cell
			 UNION ALL
			SELECT slot_id, convener_id FROM standing
		)
		SELECT (SELECT count(*) FROM cell) AS known,
		       (SELECT count(DISTINCT topic_id) FROM cell) AS topics,
		       (SELECT count(DISTINCT (slot_id, space_id)) FROM cell) AS cells,
		       (SELECT count(*) FROM cell JOIN standing USING (slot_id, space_id)) AS taken,
		       (SELECT count(*)
		          FROM (SELECT
		                  FROM convened
		                 WHERE convener_id IS NOT NULL
		                 GROUP BY slot_id, convener_id
		                HAVING count(*) > 1) AS clash) AS twice`,
		f.ID, f.GatheringID, pq.Array(topics), pq.Array(slots), pq.Array(spaces))
	if err != nil {
		return err
	}
	n := len(topics)
	if len(locked) != n || fits.Known != n || fits.Topics != n || fits.Cells != n || fits.Taken > 0 || fits.Twice > 0 {
		return &network.Error{Code: network.CodeConflict, Field: "input.placements", Key: "timetable_passed"}
	}
	return nil
}
