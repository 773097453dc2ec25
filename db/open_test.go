package db

import (
	"context"
	"testing"

	"maillage/db/dbtest"
)

func TestSessionsPlanAStatementOnce(t *testing.T) {
	database, err := Open(context.Background(), dbtest.URL(t), 2)
	if err != nil {
		t.Fatal(err)
	}
	defer database.Close()
	for setting, want := range map[string]string{"plan_cache_mode": "force_generic_plan", "jit": "off"} {
		var got string
		if err := database.Get(&got, "select current_setting($1)", setting); err != nil || got != want {
			t.Errorf("%s is %q, %v", setting, got, err)
		}
	}
}

func TestAnAddressWithoutADatabaseIsRefused(t *testing.T) {
	if _, err := Open(context.Background(), "postgres://nobody@/nowhere?host=/nonexistent", 2); err == nil {
		t.Error("accepted")
	}
}
