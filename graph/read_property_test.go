package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"maillage/graph/gen"
	"maillage/network"
)

// deepest is how far below a root the compared operations go.
const deepest = 4

// remembered answers the roots with whole objects that are already there, so
// that the library executes every field of an operation by itself.
type remembered struct {
	givenBack
	viewer        *gen.Viewer
	centre        *gen.Centre
	centres       *gen.CentreConnection
	staffMembers  *gen.StaffMemberConnection
	themes        []*gen.Theme
	gathering     *gen.Gathering
	forum         *gen.Forum
	topic         *gen.Topic
	workingGroup  *gen.WorkingGroup
	workingGroups *gen.WorkingGroupConnection
	jointProject  *gen.JointProject
}

func (m *remembered) Query() gen.QueryResolver { return m }

func (m *remembered) Viewer(context.Context) (*gen.Viewer, error) { return m.viewer, nil }
func (m *remembered) Centre(context.Context, network.ID) (*gen.Centre, error) {
	return m.centre, nil
}
func (m *remembered) Centres(context.Context, *gen.CentreFilter, *gen.CentreOrder, *int, *string) (*gen.CentreConnection, error) {
	return m.centres, nil
}
func (m *remembered) StaffMembers(context.Context, *gen.StaffMemberFilter, *gen.StaffMemberOrder, *int, *string) (*gen.StaffMemberConnection, error) {
	return m.staffMembers, nil
}
func (m *remembered) Themes(context.Context) ([]*gen.Theme, error) { return m.themes, nil }
func (m *remembered) Gathering(context.Context, network.ID) (*gen.Gathering, error) {
	return m.gathering, nil
}
func (m *remembered) Forum(context.Context, network.ID) (*gen.Forum, error) { return m.forum, nil }
func (m *remembered) Topic(context.Context, network.ID) (*gen.Topic, error) { return m.topic, nil }
func (m *remembered) WorkingGroup(context.Context, network.ID) (*gen.WorkingGroup, error) {
	return m.workingGroup, nil
}
func (m *remembered) WorkingGroups(context.Context, *gen.WorkingGroupFilter, *gen.WorkingGroupOrder, *int, *string) (*gen.WorkingGroupConnection, error) {
	return m.workingGroups, nil
}
func (m *remembered) JointProject(context.Context, network.ID) (*gen.JointProject, error) {
	return m.jointProject, nil
}

// whole selects everything of a type that needs no argument, as deep as
// operations go. Unions are left out: there is no telling from JSON what they are.
func whole(of *ast.Definition, depth int) string {
	var b strings.Builder
	for _, f := range compared(of, depth) {
		b.WriteString(" " + f.Name)
		if to := contractTypes[f.Type.Name()]; to.Kind == ast.Object {
			b.WriteString(" {" + whole(to, below(to, depth)) + " }")
		}
	}
	return b.String()
}

var contractTypes = contract().Types

// below is the depth at the fields of a type: pages and edges are no step down.
func below(to *ast.Definition, depth int) int {
	if strings.HasSuffix(to.Name, "Connection") || strings.HasSuffix(to.Name, "Edge") || to.Name == "PageInfo" {
		return depth
	}
	return depth - 1
}

// compared are the fields of a type that the comparison covers at a depth.
func compared(of *ast.Definition, depth int) (fields []*ast.FieldDefinition) {
	for _, f := range of.Fields {
		to := contractTypes[f.Type.Name()]
		page := strings.HasSuffix(to.Name, "Connection")
		switch {
		case strings.HasPrefix(f.Name, "__"), to.Kind == ast.Union, f.Name == "edges":
		case (to.Kind == ast.Object || page) && depth <= 1 && to.Name != "PageInfo" && below(to, depth) != depth:
		case page && depth <= 1:
		case slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull }):
		default:
			fields = append(fields, f)
		}
	}
	return fields
}

// author writes random operations of the contract.
type author struct {
	*rapid.T
	aliases int
}

func (a *author) field(f *ast.FieldDefinition, args string, depth int) string {
	text := f.Name + args
	if rapid.IntRange(0, 3).Draw(a.T, "alias") == 0 {
		a.aliases++
		text = fmt.Sprintf("a%d: %s", a.aliases, text)
	}
	text += rapid.SampledFrom([]string{"", "", "", "", " @include(if: $yes)", " @skip(if: $no)"}).Draw(a.T, "directive")
	if to := contractTypes[f.Type.Name()]; to.Kind == ast.Object {
		text += " {" + a.selections(to, below(to, depth)) + " }"
	}
	return text
}

func (a *author) selections(of *ast.Definition, depth int) string {
	text := " __typename"
	fields := compared(of, depth)
	for range rapid.IntRange(1, 5).Draw(a.T, "fields") {
		if len(fields) == 0 {
			break
		}
		wrapping := rapid.SampledFrom([]string{"%s", "%s", "%s", "... on " + of.Name + " { %s }", "... @skip(if: $no) { %s }", "... @include(if: $no) { gone: __typename %s }"}).Draw(a.T, "wrapping")
		text += " " + strings.Replace(wrapping, "%s", a.field(rapid.SampledFrom(fields).Draw(a.T, "field"), "", depth), 1)
	}
	return text
}

// nth is the identity that testdata/network.sql gives.
func nth(kind, n int) string { return fmt.Sprintf("0000000%x-0000-7000-8000-%012d", kind, n) }

// Random operations over a network are answered from
// rows as the library answers them from whole objects in memory: the same
// names, values, nulls and errors.
func TestOperationsAreAnsweredAsTheLibraryWould(t *testing.T) {
	reads := emptyReads(t)
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	reads.Now = func() time.Time { return now }
	rows, err := os.ReadFile("testdata/network.sql")
	if err != nil {
		t.Fatal(err)
	}
	reads.Database.MustExec(string(rows))
	viewer := director(network.ID(nth(3, 1)), network.ID(nth(1, 2)))
	declared := newDoor(t, &givenBack{}, &reads.Reads)
	memory := &remembered{}
	roots := map[string]string{"viewer": "", "centres": "", "staffMembers": "", "themes": "", "workingGroups": ""}
	for root, id := range map[string]string{"centre": nth(1, 1), "gathering": nth(4, 1), "forum": nth(7, 1), "topic": nth(9, 3),
		"workingGroup": nth(0xc, 1), "jointProject": nth(0, 1)} {
		roots[root] = fmt.Sprintf("(id: %q)", id)
	}
	for root, args := range roots {
		f := contractTypes["Query"].Fields.ForName(root)
		to := contractTypes[f.Type.Name()]
		got := declared.ask(viewer, "{ "+root+args+" {"+whole(to, below(to, deepest))+" } }", nil)
		if got.Errors != nil {
			t.Fatalf("%s: %v", root, got.Errors)
		}
		var data map[string]json.RawMessage
		if err := json.Unmarshal(got.Data, &data); err != nil {
			t.Fatal(err)
		}
		// The model's field that this root gives back is found by its name.
		into := reflect.ValueOf(memory).Elem().FieldByName(root)
		into = reflect.NewAt(into.Type(), into.Addr().UnsafePointer())
		decode := json.NewDecoder(bytes.NewReader(data[root]))
		decode.DisallowUnknownFields()
		if err := decode.Decode(into.Interface()); err != nil {
			t.Fatalf("%s: %v", root, err)
		}
	}
	library := newDoor(t, memory)
	rapid.Check(t, func(rt *rapid.T) {
		a := &author{T: rt}
		var names []string
		for name := range roots {
			names = append(names, name)
		}
		slices.Sort(names)
		root := rapid.SampledFrom(names).Draw(rt, "root")
		f := contractTypes["Query"].Fields.ForName(root)
		query := "query($yes: Boolean!, $no: Boolean!) { " + a.field(f, roots[root], deepest) + " x: __typename @include(if: $yes) @skip(if: $no) }"
		variables := map[string]any{"yes": true, "no": false}
		got, want := declared.ask(viewer, query, variables), library.ask(viewer, query, variables)
		if !bytes.Equal(got.Data, want.Data) || !slices.Equal(got.Errors, want.Errors) {
			rt.Fatalf("%s\n got %s %v\nwant %s %v", query, got.Data, got.Errors, want.Data, want.Errors)
		}
	})
}
