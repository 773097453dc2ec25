package seed

import (
	"time"

	"github.com/google/uuid"

	"maillage/network"
)

// A registration is that somebody comes to a gathering.
type registration struct {
	id    uuid.UUID
	who   *person
	by    *person
	state network.RegistrationState
	// promoted is when they moved up from the waiting list.
	promoted time.Time
	days     []network.Date
	needs    string
	at       time.Time
	// present are the days they were there.
	present []presence
}

type presence struct {
	day network.Date
	by  *person
	at  time.Time
}

// someNeeds are what a few people need.
var someNeeds = []string{"Repas végétarien", "Sans gluten", "Accès en fauteuil roulant", "Boucle magnétique", "Allergie aux fruits à coque"}

// registrations tells who came: whoever has left a trace in a gathering was
// registered for it. It is told last, so that it moves nothing of the rest.
func (s *story) registrations() {
	for _, g := range s.gatherings {
		switch g.state {
		case network.GatheringClosed, network.GatheringLive:
			seen := s.seenIn(g)
			for _, p := range s.people {
				if seen[p] {
					s.register(g, p, network.RegistrationRegistered)
				}
			}
			s.attend(g)
		}
		switch g.city {
		case "Nantes":
			g.capacity = 120
		case "Tours":
			g.capacity = len(g.registrations)
			for _, handle := range []string{"reso.i2", "labo.i2", "irev.m4"} {
				if p := s.byHandle[handle]; p != nil && !g.expects(p) {
					s.register(g, p, network.RegistrationWaiting)
				}
			}
		case "Toulouse":
			for _, p := range s.whoAll("rt.d1 rt.a1 rt.m1 labo.m1 oriv.d1 irev.i1 vac.a1 vac.m1") {
				s.register(g, p, network.RegistrationRegistered)
			}
			s.enlarge(g, s.who("rt.a1"), s.whoAll("reso.d1 oriv.m1"))
			s.keep(g, s.who("oriv.m1"))
		}
	}
}

// enlarge moves a gathering to a larger room: who waited has a place, and is
// asked whether they keep it.
func (s *story) enlarge(g *gathering, by *person, waited []*person) {
	g.capacity = 120
	at := s.now.Add(-40 * time.Minute)
	s.tell(fact{at: at, actor: by, verb: network.VerbGatheringEdited, kind: network.ObjectGathering, object: &g.id, gathering: &g.id,
		audience: "GATHERING", excerpt: g.name})
	for _, p := range waited {
		s.register(g, p, network.RegistrationWaiting)
		r := g.registrations[len(g.registrations)-1]
		r.state, r.promoted = network.RegistrationRegistered, at
		s.tell(fact{at: at, actor: by, verb: network.VerbRegistrationPromoted, kind: network.ObjectGathering, object: &g.id, gathering: &g.id,
			audience: "PERSON", person: p, from: string(network.RegistrationWaiting), to: string(r.state), subject: p, excerpt: g.name})
	}
	s.ask(at, by, network.AsksKeepPlace, network.ObjectGathering, g.id, network.KeepPlaceBy(network.DateOf(at), g.starts), waited...)
}

// keep has somebody keep the place they moved up to.
func (s *story) keep(g *gathering, p *person) {
	at := s.now.Add(-25 * time.Minute)
	s.settle(at, p, network.AsksKeepPlace, g.id, p)
	s.tell(fact{at: at, actor: p, verb: network.VerbRegistrationKept, kind: network.ObjectGathering, object: &g.id, gathering: &g.id,
		audience: "EDITORS", centres: g.hosts, subject: p})
}

func (g *gathering) expects(p *person) bool {
	for _, r := range g.registrations {
		if r.who == p {
			return true
		}
	}
	return false
}

// seenIn are those who have left a trace in a gathering.
func (s *story) seenIn(g *gathering) map[*person]bool {
	seen := map[*person]bool{}
	marked := func(marks []mark) {
		for _, m := range marks {
			seen[m.who] = true
		}
	}
	for _, i := range g.guests {
		if !i.arrived.IsZero() {
			seen[i.person] = true
		}
	}
	for _, i := range g.agenda {
		marked(i.kept)
	}
	for _, c := range s.contributions {
		if c.gathering == g {
			seen[c.author] = true
		}
	}
	if g.forum != nil {
		seen[g.forum.facilitator] = true
		for _, t := range g.forum.topics {
			seen[t.author] = true
			if t.convener != nil {
				seen[t.convener] = true
			}
			marked(t.stars)
			marked(t.dots)
			for _, o := range t.occurrences {
				marked(o.present)
			}
		}
	}
	return seen
}

// days are the days of a gathering.
func (g *gathering) days() []network.Date {
	var days []network.Date
	for day := g.starts; day <= g.ends; day = day.AddDays(1) {
		days = append(days, day)
	}
	return days
}

// register registers somebody: themselves or, one in three, the assistant of
// their centre for them.
func (s *story) register(g *gathering, p *person, state network.RegistrationState) {
	from, to := g.created.AddDate(0, 0, 22), s.when(string(g.starts)+" 08:00").AddDate(0, 0, -6)
	if to.After(s.now) {
		to = s.now.Add(-time.Hour)
	}
	if p.created.After(from) {
		from = p.created.Add(time.Hour)
	}
	for _, i := range g.guests {
		if i.person == p {
			from = i.arrived.Add(time.Hour)
		}
	}
	if !from.Before(to) {
		from = to.Add(-time.Hour)
	}
	r := &registration{id: s.id(g.created), who: p, by: p, state: state, days: g.days(), at: s.between(from, to)}
	if p.centre != nil && len(g.registrations)%3 == 1 {
		if assistant := s.byHandle[p.centre.slug+".a1"]; assistant != nil && assistant.created.Before(r.at) && (assistant.left.IsZero() || assistant.left.After(r.at)) {
			r.by = assistant
		}
	}
	if len(g.registrations)%17 == 5 {
		r.needs = someNeeds[len(g.registrations)/17%len(someNeeds)]
	}
	g.registrations = append(g.registrations, r)
	told := fact{at: r.at, actor: r.by, verb: network.VerbRegistrationMade, kind: network.ObjectGathering, object: &g.id, gathering: &g.id,
		to: string(state), subject: p, excerpt: p.name()}
	s.tell(told)
	if r.by != p {
		told.audience, told.person = "PERSON", p
		s.tell(told)
	}
}

// attend marks who was there on each day that has begun: nearly all on the
// first, some fewer on the next, and whoever has checked in to a session.
func (s *story) attend(g *gathering) {
	desk := s.coordinator
	if a := s.byHandle[g.hosts[0].slug+".a1"]; a != nil {
		desk = a
	}
	checked := map[*person]bool{}
	if g.forum != nil {
		for _, t := range g.forum.topics {
			for _, o := range t.occurrences {
				for _, m := range o.present {
					checked[m.who] = true
				}
			}
		}
	}
	days := g.days()
	for d, day := range days {
		opens := s.when(string(day) + " 08:15")
		if !opens.Add(90 * time.Minute).Before(s.now) {
			continue
		}
		for i, r := range g.registrations {
			if r.state != network.RegistrationRegistered || !(checked[r.who] && d == len(days)-1) && i%(14-d*5) == 3 {
				continue
			}
			at := s.between(opens, opens.Add(90*time.Minute))
			r.present = append(r.present, presence{day: day, by: desk, at: at})
			s.tell(fact{at: at, actor: desk, verb: network.VerbAttendanceMarked, kind: network.ObjectGathering, object: &g.id, gathering: &g.id,
				audience: "EDITORS", centres: g.hosts, to: string(day), subject: r.who, excerpt: r.who.name()})
		}
	}
}
