package graph_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"maillage/db"
	"maillage/db/read"
	"maillage/network"
)

// The most statements an operation may take, whatever the number of its rows.
const (
	pageMost  = 6
	writeMost = 8
)

// document is one operation of the interface with the fragments it uses.
type document struct {
	file, text string
	op         *ast.OperationDefinition
}

var (
	template = regexp.MustCompile("graphql\\(\\s*`([^`]*)`")
	fragment = regexp.MustCompile(`fragment\s+(\w+)\s+on`)
	spread   = regexp.MustCompile(`\.\.\.\s*(\w+)`)
)

// documents are the operations written in the interface's sources.
func documents(t *testing.T) []document {
	t.Helper()
	type source struct{ file, text string }
	var operations []source
	fragments := map[string]string{}
	err := filepath.WalkDir("../frontend/src", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.Contains(path, ".test.") || !strings.HasSuffix(path, ".ts") && !strings.HasSuffix(path, ".tsx") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, found := range template.FindAllStringSubmatch(string(text), -1) {
			literal := strings.ReplaceAll(found[1], "@_unmask", "")
			if name := fragment.FindStringSubmatch(literal); name != nil {
				fragments[name[1]] = literal
			} else {
				operations = append(operations, source{path, literal})
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var list []document
	for _, o := range operations {
		text, used := o.text, map[string]bool{}
		for pending := []string{o.text}; len(pending) > 0; pending = pending[1:] {
			for _, name := range spread.FindAllStringSubmatch(pending[0], -1) {
				if body, known := fragments[name[1]]; known && !used[name[1]] {
					used[name[1]] = true
					text += "\n" + body
					pending = append(pending, body)
				}
			}
		}
		parsed, invalid := gqlparser.LoadQueryWithRules(contract(), text, rules.NewDefaultRules())
		if invalid != nil {
			t.Errorf("%s: %v", o.file, invalid)
			continue
		}
		list = append(list, document{o.file, text, parsed.Operations[0]})
	}
	return list
}

// rootIDs name what the interface's operations are asked about.
var rootIDs = map[string]string{
	"centre": "Lille", "staffMember": "di", "gathering": "gathering", "space": "space", "stage": "agenda item", "liveQuestion": "question thread",
	"contribution": "contribution thread", "forum": "forum", "topic": "topic thread",
	"workingGroup": "group thread", "jointProject": "project thread", "thread": "topic thread", "topics": "gathering", "theme": "theme",
	"boardCells": "topic thread", "participantFigures": "gathering", "proposeTimetable": "forum", "proceedings": "gathering",
}

// values fills an operation's variables: ids by what they are asked of, and
// whatever else the variable's type allows.
func (d document) values(t *testing.T) map[string]any {
	values := map[string]any{}
	for _, v := range d.op.VariableDefinitions {
		if v.Type.NonNull && v.DefaultValue == nil {
			values[v.Variable] = d.value(t, v.Variable, v.Type)
		}
	}
	return values
}

func (d document) value(t *testing.T, name string, of *ast.Type) any {
	if of.Elem != nil {
		return []any{d.value(t, name, of.Elem)}
	}
	def := contract().Types[of.Name()]
	switch {
	case of.Name() == "ID":
		root := d.op.SelectionSet[0].(*ast.Field).Name
		for other := range rootIDs { // one that says itself what it names
			if strings.Contains(strings.ToLower(name), strings.ToLower(other)) {
				root = other
			}
		}
		if rootIDs[root] == "" {
			t.Errorf("%s: what is %s of %s?", d.file, name, d.op.Name)
		}
		return string(idOf(rootIDs[root]))
	case of.Name() == "Int":
		return 20
	case of.Name() == "Boolean":
		return true
	case of.Name() == "Date":
		return map[bool]string{true: "2026-01-01", false: "2026-12-31"}[strings.HasPrefix(name, "starts")]
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Kind == ast.InputObject:
		object := map[string]any{}
		for _, f := range def.Fields {
			if f.Type.NonNull {
				object[f.Name] = d.value(t, f.Name, f.Type)
			}
		}
		return object
	}
	if name == "token" {
		if d.op.SelectionSet[0].(*ast.Field).Name == "invitation" {
			return linkOf("guest renewInvitation")
		}
		return keyOf("wall")
	}
	return "secret"
}

// most is how many statements the operation may take: who is asking, and one for
// each declared read, list or page. The Observatoire, the wall and what else
// is put together by hand have the page's.
func (d document) most(reads *read.Schema) int {
	for _, root := range d.op.SelectionSet {
		if !reads.Has(root.(*ast.Field).Name) {
			return pageMost
		}
	}
	return min(1+len(d.op.SelectionSet), pageMost)
}

func TestEveryPageTakesFewStatements(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	tapped := &tap{}
	url := w.instance(tapped.pool(t, w.address, 4))
	reads, err := db.Declarations()
	if err != nil {
		t.Fatal(err)
	}
	var asked []string
	for _, d := range documents(t) {
		if d.op.Operation != ast.Query {
			continue
		}
		asked = append(asked, d.op.Name)
		values := d.values(t)
		tapped.reset(0, false)
		answered, err := post(context.Background(), url, "di", d.text, values)
		if err != nil || answered.code() != "" {
			t.Errorf("%s: %s is answered %s %v", d.file, d.op.Name, answered.text, err)
		}
		if n := tapped.counted(); n > d.most(reads) {
			t.Errorf("%s: %s takes %d statements, %d at most", d.file, d.op.Name, n, d.most(reads))
		}
	}
	for _, page := range []string{"Home", "ForumWall", "JointProjects", "Tasks"} {
		if !slices.Contains(asked, page) {
			t.Errorf("the operation %s of the interface was not found", page)
		}
	}
}

func TestEveryActTakesFewStatements(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	tapped := &tap{}
	url := w.instance(tapped.pool(t, w.address, 1))
	eachAct(t, w, func(a act, who string) {
		tapped.reset(0, false)
		if answered := w.askAt(url, who, a.text(who, network.ID(uuid.NewString()))); answered.code() != "" {
			t.Errorf("%s: %s", a.row, answered.text)
		}
		// What it answers is read in one statement for each object.
		objects := len(contract().Types[contract().Mutation.Fields.ForName(a.mutation()).Type.Name()].Fields)
		if n := tapped.counted() - objects; n > writeMost {
			t.Errorf("%s takes %d statements, %d at most", a.row, n, writeMost)
		}
	})
}
