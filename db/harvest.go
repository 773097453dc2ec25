package db

import (
	"context"
	"database/sql"
	"errors"

	"github.com/lib/pq"

	"maillage/network"
)

// HarvestText is what a harvest says, and who carries on by name; carriers
// that are nil stay as they are.
type HarvestText struct {
	network.Harvest
	Carriers []network.ID
}

// WriteHarvest writes the harvest of a session at the version its writer saw, 0
// for the first. The former text is kept.
func (s *Store) WriteHarvest(ctx context.Context, v network.Viewer, a Act, topic network.ID, version int, text HarvestText) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := text.Validate(); err != nil {
			return "", err
		}
		locked, err := allowed(t, t.lockTopic, topic, network.CanWriteHarvest)
		if err != nil {
			return "", err
		}
		if locked.State == network.TopicHarvested && text.Empty() {
			return "", network.Invalid("input.said", "harvest_missing")
		}
		harvest, err := t.harvestAt(topic, version)
		if err != nil {
			return "", err
		}
		if harvest, err = t.putHarvest(locked, harvest, text.Harvest); err != nil {
			return "", err
		}
		if text.Carriers != nil {
			if err := t.setCarriers(harvest, locked.Forum.GatheringID, text.Carriers); err != nil {
				return "", err
			}
		}
		t.tellTopic(network.VerbHarvestWritten, locked, EventData{Excerpt: text.Said})
		return topic, nil
	})
}

// PublishHarvest publishes what has been written of a held session.
func (s *Store) PublishHarvest(ctx context.Context, v network.Viewer, a Act, topic network.ID, version int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopic, topic, network.CanPublishHarvest)
		if err != nil {
			return "", err
		}
		harvest, err := t.harvestAt(topic, version)
		if err != nil {
			return "", err
		}
		_, err = t.exec(`
			WITH published AS (
				UPDATE harvest
				   SET state = 'PUBLISHED'
				 WHERE id = $2
			)
			UPDATE topic
			   SET state = 'HARVESTED'
			 WHERE id = $1`, topic, harvest)
		if err != nil {
			return "", err
		}
		if err := t.settle(network.AsksWriteHarvest, topic); err != nil {
			return "", err
		}
		t.tellTopic(network.VerbHarvestPublished, locked, EventData{From: string(locked.State), To: string(network.TopicHarvested)})
		return topic, nil
	})
}

// ConfirmHarvest says that a published harvest, at the version its reader saw,
// stands.
func (s *Store) ConfirmHarvest(ctx context.Context, v network.Viewer, a Act, topic network.ID, version int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		locked, err := allowed(t, t.lockTopic, topic, network.CanConfirmHarvest)
		if err != nil {
			return "", err
		}
		harvest, err := t.harvestAt(topic, version)
		if err != nil {
			return "", err
		}
		// The version moves on, so that a text written at the same time is told
		// that it comes too late.
		_, err = t.exec(`
			UPDATE harvest
			   SET state = 'CONFIRMED',
			       version = version + 1
			 WHERE id = $1`, harvest)
		t.tellTopic(network.VerbHarvestConfirmed, locked, EventData{From: string(network.HarvestPublished), To: string(network.HarvestConfirmed)})
		return topic, err
	})
}

// harvestAt gives the id of a topic's harvest, empty when nothing has been
// written, and refuses a version that no longer stands. The topic is locked.
func (t *tx) harvestAt(topic network.ID, version int) (network.ID, error) {
	var stored struct {
		ID      network.ID `db:"id"`
		Version int        `db:"version"`
	}
	err := t.get(&stored, `
		SELECT id,
		       version
		  FROM harvest
		 WHERE topic_id = $1`, topic)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	if stored.Version != version {
		return "", network.Conflict(stored.Version)
	}
	return stored.ID, nil
}

// putHarvest writes the text that stands. Who has saved writes no more: those
// who listen are told.
func (t *tx) putHarvest(topic network.Topic, harvest network.ID, text network.Harvest) (network.ID, error) {
	if harvest == "" {
		harvest = newID()
		_, err := t.exec(`
			WITH put AS (
				INSERT INTO harvest (id, topic_id, said, decided, next_steps, carries_on, edited_by, edited_at)
				VALUES ($1, $2, $3, $4, $5, $6, :viewer_id, :now)
			), gone AS (
				DELETE FROM harvest_writer
				 WHERE topic_id = $2
				   AND staff_id = :viewer_id
				RETURNING topic_id
			)
			SELECT pg_notify('writing', $7)
			  FROM gone`,
			harvest, topic.ID, text.Said, text.Decided, text.NextSteps, text.CarriesOn, writingNote(topic))
		return harvest, err
	}
	// All parts see the row as it was before the statement.
	_, err := t.exec(`
		WITH kept AS (
			INSERT INTO harvest_revision (harvest_id, version, said, decided, next_steps, carries_on, edited_by, edited_at)
			SELECT id, version, said, decided, next_steps, carries_on, edited_by, edited_at
			  FROM harvest
			 WHERE id = $1
		), put AS (
			UPDATE harvest
			   SET said = $2,
			       decided = $3,
			       next_steps = $4,
			       carries_on = $5,
			       edited_by = :viewer_id,
			       edited_at = :now,
			       version = version + 1
			 WHERE id = $1
		), gone AS (
			DELETE FROM harvest_writer
			 WHERE topic_id = $6
			   AND staff_id = :viewer_id
			RETURNING topic_id
		)
		SELECT pg_notify('writing', $7)
		  FROM gone`,
		harvest, text.Said, text.Decided, text.NextSteps, text.CarriesOn, topic.ID, writingNote(topic))
	return harvest, err
}

// setCarriers makes these the people who carry on: members of a team, or
// guests of the gathering.
func (t *tx) setCarriers(harvest, gathering network.ID, carriers []network.ID) error {
	distinct := map[network.ID]bool{}
	for _, id := range carriers {
		distinct[id] = true
	}
	if len(distinct) > network.CarriersMax {
		return network.Invalid("input.carrierIds", "too_many", "max", network.CarriersMax)
	}
	var known int
	err := t.get(&known, `
		WITH wanted AS (
			SELECT id
			  FROM staff_member
			 WHERE id = ANY($2::uuid[])
			   AND (job <> 'GUEST' OR gathering_id = $3)
		), gone AS (
			DELETE FROM harvest_carrier
			 WHERE harvest_id = $1
			   AND NOT staff_id = ANY($2::uuid[])
		), added AS (
			INSERT INTO harvest_carrier (harvest_id, staff_id)
			SELECT $1, id
			  FROM wanted
			ON CONFLICT DO NOTHING
		)
		SELECT count(*)
		  FROM wanted`, harvest, pq.Array(carriers), gathering)
	if err == nil && known != len(distinct) {
		return network.Invalid("input.carrierIds", "unknown_value")
	}
	return err
}
