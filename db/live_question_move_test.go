package db

import (
	"testing"
	"time"

	"maillage/network"
)

// Who runs the gathering, and who else may try.
func (w *world) wantRunnersOnly(act onAQuestion, question func() network.ID) {
	w.t.Helper()
	for _, v := range []network.Viewer{w.nantes.officer, w.lille.director, w.guest, w.admin} {
		wantCode(w.t, act(v, question()), network.CodeForbidden)
	}
	wantCode(w.t, act(w.otherGuest, question()), network.CodeNotFound)
	wantCode(w.t, act(w.anonymous, question()), network.CodeUnauthenticated)
	for _, v := range []network.Viewer{w.nantes.director, w.nantes.assistant, w.coordinator} {
		wantCode(w.t, act(v, question()), "")
	}
}

func TestPublishAndReject(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	submitted := func() network.ID { return w.question(stage, w.lille.officer, network.QuestionSubmitted) }
	published := func() network.ID { return w.question(stage, w.lille.officer, network.QuestionPublished) }
	w.wantRunnersOnly(w.rejects, published)
	for _, v := range []network.Viewer{w.nantes.director, w.nantes.assistant, w.coordinator} {
		wantCode(t, w.publishes(v, submitted()), "")
	}
	wantCode(t, w.publishes(w.lille.officer, submitted()), network.CodeForbidden)
	wantCode(t, w.publishes(w.guest, submitted()), network.CodeNotFound)

	once := submitted()
	failures := together(4, func(i int) error {
		if i%2 == 0 {
			return w.publishes(w.coordinator, once)
		}
		return w.rejects(w.nantes.director, once)
	})
	w.want("published and rejected at once", w.questionState(once) == network.QuestionRejected || succeeded(failures) == 1, true)

	turned := submitted()
	_, err := w.store.RejectLiveQuestion(ctx, w.coordinator, newAct(), turned, "  ")
	wantCode(t, err, network.CodeInvalid, "input.reason")
	w.must(w.rejects(w.coordinator, turned))
	w.want("reason", one[string](w, `SELECT rejection_reason FROM live_question WHERE id = $1`, turned), "Hors sujet")
	w.want("its author is told", one[int](w, `SELECT count(*) FROM event WHERE object_id = $1 AND verb = 'LIVE_QUESTION_REJECTED' AND for_staff_id = $2`,
		turned, w.lille.officer.StaffID), 1)
	wantCode(t, w.publishes(w.coordinator, turned), network.CodeInvalidTransition)
	wantCode(t, w.rejects(w.coordinator, w.question(stage, w.guest, network.QuestionOnStage)), network.CodeInvalidTransition)
}

func TestMergeLiveQuestion(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	merge := func(v network.Viewer, from, into network.ID) error {
		_, err := w.store.MergeLiveQuestion(ctx, v, newAct(), from, into)
		return err
	}
	into := w.question(stage, w.lyon.officer, network.QuestionPublished)
	w.wantRunnersOnly(func(v network.Viewer, q network.ID) error { return merge(v, q, into) },
		func() network.ID { return w.question(stage, w.lille.officer, network.QuestionPublished) })

	from := w.question(stage, w.lille.officer, network.QuestionPublished)
	for _, v := range []network.Viewer{w.guest, w.nantes.officer, w.lille.director} {
		w.must(w.upvotes(v, from))
	}
	w.must(w.upvotes(w.guest, into))
	w.clock = w.clock.Add(time.Minute)
	failures := together(4, func(int) error { return merge(w.coordinator, from, into) })
	w.want("merged once", succeeded(failures), 1)
	w.want("each person's vote once", one[int](w, `SELECT vote_count FROM live_question WHERE id = $1`, into), 3)
	w.want("state", w.questionState(from), network.QuestionMerged)
	w.want("the way of both", w.way(w.guest, into), "gathering LIVE, live_question MERGED, live_question MERGED, live_question MERGED, live_question MERGED, live_question PUBLISHED | 0→1 0→2 0→3 0→4 0→5 1→5 2→5 3→5 4→5")
	w.want("the way of the merged", w.way(w.guest, from), "gathering LIVE, live_question MERGED, live_question PUBLISHED | 0→1 0→2 1→2")
	w.want("elsewhere", w.way(w.otherGuest, from), "nothing")

	wantCode(t, merge(w.coordinator, into, into), network.CodeInvalid, "input.intoId")
	wantCode(t, merge(w.coordinator, into, w.question(w.stage(openStage), w.guest, network.QuestionPublished)), network.CodeInvalid, "input.intoId")
	wantCode(t, merge(w.coordinator, into, w.question(stage, w.guest, network.QuestionSubmitted)), network.CodeInvalid, "input.intoId")
	wantCode(t, merge(w.coordinator, into, newID()), network.CodeNotFound)
	// Two moderators who merge a pair both ways at once do not wait for each other.
	one, two := w.question(stage, w.guest, network.QuestionPublished), w.question(stage, w.guest, network.QuestionPublished)
	failures = together(2, func(i int) error {
		if i == 0 {
			return merge(w.coordinator, one, two)
		}
		return merge(w.nantes.director, two, one)
	})
	w.want("one way", succeeded(failures), 1)
}

func TestOneQuestionIsOnStage(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	first, second := w.question(stage, w.lille.officer, network.QuestionPublished), w.question(stage, w.guest, network.QuestionPublished)
	for _, v := range []network.Viewer{w.nantes.officer, w.lille.director, w.guest, w.admin, w.lille.officer} {
		wantCode(t, w.stages(v, first, 0), network.CodeForbidden)
	}
	wantCode(t, w.stages(w.otherGuest, first, 0), network.CodeNotFound)
	wantCode(t, w.stages(w.nantes.assistant, first, 0), "")
	wantCode(t, w.stages(w.coordinator, second, 0), network.CodeConflict, "input.turn")
	wantCode(t, w.stages(w.coordinator, first, 1), network.CodeInvalidTransition)
	wantCode(t, w.stages(w.coordinator, second, 1), "")
	w.want("the former goes back", w.questionState(first), network.QuestionPublished)
	w.want("told", w.events(network.VerbLiveQuestionUnstaged, first), 1)
	w.want("turn", w.turn(stage), 2)

	var waiting []network.ID
	for range 8 {
		waiting = append(waiting, w.question(stage, w.guest, network.QuestionPublished))
	}
	failures := together(len(waiting), func(i int) error { return w.stages(w.coordinator, waiting[i], 2) })
	w.want("of many at once one wins", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeConflict, "input.turn")
		}
	}
	w.want("on stage", one[int](w, `SELECT count(*) FROM live_question WHERE state = 'ON_STAGE'`), 1)

	on := network.ID(one[string](w, `SELECT id FROM live_question WHERE state = 'ON_STAGE'`))
	unstage := func(v network.Viewer, q network.ID) error {
		_, err := w.store.UnstageLiveQuestion(ctx, v, newAct(), q)
		return err
	}
	wantCode(t, unstage(w.lille.director, on), network.CodeForbidden)
	wantCode(t, unstage(w.nantes.director, on), "")
	wantCode(t, unstage(w.nantes.director, on), network.CodeInvalidTransition)
	w.want("turn", w.turn(stage), 4)
	// Another stage has its own.
	elsewhere := w.stage(openStage)
	w.must(w.stages(w.coordinator, first, 4))
	wantCode(t, w.stages(w.coordinator, w.question(elsewhere, w.guest, network.QuestionPublished), 0), "")
}

func TestAnswersAndPromises(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	onStage := func() network.ID {
		q := w.question(stage, w.lille.officer, network.QuestionPublished)
		w.must(w.stages(w.coordinator, q, w.turn(stage)))
		return q
	}
	w.wantRunnersOnly(w.answers, onStage)
	due := network.DateOf(w.clock).AddDays(30)
	w.wantRunnersOnly(func(v network.Viewer, q network.ID) error { return w.promises(v, q, w.lyon.director, due) }, onStage)

	q := onStage()
	turn := w.turn(stage)
	wantCode(t, w.promises(w.coordinator, q, w.guest, due), network.CodeInvalid, "input.staffMemberId")
	wantCode(t, w.promises(w.coordinator, q, w.lyon.director, network.DateOf(w.clock).AddDays(-1)), network.CodeInvalid, "input.dueOn")
	wantCode(t, w.promises(w.coordinator, q, w.lyon.director, due), "")
	w.want("the stage is free", w.turn(stage), turn+1)
	w.want("asked", w.tasks(w.lyon.director, network.AsksAnswerQuestion, q), 1)
	// Another takes it over, with more time.
	wantCode(t, w.promises(w.nantes.director, q, w.lille.director, due.AddDays(5)), "")
	w.want("asked no longer", w.tasks(w.lyon.director, network.AsksAnswerQuestion, q), 0)
	w.want("asked", w.tasks(w.lille.director, network.AsksAnswerQuestion, q), 1)
	w.want("turn", w.turn(stage), turn+1)
	task := network.ID(one[string](w, `SELECT id FROM task WHERE subject_id = $1 AND state = 'OPEN'`, q))
	_, err := w.store.DropTask(ctx, w.lille.director, newAct(), task)
	wantCode(t, err, network.CodeForbidden)

	wantCode(t, w.answers(w.lyon.director, q), network.CodeForbidden)
	_, err = w.store.AnswerLiveQuestion(ctx, w.lille.director, newAct(), q, " ")
	wantCode(t, err, network.CodeInvalid, "input.answer")
	failures := together(4, func(int) error { return w.answers(w.lille.director, q) })
	w.want("answered once", succeeded(failures), 1)
	w.want("done", one[string](w, `SELECT state FROM task WHERE id = $1`, task), "DONE")
	w.want("told", w.events(network.VerbLiveQuestionAnswered, q), 1)
	wantCode(t, w.promises(w.coordinator, q, w.lyon.director, due), network.CodeInvalidTransition)
	wantCode(t, w.answers(w.coordinator, w.question(stage, w.guest, network.QuestionPublished)), network.CodeInvalidTransition)
}

// What was promised comes back at the next gathering, until one that begins
// after it was answered.
func TestPromisesComeBack(t *testing.T) {
	w := newWorld(t)
	gather := func(starts, ends string) network.ID {
		id := newID()
		w.exec(`INSERT INTO gathering (id, name, city, starts_on, ends_on, state) VALUES ($1, 'Rencontre', 'Tours', $2, $3, 'PUBLISHED')`, id, starts, ends)
		return id
	}
	next, later, last := gather("2026-11-10", "2026-11-11"), gather("2027-05-10", "2027-05-11"), gather("2027-11-10", "2027-11-11")
	stage := w.stage(openStage)
	promised := func(due network.Date) network.ID {
		q := w.question(stage, w.lille.officer, network.QuestionPublished)
		w.must(w.stages(w.coordinator, q, w.turn(stage)))
		w.must(w.promises(w.coordinator, q, w.lyon.director, due))
		return q
	}
	open, answered := promised("2026-12-01"), promised("2026-09-01")
	w.must(w.stages(w.coordinator, w.question(stage, w.guest, network.QuestionPublished), w.turn(stage)))
	w.clock = w.clock.AddDate(0, 5, 0) // after the next has ended
	w.must(w.answers(w.lyon.director, answered))
	back := func(v network.Viewer, gathering network.ID) []network.ID {
		var answer *struct {
			PromisedQuestions struct{ Nodes []struct{ ID network.ID } }
		}
		w.read(v, `{ gathering(id: "`+string(gathering)+`") { promisedQuestions { nodes { id } } } }`, &answer)
		ids := []network.ID{}
		for _, n := range answer.PromisedQuestions.Nodes {
			ids = append(ids, n.ID)
		}
		return ids
	}
	want := func(what string, got []network.ID, want ...network.ID) {
		t.Helper()
		if len(got) != len(want) || len(got) > 0 && got[0] != want[0] || len(got) > 1 && got[1] != want[1] {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	want("where they were promised", back(w.coordinator, w.gathering))
	want("at the next, the first due first", back(w.coordinator, next), answered, open)
	want("answered since", back(w.coordinator, later), answered, open)
	want("after that", back(w.coordinator, last), open)
	want("a guest of another gathering", back(w.guestOf(next), next))
}
