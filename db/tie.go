package db

import (
	"context"

	"github.com/jmoiron/sqlx"
)

// WithoutTies is what a bulk load says first in its transaction: its rows are
// not followed one by one. It ends with RecountTies. docs/ties.md tells more.
const WithoutTies = `SET LOCAL maillage.ties = 'off'`

// RecountTies makes the facts that tie centres, and every sum of them, anew
// from the rows, in the caller's transaction.
func RecountTies(ctx context.Context, in sqlx.ExecerContext) error {
	_, err := in.ExecContext(ctx, `SELECT tie_recount()`)
	return err
}
