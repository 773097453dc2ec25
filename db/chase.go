package db

import (
	"context"
	"database/sql"

	"maillage/network"
)

// ChaseHarvest reminds the convener of a held session that its harvest is
// awaited. Their task is due today, or open again if they had dropped it.
func (s *Store) ChaseHarvest(ctx context.Context, v network.Viewer, a Act, topic network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopic, topic, network.CanChaseHarvest)
		if err != nil {
			return "", err
		}
		var chased sql.NullTime
		if err := t.get(&chased, `
			SELECT chased_at
			  FROM topic
			 WHERE id = $1`, topic); err != nil {
			return "", err
		}
		if chased.Valid {
			if err := network.ChasedLately(chased.Time, t.now); err != nil {
				return "", err
			}
		}
		today := network.DateOf(t.now)
		_, err = t.exec(`
			WITH chased AS (
				UPDATE topic
				   SET chased_at = :now
				 WHERE id = $1
			)
			UPDATE task
			   SET due_on = least(due_on, $2),
			       version = version + 1
			 WHERE subject_id = $1
			   AND kind = 'WRITE_HARVEST'
			   AND assignee_id = $3
			   AND state = 'OPEN'
			   AND author_id IS NULL`, topic, today, locked.ConvenerID)
		if err != nil {
			return "", err
		}
		if err := t.ask(network.AsksWriteHarvest, network.ObjectTopic, topic, today, locked.ConvenerID); err != nil {
			return "", err
		}
		t.tell(Event{
			Verb: network.VerbHarvestChased, Kind: network.ObjectTopic, Object: topic,
			Topic: topic, Gathering: locked.Forum.GatheringID, Audience: Audience{Person: locked.ConvenerID},
		})
		return topic, nil
	})
}
