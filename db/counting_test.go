package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"sync/atomic"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"maillage/db/dbtest"
)

// countStatements lets the world's store work over connections that count the
// statements it runs, those that begin and end transactions aside.
func (w *world) countStatements() *atomic.Int64 {
	w.t.Helper()
	connector, err := pq.NewConnector(dbtest.URL(w.t))
	w.must(err)
	counted := &countingConnector{Connector: connector}
	pool := sqlx.NewDb(sql.OpenDB(counted), "postgres")
	w.t.Cleanup(func() { pool.Close() })
	store, err := NewStore(pool)
	w.must(err)
	store.Now = func() time.Time { return w.clock }
	w.store = store
	return &counted.n
}

type countingConnector struct {
	driver.Connector
	n atomic.Int64
}

func (c *countingConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	return countingConn{conn, &c.n}, err
}

// countingConn shows database/sql the plain half of a connection, so that every
// statement is prepared and passes here.
type countingConn struct {
	driver.Conn
	n *atomic.Int64
}

func (c countingConn) Prepare(query string) (driver.Stmt, error) {
	stmt, err := c.Conn.Prepare(query)
	return countingStmt{stmt, c.n}, err
}

type countingStmt struct {
	driver.Stmt
	n *atomic.Int64
}

func (s countingStmt) Exec(args []driver.Value) (driver.Result, error) {
	s.n.Add(1)
	//lint:ignore SA1019 the driver's plain half is what is counted
	return s.Stmt.Exec(args)
}

func (s countingStmt) Query(args []driver.Value) (driver.Rows, error) {
	s.n.Add(1)
	//lint:ignore SA1019 the driver's plain half is what is counted
	return s.Stmt.Query(args)
}
