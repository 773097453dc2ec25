package read

import (
	"strconv"
	"strings"
)

// A level is one part of a plan's statement: the rows of one list, or of the
// root, with every to-one chain joined to them.
type level struct {
	n       int      // its place in plan.levels
	columns []string // what is selected of its rows
	source  string   // FROM and WHERE
	order   string   // of the rows
	one     bool     // there is one row at most
	// parent is the level whose rows' column key holds the parents' keys; nil
	// for the root.
	parent  *level
	key     int
	parents bool     // other levels have their parents here
	list    *listing // nil for a single row
}

// A param says where a parameter's value comes from.
type param struct {
	kind  paramKind
	index int    // of the viewer's value, or of the cursor's term
	level int    // whose limit or cursor it is
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
)

// A statement is a level's SQL while it is put together. Equal expressions
// are selected once, and equal references are joined once.
type statement struct {
	plan   *plan
	level  *level
	joins  strings.Builder
	joined map[string]string
}

func newStatement(p *plan, l *level) *statement {
	return &statement{plan: p, level: l, joined: map[string]string{}}
}

func (s *statement) alias() string {
	s.plan.aliases++
	return aliasPrefix + strconv.Itoa(s.plan.aliases)
}

// column gives the place of an expression among the selected columns.
func (s *statement) column(sql string) int {
	for i, c := range s.level.columns {
		if c == sql {
			return i
		}
	}
	s.level.columns = append(s.level.columns, sql)
	return len(s.level.columns) - 1
}

// param gives the number of a parameter ("$3").
func (s *statement) param(p param) string {
	for i := range s.plan.params {
		if s.plan.params[i] == p {
			return "$" + strconv.Itoa(i+1)
		}
	}
	s.plan.params = append(s.plan.params, p)
	return "$" + strconv.Itoa(len(s.plan.params))
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

// value selects a column.
func (s *statement) value(p place, name string, c Column) int {
	return s.column(s.fill(c.sqlOf(name), holes{row: p.alias}))
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

// finish ends the level.
func (s *statement) finish(from, where, order string) {
	s.level.source = strings.TrimSpace(from + s.joins.String() + where)
	s.level.order = order
}

// name is the level's as a part of the statement that others read from.
func (l *level) name() string { return aliasPrefix + "l" + strconv.Itoa(l.n) }

// keys are the keys of the level's rows, each once, as "k".
func (l *level) keys(column int, cast string) string {
	name := "c" + strconv.Itoa(column)
	distinct := "DISTINCT "
	if l.one {
		distinct = ""
	}
	return "(SELECT " + distinct + name + "::" + cast + " AS k FROM " + l.name() + " WHERE " + name + " IS NOT NULL)"
}

// assemble makes the plan's one statement. Each level gives rows of its own
// number and its columns as text, short ones filled up with nulls; PostgreSQL
// gives the levels in turn and the rows of each in its order. A level that
// others read from stands in front, as it is read more than once.
func (p *plan) assemble() {
	for _, l := range p.levels {
		p.width = max(p.width, len(l.columns))
	}
	var with, rows []string
	for _, l := range p.levels {
		columns, source, order := l.columns, "\n"+l.source, l.order
		if order != "" {
			order = "\nORDER BY " + order
		}
		if l.parents {
			named := make([]string, len(columns))
			columns = make([]string, len(columns))
			for i := range columns {
				columns[i] = "c" + strconv.Itoa(i)
				named[i] = l.columns[i] + " AS " + columns[i]
			}
			with = append(with, l.name()+" AS MATERIALIZED (SELECT "+strings.Join(named, ", ")+source+order+")")
			source, order = "\nFROM "+l.name(), ""
		}
		part := "SELECT " + strconv.Itoa(l.n)
		for i := range p.width {
			if i < len(columns) {
				part += ", " + columns[i] + "::text"
			} else {
				part += ", NULL"
			}
		}
		rows = append(rows, part+source+order)
	}
	if len(rows) == 1 {
		p.sql = rows[0]
		return
	}
	p.sql = "(" + strings.Join(rows, ")\nUNION ALL\n(") + ")"
	if with != nil {
		p.sql = "WITH " + strings.Join(with, ",\n") + "\n" + p.sql
	}
}

func quoteLiteral(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
