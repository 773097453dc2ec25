package seed

import (
	"slices"
	"time"

	"maillage/network"
)

// Terms of a joint project and of a centre's part in it.
type terms struct {
	starts, ends network.Date
	days, money  int
}

func (p *project) tell(at time.Time, by *person, verb network.EventVerb, f fact) {
	f.at, f.actor, f.verb, f.kind, f.object, f.project = at, by, verb, network.ObjectJointProject, &p.id, &p.id
	f.topic, f.group = p.fromTopicID, p.fromGroupID
	if f.centre == nil {
		f.centre = &p.lead.id
	}
	if p.sent.IsZero() {
		f.audience, f.centres = "CENTRES", []*centre{p.lead}
	}
	p.w.tell(f)
	if at.After(p.active) {
		p.active = at
	}
}

// draftProject drafts a project led by a director's own centre, from a group,
// a topic, or nothing.
func (w *world) draftProject(at time.Time, by *person, from any, title, purpose, results string, t terms, minimum int, themes []*theme) *project {
	w.must(by.job == network.JobDirector, "%s drafts a project", by.name())
	p := &project{w: w, id: w.id(at), title: title, purpose: purpose, results: results, state: network.ProjectDraft, lead: by.centre, by: by,
		starts: t.starts, ends: t.ends, minimum: minimum, created: at, active: at, version: 1, themes: themes}
	w.projects = append(w.projects, p)
	switch o := from.(type) {
	case *group:
		p.fromGroupID = &o.id
		w.must(o.ended.IsZero() || at.Before(o.ended) || o.state == network.GroupClosed, "project from %q, which is %s", o.name, o.state)
		w.link(at, network.ObjectWorkingGroup, o.id, network.ObjectJointProject, p.id)
	case *topic:
		p.fromTopicID = &o.id
		w.link(at, network.ObjectTopic, o.id, network.ObjectJointProject, p.id)
	}
	p.partner(at, by.centre, network.PartnerLead, t, "")
	p.team = append(p.team, &teamMember{id: w.id(at), who: by, role: network.TeamLead, since: at})
	p.tell(at, by, network.VerbProjectDrafted, fact{to: string(network.ProjectDraft), excerpt: title})
	return p
}

func (p *project) of(c *centre) *partnership {
	for _, s := range p.partners {
		if s.centre == c {
			return s
		}
	}
	return nil
}

func (p *project) partner(at time.Time, c *centre, role network.PartnerRole, t terms, conditions string) *partnership {
	s := &partnership{id: p.w.id(at), project: p, centre: c, role: role, state: network.PartnershipProposed, version: 1}
	s.commitments = []*commitment{{id: p.w.id(at), days: t.days, money: t.money, starts: p.starts, ends: p.ends, conditions: conditions, proposed: at}}
	p.partners = append(p.partners, s)
	return s
}

func (s *partnership) tell(at time.Time, by *person, verb network.EventVerb, from, to network.PartnershipState, words string) {
	s.project.tell(at, by, verb, fact{centre: &s.centre.id, from: string(from), to: string(to), excerpt: words})
}

// propose adds a centre to the proposal, or changes what it is asked to sign.
func (p *project) propose(at time.Time, by *person, c *centre, role network.PartnerRole, days, money int, conditions string) *partnership {
	p.w.must(by.isDirectorOf(p.lead) && p.state.Open(), "%s proposes a part in %q", by.name(), p.title)
	ready := p.ready()
	s := p.of(c)
	if s == nil {
		s = p.partner(at, c, role, terms{days: days, money: money}, conditions)
		if p.state != network.ProjectDraft {
			s.invite(at, by)
		}
	} else {
		s.again(at, by, days, money, p.starts, p.ends, conditions)
	}
	p.tell(at, by, network.VerbPartnerProposed, fact{centre: &c.id, to: string(s.role)})
	p.progress(at, by, ready)
	return s
}

// again proposes a new version of a centre's part. The centre's own director
// signs by proposing; a signature that does not cover it has to be given again.
func (s *partnership) again(at time.Time, by *person, days, money int, starts, ends network.Date, conditions string) {
	s.commitments = append(s.commitments, &commitment{id: s.project.w.id(at), days: days, money: money, starts: starts, ends: ends,
		conditions: conditions, proposed: at})
	s.version++
	switch {
	case by.isDirectorOf(s.centre):
		s.answer(at, by)
	case s.state == network.PartnershipAccepted && s.last().terms(s.role).NeedSignature(s.commitments[s.signed-1].terms(s.role)):
		s.state, s.invited = network.PartnershipToReconfirm, at
		s.askDirectors(at, by)
	}
}

func (s *partnership) last() *commitment { return s.commitments[len(s.commitments)-1] }

func (c *commitment) terms(role network.PartnerRole) network.Terms {
	return network.Terms{Role: role, PersonDays: c.days, Money: c.money, StartsOn: c.starts, EndsOn: c.ends, Conditions: c.conditions}
}

func (s *partnership) invite(at time.Time, by *person) {
	s.state, s.invited = network.PartnershipInvited, at
	s.version++
	s.askDirectors(at, by)
}

func (s *partnership) askDirectors(at time.Time, by *person) {
	s.project.w.ask(at, by, network.AsksSignCommitment, network.ObjectJointProject, s.project.id,
		network.DateOf(at).AddDays(network.SignatureWaits), s.centre.directors...)
}

// answer signs what was last proposed.
func (s *partnership) answer(at time.Time, by *person) {
	c := s.last()
	c.signedAt, c.signedBy = at, by
	s.signed, s.state = len(s.commitments), network.PartnershipAccepted
	s.answered, s.answeredBy, s.note = at, by, ""
	if s.joined.IsZero() {
		s.joined = at
	}
	s.version++
}

// ready reports whether nothing but the lead's word is missing to commit.
func (p *project) ready() bool {
	return p.state == network.ProjectConsultation && p.signedPartners() >= p.minimum
}

func (p *project) progress(at time.Time, by *person, wasReady bool) {
	switch ready := p.ready(); {
	case ready && !wasReady:
		p.w.ask(at, by, network.AsksCommitProject, network.ObjectJointProject, p.id, "", p.lead.directors...)
	case wasReady && !ready:
		p.w.drop(at, by, network.AsksCommitProject, p.id)
	}
}

func (p *project) goes(at time.Time, by *person, verb network.EventVerb, to network.JointProjectState, words string, from ...network.JointProjectState) {
	p.w.must(slices.Contains(from, p.state), "%s: project %q is %s", verb, p.title, p.state)
	was := p.state
	p.state = to
	p.version++
	p.tell(at, by, verb, fact{from: string(was), to: string(to), excerpt: words})
}

// send sends the proposal: the lead's own part counts as signed.
func (p *project) send(at time.Time, by *person) {
	p.w.must(by.isDirectorOf(p.lead) && len(p.partners) > 1, "%s sends %q", by.name(), p.title)
	p.sent = at
	p.goes(at, by, network.VerbProjectSent, network.ProjectConsultation, p.title, network.ProjectDraft)
	for _, s := range p.partners {
		if s.role == network.PartnerLead {
			s.invited = at
			s.answer(at, by)
		} else {
			s.invite(at, by)
		}
	}
}

func (p *project) signedPartners() int {
	n := 0
	for _, s := range p.partners {
		if s.role != network.PartnerLead && s.role != network.PartnerObserver && s.state == network.PartnershipAccepted {
			n++
		}
	}
	return n
}

// sign signs the part of a director's own centre.
func (p *project) sign(at time.Time, by *person) {
	s := p.of(by.centre)
	ok := s != nil && by.isDirectorOf(s.centre) && p.state.Sent() && (s.state == network.PartnershipInvited ||
		s.state == network.PartnershipNoReply || s.state == network.PartnershipToReconfirm)
	p.w.must(ok, "%s signs %q", by.name(), p.title)
	if !ok {
		return
	}
	ready, was := p.ready(), s.state
	s.answer(at, by)
	s.tell(at, by, network.VerbCommitmentSigned, was, s.state, "")
	p.w.settle(at, by, network.AsksSignCommitment, p.id, s.centre.directors...)
	p.progress(at, by, ready)
}

// refuse declines the part of a director's own centre, withdraw takes a
// signature back.
func (p *project) refuse(at time.Time, by *person, reason string) {
	p.answerNo(at, by, network.VerbCommitmentDeclined, network.PartnershipDeclined, reason,
		network.PartnershipInvited, network.PartnershipNoReply, network.PartnershipToReconfirm)
}

func (p *project) withdraw(at time.Time, by *person, reason string) {
	p.answerNo(at, by, network.VerbCommitmentWithdrawn, network.PartnershipWithdrawn, reason,
		network.PartnershipAccepted, network.PartnershipToReconfirm)
}

func (p *project) answerNo(at time.Time, by *person, verb network.EventVerb, to network.PartnershipState, reason string, from ...network.PartnershipState) {
	s := p.of(by.centre)
	ok := s != nil && by.isDirectorOf(s.centre) && p.state.Sent() && s.role != network.PartnerLead && slices.Contains(from, s.state)
	p.w.must(ok, "%s: %s in %q", verb, by.name(), p.title)
	if !ok {
		return
	}
	ready, was := p.ready(), s.state
	s.state, s.answered, s.answeredBy, s.note = to, at, by, reason
	if !s.joined.IsZero() {
		s.left = at
	}
	s.version++
	p.team = slices.DeleteFunc(p.team, func(m *teamMember) bool { return m.who.centre == s.centre })
	s.tell(at, by, verb, was, to, reason)
	p.w.settle(at, by, network.AsksSignCommitment, p.id, s.centre.directors...)
	p.progress(at, by, ready)
}

func (p *project) commit(at time.Time, by *person) {
	p.w.must(by.isDirectorOf(p.lead) && p.ready(), "%s commits %q", by.name(), p.title)
	p.committed = at
	p.lapse(at, by)
	p.w.settle(at, by, network.AsksCommitProject, p.id)
	p.w.ask(at, by, network.AsksStartProject, network.ObjectJointProject, p.id, "", p.lead.directors...)
	p.goes(at, by, network.VerbProjectCommitted, network.ProjectCommitted, "", network.ProjectConsultation)
}

// lapse ends the wait for centres that have not answered.
func (p *project) lapse(at time.Time, by *person) {
	for _, s := range p.partners {
		if s.state == network.PartnershipInvited {
			s.state = network.PartnershipNoReply
			s.version++
			p.w.drop(at, by, network.AsksSignCommitment, p.id, s.centre.directors...)
		}
	}
}

func (p *project) steers(by *person) bool {
	return by.isDirectorOf(p.lead) || slices.ContainsFunc(p.team, func(m *teamMember) bool { return m.who == by && m.role == network.TeamLead })
}

func (p *project) start(at time.Time, by *person) {
	p.w.must(p.steers(by), "%s starts %q", by.name(), p.title)
	p.started = at
	p.w.settle(at, by, network.AsksStartProject, p.id)
	p.goes(at, by, network.VerbProjectStarted, network.ProjectRunning, "", network.ProjectCommitted)
}

func (p *project) suspend(at time.Time, by *person, reason string) {
	p.w.must(p.steers(by), "%s suspends %q", by.name(), p.title)
	p.note = reason
	p.goes(at, by, network.VerbProjectSuspended, network.ProjectSuspended, reason, network.ProjectRunning)
}

func (p *project) resume(at time.Time, by *person) {
	p.w.must(p.steers(by), "%s resumes %q", by.name(), p.title)
	p.note = ""
	p.goes(at, by, network.VerbProjectResumed, network.ProjectRunning, "", network.ProjectSuspended)
}

// over ends the parts that were signed and what was still asked.
func (p *project) over(at time.Time, by *person, note string) {
	p.closed, p.note = at, note
	p.lapse(at, by)
	for _, s := range p.partners {
		if s.state.Signed() {
			s.state = network.PartnershipEnded
			s.version++
		}
	}
	p.w.dropAll(at, by, p.id)
}

func (p *project) complete(at time.Time, by *person, summary string) {
	p.w.must(p.steers(by), "%s completes %q", by.name(), p.title)
	p.goes(at, by, network.VerbProjectCompleted, network.ProjectCompleted, summary, network.ProjectRunning)
	p.over(at, by, summary)
}

func (p *project) abandon(at time.Time, by *person, reason string) {
	p.w.must(by.isDirectorOf(p.lead), "%s abandons %q", by.name(), p.title)
	p.goes(at, by, network.VerbProjectAbandoned, network.ProjectAbandoned, reason, network.ProjectDraft, network.ProjectConsultation,
		network.ProjectCommitted, network.ProjectRunning, network.ProjectSuspended)
	p.over(at, by, reason)
}

// reterm moves the last day of the project: who signed another signs again,
// the centre of the director who moves it by that very act.
func (p *project) reterm(at time.Time, by *person, ends network.Date) {
	p.w.must(p.steers(by) && p.state.Open(), "%s edits %q", by.name(), p.title)
	p.ends = ends
	p.version++
	for _, s := range p.partners {
		if c := s.last(); s.state.Asked() {
			s.again(at, by, c.days, c.money, p.starts, ends, c.conditions)
		}
	}
	p.tell(at, by, network.VerbProjectEdited, fact{excerpt: p.title})
}

// join puts a person of a partner centre into the team.
func (p *project) join(at time.Time, by, who *person, role network.TeamRole) {
	s := p.of(who.centre)
	p.w.must(s != nil && (s.role == network.PartnerLead || s.state.Signed()), "%s is in the team of %q", who.name(), p.title)
	p.w.must(p.steers(by) || by == p.by || by.isDirectorOf(who.centre), "%s puts %s into the team of %q", by.name(), who.name(), p.title)
	for _, m := range p.team {
		if m.who == who {
			m.role = role
			return
		}
	}
	p.team = append(p.team, &teamMember{id: p.w.id(at), who: who, role: role, since: at})
	p.tell(at, by, network.VerbTeamMemberSet, fact{centre: &who.centre.id, to: string(role), subject: who})
}

func (p *project) report(at time.Time, by *person, health network.Health, explanation, done, next string, from, to network.Date) {
	p.w.must(slices.ContainsFunc(p.team, func(m *teamMember) bool { return m.who == by }), "%s reports on %q", by.name(), p.title)
	p.w.must(p.state == network.ProjectRunning || p.state == network.ProjectSuspended, "report on %q, which is %s", p.title, p.state)
	p.w.must(health == network.HealthOnTrack || explanation != "", "unexplained report on %q", p.title)
	p.reports = append(p.reports, statusReport{id: p.w.id(at), author: by, health: health, explanation: explanation, done: done, next: next,
		from: from, to: to, created: at})
	p.tell(at, by, network.VerbStatusReported, fact{centre: &by.centre.id, to: string(health), excerpt: done})
}
