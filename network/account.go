package network

import "strings"

// The limits of personal access tokens.
const (
	AccessTokenNameMax   = 80
	AccessTokensPerStaff = 20
	AccessTokenMaxDays   = 365
)

// TokenScope is what a personal access token may do.
type TokenScope string

const (
	ScopeRead  TokenScope = "READ"
	ScopeWrite TokenScope = "WRITE"
)

// CleanAccessToken validates what a person asks of a new token, and returns
// its name as it is to be kept. days is how long it is to live.
func CleanAccessToken(name string, scope TokenScope, days int) (string, error) {
	if scope != ScopeRead && scope != ScopeWrite {
		return "", Invalid("input.scope", "unknown_value")
	}
	if days < 1 || days > AccessTokenMaxDays {
		return "", Invalid("input.days", "out_of_range", "min", 1, "max", AccessTokenMaxDays)
	}
	return CleanLine("input.name", name, AccessTokenNameMax)
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
	if err := CheckNetworkRole(holder, to); err != nil {
		return err
	}
	if roleRank[to] > roleRank[v.Role] || roleRank[from] > roleRank[v.Role] {
		return Forbidden("above_own_role")
	}
	return nil
}

// CheckNetworkRole says whether a person of that job can have the role.
func CheckNetworkRole(holder Job, role NetworkRole) error {
	if _, known := roleRank[role]; !known {
		return Invalid("input.networkRole", "unknown_value")
	}
	if holder == JobGuest && role != RoleNone {
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
