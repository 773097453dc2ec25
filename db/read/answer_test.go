package read_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jmoiron/sqlx"

	"maillage/db/read"
	"maillage/db/read/readtest"
	"maillage/network"
)

// small is a world of which every row is written here.
func small(t testing.TB) *world {
	w := newWorld(t, 0, 1)
	for _, table := range []string{"town", "person", "club", "member", "note"} {
		w.db.MustExec("delete from " + table)
	}
	w.db.MustExec(fillIDs(`
		insert into town values ('T1', 'Ales', null, '2024-01-31', false), ('T2', 'Brest', 'm', '2024-02-01', true);
		insert into person values
			('P1', 'Ana', 40, 1.5, '2024-05-01 08:30:00.25+02', '{x}', 'T1', null, false),
			('P2', 'Bo', 30, null, '2024-05-02 00:00:00+00', '{}', 'T2', 'P1', false),
			('P3', 'Cy', 30, 2, '2024-05-03 00:00:00+00', '{}', 'T1', 'P2', true),
			('P4', 'Di', 10, 3, '2024-05-04 00:00:00+00', '{}', null, 'P3', false);
		insert into club values
			('C1', 'Chess', '2024-06-01 10:00:00+00', 'P1', 'TOWN', 'T1', false),
			('C2', 'Darts', '2024-06-01 10:00:00+00', 'P3', 'TOWN', 'T2', false),
			('C3', 'Elms', '2024-06-02 10:00:00+00', null, 'PERSON', 'P2', true),
			('C4', 'Fort', '2024-06-03 10:00:00+00', 'P2', 'SHIP', 'P2', false);
		insert into member values
			('M1', 'C1', 'P1', 'LEAD', '2024-06-05 00:00:00+00'), ('M2', 'C1', 'P2', 'MEMBER', '2024-06-04 00:00:00+00'),
			('M3', 'C1', 'P4', 'MEMBER', '2024-06-06 00:00:00+00'), ('M4', 'C3', 'P2', 'LEAD', '2024-06-04 00:00:00+00');
		insert into note values
			('N1', 'C1', 'P1', '10% off', '2024-07-01 00:00:00+00', false), ('N2', 'C1', 'P3', 'a_b', '2024-07-02 00:00:00+00', true),
			('N3', 'C3', 'P3', 'hush', '2024-07-03 00:00:00+00', false);`))
	return w
}

// fillIDs writes 'P1' for the identity of the first person, and so on.
func fillIDs(s string) string {
	for kind, letter := range map[int]string{townID: "T", personID: "P", clubID: "C", memberID: "M", noteID: "N"} {
		for n := range 10 {
			s = strings.NewReplacer(fmt.Sprintf("'%s%d'", letter, n), "'"+id(kind, n)+"'",
				fmt.Sprintf(`"%s%d"`, letter, n), `"`+id(kind, n)+`"`).Replace(s)
		}
	}
	return s
}

func TestAnswers(t *testing.T) {
	w := small(t)
	nobody := network.Viewer{}
	for name, c := range map[string]struct {
		viewer      network.Viewer
		query, want string
	}{
		"columns of every kind": {nobody, `{ surePerson(id: "P1") { name age height born tags grown } }`,
			`{"name":"Ana","age":40,"height":1.5,"born":"2024-05-01T06:30:00.25Z","tags":["x"],"grown":true}`},
		"a day":                          {nobody, `{ town(id: "T1") { openedOn motto } }`, `{"openedOn":"2024-01-31","motto":null}`},
		"a row that is not there":        {nobody, `{ town(id: "T9") { name } }`, `null`},
		"a row that is hidden":           {nobody, `{ town(id: "T2") { name } }`, `null`},
		"the viewer's own":               {staff(3), `{ me { name } }`, `{"name":"Cy"}`},
		"nobody's own":                   {nobody, `{ me { name } }`, `null`},
		"order of the selection":         {nobody, `{ town(id: "T1") { b: name id a: name } }`, `{"b":"Ales","id":"T1","a":"Ales"}`},
		"fragments merged":               {nobody, `{ town(id: "T1") { ...F name ... on Town { id } } } fragment F on Town { id name }`, `{"id":"T1","name":"Ales"}`},
		"sub-selections merged":          {nobody, `{ club(id: "C1") { lead { name } ... on Club { lead { age } } } }`, `{"lead":{"name":"Ana","age":40}}`},
		"directives":                     {nobody, `{ town(id: "T1") { id @skip(if: true) name @include(if: true) motto @include(if: false) } }`, `{"name":"Ales"}`},
		"type names":                     {nobody, `{ club(id: "C1") { __typename members(first: 1) { __typename edges { __typename node { __typename } } pageInfo { __typename } } } }`, `{"__typename":"Club","members":{"__typename":"MemberConnection","edges":[{"__typename":"MemberEdge","node":{"__typename":"Member"}}],"pageInfo":{"__typename":"PageInfo"}}}`},
		"one, visible":                   {nobody, `{ surePerson(id: "P2") { boss { name } town { name } } }`, `{"boss":{"name":"Ana"},"town":null}`},
		"below an invisible one":         {nobody, `{ surePerson(id: "P4") { boss { name boss { name } } } }`, `{"boss":null}`},
		"the same, for whom it is not":   {staff(3), `{ surePerson(id: "P4") { boss { name boss { name } } } }`, `{"boss":{"name":"Cy","boss":{"name":"Bo"}}}`},
		"one under two names":            {nobody, `{ surePerson(id: "P2") { a: boss { name } b: boss { age } } }`, `{"a":{"name":"Ana"},"b":{"age":40}}`},
		"one by order":                   {nobody, `{ a: club(id: "C1") { oldest { name } } }`, `{"oldest":{"name":"Ana"}}`},
		"one by order, none":             {nobody, `{ club(id: "C2") { oldest { name } } }`, `{"oldest":null}`},
		"union":                          {staff(1), `{ clubs { nodes { home { __typename ... on Town { name } ... on Person { age } } } } }`, `{"nodes":[{"home":{"__typename":"Town","name":"Ales"}},{"home":null},{"home":{"__typename":"Person","age":30}},{"home":null}]}`},
		"union, nothing asked of a type": {nobody, `{ club(id: "C1") { home { ... on Person { age } } } }`, `{"home":{}}`},
		"list of one's own kind":         {nobody, `{ surePerson(id: "P1") { clubs { nodes { name } totalCount } } }`, `{"clubs":{"nodes":[{"name":"Chess"}],"totalCount":1}}`},
		"list by another tie":            {staff(1), `{ surePerson(id: "P2") { clubs { nodes { name } } } }`, `{"clubs":{"nodes":[{"name":"Chess"},{"name":"Elms"}]}}`},
		"that tie does not open doors":   {nobody, `{ surePerson(id: "P2") { clubs { nodes { name } totalCount } } }`, `{"clubs":{"nodes":[{"name":"Chess"}],"totalCount":1}}`},
		"list under two names":           {nobody, `{ club(id: "C1") { a: members(first: 1) { nodes { role } } b: members(role: LEAD) { nodes { role } totalCount } } }`, `{"a":{"nodes":[{"role":"MEMBER"}]},"b":{"nodes":[{"role":"LEAD"}],"totalCount":1}}`},
		"nodes and edges":                {nobody, `{ club(id: "C1") { members(first: 2) { nodes { role } edges { node { id } } } } }`, `{"members":{"nodes":[{"role":"MEMBER"},{"role":"LEAD"}],"edges":[{"node":{"id":"M2"}},{"node":{"id":"M1"}}]}}`},
		"a list shared by its parents":   {nobody, `{ people { nodes { town { people(first: 1) { nodes { name } pageInfo { hasNextPage } } } } } }`, `{"nodes":[{"town":{"people":{"nodes":[{"name":"Ana"}],"pageInfo":{"hasNextPage":false}}}},{"town":null},{"town":null}]}`},
		"page":                           {nobody, `{ people(first: 2) { nodes { name } pageInfo { hasNextPage hasPreviousPage } totalCount } }`, `{"nodes":[{"name":"Ana"},{"name":"Bo"}],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false},"totalCount":3}`},
		"empty page":                     {nobody, `{ people(filter: {search: "zzz"}) { nodes { name } edges { cursor } pageInfo { hasNextPage startCursor endCursor } totalCount } }`, `{"nodes":[],"edges":[],"pageInfo":{"hasNextPage":false,"startCursor":null,"endCursor":null},"totalCount":0}`},
		"plain list":                     {nobody, `{ towns { name } }`, `[{"name":"Ales"}]`},
		"plain list below":               {nobody, `{ club(id: "C1") { notes { body } } }`, `{"notes":[{"body":"10% off"}]}`},
		"plain list to those who may":    {staff(2), `{ club(id: "C1") { notes { body } } }`, `{"notes":[{"body":"10% off"},{"body":"a_b"}]}`},
		"order with a tie":               {staff(3), `{ people(orderBy: AGE_NAME) { nodes { name } } }`, `{"nodes":[{"name":"Ana"},{"name":"Bo"},{"name":"Cy"},{"name":"Di"}]}`},
		"filter by part of a text":       {staff(2), `{ club(id: "C1") { a: notes(search: "%") { id } b: notes(search: "_") { id } } }`, `{"a":[{"id":"N1"}],"b":[{"id":"N2"}]}`},
		"filter by list":                 {nobody, `{ people(filter: {ages: [10, 40]}) { nodes { name } } }`, `{"nodes":[{"name":"Ana"},{"name":"Di"}]}`},
		"filter by an empty list":        {nobody, `{ people(filter: {ages: []}) { totalCount } }`, `{"totalCount":3}`},
		"filter by true":                 {nobody, `{ people(filter: {grown: true}) { totalCount } }`, `{"totalCount":2}`},
		"filter by false":                {nobody, `{ people(filter: {grown: false}) { totalCount } }`, `{"totalCount":3}`},
		"computed":                       {staff(1), `{ surePerson(id: "P1") { greeting facts { code detail } badge { label } } }`, `{"greeting":"STAFF greets Ana (40)","facts":[{"code":"BORN","detail":"2024-05-01"},{"code":"GROWN","detail":null}],"badge":null}`},
		"computed objects":               {nobody, `{ surePerson(id: "P1") { facts { __typename link { __typename l: label } } } }`, `{"facts":[{"__typename":"Fact","link":null},{"__typename":"Fact","link":{"__typename":"Badge","l":"2024-05-01"}}]}`},
	} {
		t.Run(name, func(t *testing.T) {
			got, want := w.ask(c.viewer, fillIDs(c.query)), fillIDs(c.want)
			if got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		})
	}
}

func TestNullsThatAreNotAllowedTakeTheirParent(t *testing.T) {
	w := small(t)
	for name, c := range map[string]struct {
		query, want string
		paths       []string
	}{
		"root":             {`{ surePerson(id: "P3") { name } }`, `null`, []string{"[surePerson]"}},
		"up to the root":   {`{ surePerson(id: "P2") { name sureTown { name } } }`, `null`, []string{"[surePerson sureTown]"}},
		"nullable between": {`{ surePerson(id: "P4") { boss { sureTown { name } } } }`, `{"boss":null}`, nil},
		"stopped by a nullable field": {`{ club(id: "C4") { lead { sureTown { name } } name } }`, `{"lead":null,"name":"Fort"}`,
			[]string{"[club lead sureTown]"}},
		"each reported": {`{ club(id: "C4") { a: sureLead { sureTown { id } } b: lead { sureTown { id } } } }`, `null`,
			[]string{"[club a sureTown]", "[club b sureTown]"}},
		"list of non-null": {`{ club(id: "C2") { sureLead { id } } }`, `null`, []string{"[club sureLead]"}},
		"list of nullable": {`{ club(id: "C1") { sureNotes { body sureAuthor { id } } } }`, `{"sureNotes":[{"body":"10% off","sureAuthor":{"id":"P1"}},null]}`, []string{"[club sureNotes 1 sureAuthor]"}},
		"connection":       {`{ town(id: "T1") { homeOf { sureLead { sureTown { id } } } } }`, `{"homeOf":[{"sureLead":{"sureTown":{"id":"T1"}}}]}`, nil},
		"through a page":   {`{ club(id: "C1") { maybeMembers { nodes { person { sureTown { id } } } } name } }`, `{"maybeMembers":null,"name":"Chess"}`, []string{"[club maybeMembers nodes 0 person sureTown]", "[club maybeMembers nodes 2 person sureTown]"}},
		"through edges":    {`{ club(id: "C1") { maybeMembers { edges { node { person { sureTown { id } } } } } } }`, `{"maybeMembers":null}`, []string{"[club maybeMembers edges 0 node person sureTown]", "[club maybeMembers edges 2 node person sureTown]"}},
		"computed":         {`{ surePerson(id: "P2") { facts { link { label } } } }`, `{"facts":[{"link":null},{"link":{"label":"2024-05-02"}},{"link":null}]}`, []string{"[surePerson facts 2 link label]"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, failed, err := w.try(staff(1), fillIDs(c.query), nil)
			if err != nil {
				t.Fatal(err)
			}
			if got != fillIDs(c.want) {
				t.Errorf("\n got %s\nwant %s", got, fillIDs(c.want))
			}
			var paths []string
			for _, f := range failed {
				paths = append(paths, fmt.Sprint(f.Path))
			}
			if len(c.paths) != 0 && !slices.Equal(paths, c.paths) || len(c.paths) == 0 && paths != nil {
				t.Errorf("got %v, want %v", paths, c.paths)
			}
		})
	}
}

func TestObjectsByKey(t *testing.T) {
	w := small(t)
	sel, err := w.selection(`{ surePerson(id: "`+id(personID, 9)+`") { name town { name } } }`, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	for n, want := range map[int]string{1: `{"name":"Ana","town":{"name":"Ales"}}`, 2: `{"name":"Bo","town":null}`, 3: `null`, 9: `null`} {
		var out bytes.Buffer
		sel.NonNull = false
		_, err := w.schema.AnswerObject(ctx, w.q, staff(1), testNow, "Person", network.ID(id(personID, n)), sel, &out)
		if err != nil || out.String() != want {
			t.Errorf("person %d: got %s, %v, want %s", n, out.String(), err, want)
		}
	}
	var out bytes.Buffer
	out.WriteString("before ")
	ids := []network.ID{network.ID(id(personID, 4)), network.ID(id(personID, 3)), network.ID(id(personID, 1))}
	_, err = w.schema.AnswerObjects(ctx, w.q, staff(1), testNow, "Person", ids, sel, &out)
	if want := `before [{"name":"Di","town":null},{"name":"Ana","town":{"name":"Ales"}}]`; err != nil || out.String() != want {
		t.Errorf("got %s, %v, want %s", out.String(), err, want)
	}
}

func TestWhatIsNotDeclaredIsAnInternalFault(t *testing.T) {
	w := small(t)
	for _, sel := range []*read.Selection{
		{Name: "nothing"},
		{Name: "town", Alias: "town", Args: map[string]any{"id": id(townID, 1)}, Fields: []*read.Selection{{Name: "mayor", Alias: "mayor"}}},
		{Name: "people", Alias: "people", Fields: []*read.Selection{{Name: "sum", Alias: "sum"}}},
	} {
		var out bytes.Buffer
		_, err := w.schema.Answer(context.Background(), w.q, staff(1), testNow, sel, &out)
		var mine *network.Error
		if err == nil || errors.As(err, &mine) || out.Len() > 0 {
			t.Errorf("%s: %v %s", sel.Name, err, out.String())
		}
	}
}

func TestBadArgumentsAreTheCallersFault(t *testing.T) {
	w := small(t)
	for query, field := range map[string]string{
		`{ people(first: 0) { nodes { id } } }`:                       "first",
		`{ people(first: 101) { nodes { id } } }`:                     "first",
		`{ people(first: -1) { nodes { id } } }`:                      "first",
		`{ people(first: 99999999999) { nodes { id } } }`:             "first",
		`{ club(id: "C1") { members(first: 101) { nodes { id } } } }`: "first",
		`{ people(after: "") { nodes { id } } }`:                      "after",
		`{ people(after: "?") { nodes { id } } }`:                     "after",
		`{ people(after: "AAAA") { nodes { id } } }`:                  "after",
		`{ town(id: "1") { id } }`:                                    "id",
		`{ people(filter: {town: "1"}) { totalCount } }`:              "filter.town",
		`{ people(filter: {townIn: ["1"]}) { totalCount } }`:          "filter.townIn",
		`{ people(filter: {search: "\u0000"}) { totalCount } }`:       "filter.search",
	} {
		_, _, err := w.try(staff(1), fillIDs(query), nil)
		var refused *network.Error
		if !errors.As(err, &refused) || refused.Code != network.CodeInvalid || refused.Field != field {
			t.Errorf("%s: %v", query, err)
		}
	}
	// What only PostgreSQL can tell.
	_, _, err := w.try(staff(1), `{ people(filter: {ages: [99999999999]}) { totalCount } }`, nil)
	if !network.IsCode(err, network.CodeInvalid) {
		t.Error(err)
	}
}

func TestCountsGoToAThousand(t *testing.T) {
	w := small(t)
	w.db.MustExec(fillIDs(`insert into member select gen_random_uuid(), 'C2', 'P1', 'MEMBER', now() from generate_series(1, 1000)`))
	query := fillIDs(`{ club(id: "C2") { members(first: 1) { totalCount } } }`)
	if got := w.ask(staff(1), query); got != `{"members":{"totalCount":1000}}` {
		t.Error(got)
	}
	w.db.MustExec(fillIDs(`insert into member select gen_random_uuid(), 'C2', 'P1', 'MEMBER', now() from generate_series(1, 9)`))
	if got := w.ask(staff(1), query); got != `{"members":{"totalCount":1001}}` {
		t.Error(got)
	}
}

// The count comes with the first page, and stays the whole list's where a page
// has no row to carry it.
func TestCountsStandOnEveryPage(t *testing.T) {
	w := small(t)
	for query, want := range map[string]string{
		`{ people(filter: {ages: [999]}) { totalCount nodes { name } } }`: `{"totalCount":0,"nodes":[]}`,
		`{ people(filter: {ages: [999]}) { nodes { name } totalCount } }`: `{"nodes":[],"totalCount":0}`,
	} {
		if got := w.ask(staff(1), query); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	whole := w.ask(staff(1), `{ people { totalCount } }`)
	last := w.ask(staff(1), `{ people { pageInfo { endCursor } } }`)
	cursor := strings.Split(last, `"`)[5]
	beyond := w.ask(staff(1), `{ people(after: "`+cursor+`") { totalCount edges { cursor } } }`)
	if want := strings.TrimSuffix(whole, "}") + `,"edges":[]}`; beyond != want {
		t.Errorf("%s, want %s", beyond, want)
	}
}

func TestOneStatementForAnAnswer(t *testing.T) {
	w := newWorld(t, 3, 60)
	counter := &readtest.Counter{To: w.q}
	w.q = counter
	for _, query := range []string{
		`{ me { name boss { town { name } boss { town { name } } } } }`,
		`{ people(first: 50) { nodes { name town { name } boss { name } } pageInfo { hasNextPage } } }`,
		`{ people { totalCount } }`,
		`{ people { nodes { id } totalCount } }`,
		`{ people { nodes { memberships { totalCount } } } }`,
		`{ people { nodes { memberships { totalCount nodes { club { name } } } } edges { node { name } } } }`,
		`{ clubs { nodes { members { nodes { person { name } } } notes { author { name town { name } } } } } }`,
		`{ clubs { nodes { members { nodes { person { clubs { nodes { name } } } } } } } }`,
		`{ club(id: "` + id(clubID, 1) + `") { members { nodes { role } } notes { body } home { ... on Town { name } } } }`,
	} {
		counter.Take()
		if _, _, err := w.try(staff(1), query, nil); err != nil {
			t.Fatal(err)
		}
		if got := counter.Take(); len(got) != 1 {
			t.Errorf("%s: %d statements, want one\n%s", query, len(got), strings.Join(got, "\n\n"))
		}
	}
}

func TestValuesOfACallerAreNeverText(t *testing.T) {
	w := small(t)
	counter := &readtest.Counter{To: w.q}
	w.q = counter
	ask := func(v network.Viewer, search, town string, first int) []string {
		query := `query($s: String, $t: ID, $f: Int) { people(filter: {search: $s, town: $t}, first: $f) { nodes { id } totalCount } }`
		if _, _, err := w.try(v, query, map[string]any{"s": search, "t": town, "f": int64(first)}); err != nil {
			t.Fatal(err)
		}
		return counter.Take()
	}
	one := ask(staff(1), "' or true --", id(townID, 1), 3)
	other := ask(staff(2), "zzz", id(townID, 2), 99)
	if !reflect.DeepEqual(one, other) {
		t.Errorf("the statements differ:\n%s\n%s", one, other)
	}
}

func TestManyAskersAtOnce(t *testing.T) {
	w := newWorld(t, 5, 30)
	query := `{ people(first: 9) { nodes { name town { name } memberships { nodes { club { name } } totalCount } } } }`
	want := w.ask(staff(1), query)
	sel, err := w.selection(query, nil)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				var out bytes.Buffer
				_, err := w.schema.Answer(context.Background(), w.q, staff(1), testNow, sel, &out)
				if err != nil || out.String() != want {
					t.Errorf("got %s, %v", out.String(), err)
					return
				}
			}
		})
	}
	group.Wait()
}

func TestACancelledReadSaysSo(t *testing.T) {
	w := small(t)
	sel, err := w.selection(`{ towns { name } }`, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	if _, err := w.schema.Answer(ctx, w.q, staff(1), testNow, sel, &out); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got := w.ask(staff(1), `{ towns { name } }`); got != `[{"name":"Ales"}]` {
		t.Error("the next read:", got)
	}
}

func TestReadsWithinATransactionSeeItsWrites(t *testing.T) {
	w := small(t)
	tx := w.db.MustBegin()
	defer func(tx *sqlx.Tx) { tx.Rollback() }(tx)
	tx.MustExec("update town set name = 'Agde'")
	w.q = tx
	if got := w.ask(staff(1), `{ towns { name } }`); got != `[{"name":"Agde"}]` {
		t.Error(got)
	}
}
