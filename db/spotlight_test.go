package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

func TestTheSpotlightGoesFromTopicToTopic(t *testing.T) {
	w := newWorld(t)
	first, second, third := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicProposed), w.topic(w.nantes.officer, network.TopicProposed)
	unconvened := w.topic(w.nantes.officer, network.TopicProposed)
	w.exec(`UPDATE topic SET convener_id = NULL, created_at = created_at - interval '1 day' WHERE id = $1`, unconvened)
	for i, id := range []network.ID{first, second, third} {
		w.exec(`UPDATE topic SET created_at = created_at + $2 * interval '1 minute' WHERE id = $1`, id, i)
	}
	light := func(v network.Viewer, topic network.ID) error {
		_, err := w.store.SpotlightTopic(ctx, v, newAct(), w.forum, topic)
		return err
	}
	pitch := func(topic network.ID) {
		t.Helper()
		_, err := w.store.PitchTopic(ctx, w.facilitator, newAct(), topic)
		w.must(err)
	}
	lit := func() network.ID {
		t.Helper()
		var forum struct{ Spotlight *struct{ ID network.ID } }
		w.read(w.guest, fmt.Sprintf(`{ forum(id: %q) { spotlight { id } } }`, w.forum), &forum)
		if forum.Spotlight == nil {
			return ""
		}
		return forum.Spotlight.ID
	}
	wantCode(t, light(w.anonymous, first), network.CodeUnauthenticated)
	wantCode(t, light(w.otherGuest, first), network.CodeNotFound)
	wantCode(t, light(w.lille.officer, first), network.CodeForbidden)
	wantCode(t, light(w.facilitator, w.topic(w.lille.officer, network.TopicPitched)), network.CodeInvalidTransition)
	wantCode(t, light(w.facilitator, newID()), network.CodeNotFound)
	w.want("nobody speaks", lit(), network.ID(""))

	w.must(light(w.facilitator, first))
	w.must(light(w.facilitator, first))
	w.want("lit", lit(), first)
	w.want("told once", w.events(network.VerbSpotlightMoved, w.forum), 1)
	pitch(first)
	w.want("the next of the queue", lit(), second)
	pitch(third)
	w.want("another's pitch leaves it", lit(), second)
	_, err := w.store.WithdrawTopic(ctx, w.lyon.officer, newAct(), second, 1)
	w.must(err)
	w.want("whoever left the wall speaks no more", lit(), network.ID(""))
	w.must(light(w.facilitator, unconvened))
	pitch(unconvened)
	w.want("the queue is empty", lit(), network.ID(""))
	w.want("no row is left", one[int](w, `SELECT count(*) FROM spotlight`), 0)

	last := w.topic(w.lille.officer, network.TopicProposed)
	w.must(light(w.coordinator, last))
	w.phase(network.PhaseSessions)
	w.want("it belongs to the marketplace", lit(), network.ID(""))
	wantCode(t, light(w.facilitator, ""), network.CodeForbidden)
	w.phase(network.PhaseMarketplace)
	w.want("lit again", lit(), last)
	w.must(light(w.facilitator, ""))
	w.want("put out", lit(), network.ID(""))
}
