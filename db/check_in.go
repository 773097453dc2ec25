package db

import (
	"context"

	"maillage/network"
)

// CheckIn notes that the viewer is in the room of a session, and no longer in
// another of the same slot. Said twice it is noted once.
func (s *Store) CheckIn(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		held, err := t.holdTopic(topic)
		if err != nil {
			return "", err
		}
		if err := network.CanCheckIn(v, held); err != nil {
			return "", err
		}
		// Who checks in to two rooms at once is in the second.
		if err := t.lockOneself(); err != nil {
			return "", err
		}
		var former []network.ID
		err = t.list(&former, `
			UPDATE occurrence_participant p
			   SET left_at = :now
			  FROM occurrence here
			  JOIN occurrence there ON there.slot_id = here.slot_id AND there.id <> here.id AND there.state IN ('PLANNED', 'RUNNING')
			 WHERE here.topic_id = $1
			   AND here.state IN ('PLANNED', 'RUNNING', 'ENDED')
			   AND p.occurrence_id = there.id
			   AND p.staff_id = :viewer_id
			   AND p.left_at IS NULL
			RETURNING there.topic_id`, topic)
		if err != nil {
			return "", err
		}
		noted, err := t.exec(`
			INSERT INTO occurrence_participant AS p (occurrence_id, staff_id, at)
			SELECT o.id, :viewer_id, :now
			  FROM occurrence o
			 WHERE o.topic_id = $1
			   AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
			ON CONFLICT (occurrence_id, staff_id) DO UPDATE
			   SET left_at = NULL
			 WHERE p.left_at IS NOT NULL`, topic)
		if err != nil {
			return "", err
		}
		for _, id := range former {
			t.tellTopic(network.VerbTopicCheckedOut, network.Topic{ID: id, Forum: held.Forum}, EventData{})
		}
		if noted > 0 {
			t.tellTopic(network.VerbTopicCheckedIn, held, EventData{})
		}
		return topic, nil
	})
}

// CheckOut notes that the viewer has left the room of a session. They stay
// among those who took part.
func (s *Store) CheckOut(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		held, err := t.holdTopic(topic)
		if err != nil {
			return "", err
		}
		if err := network.CanCheckOut(v, held); err != nil {
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

// lockOneself makes what the viewer does at once on two devices follow one
// another.
func (t *tx) lockOneself() error {
	_, err := t.exec(`
		SELECT
		  FROM staff_member
		 WHERE id = :viewer_id
		   FOR NO KEY UPDATE`)
	return err
}
