package timetable

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// forum draws a board: every person wants some topics, the first ones more
// often, and every topic has a convener; some topics stand already.
func forum(rng *rand.Rand, topics, slots, rooms, people, wants, pinned int) *Problem {
	p := &Problem{People: people, Slots: slots}
	for r := range rooms {
		p.Rooms = append(p.Rooms, []int{45, 24, 24, 18, 12, 12, 10, 60}[r%8])
	}
	for i := range topics {
		convener := rng.IntN(people)
		p.Topics = append(p.Topics, Topic{Wants: []int{convener}, Convener: convener})
		if i > 0 && rng.IntN(6) == 0 { // some convene two
			p.Topics[i].Convener = p.Topics[i-1].Convener
			p.Topics[i].Wants[0] = p.Topics[i].Convener
		}
	}
	for who := range people {
		for range wants {
			topic := min(rng.IntN(topics), rng.IntN(topics))
			if !slices.Contains(p.Topics[topic].Wants, who) {
				p.Topics[topic].Wants = append(p.Topics[topic].Wants, who)
			}
		}
	}
	var cells []Cell
	for s := range slots {
		for r := range rooms {
			cells = append(cells, Cell{s, r})
		}
	}
	rng.Shuffle(len(cells), func(i, j int) { cells[i], cells[j] = cells[j], cells[i] })
	busy := map[[2]int]bool{}
	for topic := range topics {
		if len(p.Pinned) < pinned && len(cells) > 0 && !busy[[2]int{cells[0].Slot, p.Topics[topic].Convener}] {
			busy[[2]int{cells[0].Slot, p.Topics[topic].Convener}] = true
			p.Pinned = append(p.Pinned, Placement{topic, cells[0]})
			cells = cells[1:]
			continue
		}
		p.Waiting = append(p.Waiting, topic)
	}
	p.Free = cells
	return p
}

// check refuses a proposal that is none.
func check(t interface{ Fatalf(string, ...any) }, p *Problem, placed []Placement) {
	taken, busy, stands := map[Cell]bool{}, map[[2]int]bool{}, map[int]bool{}
	for _, each := range p.Pinned {
		taken[each.Cell] = true
		busy[[2]int{each.Slot, p.Topics[each.Topic].Convener}] = true
	}
	for _, each := range placed {
		switch c := p.Topics[each.Topic].Convener; {
		case !slices.Contains(p.Free, each.Cell):
			t.Fatalf("%v is not a free cell", each)
		case taken[each.Cell]:
			t.Fatalf("%v is taken", each)
		case !slices.Contains(p.Waiting, each.Topic) || stands[each.Topic]:
			t.Fatalf("%v does not wait", each)
		case c >= 0 && busy[[2]int{each.Slot, c}]:
			t.Fatalf("%v: its convener is elsewhere", each)
		default:
			taken[each.Cell], stands[each.Topic], busy[[2]int{each.Slot, c}] = true, true, c >= 0
		}
	}
}

func TestAProposalKeepsWhatStandsAndIsNeverWorseThanGreedy(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string, least, most int) int { return rapid.IntRange(least, most).Draw(t, name) }
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		topics := draw("topics", 1, 14)
		p := forum(rng, topics, draw("slots", 1, 4), draw("rooms", 1, 5), draw("people", 1, 40), draw("wants", 0, 6), draw("pinned", 0, topics))
		if len(p.Pinned) > 0 && len(p.Free) > 0 && draw("repeat", 0, 1) == 1 { // one that stands twice
			p.Pinned = append(p.Pinned, Placement{p.Pinned[0].Topic, p.Free[0]})
			p.Free = p.Free[1:]
		}
		placed := Solve(p, 7)
		check(t, p, placed)
		score, greedy := p.ScoreOf(placed), p.ScoreOf(Greedy(p))
		if score.Cost() > greedy.Cost() {
			t.Fatalf("%v costs more than %v", score, greedy)
		}
		if again := Solve(p, 7); !reflect.DeepEqual(again, placed) {
			t.Fatalf("%v, then %v", placed, again)
		}
		check(t, p, InOrder(p))
		b := newBoard(p)
		b.greedy()
		if b.cost != greedy.Cost() {
			t.Fatalf("%d kept, %d counted", b.cost, greedy.Cost())
		}
		for _, r := range p.Explain(placed) {
			if r.Free+r.Torn != r.Interested || r.Torn > 0 && r.Rival < 0 {
				t.Fatalf("%+v", r)
			}
		}
	})
}

func TestASmallProposalIsTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
		topics := rapid.IntRange(1, 8).Draw(t, "topics")
		p := forum(rng, topics, rapid.IntRange(1, 3).Draw(t, "slots"), rapid.IntRange(1, 3).Draw(t, "rooms"), 30, 4, rapid.IntRange(0, 2).Draw(t, "pinned"))
		found, least := p.ScoreOf(Solve(p, 1)).Cost(), exact(p)
		if found < least || float64(found) > 1.05*float64(least) {
			t.Fatalf("%d, where %d is possible", found, least)
		}
	})
}

func TestWhoIsTornIsTold(t *testing.T) {
	p := &Problem{People: 4, Slots: 1, Rooms: []int{10, 1}, Topics: []Topic{{Wants: []int{0, 1, 2}, Convener: 0}, {Wants: []int{3, 1}, Convener: 3}},
		Pinned: []Placement{{0, Cell{0, 0}}}, Free: []Cell{{0, 1}}, Waiting: []int{1}}
	placed := Solve(p, 1)
	if want := []Placement{{1, Cell{0, 1}}}; !reflect.DeepEqual(placed, want) {
		t.Fatalf("%v", placed)
	}
	if got, want := p.ScoreOf(placed), (Score{Losses: 1, Seats: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, want := p.ScoreOf(nil), (Score{Losses: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	want := []Reason{
		{Placement: Placement{0, Cell{0, 0}}, Interested: 3, Free: 2, Torn: 1, Rival: 1},
		{Placement: Placement{1, Cell{0, 1}}, Interested: 2, Free: 1, Torn: 1, Seats: 1, Rival: 0},
	}
	if got := p.Explain(placed); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestATopicHeldTwiceTearsNobody(t *testing.T) {
	p := &Problem{People: 3, Slots: 2, Rooms: []int{2, 2}, Topics: []Topic{{Wants: []int{0, 1, 2}, Convener: 0}, {Wants: []int{1, 2}, Convener: 1}},
		Pinned: []Placement{{0, Cell{0, 0}}, {0, Cell{1, 0}}}, Free: []Cell{{0, 1}}, Waiting: []int{1}}
	placed := Solve(p, 1)
	if got := p.ScoreOf(placed); got != (Score{}) {
		t.Errorf("%+v", got)
	}
	for _, r := range p.Explain(placed) {
		if r.Torn != 0 || r.Seats != 0 || r.Rival >= 0 {
			t.Errorf("%+v", r)
		}
	}
}

func TestSolveIsNearAKnownOptimum(t *testing.T) {
	for seed := range uint64(8) {
		p, least := planted(rand.New(rand.NewPCG(seed, 6)), 60, 6, 8, 300, 8+int(seed%4)*6)
		placed := Solve(p, 1)
		check(t, p, placed)
		if cost := p.ScoreOf(placed).Cost(); cost < least || 20*cost > 21*least {
			t.Errorf("forum %d: %d, and the least is %d", seed, cost, least)
		}
	}
}
