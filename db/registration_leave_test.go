package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

// closing are the accounts of a world whose administrator can sign in.
func (w *world) closing() *Accounts {
	w.t.Helper()
	w.exec(`INSERT INTO account (staff_id, created_at) SELECT id, now() FROM staff_member ON CONFLICT DO NOTHING`)
	return NewAccountsWithCost(w.db, PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1})
}

func TestAClosedAccountGivesItsPlaceBack(t *testing.T) {
	w := newWorld(t)
	accounts := w.closing()
	w.room4(2)
	kept := w.register(w.lille.officer)
	w.exec(`UPDATE registration SET needs = 'Sans gluten' WHERE id = $1`, kept)
	w.register(w.nantes.officer)
	w.register(w.lyon.officer)
	w.register(w.guest)
	line := []network.Viewer{w.lille.officer, w.nantes.officer, w.lyon.officer, w.guest}
	w.want("at first", w.standing(line...), "R R W1 W2")

	once := newAct()
	for range 2 {
		w.must(accounts.DeactivateStaffMember(ctx, w.admin, once, w.lille.officer.StaffID, 1))
	}
	w.want("the first who waits has the place, once", w.standing(line[1:]...), "R R W1")
	w.want("the closed account has none, nor needs", one[string](w, `SELECT state || needs FROM registration WHERE id = $1`, kept), "WITHDRAWN")
	w.want("told", one[int](w, `SELECT count(*) FROM event WHERE verb = 'REGISTRATION_WITHDRAWN' AND gathering_id = $1 AND audience = 'STAFF'`, w.gathering), 1)
	w.want("asked whether they keep it", w.tasks(w.lyon.officer, network.AsksKeepPlace, w.gathering), 1)

	w.must(accounts.DeactivateStaffMember(ctx, w.admin, newAct(), w.lyon.officer.StaffID, 1))
	w.want("what was asked of a closed account is dropped", one[string](w, `SELECT state FROM task WHERE kind = 'KEEP_PLACE' AND assignee_id = $1`, w.lyon.officer.StaffID), "DROPPED")
	w.want("the next", w.standing(w.nantes.officer, w.guest), "R R")
	w.register(w.lille.director)
	w.must(accounts.DeactivateStaffMember(ctx, w.admin, newAct(), w.lille.director.StaffID, 1))
	w.want("who waited leaves the line and moves nobody up", one[int](w, `SELECT count(*) FROM registration WHERE state = 'REGISTERED'`), 2)
	w.want("the line", one[int](w, `SELECT count(*) FROM registration WHERE state = 'WAITING'`), 0)

	w.must2(w.store.CloseGathering(ctx, w.coordinator, newAct(), w.gathering, 1))
	w.must(accounts.DeactivateStaffMember(ctx, w.admin, newAct(), w.nantes.officer.StaffID, 1))
	w.want("who was there was there", one[string](w, `SELECT state FROM registration WHERE staff_id = $1`, w.nantes.officer.StaffID), "REGISTERED")
}

func TestAGuestWhoIsShutOutGivesTheirPlaceBack(t *testing.T) {
	w := newWorld(t)
	made, err := w.invite(w.nantes.assistant, "")
	w.must(err)
	w.room4(1)
	w.register(network.Viewer{Kind: network.Guest, StaffID: made.Guest, Job: network.JobGuest, GatheringID: w.gathering})
	w.register(w.lyon.officer)
	for range 2 {
		w.must2(w.store.RevokeGuest(ctx, w.nantes.assistant, newAct(), made.Guest))
	}
	w.want("the place has gone on", w.standing(w.lyon.officer), "R")
	w.want("told once", one[int](w, `SELECT count(*) FROM event WHERE verb = 'REGISTRATION_WITHDRAWN' AND audience = 'STAFF'`), 1)
}

func TestPlacesAreExactWhileAccountsAreClosed(t *testing.T) {
	w := newWorld(t)
	accounts := w.closing()
	people := []network.Viewer{w.lille.officer, w.lille.officer2, w.lyon.officer, w.nantes.officer, w.lille.director, w.lyon.director}
	for round := range 5 {
		w.exec(`DELETE FROM registration`)
		w.exec(`UPDATE staff_member SET active = true, version = 1`)
		w.room4(2)
		for _, v := range people[:4] {
			w.register(v)
		}
		for _, err := range together(6, func(i int) error {
			if i < 3 {
				return accounts.DeactivateStaffMember(ctx, w.admin, newAct(), people[i].StaffID, 1)
			}
			if i == 3 {
				return w.withdraw(people[3], one[network.ID](w, `SELECT id FROM registration WHERE staff_id = $1`, people[3].StaffID))
			}
			_, err := w.store.RegisterMyself(ctx, people[i], newAct(), w.gathering, []network.Date{thursday}, "")
			return err
		}) {
			w.must(err)
		}
		w.want(fmt.Sprintf("round %d", round), w.standing(people...), "– – – – R R")
	}
}
