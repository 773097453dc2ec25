package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

// place puts a topic into the i-th slot and the j-th space.
func (w *world) place(v network.Viewer, topic network.ID, slot, space int) error {
	_, err := w.store.PlaceTopic(ctx, v, newAct(), topic, w.slots[slot], w.spaces[space], "")
	return err
}

// session reads the states of a topic's sessions, the first placed first.
func (w *world) sessions(topic network.ID) string {
	w.t.Helper()
	var states []string
	w.must(w.db.Select(&states, `SELECT state FROM occurrence WHERE topic_id = $1 ORDER BY id`, topic))
	return fmt.Sprint(states)
}

func TestPlaceTopic(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	for _, c := range []struct {
		name string
		v    network.Viewer
		code network.Code
	}{
		{"anonymous", w.anonymous, network.CodeUnauthenticated},
		{"guest of another gathering", w.otherGuest, network.CodeNotFound},
		{"guest", w.guest, network.CodeForbidden},
		{"colleague", w.lille.director, network.CodeForbidden},
		{"another centre", w.lyon.officer, network.CodeForbidden},
		{"admin", w.admin, network.CodeForbidden},
		{"convener", w.lille.officer, ""},
		{"facilitator", w.facilitator, ""},
		{"coordinator", w.coordinator, ""},
	} {
		t.Run(c.name, func(t *testing.T) { wantCode(t, w.place(c.v, topic, 0, 0), c.code) })
	}
	w.want("placed once", w.events(network.VerbTopicPlaced, topic), 1)
	w.exec(`UPDATE forum SET conveners_place = false`)
	wantCode(t, w.place(w.lille.officer, topic, 0, 1), network.CodeForbidden)
	wantCode(t, w.place(w.facilitator, topic, 0, 1), "")
	w.want("a trace is left", w.sessions(topic), "[MOVED PLANNED]")

	elsewhere := w.addSlot(w.otherForum, 0)
	_, err := w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, elsewhere, w.spaces[0], "")
	wantCode(t, err, network.CodeInvalid, "input.slotId")
	_, err = w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, w.slots[0], w.addSpace(w.otherGathering, 12), "")
	wantCode(t, err, network.CodeInvalid, "input.spaceId")

	for _, phase := range []network.ForumPhase{network.PhaseCollection, network.PhaseConvergence} {
		w.phase(phase)
		wantCode(t, w.place(w.facilitator, topic, 1, 1), network.CodeForbidden)
	}
	w.phase(network.PhaseSessions)
	wantCode(t, w.place(w.facilitator, w.topic(w.lyon.officer, network.TopicHeld), 1, 1), network.CodeInvalidTransition)
}

func TestACellHoldsOneSession(t *testing.T) {
	w := newWorld(t)
	first, second := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicProposed)
	w.must(w.place(w.lille.officer, first, 0, 0))
	told := wantCode(t, w.place(w.lyon.officer, second, 0, 0), network.CodeConflict, "input.spaceId")
	w.want("key", told.Key, "space_taken")
	w.must(w.place(w.lyon.officer, second, 1, 0))

	// A cell that was left is free.
	w.must(w.place(w.lille.officer, first, 0, 2))
	w.must(w.place(w.lyon.officer, second, 0, 0))
	_, err := w.store.UnplaceTopic(ctx, w.lyon.officer, newAct(), second, "")
	w.must(err)
	w.must(w.place(w.lille.officer, first, 0, 0))
}

func TestOfManyWhoWantACellOneHasIt(t *testing.T) {
	w := newWorld(t)
	var topics []network.ID
	for range 8 {
		topics = append(topics, w.topic(w.person(w.lille.centre, network.JobMissionOfficer, network.RoleNone), network.TopicProposed))
	}
	failures := together(len(topics), func(i int) error { return w.place(w.facilitator, topics[i], 2, 2) })
	w.want("one", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeConflict, "input.spaceId")
		}
	}
	w.want("standing", one[int](w, `SELECT count(*) FROM occurrence`), 1)
}

func TestTheDatabaseKeepsACellToOneSession(t *testing.T) {
	w := newWorld(t)
	w.must(w.place(w.facilitator, w.topic(w.lille.officer, network.TopicProposed), 0, 0))
	other := w.topic(w.lyon.officer, network.TopicProposed)
	_, err := act(ctx, w.store, w.facilitator, newAct(), func(t *tx) (bool, error) {
		_, err := t.exec(`
			INSERT INTO occurrence (id, topic_id, slot_id, space_id, placed_by, placed_at)
			VALUES ($1, $2, $3, $4, :viewer_id, :now)`, newID(), other, w.slots[0], w.spaces[0])
		return true, err
	})
	wantCode(t, err, network.CodeConflict, "input.spaceId")
}

func TestAConvenerIsInOneRoom(t *testing.T) {
	w := newWorld(t)
	var mine []network.ID
	for range 6 {
		mine = append(mine, w.topic(w.lille.officer, network.TopicProposed))
	}
	w.must(w.place(w.lille.officer, mine[0], 0, 0))
	told := wantCode(t, w.place(w.facilitator, mine[1], 0, 1), network.CodeConflict, "input.slotId")
	w.want("key", told.Key, "convener_elsewhere")
	failures := together(3, func(i int) error { return w.place(w.facilitator, mine[i+2], 1, i) })
	w.want("one of three", succeeded(failures), 1)
	free := w.topic(w.lille.officer, network.TopicProposed)
	w.exec(`UPDATE topic SET convener_id = NULL WHERE id = $1`, free)
	wantCode(t, w.place(w.facilitator, free, 0, 1), "")
}

func TestPlacingWarns(t *testing.T) {
	w := newWorld(t)
	crowd := []network.Viewer{w.guest, w.nantes.director, w.nantes.officer, w.lyon.director, w.lyon.officer,
		w.lyon.information, w.lyon.assistant, w.lille.director, w.lille.assistant, w.coordinator}
	busy, near, far := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lille.officer2, network.TopicProposed), w.topic(w.lyon.officer2, network.TopicProposed)
	w.star(busy, crowd...)
	w.star(near, crowd[:3]...)
	w.star(far, crowd[:5]...)
	w.must(w.place(w.facilitator, near, 0, 1))
	w.must(w.place(w.facilitator, far, 0, 2))
	placed, err := w.store.PlaceTopic(ctx, w.facilitator, newAct(), busy, w.slots[0], w.spaces[0], "")
	w.must(err)
	want := []network.PlacementWarning{
		{Code: network.WarningRoomTooSmall, Count: 2},
		{Code: network.WarningStarredTogether, Count: 5, TopicID: far},
		{Code: network.WarningStarredTogether, Count: 3, TopicID: near},
	}
	w.want("warnings", fmt.Sprint(placed.Warnings), fmt.Sprint(want))
	placed, err = w.store.PlaceTopic(ctx, w.facilitator, newAct(), busy, w.slots[1], w.spaces[2], "")
	w.must(err)
	w.want("no warning", len(placed.Warnings), 0)
}

func TestARepeatedPlacingAnswersAsTheFirst(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	w.star(topic, w.guest)
	w.exec(`UPDATE space SET capacity = 1 WHERE id = $1`, w.spaces[0])
	w.star(topic, w.nantes.officer)
	a := newAct()
	first, err := w.store.PlaceTopic(ctx, w.lille.officer, a, topic, w.slots[0], w.spaces[0], "")
	w.must(err)
	_, err = w.store.UnplaceTopic(ctx, w.lille.officer, newAct(), topic, "")
	w.must(err)
	w.phase(network.PhaseConvergence)
	again, err := w.store.PlaceTopic(ctx, w.lille.officer, a, topic, w.slots[0], w.spaces[0], "")
	w.must(err)
	w.want("answer", fmt.Sprint(again), fmt.Sprint(first))
	w.want("warned", len(again.Warnings), 1)
	w.want("not placed again", w.stateOf(topic), network.TopicProposed)
}

func TestUnplaceTopic(t *testing.T) {
	w := newWorld(t)
	pitched := w.topic(w.lille.officer, network.TopicProposed)
	_, err := w.store.PitchTopic(ctx, w.facilitator, newAct(), pitched)
	w.must(err)
	unplace := func(v network.Viewer) error {
		_, err := w.store.UnplaceTopic(ctx, v, newAct(), pitched, "")
		return err
	}
	wantCode(t, unplace(w.facilitator), network.CodeInvalidTransition)
	w.must(w.place(w.lille.officer, pitched, 0, 0))
	wantCode(t, unplace(w.lyon.officer), network.CodeForbidden)
	wantCode(t, unplace(w.otherGuest), network.CodeNotFound)
	wantCode(t, unplace(w.lille.officer), "")
	w.want("back in the queue as it was", w.stateOf(pitched), network.TopicPitched)
	w.want("sessions", w.sessions(pitched), "[CANCELLED]")
}

func TestASessionFromStartToEnd(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	w.must(w.place(w.lille.officer, topic, 0, 0))
	start := func(v network.Viewer) error { _, err := w.store.StartTopic(ctx, v, newAct(), topic, ""); return err }
	hold := func(v network.Viewer) error { _, err := w.store.HoldTopic(ctx, v, newAct(), topic); return err }
	enter := func(v network.Viewer) error { _, err := w.store.CheckIn(ctx, v, newAct(), topic, ""); return err }

	wantCode(t, start(w.lille.officer), network.CodeForbidden)
	wantCode(t, enter(w.guest), network.CodeForbidden)
	w.phase(network.PhaseSessions)
	wantCode(t, hold(w.lille.officer), network.CodeInvalidTransition)
	wantCode(t, enter(w.guest), "")
	w.must(w.place(w.facilitator, topic, 0, 1))
	wantCode(t, start(w.lyon.officer), network.CodeForbidden)
	wantCode(t, start(w.otherGuest), network.CodeNotFound)
	wantCode(t, start(w.lille.officer), "")
	wantCode(t, start(w.facilitator), network.CodeInvalidTransition)
	wantCode(t, w.place(w.facilitator, topic, 0, 2), network.CodeInvalidTransition)
	for _, err := range together(6, func(int) error { return enter(w.lyon.officer) }) {
		w.must(err)
	}
	wantCode(t, enter(w.otherGuest), network.CodeNotFound)
	w.want("told once each", w.events(network.VerbTopicCheckedIn, topic), 2)

	var read struct {
		Occurrence struct {
			State            string
			ParticipantCount int
			ViewerCheckedIn  bool
			Participants     []struct{ ID network.ID }
		}
		Occurrences []struct{ State string }
	}
	w.read(w.guest, fmt.Sprintf(`{ topic(id: %q) {
		occurrence { state participantCount viewerCheckedIn participants { id } }
		occurrences { state }
	} }`, topic), &read)
	w.want("running", read.Occurrence.State, "RUNNING")
	w.want("who checked in before the move followed", read.Occurrence.ParticipantCount, 2)
	w.want("participants", len(read.Occurrence.Participants), 2)
	w.want("the guest is in", read.Occurrence.ViewerCheckedIn, true)
	w.want("traces", fmt.Sprint(read.Occurrences), "[{MOVED} {RUNNING}]")

	w.phase(network.PhaseConvergence)
	wantCode(t, hold(w.lyon.officer), network.CodeForbidden)
	wantCode(t, hold(w.lille.officer), "")
	w.want("held", w.stateOf(topic), network.TopicHeld)
	w.want("sessions", w.sessions(topic), "[MOVED ENDED]")
	w.want("the harvest is asked", w.tasks(w.lille.officer, network.AsksWriteHarvest, topic), 1)
	w.want("within days", one[string](w, `SELECT due_on::text FROM task WHERE subject_id = $1`, topic), "2026-07-02")
}

func TestTheFacilitatorIsAskedWhereNobodyConvenes(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicRunning)
	w.exec(`UPDATE topic SET convener_id = NULL WHERE id = $1`, topic)
	w.phase(network.PhaseSessions)
	_, err := w.store.HoldTopic(ctx, w.facilitator, newAct(), topic)
	w.must(err)
	w.want("asked", w.tasks(w.facilitator, network.AsksWriteHarvest, topic), 1)
}
