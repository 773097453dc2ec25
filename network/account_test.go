package network

import (
	"errors"
	"strings"
	"testing"
)

func TestCanSetNetworkRole(t *testing.T) {
	admin := Viewer{Kind: Staff, Role: RoleAdmin, SessionID: "s"}
	coordinator := Viewer{Kind: Staff, Role: RoleCoordinator, SessionID: "s"}
	for _, c := range []struct {
		name     string
		viewer   Viewer
		holder   Job
		from, to NetworkRole
		key      string
	}{
		{"an admin makes an admin", admin, JobDirector, RoleNone, RoleAdmin, ""},
		{"an admin takes the role back", admin, JobDirector, RoleAdmin, RoleNone, ""},
		{"a coordinator makes nobody a coordinator", coordinator, JobDirector, RoleNone, RoleCoordinator, "admin_only"},
		{"staff make nobody anything", Viewer{Kind: Staff, Role: RoleNone, SessionID: "s"}, JobDirector, RoleNone, RoleAdmin, "admin_only"},
		{"a guest named admin by mistake cannot act", Viewer{Kind: Guest, Role: RoleAdmin, SessionID: "s"}, JobDirector, RoleNone, RoleAdmin, "admin_only"},
		{"an admin's token cannot", Viewer{Kind: Staff, Role: RoleAdmin, TokenID: "t"}, JobDirector, RoleNone, RoleAdmin, "session_only"},
		{"nobody cannot", Viewer{Kind: Anonymous}, JobDirector, RoleNone, RoleAdmin, "sign_in_first"},
		{"a guest is given no role", admin, JobGuest, RoleNone, RoleCoordinator, "guest_without_role"},
		{"a guest's role is taken back", admin, JobGuest, RoleCoordinator, RoleNone, ""},
		{"no such role", admin, JobDirector, RoleNone, "KING", "unknown_value"},
	} {
		t.Run(c.name, func(t *testing.T) { wantKey(t, CanSetNetworkRole(c.viewer, c.holder, c.from, c.to), c.key) })
	}
}

func TestCleanAccessToken(t *testing.T) {
	for _, c := range []struct {
		name  string
		scope TokenScope
		days  int
		key   string
	}{
		{"export", ScopeRead, 1, ""},
		{" export ", ScopeWrite, 365, ""},
		{"  ", ScopeRead, 30, "required"},
		{strings.Repeat("é", 81), ScopeRead, 30, "too_long"},
		{"ex\nport", ScopeRead, 30, "unprintable"},
		{"export", "ADMIN", 30, "unknown_value"},
		{"export", ScopeRead, 0, "out_of_range"},
		{"export", ScopeRead, 366, "out_of_range"},
	} {
		name, err := CleanAccessToken(c.name, c.scope, c.days)
		wantKey(t, err, c.key)
		if err == nil && name != "export" {
			t.Errorf("kept as %q", name)
		}
	}
}

func TestDeviceSummary(t *testing.T) {
	for agent, want := range map[string]string{
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0":                                                        "Firefox · Windows",
		"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0":           "Edge · Windows",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1": "Safari · iPhone",
		"Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36":                            "Chrome · Android",
		"curl/8.5.0": "",
		"":           "",
	} {
		if got := DeviceSummary(agent); got != want {
			t.Errorf("%q: %q, want %q", agent, got, want)
		}
	}
}

func wantKey(t *testing.T, err error, key string) {
	t.Helper()
	var e *Error
	switch {
	case key == "" && err != nil:
		t.Errorf("refused: %v", err)
	case key != "" && (!errors.As(err, &e) || e.Key != key):
		t.Errorf("%v, want %s", err, key)
	}
}
