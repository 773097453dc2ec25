package db

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

// dueOn is by when a person says whether they keep the place they moved up to.
func (w *world) dueOn(v network.Viewer) network.Date {
	w.t.Helper()
	return one[network.Date](w, `SELECT due_on FROM task WHERE kind = 'KEEP_PLACE' AND state = 'OPEN' AND assignee_id = $1`, v.StaffID)
}

// promoted has the officer of Lyon move up to the only place of the gathering.
func (w *world) promoted() (registration network.ID) {
	w.t.Helper()
	w.room4(1)
	first := w.register(w.lille.officer)
	registration = w.register(w.lyon.officer)
	w.must(w.withdraw(w.lille.officer, first))
	return registration
}

func TestWhoIsAskedHasTheTimeThatOtherDatesLeave(t *testing.T) {
	w := newWorld(t)
	w.clock = time.Date(2026, 6, 20, 9, 0, 0, 0, time.UTC)
	w.promoted()
	w.want("at first", w.dueOn(w.lyon.officer), network.Date("2026-06-23"))
	w.clock = time.Date(2026, 6, 24, 9, 0, 0, 0, time.UTC)
	version := 1
	move := func(first, last network.Date) {
		t.Helper()
		words := w.words(w.nantes.centre)
		words.StartsOn, words.EndsOn, words.Capacity = first, last, new(int)
		*words.Capacity = 1
		w.must2(w.store.EditGathering(ctx, w.nantes.director, newAct(), w.gathering, version, words))
		version++
	}
	for _, c := range []struct {
		name        string
		first, last network.Date
		due         network.Date
	}{
		{"another last day changes nothing", thursday, "2026-06-27", "2026-06-23"},
		{"put off, they have as long as who moves up then", "2026-09-10", "2026-09-11", "2026-06-27"},
		{"brought forward, until the day before", "2026-06-26", "2026-06-27", "2026-06-25"},
		{"to the very day, until then", "2026-06-24", "2026-06-27", "2026-06-24"},
	} {
		move(c.first, c.last)
		w.want(c.name, w.dueOn(w.lyon.officer), c.due)
	}
	w.must2(w.store.CompleteTask(ctx, w.lyon.officer, newAct(), one[network.ID](w, `SELECT id FROM task WHERE kind = 'KEEP_PLACE'`)))
	move("2026-09-10", "2026-09-11")
	w.want("what was answered stays", one[network.Date](w, `SELECT due_on FROM task WHERE kind = 'KEEP_PLACE'`), network.Date("2026-06-24"))
}

// places tell what a viewer reads of those who have a place in the gathering, narrowed by a filter.
func (w *world) places(v network.Viewer, filter string) string {
	w.t.Helper()
	var g struct {
		Registrations struct {
			Nodes []struct{ PlaceAnswer *network.PlaceAnswer }
		}
	}
	w.read(v, fmt.Sprintf(`{ gathering(id: %q) { registrations(filter: {states: [REGISTERED] %s}) { nodes { placeAnswer } } } }`, w.gathering, filter), &g)
	var all []string
	for _, n := range g.Registrations.Nodes {
		if n.PlaceAnswer == nil {
			all = append(all, "–")
		} else {
			all = append(all, string(*n.PlaceAnswer))
		}
	}
	return strings.Join(all, " ")
}

func TestThoseWhoRunItSeeWhoKeepsThePlace(t *testing.T) {
	w := newWorld(t)
	id := w.promoted()
	w.exec(`INSERT INTO gathering_host (gathering_id, centre_id) VALUES ($1, $2)`, w.gathering, w.lille.centre)
	const awaited, kept = "placeAnswer: AWAITED", "placeAnswer: KEPT"
	w.want("asked", w.places(w.nantes.director, ""), "AWAITED")
	counted := func(v network.Viewer) *int {
		figures, err := w.store.ParticipantFigures(ctx, v, w.gathering)
		w.must(err)
		return figures.Awaited
	}
	w.want("counted", *counted(w.lille.assistant), 1)
	w.want("for those who run it", counted(w.nantes.officer) == nil && counted(w.lyon.director) == nil, true)
	w.must2(w.store.EditRegistration(ctx, w.nantes.assistant, newAct(), id, 2, []network.Date{friday}, nil))
	w.want("another's edit tells nothing", w.events(network.VerbRegistrationKept, w.gathering), 0)
	w.must2(w.store.EditRegistration(ctx, w.lyon.officer, newAct(), id, 3, []network.Date{thursday}, nil))
	w.must2(w.store.EditRegistration(ctx, w.lyon.officer, newAct(), id, 4, []network.Date{friday}, nil))
	w.want("not any more", *counted(w.coordinator), 0)
	w.want("told those who run it, once", one[int](w, `
		SELECT count(*) FROM event WHERE verb = 'REGISTRATION_KEPT' AND audience = 'EDITORS' AND gathering_id = $1 AND cardinality(audience_centres) = 2`, w.gathering), 1)
	for name, c := range map[string]struct {
		v            network.Viewer
		reads, found string
	}{
		"the host":                  {w.nantes.assistant, "KEPT", "KEPT"},
		"who organises with them":   {w.lille.director, "KEPT", "KEPT"},
		"the coordinator":           {w.coordinator, "KEPT", "KEPT"},
		"the person":                {w.lyon.officer, "KEPT", ""},
		"an officer of the host":    {w.nantes.officer, "–", ""},
		"the director of the other": {w.lyon.director, "–", ""},
	} {
		w.want(name+" reads", w.places(c.v, ""), c.reads)
		w.want(name+" finds", w.places(c.v, kept), c.found)
		w.want(name+" finds of those not heard from", w.places(c.v, awaited), "")
	}
	w.must(w.withdraw(w.lyon.officer, id))
	w.register(w.lyon.officer)
	w.want("a place had at once is not kept", w.places(w.nantes.director, ""), "–")
	w.register(w.guest)
	w.must(w.withdraw(w.lyon.officer, id))
	w.must2(w.store.CompleteTask(ctx, w.guest, newAct(), one[network.ID](w, `SELECT id FROM task WHERE state = 'OPEN' AND assignee_id = $1`, w.guest.StaffID)))
	w.want("a guest keeps it", w.places(w.nantes.director, kept), "KEPT")
	w.must2(w.store.CloseGathering(ctx, w.coordinator, newAct(), w.gathering, 1))
	w.want("and has kept it once it is over", w.places(w.nantes.director, ""), "KEPT")
}

func TestAClosedAccountGivesBackEveryPlaceAndHoldsNoOtherGathering(t *testing.T) {
	w := newWorld(t)
	accounts := w.closing()
	elsewhere, idle := newID(), newID()
	for _, id := range []network.ID{elsewhere, idle} {
		w.exec(`INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state) VALUES ($1, 'Autre', 'Nantes', '', $2, $3, 'LIVE')`, id, thursday, friday)
		w.exec(`INSERT INTO gathering_host (gathering_id, centre_id) VALUES ($1, $2)`, id, w.nantes.centre)
	}
	w.exec(`UPDATE gathering SET capacity = 1`)
	for _, g := range []network.ID{w.gathering, elsewhere} {
		for _, v := range []network.Viewer{w.lille.officer, w.lyon.officer} {
			w.must2(w.store.RegisterMyself(ctx, v, newAct(), g, []network.Date{thursday}, ""))
		}
	}
	holds := w.db.MustBegin()
	defer holds.Rollback()
	holds.MustExec(`SELECT FROM gathering WHERE id = $1 FOR UPDATE`, idle)
	soon, stop := context.WithTimeout(ctx, 20*time.Second)
	defer stop()
	w.must(accounts.DeactivateStaffMember(soon, w.admin, newAct(), w.lille.officer.StaffID, 1))
	w.want("the next has both", one[int](w, `SELECT count(*) FROM registration WHERE staff_id = $1 AND state = 'REGISTERED' AND promoted_at IS NOT NULL`, w.lyon.officer.StaffID), 2)
	for _, g := range []network.ID{w.gathering, elsewhere} {
		w.want("and is asked of each", w.tasks(w.lyon.officer, network.AsksKeepPlace, g), 1)
		w.want("told of each", one[int](w, `SELECT count(*) FROM event WHERE verb = 'REGISTRATION_PROMOTED' AND for_staff_id = $1 AND gathering_id = $2`, w.lyon.officer.StaffID, g), 1)
	}
}

// Whoever is registered while their account is closed has no place in the end,
// in a gathering they did not come to before either.
func TestNobodyIsRegisteredBehindTheClosingOfTheirAccount(t *testing.T) {
	w := newWorld(t)
	accounts := w.closing()
	for round := range 8 {
		w.exec(`DELETE FROM registration`)
		w.exec(`UPDATE staff_member SET active = true, version = 1`)
		w.register(w.lille.officer)
		failures := together(5, func(i int) error {
			switch i {
			case 0:
				return accounts.DeactivateStaffMember(ctx, w.admin, newAct(), w.lille.officer.StaffID, 1)
			case 1:
				return accounts.DeactivateStaffMember(ctx, w.admin, newAct(), w.lille.officer2.StaffID, 1)
			}
			people := []network.ID{w.lille.officer.StaffID, w.lille.officer2.StaffID}
			if i == 4 {
				people[0], people[1] = people[1], people[0]
			}
			_, err := w.store.RegisterColleagues(ctx, w.coordinator, newAct(), w.otherGathering, people, []network.Date{thursday})
			return err
		})
		w.must(failures[0])
		w.must(failures[1])
		for _, err := range failures[2:] {
			if err != nil {
				wantCode(t, err, network.CodeInvalid, "input.staffMemberIds")
			}
		}
		w.want(fmt.Sprintf("round %d", round), one[int](w, `SELECT count(*) FROM registration WHERE state <> 'WITHDRAWN'`), 0)
	}
}

func TestTheTeamThatIsNotComingIsFound(t *testing.T) {
	w := newWorld(t)
	w.room4(1)
	w.register(w.lille.officer)
	w.register(w.lille.officer2)
	w.must(w.withdraw(w.lille.information, w.register(w.lille.information)))
	var found struct {
		Nodes []struct{ ID network.ID }
	}
	ids := func(v network.Viewer) map[network.ID]bool {
		w.read(v, fmt.Sprintf(`{ staffMembers(filter: {centreId: %q, notComingTo: %q}) { nodes { id } } }`, w.lille.centre, w.gathering), &found)
		all := map[network.ID]bool{}
		for _, n := range found.Nodes {
			all[n.ID] = true
		}
		return all
	}
	mine := ids(w.lille.assistant)
	for name, c := range map[string]struct {
		v    network.Viewer
		here bool
	}{
		"who has a place": {w.lille.officer, false}, "who waits": {w.lille.officer2, false},
		"who has given it back": {w.lille.information, true}, "who never had one": {w.lille.director, true},
	} {
		w.want(name, mine[c.v.StaffID], c.here)
	}
	w.want("guests have no directory", len(ids(w.guest)), 0)
}
