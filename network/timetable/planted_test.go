package timetable

import (
	"math/rand/v2"
	"slices"
)

// planted draws a forum of any size whose least cost is known from how it is
// made: as many topics as there are cells stand in a board in which nobody
// wants two of one slot, and no other topic is wanted by more people than the
// least wanted of these. Whatever the board, as many topics as there are more
// than cells have no place, and cost at least what the least wanted cost; the
// hidden board costs that and no more.
func planted(rng *rand.Rand, topics, slots, rooms, people, fewest int) (p *Problem, least int) {
	p = &Problem{People: people, Slots: slots, Rooms: slices.Repeat([]int{people}, rooms)}
	everybody := rng.Perm(people)
	for s := range slots {
		for r := range rooms {
			p.Free = append(p.Free, Cell{s, r})
			// So many at least, and nobody twice in a slot.
			p.Topics = append(p.Topics, Topic{Wants: slices.Clone(everybody[r*fewest : (r+1)*fewest])})
		}
		for _, who := range everybody[rooms*fewest:] {
			t := &p.Topics[s*rooms+min(rng.IntN(rooms), rng.IntN(rooms))]
			t.Wants = append(t.Wants, who)
		}
		rng.Shuffle(people, func(i, j int) { everybody[i], everybody[j] = everybody[j], everybody[i] })
	}
	for range topics - slots*rooms {
		p.Topics = append(p.Topics, Topic{Wants: slices.Clone(rng.Perm(people)[:fewest])})
	}
	for i := range p.Topics {
		p.Topics[i].Convener = p.Topics[i].Wants[0]
	}
	p.Waiting = rng.Perm(topics)
	rng.Shuffle(len(p.Free), func(i, j int) { p.Free[i], p.Free[j] = p.Free[j], p.Free[i] })
	return p, Score{Losses: (topics - slots*rooms) * fewest}.Cost()
}
