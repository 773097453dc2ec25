package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"maillage/db/dbtest"
)

// send makes one request and reads its answer.
func send(t *testing.T, client *http.Client, method, address, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(text)
}

// An address that is a secret is passed on by no link, and listed by nobody.
func TestASecretAddressIsKept(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url)
	for path, want := range map[string][2]string{
		"/mur/mlg_wal_secret":            {"no-referrer", "noindex, nofollow, noarchive"},
		"/invitation/mlg_inv_secret":     {"no-referrer", "noindex, nofollow, noarchive"},
		"/calendrier/mlg_cal_secret.ics": {"no-referrer", "noindex, nofollow, noarchive"},
		"/healthz":                       {"same-origin", ""},
	} {
		response, _ := send(t, http.DefaultClient, "GET", p.url()+path, "")
		if got := [2]string{response.Header.Get("Referrer-Policy"), response.Header.Get("X-Robots-Tag")}; got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

// Whatever is answered, the browser is told what this site never does.
func TestEveryKindOfAnswerIsHardened(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url, "PUBLIC_URL=https://maillage.example")
	j := []string{"Content-Type", "application/json"}
	for name, c := range map[string]struct {
		method, path, body string
		headers            []string
		status             int
	}{
		"alive":                {"GET", "/healthz", "", nil, 200},
		"ready":                {"GET", "/readyz", "", nil, 200},
		"a query":              {"POST", "/graphql", quoted("{ themes { id } }"), j, 200},
		"a query that is none": {"POST", "/graphql", quoted("{"), j, 400},
		"another method":       {"GET", "/graphql", "", nil, 405},
		"too much":             {"POST", "/graphql", strings.Repeat("x", 2<<20), j, 413},
		"no JSON":              {"POST", "/graphql", "x", nil, 415},
		"a stream refused":     {"POST", "/graphql/stream", quoted("subscription { events { cursor } }"), j, 401},
		"a sign-in refused":    {"POST", "/auth/sign-in", `{"email": "x@centre.example", "password": "x"}`, j, 401},
		"a refresh refused":    {"POST", "/auth/refresh", "", nil, 401},
		"a sign-out":           {"POST", "/auth/sign-out", "", nil, 204},
		"another site's page":  {"POST", "/auth/sign-out", "", []string{"Origin", "https://elsewhere.example", "Sec-Fetch-Site", "cross-site"}, 403},
		"a missing file":       {"GET", "/assets/none.js", "", nil, 404},
		"a hidden file":        {"GET", "/.env", "", nil, 404},
		"a way out":            {"GET", "/assets/..%2f..%2fgo.mod", "", nil, 0},
		"a page":               {"GET", "/groupes", "", nil, 0}, // 503 where the application is not built in
		"a strange method":     {"TRACE", "/", "", nil, 405},
	} {
		t.Run(name, func(t *testing.T) {
			response, text := send(t, http.DefaultClient, c.method, p.url()+c.path, c.body, c.headers...)
			if c.status != 0 && response.StatusCode != c.status {
				t.Errorf("status %d, want %d: %s", response.StatusCode, c.status, text)
			}
			if strings.Contains(text, "module maillage") {
				t.Error("a file of the server is served")
			}
			h := response.Header
			for header, want := range map[string]string{
				"Content-Security-Policy":      contentPolicy,
				"X-Content-Type-Options":       "nosniff",
				"Referrer-Policy":              "same-origin",
				"Cross-Origin-Opener-Policy":   "same-origin",
				"Cross-Origin-Resource-Policy": "same-origin",
				"Strict-Transport-Security":    "max-age=63072000",
			} {
				if h.Get(header) != want {
					t.Errorf("%s: %q, want %q", header, h.Get(header), want)
				}
			}
			if h.Get("Permissions-Policy") == "" || len(h.Get("X-Request-Id")) != 16 {
				t.Errorf("headers %v", h)
			}
			for _, told := range []string{"Server", "X-Powered-By", "Access-Control-Allow-Origin"} {
				if h.Get(told) != "" {
					t.Errorf("%s: %q is told", told, h.Get(told))
				}
			}
			for _, cookie := range response.Cookies() {
				if !cookie.Secure || !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || !strings.HasPrefix(cookie.Name, "__Host-") {
					t.Errorf("a loose cookie: %s", cookie)
				}
			}
		})
	}
	if regexp.MustCompile(`unsafe|\*|http:`).MatchString(contentPolicy) {
		t.Errorf("the policy is loose: %s", contentPolicy)
	}
}

// The figures are for the operator, at a private address that has nothing else.
func TestTheFiguresAreServedInsideOnly(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	free, err := net.Listen("tcp", "127.0.0.1:0")
	s.must(err)
	inside := free.Addr().String()
	s.must(free.Close())
	p := start(t, s.url, "METRICS_ADDRESS="+inside)
	if answered, err := s.ask(t.Context(), http.DefaultClient, p.url(), s.addTask("Compter", newID())); err != nil || !answered.done("addTask") {
		t.Fatal(answered.text, err)
	}
	_, outside := send(t, http.DefaultClient, "GET", p.url()+"/metrics", "")
	if strings.Contains(outside, "maillage_http_request_seconds") || strings.Contains(outside, "go_goroutines") {
		t.Error("the figures are served to everybody")
	}
	response, figures := send(t, http.DefaultClient, "GET", "http://"+inside+"/metrics", "")
	if response.StatusCode != 200 {
		t.Errorf("status %d", response.StatusCode)
	}
	for _, figure := range []string{`maillage_http_request_seconds_count{route="POST /graphql",status="200"} 1`,
		"maillage_live_readers 0", "go_sql_open_connections", "process_open_fds", "go_goroutines"} {
		if !strings.Contains(figures, figure) {
			t.Errorf("there is no %s", figure)
		}
	}
	for _, path := range []string{"/graphql", "/", "/healthz", "/auth/sign-in"} {
		if response, _ := send(t, http.DefaultClient, "POST", "http://"+inside+path, "{}"); response.StatusCode != 404 && response.StatusCode != 405 {
			t.Errorf("%s is served at the private address: %d", path, response.StatusCode)
		}
	}
}

// A day of sign-ins, refusals, faults and changes leaves no password, cookie,
// token or key in the log, and no text that people wrote.
func TestTheLogHoldsNoSecret(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url, "LOG_LEVEL=DEBUG")
	jar, err := cookiejar.New(nil)
	s.must(err)
	browser := &http.Client{Jar: jar}
	at, err := url.Parse(p.url())
	s.must(err)
	secrets := map[string]bool{s.token: true, goodPassword: true, testKey: true, s.url: true,
		"mauvais-mot-de-passe": true, "quatre bateaux sur la Loire": true, "Un texte à taire": true, "fault-of-mine": true}
	keep := func() {
		for _, c := range jar.Cookies(at) {
			secrets[c.Value] = true
		}
	}
	signIn := func(password string, status int) {
		t.Helper()
		body, err := json.Marshal(map[string]any{"email": s.email, "password": password, "remember": true})
		s.must(err)
		if response, text := send(t, browser, "POST", p.url()+"/auth/sign-in", string(body), "Content-Type", "application/json"); response.StatusCode != status {
			t.Fatalf("sign-in: %d %s", response.StatusCode, text)
		}
		keep()
	}
	ask := func(query string, headers ...string) string {
		t.Helper()
		_, text := send(t, browser, "POST", p.url()+"/graphql", quoted(query), append([]string{"Content-Type", "application/json"}, headers...)...)
		keep()
		return text
	}
	signIn("mauvais-mot-de-passe", 401)
	signIn(goodPassword, 204)
	if response, _ := send(t, browser, "POST", p.url()+"/auth/refresh", ""); response.StatusCode != 204 {
		t.Errorf("refresh: %d", response.StatusCode)
	}
	keep()
	made := ask(fmt.Sprintf(`mutation { createAccessToken(input: { clientMutationId: "%s", name: "Un texte à taire", scope: READ, days: 3 }) { secret } }`, newID()))
	if token := regexp.MustCompile(`mlg_pat_\w+`).FindString(made); token == "" {
		t.Errorf("no token: %s", made)
	} else {
		secrets[token] = true
	}
	ask(fmt.Sprintf(`mutation { changePassword(input: { clientMutationId: "%s", currentPassword: "mauvais-mot-de-passe", newPassword: "quatre bateaux sur la Loire" }) { viewer { id } } }`, newID()))
	ask(`{ fault-of-mine }`)
	ask(`{ search(term: "Un texte à taire") { id } }`, "Authorization", "Bearer "+s.token)
	ask(`{ themes { id } }`, "Authorization", "Bearer mlg_pat_fault-of-mine")
	// A fault inside is logged, with its cause.
	s.exec(`ALTER TABLE task RENAME TO task_gone`)
	if text := ask(strings.ReplaceAll(s.addTask("Un texte à taire", newID()), "\n", " ")); !strings.Contains(text, "INTERNAL") {
		t.Errorf("no fault: %s", text)
	}
	s.exec(`ALTER TABLE task_gone RENAME TO task`)
	if err := p.stop(); err != nil {
		t.Error(err)
	}
	logged := p.logged()
	if !strings.Contains(logged, "internal fault") || !strings.Contains(logged, `"request":"`) {
		t.Errorf("the fault is not in the log, or not under its request: %s", logged)
	}
	for secret := range secrets {
		if secret != "" && strings.Contains(logged, secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
	for number, line := range bytes.Split(bytes.TrimSpace([]byte(logged)), []byte("\n")) {
		if !json.Valid(line) {
			t.Errorf("line %d is no JSON: %s", number, line)
		}
	}
}
