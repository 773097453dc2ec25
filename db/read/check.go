package read

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// HasField reports whether the type declares the field.
func (s *Schema) HasField(typeName, field string) bool {
	e := s.types[typeName]
	return e != nil && e.members[field] != nil
}

// Preparer is a database that statements can be tried on.
type Preparer interface {
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// Check has the database look at every statement that the declarations can
// give rise to: each field of each type, each filter and each order of each
// list. The error names the declarations that it refuses. It is for tests, so
// that a mistake in SQL is found before somebody selects the field.
func (s *Schema) Check(ctx context.Context, db Preparer) error {
	var errs []error
	try := func(where string, m *member, sel *Selection) {
		sh := &shape{schema: s}
		sh.of(m, sel)
		p, err := s.compile(m, sel, sh.numbered)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", where, err))
			return
		}
		stmt, err := db.PrepareContext(ctx, p.sql)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w\n%s", where, err, p.sql))
			return
		}
		stmt.Close()
	}
	for _, name := range slices.Sorted(maps.Keys(s.roots)) {
		for _, sel := range trials(s.roots[name]) {
			try("Query."+name, s.roots[name], sel)
		}
	}
	for _, typ := range slices.Sorted(maps.Keys(s.types)) {
		byKey := &member{name: typ, decl: ByKey{}, to: s.types[typ]}
		for _, name := range slices.Sorted(maps.Keys(s.types[typ].members)) {
			for _, sel := range trials(s.types[typ].members[name]) {
				try(typ+"."+name, byKey, &Selection{Name: typ, Alias: typ, Fields: []*Selection{sel}})
			}
		}
	}
	return errors.Join(errs...)
}

// trials are selections that make the engine use all of a declaration.
func trials(m *member) []*Selection {
	field := func(name string, fields ...*Selection) *Selection {
		return &Selection{Name: name, Alias: name, Fields: fields}
	}
	typename := field("__typename")
	sel := field(m.name, typename)
	d, list := m.decl.(Many)
	if !list {
		return []*Selection{sel}
	}
	if d.Shape == Connection {
		sel.Fields = []*Selection{field("totalCount"), field("edges", field("cursor"), field("node", typename))}
	}
	var all []*Selection
	for _, order := range slices.Sorted(maps.Keys(d.Orders)) {
		one := *sel
		one.Args = map[string]any{"orderBy": order, "after": ""}
		all = append(all, &one)
	}
	for _, path := range m.paths {
		one := *sel
		one.Args = map[string]any{}
		setArgument(one.Args, path, or(d.Filters[path].When, "value"))
		all = append(all, &one)
	}
	return all
}

func setArgument(args map[string]any, path string, value any) {
	name, rest, nested := strings.Cut(path, ".")
	if !nested {
		args[name] = value
		return
	}
	below := map[string]any{}
	args[name] = below
	setArgument(below, rest, value)
}
