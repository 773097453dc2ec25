// Package collect turns a field of a validated operation into the plain tree
// that db/read answers: fragments merged, directives applied, arguments
// coerced.
package collect

import (
	"errors"
	"slices"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"maillage/db/read"
	"maillage/graph/scalar"
	"maillage/network"
)

// Field gives the selection of a field. The error is a *network.Error when an
// argument is none of its scalar's values.
func Field(schema *ast.Schema, variables map[string]any, field *ast.Field, selections ast.SelectionSet) (*read.Selection, error) {
	c := &collector{schema: schema, variables: variables}
	sel := c.selection(&group{field, []ast.SelectionSet{selections}})
	return sel, c.err
}

type collector struct {
	schema    *ast.Schema
	variables map[string]any
	err       error
}

// A group is what is selected under one name of the answer: fields of the
// same name are merged.
type group struct {
	field *ast.Field
	sets  []ast.SelectionSet
}

func (c *collector) selection(g *group) *read.Selection {
	sel := &read.Selection{Name: g.field.Name, Alias: g.field.Alias}
	definition := g.field.Definition
	if definition == nil {
		return sel // __typename
	}
	t := definition.Type
	sel.NonNull, sel.Type = t.NonNull, t.Name()
	for t.Elem != nil {
		t = t.Elem
		sel.NonNullItem = t.NonNull
	}
	if len(definition.Arguments) > 0 {
		sel.Args = c.arguments(g.field)
	}
	switch to := c.schema.Types[sel.Type]; to.Kind {
	case ast.Object:
		sel.Fields = c.fields(g.sets, to)
	case ast.Interface, ast.Union:
		for _, possible := range c.schema.PossibleTypes[to.Name] {
			fields := c.fields(g.sets, possible)
			for _, f := range fields {
				f.On = []string{possible.Name}
			}
			sel.Fields = append(sel.Fields, fields...)
		}
	}
	return sel
}

// fields are the fields selected on objects of a type, in the order of the answer.
func (c *collector) fields(sets []ast.SelectionSet, of *ast.Definition) []*read.Selection {
	groups := make([]group, 0, len(sets[0]))
	for _, set := range sets {
		groups = c.merge(groups, set, of)
	}
	fields := make([]*read.Selection, len(groups))
	for i := range groups {
		fields[i] = c.selection(&groups[i])
	}
	return fields
}

func (c *collector) merge(groups []group, set ast.SelectionSet, of *ast.Definition) []group {
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			if !c.included(s.Directives) {
				continue
			}
			i := slices.IndexFunc(groups, func(g group) bool { return g.field.Alias == s.Alias })
			if i < 0 {
				i = len(groups)
				groups = append(groups, group{field: s})
			}
			groups[i].sets = append(groups[i].sets, s.SelectionSet)
		case *ast.InlineFragment:
			if c.included(s.Directives) && c.applies(s.TypeCondition, of) {
				groups = c.merge(groups, s.SelectionSet, of)
			}
		case *ast.FragmentSpread:
			if c.included(s.Directives) && c.applies(s.Definition.TypeCondition, of) {
				groups = c.merge(groups, s.Definition.SelectionSet, of)
			}
		}
	}
	return groups
}

// applies reports whether a fragment on a type holds for objects of another.
func (c *collector) applies(condition string, of *ast.Definition) bool {
	return condition == "" || condition == of.Name ||
		slices.Contains(c.schema.PossibleTypes[condition], of)
}

func (c *collector) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		switch d.Name {
		case "skip", "include":
			if c.condition(d) == (d.Name == "skip") {
				return false
			}
		}
	}
	return true
}

func (c *collector) condition(d *ast.Directive) bool {
	value, err := d.Arguments.ForName("if").Value.Value(c.variables)
	on, _ := value.(bool)
	return err == nil && on
}

func (c *collector) arguments(field *ast.Field) map[string]any {
	args := field.ArgumentMap(c.variables)
	for _, definition := range field.Definition.Arguments {
		if value, given := args[definition.Name]; given {
			args[definition.Name] = c.coerce(definition.Type, value, definition.Name)
		}
	}
	return args
}

// coerce gives a value its type's form: scalars are checked, a single value
// where a list is expected becomes one, absent fields get their defaults.
func (c *collector) coerce(t *ast.Type, value any, path string) any {
	if value == nil {
		return nil
	}
	if t.Elem != nil {
		given, list := value.([]any)
		if !list {
			given = []any{value}
		}
		items := make([]any, len(given))
		for i := range given {
			items[i] = c.coerce(t.Elem, given[i], path)
		}
		return items
	}
	definition := c.schema.Types[t.NamedType]
	if definition.Kind != ast.InputObject {
		coerced, err := coerceScalar(t.NamedType, value)
		if err != nil {
			c.fail(path, err)
		}
		return coerced
	}
	given, _ := value.(map[string]any)
	object := make(map[string]any, len(given))
	for _, f := range definition.Fields {
		v, there := given[f.Name]
		if !there && f.DefaultValue != nil {
			v, _ = f.DefaultValue.Value(nil)
			there = true
		}
		if there {
			object[f.Name] = c.coerce(f.Type, v, path+"."+f.Name)
		}
	}
	return object
}

func coerceScalar(name string, value any) (any, error) {
	switch name {
	case "ID":
		id, err := scalar.UnmarshalID(value)
		return string(id), err
	case "String":
		return scalar.UnmarshalString(value)
	case "Date":
		date, err := scalar.UnmarshalDate(value)
		return string(date), err
	case "Time":
		text, _ := value.(string)
		t, err := time.Parse(time.RFC3339Nano, text)
		if err != nil {
			return nil, network.Invalid("", "not_a_time")
		}
		return t.UTC().Format(time.RFC3339Nano), nil
	}
	return value, nil
}

// fail keeps the first error, at the argument it belongs to.
func (c *collector) fail(path string, err error) {
	if c.err != nil {
		return
	}
	var refused *network.Error
	if errors.As(err, &refused) && refused.Field == "" {
		at := *refused
		at.Field = path
		err = &at
	}
	c.err = err
}
