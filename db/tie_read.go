package db

import "maillage/db/read"

// tieRead is a tie as a centre sees it: every fact of all years. The ties of a
// period are the Observatoire's, see observatory.go.
var tieRead = read.Type{
	Name:    "Tie",
	Table:   "tie",
	Visible: ":viewer_kind = 'STAFF'",
	Fields: map[string]read.Field{
		"id":          read.Column{},
		"factCount":   read.Column{Kind: read.Int},
		"weight":      read.Column{Kind: read.Float},
		"otherCentre": read.One{Type: named("Centre"), Column: "other_centre_id"},
	},
}

// tieFactRead names no project before it is committed: there is no fact before.
var tieFactRead = read.Type{
	Name:    "TieFact",
	Table:   "tie_fact",
	Key:     "tie_id({}.object_id, {}.centre_a, {}.centre_b)",
	Visible: ":viewer_kind = 'STAFF'",
	Fields: map[string]read.Field{
		"id":   read.Column{SQL: "tie_id({}.object_id, {}.centre_a, {}.centre_b)"},
		"kind": read.Column{},
		"objectKind": read.Column{
			SQL: "CASE {}.kind WHEN 'SAME_GROUP' THEN 'WORKING_GROUP' WHEN 'SAME_PROJECT' THEN 'JOINT_PROJECT' ELSE 'TOPIC' END"},
		"objectId": read.Column{},
		"title": read.Column{SQL: `CASE {}.kind
			WHEN 'SAME_GROUP' THEN (SELECT g.name FROM working_group g WHERE g.id = {}.object_id)
			WHEN 'SAME_PROJECT' THEN (SELECT j.title FROM joint_project j WHERE j.id = {}.object_id)
			ELSE (SELECT t.title FROM topic t WHERE t.id = {}.object_id) END`},
		"startsOn": read.Column{Kind: read.Date},
		"endsOn":   read.Column{Kind: read.Date},
		"weight":   read.Column{Kind: read.Float},
	},
}

// tieFactList takes the two centres in any order, and whole months, as the
// Observatoire does.
var tieFactList = read.Many{
	Type: named("TieFact"),
	Filters: map[string]read.Filter{
		"centreId":        {SQL: "({}.centre_a = ? OR {}.centre_b = ?)", Cast: "uuid"},
		"otherCentreId":   {SQL: "({}.centre_a = ? OR {}.centre_b = ?)", Cast: "uuid"},
		"period.startsOn": {SQL: "coalesce({}.ends_on, 'infinity'::date) >= date_trunc('month', ?)", Cast: "date"},
		"period.endsOn":   {SQL: "{}.starts_on < date_trunc('month', ?) + interval '1 month'", Cast: "date"},
	},
	Orders: map[string][]read.Term{"": {
		{SQL: "{}.weight", Kind: read.Float, Cast: "double precision", Desc: true},
		{SQL: "{}.starts_on", Kind: read.Date, Cast: "date", Desc: true},
	}},
}
