package dbtest

import (
	"testing"
)

func TestDatabaseIsMigratedAndOfItsOwn(t *testing.T) {
	db := New(t)
	var tables int
	if err := db.Get(&tables, "select count(*) from information_schema.tables where table_schema = 'public'"); err != nil {
		t.Fatal(err)
	}
	if tables < 2 {
		t.Errorf("%d tables, the schema is missing", tables)
	}
	db.MustExec("create table mark (n int)")
	var n int
	if err := New(t).Get(&n, "select count(*) from mark"); err != nil {
		t.Errorf("a second pool of the same test reaches another database: %v", err)
	}
	t.Run("subtest", func(t *testing.T) {
		if err := New(t).Get(&n, "select count(*) from mark"); err == nil {
			t.Error("a subtest sees what its parent wrote")
		}
	})
}

func TestEmptyHasNoTable(t *testing.T) {
	var tables int
	if err := Open(t, Empty(t)).Get(&tables, "select count(*) from information_schema.tables where table_schema = 'public'"); err != nil {
		t.Fatal(err)
	}
	if tables != 0 {
		t.Errorf("%d tables in an empty database", tables)
	}
}

func BenchmarkDatabase(b *testing.B) {
	for b.Loop() {
		create(b, templateName)
	}
}
