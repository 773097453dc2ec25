package seed

import (
	"slices"
	"strings"
	"time"

	"maillage/network"
)

var projectFields = []string{"from", "by", "drafted", "title", "purpose", "results", "starts", "ends", "days", "money", "minimum", "themes"}

// projectsOfStory goes through every project. What a centre has signed in one
// does not weigh on another, so each is told from its beginning to its end.
func (s *story) projectsOfStory() {
	for _, b := range s.blocks("projects.txt", projectFields...) {
		p := s.draft(b)
		last := p.created
		for _, st := range b.steps {
			at := s.when(st.when)
			s.must(!at.Before(last) || at.Format(time.DateOnly) == last.Format(time.DateOnly), "%s: goes back in time", st.where)
			if !at.After(last) {
				at = last.Add(4 * time.Minute)
			}
			last = at
			before := s.err
			s.stepOfProject(p, at, st)
			if before == nil && s.err != nil {
				s.err = &stepError{st.where, s.err}
			}
		}
	}
}

func (s *story) draft(b *block) *project {
	var from any
	kind, key, _ := strings.Cut(b.fields["from"], " ")
	switch kind {
	case "group":
		from = s.named[key]
	case "topic":
		from = s.topic[key]
	}
	s.must(kind == "" || from != nil, "%s: nothing is %q", b.where, b.fields["from"])
	t := terms{starts: s.date(b.fields["starts"]), ends: s.date(b.fields["ends"]), days: b.number("days"), money: b.number("money")}
	return s.draftProject(s.when(b.fields["drafted"]), s.who(b.fields["by"]), from, fr(b.fields["title"]), fr(b.fields["purpose"]), fr(b.fields["results"]),
		t, b.number("minimum"), s.themesOf(b.fields["themes"]))
}

func (s *story) stepOfProject(p *project, at time.Time, st step) {
	lead := p.lead.directors[0]
	by := lead
	if len(st.args) > 0 && strings.Contains(st.args[0], ".") {
		by = s.who(st.args[0])
	}
	number := (&block{fields: map[string]string{"days": st.arg(2), "money": st.arg(3)}}).number
	switch st.verb {
	case "partner":
		c := s.bySlug[st.arg(0)]
		s.must(c != nil && slices.Contains(network.RolesOfPartners, network.PartnerRole(st.arg(1))), "partner %q %q", st.arg(0), st.arg(1))
		p.propose(at, lead, c, network.PartnerRole(st.arg(1)), number("days"), number("money"), st.say(0))
	case "send":
		p.send(at, lead)
	case "sign":
		p.sign(at, by)
	case "refuse":
		p.refuse(at, by, st.say(0))
	case "withdraw":
		p.withdraw(at, by, st.say(0))
	case "commit":
		p.commit(at, lead)
	case "start":
		p.start(at, by)
	case "suspend":
		p.suspend(at, by, st.say(0))
	case "resume":
		p.resume(at, by)
	case "complete":
		p.complete(at, by, st.say(0))
	case "abandon":
		p.abandon(at, by, st.say(0))
	case "reterm":
		p.reterm(at, by, s.date(st.arg(0)))
	case "team":
		p.join(at, lead, by, network.TeamRole(st.arg(1)))
	case "report":
		p.report(at, by, healthOf[st.arg(1)], st.say(2), st.say(0), st.say(1), s.date(st.arg(2)), s.date(st.arg(3)))
	case "evaluated", "archived":
		// They come with the yearly report, whose journal is not kept yet.
		s.must(p.state == network.ProjectCompleted, "%s: project %q is %s", st.verb, p.title, p.state)
		p.state = network.JointProjectState(strings.ToUpper(st.verb))
		p.version++
	default:
		s.must(false, "nobody can %q", st.verb)
	}
}
