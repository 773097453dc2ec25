package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

// sessionIn is the session of a topic that stands in a slot.
func (w *world) sessionIn(topic network.ID, slot int) network.ID {
	w.t.Helper()
	return network.ID(one[string](w, `
		SELECT id FROM occurrence WHERE topic_id = $1 AND slot_id = $2 AND state IN ('PLANNED', 'RUNNING', 'ENDED')`, topic, w.slots[slot]))
}

func (w *world) repeat(v network.Viewer, topic network.ID, slot, space int) error {
	_, err := w.store.RepeatTopic(ctx, v, newAct(), topic, w.slots[slot], w.spaces[space])
	return err
}

func TestRepeatTopic(t *testing.T) {
	w := newWorld(t)
	topic, other := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicProposed)
	wantCode(t, w.repeat(w.facilitator, topic, 0, 0), network.CodeInvalidTransition)
	w.must(w.place(w.lille.officer, topic, 0, 0))
	w.must(w.place(w.lyon.officer, other, 1, 1))
	wantCode(t, w.repeat(w.otherGuest, topic, 1, 0), network.CodeNotFound)
	wantCode(t, w.repeat(w.lyon.officer, topic, 1, 0), network.CodeForbidden)
	wantCode(t, w.repeat(w.lille.officer, topic, 0, 1), network.CodeConflict, "input.slotId")
	wantCode(t, w.repeat(w.lille.officer, topic, 0, 0), network.CodeConflict, "input.slotId")
	wantCode(t, w.repeat(w.lille.officer, topic, 1, 1), network.CodeConflict, "input.spaceId")
	failures := together(4, func(i int) error { return w.repeat(w.lille.officer, topic, 1, []int{0, 2}[i%2]) })
	w.want("once in a slot", succeeded(failures), 1)
	w.must(w.repeat(w.facilitator, topic, 2, 0))
	w.want("three stand", w.sessions(topic), "[PLANNED PLANNED PLANNED]")
	w.want("told", w.events(network.VerbTopicRepeated, topic), 2)

	// The convener cannot be elsewhere in any of the three.
	own := w.topic(w.lille.officer, network.TopicProposed)
	for slot := range 3 {
		wantCode(t, w.place(w.facilitator, own, slot, 1), network.CodeConflict)
	}
	// One is moved, one is taken off, by its name.
	last := w.sessionIn(topic, 2)
	_, err := w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, w.slots[0], w.spaces[2], last)
	wantCode(t, err, network.CodeConflict, "input.slotId")
	_, err = w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, w.slots[2], w.spaces[2], last)
	w.must(err)
	_, err = w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, w.slots[2], w.spaces[1], last)
	wantCode(t, err, network.CodeInvalid, "input.occurrenceId")
	_, err = w.store.UnplaceTopic(ctx, w.facilitator, newAct(), topic, w.sessionIn(other, 1))
	wantCode(t, err, network.CodeInvalid, "input.occurrenceId")
	_, err = w.store.UnplaceTopic(ctx, w.facilitator, newAct(), topic, w.sessionIn(topic, 0))
	w.must(err)
	w.want("the others stay", w.stateOf(topic), network.TopicScheduled)

	var read struct {
		Occurrence struct{ Slot struct{ ID network.ID } }
		Sessions   []struct{ Slot struct{ ID network.ID } }
	}
	w.read(w.guest, fmt.Sprintf(`{ topic(id: %q) { occurrence { slot { id } } sessions { slot { id } } } }`, topic), &read)
	w.want("the next comes first", read.Occurrence.Slot.ID, w.slots[1])
	w.want("in the order of the day", fmt.Sprint(read.Sessions), fmt.Sprintf("[{{%s}} {{%s}}]", w.slots[1], w.slots[2]))
	w.exec(`UPDATE slot SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = $1`, w.slots[1])
	w.read(w.guest, fmt.Sprintf(`{ topic(id: %q) { occurrence { slot { id } } } }`, topic), &read)
	w.want("and is the next when the day is turned round", read.Occurrence.Slot.ID, w.slots[2])

	_, err = w.store.UnplaceTopic(ctx, w.facilitator, newAct(), topic, "")
	w.must(err)
	w.want("all of them", w.stateOf(topic), network.TopicProposed)
}

func TestATopicIsHeldWhenItsLastSessionHasEnded(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	w.must(w.place(w.lille.officer, topic, 1, 0))
	w.must(w.repeat(w.lille.officer, topic, 0, 1))
	w.phase(network.PhaseSessions)
	first, second := w.sessionIn(topic, 0), w.sessionIn(topic, 1)
	start := func(session network.ID) error {
		_, err := w.store.StartTopic(ctx, w.lille.officer, newAct(), topic, session)
		return err
	}
	hold := func() {
		t.Helper()
		_, err := w.store.HoldTopic(ctx, w.lille.officer, newAct(), topic)
		w.must(err)
	}
	checkIn := func(v network.Viewer, session network.ID) error {
		_, err := w.store.CheckIn(ctx, v, newAct(), topic, session)
		return err
	}
	w.must(start(""))
	w.want("the first of the day runs", one[string](w, `SELECT state FROM occurrence WHERE id = $1`, first), "RUNNING")
	wantCode(t, start(second), network.CodeInvalidTransition)
	w.must(checkIn(w.nantes.officer, ""))
	w.must(checkIn(w.lyon.officer, second))
	wantCode(t, checkIn(w.lyon.officer, newID()), network.CodeInvalid, "input.occurrenceId")
	hold()
	w.want("one is still ahead", w.stateOf(topic), network.TopicScheduled)
	w.want("the harvest is not due yet", w.tasks(w.lille.officer, network.AsksWriteHarvest, topic), 0)
	w.must(w.write(w.lille.officer, topic, 0, "Notes prises entre deux"))
	_, err := w.store.WithdrawTopic(ctx, w.lille.officer, newAct(), topic, 1)
	wantCode(t, err, network.CodeInvalidTransition)
	wantCode(t, w.merge(w.facilitator, topic, w.topic(w.lyon.officer, network.TopicProposed), 1), network.CodeInvalidTransition)
	w.must(start(second))
	hold()
	w.want("held", w.stateOf(topic), network.TopicHeld)
	w.want("the harvest is due", w.tasks(w.lille.officer, network.AsksWriteHarvest, topic), 1)
	w.want("a check-in is of its session", one[int](w, `SELECT count(*) FROM occurrence_participant WHERE occurrence_id = $1`, second), 1)

	// What was ahead of a held session and is taken off leaves it held.
	again := w.topic(w.lyon.officer, network.TopicProposed)
	w.must(w.place(w.facilitator, again, 0, 0))
	w.must(w.repeat(w.facilitator, again, 2, 0))
	_, err = w.store.StartTopic(ctx, w.facilitator, newAct(), again, "")
	w.must(err)
	_, err = w.store.PlaceTopic(ctx, w.facilitator, newAct(), again, w.slots[2], w.spaces[2], "")
	w.must(err)
	w.want("it runs on", w.stateOf(again), network.TopicRunning)
	_, err = w.store.HoldTopic(ctx, w.facilitator, newAct(), again)
	w.must(err)
	_, err = w.store.UnplaceTopic(ctx, w.facilitator, newAct(), again, "")
	w.must(err)
	w.want("held", w.stateOf(again), network.TopicHeld)
	w.want("and asked for", w.tasks(w.lyon.officer, network.AsksWriteHarvest, again), 1)

	// Both sessions tie those who were in them.
	w.want("a tie", one[int](w, `SELECT count(*) FROM tie_fact WHERE object_id = $1`, topic), 1)
	thread, err := w.store.Thread(ctx, w.guest, topic)
	w.must(err)
	sessions := 0
	for _, n := range thread.Nodes {
		if n.Kind == network.ThreadSession {
			sessions++
		}
	}
	w.want("the thread passes through it once", sessions, 1)
}

// Whatever comes at once, a topic is never HELD with a session ahead.
func TestARepeatAndAnEndAtOnce(t *testing.T) {
	w := newWorld(t)
	w.phase(network.PhaseSessions)
	for range 8 {
		topic := w.topic(w.lille.officer, network.TopicProposed)
		w.must(w.place(w.facilitator, topic, 0, 0))
		_, err := w.store.StartTopic(ctx, w.facilitator, newAct(), topic, "")
		w.must(err)
		together(2, func(i int) error {
			if i == 0 {
				return w.repeat(w.facilitator, topic, 1, 0)
			}
			_, err := w.store.HoldTopic(ctx, w.facilitator, newAct(), topic)
			return err
		})
		want := map[string]network.TopicState{"[ENDED PLANNED]": network.TopicScheduled, "[ENDED]": network.TopicHeld}[w.sessions(topic)]
		w.want("the state follows from "+w.sessions(topic), w.stateOf(topic), want)
		w.exec(`UPDATE occurrence SET state = 'CANCELLED' WHERE topic_id = $1`, topic)
	}
}
