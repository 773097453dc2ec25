package db

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

func guestWords(email string) network.GuestWords {
	return network.GuestWords{GivenName: "Solène", FamilyName: "Delaunay", Email: email, Kind: network.GuestSpeaker, Function: "Autrice"}
}

func (w *world) invite(v network.Viewer, email string) (NewInvitation, error) {
	return w.store.InviteGuest(ctx, v, newAct(), w.gathering, guestWords(email))
}

// door is where guests come in. It goes by the database's clock, so the
// gathering is made to end today.
func (w *world) door() *Accounts {
	w.t.Helper()
	w.exec(`UPDATE gathering SET starts_on = current_date, ends_on = current_date`)
	w.clock = one[time.Time](w, `SELECT now()`)
	return NewAccountsWithCost(w.db, PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1})
}

func TestThoseWhoPrepareAGatheringInviteToIt(t *testing.T) {
	w := newWorld(t)
	for _, c := range []struct {
		name string
		v    network.Viewer
		code network.Code
	}{
		{"anonymous", w.anonymous, network.CodeUnauthenticated},
		{"guest", w.guest, network.CodeForbidden},
		{"guest of another gathering", w.otherGuest, network.CodeForbidden},
		{"officer of the host", w.nantes.officer, network.CodeForbidden},
		{"another centre", w.lyon.director, network.CodeForbidden},
		{"facilitator", w.facilitator, network.CodeForbidden},
		{"admin", w.admin, network.CodeForbidden},
		{"assistant of the host", w.nantes.assistant, ""},
		{"director of the host", w.nantes.director, ""},
		{"coordinator", w.coordinator, ""},
	} {
		_, err := w.invite(c.v, "")
		t.Run(c.name, func(t *testing.T) { wantCode(t, err, c.code) })
	}
	_, err := w.store.InviteGuest(ctx, w.coordinator, newAct(), newID(), guestWords(""))
	wantCode(t, err, network.CodeNotFound)

	once := newAct()
	made, err := w.store.InviteGuest(ctx, w.nantes.assistant, once, w.gathering, guestWords(""))
	w.must(err)
	again, err := w.store.InviteGuest(ctx, w.nantes.assistant, once, w.gathering, guestWords(""))
	w.must(err)
	w.want("the same guest", again.Guest, made.Guest)
	w.want("the secret is told once", again.Secret, "")
	w.want("and kept nowhere", one[int](w, `SELECT count(*) FROM guest g WHERE to_jsonb(g)::text LIKE '%' || $1 || '%'`, made.Secret[8:]), 0)
	w.want("nor in what a repeat is given", one[int](w, `SELECT count(*) FROM mutation_result WHERE result::text LIKE '%mlg_inv_%'`), 0)
	w.want("no password", one[int](w, `SELECT count(*) FROM account WHERE staff_id = $1 AND password_hash IS NULL`, made.Guest), 1)

	w.exec(`UPDATE gathering SET state = 'CLOSED' WHERE id = $1`, w.gathering)
	_, err = w.invite(w.coordinator, "")
	wantCode(t, err, network.CodeInvalidTransition)
}

func TestAnAddressIsOnePersons(t *testing.T) {
	w := newWorld(t)
	made, err := w.invite(w.coordinator, "solene@invite.example")
	w.must(err)
	for _, c := range []struct{ name, email, key string }{
		{"of a team", "P1@centre.example", "email_of_team"},
		{"of a guest of this gathering", "Solene@invite.example", "email_invited"},
		{"of a guest of another", one[string](w, `SELECT email FROM staff_member WHERE id = $1`, w.otherGuest.StaffID), "email_of_guest"},
		{"of nobody", "solene", "not_an_email"},
		{"with a name", "Solène <solene@invite.example>", "not_an_email"},
	} {
		_, err := w.invite(w.coordinator, c.email)
		if told := wantCode(t, err, network.CodeInvalid, "input.email"); told.Key != c.key {
			t.Errorf("%s: %s, want %s", c.name, told.Key, c.key)
		}
	}
	other := guestWords("")
	other.Kind, other.Function = network.GuestOther, " "
	_, err = w.store.InviteGuest(ctx, w.coordinator, newAct(), w.gathering, other)
	wantCode(t, err, network.CodeInvalid, "input.function")

	// That of a guest who gets in no more passes on; what they did keeps their name.
	w.must2(w.store.RevokeGuest(ctx, w.coordinator, newAct(), made.Guest))
	w.exec(`UPDATE gathering SET starts_on = '2026-05-24', ends_on = '2026-05-25' WHERE id = $1`, w.otherGathering)
	w.exec(`UPDATE staff_member SET email = 'karim@invite.example' WHERE id = $1`, w.otherGuest.StaffID)
	for _, email := range []string{"karim@invite.example"} {
		again, err := w.invite(w.coordinator, email)
		w.must(err)
		w.want("whose it is", one[network.ID](w, `SELECT id FROM staff_member WHERE email = $1`, email), again.Guest)
	}
	w.want("the former guest", one[string](w, `SELECT given_name FROM staff_member WHERE id = $1 AND email IS NULL`, w.otherGuest.StaffID), "Prénom")
	failures := together(4, func(int) error { _, err := w.invite(w.coordinator, "un@invite.example"); return err })
	w.want("of four with one address", succeeded(failures), 1)
}

func TestTheGuestsOfAGatheringAreBounded(t *testing.T) {
	w := newWorld(t)
	w.exec(`
		WITH people AS (
			INSERT INTO staff_member (id, given_name, family_name, job, gathering_id)
			SELECT gen_random_uuid(), 'Prénom', 'Nom ' || n, 'GUEST', $1
			  FROM generate_series(2, $2) AS n
			RETURNING id
		)
		INSERT INTO guest (id, gathering_id, kind, invited_at)
		SELECT id, $1, 'FUNDER', now()
		  FROM people`, w.gathering, network.GuestsPerGathering)
	failures := together(4, func(int) error { _, err := w.invite(w.coordinator, ""); return err })
	w.want("one of four", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeLimited)
		}
	}
	var seen struct {
		Guests struct {
			TotalCount int
			Nodes      []struct {
				State, Function, OpenUntil string
				StaffMember                struct{ Name string }
				InvitedBy                  *struct{ ID network.ID }
			}
		}
		ViewerCanInvite bool
	}
	look := `{ gathering(id: "` + string(w.gathering) + `") { viewerCanInvite guests(filter: { search: "delaunay autr", states: [INVITED] }) {
		totalCount nodes { state function openUntil staffMember { name } invitedBy { id } } } } }`
	w.want("statements", w.read(w.nantes.assistant, look, &seen) <= 3, true)
	if g := seen.Guests; !seen.ViewerCanInvite || g.TotalCount != 1 || g.Nodes[0].OpenUntil != "2026-07-26" || g.Nodes[0].StaffMember.Name != "Solène Delaunay" || g.Nodes[0].InvitedBy.ID != w.coordinator.StaffID {
		t.Errorf("%+v", seen)
	}
	for name, v := range map[string]network.Viewer{"officer": w.nantes.officer, "another centre": w.lyon.director, "guest": w.guest} {
		w.read(v, look, &seen)
		w.want("guests for "+name, seen.Guests.TotalCount, 0)
		w.want("may "+name, seen.ViewerCanInvite, false)
	}
}

func TestALinkLetsItsGuestInUntilItIsRevoked(t *testing.T) {
	w := newWorld(t)
	door, elsewhere := w.door(), NewAccounts(w.db)
	made, err := w.invite(w.nantes.assistant, "")
	w.must(err)
	in := func(secret string) (network.Viewer, error) {
		g, err := door.SignInGuest(ctx, secret, SignIn{Remember: true, UserAgent: "Firefox Android"})
		if err != nil {
			return network.Viewer{}, err
		}
		v, err := elsewhere.ViewerOfSession(ctx, g.SessionID, g.StaffID)
		w.must(err)
		return v, nil
	}
	said, err := door.Invitation(ctx, made.Secret)
	w.must(err)
	w.want("who is invited", said.GuestName+" to "+said.Gathering+" by "+said.Hosts, "Solène Delaunay to Rencontre de Nantes by Centre de Nantes")
	phone, err := in(made.Secret)
	w.must(err)
	desk, err := in(made.Secret)
	w.must(err)
	if phone.Kind != network.Guest || phone.StaffID != made.Guest || phone.GatheringID != w.gathering || desk.SessionID == phone.SessionID {
		t.Errorf("%+v", phone)
	}
	w.want("arrived once", w.events(network.VerbGuestArrived, w.gathering), 1)
	w.want("the session ends with the link", one[bool](w, `
		SELECT bool_and(s.ends_at = (current_date + 31)::timestamp AT TIME ZONE 'Europe/Paris' AND s.expires_at <= s.ends_at) FROM session s`), true)
	_, err = door.SignIn(ctx, SignIn{Email: "", Password: "x"})
	wantCode(t, err, network.CodeUnauthenticated)

	for name, wrong := range map[string]string{
		"none": "", "of a wall": newSecret(wallPrefix), "never made": newSecret(invitationPrefix), "mistyped": swapped(made.Secret, 20), "cut": made.Secret[:20],
	} {
		_, err := in(wrong)
		_, unknown := door.Invitation(ctx, wrong)
		if !network.IsCode(err, network.CodeUnauthenticated) || !network.IsCode(unknown, network.CodeNotFound) {
			t.Errorf("a link %s: %v, %v", name, err, unknown)
		}
	}

	renewed, err := w.store.RenewInvitation(ctx, w.nantes.director, newAct(), made.Guest)
	w.must(err)
	_, err = in(made.Secret)
	wantCode(t, err, network.CodeUnauthenticated)
	w.alive(elsewhere, phone, true)
	for _, c := range []struct {
		v    network.Viewer
		code network.Code
	}{{w.anonymous, network.CodeUnauthenticated}, {phone, network.CodeNotFound}, {w.nantes.officer, network.CodeNotFound}, {w.lyon.director, network.CodeNotFound}} {
		_, err := w.store.RenewInvitation(ctx, c.v, newAct(), made.Guest)
		wantCode(t, err, c.code)
		_, err = w.store.RevokeGuest(ctx, c.v, newAct(), made.Guest)
		wantCode(t, err, c.code)
	}

	calendar, err := door.CreateCalendarLink(ctx, phone, newAct(), "Téléphone")
	w.must(err)
	for range 2 {
		w.must2(w.store.RevokeGuest(ctx, w.nantes.assistant, newAct(), made.Guest))
	}
	w.want("told once", w.events(network.VerbGuestRevoked, w.gathering), 1)
	w.alive(elsewhere, phone, false)
	w.alive(elsewhere, desk, false)
	_, err = in(renewed.Secret)
	wantCode(t, err, network.CodeUnauthenticated)
	_, err = door.CalendarOf(ctx, calendar.Secret)
	wantCode(t, err, network.CodeNotFound)
	w.want("state", w.guestState(made.Guest), "REVOKED")

	back, err := w.store.RenewInvitation(ctx, w.nantes.assistant, newAct(), made.Guest)
	w.must(err)
	if _, err := in(back.Secret); err != nil {
		t.Error("a guest is let in again:", err)
	}
	w.alive(elsewhere, phone, false)
	w.want("state", w.guestState(made.Guest), "ARRIVED")

	w.exec(`UPDATE gathering SET starts_on = current_date - 40, ends_on = current_date - 32 WHERE id = $1`, w.gathering)
	_, err = in(back.Secret)
	wantCode(t, err, network.CodeUnauthenticated)
	_, err = w.store.RenewInvitation(ctx, w.nantes.assistant, newAct(), made.Guest)
	wantCode(t, err, network.CodeForbidden)
	w.want("state", w.guestState(made.Guest), "ENDED")
}

func (w *world) guestState(guest network.ID) string {
	w.t.Helper()
	var seen struct {
		Guests struct {
			Nodes []struct {
				ID    network.ID
				State string
			}
		}
	}
	w.read(w.coordinator, `{ gathering(id: "`+string(w.gathering)+`") { guests { nodes { id state } } } }`, &seen)
	for _, g := range seen.Guests.Nodes {
		if g.ID == guest {
			return g.State
		}
	}
	return ""
}

func (w *world) alive(door *Accounts, v network.Viewer, want bool) {
	w.t.Helper()
	alive, err := door.Alive(ctx, v)
	w.must(err)
	w.want("alive", alive, want)
}

func TestAGuestIsNotLetInWhileBeingShutOut(t *testing.T) {
	w := newWorld(t)
	door := w.door()
	for range 10 {
		made, err := w.invite(w.nantes.assistant, "")
		w.must(err)
		grants := make([]Grant, 6)
		together(len(grants), func(i int) (err error) {
			if i == 0 {
				_, err = w.store.RevokeGuest(ctx, w.nantes.assistant, newAct(), made.Guest)
				return err
			}
			grants[i], err = door.SignInGuest(ctx, made.Secret, SignIn{})
			return err
		})
		w.want("sessions", one[int](w, `SELECT count(*) FROM session WHERE staff_id = $1 AND revoked_at IS NULL`, made.Guest), 0)
	}
}

func TestLinksThatOpenNothingAreSlowedDown(t *testing.T) {
	w := newWorld(t)
	door := w.door()
	made, err := w.invite(w.nantes.assistant, "")
	w.must(err)
	w.must2(door.SignInGuest(ctx, made.Secret, SignIn{}))
	late, err := w.invite(w.nantes.assistant, "")
	w.must(err)
	limited := 0
	for range 3 * missesAtOnce {
		if _, err := door.Invitation(ctx, newSecret(invitationPrefix)); network.IsCode(err, network.CodeLimited) {
			limited++
		}
	}
	if limited == 0 {
		t.Error("any number of links may be tried")
	}
	w.must2(door.SignInGuest(ctx, made.Secret, SignIn{}))
	if door.invitations.misses.Tokens() < 1 {
		_, err = door.SignInGuest(ctx, late.Secret, SignIn{})
		wantCode(t, err, network.CodeLimited)
	}
}

func TestWithoutAPasswordNoneIsRight(t *testing.T) {
	w := newWorld(t)
	door := w.door()
	made, err := w.invite(w.nantes.assistant, "solene@invite.example")
	w.must(err)
	for _, typed := range []string{"", "x", made.Secret, strings.Repeat("a", 20)} {
		_, err := door.SignIn(ctx, SignIn{Email: "solene@invite.example", Password: typed})
		wantCode(t, err, network.CodeUnauthenticated)
	}
	g, err := door.SignInGuest(ctx, made.Secret, SignIn{})
	w.must(err)
	v, err := door.ViewerOfSession(context.Background(), g.SessionID, g.StaffID)
	w.must(err)
	wantCode(t, door.ChangePassword(ctx, v, newAct(), "", "quatre bateaux sur la Loire"), network.CodeForbidden)
	wantCode(t, door.SetPassword(ctx, made.Guest, "quatre bateaux sur la Loire"), network.CodeNotFound)
	wantCode(t, door.CreateAccount(ctx, made.Guest, "quatre bateaux sur la Loire"), network.CodeInvalid)
	var seen struct{ HasPassword bool }
	w.read(v, `{ viewer { hasPassword } }`, &seen)
	w.want("said", fmt.Sprint(seen.HasPassword), "false")
}
