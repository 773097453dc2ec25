package read_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"maillage/network"
)

// An author writes random operations on the world.
type author struct {
	*rapid.T
	*world
	aliases int
}

func (a *author) chance(oneIn int) bool { return rapid.IntRange(1, oneIn).Draw(a.T, "chance") == 1 }

func (a *author) operation() string {
	root := rapid.SampledFrom(a.sdl.Query.Fields[:7]).Draw(a.T, "root")
	return "query($yes: Boolean!, $no: Boolean!) { " + a.field(root, 4) + " __typename @include(if: $yes) @skip(if: $no) }"
}

func (a *author) field(f *ast.FieldDefinition, depth int) string {
	args := a.arguments(f)
	text := f.Name + args
	if args != "" || a.chance(4) {
		a.aliases++
		text = fmt.Sprintf("a%d: %s", a.aliases, text)
	}
	if a.chance(8) {
		text += rapid.SampledFrom([]string{" @include(if: $yes)", " @include(if: true)", " @skip(if: $no)"}).Draw(a.T, "directive")
	}
	if to := a.sdl.Types[f.Type.Name()]; to.Kind == ast.Object || to.Kind == ast.Union {
		text += " {" + a.selections(to, depth-1) + " }"
	}
	return text
}

func (a *author) selections(of *ast.Definition, depth int) string {
	var b strings.Builder
	if of.Kind == ast.Union {
		b.WriteString(" __typename")
		for _, name := range of.Types {
			if a.chance(2) {
				b.WriteString(" ... on " + name + " {" + a.selections(a.sdl.Types[name], depth) + " }")
			}
		}
		return b.String()
	}
	var choice []*ast.FieldDefinition
	for _, f := range of.Fields {
		composite := a.sdl.Types[f.Type.Name()].Kind == ast.Object || a.sdl.Types[f.Type.Name()].Kind == ast.Union
		if strings.Contains(strings.ToLower(f.Name), "cursor") || (composite && depth < 1) {
			continue
		}
		choice = append(choice, f)
	}
	b.WriteString(" __typename")
	for range rapid.IntRange(1, 4).Draw(a.T, "fields") {
		if len(choice) == 0 {
			break
		}
		text := a.field(rapid.SampledFrom(choice).Draw(a.T, "field"), depth)
		switch rapid.IntRange(0, 9).Draw(a.T, "wrapping") {
		case 0:
			text = "... on " + of.Name + " { " + text + " }"
		case 1:
			text = "... @include(if: $no) { gone: __typename " + text + " }"
		case 2:
			text = "... @skip(if: $no) { " + text + " }"
		}
		b.WriteString(" " + text)
	}
	return b.String()
}

func (a *author) arguments(f *ast.FieldDefinition) string {
	var args []string
	for _, d := range f.Arguments {
		var value string
		switch d.Name {
		case "id":
			kind := map[string]int{"town": townID, "surePerson": personID, "club": clubID}[f.Name]
			value = fmt.Sprintf("%q", id(kind, rapid.IntRange(0, 12).Draw(a.T, "id")))
		case "first":
			value = rapid.SampledFrom([]string{"1", "2", "3", "100", "null"}).Draw(a.T, "first")
		case "orderBy":
			value = rapid.SampledFrom(a.sdl.Types[d.Type.Name()].EnumValues).Draw(a.T, "order").Name
		case "role":
			value = rapid.SampledFrom([]string{"LEAD", "MEMBER", "null"}).Draw(a.T, "role")
		case "search":
			value = rapid.SampledFrom([]string{`""`, `"%"`, `"_"`, `"é"`, `"\\"`, `"o"`, "null"}).Draw(a.T, "search")
		case "filter":
			value = rapid.SampledFrom([]string{"{}", "null", `{search: "_b"}`, `{search: "o", grown: true}`, "{grown: false}",
				"{ages: []}", "{ages: [1, 2, 3, 19]}", "{ages: 20}", `{townIn: ["` + id(townID, 1) + `", "` + id(townID, 2) + `"]}`,
				`{town: "` + id(townID, 0) + `"}`}).Draw(a.T, "filter")
		default:
			continue
		}
		if d.Type.NonNull || !a.chance(3) {
			args = append(args, d.Name+": "+value)
		}
	}
	if args == nil {
		return ""
	}
	return "(" + strings.Join(args, ", ") + ")"
}

func (a *author) viewer() network.Viewer {
	kind := rapid.SampledFrom([]network.ViewerKind{network.Staff, network.Guest, network.Anonymous}).Draw(a.T, "viewer")
	if kind == network.Anonymous {
		return network.Viewer{Kind: kind}
	}
	v := staff(rapid.IntRange(0, 12).Draw(a.T, "who"))
	v.Kind = kind
	return v
}

// What the engine says of random operations of random viewers is what a plain
// executor over the same rows in memory says, errors included.
func TestAnswersAreThoseOfAPlainExecutor(t *testing.T) {
	for seed := range uint64(3) {
		w := newWorld(t, seed, 10+20*int(seed))
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				a := &author{T: rt, world: w}
				v, operation := a.viewer(), a.operation()
				variables := map[string]any{"yes": true, "no": false}
				got, failed, err := w.try(v, operation, variables)
				if err != nil {
					rt.Fatalf("%s\n%v", operation, err)
				}
				sel, err := w.selection(operation, variables)
				if err != nil {
					rt.Fatal(err)
				}
				want, wantErrors := (&reference{data: w.data, viewer: v}).answer(sel)
				if !sameJSON(got, want) {
					rt.Fatalf("%s\nviewer %+v\n got %s\nwant %s", operation, v, got, want)
				}
				var gotErrors []string
				for _, f := range failed {
					gotErrors = append(gotErrors, fmt.Sprint(f.Path))
				}
				slices.Sort(gotErrors)
				slices.Sort(wantErrors)
				if !slices.Equal(gotErrors, wantErrors) {
					rt.Fatalf("%s\n got errors %v\nwant %v", operation, gotErrors, wantErrors)
				}
			})
		})
	}
}

func sameJSON(a, b string) bool {
	var x, y any
	return json.Unmarshal([]byte(a), &x) == nil && json.Unmarshal([]byte(b), &y) == nil && reflect.DeepEqual(x, y)
}

// Nobody is given the identity of a row that they may not see, whatever they
// ask for.
func TestNoAnswerNamesAnInvisibleRow(t *testing.T) {
	w := newWorld(t, 7, 40)
	rapid.Check(t, func(rt *rapid.T) {
		a := &author{T: rt, world: w}
		v, operation := a.viewer(), a.operation()
		got, _, err := w.try(v, operation, map[string]any{"yes": true, "no": false})
		if err != nil {
			rt.Fatalf("%s\n%v", operation, err)
		}
		r := &reference{data: w.data, viewer: v}
		for _, hidden := range r.invisible() {
			if strings.Contains(got, hidden) {
				rt.Fatalf("%s\nshows %s to %+v:\n%s", operation, hidden, v, got)
			}
		}
	})
}

func (r *reference) invisible() (ids []string) {
	for _, t := range r.towns {
		if t.Hidden {
			ids = append(ids, t.ID)
		}
	}
	for _, p := range r.people {
		if p.Secret && !r.me(p.ID) {
			ids = append(ids, p.ID)
		}
	}
	for _, c := range r.clubs {
		if !r.sees(c) {
			ids = append(ids, c.ID)
		}
	}
	for _, n := range r.notes {
		if !r.seesNote(n) {
			ids = append(ids, n.ID)
		}
	}
	return ids
}
