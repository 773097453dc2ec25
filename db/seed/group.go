package seed

import (
	"slices"
	"time"

	"maillage/network"
)

func (g *group) tell(at time.Time, by *person, verb network.EventVerb, from, to, words string, subject *person) {
	g.tellWith(fact{at: at, actor: by, verb: verb, from: from, to: to, excerpt: words, subject: subject})
}

func (g *group) tellWith(f fact) {
	f.kind, f.object, f.group = network.ObjectWorkingGroup, &g.id, &g.id
	if f.actor.centre != nil {
		f.centre = &f.actor.centre.id
	}
	g.w.tell(f)
	at := f.at
	if at.After(g.active) {
		g.active = at
	}
}

func (g *group) alive() bool { return g.state.Alive() }

func (g *group) leads(p *person) bool {
	m := g.of[p]
	return m != nil && m.state == network.MembershipMember && m.role == network.GroupLead
}

func (g *group) isMember(p *person) bool {
	m := g.of[p]
	return m != nil && m.state == network.MembershipMember
}

// steers reports whether p may do what leads and the coordination may.
func (g *group) steers(p *person) bool { return p.role == network.RoleCoordinator || g.leads(p) }

// plans reports whether p may plan the work of the group.
func (g *group) plans(p *person) bool {
	m := g.of[p]
	return p.role == network.RoleCoordinator || m != nil && m.state == network.MembershipMember && m.role != network.GroupMember
}

func (g *group) leaders() []*person {
	var all []*person
	for _, m := range g.members {
		if m.state == network.MembershipMember && m.role == network.GroupLead {
			all = append(all, m.who)
		}
	}
	return all
}

func (g *group) centres() int {
	all := map[*centre]bool{}
	for _, m := range g.members {
		if m.state == network.MembershipMember && m.who.centre != nil {
			all[m.who.centre] = true
		}
	}
	return len(all)
}

func (w *world) newGroup(at time.Time, name, purpose string, admission network.Admission, state network.WorkingGroupState, themes []*theme) *group {
	g := &group{w: w, id: w.id(at), name: name, purpose: purpose, admission: admission, state: state, themes: themes,
		created: at, active: at, quiet: at, version: 1, of: map[*person]*membership{}}
	w.groups = append(w.groups, g)
	return g
}

// openGroup opens a group from a topic once the vote is closed: its convener
// leads, those who carry on are members, those who starred are invited.
func (t *topic) openGroup(at time.Time, by *person, name, purpose string, admission network.Admission) *group {
	w := t.w
	w.must(by == t.forum.facilitator || by.role == network.RoleCoordinator, "%s opens a group from %q", by.name(), t.title)
	w.must(!t.forum.voteClosed.IsZero() && t.group == nil, "group from %q before its time", t.title)
	w.must(t.state == network.TopicHeld || t.state == network.TopicHarvested, "group from %q, which is %s", t.title, t.state)
	g := w.newGroup(at, name, purpose, admission, network.GroupForming, t.themes)
	g.topic, t.group = t, g
	w.link(at, network.ObjectTopic, t.id, network.ObjectWorkingGroup, g.id)
	g.tellWith(fact{at: at, actor: by, verb: network.VerbGroupOpened, to: string(network.GroupForming), excerpt: purpose,
		topic: &t.id, gathering: &t.forum.gathering.id})
	if t.convener != nil && t.convener.left.IsZero() && t.convener.job != network.JobGuest {
		g.setState(at, t.convener, network.MembershipMember).role = network.GroupLead
		w.ask(at, by, network.AsksLeadGroup, network.ObjectWorkingGroup, g.id, "", t.convener)
	}
	if t.harvest != nil {
		for _, p := range t.harvest.carriers {
			if g.of[p] == nil && p.job != network.JobGuest {
				g.setState(at, p, network.MembershipMember)
			}
		}
	}
	for _, m := range t.stars {
		if g.of[m.who] == nil && m.who.job != network.JobGuest && m.who.left.IsZero() {
			g.setState(at, m.who, network.MembershipInvited)
			w.ask(at, by, network.AsksJoinGroup, network.ObjectWorkingGroup, g.id, "", m.who)
		}
	}
	return g
}

// requestGroup asks the network for a group that its asker would lead.
func (w *world) requestGroup(at time.Time, by *person, name, purpose string, admission network.Admission, themes ...*theme) *group {
	w.must(by.job == network.JobMissionOfficer || by.job == network.JobDirector, "%s requests a group", by.name())
	g := w.newGroup(at, name, purpose, admission, network.GroupRequested, themes)
	g.setState(at, by, network.MembershipMember).role = network.GroupLead
	g.tell(at, by, network.VerbGroupRequested, "", string(network.GroupRequested), purpose, nil)
	w.ask(at, by, network.AsksAcceptGroup, network.ObjectWorkingGroup, g.id, "", w.coordinator)
	return g
}

func (g *group) goes(at time.Time, by *person, verb network.EventVerb, to network.WorkingGroupState, words string, from ...network.WorkingGroupState) {
	g.w.must(slices.Contains(from, g.state), "%s: group %q is %s", verb, g.name, g.state)
	was := g.state
	g.state = to
	g.version++
	if to.Over() {
		g.ended = at
		g.note = words
		g.w.dropAll(at, by, g.id)
	}
	g.tell(at, by, verb, string(was), string(to), words, nil)
}

func (g *group) accept(at time.Time, by *person) {
	g.w.must(by.role == network.RoleCoordinator, "%s accepts %q", by.name(), g.name)
	g.w.settle(at, by, network.AsksAcceptGroup, g.id)
	g.goes(at, by, network.VerbGroupAccepted, network.GroupForming, "", network.GroupRequested)
	g.quiet = at
	g.w.ask(at, by, network.AsksLeadGroup, network.ObjectWorkingGroup, g.id, "", g.leaders()...)
}

func (g *group) decline(at time.Time, by *person, reason string) {
	g.w.must(by.role == network.RoleCoordinator, "%s declines %q", by.name(), g.name)
	g.w.settle(at, by, network.AsksAcceptGroup, g.id)
	g.goes(at, by, network.VerbGroupDeclined, network.GroupDeclined, reason, network.GroupRequested)
}

func (g *group) activate(at time.Time, by *person) {
	g.w.must(g.steers(by) && len(g.leaders()) > 0 && g.centres() >= 2, "%s activates %q", by.name(), g.name)
	g.w.settle(at, by, network.AsksLeadGroup, g.id)
	g.goes(at, by, network.VerbGroupActivated, network.GroupActive, "", network.GroupForming)
}

func (g *group) rest(at time.Time, by *person) {
	g.w.must(g.steers(by), "%s rests %q", by.name(), g.name)
	g.goes(at, by, network.VerbGroupRested, network.GroupDormant, "", network.GroupActive)
}

func (g *group) wake(at time.Time, by *person) {
	g.w.must(g.steers(by), "%s wakes %q", by.name(), g.name)
	g.goes(at, by, network.VerbGroupWoken, network.GroupActive, "", network.GroupDormant)
	g.quiet = at
}

func (g *group) close(at time.Time, by *person, summary string) {
	g.w.must(g.steers(by), "%s closes %q", by.name(), g.name)
	g.goes(at, by, network.VerbGroupClosed, network.GroupClosed, summary, network.GroupActive, network.GroupDormant)
}

func (g *group) abandon(at time.Time, by *person, reason string) {
	g.w.must(g.steers(by), "%s abandons %q", by.name(), g.name)
	g.goes(at, by, network.VerbGroupAbandoned, network.GroupAbandoned, reason, network.GroupRequested, network.GroupForming, network.GroupActive, network.GroupDormant)
}

// merge makes the members of the group members of another, and the thread go on there.
func (g *group) merge(at time.Time, by *person, into *group) {
	g.w.must(by.role == network.RoleCoordinator && into.alive() && into != g, "%s merges %q", by.name(), g.name)
	g.w.must(g.alive(), "merged group %q is %s", g.name, g.state)
	was := g.state
	g.into, g.state, g.ended = into, network.GroupMerged, at
	g.version++
	g.w.link(at, network.ObjectWorkingGroup, g.id, network.ObjectWorkingGroup, into.id)
	g.w.dropAll(at, by, g.id)
	for _, m := range g.members {
		there := into.of[m.who]
		switch {
		case m.state == network.MembershipMember && (there == nil || there.state == network.MembershipInvited || there.state == network.MembershipApplied):
			into.setState(at, m.who, network.MembershipMember)
		case m.state == network.MembershipInvited && there == nil:
			into.setState(at, m.who, network.MembershipInvited)
			g.w.ask(at, by, network.AsksJoinGroup, network.ObjectWorkingGroup, into.id, "", m.who)
		}
	}
	told := fact{at: at, actor: by, verb: network.VerbGroupMerged, from: string(was), to: string(network.GroupMerged), excerpt: into.name}
	g.tellWith(told)
	// The journal of the other group has it too.
	told.kind, told.object, told.group = network.ObjectWorkingGroup, &g.id, &into.id
	g.w.tell(told)
}

// setState puts a person's tie to the group into a state.
func (g *group) setState(at time.Time, p *person, to network.MembershipState) *membership {
	m := g.of[p]
	if m == nil {
		m = &membership{id: g.w.id(at), group: g, who: p, role: network.GroupMember}
		g.of[p] = m
		g.members = append(g.members, m)
	}
	m.state, m.since = to, at
	switch to {
	case network.MembershipMember:
		m.joined, m.leftAt = at, time.Time{}
		m.role, m.roleAt = network.GroupMember, time.Time{}
	case network.MembershipLeft:
		if !m.joined.IsZero() && m.leftAt.IsZero() {
			m.leftAt = at
		}
	}
	return m
}

// join makes people members, or applicants where the group decides and they
// were not invited.
func (g *group) join(at time.Time, people ...*person) {
	for _, p := range people {
		m := g.of[p]
		g.w.must(g.alive() && p.job != network.JobGuest && (m == nil || m.state != network.MembershipMember), "%s joins %q", p.name(), g.name)
		from := ""
		if m != nil {
			from = string(m.state)
		}
		if g.admission == network.AdmissionOnApproval && (m == nil || m.state != network.MembershipInvited) {
			g.setState(at, p, network.MembershipApplied)
			g.tell(at, p, network.VerbMemberApplied, from, string(network.MembershipApplied), "", p)
			asked := g.leaders()
			if len(asked) == 0 {
				asked = []*person{g.w.coordinator}
			}
			g.w.ask(at, p, network.AsksAdmitMember, network.ObjectWorkingGroup, g.id, "", asked...)
			continue
		}
		g.setState(at, p, network.MembershipMember)
		g.w.settle(at, p, network.AsksJoinGroup, g.id, p)
		g.tell(at, p, network.VerbMemberJoined, from, string(network.MembershipMember), "", p)
	}
}

func (g *group) invite(at time.Time, by *person, people ...*person) {
	for _, p := range people {
		g.w.must(g.steers(by) && g.alive() && !g.isMember(p), "%s invites %s to %q", by.name(), p.name(), g.name)
		g.setState(at, p, network.MembershipInvited)
		g.tell(at, by, network.VerbMemberInvited, "", string(network.MembershipInvited), "", p)
		g.w.ask(at, by, network.AsksJoinGroup, network.ObjectWorkingGroup, g.id, "", p)
	}
}

func (g *group) admit(at time.Time, by *person, people ...*person) {
	for _, p := range people {
		g.w.must(g.steers(by) && g.of[p] != nil && g.of[p].state == network.MembershipApplied, "%s admits %s to %q", by.name(), p.name(), g.name)
		g.setState(at, p, network.MembershipMember)
		g.tell(at, by, network.VerbMemberJoined, string(network.MembershipApplied), string(network.MembershipMember), "", p)
	}
	g.noApplicants(at, by)
}

// noApplicants settles the leads' task once nobody waits to be let in.
func (g *group) noApplicants(at time.Time, by *person) {
	for _, m := range g.members {
		if m.state == network.MembershipApplied {
			return
		}
	}
	g.w.settle(at, by, network.AsksAdmitMember, g.id)
}

// leave ends a membership, or turns an invitation down.
func (g *group) leave(at time.Time, people ...*person) {
	for _, p := range people {
		m := g.of[p]
		g.w.must(m != nil && !(g.leads(p) && len(g.leaders()) == 1), "%s leaves %q", p.name(), g.name)
		if m == nil {
			continue
		}
		was, to := m.state, network.MembershipLeft
		if was == network.MembershipInvited {
			to = network.MembershipDeclined
			g.w.settle(at, p, network.AsksJoinGroup, g.id, p)
		}
		g.setState(at, p, to)
		g.tell(at, p, network.VerbMemberLeft, string(was), string(to), "", p)
	}
}

func (g *group) role(at time.Time, by, p *person, role network.GroupRole) {
	m := g.of[p]
	g.w.must(m != nil && m.state == network.MembershipMember && g.steers(by), "%s gives %s a role in %q", by.name(), p.name(), g.name)
	if m == nil {
		return
	}
	was := m.role
	m.role, m.roleAt = role, at
	g.w.must(len(g.leaders()) > 0 || was != network.GroupLead, "%q keeps a lead", g.name)
	g.tell(at, by, network.VerbMemberRoleSet, string(was), string(role), "", p)
	switch {
	case role == network.GroupLead && g.state == network.GroupForming:
		g.w.ask(at, by, network.AsksLeadGroup, network.ObjectWorkingGroup, g.id, "", p)
	case was == network.GroupLead:
		g.w.drop(at, by, network.AsksLeadGroup, g.id, p)
		g.w.drop(at, by, network.AsksAdmitMember, g.id, p)
	}
}

// post posts an update; a dormant group wakes.
func (g *group) post(at time.Time, by *person, health network.Health, text string) *update {
	g.w.must(g.isMember(by) && g.alive(), "%s posts in %q, which is %s", by.name(), g.name, g.state)
	u := &update{id: g.w.id(at), author: by, text: text, health: health, created: at}
	g.updates = append(g.updates, u)
	g.quiet = at
	g.tell(at, by, network.VerbUpdatePosted, "", string(health), text, nil)
	if g.state == network.GroupDormant {
		g.state = network.GroupActive
		g.version++
		g.tell(at, by, network.VerbGroupWoken, string(network.GroupDormant), string(network.GroupActive), "", nil)
	}
	return u
}

// correct rewrites an update; the former text stays in the history.
func (g *group) correct(at time.Time, u *update, health network.Health, text string) {
	wrote := u.created
	if !u.corrected.IsZero() {
		wrote = u.corrected
	}
	u.former = append(u.former, formerUpdate{g.w.id(at), u.text, u.health, wrote})
	was := u.health
	u.text, u.health, u.corrected = text, health, at
	g.tell(at, u.author, network.VerbUpdateCorrected, string(was), string(health), text, nil)
}

func (g *group) milestone(at time.Time, by *person, title string, due network.Date) *milestone {
	g.w.must(g.plans(by) && g.alive(), "%s plans in %q", by.name(), g.name)
	m := &milestone{id: g.w.id(at), title: title, due: due, firstDue: due, state: network.MilestonePlanned, created: at, changed: at, version: 1, group: g}
	g.milestones = append(g.milestones, m)
	g.tell(at, by, network.VerbMilestoneAdded, "", string(due), title, nil)
	return m
}

func (m *milestone) move(at time.Time, by *person, due network.Date) {
	m.group.w.must(m.group.plans(by) && m.state == network.MilestonePlanned, "%s moves %q", by.name(), m.title)
	was := m.due
	m.due, m.changed = due, at
	m.version++
	m.group.tell(at, by, network.VerbMilestoneEdited, string(was), string(due), m.title, nil)
}

func (m *milestone) complete(at time.Time, by *person) {
	m.group.w.must(m.group.plans(by) && m.state == network.MilestonePlanned && m.group.alive(), "%s reaches %q", by.name(), m.title)
	m.state, m.done, m.changed = network.MilestoneDone, at, at
	m.version++
	m.group.tell(at, by, network.VerbMilestoneCompleted, string(network.MilestonePlanned), string(network.MilestoneDone), m.title, nil)
}

func (m *milestone) drop(at time.Time, by *person, reason string) {
	m.group.w.must(m.group.plans(by) && m.state == network.MilestonePlanned, "%s drops %q", by.name(), m.title)
	m.state, m.changed, m.reason = network.MilestoneDropped, at, reason
	m.version++
	m.group.tell(at, by, network.VerbMilestoneDropped, string(network.MilestonePlanned), string(network.MilestoneDropped), m.title+" — "+reason, nil)
}
