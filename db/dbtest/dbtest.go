// Package dbtest gives each test a PostgreSQL database of its own, with the whole
// schema in it.
//
// Every test binary runs a private cluster, started by its first test in a fraction
// of a second from a kept, migrated copy. The cluster belongs to a keeper: a second
// process of the same binary that sees the first one end, however it ends, and then
// stops PostgreSQL and removes its folder. Clusters are not shared between test
// binaries: nothing that one of them does, or dies of, can reach another.
package dbtest

import (
	"context"
	"database/sql"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"
	_ "github.com/lib/pq" // the driver that Maillage runs on
)

// MaxConns is how many connections a pool from New opens at most.
const MaxConns = 20

// New returns a pool on the test's own migrated database. It is closed, and the
// database dropped, when the test ends. Several calls in one test reach the same
// database; a subtest has its own.
func New(t testing.TB) *sqlx.DB {
	t.Helper()
	return open(t, URL(t))
}

// URL returns the address of the test's own migrated database, see New.
func URL(t testing.TB) string {
	t.Helper()
	return database(t, templateName)
}

// Empty returns the address of a new database without any table, at each call another.
func Empty(t testing.TB) string {
	t.Helper()
	return create(t, "template0")
}

// Open returns a pool on any address of this package, closed when the test ends.
func Open(t testing.TB, url string) *sqlx.DB {
	t.Helper()
	return open(t, url)
}

func open(t testing.TB, url string) *sqlx.DB {
	t.Helper()
	db, err := sqlx.Open("postgres", url)
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	// Connections are kept, so that statements prepared on them stay prepared.
	db.SetMaxOpenConns(MaxConns)
	db.SetMaxIdleConns(MaxConns)
	t.Cleanup(func() { db.Close() })
	return db
}

var (
	mu        sync.Mutex
	databases = map[testing.TB]string{}
	count     int
)

// database returns the test's one database, made at the first call.
func database(t testing.TB, template string) string {
	t.Helper()
	mu.Lock()
	url, ok := databases[t]
	mu.Unlock()
	if ok {
		return url
	}
	url = create(t, template)
	mu.Lock()
	databases[t] = url
	mu.Unlock()
	t.Cleanup(func() {
		mu.Lock()
		delete(databases, t)
		mu.Unlock()
	})
	return url
}

// filled are the databases that Filled made, by the caller's name.
var filled sync.Map // string → func() (string, error)

// Filled returns the address of a migrated database of its own that also holds
// what fill put into the first one of that name, at each call another: to fill
// costs once a test binary, to copy a few milliseconds. fill must close what it
// opens.
func Filled(t testing.TB, name string, fill func(url string) error) string {
	t.Helper()
	once, _ := filled.LoadOrStore(name, sync.OnceValues(func() (string, error) {
		c, template, err := copyOf(templateName)
		if err != nil {
			return "", err
		}
		return template, fill(c.url(template))
	}))
	template, err := once.(func() (string, error))()
	if err != nil {
		t.Fatalf("dbtest: fill %s: %v", name, err)
	}
	return create(t, template)
}

// copyOf makes a database from another that nobody is connected to.
func copyOf(template string) (c *cluster, name string, err error) {
	if c, err = running(); err != nil {
		return nil, "", err
	}
	mu.Lock()
	count++
	name = fmt.Sprintf("test_%d", count)
	mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	// Without the cost of safe writing, copying files is the quicker way.
	_, err = c.admin.ExecContext(ctx, fmt.Sprintf("create database %s template %s strategy file_copy", name, template))
	return c, name, err
}

func create(t testing.TB, template string) string {
	t.Helper()
	c, name, err := copyOf(template)
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if _, err := c.admin.ExecContext(ctx, fmt.Sprintf("drop database if exists %s with (force)", name)); err != nil {
			t.Errorf("dbtest: %v", err)
		}
	})
	return c.url(name)
}

// cluster is this binary's PostgreSQL, seen from the tests.
type cluster struct {
	socketURL string // the address of database "postgres"
	admin     *sql.DB
}

var running = sync.OnceValues(func() (*cluster, error) {
	url, err := startKeeper()
	if err != nil {
		return nil, err
	}
	admin, err := sql.Open("postgres", url)
	if err != nil {
		return nil, err
	}
	return &cluster{socketURL: url, admin: admin}, nil
})

func (c *cluster) url(name string) string { return withDatabase(c.socketURL, name) }
