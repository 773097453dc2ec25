package timetable

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// How long a proposal is sought, in moves tried.
const (
	movesPerPair = 400
	movesMost    = 300_000
)

// Solve proposes a place for as many waiting topics as there are cells for,
// never at a higher cost than Greedy.
func Solve(p *Problem, seed uint64) []Placement {
	b := newBoard(p)
	b.greedy()
	if len(p.Waiting) > 0 && len(p.Free) > 0 {
		b.anneal(rand.New(rand.NewPCG(seed, seed)), min(movesMost, movesPerPair*len(p.Waiting)*len(p.Free)))
	}
	b.fitRooms()
	return b.placements()
}

// Greedy takes the topics that most people want first, and puts each where it
// costs least.
func Greedy(p *Problem) []Placement {
	b := newBoard(p)
	b.greedy()
	return b.placements()
}

// InOrder takes the topics as they come, and puts each into the first cell
// whose room holds it, or else the first that is free.
func InOrder(p *Problem) []Placement {
	b := newBoard(p)
	for _, topic := range p.Waiting {
		first := -1
		for cell := range p.Free {
			if b.at[cell] >= 0 || !b.fits(topic, cell, -1, -1) {
				continue
			}
			if lacks(p.Topics[topic], p.Rooms[p.Free[cell].Room]) == 0 {
				first = cell
				break
			}
			if first < 0 {
				first = cell
			}
		}
		if first >= 0 {
			b.put(topic, first)
		}
	}
	return b.placements()
}

func (b *board) greedy() {
	order := slices.Clone(b.Waiting)
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(len(b.Topics[y].Wants), len(b.Topics[x].Wants)) })
	for _, topic := range order {
		best, least := -1, math.MaxInt
		for cell := range b.Free {
			if b.at[cell] >= 0 || !b.fits(topic, cell, -1, -1) {
				continue
			}
			b.put(topic, cell)
			if b.cost < least {
				best, least = cell, b.cost
			}
			b.take(topic)
		}
		if best >= 0 {
			b.put(topic, best)
		}
	}
}

// anneal moves topics to other cells, and swaps them, at first also where it
// costs more and less and less so; it ends with the best board met.
func (b *board) anneal(rng *rand.Rand, moves int) {
	best, least := slices.Clone(b.at), b.cost
	hot, cold := 8.0*lossWeight, 0.3
	cooling := math.Pow(cold/hot, 1/float64(moves))
	for heat := hot; moves > 0; moves, heat = moves-1, heat*cooling {
		topic := b.Waiting[rng.IntN(len(b.Waiting))]
		cell := rng.IntN(len(b.Free))
		former, other := b.where[topic], b.at[cell]
		if former == cell || !b.fits(topic, cell, topic, other) || other >= 0 && former >= 0 && !b.fits(other, former, topic, other) {
			continue
		}
		before := b.cost
		b.swap(topic, cell)
		if b.cost > before && rng.Float64() >= math.Exp(float64(before-b.cost)/heat) {
			b.unswap(topic, former, other, cell)
			continue
		}
		if b.cost < least {
			least = b.cost
			copy(best, b.at)
		}
	}
	b.restore(best)
}

// swap puts a topic into a cell, and who was there where the topic came from:
// another cell, or the queue.
func (b *board) swap(topic, cell int) {
	former, other := b.where[topic], b.at[cell]
	if former >= 0 {
		b.take(topic)
	}
	if other >= 0 {
		b.take(other)
	}
	b.put(topic, cell)
	if other >= 0 && former >= 0 {
		b.put(other, former)
	}
}

// unswap undoes a swap.
func (b *board) unswap(topic, former, other, cell int) {
	b.take(topic)
	if other >= 0 && former >= 0 {
		b.take(other)
	}
	if former >= 0 {
		b.put(topic, former)
	}
	if other >= 0 {
		b.put(other, cell)
	}
}

func (b *board) restore(at []int) {
	for _, topic := range b.Waiting {
		if b.where[topic] >= 0 {
			b.take(topic)
		}
	}
	for cell, topic := range at {
		if topic >= 0 {
			b.put(topic, cell)
		}
	}
}

// fitRooms gives the topics of each slot the rooms that suit them: the one that
// most people want takes the smallest room that holds it, or else the largest
// that is left. No board of the same slots lacks fewer seats.
func (b *board) fitRooms() {
	for slot := range b.Slots {
		var cells, topics []int
		for cell, c := range b.Free {
			if c.Slot != slot {
				continue
			}
			cells = append(cells, cell)
			if topic := b.at[cell]; topic >= 0 {
				topics = append(topics, topic)
				b.take(topic)
			}
		}
		seats := func(cell int) int { return b.Rooms[b.Free[cell].Room] }
		slices.SortStableFunc(cells, func(x, y int) int { return cmp.Compare(seats(x), seats(y)) })
		slices.SortStableFunc(topics, func(x, y int) int { return cmp.Compare(len(b.Topics[y].Wants), len(b.Topics[x].Wants)) })
		for _, topic := range topics {
			i := slices.IndexFunc(cells, func(cell int) bool { return lacks(b.Topics[topic], seats(cell)) == 0 })
			if i < 0 {
				i = len(cells) - 1
			}
			b.put(topic, cells[i])
			cells = slices.Delete(cells, i, i+1)
		}
	}
}
