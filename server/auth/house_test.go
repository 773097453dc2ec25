package auth

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/network"
)

const goodPassword = "trois bateaux sur la Vilaine"

// house is a served door with a database behind it.
type house struct {
	t        *testing.T
	db       *sqlx.DB
	accounts *db.Accounts
	url      string
	log      *bytes.Buffer
	count    int
}

func newHouse(t *testing.T) *house {
	h := &house{t: t, db: dbtest.New(t), log: &bytes.Buffer{}}
	h.accounts = h.instance().accounts
	h.url = h.serve(h.instance(), nil)
	return h
}

// instance is one more server on the same database and keys.
func (h *house) instance() *Auth {
	h.t.Helper()
	return h.instanceAt("http://localhost:8080", nil)
}

func (h *house) instanceAt(public string, now func() time.Time) *Auth {
	h.t.Helper()
	address, err := url.Parse(public)
	h.must(err)
	a, err := New(Options{
		Accounts:  db.NewAccountsWithCost(h.db, db.PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1}),
		Keys:      testKeys(h.t, "a"),
		PublicURL: address,
		Log:       slog.New(slog.NewTextHandler(h.log, nil)),
		Now:       now,
	})
	h.must(err)
	return a
}

// serve runs an instance with one page, that tells who is asking.
func (h *house) serve(a *Auth, start func(http.Handler) *httptest.Server) string {
	mux := http.NewServeMux()
	a.Routes(mux)
	mux.Handle("/who", a.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(network.ViewerFrom(r.Context()))
	})))
	if start == nil {
		start = httptest.NewServer
	}
	server := start(mux)
	h.t.Cleanup(server.Close)
	return server.URL
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// account adds somebody who may sign in with goodPassword.
func (h *house) account(role network.NetworkRole) (id network.ID, email string) {
	h.t.Helper()
	h.count++
	id, email = network.ID(uuid.Must(uuid.NewV7()).String()), fmt.Sprintf("personne.%d@centre.example", h.count)
	_, err := h.db.Exec(`
		insert into staff_member (id, given_name, family_name, email, job, network_role)
		values ($1, 'Prénom', 'Nom', $2, 'DIRECTOR', $3)`, id, email, role)
	h.must(err)
	h.must(h.accounts.CreateAccount(context.Background(), id, goodPassword))
	return id, email
}

// browser keeps cookies, as browsers do.
type browser struct {
	h      *house
	client *http.Client
	url    string
}

func (h *house) browser() *browser {
	jar, err := cookiejar.New(nil)
	h.must(err)
	return &browser{h, &http.Client{Jar: jar}, h.url}
}

// answer of the server, read.
type answer struct {
	*http.Response
	text    string
	code    string
	message string
}

func (b *browser) send(method, path, body string, headers ...string) answer {
	b.h.t.Helper()
	r, err := http.NewRequest(method, b.url+path, strings.NewReader(body))
	b.h.must(err)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	got, err := b.client.Do(r)
	b.h.must(err)
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	b.h.must(err)
	a := answer{Response: got, text: string(text)}
	var told struct{ Code, Message string }
	if json.Unmarshal(text, &told) == nil {
		a.code, a.message = told.Code, told.Message
	}
	return a
}

func (b *browser) post(path string) answer {
	b.h.t.Helper()
	return b.send("POST", path, "")
}

func (b *browser) signIn(email, password string, remember bool) answer {
	b.h.t.Helper()
	body, err := json.Marshal(map[string]any{"email": email, "password": password, "remember": remember})
	b.h.must(err)
	return b.send("POST", "/auth/sign-in", string(body))
}

// in signs somebody in and expects it to work.
func (b *browser) in(email string) *browser {
	b.h.t.Helper()
	wantStatus(b.h.t, b.signIn(email, goodPassword, true), 204)
	return b
}

func (b *browser) who(headers ...string) network.Viewer {
	b.h.t.Helper()
	got := b.send("GET", "/who", "", headers...)
	wantStatus(b.h.t, got, 200)
	var v network.Viewer
	b.h.must(json.Unmarshal([]byte(got.text), &v))
	return v
}

func (b *browser) cookie(name string) string {
	b.h.t.Helper()
	at, err := url.Parse(b.url)
	b.h.must(err)
	for _, c := range b.client.Jar.Cookies(at) {
		if c.Name == name {
			return c.Value
		}
	}
	return ""
}

func (b *browser) setCookie(name, value string) {
	b.h.t.Helper()
	at, err := url.Parse(b.url)
	b.h.must(err)
	b.client.Jar.SetCookies(at, []*http.Cookie{{Name: name, Value: value, Path: "/"}})
}

func wantStatus(t *testing.T, got answer, want int) {
	t.Helper()
	if got.StatusCode != want {
		t.Errorf("%s %s: %d %s, want %d", got.Request.Method, got.Request.URL.Path, got.StatusCode, got.text, want)
	}
}

func wantAnonymous(t *testing.T, v network.Viewer) {
	t.Helper()
	if v != (network.Viewer{Kind: network.Anonymous}) {
		t.Errorf("taken for %+v", v)
	}
}
