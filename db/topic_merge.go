package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// MergedTopic is a topic with the one it has gone into.
type MergedTopic struct{ Topic, Into network.ID }

// MergeTopic merges a topic into one like it. Stars follow, each person once,
// and so do dots; its cells are free again. It keeps its own stars, to be read.
func (s *Store) MergeTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID, version int, into network.ID) (MergedTopic, error) {
	return act(ctx, s, v, a, func(t *tx) (MergedTopic, error) {
		var none MergedTopic
		// The board is locked, so no star and no dot is on its way to either.
		from, err := allowed(t, t.lockTopicOnBoard, topic, network.CanMergeTopic)
		if err := upToDate(err, from.Version, version); err != nil {
			return none, err
		}
		to, err := t.lockTopic(into)
		if err != nil {
			return none, err
		}
		if err := from.MergesInto(to); err != nil {
			return none, err
		}
		var title string
		err = t.get(&title, `
			WITH starred AS (
				INSERT INTO topic_star (topic_id, staff_id, at)
				SELECT $2, staff_id, at
				  FROM topic_star
				 WHERE topic_id = $1
				ON CONFLICT DO NOTHING
			), taken AS (
				DELETE FROM topic_dot
				 WHERE topic_id = $1
				RETURNING staff_id, count, at
			), put AS (
				INSERT INTO topic_dot AS d (topic_id, staff_id, count, at)
				SELECT $2, staff_id, count, at
				  FROM taken
				ON CONFLICT (topic_id, staff_id) DO UPDATE
				   SET count = d.count + excluded.count
			), linked AS (
				INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at)
				VALUES ('TOPIC', $1, 'TOPIC', $2, :now)
				ON CONFLICT (from_id, to_id) DO NOTHING
			)
			SELECT title
			  FROM topic
			 WHERE id = $2`, topic, into)
		if err != nil {
			return none, err
		}
		if err := t.takeOff(from, network.TopicMerged, `merged_into_id = $3`, into); err != nil {
			return none, err
		}
		// The journal of each of the two has it.
		told := Event{
			Verb: network.VerbTopicMerged, Kind: network.ObjectTopic, Object: topic, Topic: topic, Gathering: from.Forum.GatheringID,
			Audience: Audience{WithGuests: true},
			Data:     EventData{From: string(from.State), To: string(network.TopicMerged), Excerpt: title},
		}
		t.tell(told)
		told.Topic = into
		t.tell(told)
		return MergedTopic{topic, into}, nil
	})
}

// PostponeTopic puts a topic off to a later gathering that is announced. It
// shows on that one's forum, where it can be taken up again.
func (s *Store) PostponeTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID, version int, gathering network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopicOnBoard, topic, network.CanPostponeTopic)
		if err := upToDate(err, locked.Version, version); err != nil {
			return "", err
		}
		var later []string
		err = t.list(&later, `
			SELECT g.name
			  FROM gathering g
			  JOIN gathering mine ON mine.id = $2
			 WHERE g.id = $1
			   AND g.state IN ('PUBLISHED', 'LIVE')
			   AND g.starts_on > mine.starts_on
			   AND `+read.Predicate(&gatheringRead, "g")+`
			   FOR SHARE OF g`, gathering, locked.Forum.GatheringID)
		if err != nil {
			return "", err
		}
		if len(later) == 0 {
			return "", network.Invalid("input.gatheringId", "postpone_target")
		}
		if err := t.takeOff(locked, network.TopicPostponed, `postponed_to_id = $3`, gathering); err != nil {
			return "", err
		}
		t.tellTopic(network.VerbTopicPostponed, locked, EventData{From: string(locked.State), To: string(network.TopicPostponed), Excerpt: later[0]})
		return topic, nil
	})
}

// takeOff takes a topic off the wall and off the board, and says where it went.
// A session that began meanwhile keeps it there.
func (t *tx) takeOff(topic network.Topic, to network.TopicState, where string, target network.ID) error {
	gone, err := t.exec(`
		WITH session AS (
			UPDATE occurrence
			   SET state = 'CANCELLED'
			 WHERE topic_id = $1
			   AND state = 'PLANNED'
		)
		UPDATE topic
		   SET state = $2,
		       `+where+`,
		       version = version + 1
		 WHERE id = $1
		   AND NOT EXISTS (SELECT FROM occurrence o WHERE o.topic_id = $1 AND o.state IN ('RUNNING', 'ENDED'))`, topic.ID, to, target)
	if err == nil && gone == 0 {
		return &network.Error{Code: network.CodeConflict, Key: "try_again"}
	}
	return err
}

// comesFrom lets a new topic come from a contribution of its gathering, or from
// a topic that was put off to it.
func (t *tx) comesFrom(origin network.ID, topic network.Topic) error {
	var fromTopic bool
	if err := t.get(&fromTopic, `SELECT EXISTS (SELECT FROM topic WHERE id = $1)`, origin); err != nil {
		return err
	}
	if fromTopic {
		return t.resume(origin, topic)
	}
	from, err := t.holdContribution(origin)
	if err != nil {
		return err
	}
	if err := network.CanProposeTopicFrom(t.v, from, topic.Forum); err != nil {
		return err
	}
	return t.link(network.ObjectContribution, origin, network.ObjectTopic, topic.ID)
}

// resume lets a new topic go on from one that was put off to its gathering.
func (t *tx) resume(origin network.ID, topic network.Topic) error {
	var put struct {
		Here    bool `db:"here"`
		Resumed bool `db:"resumed"`
	}
	err := t.find(&put, `
		SELECT t.state = 'POSTPONED' AND t.postponed_to_id = $2 AS here,
		       EXISTS (SELECT
		                 FROM thread_edge e
		                 JOIN topic o ON o.id = e.to_id AND o.gathering_id = $2
		                WHERE e.from_id = t.id) AS resumed
		  FROM topic t
		 WHERE t.id = $1
		   AND `+read.Predicate(&topicRead, "t")+`
		   FOR NO KEY UPDATE OF t`, origin, topic.Forum.GatheringID)
	switch {
	case err != nil:
		return err
	case !put.Here:
		return network.Invalid("input.originId", "origin_not_postponed")
	case put.Resumed:
		return &network.Error{Code: network.CodeConflict, Field: "input.originId", Key: "origin_resumed"}
	}
	return t.link(network.ObjectTopic, origin, network.ObjectTopic, topic.ID)
}
