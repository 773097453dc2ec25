package read

import (
	"fmt"

	"maillage/network"
)

// A plan answers every selection of one shape: the one statement, its levels,
// a parent's before its children's, and how the answer is written from the rows.
type plan struct {
	sql     string
	params  []param
	width   int // the columns of the widest level
	levels  []*level
	aliases int
	root    *node
}

// A node writes one field of the answer.
type node struct {
	op          op
	alias       string
	key         []byte // the alias as a JSON name, with its colon
	nonNull     bool
	nonNullItem bool
	literal     []byte
	column      int // of the value, or of the key that says whether the row is there
	kind        Kind
	fields      []*node
	cases       []*node // of a polymorphic field, one for each type
	level       *level  // of a list, or of the root
	computed    *computation
	child       *Selection // of a computed object, shape only
}

type op uint8

const (
	opLiteral op = iota
	opColumn
	opOne
	opPoly
	opComputed
	opRow        // the row of a root, or the node of an edge
	opPlain      // a list without pages
	opConnection // and what is in one:
	opNodes
	opEdges
	opCursor
	opPageInfo
	opHasNext
	opHasPrevious
	opStartCursor
	opEndCursor
	opCount
)

// A computation is a computed field and where its columns stand.
type computation struct {
	value   func(network.Viewer, Row) any
	columns []neededColumn
}

type neededColumn struct {
	name   string
	column int
}

type compiler struct {
	schema *Schema
	number map[*Selection]int
	plan   *plan
}

// compile makes the plan of a root field.
func (s *Schema) compile(m *member, sel *Selection, numbered []*Selection) (*plan, error) {
	c := &compiler{schema: s, number: map[*Selection]int{}, plan: &plan{}}
	for i, n := range numbered {
		c.number[n] = i
	}
	root := newNode(opRow, sel)
	var err error
	switch d := m.decl.(type) {
	case ByKey:
		err = c.byKey(root, m, d, sel)
	case Many:
		err = c.list(root, nil, place{}, m, d, sel)
	case byKeys:
		err = c.byKeys(root, m, sel)
	}
	if err != nil {
		return nil, err
	}
	c.plan.root = root
	c.plan.assemble()
	return c.plan, nil
}

func newNode(o op, sel *Selection) *node {
	return &node{
		op: o, alias: sel.Alias, key: append(appendString(nil, sel.Alias), ':'),
		nonNull: sel.NonNull, nonNullItem: sel.NonNullItem,
	}
}

func literal(sel *Selection, text string) *node {
	n := newNode(opLiteral, sel)
	n.literal = appendString(nil, text)
	return n
}

// begin adds a level to the plan.
func (c *compiler) begin(parent *level) *statement {
	l := &level{n: len(c.plan.levels), parent: parent}
	c.plan.levels = append(c.plan.levels, l)
	if parent != nil {
		parent.parents = true
	}
	return newStatement(c.plan, l)
}

// byKey reads one row by the root's argument.
func (c *compiler) byKey(n *node, m *member, d ByKey, sel *Selection) error {
	s := c.begin(nil)
	s.level.one = true
	row := place{m.to, s.alias(), true}
	arg := param{kind: argParam, sel: c.number[sel], path: or(d.Arg, "id")}
	match := d.Where
	if match == "" {
		arg.cast = m.to.keyCast()
		match = m.to.keySQL() + " = ?"
	}
	h := holes{row: row.alias}
	if expandsMark(match) {
		h.value = s.cast(arg, arg.cast)
	}
	where := s.fill(match, h) + " AND " + s.visible(row)
	n.level = s.level
	if err := c.row(n, s, row, sel.Fields); err != nil {
		return err
	}
	s.finish("FROM "+m.to.Table+" "+row.alias, "\nWHERE "+where+"\nLIMIT 1", "")
	return nil
}

// expandsMark reports whether the expression takes an argument.
func expandsMark(sql string) bool {
	found := false
	expand(sql, func(token string) string {
		found = found || token == "?"
		return token
	})
	return found
}

// row compiles the fields of a row that may not be there.
func (c *compiler) row(n *node, s *statement, at place, fields []*Selection) (err error) {
	n.column = s.column(s.key(at))
	n.fields, err = c.fields(s, at, fields)
	return err
}

func (c *compiler) fields(s *statement, at place, fields []*Selection) ([]*node, error) {
	nodes := make([]*node, 0, len(fields))
	for _, f := range fields {
		n, err := c.field(s, at, f)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}

func (c *compiler) field(s *statement, at place, sel *Selection) (*node, error) {
	if sel.Name == "__typename" {
		return literal(sel, at.Name), nil
	}
	m := at.members[sel.Name]
	if m == nil {
		return nil, undeclared(at.Name, sel)
	}
	switch d := m.decl.(type) {
	case Column:
		n := newNode(opColumn, sel)
		n.column, n.kind = s.value(at, m.name, d), d.Kind
		return n, nil
	case One:
		n := newNode(opOne, sel)
		return n, c.row(n, s, s.one(at, m, d), sel.Fields)
	case Poly:
		n := newNode(opPoly, sel)
		for _, kind := range m.cases {
			object := newNode(opOne, sel)
			if err := c.row(object, s, s.kind(at, m, d, kind), onType(sel.Fields, kind.to)); err != nil {
				return nil, err
			}
			n.cases = append(n.cases, object)
		}
		return n, nil
	case Computed:
		n := newNode(opComputed, sel)
		n.child = sel
		n.computed = &computation{value: d.Value}
		for _, need := range d.Needs {
			column, _ := at.columnOf(need)
			n.computed.columns = append(n.computed.columns, neededColumn{need, s.value(at, need, column)})
		}
		return n, nil
	case Many:
		n := newNode(opPlain, sel)
		return n, c.list(n, s, at, m, d, sel)
	}
	return nil, fmt.Errorf("read: %s.%s is declared as %T", at.Name, sel.Name, m.decl)
}

func undeclared(typ string, sel *Selection) error {
	return fmt.Errorf("read: %s.%s is not declared", typ, sel.Name)
}
