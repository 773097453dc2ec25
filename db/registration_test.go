package db

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

const thursday, friday = network.Date("2026-06-25"), network.Date("2026-06-26")

// register registers a person themselves for both days, and gives the registration.
func (w *world) register(v network.Viewer) network.ID {
	w.t.Helper()
	made, err := w.store.RegisterMyself(ctx, v, newAct(), w.gathering, []network.Date{friday, thursday}, "")
	w.must(err)
	return made.Registration
}

func (w *world) colleagues(v network.Viewer, people ...network.Viewer) ([]network.ID, error) {
	ids := make([]network.ID, len(people))
	for i, p := range people {
		ids[i] = p.StaffID
	}
	return w.store.RegisterColleagues(ctx, v, newAct(), w.gathering, ids, []network.Date{thursday})
}

func (w *world) withdraw(v network.Viewer, registration network.ID) error {
	_, err := w.store.WithdrawRegistration(ctx, v, newAct(), registration)
	return err
}

func (w *world) room4(capacity int) {
	w.t.Helper()
	w.exec(`UPDATE gathering SET capacity = $2 WHERE id = $1`, w.gathering, capacity)
}

// standing tells where people stand: R with a place, W1 first to wait, – out.
func (w *world) standing(people ...network.Viewer) string {
	w.t.Helper()
	var all []string
	for _, v := range people {
		var g struct {
			ViewerRegistration *struct {
				State        network.RegistrationState
				WaitingPlace *int
			}
		}
		w.read(v, fmt.Sprintf(`{ gathering(id: %q) { viewerRegistration { state waitingPlace } } }`, w.gathering), &g)
		switch r := g.ViewerRegistration; {
		case r == nil || r.State == network.RegistrationWithdrawn:
			all = append(all, "–")
		case r.WaitingPlace != nil:
			all = append(all, fmt.Sprintf("W%d", *r.WaitingPlace))
		default:
			all = append(all, "R")
		}
	}
	return strings.Join(all, " ")
}

func TestOneRegistersForTheDaysOneComes(t *testing.T) {
	w := newWorld(t)
	made := newAct("first")
	days := []network.Date{friday, thursday, friday}
	of, err := w.store.RegisterMyself(ctx, w.lille.officer, made, w.gathering, days, " Sans gluten ")
	w.must(err)
	again, err := w.store.RegisterMyself(ctx, w.lille.officer, made, w.gathering, days, " Sans gluten ")
	w.must(err)
	w.want("repeated", again, of)
	_, err = w.store.RegisterMyself(ctx, w.lille.officer, made.again("other"), w.gathering, days, "")
	wantCode(t, err, network.CodeReplayMismatch)
	_, err = w.store.RegisterMyself(ctx, w.lille.officer, newAct(), w.gathering, days, "")
	w.want("what is open to who is registered", fmt.Sprint(wantCode(t, err, network.CodeInvalidTransition).Open), "[WITHDRAWN]")
	w.want("told once", w.events(network.VerbRegistrationMade, w.gathering), 1)
	w.want("days", one[string](w, `SELECT days::text FROM registration`), "{2026-06-25,2026-06-26}")
	w.want("needs", one[string](w, `SELECT needs FROM registration`), "Sans gluten")

	w.register(w.guest)
	for _, c := range []struct {
		name  string
		v     network.Viewer
		days  []network.Date
		needs string
		code  network.Code
		field string
	}{
		{"guest of another", w.otherGuest, days, "", network.CodeNotFound, ""},
		{"anonymous", w.anonymous, days, "", network.CodeUnauthenticated, ""},
		{"no day", w.lyon.officer, nil, "", network.CodeInvalid, "input.days"},
		{"the day before", w.lyon.officer, []network.Date{"2026-06-24", thursday}, "", network.CodeInvalid, "input.days"},
		{"the day after", w.lyon.officer, []network.Date{thursday, "2026-06-27"}, "", network.CodeInvalid, "input.days"},
		{"too many needs", w.lyon.officer, days, strings.Repeat("é", network.RegistrationNeedsMax+1), network.CodeInvalid, "input.needs"},
	} {
		_, err := w.store.RegisterMyself(ctx, c.v, newAct(), w.gathering, c.days, c.needs)
		if told := wantCode(t, err, c.code); c.field != "" && told.Field != c.field {
			t.Errorf("%s is told of %q", c.name, told.Field)
		}
	}
	for _, state := range []network.GatheringState{network.GatheringClosed, network.GatheringCancelled} {
		w.exec(`UPDATE gathering SET state = $2, published_at = now() WHERE id = $1`, w.gathering, state)
		_, err := w.store.RegisterMyself(ctx, w.lyon.officer, newAct(), w.gathering, days, "")
		wantCode(t, err, network.CodeInvalidTransition)
		wantCode(t, w.withdraw(w.lille.officer, of.Registration), network.CodeInvalidTransition)
	}
}

func TestCentresRegisterTheirOwnAndHostsAnyone(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		name string
		v    network.Viewer
		who  []network.Viewer
		code network.Code
	}{
		{"an officer", w.lille.officer, []network.Viewer{w.lille.officer2}, network.CodeForbidden},
		{"another centre's assistant", w.lyon.assistant, []network.Viewer{w.lyon.officer, w.lille.officer}, network.CodeForbidden},
		{"a centre's director for the national people", w.lyon.director, []network.Viewer{w.admin}, network.CodeForbidden},
		{"the administrator", w.admin, []network.Viewer{w.lille.officer}, network.CodeForbidden},
		{"a guest", w.guest, []network.Viewer{w.guest}, network.CodeForbidden},
		{"nobody", w.lille.assistant, nil, network.CodeInvalid},
		{"the guest of another", w.coordinator, []network.Viewer{w.otherGuest}, network.CodeInvalid},
		{"an assistant for two of theirs", w.lille.assistant, []network.Viewer{w.lille.officer2, w.lille.officer, w.lille.officer2}, ""},
		{"a director for a third", w.lille.director, []network.Viewer{w.lille.officer, w.lille.information}, ""},
		{"the hosts", w.nantes.assistant, []network.Viewer{w.lyon.officer, w.admin, w.guest}, ""},
		{"the coordinator", w.coordinator, []network.Viewer{w.lyon.director}, ""},
	} {
		_, err := w.colleagues(c.v, c.who...)
		wantCode(t, err, c.code)
	}
	w.want("registered", one[int](w, `SELECT count(*) FROM registration`), 7)
	w.want("the one named twice is in once, by the first", one[string](w, `SELECT by_id::text FROM registration WHERE staff_id = $1`, w.lille.officer.StaffID), string(w.lille.assistant.StaffID))
	w.want("told those concerned", one[int](w, `SELECT count(*) FROM event WHERE verb = 'REGISTRATION_MADE' AND for_staff_id = $1`, w.lille.officer.StaffID), 1)

	w.exec(`UPDATE staff_member SET active = false WHERE id = $1`, w.lyon.officer2.StaffID)
	_, err := w.colleagues(w.lyon.director, w.lyon.assistant, w.lyon.officer2)
	wantCode(t, err, network.CodeInvalid, "input.staffMemberIds")
	w.want("nobody of an act that is refused", w.standing(w.lyon.assistant), "–")
}

func TestBeyondItsCapacityOneWaits(t *testing.T) {
	w := newWorld(t)
	w.room4(2)
	first, second := w.register(w.lille.officer), w.register(w.lyon.officer)
	third := w.register(w.nantes.officer)
	_, err := w.colleagues(w.lille.assistant, w.lille.officer2, w.lille.director)
	w.must(err)
	line := []network.Viewer{w.lille.officer, w.lyon.officer, w.nantes.officer, w.lille.officer2, w.lille.director}
	w.want("at first", w.standing(line...), "R R W1 W2 W3")

	wantCode(t, w.withdraw(w.lyon.director, first), network.CodeForbidden)
	wantCode(t, w.withdraw(w.guest, first), network.CodeNotFound)
	w.must(w.withdraw(w.lille.officer, first))
	w.want("who is first has the place", w.standing(line...), "– R R W1 W2")
	w.want("and is told", one[int](w, `SELECT count(*) FROM event WHERE verb = 'REGISTRATION_PROMOTED' AND for_staff_id = $1`, w.nantes.officer.StaffID), 1)
	w.want("told on their home page", w.streamed(w.nantes.officer, network.VerbRegistrationPromoted), 1)
	wantCode(t, w.withdraw(w.lille.officer, first), network.CodeInvalidTransition)
	w.want("nobody moves twice", w.standing(line...), "– R R W1 W2")

	w.register(w.lille.officer)
	w.want("who comes again is last", w.standing(line...), "W3 R R W1 W2")
	w.want("by the same registration", one[int](w, `SELECT count(*) FROM registration WHERE staff_id = $1`, w.lille.officer.StaffID), 1)
	w.must(w.withdraw(w.lille.assistant, one[network.ID](w, `SELECT id FROM registration WHERE staff_id = $1`, w.lille.officer2.StaffID)))
	w.want("who leaves the line moves nobody up", w.standing(line...), "W2 R R – W1")

	edit := func(capacity *int) {
		t.Helper()
		words := w.words(w.nantes.centre)
		words.StartsOn, words.EndsOn, words.Capacity = thursday, friday, capacity
		version := one[int](w, `SELECT version FROM gathering WHERE id = $1`, w.gathering)
		w.must2(w.store.EditGathering(ctx, w.nantes.director, newAct(), w.gathering, version, words))
	}
	one, three := 1, 3
	edit(&one)
	w.want("a smaller room puts nobody out", w.standing(line...), "W2 R R – W1")
	w.must(w.withdraw(w.lyon.officer, second))
	w.must(w.withdraw(w.nantes.assistant, third))
	w.want("and lets nobody in before it is the case", w.standing(line...), "W1 – – – R")
	edit(&three)
	w.want("a larger one lets in who waits", w.standing(line...), "R – – – R")
	w.register(w.lyon.officer)
	w.register(w.nantes.officer)
	w.want("full again", w.standing(line...), "R R W1 – R")
	edit(nil)
	w.want("without limit, nobody waits", w.standing(line...), "R R R – R")
}

func TestWhoMovesUpSaysWhetherTheyKeepThePlace(t *testing.T) {
	w := newWorld(t)
	w.room4(2)
	first, second := w.register(w.lille.officer), w.register(w.lyon.officer)
	third, fourth, fifth := w.register(w.nantes.officer), w.register(w.guest), w.register(w.lille.director)
	asked := func(people ...network.Viewer) (all []int) {
		for _, v := range people {
			all = append(all, w.tasks(v, network.AsksKeepPlace, w.gathering))
		}
		return all
	}
	task := func(v network.Viewer) network.ID {
		return one[network.ID](w, `SELECT id FROM task WHERE kind = 'KEEP_PLACE' AND assignee_id = $1 ORDER BY created_at DESC LIMIT 1`, v.StaffID)
	}
	state := func(v network.Viewer) string {
		return one[string](w, `SELECT state FROM task WHERE id = $1`, task(v))
	}
	line := []network.Viewer{w.nantes.officer, w.guest, w.lille.director}
	w.want("who waits is asked nothing", fmt.Sprint(asked(line...)), "[0 0 0]")
	once := newAct()
	for range 2 {
		w.must2(w.store.WithdrawRegistration(ctx, w.lille.officer, once, first))
	}
	w.must(w.withdraw(w.lyon.officer, second))
	w.want("who has moved up is asked once", fmt.Sprint(asked(line...)), "[1 1 0]")

	var inbox struct {
		Tasks struct {
			Nodes []struct {
				Kind                             network.TaskKind
				DueOn                            network.Date
				ViewerCanComplete, ViewerCanDrop bool
				Subject                          struct{ Name string }
			}
		}
	}
	w.read(w.guest, `{ viewer { tasks { nodes { kind dueOn viewerCanComplete viewerCanDrop subject { ... on Gathering { name } } } } } }`, &inbox)
	if n := inbox.Tasks.Nodes; len(n) != 1 || n[0].Kind != network.AsksKeepPlace || n[0].Subject.Name != "Rencontre de Nantes" || !n[0].ViewerCanComplete || n[0].ViewerCanDrop ||
		n[0].DueOn != network.KeepPlaceBy(network.DateOf(w.clock), thursday) {
		t.Errorf("%+v", inbox)
	}
	_, err := w.store.CompleteTask(ctx, w.nantes.officer, newAct(), task(w.guest))
	wantCode(t, err, network.CodeNotFound)
	w.must2(w.store.CompleteTask(ctx, w.guest, newAct(), task(w.guest)))
	w.want("kept", state(w.guest)+" "+w.standing(w.guest), "DONE R")
	w.must2(w.store.EditRegistration(ctx, w.nantes.assistant, newAct(), third, 2, []network.Date{friday}, nil))
	w.want("another's edit answers nothing", fmt.Sprint(asked(w.nantes.officer)), "[1]")
	w.must2(w.store.EditRegistration(ctx, w.nantes.officer, newAct(), third, 3, []network.Date{thursday}, nil))
	w.want("one's own does", state(w.nantes.officer), "DONE")

	w.must(w.withdraw(w.guest, fourth))
	w.want("the next is asked", fmt.Sprint(asked(line...)), "[0 0 1]")
	w.must(w.withdraw(w.lille.director, fifth))
	w.want("given back", state(w.lille.director), "DONE")
	w.register(w.lille.officer)
	w.want("a free place is asked of nobody", fmt.Sprint(asked(w.lille.officer)), "[0]")
	back := w.register(w.lyon.officer)
	w.must(w.withdraw(w.nantes.officer, third))
	w.must(w.withdraw(w.nantes.assistant, back))
	w.want("taken from", state(w.lyon.officer), "DROPPED")

	w.clock = w.clock.Add(time.Minute)
	w.register(w.lyon.officer)
	w.register(w.guest)
	w.must(w.withdraw(w.lyon.officer, back))
	w.want("again", fmt.Sprint(asked(w.guest)), "[1]")
	w.must2(w.store.CloseGathering(ctx, w.coordinator, newAct(), w.gathering, 1))
	w.want("not any more", state(w.guest), "DROPPED")
}

// streamed counts the facts of a verb on a person's home page.
func (w *world) streamed(v network.Viewer, verb network.EventVerb) int {
	w.t.Helper()
	var read struct {
		Stream struct {
			Nodes []struct{ Verb network.EventVerb }
		}
	}
	w.read(v, `{ viewer { stream(first: 100) { nodes { verb } } } }`, &read)
	n := 0
	for _, e := range read.Stream.Nodes {
		if e.Verb == verb {
			n++
		}
	}
	return n
}

func TestOfManyWhoWantTheLastPlaceOneHasIt(t *testing.T) {
	w := newWorld(t)
	people := []network.Viewer{w.lille.officer, w.lille.officer2, w.lille.director, w.lyon.officer, w.lyon.director, w.nantes.officer, w.admin, w.guest}
	for round := range 5 {
		w.exec(`DELETE FROM registration`)
		w.room4(3)
		for _, err := range together(len(people), func(i int) error {
			_, err := w.store.RegisterMyself(ctx, people[i], newAct(), w.gathering, []network.Date{thursday}, "")
			return err
		}) {
			w.must(err)
		}
		count := func(state string) int {
			return one[int](w, `SELECT count(*) FROM registration WHERE state = $1`, state)
		}
		w.want(fmt.Sprintf("round %d, in", round), count("REGISTERED"), 3)
		w.want("waiting", count("WAITING"), len(people)-3)
		ids := map[network.ID]network.ID{}
		for _, v := range people {
			ids[v.StaffID] = one[network.ID](w, `SELECT id FROM registration WHERE staff_id = $1`, v.StaffID)
		}
		for _, err := range together(4, func(i int) error { return w.withdraw(people[i], ids[people[i].StaffID]) }) {
			w.must(err)
		}
		w.want("in, when four have left at once", count("REGISTERED"), 3)
		w.want("waiting then", count("WAITING"), len(people)-4-3)
		for _, err := range together(4, func(i int) error { _, err := w.colleagues(w.coordinator, people[4]); return err }) {
			w.must(err)
		}
	}
	w.want("one row a person", one[int](w, `SELECT count(*) FROM registration`), len(people))
}

func TestTheDaysOfARegistrationAreEdited(t *testing.T) {
	w := newWorld(t)
	id := w.register(w.lille.officer)
	edit := func(v network.Viewer, version int, needs *string, days ...network.Date) error {
		_, err := w.store.EditRegistration(ctx, v, newAct(), id, version, days, needs)
		return err
	}
	needs := "Fauteuil roulant"
	w.must(edit(w.lille.officer, 1, &needs, friday))
	w.want("version told", wantCode(t, edit(w.lille.officer, 1, nil, friday), network.CodeConflict, "version").Version, 2)
	w.must(edit(w.lille.assistant, 2, nil, thursday))
	w.want("needs left as they are", one[string](w, `SELECT needs FROM registration`), needs)
	wantCode(t, edit(w.lille.assistant, 3, &needs, friday), network.CodeForbidden)
	wantCode(t, edit(w.lyon.assistant, 3, nil, friday), network.CodeForbidden)
	wantCode(t, edit(w.lille.officer2, 3, nil, friday), network.CodeForbidden)
	wantCode(t, edit(w.guest, 3, nil, friday), network.CodeNotFound)
	wantCode(t, edit(w.lille.officer, 3, nil), network.CodeInvalid, "input.days")
	failures := together(6, func(int) error { return edit(w.nantes.director, 3, &needs, thursday, friday) })
	w.want("of many at once", succeeded(failures), 1)
	w.must(w.withdraw(w.lille.officer, id))
	w.want("needs are forgotten", one[string](w, `SELECT needs FROM registration`), "")
	wantCode(t, edit(w.lille.officer, 5, nil, friday), network.CodeInvalidTransition)
}

func TestNeedsAreReadByThoseWhoAnswerThem(t *testing.T) {
	w := newWorld(t)
	ids, err := w.colleagues(w.lille.assistant, w.lille.officer)
	w.must(err)
	needs := "secret-needs"
	_, err = w.store.EditRegistration(ctx, w.lille.assistant, newAct(), ids[0], 1, []network.Date{thursday}, &needs)
	w.must(err)
	for name, c := range map[string]struct {
		v            network.Viewer
		reads, finds bool
	}{
		"the person":                     {w.lille.officer, true, true},
		"who registered them":            {w.lille.assistant, true, true},
		"another of their centre":        {w.lille.director, false, true},
		"the hosts' director":            {w.nantes.director, true, true},
		"the hosts' officer":             {w.nantes.officer, false, true},
		"the coordinator":                {w.coordinator, true, true},
		"the administrator":              {w.admin, false, true},
		"another centre's director":      {w.lyon.director, false, true},
		"a guest":                        {w.guest, false, false},
		"anyone":                         {w.anonymous, false, false},
		"who registered them, moved on":  {network.Viewer{Kind: network.Staff, StaffID: w.lille.assistant.StaffID, CentreID: w.lyon.centre, Job: network.JobDirector}, false, true},
		"who registered them, no longer": {network.Viewer{Kind: network.Staff, StaffID: w.lille.assistant.StaffID, CentreID: w.lille.centre, Job: network.JobMissionOfficer}, false, true},
	} {
		var g struct {
			Registrations struct {
				Nodes []struct {
					Needs            *string
					ViewerReadsNeeds bool
				}
			}
		}
		w.read(c.v, fmt.Sprintf(`{ gathering(id: %q) { registrations { nodes { needs viewerReadsNeeds } } } }`, w.gathering), &g)
		nodes := g.Registrations.Nodes
		w.want(name+" finds it", len(nodes) == 1, c.finds)
		if c.finds && len(nodes) == 1 {
			w.want(name+" reads", nodes[0].Needs != nil && *nodes[0].Needs == needs, c.reads)
			w.want(name+" is told so", nodes[0].ViewerReadsNeeds, c.reads)
		}
	}
}

func TestDaysThatAGatheringNoLongerHasAreDropped(t *testing.T) {
	w := newWorld(t)
	w.register(w.lille.officer)
	both, err := w.store.RegisterMyself(ctx, w.lyon.officer, newAct(), w.gathering, []network.Date{friday}, "")
	w.must(err)
	_, err = w.colleagues(w.nantes.assistant, w.nantes.officer)
	w.must(err)
	words := w.words(w.nantes.centre)
	words.StartsOn, words.EndsOn = "2026-06-24", thursday
	w.must2(w.store.EditGathering(ctx, w.nantes.director, newAct(), w.gathering, 1, words))
	days := func(v network.Viewer) string {
		return one[string](w, `SELECT days::text || ' ' || state FROM registration WHERE staff_id = $1`, v.StaffID)
	}
	w.want("one of two days", days(w.lille.officer), "{2026-06-25} REGISTERED")
	w.want("none left, and the place kept", days(w.lyon.officer), "{} REGISTERED")
	w.want("untouched", days(w.nantes.officer), "{2026-06-25} REGISTERED")
	w.want("told those two", one[int](w, `SELECT count(*) FROM event WHERE verb = 'REGISTRATION_CUT'`), 2)
	w.want("on their home page", w.streamed(w.lyon.officer, network.VerbRegistrationCut), 1)
	_, err = w.store.EditRegistration(ctx, w.lyon.officer, newAct(), both.Registration, 2, []network.Date{"2026-06-24"}, nil)
	w.must(err)
}
