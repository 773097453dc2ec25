package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

func (w *world) merge(v network.Viewer, topic, into network.ID, version int) error {
	_, err := w.store.MergeTopic(ctx, v, newAct(), topic, version, into)
	return err
}

func TestMergeTopic(t *testing.T) {
	w := newWorld(t)
	topic, into := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicPitched)
	elsewhere := newID()
	w.exec(`
		INSERT INTO topic (id, forum_id, gathering_id, title, author_id, intended_outcome, created_at)
		VALUES ($1, $2, $3, 'Ailleurs', $4, 'EXCHANGE', now())`, elsewhere, w.otherForum, w.otherGathering, w.lyon.officer.StaffID)
	w.star(topic, w.guest, w.nantes.officer, w.lyon.director)
	w.star(into, w.guest, w.lille.director)
	w.must(w.place(w.facilitator, topic, 0, 0))

	wantCode(t, w.merge(w.otherGuest, topic, into, 1), network.CodeNotFound)
	wantCode(t, w.merge(w.lille.officer, topic, into, 1), network.CodeForbidden)
	wantCode(t, w.merge(w.admin, topic, into, 1), network.CodeForbidden)
	wantCode(t, w.merge(w.facilitator, topic, into, 2), network.CodeConflict, "version")
	for _, target := range []network.ID{topic, elsewhere, w.topic(w.lyon.officer, network.TopicHeld)} {
		wantCode(t, w.merge(w.facilitator, topic, target, 1), network.CodeInvalid, "input.intoId")
	}
	wantCode(t, w.merge(w.facilitator, topic, newID(), 1), network.CodeNotFound)
	for _, state := range []network.TopicState{network.TopicRunning, network.TopicHeld, network.TopicHarvested} {
		wantCode(t, w.merge(w.facilitator, w.topic(w.lille.officer, state), into, 1), network.CodeInvalidTransition)
	}

	a := newAct()
	for range 2 { // repeated, it is done once
		merged, err := w.store.MergeTopic(ctx, w.coordinator, a, topic, 1, into)
		w.must(err)
		w.want("answer", merged, MergedTopic{topic, into})
	}
	w.want("merged", w.stateOf(topic), network.TopicMerged)
	w.want("stars follow, each person once", w.starsOf(into), 4)
	w.want("and are still to be read", w.starsOf(topic), 3)
	w.want("its cell is free", w.sessions(topic), "[CANCELLED]")
	w.must(w.place(w.lyon.officer, into, 0, 0))
	w.want("told to both", w.events(network.VerbTopicMerged, topic), 2)

	var read struct {
		MergedInto struct{ ID network.ID }
		ViewerCanStar,
		ViewerCanMerge bool
	}
	w.read(w.facilitator, fmt.Sprintf(`{ topic(id: %q) { mergedInto { id } viewerCanStar viewerCanMerge } }`, topic), &read)
	w.want("says into what", read.MergedInto.ID, into)
	w.want("it is off the wall", read.ViewerCanStar || read.ViewerCanMerge, false)
	for _, end := range []network.ID{topic, into} {
		thread, err := w.store.Thread(ctx, w.guest, end)
		w.must(err)
		found := 0
		for _, e := range thread.Edges {
			if thread.Nodes[e.From].ID == topic && thread.Nodes[e.To].ID == into {
				found++
			}
		}
		w.want("the thread goes on", found, 1)
	}
}

func TestDotsFollowAMergedTopic(t *testing.T) {
	w := newWorld(t)
	topic, into := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicProposed)
	w.phase(network.PhaseConvergence)
	w.must(w.cast(w.guest, topic, 2))
	w.must(w.cast(w.guest, into, 3))
	w.must(w.cast(w.lyon.officer, topic, 1))
	w.must(w.merge(w.facilitator, topic, into, 1))
	w.want("one person's together", one[int](w, `SELECT count FROM topic_dot WHERE staff_id = $1`, w.guest.StaffID), 5)
	w.want("all on the one that stays", one[int](w, `SELECT sum(count) FROM topic_dot WHERE topic_id = $1`, into), 6)
	w.want("none behind", one[int](w, `SELECT count(*) FROM topic_dot WHERE topic_id = $1`, topic), 0)
	w.closeVote()
	wantCode(t, w.merge(w.facilitator, into, w.topic(w.lyon.officer, network.TopicProposed), 1), network.CodeForbidden)
}

func TestStarsGivenWhileTopicsMergeAreKept(t *testing.T) {
	w := newWorld(t)
	for range 5 {
		topic, into := w.topic(w.lille.officer, network.TopicProposed), w.topic(w.lyon.officer, network.TopicProposed)
		people := []network.Viewer{w.guest, w.nantes.officer, w.lyon.director, w.coordinator, w.lille.assistant, w.lyon.information}
		failures := together(len(people)+1, func(i int) error {
			if i == len(people) {
				return w.merge(w.facilitator, topic, into, 1)
			}
			_, err := w.store.StarTopic(ctx, people[i], newAct(), topic)
			return err
		})
		w.want("merged", w.stateOf(topic), network.TopicMerged)
		w.want("every star that was given is there too", w.starsOf(into), succeeded(failures)-1)
	}
}

func (w *world) laterGathering(state network.GatheringState, startsOn string) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state)
		VALUES ($1, 'Rencontre de Toulouse', 'Toulouse', '', $2::date, $2::date + 1, $3)`, id, startsOn, state)
	return id
}

func TestPostponeTopic(t *testing.T) {
	w := newWorld(t)
	later := w.laterGathering(network.GatheringPublished, "2026-11-20")
	topic := w.topic(w.lille.officer, network.TopicPitched)
	w.must(w.place(w.facilitator, topic, 1, 1))
	postpone := func(v network.Viewer, version int, to network.ID) error {
		_, err := w.store.PostponeTopic(ctx, v, newAct(), topic, version, to)
		return err
	}
	wantCode(t, postpone(w.otherGuest, 1, later), network.CodeNotFound)
	wantCode(t, postpone(w.lille.director, 1, later), network.CodeForbidden)
	wantCode(t, postpone(w.lille.officer, 3, later), network.CodeConflict, "version")
	for _, to := range []network.ID{w.gathering, w.otherGathering, newID(), w.laterGathering(network.GatheringCancelled, "2026-12-01"), w.laterGathering(network.GatheringPublished, "2026-01-10")} {
		wantCode(t, postpone(w.lille.officer, 1, to), network.CodeInvalid, "input.gatheringId")
	}
	wantCode(t, postpone(w.lille.officer, 1, later), "")
	wantCode(t, postpone(w.lille.officer, 2, later), network.CodeInvalidTransition)
	w.want("its cell is free", w.sessions(topic), "[CANCELLED]")
	w.want("told", w.events(network.VerbTopicPostponed, topic), 1)

	var found struct {
		Nodes []struct {
			ID          network.ID
			PostponedTo *struct{ Name string }
			ResumedAs   *struct{ ID network.ID }
		}
	}
	query := fmt.Sprintf(`{ topics(filter: { postponedToId: %q }) { nodes { id postponedTo { name } resumedAs { id } } } }`, later)
	w.read(w.lyon.officer, query, &found)
	if len(found.Nodes) != 1 || found.Nodes[0].PostponedTo.Name != "Rencontre de Toulouse" || found.Nodes[0].ResumedAs != nil {
		t.Fatalf("%+v", found)
	}
	w.read(w.guest, query, &found)
	w.want("its gathering's guests know of the other, which is announced", found.Nodes[0].PostponedTo.Name, "Rencontre de Toulouse")

	// It is taken up again there, once.
	forum := newID()
	w.exec(`INSERT INTO forum (id, gathering_id, name, phase, facilitator_id) VALUES ($1, $2, 'Forum', 'COLLECTION', $3)`, forum, later, w.facilitator.StaffID)
	resume := func(origin network.ID) (network.ID, error) {
		return w.store.ProposeTopic(ctx, w.lyon.officer, newAct(), forum, NewTopic{Title: "De nouveau", Outcome: network.OutcomeExchange, Convene: true, Origin: origin})
	}
	_, err := resume(newID())
	wantCode(t, err, network.CodeNotFound)
	_, err = resume(w.topic(w.lille.officer, network.TopicProposed))
	wantCode(t, err, network.CodeInvalid, "input.originId")
	ids := make([]network.ID, 4)
	failures := together(4, func(i int) (err error) { ids[i], err = resume(topic); return err })
	w.want("once", succeeded(failures), 1)
	for i, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeConflict, "input.originId")
			continue
		}
		w.read(w.lyon.officer, query, &found)
		w.want("says as what", found.Nodes[0].ResumedAs.ID, ids[i])
		w.exec(`UPDATE topic SET state = 'HELD' WHERE id = $1`, ids[i])
	}
	var fate struct{ Fate network.TopicFate }
	w.read(w.guest, fmt.Sprintf(`{ topic(id: %q) { fate } }`, topic), &fate)
	w.want("what became of it is what became of that", fate.Fate, network.FateHeld)
}
