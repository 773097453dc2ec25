package db_test

import (
	"context"
	"testing"

	"maillage/db"
	"maillage/db/dbtest"
)

// Every field, filter and order of every declaration is a statement that
// PostgreSQL understands.
func TestTheDatabaseUnderstandsEveryDeclaration(t *testing.T) {
	declared, err := db.Declarations()
	if err != nil {
		t.Fatal(err)
	}
	if err := declared.Check(context.Background(), dbtest.New(t)); err != nil {
		t.Error(err)
	}
}
