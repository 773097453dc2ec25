package db

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"maillage/db/dbtest"
	"maillage/db/read"
	"maillage/network"
)

func followed(w *world) *Journal {
	w.t.Helper()
	j := NewJournal(w.db, w.url, slog.New(slog.DiscardHandler))
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); j.Run(ctx) }()
	w.t.Cleanup(func() { stop(); <-done })
	return j
}

func everything(*Fact) bool { return true }

func alwaysMay(context.Context) bool { return true }

// take reads messages until n facts have come.
func take(t *testing.T, live <-chan Live, n int) []Live {
	t.Helper()
	var got []Live
	for len(got) < n {
		select {
		case l, open := <-live:
			if !open {
				t.Fatalf("the stream ended after %d of %d facts", len(got), n)
			}
			if l.Fact != nil {
				got = append(got, l)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%d of %d facts came", len(got), n)
		}
	}
	return got
}

func (w *world) insertFact(verb string, columns string, values ...any) {
	w.t.Helper()
	w.exec(`INSERT INTO event (at, verb, object_kind, object_id, `+columns+`)
	        VALUES (now(), '`+verb+`', 'TASK', gen_random_uuid(), $1`+map[bool]string{true: ", $2"}[len(values) > 1]+`)`, values...)
}

// Facts that an open transaction holds back are told when it ends; meanwhile
// PostgreSQL is listened to, or its session would be stuck, and DROP DATABASE with it.
func TestTheJournalListensWhileFactsAreHeldBack(t *testing.T) {
	w := newWorld(t)
	j := followed(w)
	live, err := j.Follow(t.Context(), w.coordinator, "", everything, alwaysMay)
	w.must(err)
	held, err := w.db.Beginx()
	w.must(err)
	defer held.Rollback()
	held.MustExec(`SELECT pg_current_xact_id()`)
	const facts = 3000 // more calls than a socket and a channel take
	for range facts {
		w.insertFact("TASK_ADDED", "audience", "STAFF")
	}
	dropped := make(chan error, 1)
	empty := dbtest.Empty(t)
	name := empty[strings.LastIndex(empty, "test_"):]
	name, _, _ = strings.Cut(name, "?")
	go func() {
		_, err := w.db.Exec(`DROP DATABASE ` + name)
		dropped <- err
	}()
	select {
	case err := <-dropped:
		w.must(err)
	case <-time.After(20 * time.Second):
		t.Fatal("a database cannot be dropped while facts are held back")
	}
	w.must(held.Rollback())
	take(t, live, facts)
}

func TestJournalTellsEveryFactOnceInTheOrderOfCommits(t *testing.T) {
	w := newWorld(t)
	j := followed(w)
	live, err := j.Follow(t.Context(), w.coordinator, "", everything, alwaysMay)
	if err != nil {
		t.Fatal(err)
	}
	first := <-live
	if first.Fact != nil {
		t.Fatal("the first message must only say where the journal stands")
	}
	// Transactions that begin in one order and commit in another.
	const writers, each = 8, 25
	var group sync.WaitGroup
	for range writers {
		group.Go(func() {
			for range each {
				tx, err := w.db.Beginx()
				if err != nil {
					t.Error(err)
					return
				}
				_, err = tx.Exec(`INSERT INTO event (at, verb, object_kind, object_id, audience) VALUES (now(), 'TASK_ADDED', 'TASK', gen_random_uuid(), 'STAFF')`)
				time.Sleep(rand.N(3 * time.Millisecond))
				if err == nil {
					err = tx.Commit()
				}
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	seen := map[int64]bool{}
	last := first.Cursor
	for _, l := range take(t, live, writers*each) {
		if seen[l.Fact.ID] {
			t.Fatalf("fact %d was told twice", l.Fact.ID)
		}
		seen[l.Fact.ID] = true
		if !last.before(l.Cursor) {
			t.Fatalf("%s came behind %s", l.Cursor, last)
		}
		last = l.Cursor
	}
	// Whoever comes back with a cursor goes on from there, without gap.
	again, err := j.Follow(t.Context(), w.coordinator, first.Cursor.String(), everything, alwaysMay)
	if err != nil {
		t.Fatal(err)
	}
	if got := take(t, again, writers*each); !seen[got[0].Fact.ID] {
		t.Error("coming back told something else")
	}
}

func TestJournalWaitsForTheOldestOpenTransaction(t *testing.T) {
	w := newWorld(t)
	j := followed(w)
	live, err := j.Follow(t.Context(), w.coordinator, "", everything, alwaysMay)
	if err != nil {
		t.Fatal(err)
	}
	<-live
	slow, err := w.db.Beginx()
	w.must(err)
	defer slow.Rollback()
	var early int64
	w.must(slow.Get(&early, `INSERT INTO event (at, verb, object_kind, object_id, audience) VALUES (now(), 'TASK_ADDED', 'TASK', gen_random_uuid(), 'STAFF') RETURNING id`))
	w.insertFact("TASK_DONE", "audience", "STAFF")
	select {
	case l := <-live:
		if l.Fact != nil {
			t.Fatalf("%s was told before the older transaction ended", l.Fact.Verb)
		}
	case <-time.After(300 * time.Millisecond):
	}
	w.must(slow.Commit())
	if got := take(t, live, 2); got[0].Fact.ID != early {
		t.Error("the fact committed late must come, in its place")
	}
}

func TestJournalGoesOnAfterItsConnectionsAreCut(t *testing.T) {
	w := newWorld(t)
	j := followed(w)
	live, err := j.Follow(t.Context(), w.coordinator, "", everything, alwaysMay)
	if err != nil {
		t.Fatal(err)
	}
	<-live
	w.insertFact("TASK_ADDED", "audience", "STAFF")
	take(t, live, 1)
	w.exec(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
	w.insertFact("TASK_DONE", "audience", "STAFF")
	if got := take(t, live, 1); got[0].Fact.Verb != network.VerbTaskDone {
		t.Errorf("got %s", got[0].Fact.Verb)
	}
}

// What a follower is told and what the declared read shows are the same facts.
func TestJournalAudienceIsTheSameInGoAndInSQL(t *testing.T) {
	w := newWorld(t)
	viewers := []network.Viewer{w.anonymous, w.guest, w.otherGuest, w.nantes.director, w.nantes.assistant, w.nantes.officer,
		w.lille.director, w.lille.officer, w.coordinator, w.admin}
	w.insertFact("TASK_ADDED", "audience", "STAFF")
	w.insertFact("TASK_ADDED", "audience, gathering_id", "GATHERING", w.gathering)
	w.insertFact("TASK_ADDED", "audience, audience_centres", "CENTRES", "{"+string(w.nantes.centre)+"}")
	w.insertFact("TASK_ADDED", "audience, audience_centres", "EDITORS", "{"+string(w.nantes.centre)+"}")
	w.insertFact("TASK_ADDED", "audience, for_staff_id", "PERSON", w.lille.officer.StaffID)
	j := NewJournal(w.db, "", slog.New(slog.DiscardHandler))
	facts, _, err := j.since(t.Context(), Cursor{}, end)
	if err != nil || len(facts) < 5 {
		t.Fatal(len(facts), err)
	}
	for _, v := range viewers {
		for i := range facts {
			var shown bool
			query, values := read.BindViewer(`SELECT `+read.Predicate(&eventRead, "e")+` IS TRUE FROM event e WHERE e.id = $1`, v, w.clock, 2)
			w.must(w.db.Get(&shown, query, append([]any{facts[i].ID}, values...)...))
			if told := facts[i].visibleTo(v); told != shown {
				t.Errorf("%s %s: told %v, shown %v", v.Kind, facts[i].Audience, told, shown)
			}
		}
	}
}

func TestJournalEndsAStreamWhenItsViewerMayNoLonger(t *testing.T) {
	w := newWorld(t)
	j := followed(w)
	may := make(chan bool, 1)
	may <- true
	live, err := j.Follow(t.Context(), w.lille.officer, "", everything, func(context.Context) bool { return <-may })
	if err != nil {
		t.Fatal(err)
	}
	<-live
	w.exec(`INSERT INTO event (at, verb, object_kind, object_id, audience, for_staff_id) VALUES (now(), 'SIGNED_IN', 'ACCOUNT', $1, 'PERSON', $1)`, w.lille.officer.StaffID)
	take(t, live, 1)
	may <- false
	w.exec(`INSERT INTO event (at, verb, object_kind, object_id, audience, for_staff_id) VALUES (now(), 'SESSION_REVOKED', 'ACCOUNT', $1, 'PERSON', $1)`, w.lille.officer.StaffID)
	select {
	case l, open := <-live:
		if open {
			t.Errorf("got %v", l)
		}
	case <-time.After(20 * time.Second):
		t.Error("the stream goes on")
	}
}

func FuzzParseCursor(f *testing.F) {
	for _, s := range []string{"1.2", "0.0", "9223372036854775807.1", "", ".", "1.", "-1.2", "1.2 ", "1e3.4", "01.2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if c, err := ParseCursor(s); err == nil && c.String() != s {
			t.Errorf("%q was taken as %s", s, c)
		}
	})
}

// Whatever was told before, to look for what is new costs the same: each
// instance does it at every fact.
func TestTheJournalIsNotReadFromItsBeginning(t *testing.T) {
	w := newWorld(t)
	w.exec(`INSERT INTO event (at, verb, object_kind, object_id, audience)
	        SELECT now(), 'TASK_ADDED', 'TASK', gen_random_uuid(), 'STAFF' FROM generate_series(1, 20000)`)
	w.exec(`ANALYZE event`)
	alone, err := Open(t.Context(), w.url, 1)
	w.must(err)
	defer alone.Close()
	scans := func() (n int) {
		alone.MustExec(`SELECT pg_stat_force_next_flush()`)
		w.must(alone.Get(&n, `SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'event'`))
		return n
	}
	last := one[int64](w, `SELECT max(xid)::text::bigint FROM event`)
	before := scans()
	j := NewJournal(alone, w.url, slog.New(slog.DiscardHandler))
	for _, after := range []Cursor{{XID: last, ID: 1 << 40}, {XID: last - 1}, {}} {
		_, _, err := j.since(t.Context(), after, end)
		w.must(err)
	}
	w.want("times the whole journal was read", scans()-before, 0)
}
