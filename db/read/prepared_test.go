package read

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"maillage/db/dbtest"
)

func TestStatementsAreKeptPreparedUpToABound(t *testing.T) {
	pool := dbtest.Open(t, dbtest.Empty(t))
	db := prepareAtMost(pool.DB, 3)
	ask := func(n int) error {
		rows, err := db.QueryContext(context.Background(), fmt.Sprintf("select %d where $1::int = 1", n), 1)
		if err != nil {
			return err
		}
		defer rows.Close()
		if !rows.Next() {
			return fmt.Errorf("no row: %w", rows.Err())
		}
		return nil
	}
	var group sync.WaitGroup
	for worker := range 8 {
		group.Go(func() {
			for i := range 200 {
				if err := ask((worker + i) % 5); err != nil {
					t.Errorf("statement %d: %v", i, err)
					return
				}
			}
		})
	}
	group.Wait()
	if n := len(db.byText); n != 3 || db.used.Len() != 3 {
		t.Errorf("%d statements are kept", n)
	}
	db.Close()
	if err := ask(1); err != nil {
		t.Errorf("after Close: %v", err)
	}
}

func TestAStatementThatCannotBePreparedIsNotKept(t *testing.T) {
	pool := dbtest.Open(t, dbtest.Empty(t))
	db := Prepare(pool.DB)
	const later = "select n from later"
	if _, err := db.QueryContext(context.Background(), later); err == nil {
		t.Fatal("there is no such table")
	}
	pool.MustExec("create table later (n int)")
	rows, err := db.QueryContext(context.Background(), later)
	if err != nil {
		t.Fatal(err)
	}
	rows.Close()
}
