// Package db is everything that knows SQL. An exported method of Store is one
// transaction; unexported helpers take it. What it is to read a type is
// declared in the file of its noun and answered by db/read.
package db

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// Store is the network's memory.
type Store struct {
	db         *sqlx.DB
	reads      *read.Schema
	reader     *read.DB
	statements statements
	walls      *guesses
	looks      *pace

	// Now is the clock; one reading serves a whole transaction.
	Now func() time.Time
}

// NewStore keeps the network in a migrated database.
func NewStore(database *sqlx.DB) (*Store, error) {
	reads, err := Declarations()
	if err != nil {
		return nil, err
	}
	return &Store{
		db:         database,
		reads:      reads,
		reader:     read.Prepare(database.DB),
		statements: statements{db: database},
		walls:      newGuesses(),
		looks:      newWallPace(),
		Now:        func() time.Time { return time.Now().UTC().Truncate(time.Microsecond) },
	}, nil
}

// Reads are the declarations, checked and ready to be asked.
func (s *Store) Reads() *read.Schema { return s.reads }

// Reader is what the declared reads run on.
func (s *Store) Reader() read.Queryer { return s.reader }

// Open connects to the database at a lib/pq address.
func Open(ctx context.Context, url string, connections int) (*sqlx.DB, error) {
	connector, err := connectorFor(url)
	if err != nil {
		return nil, fmt.Errorf("read the database's address: %w", err)
	}
	database := sqlx.NewDb(sql.OpenDB(connector), "postgres")
	if err := database.PingContext(ctx); err != nil {
		database.Close()
		return nil, fmt.Errorf("connect to PostgreSQL: %w", err)
	}
	database.SetMaxOpenConns(connections)
	database.SetMaxIdleConns(connections) // a statement prepared is kept with its connection
	database.SetConnMaxIdleTime(10 * time.Minute)
	return database, nil
}

// connectorFor sets what every session wants: statements are planned once, not
// again for each set of values, never compiled to machine code, and worked by
// one process. Planning a page costs more than reading it (docs/adr/0001), and
// so does starting other processes for it.
func connectorFor(url string) (*pq.Connector, error) {
	config, err := pq.NewConfig(url)
	if err != nil {
		return nil, err
	}
	if config.Runtime == nil {
		config.Runtime = map[string]string{}
	}
	for name, value := range map[string]string{"plan_cache_mode": "force_generic_plan", "jit": "off", "max_parallel_workers_per_gather": "0"} {
		if _, set := config.Runtime[name]; !set {
			config.Runtime[name] = value
		}
	}
	return pq.NewConnectorConfig(config)
}

// newID makes an id whose order is that of its making.
func newID() network.ID { return network.ID(uuid.Must(uuid.NewV7()).String()) }

// statements keeps one prepared statement per SQL text. The texts are literals
// of this package, so their number is bounded.
type statements struct {
	db     *sqlx.DB
	byText sync.Map // string → *sqlx.Stmt
}

// kept is the statement of a text that was prepared before, or nil.
func (s *statements) kept(text string) *sqlx.Stmt {
	if found, ok := s.byText.Load(text); ok {
		return found.(*sqlx.Stmt)
	}
	return nil
}

func (s *statements) prepare(ctx context.Context, text string) (*sqlx.Stmt, error) {
	if kept := s.kept(text); kept != nil {
		return kept, nil
	}
	// Preparing outlives the request that happens to come first.
	made, err := s.db.PreparexContext(context.WithoutCancel(ctx), text)
	if err != nil {
		return nil, err
	}
	if kept, raced := s.byText.LoadOrStore(text, made); raced {
		made.Close()
		return kept.(*sqlx.Stmt), nil
	}
	return made, nil
}
