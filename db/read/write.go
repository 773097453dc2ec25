package read

// A step of a path: a name, or a list's index.
type step struct {
	name  string
	index int
}

// A frame is where a node finds its values: a row, or a list's page.
type frame struct {
	t     *table
	row   int
	group group
	level *level
}

// An outcome says what became of a value.
type outcome uint8

const (
	written outcome = iota
	absent          // null by nature
	broken          // null because of a null below, which is already reported
)

func (r *run) root(n *node) {
	r.path = append(r.path, step{name: n.alias})
	f := frame{}
	if n.level != nil {
		f = r.first(n.level)
	}
	o := r.value(n, &f)
	if o == absent && n.nonNull {
		r.fail()
	}
	if o != written {
		r.out = append(r.out[:0], "null"...)
	}
}

// first is the frame of a statement without parents: its first row.
func (r *run) first(l *level) frame {
	t := r.got.tables[l.n]
	return frame{t: t, row: 0, group: t.groups[0], level: l}
}

func (r *run) fail() {
	path := make([]any, len(r.path))
	for i, s := range r.path {
		if s.name != "" {
			path[i] = s.name
		} else {
			path[i] = s.index
		}
	}
	r.errors = append(r.errors, FieldError{path, messageNull})
}

// fields writes an object; it is broken when one of its fields is.
func (r *run) fields(nodes []*node, f *frame) outcome {
	o := written
	r.out = append(r.out, '{')
	for i, n := range nodes {
		if i > 0 {
			r.out = append(r.out, ',')
		}
		r.out = append(r.out, n.key...)
		if !r.field(n, f) {
			o = broken
		}
	}
	r.out = append(r.out, '}')
	return o
}

// field writes one field's value; false when its null must take the object
// with it.
func (r *run) field(n *node, f *frame) bool {
	if n.op == opColumn && !f.t.null(f.row, n.column) {
		r.out = appendValue(r.out, f.t.get(f.row, n.column), n.kind)
		return true
	}
	start := len(r.out)
	r.path = append(r.path, step{name: n.alias})
	o := r.value(n, f)
	if o == absent && n.nonNull {
		r.fail()
	}
	r.path = r.path[:len(r.path)-1]
	if o == written {
		return true
	}
	r.out = append(r.out[:start], "null"...)
	return !n.nonNull
}

func (r *run) value(n *node, f *frame) outcome {
	switch n.op {
	case opLiteral:
		r.out = append(r.out, n.literal...)
	case opColumn:
		return absent // the others are written by field
	case opOne:
		if f.t.null(f.row, n.column) {
			return absent
		}
		return r.fields(n.fields, f)
	case opRow:
		if f.t.rows <= f.row || f.t.null(f.row, n.column) {
			return absent
		}
		return r.fields(n.fields, f)
	case opPoly:
		for _, c := range n.cases {
			if !f.t.null(f.row, c.column) {
				return r.fields(c.fields, f)
			}
		}
		return absent
	case opComputed:
		row := computedRow{f.t, f.row, n.computed.columns}
		return r.computed(n.child, n.computed.value(r.viewer, row))
	case opPlain:
		page := r.page(n.level, f)
		return r.items(n, n.fields[0], &page)
	case opConnection:
		page := frame{t: f.t, row: f.row}
		if n.level != nil {
			page = r.page(n.level, f)
		}
		return r.connection(n, f, &page)
	case opNodes:
		return r.items(n, n.fields[0], f)
	case opEdges:
		return r.items(n, nil, f)
	case opPageInfo:
		return r.fields(n.fields, f)
	case opHasNext:
		r.bool(f.group.more)
	case opHasPrevious:
		r.bool(f.t.page.after)
	case opStartCursor, opEndCursor, opCursor:
		return r.cursor(n.op, f)
	case opCount:
		if n.level != nil {
			count := r.first(n.level)
			if count.t.rows == 0 {
				r.out = append(r.out, '0')
				break
			}
			f = &count
		}
		r.out = append(r.out, f.t.get(f.row, n.column)...)
	}
	return written
}

func (r *run) bool(b bool) {
	if b {
		r.out = append(r.out, "true"...)
	} else {
		r.out = append(r.out, "false"...)
	}
}

// page is the frame of the list below a row.
func (r *run) page(l *level, f *frame) frame {
	t := r.got.tables[l.n]
	page := frame{t: t, level: l}
	switch {
	case l.parent == nil:
		page.group = t.groups[0]
	case t.groupOf[f.row] >= 0:
		page.group = t.groups[t.groupOf[f.row]]
	}
	return page
}

// connection writes a connection's fields: the count is the parent row's, all
// else the page's.
func (r *run) connection(n *node, parent, page *frame) outcome {
	o := written
	r.out = append(r.out, '{')
	for i, child := range n.fields {
		if i > 0 {
			r.out = append(r.out, ',')
		}
		r.out = append(r.out, child.key...)
		f := page
		if child.op == opCount {
			f = parent
		}
		if !r.field(child, f) {
			o = broken
		}
	}
	r.out = append(r.out, '}')
	return o
}

// items writes the rows of a page as a list: each as item, or as an edge.
func (r *run) items(n, item *node, page *frame) outcome {
	o := written
	f := frame{t: page.t, level: page.level}
	r.out = append(r.out, '[')
	for row := page.group.lo; row < page.group.hi; row++ {
		if row > page.group.lo {
			r.out = append(r.out, ',')
		}
		f.row = int(row)
		start := len(r.out)
		r.path = append(r.path, step{index: int(row - page.group.lo)})
		fields := n.fields
		if item != nil {
			fields = item.fields
		}
		if r.fields(fields, &f) != written {
			r.out = append(r.out[:start], "null"...)
			if n.nonNullItem {
				o = broken
			}
		}
		r.path = r.path[:len(r.path)-1]
	}
	r.out = append(r.out, ']')
	return o
}

// cursor writes the cursor of the row, or of the page's first or last.
func (r *run) cursor(o op, f *frame) outcome {
	row := f.row
	if o != opCursor {
		if f.group.lo == f.group.hi {
			return absent
		}
		row = int(f.group.lo)
		if o == opEndCursor {
			row = int(f.group.hi) - 1
		}
	}
	l := f.level.list
	r.out = append(r.out, '"')
	r.out = appendCursor(r.out, l.mark, func(i int) []byte { return f.t.get(row, l.cursor[i]) }, len(l.cursor))
	r.out = append(r.out, '"')
	return written
}
