package read

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
)

// Queryer is what statements are run on: a *DB, which keeps them prepared, or
// a *sql.Tx or *sqlx.DB where that does not matter.
type Queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// A table holds the rows of one level, as text in one buffer.
type table struct {
	text  []byte
	cells []cell
	width int
	rows  int
	// groups are the rows by parent; one group where there is no parent.
	groups []group
	// groupOf gives the group of each row of the parent's table, or -1.
	groupOf []int32
	page    page
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

func (t *table) reset(width int) {
	t.text, t.cells, t.groups, t.groupOf = t.text[:0], t.cells[:0], t.groups[:0], t.groupOf[:0]
	t.width, t.rows, t.page = width, 0, page{}
}

// A receiver takes the rows of a statement, one value after the other: the
// number of the row's table, its values as text, and what fills it up.
type receiver struct {
	tables []*table
	table  *table
	column int // the next; the table's number is the first
	dest   []any
}

// fetch reads all rows of a statement into the tables.
func (r *receiver) fetch(ctx context.Context, q Queryer, statement string, args []any, width int) error {
	rows, err := q.QueryContext(ctx, statement, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for len(r.dest) <= width {
		r.dest = append(r.dest, r)
	}
	for rows.Next() {
		r.column = 0
		if err := rows.Scan(r.dest[:width+1]...); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Scan takes the next value of the row.
func (r *receiver) Scan(value any) error {
	column := r.column
	r.column++
	if column == 0 {
		n, ok := value.(int64)
		if !ok {
			return fmt.Errorf("read: the driver gave a %T for the number of a level", value)
		}
		r.table = r.tables[n]
		r.table.rows++
		return nil
	}
	t := r.table
	if column > t.width {
		return nil
	}
	from := len(t.text)
	switch v := value.(type) {
	case nil:
		t.cells = append(t.cells, cell{0, -1})
		return nil
	case string:
		t.text = append(t.text, v...)
	case []byte:
		t.text = append(t.text, v...)
	default:
		return fmt.Errorf("read: the driver gave a %T for a text", value)
	}
	t.cells = append(t.cells, cell{int32(from), int32(len(t.text))})
	return nil
}

// split groups the rows by parent, whose key is their first column and who stand
// together. A row beyond the page only says that there are more.
func (t *table) split() {
	for lo := 0; lo < t.rows; {
		hi := lo + 1
		for hi < t.rows && bytes.Equal(t.get(hi, 0), t.get(lo, 0)) {
			hi++
		}
		t.groups = append(t.groups, cut(lo, hi, t.page.first))
		lo = hi
	}
}

// adopt tells each row of the parents' table its group.
func (t *table) adopt(parents *table, key int) {
	byKey := make(map[string]int32, len(t.groups))
	for n, g := range t.groups {
		byKey[string(t.get(int(g.lo), 0))] = int32(n)
	}
	for row := range parents.rows {
		n, ok := byKey[string(parents.get(row, key))]
		if !ok {
			n = -1
		}
		t.groupOf = append(t.groupOf, n)
	}
}

func cut(lo, hi, first int) group {
	if first > 0 && hi-lo > first {
		return group{int32(lo), int32(lo + first), true}
	}
	return group{int32(lo), int32(hi), false}
}
