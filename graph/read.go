package graph

import (
	"bytes"
	"context"
	"io"
	"reflect"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"maillage/db/read"
	"maillage/graph/collect"
	"maillage/network"
)

// Reads answers, from the declared reads, what gqlgen would resolve field by
// field: the declared roots of Query, and every object of a declared type that
// a resolver gives. Such an object is a reference: it carries an ID, and what
// is selected of it is read after the resolver has returned, with the viewer's
// visibility. One that the viewer may not see is null, or left out of its list.
// What a resolver gives whole, with nothing declared in it, is written at once.
//
// Use it as an extension of the handler.
type Reads struct {
	Schema *read.Schema
	DB     read.Queryer
	// Viewer tells who is asking.
	Viewer func(ctx context.Context) network.Viewer
	// Now is the clock.
	Now func() time.Time
	// Places are taken by what queries read from rows, one for each statement
	// under way: as many go on at once as it has room for. Nil bounds nothing.
	Places chan struct{}

	contract *ast.Schema
	// whole are the types of which resolvers give all there is.
	whole map[string]bool
}

var _ interface {
	graphql.HandlerExtension
	graphql.FieldInterceptor
} = (*Reads)(nil)

// ExtensionName names the extension.
func (*Reads) ExtensionName() string { return "DeclaredReads" }

// Validate takes the contract that operations are validated against.
func (r *Reads) Validate(schema graphql.ExecutableSchema) error {
	r.contract = schema.Schema()
	r.whole = map[string]bool{}
	for name := range r.contract.Types {
		r.whole[name] = r.isWhole(name, map[string]bool{})
	}
	return nil
}

// isWhole reports whether a type is an object that nothing declared is within
// reach of. A type that is met again on the way says nothing new.
func (r *Reads) isWhole(name string, met map[string]bool) bool {
	t := r.contract.Types[name]
	if met[name] {
		return true
	}
	met[name] = true
	if t.Kind != ast.Object || r.Schema.HasType(name) || t == r.contract.Query || t == r.contract.Mutation || t == r.contract.Subscription {
		return false
	}
	for _, f := range t.Fields {
		if of := r.contract.Types[f.Type.Name()]; !of.IsLeafType() && !r.isWhole(of.Name, met) {
			return false
		}
	}
	return true
}

// InterceptField answers a field, or lets its resolver do so.
func (r *Reads) InterceptField(ctx context.Context, next graphql.Resolver) (any, error) {
	fc := graphql.GetFieldContext(ctx)
	if fc.Object == "Query" && r.Schema.Has(fc.Field.Name) {
		return r.fromRows(ctx, fc, func(sel *read.Selection, w *bytes.Buffer) ([]read.FieldError, error) {
			return r.Schema.Answer(ctx, r.DB, r.Viewer(ctx), r.Now(), sel, w)
		})
	}
	res, err := next(ctx)
	if err != nil || fc.Field.Definition == nil || len(fc.Field.Selections) == 0 {
		return res, err
	}
	if fc.Object != "Subscription" && r.whole[fc.Field.Definition.Type.Name()] {
		lacking := false
		written, err := r.answer(ctx, fc, func(sel *read.Selection, w *bytes.Buffer) ([]read.FieldError, error) {
			failed, ok := read.Write(sel, res, w)
			lacking = !ok
			return failed, nil
		})
		if lacking {
			return res, nil
		}
		return written, err
	}
	refs, list, ok := r.references(res)
	if !ok {
		return res, nil
	}
	return r.fromRows(ctx, fc, func(sel *read.Selection, w *bytes.Buffer) ([]read.FieldError, error) {
		if list {
			return r.list(ctx, refs, sel, w)
		}
		return r.object(ctx, refs[0], sel, w)
	})
}

// fromRows answers from the database, in a query once there is a place: however
// many pages are read anew at once, an act and the journal find a connection
// and a processor. What an act gives back waits for no page.
func (r *Reads) fromRows(ctx context.Context, fc *graphql.FieldContext, write func(*read.Selection, *bytes.Buffer) ([]read.FieldError, error)) (any, error) {
	if r.Places != nil && graphql.GetOperationContext(ctx).Operation.Operation == ast.Query {
		select {
		case r.Places <- struct{}{}:
			defer func() { <-r.Places }()
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
	return r.answer(ctx, fc, write)
}

func (r *Reads) answer(ctx context.Context, fc *graphql.FieldContext, write func(*read.Selection, *bytes.Buffer) ([]read.FieldError, error)) (any, error) {
	sel, err := collect.Field(r.contract, graphql.GetOperationContext(ctx).Variables, fc.Field.Field, fc.Field.Selections)
	if err != nil {
		return nil, err
	}
	var w bytes.Buffer
	failed, err := write(sel, &w)
	if err != nil {
		return nil, err
	}
	path := fc.Path()
	for _, f := range failed {
		graphql.AddError(ctx, fieldError(path, f))
	}
	if isNull(&w) {
		// The engine has said why where null is not allowed; gqlgen need not.
		return graphql.Null, nil
	}
	return graphql.WriterFunc(func(out io.Writer) { out.Write(w.Bytes()) }), nil
}

func isNull(w *bytes.Buffer) bool { return bytes.Equal(w.Bytes(), []byte("null")) }

// fieldError places an error of the engine, whose path begins at the answered
// field, in the whole answer.
func fieldError(at ast.Path, f read.FieldError) *gqlerror.Error {
	path := append(ast.Path{}, at[:len(at)-1]...)
	for _, step := range f.Path {
		switch s := step.(type) {
		case string:
			path = append(path, ast.PathName(s))
		case int:
			path = append(path, ast.PathIndex(s))
		}
	}
	return &gqlerror.Error{Message: f.Message, Path: path}
}

// A reference is an object that a resolver gave by its ID.
type reference struct {
	typ string
	id  network.ID
}

// references gives the declared objects in a resolver's value: a pointer to a
// model whose name is a declared type's, or a list of them.
func (r *Reads) references(value any) (refs []reference, list, ok bool) {
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Slice {
		ref, ok := r.reference(v)
		return []reference{ref}, false, ok
	}
	for i := range v.Len() {
		ref, ok := r.reference(v.Index(i))
		if !ok {
			return nil, true, false
		}
		refs = append(refs, ref)
	}
	return refs, true, len(refs) > 0
}

func (r *Reads) reference(v reflect.Value) (reference, bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct || !r.Schema.HasType(v.Type().Name()) {
		return reference{}, false
	}
	field := v.FieldByName("ID")
	if !field.IsValid() {
		return reference{}, false
	}
	id, ok := field.Interface().(network.ID)
	return reference{v.Type().Name(), id}, ok && id != ""
}

func (r *Reads) object(ctx context.Context, ref reference, sel *read.Selection, w *bytes.Buffer) ([]read.FieldError, error) {
	return r.Schema.AnswerObject(ctx, r.DB, r.Viewer(ctx), r.Now(), ref.typ, ref.id, onType(sel, ref.typ), w)
}

// list reads the objects of a list, one type with one statement.
func (r *Reads) list(ctx context.Context, refs []reference, sel *read.Selection, w *bytes.Buffer) ([]read.FieldError, error) {
	ids := make([]network.ID, len(refs))
	for i, ref := range refs {
		ids[i] = ref.id
		if ref.typ != refs[0].typ {
			return r.mixed(ctx, refs, sel, w)
		}
	}
	return r.Schema.AnswerObjects(ctx, r.DB, r.Viewer(ctx), r.Now(), refs[0].typ, ids, onType(sel, refs[0].typ), w)
}

// mixed reads a list of several types, object by object: such lists are short.
func (r *Reads) mixed(ctx context.Context, refs []reference, sel *read.Selection, w *bytes.Buffer) ([]read.FieldError, error) {
	var failed []read.FieldError
	written := 0
	w.WriteByte('[')
	for _, ref := range refs {
		var item bytes.Buffer
		nulls, err := r.object(ctx, ref, sel, &item)
		if err != nil {
			return nil, err
		}
		for _, f := range nulls {
			f.Path = append([]any{f.Path[0], written}, f.Path[1:]...)
			failed = append(failed, f)
		}
		if isNull(&item) {
			switch {
			case len(nulls) == 0:
				continue // invisible
			case sel.NonNullItem:
				w.Reset()
				w.WriteString("null")
				return failed, nil
			}
		}
		if written > 0 {
			w.WriteByte(',')
		}
		w.Write(item.Bytes())
		written++
	}
	w.WriteByte(']')
	return failed, nil
}

// onType is the selection as it stands for objects of one type.
func onType(sel *read.Selection, typ string) *read.Selection {
	if len(sel.Fields) == 0 || len(sel.Fields[0].On) == 0 {
		return sel
	}
	one := *sel
	one.Fields = nil
	for _, f := range sel.Fields {
		for _, on := range f.On {
			if on == typ {
				one.Fields = append(one.Fields, f)
			}
		}
	}
	return &one
}
