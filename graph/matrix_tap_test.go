package graph_test

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync"
	"testing"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"
)

// A tap stands between database/sql and the driver: it counts what is sent to
// PostgreSQL, and can let one call fail.
type tap struct {
	mu sync.Mutex
	// statements and calls were sent since reset; calls are also the beginnings
	// and ends of transactions, and what is prepared.
	statements, calls int
	// failing is the number of the call that fails, 0 for none; late says that
	// PostgreSQL has done it by then.
	failing int
	late    bool
	// commits fail, whichever call they are.
	noCommit bool
	failed   bool
}

var errTap = errors.New("tap: the connection to 10.0.0.7:5432 was reset")

// pool opens a pool through the tap. One connection must do for an act: one
// that waited for another while holding one could stop everybody.
func (p *tap) pool(t testing.TB, address string, connections int) *sqlx.DB {
	t.Helper()
	connector, err := pq.NewConnector(address)
	if err != nil {
		t.Fatal(err)
	}
	pool := sqlx.NewDb(sql.OpenDB(tappedConnector{connector, p}), "postgres")
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	t.Cleanup(func() { pool.Close() })
	return pool
}

// reset begins to count anew and says which call is to fail.
func (p *tap) reset(failing int, late bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.statements, p.calls, p.failing, p.late, p.noCommit, p.failed = 0, 0, failing, late, false, false
}

// refuseCommits makes every transaction come to nothing at its end: what it
// says is known from then on.
func (p *tap) refuseCommits() {
	p.reset(0, false)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.noCommit = true
}

func (p *tap) hasFailed() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed
}

func (p *tap) refusesCommits() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.noCommit
}

func (p *tap) counted() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.statements
}

// pass sends one call, or fails before or after it.
func pass[R any](p *tap, statement bool, send func() (R, error)) (R, error) {
	var none R
	p.mu.Lock()
	p.calls++
	if statement {
		p.statements++
	}
	fails, late := p.calls == p.failing, p.late
	p.failed = p.failed || fails
	p.mu.Unlock()
	if fails && !late {
		return none, errTap
	}
	result, err := send()
	if fails && err == nil {
		if rows, ok := any(result).(driver.Rows); ok {
			rows.Close()
		}
		return none, errTap
	}
	return result, err
}

type tappedConnector struct {
	driver.Connector
	tap *tap
}

func (c tappedConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &tappedConn{conn, c.tap}, nil
}

// tappedConn has every optional ability of the driver's connection.
type tappedConn struct {
	driver.Conn
	tap *tap
}

func (c *tappedConn) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	return pass(c.tap, false, func() (driver.Tx, error) {
		tx, err := c.Conn.(driver.ConnBeginTx).BeginTx(ctx, o)
		return tappedTx{tx, c.tap}, err
	})
}

func (c *tappedConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	return pass(c.tap, false, func() (driver.Stmt, error) {
		stmt, err := c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
		return &tappedStmt{stmt, c.tap}, err
	})
}

func (c *tappedConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	return pass(c.tap, true, func() (driver.Rows, error) { return c.Conn.(driver.QueryerContext).QueryContext(ctx, query, args) })
}

func (c *tappedConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	return pass(c.tap, true, func() (driver.Result, error) { return c.Conn.(driver.ExecerContext).ExecContext(ctx, query, args) })
}

func (c *tappedConn) CheckNamedValue(v *driver.NamedValue) error {
	return c.Conn.(driver.NamedValueChecker).CheckNamedValue(v)
}
func (c *tappedConn) Ping(ctx context.Context) error { return c.Conn.(driver.Pinger).Ping(ctx) }
func (c *tappedConn) IsValid() bool                  { return c.Conn.(driver.Validator).IsValid() }
func (c *tappedConn) ResetSession(ctx context.Context) error {
	return c.Conn.(driver.SessionResetter).ResetSession(ctx)
}

type tappedTx struct {
	driver.Tx
	tap *tap
}

func (t tappedTx) Commit() error {
	_, err := pass(t.tap, false, func() (struct{}, error) {
		if t.tap.refusesCommits() {
			return struct{}{}, errTap
		}
		return struct{}{}, t.Tx.Commit()
	})
	if errors.Is(err, errTap) && !t.tap.late {
		t.Tx.Rollback() // what a lost connection does
	}
	return err
}

type tappedStmt struct {
	driver.Stmt
	tap *tap
}

func (s *tappedStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return pass(s.tap, true, func() (driver.Rows, error) { return s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args) })
}

func (s *tappedStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return pass(s.tap, true, func() (driver.Result, error) { return s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args) })
}
