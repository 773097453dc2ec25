package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

func (w *world) cast(v network.Viewer, topic network.ID, count int) error {
	_, err := w.store.CastDots(ctx, v, newAct(count), topic, count)
	return err
}

func TestCastDots(t *testing.T) {
	w := newWorld(t)
	topic, other := w.topic(w.lille.officer, network.TopicHeld), w.topic(w.lyon.officer, network.TopicHarvested)
	wantCode(t, w.cast(w.guest, topic, 1), network.CodeForbidden)
	w.phase(network.PhaseConvergence)
	wantCode(t, w.cast(w.otherGuest, topic, 1), network.CodeNotFound)
	wantCode(t, w.cast(w.anonymous, topic, 1), network.CodeUnauthenticated)
	wantCode(t, w.cast(w.guest, topic, -1), network.CodeInvalid, "input.count")
	wantCode(t, w.cast(w.guest, topic, 6), network.CodeInvalid, "input.count")
	wantCode(t, w.cast(w.guest, topic, 3), "")
	wantCode(t, w.cast(w.guest, other, 3), network.CodeInvalid, "input.count")
	wantCode(t, w.cast(w.guest, other, 2), "")
	wantCode(t, w.cast(w.guest, topic, 2), "")
	wantCode(t, w.cast(w.guest, other, 0), "")
	wantCode(t, w.cast(w.guest, other, 0), "")
	wantCode(t, w.cast(w.guest, w.topic(w.lille.officer, network.TopicWithdrawn), 1), network.CodeInvalidTransition)

	var forum struct {
		ViewerDotsUsed int
		VoteClosed     bool
		Topics         []struct {
			ID         network.ID
			ViewerDots int
			DotCount   *int
		}
	}
	query := fmt.Sprintf(`{ forum(id: %q) { viewerDotsUsed voteClosed topics { id viewerDots dotCount } } }`, w.forum)
	w.read(w.guest, query, &forum)
	w.want("used", forum.ViewerDotsUsed, 2)
	for _, topicRead := range forum.Topics {
		w.want("no result yet", topicRead.DotCount == nil, true)
		w.want("one's own", topicRead.ViewerDots, map[network.ID]int{topic: 2}[topicRead.ID])
	}
	w.read(w.facilitator, query, &forum)
	w.want("another's", forum.ViewerDotsUsed, 0)
	w.want("open", forum.VoteClosed, false)
}

func TestDotsCastAtOnceStayWithinTheirNumber(t *testing.T) {
	w := newWorld(t)
	w.phase(network.PhaseConvergence)
	var topics []network.ID
	for range 6 {
		topics = append(topics, w.topic(w.lille.officer, network.TopicHeld))
	}
	failures := together(len(topics), func(i int) error { return w.cast(w.guest, topics[i], 2) })
	w.want("two of six fit", succeeded(failures), 2)
	w.want("dots", one[int](w, `SELECT sum(count) FROM topic_dot`), 4)
}

func TestACentrePutsNoMoreDotsThanItHas(t *testing.T) {
	w := newWorld(t)
	w.exec(`UPDATE forum SET dots_per_centre = 7 WHERE id = $1`, w.forum)
	w.phase(network.PhaseConvergence)
	topic, other := w.topic(w.lille.officer, network.TopicHeld), w.topic(w.lyon.officer, network.TopicHeld)
	team := []network.Viewer{w.lille.director, w.lille.officer, w.lille.officer2, w.lille.information, w.lille.assistant}
	failures := together(len(team), func(i int) error { return w.cast(team[i], topic, 2) })
	w.want("three of five fit", succeeded(failures), 3)
	w.want("dots", one[int](w, `SELECT sum(count) FROM topic_dot`), 6)
	told := &network.Error{}
	for i, err := range failures {
		if err != nil {
			told = wantCode(t, err, network.CodeInvalid, "input.count")
			w.want("one is left", fmt.Sprint(told.Key, told.Values), "too_many_centre_dots[left 1]")
			wantCode(t, w.cast(team[i], other, 1), "")
			break
		}
	}
	for i, err := range failures {
		if err == nil {
			wantCode(t, w.cast(team[i], other, 1), network.CodeInvalid, "input.count")
			wantCode(t, w.cast(team[i], topic, 1), "") // one's own may be taken back
			wantCode(t, w.cast(team[i], topic, 2), "")
			break
		}
	}
	wantCode(t, w.cast(w.lyon.officer, topic, 5), "")
	wantCode(t, w.cast(w.guest, topic, 5), "")
	var forum struct{ ViewerCentreDotsLeft *int }
	for v, want := range map[network.Viewer]string{w.lille.officer: "0", w.lyon.director: "2", w.nantes.officer: "7", w.guest: "none", w.coordinator: "none"} {
		w.read(v, fmt.Sprintf(`{ forum(id: %q) { viewerCentreDotsLeft } }`, w.forum), &forum)
		got := "none"
		if forum.ViewerCentreDotsLeft != nil {
			got = fmt.Sprint(*forum.ViewerCentreDotsLeft)
		}
		w.want("left", got, want)
	}
	// A cap that is lowered below what stands takes nothing away and lets nothing more.
	w.exec(`UPDATE forum SET dots_per_centre = 3 WHERE id = $1`, w.forum)
	wantCode(t, w.cast(w.lyon.officer, topic, 5), "")
	wantCode(t, w.cast(w.lyon.officer, topic, 4), "")
	wantCode(t, w.cast(w.lyon.officer, topic, 5), network.CodeInvalid, "input.count")
}

func TestNoDotComesAfterTheCount(t *testing.T) {
	w := newWorld(t)
	w.phase(network.PhaseConvergence)
	topic := w.topic(w.lille.officer, network.TopicHeld)
	people := []network.Viewer{w.guest, w.nantes.officer, w.lyon.director, w.coordinator, w.lille.assistant, w.lyon.information}
	together(len(people)+1, func(i int) error {
		if i == len(people)/2 {
			return w.moveForum(w.facilitator, 1, network.PhaseHarvest, "")
		}
		return w.cast(people[i%len(people)], topic, 1)
	})
	w.want("counted", one[int](w, `SELECT dot_count FROM topic WHERE id = $1`, topic), one[int](w, `SELECT coalesce(sum(count), 0) FROM topic_dot`))
}

func TestTheJournalKeepsTheVoteSecret(t *testing.T) {
	w := newWorld(t)
	w.phase(network.PhaseConvergence)
	topic := w.topic(w.lille.officer, network.TopicHeld)
	w.must(w.cast(w.guest, topic, 1))
	for _, v := range []network.Viewer{w.facilitator, w.coordinator, w.lille.officer, w.guest} {
		var seen int
		_, err := act(ctx, w.store, v, newAct(), func(t *tx) (bool, error) {
			return true, t.get(&seen, `SELECT count(*) FROM event e WHERE `+of(eventVisible, "e")+` AND e.verb = 'DOTS_CAST'`)
		})
		w.must(err)
		w.want("seen", seen, map[bool]int{true: 1, false: 0}[v == w.guest])
	}
}
