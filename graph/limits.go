package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// The bounds of one operation. They are far above what the interface asks, and
// far below what would hurt: validating a document is quadratic in its size.
const (
	maxTokens     = 2000
	maxDepth      = 12
	maxAliases    = 20
	maxRootFields = 10
	maxFragments  = 20
	maxDirectives = 20
	maxWeight     = 30_000
)

// errLimit is the code of an operation beyond a bound.
const errLimit = "LIMITED"

func beyond(what string, most int) *gqlerror.Error {
	return &gqlerror.Error{
		Message:    fmt.Sprintf("The query is too large: %s, %d at most.", what, most),
		Extensions: map[string]any{"code": errLimit},
	}
}

// limits refuses oversized operations: their text by a capped walk before it is
// validated, their weight once its variables are known.
type limits struct {
	// checked remembers texts that passed, so that the common case parses once.
	checked graphql.Cache[bool]
	schema  *ast.Schema
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
} = (*limits)(nil)

func newLimits() *limits { return &limits{checked: lru.New[bool](1000)} }

// ExtensionName names the extension.
func (*limits) ExtensionName() string { return "Limits" }

// Validate takes the contract.
func (l *limits) Validate(es graphql.ExecutableSchema) error {
	l.schema = es.Schema()
	return nil
}

// MutateOperationParameters counts what the text holds.
func (l *limits) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if _, ok := l.checked.Get(ctx, p.Query); ok {
		return nil
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, maxTokens)
	if err != nil {
		return nil // the executor meets the same error, and tells it
	}
	if err := count(doc); err != nil {
		return err
	}
	l.checked.Add(ctx, p.Query, true)
	return nil
}

// counts is what a document holds, each fragment counted where it is written:
// its uses multiply the weight, not these.
type counts struct{ aliases, directives int }

func count(doc *ast.QueryDocument) *gqlerror.Error {
	if len(doc.Fragments) > maxFragments {
		return beyond("fragments", maxFragments)
	}
	if len(doc.Operations) > maxRootFields {
		return beyond("operations", maxRootFields)
	}
	var c counts
	depths := map[string]int{}
	for _, op := range doc.Operations {
		c.directives += len(op.Directives)
		if len(op.SelectionSet) > maxRootFields {
			return beyond("fields at the root", maxRootFields)
		}
		if c.walk(doc, op.SelectionSet, depths) > maxDepth {
			return beyond("levels", maxDepth)
		}
	}
	for _, f := range doc.Fragments {
		c.directives += len(f.Directives)
		c.fragmentDepth(doc, f.Name, depths)
	}
	switch {
	case c.aliases > maxAliases:
		return beyond("aliases", maxAliases)
	case c.directives > maxDirectives:
		return beyond("directives", maxDirectives)
	}
	return nil
}

// walk counts a selection and gives its depth.
func (c *counts) walk(doc *ast.QueryDocument, set ast.SelectionSet, depths map[string]int) int {
	deepest := 0
	for _, s := range set {
		depth := 0
		switch s := s.(type) {
		case *ast.Field:
			c.directives += len(s.Directives)
			if s.Alias != s.Name {
				c.aliases++
			}
			depth = 1 + c.walk(doc, s.SelectionSet, depths)
		case *ast.InlineFragment:
			c.directives += len(s.Directives)
			depth = c.walk(doc, s.SelectionSet, depths)
		case *ast.FragmentSpread:
			c.directives += len(s.Directives)
			depth = c.fragmentDepth(doc, s.Name, depths)
		}
		deepest = max(deepest, depth)
	}
	return deepest
}

// fragmentDepth walks a fragment once. One that contains itself is too deep.
func (c *counts) fragmentDepth(doc *ast.QueryDocument, name string, depths map[string]int) int {
	if depth, seen := depths[name]; seen {
		return depth
	}
	f := doc.Fragments.ForName(name)
	if f == nil {
		return 0 // the validator says so
	}
	depths[name] = maxDepth + 1
	depths[name] = c.walk(doc, f.SelectionSet, depths)
	return depths[name]
}

// MutateOperationContext weighs the operation: one for each field, times the
// rows of every list above it.
func (l *limits) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	w := weigher{vars: op.Variables, fragments: map[string]int{}}
	if w.set(op.Operation.SelectionSet) > maxWeight {
		return beyond("its weight", maxWeight)
	}
	return nil
}

type weigher struct {
	vars      map[string]any
	fragments map[string]int
}

func (w *weigher) set(set ast.SelectionSet) int {
	sum := 0
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			sum += 1 + w.rows(s)*w.set(s.SelectionSet)
		case *ast.InlineFragment:
			sum += w.set(s.SelectionSet)
		case *ast.FragmentSpread:
			if s.Definition == nil {
				continue
			}
			weight, known := w.fragments[s.Name]
			if !known {
				weight = w.set(s.Definition.SelectionSet)
				w.fragments[s.Name] = weight
			}
			sum += weight
		}
		if sum > maxWeight {
			return maxWeight + 1 // enough is known, and no product overflows
		}
	}
	return sum
}

// rows is how many objects a field may answer: what `first` asks, the bound the
// contract gives, or one.
func (w *weigher) rows(f *ast.Field) int {
	if f.Definition == nil {
		return 1
	}
	if d := f.Definition.Directives.ForName("cost"); d != nil {
		if bound, ok := d.ArgumentMap(nil)["bound"].(int64); ok {
			return int(bound)
		}
	}
	if f.Definition.Arguments.ForName("first") == nil {
		return 1
	}
	switch first := f.ArgumentMap(w.vars)["first"].(type) {
	case int64:
		return int(min(max(first, 1), 100))
	case interface{ Int64() (int64, error) }:
		if n, err := first.Int64(); err == nil {
			return int(min(max(n, 1), 100))
		}
	}
	return 100
}
