package read

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// aliasPrefix begins every alias that the engine gives, so that it cannot be
// taken for one in a declaration's own subqueries.
const aliasPrefix = "_t"

// Schema is the checked set of declarations, with the plans compiled so far.
// It is safe for concurrent use.
type Schema struct {
	types map[string]*entity
	roots map[string]*member
	plans *planCache
}

// An entity is a type with its references resolved.
type entity struct {
	*Type
	members map[string]*member
}

// A member is a field or a root with what can be known before any request.
type member struct {
	name  string
	owner string
	decl  any
	to    *entity
	cases []polyCase
	// paths are the arguments that filter a list, in a fixed order.
	paths []string
}

type polyCase struct {
	kind string
	to   *entity
}

// NewSchema checks the declarations and ties them together. The error tells
// everything that is wrong with them.
func NewSchema(types []*Type, roots map[string]Root) (*Schema, error) {
	s := &Schema{types: map[string]*entity{}, roots: map[string]*member{}, plans: newPlanCache(maxPlans)}
	c := &checker{schema: s, entities: map[*Type]*entity{}}
	for _, t := range types {
		if s.types[t.Name] != nil {
			c.fail(t.Name, "is declared twice")
			continue
		}
		e := &entity{Type: t, members: map[string]*member{}}
		s.types[t.Name], c.entities[t] = e, e
	}
	for _, name := range slices.Sorted(maps.Keys(s.types)) {
		c.entity(s.types[name])
	}
	for _, name := range slices.Sorted(maps.Keys(roots)) {
		s.roots[name] = c.member("Query", name, roots[name], true)
	}
	return s, errors.Join(c.errs...)
}

// Has reports whether the field of Query is a declared root.
func (s *Schema) Has(rootField string) bool { return s.roots[rootField] != nil }

// HasType reports whether objects of the GraphQL type are read by declaration.
func (s *Schema) HasType(name string) bool { return s.types[name] != nil }

// FieldsOf are the names of a declared type's fields.
func (s *Schema) FieldsOf(name string) []string {
	if s.types[name] == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(s.types[name].Fields))
}

func (t *Type) keySQL() string { return or(t.Key, "{}.id") }

func (t *Type) keyCast() string { return or(t.KeyCast, "uuid") }

// columnOf finds a column that a computed field may need.
func (t *Type) columnOf(name string) (Column, bool) {
	if c, ok := t.Hidden[name]; ok {
		return c, true
	}
	c, ok := t.Fields[name].(Column)
	return c, ok
}

// sqlOf gives the expression of a column.
func (c Column) sqlOf(field string) string {
	if c.SQL != "" {
		return c.SQL
	}
	var b strings.Builder
	b.WriteString("{}.")
	for _, r := range field {
		if r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

type checker struct {
	schema   *Schema
	entities map[*Type]*entity
	errs     []error
}

func (c *checker) fail(where, format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s "+format, append([]any{where}, args...)...))
}

func (c *checker) sql(where, sql string, braces ...string) {
	if err := checkTemplate(where, sql, append(braces, "{}")...); err != nil {
		c.errs = append(c.errs, err)
	}
}

func (c *checker) entity(e *entity) {
	if e.Table == "" {
		c.fail(e.Name, "has no Table")
	}
	if strings.TrimSpace(e.Visible) == "" {
		c.fail(e.Name, `says nothing of who may see it; write "true" to mean it`)
	}
	c.sql(e.Name+".Visible", e.Visible)
	c.sql(e.Name+".Key", e.keySQL())
	for _, name := range slices.Sorted(maps.Keys(e.Hidden)) {
		c.sql(e.Name+"."+name, e.Hidden[name].sqlOf(name))
	}
	for _, name := range slices.Sorted(maps.Keys(e.Fields)) {
		e.members[name] = c.member(e.Name, name, e.Fields[name], false)
	}
}

func (c *checker) member(owner, name string, decl any, root bool) *member {
	m := &member{name: name, owner: owner, decl: decl}
	where := owner + "." + name
	switch d := decl.(type) {
	case Column:
		c.sql(where, d.sqlOf(name))
	case One:
		m.to = c.resolve(where, d.Type)
		if (d.Column == "") == (d.On == "") {
			c.fail(where, "needs either Column or On")
		}
		if d.OrderBy != "" && d.On == "" {
			c.fail(where, "has an OrderBy without On")
		}
		c.sql(where+".On", d.On, "{one}")
		c.sql(where+".OrderBy", d.OrderBy, "{one}")
	case Many:
		m.to = c.resolve(where, d.Type)
		c.many(where, d, root)
		m.paths = slices.Sorted(maps.Keys(d.Filters))
	case Poly:
		c.sql(where+".Kind", d.Kind)
		c.sql(where+".ID", d.ID)
		for _, kind := range slices.Sorted(maps.Keys(d.Types)) {
			m.cases = append(m.cases, polyCase{kind, c.resolve(where, d.Types[kind])})
		}
	case Computed:
		if d.Value == nil {
			c.fail(where, "has no Value")
		}
		for _, need := range d.Needs {
			if _, ok := c.schema.types[owner].columnOf(need); !ok {
				c.fail(where, "needs %q, which is no column of %s", need, owner)
			}
		}
	case ByKey:
		m.to = c.resolve(where, d.Type)
		c.sql(where+".Where", d.Where, "?")
	default:
		c.fail(where, "is declared as %T", decl)
	}
	return m
}

func (c *checker) many(where string, d Many, root bool) {
	if tied := d.Parent != "" || d.On != ""; root == tied {
		c.fail(where, "must have a Parent or On below another type, and none at the root")
	}
	if d.Parent != "" && d.On != "" {
		c.fail(where, "has both Parent and On")
	}
	if len(d.Orders[""]) == 0 {
		c.fail(where, `has no default order: Orders[""]`)
	}
	c.sql(where+".Parent", d.Parent)
	c.sql(where+".On", d.On, "{parent}")
	c.sql(where+".ParentKey", d.ParentKey)
	c.sql(where+".Where", d.Where)
	for _, path := range slices.Sorted(maps.Keys(d.Filters)) {
		c.sql(where+"("+path+")", d.Filters[path].SQL, "?")
	}
	for _, name := range slices.Sorted(maps.Keys(d.Orders)) {
		for _, term := range d.Orders[name] {
			c.sql(where+" order "+name, term.SQL)
		}
	}
}

func (c *checker) resolve(where string, typ func() *Type) *entity {
	if typ == nil || typ() == nil {
		c.fail(where, "names no type")
		return nil
	}
	e := c.entities[typ()]
	if e == nil {
		c.fail(where, "refers to %s, which is not in the schema", typ().Name)
	}
	return e
}
