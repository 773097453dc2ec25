package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

// TestForumActsAreFewStatements: an act of the forum takes eight statements at
// most, its facts and its result included.
func TestForumActsAreFewStatements(t *testing.T) {
	w := newWorld(t)
	counted := w.countStatements()
	topic := w.topic(w.lille.officer, network.TopicProposed)
	other := w.topic(w.lyon.officer, network.TopicProposed)
	w.star(topic, w.guest, w.nantes.officer)
	w.star(other, w.guest)
	w.must(w.place(w.facilitator, other, 0, 1))
	for _, step := range []struct {
		name  string
		phase network.ForumPhase
		most  int64
		do    func() error
	}{
		{"propose", network.PhaseMarketplace, 4, func() error {
			_, err := w.propose(w.guest, NewTopic{Title: "Sujet", Themes: []network.ID{w.cites}, Convene: true})
			return err
		}},
		{"star", network.PhaseMarketplace, 3, func() error {
			_, err := w.store.StarTopic(ctx, w.lyon.director, newAct(), topic)
			return err
		}},
		{"edit", network.PhaseMarketplace, 4, func() error {
			_, err := w.store.EditTopic(ctx, w.lille.officer, newAct(), topic, 1, TopicEdit{Title: "Mieux", Outcome: network.OutcomeExchange, Themes: []network.ID{w.emploi}})
			return err
		}},
		{"place", network.PhaseMarketplace, 6, func() error { return w.place(w.lille.officer, topic, 0, 0) }},
		{"check in", network.PhaseSessions, 3, func() error {
			_, err := w.store.CheckIn(ctx, w.guest, newAct(), topic, "")
			return err
		}},
		{"move", network.PhaseSessions, 7, func() error { return w.place(w.lille.officer, topic, 0, 2) }},
		{"start", network.PhaseSessions, 3, func() error {
			_, err := w.store.StartTopic(ctx, w.lille.officer, newAct(), topic, "")
			return err
		}},
		{"hold", network.PhaseSessions, 5, func() error {
			_, err := w.store.HoldTopic(ctx, w.lille.officer, newAct(), topic)
			return err
		}},
		{"write", network.PhaseHarvest, 5, func() error { return w.write(w.guest, topic, 0, "Un", w.guest.StaffID) }},
		{"write again", network.PhaseHarvest, 5, func() error { return w.write(w.guest, topic, 1, "Deux", w.lyon.officer.StaffID) }},
		{"publish", network.PhaseHarvest, 5, func() error {
			_, err := w.store.PublishHarvest(ctx, w.lille.officer, newAct(), topic, 2)
			return err
		}},
		{"cast", network.PhaseConvergence, 5, func() error { return w.cast(w.guest, topic, 2) }},
		{"close the vote", network.PhaseConvergence, 4, func() error { return w.moveForum(w.facilitator, 1, network.PhaseHarvest, "") }},
	} {
		w.phase(step.phase)
		counted.Store(0)
		w.must(step.do())
		if n := counted.Load(); n > step.most {
			t.Errorf("%s: %d statements, want %d at most", step.name, n, step.most)
		}
	}
}

// TestTopicListsAreFewStatements: the rows, their lists, and the count.
func TestTopicListsAreFewStatements(t *testing.T) {
	w := newWorld(t)
	for range 30 {
		w.topic(w.lille.officer, network.TopicProposed)
	}
	var answer struct {
		TotalCount int
		Nodes      []struct{ ID network.ID }
		PageInfo   struct {
			HasNextPage bool
			EndCursor   string
		}
	}
	const fields = `{ totalCount pageInfo { hasNextPage endCursor } nodes { id fate starCount themes { id } convener { name centre { name } } forum { name gathering { name } } } }`
	for _, order := range []string{"NEWEST", "STARS", "DOTS", "TITLE"} {
		seen := map[network.ID]bool{}
		after := ""
		for range 3 {
			n := w.read(w.guest, fmt.Sprintf(`{ topics(first: 12, orderBy: %s%s) %s }`, order, after, fields), &answer)
			if n > 3 {
				t.Errorf("%s: %d statements, want 3 at most", order, n)
			}
			for _, topic := range answer.Nodes {
				seen[topic.ID] = true
			}
			after = fmt.Sprintf(", after: %q", answer.PageInfo.EndCursor)
		}
		w.want(order+" shows every topic once", len(seen), 30)
		w.want("count", answer.TotalCount, 30)
		w.want("the end", answer.PageInfo.HasNextPage, false)
	}
}
