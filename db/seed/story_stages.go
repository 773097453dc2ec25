package seed

import (
	"slices"
	"strings"
	"time"

	"maillage/network"
)

// A deed is what one person did with a question of the story.
type deed struct {
	at time.Time
	b  *block
	step
}

// stages tells the questions asked to the person who speaks: to an official of
// the State in Nantes, to the national coordination in Strasbourg and, as the
// demonstration begins, in Tours.
func (s *story) stages() {
	blocks := s.blocks("questions.txt", "by", "unnamed", "text", "votes", "voted")
	open := network.StageSettings{TakesQuestions: true, AnonymousAllowed: true, QuestionsOpen: true}
	closed := network.StageSettings{TakesQuestions: true, AnonymousAllowed: true}
	read := open
	read.Premoderated = true
	for _, at := range []struct {
		key, gathering string
		kind           network.AgendaItemKind
		opens, closes  string
		by             *person
		set            network.StageSettings
	}{
		{"nantes", "Rencontre nationale de Nantes", network.AgendaQuestions, "2019-06-25 15:40", "2019-06-25 17:30", s.coordinator, open},
		{"strasbourg", "Rencontre nationale de Strasbourg", network.AgendaPlenary, "-152 13:20", "-152 15:00", s.coordinator, open},
		{"tours", "Rencontre nationale de Tours", network.AgendaQuestions, "-26h0m", "", s.who("vac.a1"), read},
	} {
		g := s.gatherings[slices.IndexFunc(s.gatherings, func(g *gathering) bool { return g.name == at.gathering })]
		item := g.agenda[slices.IndexFunc(g.agenda, func(i *agendaItem) bool { return i.kind == at.kind })]
		st := g.openStage(s.world, s.when(at.opens), at.by, item, at.set)
		s.playStage(st, at.key, slices.DeleteFunc(slices.Clone(blocks), func(b *block) bool { return b.kind != at.key }))
		if at.closes != "" {
			st.change(s.when(at.closes), at.by, closed)
		}
	}
}

// playStage does what was done on one stage in the order of time.
func (s *story) playStage(st *stage, key string, blocks []*block) {
	var deeds []deed
	for _, b := range blocks {
		for _, step := range b.steps {
			deeds = append(deeds, deed{s.when(step.when), b, step})
		}
	}
	slices.SortStableFunc(deeds, func(a, b deed) int { return a.at.Compare(b.at) })
	people := s.attending(st.gathering.created, 80, "d1", "m1", "m2", "m3", "i1", "a1", "i2", "m4")
	asked := map[string]*liveQuestion{}
	for _, d := range deeds {
		if d.verb == "ask" {
			q := st.ask(d.at, s.who(d.b.fields["by"]), d.b.fields["unnamed"] == "yes", fr(d.b.fields["text"]))
			asked[d.b.key] = q
			if !q.published.IsZero() {
				s.drawVotes(q, d, people)
			}
			continue
		}
		q, by := asked[d.b.key], s.who(d.arg(0))
		s.must(q != nil, "%s: not asked yet", d.where)
		if q == nil {
			return
		}
		switch d.verb {
		case "publish":
			q.publish(d.at, by)
			s.drawVotes(q, d, people)
		case "reject":
			q.reject(d.at, by, d.say(0))
		case "merge":
			q.merge(d.at, by, asked[d.arg(1)])
		case "show":
			q.show(d.at, by)
		case "answer":
			q.say(d.at, by, d.say(0))
		case "promise":
			q.promise(d.at, by, s.who(d.arg(1)), s.date(d.arg(2)))
		default:
			s.must(false, "%s: %s is nothing one does with a question of %s", d.where, d.verb, key)
		}
	}
}

// drawVotes draws who wants the answer too, within some minutes of the moment
// when it could first be read; and whoever the text names.
func (s *story) drawVotes(q *liveQuestion, d deed, people []*person) {
	until := d.at.Add(12 * time.Minute)
	if last := s.now.Add(-20 * time.Second); until.After(last) {
		until = last
	}
	voters := s.crowd(people, d.b.number("votes"), q.author)
	for _, handle := range strings.Fields(d.b.fields["voted"]) {
		voters = append(voters, s.who(handle))
	}
	for _, p := range voters {
		q.vote(s.between(d.at.Add(time.Second), until), p)
	}
}
