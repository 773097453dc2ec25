package db

import (
	"context"

	"maillage/network"
)

// CastDots puts that many of the viewer's dots on a topic, in place of those
// they had put there. The fact is told to the voter alone: the journal must not
// give away a result before the vote is closed.
func (s *Store) CastDots(ctx context.Context, v network.Viewer, a Act, topic network.ID, count int) (Placed, error) {
	return act(ctx, s, v, a, func(t *tx) (Placed, error) {
		held, err := t.holdTopic(topic)
		if err != nil {
			return Placed{}, err
		}
		if err := network.CanVoteTopic(v, held); err != nil {
			return Placed{}, err
		}
		f := held.Forum
		if count < 0 || count > f.DotsPerPerson {
			return Placed{}, network.Invalid("input.count", "out_of_range", "min", 0, "max", f.DotsPerPerson)
		}
		left, err := t.dotsLeft(held)
		if err != nil {
			return Placed{}, err
		}
		if count > left {
			return Placed{}, network.Invalid("input.count", "too_many_dots", "left", left)
		}
		_, err = t.exec(`
			WITH gone AS (
				DELETE FROM topic_dot
				 WHERE topic_id = $1
				   AND staff_id = :viewer_id
				   AND $2::integer = 0
			)
			INSERT INTO topic_dot (topic_id, staff_id, count, at)
			SELECT $1, :viewer_id, $2, :now
			 WHERE $2 > 0
			ON CONFLICT (topic_id, staff_id) DO UPDATE
			   SET count = excluded.count,
			       at = excluded.at`, topic, count)
		if err != nil {
			return Placed{}, err
		}
		t.tell(Event{
			Verb: network.VerbDotsCast, Kind: network.ObjectTopic, Object: topic,
			Topic: topic, Gathering: f.GatheringID, Audience: Audience{Person: v.StaffID},
		})
		return Placed{Topic: topic, Forum: f.ID}, nil
	})
}

// dotsLeft is how many dots the viewer may put on the topic: theirs, without
// those on other topics. Their own row is locked first, so that dots cast at
// once on two topics are counted one after the other.
func (t *tx) dotsLeft(topic network.Topic) (int, error) {
	if _, err := t.exec(`
		SELECT
		  FROM staff_member
		 WHERE id = :viewer_id
		   FOR NO KEY UPDATE`); err != nil {
		return 0, err
	}
	var elsewhere int
	err := t.get(&elsewhere, `
		SELECT coalesce(sum(d.count), 0)
		  FROM topic_dot d
		  JOIN topic t ON t.id = d.topic_id
		 WHERE d.staff_id = :viewer_id
		   AND t.forum_id = $1
		   AND d.topic_id <> $2`, topic.Forum.ID, topic.ID)
	return topic.Forum.DotsPerPerson - elsewhere, err
}
