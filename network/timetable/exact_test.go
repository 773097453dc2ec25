package timetable

import (
	"cmp"
	"math"
	"slices"
)

// exact is the least cost of any board, found by trying every slot for every
// topic and turning back where it cannot become less than the best.
func exact(p *Problem) int {
	e := &search{Problem: p, board: newBoard(p), rooms: make([][]int, p.Slots), inSlot: make([][]int, p.Slots), best: math.MaxInt}
	for _, c := range p.Free {
		e.rooms[c.Slot] = append(e.rooms[c.Slot], p.Rooms[c.Room])
	}
	for _, rooms := range e.rooms {
		slices.SortFunc(rooms, func(a, b int) int { return cmp.Compare(b, a) })
	}
	e.order = slices.Clone(p.Waiting)
	slices.SortStableFunc(e.order, func(x, y int) int { return cmp.Compare(len(p.Topics[y].Wants), len(p.Topics[x].Wants)) })
	e.from(0, e.board.fixed.Losses)
	return e.best
}

type search struct {
	*Problem
	board  *board
	order  []int
	rooms  [][]int // seats of the free rooms of each slot, the largest first
	inSlot [][]int // how many want each topic put into the slot
	best   int
}

// seats is the fewest that the slots lack: the most wanted get the largest rooms.
func (e *search) seats() int {
	lack := e.board.fixed.Seats
	for slot, wanted := range e.inSlot {
		sorted := slices.Clone(wanted)
		slices.SortFunc(sorted, func(a, b int) int { return cmp.Compare(b, a) })
		for i, n := range sorted {
			lack += max(0, n-e.rooms[slot][i])
		}
	}
	return lack
}

func (e *search) from(i, losses int) {
	cost := Score{losses, e.seats()}.Cost()
	if cost >= e.best {
		return
	}
	if i == len(e.order) {
		e.best = cost
		return
	}
	t := e.Topics[e.order[i]]
	untouched := false // free slots that are alike need one of them tried
	for slot := range e.Slots {
		if len(e.inSlot[slot]) == len(e.rooms[slot]) || t.Convener >= 0 && e.board.conv[slot][t.Convener] > 0 {
			continue
		}
		if len(e.Pinned) == 0 && len(e.inSlot[slot]) == 0 {
			if untouched {
				continue
			}
			untouched = true
		}
		clashes := 0
		for _, who := range t.Wants {
			if e.board.cnt[slot][who] > 0 {
				clashes++
			}
			e.board.cnt[slot][who]++
		}
		if t.Convener >= 0 {
			e.board.conv[slot][t.Convener]++
		}
		e.inSlot[slot] = append(e.inSlot[slot], len(t.Wants))
		e.from(i+1, losses+clashes)
		e.inSlot[slot] = e.inSlot[slot][:len(e.inSlot[slot])-1]
		if t.Convener >= 0 {
			e.board.conv[slot][t.Convener]--
		}
		for _, who := range t.Wants {
			e.board.cnt[slot][who]--
		}
	}
	e.from(i+1, losses+len(t.Wants))
}
