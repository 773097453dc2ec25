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
		held, err := t.holdTopicForOne(topic)
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
		left, err := t.putDots(held, count)
		if err != nil {
			return Placed{}, err
		}
		if count > left {
			return Placed{}, network.Invalid("input.count", "too_many_dots", "left", left)
		}
		t.tell(Event{
			Verb: network.VerbDotsCast, Kind: network.ObjectTopic, Object: topic,
			Topic: topic, Gathering: f.GatheringID, Audience: Audience{Person: v.StaffID},
		})
		return Placed{Topic: topic, Forum: f.ID}, nil
	})
}

// putDots puts the dots on the topic if the viewer has as many left, and tells
// how many they have: theirs, without those on other topics. Their own row was
// locked by the statement before, so that dots cast at once on two topics are
// counted one after the other.
func (t *tx) putDots(topic network.Topic, count int) (left int, err error) {
	err = t.get(&left, `
		WITH budget AS (
			SELECT $4 - coalesce(sum(d.count), 0) AS dots
			  FROM topic_dot d
			  JOIN topic o ON o.id = d.topic_id
			 WHERE d.staff_id = :viewer_id
			   AND o.forum_id = $3
			   AND d.topic_id <> $1
		), gone AS (
			DELETE FROM topic_dot
			 WHERE topic_id = $1
			   AND staff_id = :viewer_id
			   AND $2::integer = 0
		), put AS (
			INSERT INTO topic_dot (topic_id, staff_id, count, at)
			SELECT $1, :viewer_id, $2, :now
			  FROM budget
			 WHERE $2 BETWEEN 1 AND budget.dots
			ON CONFLICT (topic_id, staff_id) DO UPDATE
			   SET count = excluded.count,
			       at = excluded.at
		)
		SELECT dots
		  FROM budget`, topic.ID, count, topic.Forum.ID, topic.Forum.DotsPerPerson)
	return left, err
}
