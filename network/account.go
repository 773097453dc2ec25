package network

import (
	"strings"
	"time"
	"unicode/utf8"
)

// The limits of personal access tokens.
const (
	AccessTokenNameMax   = 80
	AccessTokensPerStaff = 20
	AccessTokenMaxAge    = 366 * 24 * time.Hour
)

// Session is one sign-in of a person, on one device.
type Session struct {
	ID ID
	// Device is a short summary of the browser, fit to be recognised by its owner.
	Device     string
	CreatedAt  time.Time
	LastUsedAt time.Time
	ExpiresAt  time.Time
	// Current is set for the session that is asking.
	Current bool
}

// TokenScope is what a personal access token may do.
type TokenScope string

const (
	ScopeRead  TokenScope = "READ"
	ScopeWrite TokenScope = "WRITE"
)

// AccessToken is a personal access token as its owner sees it: the secret is
// shown once, when it is made.
type AccessToken struct {
	ID        ID
	Name      string
	Scope     TokenScope
	CreatedAt time.Time
	ExpiresAt time.Time
	// LastUsedOn is the day of its last use, nil if it never served.
	LastUsedOn *time.Time
}

// CheckAccessToken validates what a person asks of a new token.
func CheckAccessToken(name string, scope TokenScope, now, expiresAt time.Time) error {
	switch n := utf8.RuneCountInString(strings.TrimSpace(name)); {
	case n == 0:
		return Invalid("input.name", "required")
	case n > AccessTokenNameMax:
		return Invalid("input.name", "too_long", "max", AccessTokenNameMax)
	case scope != ScopeRead && scope != ScopeWrite:
		return Invalid("input.scope", "unknown_value")
	case !expiresAt.After(now):
		return Invalid("input.expiresAt", "must_be_future")
	case expiresAt.After(now.Add(AccessTokenMaxAge)):
		return Invalid("input.expiresAt", "token_too_long_lived", "days", int(AccessTokenMaxAge.Hours()/24))
	}
	return nil
}

// CanManageOwnAccount refuses whoever is not signed in by themselves: a token
// must not be able to make tokens, nor to change the password behind it.
func CanManageOwnAccount(v Viewer) error {
	if v.Kind == Anonymous || v.Kind == "" {
		return &Error{Code: CodeUnauthenticated, Key: "sign_in_first"}
	}
	if v.SessionID == "" {
		return Forbidden("session_only")
	}
	return nil
}

// CanManageAccounts is for the administrator, signed in by themselves.
func CanManageAccounts(v Viewer) error {
	if err := CanManageOwnAccount(v); err != nil {
		return err
	}
	if !v.IsAdmin() {
		return Forbidden("admin_only")
	}
	return nil
}

// roleRank orders the network roles by what they let a person do.
var roleRank = map[NetworkRole]int{RoleNone: 0, RoleCoordinator: 1, RoleAdmin: 2}

// CanSetNetworkRole lets an administrator give and take roles up to their own,
// to members of a team only.
func CanSetNetworkRole(v Viewer, holder Job, from, to NetworkRole) error {
	if err := CanManageAccounts(v); err != nil {
		return err
	}
	rank, known := roleRank[to]
	if !known {
		return Invalid("input.role", "unknown_value")
	}
	if rank > roleRank[v.Role] || roleRank[from] > roleRank[v.Role] {
		return Forbidden("above_own_role")
	}
	if holder == JobGuest && to != RoleNone {
		return Forbidden("guest_without_role")
	}
	return nil
}

// DeviceSummary turns a User-Agent header into a few words its owner will
// recognise: the browser and the system, nothing that identifies the device.
func DeviceSummary(userAgent string) string {
	find := func(names ...string) string {
		for i := 0; i < len(names); i += 2 {
			if strings.Contains(userAgent, names[i]) {
				return names[i+1]
			}
		}
		return ""
	}
	browser := find("Edg", "Edge", "OPR/", "Opera", "SamsungBrowser", "Samsung Internet", "Firefox", "Firefox", "FxiOS", "Firefox",
		"CriOS", "Chrome", "Chromium", "Chromium", "Chrome", "Chrome", "Safari", "Safari")
	system := find("iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows", "Mac OS X", "macOS",
		"CrOS", "ChromeOS", "Linux", "Linux")
	switch {
	case browser != "" && system != "":
		return browser + " · " + system
	default:
		return browser + system
	}
}
