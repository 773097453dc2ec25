package network

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Date is a day of the calendar, "2026-06-25"; empty means none. Days compare
// as their texts do.
type Date string

// ParseDate takes YYYY-MM-DD between the years 1900 and 2199.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1900 || t.Year() > 2199 {
		return "", Invalid("", "not_a_date")
	}
	return Date(s), nil
}

// DateOf is the day of an instant, in UTC.
func DateOf(t time.Time) Date { return Date(t.UTC().Format(time.DateOnly)) }

// AddDays is the day n days later; it panics on the empty Date.
func (d Date) AddDays(n int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		panic(fmt.Sprintf("AddDays on %q", string(d)))
	}
	return Date(t.AddDate(0, 0, n).Format(time.DateOnly))
}

// Scan reads a date column; null is the empty Date.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = ""
	case time.Time:
		*d = Date(v.Format(time.DateOnly))
	case string:
		*d = Date(v)
	case []byte:
		*d = Date(v)
	default:
		return fmt.Errorf("a date cannot be read from %T", src)
	}
	return nil
}

// Value writes a date column.
func (d Date) Value() (driver.Value, error) {
	if d == "" {
		return nil, nil
	}
	return string(d), nil
}
