package db_test

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"maillage/network"
)

func TestViewerHasTheRightsOfNow(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	centre, gathering := network.ID(uuid.NewString()), network.ID(uuid.NewString())
	h.exec(`
		insert into centre (id, name, short_name, city, regions, latitude, longitude, joined_on)
		values ($1, 'GREF Bretagne', 'GREF', 'Rennes', '{53}', 48.1, -1.7, '2010-01-01')`, centre)
	v := h.viewer(email)
	if v.Kind != network.Staff || v.StaffID != id || v.CentreID != "" || v.Job != network.JobDirector || v.ReadOnly || v.TokenID != "" {
		t.Errorf("%+v", v)
	}
	read := func() network.Viewer {
		t.Helper()
		now, err := h.ViewerOfSession(context.Background(), v.SessionID, id)
		h.must(err)
		return now
	}
	for _, c := range []struct {
		change string
		arg    any
		want   func(*network.Viewer)
	}{
		{`update staff_member set centre_id = $2 where id = $1`, centre, func(v *network.Viewer) { v.CentreID = centre }},
		{`update staff_member set network_role = $2 where id = $1`, "COORDINATOR", func(v *network.Viewer) { v.Role = network.RoleCoordinator }},
		{`update staff_member set job = $2 where id = $1`, "MISSION_OFFICER", func(v *network.Viewer) { v.Job = network.JobMissionOfficer }},
	} {
		before := read()
		h.wantAlive(before, true)
		h.exec(c.change, id, c.arg)
		want := before
		c.want(&want)
		if got := read(); got != want {
			t.Errorf("%s: %+v, want %+v", c.change, got, want)
		}
		h.wantAlive(before, false)
	}
	// A guest has no centre and no role, whatever the row says.
	h.exec(`insert into gathering (id, name, city, starts_on, ends_on, state) values ($1, 'Rencontre', 'Nantes', '2026-06-25', '2026-06-26', 'LIVE')`, gathering)
	h.exec(`update staff_member set job = 'GUEST', gathering_id = $2 where id = $1`, id, gathering)
	guest := network.Viewer{Kind: network.Guest, StaffID: id, Job: network.JobGuest, Role: network.RoleNone, GatheringID: gathering, SessionID: v.SessionID}
	if got := read(); got != guest {
		t.Errorf("%+v, want %+v", got, guest)
	}
	h.exec(`update staff_member set active = false where id = $1`, id)
	_, err := h.ViewerOfSession(context.Background(), v.SessionID, id)
	wantKey(t, err, network.CodeUnauthenticated, "session_over")
}

func TestASessionSpeaksForItsOwnerOnly(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	other, _ := h.account(network.JobDirector, network.RoleAdmin)
	v := h.viewer(email)
	for _, c := range []struct{ session, staff network.ID }{
		{v.SessionID, other},
		{network.ID(uuid.NewString()), v.StaffID},
		{"' or true --", v.StaffID},
		{v.SessionID, ""},
	} {
		_, err := h.ViewerOfSession(context.Background(), c.session, c.staff)
		wantKey(t, err, network.CodeUnauthenticated, "session_over")
	}
}

func TestSessionsAreRevokedByTheirOwnerOnly(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	_, otherEmail := h.account(network.JobDirector, network.RoleAdmin)
	ctx := context.Background()
	first, second, other := h.viewer(email), h.viewer(email), h.viewer(otherEmail)

	wantKey(t, h.RevokeSession(ctx, other, act("revokeSession"), second.SessionID), network.CodeNotFound, "not_found")
	wantKey(t, h.RevokeSession(ctx, first, act("revokeSession"), "nonsense"), network.CodeNotFound, "not_found")
	h.wantAlive(second, true)
	once := act("revokeSession")
	h.must(h.RevokeSession(ctx, first, once, second.SessionID))
	h.must(h.RevokeSession(ctx, first, once, second.SessionID)) // its answer was lost
	h.wantAlive(second, false)
	h.wantAlive(first, true)
	wantKey(t, h.RevokeSession(ctx, first, act("revokeSession"), second.SessionID), network.CodeNotFound, "not_found")

	h.must(h.SignOutSession(ctx, first))
	h.must(h.SignOutSession(ctx, first))
	h.wantAlive(first, false)
	third, fourth := h.viewer(email), h.viewer(email)
	h.must(h.SignOutEverywhere(ctx, third))
	h.wantAlive(third, false)
	h.wantAlive(fourth, false)
	h.wantAlive(other, true)
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN", "SIGNED_IN", "SESSION_REVOKED", "SIGNED_OUT", "SIGNED_IN", "SIGNED_IN", "SIGNED_OUT")
}

func TestSweepForgetsOnlyWhatHasServed(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	old, v := h.viewer(email), h.viewer(email)
	h.must(h.SignOutSession(context.Background(), old))
	h.exec(`update session set revoked_at = now() - interval '31 days' where id = $1`, old.SessionID)
	h.exec(`insert into sign_in_guess values ('\x01', 3, now() - interval '25 hours', now()), ('\x02', 3, now(), now())`)
	h.must(h.Sweep(context.Background()))
	var sessions, tokens, guesses int
	h.must(h.db.QueryRow(`select (select count(*) from session), (select count(*) from refresh_token), (select count(*) from sign_in_guess)`).
		Scan(&sessions, &tokens, &guesses))
	if sessions != 1 || tokens != 1 || guesses != 1 {
		t.Errorf("%d sessions, %d tokens, %d guesses left", sessions, tokens, guesses)
	}
	h.wantAlive(v, true)
}
