package db_test

import (
	"context"
	"strings"
	"testing"

	"maillage/db"
	"maillage/network"
)

// token makes a personal access token and returns its id and secret.
func (h *house) token(v network.Viewer, scope network.TokenScope) db.NewAccessToken {
	h.t.Helper()
	made, err := h.CreateAccessToken(context.Background(), v, act("createAccessToken"), "Tableau de bord", scope, 30)
	h.must(err)
	return made
}

func TestAccessTokenSpeaksForItsOwner(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleAdmin)
	_, otherEmail := h.account(network.JobDirector, network.RoleAdmin)
	ctx := context.Background()
	v, other := h.viewer(email), h.viewer(otherEmail)
	read, write := h.token(v, network.ScopeRead), h.token(v, network.ScopeWrite)

	got, err := h.ViewerOfToken(ctx, read.Secret)
	h.must(err)
	want := v
	want.SessionID, want.TokenID, want.ReadOnly = "", read.ID, true
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	h.wantAlive(got, true)
	var used bool
	h.must(h.db.Get(&used, `select last_used_on is not distinct from current_date from access_token where id = $1`, read.ID))
	if !used {
		t.Error("the day of its use was not noted")
	}
	writer, err := h.ViewerOfToken(ctx, write.Secret)
	h.must(err)
	if writer.ReadOnly {
		t.Error("the write scope only reads")
	}

	wantKey(t, h.RevokeAccessToken(ctx, other, act("revokeAccessToken"), read.ID), network.CodeNotFound, "not_found")
	once := act("revokeAccessToken")
	h.must(h.RevokeAccessToken(ctx, v, once, read.ID))
	h.must(h.RevokeAccessToken(ctx, v, once, read.ID)) // its answer was lost
	h.wantAlive(got, false)
	_, err = h.ViewerOfToken(ctx, read.Secret)
	wantKey(t, err, network.CodeUnauthenticated, "session_over")
	wantKey(t, h.RevokeAccessToken(ctx, v, act("revokeAccessToken"), read.ID), network.CodeNotFound, "not_found")

	h.exec(`update access_token set expires_at = now() where id = $1`, write.ID)
	_, err = h.ViewerOfToken(ctx, write.Secret)
	wantKey(t, err, network.CodeUnauthenticated, "session_over")
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN", "TOKEN_CREATED", "TOKEN_CREATED", "TOKEN_REVOKED")
}

func TestAccessTokenDoesNotManageAccounts(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleAdmin)
	other, _ := h.account(network.JobDirector, network.RoleAdmin)
	ctx := context.Background()
	v := h.viewer(email)
	writer, err := h.ViewerOfToken(ctx, h.token(v, network.ScopeWrite).Secret)
	h.must(err)
	_, err = h.CreateAccessToken(ctx, writer, act("createAccessToken"), "more", network.ScopeWrite, 30)
	wantKey(t, err, network.CodeForbidden, "session_only")
	for name, err := range map[string]error{
		"change the password": h.ChangePassword(ctx, writer, act("changePassword"), goodPassword, "quatre péniches"),
		"deactivate":          h.DeactivateStaffMember(ctx, writer, act("deactivateStaffMember"), other, 1),
		"give a role":         h.SetNetworkRole(ctx, writer, act("setNetworkRole"), other, 1, network.RoleNone),
		"end a session":       h.RevokeSession(ctx, writer, act("revokeSession"), v.SessionID),
		"end a token":         h.RevokeAccessToken(ctx, writer, act("revokeAccessToken"), writer.TokenID),
		"end every session":   h.SignOutEverywhere(ctx, writer),
	} {
		t.Run(name, func(t *testing.T) { wantKey(t, err, network.CodeForbidden, "session_only") })
	}
}

func TestASecretIsToldOnce(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	v, once := h.viewer(email), act("createAccessToken")
	make := func() db.NewAccessToken {
		made, err := h.CreateAccessToken(context.Background(), v, once, "export", network.ScopeRead, 30)
		h.must(err)
		return made
	}
	first, again := make(), make()
	if !strings.HasPrefix(first.Secret, "mlg_pat_") || again.Secret != "" || again.ID != first.ID {
		t.Errorf("%+v, then %+v", first, again)
	}
	var tokens int
	var kept string
	h.must(h.db.Get(&tokens, `select count(*) from access_token`))
	h.must(h.db.Get(&kept, `select result::text from mutation_result`))
	if tokens != 1 || strings.Contains(kept, "mlg_pat_") {
		t.Errorf("%d tokens; kept: %s", tokens, kept)
	}
}

func TestAccessTokensAreLimited(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	_, guestEmail := h.account(network.JobGuest, network.RoleNone)
	ctx := context.Background()
	v := h.viewer(email)
	make := func(v network.Viewer, days int) error {
		_, err := h.CreateAccessToken(ctx, v, act("createAccessToken"), "export", network.ScopeRead, days)
		return err
	}
	failures := atOnce(25, func(int) error { return make(v, 30) })
	if len(failures) != 5 {
		t.Errorf("%d of 25 refused, want 5", len(failures))
	}
	for _, err := range failures {
		wantKey(t, err, network.CodeLimited, "too_many_tokens")
	}
	wantKey(t, make(h.viewer(guestEmail), 30), network.CodeForbidden, "staff_only")
	wantKey(t, make(v, 366), network.CodeInvalid, "out_of_range")
}

func TestOneKindOfSecretIsRefusedForAnother(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.JobDirector, network.RoleNone)
	g := h.signIn(email)
	pat := h.token(h.viewer(email), network.ScopeWrite).Secret
	for _, secret := range []string{"", g.Refresh, g.Device, pat[:len(pat)-1], pat + "a", strings.ToUpper(pat), " " + pat} {
		_, err := h.ViewerOfToken(context.Background(), secret)
		wantKey(t, err, network.CodeUnauthenticated, "session_over")
	}
	h.wantOver(pat)
	h.wantOver(g.Device)
}
