package db

import "maillage/db/read"

var milestoneRead = read.Type{
	Name:    "Milestone",
	Table:   "milestone",
	Visible: forTeams,
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"title":        read.Column{},
		"dueOn":        read.Column{Kind: read.Date},
		"firstDueOn":   read.Column{SQL: "CASE WHEN {}.first_due_on IS DISTINCT FROM {}.due_on THEN {}.first_due_on END", Kind: read.Date},
		"state":        read.Column{},
		"doneAt":       read.Column{Kind: read.Time},
		"overdue":      read.Column{SQL: "coalesce({}.state IN ('PROPOSED', 'PLANNED') AND {}.due_on < " + today + ", false)", Kind: read.Bool},
		"workingGroup": read.One{Type: named("WorkingGroup"), Column: "working_group_id"},
		"version":      read.Column{Kind: read.Int},
	},
}
