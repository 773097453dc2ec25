package timetable

import "slices"

// Reason tells why a topic stands well in its cell, or does not.
type Reason struct {
	Placement
	// Interested are those who want it: Free have chosen nothing else in the
	// slot, Torn have.
	Interested, Free, Torn int
	// Seats are those that the room lacks.
	Seats int
	// Rival is the topic of the slot that most of the torn want too; -1 none.
	Rival int
}

// Explain tells of everything that would stand on the board. A topic that
// stands several times tears nobody, and has the seats of all its rooms.
func (p *Problem) Explain(placed []Placement) []Reason {
	all := append(slices.Clone(p.Pinned), placed...)
	wants := make([]map[int]bool, len(p.Topics))
	for i, t := range p.Topics {
		wants[i] = map[int]bool{}
		for _, who := range t.Wants {
			wants[i][who] = true
		}
	}
	stands, seats := map[int]int{}, map[int]int{}
	for _, each := range all {
		stands[each.Topic]++
		seats[each.Topic] += p.Rooms[each.Room]
	}
	reasons := make([]Reason, len(all))
	for i, mine := range all {
		r := Reason{Placement: mine, Interested: len(wants[mine.Topic]), Seats: lacks(p.Topics[mine.Topic], seats[mine.Topic]), Rival: -1}
		torn := map[int]bool{}
		most := 0
		for _, other := range all {
			if other.Slot != mine.Slot || other.Topic == mine.Topic || stands[mine.Topic] > 1 || stands[other.Topic] > 1 {
				continue
			}
			both := 0
			for who := range wants[mine.Topic] {
				if wants[other.Topic][who] {
					torn[who] = true
					both++
				}
			}
			if both > most {
				most, r.Rival = both, other.Topic
			}
		}
		r.Torn = len(torn)
		r.Free = r.Interested - r.Torn
		reasons[i] = r
	}
	return reasons
}
