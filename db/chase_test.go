package db

import (
	"testing"
	"time"

	"maillage/network"
)

func TestHarvestsAreAskedForBeforeTheEnd(t *testing.T) {
	w := newWorld(t)
	first, second, later := w.twoSessions()
	w.exec(`UPDATE topic SET convener_id = NULL WHERE id = $1`, second)
	asked := func(v network.Viewer, topic network.ID) int { return w.tasks(v, network.AsksWriteHarvest, topic) }
	end := one[time.Time](w, `SELECT ends_at FROM slot WHERE id = $1`, w.slots[0])

	w.clock = end.Add(-network.PromptBefore - time.Second)
	w.must(w.store.PromptHarvests(ctx))
	w.want("not before", one[int](w, `SELECT count(*) FROM task`), 0)
	w.clock = end.Add(-network.PromptBefore)
	for _, err := range together(6, func(int) error { return w.store.PromptHarvests(ctx) }) {
		w.must(err)
	}
	w.want("the convener", asked(w.lille.officer, first), 1)
	w.want("the facilitator where nobody convenes", asked(w.facilitator, second), 1)
	w.want("nobody whose session has not begun", asked(w.nantes.officer, later), 0)
	w.want("told by the system, to whom it concerns", one[int](w, `
		SELECT count(*) FROM event WHERE verb = 'TASK_ADDED' AND actor_id IS NULL AND audience = 'PERSON'`), 2)

	// Who drops the request is left alone, until the session ends.
	task := network.ID(one[string](w, `SELECT id FROM task WHERE subject_id = $1`, first))
	_, err := w.store.DropTask(ctx, w.lille.officer, newAct(), task)
	w.must(err)
	w.must(w.store.PromptHarvests(ctx))
	w.want("asked once", asked(w.lille.officer, first), 0)
	_, err = w.store.HoldTopic(ctx, w.facilitator, newAct(), second)
	w.must(err)
	w.want("the end does not ask twice", asked(w.facilitator, second), 1)
}

func TestWhileAnInstancePromptsAnotherDoesNot(t *testing.T) {
	w := newWorld(t)
	first, _, _ := w.twoSessions()
	w.clock = w.clock.Add(24 * time.Hour)
	other, err := w.db.Beginx()
	w.must(err)
	defer other.Rollback()
	if _, err := other.Exec(`SELECT pg_advisory_xact_lock($1)`, choreOfPrompts); err != nil {
		t.Fatal(err)
	}
	w.must(w.store.PromptHarvests(ctx))
	w.want("left to the other", w.tasks(w.lille.officer, network.AsksWriteHarvest, first), 0)
	w.must(other.Rollback())
	w.must(w.store.PromptHarvests(ctx))
	w.want("done in its turn", w.tasks(w.lille.officer, network.AsksWriteHarvest, first), 1)
}

func TestChaseHarvest(t *testing.T) {
	w := newWorld(t)
	topic := w.running(w.lille.officer, w.lyon.officer)
	chase := func(v network.Viewer) error { _, err := w.store.ChaseHarvest(ctx, v, newAct(), topic); return err }
	wantCode(t, chase(w.facilitator), network.CodeInvalidTransition)
	_, err := w.store.HoldTopic(ctx, w.lille.officer, newAct(), topic)
	w.must(err)
	for _, c := range []struct {
		v    network.Viewer
		code network.Code
	}{{w.anonymous, network.CodeUnauthenticated}, {w.otherGuest, network.CodeNotFound}, {w.lille.officer, network.CodeForbidden}, {w.lyon.officer, network.CodeForbidden}} {
		wantCode(t, chase(c.v), c.code)
	}
	due := func() string {
		return one[string](w, `SELECT due_on::text FROM task WHERE subject_id = $1 AND state = 'OPEN'`, topic)
	}
	w.want("due in a week", due(), "2026-07-02")
	failures := together(4, func(int) error { return chase(w.facilitator) })
	w.want("one of four", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeLimited)
		}
	}
	w.want("due today", due(), "2026-06-25")
	w.want("told to the convener alone", one[int](w, `SELECT count(*) FROM event WHERE verb = 'HARVEST_CHASED' AND for_staff_id = $1 AND audience = 'PERSON'`, w.lille.officer.StaffID), 1)

	w.exec(`UPDATE task SET state = 'DROPPED', closed_at = now() WHERE subject_id = $1`, topic)
	w.clock = w.clock.Add(network.ChaseAgain)
	wantCode(t, chase(w.coordinator), "")
	w.want("asked again", w.tasks(w.lille.officer, network.AsksWriteHarvest, topic), 1)
	w.exec(`UPDATE topic SET convener_id = NULL WHERE id = $1`, topic)
	wantCode(t, chase(w.coordinator), network.CodeForbidden)
}
