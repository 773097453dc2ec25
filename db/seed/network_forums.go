package seed

import (
	"fmt"
	"time"

	"maillage/network"
)

// forums makes those that are closed, one whose votes are being cast and one
// on the marketplace today.
func (n *inventor) forums() {
	for i := range n.size.Forums {
		at := n.began.AddDate(0, 2, 0).Add(time.Duration(i) * n.now.AddDate(0, -6, 0).Sub(n.began) / time.Duration(n.size.Forums+1))
		n.inventForum(fmt.Sprintf("Rencontre n° %d", i+1), at.Truncate(24*time.Hour).Add(8*time.Hour), network.GatheringClosed, network.PhaseClosed)
	}
	n.inventForum("Rencontre d’hier", n.now.Add(-26*time.Hour), network.GatheringLive, network.PhaseConvergence)
	n.inventForum("Rencontre d’aujourd’hui", n.now.Add(-6*time.Hour), network.GatheringLive, network.PhaseMarketplace)
}

func (n *inventor) inventForum(name string, at time.Time, state network.GatheringState, phase network.ForumPhase) {
	w := n.world
	day := network.DateOf(at)
	g := &gathering{id: w.id(at), name: name, city: "Nantes", starts: day, ends: day.AddDays(1), state: state,
		description: fr("Rencontre inventée pour des mesures."), created: at.Add(-30 * 24 * time.Hour), hosts: n.centres[:1]}
	w.gatherings = append(w.gatherings, g)
	perSlot := 10
	for k := range perSlot {
		g.spaces = append(g.spaces, &space{id: w.id(g.created), name: fmt.Sprintf("Salle %d", k+1), capacity: 12 + 6*(k%4), onBoard: true})
	}
	f := g.openForum(w, g.created, "Forum ouvert, "+name, w.coordinator)
	for k := range (n.size.Topics + perSlot - 1) / perSlot {
		f.slot(fmt.Sprintf("Créneau %d", k+1), at.Add(time.Duration(9+k)*time.Hour/2), at.Add(time.Duration(10+k)*time.Hour/2))
	}
	f.to(at.Add(-20*24*time.Hour), w.coordinator, network.PhaseCollection)
	people := n.crowdOf(nil, n.centres[:min(len(n.centres), 40)], min(200, n.size.Staff/2), w.coordinator)
	for k, when := range n.moments(at.Add(-19*24*time.Hour), at.Add(-time.Hour), n.size.Topics) {
		author := people[k%len(people)]
		t := f.propose(when, author, k%15 != 7, fmt.Sprintf("%s, sujet %d", n.themes[k%len(n.themes)].label, k+1), fr(inventedPurposes[k%len(inventedPurposes)]),
			network.OutcomeWorkingGroup, n.themes[k%len(n.themes)])
		for j, star := range n.moments(when, at, 2+n.rng.IntN(24)) {
			if p := people[(k*7+j*3)%len(people)]; p != author && !t.starred(p) {
				t.star(star, p)
			}
		}
	}
	f.to(at, w.coordinator, network.PhaseMarketplace)
	last := len(f.topics)
	if phase == network.PhaseMarketplace {
		last = last * 2 / 3
	}
	for k, t := range f.topics[:last] {
		moment := at.Add(time.Duration(k+1) * 30 * time.Second)
		t.pitch(moment, w.coordinator)
		t.place(moment.Add(5*time.Second), w.coordinator, f.slots[k/perSlot], g.spaces[k%perSlot])
	}
	if phase == network.PhaseMarketplace {
		return
	}
	n.holdForum(f, at.Add(time.Hour), phase)
}

// holdForum goes through the sessions and the vote.
func (n *inventor) holdForum(f *forum, at time.Time, phase network.ForumPhase) {
	by := f.facilitator
	f.to(at, by, network.PhaseSessions)
	for k, t := range f.topics {
		moment := at.Add(time.Duration(k+1) * 2 * time.Minute)
		t.start(moment, by)
		for j, m := range t.stars {
			if j%3 != 2 {
				t.checkIn(moment.Add(time.Duration(j+1)*time.Second), m.who)
			}
		}
		t.hold(moment.Add(time.Minute), by)
		t.write(moment.Add(80*time.Second), by, network.Harvest{Said: n.sentence(), Decided: n.sentence(), NextSteps: n.sentence(), CarriesOn: fr("Celles et ceux qui étaient là.")}, t.author)
	}
	f.to(at.Add(5*time.Hour), by, network.PhaseConvergence)
	for k, t := range f.topics {
		for j, m := range t.stars {
			if f.used[m.who] < f.dots && (k+j)%2 == 0 {
				t.dot(at.Add(5*time.Hour+time.Duration(k*20+j+1)*time.Second), m.who, 1)
			}
		}
	}
	if phase == network.PhaseConvergence {
		return
	}
	f.to(at.Add(6*time.Hour), by, network.PhaseHarvest)
	for k, t := range f.topics {
		if k%8 != 5 {
			t.publish(at.Add(7*time.Hour+time.Duration(k)*time.Minute), by)
		}
	}
	f.to(at.AddDate(0, 0, 10), by, network.PhaseClosed)
	for k, t := range f.topics {
		if k%4 == 0 && t.convener != nil {
			n.fromTopics = append(n.fromTopics, t)
		}
	}
}
