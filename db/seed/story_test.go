package seed

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/db/dbtest"
)

var storyNow = time.Date(2026, 11, 24, 10, 20, 0, 0, time.UTC)

func loadedStory(t *testing.T) (*sqlx.DB, Summary) {
	t.Helper()
	database := dbtest.New(t)
	summary, err := Story(context.Background(), database, storyNow, nil)
	if err != nil {
		t.Fatal(err)
	}
	return database, summary
}

// digest is of every row of every table that the seed fills.
func digest(t *testing.T, database *sqlx.DB) string {
	t.Helper()
	sum := sha256.New()
	w := newWorld(0, storyNow)
	for _, table := range w.tables() {
		var rows []string
		// What the database gives itself is not the story's.
		err := database.Select(&rows, `SELECT (to_jsonb(r) - 'xid')::text FROM `+table.name+` r ORDER BY 1`)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			sum.Write([]byte(row))
		}
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func TestStoryIsTheSameEachTime(t *testing.T) {
	database, first := loadedStory(t)
	t.Logf("%+v", first)
	var once, twice string
	t.Run("once", func(t *testing.T) { once = digest(t, database) })
	t.Run("twice", func(t *testing.T) {
		again, _ := loadedStory(t)
		twice = digest(t, again)
	})
	if once != twice {
		t.Error("two loads at the same clock differ")
	}
}

func TestStoryIsLoadedOnce(t *testing.T) {
	database, _ := loadedStory(t)
	before := digest(t, database)
	if _, err := Story(context.Background(), database, storyNow.Add(time.Hour), nil); err != nil {
		t.Fatal(err)
	}
	if digest(t, database) != before {
		t.Error("a second call changed the story")
	}
}
