package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/graph"
	"maillage/graph/gen"
	"maillage/network"
)

// From every root every way of four steps from object to object is gone, as the
// contract has them, and every text met on the way is read. Nobody may come
// upon a text that is not for them: those begin with "secret-" and say whose
// they are.

// hops is how many objects a way leads through behind its root.
const hops = 4

// roots are the fields of Query with the arguments the ways begin with.
var roots = map[string][]string{
	"viewer": {""}, "themes": {""},
	"centre":             {`(id: <Nantes>)`, `(id: <Lyon>)`},
	"centres":            {""},
	"staffMember":        {`(id: <di>)`, `(id: <leaver>)`},
	"staffMembers":       {"(first: 100)"},
	"gathering":          {`(id: <gathering>)`, `(id: <other gathering>)`, `(id: <gathering draft>)`},
	"gatherings":         {""},
	"invitation":         {`(token: "` + linkOf("guest renewInvitation") + `")`},
	"stage":              {`(id: <agenda item>)`, `(id: <other agenda item>)`},
	"liveQuestion":       {`(id: <question thread>)`, `(id: <question submitted>)`, `(id: <question anonymous>)`, `(id: <question elsewhere>)`},
	"contribution":       {`(id: <contribution thread>)`, `(id: <contribution draft>)`, `(id: <other contribution>)`},
	"contributions":      {""},
	"forum":              {`(id: <forum>)`, `(id: <other forum>)`},
	"space":              {`(id: <space>)`, `(id: <shown space>)`, `(id: <other space>)`},
	"wall":               {`(token: "` + keyOf("wall") + `")`},
	"participantFigures": {`(gatheringId: <gathering>)`},
	"proceedings":        {`(gatheringId: <gathering>)`, `(gatheringId: <other gathering>)`, `(gatheringId: <gathering final>)`, `(gatheringId: <gathering final>, edition: 1)`},
	"publicProceedings":  {`(address: "2019-nantes")`, `(address: "2019-nantes", edition: 1)`},
	"topic":              {`(id: <topic thread>)`, `(id: <other topic>)`, `(id: <other postponed>)`},
	"topics":             {""},
	"boardCells":         {`(topicId: <topic thread>)`},
	"proposeTimetable":   {`(forumId: <forum>)`},
	"workingGroup":       {`(id: <group thread>)`},
	"workingGroups":      {""},
	"jointProject":       {`(id: <project draft>)`, `(id: <project thread>)`, `(id: <project signCommitment>)`},
	"jointProjects":      {""},
	"thread":             {`(id: <topic thread>)`, `(id: <project draft>)`, `(id: <contribution draft>)`, `(id: <other postponed>)`},
	"search":             {`(term: "secret-")`, `(term: "Nom")`},
	"observatory":        {`(period: { startsOn: "2026-01-01", endsOn: "2026-12-31" })`},
	"tieFacts":           {`(centreId: <Lille>, otherCentreId: <Lyon>, period: { startsOn: "2020-01-01", endsOn: "2029-12-31" })`},
}

// smallWorld has few objects, each of a kind that is told apart.
func smallWorld(t testing.TB) string {
	return filled(t, "small world", func(act string) bool {
		return slices.Contains([]string{"thread", "draft", "alone", "presentContribution", "signCommitment", "placeTopic", "publishHarvest", "renewInvitation"}, act)
	})
}

// A walker writes the ways as operations.
type walker struct{ schema *ast.Schema }

// steps are the fields of a type that lead to objects; what stands between a
// list and its rows is no step.
func (w *walker) steps(def *ast.Definition) []*ast.FieldDefinition {
	var list []*ast.FieldDefinition
	for _, f := range def.Fields {
		to := w.schema.Types[f.Type.Name()]
		if !strings.HasPrefix(f.Name, "__") && (to.Kind == ast.Object || to.Kind == ast.Union) && to.Name != "PageInfo" {
			list = append(list, f)
		}
	}
	return list
}

// step wraps what is selected of each object a field leads to.
func (w *walker) step(f *ast.FieldDefinition, inside func(*ast.Definition) string) string {
	to := w.schema.Types[f.Type.Name()]
	if strings.HasSuffix(to.Name, "Connection") {
		return fmt.Sprintf("%s { nodes { %s } }", f.Name, inside(w.schema.Types[to.Fields.ForName("nodes").Type.Name()]))
	}
	if to.Kind != ast.Union {
		return fmt.Sprintf("%s { %s }", f.Name, inside(to))
	}
	text := f.Name + " { __typename"
	for _, each := range w.schema.PossibleTypes[to.Name] {
		text += fmt.Sprintf(" ... on %s { %s }", each.Name, apart(each.Name, inside(each)))
	}
	return text + " }"
}

var leads = regexp.MustCompile(`(\w+) \{`)

// apart gives fields that lead on from a union's type an alias of that type:
// a field of one name may differ from one type to the next.
func apart(typ, selection string) string {
	depth := 0
	var b strings.Builder
	for _, word := range strings.Fields(leads.ReplaceAllString(selection, "$1{")) {
		switch {
		case strings.HasSuffix(word, "{"):
			if depth == 0 && word != "{" {
				word = typ + "_" + word[:len(word)-1] + ": " + word
			}
			depth++
		case word == "}":
			depth--
		}
		b.WriteString(word + " ")
	}
	return b.String()
}

// texts are the texts an object holds itself.
func (w *walker) texts(def *ast.Definition) string {
	text := "__typename"
	for _, f := range def.Fields {
		if name := f.Type.Name(); (name == "String" || name == "ID") && f.Type.Elem == nil {
			text += " " + f.Name
		}
	}
	return text
}

// tree selects an object's texts and everything so many steps behind it.
func (w *walker) tree(def *ast.Definition, steps int) string {
	text := w.texts(def)
	if steps == 0 {
		return text
	}
	for _, f := range w.steps(def) {
		text += " " + w.step(f, func(to *ast.Definition) string { return w.tree(to, steps-1) })
	}
	return text
}

// ways are the operations from a type on: one for each way of so many steps,
// with the tree behind its end.
func (w *walker) ways(def *ast.Definition, steps, behind int) []string {
	if steps == 0 || len(w.steps(def)) == 0 {
		return []string{w.tree(def, behind)}
	}
	var list []string
	for _, f := range w.steps(def) {
		for _, to := range w.leadsTo(f) {
			for _, way := range w.ways(to, steps-1, behind) {
				list = append(list, w.texts(def)+" "+w.step(f, func(each *ast.Definition) string {
					if each == to {
						return way
					}
					return "__typename"
				}))
			}
		}
	}
	return list
}

// leadsTo are the types of the objects a field leads to.
func (w *walker) leadsTo(f *ast.FieldDefinition) []*ast.Definition {
	to := w.schema.Types[f.Type.Name()]
	if rows := to.Fields.ForName("nodes"); rows != nil && strings.HasSuffix(to.Name, "Connection") {
		to = w.schema.Types[rows.Type.Name()]
	}
	if to.Kind == ast.Union {
		return w.schema.PossibleTypes[to.Name]
	}
	return []*ast.Definition{to}
}

// operations are all ways from all roots.
func (w *walker) operations(t *testing.T) []string {
	t.Helper()
	var list []string
	for _, f := range w.schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		if len(roots[f.Name]) == 0 {
			t.Errorf("no way begins at Query.%s", f.Name)
		}
		for _, args := range roots[f.Name] {
			for _, way := range w.ways(w.leadsTo(f)[0], hops-behind, behind) {
				begin := w.step(f, func(*ast.Definition) string { return way })
				list = append(list, inGraphQL("{ "+strings.Replace(begin, f.Name, f.Name+args, 1)+" }"))
			}
		}
	}
	return list
}

// behind is how many of the steps one operation takes in all directions.
const behind = 2

var secrets = regexp.MustCompile(`secret-[a-z]+(?:-[a-z.]+)?`)

// unlimited executes operations of any size as the handlers do, on a connection
// of its own: what several people ask in turn is parsed and planned once.
func unlimited(t *testing.T, address string) func(network.Viewer, string) (string, error) {
	pool, err := db.Open(t.Context(), address, 1)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { pool.Close() })
	store, err := db.NewStore(pool)
	if err != nil {
		t.Fatal(err)
	}
	exec := executor.New(gen.NewExecutableSchema(gen.Config{Resolvers: &graph.Resolver{Store: store, Accounts: db.NewAccountsWithCost(pool, cheap)}}))
	exec.SetQueryCache(lru.New[*ast.QueryDocument](1))
	exec.Use(&graph.Reads{Schema: store.Reads(), DB: store.Reader(), Viewer: network.ViewerFrom, Now: store.Now})
	return func(v network.Viewer, query string) (string, error) {
		ctx := graphql.StartOperationTrace(network.WithViewer(context.Background(), v))
		op, invalid := exec.CreateOperationContext(ctx, &graphql.RawParams{Query: query})
		if invalid != nil {
			return "", invalid
		}
		next, ctx := exec.DispatchOperation(ctx, op)
		response := next(ctx)
		if len(response.Errors) > 0 {
			return string(response.Data), response.Errors
		}
		return string(response.Data), nil
	}
}

// A stroller goes every way as one person and notes what they met.
type stroller struct {
	who    string
	viewer network.Viewer
	theirs []string // how the secrets begin that are for them
	hidden []string // objects whose ids are not
	mu     sync.Mutex
	met    map[string]bool
}

// look takes what an operation has told.
func (s *stroller) look(query, text string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, secret := range secrets.FindAllString(text, -1) {
		whose := slices.IndexFunc(s.theirs, func(their string) bool { return strings.HasPrefix(secret, "secret-"+their) })
		if whose < 0 {
			return fmt.Errorf("%s came upon %s by %s", s.who, secret, query)
		}
		s.met[s.theirs[whose]] = true
	}
	for _, name := range s.hidden {
		if strings.Contains(text, string(idOf(name))) {
			return fmt.Errorf("%s came upon the id of <%s> by %s", s.who, name, query)
		}
	}
	return nil
}

func TestNoWayLeadsToWhatIsHidden(t *testing.T) {
	t.Parallel()
	w := &walker{schema: contract()}
	operations := w.operations(t)
	address := smallWorld(t)
	door := db.NewAccountsWithCost(dbtest.Open(t, address), cheap)
	var strollers []*stroller
	for who, theirs := range map[string]string{
		"an": "",
		"gu": "pepite topic task-gu event-gu token-gu calendar-gu device-gu",
		"mx": "pepite alone topic task-mx event-mx token-mx calendar-mx device-mx mail phone elsewhere group project",
		"di": "pepite alone topic task-di event-di token-di calendar-di guest device-di mail phone elsewhere group project draft question preparation needs",
		"co": "pepite alone topic task-co event-co token-co calendar-co guest device-co mail phone elsewhere group project question preparation needs",
	} {
		v, err := viewerOf(t.Context(), door, who)
		if err != nil {
			t.Fatal(err)
		}
		strollers = append(strollers, &stroller{who: who, viewer: v, theirs: strings.Fields(theirs), hidden: hiddenFrom(who), met: map[string]bool{}})
	}
	const abreast = 3
	led := make([]map[string]bool, abreast)
	t.Run("each way", func(t *testing.T) {
		for n := range abreast {
			led[n] = map[string]bool{}
			t.Run(fmt.Sprint(n), func(t *testing.T) {
				t.Parallel()
				ask := unlimited(t, address)
				for i := n; i < len(operations); i += abreast {
					for _, s := range strollers {
						text, err := ask(s.viewer, operations[i])
						if err == nil {
							err = s.look(operations[i], text)
						}
						if err != nil {
							t.Fatalf("as %s, %s: %v", s.who, operations[i], err)
						}
						if s.who == "di" {
							follow(t, text, led[n])
						}
					}
				}
			})
		}
	})
	// The way is open to whom it leads somewhere: else nothing is proven.
	for _, s := range strollers {
		for _, their := range s.theirs {
			if !s.met[their] {
				t.Errorf("%s never met their own secret-%s", s.who, their)
			}
		}
	}
	for _, more := range led[1:] {
		maps.Copy(led[0], more)
	}
	w.wantEveryStep(t, led[0])
}

// hiddenFrom names objects of the small world whose very ids somebody must not
// come upon.
func hiddenFrom(who string) []string {
	names := []string{"contribution draft"}
	for _, p := range people {
		if p.code != who {
			names = append(names, "task completeTask of "+p.code, "session of "+p.code, "token of "+p.code)
		}
	}
	if who == "di" {
		return names
	}
	parts := []string{"", "lead of ", "part of ", "terms of lead of ", "terms of part of ", "tl of ", "tm of "}
	for _, part := range parts {
		names = append(names, part+"project draft")
		if who != "co" {
			names = append(names, "gathering draft", "item of gathering draft", "space of gathering draft", "agenda item 3")
		}
		if who == "gu" || who == "an" {
			names = append(names, "contribution alone", part+"project thread", part+"group thread", "le of group thread", "update of group thread", "milestone of group thread")
		}
	}
	return names
}

// follow notes the fields of an answer that led to an object.
func follow(t *testing.T, text string, led map[string]bool) {
	t.Helper()
	var answer any
	if err := json.Unmarshal([]byte(text), &answer); err != nil {
		t.Fatal(err)
	}
	var visit func(at any, typ string) bool
	visit = func(at any, typ string) bool {
		switch at := at.(type) {
		case []any:
			some := false
			for _, each := range at {
				some = visit(each, typ) || some
			}
			return some
		case map[string]any:
			if rows, list := at["nodes"]; list && at["__typename"] == nil {
				return visit(rows, typ)
			}
			is, _ := at["__typename"].(string)
			for name, value := range at {
				_, field, aliased := strings.Cut(name, "_")
				if !aliased {
					field = name
				}
				if name != "__typename" && visit(value, is) {
					led[is+"."+field] = true
				}
			}
			return true
		}
		return false
	}
	visit(answer, "Query")
}

// wantEveryStep checks that every field of the contract that leads to an object
// has led to one.
func (w *walker) wantEveryStep(t *testing.T, led map[string]bool) {
	t.Helper()
	for _, def := range w.schema.Types {
		if def.BuiltIn || def.Kind != ast.Object || slices.Contains([]*ast.Definition{w.schema.Query, w.schema.Mutation, w.schema.Subscription}, def) ||
			regexp.MustCompile(`(Payload|Connection|Edge|PlacementWarning|TimetableProposal|LiveEvent)$`).MatchString(def.Name) {
			continue
		}
		for _, f := range w.steps(def) {
			if !led[def.Name+"."+f.Name] {
				t.Errorf("no way has led on from %s.%s: the world holds none", def.Name, f.Name)
			}
		}
	}
}
