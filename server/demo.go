package main

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/migrations"
	"maillage/db/seed"
	"maillage/frontend"
	"maillage/server/postgres"
)

// demoPassword opens every account of the demonstration, and only there: the
// story is loaded by this command alone, into its own private database.
const demoPassword = "une-rencontre-a-nantes"

// elsewhere is where the demonstration lives when the chosen folder cannot be
// reached by the unprivileged user that must run PostgreSQL for root.
const elsewhere = "/var/lib/maillage/demo"

func demo(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("demo", flag.ContinueOnError)
	port := flags.Int("port", 8080, "port to serve on; 0 takes any that is free")
	data := flags.String("data", ".demo", "folder of the private PostgreSQL")
	cache := flags.String("postgres-cache", ".cache/postgres", "folder of a fetched PostgreSQL")
	reset := flags.Bool("reset", false, "forget the data of the demonstration first")
	verbose := flags.Bool("verbose", false, "log every request's fault")
	if err := parse(flags, args); err != nil {
		return err
	}
	if !frontend.Built() {
		return errors.New("the application is not built into this binary: run `make build` (or `make demo`)")
	}
	tuneMemory()
	dir := demoFolder(*data)
	if *reset {
		if err := postgres.Discard(ctx, dir); err != nil {
			return err
		}
		fmt.Println("  The former data is gone.")
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("localhost:%d", *port))
	if err != nil {
		return fmt.Errorf("port %d is taken: stop what uses it, or choose another (bin/maillage demo --port 8081)", *port)
	}
	defer listener.Close()

	say := func(text string) { fmt.Println("  " + text) }
	cluster, err := postgres.Start(ctx, postgres.Options{Dir: dir, Cache: *cache, Progress: say})
	if err != nil {
		return err
	}
	defer func() {
		fmt.Println("\n  Stopping PostgreSQL; the data is kept in", dir)
		cluster.Stop()
	}()
	database, url, err := demoDatabase(ctx, cluster)
	if err != nil {
		return err
	}
	defer database.Close()
	people, err := loadStory(ctx, database)
	if err != nil {
		return err
	}
	address := fmt.Sprintf("http://localhost:%d", listener.Addr().(*net.TCPAddr).Port)
	log := slog.New(slog.DiscardHandler)
	if *verbose {
		log = config{LogFormat: "text"}.logger()
	}
	s, err := newService(config{DatabaseURL: url, PublicURL: address, TokenKeys: "demo:" + freshKey(), Chromium: os.Getenv("CHROMIUM"), StopWithin: 3 * time.Second}, log, database)
	if err != nil {
		return err
	}
	s.extra = map[string]http.Handler{"GET /auth/demo-accounts": demoAccounts(people)}
	invite(address, people)
	return s.run(ctx, listener)
}

// demoFolder is the chosen folder, or another where root's PostgreSQL can work.
func demoFolder(chosen string) string {
	if err := postgres.Reachable(chosen); err == nil {
		return chosen
	}
	here, err := filepath.Abs(chosen)
	if err != nil {
		return chosen
	}
	name := base64.RawURLEncoding.EncodeToString([]byte(here))
	return filepath.Join(elsewhere, name[max(0, len(name)-40):])
}

// demoDatabase is the story's database, made and migrated when it is not there.
func demoDatabase(ctx context.Context, cluster *postgres.Cluster) (*sqlx.DB, string, error) {
	admin, err := db.Open(ctx, cluster.URL("postgres"), 1)
	if err != nil {
		return nil, "", err
	}
	defer admin.Close()
	var there bool
	if err := admin.GetContext(ctx, &there, `SELECT EXISTS (SELECT FROM pg_database WHERE datname = 'maillage_demo')`); err != nil {
		return nil, "", err
	}
	if !there {
		if _, err := admin.ExecContext(ctx, `CREATE DATABASE maillage_demo`); err != nil {
			return nil, "", err
		}
	}
	url := cluster.URL("maillage_demo")
	database, err := db.Open(ctx, url, 16)
	if err != nil {
		return nil, "", err
	}
	return database, url, migrations.Up(ctx, database.DB)
}

// loadStory loads the story into an empty database, with its progress, and
// tells who can sign in.
func loadStory(ctx context.Context, database *sqlx.DB) ([]seed.Persona, error) {
	people, err := seed.Personas(ctx, database)
	if err != nil || len(people) > 0 {
		return people, err
	}
	began := time.Now()
	// A line written over itself is for a person's terminal; a log is spared it.
	progress, over := func(int, int, string) {}, ""
	if out, err := os.Stdout.Stat(); err == nil && out.Mode()&os.ModeCharDevice != 0 {
		over = "\r\033[K"
		progress = func(done, total int, what string) { fmt.Printf("%s  [%-30s] %s", over, bar(done, total, 30), what) }
	}
	if _, err := seed.Story(ctx, database, began, progress); err != nil {
		return nil, fmt.Errorf("load the story: %w", err)
	}
	if err := seed.Accounts(ctx, database, db.NewAccounts(database), demoPassword); err != nil {
		return nil, fmt.Errorf("open the demonstration's accounts: %w", err)
	}
	fmt.Printf("%s  The story is loaded (%.1f s).\n", over, time.Since(began).Seconds())
	return seed.Personas(ctx, database)
}

func bar(done, total, width int) string {
	filled := 0
	if total > 0 {
		filled = min(done, total) * width / total
	}
	text := make([]rune, filled)
	for i := range text {
		text[i] = '█'
	}
	return string(text)
}

func freshKey() string {
	key := make([]byte, 32)
	rand.Read(key) // never fails
	return base64.StdEncoding.EncodeToString(key)
}

// demoAccounts lists who can sign in, for the sign-in page of the demonstration.
func demoAccounts(people []seed.Persona) http.Handler {
	type account struct {
		Name     string            `json:"name"`
		Email    string            `json:"email"`
		Job      string            `json:"job"`
		Centre   string            `json:"centre"`
		Does     map[string]string `json:"does"` // by language
		Password string            `json:"password"`
	}
	list := make([]account, len(people))
	for i, p := range people {
		list[i] = account{p.Name, p.Email, p.Job, p.Centre, map[string]string{"fr": p.DoesFr, "en": p.Does}, demoPassword}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(list)
	})
}

// invite says where the app is, who can come in, and what to play.
func invite(address string, people []seed.Persona) {
	fmt.Printf("\n  Maillage is ready: %s\n\n  Everyone's password: %s\n\n", address, demoPassword)
	for _, p := range people {
		job := strings.ToLower(strings.ReplaceAll(p.Job, "_", " "))
		fmt.Printf("  %-24s %-42s %s: %s\n", p.Name, p.Email, job, p.Does)
	}
	fmt.Printf("\n  The invitation of a guest who has not come yet: %s/invitation/%s\n", address, seed.OpenInvitation())
	fmt.Printf("  The wall of today's gathering, for a projector: %s/mur/%s\n", address, seed.TodaysWall())
	fmt.Print(`
  The whole path, in ten minutes:
   1. The mission officer opens Forum, proposes a topic; others star it.
   2. The coordinator, who facilitates, places it on the board and opens the sessions phase.
   3. The convener starts the session, writes and publishes its harvest.
   4. The coordinator opens the convergence; everyone puts their dots; moving on to the harvest closes the vote.
   5. The coordinator opens a working group from the topic; a mission officer joins it and posts an update.
   6. A director proposes a joint project from the group and sends it; two other directors sign or decline.
   7. The lead director commits and starts it; the coordinator sees it all, with its thread, in the Observatoire.

  Ctrl-C stops everything; the data is kept. make demo-reset starts over.
`)
}
