package dbtest

import (
	"testing"

	"github.com/jmoiron/sqlx"
)

func TestFilledIsFilledOnceAndCopiedForEach(t *testing.T) {
	fills := 0
	fill := func(url string) error {
		fills++
		db, err := sqlx.Open("postgres", url)
		if err != nil {
			return err
		}
		defer db.Close()
		_, err = db.Exec("create table mark as select 1 as n")
		return err
	}
	one, two := Open(t, Filled(t, "mark", fill)), Open(t, Filled(t, "mark", fill))
	one.MustExec("delete from mark")
	var n int
	if err := two.Get(&n, "select count(*) from mark"); err != nil || n != 1 || fills != 1 {
		t.Errorf("%d rows after %d fills: %v", n, fills, err)
	}
}
