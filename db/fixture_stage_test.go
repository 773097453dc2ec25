package db

import (
	"time"

	"maillage/network"
)

// agendaItem adds an item to the gathering's agenda.
func (w *world) agendaItem(gathering network.ID, kind network.AgendaItemKind) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at)
		VALUES ($1, $2, 'Questions', $3, $4, $5)`, id, gathering, kind, w.clock, w.clock.Add(time.Hour))
	return id
}

// stage adds a question time that takes questions as the settings say; of the
// gathering, whose host is Nantes.
func (w *world) stage(set network.StageSettings) network.ID {
	w.t.Helper()
	id := w.agendaItem(w.gathering, network.AgendaQuestions)
	w.exec(`
		INSERT INTO stage (agenda_item_id, gathering_id, takes_questions, anonymous_allowed, premoderated, questions_open)
		VALUES ($1, $2, $3, $4, $5, $6)`, id, w.gathering, set.TakesQuestions, set.AnonymousAllowed, set.Premoderated, set.QuestionsOpen)
	return id
}

// openStage takes questions, without names too.
var openStage = network.StageSettings{TakesQuestions: true, AnonymousAllowed: true, QuestionsOpen: true}

// question adds one that its author asked under their name, in a state that
// needs nothing more.
func (w *world) question(stage network.ID, author network.Viewer, state network.LiveQuestionState) network.ID {
	w.t.Helper()
	id := newID()
	w.clock = w.clock.Add(time.Second)
	w.exec(`
		INSERT INTO live_question (id, agenda_item_id, gathering_id, text, state, anonymous, author_id, created_at, published_at)
		SELECT $1, $2, s.gathering_id, 'Question ' || $3, $4, false, $5, $6, CASE WHEN $4 <> 'SUBMITTED' THEN $6::timestamptz END
		  FROM stage s
		 WHERE s.agenda_item_id = $2`, id, stage, string(id[24:]), state, author.StaffID, w.clock)
	return id
}

func (w *world) questionState(id network.ID) network.LiveQuestionState {
	w.t.Helper()
	return network.LiveQuestionState(one[string](w, `SELECT state FROM live_question WHERE id = $1`, id))
}

func (w *world) turn(stage network.ID) int {
	w.t.Helper()
	return one[int](w, `SELECT turn FROM stage WHERE agenda_item_id = $1`, stage)
}

// asks asks a question on a stage and gives its id.
func (w *world) asks(v network.Viewer, stage network.ID, text string, anonymous bool) (network.ID, error) {
	of, err := w.store.AskLiveQuestion(ctx, v, newAct(text), stage, text, anonymous)
	return of.Question, err
}

// onAQuestion is one of the acts that need nothing but the question.
type onAQuestion func(v network.Viewer, question network.ID) error

func (w *world) withdraws(v network.Viewer, q network.ID) error {
	_, err := w.store.WithdrawLiveQuestion(ctx, v, newAct(), q)
	return err
}

func (w *world) upvotes(v network.Viewer, q network.ID) error {
	_, err := w.store.UpvoteLiveQuestion(ctx, v, newAct(), q)
	return err
}

func (w *world) rejects(v network.Viewer, q network.ID) error {
	_, err := w.store.RejectLiveQuestion(ctx, v, newAct(), q, "Hors sujet")
	return err
}

func (w *world) publishes(v network.Viewer, q network.ID) error {
	_, err := w.store.PublishLiveQuestion(ctx, v, newAct(), q, 1)
	return err
}

func (w *world) stages(v network.Viewer, q network.ID, turn int) error {
	_, err := w.store.StageLiveQuestion(ctx, v, newAct(), q, turn)
	return err
}

func (w *world) answers(v network.Viewer, q network.ID) error {
	_, err := w.store.AnswerLiveQuestion(ctx, v, newAct(), q, "Oui, dès l’automne.")
	return err
}

func (w *world) promises(v network.Viewer, q network.ID, who network.Viewer, due network.Date) error {
	_, err := w.store.PromiseLiveQuestion(ctx, v, newAct(), q, who.StaffID, due)
	return err
}
