// Command room measures a room full of people on a running Maillage: they come
// in at once, write while everybody follows, put their dots together, beside a
// client that means ill and through restarts of the server. What must be exact
// (nothing lost, nothing doubled) fails the run; times are told against their
// targets. Everything runs on this machine's loopback and ends by itself.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"maillage/db"
	"maillage/db/migrations"
	"maillage/server/postgres"
)

// atMost ends a run that hangs.
const atMost = 3 * time.Minute

func main() {
	people := flag.Int("people", 300, "how many are in the room")
	seconds := flag.Float64("seconds", 30, "how long they write")
	binary := flag.String("binary", "bin/maillage", "the server to measure")
	out := flag.String("out", "", "where the result is kept; bench/results/room-<time>.json when empty")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	ctx, cancel := context.WithTimeout(ctx, atMost)
	r := &result{At: time.Now().UTC().Truncate(time.Second), People: *people, Load: loadAverage(), Details: map[string]any{}}
	err := measure(ctx, r, *binary, time.Duration(*seconds*float64(time.Second)))
	cancel()
	stop()
	r.Took = time.Since(r.At).Seconds()
	r.print(os.Stdout)
	if *out == "" {
		*out = filepath.Join("bench", "results", "room-"+r.At.Format("20060102-150405")+".json")
	}
	if err == nil && !r.exact() {
		err = errors.New("what must be exact is not")
	}
	if err = errors.Join(err, r.keep(*out)); err != nil {
		fmt.Fprintln(os.Stderr, "room:", err)
		os.Exit(1)
	}
}

// loadAverage is the machine's before the measurement, where it can be known.
func loadAverage() string {
	text, err := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(text)); err == nil && len(fields) > 2 {
		return strings.Join(fields[:3], " ")
	}
	return "unknown"
}

// measure makes the house, opens it, and takes it down.
func measure(ctx context.Context, r *result, binary string, length time.Duration) error {
	dir, err := os.MkdirTemp(postgres.ScratchFolder(), "maillage-room-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil { // PostgreSQL may run as another user
		return err
	}
	say := func(text string) { fmt.Fprintln(os.Stderr, text) }
	cluster, err := postgres.Start(ctx, postgres.Options{
		Dir: filepath.Join(dir, "data"), Cache: ".cache/postgres", Progress: say,
		Settings: map[string]string{"shared_buffers": "256MB", "max_connections": "60"},
	})
	if err != nil {
		return err
	}
	defer cluster.Abort()
	database, err := db.Open(ctx, cluster.URL("postgres"), 1)
	if err != nil {
		return err
	}
	err = errors.Join(migrations.Up(ctx, database.DB), database.Close())
	if err != nil {
		return err
	}
	s, err := newSite(ctx, cluster.URL("postgres"), binary, filepath.Join("frontend", "src"), r.People)
	if err != nil {
		return err
	}
	defer s.close()
	s.postgres = cluster.Pid()
	if err := s.serve(ctx, 2); err != nil {
		return err
	}
	d := s.day(r, true)
	return d.run(ctx, length, d.join, d.write, d.besideIll, d.vote)
}
