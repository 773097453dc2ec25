package read_test

import (
	"context"
	"strings"
	"testing"

	"maillage/db/read"
	"maillage/network"
)

func TestDeclarationsAreRefusedWithEverythingThatIsWrong(t *testing.T) {
	known := &read.Type{Name: "Known", Table: "known", Visible: "true"}
	orders := map[string][]read.Term{"": {{SQL: "{}.id"}}}
	value := func(network.Viewer, read.Row) any { return nil }
	for name, c := range map[string]struct {
		typ  read.Type
		root read.Root
		says string
	}{
		"no visibility":          {typ: read.Type{Table: "t"}, says: "who may see it"},
		"blank visibility":       {typ: read.Type{Table: "t", Visible: "  "}, says: "who may see it"},
		"no table":               {typ: read.Type{Visible: "true"}, says: "no Table"},
		"unknown viewer value":   {typ: read.Type{Table: "t", Visible: "{}.x = :viewer_name"}, says: ":viewer_name"},
		"argument in a column":   {typ: fields("x", read.Column{SQL: "{}.a = ?"}), says: `"?"`},
		"wrong hole":             {typ: fields("x", read.Column{SQL: "{one}.a"}), says: "{one}"},
		"alias of the engine":    {typ: read.Type{Table: "t", Visible: "EXISTS (SELECT FROM a _t1)"}, says: "the engine's own"},
		"one without a tie":      {typ: fields("x", read.One{Type: of(known)}), says: "Column or On"},
		"one with two ties":      {typ: fields("x", read.One{Type: of(known), Column: "a", On: "true"}), says: "Column or On"},
		"order without On":       {typ: fields("x", read.One{Type: of(known), Column: "a", OrderBy: "{one}.b"}), says: "OrderBy"},
		"no type":                {typ: fields("x", read.One{Column: "a"}), says: "names no type"},
		"type not in schema":     {typ: fields("x", read.One{Type: of(&read.Type{Name: "Other"}), Column: "a"}), says: "not in the schema"},
		"list without parent":    {typ: fields("x", read.Many{Type: of(known), Orders: orders}), says: "Parent or On"},
		"list with both ties":    {typ: fields("x", read.Many{Type: of(known), Parent: "{}.a", On: "true", Orders: orders}), says: "both"},
		"list without order":     {typ: fields("x", read.Many{Type: of(known), Parent: "{}.a"}), says: "default order"},
		"need that is no column": {typ: fields("x", read.Computed{Needs: []string{"y"}, Value: value}), says: `needs "y"`},
		"computed without value": {typ: fields("x", read.Computed{}), says: "no Value"},
		"root with a parent":     {typ: fields("x", read.Column{}), root: read.Many{Type: of(known), Parent: "{}.a", Orders: orders}, says: "none at the root"},
		"root of unknown type":   {typ: fields("x", read.Column{}), root: read.ByKey{Type: of(&read.Type{Name: "Other"})}, says: "not in the schema"},
	} {
		t.Run(name, func(t *testing.T) {
			c.typ.Name = "Tried"
			roots := map[string]read.Root{}
			if c.root != nil {
				roots["tried"] = c.root
			}
			_, err := read.NewSchema([]*read.Type{known, &c.typ}, roots)
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v, want an error about %q", err, c.says)
			}
		})
	}
}

func fields(name string, f read.Field) read.Type {
	return read.Type{Table: "t", Visible: "true", Fields: map[string]read.Field{name: f}}
}

func TestOnlyNamesThatBeginAsTheEnginesAreItsOwn(t *testing.T) {
	theme := read.Type{Name: "Theme", Table: "theme", Visible: "EXISTS (SELECT FROM staff_theme s WHERE s.theme_id = {}.id)"}
	if _, err := read.NewSchema([]*read.Type{&theme}, nil); err != nil {
		t.Error(err)
	}
}

func TestTwoTypesOfOneNameAreRefused(t *testing.T) {
	one := read.Type{Name: "One", Table: "t", Visible: "true"}
	other := one
	if _, err := read.NewSchema([]*read.Type{&one, &other}, nil); err == nil {
		t.Error("accepted")
	}
}

func TestCheckFindsWhatTheDatabaseRefuses(t *testing.T) {
	w := newWorld(t, 1, 5)
	if err := w.schema.Check(context.Background(), w.db); err != nil {
		t.Errorf("the world itself: %v", err)
	}
	orders := func(sql string) map[string][]read.Term { return map[string][]read.Term{"": {{SQL: sql}}} }
	wrong := &read.Type{Name: "Wrong", Table: "town", Visible: "true"}
	wrong.Fields = map[string]read.Field{
		"good":   read.Column{SQL: "{}.name"},
		"absent": read.Column{},
		"list":   read.Many{Type: of(wrong), Parent: "{}.id", Orders: orders("{}.nowhere")},
		"sifted": read.Many{Type: of(wrong), Parent: "{}.id", Orders: orders("{}.name"),
			Filters: map[string]read.Filter{"filter.sieve": {SQL: "{}.sieve = ?"}}},
	}
	schema, err := read.NewSchema([]*read.Type{wrong}, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = schema.Check(context.Background(), w.db)
	for _, name := range []string{"Wrong.absent", "Wrong.list", "Wrong.sifted"} {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s is not named in: %v", name, err)
		}
	}
	if err != nil && strings.Contains(err.Error(), "Wrong.good") {
		t.Error("what is right is named")
	}
}
