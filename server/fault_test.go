package main

import (
	"context"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lib/pq"

	"maillage/db/dbtest"
	"maillage/network"
	"maillage/server/postgres"
)

// inside is what no answer may tell of the house.
var inside = regexp.MustCompile(`(?i)pq:|sql|postgres|terminat|connection|refused|reset|goroutine|\.go:|/tmp|127\.0\.0\.1`)

// writers send writes until they are stopped; what is not answered is sent
// again with its key.
type writers struct {
	s       *site
	url     string
	mayFail bool // a request that is not answered well is no surprise
	stop    context.CancelFunc
	ended   sync.WaitGroup
	mu      sync.Mutex
	told    []string // titles whose writing was acknowledged
	sent    int
	strange []string
}

func (s *site) write(url string, n int) *writers {
	ctx, stop := context.WithCancel(context.Background())
	w := &writers{s: s, url: url, stop: stop, mayFail: true}
	s.t.Cleanup(func() { stop(); w.ended.Wait() })
	for range n {
		w.ended.Go(func() {
			client := &http.Client{Transport: &http.Transport{}, Timeout: patient}
			for ctx.Err() == nil {
				w.one(ctx, client)
			}
		})
	}
	return w
}

func (w *writers) one(ctx context.Context, client *http.Client) {
	w.mu.Lock()
	w.sent++
	title := fmt.Sprintf("Tâche %d", w.sent)
	w.mu.Unlock()
	key := newID()
	for ctx.Err() == nil {
		answered, err := w.s.ask(context.Background(), client, w.url, w.s.addTask(title, key))
		switch {
		case err != nil && w.mayFail:
			time.Sleep(5 * time.Millisecond) // there is nobody at the other end
			continue
		case err != nil:
			w.wonder(err.Error())
			return
		case answered.done("addTask"):
			w.mu.Lock()
			w.told = append(w.told, title)
			w.mu.Unlock()
			return
		case inside.MatchString(answered.text) || !w.mayFail:
			w.wonder(answered.text)
		}
	}
}

// wonder keeps an answer that should not have been.
func (w *writers) wonder(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.strange = append(w.strange, text)
}

func (w *writers) acknowledged() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.told)
}

// progress waits for a few more writes to be acknowledged.
func (w *writers) progress() {
	w.s.t.Helper()
	before := w.acknowledged()
	eventually(w.s.t, "writes go on", func() bool { return w.acknowledged() >= before+5 })
}

// check ends the writing and compares what was acknowledged with what is there.
func (w *writers) check() {
	t := w.s.t
	t.Helper()
	w.stop()
	w.ended.Wait()
	for _, text := range w.strange {
		t.Errorf("a write was answered: %s", text)
	}
	var rows []struct {
		Title string
		Count int
	}
	w.s.must(w.s.db.Select(&rows, `SELECT title, count(*) AS count FROM task GROUP BY title`))
	there := map[string]int{}
	for _, r := range rows {
		if there[r.Title] = r.Count; r.Count > 1 {
			t.Errorf("%q was done %d times", r.Title, r.Count)
		}
	}
	for _, title := range w.told {
		if there[title] == 0 {
			t.Errorf("%q was acknowledged and is lost", title)
		}
	}
	// A task, its facts and the key of its act come together or not at all.
	tasks := w.s.count(`SELECT count(*) FROM task`)
	if n := w.s.count(`SELECT count(*) FROM mutation_result WHERE name = 'addTask'`); n != tasks {
		t.Errorf("%d tasks and %d keys", tasks, n)
	}
	if n := w.s.count(`SELECT count(DISTINCT object_id) FROM event WHERE verb = 'TASK_ADDED'`); n != tasks {
		t.Errorf("%d tasks and facts of %d", tasks, n)
	}
	t.Logf("%d writes acknowledged, %d done", len(w.told), tasks)
}

func TestAKilledServerLosesAndDoublesNothing(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url)
	live := s.follow(p.url(), "")
	w := s.write(p.url(), 4)
	for range 15 {
		w.progress()
		p.kill()
		p = start(t, s.url, "ADDRESS="+p.address)
		if !ready(p.url()) {
			t.Error("it serves and is not ready")
		}
	}
	w.progress()
	w.check()
	live.hasAll(s)
}

func TestCutConnectionsHealByThemselves(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url)
	live := s.follow(p.url(), "")
	w := s.write(p.url(), 4)
	for range 10 {
		w.progress()
		s.exec(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`)
	}
	w.progress()
	w.check()
	live.hasAll(s)
}

func TestARestartedPostgreSQLIsFoundAgain(t *testing.T) {
	t.Parallel()
	cluster := dbtest.Private(t, postgres.Options{})
	s := newSite(t, cluster.URL(dbtest.PrivateDatabase))
	p := start(t, s.url)
	w := s.write(p.url(), 4)
	for range 3 {
		w.progress()
		s.must(cluster.Abort())
		eventually(t, "the server says it is not ready", func() bool { return !ready(p.url()) })
		cluster = dbtest.Private(t, postgres.Options{Dir: cluster.Dir()})
		eventually(t, "the server is ready again", func() bool { return ready(p.url()) })
	}
	w.progress()
	w.check()
}

// A request that nobody waits for any more does not go on in the database.
func TestACancelledRequestCancelsItsQuery(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url)
	held, err := s.db.Beginx()
	s.must(err)
	defer held.Rollback()
	held.MustExec(`LOCK TABLE working_group IN ACCESS EXCLUSIVE MODE`)
	waiting := func() int {
		return s.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
	}
	for what, query := range map[string]string{
		"a query": `{ workingGroups { nodes { id } } }`,
		"an act":  fmt.Sprintf(`mutation { joinWorkingGroup(input: { clientMutationId: "%s", workingGroupId: "%s" }) { workingGroup { id } } }`, newID(), newID()),
	} {
		ctx, cancel := context.WithCancel(t.Context())
		gone := make(chan error, 1)
		go func() {
			_, err := s.ask(ctx, http.DefaultClient, p.url(), query)
			gone <- err
		}()
		eventually(t, what+" waits for the lock", func() bool { return waiting() == 1 })
		cancel()
		if err := <-gone; err == nil {
			t.Errorf("%s was answered", what)
		}
		eventually(t, what+" is cancelled in the database", func() bool { return waiting() == 0 })
	}
}

// Told to stop, the server takes nothing new, ends what is under way, and then
// itself, without a fault.
func TestAStopLetsWhatIsUnderWayFinish(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url)
	live := s.follow(p.url(), "")
	held, err := s.db.Beginx()
	s.must(err)
	defer held.Rollback()
	held.MustExec(`LOCK TABLE task IN ACCESS EXCLUSIVE MODE`)
	type outcome struct {
		reply
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		answered, err := s.ask(context.Background(), http.DefaultClient, p.url(), s.addTask("Sous le fil", newID()))
		done <- outcome{answered, err}
	}()
	eventually(t, "the write waits", func() bool {
		return s.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 1
	})
	stopped := make(chan error, 1)
	go func() { stopped <- p.stop() }()
	eventually(t, "nobody new is let in", func() bool { return !ready(p.url()) })
	live.ends()
	s.must(held.Rollback())
	if o := <-done; o.err != nil || !o.done("addTask") {
		t.Errorf("the write under way: %v %s", o.err, o.text)
	}
	if err := <-stopped; err != nil {
		t.Errorf("the server ended with %v\n%s", err, p.logged())
	}
	if n := s.count(`SELECT count(*) FROM task WHERE title = 'Sous le fil'`); n != 1 {
		t.Errorf("%d tasks", n)
	}
}

func TestAStopDoesNotWaitForEver(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	p := start(t, s.url, "STOP_WITHIN=1s")
	held, err := s.db.Beginx()
	s.must(err)
	defer held.Rollback()
	held.MustExec(`LOCK TABLE task IN ACCESS EXCLUSIVE MODE`)
	go s.ask(context.Background(), http.DefaultClient, p.url(), s.addTask("Sans fin", newID()))
	eventually(t, "the write waits", func() bool {
		return s.count(`SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) == 1
	})
	if err := p.stop(); err != nil {
		t.Errorf("the server ended with %v\n%s", err, p.logged())
	}
}

// factsOf are the facts that the director may read, in the order of commits.
func (s *site) factsOf(v network.ID) []string {
	s.t.Helper()
	var ids pq.StringArray
	s.must(s.db.Get(&ids, `
		SELECT coalesce(array_agg(id::text ORDER BY xid, id), '{}')
		  FROM event
		 WHERE verb = 'TASK_ADDED'
		   AND for_staff_id = $1`, v))
	return ids
}

// quoted is a JSON text of a query.
func quoted(query string) string { return `{"query": "` + strings.ReplaceAll(query, `"`, `\"`) + `"}` }
