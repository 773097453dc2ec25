package db

import (
	"context"

	"maillage/network"
)

// NoteWriting says that the viewer writes the harvest of a topic, for a while.
// It is no fact: the journal does not hold it, and who listens is told at once
// when somebody begins.
//
// Its rows are few and short-lived, yet kept as others are: an unlogged table
// could not be read from a replica.
func (s *Store) NoteWriting(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		held, err := allowed(t, t.holdTopic, topic, network.CanWriteHarvest)
		if err != nil {
			return "", err
		}
		_, err = t.exec(`
			WITH before AS (
				SELECT until
				  FROM harvest_writer
				 WHERE topic_id = $1
				   AND staff_id = :viewer_id
			), noted AS (
				INSERT INTO harvest_writer (topic_id, staff_id, until)
				VALUES ($1, :viewer_id, :now + make_interval(secs => $2))
				ON CONFLICT (topic_id, staff_id) DO UPDATE
				   SET until = excluded.until
			)
			SELECT pg_notify('writing', $3)
			 WHERE NOT EXISTS (SELECT FROM before WHERE until > :now)`,
			topic, network.WritingLasts.Seconds(), writingNote(held))
		return topic, err
	})
}

// writingNote is what those who listen are told: ids only.
func writingNote(topic network.Topic) string {
	return string(topic.ID) + " " + string(topic.Forum.GatheringID)
}
