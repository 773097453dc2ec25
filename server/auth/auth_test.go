package auth

import (
	"context"
	"net/http"
	"testing"

	"github.com/google/uuid"

	"maillage/db"
	"maillage/network"
)

func act(name string) db.Act { return db.Act{Key: network.ID(uuid.NewString()), Name: name} }

// What one instance decides, another knows at the next request.
func TestRightsEndAtOnceOnEveryInstance(t *testing.T) {
	h := newHouse(t)
	_, adminEmail := h.account(network.RoleAdmin)
	ctx := context.Background()
	admin := h.browser().in(adminEmail).who()
	elsewhere := h.serve(h.instance(), nil)
	for name, do := range map[string]func(v network.Viewer) error{
		"sign-out everywhere": func(v network.Viewer) error { return h.accounts.SignOutEverywhere(ctx, v) },
		"sign-out":            func(v network.Viewer) error { return h.accounts.SignOutSession(ctx, v) },
		"deactivation": func(v network.Viewer) error {
			return h.accounts.DeactivateStaffMember(ctx, admin, act("deactivateStaffMember"), v.StaffID, 1)
		},
		"new password by the operator": func(v network.Viewer) error {
			return h.accounts.SetPassword(ctx, v.StaffID, "quatre péniches au pont de Cran")
		},
		"left the network": func(v network.Viewer) error {
			_, err := h.db.Exec(`update staff_member set active = false where id = $1`, v.StaffID)
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, email := h.account(network.RoleNone)
			b := h.browser().in(email)
			b.setCookie("maillage_access", b.cookie("maillage_access"))
			there := &browser{h, b.client, elsewhere}
			there.setCookie("maillage_access", b.cookie("maillage_access"))
			v := there.who()
			if v.Kind != network.Staff {
				t.Fatal("the other instance does not know the session")
			}
			h.must(do(v))
			wantAnonymous(t, there.who())
			wantAnonymous(t, b.who())
			wantStatus(t, there.post("/auth/refresh"), 401)
		})
	}
	t.Run("role", func(t *testing.T) {
		id, email := h.account(network.RoleNone)
		b := &browser{h, h.browser().in(email).client, elsewhere}
		h.must(h.accounts.SetNetworkRole(ctx, admin, act("setNetworkRole"), id, 1, network.RoleCoordinator))
		if !b.who().IsCoordinator() {
			t.Errorf("%+v", b.who())
		}
	})
}

func TestBearerAndCookiesAreNeverMixed(t *testing.T) {
	h := newHouse(t)
	_, cookieEmail := h.account(network.RoleAdmin)
	tokenOwner, tokenEmail := h.account(network.RoleNone)
	ctx := context.Background()
	made, err := h.accounts.CreateAccessToken(ctx, h.browser().in(tokenEmail).who(), act("createAccessToken"), "export", network.ScopeRead, 30)
	h.must(err)
	b := h.browser().in(cookieEmail)
	admin := b.who()

	want := network.Viewer{Kind: network.Staff, StaffID: tokenOwner, Job: network.JobDirector, Role: network.RoleNone, ReadOnly: true, TokenID: made.ID}
	for _, scheme := range []string{"Bearer ", "bearer ", "BEARER  "} {
		if got := b.who("Authorization", scheme+made.Secret); got != want {
			t.Errorf("%s: %+v", scheme, got)
		}
	}
	for _, wrong := range []string{"Bearer", "Bearer ", "Bearer nonsense", "Bearer " + made.Secret + "a",
		"Bearer " + b.cookie("maillage_access"), "Bearer " + b.cookie("maillage_refresh"), "Bearer " + b.cookie("maillage_device")} {
		wantAnonymous(t, b.who("Authorization", wrong))
	}
	// Another scheme is a proxy's affair.
	if b.who("Authorization", "Basic dTpw") != admin {
		t.Error("a proxy's password signed the person out")
	}
	r, err := http.NewRequest("GET", h.url+"/who", nil)
	h.must(err)
	r.Header["Authorization"] = []string{"Bearer " + made.Secret, "Bearer " + made.Secret}
	if secret, ok := bearer(r); secret != "" || !ok {
		t.Error("one of two tokens was chosen")
	}
	h.must(h.accounts.RevokeAccessToken(ctx, h.browser().in(tokenEmail).who(), act("revokeAccessToken"), made.ID))
	wantAnonymous(t, b.who("Authorization", "Bearer "+made.Secret))
}

func TestEachKindOfTokenIsRefusedEverywhereElse(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	b := h.browser().in(email)
	made, err := h.accounts.CreateAccessToken(context.Background(), b.who(), act("createAccessToken"), "export", network.ScopeWrite, 30)
	h.must(err)
	access, refresh, device := b.cookie("maillage_access"), b.cookie("maillage_refresh"), b.cookie("maillage_device")
	for _, wrong := range []string{refresh, device, made.Secret, "", "x"} {
		other := h.browser()
		other.setCookie("maillage_access", wrong)
		wantAnonymous(t, other.who())
	}
	for _, wrong := range []string{access, device, made.Secret, "", "x"} {
		other := h.browser()
		other.setCookie("maillage_refresh", wrong)
		wantStatus(t, other.post("/auth/refresh"), 401)
	}
	if b.who().Kind != network.Staff {
		t.Error("the session suffered")
	}
}

func TestACookieSentTwiceIsNobodys(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	access := h.browser().in(email).cookie("maillage_access")
	for _, header := range []string{"maillage_access=x; maillage_access=" + access, "maillage_access=" + access + "; maillage_access=" + access} {
		b := h.browser()
		wantAnonymous(t, b.who("Cookie", header))
	}
}
