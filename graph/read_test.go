package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/jmoiron/sqlx"
	"github.com/vektah/gqlparser/v2/ast"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/graph/gen"
	"maillage/network"
)

const (
	nantes = network.ID("00000001-0000-7000-8000-000000000001")
	lille  = network.ID("00000001-0000-7000-8000-000000000002")
	anne   = network.ID("00000002-0000-7000-8000-000000000001")
	bruno  = network.ID("00000002-0000-7000-8000-000000000002")
	nobody = network.ID("00000009-0000-7000-8000-000000000001")
)

// Two centres with one person each.
const twoCentres = `
insert into centre (id, name, short_name, city, regions, latitude, longitude, joined_on) values
	('00000001-0000-7000-8000-000000000001', 'Centre de Nantes', 'Nantes', 'Nantes', '{52}', 47.2, -1.5, '2010-01-01'),
	('00000001-0000-7000-8000-000000000002', 'Centre de Lille', 'Lille', 'Lille', '{32}', 50.6, 3, '2012-01-01');
insert into staff_member (id, centre_id, given_name, family_name, email, job) values
	('00000002-0000-7000-8000-000000000001', '00000001-0000-7000-8000-000000000001', 'Anne', 'Roy', 'anne@example.org', 'DIRECTOR'),
	('00000002-0000-7000-8000-000000000002', '00000001-0000-7000-8000-000000000002', 'Bruno', 'Petit', 'bruno@example.org', 'DIRECTOR')`

// givenBack answers what a test tells it to, in the place of every resolver.
type givenBack struct {
	gen.QueryResolver
	gen.MutationResolver
	gen.SubscriptionResolver
	profile *gen.UpdateProfilePayload
	hits    func() []*gen.SearchHit
	fail    error
}

func (g *givenBack) Query() gen.QueryResolver               { return g }
func (g *givenBack) Mutation() gen.MutationResolver         { return g }
func (g *givenBack) Subscription() gen.SubscriptionResolver { return g }

func (g *givenBack) UpdateProfile(context.Context, gen.UpdateProfileInput) (*gen.UpdateProfilePayload, error) {
	return g.profile, g.fail
}

func (g *givenBack) Search(context.Context, string, *int) ([]*gen.SearchHit, error) {
	return g.hits(), nil
}

// door executes operations as the handlers do, without HTTP.
type door struct {
	t    testing.TB
	exec *executor.Executor
}

func newDoor(t testing.TB, resolvers gen.ResolverRoot, extensions ...graphql.HandlerExtension) *door {
	d := &door{t: t, exec: executor.New(gen.NewExecutableSchema(gen.Config{Resolvers: resolvers}))}
	d.exec.SetQueryCache(lru.New[*ast.QueryDocument](10))
	for _, e := range extensions {
		d.exec.Use(e)
	}
	return d
}

type answer struct {
	Data   json.RawMessage
	Errors []string
}

func (d *door) ask(v network.Viewer, query string, variables map[string]any) answer {
	d.t.Helper()
	return d.askWithin(context.Background(), v, query, variables)
}

func (d *door) askWithin(ctx context.Context, v network.Viewer, query string, variables map[string]any) answer {
	d.t.Helper()
	ctx = graphql.StartOperationTrace(network.WithViewer(ctx, v))
	op, errs := d.exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query, Variables: variables})
	if errs != nil {
		d.t.Fatalf("%s\n%v", query, errs)
	}
	next, ctx := d.exec.DispatchOperation(ctx, op)
	response := next(ctx)
	a := answer{Data: response.Data}
	for _, e := range response.Errors {
		a.Errors = append(a.Errors, e.Path.String()+": "+e.Message)
	}
	return a
}

func (d *door) expect(v network.Viewer, query, want string) {
	d.t.Helper()
	got := d.ask(v, query, nil)
	var compact bytes.Buffer
	if err := json.Compact(&compact, []byte(want)); err != nil {
		d.t.Fatal(err)
	}
	if got.Errors != nil || string(got.Data) != compact.String() {
		d.t.Errorf("%s\n got %s %v\nwant %s", query, got.Data, got.Errors, compact.String())
	}
}

type testReads struct {
	Reads
	Database *sqlx.DB
}

// newReads reads the two centres.
func newReads(t testing.TB) *testReads {
	t.Helper()
	r := emptyReads(t)
	r.Database.MustExec(twoCentres)
	return r
}

func emptyReads(t testing.TB) *testReads {
	t.Helper()
	database, err := db.Open(context.Background(), dbtest.URL(t), dbtest.MaxConns)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { database.Close() })
	store, err := db.NewStore(database)
	if err != nil {
		t.Fatal(err)
	}
	return &testReads{Reads{Schema: store.Reads(), DB: store.Reader(), Viewer: network.ViewerFrom, Now: time.Now}, database}
}

func director(id, centre network.ID) network.Viewer {
	return network.Viewer{Kind: network.Staff, StaffID: id, CentreID: centre, Job: network.JobDirector, Role: network.RoleNone}
}

func TestDeclaredQueriesAreReadFromRows(t *testing.T) {
	d := newDoor(t, &givenBack{}, newReads(t))
	d.expect(director(anne, nantes), fmt.Sprintf(`
		query { a: centre(id: %q) { ...C } none: centre(id: %q) { id } viewer { staffMember { givenName centre { ...C } } } __typename }
		fragment C on Centre { id shortName staffMembers { nodes { name } } }`, lille, nobody), fmt.Sprintf(`
		{"a": {"id": %q, "shortName": "Lille", "staffMembers": {"nodes": [{"name": "Bruno Petit"}]}},
		 "none": null,
		 "viewer": {"staffMember": {"givenName": "Anne", "centre": {"id": %q, "shortName": "Nantes", "staffMembers": {"nodes": [{"name": "Anne Roy"}]}}}},
		 "__typename": "Query"}`, lille, nantes))
}

func TestWhoMayNotSeeARowIsGivenNull(t *testing.T) {
	d := newDoor(t, &givenBack{}, newReads(t))
	d.expect(network.Viewer{}, fmt.Sprintf(`{ staffMember(id: %q) { id } viewer { id } }`, anne), `{"staffMember": null, "viewer": null}`)
}

func TestWhatAResolverGivesIsReadAsTheViewer(t *testing.T) {
	g := &givenBack{profile: &gen.UpdateProfilePayload{StaffMember: &gen.StaffMember{ID: bruno}}}
	d := newDoor(t, g, newReads(t))
	const query = `mutation { p: updateProfile(input: {clientMutationId: "00000009-0000-7000-8000-000000000009", version: 1,
		givenName: "", familyName: "", language: FR, themeIds: []}) { __typename s: staffMember { __typename n: name centre { city } } } }`
	d.expect(director(anne, nantes), query, `{"p": {"__typename": "UpdateProfilePayload",
		"s": {"__typename": "StaffMember", "n": "Bruno Petit", "centre": {"city": "Lille"}}}}`)
	d.expect(network.Viewer{}, query, `{"p": {"__typename": "UpdateProfilePayload", "s": null}}`)
	g.profile.StaffMember = nil
	d.expect(director(anne, nantes), query, `{"p": {"__typename": "UpdateProfilePayload", "s": null}}`)
	g.profile = nil
	d.expect(director(anne, nantes), query, `{"p": null}`)
	g.fail = network.Forbidden("staff_only")
	if got := d.ask(director(anne, nantes), query, nil); string(got.Data) != `{"p":null}` || len(got.Errors) != 1 {
		t.Errorf("%s %v", got.Data, got.Errors)
	}
}

// However many pages are read at once, what an act gives back is read at once.
func TestQueriesWaitForAPlaceAndActsDoNot(t *testing.T) {
	reads := newReads(t)
	reads.Places = make(chan struct{}, 1)
	reads.Places <- struct{}{}
	g := &givenBack{profile: &gen.UpdateProfilePayload{StaffMember: &gen.StaffMember{ID: bruno}}}
	d := newDoor(t, g, reads)
	answered := make(chan answer)
	go func() {
		answered <- d.ask(director(anne, nantes), fmt.Sprintf(`{ centre(id: %q) { city } }`, lille), nil)
	}()
	d.expect(director(anne, nantes), `mutation { updateProfile(input: {clientMutationId: "00000009-0000-7000-8000-000000000009", version: 1,
		givenName: "", familyName: "", language: FR, themeIds: []}) { staffMember { name } } }`, `{"updateProfile": {"staffMember": {"name": "Bruno Petit"}}}`)
	select {
	case got := <-answered:
		t.Errorf("a query took no place: %s %v", got.Data, got.Errors)
	case <-time.After(50 * time.Millisecond):
	}
	<-reads.Places
	if got := <-answered; string(got.Data) != `{"centre":{"city":"Lille"}}` || got.Errors != nil {
		t.Errorf("%s %v", got.Data, got.Errors)
	}
}

func TestAQueryWaitsNoLongerThanItsTime(t *testing.T) {
	reads := newReads(t)
	reads.Places = make(chan struct{}) // there is never one
	d := newDoor(t, &givenBack{}, reads)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	got := d.askWithin(ctx, director(anne, nantes), fmt.Sprintf(`{ centre(id: %q) { city } }`, lille), nil)
	if string(got.Data) != `{"centre":null}` || len(got.Errors) != 1 {
		t.Errorf("%s %v", got.Data, got.Errors)
	}
}

func TestWhatIsNoReferenceIsLeftToTheLibrary(t *testing.T) {
	g := &givenBack{hits: func() []*gen.SearchHit {
		return []*gen.SearchHit{{Kind: network.ObjectCentre, ID: nantes, Title: "Nantes"}}
	}}
	d := newDoor(t, g, newReads(t))
	d.expect(director(anne, nantes), `{ search(term: "na") { title id } }`, fmt.Sprintf(`{"search": [{"title": "Nantes", "id": %q}]}`, nantes))
}

func TestABadArgumentNamesItsField(t *testing.T) {
	d := newDoor(t, &givenBack{}, newReads(t))
	for query, want := range map[string]string{
		// The arguments of a root are read by the library first, which puts them in the path.
		`{ c: centre(id: "x") { id } }`:                              "c.id: INVALID not_an_id",
		`{ staffMembers(filter: {centreId: "x"}) { nodes { id } } }`: "staffMembers.filter.centreId: INVALID not_an_id",
		// All else is the engine's.
		`{ centres(first: 0) { nodes { id } } }`:                              "centres: INVALID out_of_range (first)",
		`{ centres { nodes { staffMembers(first: 101) { nodes { id } } } } }`: "centres: INVALID out_of_range (first)",
		`{ centres { nodes { staffMembers(after: "x") { nodes { id } } } } }`: "centres: INVALID bad_cursor (after)",
	} {
		got := d.ask(director(anne, nantes), query, nil)
		if len(got.Errors) != 1 || got.Errors[0] != want {
			t.Errorf("%s: %v", query, got.Errors)
		}
	}
}
