package read

import (
	"container/list"
	"context"
	"database/sql"
	"sync"
)

// maxStatements bounds the statements kept prepared on each connection.
const maxStatements = 1024

// DB runs statements on a pool and keeps those used last prepared, so that
// PostgreSQL parses and plans each of them once per connection.
type DB struct {
	pool *sql.DB
	max  int
	mu   sync.Mutex
	byID map[string]*list.Element
	used *list.List // of *prepared, the last used in front
}

// A prepared statement is closed once it is evicted and nobody runs it.
type prepared struct {
	text    string
	once    sync.Once
	stmt    *sql.Stmt
	err     error
	users   int
	evicted bool
}

// Prepare gives a Queryer on the pool that keeps its statements prepared.
func Prepare(pool *sql.DB) *DB { return prepareAtMost(pool, maxStatements) }

func prepareAtMost(pool *sql.DB, max int) *DB {
	return &DB{pool: pool, max: max, byID: map[string]*list.Element{}, used: list.New()}
}

// QueryContext runs a statement, preparing it at its first use.
func (db *DB) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	p := db.acquire(query)
	defer db.release(p)
	p.once.Do(func() {
		// Others wait for this statement too, so it outlives this request.
		p.stmt, p.err = db.pool.PrepareContext(context.WithoutCancel(ctx), query)
	})
	if p.err != nil {
		db.forget(p)
		return nil, p.err
	}
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

func (db *DB) acquire(query string) *prepared {
	db.mu.Lock()
	defer db.mu.Unlock()
	if el, ok := db.byID[query]; ok {
		db.used.MoveToFront(el)
		p := el.Value.(*prepared)
		p.users++
		return p
	}
	p := &prepared{text: query, users: 1}
	db.byID[query] = db.used.PushFront(p)
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

// forget drops a statement that could not be prepared, so that the next
// request tries again.
func (db *DB) forget(p *prepared) {
	db.mu.Lock()
	defer db.mu.Unlock()
	if el, ok := db.byID[p.text]; ok && el.Value == p {
		db.evict(el)
	}
}

func (db *DB) evict(el *list.Element) {
	p := db.used.Remove(el).(*prepared)
	delete(db.byID, p.text)
	p.evicted = true
	db.close(p)
}

// close closes a statement that nobody can use any more. Its open rows end
// first: database/sql sees to that.
func (db *DB) close(p *prepared) {
	if p.evicted && p.users == 0 && p.stmt != nil {
		go p.stmt.Close()
		p.stmt = nil
	}
}
