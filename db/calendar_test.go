package db

import (
	"testing"
	"time"

	"maillage/network"
)

// calendar is what somebody goes to, by title.
func (w *world) calendar(v network.Viewer) map[string]network.CalendarEntry {
	w.t.Helper()
	entries, err := w.store.Calendar(ctx, v)
	w.must(err)
	byTitle := map[string]network.CalendarEntry{}
	for _, e := range entries {
		byTitle[e.Title] = e
	}
	w.want("titles", len(byTitle), len(entries))
	return byTitle
}

func TestACalendarFollowsWhatIsKept(t *testing.T) {
	w := newWorld(t)
	id := w.announced()
	hall, patio := w.room(id, "Hall"), w.room(id, "Patio")
	talk := w.draftItem(id, "Intervention", "2027-03-26 11:00", 60, hall)
	other := w.draftItem(id, "Ailleurs", "2027-03-26 11:00", 60, patio)
	plenary := itemWords("Ouverture", "2027-03-26 09:30", 60, hall)
	plenary.Kind = network.AgendaPlenary
	w.must2(w.store.AddAgendaItem(ctx, w.nantes.assistant, newAct(), id, plenary))
	w.publish(id, "")
	w.want("nothing kept, nothing but gatherings", len(w.calendar(w.lille.officer)), 3)
	w.must2(w.store.KeepAgendaItem(ctx, w.lille.officer, newAct(), talk))
	first := w.calendar(w.lille.officer)
	w.want("entries", len(first), 5)
	kept := first["Intervention"]
	if kept.ID != talk || kept.Sequence != 0 || kept.Cancelled || !kept.StartsAt.Equal(paris("2027-03-26 11:00")) || kept.Place != "Hall, Cité des congrès, Nantes" && kept.Place != "Hall, Nantes" {
		t.Errorf("%+v", kept)
	}
	_, forAll := first["Ouverture"]
	w.want("what is for everybody", forAll, true)
	w.want("another's", len(w.calendar(w.lyon.officer)), 3)

	w.must2(w.store.EditAgendaItem(ctx, w.nantes.assistant, newAct(), talk, 1, itemWords("Intervention", "2027-03-28 14:00", 60, patio)))
	w.want("a draft moves nothing", w.calendar(w.lille.officer)["Intervention"].Sequence, 0)
	w.publish(id, "Une salle change")
	moved := w.calendar(w.lille.officer)["Intervention"]
	if moved.ID != talk || moved.Sequence != 1 || !moved.StartsAt.Equal(paris("2027-03-28 14:00")) || !moved.ChangedAt.After(kept.ChangedAt) {
		t.Errorf("%+v after %+v", moved, kept)
	}
	w.must2(w.store.RemoveAgendaItem(ctx, w.nantes.assistant, newAct(), talk))
	w.publish(id, "Elle n'aura pas lieu")
	gone := w.calendar(w.lille.officer)["Intervention"]
	if gone.ID != talk || gone.Sequence != 2 || !gone.Cancelled || !gone.StartsAt.Equal(moved.StartsAt) {
		t.Errorf("%+v", gone)
	}

	w.must2(w.store.KeepAgendaItem(ctx, w.lille.officer, newAct(), other))
	before := w.calendar(w.lille.officer)
	version := one[int](w, `SELECT version FROM gathering WHERE id = $1`, id)
	w.must2(w.store.CancelGathering(ctx, w.nantes.director, newAct(), id, version, "Grève"))
	after := w.calendar(w.lille.officer)
	for title, e := range before {
		if e.GatheringID != id {
			continue
		}
		if now := after[title]; !now.Cancelled || now.Sequence <= e.Sequence || now.ID != e.ID {
			t.Errorf("%s of a cancelled gathering: %+v after %+v", title, now, e)
		}
	}
}

func TestACalendarFollowsTheSessionsOfATopic(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.nantes.officer, network.TopicPitched)
	w.star(topic, w.guest)
	title := one[string](w, `SELECT title FROM topic WHERE id = $1`, topic)
	place := func(slot, space int, session network.ID) {
		t.Helper()
		w.must2(w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, w.slots[slot], w.spaces[space], session))
	}
	place(0, 0, "")
	first := w.calendar(w.guest)[title]
	w.want("the guest's gathering and session", len(w.calendar(w.guest)), 2)
	w.want("its convener's too", w.calendar(w.nantes.officer)[title].ID, first.ID)
	_, others := w.calendar(w.lyon.officer)[title]
	w.want("nobody else's", others, false)
	// Its slot is moved, then it is placed elsewhere, twice: always the same entry, always further on.
	w.exec(`UPDATE slot SET starts_at = starts_at + interval '5 minutes', version = version + 3 WHERE id = $1`, w.slots[0])
	last := first
	for i, move := range []func(){func() {}, func() { place(1, 1, "") }, func() { place(2, 1, "") }} {
		move()
		now := w.calendar(w.guest)[title]
		if now.ID != first.ID || now.Sequence <= last.Sequence || now.StartsAt.Equal(last.StartsAt) || now.Cancelled {
			t.Errorf("move %d: %+v after %+v", i, now, last)
		}
		last = now
	}
	// Its own link, made where it first stood, shows it where it stands.
	alone := func(v network.Viewer, id network.ID) (network.CalendarEntry, error) {
		entries, err := w.store.CalendarSession(ctx, v, id)
		if err != nil {
			return network.CalendarEntry{}, err
		}
		w.want("entries", len(entries), 1)
		return entries[0], nil
	}
	for _, v := range []network.Viewer{w.guest, w.lyon.officer} {
		now, err := alone(v, first.ID)
		w.must(err)
		w.want("alone as in the programme", now, last)
	}
	current := one[network.ID](w, `SELECT id FROM occurrence WHERE topic_id = $1 AND state = 'PLANNED'`, topic)
	now, err := alone(w.guest, current)
	w.must(err)
	w.want("by where it stands", now.ID, first.ID)
	for _, v := range []network.Viewer{w.otherGuest, w.anonymous} {
		_, err := alone(v, first.ID)
		wantCode(t, err, network.CodeNotFound)
	}
	_, err = alone(w.coordinator, "x")
	wantCode(t, err, network.CodeNotFound)
	_, err = alone(w.coordinator, newID())
	wantCode(t, err, network.CodeNotFound)
	w.must2(w.store.UnplaceTopic(ctx, w.facilitator, newAct(), topic, ""))
	off := w.calendar(w.guest)[title]
	gone, err := alone(w.guest, first.ID)
	w.must(err)
	w.want("cancelled alone", gone, off)
	if off.ID != first.ID || !off.Cancelled || off.Sequence <= last.Sequence {
		t.Errorf("%+v after %+v", off, last)
	}
}

func TestAnItemIsForWhoeverSeesIt(t *testing.T) {
	w := newWorld(t)
	item := newID()
	w.exec(`INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at) VALUES ($1, $2, 'Échange', 'TALK', $3, $3::timestamptz + interval '1 hour')`, item, w.gathering, w.clock)
	get := func(v network.Viewer) error { _, err := w.store.CalendarItem(ctx, v, item); return err }
	wantCode(t, get(w.lyon.officer), "")
	wantCode(t, get(w.guest), "")
	wantCode(t, get(w.otherGuest), network.CodeNotFound)
	wantCode(t, get(w.anonymous), network.CodeNotFound)
	w.exec(`UPDATE agenda_item SET is_public = true WHERE id = $1`, item)
	wantCode(t, get(w.anonymous), "")
	_, err := w.store.CalendarItem(ctx, w.coordinator, "x")
	wantCode(t, err, network.CodeNotFound)
	_, err = w.store.CalendarItem(ctx, w.coordinator, newID())
	wantCode(t, err, network.CodeNotFound)
}

func TestACalendarAddressIsOnesOwn(t *testing.T) {
	w := newWorld(t)
	door := w.door()
	for _, v := range []network.Viewer{w.lille.officer, w.lyon.officer} {
		w.exec(`INSERT INTO account (staff_id, created_at) VALUES ($1, now())`, v.StaffID)
	}
	_, err := door.CreateCalendarLink(ctx, w.anonymous, newAct(), "Téléphone")
	wantCode(t, err, network.CodeUnauthenticated)
	program := w.lille.officer
	program.SessionID, program.TokenID = "", newID()
	_, err = door.CreateCalendarLink(ctx, program, newAct(), "Téléphone")
	wantCode(t, err, network.CodeForbidden)
	_, err = door.CreateCalendarLink(ctx, w.lille.officer, newAct(), " ")
	wantCode(t, err, network.CodeInvalid, "input.name")
	once := newAct()
	made, err := door.CreateCalendarLink(ctx, w.lille.officer, once, "Téléphone")
	w.must(err)
	again, err := door.CreateCalendarLink(ctx, w.lille.officer, once, "Téléphone")
	w.must(err)
	w.want("the same address, told once", again, NewCalendarLink{ID: made.ID})
	w.want("kept nowhere", one[int](w, `SELECT count(*) FROM calendar_link l WHERE to_jsonb(l)::text LIKE '%' || $1 || '%'`, made.Secret[8:]), 0)
	failures := together(8, func(int) error {
		_, err := door.CreateCalendarLink(ctx, w.lille.officer, newAct(), "Encore")
		return err
	})
	w.want("more of them", succeeded(failures), network.CalendarLinksPerStaff-1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeLimited)
		}
	}
	reader, err := door.CalendarOf(ctx, made.Secret)
	w.must(err)
	w.want("whose it is", reader.Viewer.StaffID, w.lille.officer.StaffID)
	wantCode(t, network.CanAct(reader.Viewer), network.CodeForbidden)

	since := func(given string) time.Time {
		t.Helper()
		at, err := door.NoteCalendarRead(ctx, made.ID, []byte(given))
		w.must(err)
		return at
	}
	first := since("a")
	w.want("the same is given since then", since("a").Equal(first), true)
	second := since("b")
	w.want("something else since now", second.After(first), true)
	w.want("and what was is new again", since("a").After(second), true)

	revoke := func(v network.Viewer) error { return door.RevokeCalendarLink(ctx, v, newAct(), made.ID) }
	wantCode(t, revoke(w.lyon.officer), network.CodeNotFound)
	wantCode(t, revoke(program), network.CodeForbidden)
	wantCode(t, revoke(w.lille.officer), "")
	wantCode(t, revoke(w.lille.officer), network.CodeNotFound)
	for name, wrong := range map[string]string{"revoked": made.Secret, "none": "", "never made": newSecret(calendarPrefix), "of another kind": newSecret(wallPrefix)} {
		if _, err := door.CalendarOf(ctx, wrong); !network.IsCode(err, network.CodeNotFound) {
			t.Errorf("an address %s: %v", name, err)
		}
	}
	other, err := door.CreateCalendarLink(ctx, w.lyon.officer, newAct(), "Bureau")
	w.must(err)
	w.exec(`UPDATE staff_member SET active = false WHERE id = $1`, w.lyon.officer.StaffID)
	_, err = door.CalendarOf(ctx, other.Secret)
	wantCode(t, err, network.CodeNotFound)
}
