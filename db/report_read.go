package db

import "maillage/db/read"

var teamMemberRead = read.Type{
	Name:    "TeamMember",
	Table:   "team_member",
	Visible: ofVisibleProject,
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"staffMember":  read.One{Type: named("StaffMember"), Column: "staff_id"},
		"jointProject": read.One{Type: named("JointProject"), Column: "joint_project_id"},
		"role":         read.Column{},
		"since":        read.Column{Kind: read.Time},
	},
}

var newestReports = map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}}

// statusReportRead: what is reported on was sent long before, so every team may read it.
var statusReportRead = read.Type{
	Name:    "StatusReport",
	Table:   "status_report",
	Visible: ":viewer_kind = 'STAFF'",
	Fields: map[string]read.Field{
		"id":             read.Column{},
		"author":         read.One{Type: named("StaffMember"), Column: "author_id"},
		"health":         read.Column{},
		"explanation":    read.Column{},
		"done":           read.Column{},
		"next":           read.Column{},
		"periodStartsOn": read.Column{Kind: read.Date},
		"periodEndsOn":   read.Column{Kind: read.Date},
		"createdAt":      read.Column{Kind: read.Time},
		"jointProject":   read.One{Type: named("JointProject"), Column: "joint_project_id"},
	},
}
