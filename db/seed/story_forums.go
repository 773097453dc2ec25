package seed

import (
	"strconv"
	"strings"
	"time"

	"maillage/network"
)

// wall reads the topics of a forum's file.
func (s *story) wall(file string) []*block {
	return s.blocks(file, "title", "by", "convenes", "outcome", "themes", "text", "stars", "dots", "moved", "cell", "again", "taken", "into", "from",
		"said", "decided", "next", "carries", "carriers", "end")
}

func (b *block) number(field string) int {
	n, _ := strconv.Atoi(b.fields[field])
	return n
}

// cell is the slot and space of "2 6" in a field, counted from one.
func (s *story) cell(f *forum, b *block, field string) (*slot, *space) {
	var onBoard []*space
	for _, sp := range f.gathering.spaces {
		if sp.onBoard {
			onBoard = append(onBoard, sp)
		}
	}
	slotText, spaceText, _ := strings.Cut(b.fields[field], " ")
	i, err1 := strconv.Atoi(slotText)
	j, err2 := strconv.Atoi(spaceText)
	ok := err1 == nil && err2 == nil && i <= len(f.slots) && j <= len(onBoard)
	s.must(ok, "%s: cell %q", b.where, b.fields[field])
	if !ok {
		return f.slots[0], onBoard[0]
	}
	return f.slots[i-1], onBoard[j-1]
}

// pin proposes a block's topic.
func (s *story) pin(f *forum, b *block, at time.Time, key string) *topic {
	t := f.propose(at, s.who(b.fields["by"]), b.fields["convenes"] != "no", fr(b.fields["title"]), fr(b.fields["text"]),
		network.IntendedOutcome(b.fields["outcome"]), s.themesOf(b.fields["themes"])...)
	s.topic[key] = t
	return t
}

// crowd draws n people of a gathering other than one.
func (s *story) crowd(people []*person, n int, but *person) []*person {
	var drawn []*person
	for _, i := range s.rng.Perm(len(people)) {
		if len(drawn) == n {
			break
		}
		if people[i] != but {
			drawn = append(drawn, people[i])
		}
	}
	return drawn
}

// between draws a moment.
func (s *story) between(from, to time.Time) time.Time {
	return from.Add(time.Duration(s.rng.Int64N(int64(to.Sub(from)/time.Second))) * time.Second)
}

// The hours of a forum that has gone by.
type forumHours struct {
	collection, marketplace, sessions, convergence, closed, over time.Time
}

// playForum goes through a forum from the first topic to the counted dots.
// over stays zero while the forum is still in HARVEST.
func (s *story) playForum(f *forum, key string, walls []*block, people []*person, h forumHours) {
	by := f.facilitator
	f.to(h.collection, by, network.PhaseCollection)
	topics := make([]*topic, len(walls))
	for i, b := range walls {
		topics[i] = s.pin(f, b, h.collection.Add(time.Duration(i+1)*h.marketplace.Sub(h.collection)/time.Duration(len(walls)+2)), key+" "+b.key)
	}
	f.to(h.marketplace, by, network.PhaseMarketplace)
	for i, b := range walls {
		for _, p := range s.crowd(people, b.number("stars"), topics[i].author) {
			topics[i].star(s.between(maxTime(topics[i].created, h.marketplace.Add(-20*time.Minute)), h.sessions.Add(-2*time.Minute)), p)
		}
	}
	for i, b := range walls {
		t := topics[i]
		switch b.fields["end"] {
		case "withdrawn":
			t.withdraw(h.marketplace.Add(12*time.Minute), t.author)
			continue
		case "merged":
			t.merge(h.marketplace.Add(14*time.Minute), by, s.topic[key+" "+b.fields["into"]])
			continue
		case "proposed", "postponed": // what is put off is told with the gathering it goes to
			continue
		}
		at := h.marketplace.Add(time.Duration(3+i) * time.Minute)
		t.pitch(at, by)
		if taker := b.fields["taken"]; taker != "" {
			t.take(at.Add(time.Minute), s.who(taker))
		}
		if b.fields["moved"] != "" { // where it stood first
			slot, space := s.cell(f, b, "moved")
			t.place(at.Add(2*time.Minute), by, slot, space)
		}
		slot, space := s.cell(f, b, "cell")
		t.place(at.Add(4*time.Minute), by, slot, space)
	}
	for i, b := range walls {
		if b.fields["again"] != "" {
			slot, space := s.cell(f, b, "again")
			topics[i].repeat(h.sessions.Add(-3*time.Minute), by, slot, space)
		}
	}
	f.to(h.sessions, by, network.PhaseSessions)
	for i, b := range walls {
		for t := topics[i]; t.state == network.TopicScheduled; {
			s.playSession(t, b, people)
		}
	}
	f.to(h.convergence, by, network.PhaseConvergence)
	s.vote(topics, walls, people, h)
	f.to(h.closed, by, network.PhaseHarvest)
	for i, b := range walls {
		t := topics[i]
		if b.fields["end"] == "harvested" {
			published := s.between(h.closed.Add(time.Hour), h.closed.Add(6*24*time.Hour))
			t.publish(published, t.convener)
			if i%3 == 0 {
				t.confirm(published.Add(26*time.Hour), t.convener)
			}
		}
	}
	if !h.over.IsZero() {
		f.to(h.over, by, network.PhaseClosed)
		// What was never written is no longer asked for.
		for _, t := range topics {
			s.drop(h.over.AddDate(0, 6, 0), t.author, network.AsksWriteHarvest, t.id)
		}
	}
}

// playSession is one session: those who starred it come, and some others.
func (s *story) playSession(t *topic, b *block, people []*person) {
	slot := t.stands().slot
	t.start(slot.starts, t.convener)
	t.checkIn(slot.starts.Add(time.Minute), t.convener)
	for _, p := range s.whoAll(b.fields["carriers"]) {
		if p.centre != nil {
			t.checkIn(slot.starts.Add(2*time.Minute), p)
		}
	}
	busy := map[*person]bool{}
	for _, other := range t.forum.topics {
		if o := other.stands(); o != nil && other != t && o.slot == slot {
			for _, m := range o.present {
				busy[m.who] = true
			}
			if other.convener != nil {
				busy[other.convener] = true
			}
		}
	}
	for i, m := range t.stars {
		if !busy[m.who] && i%4 != 3 {
			t.checkIn(s.between(slot.starts, slot.starts.Add(12*time.Minute)), m.who)
		}
	}
	for i, p := range s.crowd(people, 2, t.convener) {
		if busy[p] {
			continue
		}
		t.checkIn(s.between(slot.starts.Add(10*time.Minute), slot.starts.Add(30*time.Minute)), p)
		if i == 0 { // the law of two feet
			t.checkOut(slot.starts.Add(45*time.Minute), p)
		}
	}
	t.hold(slot.ends, t.convener)
	if t.state == network.TopicScheduled {
		return // it is held again
	}
	text := network.Harvest{Said: fr(b.fields["said"]), Decided: fr(b.fields["decided"]), NextSteps: fr(b.fields["next"]), CarriesOn: fr(b.fields["carries"])}
	switch b.fields["end"] {
	case "harvested":
		// The first notes, taken in the room, then the text that was published.
		if first, _, more := strings.Cut(text.Said, ". "); more {
			t.write(slot.ends.Add(-5*time.Minute), t.convener, network.Harvest{Said: first + "."})
		}
		t.write(slot.ends.Add(20*time.Minute), t.convener, text, s.whoAll(b.fields["carriers"])...)
	case "draft":
		t.write(slot.ends.Add(30*time.Minute), t.convener, text)
	}
}

// vote gives every topic about the dots that its text says, from people who
// have some left, never more than three of one person.
func (s *story) vote(topics []*topic, walls []*block, people []*person, h forumHours) {
	for i, b := range walls {
		t := topics[i]
		if t.state == network.TopicWithdrawn || t.state == network.TopicMerged {
			continue
		}
		want := b.number("dots")
		for _, p := range s.crowd(people, len(people), nil) {
			left := t.forum.dots - t.forum.used[p]
			if want <= 0 {
				break
			}
			if n := min(left, want, 1+s.rng.IntN(3)); n > 0 {
				t.dot(s.between(h.convergence.Add(time.Minute), h.closed.Add(-time.Minute)), p, n)
				want -= n
			}
		}
	}
}

func maxTime(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
