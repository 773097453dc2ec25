package db_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"maillage/db"
	"maillage/network"
)

// later lets time pass over what is stored.
func (h *house) later(d time.Duration) {
	h.t.Helper()
	h.exec(`update refresh_token set used_at = used_at - make_interval(secs => $1), created_at = created_at - make_interval(secs => $1)`, d.Seconds())
	h.exec(`update session set
		created_at = created_at - make_interval(secs => $1), last_used_at = last_used_at - make_interval(secs => $1),
		expires_at = expires_at - make_interval(secs => $1), ends_at = ends_at - make_interval(secs => $1)`, d.Seconds())
}

func (h *house) refresh(token string) db.Grant {
	h.t.Helper()
	g, err := h.Refresh(context.Background(), token)
	h.must(err)
	return g
}

func (h *house) wantOver(token string) {
	h.t.Helper()
	_, err := h.Refresh(context.Background(), token)
	wantKey(h.t, err, network.CodeUnauthenticated, "session_over")
}

func TestRefreshFollowsTheSession(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	g := h.signIn(email)
	next := h.refresh(g.Refresh)
	if next.SessionID != g.SessionID || next.StaffID != id || next.Refresh == g.Refresh {
		t.Errorf("%+v after %+v", next, g)
	}
	h.refresh(next.Refresh)
	for _, wrong := range []string{"", "x", g.Device, next.Refresh[:len(next.Refresh)-1] + "b", "mlg_pat_" + next.Refresh[8:]} {
		h.wantOver(wrong)
	}
	var stored int
	h.must(h.db.Get(&stored, `select count(*) from refresh_token where encode(hash, 'escape') like '%mlg%' or length(hash) <> 32`))
	if stored != 0 {
		t.Error("a refresh token is stored in clear")
	}
}

func TestFiftyRefreshesAtOnceGiveOneSuccessor(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	g := h.signIn(email)
	other := db.NewAccounts(h.db) // a second instance
	var mu sync.Mutex
	successors := map[string]int{}
	for _, err := range atOnce(50, func(i int) error {
		accounts := h.Accounts
		if i%2 == 0 {
			accounts = other
		}
		next, err := accounts.Refresh(context.Background(), g.Refresh)
		mu.Lock()
		defer mu.Unlock()
		successors[next.Refresh]++
		return err
	}) {
		t.Error(err)
	}
	if len(successors) != 1 {
		t.Errorf("%d successors", len(successors))
	}
	var tokens int
	h.must(h.db.Get(&tokens, `select count(*) from refresh_token where session_id = $1`, g.SessionID))
	if tokens != 2 {
		t.Errorf("%d tokens stored, want the first and its successor", tokens)
	}
	for next := range successors {
		h.refresh(next)
	}
}

func TestALostAnswerIsGivenAgainForThirtySeconds(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	g := h.signIn(email)
	lost := h.refresh(g.Refresh)
	h.later(29 * time.Second)
	again := h.refresh(g.Refresh)
	if again.Refresh != lost.Refresh {
		t.Error("a second successor")
	}
	// A slow second tab gets the end of the line, not a token already used.
	third := h.refresh(again.Refresh)
	if slow := h.refresh(g.Refresh); slow.Refresh != third.Refresh {
		t.Error("a slow tab was not given the latest token")
	}
	h.refresh(third.Refresh)
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN")
}

func TestAReplayedRefreshTokenEndsTheSession(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	g, other := h.signIn(email), h.signIn(email)
	stolen := g.Refresh
	g = h.refresh(g.Refresh)
	h.later(31 * time.Second)
	h.wantOver(stolen)
	h.wantOver(g.Refresh)
	h.wantOver(stolen)
	_, err := h.ViewerOfSession(context.Background(), g.SessionID, id)
	wantKey(t, err, network.CodeUnauthenticated, "session_over")
	h.refresh(other.Refresh) // another sign-in is another family
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN", "SIGNED_IN", "SESSION_REVOKED")
}

func TestSaltsAreForgottenAfterTheGrace(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	g := h.refresh(h.signIn(email).Refresh)
	h.later(31 * time.Second)
	h.refresh(g.Refresh)
	var used, salted int
	h.must(h.db.QueryRow(`select count(used_at), count(salt) from refresh_token`).Scan(&used, &salted))
	if used != 2 || salted != 1 {
		t.Errorf("%d tokens used, %d salts kept", used, salted)
	}
}

func TestSessionsEnd(t *testing.T) {
	for _, c := range []struct {
		name     string
		remember bool
		idle     time.Duration
		end      time.Duration
	}{
		{"for the day", false, 12 * time.Hour, 24 * time.Hour},
		{"remembered", true, 30 * 24 * time.Hour, 90 * 24 * time.Hour},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHouse(t)
			_, email := h.account(network.JobDirector, network.RoleNone)
			signIn := func() (db.Grant, network.Viewer) {
				g, err := h.SignIn(context.Background(), db.SignIn{Email: email, Password: goodPassword, Remember: c.remember})
				h.must(err)
				v, err := h.ViewerOfSession(context.Background(), g.SessionID, g.StaffID)
				h.must(err)
				return g, v
			}
			g, v := signIn()
			h.later(c.idle - time.Minute)
			h.wantAlive(v, true)
			h.later(2 * time.Minute)
			h.wantAlive(v, false)
			h.wantOver(g.Refresh)

			g, v = signIn()
			for spent := time.Duration(0); spent+c.idle/2 < c.end; spent += c.idle / 2 {
				g = h.refresh(g.Refresh)
				h.later(c.idle / 2)
			}
			h.wantAlive(v, true)
			h.refresh(g.Refresh)
			h.later(c.idle/2 + time.Minute) // used a moment ago, but it has had its time
			h.wantAlive(v, false)
		})
	}
}

func TestSignOutEndsTheSessionOfAnyOfItsTokens(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	ctx := context.Background()
	g, stays := h.signIn(email), h.viewer(email)
	next := h.refresh(g.Refresh)
	h.must(h.SignOut(ctx, g.Refresh))
	h.wantOver(next.Refresh)
	h.must(h.SignOut(ctx, g.Refresh))
	h.must(h.SignOut(ctx, "nonsense"))
	h.wantAlive(stays, true)
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN", "SIGNED_IN", "SIGNED_OUT")
}
