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
		held, err := allowed(t, t.holdTopicForOne, topic, network.CanVoteTopic)
		if err != nil {
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
		if count > left.Mine {
			return Placed{}, network.Invalid("input.count", "too_many_dots", "left", left.Mine)
		}
		if count > left.most() {
			return Placed{}, network.Invalid("input.count", "too_many_centre_dots", "left", max(left.Centre-left.Here, 0))
		}
		t.tell(Event{
			Verb: network.VerbDotsCast, Kind: network.ObjectTopic, Object: topic,
			Topic: topic, Gathering: f.GatheringID, Audience: Audience{Person: v.StaffID},
		})
		return Placed{Topic: topic, Forum: f.ID}, nil
	})
}

// dotsLeft is how many dots the viewer has for a topic: theirs, and those of
// their centre, without what is put elsewhere. Here is what they have put on it.
type dotsLeft struct {
	Mine   int `db:"mine"`
	Centre int `db:"centre"`
	Here   int `db:"here"`
}

// most is how many they may put on the topic. What is there already may stay,
// and be taken back, whatever the cap of the centre has become.
func (l dotsLeft) most() int { return min(l.Mine, max(l.Centre, l.Here)) }

// putDots puts the dots on the topic if the viewer and their centre have as
// many left, and tells how many they have. Their own row was locked by the
// statement before, and where there is a cap the centre's is now, so that dots
// cast at once are counted one after the other.
func (t *tx) putDots(topic network.Topic, count int) (left dotsLeft, err error) {
	f := topic.Forum
	capped := f.DotsPerCentre > 0 && t.v.CentreID != ""
	if capped {
		_, err := t.exec(`
			SELECT
			  FROM centre
			 WHERE id = :viewer_centre
			   FOR NO KEY UPDATE`)
		if err != nil {
			return left, err
		}
	}
	err = t.get(&left, `
		WITH budget AS (
			SELECT $4 - coalesce(sum(d.count) FILTER (WHERE d.topic_id <> $1), 0) AS mine,
			       coalesce(sum(d.count) FILTER (WHERE d.topic_id = $1), 0) AS here
			  FROM topic_dot d
			  JOIN topic o ON o.id = d.topic_id
			 WHERE d.staff_id = :viewer_id
			   AND o.forum_id = $3
		), cap AS (
			SELECT mine,
			       here,
			       CASE WHEN $5 THEN $6 + here - (SELECT coalesce(sum(d.count), 0)
			                                        FROM topic_dot d
			                                        JOIN topic o ON o.id = d.topic_id
			                                        JOIN staff_member s ON s.id = d.staff_id
			                                       WHERE o.forum_id = $3
			                                         AND s.centre_id = :viewer_centre)
			            ELSE $4 END AS centre
			  FROM budget
		), gone AS (
			DELETE FROM topic_dot
			 WHERE topic_id = $1
			   AND staff_id = :viewer_id
			   AND $2::integer = 0
		), put AS (
			INSERT INTO topic_dot (topic_id, staff_id, count, at)
			SELECT $1, :viewer_id, $2, :now
			  FROM cap
			 WHERE $2 BETWEEN 1 AND least(mine, greatest(centre, here))
			ON CONFLICT (topic_id, staff_id) DO UPDATE
			   SET count = excluded.count,
			       at = excluded.at
		)
		SELECT mine,
		       centre,
		       here
		  FROM cap`, topic.ID, count, f.ID, f.DotsPerPerson, capped, f.DotsPerCentre)
	return left, err
}
