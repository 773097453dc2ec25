package db

import (
	"context"
	"database/sql"
	"errors"

	"maillage/network"
)

// SpotlightTopic says which topic is being presented to the room, or with no
// topic that nobody speaks.
func (s *Store) SpotlightTopic(ctx context.Context, v network.Viewer, a Act, forum, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		f, err := allowed(t, t.lockForum, forum, network.CanSpotlight)
		if err != nil {
			return "", err
		}
		if topic == "" {
			gone, err := t.exec(`
				DELETE FROM spotlight
				 WHERE forum_id = $1`, f.ID)
			if gone > 0 {
				t.tellForum(network.VerbSpotlightMoved, f, EventData{})
			}
			return f.ID, err
		}
		locked, err := t.lockTopic(topic)
		if err != nil {
			return "", err
		}
		if locked.Forum.ID != f.ID {
			return "", network.Invalid("input.topicId", "not_of_forum")
		}
		if err := locked.Spotlights(); err != nil {
			return "", err
		}
		var title string
		err = t.get(&title, `
			WITH lit AS (
				INSERT INTO spotlight AS s (forum_id, topic_id)
				VALUES ($1, $2)
				ON CONFLICT (forum_id) DO UPDATE
				   SET topic_id = excluded.topic_id
				 WHERE s.topic_id <> excluded.topic_id
				RETURNING topic_id
			)
			SELECT t.title
			  FROM lit
			  JOIN topic t ON t.id = lit.topic_id`, f.ID, topic)
		return f.ID, t.tellSpotlight(f, title, err)
	})
}

// nextSpotlight gives the spotlight of a topic that has been pitched to the
// next of the queue: the oldest that waits and that somebody convenes. The
// forum is locked.
func (t *tx) nextSpotlight(pitched network.Topic) error {
	var title string
	err := t.get(&title, `
		WITH next AS (
			SELECT id,
			       title
			  FROM topic
			 WHERE forum_id = $1
			   AND state = 'PROPOSED'
			   AND convener_id IS NOT NULL
			 ORDER BY created_at, id
			 LIMIT 1
		), moved AS (
			UPDATE spotlight s
			   SET topic_id = next.id
			  FROM next
			 WHERE s.forum_id = $1
			   AND s.topic_id = $2
			RETURNING next.title
		), ended AS (
			DELETE FROM spotlight
			 WHERE forum_id = $1
			   AND topic_id = $2
			   AND NOT EXISTS (SELECT FROM next)
			RETURNING '' AS title
		)
		SELECT title FROM moved
		 UNION ALL
		SELECT title FROM ended`, pitched.Forum.ID, pitched.ID)
	return t.tellSpotlight(pitched.Forum, title, err)
}

// tellSpotlight tells where the spotlight went; no row says that it stayed.
func (t *tx) tellSpotlight(f network.Forum, title string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		t.tellForum(network.VerbSpotlightMoved, f, EventData{Excerpt: title})
	}
	return err
}
