package db

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/db/read"
	"maillage/network"
)

// Act is what a person asks to be done: the key its sender made, the
// mutation's name, and its input as sent (any value that encodes to JSON).
type Act struct {
	Key   network.ID
	Name  string
	Input any
}

// tx is one transaction of one viewer, with one reading of the clock. Its SQL
// may name :viewer_… and :now (see db/read) beside $1, $2, ….
type tx struct {
	ctx    context.Context
	sql    *sqlx.Tx
	store  *Store
	v      network.Viewer
	now    time.Time
	events []Event
	// fresh are texts met for the first time: they become prepared statements
	// of the store once this transaction has given its connection back.
	fresh []string
}

// act does one act in one transaction: do's writes, its events and the note
// of its result commit together, or none does. A repeat of the act by the same
// person is given the first result. R must survive JSON.
//
// The key is noted by the last statement, not the first: a repeat does its
// work again, fails or collides, is rolled back, and reads the first result.
// So an act costs no statement for the repeat that seldom comes.
func act[R any](ctx context.Context, s *Store, v network.Viewer, a Act, do func(*tx) (R, error)) (R, error) {
	var none R
	if err := network.CanAct(v); err != nil {
		return none, err
	}
	if !a.Key.UUID() {
		return none, network.Invalid("input.clientMutationId", "not_an_id")
	}
	body, err := json.Marshal(a.Input)
	if err != nil {
		return none, fmt.Errorf("%s: encode input: %w", a.Name, err)
	}
	hash := sha256.Sum256(append([]byte(a.Name+"\x00"), body...))
	result, err := attempt(ctx, s, v, a, hash[:], do)
	if err == nil {
		return result, nil
	}
	err = mapError(ctx, err)
	first, found, lookErr := firstResult[R](ctx, s, v, a, hash[:])
	switch {
	case lookErr != nil:
		// A change by another person in between must not hide the act's own failure.
		var told *network.Error
		if errors.As(lookErr, &told) {
			return none, lookErr
		}
		return none, err
	case found:
		return first, nil
	}
	return none, err
}

func attempt[R any](ctx context.Context, s *Store, v network.Viewer, a Act, hash []byte, do func(*tx) (R, error)) (R, error) {
	var none R
	begun, err := s.db.BeginTxx(ctx, nil)
	if err != nil {
		return none, err
	}
	t := &tx{ctx: ctx, sql: begun, store: s, v: v, now: s.Now()}
	defer func() {
		begun.Rollback() // nothing after a commit
		for _, text := range t.fresh {
			s.statements.prepare(ctx, text) // an error will show when it is used
		}
	}()
	result, err := do(t)
	if err != nil {
		return none, err
	}
	if err := t.finish(a, hash, result); err != nil {
		return none, err
	}
	return result, begun.Commit()
}

// firstResult is what an act answered the first time, if there was one.
func firstResult[R any](ctx context.Context, s *Store, v network.Viewer, a Act, hash []byte) (R, bool, error) {
	var result R
	var kept struct {
		BodyHash []byte `db:"body_hash"`
		Result   []byte `db:"result"`
	}
	stmt, err := s.statements.prepare(ctx, `
		SELECT body_hash,
		       result
		  FROM mutation_result
		 WHERE staff_id = $1
		   AND key = $2`)
	if err != nil {
		return result, false, err
	}
	err = stmt.GetContext(ctx, &kept, v.StaffID, a.Key)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return result, false, nil
	case err != nil:
		return result, false, err
	case string(kept.BodyHash) != string(hash):
		return result, false, &network.Error{Code: network.CodeReplayMismatch, Field: "input.clientMutationId", Key: "replay_mismatch"}
	}
	return result, true, json.Unmarshal(kept.Result, &result)
}

// get reads one row into dest; sql.ErrNoRows when there is none.
func (t *tx) get(dest any, query string, args ...any) error {
	stmt, all, err := t.bind(query, args)
	if err != nil {
		return err
	}
	return stmt.GetContext(t.ctx, dest, all...)
}

// find is get for what the viewer asked by id: no row is NOT_FOUND.
func (t *tx) find(dest any, query string, args ...any) error {
	err := t.get(dest, query, args...)
	if errors.Is(err, sql.ErrNoRows) {
		return network.NotFound()
	}
	return err
}

// list reads every row into dest, a pointer to a slice.
func (t *tx) list(dest any, query string, args ...any) error {
	stmt, all, err := t.bind(query, args)
	if err != nil {
		return err
	}
	return stmt.SelectContext(t.ctx, dest, all...)
}

// exec runs a statement and tells how many rows it touched.
func (t *tx) exec(query string, args ...any) (int64, error) {
	stmt, all, err := t.bind(query, args)
	if err != nil {
		return 0, err
	}
	done, err := stmt.ExecContext(t.ctx, all...)
	if err != nil {
		return 0, err
	}
	return done.RowsAffected()
}

// bind prepares what is new on the transaction's own connection: to ask the pool
// for another while holding one could stop every writer at once.
func (t *tx) bind(query string, args []any) (*sqlx.Stmt, []any, error) {
	text, values := read.BindViewer(query, t.v, t.now, len(args)+1)
	all := append(args[:len(args):len(args)], values...)
	if kept := t.store.statements.kept(text); kept != nil {
		return t.sql.StmtxContext(t.ctx, kept), all, nil
	}
	stmt, err := t.sql.PreparexContext(t.ctx, text)
	if err != nil {
		return nil, nil, err
	}
	t.fresh = append(t.fresh, text)
	return stmt, all, nil
}
