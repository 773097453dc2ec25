package db_test

import (
	"context"
	"sync/atomic"
	"testing"

	"maillage/db"
	"maillage/network"
)

func TestSignInTellsNothingOfWhoExists(t *testing.T) {
	h := newHouse(t)
	_, known := h.account(network.JobDirector, network.RoleNone)
	_, withoutAccount := h.person(network.JobDirector, network.RoleNone)
	gone, goneEmail := h.account(network.JobDirector, network.RoleNone)
	h.exec(`update staff_member set active = false where id = $1`, gone)

	for _, c := range []struct{ name, email, password string }{
		{"wrong password", known, "pas le bon du tout"},
		{"no account", withoutAccount, goodPassword},
		{"nobody", "personne@ailleurs.example", goodPassword},
		{"left the network", goneEmail, goodPassword},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := range 9 {
				_, err := h.SignIn(context.Background(), db.SignIn{Email: c.email, Password: c.password})
				if i < 5 {
					wantKey(t, err, network.CodeUnauthenticated, "sign_in_refused")
				} else {
					wantKey(t, err, network.CodeLimited, "sign_in_delayed")
				}
			}
		})
	}
}

func TestWrongGuessesSlowDownAndAreForgotten(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	ctx := context.Background()
	guess := func() error {
		_, err := h.SignIn(ctx, db.SignIn{Email: email, Password: "pas le bon du tout"})
		return err
	}
	waits := func() (seconds float64) {
		h.must(h.db.Get(&seconds, `select extract(epoch from blocked_until - last_at) from sign_in_guess`))
		return seconds
	}
	for i, want := range []float64{0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60} {
		wantKey(t, guess(), network.CodeUnauthenticated, "sign_in_refused")
		if got := waits(); got != want {
			t.Errorf("after %d wrong guesses: a wait of %v s, want %v", i+1, got, want)
		}
		h.exec(`update sign_in_guess set blocked_until = now()`) // the wait is over
	}
	h.signIn(email)
	for range 4 {
		wantKey(t, guess(), network.CodeUnauthenticated, "sign_in_refused")
	}
	if got := waits(); got != 0 {
		t.Errorf("a right password did not forget the wrong ones: a wait of %v s", got)
	}
	h.exec(`update sign_in_guess set failures = 1000, last_at = now() - interval '2 days', blocked_until = now()`)
	wantKey(t, guess(), network.CodeUnauthenticated, "sign_in_refused")
	if got := waits(); got != 0 {
		t.Errorf("yesterday's guesses count today: a wait of %v s", got)
	}
	if n := len(h.verbs(id)); n != 1+13+1+4+1 {
		t.Errorf("%d facts in the journal", n)
	}
}

func TestGuessesSentAtOnceAreAllPaidFor(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	var tried atomic.Int32
	atOnce(50, func(int) error {
		_, err := h.SignIn(context.Background(), db.SignIn{Email: email, Password: "pas le bon du tout"})
		if network.IsCode(err, network.CodeUnauthenticated) {
			tried.Add(1)
		}
		return nil
	})
	if tried.Load() > 6 { // one more if the first wait of a second ends meanwhile
		t.Errorf("%d of 50 guesses were tried", tried.Load())
	}
}

func TestStrangersGuessesDoNotShutOutAKnownDevice(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	_, otherEmail := h.account(network.JobDirector, network.RoleNone)
	ctx := context.Background()
	g := h.signIn(email)
	for range 10 {
		_, _ = h.SignIn(ctx, db.SignIn{Email: email, Password: "pas le bon du tout"})
	}
	_, err := h.SignIn(ctx, db.SignIn{Email: email, Password: goodPassword})
	wantKey(t, err, network.CodeLimited, "sign_in_delayed")
	again, err := h.SignIn(ctx, db.SignIn{Email: email, Password: goodPassword, Device: g.Device})
	h.must(err)
	if again.Device != g.Device {
		t.Error("the device was given another secret")
	}
	// The device vouches for its owner only, and its own wrong guesses count.
	for range 5 {
		_, err = h.SignIn(ctx, db.SignIn{Email: otherEmail, Password: "pas le bon du tout", Device: g.Device})
		wantKey(t, err, network.CodeUnauthenticated, "sign_in_refused")
	}
	_, err = h.SignIn(ctx, db.SignIn{Email: otherEmail, Password: goodPassword, Device: g.Device})
	wantKey(t, err, network.CodeLimited, "sign_in_delayed")
	for range 5 {
		_, err = h.SignIn(ctx, db.SignIn{Email: email, Password: "pas le bon du tout", Device: g.Device})
		wantKey(t, err, network.CodeUnauthenticated, "sign_in_refused")
	}
	_, err = h.SignIn(ctx, db.SignIn{Email: email, Password: goodPassword, Device: g.Device})
	wantKey(t, err, network.CodeLimited, "sign_in_delayed")
}

func TestTwoPeopleShareADevice(t *testing.T) {
	h := newHouse(t)
	_, first := h.account(network.JobDirector, network.RoleNone)
	_, second := h.account(network.JobDirector, network.RoleNone)
	g := h.signIn(first)
	shared, err := h.SignIn(context.Background(), db.SignIn{Email: second, Password: goodPassword, Device: g.Device})
	h.must(err)
	if shared.Device != g.Device {
		t.Error("the second person took the first one's device away")
	}
	// A secret we never gave is not taken over.
	forged, err := h.SignIn(context.Background(), db.SignIn{Email: second, Password: goodPassword, Device: g.Refresh})
	h.must(err)
	if forged.Device == g.Refresh {
		t.Error("took a refresh token for a device")
	}
}

func TestOnlyTheLatestDevicesAreKnown(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	for range 12 {
		h.signIn(email)
	}
	var n int
	h.must(h.db.Get(&n, `select count(*) from known_device where staff_id = $1`, id))
	if n != 10 {
		t.Errorf("%d devices known, want 10", n)
	}
}

func TestASignInDoesNotOutrunADeactivation(t *testing.T) {
	h := newHouse(t)
	_, adminEmail := h.account(network.JobNationalCoordination, network.RoleAdmin)
	admin := h.viewer(adminEmail)
	for range 20 {
		id, email := h.account(network.JobDirector, network.RoleNone)
		var g db.Grant
		var signedIn error
		atOnce(2, func(i int) error {
			if i == 0 {
				g, signedIn = h.SignIn(context.Background(), db.SignIn{Email: email, Password: goodPassword})
				return nil
			}
			h.must(h.DeactivateStaffMember(context.Background(), admin, act("deactivateStaffMember"), id, 1))
			return nil
		})
		if signedIn == nil {
			_, err := h.ViewerOfSession(context.Background(), g.SessionID, g.StaffID)
			wantKey(t, err, network.CodeUnauthenticated, "session_over")
			_, err = h.Refresh(context.Background(), g.Refresh)
			wantKey(t, err, network.CodeUnauthenticated, "session_over")
		}
	}
}
