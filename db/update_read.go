package db

import (
	"maillage/db/read"
	"maillage/network"
)

var updateRead = read.Type{
	Name:    "Update",
	Table:   "group_update",
	Visible: forTeams,
	Fields: map[string]read.Field{
		"id":          read.Column{},
		"text":        read.Column{},
		"health":      read.Column{},
		"author":      read.One{Type: named("StaffMember"), Column: "author_id"},
		"createdAt":   read.Column{Kind: read.Time},
		"correctedAt": read.Column{Kind: read.Time},
		"revisions": read.Many{
			Type:   named("UpdateRevision"),
			Shape:  read.Plain,
			Parent: "{}.update_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.version", Kind: read.Int, Cast: "integer", Desc: true}}},
		},
		"workingGroup": read.One{Type: named("WorkingGroup"), Column: "working_group_id"},
		"version":      read.Column{Kind: read.Int},
		"viewerCanCorrect": read.Computed{Needs: []string{"authorId"}, Value: func(v network.Viewer, r read.Row) any {
			return network.CanCorrectUpdate(v, network.ID(r.String("authorId"))) == nil
		}},
	},
	Hidden: map[string]read.Column{"authorId": {}},
}

var updateRevisionRead = read.Type{
	Name:    "UpdateRevision",
	Table:   "group_update_revision",
	Visible: forTeams,
	Fields: map[string]read.Field{
		"version": read.Column{Kind: read.Int},
		"text":    read.Column{},
		"health":  read.Column{},
		"at":      read.Column{Kind: read.Time},
	},
}
