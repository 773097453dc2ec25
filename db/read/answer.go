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
	got    receiver
	args   []any
	out    []byte
	path   []step
	errors []FieldError
	// lacking says that a struct has no field of a selected name.
	lacking bool
}

var runs = sync.Pool{New: func() any { return new(run) }}

// maxKept is the buffer size beyond which a run is not kept.
const maxKept = 1 << 20

func (r *run) release() {
	size := cap(r.out)
	for _, t := range r.got.tables {
		size += cap(t.text)
	}
	if size > maxKept {
		r.got.tables, r.out = nil, nil
	}
	clear(r.args[:cap(r.args)])
	clear(r.shape.numbered[:cap(r.shape.numbered)])
	r.ctx, r.q, r.got.table, r.errors, r.lacking = nil, nil, nil, nil, false
	r.out, r.path = r.out[:0], r.path[:0]
	runs.Put(r)
}

// fetch runs the statement of a plan.
func (r *run) fetch(p *plan) error {
	if len(p.levels) == 0 {
		return nil // nothing but the names of types is selected
	}
	for len(r.got.tables) < len(p.levels) {
		r.got.tables = append(r.got.tables, new(table))
	}
	for _, l := range p.levels {
		t := r.got.tables[l.n]
		t.reset(len(l.columns))
		if l.list == nil {
			continue
		}
		var err error
		if t.page, err = l.list.page(r.shape.numbered[l.list.sel]); err != nil {
			return err
		}
	}
	args, err := r.arguments(p)
	if err != nil {
		return err
	}
	if err := r.got.fetch(r.ctx, r.q, p.sql, args, p.width); err != nil {
		return err
	}
	for _, l := range p.levels {
		t := r.got.tables[l.n]
		if l.parent == nil {
			t.groups = append(t.groups, cut(0, t.rows, t.page.first))
			continue
		}
		t.split()
		t.adopt(r.got.tables[l.parent.n], l.key)
	}
	return nil
}

func (r *run) arguments(p *plan) ([]any, error) {
	r.args = r.args[:0]
	for _, p := range p.params {
		var value any
		switch p.kind {
		case viewerParam:
			value = viewerValues[p.index].value(r.viewer, r.now)
		case limitParam:
			value = int64(r.got.tables[p.level].page.limit)
		case cursorParam:
			value = r.got.tables[p.level].page.cursor[p.index]
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
