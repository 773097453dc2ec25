package db

import (
	"context"

	"maillage/network"
)

// NewTopic is what a person pins on the wall.
type NewTopic struct {
	Title, Description string
	Outcome            network.IntendedOutcome
	Themes             []network.ID
	// Convene says that its author carries it.
	Convene bool
	// Origin is the contribution it comes from, or the topic put off to this
	// gathering; empty when it comes from neither.
	Origin network.ID
}

// ProposeTopic pins a topic on a forum's wall.
func (s *Store) ProposeTopic(ctx context.Context, v network.Viewer, a Act, forum network.ID, n NewTopic) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		text := network.TopicText{Title: n.Title, Description: n.Description}
		if err := text.Validate(); err != nil {
			return "", err
		}
		f, err := allowed(t, t.lockForum, forum, network.CanPropose)
		if err != nil {
			return "", err
		}
		topic := network.Topic{ID: newID(), Forum: f}
		if n.Convene {
			topic.ConvenerID = v.StaffID
		}
		added, err := t.exec(`
			INSERT INTO topic (id, forum_id, gathering_id, title, description, author_id, convener_id, intended_outcome, created_at)
			SELECT $1, $2, $3, $4, $5, :viewer_id, $6, $7, :now
			 WHERE (SELECT count(*) FROM topic WHERE forum_id = $2) < $8`,
			topic.ID, f.ID, f.GatheringID, text.Title, text.Description, topic.ConvenerID, n.Outcome, network.TopicsPerForum)
		if err != nil {
			return "", err
		}
		if added == 0 {
			return "", &network.Error{Code: network.CodeLimited, Key: "wall_full", Values: []any{"max", network.TopicsPerForum}}
		}
		if len(n.Themes) > 0 {
			if err := t.setThemes("topic_theme", "topic_id", topic.ID, n.Themes); err != nil {
				return "", err
			}
		}
		if n.Origin != "" {
			if err := t.comesFrom(n.Origin, topic); err != nil {
				return "", err
			}
		}
		t.tellTopic(network.VerbTopicProposed, topic, EventData{To: string(network.TopicProposed), Excerpt: text.Title})
		return topic.ID, nil
	})
}

// TopicEdit rewrites a topic. A description or themes that are nil stay as
// they are.
type TopicEdit struct {
	Title       string
	Description *string
	Outcome     network.IntendedOutcome
	Themes      []network.ID
}

// EditTopic rewrites a topic that stands at the version its editor saw.
func (s *Store) EditTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID, version int, e TopicEdit) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		text := network.TopicText{Title: e.Title}
		if e.Description != nil {
			text.Description = *e.Description
		}
		if err := text.Validate(); err != nil {
			return "", err
		}
		locked, err := allowed(t, t.lockTopic, topic, network.CanEditTopic)
		if err := upToDate(err, locked.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE topic
			   SET title = $2,
			       description = CASE WHEN $3 THEN $4 ELSE description END,
			       intended_outcome = $5,
			       version = version + 1
			 WHERE id = $1`, topic, text.Title, e.Description != nil, text.Description, e.Outcome)
		if err != nil {
			return "", err
		}
		if e.Themes != nil {
			if err := t.setThemes("topic_theme", "topic_id", topic, e.Themes); err != nil {
				return "", err
			}
		}
		t.tellTopic(network.VerbTopicEdited, locked, EventData{Excerpt: text.Title})
		return topic, nil
	})
}

// WithdrawTopic takes a topic off the wall and, if it was placed, off the board.
func (s *Store) WithdrawTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID, version int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopic, topic, network.CanWithdrawTopic)
		if err := upToDate(err, locked.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			WITH session AS (
				UPDATE occurrence
				   SET state = 'CANCELLED'
				 WHERE topic_id = $1
				   AND state IN ('PLANNED', 'RUNNING')
			)
			UPDATE topic
			   SET state = 'WITHDRAWN',
			       version = version + 1
			 WHERE id = $1`, topic)
		if err != nil {
			return "", err
		}
		t.tellTopic(network.VerbTopicWithdrawn, locked, EventData{From: string(locked.State), To: string(network.TopicWithdrawn)})
		return topic, nil
	})
}

// TakeTopic makes the viewer the convener of a topic that has none. Of several
// at once one succeeds.
func (s *Store) TakeTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopicOnBoard, topic, network.CanTakeTopic)
		if err != nil {
			return "", err
		}
		taken, err := t.exec(`
			UPDATE topic
			   SET convener_id = :viewer_id,
			       version = version + 1
			 WHERE id = $1
			   AND NOT EXISTS (SELECT
			                     FROM occurrence mine
			                     JOIN occurrence other ON other.slot_id = mine.slot_id AND other.topic_id <> mine.topic_id
			                     JOIN topic t ON t.id = other.topic_id
			                    WHERE mine.topic_id = $1
			                      AND mine.state = 'PLANNED'
			                      AND other.state IN ('PLANNED', 'RUNNING', 'ENDED')
			                      AND t.convener_id = :viewer_id)`, topic)
		if err != nil {
			return "", err
		}
		if taken == 0 {
			return "", &network.Error{Code: network.CodeConflict, Field: "input.topicId", Key: "convener_elsewhere"}
		}
		t.tellTopic(network.VerbTopicTaken, locked, EventData{})
		return topic, nil
	})
}

// StarTopic says that the viewer would come. Said twice it is noted once.
func (s *Store) StarTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return s.setStar(ctx, v, a, topic, network.VerbTopicStarred, `
		INSERT INTO topic_star (topic_id, staff_id, at)
		VALUES ($1, :viewer_id, :now)
		ON CONFLICT DO NOTHING`)
}

// UnstarTopic takes the viewer's star back, if there is one.
func (s *Store) UnstarTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return s.setStar(ctx, v, a, topic, network.VerbTopicUnstarred, `
		DELETE FROM topic_star
		 WHERE topic_id = $1
		   AND staff_id = :viewer_id`)
}

// setStar needs the topic's lock: the trigger that counts its stars takes it.
func (s *Store) setStar(ctx context.Context, v network.Viewer, a Act, topic network.ID, verb network.EventVerb, change string) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopic, topic, network.CanStarTopic)
		if err != nil {
			return "", err
		}
		changed, err := t.exec(change, topic)
		if changed > 0 {
			t.tellTopic(verb, locked, EventData{})
		}
		return topic, err
	})
}

// PitchedTopic is a topic with its forum, whose spotlight may have moved on.
type PitchedTopic struct{ Topic, Forum network.ID }

// PitchTopic marks a topic as presented to the room. If it was in the
// spotlight, the next that waits is.
func (s *Store) PitchTopic(ctx context.Context, v network.Viewer, a Act, topic network.ID) (PitchedTopic, error) {
	return act(ctx, s, v, a, func(t *tx) (PitchedTopic, error) {
		none := PitchedTopic{}
		locked, err := allowed(t, t.lockTopicOnBoard, topic, network.CanPitchTopic)
		if err != nil {
			return none, err
		}
		_, err = t.exec(`
			UPDATE topic
			   SET state = 'PITCHED',
			       pitched_at = coalesce(pitched_at, :now)
			 WHERE id = $1`, topic)
		if err != nil {
			return none, err
		}
		t.tellTopic(network.VerbTopicPitched, locked, EventData{From: string(locked.State), To: string(network.TopicPitched)})
		return PitchedTopic{topic, locked.Forum.ID}, t.nextSpotlight(locked)
	})
}
