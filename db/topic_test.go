package db

import (
	"context"
	"fmt"
	"testing"

	"maillage/network"
)

var ctx = context.Background()

func (w *world) propose(v network.Viewer, n NewTopic) (network.ID, error) {
	if n.Outcome == "" {
		n.Outcome = network.OutcomeExchange
	}
	return w.store.ProposeTopic(ctx, v, newAct(n.Title), w.forum, n)
}

func (w *world) stateOf(topic network.ID) network.TopicState {
	w.t.Helper()
	return network.TopicState(one[string](w, `SELECT state FROM topic WHERE id = $1`, topic))
}

func (w *world) starsOf(topic network.ID) int {
	w.t.Helper()
	return one[int](w, `SELECT star_count FROM topic WHERE id = $1`, topic)
}

func TestProposeTopic(t *testing.T) {
	w := newWorld(t)
	for _, v := range []network.Viewer{w.lille.officer, w.lyon.assistant, w.coordinator, w.guest} {
		id, err := w.propose(v, NewTopic{Title: "  Accueillir les jeunes  ", Description: "Une\r\nidée", Themes: []network.ID{w.cites, w.emploi}, Convene: true})
		w.must(err)
		w.want("title", one[string](w, `SELECT title FROM topic WHERE id = $1`, id), "Accueillir les jeunes")
		w.want("convener", network.ID(one[string](w, `SELECT convener_id FROM topic WHERE id = $1`, id)), v.StaffID)
		w.want("themes", one[int](w, `SELECT count(*) FROM topic_theme WHERE topic_id = $1`, id), 2)
		w.want("told", w.events(network.VerbTopicProposed, id), 1)
	}
	free, err := w.propose(w.lille.officer, NewTopic{Title: "À prendre"})
	w.must(err)
	w.want("no convener", one[bool](w, `SELECT convener_id IS NULL FROM topic WHERE id = $1`, free), true)

	for _, c := range []struct {
		name  string
		v     network.Viewer
		n     NewTopic
		code  network.Code
		field string
	}{
		{"anonymous", w.anonymous, NewTopic{Title: "Sujet"}, network.CodeUnauthenticated, ""},
		{"guest of another gathering", w.otherGuest, NewTopic{Title: "Sujet"}, network.CodeNotFound, ""},
		{"no title", w.lille.officer, NewTopic{Title: " \n "}, network.CodeInvalid, "input.title"},
		{"a title that hides", w.lille.officer, NewTopic{Title: "a\u202eb"}, network.CodeInvalid, "input.title"},
		{"an unknown theme", w.lille.officer, NewTopic{Title: "Sujet", Themes: []network.ID{newID()}}, network.CodeInvalid, "input.themeIds"},
		{"no such outcome", w.lille.officer, NewTopic{Title: "Sujet", Outcome: "FAME"}, network.CodeInvalid, "input.intendedOutcome"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := w.propose(c.v, c.n)
			wantCode(t, err, c.code, c.field)
		})
	}
	reader := w.lille.officer
	reader.ReadOnly = true
	_, err = w.propose(reader, NewTopic{Title: "Sujet"})
	wantCode(t, err, network.CodeForbidden)
	for _, phase := range []network.ForumPhase{network.PhasePreparation, network.PhaseSessions, network.PhaseClosed} {
		w.phase(phase)
		_, err := w.propose(w.facilitator, NewTopic{Title: "Trop tard"})
		wantCode(t, err, network.CodeForbidden)
	}
}

func TestATopicProposedTwiceIsProposedOnce(t *testing.T) {
	w := newWorld(t)
	a := newAct("Sujet")
	n := NewTopic{Title: "Sujet", Outcome: network.OutcomeExchange}
	first, err := w.store.ProposeTopic(ctx, w.guest, a, w.forum, n)
	w.must(err)
	again, err := w.store.ProposeTopic(ctx, w.guest, a, w.forum, n)
	w.must(err)
	w.want("the same", again, first)
	ids := make([]network.ID, 4)
	b := newAct("Autre")
	for _, err := range together(4, func(i int) (err error) {
		ids[i], err = w.store.ProposeTopic(ctx, w.guest, b, w.forum, n)
		return err
	}) {
		w.must(err)
	}
	for _, id := range ids {
		w.want("the same", id, ids[0])
	}
	w.want("topics", one[int](w, `SELECT count(*) FROM topic`), 2)
	_, err = w.store.ProposeTopic(ctx, w.guest, a.again("Tout autre"), w.forum, n)
	wantCode(t, err, network.CodeReplayMismatch, "input.clientMutationId")
}

func TestTheWallHasAnEnd(t *testing.T) {
	w := newWorld(t)
	w.exec(`
		INSERT INTO topic (id, forum_id, gathering_id, title, author_id, intended_outcome, created_at)
		SELECT gen_random_uuid(), $1, $2, 'Sujet', $3, 'EXCHANGE', now()
		  FROM generate_series(1, 199)`, w.forum, w.gathering, w.lille.officer.StaffID)
	failures := together(4, func(int) error {
		_, err := w.propose(w.lille.officer, NewTopic{Title: "Encore"})
		return err
	})
	w.want("room for one", succeeded(failures), 1)
	_, err := w.propose(w.lille.officer, NewTopic{Title: "Encore"})
	wantCode(t, err, network.CodeLimited)
}

func TestEditTopic(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicPitched)
	w.exec(`UPDATE topic SET description = 'Avant' WHERE id = $1`, topic)
	w.exec(`INSERT INTO topic_theme (topic_id, theme_id) VALUES ($1, $2)`, topic, w.cites)
	edit := func(v network.Viewer, version int, e TopicEdit) error {
		if e.Outcome == "" {
			e.Outcome = network.OutcomeProduction
		}
		_, err := w.store.EditTopic(ctx, v, newAct(), topic, version, e)
		return err
	}
	for _, v := range []network.Viewer{w.lille.director, w.lyon.officer, w.guest, w.admin} {
		wantCode(t, edit(v, 1, TopicEdit{Title: "Le mien"}), network.CodeForbidden)
	}
	wantCode(t, edit(w.otherGuest, 1, TopicEdit{Title: "Le mien"}), network.CodeNotFound)
	wantCode(t, edit(w.lille.officer, 1, TopicEdit{Title: "Mieux"}), "")
	w.want("kept", one[string](w, `SELECT description FROM topic WHERE id = $1`, topic), "Avant")
	w.want("kept themes", one[int](w, `SELECT count(*) FROM topic_theme WHERE topic_id = $1`, topic), 1)
	stale := wantCode(t, edit(w.facilitator, 1, TopicEdit{Title: "Perdu"}), network.CodeConflict, "version")
	w.want("version", stale.Version, 2)
	none := ""
	wantCode(t, edit(w.coordinator, 2, TopicEdit{Title: "Clair", Description: &none, Themes: []network.ID{}}), "")
	w.want("emptied", one[string](w, `SELECT title || description || intended_outcome FROM topic WHERE id = $1`, topic), "ClairPRODUCTION")
	w.want("no themes", one[int](w, `SELECT count(*) FROM topic_theme WHERE topic_id = $1`, topic), 0)

	failures := together(5, func(int) error { return edit(w.lille.officer, 3, TopicEdit{Title: "Ensemble"}) })
	w.want("one of five", succeeded(failures), 1)
	w.phase(network.PhaseConvergence)
	wantCode(t, edit(w.facilitator, 4, TopicEdit{Title: "Trop tard"}), network.CodeForbidden)
}

func TestWithdrawTopic(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	w.must(w.place(w.facilitator, topic, 0, 0))
	withdraw := func(v network.Viewer, version int) error {
		_, err := w.store.WithdrawTopic(ctx, v, newAct(), topic, version)
		return err
	}
	wantCode(t, withdraw(w.lille.officer2, 1), network.CodeForbidden)
	wantCode(t, withdraw(w.otherGuest, 1), network.CodeNotFound)
	wantCode(t, withdraw(w.lille.officer, 7), network.CodeConflict)
	wantCode(t, withdraw(w.lille.officer, 1), "")
	w.want("state", w.stateOf(topic), network.TopicWithdrawn)
	w.want("the cell is free", one[string](w, `SELECT state FROM occurrence WHERE topic_id = $1`, topic), "CANCELLED")
	told := wantCode(t, withdraw(w.lille.officer, 2), network.CodeInvalidTransition)
	w.want("told", told.State+fmt.Sprint(told.Open), "WITHDRAWN[]")
	held := w.topic(w.lille.officer, network.TopicHeld)
	_, err := w.store.WithdrawTopic(ctx, w.facilitator, newAct(), held, 1)
	wantCode(t, err, network.CodeInvalidTransition)
}

func TestTakeTopic(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	take := func(v network.Viewer) error {
		_, err := w.store.TakeTopic(ctx, v, newAct(), topic)
		return err
	}
	wantCode(t, take(w.lyon.officer), network.CodeConflict)
	w.exec(`UPDATE topic SET convener_id = NULL WHERE id = $1`, topic)
	wantCode(t, take(w.otherGuest), network.CodeNotFound)

	w.must(w.place(w.facilitator, topic, 0, 0))
	busy := w.topic(w.lyon.officer, network.TopicProposed)
	w.must(w.place(w.lyon.officer, busy, 0, 1))
	told := wantCode(t, take(w.lyon.officer), network.CodeConflict)
	w.want("elsewhere", told.Key, "convener_elsewhere")

	people := []network.Viewer{w.guest, w.nantes.officer, w.nantes.director, w.lille.officer}
	failures := together(len(people), func(i int) error { return take(people[i]) })
	w.want("one takes it", succeeded(failures), 1)
	w.want("told once", w.events(network.VerbTopicTaken, topic), 1)
	w.phase(network.PhaseConvergence)
	wantCode(t, take(w.lyon.director), network.CodeForbidden)
}

func TestStarsAreCountedOnce(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	people := []network.Viewer{w.guest, w.nantes.officer, w.lyon.director, w.coordinator}
	for _, err := range together(20, func(i int) error {
		_, err := w.store.StarTopic(ctx, people[i%len(people)], newAct(), topic)
		return err
	}) {
		w.must(err)
	}
	w.want("stars", w.starsOf(topic), len(people))
	w.want("told", w.events(network.VerbTopicStarred, topic), len(people))
	for _, err := range together(6, func(int) error {
		_, err := w.store.UnstarTopic(ctx, w.guest, newAct(), topic)
		return err
	}) {
		w.must(err)
	}
	w.want("stars", w.starsOf(topic), len(people)-1)
	w.want("told", w.events(network.VerbTopicUnstarred, topic), 1)
	w.want("the topic is not edited by it", one[int](w, `SELECT version FROM topic WHERE id = $1`, topic), 1)

	star := func(v network.Viewer, topic network.ID) error {
		_, err := w.store.StarTopic(ctx, v, newAct(), topic)
		return err
	}
	wantCode(t, star(w.otherGuest, topic), network.CodeNotFound)
	wantCode(t, star(w.anonymous, topic), network.CodeUnauthenticated)
	wantCode(t, star(w.guest, newID()), network.CodeNotFound)
	wantCode(t, star(w.guest, w.topic(w.lille.officer, network.TopicWithdrawn)), network.CodeInvalidTransition)
	w.phase(network.PhaseConvergence)
	wantCode(t, star(w.guest, topic), network.CodeForbidden)
}

func TestPitchTopic(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	pitch := func(v network.Viewer) error {
		_, err := w.store.PitchTopic(ctx, v, newAct(), topic)
		return err
	}
	wantCode(t, pitch(w.lille.officer), network.CodeForbidden)
	wantCode(t, pitch(w.otherGuest), network.CodeNotFound)
	w.phase(network.PhaseSessions)
	wantCode(t, pitch(w.facilitator), network.CodeForbidden)
	w.phase(network.PhaseMarketplace)
	wantCode(t, pitch(w.facilitator), "")
	w.want("state", w.stateOf(topic), network.TopicPitched)
	wantCode(t, pitch(w.facilitator), network.CodeInvalidTransition)
}

func TestTopicsAreFoundAndSorted(t *testing.T) {
	w := newWorld(t)
	titles := map[string]network.ID{}
	for i, title := range []string{"Zones rurales", "École ouverte", "Emploi des jeunes", "Égalité"} {
		id := w.topic(w.lille.officer, network.TopicProposed)
		w.exec(`UPDATE topic SET title = $2, created_at = $3 WHERE id = $1`, id, title, w.clock.AddDate(0, 0, i))
		titles[title] = id
	}
	w.star(titles["Emploi des jeunes"], w.guest, w.lyon.officer)
	w.star(titles["Zones rurales"], w.guest)
	w.exec(`INSERT INTO topic_theme (topic_id, theme_id) VALUES ($1, $2)`, titles["Égalité"], w.formation)
	w.exec(`UPDATE topic SET state = 'HELD', convener_id = $2 WHERE id = $1`, titles["Zones rurales"], w.nantes.officer.StaffID)

	staff := w.lyon.assistant
	for _, c := range []struct {
		v          network.Viewer
		args, want string
	}{
		{staff, ``, `["Égalité" "Emploi des jeunes" "École ouverte" "Zones rurales"]`},
		{staff, `(orderBy: TITLE)`, `["École ouverte" "Égalité" "Emploi des jeunes" "Zones rurales"]`},
		{staff, `(orderBy: STARS, filter: {states: [HELD, PROPOSED], forumId: "` + string(w.forum) + `", search: "E"})`,
			`["Emploi des jeunes" "Zones rurales" "Égalité" "École ouverte"]`},
		{staff, `(filter: {search: "ECOLE"})`, `["École ouverte"]`},
		{staff, `(filter: {search: "%"})`, `[]`},
		{staff, `(filter: {themeId: "` + string(w.formation) + `"})`, `["Égalité"]`},
		{staff, `(filter: {states: [HELD]})`, `["Zones rurales"]`},
		{staff, `(filter: {fates: [HELD]})`, `["Zones rurales"]`},
		{staff, `(filter: {gatheringId: "` + string(w.otherGathering) + `"})`, `[]`},
		{w.nantes.officer, `(filter: {mine: true})`, `["Zones rurales"]`},
		{w.guest, `(filter: {mine: true}, orderBy: TITLE)`, `["Emploi des jeunes" "Zones rurales"]`},
		{w.otherGuest, ``, `[]`},
	} {
		w.want(c.args, w.titles(c.v, "topics"+c.args), c.want)
	}
}

// TestNoOrderTellsTheDots: before the vote is closed the order by dots is that
// of their absence.
func TestNoOrderTellsTheDots(t *testing.T) {
	w := newWorld(t)
	var topics []network.ID
	for range 4 {
		topics = append(topics, w.topic(w.lille.officer, network.TopicHeld))
	}
	order := func() (got []network.ID) {
		var answer struct{ Nodes []struct{ ID network.ID } }
		w.read(w.lyon.officer, `{ topics(orderBy: DOTS) { nodes { id } } }`, &answer)
		for _, n := range answer.Nodes {
			got = append(got, n.ID)
		}
		return got
	}
	before := fmt.Sprint(order())
	w.phase(network.PhaseConvergence)
	w.must(w.cast(w.lyon.officer, topics[1], 4))
	w.must(w.cast(w.lyon.officer, topics[0], 1))
	w.want("order during the vote", fmt.Sprint(order()), before)
	w.must(w.moveForum(w.facilitator, 1, network.PhaseHarvest, ""))
	after := order()
	w.want("first", after[0], topics[1])
	w.want("second", after[1], topics[0])
}
