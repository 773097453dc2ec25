package db

import (
	"maillage/db/read"
	"maillage/network"
)

// QuestionOf is a question with its stage.
type QuestionOf struct{ Question, Stage network.ID }

func questionOf(q network.LiveQuestion) QuestionOf { return QuestionOf{q.ID, q.Stage.ID} }

// liveQuestionRow is what the rules look at of a question, as it is selected.
type liveQuestionRow struct {
	stageRow
	ID         network.ID                `db:"id"`
	State      network.LiveQuestionState `db:"state"`
	AuthorID   network.ID                `db:"author_id"`
	Anonymous  bool                      `db:"anonymous"`
	PromisedBy network.ID                `db:"promised_by_id"`
	Published  bool                      `db:"published"`
	Version    int                       `db:"version"`
}

func (r liveQuestionRow) rules() network.LiveQuestion {
	return network.LiveQuestion{
		ID:         r.ID,
		Stage:      r.stageRow.rules(),
		State:      r.State,
		AuthorID:   r.AuthorID,
		Anonymous:  r.Anonymous,
		PromisedBy: r.PromisedBy,
		Published:  r.Published,
		Version:    r.Version,
	}
}

// stageColumns are those of stageRow, of a stage s that has been set.
const stageColumns = `s.agenda_item_id AS stage_id,
		       s.gathering_id,
		       (SELECT g.state FROM gathering g WHERE g.id = s.gathering_id) AS gathering_state,
		       ARRAY(SELECT h.centre_id FROM gathering_host h WHERE h.gathering_id = s.gathering_id) AS hosts,
		       s.takes_questions,
		       s.anonymous_allowed,
		       s.premoderated,
		       s.questions_open,
		       s.turn,
		       s.version AS stage_version`

const liveQuestionColumns = stageColumns + `,
		       q.id,
		       q.state,
		       q.author_id,
		       q.anonymous,
		       q.promised_by_id,
		       q.published_at IS NOT NULL AS published,
		       q.version`

// lockLiveQuestion locks a question that the viewer may see, for what changes
// nothing else.
func (t *tx) lockLiveQuestion(id network.ID) (network.LiveQuestion, error) {
	return t.liveQuestionForRules(id, "FOR NO KEY UPDATE OF q")
}

// lockOnStage locks the stage with the question: what is done about the
// questions of one stage is done one after the other.
func (t *tx) lockOnStage(id network.ID) (network.LiveQuestion, error) {
	return t.liveQuestionForRules(id, "FOR NO KEY UPDATE OF s FOR NO KEY UPDATE OF q")
}

func (t *tx) liveQuestionForRules(id network.ID, lock string) (network.LiveQuestion, error) {
	var row liveQuestionRow
	err := t.find(&row, `
		SELECT `+liveQuestionColumns+`
		  FROM live_question q
		  JOIN stage s ON s.agenda_item_id = q.agenda_item_id
		 WHERE q.id = $1
		   AND `+read.Predicate(&liveQuestionRead, "q")+`
		   `+lock, id)
	return row.rules(), err
}

// lockTwoLiveQuestions locks their stages and both questions.
func (t *tx) lockTwoLiveQuestions(first, second network.ID) (one, two network.LiveQuestion, err error) {
	var both []liveQuestionRow
	err = t.list(&both, `
		SELECT `+liveQuestionColumns+`
		  FROM live_question q
		  JOIN stage s ON s.agenda_item_id = q.agenda_item_id
		 WHERE q.id IN ($1, $2)
		   AND `+read.Predicate(&liveQuestionRead, "q")+`
		 ORDER BY q.agenda_item_id,
		          q.id
		   FOR NO KEY UPDATE OF s
		   FOR NO KEY UPDATE OF q`, first, second)
	for _, row := range both {
		if row.ID == first {
			one = row.rules()
		}
		if row.ID == second {
			two = row.rules()
		}
	}
	if err == nil && (one.ID == "" || two.ID == "") {
		err = network.NotFound()
	}
	return one, two, err
}

// holdStage reads the stage of an item and keeps it as it is until the commit,
// with how many questions the viewer has asked there. Their own row is locked
// first, so that questions asked at once are counted one after the other.
func (t *tx) holdStage(item network.ID) (network.Stage, error) {
	if err := t.lockSelf(); err != nil {
		return network.Stage{}, err
	}
	row, err := t.stageOf(item)
	if err != nil || row.Version == 0 {
		return row.rules(), err
	}
	var held struct {
		stageRow
		Asked int `db:"asked"`
	}
	err = t.find(&held, `
		SELECT `+stageColumns+`,
		       (SELECT count(*)
		          FROM live_question q
		         WHERE q.agenda_item_id = s.agenda_item_id
		           AND q.author_id = :viewer_id) AS asked
		  FROM stage s
		 WHERE s.agenda_item_id = $1
		   FOR SHARE OF s`, item)
	stage := held.rules()
	stage.Asked = held.Asked
	return stage, err
}

// aboutLiveQuestion is a fact about a question, told to whoever may see it; of
// one that is hidden, to those who run the gathering.
func aboutLiveQuestion(verb network.EventVerb, q network.LiveQuestion, data EventData) Event {
	told := Event{
		Verb: verb, Kind: network.ObjectLiveQuestion, Object: q.ID, Gathering: q.Stage.GatheringID,
		Audience: Audience{WithGuests: true}, Data: data,
	}
	if q.Hidden() {
		told.Audience = Audience{Editors: true, Centres: q.Stage.Hosts}
	}
	return told
}

// tellByAuthor tells what its author did with a question, without their name
// where it was asked without. No words of a question are told: those of one
// taken off must not be read on in the journal.
func (t *tx) tellByAuthor(verb network.EventVerb, q network.LiveQuestion, data EventData) {
	told := aboutLiveQuestion(verb, q, data)
	told.Unnamed = q.Anonymous
	t.tell(told)
}

// tellLiveQuestion tells what others did with a question, and its author too
// where it is hidden from them otherwise; not one without a name, whom the
// telling would give away.
func (t *tx) tellLiveQuestion(verb network.EventVerb, q network.LiveQuestion, data EventData) {
	told := aboutLiveQuestion(verb, q, data)
	t.tell(told)
	if q.Hidden() && !q.Anonymous && q.AuthorID != t.v.StaffID {
		told.Audience = Audience{Person: q.AuthorID}
		t.tell(told)
	}
}

// lockSelf locks the viewer's own row: what counts what is theirs is done one
// after the other.
func (t *tx) lockSelf() error {
	_, err := t.exec(`
		SELECT
		  FROM staff_member
		 WHERE id = :viewer_id
		   FOR NO KEY UPDATE`)
	return err
}
