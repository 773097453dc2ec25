package db

import (
	"context"

	"maillage/network"
)

// The chores that one instance at a time does, by the key of its lock.
const choreOfPrompts = 14_001

// chore does something in the system's name, in one transaction with its facts.
// While another instance is at it, nothing is done: its turn will come again.
func (s *Store) chore(ctx context.Context, lock int, do func(*tx) error) error {
	begun, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer begun.Rollback() // nothing after a commit
	t := &tx{ctx: ctx, sql: begun, store: s, now: s.Now()}
	var ours bool
	if err := t.get(&ours, `SELECT pg_try_advisory_xact_lock($1)`, lock); err != nil || !ours {
		return err
	}
	if err := do(t); err != nil {
		return err
	}
	if len(t.events) > 0 {
		facts, err := t.facts()
		if err != nil {
			return err
		}
		if _, err := t.exec(insertFacts, facts); err != nil {
			return err
		}
	}
	return begun.Commit()
}

// PromptHarvests asks, once for each session, for the harvest of those that end
// within minutes: its convener, or the facilitator where nobody convenes.
func (s *Store) PromptHarvests(ctx context.Context) error {
	return s.chore(ctx, choreOfPrompts, func(t *tx) error {
		var ending []struct {
			Topic network.ID `db:"topic_id"`
			Asked network.ID `db:"asked"`
		}
		err := t.list(&ending, `
			UPDATE occurrence o
			   SET prompted_at = :now
			  FROM slot s, topic t, forum f
			 WHERE o.state = 'RUNNING'
			   AND o.prompted_at IS NULL
			   AND s.id = o.slot_id
			   AND s.ends_at <= :now + make_interval(secs => $1)
			   AND t.id = o.topic_id
			   AND f.id = t.forum_id
			RETURNING t.id AS topic_id,
			          coalesce(t.convener_id, f.facilitator_id) AS asked`, network.PromptBefore.Seconds())
		if err != nil {
			return err
		}
		due := network.DateOf(t.now).AddDays(network.HarvestDays)
		for _, session := range ending {
			if err := t.ask(network.AsksWriteHarvest, network.ObjectTopic, session.Topic, due, session.Asked); err != nil {
				return err
			}
		}
		return nil
	})
}
