package read

import (
	"container/list"
	"context"
	"database/sql"
	"sync"
)

// maxStatements bounds the statements kept prepared on each connection, where
// each of them takes some ten kilobytes of PostgreSQL's memory or more.
const maxStatements = 300

// DB runs statements on a pool and keeps those used last prepared, so that
// PostgreSQL parses and plans each of them once per connection.
type DB struct {
	pool   *sql.DB
	max    int
	mu     sync.Mutex
	byText map[string]*list.Element
	used   *list.List // of *prepared, the last used in front
}

// A prepared statement is closed once it is evicted and nobody runs it.
type prepared struct {
	text    string
	stmt    *sql.Stmt
	users   int
	evicted bool
}

// Prepare gives a Queryer on the pool that keeps its statements prepared.
func Prepare(pool *sql.DB) *DB { return prepareAtMost(pool, maxStatements) }

func prepareAtMost(pool *sql.DB, max int) *DB {
	return &DB{pool: pool, max: max, byText: map[string]*list.Element{}, used: list.New()}
}

// QueryContext runs a statement, preparing it at its first use.
func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	p := db.kept(query)
	if p == nil {
		stmt, err := db.pool.PrepareContext(ctx, query)
		if err != nil {
			return nil, err
		}
		p = db.keep(query, stmt)
	}
	defer db.release(p)
	return p.stmt.QueryContext(ctx, args...)
}

// Close closes every statement; the pool stays open.
func (db *DB) Close() {
	db.mu.Lock()
	defer db.mu.Unlock()
	for db.used.Len() > 0 {
		db.evict(db.used.Back())
	}
}

// kept gives the statement of a text if it is prepared, for one use.
func (db *DB) kept(query string) *prepared {
	db.mu.Lock()
	defer db.mu.Unlock()
	return db.use(query)
}

func (db *DB) use(query string) *prepared {
	el, ok := db.byText[query]
	if !ok {
		return nil
	}
	db.used.MoveToFront(el)
	p := el.Value.(*prepared)
	p.users++
	return p
}

// keep keeps a new statement, unless somebody was quicker with the same.
func (db *DB) keep(query string, stmt *sql.Stmt) *prepared {
	db.mu.Lock()
	defer db.mu.Unlock()
	if p := db.use(query); p != nil {
		go stmt.Close()
		return p
	}
	p := &prepared{text: query, stmt: stmt, users: 1}
	db.byText[query] = db.used.PushFront(p)
	if db.used.Len() > db.max {
		db.evict(db.used.Back())
	}
	return p
}

func (db *DB) release(p *prepared) {
	db.mu.Lock()
	defer db.mu.Unlock()
	p.users--
	db.close(p)
}

func (db *DB) evict(el *list.Element) {
	p := db.used.Remove(el).(*prepared)
	delete(db.byText, p.text)
	p.evicted = true
	db.close(p)
}

// close closes a statement that nobody can use any more. Its open rows end
// first: database/sql sees to that.
func (db *DB) close(p *prepared) {
	if p.evicted && p.users == 0 {
		go p.stmt.Close()
	}
}
