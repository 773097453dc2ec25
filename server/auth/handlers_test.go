package auth

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

func TestSignInRefreshAndSignOut(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.RoleNone)
	b := h.browser()
	wantAnonymous(t, b.who())
	b.in(email)
	v := b.who()
	if v.StaffID != id || v.Kind != network.Staff || v.SessionID == "" || v.ReadOnly {
		t.Errorf("%+v", v)
	}
	access, refresh := b.cookie("maillage_access"), b.cookie("maillage_refresh")
	wantStatus(t, b.post("/auth/refresh"), 204)
	if b.cookie("maillage_refresh") == refresh {
		t.Error("the refresh token was not replaced")
	}
	if b.who() != v {
		t.Error("the refresh changed who is asking")
	}
	out := b.post("/auth/sign-out")
	wantStatus(t, out, 204)
	if out.text != "" || b.cookie("maillage_access") != "" || b.cookie("maillage_refresh") != "" || b.cookie("maillage_device") == "" {
		t.Error("sign-out left the session's cookies, or took the device's")
	}
	// Cookies that were copied are worth nothing any more.
	thief := h.browser()
	thief.setCookie("maillage_access", access)
	thief.setCookie("maillage_refresh", refresh)
	wantAnonymous(t, thief.who())
	wantStatus(t, thief.post("/auth/refresh"), 401)
	wantStatus(t, b.post("/auth/sign-out"), 204)
	wantStatus(t, h.browser().post("/auth/sign-out"), 204)
}

func TestSignOutWorksWithEitherCookie(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	for _, kept := range []string{"maillage_access", "maillage_refresh"} {
		b, half := h.browser().in(email), h.browser()
		half.setCookie(kept, b.cookie(kept))
		wantStatus(t, half.post("/auth/sign-out"), 204)
		wantAnonymous(t, b.who())
	}
}

func TestSigningInAgainEndsTheFormerSession(t *testing.T) {
	h := newHouse(t)
	_, first := h.account(network.RoleNone)
	second, secondEmail := h.account(network.RoleNone)
	b := h.browser().in(first)
	before := h.browser()
	before.setCookie("maillage_access", b.cookie("maillage_access"))
	device := b.cookie("maillage_device")
	b.in(secondEmail)
	wantAnonymous(t, before.who())
	if b.who().StaffID != second || b.cookie("maillage_device") != device {
		t.Errorf("%+v", b.who())
	}
}

func TestCookiesAreClosed(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	for _, c := range []struct {
		public, prefix string
		secure         bool
		start          func(http.Handler) *httptest.Server
	}{
		{"http://localhost:8080", "", false, httptest.NewServer},
		{"https://maillage.example", "__Host-", true, httptest.NewTLSServer},
	} {
		for _, remember := range []bool{true, false} {
			var server *httptest.Server
			address := h.serve(h.instanceAt(c.public, nil), func(handler http.Handler) *httptest.Server {
				server = c.start(handler)
				return server
			})
			b := &browser{h, server.Client(), address}
			got := b.signIn(email, goodPassword, remember)
			wantStatus(t, got, 204)
			if got.Header.Get("Cache-Control") != "no-store" {
				t.Error("the answer may be cached")
			}
			ages := map[string]int{}
			for _, k := range got.Cookies() {
				ages[k.Name] = k.MaxAge
				if !k.HttpOnly || k.SameSite != http.SameSiteLaxMode || k.Path != "/" || k.Domain != "" || k.Secure != c.secure {
					t.Errorf("%s: %s", c.public, k.Raw)
				}
			}
			refreshAge, given := ages[c.prefix+"maillage_refresh"]
			if len(ages) != 3 || !given || ages[c.prefix+"maillage_access"] != 600 || ages[c.prefix+"maillage_device"] != 365*24*3600 {
				t.Errorf("%s: %v", c.public, ages)
			}
			if month := 30 * 24 * 3600; remember != (refreshAge > month-60 && refreshAge <= month) || !remember && refreshAge != 0 {
				t.Errorf("%s: remember %v, for %d s", c.public, remember, refreshAge)
			}
		}
	}
}

func TestRefusalsAreToldInTheReadersLanguage(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	body := `{"email":"` + email + `","password":"pas le bon du tout"}`
	for accept, want := range map[string]string{
		"":                        "L’adresse ou le mot de passe n’est pas le bon.",
		"fr-FR,fr;q=0.9,en;q=0.8": "L’adresse ou le mot de passe n’est pas le bon.",
		"en-GB,en;q=0.9,fr;q=0.8": "The address or the password is not right.",
		"de":                      "L’adresse ou le mot de passe n’est pas le bon.",
		";;q=x":                   "L’adresse ou le mot de passe n’est pas le bon.",
	} {
		got := h.browser().send("POST", "/auth/sign-in", body, "Accept-Language", accept)
		wantStatus(t, got, 401)
		if got.code != "UNAUTHENTICATED" || got.message != want {
			t.Errorf("%q: %s %s", accept, got.code, got.message)
		}
		if len(got.Cookies()) != 0 {
			t.Error("a refusal sets cookies")
		}
	}
	unknown := h.browser().send("POST", "/auth/sign-in", `{"email":"personne@ailleurs.example","password":"pas le bon du tout"}`)
	if unknown.StatusCode != 401 || unknown.code != "UNAUTHENTICATED" || unknown.message != "L’adresse ou le mot de passe n’est pas le bon." {
		t.Errorf("an unknown address is told apart: %d %s", unknown.StatusCode, unknown.text)
	}
}

func TestGuessingIsSlowedWithAWordOnHowLong(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	known := h.browser().in(email)
	stranger := h.browser()
	for range 5 {
		wantStatus(t, stranger.signIn(email, "pas le bon du tout", false), 401)
	}
	_, err := h.db.Exec(`update sign_in_guess set blocked_until = now() + interval '40 seconds'`)
	h.must(err)
	got := stranger.signIn(email, goodPassword, false)
	wantStatus(t, got, 429)
	if got.code != "LIMITED" || got.Header.Get("Retry-After") != "40" || !strings.Contains(got.message, "40") {
		t.Errorf("%s %s", got.Header, got.text)
	}
	known.in(email) // the owner, on a device of theirs, is not kept waiting
	_, colleague := h.account(network.RoleNone)
	stranger.in(colleague) // nor is somebody else in the same room
}

func TestHostileBodiesAreRefusedShortly(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	good := `{"email":"` + email + `","password":"` + goodPassword + `"}`
	for name, c := range map[string]struct {
		body, kind string
		want       int
	}{
		"a form":              {"email=x&password=y", "application/x-www-form-urlencoded", 415},
		"text":                {good, "text/plain", 415},
		"no kind":             {good, "", 415},
		"nothing":             {"", "application/json", 400},
		"null":                {"null", "application/json", 400},
		"a list":              {"[" + good + "]", "application/json", 400},
		"two":                 {good + good, "application/json", 400},
		"trailing":            {good + "}", "application/json", 400},
		"unfinished":          {good[:30], "application/json", 400},
		"unknown member":      {`{"email":"a@b","password":"x","role":"ADMIN"}`, "application/json", 400},
		"another type":        {`{"email":["a@b"],"password":"x"}`, "application/json", 400},
		"no password":         {`{"email":"a@b"}`, "application/json", 400},
		"a NUL":               {`{"email":"a\u0000@b","password":"x"}`, "application/json", 400},
		"half a surrogate":    {`{"email":"a\ud800@b","password":"x"}`, "application/json", 401},
		"bytes that are none": {"{\"email\":\"a\xff\xfe@b\",\"password\":\"x\"}", "application/json", 401},
		"a NUL as password":   {`{"email":"a@b","password":"\u0000"}`, "application/json", 401},
		"long address":        {`{"email":"` + strings.Repeat("a", 1100) + `","password":"x"}`, "application/json", 400},
		"long password":       {`{"email":"a@b","password":"` + strings.Repeat("a", 15000) + `"}`, "application/json", 401},
		"too long":            {`{"email":"a@b","password":"` + strings.Repeat("a", 17000) + `"}`, "application/json", 413},
		"deep":                {strings.Repeat("[", 16000), "application/json", 400},
	} {
		t.Run(name, func(t *testing.T) {
			got := h.browser().send("POST", "/auth/sign-in", c.body, "Content-Type", c.kind)
			wantStatus(t, got, c.want)
			if got.code == "" || got.code == "INTERNAL" || got.message == "" || got.message == got.code || len(got.text) > 200 {
				t.Errorf("%s", got.text)
			}
		})
	}
	if h.log.Len() != 0 {
		t.Errorf("logged: %s", h.log)
	}
}

func TestRefusedRefreshTakesTheCookiesAway(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	b := h.browser().in(email)
	h.must(h.accounts.SignOutEverywhere(context.Background(), b.who()))
	got := b.send("POST", "/auth/refresh", "", "Accept-Language", "en")
	wantStatus(t, got, 401)
	if got.code != "UNAUTHENTICATED" || got.message != "Your session is over. Sign in again." || b.cookie("maillage_refresh") != "" {
		t.Errorf("%s", got.text)
	}
}

func TestALostRefreshAnswerDoesNotSignAnybodyOut(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	b := h.browser().in(email)
	lost := h.browser() // the same browser, whose answer never arrived
	lost.setCookie("maillage_refresh", b.cookie("maillage_refresh"))
	wantStatus(t, lost.post("/auth/refresh"), 204)
	wantStatus(t, b.post("/auth/refresh"), 204)
	if b.cookie("maillage_refresh") != lost.cookie("maillage_refresh") {
		t.Error("two successors")
	}
	wantStatus(t, b.post("/auth/refresh"), 204)
}

func TestADatabaseThatIsAwaySignsNobodyOut(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	b := h.browser().in(email)
	h.must(h.db.Close())
	for _, got := range []answer{b.send("GET", "/who", ""), b.post("/auth/refresh"), b.signIn(email, goodPassword, false)} {
		wantStatus(t, got, 503)
		if got.code != "INTERNAL" || strings.Contains(got.text, "sql") || len(got.Cookies()) != 0 || got.Header.Get("Retry-After") == "" {
			t.Errorf("%s", got.text)
		}
	}
	if !strings.Contains(h.log.String(), "database is closed") {
		t.Error("the fault was not logged")
	}
	if strings.Contains(h.log.String(), goodPassword) || strings.Contains(h.log.String(), email) {
		t.Error("the log tells secrets")
	}
}

func TestAnAccessTokenRunsOutByItself(t *testing.T) {
	h := newHouse(t)
	_, email := h.account(network.RoleNone)
	now := time.Now()
	b := h.browser()
	b.url = h.serve(h.instanceAt("http://localhost:8080", func() time.Time { return now }), nil)
	b.in(email)
	now = now.Add(9 * time.Minute)
	if b.who().Kind != network.Staff {
		t.Error("refused before its time")
	}
	now = now.Add(2 * time.Minute)
	wantAnonymous(t, b.who())
	wantStatus(t, b.post("/auth/refresh"), 204)
	if b.who().Kind != network.Staff {
		t.Error("refused after a refresh")
	}
}
