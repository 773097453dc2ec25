package seed

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"maillage/db/dbtest"
)

// small is a network that a test can load in a moment.
func small() Size {
	s := S
	s.Now = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)
	return s
}

func TestNetworkHasTheSizeAskedFor(t *testing.T) {
	w, err := invent(small(), nil)
	if err != nil {
		t.Fatal(err)
	}
	got := w.summary()
	t.Logf("%+v", got)
	near := func(what string, got, want int) {
		if got < want || got > want+want/50 {
			t.Errorf("%d %s, asked for %d", got, what, want)
		}
	}
	near("centres", got.Centres, S.Centres)
	near("people", got.People, S.Staff)
	near("groups", got.Groups, S.Groups)
	near("memberships", got.Memberships, S.Memberships)
	near("projects", got.Projects, S.Projects)
	near("updates", got.Updates, S.Updates)
}

func TestNetworkObeysItsLaws(t *testing.T) {
	database := dbtest.New(t)
	if _, err := Network(context.Background(), database, small(), nil); err != nil {
		t.Fatal(err)
	}
	obey(t, database)
	if _, err := Network(context.Background(), database, small(), nil); !errors.Is(err, ErrNotEmpty) {
		t.Errorf("a second network over the first: %v", err)
	}
}

func TestNetworkIsTheSameEachTime(t *testing.T) {
	load := func(t *testing.T, size Size) string {
		database := dbtest.New(t)
		if _, err := Network(context.Background(), database, size, nil); err != nil {
			t.Fatal(err)
		}
		return digest(t, database)
	}
	size := small()
	size.Updates = 600
	var once, twice, other string
	t.Run("once", func(t *testing.T) { once = load(t, size) })
	t.Run("twice", func(t *testing.T) { twice = load(t, size) })
	size.Seed = 2
	t.Run("other", func(t *testing.T) { other = load(t, size) })
	if once != twice || once == other {
		t.Error("a network follows from its size and seed, and from nothing else")
	}
}

func TestIndexesAreBackAfterALargeLoad(t *testing.T) {
	was := manyRows
	manyRows = 1000
	defer func() { manyRows = was }()
	database := dbtest.New(t)
	indexes := func() (all []string) {
		if err := database.Select(&all, `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`); err != nil {
			t.Fatal(err)
		}
		return all
	}
	before := indexes()
	if _, err := Network(context.Background(), database, small(), nil); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(before, indexes()) {
		t.Error("an index is missing or another")
	}
}
