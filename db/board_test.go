package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

func TestBoardCells(t *testing.T) {
	w := newWorld(t)
	topic, other := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicProposed)
	w.star(topic, w.guest, w.nantes.officer, w.lyon.director)
	w.star(other, w.guest, w.lyon.director)
	w.exec(`UPDATE space SET capacity = 2 WHERE id = $1`, w.spaces[0])
	w.must(w.place(w.facilitator, other, 0, 1))
	w.must(w.place(w.facilitator, topic, 1, 2))
	notes := func(moved network.ID) map[string]string {
		t.Helper()
		cells, err := w.store.BoardCells(ctx, w.guest, topic, moved)
		w.must(err)
		w.want("cells", len(cells), 9)
		told := map[string]string{}
		for i, c := range cells {
			for _, n := range c.Notes {
				told[fmt.Sprint(i/3, i%3)] += fmt.Sprintf("%s %d;", n.Code, n.Count)
			}
		}
		return told
	}
	w.want("to be moved", fmt.Sprint(notes(w.sessionIn(topic, 1))),
		"map[0 0:ROOM_TOO_SMALL 1;STARRED_TOGETHER 2; 0 1:SPACE_TAKEN 0;STARRED_TOGETHER 2; 0 2:STARRED_TOGETHER 2; 1 0:ROOM_TOO_SMALL 1; 2 0:ROOM_TOO_SMALL 1;]")
	w.want("to be repeated", notes("")["1 2"], "TOPIC_IN_SLOT 0;")
	for _, v := range []network.Viewer{w.anonymous, w.otherGuest} {
		cells, err := w.store.BoardCells(ctx, v, topic, "")
		w.must(err)
		w.want("nothing", cells == nil, true)
	}
}

func TestProposeAndApplyTimetable(t *testing.T) {
	w := newWorld(t)
	standing, first, second := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicPitched), w.topic(w.nantes.officer, network.TopicProposed)
	unconvened := w.topic(w.lyon.director, network.TopicProposed)
	w.exec(`UPDATE topic SET convener_id = NULL WHERE id = $1`, unconvened)
	w.star(standing, w.guest, w.lyon.director)
	w.star(first, w.guest, w.lyon.director)
	w.must(w.place(w.facilitator, standing, 1, 0))
	facts := one[int](w, `SELECT count(*) FROM event`)
	p, err := w.store.ProposeTimetable(ctx, w.facilitator, w.forum)
	w.must(err)
	w.want("nothing is written", one[int](w, `SELECT count(*) FROM event`), facts)
	if len(p.Placements) != 3 || len(p.Unplaced) != 0 || p.Placements[0].New || p.Placements[0].Topic != standing || p.Losses != 0 || p.LossesNow != 4 {
		t.Fatalf("%+v", p)
	}
	for _, each := range p.Placements[1:] {
		w.want("nobody has to choose", each.Torn, 0)
		w.want("a fan of both is not torn", each.Topic == first && each.Slot == w.slots[1], false)
	}
	for _, v := range []network.Viewer{w.anonymous, w.otherGuest, w.guest, w.lille.officer, w.admin} {
		p, err := w.store.ProposeTimetable(ctx, v, w.forum)
		w.must(err)
		w.want("for whoever facilitates", p == nil, true)
	}
	again, err := w.store.ProposeTimetable(ctx, w.coordinator, w.forum)
	w.must(err)
	w.want("the same for the same board", fmt.Sprint(*again), fmt.Sprint(*p))

	var placings []Placing
	for _, each := range p.Placements[1:] {
		placings = append(placings, Placing{each.Topic, each.Slot, each.Space})
	}
	apply := func(v network.Viewer, version int, placings ...Placing) error {
		_, err := w.store.ApplyTimetable(ctx, v, newAct(placings), w.forum, version, placings)
		return err
	}
	wantCode(t, apply(w.otherGuest, 1, placings...), network.CodeNotFound)
	wantCode(t, apply(w.lyon.officer, 1, placings...), network.CodeForbidden)
	wantCode(t, apply(w.facilitator, 2, placings...), network.CodeConflict, "version")
	wantCode(t, apply(w.facilitator, 1), network.CodeInvalid, "input.placements")
	elsewhere := w.addSlot(w.otherForum, 0)
	for name, bad := range map[string]Placing{
		"a taken cell":               {first, w.slots[1], w.spaces[0]},
		"a slot of another forum":    {first, elsewhere, w.spaces[1]},
		"a topic that stands":        {standing, w.slots[0], w.spaces[1]},
		"no such topic":              {newID(), w.slots[0], w.spaces[1]},
		"the convener's other":       {w.topic(w.lille.officer, network.TopicProposed), w.slots[1], w.spaces[1]},
		"a cell twice in the list":   {unconvened, placings[0].Slot, placings[0].Space},
		"a topic twice in the list":  {placings[0].Topic, w.slots[2], w.spaces[2]},
		"a space of another meeting": {first, w.slots[0], w.addSpace(w.otherGathering, 12)},
	} {
		list := []Placing{bad}
		if name == "a cell twice in the list" || name == "a topic twice in the list" {
			list = append(list, placings...)
		}
		t.Run(name, func(t *testing.T) {
			wantCode(t, apply(w.facilitator, 1, list...), network.CodeConflict, "input.placements")
		})
	}
	w.want("all or none", one[int](w, `SELECT count(*) FROM occurrence`), 1)

	failures := together(3, func(int) error { return apply(w.facilitator, 1, placings...) })
	w.want("applied once", succeeded(failures), 1)
	w.want("they stand", fmt.Sprint(w.stateOf(first), w.stateOf(second), w.stateOf(unconvened)), "SCHEDULEDSCHEDULEDPROPOSED")
	w.want("each is told", w.events(network.VerbTopicPlaced, first), 1)
	w.want("and the whole", w.events(network.VerbTimetableApplied, w.forum), 1)

	w.clock = w.clock.Add(90 * 60 * 1e9) // the first slot has begun
	late, err := w.store.ProposeTimetable(ctx, w.facilitator, w.forum)
	w.must(err)
	for _, each := range late.Placements {
		w.want("what has begun is not filled", each.New && each.Slot == w.slots[0], false)
	}
	w.phase(network.PhaseConvergence)
	p, err = w.store.ProposeTimetable(ctx, w.facilitator, w.forum)
	w.must(err)
	w.want("the board is no longer in use", p == nil, true)
}
