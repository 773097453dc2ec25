package read

import (
	"strconv"

	"maillage/network"
)

// countedAtMost is how far totalCount is exact; one more says "more than".
const countedAtMost = 1000

// A listing is what a level knows of the list that it reads.
type listing struct {
	sel      int // the selection with the list's arguments
	standard int // the page when first is absent
	most     int // the bound of first
	paged    bool
	mark     uint32
	terms    []Term
	// cursor are the columns of the terms' values, when a cursor is selected.
	cursor []int
}

// Where the rows of a list are read, the keys of their parents have this name.
const (
	parents    = aliasPrefix + "p"
	parentsKey = parents + ".k"
)

// byKeys reads rows of a type by keys given from outside, in their order.
type byKeys struct{}

const keysArg = "keys"

// list compiles a to-many field, or a list at the root when parent is nil.
func (c *compiler) list(n *node, parent *statement, at place, m *member, d Many, sel *Selection) error {
	l := &listing{sel: c.number[sel], standard: defaultFirst, most: maxFirst, paged: d.Shape == Connection}
	if !l.paged {
		l.most = maxPlain
		if d.Limit > 0 {
			l.most = d.Limit
		}
		l.standard = l.most
	}
	order := orderOf(sel)
	terms, ok := d.Orders[order]
	if !ok {
		return network.Invalid("orderBy", "unknown_order")
	}
	l.mark = listMark(m.owner+"."+m.name, order)
	l.terms = append(l.terms, terms...)
	l.terms = append(l.terms, Term{SQL: m.to.keySQL(), Cast: m.to.keyCast(), Desc: terms[len(terms)-1].Desc})

	b := &listCompiler{compiler: c, parent: parent, at: at, m: m, d: d, sel: sel, listing: l}
	if d.Shape == Plain {
		b.rows()
		n.op, n.level = opPlain, b.stmt.level
		item := newNode(opRow, sel)
		err := c.row(item, b.stmt, b.place, sel.Fields)
		n.fields = []*node{item}
		b.finish()
		return err
	}
	return b.connection(n)
}

// A listCompiler compiles one list: its rows, if any are selected, and its count.
type listCompiler struct {
	*compiler
	parent  *statement
	at      place // the parent's row
	m       *member
	d       Many
	sel     *Selection
	listing *listing
	stmt    *statement // of the rows
	place   place
	source  string
}

func (b *listCompiler) connection(n *node) (err error) {
	n.op = opConnection
	for _, f := range b.sel.Fields {
		switch f.Name {
		case "nodes", "edges", "pageInfo":
			if b.stmt == nil {
				b.rows()
				n.level = b.stmt.level
			}
		}
	}
	for _, f := range b.sel.Fields {
		var child *node
		switch f.Name {
		case "__typename":
			child = literal(f, b.sel.Type)
		case "totalCount":
			child = b.count(f)
		case "pageInfo":
			child, err = b.pageInfo(f)
		case "nodes":
			item := newNode(opRow, f)
			child = newNode(opNodes, f)
			child.fields = []*node{item}
			err = b.row(item, b.stmt, b.place, f.Fields)
		case "edges":
			child = newNode(opEdges, f)
			err = b.edges(child, f)
		default:
			err = undeclared(b.sel.Type, f)
		}
		if err != nil {
			return err
		}
		n.fields = append(n.fields, child)
	}
	if b.stmt != nil {
		b.finish()
	}
	return nil
}

func (b *listCompiler) edges(n *node, sel *Selection) error {
	for _, f := range sel.Fields {
		var child *node
		switch f.Name {
		case "__typename":
			child = literal(f, sel.Type)
		case "cursor":
			b.cursor()
			child = newNode(opCursor, f)
		case "node":
			child = newNode(opRow, f)
			if err := b.row(child, b.stmt, b.place, f.Fields); err != nil {
				return err
			}
		default:
			return undeclared(sel.Type, f)
		}
		n.fields = append(n.fields, child)
	}
	return nil
}

var pageInfoOps = map[string]op{
	"hasNextPage": opHasNext, "hasPreviousPage": opHasPrevious,
	"startCursor": opStartCursor, "endCursor": opEndCursor,
}

func (b *listCompiler) pageInfo(sel *Selection) (*node, error) {
	n := newNode(opPageInfo, sel)
	for _, f := range sel.Fields {
		if f.Name == "__typename" {
			n.fields = append(n.fields, literal(f, sel.Type))
			continue
		}
		o, ok := pageInfoOps[f.Name]
		if !ok {
			return nil, undeclared(sel.Type, f)
		}
		child := newNode(o, f)
		if child.op == opStartCursor || child.op == opEndCursor {
			b.cursor()
		}
		n.fields = append(n.fields, child)
	}
	return n, nil
}

// cursor selects the values that a cursor is made of.
func (b *listCompiler) cursor() {
	if b.listing.cursor != nil {
		return
	}
	for _, t := range b.listing.terms {
		b.listing.cursor = append(b.listing.cursor, b.stmt.column(b.stmt.fill(t.SQL, holes{row: b.place.alias})+"::text"))
	}
}

// rows begins the statement that reads the list's rows.
//
// The rows are cut before anything is joined to them. The inner limit stands
// as a number so that the planner knows how few rows are wanted; the outer one
// is the page's.
func (b *listCompiler) rows() {
	var parent *level
	if b.parent != nil {
		parent = b.parent.level
	}
	s := b.begin(parent)
	s.level.list = b.listing
	b.stmt, b.place = s, place{b.m.to, s.alias(), true}
	alias := b.place.alias
	key := ""
	if b.parent != nil {
		s.level.key = b.parent.column(b.parentKey())
		s.column(parentsKey)
		key = parentsKey
	}
	where := b.conditions(s, alias, key)
	if b.sel.Args["after"] != nil {
		where += " AND " + s.beyond(b.listing, alias)
	}
	inner := "SELECT " + alias + ".* FROM " + b.m.to.Table + " " + alias + " WHERE " + where +
		"\nORDER BY " + s.order(b.listing.terms, alias) + " LIMIT " + strconv.Itoa(b.listing.most+1)
	limit := s.param(param{kind: limitParam, level: s.level.n})
	b.source = "(SELECT * FROM (" + inner + ") " + alias + " LIMIT " + limit + ") " + alias
}

func (b *listCompiler) finish() {
	order := b.stmt.order(b.listing.terms, b.place.alias)
	if b.parent == nil {
		b.stmt.finish("FROM "+b.source, "", order)
		return
	}
	of := b.parent.level
	if !of.one {
		order = parentsKey + ", " + order // the rows of one parent stand together
	}
	b.stmt.finish("FROM "+of.keys(b.stmt.level.key, b.parentCast())+" "+parents+"\nCROSS JOIN LATERAL "+b.source, "", order)
}

func (b *listCompiler) parentKey() string {
	return b.parent.fill(or(b.d.ParentKey, b.at.keySQL()), holes{row: b.at.alias})
}

func (b *listCompiler) parentCast() string {
	if b.d.ParentCast != "" || b.d.ParentKey != "" {
		return or(b.d.ParentCast, "uuid")
	}
	return b.at.keyCast()
}

// conditions says which rows are the list's, and among them the viewer's.
func (b *listCompiler) conditions(s *statement, alias, parentKey string) string {
	h := holes{row: alias, parent: parentKey}
	where := s.visible(place{entity: b.m.to, alias: alias})
	switch {
	case b.d.On != "":
		where += " AND " + s.fill(b.d.On, h)
	case b.d.Parent != "":
		where += " AND " + s.fill(b.d.Parent, h) + " = " + parentKey
	}
	if b.d.Where != "" {
		where += " AND " + s.fill(b.d.Where, h)
	}
	for _, path := range b.m.paths {
		f := b.d.Filters[path]
		if !f.applies(argument(b.sel.Args, path)) {
			continue
		}
		if expandsMark(f.SQL) {
			h.value = s.cast(param{kind: argParam, sel: b.listing.sel, path: path, cast: f.Cast, like: f.Like}, f.Cast)
		}
		where += " AND " + s.fill(f.SQL, h)
	}
	return where
}

// count counts the list's rows, in the statement of the parent's rows where
// there is one. At the root the first page's own statement counts them: a page
// without rows is then a list without rows, which is not so after a cursor.
func (b *listCompiler) count(sel *Selection) *node {
	n := newNode(opCount, sel)
	s := b.parent
	key := ""
	switch first := b.sel.Args["after"] == nil; {
	case s != nil:
		key = b.parentKey()
	case b.stmt != nil && first:
		s = b.stmt
		n.level = s.level
	default:
		s = b.begin(nil)
		n.level = s.level
		defer s.finish("", "", "")
	}
	alias := s.alias()
	count := "(SELECT count(*) FROM (SELECT FROM " + b.m.to.Table + " " + alias + " WHERE " +
		b.conditions(s, alias, key) + " LIMIT " + strconv.Itoa(countedAtMost+1) + ") _tc)"
	n.column = s.column(count)
	return n
}

// byKeys reads the rows of given keys, in the order of the keys.
func (c *compiler) byKeys(n *node, m *member, sel *Selection) error {
	s := c.begin(nil)
	row := place{m.to, s.alias(), true}
	keys := s.cast(param{kind: argParam, sel: c.number[sel], path: keysArg}, m.to.keyCast()+"[]")
	item := newNode(opRow, sel)
	n.op, n.level, n.fields = opPlain, s.level, []*node{item}
	if err := c.row(item, s, row, sel.Fields); err != nil {
		return err
	}
	s.finish("FROM unnest("+keys+") WITH ORDINALITY "+parents+"(k, n)\nJOIN "+m.to.Table+" "+row.alias+
		" ON "+s.key(row)+" = "+parentsKey+" AND "+s.visible(row), "", parents+".n")
	return nil
}
