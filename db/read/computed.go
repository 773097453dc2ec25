package read

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"time"
)

// computedRow gives a computed field the columns that it has declared to need.
type computedRow struct {
	t       *table
	row     int
	columns []neededColumn
}

func (r computedRow) text(name string) []byte {
	for _, c := range r.columns {
		if c.name == name {
			return r.t.get(r.row, c.column)
		}
	}
	panic("read: a computed field reads " + name + " without having declared it in Needs")
}

func (r computedRow) String(name string) string { return string(r.text(name)) }

func (r computedRow) Bool(name string) bool { return string(r.text(name)) == "true" }

func (r computedRow) IsNull(name string) bool { return r.text(name) == nil }

func (r computedRow) Int(name string) int {
	n, _ := strconv.Atoi(string(r.text(name)))
	return n
}

// Time reads an instant, or the first moment in UTC of a date.
func (r computedRow) Time(name string) time.Time {
	s := string(r.text(name))
	if t, err := parseTime(s); err == nil {
		return t
	}
	t, _ := time.Parse(time.DateOnly, s)
	return t
}

// computed writes what a computed field gave.
func (r *run) computed(sel *Selection, value any) outcome {
	switch v := value.(type) {
	case nil:
		return absent
	case Object:
		if v == nil {
			return absent
		}
		return r.object(sel, v.field)
	case []Object:
		return computedList(r, sel, v, r.computedObject)
	}
	out, ok := appendGo(r.out, value)
	if ok {
		r.out = out
		return written
	}
	// What remains are the named kinds of the domain, structs, and lists of them.
	switch v := reflect.ValueOf(value); v.Kind() {
	case reflect.String:
		r.out = appendString(r.out, v.String())
	case reflect.Bool:
		r.bool(v.Bool())
	case reflect.Int, reflect.Int32, reflect.Int64:
		return r.computed(sel, int(v.Int()))
	case reflect.Pointer:
		if v.IsNil() {
			return absent
		}
		return r.computed(sel, v.Elem().Interface())
	case reflect.Struct:
		fields := fieldsOf(v.Type())
		return r.object(sel, func(name string) any {
			index, has := fields[strings.ToLower(name)]
			if !has {
				r.lacking = r.lacking || name != "__typename"
				return nil
			}
			return v.FieldByIndex(index).Interface()
		})
	case reflect.Slice:
		if v.IsNil() && !sel.NonNull {
			return absent
		}
		items := make([]any, v.Len())
		for i := range items {
			items[i] = v.Index(i).Interface()
		}
		return computedList(r, sel, items, r.computed)
	default:
		return absent
	}
	return written
}

func computedList[T any](r *run, sel *Selection, items []T, item func(*Selection, T) outcome) outcome {
	o := written
	r.out = append(r.out, '[')
	for i, v := range items {
		if i > 0 {
			r.out = append(r.out, ',')
		}
		start := len(r.out)
		r.path = append(r.path, step{index: i})
		became := item(sel, v)
		if became == absent && sel.NonNullItem {
			r.fail()
		}
		r.path = r.path[:len(r.path)-1]
		if became != written {
			r.out = append(r.out[:start], "null"...)
			if sel.NonNullItem {
				o = broken
			}
		}
	}
	r.out = append(r.out, ']')
	return o
}

// structFields are the fields of the structs met, by type and lower-case name.
var structFields sync.Map

func fieldsOf(t reflect.Type) map[string][]int {
	if known, ok := structFields.Load(t); ok {
		return known.(map[string][]int)
	}
	fields := map[string][]int{}
	for _, f := range reflect.VisibleFields(t) {
		if f.IsExported() {
			fields[strings.ToLower(f.Name)] = f.Index
		}
	}
	structFields.Store(t, fields)
	return fields
}

// Write writes what Go has made, as it would a computed field: an object is an
// Object, or a struct. It tells whether the structs had all that is selected;
// where they had not, nothing is written.
func Write(sel *Selection, value any, w *bytes.Buffer) ([]FieldError, bool) {
	r := runs.Get().(*run)
	defer r.release()
	r.path = append(r.path, step{name: sel.Alias})
	became := r.computed(sel, value)
	if r.lacking {
		return nil, false
	}
	if became == absent && sel.NonNull {
		r.fail()
	}
	if became != written {
		r.out = append(r.out[:0], "null"...)
	}
	w.Write(r.out)
	return r.errors, true
}

func (o Object) field(name string) any { return o[name] }

func (r *run) computedObject(sel *Selection, object Object) outcome {
	return r.object(sel, object.field)
}

// object writes the selected values of a computed object.
func (r *run) object(sel *Selection, field func(name string) any) outcome {
	o := written
	r.out = append(r.out, '{')
	for i, f := range sel.Fields {
		if i > 0 {
			r.out = append(r.out, ',')
		}
		r.out = append(appendString(r.out, f.Alias), ':')
		value := field(f.Name)
		if f.Name == "__typename" && value == nil {
			value = sel.Type
		}
		start := len(r.out)
		r.path = append(r.path, step{name: f.Alias})
		became := r.computed(f, value)
		if became == absent && f.NonNull {
			r.fail()
		}
		r.path = r.path[:len(r.path)-1]
		if became != written {
			r.out = append(r.out[:start], "null"...)
			if f.NonNull {
				o = broken
			}
		}
	}
	r.out = append(r.out, '}')
	return o
}
