package graph_test

import (
	"strings"
)

// ofEachTable asks one thing of every table, as an expression over its rows t.
func (w *world) ofEachTable(expression string) map[string]string {
	w.t.Helper()
	var names []string
	if err := w.db.Select(&names, `
		SELECT table_name
		  FROM information_schema.tables
		 WHERE table_schema = 'public'
		   AND table_type = 'BASE TABLE'
		   AND table_name NOT LIKE 'goose%'`); err != nil {
		w.t.Fatal(err)
	}
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = `SELECT '` + name + `' AS name, (SELECT ` + expression + ` FROM "` + name + `" t)::text AS value`
	}
	var rows []struct{ Name, Value string }
	if err := w.db.Select(&rows, strings.Join(parts, " UNION ALL ")); err != nil {
		w.t.Fatal(err)
	}
	all := map[string]string{}
	for _, r := range rows {
		all[r.Name] = r.Value
	}
	return all
}

// digests are one digest for each table, of all its rows: any change of any
// value changes the table's. Sequences are no part of it, nor is the day a token
// was used.
func (w *world) digests() map[string]string {
	return w.ofEachTable(`coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_on')::text, 0)), 0)`)
}

// marks change with a table's digest, at a fraction of its price: where each
// row lies, and which transaction wrote it.
func (w *world) marks() map[string]string {
	return w.ofEachTable(`coalesce(sum(hashtextextended(t.ctid::text || t.xmin::text, 0)), 0)`)
}

// sizes are the number of rows of each table.
func (w *world) sizes() map[string]string { return w.ofEachTable("count(*)") }

// differing are the tables that differ between two states.
func differing(a, b map[string]string) []string {
	var names []string
	for _, name := range sortedKeys(a) {
		if a[name] != b[name] {
			names = append(names, name)
		}
	}
	return names
}
