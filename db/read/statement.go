package read

import (
	"strconv"
	"strings"
)

// A level is one statement of a plan: the rows of one list, or of the root,
// with every to-one chain joined to them.
type level struct {
	n      int // its place in plan.levels
	sql    string
	params []param
	width  int
	// parent is the level whose rows' column key holds the parents' keys; nil
	// for the root.
	parent *level
	key    int
	list   *listing // nil for a single row
}

// A param says where a parameter's value comes from.
type param struct {
	kind  paramKind
	index int    // of the viewer's value, the cursor's term, or the selection
	sel   int    // the selection whose argument it is
	path  string // of the argument
	cast  string
	like  bool
}

type paramKind uint8

const (
	viewerParam paramKind = iota
	argParam
	cursorParam
	limitParam
	keysParam
)

// A statement is a level's SQL while it is put together. Equal expressions
// are selected once, and equal references are joined once.
type statement struct {
	level   *level
	columns []string
	joins   strings.Builder
	joined  map[string]string
	aliases int
}

func newStatement(l *level) *statement {
	return &statement{level: l, joined: map[string]string{}}
}

func (s *statement) alias() string {
	s.aliases++
	return aliasPrefix + strconv.Itoa(s.aliases)
}

// column gives the place of an expression among the selected columns.
func (s *statement) column(sql string) int {
	for i, c := range s.columns {
		if c == sql {
			return i
		}
	}
	s.columns = append(s.columns, sql)
	return len(s.columns) - 1
}

// param gives the number of a parameter ("$3").
func (s *statement) param(p param) string {
	for i := range s.level.params {
		if s.level.params[i] == p {
			return "$" + strconv.Itoa(i+1)
		}
	}
	s.level.params = append(s.level.params, p)
	return "$" + strconv.Itoa(len(s.level.params))
}

func (s *statement) cast(p param, cast string) string {
	if cast == "" {
		return s.param(p)
	}
	return s.param(p) + "::" + cast
}

// holes are what fills the holes of an expression beside the viewer's values.
type holes struct {
	row, one, parent, value string
}

// replace fills the holes of an expression.
func (s *statement) replace(sql string, h holes) string {
	return expand(sql, func(token string) string {
		switch token {
		case "{}":
			return h.row
		case "{one}":
			return h.one
		case "{parent}":
			return h.parent
		case "?":
			return h.value
		}
		i := viewerValueNamed(token)
		return s.cast(param{kind: viewerParam, index: i}, viewerValues[i].cast)
	})
}

// fill fills the holes and puts the expression between parentheses.
func (s *statement) fill(sql string, h holes) string { return "(" + s.replace(sql, h) + ")" }

// A place is a row of the statement: the level's own or a joined one.
type place struct {
	*entity
	alias string
	base  bool
}

func (s *statement) key(p place) string { return s.fill(p.keySQL(), holes{row: p.alias}) }

func (s *statement) visible(p place) string { return s.fill(p.Visible, holes{row: p.alias}) }

// value selects a column in the form in which it is written.
func (s *statement) value(p place, name string, c Column) int {
	sql := s.fill(c.sqlOf(name), holes{row: p.alias})
	if c.Kind == Time || c.Kind == Date {
		sql += "::text"
	}
	return s.column(sql)
}

// one joins the row that a to-one field refers to, if the viewer may see it.
func (s *statement) one(from place, m *member, d One) place {
	to, known := s.place(from, m.name, m.to)
	if known {
		return to
	}
	h := holes{row: from.alias, one: to.alias}
	on := s.key(to) + " = " + from.alias + "." + d.Column
	if d.On != "" {
		on = s.fill(d.On, h)
		if !from.base {
			// A tie that is no equality must not hold below a row that is not there.
			on = s.key(from) + " IS NOT NULL AND " + on
		}
	}
	on += " AND " + s.visible(to)
	if d.OrderBy == "" {
		s.join(to, on)
		return to
	}
	s.joins.WriteString("\nLEFT JOIN LATERAL (SELECT " + to.alias + ".* FROM " + to.Table + " " + to.alias +
		" WHERE " + on + " ORDER BY " + s.replace(d.OrderBy, h) + " LIMIT 1) " + to.alias + " ON true")
	return to
}

// kind joins one of the rows that a polymorphic field may refer to.
func (s *statement) kind(from place, m *member, d Poly, c polyCase) place {
	to, known := s.place(from, m.name+":"+c.kind, c.to)
	if !known {
		h := holes{row: from.alias}
		s.join(to, s.fill(d.Kind, h)+" = "+quoteLiteral(c.kind)+
			" AND "+s.key(to)+" = "+s.fill(d.ID, h)+" AND "+s.visible(to))
	}
	return to
}

func (s *statement) join(to place, on string) {
	s.joins.WriteString("\nLEFT JOIN " + to.Table + " " + to.alias + " ON " + on)
}

// place gives the row that a reference leads to, and whether it is joined already.
func (s *statement) place(from place, reference string, to *entity) (place, bool) {
	name := from.alias + "." + reference
	alias, known := s.joined[name]
	if !known {
		alias = s.alias()
		s.joined[name] = alias
	}
	return place{entity: to, alias: alias}, known
}

func quoteLiteral(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
