package read_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"maillage/network"
)

type idPage struct {
	Nodes    []struct{ ID string }
	Edges    []struct{ Cursor string }
	PageInfo struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
}

func (w *world) page(v network.Viewer, root, args string) (p idPage, err error) {
	w.t.Helper()
	answer, _, err := w.try(v, fmt.Sprintf(`{ r: %s(%s) { nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`, root, args), nil)
	if err == nil {
		err = json.Unmarshal([]byte(answer), &p)
	}
	return p, err
}

// Whoever goes through a list page by page meets every row once and in order,
// whatever the order's terms and directions are.
func TestPagesGoThroughTheWholeList(t *testing.T) {
	w := newWorld(t, 11, 60)
	for _, list := range []string{"people", "people:NAME", "people:AGE", "people:AGE_NAME", "people:BORN", "clubs", "clubs:NEWEST"} {
		for _, size := range []int{1, 3, 7} {
			root, order, _ := strings.Cut(list, ":")
			args := "first: 100"
			if order != "" {
				args = "orderBy: " + order + " first: 100"
			}
			whole, err := w.page(staff(1), root, args)
			if err != nil {
				t.Fatal(err)
			}
			args = strings.Replace(args, "100", fmt.Sprint(size), 1)
			var met []struct{ ID string }
			for after := ""; ; {
				p, err := w.page(staff(1), root, args+after)
				if err != nil {
					t.Fatal(err)
				}
				if p.PageInfo.HasPreviousPage != (after != "") {
					t.Fatalf("%s: hasPreviousPage is %v after %q", list, p.PageInfo.HasPreviousPage, after)
				}
				if n := len(p.Edges); p.Edges[0].Cursor != *p.PageInfo.StartCursor || p.Edges[n-1].Cursor != *p.PageInfo.EndCursor {
					t.Fatalf("%s: the page's cursors are not those of its edges", list)
				}
				met = append(met, p.Nodes...)
				if !p.PageInfo.HasNextPage {
					break
				}
				after = fmt.Sprintf(" after: %q", *p.PageInfo.EndCursor)
			}
			if !slices.Equal(met, whole.Nodes) {
				t.Errorf("%s by %d:\n got %v\nwant %v", list, size, met, whole.Nodes)
			}
		}
	}
}

func TestPagesBelowAParent(t *testing.T) {
	w := small(t)
	query := fillIDs(`{ club(id: "C1") { members(first: 1%s) { edges { cursor node { id } } pageInfo { hasNextPage } } } }`)
	type answer struct {
		Members struct {
			Edges []struct {
				Cursor string
				Node   struct{ ID string }
			}
			PageInfo struct{ HasNextPage bool }
		}
	}
	after := ""
	for i, want := range []int{2, 1, 3} {
		var a answer
		if err := json.Unmarshal([]byte(w.ask(staff(1), fmt.Sprintf(query, after))), &a); err != nil {
			t.Fatal(err)
		}
		if a.Members.Edges[0].Node.ID != id(memberID, want) || a.Members.PageInfo.HasNextPage != (i < 2) {
			t.Errorf("page %d: %+v", i, a)
		}
		after = fmt.Sprintf(" after: %q", a.Members.Edges[0].Cursor)
	}
}

func TestACursorBelongsToItsListAndOrder(t *testing.T) {
	w := newWorld(t, 11, 30)
	p, err := w.page(staff(1), "people", "orderBy: AGE first: 2")
	if err != nil {
		t.Fatal(err)
	}
	cursor := *p.PageInfo.EndCursor
	if _, err := w.page(staff(1), "people", fmt.Sprintf("orderBy: AGE after: %q", cursor)); err != nil {
		t.Error("its own:", err)
	}
	raw, _ := base64.RawURLEncoding.DecodeString(cursor)
	encode := func(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
	for name, args := range map[string]string{
		"other order": fmt.Sprintf("orderBy: NAME after: %q", cursor),
		"cut short":   fmt.Sprintf("orderBy: AGE after: %q", encode(raw[:len(raw)-1])),
		"too long":    fmt.Sprintf("orderBy: AGE after: %q", encode(append(slices.Clone(raw), 0))),
		"no number":   fmt.Sprintf("orderBy: AGE after: %q", encode(append(append(slices.Clone(raw[:4]), 1, 'x'), raw[4+1+int(raw[4]):]...))),
		"padded":      fmt.Sprintf("orderBy: AGE after: %q", cursor+"="),
		"endless":     fmt.Sprintf("orderBy: AGE after: %q", strings.Repeat("A", 5000)),
	} {
		if _, err := w.page(staff(1), "people", args); !network.IsCode(err, network.CodeInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := w.page(staff(1), "clubs", fmt.Sprintf("after: %q", cursor)); !network.IsCode(err, network.CodeInvalid) {
		t.Errorf("other list: %v", err)
	}
}
