package db

import (
	"strings"
	"testing"

	"maillage/network"
)

type seenTask struct {
	ID, Kind, State, Title           string
	DueOn, ClosedAt                  *string
	Overdue                          bool
	Author                           *struct{ ID string }
	Assignee                         struct{ ID string }
	Subject                          *struct{ Typename, ID string }
	ViewerCanComplete, ViewerCanDrop bool
}

func (w *world) inbox(v network.Viewer, filter string) []seenTask {
	w.t.Helper()
	var seen struct {
		Tasks struct{ Nodes []seenTask }
	}
	w.read(v, `{ viewer { tasks`+filter+` { nodes { id kind state title dueOn closedAt overdue author { id } assignee { id }
		subject { typename: __typename ... on Topic { id } ... on WorkingGroup { id } ... on JointProject { id } }
		viewerCanComplete viewerCanDrop } } } }`, &seen)
	return seen.Tasks.Nodes
}

func TestATaskBetweenColleagues(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	task, err := w.store.AddTask(ctx, w.lille.officer, newAct(), TaskWords{
		Title: " Relire le guide ", Assignee: w.lyon.officer.StaffID, DueOn: "2026-06-24", Subject: group,
	})
	w.must(err)
	inbox := w.inbox(w.lyon.officer, "")
	if len(inbox) != 1 {
		t.Fatalf("inbox: %+v", inbox)
	}
	got := inbox[0]
	if got.Kind != "BY_HAND" || got.Title != "Relire le guide" || !got.Overdue || got.Subject == nil || got.Subject.ID != string(group) ||
		got.Subject.Typename != "WorkingGroup" || !got.ViewerCanComplete || !got.ViewerCanDrop || got.Author == nil {
		t.Errorf("task: %+v", got)
	}
	w.want("the author's inbox", len(w.inbox(w.lille.officer, "")), 0)
	for _, v := range []network.Viewer{w.nantes.officer, w.coordinator, w.admin, w.guest} {
		_, err := w.store.CompleteTask(ctx, v, newAct(), task)
		wantCode(t, err, network.CodeNotFound)
	}
	_, err = w.store.CompleteTask(ctx, w.lille.officer, newAct(), task)
	wantCode(t, err, network.CodeForbidden) // its author asks, and does not do it
	w.must2(w.store.CompleteTask(ctx, w.lyon.officer, newAct(), task))
	done := w.inbox(w.lyon.officer, `(filter: { states: [DONE] })`)
	if len(done) != 1 || done[0].ClosedAt == nil || done[0].Overdue || done[0].ViewerCanDrop {
		t.Errorf("done: %+v", done)
	}
	_, err = w.store.DropTask(ctx, w.lille.officer, newAct(), task)
	w.want("state told", wantCode(t, err, network.CodeInvalidTransition).State, "DONE")
	readers := one[int](w, `SELECT count(DISTINCT for_staff_id) FROM event WHERE object_id = $1 AND audience = 'PERSON'`, task)
	w.want("those told", readers, 2)
	w.want("told to others", one[int](w, `SELECT count(*) FROM event WHERE object_id = $1 AND audience <> 'PERSON'`, task), 0)
}

func TestWhatCannotBeAsked(t *testing.T) {
	w := newWorld(t)
	gone := w.person(w.lyon.centre, network.JobMissionOfficer, network.RoleNone)
	w.exec(`UPDATE staff_member SET active = false WHERE id = $1`, gone.StaffID)
	for _, c := range []struct {
		name  string
		v     network.Viewer
		words TaskWords
		code  network.Code
		field string
	}{
		{"nothing", w.lille.officer, TaskWords{Title: " ", Assignee: w.lyon.officer.StaffID}, network.CodeInvalid, "input.title"},
		{"too much", w.lille.officer, TaskWords{Title: strings.Repeat("a", 201), Assignee: w.lyon.officer.StaffID}, network.CodeInvalid, "input.title"},
		{"of a guest", w.lille.officer, TaskWords{Title: "Lire", Assignee: w.guest.StaffID}, network.CodeInvalid, "input.assigneeId"},
		{"of who has gone", w.lille.officer, TaskWords{Title: "Lire", Assignee: gone.StaffID}, network.CodeInvalid, "input.assigneeId"},
		{"about nothing", w.lille.officer, TaskWords{Title: "Lire", Assignee: w.lyon.officer.StaffID, Subject: newID()}, network.CodeNotFound, ""},
		{"by a guest", w.guest, TaskWords{Title: "Lire", Assignee: w.lyon.officer.StaffID}, network.CodeForbidden, ""},
	} {
		_, err := w.store.AddTask(ctx, c.v, newAct(), c.words)
		wantCode(t, err, c.code, c.field)
	}
}

func TestTheInboxHasTheNearestFirst(t *testing.T) {
	w := newWorld(t)
	for _, task := range []TaskWords{{Title: "sans date"}, {Title: "plus tard", DueOn: "2026-09-01"}, {Title: "bientôt", DueOn: "2026-06-26"}} {
		task.Assignee = w.lille.officer.StaffID
		w.must2(w.store.AddTask(ctx, w.lille.officer, newAct(), task))
	}
	var titles []string
	for _, task := range w.inbox(w.lille.officer, `(filter: { states: [OPEN] })`) {
		titles = append(titles, task.Title)
	}
	w.want("order", strings.Join(titles, ", "), "bientôt, plus tard, sans date")
}

func TestTheSystemAsksOnceAndClosesWhatItAsked(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	gone := w.person(w.lyon.centre, network.JobMissionOfficer, network.RoleNone)
	w.exec(`UPDATE staff_member SET active = false WHERE id = $1`, gone.StaffID)
	system := func(do func(*tx) error) {
		t.Helper()
		_, err := act(ctx, w.store, w.coordinator, newAct(newID()), func(t *tx) (bool, error) { return true, do(t) })
		w.must(err)
	}
	ask := func(t *tx) error {
		return t.ask(network.AsksLeadGroup, network.ObjectWorkingGroup, group, "2026-07-01", w.lille.officer.StaffID, w.lyon.officer.StaffID, gone.StaffID)
	}
	system(ask)
	system(ask)
	w.want("asked once", w.tasks(w.lille.officer, network.AsksLeadGroup, group), 1)
	w.want("who has gone", w.tasks(gone, network.AsksLeadGroup, group), 0)
	w.want("told", one[int](w, `SELECT count(*) FROM event WHERE verb = 'TASK_ADDED'`), 2)
	inbox := w.inbox(w.lille.officer, "")
	if len(inbox) != 1 || inbox[0].ViewerCanComplete || !inbox[0].ViewerCanDrop || inbox[0].Author != nil || *inbox[0].DueOn != "2026-07-01" {
		t.Errorf("inbox: %+v", inbox)
	}
	system(func(t *tx) error { return t.settle(network.AsksLeadGroup, group, w.lille.officer.StaffID) })
	w.want("settled for one", w.tasks(w.lille.officer, network.AsksLeadGroup, group), 0)
	w.want("not for the other", w.tasks(w.lyon.officer, network.AsksLeadGroup, group), 1)
	system(func(t *tx) error { return t.withdrawTasks(network.AsksLeadGroup, group) })
	w.want("withdrawn", one[string](w, `SELECT state FROM task WHERE assignee_id = $1`, w.lyon.officer.StaffID), "DROPPED")
	system(ask)
	w.want("asked anew", w.tasks(w.lille.officer, network.AsksLeadGroup, group), 1)
}

func TestASystemTaskThatWantsAnAnswerCannotBeDropped(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	w.must2(w.store.InviteMember(ctx, w.nantes.officer, newAct(), group, w.lille.officer.StaffID))
	task := network.ID(w.inbox(w.lille.officer, "")[0].ID)
	_, err := w.store.DropTask(ctx, w.lille.officer, newAct(), task)
	wantCode(t, err, network.CodeForbidden)
	_, err = w.store.CompleteTask(ctx, w.lille.officer, newAct(), task)
	wantCode(t, err, network.CodeForbidden)
}
