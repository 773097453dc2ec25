package read

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"maillage/network"
)

// A shape is what of a selection its plan depends on, and where the values
// are found that it does not depend on. Two requests of the same shape share
// a plan, whatever their arguments are.
type shape struct {
	schema *Schema
	key    []byte
	// numbered are the selections that take arguments, in the order met.
	numbered []*Selection
}

// Marks of the key; names in GraphQL hold none of them.
const (
	markEnd = iota
	markField
	markOpen
	markClose
	markNonNull
	markNonNullItem
	markOn
	markPresent
)

func (s *shape) of(m *member, sel *Selection) {
	s.key = append(append(s.key, markField), sel.Alias...)
	s.key = append(append(s.key, markEnd), sel.Name...)
	if sel.NonNull {
		s.key = append(s.key, markNonNull)
	}
	if sel.NonNullItem {
		s.key = append(s.key, markNonNullItem)
	}
	for _, on := range sel.On {
		s.key = append(append(s.key, markOn), on...)
	}
	var to *entity
	if m != nil {
		to = m.to
		switch d := m.decl.(type) {
		case Many:
			s.numbered = append(s.numbered, sel)
			for i, path := range m.paths {
				if d.Filters[path].applies(argument(sel.Args, path)) {
					s.key = append(s.key, markPresent, byte(i)+markPresent)
				}
			}
			if sel.Args["after"] != nil {
				s.key = append(s.key, markPresent)
			}
			s.key = append(append(s.key, markEnd), orderOf(sel)...)
		case ByKey, byKeys:
			s.numbered = append(s.numbered, sel)
		}
	}
	if len(sel.Fields) == 0 {
		return
	}
	s.key = append(s.key, markOpen)
	if _, connection := connectionOf(m); connection {
		s.connection(to, sel)
	} else {
		s.fields(m, to, sel.Fields)
	}
	s.key = append(s.key, markClose)
}

func (s *shape) fields(m *member, to *entity, fields []*Selection) {
	if m != nil && m.cases != nil {
		for _, c := range m.cases {
			s.fields(nil, c.to, onType(fields, c.to))
		}
		return
	}
	for _, f := range fields {
		var field *member
		if to != nil {
			field = to.members[f.Name]
		}
		s.of(field, f)
	}
}

// onType picks the fields that are selected on rows of the type.
func onType(fields []*Selection, to *entity) []*Selection {
	picked := make([]*Selection, 0, len(fields))
	for _, f := range fields {
		if len(f.On) == 0 || slices.Contains(f.On, to.Name) {
			picked = append(picked, f)
		}
	}
	return picked
}

func (s *shape) connection(to *entity, sel *Selection) {
	for _, f := range sel.Fields {
		s.of(nil, &Selection{Name: f.Name, Alias: f.Alias, NonNull: f.NonNull, NonNullItem: f.NonNullItem})
		s.key = append(s.key, markOpen)
		switch f.Name {
		case "nodes":
			s.fields(nil, to, f.Fields)
		case "edges":
			for _, e := range f.Fields {
				s.of(nil, &Selection{Name: e.Name, Alias: e.Alias, NonNull: e.NonNull})
				s.key = append(s.key, markOpen)
				if e.Name == "node" {
					s.fields(nil, to, e.Fields)
				}
				s.key = append(s.key, markClose)
			}
		default:
			s.fields(nil, nil, f.Fields)
		}
		s.key = append(s.key, markClose)
	}
}

func connectionOf(m *member) (Many, bool) {
	if m == nil {
		return Many{}, false
	}
	d, ok := m.decl.(Many)
	return d, ok && d.Shape == Connection
}

func orderOf(sel *Selection) string {
	order, _ := sel.Args["orderBy"].(string)
	return order
}

// argument finds a value by its dotted path; nil when absent.
func argument(args map[string]any, path string) any {
	for {
		name, rest, nested := strings.Cut(path, ".")
		value := args[name]
		if !nested {
			return value
		}
		args, _ = value.(map[string]any)
		path = rest
	}
}

// applies reports whether the argument's value adds the condition.
func (f Filter) applies(value any) bool {
	switch v := value.(type) {
	case nil:
		return f.Unless != ""
	case []any:
		return len(v) > 0
	case []string:
		return len(v) > 0
	}
	if f.Unless != "" {
		return text(value) != f.Unless
	}
	return f.When == "" || text(value) == f.When
}

// text gives an argument's value as PostgreSQL reads it.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case network.ID:
		return string(v)
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case json.Number:
		return v.String()
	case []string:
		return array(v)
	case []any:
		items := make([]string, len(v))
		for i := range v {
			items[i] = text(v[i])
		}
		return array(items)
	}
	return fmt.Sprint(value)
}

// array writes an array literal.
func array(items []string) string {
	b := make([]byte, 0, 40*len(items)+2)
	b = append(b, '{')
	for i, item := range items {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		for j := range len(item) {
			if item[j] == '"' || item[j] == '\\' {
				b = append(b, '\\')
			}
			b = append(b, item[j])
		}
		b = append(b, '"')
	}
	return string(append(b, '}'))
}

// like makes a pattern of text that is to be contained.
func like(s string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(s) + "%"
}

// page is what of a list is asked for.
type page struct {
	first  int
	limit  int // of the rows that are read: one more where it is to be known
	after  bool
	cursor []string // the values behind which it begins
}

const (
	defaultFirst = 20
	maxFirst     = 100
	maxPlain     = 100
)

// page reads the arguments first and after.
func (l *listing) page(sel *Selection) (page, error) {
	p := page{first: l.standard}
	if value := sel.Args["first"]; value != nil {
		n, err := strconv.Atoi(text(value))
		if err != nil || n < 1 || n > l.most {
			return p, network.Invalid("first", "out_of_range", "min", 1, "max", l.most)
		}
		p.first = n
	}
	p.limit = p.first
	if l.paged {
		p.limit++
	}
	var err error
	if after := sel.Args["after"]; after != nil {
		p.after = true
		p.cursor, err = parseCursor(text(after), l.mark, l.terms)
	}
	return p, err
}

// checkArgument refuses values that PostgreSQL could not read as the type.
func checkArgument(path, cast, value string) error {
	ids := []string{value}
	switch cast {
	case "uuid":
	case "uuid[]":
		ids = strings.Split(strings.Trim(value, "{}"), ",")
	default:
		if strings.ContainsRune(value, 0) {
			return network.Invalid(path, "text_unreadable")
		}
		return nil
	}
	if slices.ContainsFunc(ids, func(id string) bool { return !network.ID(strings.Trim(id, `"`)).UUID() }) {
		return network.Invalid(path, "not_an_id")
	}
	return nil
}
