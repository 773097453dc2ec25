package seed

import (
	"context"
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"maillage/network"
)

// A table is the rows of one table of the schema, to be copied in.
type table struct {
	name    string
	columns string
	rows    int
	each    func(add func(values ...any))
}

// load copies a world into an empty, migrated database, in one transaction.
func load(ctx context.Context, database *sqlx.DB, w *world, progress Progress) error {
	if progress == nil {
		progress = func(int, int, string) {}
	}
	w.inOrder()
	tx, err := database.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing after a commit
	var filled bool
	if err := tx.GetContext(ctx, &filled, `SELECT EXISTS (SELECT FROM centre) OR EXISTS (SELECT FROM staff_member)`); err != nil {
		return err
	}
	if filled {
		return ErrNotEmpty
	}
	// What ties the centres is counted once, at the end.
	if _, err := tx.ExecContext(ctx, `SET LOCAL maillage.ties = 'off'`); err != nil {
		return err
	}
	tables := w.tables()
	total, done := 0, 0
	for _, t := range tables {
		total += t.rows
	}
	total += total / 10 // the counting at the end
	for _, t := range tables {
		progress(done, total, t.name)
		err := withoutIndexes(ctx, tx, t, func() error {
			return copyIn(ctx, tx, t, func(rows int) { progress(done+rows, total, t.name) })
		})
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		done += t.rows
	}
	if err := w.keepFinal(ctx, tx); err != nil {
		return err
	}
	progress(done, total, "ties")
	if _, err := tx.ExecContext(ctx, `SELECT tie_recount()`); err != nil {
		return fmt.Errorf("ties: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	// Plans are made for what is there now.
	if _, err := database.ExecContext(ctx, `ANALYZE`); err != nil {
		return err
	}
	progress(total, total, "done")
	return nil
}

// manyRows is from where an index is quicker made at the end than kept; a test lowers it.
var manyRows = 200_000

// withoutIndexes fills a large table while its indexes are away, those of its
// constraints aside; a table whose triggers look at what comes in keeps them.
// It is one transaction's affair: they are never missed.
func withoutIndexes(ctx context.Context, tx *sqlx.Tx, t table, fill func() error) error {
	if t.rows < manyRows {
		return fill()
	}
	var indexes []struct {
		Name string `db:"name"`
		Made string `db:"made"`
	}
	err := tx.SelectContext(ctx, &indexes, `
		SELECT quote_ident(c.relname) AS name,
		       pg_get_indexdef(i.indexrelid) AS made
		  FROM pg_index i
		  JOIN pg_class c ON c.oid = i.indexrelid
		 WHERE i.indrelid = $1::regclass
		   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
		   AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = i.indrelid AND NOT g.tgisinternal AND g.tgtype & 4 <> 0) -- on insert
		 ORDER BY c.relname`, t.name)
	if err != nil {
		return err
	}
	for _, i := range indexes {
		if _, err := tx.ExecContext(ctx, "DROP INDEX "+i.Name); err != nil {
			return err
		}
	}
	if err := fill(); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `SET LOCAL maintenance_work_mem = '256MB'`); err != nil {
		return err
	}
	for _, i := range indexes {
		if _, err := tx.ExecContext(ctx, i.Made); err != nil {
			return err
		}
	}
	return nil
}

func copyIn(ctx context.Context, tx *sqlx.Tx, t table, told func(rows int)) error {
	if t.rows == 0 {
		return nil
	}
	stmt, err := tx.PrepareContext(ctx, "COPY "+t.name+" ("+strings.Join(strings.Fields(t.columns), ", ")+") FROM STDIN")
	if err != nil {
		return err
	}
	rows := 0
	t.each(func(values ...any) {
		if err != nil {
			return
		}
		if rows++; rows%20_000 == 0 {
			told(rows)
		}
		_, err = stmt.ExecContext(ctx, values...)
	})
	if err == nil {
		_, err = stmt.ExecContext(ctx)
	}
	if closeErr := stmt.Close(); err == nil {
		err = closeErr
	}
	if err == nil && rows != t.rows {
		err = fmt.Errorf("%d rows, counted %d", rows, t.rows)
	}
	return err
}

// The ways to write what may be absent.

func at(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t
}

func day(d network.Date) any {
	if d == "" {
		return nil
	}
	return string(d)
}

func personID(p *person) any {
	if p == nil {
		return nil
	}
	return p.id.String()
}

func idOrNull(id *uuid.UUID) any {
	if id == nil {
		return nil
	}
	return id.String()
}

func number(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func centreIDs(centres []*centre) any {
	if len(centres) == 0 {
		return nil
	}
	ids := make(pq.StringArray, len(centres))
	for i, c := range centres {
		ids[i] = c.id.String()
	}
	return driver.Valuer(ids)
}

// data is what changed, as db.EventData writes it.
func (f *fact) data() string {
	if f.from == "" && f.to == "" && f.excerpt == "" && f.subject == nil {
		return "{}"
	}
	d := struct {
		From    string `json:"from,omitempty"`
		To      string `json:"to,omitempty"`
		Excerpt string `json:"excerpt,omitempty"`
		Subject string `json:"subject,omitempty"`
	}{From: f.from, To: f.to, Excerpt: f.excerpt}
	if f.subject != nil {
		d.Subject = f.subject.id.String()
	}
	text, err := json.Marshal(d)
	if err != nil {
		panic(err) // strings encode
	}
	return string(text)
}
