package collect_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
	"pgregory.net/rapid"

	"maillage/db/read"
	"maillage/graph/collect"
	"maillage/network"
)

var schema = gqlparser.MustLoadSchema(&ast.Source{Input: `
scalar Date
scalar Time
type Query { thing(id: ID, date: Date, at: Time, filter: Filter, first: Int = 20, tags: [String!], mode: Mode = ON): Thing! any: [Any!]! named: [Named] }
interface Named { name: String }
union Any = Thing | Other
enum Mode { ON OFF }
input Filter { ids: [ID!], text: String = "x", deep: Filter }
type Thing implements Named { id: ID! name: String other: Other things(first: Int): [Thing]! }
type Other implements Named { id: ID! name: String thing: Thing! named: Named }
`})

func load(t testing.TB, query string) (*ast.QueryDocument, *ast.Field) {
	t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
	if errs != nil {
		t.Fatalf("%s\n%v", query, errs)
	}
	return doc, doc.Operations[0].SelectionSet[0].(*ast.Field)
}

func collected(t testing.TB, query string, variables map[string]any) (*read.Selection, error) {
	t.Helper()
	_, field := load(t, query)
	return collect.Field(schema, variables, field, field.SelectionSet)
}

func TestArgumentsAreCoerced(t *testing.T) {
	const one, other = "0190A000-0000-7000-8000-00000000000A", "0190a000-0000-7000-8000-00000000000b"
	query := fmt.Sprintf(`query($v: String, $gone: String) { thing(id: %q, date: "2026-01-02", at: "2026-01-02T10:00:00+01:00",
		filter: {ids: %q, deep: {text: $v, deep: {text: $gone}}}, tags: "one") { id } }`, one, other)
	sel, err := collected(t, query, map[string]any{"v": "said"})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"id": strings.ToLower(one), "date": "2026-01-02", "at": "2026-01-02T09:00:00Z", "first": int64(20), "mode": "ON",
		"tags": []any{"one"},
		"filter": map[string]any{"ids": []any{other}, "text": "x",
			"deep": map[string]any{"text": "said", "deep": map[string]any{"text": "x"}}}, // not given: the default
	}
	if !reflect.DeepEqual(sel.Args, want) {
		t.Errorf("\n got %v\nwant %v", sel.Args, want)
	}
}

func TestBadArgumentsNameTheirPlace(t *testing.T) {
	for args, field := range map[string]string{
		`id: "x"`:                      "id",
		`id: 5`:                        "id",
		`date: "2026-02-30"`:           "date",
		`at: "yesterday"`:              "at",
		`filter: {ids: ["x"]}`:         "filter.ids",
		`filter: {deep: {ids: ["x"]}}`: "filter.deep.ids",
		`filter: {text: "\u0000"}`:     "filter.text",
		`tags: ["a", "\u0000"]`:        "tags",
	} {
		_, err := collected(t, "{ thing("+args+") { id } }", nil)
		var refused *network.Error
		if !errors.As(err, &refused) || refused.Code != network.CodeInvalid || refused.Field != field {
			t.Errorf("%s: %v", args, err)
		}
	}
}

func TestNullabilityComesFromTheContract(t *testing.T) {
	for query, want := range map[string][2]bool{
		"{ thing { id } }":       {true, false},
		"{ any { __typename } }": {true, true},
		"{ named { name } }":     {false, false},
	} {
		sel, err := collected(t, query, nil)
		if err != nil || sel.NonNull != want[0] || sel.NonNullItem != want[1] {
			t.Errorf("%s: %+v, %v", query, sel, err)
		}
	}
}

// What is collected of random operations is what gqlgen collects.
func TestFieldsAreThoseOfTheLibrary(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := &author{T: rt}
		query := "query($yes: Boolean!, $no: Boolean!) { " + a.field(rapid.SampledFrom(schema.Query.Fields[:3]).Draw(rt, "root"), 4) +
			" x: __typename @include(if: $yes) @skip(if: $no) }"
		variables := map[string]any{"yes": true, "no": false}
		doc, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
		if errs != nil {
			rt.Skip("two fields of one name differ")
		}
		field := doc.Operations[0].SelectionSet[0].(*ast.Field)
		got, err := collect.Field(schema, variables, field, field.SelectionSet)
		if err != nil {
			rt.Fatal(err)
		}
		op := &graphql.OperationContext{Doc: doc, Variables: variables}
		want := library(op, graphql.CollectedField{Field: field, Selections: field.SelectionSet})
		if plain(got) != want {
			rt.Fatalf("%s\n got %s\nwant %s", query, plain(got), want)
		}
	})
}

// plain writes a selection; library writes what gqlgen makes of a field.
func plain(sel *read.Selection) string {
	text := sel.Alias + ":" + sel.Name
	for _, f := range sel.Fields {
		text += "(" + strings.Join(f.On, "") + " " + plain(f) + ")"
	}
	return text
}

func library(op *graphql.OperationContext, field graphql.CollectedField) string {
	text := field.Alias + ":" + field.Name
	if field.Definition == nil || len(field.Selections) == 0 {
		return text
	}
	of := schema.Types[field.Definition.Type.Name()]
	for _, possible := range schema.PossibleTypes[of.Name] {
		satisfies := append([]string{possible.Name, of.Name}, possible.Interfaces...)
		on := ""
		if of.Kind != ast.Object {
			on = possible.Name
		}
		written := map[string]bool{} // gqlgen collects some twice and writes the first
		for _, f := range graphql.CollectFields(op, field.Selections, satisfies) {
			if written[f.Alias] {
				continue
			}
			written[f.Alias] = true
			text += "(" + on + " " + library(op, f) + ")"
		}
	}
	return text
}

type author struct {
	*rapid.T
	aliases int
}

func (a *author) field(f *ast.FieldDefinition, depth int) string {
	text := f.Name
	if rapid.Bool().Draw(a.T, "alias") {
		a.aliases++
		text = fmt.Sprintf("a%d: %s", a.aliases, text)
	}
	text += rapid.SampledFrom([]string{"", "", " @include(if: $yes)", " @skip(if: $yes)", " @skip(if: $no) @include(if: true)"}).Draw(a.T, "directive")
	if to := schema.Types[f.Type.Name()]; to.Kind != ast.Scalar {
		text += " {" + a.selections(to, depth-1) + " }"
	}
	return text
}

func (a *author) selections(of *ast.Definition, depth int) string {
	text := " __typename"
	if of.Kind != ast.Object {
		for _, to := range schema.PossibleTypes[of.Name] {
			if rapid.Bool().Draw(a.T, "type") {
				text += " ... on " + to.Name + " {" + a.selections(to, depth) + " }"
			}
		}
	}
	if of.Kind == ast.Union || depth < 0 {
		return text
	}
	for range rapid.IntRange(0, 4).Draw(a.T, "fields") {
		text += " " + rapid.SampledFrom([]string{"%s", "%s", "... { %s }", "... on " + of.Name + " { %s }", "... @skip(if: $yes) { %s }"}).Draw(a.T, "wrapping")
		text = strings.Replace(text, "%s", a.field(rapid.SampledFrom(of.Fields).Draw(a.T, "field"), depth-1), 1)
	}
	return text
}
