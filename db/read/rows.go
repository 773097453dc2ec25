package read

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"time"
)

// Queryer is what statements are run on: a *DB, which keeps them prepared, or
// a *sql.Tx or *sqlx.DB where that does not matter.
type Queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// A table holds the rows that one statement gave, as text in one buffer.
type table struct {
	text  []byte
	cells []cell
	width int
	// groups are the rows by parent; one group where there is no parent.
	groups []group
	// groupOf gives the group of each row of the parent's table, or -1.
	groupOf []int32
	page    page
	dest    []any
}

// A cell is where a value stands in the text; a null has the end -1.
type cell struct{ from, end int32 }

// A group is the rows of one parent that are shown, and whether more follow.
type group struct {
	lo, hi int32
	more   bool
}

func (t *table) null(row, column int) bool { return t.cells[row*t.width+column].end < 0 }

// get gives a value's text; nil when it is null.
func (t *table) get(row, column int) []byte {
	c := t.cells[row*t.width+column]
	if c.end < 0 {
		return nil
	}
	return t.text[c.from:c.end:c.end]
}

func (t *table) rows() int {
	if t.width == 0 {
		return 0
	}
	return len(t.cells) / t.width
}

func (t *table) reset(width int) {
	t.text, t.cells, t.groups, t.groupOf = t.text[:0], t.cells[:0], t.groups[:0], t.groupOf[:0]
	t.width = width
}

// fetch reads all rows of a statement.
func (t *table) fetch(ctx context.Context, q Queryer, statement string, args []any) error {
	rows, err := q.QueryContext(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for len(t.dest) < t.width {
		t.dest = append(t.dest, (*receiver)(t))
	}
	for rows.Next() {
		if err := rows.Scan(t.dest[:t.width]...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// A receiver is a table that takes the values of a row, one after the other.
type receiver table

// Scan appends a value as text.
func (r *receiver) Scan(value any) error {
	from := len(r.text)
	switch v := value.(type) {
	case nil:
		r.cells = append(r.cells, cell{0, -1})
		return nil
	case string:
		r.text = append(r.text, v...)
	case []byte:
		r.text = append(r.text, v...)
	case int64:
		r.text = strconv.AppendInt(r.text, v, 10)
	case bool:
		r.text = strconv.AppendBool(r.text, v)
	case float64:
		r.text = strconv.AppendFloat(r.text, v, 'g', -1, 64)
	case time.Time:
		r.text = v.AppendFormat(r.text, postgresTime)
	default:
		return fmt.Errorf("read: the driver gave a %T", value)
	}
	r.cells = append(r.cells, cell{int32(from), int32(len(r.text))})
	return nil
}

// split groups rows that came in the order of their parents; the first column
// is the parent's number, from one. A row beyond the page only says that there
// are more.
func (t *table) split(parents, first int) {
	row, n := 0, t.rows()
	for parent := range parents {
		lo := row
		for row < n && t.number(row) == parent+1 {
			row++
		}
		t.groups = append(t.groups, cut(lo, row, first))
	}
}

func cut(lo, hi, first int) group {
	if first > 0 && hi-lo > first {
		return group{int32(lo), int32(lo + first), true}
	}
	return group{int32(lo), int32(hi), false}
}

func (t *table) number(row int) int {
	n, _ := strconv.Atoi(string(t.get(row, 0)))
	return n
}
