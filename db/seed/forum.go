package seed

import (
	"slices"
	"time"

	"maillage/network"
)

// phaseOrder is how a forum goes forward.
var phaseOrder = []network.ForumPhase{network.PhasePreparation, network.PhaseCollection, network.PhaseMarketplace,
	network.PhaseSessions, network.PhaseConvergence, network.PhaseHarvest, network.PhaseClosed}

func (f *forum) within(first, last network.ForumPhase) bool {
	at := slices.Index(phaseOrder, f.phase)
	return at >= slices.Index(phaseOrder, first) && at <= slices.Index(phaseOrder, last)
}

func (g *gathering) openForum(w *world, at time.Time, name string, facilitator *person) *forum {
	f := &forum{w: w, id: w.id(at), gathering: g, name: name, phase: network.PhasePreparation, facilitator: facilitator,
		convenersPlace: true, dots: 5, version: 1, created: at, used: map[*person]int{}}
	g.forum = f
	return f
}

func (f *forum) slot(label string, starts, ends time.Time) *slot {
	s := &slot{id: f.w.id(f.created), label: label, starts: starts, ends: ends}
	f.slots = append(f.slots, s)
	return s
}

// to moves the forum one phase on; leaving CONVERGENCE closes the vote.
func (f *forum) to(at time.Time, by *person, phase network.ForumPhase) {
	was := slices.Index(phaseOrder, f.phase)
	f.w.must(was+1 < len(phaseOrder) && phaseOrder[was+1] == phase, "forum %s goes from %s to %s", f.name, f.phase, phase)
	f.w.must(by == f.facilitator || by.role == network.RoleCoordinator, "%s moves the forum %s", by.name(), f.name)
	f.w.tell(fact{at: at, actor: by, verb: network.VerbForumMoved, kind: network.ObjectForum, object: &f.id, gathering: &f.gathering.id,
		audience: "GATHERING", from: string(f.phase), to: string(phase)})
	if f.phase == network.PhaseConvergence {
		f.voteClosed = at
	}
	f.phase = phase
	f.version++
}

func (t *topic) tell(at time.Time, by *person, verb network.EventVerb, from, to, words string) {
	t.w.tell(fact{at: at, actor: by, verb: verb, kind: network.ObjectTopic, object: &t.id, topic: &t.id, gathering: &t.forum.gathering.id,
		audience: "GATHERING", from: from, to: to, excerpt: words})
}

func (t *topic) goes(at time.Time, by *person, verb network.EventVerb, to network.TopicState, words string, from ...network.TopicState) {
	t.w.must(slices.Contains(from, t.state), "%s: topic %q is %s", verb, t.title, t.state)
	t.tell(at, by, verb, string(t.state), string(to), words)
	t.state = to
}

func (f *forum) propose(at time.Time, author *person, convenes bool, title, text string, outcome network.IntendedOutcome, themes ...*theme) *topic {
	f.w.must(f.within(network.PhaseCollection, network.PhaseMarketplace), "topic %q proposed in %s", title, f.phase)
	t := &topic{w: f.w, id: f.w.id(at), forum: f, title: title, text: text, state: network.TopicProposed, author: author,
		outcome: outcome, themes: themes, created: at, version: 1}
	if convenes {
		t.convener = author
	}
	f.topics = append(f.topics, t)
	t.tell(at, author, network.VerbTopicProposed, "", string(network.TopicProposed), title)
	return t
}

func (t *topic) take(at time.Time, p *person) {
	t.w.must(t.convener == nil && t.forum.within(network.PhaseCollection, network.PhaseSessions), "topic %q cannot be taken", t.title)
	t.convener = p
	t.version++
	t.tell(at, p, network.VerbTopicTaken, "", "", "")
}

func (t *topic) withdraw(at time.Time, by *person) {
	t.w.must(by == t.author || by == t.convener || by == t.forum.facilitator, "%s withdraws %q", by.name(), t.title)
	t.goes(at, by, network.VerbTopicWithdrawn, network.TopicWithdrawn, "", network.TopicProposed, network.TopicPitched, network.TopicScheduled)
	t.version++
	for _, o := range t.occurrences {
		if o.state == network.OccurrencePlanned {
			o.state = network.OccurrenceCancelled
		}
	}
}

// merge merges the topic into one like it; stars follow, each person once.
func (t *topic) merge(at time.Time, by *person, into *topic) {
	t.w.must(by == t.forum.facilitator && into.forum == t.forum && into != t && len(t.dots) == 0, "%q is merged into %q", t.title, into.title)
	t.tell(at, by, network.VerbTopicMerged, string(t.state), string(network.TopicMerged), into.title)
	told := *t.w.facts[len(t.w.facts)-1]
	told.topic = &into.id // the journal of the other topic has it too
	t.w.tell(told)
	t.goesOff(network.TopicMerged)
	t.mergedInto = into
	for _, m := range t.stars {
		if !into.starred(m.who) {
			into.stars = append(into.stars, m)
		}
	}
	t.w.link(at, network.ObjectTopic, t.id, network.ObjectTopic, into.id)
}

// postpone puts the topic off to a later gathering.
func (t *topic) postpone(at time.Time, by *person, to *gathering) {
	t.w.must(by == t.author || by == t.convener || by == t.forum.facilitator, "%s postpones %q", by.name(), t.title)
	t.w.must(to.starts > t.forum.gathering.starts && len(t.dots) == 0, "%q is put off to %s", t.title, to.name)
	t.tell(at, by, network.VerbTopicPostponed, string(t.state), string(network.TopicPostponed), to.name)
	t.goesOff(network.TopicPostponed)
	t.postponedTo = to
}

func (t *topic) goesOff(to network.TopicState) {
	t.w.must(t.state == network.TopicProposed || t.state == network.TopicPitched, "topic %q is %s", t.title, t.state)
	t.state = to
	t.version++
}

// resume says that the topic goes on from one that was put off to its gathering.
func (t *topic) resume(at time.Time, from *topic) {
	t.w.must(from.postponedTo == t.forum.gathering, "%q was not put off to here", from.title)
	t.w.link(at, network.ObjectTopic, from.id, network.ObjectTopic, t.id)
}

func (t *topic) starred(p *person) bool {
	return slices.ContainsFunc(t.stars, func(m mark) bool { return m.who == p })
}

func (t *topic) star(at time.Time, p *person) {
	t.w.must(t.forum.within(network.PhaseCollection, network.PhaseSessions) && !t.starred(p), "%s stars %q", p.name(), t.title)
	t.stars = append(t.stars, mark{who: p, at: at})
	t.tell(at, p, network.VerbTopicStarred, "", "", "")
}

func (t *topic) pitch(at time.Time, by *person) {
	t.w.must(t.forum.phase == network.PhaseMarketplace, "topic %q pitched in %s", t.title, t.forum.phase)
	t.goes(at, by, network.VerbTopicPitched, network.TopicPitched, "", network.TopicProposed)
	t.pitched = at
}

// in are the sessions in a state, the first of the day first.
func (t *topic) in(state network.OccurrenceState) []*occurrence {
	var all []*occurrence
	for _, o := range t.occurrences {
		if o.state == state {
			all = append(all, o)
		}
	}
	slices.SortFunc(all, func(a, b *occurrence) int { return a.slot.starts.Compare(b.slot.starts) })
	return all
}

// stands is the session that matters now: it runs, comes next, or was last.
func (t *topic) stands() *occurrence {
	for _, state := range []network.OccurrenceState{network.OccurrenceRunning, network.OccurrencePlanned} {
		if all := t.in(state); len(all) > 0 {
			return all[0]
		}
	}
	if ended := t.in(network.OccurrenceEnded); len(ended) > 0 {
		return ended[len(ended)-1]
	}
	return nil
}

// onBoard are the sessions that stand.
func (t *topic) onBoard() []*occurrence {
	return slices.Concat(t.in(network.OccurrencePlanned), t.in(network.OccurrenceRunning), t.in(network.OccurrenceEnded))
}

// fits checks that a cell is free for the topic, and its convener too.
func (t *topic) fits(by *person, slot *slot, space *space) {
	f := t.forum
	f.w.must(f.within(network.PhaseMarketplace, network.PhaseSessions) && space.onBoard, "topic %q placed in %s", t.title, f.phase)
	f.w.must(by == f.facilitator || by == t.convener && f.convenersPlace, "%s places %q", by.name(), t.title)
	for _, other := range f.topics {
		for _, o := range other.onBoard() {
			if other != t && o.slot == slot {
				f.w.must(o.space != space, "%q and %q in one cell", t.title, other.title)
				f.w.must(t.convener == nil || other.convener != t.convener, "%s convenes two sessions at once", t.author.name())
			}
		}
	}
}

// repeat gives a placed topic one more session.
func (t *topic) repeat(at time.Time, by *person, slot *slot, space *space) {
	t.fits(by, slot, space)
	t.w.must(t.state == network.TopicScheduled, "%q is repeated in %s", t.title, t.state)
	t.occurrences = append(t.occurrences, &occurrence{id: t.w.id(at), slot: slot, space: space, state: network.OccurrencePlanned, placedBy: by, placedAt: at})
	t.tell(at, by, network.VerbTopicRepeated, "", "", space.name)
}

// place puts the topic in a cell of the board, or moves it there.
func (t *topic) place(at time.Time, by *person, slot *slot, space *space) {
	t.fits(by, slot, space)
	o := &occurrence{id: t.w.id(at), slot: slot, space: space, state: network.OccurrencePlanned, placedBy: by, placedAt: at}
	if former := t.stands(); former != nil {
		former.state = network.OccurrenceMoved
		o.present, former.present = former.present, nil
	}
	t.occurrences = append(t.occurrences, o)
	t.goes(at, by, network.VerbTopicPlaced, network.TopicScheduled, space.name, network.TopicProposed, network.TopicPitched, network.TopicScheduled)
}

func (t *topic) start(at time.Time, by *person) {
	t.w.must(t.forum.phase == network.PhaseSessions, "topic %q starts in %s", t.title, t.forum.phase)
	t.stands().state = network.OccurrenceRunning
	t.goes(at, by, network.VerbTopicStarted, network.TopicRunning, "", network.TopicScheduled)
}

func (t *topic) checkIn(at time.Time, p *person) {
	o := t.stands()
	t.w.must(o != nil && t.forum.phase == network.PhaseSessions, "%s checks in to %q", p.name(), t.title)
	if slices.ContainsFunc(o.present, func(m mark) bool { return m.who == p }) {
		return
	}
	o.present = append(o.present, mark{who: p, at: at})
	t.tell(at, p, network.VerbTopicCheckedIn, "", "", "")
}

// checkOut is of who goes elsewhere; they stay among those who took part.
func (t *topic) checkOut(at time.Time, p *person) {
	o := t.stands()
	i := slices.IndexFunc(o.present, func(m mark) bool { return m.who == p })
	t.w.must(i >= 0 && t.state == network.TopicRunning, "%s leaves %q", p.name(), t.title)
	o.present[i].left = at
	t.tell(at, p, network.VerbTopicCheckedOut, "", "", "")
}

// hold ends the session; after the last its convener owes the harvest.
func (t *topic) hold(at time.Time, by *person) {
	t.stands().state = network.OccurrenceEnded
	if len(t.in(network.OccurrencePlanned)) > 0 {
		t.goes(at, by, network.VerbTopicHeld, network.TopicScheduled, "", network.TopicRunning)
		return
	}
	t.goes(at, by, network.VerbTopicHeld, network.TopicHeld, "", network.TopicRunning)
	owes := t.convener
	if owes == nil {
		owes = t.forum.facilitator
	}
	t.w.ask(at, by, network.AsksWriteHarvest, network.ObjectTopic, t.id, network.DateOf(at).AddDays(network.HarvestDays), owes)
}

// write writes the harvest, or writes it again.
func (t *topic) write(at time.Time, by *person, text network.Harvest, carriers ...*person) {
	o := t.stands()
	present := o != nil && slices.ContainsFunc(o.present, func(m mark) bool { return m.who == by })
	t.w.must(present || by == t.convener || by == t.forum.facilitator, "%s writes the harvest of %q", by.name(), t.title)
	t.w.must(t.state == network.TopicRunning || t.state == network.TopicHeld, "harvest of %q, which is %s", t.title, t.state)
	t.w.must(len(carriers) <= network.CarriersMax, "%q has too many carriers", t.title)
	if h := t.harvest; h == nil {
		t.harvest = &harvest{id: t.w.id(at), state: network.HarvestDraft}
	} else {
		h.revisions = append(h.revisions, harvestRevision{h.text, h.editedBy, h.editedAt})
	}
	h := t.harvest
	h.text, h.carriers, h.editedBy, h.editedAt = text, carriers, by, at
	t.tell(at, by, network.VerbHarvestWritten, "", "", text.Said)
}

func (t *topic) publish(at time.Time, by *person) {
	t.w.must(t.harvest != nil && (by == t.convener || by == t.forum.facilitator), "%s publishes the harvest of %q", by.name(), t.title)
	t.w.settle(at, by, network.AsksWriteHarvest, t.id)
	t.goes(at, by, network.VerbHarvestPublished, network.TopicHarvested, "", network.TopicHeld)
	t.harvest.state = network.HarvestPublished
}

// confirm says that what was published stands.
func (t *topic) confirm(at time.Time, by *person) {
	t.w.must(t.harvest != nil && t.harvest.state == network.HarvestPublished && (by == t.convener || by == t.forum.facilitator),
		"%s confirms the harvest of %q", by.name(), t.title)
	t.harvest.state = network.HarvestConfirmed
	t.tell(at, by, network.VerbHarvestConfirmed, string(network.HarvestPublished), string(network.HarvestConfirmed), "")
}

// chase reminds the convener of a harvest that is awaited.
func (t *topic) chase(at time.Time, by *person) {
	t.w.must(t.state == network.TopicHeld && t.convener != nil && by == t.forum.facilitator, "%s chases the harvest of %q", by.name(), t.title)
	t.chased = at
	t.w.tell(fact{at: at, actor: by, verb: network.VerbHarvestChased, kind: network.ObjectTopic, object: &t.id, topic: &t.id,
		gathering: &t.forum.gathering.id, audience: "PERSON", person: t.convener})
}

func (t *topic) dot(at time.Time, p *person, count int) {
	f := t.forum
	f.w.must(f.phase == network.PhaseConvergence, "%s votes in %s", p.name(), f.phase)
	f.w.must(f.used[p]+count <= f.dots, "%s puts more than %d dots", p.name(), f.dots)
	f.used[p] += count
	t.dots = append(t.dots, mark{who: p, at: at, count: count})
	f.w.tell(fact{at: at, actor: p, verb: network.VerbDotsCast, kind: network.ObjectTopic, object: &t.id, topic: &t.id, gathering: &f.gathering.id,
		audience: "PERSON", person: p})
}

func (t *topic) dotCount() int {
	sum := 0
	for _, m := range t.dots {
		sum += m.count
	}
	return sum
}
