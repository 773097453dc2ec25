package postgres

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestServesOnItsSocketOnly(t *testing.T) {
	c := cluster(t, filepath.Join(tempDir(t), "new"))
	db := open(t, c)
	for statement, want := range map[string]string{
		"show listen_addresses": "",
		"show server_encoding":  "UTF8",
		"show timezone":         "UTC",
		"show ssl":              "off",
		"select lower('ÉÀÇ')":   "éàç",
		"select min(x) from unnest(array['é', 'z', 'A', 'a']) x": "A",
		"select current_user": superuser,
	} {
		if got := query(t, db, statement); got != want {
			t.Errorf("%s: %q, want %q", statement, got, want)
		}
	}
	info, err := os.Stat(query(t, db, "select trim('\"' from current_setting('unix_socket_directories'))"))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the socket's folder: %v %v", info.Mode(), err)
	}
	facts, err := inspect(c.Pid())
	if err != nil || facts.uid == 0 {
		t.Errorf("runs as user %d: %v", facts.uid, err)
	}
}

func TestKeepsItsDataOverRestarts(t *testing.T) {
	dir := tempDir(t)
	// Without Throwaway: an abort must lose nothing that was committed.
	cluster := func(t *testing.T, dir string) *Cluster {
		c, err := Start(t.Context(), Options{Dir: dir, Template: template(t)})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Stop() })
		return c
	}
	c := cluster(t, dir)
	execute(t, open(t, c), "create table mark (n int)", "insert into mark values (42)")
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	if err := c.Stop(); err != nil {
		t.Errorf("second Stop: %v", err)
	}
	c = cluster(t, dir)
	execute(t, open(t, c), "insert into mark values (43)")
	if err := c.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := query(t, open(t, cluster(t, dir)), "select sum(n) from mark"); got != "85" {
		t.Errorf("sum %s after a stop and an abort, want 85", got)
	}
}

func TestTellsWhenTheServerEnds(t *testing.T) {
	dir := tempDir(t)
	c := cluster(t, dir)
	select {
	case <-c.Done():
		t.Fatal("done at once")
	default:
	}
	p, _ := os.FindProcess(c.Pid())
	p.Kill()
	<-c.Done()
	if err := c.Stop(); err != nil {
		t.Errorf("stop after the end: %v", err)
	}
	cluster(t, dir)
}

func TestLongAndOddPath(t *testing.T) {
	tmp := tempDir(t)
	t.Setenv("TMPDIR", tmp) // where a short folder for the socket is made
	dir := filepath.Join(tmp, `l'été, "à" 100 % d'Île`, strings.Repeat("long/", 40), "data")
	for range 2 {
		c := cluster(t, dir)
		if got := query(t, open(t, c), "show data_directory"); !strings.HasSuffix(got, "/long/data/data") {
			t.Errorf("data directory %s", got)
		}
		short, err := os.Readlink(filepath.Join(dir, "run"))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Stop(); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(short); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the socket's folder %s is left over: %v", short, err)
		}
	}
}

func TestOddShortPath(t *testing.T) {
	for _, name := range []string{`a "b" é'`, "a,b", "%2F ?#&=", " "} {
		dir := filepath.Join(tempDir(t), name)
		if got := query(t, open(t, cluster(t, dir)), "show data_directory"); got != filepath.Join(dir, "data") {
			t.Errorf("%s: %s", dir, got)
		}
	}
}

func TestSecondStartIsRefused(t *testing.T) {
	dir := tempDir(t)
	c := cluster(t, dir)
	_, err := Start(t.Context(), Options{Dir: dir})
	if !errors.Is(err, ErrInUse) {
		t.Errorf("in the same process: %v", err)
	}
	if line := answer(t, command(t, false, dir)); !strings.Contains(line, ErrInUse.Error()) || !strings.Contains(line, dir) {
		t.Errorf("in another process: %s", line)
	}
	if err := Discard(t.Context(), dir); !errors.Is(err, ErrInUse) {
		t.Errorf("discard: %v", err)
	}
	if got := query(t, open(t, c), "select 1"); got != "1" {
		t.Errorf("the first one was disturbed: %s", got)
	}
}

func TestCancelledFirstStartLeavesNothing(t *testing.T) {
	dir := tempDir(t)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := Start(ctx, Options{Dir: dir, Throwaway: true, Progress: func(string) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.Name() != lockName && e.Name() != "making.lock" {
			t.Errorf("%s is left over", e.Name())
		}
	}
	cluster(t, dir)
}

func TestDiscard(t *testing.T) {
	dir := filepath.Join(tempDir(t), "d")
	if err := cluster(t, dir).Stop(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time there is nothing to do
		if err := Discard(t.Context(), dir); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("still there: %v", err)
	}
}
