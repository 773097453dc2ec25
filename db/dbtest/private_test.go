package dbtest

import (
	"testing"

	"maillage/server/postgres"
)

func TestPrivateClusterMayBeBrokenAndStartedAgain(t *testing.T) {
	c := Private(t, postgres.Options{})
	url := c.URL(PrivateDatabase)
	db := Open(t, url)
	db.MustExec("create table mark (n int)")
	db.MustExec("insert into mark values (1)")
	if err := c.Abort(); err != nil {
		t.Fatal(err)
	}
	if db.Ping() == nil {
		t.Error("it answers after its end")
	}
	again := Private(t, postgres.Options{Dir: c.Dir()})
	if again.URL(PrivateDatabase) != url {
		t.Errorf("the address changed from %s to %s", url, again.URL(PrivateDatabase))
	}
	var n int
	if err := db.Get(&n, "select count(*) from mark"); err != nil || n != 1 {
		t.Errorf("%d rows: %v", n, err)
	}
	if err := New(t).Get(&n, "select count(*) from mark"); err == nil {
		t.Error("the tests' common cluster is the private one")
	}
}
