package db

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"maillage/network"
)

func (w *world) moveForum(v network.Viewer, version int, to network.ForumPhase, reason string) error {
	_, err := w.store.MoveForum(context.Background(), v, newAct(), w.forum, version, to, reason)
	return err
}

func TestMoveForum(t *testing.T) {
	w := newWorld(t)
	wantCode(t, w.moveForum(w.nantes.officer, 1, network.PhaseSessions, ""), network.CodeForbidden)
	wantCode(t, w.moveForum(w.lille.director, 1, network.PhaseSessions, ""), network.CodeForbidden)
	wantCode(t, w.moveForum(w.admin, 1, network.PhaseSessions, ""), network.CodeForbidden)
	wantCode(t, w.moveForum(w.guest, 1, network.PhaseSessions, ""), network.CodeForbidden)
	wantCode(t, w.moveForum(w.otherGuest, 1, network.PhaseSessions, ""), network.CodeNotFound)
	wantCode(t, w.moveForum(w.anonymous, 1, network.PhaseSessions, ""), network.CodeUnauthenticated)

	told := wantCode(t, w.moveForum(w.facilitator, 1, network.PhaseClosed, ""), network.CodeInvalidTransition)
	w.want("state told", told.State, "MARKETPLACE")
	w.want("open told", strings.Join(told.Open, " "), "SESSIONS COLLECTION")

	wantCode(t, w.moveForum(w.facilitator, 1, network.PhaseSessions, ""), "")
	stale := wantCode(t, w.moveForum(w.facilitator, 1, network.PhaseConvergence, ""), network.CodeConflict)
	w.want("version told", stale.Version, 2)
	wantCode(t, w.moveForum(w.coordinator, 2, network.PhaseMarketplace, " \n"), network.CodeInvalid, "input.reason")
	wantCode(t, w.moveForum(w.coordinator, 2, network.PhaseMarketplace, "Une salle a fermé."), "")
	w.want("phase", one[string](w, `SELECT phase FROM forum WHERE id = $1`, w.forum), "MARKETPLACE")
	w.want("the reason is told", one[string](w, `
		SELECT data->>'excerpt'
		  FROM event
		 WHERE object_id = $1
		 ORDER BY id DESC
		 LIMIT 1`, w.forum), "Une salle a fermé.")
	w.want("moves told", w.events(network.VerbForumMoved, w.forum), 2)
}

func TestMoveForumIsDoneOnce(t *testing.T) {
	w := newWorld(t)
	a := newAct(1)
	for range 2 {
		id, err := w.store.MoveForum(context.Background(), w.facilitator, a, w.forum, 1, network.PhaseSessions, "")
		w.must(err)
		w.want("forum", id, w.forum)
	}
	w.want("version", one[int](w, `SELECT version FROM forum WHERE id = $1`, w.forum), 2)
	_, err := w.store.MoveForum(context.Background(), w.facilitator, a.again(2), w.forum, 2, network.PhaseConvergence, "")
	wantCode(t, err, network.CodeReplayMismatch)
}

func TestTwoWhoMoveAForumMoveItOnce(t *testing.T) {
	w := newWorld(t)
	failures := together(6, func(int) error { return w.moveForum(w.facilitator, 1, network.PhaseSessions, "") })
	w.want("moves", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeConflict)
		}
	}
	w.want("version", one[int](w, `SELECT version FROM forum WHERE id = $1`, w.forum), 2)
}

func TestTheVoteIsClosedForGood(t *testing.T) {
	for _, away := range []network.ForumPhase{network.PhaseHarvest, network.PhaseSessions} {
		t.Run(string(away), func(t *testing.T) {
			w := newWorld(t)
			w.phase(network.PhaseConvergence)
			topic := w.topic(w.lille.officer, network.TopicHeld)
			unloved := w.topic(w.lille.officer, network.TopicHeld)
			w.must(w.cast(w.lyon.officer, topic, 3))
			w.must(w.cast(w.guest, topic, 2))
			w.want("hidden", w.dots(w.facilitator, topic), "null")

			wantCode(t, w.moveForum(w.facilitator, 1, away, "Il le faut."), "")
			w.want("counted", w.dots(w.lyon.officer, topic), "5")
			w.want("counted, none", w.dots(w.lyon.officer, unloved), "0")

			back := map[network.ForumPhase]string{network.PhaseHarvest: "Encore un point.", network.PhaseSessions: ""}[away]
			wantCode(t, w.moveForum(w.facilitator, 2, network.PhaseConvergence, back), "")
			wantCode(t, w.cast(w.lyon.officer, topic, 1), network.CodeForbidden)
			w.want("still counted", w.dots(w.lyon.officer, topic), "5")
		})
	}
}

// dots is a topic's dotCount as it is answered.
func (w *world) dots(v network.Viewer, topic network.ID) string {
	w.t.Helper()
	var answer struct{ DotCount *int }
	w.read(v, fmt.Sprintf(`{ topic(id: %q) { dotCount } }`, topic), &answer)
	if answer.DotCount == nil {
		return "null"
	}
	return fmt.Sprint(*answer.DotCount)
}

// boardQuery is what the forum's page asks.
const boardQuery = `{
	forum(id: %q) {
		id name phase allowedTransitions convenersPlace dotsPerPerson viewerDotsUsed voteClosed version
		viewerCanPropose viewerCanFacilitate viewerCanStar viewerCanVote viewerCanOpenWorkingGroups
		gathering { id name }
		facilitator { id name }
		slots { id label startsAt endsAt }
		spaces { id name capacity }
		topics {
			id title state starCount viewerStarred viewerDots dotCount fate version allowedTransitions
			viewerCanStar viewerCanPlace viewerCanTake viewerCanEdit
			convener { id name centre { id shortName } }
			occurrence { id state participantCount viewerCheckedIn slot { id } space { id } }
		}
	}
}`

func TestTheBoardIsReadInFewStatements(t *testing.T) {
	w := newWorld(t)
	placed := w.topic(w.lille.officer, network.TopicProposed)
	w.star(placed, w.nantes.officer, w.guest)
	w.must(w.place(w.lille.officer, placed, 1, 2))
	for range 58 {
		w.topic(w.lyon.officer, network.TopicPitched)
	}
	late := w.topic(w.nantes.officer, network.TopicProposed)
	w.exec(`UPDATE topic SET convener_id = NULL, created_at = created_at + interval '1 hour' WHERE id = $1`, late)

	var forum struct {
		Slots, Spaces      []struct{ ID network.ID }
		AllowedTransitions []string
		ViewerCanPropose   bool
		Topics             []struct {
			ID            network.ID
			State         string
			StarCount     int
			ViewerStarred bool
			Convener      *struct {
				Name   string
				Centre struct{ ShortName string }
			}
			Occurrence *struct{ Slot, Space struct{ ID network.ID } }
		}
	}
	for _, v := range []network.Viewer{w.nantes.officer, w.guest, w.facilitator} {
		if n := w.read(v, fmt.Sprintf(boardQuery, w.forum), &forum); n > 6 {
			t.Errorf("%d statements, want 6 at most", n)
		}
		w.want("topics", len(forum.Topics), 60)
		w.want("slots", len(forum.Slots), 3)
		w.want("spaces", len(forum.Spaces), 3)
		first := forum.Topics[0]
		for _, topic := range forum.Topics {
			if topic.ID == placed {
				first = topic
			}
		}
		w.want("state", first.State, "SCHEDULED")
		w.want("stars", first.StarCount, 2)
		w.want("starred", first.ViewerStarred, v.StaffID != w.facilitator.StaffID)
		w.want("slot", first.Occurrence.Slot.ID, w.slots[1])
		w.want("space", first.Occurrence.Space.ID, w.spaces[2])
		w.want("centre", first.Convener.Centre.ShortName, "Centre Lille")
		w.want("the last one", forum.Topics[59].ID, late)
		w.want("nobody convenes", forum.Topics[59].Convener == nil, true)
		w.want("may propose", forum.ViewerCanPropose, true)
	}
	w.want("moves of the facilitator", strings.Join(forum.AllowedTransitions, " "), "SESSIONS COLLECTION")
}

func TestAForumIsItsGatherings(t *testing.T) {
	w := newWorld(t)
	w.topic(w.lille.officer, network.TopicProposed)
	for _, c := range []struct {
		name string
		v    network.Viewer
		sees bool
	}{
		{"staff", w.lyon.assistant, true}, {"admin", w.admin, true}, {"guest", w.guest, true},
		{"guest of another", w.otherGuest, false}, {"anonymous", w.anonymous, false},
	} {
		var forum, gathering *struct{ ID network.ID }
		w.read(c.v, fmt.Sprintf(`{ forum(id: %q) { id slots { id } spaces { id } } }`, w.forum), &forum)
		w.read(c.v, fmt.Sprintf(`{ gathering(id: %q) { id agenda { id } hosts { name } } }`, w.gathering), &gathering)
		var topics, gatherings struct {
			TotalCount int
			Nodes      []struct{ ID network.ID }
		}
		w.read(c.v, `{ topics { totalCount nodes { id } } }`, &topics)
		w.read(c.v, `{ gatherings { totalCount nodes { id } } }`, &gatherings)
		w.want(c.name+" sees the forum", forum != nil, c.sees)
		w.want(c.name+" sees the gathering, which is announced", gathering != nil, true)
		w.want(c.name+" sees topics", topics.TotalCount == 1 && len(topics.Nodes) == 1, c.sees)
		w.want(c.name+" sees gatherings", gatherings.TotalCount, 2)
	}
}
