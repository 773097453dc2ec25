package read

import (
	"strconv"
	"time"
)

// computedRow gives a computed field the columns that it has declared to need.
type computedRow struct {
	t       *table
	row     int
	columns []neededColumn
}

func (r computedRow) text(name string) []byte {
	for _, c := range r.columns {
		if c.name == name {
			return r.t.get(r.row, c.column)
		}
	}
	panic("read: a computed field reads " + name + " without having declared it in Needs")
}

func (r computedRow) String(name string) string { return string(r.text(name)) }

func (r computedRow) Bool(name string) bool { return string(r.text(name)) == "true" }

func (r computedRow) IsNull(name string) bool { return r.text(name) == nil }

func (r computedRow) Int(name string) int {
	n, _ := strconv.Atoi(string(r.text(name)))
	return n
}

// Time reads an instant, or the first moment in UTC of a date.
func (r computedRow) Time(name string) time.Time {
	s := string(r.text(name))
	if t, err := parseTime(s); err == nil {
		return t
	}
	t, _ := time.Parse(time.DateOnly, s)
	return t
}
