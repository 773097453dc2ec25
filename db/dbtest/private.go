package dbtest

import (
	"context"
	"os"
	"testing"
	"time"

	"maillage/server/postgres"
)

// PrivateDatabase is the migrated database in a cluster from Private.
const PrivateDatabase = "maillage"

// Private returns a cluster for one test alone, which may stop, restart or break
// it: for tests of faults. It holds the migrated PrivateDatabase. Options are
// taken as given; what they leave out is filled in. Given the Dir of an earlier
// cluster, it starts that one again, under the same address. Without Throwaway
// what was committed outlives an Abort.
func Private(t testing.TB, o postgres.Options) *postgres.Cluster {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	first := o.Dir == ""
	if err := complete(ctx, &o); err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	if first {
		// Registered before Stop, so that it happens after.
		t.Cleanup(func() {
			if err := postgres.Discard(context.Background(), o.Dir); err != nil {
				t.Errorf("dbtest: %v", err)
			}
		})
	}
	c, err := postgres.Start(ctx, o)
	if err != nil {
		t.Fatalf("dbtest: %v", err)
	}
	t.Cleanup(func() { c.Stop() })
	if first {
		if err := execute(ctx, c.URL("postgres"), "create database "+PrivateDatabase+" template "+templateName); err != nil {
			t.Fatalf("dbtest: %v", err)
		}
	}
	return c
}

func complete(ctx context.Context, o *postgres.Options) error {
	var err error
	if o.Binaries.Dir == "" {
		if o.Binaries, err = postgres.Find(projectCache()); err != nil {
			return err
		}
	}
	if o.Dir != "" {
		return nil
	}
	base, err := baseFolder()
	if err != nil {
		return err
	}
	if o.Template == "" {
		if o.Template, err = migrated(ctx, base, o.Binaries); err != nil {
			return err
		}
	}
	o.Dir, err = os.MkdirTemp(base, "run-")
	return err
}
