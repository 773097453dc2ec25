package db

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

func (w *world) wall(v network.Viewer) (NewWall, error) {
	return w.store.CreateWall(ctx, v, newAct(), w.gathering)
}

func TestALinkOpensTheWallUntilItIsRevoked(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		name string
		v    network.Viewer
		code network.Code
	}{
		{"anonymous", w.anonymous, network.CodeUnauthenticated},
		{"guest", w.guest, network.CodeForbidden},
		{"guest of another gathering", w.otherGuest, network.CodeNotFound},
		{"officer of the host", w.nantes.officer, network.CodeForbidden},
		{"another centre", w.lyon.director, network.CodeForbidden},
		{"admin", w.admin, network.CodeForbidden},
		{"assistant of the host", w.nantes.assistant, ""},
		{"director of the host", w.nantes.director, ""},
		{"facilitator", w.facilitator, ""},
		{"coordinator", w.coordinator, ""},
	} {
		_, err := w.wall(c.v)
		t.Run(c.name, func(t *testing.T) { wantCode(t, err, c.code) })
	}
	_, err := w.store.CreateWall(ctx, w.coordinator, newAct(), newID())
	wantCode(t, err, network.CodeNotFound)

	once := newAct()
	made, err := w.store.CreateWall(ctx, w.facilitator, once, w.gathering)
	w.must(err)
	again, err := w.store.CreateWall(ctx, w.facilitator, once, w.gathering)
	w.must(err)
	w.want("the same link", again.ID, made.ID)
	w.want("its secret is told once", again.Secret, "")
	w.want("and kept nowhere", one[int](w, `SELECT count(*) FROM wall_link w WHERE to_jsonb(w)::text LIKE '%' || $1 || '%'`, made.Secret[8:]), 0)
	w.want("nor in what a repeat is given", one[int](w, `SELECT count(*) FROM mutation_result WHERE result::text LIKE '%mlg_wal_%'`), 0)

	link, gathering, err := w.store.WallOf(ctx, made.Secret)
	w.must(err)
	w.want("opens", link+gathering, made.ID+w.gathering)
	for name, wrong := range map[string]string{
		"none": "", "of another kind": newSecret(personalTokenPrefix), "never made": newSecret(wallPrefix),
		"mistyped": swapped(made.Secret, 20), "cut": made.Secret[:20],
	} {
		if _, _, err := w.store.WallOf(ctx, wrong); !network.IsCode(err, network.CodeNotFound) {
			t.Errorf("a secret %s: %v", name, err)
		}
	}

	revoke := func(v network.Viewer) error { _, err := w.store.RevokeWall(ctx, v, newAct(), made.ID); return err }
	wantCode(t, revoke(w.lyon.director), network.CodeNotFound)
	wantCode(t, revoke(w.guest), network.CodeNotFound)
	for range 2 {
		wantCode(t, revoke(w.nantes.assistant), "")
	}
	w.want("told once", w.events(network.VerbWallRevoked, w.gathering), 1)
	_, _, err = w.store.WallOf(ctx, made.Secret)
	wantCode(t, err, network.CodeNotFound)
}

// swapped is a secret with two neighbours exchanged that differ.
func swapped(secret string, from int) string {
	for secret[from] == secret[from+1] {
		from++
	}
	return secret[:from] + secret[from+1:from+2] + secret[from:from+1] + secret[from+2:]
}

func TestTheLinksOfAWallAreBounded(t *testing.T) {
	w := newWorld(t)
	w.exec(`
		INSERT INTO wall_link (id, gathering_id, hash, made_by, made_at)
		SELECT gen_random_uuid(), $1, sha256(n::text::bytea), $2, now()
		  FROM generate_series(2, $3) AS n`, w.gathering, w.coordinator.StaffID, network.WallsPerGathering)
	failures := together(4, func(int) error { _, err := w.wall(w.coordinator); return err })
	w.want("one of four", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeLimited)
		}
	}
	var read struct {
		Walls []struct{ RevokedAt *time.Time }
	}
	w.exec(`UPDATE wall_link SET revoked_at = now() WHERE id = (SELECT min(id::text)::uuid FROM wall_link)`)
	w.read(w.nantes.assistant, `{ gathering(id: "`+string(w.gathering)+`") { walls { revokedAt } } }`, &read)
	w.want("links", len(read.Walls), network.WallsPerGathering)
	w.want("the revoked one is last", read.Walls[len(read.Walls)-1].RevokedAt != nil, true)
	w.read(w.nantes.officer, `{ gathering(id: "`+string(w.gathering)+`") { walls { revokedAt } } }`, &read)
	w.want("links for who may make none", len(read.Walls), 0)
}

func TestTheWallShowsTheForumAndNobody(t *testing.T) {
	w := newWorld(t)
	first, second, later := w.twoSessions()
	w.star(first, w.guest, w.lyon.officer)
	for _, topic := range []network.ID{first, second} { // one person, in two rooms
		_, err := w.store.CheckIn(ctx, w.guest, newAct(), topic, "")
		w.must(err)
	}
	w.exec(`INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at, speaker) VALUES
		($1, $2, 'Hier', 'PLENARY', $4::timestamptz - interval '1 day', $4::timestamptz - interval '23 hours', ''),
		($3, $2, 'Ouverture', 'PLENARY', $4::timestamptz + interval '1 hour', $4::timestamptz + interval '2 hours', 'Nom de quelqu''un')`,
		newID(), w.gathering, newID(), w.clock)
	w.topic(w.lille.officer, network.TopicWithdrawn)
	wall, err := w.store.Wall(ctx, w.gathering)
	w.must(err)
	w.want("phase", *wall.Phase, network.PhaseSessions)
	w.want("counters", wall.Counters, network.WallCounters{Topics: 3, Stars: 2, Running: 2, People: 1})
	w.want("slots, spaces, topics, agenda", []int{len(wall.Slots), len(wall.Spaces), len(wall.Topics), len(wall.Agenda)}[2], 3)
	w.want("agenda", wall.Agenda[0].Title, "Ouverture")
	for _, topic := range wall.Topics {
		here := map[network.ID]int{first: 0, second: 1, later: 0}[topic.ID]
		if topic.SlotID == nil || topic.SpaceID == nil || topic.Here != here || topic.Dots != nil {
			t.Errorf("%+v, want %d here", topic, here)
		}
	}
	text, err := json.Marshal(wall)
	w.must(err)
	if strings.Contains(string(text), "Nom ") || strings.Contains(string(text), "Prénom") {
		t.Errorf("the wall names somebody: %s", text)
	}

	w.want("nothing has the floor", wall.OnStage == nil && wall.SpotlightID == nil, true)
	item := newID()
	w.exec(`INSERT INTO spotlight (forum_id, topic_id) VALUES ($1, $2)`, w.forum, first)
	w.exec(`INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at) VALUES ($1, $2, 'Débat', 'QUESTIONS', $3::timestamptz - interval '1 hour', $3::timestamptz)`,
		item, w.gathering, w.clock)
	w.exec(`INSERT INTO stage (agenda_item_id, gathering_id, takes_questions, anonymous_allowed, premoderated, questions_open) VALUES ($1, $2, true, true, false, true)`,
		item, w.gathering)
	w.exec(`INSERT INTO live_question (id, agenda_item_id, gathering_id, text, state, anonymous, author_id, created_at, published_at)
		VALUES ($1, $2, $3, 'Quand ?', 'ON_STAGE', false, $4, now(), now())`, newID(), item, w.gathering, w.lille.officer.StaffID)
	wall, err = w.store.Wall(ctx, w.gathering)
	w.must(err)
	w.want("who speaks", *wall.SpotlightID, first)
	w.want("the question on stage", *wall.OnStage, network.WallQuestion{Item: "Débat", Text: "Quand ?"})
	w.exec(`UPDATE agenda_item SET starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour' WHERE id = $1`, item)
	wall, err = w.store.Wall(ctx, w.gathering)
	w.must(err)
	w.want("one that was forgotten there", wall.OnStage == nil, true)

	w.exec(`INSERT INTO topic_dot (topic_id, staff_id, count, at) VALUES ($1, $2, 3, now()), ($3, $2, 1, now())`, later, w.guest.StaffID, first)
	wall, err = w.store.Wall(ctx, w.gathering)
	w.must(err)
	w.want("dots, all together", wall.Counters.Dots, 4)
	w.closeVote()
	wall, err = w.store.Wall(ctx, w.gathering)
	w.must(err)
	w.want("most dots first", wall.Topics[0].ID, later)
	w.want("counted", *wall.Topics[0].Dots, 3)

	w.exec(`INSERT INTO gathering (id, name, city, starts_on, ends_on, state) VALUES ($1, 'Sans forum', 'Brest', '2026-01-01', '2026-01-02', 'PUBLISHED')`, later)
	if wall, err = w.store.Wall(ctx, later); err != nil || wall.ForumID != nil || wall.Phase != nil {
		t.Errorf("%+v, %v", wall, err)
	}
}

func TestAWallIsToldThatItMovesAndWhenItIsOver(t *testing.T) {
	w := newWorld(t)
	j := followed(w)
	made, err := w.wall(w.coordinator)
	w.must(err)
	other, err := w.wall(w.coordinator)
	w.must(err)
	live, err := j.FollowGathering(t.Context(), w.gathering, func(ctx context.Context) bool {
		_, _, err := w.store.WallOf(ctx, made.Secret)
		return err == nil
	})
	w.must(err)
	<-live
	topic := w.topic(w.lille.officer, network.TopicHeld)
	elsewhere, err := w.store.ProposeTopic(ctx, w.coordinator, newAct(), w.otherForum, NewTopic{Title: "Ailleurs", Outcome: network.OutcomeExchange})
	w.must(err)
	w.phase(network.PhaseConvergence)
	_, err = w.store.CastDots(ctx, w.guest, newAct(), topic, 2) // told to the voter alone
	w.must(err)
	for told := network.EventVerb(""); told != network.VerbDotsCast; { // the links' making may come first
		fact := take(t, live, 1)[0].Fact
		w.want("what is elsewhere", fact.TopicID == elsewhere, false)
		told = fact.Verb
	}
	_, err = w.store.RevokeWall(ctx, w.coordinator, newAct(), other.ID)
	w.must(err)
	take(t, live, 1) // another link's end is not this one's
	_, err = w.store.RevokeWall(ctx, w.coordinator, newAct(), made.ID)
	w.must(err)
	for range live { // ends
	}
}
