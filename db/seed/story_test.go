package seed

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/db"
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

func TestEverybodyWhoIsThereCanSignIn(t *testing.T) {
	database, _ := loadedStory(t)
	ctx := context.Background()
	if people, err := Personas(ctx, database); err != nil || len(people) != 0 {
		t.Fatalf("personas before their accounts: %v, %v", people, err)
	}
	// Said twice, it is done once.
	for range 2 {
		if err := Accounts(ctx, database, db.NewAccounts(database), "une-rencontre-a-nantes"); err != nil {
			t.Fatal(err)
		}
	}
	var shut int
	err := database.Get(&shut, `SELECT count(*) FROM staff_member s WHERE s.active <> EXISTS (SELECT FROM account a WHERE a.staff_id = s.id)`)
	if err != nil || shut != 0 {
		t.Errorf("%d people have an account too many or too few, %v", shut, err)
	}
	people, err := Personas(ctx, database)
	if err != nil || len(people) != len(personas) {
		t.Fatalf("%d personas of %d, %v", len(people), len(personas), err)
	}
	for i, p := range people {
		if p.Email != personas[i].email || p.Does == "" || p.DoesFr == "" || p.Name != personas[i].given+" "+personas[i].family {
			t.Errorf("persona %d is %+v", i, p)
		}
	}
}

// What the demonstration is played with has to be there.
func TestSomethingWaitsForEachPersona(t *testing.T) {
	database, _ := loadedStory(t)
	for email, kinds := range map[string][]string{
		"ines@demo.maillage.example":        {"JOIN_GROUP", "ANSWER_QUESTION", "BY_HAND"},
		"malik@demo.maillage.example":       {"WRITE_HARVEST", "ANSWER_QUESTION", "BY_HAND"},
		"claire@demo.maillage.example":      {"ACCEPT_GROUP", "ANSWER_QUESTION", "BY_HAND"},
		"thierry@demo.maillage.example":     {"KEEP_PLACE", "BY_HAND"},
		"farida@demo.maillage.example":      {"SIGN_COMMITMENT", "BY_HAND"},
		"marie-josee@demo.maillage.example": {"SIGN_COMMITMENT", "BY_HAND"},
		"lea@demo.maillage.example":         {"BY_HAND"},
		"odile@demo.maillage.example":       {"BY_HAND"},
		"admin@demo.maillage.example":       {"BY_HAND"},
	} {
		for _, kind := range kinds {
			var n int
			err := database.Get(&n, `
				SELECT count(*)
				  FROM task k
				  JOIN staff_member s ON s.id = k.assignee_id
				 WHERE s.email = $1
				   AND k.kind = $2
				   AND k.state = 'OPEN'`, email, kind)
			if err != nil || n == 0 {
				t.Errorf("%s has no %s, %v", email, kind, err)
			}
		}
	}
	for what, query := range map[string]string{
		"a centre to re-confirm":                                    `SELECT EXISTS (SELECT FROM partnership WHERE state = 'TO_RECONFIRM')`,
		"a signature waited for":                                    `SELECT EXISTS (SELECT FROM partnership WHERE state = 'INVITED' AND invited_at < '2026-11-20')`,
		"a topic that nobody convenes":                              `SELECT EXISTS (SELECT FROM topic t JOIN forum f ON f.id = t.forum_id WHERE f.phase = 'MARKETPLACE' AND t.convener_id IS NULL)`,
		"an overdue milestone":                                      `SELECT EXISTS (SELECT FROM milestone m JOIN working_group g ON g.id = m.working_group_id WHERE m.state = 'PLANNED' AND g.state = 'ACTIVE' AND m.due_on < '2026-11-24')`,
		"a group quiet for 60 days":                                 `SELECT EXISTS (SELECT FROM working_group WHERE state = 'ACTIVE' AND quiet_since < '2026-09-20')`,
		"a group without a lead":                                    `SELECT EXISTS (SELECT FROM working_group WHERE state = 'FORMING' AND lead_count = 0)`,
		"a group to open from a topic":                              `SELECT EXISTS (SELECT FROM topic t JOIN forum f ON f.id = t.forum_id WHERE f.phase = 'HARVEST' AND t.state = 'HARVESTED' AND NOT EXISTS (SELECT FROM thread_edge e WHERE e.from_id = t.id))`,
		"a group in each state":                                     `SELECT count(DISTINCT state) = 8 FROM working_group`,
		"a project in each state":                                   `SELECT count(DISTINCT state) = 9 FROM joint_project`,
		"a partnership in each state":                               `SELECT count(DISTINCT state) = 8 FROM partnership`,
		"a corrected update":                                        `SELECT EXISTS (SELECT FROM group_update_revision)`,
		"a question in most states":                                 `SELECT count(DISTINCT state) = 7 FROM live_question`,
		"a stage that is open now":                                  `SELECT EXISTS (SELECT FROM stage s JOIN agenda_item a ON a.id = s.agenda_item_id WHERE s.questions_open AND '2026-11-24 10:20Z' BETWEEN a.starts_at AND a.ends_at)`,
		"a promise that is late":                                    `SELECT EXISTS (SELECT FROM live_question WHERE state = 'ANSWER_PROMISED' AND due_on < '2026-11-24')`,
		"a contribution in each state":                              `SELECT count(DISTINCT state) = 6 FROM contribution`,
		"a pépite that waits its turn":                              `SELECT EXISTS (SELECT FROM contribution c JOIN gathering g ON g.id = c.gathering_id WHERE g.state = 'LIVE' AND c.state = 'PUBLISHED')`,
		"a comment taken back":                                      `SELECT EXISTS (SELECT FROM contribution_comment WHERE withdrawn_at IS NOT NULL)`,
		"a session that has been moved":                             `SELECT EXISTS (SELECT FROM occurrence WHERE state = 'MOVED')`,
		"an agenda item that was moved, and one that was cancelled": `SELECT count(DISTINCT state) = 3 FROM agenda_item`,
		"an agenda to publish":                                      `SELECT EXISTS (SELECT FROM agenda_draft_item d WHERE NOT EXISTS (SELECT FROM agenda_item i WHERE i.id = d.id))`,
		"a gathering being prepared":                                `SELECT EXISTS (SELECT FROM gathering WHERE state = 'DRAFT')`,
	} {
		var there bool
		if err := database.Get(&there, query); err != nil || !there {
			t.Errorf("the story lacks %s, %v", what, err)
		}
	}
}
