package graph

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"maillage/db"
	"maillage/db/read"
	"maillage/graph/gen"
)

func contract() *ast.Schema { return gen.NewExecutableSchema(gen.Config{}).Schema() }

func declarations(t *testing.T) *read.Schema {
	t.Helper()
	reads, err := db.Declarations()
	if err != nil {
		t.Fatal(err)
	}
	return reads
}

// own are the types written in schema.graphql, not GraphQL's.
func own(t *testing.T) []*ast.Definition {
	t.Helper()
	var list []*ast.Definition
	for _, d := range contract().Types {
		if !d.BuiltIn {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b *ast.Definition) int { return a.Position.Line - b.Position.Line })
	return list
}

func TestEveryQueryIsAnsweredByADeclarationOrAResolver(t *testing.T) {
	reads := declarations(t)
	written := writtenQueries(t)
	for _, field := range contract().Query.Fields {
		if strings.HasPrefix(field.Name, "__") {
			continue
		}
		name := strings.ToUpper(field.Name[:1]) + field.Name[1:]
		if declared := reads.Has(field.Name); declared == written[name] {
			t.Errorf("Query.%s: declared %v, resolver written %v; exactly one is needed", field.Name, declared, written[name])
		}
	}
}

// writtenQueries are the methods of queryResolver in this folder's files; those
// it has from the embedded interface are not there.
func writtenQueries(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	method := regexp.MustCompile(`(?m)^func \(r \*queryResolver\) (\w+)\(`)
	written := map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range method.FindAllStringSubmatch(string(text), -1) {
			written[m[1]] = true
		}
	}
	return written
}

func TestDeclaredTypesHaveEveryFieldOfTheContract(t *testing.T) {
	reads := declarations(t)
	for _, d := range own(t) {
		if d.Kind != ast.Object || !reads.HasType(d.Name) {
			continue
		}
		for _, f := range d.Fields {
			if !slices.Contains(reads.FieldsOf(d.Name), f.Name) {
				t.Errorf("%s.%s is in the contract and not declared in db", d.Name, f.Name)
			}
		}
		for _, name := range reads.FieldsOf(d.Name) {
			if d.Fields.ForName(name) == nil {
				t.Errorf("%s.%s is declared in db and not in the contract", d.Name, name)
			}
		}
	}
}

func TestTheContractDescribesItself(t *testing.T) {
	plumbing := regexp.MustCompile(`(Connection|Edge|Input|Payload|Filter)$`)
	for _, d := range own(t) {
		if d.Description == "" && !plumbing.MatchString(d.Name) && d.Name != "Query" && d.Name != "Mutation" && d.Name != "Subscription" {
			t.Errorf("line %d: %s has no description", d.Position.Line, d.Name)
		}
		if d.Name != "Query" && d.Name != "Mutation" && d.Name != "Subscription" {
			continue
		}
		for _, f := range d.Fields {
			if f.Description == "" && !strings.HasPrefix(f.Name, "__") {
				t.Errorf("%s.%s has no description: say who may, what follows, how it fails", d.Name, f.Name)
			}
		}
	}
}

func TestMutationsAreShapedAlike(t *testing.T) {
	schema := contract()
	for _, f := range schema.Mutation.Fields {
		stem := strings.ToUpper(f.Name[:1]) + f.Name[1:]
		if len(f.Arguments) != 1 || f.Arguments[0].Name != "input" || f.Arguments[0].Type.String() != stem+"Input!" {
			t.Errorf("%s must take one input: %sInput!", f.Name, stem)
			continue
		}
		if f.Type.String() != stem+"Payload" {
			t.Errorf("%s must answer a nullable %sPayload", f.Name, stem)
		}
		if key := schema.Types[stem+"Input"].Fields.ForName("clientMutationId"); key == nil || key.Type.String() != "ID!" {
			t.Errorf("%sInput must have clientMutationId: ID!", stem)
		}
		for _, out := range schema.Types[stem+"Payload"].Fields {
			if out.Type.NonNull && out.Type.Elem == nil {
				t.Errorf("%sPayload.%s must be nullable", stem, out.Name)
			}
		}
	}
}

func TestListsPageAlike(t *testing.T) {
	for _, d := range own(t) {
		for _, f := range d.Fields {
			if !strings.HasSuffix(f.Type.Name(), "Connection") || d.Kind != ast.Object {
				continue
			}
			first, after := f.Arguments.ForName("first"), f.Arguments.ForName("after")
			if first == nil || first.DefaultValue == nil || after == nil || !f.Type.NonNull {
				t.Errorf("%s.%s must be non-null and take first, with a default, and after", d.Name, f.Name)
			}
		}
	}
}

// A list without `first` has to say how many rows it may weigh.
func TestPlainListsSayTheirBound(t *testing.T) {
	scalars := func(name string) bool { k := contract().Types[name].Kind; return k == ast.Scalar || k == ast.Enum }
	for _, d := range own(t) {
		if d.Kind != ast.Object || strings.HasSuffix(d.Name, "Connection") || strings.HasSuffix(d.Name, "Payload") {
			continue
		}
		for _, f := range d.Fields {
			if f.Type.Elem == nil || scalars(f.Type.Name()) || f.Arguments.ForName("first") != nil || strings.HasPrefix(f.Name, "__") {
				continue
			}
			if f.Directives.ForName("cost") == nil && !computedWhole[d.Name] {
				t.Errorf("%s.%s is a list: give it first, or @cost(bound)", d.Name, f.Name)
			}
		}
	}
}

// computedWhole are objects computed at once, whose lists cost nothing more.
var computedWhole = map[string]bool{"Thread": true, "Observatory": true, "ForumFates": true}

func TestSectionsStandInTheOrderOfTheTableOfContents(t *testing.T) {
	text, err := os.ReadFile("../schema.graphql")
	if err != nil {
		t.Fatal(err)
	}
	var banners []string
	for _, m := range regexp.MustCompile(`(?m)^# ── (.+?) ─`).FindAllStringSubmatch(string(text), -1) {
		banners = append(banners, strings.ToLower(m[1]))
	}
	query, _, _ := strings.Cut(string(text), "type Mutation {")
	at := 0
	for _, m := range regexp.MustCompile(`(?m)^  # (.+)$`).FindAllStringSubmatch(query, -1) {
		name := strings.TrimPrefix(strings.ToLower(m[1]), "the ")
		if name == "who is asking" {
			name = "viewer"
		}
		i := slices.Index(banners, name)
		if i < at {
			t.Errorf("section %q is missing, or not in the order of Query", name)
			continue
		}
		at = i
	}
}
