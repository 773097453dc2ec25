package migrations_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"maillage/db/dbtest"
	"maillage/db/migrations"
)

// helperURL makes this test binary migrate a database with the slow steps, so
// that it can be killed while it does.
const helperURL = "MAILLAGE_TEST_MIGRATE"

func TestMain(m *testing.M) {
	if url, ok := os.LookupEnv(helperURL); ok {
		db, err := sql.Open("postgres", url)
		if err == nil {
			fmt.Println("begun")
			err = migrations.UpSteps(context.Background(), db, slow)
		}
		fmt.Println("ended", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// slow is a schema whose second step leaves a trace and then takes its time.
var slow = fstest.MapFS{
	"00001_first.sql":  {Data: []byte("-- +goose Up\ncreate table ran (step int, at timestamptz default clock_timestamp());\ninsert into ran values (1);\n")},
	"00002_second.sql": {Data: []byte("-- +goose Up\ncreate table second (n int);\ninsert into ran values (2);\nselect pg_sleep(0.3);\ninsert into second values (1);\n")},
	"00003_third.sql":  {Data: []byte("-- +goose Up\ninsert into ran values (3);\n")},
}

func steps(t *testing.T, db *sql.DB) string {
	t.Helper()
	var s string
	if err := db.QueryRow("select string_agg(step::text, ' ' order by at) from ran").Scan(&s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTenStartsAtOnceMigrateOnce(t *testing.T) {
	url := dbtest.Empty(t)
	errs := make([]error, 10)
	var all sync.WaitGroup
	for i := range errs {
		db := dbtest.Open(t, url) // an instance each, with its own sessions
		all.Go(func() { errs[i] = migrations.UpSteps(t.Context(), db.DB, slow) })
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			t.Errorf("instance %d: %v", i, err)
		}
	}
	if got := steps(t, dbtest.Open(t, url).DB); got != "1 2 3" {
		t.Errorf("steps that ran: %s", got)
	}
}

func TestTenStartsAtOnceWithTheRealSchema(t *testing.T) {
	url := dbtest.Empty(t)
	errs := make([]error, 10)
	var all sync.WaitGroup
	for i := range errs {
		db := dbtest.Open(t, url)
		all.Go(func() { errs[i] = migrations.Up(t.Context(), db.DB) })
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			t.Errorf("instance %d: %v", i, err)
		}
	}
	var applied, distinct int
	if err := dbtest.Open(t, url).QueryRow("select count(*), count(distinct version_id) from goose_db_version").Scan(&applied, &distinct); err != nil {
		t.Fatal(err)
	}
	names, _ := migrations.FS.ReadDir(".")
	if applied != len(names)+1 || applied != distinct { // and the zero that goose begins with
		t.Errorf("%d notes of %d steps, for %d files", applied, distinct, len(names))
	}
}

func TestKilledMigrationGoesOnWhereItStopped(t *testing.T) {
	url := dbtest.Empty(t)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), helperURL+"="+url)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Scan()
	db := dbtest.Open(t, url)
	// The killing falls into the second step, while it sleeps.
	for sleeping := false; !sleeping; time.Sleep(5 * time.Millisecond) {
		if err := db.Get(&sleeping, "select count(*) > 0 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()"); err != nil {
			t.Fatal(err)
		}
	}
	cmd.Process.Kill()
	cmd.Wait()
	if lines.Scan() {
		t.Fatalf("it was not killed in the middle: %s", lines.Text())
	}
	if err := migrations.UpSteps(t.Context(), db.DB, slow); err != nil {
		t.Fatal(err)
	}
	if got := steps(t, db.DB); got != "1 2 3" {
		t.Errorf("steps that lasted: %s", got)
	}
	var n int
	if err := db.Get(&n, "select count(*) from second"); err != nil || n != 1 {
		t.Errorf("second holds %d rows: %v", n, err)
	}
}

func TestFailingStepIsNamedAndLeavesNothing(t *testing.T) {
	db := dbtest.Open(t, dbtest.Empty(t))
	broken := fstest.MapFS{
		"00001_good.sql": {Data: []byte("-- +goose Up\ncreate table good (n int);\n")},
		"00002_bad.sql":  {Data: []byte("-- +goose Up\ncreate table bad (n int);\nselect 1/0;\n")},
	}
	err := migrations.UpSteps(t.Context(), db.DB, broken)
	if err == nil || !strings.Contains(err.Error(), "version:2") {
		t.Errorf("got %v", err)
	}
	var tables string
	if err := db.Get(&tables, "select string_agg(tablename, ' ') from pg_tables where tablename in ('good', 'bad')"); err != nil || tables != "good" {
		t.Errorf("tables %q: %v", tables, err)
	}
}

func TestHashFollowsEveryLetter(t *testing.T) {
	seen := map[string]string{}
	for name, steps := range map[string]fstest.MapFS{
		"one":          {"1_a.sql": {Data: []byte("select 1")}},
		"other text":   {"1_a.sql": {Data: []byte("select 2")}},
		"other name":   {"2_a.sql": {Data: []byte("select 1")}},
		"one more":     {"1_a.sql": {Data: []byte("select 1")}, "2_b.sql": {}},
		"no step":      {},
		"moved border": {"1_a.sql": {Data: []byte("select")}, "2_b.sql": {Data: []byte(" 1")}},
	} {
		h := migrations.HashOf(steps)
		if other, ok := seen[h]; ok {
			t.Errorf("%s and %s have the same hash", name, other)
		}
		seen[h] = name
		if h != migrations.HashOf(steps) {
			t.Errorf("%s: the hash is not steady", name)
		}
	}
}
