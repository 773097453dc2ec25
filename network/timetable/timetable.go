// Package timetable fills the free cells of a forum's board with the topics
// that wait, so that the fewest people lose a session they would come to. What
// stands on the board stays where it is, and nobody convenes two sessions at
// once. The same problem and seed give the same proposal.
package timetable

// A Cell is a room in a slot.
type Cell struct{ Slot, Room int }

// A Placement is a topic in a cell.
type Placement struct {
	Topic int
	Cell
}

// Topic is who would come to it, each person once and its convener among them.
type Topic struct {
	Wants    []int
	Convener int // -1: nobody
}

// Problem is a board and its wall. Topics, people, slots and rooms are told by
// their places in lists.
type Problem struct {
	People int
	Slots  int
	Rooms  []int // how many each holds
	Topics []Topic
	// Pinned is what stands. A topic may stand several times; those that stand
	// are not placed again.
	Pinned []Placement
	// Free are the cells that may be filled, none of them pinned.
	Free []Cell
	// Waiting are the topics to be placed, in the order of the queue.
	Waiting []int
}

// Score is what a board costs. A loss is a person and a topic they want and
// cannot come to: it has no place, or they have chosen another of its slot. A
// topic that stands several times costs nobody. Seats are what rooms lack.
type Score struct{ Losses, Seats int }

// What a loss and a missing seat weigh: who has no chair may still stand at
// the back.
const (
	lossWeight = 4
	seatWeight = 1
)

// Cost weighs a score.
func (s Score) Cost() int { return s.Losses*lossWeight + s.Seats*seatWeight }

// board is a partly filled board, with what follows from it kept at hand.
type board struct {
	*Problem
	at    []int   // the topic in each free cell, -1 none
	where []int   // the free cell of each topic, -1 none
	cnt   [][]int // per slot and person: topics they want there
	conv  [][]int // per slot and person: sessions they convene there
	fixed Score   // of what is pinned, and of what is wanted and waits
	cost  int     // weighed, of the whole
}

// newBoard is the board as it stands, every waiting topic without a place.
func newBoard(p *Problem) *board {
	b := &board{Problem: p, at: fill(len(p.Free), -1), where: fill(len(p.Topics), -1)}
	for range p.Slots {
		b.cnt, b.conv = append(b.cnt, make([]int, p.People)), append(b.conv, make([]int, p.People))
	}
	stands := make([]int, len(p.Topics))
	for _, pin := range p.Pinned {
		stands[pin.Topic]++
	}
	for _, pin := range p.Pinned {
		t := p.Topics[pin.Topic]
		if t.Convener >= 0 {
			b.conv[pin.Slot][t.Convener]++
		}
		if stands[pin.Topic] > 1 {
			continue
		}
		b.fixed.Seats += lacks(t, p.Rooms[pin.Room])
		for _, who := range t.Wants {
			if b.cnt[pin.Slot][who] > 0 {
				b.fixed.Losses++
			}
			b.cnt[pin.Slot][who]++
		}
	}
	b.cost = b.fixed.Cost()
	for _, t := range p.Waiting {
		b.cost += len(p.Topics[t].Wants) * lossWeight
	}
	return b
}

func fill(n, value int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = value
	}
	return list
}

// lacks is how many seats a room lacks for a topic.
func lacks(t Topic, seats int) int { return max(0, len(t.Wants)-seats) }

// fits reports whether a topic's convener is free in the slot of a cell, but
// for those two topics (-1: none) that leave their places.
func (b *board) fits(topic, cell, but, also int) bool {
	c := b.Topics[topic].Convener
	if c < 0 {
		return true
	}
	slot := b.Free[cell].Slot
	busy := b.conv[slot][c]
	for _, other := range [...]int{but, also} {
		if other >= 0 && b.where[other] >= 0 && b.Free[b.where[other]].Slot == slot && b.Topics[other].Convener == c {
			busy--
		}
	}
	return busy == 0
}

// put places a waiting topic in an empty cell.
func (b *board) put(topic, cell int) {
	t, slot := &b.Topics[topic], b.Free[cell].Slot
	b.at[cell], b.where[topic] = topic, cell
	cnt, clashes := b.cnt[slot], 0
	for _, who := range t.Wants {
		if cnt[who] > 0 {
			clashes++
		}
		cnt[who]++
	}
	if t.Convener >= 0 {
		b.conv[slot][t.Convener]++
	}
	b.cost += (clashes-len(t.Wants))*lossWeight + lacks(*t, b.Rooms[b.Free[cell].Room])*seatWeight
}

// take takes a topic off its cell.
func (b *board) take(topic int) {
	cell := b.where[topic]
	t, slot := &b.Topics[topic], b.Free[cell].Slot
	b.at[cell], b.where[topic] = -1, -1
	cnt, clashes := b.cnt[slot], 0
	for _, who := range t.Wants {
		cnt[who]--
		if cnt[who] > 0 {
			clashes++
		}
	}
	if t.Convener >= 0 {
		b.conv[slot][t.Convener]--
	}
	b.cost -= (clashes-len(t.Wants))*lossWeight + lacks(*t, b.Rooms[b.Free[cell].Room])*seatWeight
}

// placements are what has been put into free cells, in their order.
func (b *board) placements() []Placement {
	var all []Placement
	for cell, topic := range b.at {
		if topic >= 0 {
			all = append(all, Placement{topic, b.Free[cell]})
		}
	}
	return all
}

// ScoreOf tells what the board costs with these placements beside what is
// pinned. It counts from nothing, and so checks what is kept at hand.
func (p *Problem) ScoreOf(placed []Placement) Score {
	stands := map[int][]Cell{}
	for _, each := range append(append([]Placement{}, p.Pinned...), placed...) {
		stands[each.Topic] = append(stands[each.Topic], each.Cell)
	}
	var s Score
	chosen := map[[2]int]int{} // by slot and person
	for topic, cells := range stands {
		if len(cells) > 1 {
			continue
		}
		s.Seats += lacks(p.Topics[topic], p.Rooms[cells[0].Room])
		for _, who := range p.Topics[topic].Wants {
			chosen[[2]int{cells[0].Slot, who}]++
		}
	}
	for _, n := range chosen {
		s.Losses += n - 1
	}
	for _, topic := range p.Waiting {
		if stands[topic] == nil {
			s.Losses += len(p.Topics[topic].Wants)
		}
	}
	return s
}
