package db

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"maillage/db/dbtest"
	"maillage/db/read"
	"maillage/graph/collect"
	"maillage/network"
)

// A world is a small network on a database of its own: three centres with
// their teams, the national people, and a gathering with its forum on the
// marketplace. Tests add what they need and act through the store.
type world struct {
	t     testing.TB
	url   string
	db    *sqlx.DB
	store *Store
	// clock is what the store takes for now.
	clock time.Time

	nantes, lille, lyon      team
	coordinator, admin       network.Viewer
	guest                    network.Viewer // of the gathering
	otherGuest               network.Viewer // of another gathering
	facilitator              network.Viewer // of the forum, of Nantes
	anonymous                network.Viewer
	gathering, forum         network.ID
	slots, spaces            []network.ID // three slots; three spaces for 8, 20 and 60 people
	otherGathering           network.ID
	otherForum               network.ID // of the other gathering, on the marketplace
	cites, emploi, formation network.ID // themes

	people int
}

// A team is the people of a centre.
type team struct {
	centre                                              network.ID
	director, officer, officer2, information, assistant network.Viewer
}

func newWorld(t testing.TB) *world {
	t.Helper()
	url := dbtest.URL(t)
	w := &world{t: t, url: url, db: dbtest.Open(t, url), clock: time.Date(2026, 6, 25, 9, 0, 0, 0, time.UTC)}
	store, err := NewStore(w.db)
	w.must(err)
	store.Now = func() time.Time { return w.clock }
	w.store = store
	w.anonymous = network.Viewer{Kind: network.Anonymous}
	w.nantes, w.lille, w.lyon = w.team("Nantes", "52"), w.team("Lille", "32"), w.team("Lyon", "84")
	w.coordinator = w.person("", network.JobNationalCoordination, network.RoleCoordinator)
	w.admin = w.person("", network.JobNationalCoordination, network.RoleAdmin)
	w.facilitator = w.person(w.nantes.centre, network.JobMissionOfficer, network.RoleNone)
	for code, id := range map[string]*network.ID{"cites-educatives": &w.cites, "emploi": &w.emploi, "formation": &w.formation} {
		*id = newID()
		w.exec(`INSERT INTO theme (id, code, label_fr, label_en) VALUES ($1, $2, $2, $2)`, *id, code)
	}
	w.gathering, w.forum = w.addForum("Rencontre de Nantes", w.nantes.centre)
	w.otherGathering, w.otherForum = w.addForum("Rencontre de Lyon", w.lyon.centre)
	w.guest, w.otherGuest = w.guestOf(w.gathering), w.guestOf(w.otherGathering)
	for i, capacity := range []int{8, 20, 60} {
		w.slots = append(w.slots, w.addSlot(w.forum, i))
		w.spaces = append(w.spaces, w.addSpace(w.gathering, capacity))
	}
	return w
}

func (w *world) team(city, region string) team {
	w.t.Helper()
	centre := newID()
	w.exec(`
		INSERT INTO centre (id, name, short_name, city, regions, latitude, longitude, joined_on)
		VALUES ($1, 'Centre de ' || $2, 'Centre ' || $2, $2, ARRAY[$3], 47.2, -1.5, '2005-01-01')`, centre, city, region)
	return team{
		centre:      centre,
		director:    w.person(centre, network.JobDirector, network.RoleNone),
		officer:     w.person(centre, network.JobMissionOfficer, network.RoleNone),
		officer2:    w.person(centre, network.JobMissionOfficer, network.RoleNone),
		information: w.person(centre, network.JobInformationOfficer, network.RoleNone),
		assistant:   w.person(centre, network.JobAdministrativeAssistant, network.RoleNone),
	}
}

// person adds somebody; centre is empty for the national coordination.
func (w *world) person(centre network.ID, job network.Job, role network.NetworkRole) network.Viewer {
	w.t.Helper()
	w.people++
	v := network.Viewer{Kind: network.Staff, StaffID: newID(), CentreID: centre, Job: job, Role: role, SessionID: newID()}
	w.exec(`
		INSERT INTO staff_member (id, centre_id, given_name, family_name, email, job, network_role)
		VALUES ($1, $2, 'Prénom', $3, $4, $5, $6)`,
		v.StaffID, v.CentreID, fmt.Sprintf("Nom %d", w.people), fmt.Sprintf("p%d@centre.example", w.people), job, role)
	return v
}

func (w *world) guestOf(gathering network.ID) network.Viewer {
	w.t.Helper()
	v := w.person("", network.JobGuest, network.RoleNone)
	v.Kind, v.GatheringID = network.Guest, gathering
	w.exec(`UPDATE staff_member SET gathering_id = $2 WHERE id = $1`, v.StaffID, gathering)
	return v
}

// addForum adds a live gathering with a forum on the marketplace: five dots a
// person, and conveners place their own topics.
func (w *world) addForum(name string, host network.ID) (gathering, forum network.ID) {
	w.t.Helper()
	gathering, forum = newID(), newID()
	w.exec(`
		INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state)
		VALUES ($1, $2, 'Nantes', 'Cité des congrès', '2026-06-25', '2026-06-26', 'LIVE')`, gathering, name)
	w.exec(`INSERT INTO gathering_host (gathering_id, centre_id) VALUES ($1, $2)`, gathering, host)
	w.exec(`
		INSERT INTO forum (id, gathering_id, name, phase, facilitator_id, dots_per_person)
		VALUES ($1, $2, 'Forum ouvert', 'MARKETPLACE', $3, 5)`, forum, gathering, w.facilitator.StaffID)
	return gathering, forum
}

func (w *world) addSlot(forum network.ID, i int) network.ID {
	w.t.Helper()
	id, starts := newID(), w.clock.Add(time.Duration(i+1)*time.Hour)
	w.exec(`
		INSERT INTO slot (id, forum_id, label, starts_at, ends_at)
		VALUES ($1, $2, $3, $4, $5)`, id, forum, fmt.Sprintf("Temps %d", i+1), starts, starts.Add(45*time.Minute))
	return id
}

func (w *world) addSpace(gathering network.ID, capacity int) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO space (id, gathering_id, name, capacity, place)
		VALUES ($1, $2, $3, $4, $4)`, id, gathering, fmt.Sprintf("Salle de %d", capacity), capacity)
	return id
}

// phase puts the forum into a phase; none of moveForum's consequences follow.
func (w *world) phase(p network.ForumPhase) {
	w.t.Helper()
	w.exec(`UPDATE forum SET phase = $2 WHERE id = $1`, w.forum, p)
}

// closeVote puts the forum into the phase after its vote, with the dots given.
func (w *world) closeVote() {
	w.t.Helper()
	w.exec(`UPDATE forum SET phase = 'HARVEST', vote_closed_at = $2 WHERE id = $1`, w.forum, w.clock)
	w.exec(`
		UPDATE topic t
		   SET dot_count = (SELECT coalesce(sum(d.count), 0) FROM topic_dot d WHERE d.topic_id = t.id)
		 WHERE t.forum_id = $1`, w.forum)
}

// topic adds a topic that its author brought and convenes.
func (w *world) topic(author network.Viewer, state network.TopicState) network.ID {
	w.t.Helper()
	id := newID()
	var into, to network.ID
	switch state {
	case network.TopicMerged:
		into = w.topic(author, network.TopicProposed)
	case network.TopicPostponed:
		to = w.otherGathering
	}
	w.exec(`
		INSERT INTO topic (id, forum_id, gathering_id, title, state, author_id, convener_id, intended_outcome, created_at, merged_into_id, postponed_to_id)
		VALUES ($1, $2, $3, $4, $5, $6, $6, 'WORKING_GROUP', $7, $8, $9)`,
		id, w.forum, w.gathering, "Sujet "+string(id[24:]), state, author.StaffID, w.clock, into, to)
	return id
}

// star says that people would come to a topic.
func (w *world) star(topic network.ID, people ...network.Viewer) {
	w.t.Helper()
	for _, v := range people {
		w.exec(`INSERT INTO topic_star (topic_id, staff_id, at) VALUES ($1, $2, $3)`, topic, v.StaffID, w.clock)
	}
}

// harvest adds a harvest that says something, with who carries on.
func (w *world) harvest(topic network.ID, by network.Viewer, state network.HarvestState, carriers ...network.Viewer) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO harvest (id, topic_id, state, said, decided, next_steps, carries_on, edited_by, edited_at)
		VALUES ($1, $2, $3, 'Dit', 'Décidé', 'Ensuite', 'Qui', $4, $5)`, id, topic, state, by.StaffID, w.clock)
	for _, c := range carriers {
		w.exec(`INSERT INTO harvest_carrier (harvest_id, staff_id) VALUES ($1, $2)`, id, c.StaffID)
	}
	return id
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) exec(query string, args ...any) {
	w.t.Helper()
	if _, err := w.db.Exec(query, args...); err != nil {
		w.t.Fatal(err)
	}
}

// one reads a single value.
func one[T any](w *world, query string, args ...any) T {
	w.t.Helper()
	var value T
	if err := w.db.Get(&value, query, args...); err != nil {
		w.t.Fatalf("%s: %v", query, err)
	}
	return value
}

func (w *world) want(what string, got, want any) {
	w.t.Helper()
	if got != want {
		w.t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// events counts the facts of a verb about an object.
func (w *world) events(verb network.EventVerb, object network.ID) int {
	w.t.Helper()
	return one[int](w, `SELECT count(*) FROM event WHERE verb = $1 AND object_id = $2`, verb, object)
}

// tasks counts a person's open tasks of a kind about an object.
func (w *world) tasks(of network.Viewer, kind network.TaskKind, subject network.ID) int {
	w.t.Helper()
	return one[int](w, `
		SELECT count(*)
		  FROM task
		 WHERE assignee_id = $1
		   AND kind = $2
		   AND subject_id = $3
		   AND state = 'OPEN'`, of.StaffID, kind, subject)
}

// newAct is an act of its own; the input tells repeats with another body apart.
func newAct(input ...any) Act { return Act{Key: newID(), Name: "test", Input: input} }

// again is the same act with another body.
func (a Act) again(input ...any) Act { return Act{Key: a.Key, Name: a.Name, Input: input} }

// wantCode checks a failure's code and, when given, its field; "" is success.
func wantCode(t testing.TB, err error, code network.Code, field ...string) *network.Error {
	t.Helper()
	if code == "" {
		if err != nil {
			t.Errorf("refused: %v", err)
		}
		return nil
	}
	var told *network.Error
	if !errors.As(err, &told) || told.Code != code {
		t.Errorf("%v, want %s", err, code)
		return &network.Error{}
	}
	if len(field) > 0 && told.Field != field[0] {
		t.Errorf("%v is about %q, want %q", err, told.Field, field[0])
	}
	return told
}

// together runs n acts at the same time and gives their failures.
func together(n int, do func(i int) error) []error {
	failures := make([]error, n)
	var ready, done sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		ready.Add(1)
		done.Go(func() {
			ready.Done()
			<-start
			failures[i] = do(i)
		})
	}
	ready.Wait()
	close(start)
	done.Wait()
	return failures
}

// succeeded counts the acts without failure.
func succeeded(failures []error) int {
	n := 0
	for _, err := range failures {
		if err == nil {
			n++
		}
	}
	return n
}

var contract = sync.OnceValues(func() (*ast.Schema, error) {
	text, err := os.ReadFile("../schema.graphql")
	if err != nil {
		return nil, err
	}
	return gqlparser.LoadSchema(&ast.Source{Name: "schema.graphql", Input: string(text)})
})

// titles are those of a list of titled things, named with its arguments.
func (w *world) titles(v network.Viewer, list string) string {
	w.t.Helper()
	var answer struct {
		TotalCount int
		Nodes      []struct{ Title string }
	}
	w.read(v, `{ `+list+` { totalCount nodes { title } } }`, &answer)
	titles := []string{}
	for _, n := range answer.Nodes {
		titles = append(titles, n.Title)
	}
	w.want("count of "+list, answer.TotalCount, len(titles))
	return fmt.Sprintf("%q", titles)
}

// read answers a GraphQL query of one declared root field as a viewer and
// decodes the field's value into dest. It tells how many statements it took.
// A null where the schema allows none fails the test.
func (w *world) read(v network.Viewer, query string, dest any) int {
	w.t.Helper()
	text, statements, failed, err := w.answer(v, query)
	w.must(err)
	for _, f := range failed {
		w.t.Errorf("%s at %v", f.Message, f.Path)
	}
	if err := json.Unmarshal(text, dest); err != nil {
		w.t.Fatalf("%v in %s", err, text)
	}
	return statements
}

func (w *world) answer(v network.Viewer, query string) ([]byte, int, []read.FieldError, error) {
	w.t.Helper()
	schema, err := contract()
	w.must(err)
	operation, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
	if errs != nil {
		w.t.Fatal(errs)
	}
	field := operation.Operations[0].SelectionSet[0].(*ast.Field)
	sel, err := collect.Field(schema, nil, field, field.SelectionSet)
	w.must(err)
	var answer bytes.Buffer
	counted := &countingQueryer{db: w.db}
	failed, err := w.store.reads.Answer(context.Background(), counted, v, w.clock, sel, &answer)
	return answer.Bytes(), int(counted.n.Load()), failed, err
}

// countingQueryer counts the statements of a read.
type countingQueryer struct {
	db *sqlx.DB
	n  atomic.Int64
}

func (q *countingQueryer) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	q.n.Add(1)
	return q.db.QueryContext(ctx, query, args...)
}
