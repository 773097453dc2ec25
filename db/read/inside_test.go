package read

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"maillage/network"
)

func TestHolesAreNotSoughtInTextAndComments(t *testing.T) {
	fill := func(token string) string { return "<" + token + ">" }
	for sql, want := range map[string]string{
		"{}.a = ?":                        "<{}>.a = <?>",
		":now - :viewer_id":               "<:now> - <:viewer_id>",
		"a::text = ':now ? {}'":           "a::text = ':now ? {}'",
		"'it''s ?' ?":                     "'it''s ?' <?>",
		`E'\'?' ?`:                        `E'\'?' <?>`,
		`'\' ?`:                           `'\' <?>`,
		`some_e'?'`:                       `some_e'?'`,
		`"a?b" ?`:                         `"a?b" <?>`,
		"a -- ? :now\n?":                  "a -- ? :now\n<?>",
		"/* ? /* {} */ ? */ ?":            "/* ? /* {} */ ? */ <?>",
		"$$ ? $$ ?":                       "$$ ? $$ <?>",
		"$x$ ? $$ ? $x$ ?":                "$x$ ? $$ ? $x$ <?>",
		"$1 + ?":                          "$1 + <?>",
		"a[1:2] :: int":                   "a[1:2] :: int",
		"'unclosed ?":                     "'unclosed ?",
		"/* unclosed ?":                   "/* unclosed ?",
		"$y$ unclosed ?":                  "$y$ unclosed ?",
		"'{}'::text[] || {}.b || '{one}'": "'{}'::text[] || <{}>.b || '{one}'",
	} {
		if got := expand(sql, fill); got != want {
			t.Errorf("%s\n got %s\nwant %s", sql, got, want)
		}
	}
}

func TestTheViewerIsBoundAsParameters(t *testing.T) {
	v := network.Viewer{Kind: network.Staff, StaffID: "s"}
	now := time.Unix(0, 0)
	sql, args := BindViewer("update t set a = $1, at = :now where id = $2 and (x = :viewer_id or :viewer_id is null) and y = :other and z <> ':now'::text", v, now, 3)
	want := "update t set a = $1, at = $3::timestamptz where id = $2 and (x = $4::uuid or $4::uuid is null) and y = :other and z <> ':now'::text"
	if sql != want {
		t.Errorf("\n got %s\nwant %s", sql, want)
	}
	if len(args) != 2 || args[0] != now || args[1] != "s" {
		t.Errorf("%v", args)
	}
	if _, args := BindViewer(":viewer_id, :viewer_kind, :viewer_role", network.Viewer{}, now, 1); args[0] != nil || args[1] != "ANONYMOUS" || args[2] != "NONE" {
		t.Errorf("the anonymous: %v", args)
	}
	typ := &Type{Name: "T", Visible: "{}.open OR {}.owner = :viewer_id"}
	if got := Predicate(typ, "x"); got != "(x.open OR x.owner = :viewer_id)" {
		t.Error(got)
	}
}

func FuzzBindViewer(f *testing.F) {
	for _, s := range []string{"a = :viewer_id", "':now' :now", "a::b", "$$:now$$", "/*:now*/", "E'\\':now'", "\":now\"", "--:now\n:now", "::now", ":nower"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, sql string) {
		bound, args := BindViewer(sql, network.Viewer{}, time.Time{}, 7)
		if same := expand(sql, func(token string) string { return token }); same != sql {
			t.Fatalf("%q is not copied: %q", sql, same)
		}
		if len(args) == 0 && bound != sql {
			t.Fatalf("%q became %q without a value", sql, bound)
		}
		again, more := BindViewer(bound, network.Viewer{}, time.Time{}, 7)
		if len(more) != 0 || again != bound {
			t.Fatalf("%q has values left: %q", bound, again)
		}
	})
}

func FuzzCursor(f *testing.F) {
	terms := []Term{{Kind: Time}, {Kind: Int}, {}, {Cast: "uuid"}}
	mark := listMark("Query.things", "NEWEST")
	values := [][]byte{[]byte("2024-05-01 08:30:00+00"), []byte("-3"), []byte("é"), []byte("00000000-0000-7000-8000-000000000000")}
	f.Add(string(appendCursor(nil, mark, func(i int) []byte { return values[i] }, len(values))))
	f.Add("")
	f.Add("AAAA")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := parseCursor(text, mark, terms)
		if err != nil {
			if !network.IsCode(err, network.CodeInvalid) {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		for _, v := range got {
			if !utf8.ValidString(v) || strings.ContainsRune(v, 0) {
				t.Fatalf("%q lets %q through", text, v)
			}
		}
		if _, err := parseCursor(text, mark+1, terms); err == nil {
			t.Fatalf("%q is taken by another list", text)
		}
	})
}

func FuzzString(f *testing.F) {
	for _, s := range []string{"", "plain", `"\`, "\x00\x1f\n\t\r", "é\u2028\u2029😀", "\xff\xc3", "a\xf0\x9f\x98"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var got string
		if err := json.Unmarshal(appendString(nil, s), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		var want strings.Builder
		for _, r := range s {
			want.WriteRune(r)
		}
		if got != want.String() {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

func TestInstantsAreWrittenInUTC(t *testing.T) {
	for text, want := range map[string]string{
		"2024-05-01 08:30:00+00":       "2024-05-01T08:30:00Z",
		"2024-05-01 08:30:00.25+00":    "2024-05-01T08:30:00.25Z",
		"2024-05-01 00:30:00.5+02":     "2024-04-30T22:30:00.5Z",
		"2024-05-01 08:30:00-03:30":    "2024-05-01T12:00:00Z",
		"1890-05-01 08:09:21+00:09:21": "1890-05-01T08:00:00Z",
		"infinity":                     "infinity",
	} {
		if got := string(appendTime(nil, []byte(text))); got != `"`+want+`"` {
			t.Errorf("%s: got %s", text, got)
		}
	}
}

func TestPlansAreCompiledOnceAndForgottenInTurn(t *testing.T) {
	c := newPlanCache(2)
	compiled := map[string]int{}
	get := func(key string) {
		c.get([]byte(key), func() (*plan, error) { compiled[key]++; return &plan{}, nil })
	}
	for _, key := range []string{"a", "b", "a", "c", "a", "b"} {
		get(key)
	}
	if compiled["a"] != 1 || compiled["b"] != 2 || compiled["c"] != 1 || c.used.Len() != 2 || len(c.byKey) != 2 {
		t.Errorf("%v", compiled)
	}
}
