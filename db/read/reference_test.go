package read_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"maillage/db/read"
	"maillage/network"
)

// A reference answers operations on the world in the plainest way: row by row
// from memory, by the words of the GraphQL specification. It shares no code
// with the engine; what both say is compared.
type reference struct {
	data
	viewer network.Viewer
	errors []string
}

// An item is an object with its type and the values of its fields: a scalar, an
// item, a list, or a function of the selection.
type item struct {
	typ    string
	fields map[string]any
}

// broken stands for a null that takes its parent with it.
type brokenValue struct{}

func ordered[T any](all []T, keep func(T) bool, compare func(a, b T) int) []T {
	var kept []T
	for _, x := range all {
		if keep(x) {
			kept = append(kept, x)
		}
	}
	slices.SortFunc(kept, compare)
	return kept
}

func find[T any](all []T, is func(T) bool) (none T) {
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i]
	}
	return none
}

func same(a *string, b string) bool { return a != nil && *a == b }

func (r *reference) me(id string) bool { return string(r.viewer.StaffID) == id }

func (r *reference) town(id *string) any {
	t := find(r.towns, func(t *town) bool { return same(id, t.ID) })
	if t == nil || t.Hidden {
		return nil
	}
	return item{"Town", map[string]any{
		"id": t.ID, "name": t.Name, "motto": value(t.Motto), "openedOn": t.OpenedOn,
		"people": page(func() []*person {
			return r.visiblePeople(func(p *person) bool { return same(p.TownID, t.ID) }, personByName)
		}, r.personItem),
		"homeOf": func(*read.Selection) any {
			return list(first(3, ordered(r.clubs, func(c *club) bool {
				return r.sees(c) && same(c.HomeKind, "TOWN") && same(c.HomeID, t.ID)
			}, clubByName)), r.clubItem)
		},
	}}
}

func value[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

func personByName(a, b *person) int {
	return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
}
func clubByName(a, b *club) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) }
func memberBySince(a, b *member) int {
	return cmp.Or(a.Since.Compare(b.Since), cmp.Compare(a.ID, b.ID))
}
func noteByAt(a, b *note) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) }

func (r *reference) sees(c *club) bool { return !c.StaffOnly || r.viewer.Kind == network.Staff }

func (r *reference) seesNote(n *note) bool {
	return !n.Private || slices.ContainsFunc(r.members, func(m *member) bool { return m.ClubID == n.ClubID && r.me(m.PersonID) })
}

func (r *reference) visiblePeople(keep func(*person) bool, compare func(a, b *person) int) []*person {
	return ordered(r.people, func(p *person) bool { return (!p.Secret || r.me(p.ID)) && keep(p) }, compare)
}

func (r *reference) person(id *string) any {
	p := find(r.people, func(p *person) bool { return same(id, p.ID) })
	if p == nil || (p.Secret && !r.me(p.ID)) {
		return nil
	}
	return r.personItem(p)
}

func (r *reference) personItem(p *person) any {
	facts := []any{item{"Fact", map[string]any{"code": "BORN", "detail": p.Born.Format(time.DateOnly), "link": nil}}}
	if p.Age >= 18 {
		facts = append(facts, item{"Fact", map[string]any{"code": "GROWN", "detail": nil,
			"link": item{"Badge", map[string]any{"label": p.Born.Format(time.DateOnly)}}}})
	}
	if p.Height == nil {
		facts = append(facts, item{"Fact", map[string]any{"code": "UNMEASURED", "detail": nil,
			"link": item{"Badge", map[string]any{"label": nil}}}})
	}
	var badge any
	if p.Age%2 == 1 {
		badge = item{"Badge", map[string]any{"label": p.Name}}
	}
	return item{"Person", map[string]any{
		"id": p.ID, "name": p.Name, "age": p.Age, "height": value(p.Height), "grown": p.Age >= 18,
		"born": p.Born.UTC().Format(time.RFC3339Nano), "tags": []any{"a", `b "c"`},
		"town":        func(*read.Selection) any { return r.town(p.TownID) },
		"sureTown":    func(*read.Selection) any { return r.town(p.TownID) },
		"boss":        func(*read.Selection) any { return r.person(p.BossID) },
		"memberships": r.membersPage(func(m *member) bool { return m.PersonID == p.ID }),
		"clubs": page(func() []*club {
			return ordered(r.clubs, func(c *club) bool {
				return r.sees(c) && slices.ContainsFunc(r.members, func(m *member) bool { return m.ClubID == c.ID && m.PersonID == p.ID })
			}, clubByName)
		}, r.clubItem),
		"notes": func(*read.Selection) any {
			notes := ordered(r.notes, func(n *note) bool { return r.seesNote(n) && same(n.AuthorID, p.ID) },
				func(a, b *note) int { return noteByAt(b, a) })
			return list(first(4, notes), r.noteItem)
		},
		"greeting": fmt.Sprintf("%s greets %s (%d)", r.viewer.Kind, p.Name, p.Age),
		"facts":    facts, "badge": badge,
	}}
}

func (r *reference) membersPage(keep func(*member) bool) any {
	return func(sel *read.Selection) any {
		return page(func() []*member {
			return ordered(r.members, func(m *member) bool {
				return keep(m) && (sel.Args["role"] == nil || sel.Args["role"] == m.Role)
			}, memberBySince)
		}, r.memberItem)(sel)
	}
}

func (r *reference) memberItem(m *member) any {
	return item{"Member", map[string]any{
		"id": m.ID, "role": m.Role, "since": m.Since.Format(time.RFC3339Nano),
		"person": func(*read.Selection) any { return r.person(&m.PersonID) },
		"club":   func(*read.Selection) any { return r.club(&m.ClubID) },
	}}
}

func (r *reference) club(id *string) any {
	c := find(r.clubs, func(c *club) bool { return same(id, c.ID) })
	if c == nil || !r.sees(c) {
		return nil
	}
	return r.clubItem(c)
}

func (r *reference) clubItem(c *club) any {
	ofClub := func(m *member) bool { return m.ClubID == c.ID }
	notes := func(sel *read.Selection) any {
		search, _ := sel.Args["search"].(string)
		return list(first(5, ordered(r.notes, func(n *note) bool {
			return r.seesNote(n) && n.ClubID == c.ID && strings.Contains(n.Body, search)
		}, noteByAt)), r.noteItem)
	}
	lead := func(*read.Selection) any { return r.person(c.LeadID) }
	return item{"Club", map[string]any{
		"id": c.ID, "name": c.Name, "createdAt": c.CreatedAt.Format(time.RFC3339Nano), "lead": lead, "sureLead": lead,
		"oldest": func(*read.Selection) any {
			members := r.visiblePeople(func(p *person) bool {
				return slices.ContainsFunc(r.members, func(m *member) bool { return ofClub(m) && m.PersonID == p.ID })
			}, func(a, b *person) int { return cmp.Or(cmp.Compare(b.Age, a.Age), cmp.Compare(a.ID, b.ID)) })
			if len(members) == 0 {
				return nil
			}
			return r.personItem(members[0])
		},
		"home": func(*read.Selection) any {
			switch {
			case same(c.HomeKind, "TOWN"):
				return r.town(c.HomeID)
			case same(c.HomeKind, "PERSON"):
				return r.person(c.HomeID)
			}
			return nil
		},
		"members": r.membersPage(ofClub), "maybeMembers": r.membersPage(ofClub),
		"notes": notes, "sureNotes": notes,
	}}
}

func (r *reference) noteItem(n *note) any {
	author := func(*read.Selection) any { return r.person(n.AuthorID) }
	return item{"Note", map[string]any{
		"id": n.ID, "body": n.Body, "at": n.At.Format(time.RFC3339Nano), "author": author, "sureAuthor": author,
		"club": func(*read.Selection) any { return r.club(&n.ClubID) },
	}}
}

func first[T any](n int, all []T) []T { return all[:min(n, len(all))] }

func list[T any](all []T, make func(T) any) []any {
	items := []any{}
	for _, x := range all {
		items = append(items, make(x))
	}
	return items
}

// page is a connection over rows that are looked up when it is selected.
func page[T any](rows func() []T, make func(T) any) func(*read.Selection) any {
	return func(sel *read.Selection) any { return pageOf(rows(), firstOf(sel), make) }
}

// pageOf is a connection over the rows. A cursor of the reference is not one of
// the engine's, so cursors are compared by what they lead to, in another test.
func pageOf[T any](rows []T, n int, make func(T) any) any {
	shown := first(n, rows)
	edges := list(shown, func(x T) any { return item{"Edge", map[string]any{"node": make(x)}} })
	return item{"Connection", map[string]any{
		"nodes": list(shown, make), "edges": edges, "totalCount": len(rows),
		"pageInfo": item{"PageInfo", map[string]any{"hasNextPage": len(rows) > n, "hasPreviousPage": false}},
	}}
}

func (r *reference) root(sel *read.Selection) any {
	arg := func(path string) any {
		filter, _ := sel.Args["filter"].(map[string]any)
		return filter[path]
	}
	id, _ := sel.Args["id"].(string)
	switch sel.Name {
	case "town":
		return r.town(&id)
	case "me":
		me := string(r.viewer.StaffID)
		return r.person(&me)
	case "surePerson":
		return r.person(&id)
	case "club":
		return r.club(&id)
	case "towns":
		towns := ordered(r.towns, func(t *town) bool { return !t.Hidden },
			func(a, b *town) int { return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID)) })
		return list(first(6, towns), func(t *town) any { return r.town(&t.ID) })
	case "clubs":
		compare := clubByName
		if sel.Args["orderBy"] == "NEWEST" {
			compare = func(a, b *club) int { return cmp.Or(b.CreatedAt.Compare(a.CreatedAt), cmp.Compare(b.ID, a.ID)) }
		}
		return pageOf(ordered(r.clubs, r.sees, compare), firstOf(sel), r.clubItem)
	}
	compare := map[any]func(a, b *person) int{
		nil: personByName, "NAME": personByName,
		"AGE":      func(a, b *person) int { return cmp.Or(cmp.Compare(b.Age, a.Age), cmp.Compare(b.ID, a.ID)) },
		"AGE_NAME": func(a, b *person) int { return cmp.Or(cmp.Compare(b.Age, a.Age), personByName(a, b)) },
		"BORN":     func(a, b *person) int { return cmp.Or(a.Born.Compare(b.Born), cmp.Compare(a.ID, b.ID)) },
	}[sel.Args["orderBy"]]
	people := r.visiblePeople(func(p *person) bool {
		search, _ := arg("search").(string)
		ages, _ := arg("ages").([]any)
		towns, _ := arg("townIn").([]any)
		return strings.Contains(p.Name, search) &&
			(len(ages) == 0 || slices.ContainsFunc(ages, func(a any) bool { return fmt.Sprint(a) == fmt.Sprint(p.Age) })) &&
			(len(towns) == 0 || slices.ContainsFunc(towns, func(t any) bool { return same(p.TownID, t.(string)) })) &&
			(arg("town") == nil || same(p.TownID, arg("town").(string))) &&
			(arg("grown") != true || p.Age >= 18)
	}, compare)
	return pageOf(people, firstOf(sel), r.personItem)
}

func firstOf(sel *read.Selection) int {
	if n, ok := sel.Args["first"].(int64); ok {
		return int(n)
	}
	return 20
}

// answer executes the selection and gives the value and where nulls were met
// that the schema does not allow.
func (r *reference) answer(sel *read.Selection) (string, []string) {
	v := r.complete(sel, r.root(sel), sel.NonNull, sel.NonNullItem, []any{sel.Alias})
	if _, is := v.(brokenValue); is {
		v = nil
	}
	text, _ := json.Marshal(v)
	return string(text), r.errors
}

// complete is CompleteValue of the specification.
func (r *reference) complete(sel *read.Selection, v any, nonNull, nonNullItem bool, path []any) any {
	if f, lazy := v.(func(*read.Selection) any); lazy {
		v = f(sel)
	}
	var out any
	switch v := v.(type) {
	case nil:
		if nonNull {
			r.errors = append(r.errors, fmt.Sprint(path))
			return brokenValue{}
		}
		return nil
	case []any:
		items := []any{}
		for i, x := range v {
			items = append(items, r.complete(sel, x, nonNullItem, false, append(slices.Clone(path), i)))
		}
		out = items
		if slices.Contains(items, any(brokenValue{})) {
			out = brokenValue{}
		}
	case item:
		out = r.object(sel, v, path)
	default:
		out = v
	}
	if _, is := out.(brokenValue); is && !nonNull {
		return nil
	}
	return out
}

func (r *reference) object(sel *read.Selection, of item, path []any) any {
	object := map[string]any{}
	isBroken := false
	for _, f := range sel.Fields {
		if len(f.On) > 0 && !slices.Contains(f.On, of.typ) {
			continue
		}
		if f.Name == "__typename" {
			object[f.Alias] = of.typ
			if of.typ == "Connection" || of.typ == "Edge" {
				object[f.Alias] = sel.Type
			}
			continue
		}
		v := r.complete(f, of.fields[f.Name], f.NonNull, f.NonNullItem, append(slices.Clone(path), f.Alias))
		if _, is := v.(brokenValue); is {
			isBroken = true
		}
		object[f.Alias] = v
	}
	if isBroken {
		return brokenValue{}
	}
	return object
}
