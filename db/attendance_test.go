package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

func TestTheDeskSaysWhoIsThere(t *testing.T) {
	w := newWorld(t)
	id := w.register(w.lille.officer)
	w.register(w.guest)
	mark := func(v network.Viewer, day network.Date, present bool) error {
		_, err := w.store.MarkAttendance(ctx, v, newAct(), id, day, present)
		return err
	}
	for range 2 {
		w.must(mark(w.nantes.assistant, thursday, true))
	}
	w.want("told once, to those who run it", one[string](w, `SELECT string_agg(audience, ' ') FROM event WHERE verb = 'ATTENDANCE_MARKED'`), "EDITORS")
	w.want("there", one[int](w, `SELECT count(*) FROM attendance`), 1)
	wantCode(t, mark(w.nantes.assistant, friday, true), network.CodeInvalid, "input.day")
	wantCode(t, mark(w.nantes.assistant, "2026-06-24", true), network.CodeInvalid, "input.day")
	wantCode(t, mark(w.nantes.officer, thursday, true), network.CodeForbidden)
	wantCode(t, mark(w.lille.director, thursday, true), network.CodeForbidden)
	wantCode(t, mark(w.lille.officer, thursday, true), network.CodeForbidden)
	wantCode(t, mark(w.guest, thursday, true), network.CodeNotFound)

	figures := func(v network.Viewer) string {
		f, err := w.store.ParticipantFigures(ctx, v, w.gathering)
		w.must(err)
		if f == nil {
			return "none"
		}
		text := fmt.Sprint(f.Registered, f.Waiting)
		for _, d := range f.Days {
			text += fmt.Sprintf(" %s:%d", d.Day[8:], d.Registered)
			if d.Present != nil {
				text += fmt.Sprintf("/%d", *d.Present)
			}
		}
		for _, c := range f.Centres {
			text += fmt.Sprintf(" %s:%d", c.Name, c.Registered)
		}
		return text
	}
	w.want("figures for the hosts", figures(w.nantes.director), "2 0 25:2/1 26:2/0 Centre Lille:1 :1")
	w.want("figures for teams", figures(w.lyon.officer), "2 0 25:2 26:2 Centre Lille:1 :1")
	w.want("figures for a guest", figures(w.guest), "none")
	w.want("figures for anyone", figures(w.anonymous), "none")

	seen := func(v network.Viewer, filter string) string {
		var g struct {
			Registrations struct {
				Nodes []struct {
					StaffMember struct{ ID network.ID }
					PresentDays []network.Date
				}
			}
		}
		w.read(v, fmt.Sprintf(`{ gathering(id: %q) { registrations(filter: {%s}) { nodes { staffMember { id } presentDays } } } }`, w.gathering, filter), &g)
		text := ""
		for _, r := range g.Registrations.Nodes {
			text += map[network.ID]string{w.lille.officer.StaffID: "officer", w.guest.StaffID: "guest"}[r.StaffMember.ID] + fmt.Sprint(r.PresentDays)
		}
		return text
	}
	w.want("who is still awaited", seen(w.nantes.director, `awaitedOn: "2026-06-25"`), "guest[]")
	w.want("not for the others", seen(w.lille.director, `awaitedOn: "2026-06-25"`), "")
	w.want("nor who was there", seen(w.lille.officer, ``), "guest[]officer[]")
	w.want("of a centre", seen(w.nantes.director, fmt.Sprintf(`centreId: %q`, w.lille.centre)), "officer[2026-06-25]")
	w.want("of none", seen(w.coordinator, `withoutCentre: true`), "guest[]")
	w.want("a guest finds themselves", seen(w.guest, ``), "guest[]")

	w.exec(`UPDATE gathering SET state = 'CLOSED' WHERE id = $1`, w.gathering)
	for range 2 {
		w.must(mark(w.coordinator, thursday, false))
	}
	w.want("taken back, once", w.events(network.VerbAttendanceUnmarked, w.gathering), 1)
	w.want("nobody there", one[int](w, `SELECT count(*) FROM attendance`), 0)
	w.exec(`UPDATE registration SET state = 'WAITING' WHERE id = $1`, id)
	wantCode(t, mark(w.coordinator, thursday, true), network.CodeInvalidTransition)
	w.exec(`UPDATE gathering SET state = 'PUBLISHED' WHERE id = $1`, w.gathering)
	wantCode(t, mark(w.coordinator, thursday, true), network.CodeInvalidTransition)
}

func TestMarkedByManyAtOnceOneIsThereOnce(t *testing.T) {
	w := newWorld(t)
	id := w.register(w.lille.officer)
	for _, err := range together(8, func(int) error {
		_, err := w.store.MarkAttendance(ctx, w.nantes.assistant, newAct(), id, thursday, true)
		return err
	}) {
		w.must(err)
	}
	w.want("told", w.events(network.VerbAttendanceMarked, w.gathering), 1)
}
