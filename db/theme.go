package db

import "maillage/db/read"

var themeRead = read.Type{
	Name:    "Theme",
	Table:   "theme",
	Visible: "true",
	Fields: map[string]read.Field{
		"id":      read.Column{},
		"code":    read.Column{},
		"labelFr": read.Column{},
		"labelEn": read.Column{},
	},
}

// byLabel reads as a French dictionary does, near enough: without accents.
var byLabel = map[string][]read.Term{"": {{SQL: "plain_text({}.label_fr)", Cast: "text"}}}

var themeList = read.Many{Type: named("Theme"), Shape: read.Plain, Limit: 100, Orders: byLabel}

// themesOf lists the themes of an object through its table of ties, a row
// (column, theme_id) each.
func themesOf(table, column string) read.Many {
	return read.Many{
		Type:   named("Theme"),
		Shape:  read.Plain,
		Limit:  20,
		On:     "EXISTS (SELECT FROM " + table + " tie WHERE tie.theme_id = {}.id AND tie." + column + " = {parent})",
		Orders: byLabel,
	}
}
