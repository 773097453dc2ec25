package read_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
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

// The world of these tests: towns, people in them who have a boss and keep
// secrets, clubs with members, notes and a home that is a town or a person.
// Every type hides some rows: from everybody, from strangers, or from all but
// one viewer.
const worldSDL = `
scalar Time
scalar Date
type Query {
  town(id: ID!): Town
  me: Person
  surePerson(id: ID!): Person!
  club(id: ID!): Club
  people(filter: PeopleFilter, orderBy: PeopleOrder, first: Int, after: String): PersonConnection!
  clubs(orderBy: ClubOrder, first: Int, after: String): ClubConnection!
  towns: [Town!]!
}
enum PeopleOrder { NAME AGE AGE_NAME BORN }
enum ClubOrder { NEWEST }
input PeopleFilter { search: String, ages: [Int!], town: ID, grown: Boolean, townIn: [ID!] }
type Town { id: ID!, name: String!, motto: String, openedOn: Date!, people(first: Int, after: String): PersonConnection!, homeOf: [Club!] }
type Person {
  id: ID!, name: String!, age: Int!, height: Float, born: Time!, tags: [String!]!, grown: Boolean!
  town: Town, sureTown: Town!, boss: Person
  memberships(first: Int, after: String): MemberConnection!
  clubs(first: Int, after: String): ClubConnection!
  notes: [Note!]!
  greeting(loud: Boolean): String!
  facts: [Fact!]!
  badge: Badge
}
type Fact { code: String!, detail: String, link: Badge }
type Badge { label: String! }
type Club {
  id: ID!, name: String!, createdAt: Time!, lead: Person, sureLead: Person!, oldest: Person
  home: Home
  members(role: Role, first: Int, after: String): MemberConnection!
  maybeMembers: MemberConnection
  notes(search: String): [Note!]!
  sureNotes: [Note]!
}
union Home = Town | Person
enum Role { LEAD MEMBER }
type Member { id: ID!, role: Role!, since: Time!, person: Person!, club: Club }
type Note { id: ID!, body: String!, at: Time!, author: Person, sureAuthor: Person!, club: Club! }
type PersonConnection { nodes: [Person!]!, edges: [PersonEdge!]!, pageInfo: PageInfo!, totalCount: Int! }
type PersonEdge { cursor: String!, node: Person! }
type ClubConnection { nodes: [Club!]!, edges: [ClubEdge!]!, pageInfo: PageInfo!, totalCount: Int! }
type ClubEdge { cursor: String!, node: Club! }
type MemberConnection { nodes: [Member!]!, edges: [MemberEdge!]!, pageInfo: PageInfo!, totalCount: Int! }
type MemberEdge { cursor: String!, node: Member! }
type PageInfo { hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String }
`

const worldTables = `
create table town (id uuid primary key, name text not null, motto text, opened_on date not null, hidden boolean not null);
create table person (id uuid primary key, name text not null, age integer not null, height double precision,
  born timestamptz not null, tags text[] not null, town_id uuid, boss_id uuid, secret boolean not null);
create table club (id uuid primary key, name text not null, created_at timestamptz not null, lead_id uuid,
  home_kind text, home_id uuid, staff_only boolean not null);
create table member (id uuid primary key, club_id uuid not null, person_id uuid not null, role text not null, since timestamptz not null);
create table note (id uuid primary key, club_id uuid not null, author_id uuid, body text not null, at timestamptz not null, private boolean not null);
create index person_by_name on person (name, id);
create index member_by_club on member (club_id, since, id);
`

var (
	townType, personType, clubType, memberType, noteType read.Type
	worldTypes                                           = []*read.Type{&townType, &personType, &clubType, &memberType, &noteType}
	worldRoots                                           map[string]read.Root
)

func of(t *read.Type) func() *read.Type { return func() *read.Type { return t } }

func init() {
	byName := []read.Term{{SQL: "{}.name"}}
	bySince := []read.Term{{SQL: "{}.since", Kind: read.Time}}
	newest := []read.Term{{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}
	townType = read.Type{
		Name: "Town", Table: "town", Visible: "NOT {}.hidden",
		Fields: map[string]read.Field{
			"id": read.Column{}, "name": read.Column{}, "motto": read.Column{},
			"openedOn": read.Column{Kind: read.Date},
			"people":   read.Many{Type: of(&personType), Parent: "{}.town_id", Orders: map[string][]read.Term{"": byName}},
			"homeOf":   read.Many{Type: of(&clubType), Shape: read.Plain, Limit: 3, Parent: "{}.home_id", Where: "{}.home_kind = 'TOWN'", Orders: map[string][]read.Term{"": byName}},
		},
	}
	personType = read.Type{
		Name: "Person", Table: "person", Visible: "NOT {}.secret OR {}.id = :viewer_id",
		Hidden: map[string]read.Column{"bornOn": {SQL: "{}.born::date", Kind: read.Date}},
		Fields: map[string]read.Field{
			"id": read.Column{}, "name": read.Column{}, "age": read.Column{Kind: read.Int}, "height": read.Column{Kind: read.Float},
			"born": read.Column{Kind: read.Time}, "tags": read.Column{SQL: "to_json({}.tags)", Kind: read.JSON},
			"grown":    read.Column{SQL: "{}.age >= 18", Kind: read.Bool},
			"town":     read.One{Type: of(&townType), Column: "town_id"},
			"sureTown": read.One{Type: of(&townType), Column: "town_id"},
			"boss":     read.One{Type: of(&personType), Column: "boss_id"},
			"memberships": read.Many{Type: of(&memberType), Parent: "{}.person_id",
				Orders: map[string][]read.Term{"": bySince}},
			"clubs": read.Many{Type: of(&clubType),
				On:     "EXISTS (SELECT FROM member m WHERE m.club_id = {}.id AND m.person_id = {parent})",
				Orders: map[string][]read.Term{"": byName}},
			"notes": read.Many{Type: of(&noteType), Shape: read.Plain, Limit: 4, Parent: "{}.author_id",
				Orders: map[string][]read.Term{"": {{SQL: "{}.at", Kind: read.Time, Desc: true}}}},
			"greeting": read.Computed{Needs: []string{"name", "age"}, Value: greeting},
			"facts":    read.Computed{Needs: []string{"age", "height", "born", "bornOn", "grown"}, Value: facts},
			"badge":    read.Computed{Needs: []string{"name", "age"}, Value: badge},
		},
	}
	clubType = read.Type{
		Name: "Club", Table: "club", Visible: "NOT {}.staff_only OR :viewer_kind = 'STAFF'",
		Fields: map[string]read.Field{
			"id": read.Column{}, "name": read.Column{}, "createdAt": read.Column{Kind: read.Time},
			"lead":     read.One{Type: of(&personType), Column: "lead_id"},
			"sureLead": read.One{Type: of(&personType), Column: "lead_id"},
			"oldest": read.One{Type: of(&personType),
				On:      "EXISTS (SELECT FROM member m WHERE m.club_id = {}.id AND m.person_id = {one}.id)",
				OrderBy: "{one}.age DESC, {one}.id"},
			"home": read.Poly{Kind: "{}.home_kind", ID: "{}.home_id", Types: map[string]func() *read.Type{
				"TOWN": of(&townType), "PERSON": of(&personType)}},
			"members": read.Many{Type: of(&memberType), Parent: "{}.club_id",
				Filters: map[string]read.Filter{"role": {SQL: "{}.role = ?", Cast: "text"}},
				Orders:  map[string][]read.Term{"": bySince}},
			"maybeMembers": read.Many{Type: of(&memberType), Parent: "{}.club_id", Orders: map[string][]read.Term{"": bySince}},
			"notes": read.Many{Type: of(&noteType), Shape: read.Plain, Limit: 5, Parent: "{}.club_id",
				Filters: map[string]read.Filter{"search": {SQL: "{}.body LIKE ?", Cast: "text", Like: true}},
				Orders:  map[string][]read.Term{"": {{SQL: "{}.at", Kind: read.Time}}}},
			"sureNotes": read.Many{Type: of(&noteType), Shape: read.Plain, Limit: 5, Parent: "{}.club_id",
				Orders: map[string][]read.Term{"": {{SQL: "{}.at", Kind: read.Time}}}},
		},
	}
	memberType = read.Type{
		Name: "Member", Table: "member", Visible: "true",
		Fields: map[string]read.Field{
			"id": read.Column{}, "role": read.Column{}, "since": read.Column{Kind: read.Time},
			"person": read.One{Type: of(&personType), Column: "person_id"},
			"club":   read.One{Type: of(&clubType), Column: "club_id"},
		},
	}
	noteType = read.Type{
		Name: "Note", Table: "note",
		Visible: "NOT {}.private OR EXISTS (SELECT FROM member m WHERE m.club_id = {}.club_id AND m.person_id = :viewer_id)",
		Fields: map[string]read.Field{
			"id": read.Column{}, "body": read.Column{}, "at": read.Column{Kind: read.Time},
			"author":     read.One{Type: of(&personType), Column: "author_id"},
			"sureAuthor": read.One{Type: of(&personType), Column: "author_id"},
			"club":       read.One{Type: of(&clubType), Column: "club_id"},
		},
	}
	worldRoots = map[string]read.Root{
		"town":       read.ByKey{Type: of(&townType)},
		"me":         read.ByKey{Type: of(&personType), Where: "{}.id = :viewer_id"},
		"surePerson": read.ByKey{Type: of(&personType)},
		"club":       read.ByKey{Type: of(&clubType)},
		"people": read.Many{Type: of(&personType),
			Filters: map[string]read.Filter{
				"filter.search": {SQL: "{}.name LIKE ?", Cast: "text", Like: true},
				"filter.ages":   {SQL: "{}.age = ANY(?)", Cast: "integer[]"},
				"filter.town":   {SQL: "{}.town_id = ?", Cast: "uuid"},
				"filter.townIn": {SQL: "{}.town_id = ANY(?)", Cast: "uuid[]"},
				"filter.grown":  {SQL: "{}.age >= 18", When: "true"},
			},
			Orders: map[string][]read.Term{
				"": byName, "NAME": byName,
				"AGE":      {{SQL: "{}.age", Kind: read.Int, Desc: true}},
				"AGE_NAME": {{SQL: "{}.age", Kind: read.Int, Desc: true}, {SQL: "{}.name"}},
				"BORN":     {{SQL: "{}.born", Kind: read.Time, Cast: "timestamptz"}},
			}},
		"clubs": read.Many{Type: of(&clubType), Orders: map[string][]read.Term{"": byName, "NEWEST": newest}},
		"towns": read.Many{Type: of(&townType), Shape: read.Plain, Limit: 6, Orders: map[string][]read.Term{"": byName}},
	}
}

func greeting(v network.Viewer, row read.Row) any {
	return fmt.Sprintf("%s greets %s (%d)", v.Kind, row.String("name"), row.Int("age"))
}

func facts(_ network.Viewer, row read.Row) any {
	list := []read.Object{{"code": "BORN", "detail": row.Time("born").UTC().Format(time.DateOnly)}}
	if row.Bool("grown") {
		list = append(list, read.Object{"code": "GROWN", "link": read.Object{"label": row.Time("bornOn").Format(time.DateOnly)}})
	}
	if row.IsNull("height") {
		list = append(list, read.Object{"code": "UNMEASURED", "link": read.Object{}})
	}
	return list
}

func badge(_ network.Viewer, row read.Row) any {
	if row.Int("age")%2 == 0 {
		return nil
	}
	return read.Object{"label": row.String("name")}
}

// A world is a database with people in it.
type world struct {
	t      testing.TB
	db     *sqlx.DB
	q      read.Queryer
	schema *read.Schema
	sdl    *ast.Schema
	data
}

type data struct {
	towns   []*town
	people  []*person
	clubs   []*club
	members []*member
	notes   []*note
}

type town struct {
	ID       string
	Name     string
	Motto    *string
	OpenedOn string `db:"opened_on"`
	Hidden   bool
}

type person struct {
	ID     string
	Name   string
	Age    int
	Height *float64
	Born   time.Time
	Tags   string
	TownID *string `db:"town_id"`
	BossID *string `db:"boss_id"`
	Secret bool
}

type club struct {
	ID        string
	Name      string
	CreatedAt time.Time `db:"created_at"`
	LeadID    *string   `db:"lead_id"`
	HomeKind  *string   `db:"home_kind"`
	HomeID    *string   `db:"home_id"`
	StaffOnly bool      `db:"staff_only"`
}

type member struct {
	ID       string
	ClubID   string `db:"club_id"`
	PersonID string `db:"person_id"`
	Role     string
	Since    time.Time
}

type note struct {
	ID       string
	ClubID   string  `db:"club_id"`
	AuthorID *string `db:"author_id"`
	Body     string
	At       time.Time
	Private  bool
}

func id(kind, n int) string { return fmt.Sprintf("%08x-0000-7000-8000-%012x", kind, n) }

const (
	townID = iota + 1
	personID
	clubID
	memberID
	noteID
)

// emptyDatabase is a database without any table, of the test's own.
var emptyDatabase = func(t testing.TB) *sqlx.DB { return dbtest.Open(t, dbtest.Empty(t)) }

// newWorld fills a database of its own with n people and what goes with them.
func newWorld(t testing.TB, seed uint64, n int) *world {
	t.Helper()
	w := &world{t: t, db: emptyDatabase(t), sdl: gqlparser.MustLoadSchema(&ast.Source{Input: worldSDL})}
	schema, err := read.NewSchema(worldTypes, worldRoots)
	if err != nil {
		t.Fatal(err)
	}
	w.schema = schema
	prepared := read.Prepare(w.db.DB)
	t.Cleanup(prepared.Close)
	w.q = prepared
	w.db.MustExec(worldTables)
	w.data = makeData(rand.New(rand.NewPCG(seed, 1)), n)
	w.insert("town", "id, name, motto, opened_on, hidden", len(w.towns), func(i int) any { return w.towns[i] })
	w.insert("person", "id, name, age, height, born, tags, town_id, boss_id, secret", len(w.people), func(i int) any { return w.people[i] })
	w.insert("club", "id, name, created_at, lead_id, home_kind, home_id, staff_only", len(w.clubs), func(i int) any { return w.clubs[i] })
	w.insert("member", "id, club_id, person_id, role, since", len(w.members), func(i int) any { return w.members[i] })
	w.insert("note", "id, club_id, author_id, body, at, private", len(w.notes), func(i int) any { return w.notes[i] })
	w.db.MustExec("analyze")
	return w
}

func (w *world) insert(table, columns string, n int, row func(i int) any) {
	w.t.Helper()
	names := bytes.Split([]byte(columns), []byte(", "))
	statement := "insert into " + table + " (" + columns + ") values (:" + string(bytes.Join(names, []byte(", :"))) + ")"
	tx := w.db.MustBegin()
	stmt, err := tx.PrepareNamed(statement)
	if err != nil {
		w.t.Fatal(err)
	}
	for i := range n {
		stmt.MustExec(row(i))
	}
	if err := tx.Commit(); err != nil {
		w.t.Fatal(err)
	}
}

func makeData(r *rand.Rand, n int) (d data) {
	words := []string{"Ana", "Bo", "Cléo", "Dé \"X\"", "Émile\\", "Fa\n", "50%", "a_b", "\u2028Zo", "Ö", ""}
	start := time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC)
	perhaps := func(s string) *string {
		if r.IntN(5) == 0 {
			return nil
		}
		return &s
	}
	for i := range 3 + n/8 {
		d.towns = append(d.towns, &town{ID: id(townID, i), Name: words[r.IntN(len(words))], Motto: perhaps("motto"),
			OpenedOn: start.AddDate(0, 0, i).Format(time.DateOnly), Hidden: r.IntN(4) == 0})
	}
	for i := range n {
		p := &person{ID: id(personID, i), Name: words[r.IntN(len(words))], Age: r.IntN(30),
			Born: start.Add(time.Duration(r.IntN(1000)) * 1234567 * time.Microsecond), Tags: `{a,"b \"c\""}`,
			TownID: perhaps(id(townID, r.IntN(len(d.towns)+1))), BossID: perhaps(id(personID, r.IntN(n))), Secret: r.IntN(4) == 0}
		if h := float64(r.IntN(200)) / 8; h > 5 {
			p.Height = &h
		}
		d.people = append(d.people, p)
	}
	for i := range 2 + n/4 {
		c := &club{ID: id(clubID, i), Name: words[r.IntN(len(words))], CreatedAt: start.Add(time.Duration(r.IntN(5)) * time.Hour),
			LeadID: perhaps(id(personID, r.IntN(n))), StaffOnly: r.IntN(3) == 0}
		if kind := []string{"TOWN", "PERSON", "SHIP", ""}[r.IntN(4)]; kind != "" {
			home := id(townID, r.IntN(len(d.towns)))
			if kind == "PERSON" {
				home = id(personID, r.IntN(n))
			}
			c.HomeKind, c.HomeID = &kind, &home
		}
		d.clubs = append(d.clubs, c)
	}
	for i := range 3 * n {
		d.members = append(d.members, &member{ID: id(memberID, i), ClubID: d.clubs[r.IntN(len(d.clubs))].ID,
			PersonID: id(personID, r.IntN(n)), Role: []string{"LEAD", "MEMBER"}[r.IntN(2)],
			Since: start.Add(time.Duration(r.IntN(20)) * time.Hour)})
		d.notes = append(d.notes, &note{ID: id(noteID, i), ClubID: d.clubs[r.IntN(len(d.clubs))].ID,
			AuthorID: perhaps(id(personID, r.IntN(n))), Body: words[r.IntN(len(words))],
			At: start.Add(time.Duration(r.IntN(50)) * time.Minute), Private: r.IntN(3) == 0})
	}
	return d
}

var testNow = time.Date(2025, 1, 2, 3, 4, 5, 0, time.UTC)

func staff(n int) network.Viewer {
	return network.Viewer{Kind: network.Staff, StaffID: network.ID(id(personID, n))}
}

// selection parses an operation with one root field.
func (w *world) selection(query string, variables map[string]any) (*read.Selection, error) {
	w.t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(w.sdl, query, rules.NewDefaultRules())
	if errs != nil {
		w.t.Fatalf("%s\n%v", query, errs)
	}
	field := doc.Operations[0].SelectionSet[0].(*ast.Field)
	return collect.Field(w.sdl, variables, field, field.SelectionSet)
}

// try answers an operation with one root field.
func (w *world) try(v network.Viewer, query string, variables map[string]any) (string, []read.FieldError, error) {
	w.t.Helper()
	sel, err := w.selection(query, variables)
	if err != nil {
		return "", nil, err
	}
	var out bytes.Buffer
	failed, err := w.schema.Answer(context.Background(), w.q, v, testNow, sel, &out)
	if err == nil && !json.Valid(out.Bytes()) {
		w.t.Fatalf("not JSON: %s", out.String())
	}
	return out.String(), failed, err
}

// ask is try for what must succeed.
func (w *world) ask(v network.Viewer, query string) string {
	w.t.Helper()
	answer, failed, err := w.try(v, query, nil)
	if err != nil || failed != nil {
		w.t.Fatalf("%s\n%v %v", query, failed, err)
	}
	return answer
}
