package seed

import (
	"slices"
	"time"

	"maillage/network"
)

// groupFields are the fields of a group's block.
var groupFields = []string{"topic", "by", "name", "purpose", "admission", "opened", "asked", "themes"}

// groupsOfStory goes through the life of every group, step by step. Merging
// looks at another group, so the steps of all are taken in the order of time.
func (s *story) groupsOfStory() {
	type move struct {
		at    time.Time
		group *group
		step  step
	}
	var moves []move
	for _, b := range s.blocks("groups.txt", groupFields...) {
		g := s.openBlock(b)
		s.named[b.key] = g
		last := g.created
		for _, st := range b.steps {
			at := s.when(st.when)
			s.must(!at.Before(last) || at.Format(time.DateOnly) == last.Format(time.DateOnly), "%s: goes back in time", st.where)
			if at.Before(last) { // the hours of one day are drawn; steps stay in their order
				at = last.Add(7 * time.Minute)
			}
			last = at
			moves = append(moves, move{at, g, st})
		}
	}
	slices.SortStableFunc(moves, func(a, b move) int { return a.at.Compare(b.at) })
	for _, m := range moves {
		before := s.err
		s.step(m.group, m.at, m.step)
		if before == nil && s.err != nil {
			s.err = &stepError{m.step.where, s.err}
		}
	}
}

// A stepError says in which line of the texts something may not be done.
type stepError struct {
	where string
	err   error
}

func (e *stepError) Error() string { return e.where + ": " + e.err.Error() }
func (e *stepError) Unwrap() error { return e.err }

func (s *story) openBlock(b *block) *group {
	admission := network.Admission(b.fields["admission"])
	if admission == "" {
		admission = network.AdmissionOpen
	}
	name, purpose := fr(b.fields["name"]), fr(b.fields["purpose"])
	if b.fields["by"] != "" {
		return s.requestGroup(s.when(b.fields["asked"]), s.who(b.fields["by"]), name, purpose, admission, s.themesOf(b.fields["themes"])...)
	}
	t := s.topic[b.fields["topic"]]
	s.must(t != nil, "%s: no topic %q", b.where, b.fields["topic"])
	return t.openGroup(s.when(b.fields["opened"]), s.coordinator, name, purpose, admission)
}

var healthOf = map[string]network.Health{"ok": network.HealthOnTrack, "risk": network.HealthAtRisk, "off": network.HealthOffTrack}

// step takes one step in the life of a group.
func (s *story) step(g *group, at time.Time, st step) {
	switch st.verb {
	case "ok", "risk", "off":
		g.post(at, s.who(st.arg(0)), healthOf[st.verb], st.say(0))
	case "correct":
		last := slices.IndexFunc(g.updates, func(u *update) bool { return u == g.updates[len(g.updates)-1] && u.author == s.who(st.arg(0)) })
		s.must(last >= 0, "%s did not post last", st.arg(0))
		if last >= 0 {
			g.correct(at, g.updates[last], g.updates[last].health, st.say(0))
		}
	case "join":
		g.join(at, s.whoAll(join(st.args))...)
	case "leave":
		g.leave(at, s.whoAll(join(st.args))...)
	case "invite":
		g.invite(at, s.who(st.arg(0)), s.whoAll(join(st.args[1:]))...)
	case "admit":
		g.admit(at, s.who(st.arg(0)), s.whoAll(join(st.args[1:]))...)
	case "answers":
		s.answers(g, at, s.whoAll(join(st.args)))
	case "role":
		g.role(at, s.who(st.arg(0)), s.who(st.arg(1)), network.GroupRole(st.arg(2)))
	case "accept":
		g.accept(at, s.coordinator)
	case "decline":
		g.decline(at, s.coordinator, st.say(0))
	case "activate":
		g.activate(at, s.who(st.arg(0)))
	case "rest":
		g.rest(at, s.who(st.arg(0)))
	case "wake":
		g.wake(at, s.who(st.arg(0)))
	case "close":
		g.close(at, s.who(st.arg(0)), st.say(0))
	case "abandon":
		g.abandon(at, s.who(st.arg(0)), st.say(0))
	case "merge":
		into := s.named[st.arg(0)]
		s.must(into != nil, "no group %q", st.arg(0))
		g.merge(at, s.coordinator, into)
	case "plan":
		g.milestone(at, s.who(st.arg(0)), st.say(0), s.date(st.arg(1)))
	default:
		s.stepOfMilestone(g, at, st)
	}
}

func (s *story) stepOfMilestone(g *group, at time.Time, st step) {
	for _, m := range g.milestones {
		if m.title != st.say(0) {
			continue
		}
		switch st.verb {
		case "reach":
			m.complete(at, s.who(st.arg(0)))
		case "move":
			m.move(at, s.who(st.arg(0)), s.date(st.arg(1)))
		case "drop":
			m.drop(at, s.who(st.arg(0)), st.say(1))
		default:
			s.must(false, "nobody can %q", st.verb)
		}
		return
	}
	s.must(false, "nobody can %q on %q", st.verb, st.say(0))
}

// answers has everyone who was invited answer by then: these join, with those
// who come uninvited, and the others turn it down.
func (s *story) answers(g *group, by time.Time, come []*person) {
	for _, m := range slices.Clone(g.members) {
		if m.state != network.MembershipInvited {
			continue
		}
		at := s.between(g.created.Add(time.Hour), by)
		if slices.Contains(come, m.who) {
			g.join(at, m.who)
		} else {
			g.leave(at, m.who)
		}
	}
	for _, p := range come {
		switch m := g.of[p]; {
		case m == nil && g.admission == network.AdmissionOnApproval:
			at := s.between(g.created.Add(time.Hour), by.Add(-48*time.Hour))
			g.join(at, p)
			g.admit(at.Add(26*time.Hour), g.leaders()[0], p)
		case m == nil:
			g.join(s.between(g.created.Add(time.Hour), by), p)
		}
	}
}

func join(handles []string) string {
	out := ""
	for _, h := range handles {
		out += h + " "
	}
	return out
}
