package seed

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"maillage/network"
)

// A stage is an item of the agenda that takes questions.
type stage struct {
	w         *world
	item      uuid.UUID
	gathering *gathering
	set       network.StageSettings
	turn      int
	version   int
	title     string
	questions []*liveQuestion
}

type liveQuestion struct {
	id                                     uuid.UUID
	stage                                  *stage
	text                                   string
	state                                  network.LiveQuestionState
	anonymous                              bool
	author                                 *person
	reason, answer                         string
	into                                   *liveQuestion
	promisedBy, answeredBy                 *person
	due                                    network.Date
	created, published, promised, answered time.Time
	votes                                  []mark
}

// openStage lets an item of the agenda take questions for the first time.
func (g *gathering) openStage(w *world, at time.Time, by *person, i *agendaItem, set network.StageSettings) *stage {
	s := &stage{w: w, item: i.id, gathering: g, title: i.title}
	g.stages = append(g.stages, s)
	s.change(at, by, set)
	return s
}

func (s *stage) runs(p *person) bool {
	ofHost := slices.Contains(s.gathering.hosts, p.centre)
	return p.role == network.RoleCoordinator || ofHost && (p.job == network.JobDirector || p.job == network.JobAdministrativeAssistant)
}

// change sets how the stage takes questions.
func (s *stage) change(at time.Time, by *person, set network.StageSettings) {
	s.w.must(s.runs(by), "%s sets the stage %q", by.name(), s.title)
	s.set = set
	s.version++
	to := "CLOSED"
	if set.TakesQuestions && set.QuestionsOpen {
		to = "OPEN"
	}
	s.w.tell(fact{at: at, actor: by, verb: network.VerbStageSet, kind: network.ObjectGathering, object: &s.gathering.id, gathering: &s.gathering.id,
		audience: "GATHERING", to: to, excerpt: s.title})
}

// ask asks a question: shown at once, or submitted where they are read first.
func (s *stage) ask(at time.Time, author *person, anonymous bool, text string) *liveQuestion {
	s.w.must(s.set.TakesQuestions && s.set.QuestionsOpen && (!anonymous || s.set.AnonymousAllowed), "question %q cannot be asked", text)
	q := &liveQuestion{id: s.w.id(at), stage: s, text: text, state: network.QuestionSubmitted, anonymous: anonymous, author: author, created: at}
	if !s.set.Premoderated {
		q.state, q.published = network.QuestionPublished, at
	}
	s.questions = append(s.questions, q)
	q.tell(at, q.named(), network.VerbLiveQuestionAsked, "", string(q.state), "")
	return q
}

// named is who stands in the facts of what the author does.
func (q *liveQuestion) named() *person {
	if q.anonymous {
		return nil
	}
	return q.author
}

// tell tells a fact to whoever may see the question; of one that is hidden, to
// those who run the gathering and to its author, if they have a name.
func (q *liveQuestion) tell(at time.Time, by *person, verb network.EventVerb, from, to, words string) {
	g := q.stage.gathering
	f := fact{at: at, actor: by, verb: verb, kind: network.ObjectLiveQuestion, object: &q.id, gathering: &g.id, audience: "GATHERING",
		from: from, to: to, excerpt: words}
	if q.published.IsZero() {
		f.audience, f.centres = "EDITORS", g.hosts
		q.stage.w.tell(f)
		if by == q.named() || q.anonymous {
			return
		}
		f.audience, f.centres, f.person = "PERSON", nil, q.author
	}
	q.stage.w.tell(f)
}

func (q *liveQuestion) goes(at time.Time, by *person, verb network.EventVerb, to network.LiveQuestionState, words string, from ...network.LiveQuestionState) {
	q.stage.w.must(slices.Contains(from, q.state), "%s: question %q is %s", verb, q.text, q.state)
	q.stage.w.must(q.stage.runs(by) || by == q.promisedBy, "%s: by %s", verb, by.name())
	was := q.state
	q.state = to
	q.tell(at, by, verb, string(was), string(to), words)
}

func (q *liveQuestion) publish(at time.Time, by *person) {
	q.published = at
	q.goes(at, by, network.VerbLiveQuestionPublished, network.QuestionPublished, "", network.QuestionSubmitted)
}

func (q *liveQuestion) reject(at time.Time, by *person, reason string) {
	q.reason = reason
	q.goes(at, by, network.VerbLiveQuestionRejected, network.QuestionRejected, "", network.QuestionSubmitted, network.QuestionPublished)
}

func (q *liveQuestion) vote(at time.Time, p *person) {
	q.stage.w.must(!q.published.IsZero(), "%s votes for %q", p.name(), q.text)
	if slices.ContainsFunc(q.votes, func(m mark) bool { return m.who == p }) {
		return
	}
	q.votes = append(q.votes, mark{who: p, at: at})
	q.tell(at, nil, network.VerbLiveQuestionUpvoted, "", "", "")
}

// merge brings the votes along, each person's once.
func (q *liveQuestion) merge(at time.Time, by *person, into *liveQuestion) {
	for _, m := range q.votes {
		if !slices.ContainsFunc(into.votes, func(o mark) bool { return o.who == m.who }) {
			into.votes = append(into.votes, m)
		}
	}
	q.into = into
	q.goes(at, by, network.VerbLiveQuestionMerged, network.QuestionMerged, "", network.QuestionSubmitted, network.QuestionPublished)
	q.stage.w.link(at, network.ObjectLiveQuestion, q.id, network.ObjectLiveQuestion, into.id)
}

// show puts the question on stage; the one that was there goes back.
func (q *liveQuestion) show(at time.Time, by *person) {
	for _, other := range q.stage.questions {
		if other.state == network.QuestionOnStage {
			other.goes(at, by, network.VerbLiveQuestionUnstaged, network.QuestionPublished, "", network.QuestionOnStage)
		}
	}
	q.stage.turn++
	q.goes(at, by, network.VerbLiveQuestionStaged, network.QuestionOnStage, "", network.QuestionPublished)
}

func (q *liveQuestion) leavesStage() {
	if q.state == network.QuestionOnStage {
		q.stage.turn++
	}
}

func (q *liveQuestion) say(at time.Time, by *person, answer string) {
	q.leavesStage()
	q.answer, q.answeredBy, q.answered = answer, by, at
	q.goes(at, by, network.VerbLiveQuestionAnswered, network.QuestionAnswered, answer, network.QuestionOnStage, network.QuestionAnswerPromised)
	q.stage.w.settle(at, by, network.AsksAnswerQuestion, q.id)
}

func (q *liveQuestion) promise(at time.Time, by, who *person, due network.Date) {
	q.leavesStage()
	q.promisedBy, q.due, q.promised = who, due, at
	q.goes(at, by, network.VerbLiveQuestionPromised, network.QuestionAnswerPromised, "", network.QuestionOnStage)
	q.stage.w.facts[len(q.stage.w.facts)-1].subject = who
	q.stage.w.ask(at, by, network.AsksAnswerQuestion, network.ObjectLiveQuestion, q.id, due, who)
}
