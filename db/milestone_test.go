package db

import (
	"testing"

	"maillage/network"
)

func TestAMilestoneThatMovesKeepsTheDayFirstPlanned(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	added, err := w.store.AddMilestone(ctx, w.nantes.officer, newAct(), group, " Guide ", "")
	w.must(err)
	m := added.Milestone
	var seen struct {
		Milestones []struct {
			Title, State      string
			DueOn, FirstDueOn *string
			DoneAt            *string
			Version           int
			Overdue           bool
		}
	}
	look := func() {
		t.Helper()
		w.read(w.lyon.assistant, `{ workingGroup(id: "`+string(group)+`") { milestones { title state dueOn firstDueOn doneAt version overdue } } }`, &seen)
	}
	look()
	if got := seen.Milestones[0]; got.Title != "Guide" || got.DueOn != nil || got.FirstDueOn != nil || got.Overdue {
		t.Errorf("undated: %+v", got)
	}
	w.must2(w.store.EditMilestone(ctx, w.nantes.officer, newAct(), m, 1, "Guide", "2026-06-24"))
	look()
	if got := seen.Milestones[0]; got.DueOn == nil || *got.DueOn != "2026-06-24" || got.FirstDueOn != nil || !got.Overdue {
		t.Errorf("dated: %+v", got)
	}
	w.must2(w.store.EditMilestone(ctx, w.nantes.officer, newAct(), m, 2, "Guide", "2026-06-25"))
	w.must2(w.store.EditMilestone(ctx, w.nantes.officer, newAct(), m, 3, "Guide", "2026-09-30"))
	look()
	if got := seen.Milestones[0]; *got.DueOn != "2026-09-30" || *got.FirstDueOn != "2026-06-24" || got.Overdue || got.Version != 4 {
		t.Errorf("moved twice: %+v", got)
	}
	w.want("the group's nearest day", *w.counters(group).Due, "2026-09-30")
	w.must2(w.store.CompleteMilestone(ctx, w.nantes.officer, newAct(), m, 4))
	look()
	if got := seen.Milestones[0]; got.State != "DONE" || got.DoneAt == nil {
		t.Errorf("done: %+v", got)
	}
	if due := w.counters(group).Due; due != nil {
		t.Errorf("the group still waits for %s", *due)
	}
	_, err = w.store.EditMilestone(ctx, w.nantes.officer, newAct(), m, 5, "Guide", "")
	w.want("state told", wantCode(t, err, network.CodeInvalidTransition).State, "DONE")
	_, err = w.store.DropMilestone(ctx, w.nantes.officer, newAct(), m, 4, "Trop tard")
	wantCode(t, err, network.CodeConflict, "version")
	w.wantVerbs(group, network.VerbMilestoneAdded, network.VerbMilestoneEdited, network.VerbMilestoneEdited, network.VerbMilestoneEdited, network.VerbMilestoneCompleted)
}

func TestWhoPlansMilestones(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	w.tie(group, w.lyon.officer, network.MembershipMember, network.GroupSecretary)
	add := func(v network.Viewer) error {
		_, err := w.store.AddMilestone(ctx, v, newAct(), group, "Guide", "2026-09-01")
		return err
	}
	wantCode(t, add(w.nantes.officer), "")
	wantCode(t, add(w.lyon.officer), "")
	wantCode(t, add(w.coordinator), "")
	wantCode(t, add(w.lille.officer), network.CodeForbidden)
	w.exec(`UPDATE working_group SET state = 'CLOSED', closed_at = $2 WHERE id = $1`, group, w.clock)
	wantCode(t, add(w.nantes.officer), network.CodeInvalidTransition)
	dropped := w.milestone(w.group(network.GroupActive, w.nantes.officer), "2026-09-01", network.MilestonePlanned)
	_, err := w.store.DropMilestone(ctx, w.nantes.officer, newAct(), dropped, 1, "")
	wantCode(t, err, network.CodeInvalid, "input.reason")
}
