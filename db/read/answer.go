package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/lib/pq"

	"maillage/network"
)

// A FieldError is a null that the schema does not allow. The null has taken
// its nearest nullable parent with it.
type FieldError struct {
	// Path leads from the root field to the null: names and list indices.
	Path    []any
	Message string
}

const messageNull = "must not be null"

// Answer writes the JSON value of a root field. The field errors say which
// nulls had to take a parent with them; when one took the root itself, null is
// written. The error is a *network.Error where the caller is at fault, and
// then nothing is written.
func (s *Schema) Answer(ctx context.Context, q Queryer, v network.Viewer, now time.Time, sel *Selection, w *bytes.Buffer) ([]FieldError, error) {
	m := s.roots[sel.Name]
	if m == nil {
		return nil, fmt.Errorf("read: Query.%s is not declared", sel.Name)
	}
	return s.answer(ctx, q, v, now, m, sel, w)
}

// AnswerObject writes an object of a declared type by its key, or null when
// the viewer may not see it.
func (s *Schema) AnswerObject(ctx context.Context, q Queryer, v network.Viewer, now time.Time, typeName string, id network.ID, sel *Selection, w *bytes.Buffer) ([]FieldError, error) {
	return s.answerType(ctx, q, v, now, typeName, ByKey{}, map[string]any{"id": string(id)}, sel, w)
}

// AnswerObjects writes the list of the objects with the given keys, in that
// order, without those that the viewer may not see.
func (s *Schema) AnswerObjects(ctx context.Context, q Queryer, v network.Viewer, now time.Time, typeName string, ids []network.ID, sel *Selection, w *bytes.Buffer) ([]FieldError, error) {
	keys := make([]string, len(ids))
	for i, id := range ids {
		keys[i] = string(id)
	}
	return s.answerType(ctx, q, v, now, typeName, byKeys{}, map[string]any{keysArg: keys}, sel, w)
}

func (s *Schema) answerType(ctx context.Context, q Queryer, v network.Viewer, now time.Time, typeName string, decl any, args map[string]any, sel *Selection, w *bytes.Buffer) ([]FieldError, error) {
	to := s.types[typeName]
	if to == nil {
		return nil, fmt.Errorf("read: %s is not declared", typeName)
	}
	byKey := *sel
	byKey.Name, byKey.Args = typeName, args
	return s.answer(ctx, q, v, now, &member{name: typeName, decl: decl, to: to}, &byKey, w)
}

func (s *Schema) answer(ctx context.Context, q Queryer, v network.Viewer, now time.Time, m *member, sel *Selection, w *bytes.Buffer) ([]FieldError, error) {
	r := runs.Get().(*run)
	defer r.release()
	r.ctx, r.q, r.viewer, r.now = ctx, q, v, now
	r.shape.schema = s
	r.shape.key = fmt.Appendf(r.shape.key[:0], "%T", m.decl)
	r.shape.numbered = r.shape.numbered[:0]
	r.shape.of(m, sel)
	p, err := s.plans.get(r.shape.key, func() (*plan, error) { return s.compile(m, sel, r.shape.numbered) })
	if err != nil {
		return nil, err
	}
	if err := r.fetch(p); err != nil {
		return nil, failure(ctx, err)
	}
	r.root(p.root)
	w.Write(r.out)
	return r.errors, nil
}

// A run is one answer under way; it is used again for the next.
type run struct {
	ctx    context.Context
	q      Queryer
	viewer network.Viewer
	now    time.Time
	shape  shape
	tables []*table
	args   []any
	keys   []string
	out    []byte
	path   []step
	errors []FieldError
}

var runs = sync.Pool{New: func() any { return new(run) }}

// maxKept is the buffer size beyond which a run is not kept.
const maxKept = 1 << 20

func (r *run) release() {
	size := cap(r.out)
	for i := range r.tables {
		size += cap(r.tables[i].text)
	}
	if size > maxKept {
		r.tables, r.out = nil, nil
	}
	clear(r.args[:cap(r.args)])
	clear(r.keys[:cap(r.keys)])
	clear(r.shape.numbered[:cap(r.shape.numbered)])
	r.ctx, r.q, r.errors = nil, nil, nil
	r.out, r.path = r.out[:0], r.path[:0]
	runs.Put(r)
}

// fetch runs the statements of a plan. A statement without parents is not run.
func (r *run) fetch(p *plan) error {
	for len(r.tables) < len(p.levels) {
		r.tables = append(r.tables, new(table))
	}
	for _, l := range p.levels {
		if err := r.level(l); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) level(l *level) error {
	t := r.tables[l.n]
	t.reset(l.width)
	t.page = page{}
	if l.list != nil {
		var err error
		if t.page, err = pageOf(r.shape.numbered[l.list.sel], l.list.standard, l.list.most); err != nil {
			return err
		}
	}
	if l.parent != nil {
		r.parents(l, t)
		if len(r.keys) == 0 {
			return nil
		}
	}
	args, err := r.arguments(l, t)
	if err != nil {
		return err
	}
	if err := t.fetch(r.ctx, r.q, l.sql, args); err != nil {
		return err
	}
	if l.parent != nil {
		t.split(len(r.keys), t.page.first)
	} else {
		t.groups = append(t.groups, cut(0, t.rows(), t.page.first))
	}
	return nil
}

// parents collects the keys of the parent rows that are shown, each once.
func (r *run) parents(l *level, t *table) {
	of := r.tables[l.parent.n]
	r.keys = r.keys[:0]
	for range of.rows() {
		t.groupOf = append(t.groupOf, -1)
	}
	known := map[string]int32{}
	for _, g := range of.groups {
		for row := g.lo; row < g.hi; row++ {
			key := of.get(int(row), l.key)
			if key == nil {
				continue
			}
			n, ok := known[string(key)]
			if !ok {
				n = int32(len(r.keys))
				r.keys = append(r.keys, string(key))
				known[r.keys[n]] = n
			}
			t.groupOf[row] = n
		}
	}
}

func (r *run) arguments(l *level, t *table) ([]any, error) {
	r.args = r.args[:0]
	var cursor []string
	for _, p := range l.params {
		var value any
		switch p.kind {
		case viewerParam:
			value = viewerValues[p.index].value(r.viewer, r.now)
		case limitParam:
			n := t.page.first
			if l.list.paged {
				n++
			}
			value = int64(n)
		case keysParam:
			value = array(r.keys)
		case cursorParam:
			if cursor == nil {
				var err error
				after, _ := r.shape.numbered[p.sel].Args["after"].(string)
				if cursor, err = parseCursor(after, l.list.mark, l.list.terms); err != nil {
					return nil, err
				}
			}
			value = cursor[p.index]
		case argParam:
			given := argument(r.shape.numbered[p.sel].Args, p.path)
			if given == nil {
				break
			}
			s := text(given)
			if err := checkArgument(p.path, p.cast, s); err != nil {
				return nil, err
			}
			if p.like {
				s = like(s)
			}
			value = s
		}
		r.args = append(r.args, value)
	}
	return r.args, nil
}

// failure tells what the caller can mend from what they cannot.
func failure(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	var refused *pq.Error
	if errors.As(err, &refused) && refused.Code.Class() == "22" {
		// A value that has passed our own checks and is still none of its
		// type: a time that overflows, a number out of range.
		return &network.Error{Code: network.CodeInvalid, Key: "bad_value"}
	}
	return err
}
