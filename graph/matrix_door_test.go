package graph_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/graph"
	"maillage/network"
)

// world is one copy of the world behind the real handlers. Who asks is told by
// a header and read from the rows of sessions and tokens, as the door does.
type world struct {
	t       testing.TB
	address string // of the database
	db      *sqlx.DB
	logged  *logBuffer
	url     string
}

func newWorld(t testing.TB) *world {
	t.Helper()
	url := newDatabase(t)
	w := &world{t: t, address: url, db: dbtest.Open(t, url), logged: &logBuffer{}}
	w.url = w.instance(w.db)
	return w
}

// instance serves the world by one more set of handlers, over the given pool.
func (w *world) instance(pool *sqlx.DB) string {
	w.t.Helper()
	store, err := db.NewStore(pool)
	if err != nil {
		w.t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(w.logged, nil))
	accounts := db.NewAccountsWithCost(pool, cheap)
	journal := db.NewJournal(w.db, w.address, log)
	w.running(journal.Run)
	doors := graph.NewHandlers(&graph.Resolver{Store: store, Accounts: accounts, Journal: journal}, log)
	mux := http.NewServeMux()
	mux.Handle("/graphql", doors.Query)
	mux.Handle("/graphql/stream", doors.Stream)
	// Who is asking is read over the world's own pool: what a test counts or
	// breaks is what comes behind the door.
	door := db.NewAccountsWithCost(w.db, cheap)
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		v, err := viewerOf(r.Context(), door, r.Header.Get("Who"))
		if err != nil {
			http.Error(rw, err.Error(), http.StatusTeapot)
			return
		}
		mux.ServeHTTP(rw, r.WithContext(network.WithViewer(r.Context(), v)))
	}))
	w.t.Cleanup(server.Close)
	return server.URL
}

// running runs something until the test ends, and waits for its end.
func (w *world) running(run func(context.Context)) {
	ctx, stop := context.WithCancel(context.Background())
	var done sync.WaitGroup
	done.Go(func() { run(ctx) })
	w.t.Cleanup(func() { stop(); done.Wait() })
}

func viewerOf(ctx context.Context, accounts *db.Accounts, who string) (network.Viewer, error) {
	switch {
	case who == "an":
		return network.Viewer{Kind: network.Anonymous}, nil
	case strings.Contains(who, " "):
		return accounts.ViewerOfToken(ctx, tokens[who])
	}
	return accounts.ViewerOfSession(ctx, idOf("session of "+who), idOf(who))
}

// answer is what an operation was answered.
type answer struct {
	status int
	text   string
	Data   map[string]json.RawMessage
	Errors []struct {
		Message    string
		Extensions struct {
			Code    string
			Field   string
			Version int
		}
	}
}

// code is that of the first error, "" without any.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

// ask sends an operation to the world as somebody.
func (w *world) ask(who, query string) answer { return w.askAt(w.url, who, query) }

func (w *world) askAt(url, who, query string) answer {
	a, err := post(context.Background(), url, who, query, nil)
	if err != nil {
		w.t.Error(err)
	}
	return a
}

func post(ctx context.Context, url, who, query string, variables map[string]any) (answer, error) {
	var a answer
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return a, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return a, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Who", who)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return a, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return a, err
	}
	a.status, a.text = response.StatusCode, string(text)
	return a, json.Unmarshal(text, &a)
}

// stream is a subscription that is followed.
type stream struct {
	w        *world
	status   int
	body     io.Closer
	messages chan string
}

// follow subscribes as somebody.
func (w *world) follow(who, query string) *stream {
	w.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query})
	if err != nil {
		w.t.Fatal(err)
	}
	r, err := http.NewRequest(http.MethodPost, w.url+"/graphql/stream", bytes.NewReader(body))
	if err != nil {
		w.t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("Who", who)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		w.t.Fatal(err)
	}
	s := &stream{w: w, status: response.StatusCode, body: response.Body, messages: make(chan string, 1000)}
	go func() {
		defer close(s.messages)
		lines := bufio.NewScanner(response.Body)
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data:"); ok && strings.TrimSpace(data) != "" {
				s.messages <- strings.TrimSpace(data)
			}
		}
	}()
	w.t.Cleanup(s.close)
	return s
}

// next is the next message; "" when there is none to come.
func (s *stream) next() string {
	select {
	case m := <-s.messages:
		return m
	case <-time.After(20 * time.Second):
		s.w.t.Error("the stream is silent")
		return ""
	}
}

func (s *stream) close() { s.body.Close() }

// count reads one number.
func (w *world) count(query string, args ...any) int {
	w.t.Helper()
	var n int
	if err := w.db.Get(&n, query, args...); err != nil {
		w.t.Fatalf("%s: %v", query, err)
	}
	return n
}

func (w *world) exec(query string, args ...any) {
	w.t.Helper()
	if _, err := w.db.Exec(query, args...); err != nil {
		w.t.Fatalf("%s: %v", query, err)
	}
}

// logBuffer collects what several handlers log.
type logBuffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *logBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *logBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}
