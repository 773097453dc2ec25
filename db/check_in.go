package db

import (
	"context"

	"maillage/network"
)

// CheckIn notes that the viewer is in the room of a session, and no longer in
// another of the same slot: the one named, or else the one that runs, comes
// next, or was last. Said twice it is noted once.
func (s *Store) CheckIn(ctx context.Context, v network.Viewer, a Act, topic, session network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		// Who checks in to two rooms at once is in the second.
		held, err := allowed(t, t.holdTopicForOne, topic, network.CanCheckIn)
		if err != nil {
			return "", err
		}
		var moves []struct {
			Topic network.ID        `db:"topic_id"`
			Verb  network.EventVerb `db:"verb"`
		}
		err = t.list(&moves, `
			WITH here AS (
				SELECT o.id, o.slot_id, o.topic_id
				  FROM topic t
				  JOIN occurrence o ON o.id = coalesce($2, t.occurrence_id) AND o.topic_id = t.id
				 WHERE t.id = $1
				   AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
			), former AS (
				UPDATE occurrence_participant p
				   SET left_at = :now
				  FROM here
				  JOIN occurrence o ON o.slot_id = here.slot_id AND o.id <> here.id AND o.state IN ('PLANNED', 'RUNNING')
				 WHERE p.occurrence_id = o.id
				   AND p.staff_id = :viewer_id
				   AND p.left_at IS NULL
				RETURNING o.topic_id
			), noted AS (
				INSERT INTO occurrence_participant AS p (occurrence_id, staff_id, at)
				SELECT id, :viewer_id, :now
				  FROM here
				ON CONFLICT (occurrence_id, staff_id) DO UPDATE
				   SET left_at = NULL
				 WHERE p.left_at IS NOT NULL
				RETURNING occurrence_id
			)
			SELECT topic_id, '' AS verb
			  FROM here
			 UNION ALL
			SELECT topic_id, 'TOPIC_CHECKED_OUT'
			  FROM former
			 UNION ALL
			SELECT $1, 'TOPIC_CHECKED_IN'
			  FROM noted`, topic, session)
		if err == nil && len(moves) == 0 {
			return "", network.Invalid("input.occurrenceId", "session_not_of_topic")
		}
		for _, m := range moves {
			if m.Verb != "" { // the session itself: nothing has moved
				t.tellTopic(m.Verb, network.Topic{ID: m.Topic, Forum: held.Forum}, EventData{})
			}
		}
		return topic, err
	})
}

// CheckOut notes that the viewer has left the room of a session. They stay
// among those who took part.
func (s *Store) CheckOut(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		held, err := allowed(t, t.holdTopic, topic, network.CanCheckOut)
		if err != nil {
			return "", err
		}
		left, err := t.exec(`
			UPDATE occurrence_participant p
			   SET left_at = :now
			  FROM occurrence o
			 WHERE o.topic_id = $1
			   AND o.state IN ('PLANNED', 'RUNNING')
			   AND p.occurrence_id = o.id
			   AND p.staff_id = :viewer_id
			   AND p.left_at IS NULL`, topic)
		if left > 0 {
			t.tellTopic(network.VerbTopicCheckedOut, held, EventData{})
		}
		return topic, err
	})
}
