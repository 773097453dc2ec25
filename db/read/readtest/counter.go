// Package readtest lets tests see which statements answer an operation.
package readtest

import (
	"context"
	"database/sql"
	"sync"

	"maillage/db/read"
)

// Counter passes statements on and keeps them.
type Counter struct {
	To read.Queryer

	mu         sync.Mutex
	statements []string
}

// QueryContext runs a statement and counts it.
func (c *Counter) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	c.mu.Lock()
	c.statements = append(c.statements, query)
	c.mu.Unlock()
	return c.To.QueryContext(ctx, query, args...)
}

// Take gives the statements run since the last call.
func (c *Counter) Take() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	taken := c.statements
	c.statements = nil
	return taken
}
