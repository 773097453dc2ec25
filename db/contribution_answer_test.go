package db

import (
	"testing"

	"maillage/network"
)

func (w *world) answerTo(question network.ID, v network.Viewer, version int, text string) (network.ID, error) {
	given, err := w.store.AnswerContribution(ctx, v, newAct(text), question, version, text)
	return given.Answer, err
}

func TestAnswerContribution(t *testing.T) {
	w := newWorld(t)
	question := w.asked(w.lille.officer)
	_, err := w.answerTo(w.pepite(w.lille.officer), w.lyon.officer, 0, "Réponse")
	wantCode(t, err, network.CodeForbidden)
	_, err = w.answerTo(question, w.otherGuest, 0, "Réponse")
	wantCode(t, err, network.CodeNotFound)
	_, err = w.answerTo(question, w.lyon.officer, 0, " ")
	wantCode(t, err, network.CodeInvalid, "input.text")

	w.want("one first of five", succeeded(together(5, func(int) error {
		_, err := w.answerTo(question, w.lyon.officer, 0, "Réponse")
		return err
	})), 1)
	first := one[network.ID](w, `SELECT id FROM contribution_answer WHERE contribution_id = $1`, question)
	again, err := w.answerTo(question, w.lyon.officer, 1, "Meilleure réponse")
	w.must(err)
	w.want("the same answer", again, first)
	_, err = w.answerTo(question, w.lyon.officer, 1, "Perdue")
	w.want("version", wantCode(t, err, network.CodeConflict, "version").Version, 2)
	_, err = w.answerTo(question, w.guest, 0, "D'un invité")
	w.must(err)
	w.want("answers", one[int](w, `SELECT count(*) FROM contribution_answer WHERE contribution_id = $1`, question), 2)

	var read struct {
		AnswerCount  int
		ViewerAnswer struct{ Text string }
		Answers      []struct {
			Text            string
			Accepted        bool
			ViewerCanAccept bool
		}
	}
	query := `{ contribution(id: "` + string(question) + `") { answerCount viewerAnswer { text } answers { text accepted viewerCanAccept } } }`
	w.read(w.lyon.officer, query, &read)
	w.want("own", read.ViewerAnswer.Text, "Meilleure réponse")
	w.want("count", read.AnswerCount, 2)
	w.want("may accept", read.Answers[0].ViewerCanAccept, false)
	_, err = w.store.AcceptAnswer(ctx, w.lille.officer, newAct(), one[network.ID](w, `SELECT id FROM contribution_answer WHERE author_id = $1`, w.guest.StaffID), 1)
	w.must(err)
	w.read(w.guest, query, &read)
	w.want("the accepted stands first", read.Answers[0].Text, "D'un invité")
	w.want("accepted", read.Answers[0].Accepted, true)
	_, err = w.answerTo(question, w.lyon.director, 0, "Trop tard")
	wantCode(t, err, network.CodeInvalidTransition)
}

func TestAQuestionHasAnEndOfAnswers(t *testing.T) {
	w := newWorld(t)
	question := w.asked(w.lille.officer)
	w.exec(`
		INSERT INTO staff_member (id, given_name, family_name, email, job)
		SELECT gen_random_uuid(), 'Prénom', 'Nom', 'q' || n || '@centre.example', 'MISSION_OFFICER'
		  FROM generate_series(1, 49) AS n`)
	w.exec(`
		INSERT INTO contribution_answer (id, contribution_id, author_id, text, created_at)
		SELECT gen_random_uuid(), $1, id, 'Réponse', now()
		  FROM staff_member
		 WHERE email LIKE 'q%'`, question)
	people := []network.Viewer{w.lyon.officer, w.lyon.director, w.nantes.officer}
	w.want("room for one", succeeded(together(3, func(i int) error {
		_, err := w.answerTo(question, people[i], 0, "Encore")
		return err
	})), 1)
	_, err := w.answerTo(question, w.lille.director, 0, "Encore")
	wantCode(t, err, network.CodeLimited)
}

func TestAPromisedAnswerIsATaskUntilOneIsAccepted(t *testing.T) {
	w := newWorld(t)
	question := w.asked(w.lille.officer)
	promise := func(v network.Viewer, who network.ID, day network.Date) error {
		_, err := w.store.PromiseAnswer(ctx, v, newAct(), question, who, day)
		return err
	}
	officer := w.lyon.officer
	wantCode(t, promise(officer, officer.StaffID, "2026-06-24"), network.CodeInvalid, "input.dueOn")
	wantCode(t, promise(w.guest, w.guest.StaffID, "2026-09-01"), network.CodeForbidden)
	wantCode(t, promise(w.otherGuest, w.otherGuest.StaffID, "2026-09-01"), network.CodeNotFound)
	wantCode(t, promise(officer, w.lyon.director.StaffID, "2026-09-01"), network.CodeForbidden)
	wantCode(t, promise(w.nantes.assistant, w.guest.StaffID, "2026-09-01"), network.CodeInvalid, "input.staffMemberId")
	_, err := w.store.PromiseAnswer(ctx, officer, newAct(), w.pepite(w.lille.officer), officer.StaffID, "2026-09-01")
	wantCode(t, err, network.CodeForbidden)

	wantCode(t, promise(officer, officer.StaffID, "2026-09-01"), "")
	w.want("state", w.contributionState(question), "ANSWER_PROMISED")
	w.want("asked", w.tasks(officer, network.AsksAnswerQuestion, question), 1)
	w.want("due", one[string](w, `SELECT due_on::text FROM task WHERE subject_id = $1`, question), "2026-09-01")
	var inbox struct {
		Tasks struct {
			Nodes []struct {
				Kind          string
				ViewerCanDrop bool
				Subject       struct{ Title string }
			}
		}
	}
	w.read(officer, `{ viewer { tasks { nodes { kind viewerCanDrop subject { ... on Contribution { title } } } } } }`, &inbox)
	w.want("inbox", inbox.Tasks.Nodes[0].Kind+inbox.Tasks.Nodes[0].Subject.Title, "ANSWER_QUESTIONComment faire ?")
	w.want("a promise is not dropped", inbox.Tasks.Nodes[0].ViewerCanDrop, false)

	wantCode(t, promise(w.lyon.director, w.lyon.director.StaffID, "2026-09-02"), network.CodeForbidden)
	wantCode(t, promise(officer, officer.StaffID, "2026-10-01"), "")
	w.want("one task", w.tasks(officer, network.AsksAnswerQuestion, question), 1)
	wantCode(t, promise(w.nantes.director, w.lille.director.StaffID, "2026-10-02"), "")
	w.want("no longer asked", w.tasks(officer, network.AsksAnswerQuestion, question), 0)
	w.want("asked instead", w.tasks(w.lille.director, network.AsksAnswerQuestion, question), 1)

	answer, err := w.answerTo(question, w.lille.director, 0, "Voici")
	w.must(err)
	w.want("still asked", w.tasks(w.lille.director, network.AsksAnswerQuestion, question), 1)
	accept := func(v network.Viewer, version int) error {
		_, err := w.store.AcceptAnswer(ctx, v, newAct(), answer, version)
		return err
	}
	wantCode(t, accept(w.lille.director, 1), network.CodeForbidden)
	wantCode(t, accept(w.otherGuest, 1), network.CodeNotFound)
	w.must2(w.answerTo(question, w.lille.director, 1, "Voici mieux"))
	w.want("rewritten since", wantCode(t, accept(w.lille.officer, 1), network.CodeConflict, "version").Version, 2)
	w.want("once of four", succeeded(together(4, func(int) error { return accept(w.lille.officer, 2) })), 1)
	w.want("state", w.contributionState(question), "ANSWERED")
	w.want("done", one[string](w, `SELECT state FROM task WHERE assignee_id = $1 AND subject_id = $2`, w.lille.director.StaffID, question), "DONE")
	w.want("told", w.events(network.VerbAnswerAccepted, question), 1)
	wantCode(t, promise(officer, officer.StaffID, "2026-10-01"), network.CodeInvalidTransition)
}

func TestAWithdrawnQuestionIsNoLongerAskedFor(t *testing.T) {
	w := newWorld(t)
	question := w.asked(w.lille.officer)
	w.must2(w.store.PromiseAnswer(ctx, w.lyon.officer, newAct(), question, w.lyon.officer.StaffID, "2026-09-01"))
	w.must2(w.store.WithdrawContribution(ctx, w.lille.officer, newAct(), question, 2))
	w.want("tasks", w.tasks(w.lyon.officer, network.AsksAnswerQuestion, question), 0)
	w.want("dropped", one[string](w, `SELECT state FROM task WHERE subject_id = $1`, question), "DROPPED")
}

func TestAContributionBecomesATopicAndAGroup(t *testing.T) {
	w := newWorld(t)
	w.phase(network.PhaseMarketplace)
	pepite := w.pepite(w.lille.officer)
	draft := w.bring(w.lille.officer, network.ContributionPepite, w.gathering, "Brouillon", true)
	elsewhere := w.bring(w.lyon.officer, network.ContributionPepite, w.otherGathering, "Ailleurs")
	propose := func(v network.Viewer, origin network.ID) (network.ID, error) {
		return w.propose(v, NewTopic{Title: "Sujet né d'une pépite", Origin: origin})
	}
	_, err := propose(w.lyon.officer, newID())
	wantCode(t, err, network.CodeNotFound)
	_, err = propose(w.lyon.officer, draft)
	wantCode(t, err, network.CodeNotFound)
	_, err = propose(w.lille.officer, draft)
	wantCode(t, err, network.CodeInvalidTransition)
	_, err = propose(w.lyon.officer, elsewhere)
	wantCode(t, err, network.CodeInvalid, "input.originId")
	topic, err := propose(w.guest, pepite)
	w.must(err)

	words := GroupWords{Name: "Groupe", Purpose: "Aller plus loin", Admission: network.AdmissionOpen, Origin: pepite}
	group, err := w.store.RequestWorkingGroup(ctx, w.lyon.director, newAct(), words)
	w.must(err)
	words.Origin = draft
	_, err = w.store.RequestWorkingGroup(ctx, w.lyon.director, newAct(), words)
	wantCode(t, err, network.CodeNotFound)
	w.want("the way on", w.way(w.lyon.officer, pepite), "gathering LIVE, contribution PUBLISHED, topic PROPOSED, working_group REQUESTED | 0→1 1→2 1→3")
	w.want("a guest's", w.way(w.guest, pepite), "gathering LIVE, contribution PUBLISHED, topic PROPOSED | 0→1 1→2")
	w.want("the way back", w.way(w.lyon.officer, topic), "gathering LIVE, contribution PUBLISHED, topic PROPOSED | 0→1 1→2")
	w.want("the group's", w.way(w.lyon.officer, group), "gathering LIVE, contribution PUBLISHED, working_group REQUESTED | 0→1 1→2")
	w.want("elsewhere", w.way(w.otherGuest, pepite), "nothing")
	w.want("a task may be about it", w.taskAbout(pepite), "CONTRIBUTION")
}

func (w *world) taskAbout(subject network.ID) string {
	w.t.Helper()
	id, err := w.store.AddTask(ctx, w.lille.officer, newAct(), TaskWords{Title: "Relire", Assignee: w.lyon.officer.StaffID, Subject: subject})
	w.must(err)
	return one[string](w, `SELECT subject_kind FROM task WHERE id = $1`, id)
}
