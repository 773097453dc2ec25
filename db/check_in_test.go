package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

// presence is who is counted in a topic's session.
type presence struct {
	Occurrence struct {
		ParticipantCount, HereCount int
		ViewerCheckedIn             bool
	}
	ViewerCanWriteHarvest bool
}

func (w *world) presence(v network.Viewer, topic network.ID) presence {
	w.t.Helper()
	var p presence
	w.read(v, fmt.Sprintf(`{ topic(id: %q) { viewerCanWriteHarvest occurrence { participantCount hereCount viewerCheckedIn } } }`, topic), &p)
	return p
}

func (w *world) wantPresence(v network.Viewer, topic network.ID, participants, here int, checkedIn bool) {
	w.t.Helper()
	o := w.presence(v, topic).Occurrence
	w.want("who took part, who is here, the viewer is", fmt.Sprint(o.ParticipantCount, o.HereCount, o.ViewerCheckedIn),
		fmt.Sprint(participants, here, checkedIn))
}

// twoSessions run side by side; the third is of the next slot.
func (w *world) twoSessions() (first, second, later network.ID) {
	w.t.Helper()
	first, second = w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicProposed)
	later = w.topic(w.nantes.officer, network.TopicProposed)
	w.must(w.place(w.facilitator, first, 0, 0))
	w.must(w.place(w.facilitator, second, 0, 1))
	w.must(w.place(w.facilitator, later, 1, 0))
	w.phase(network.PhaseSessions)
	for _, topic := range []network.ID{first, second} {
		_, err := w.store.StartTopic(ctx, w.facilitator, newAct(), topic, "")
		w.must(err)
	}
	return first, second, later
}

func TestOneMovesFreelyBetweenSessions(t *testing.T) {
	w := newWorld(t)
	first, second, later := w.twoSessions()
	enter := func(topic network.ID) error { _, err := w.store.CheckIn(ctx, w.guest, newAct(), topic, ""); return err }
	leave := func(v network.Viewer, topic network.ID) error {
		_, err := w.store.CheckOut(ctx, v, newAct(), topic)
		return err
	}
	w.must(enter(first))
	w.must(enter(later)) // of another slot: one can be in both
	w.wantPresence(w.guest, first, 1, 1, true)
	w.must(enter(second))
	w.wantPresence(w.guest, first, 1, 0, false)
	w.wantPresence(w.guest, second, 1, 1, true)
	w.wantPresence(w.guest, later, 1, 1, true)
	w.want("told of leaving", w.events(network.VerbTopicCheckedOut, first), 1)
	w.want("who was there may write of it", w.presence(w.guest, first).ViewerCanWriteHarvest, true)

	w.must(enter(first)) // back again
	w.wantPresence(w.guest, first, 1, 1, true)
	w.wantPresence(w.guest, second, 1, 0, false)
	w.must(enter(first))
	w.want("told of each coming", w.events(network.VerbTopicCheckedIn, first), 2)

	for range 2 {
		wantCode(t, leave(w.guest, first), "")
	}
	w.wantPresence(w.guest, first, 1, 0, false)
	w.want("told once of leaving by oneself", w.events(network.VerbTopicCheckedOut, first), 2)
	wantCode(t, leave(w.nantes.officer, first), "") // was not there
	wantCode(t, leave(w.otherGuest, first), network.CodeNotFound)
	wantCode(t, leave(w.anonymous, first), network.CodeUnauthenticated)
	w.want("and of nobody else's", w.events(network.VerbTopicCheckedOut, first), 2)

	_, err := w.store.HoldTopic(ctx, w.facilitator, newAct(), second)
	w.must(err)
	wantCode(t, leave(w.guest, second), network.CodeInvalidTransition)
	w.phase(network.PhaseConvergence)
	wantCode(t, leave(w.guest, first), network.CodeForbidden)
}

func TestWhoChecksInToTwoRoomsAtOnceIsInOne(t *testing.T) {
	w := newWorld(t)
	first, second, _ := w.twoSessions()
	for range 5 {
		for _, err := range together(8, func(i int) error {
			_, err := w.store.CheckIn(ctx, w.guest, newAct(), []network.ID{first, second}[i%2], "")
			return err
		}) {
			w.must(err)
		}
		w.want("is in", one[int](w, `SELECT count(*) FROM occurrence_participant WHERE left_at IS NULL`), 1)
	}
	w.want("was in", one[int](w, `SELECT count(*) FROM occurrence_participant`), 2)
}

func TestASpaceLeadsToItsSession(t *testing.T) {
	w := newWorld(t)
	first, _, later := w.twoSessions()
	space := fmt.Sprintf(`{ space(id: %q) { topicNow { id } } }`, w.spaces[0])
	now := func(v network.Viewer) network.ID {
		var read struct{ TopicNow *struct{ ID network.ID } }
		w.read(v, space, &read)
		if read.TopicNow == nil {
			return ""
		}
		return read.TopicNow.ID
	}
	w.want("before its hour, the one that runs", now(w.guest), first)
	var none *struct{}
	w.read(w.otherGuest, space, &none)
	w.want("not for the guest of another gathering", none == nil, true)
	w.exec(`UPDATE slot SET starts_at = $1::timestamptz - interval '2 hours', ends_at = $1::timestamptz - interval '1 hour' WHERE id = $2`, w.clock, w.slots[0])
	w.want("one that has run over", now(w.guest), first)
	w.exec(`UPDATE slot SET starts_at = $1::timestamptz - interval '1 minute' WHERE id = $2`, w.clock, w.slots[1])
	w.want("until the next one's hour", now(w.guest), later)
	_, err := w.store.HoldTopic(ctx, w.facilitator, newAct(), first)
	w.must(err)
	w.exec(`UPDATE slot SET ends_at = $1, starts_at = $1::timestamptz - interval '30 minutes' WHERE id = $2`, w.clock, w.slots[1])
	w.want("nothing to come", now(w.guest), network.ID(""))
}
