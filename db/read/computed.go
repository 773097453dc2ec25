package read

import (
	"reflect"
	"strconv"
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
		return r.object(sel, v)
	case []Object:
		return computedList(r, sel, v, r.object)
	}
	out, ok := appendGo(r.out, value)
	if ok {
		r.out = out
		return written
	}
	// What remains are the named kinds of the domain: enums and lists of them.
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
	case reflect.Slice:
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

// object writes the selected values of a computed object.
func (r *run) object(sel *Selection, object Object) outcome {
	o := written
	r.out = append(r.out, '{')
	for i, f := range sel.Fields {
		if i > 0 {
			r.out = append(r.out, ',')
		}
		r.out = append(appendString(r.out, f.Alias), ':')
		value := object[f.Name]
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
