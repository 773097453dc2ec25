package db

import (
	"maillage/db/read"
	"maillage/network"
)

// taskRead is what a person is asked: theirs and its author's business alone.
var taskRead = read.Type{
	Name:    "Task",
	Table:   "task",
	Visible: "({}.assignee_id = :viewer_id OR {}.author_id = :viewer_id)",
	Fields: map[string]read.Field{
		"id":       read.Column{},
		"kind":     read.Column{},
		"state":    read.Column{},
		"title":    read.Column{},
		"assignee": read.One{Type: named("StaffMember"), Column: "assignee_id"},
		"author":   read.One{Type: named("StaffMember"), Column: "author_id"},
		"dueOn":    read.Column{Kind: read.Date},
		"overdue":  read.Column{SQL: "coalesce({}.state = 'OPEN' AND {}.due_on < " + today + ", false)", Kind: read.Bool},
		"subject": read.Poly{
			Kind: "{}.subject_kind",
			ID:   "{}.subject_id",
			Types: map[string]func() *read.Type{
				"GATHERING":     named("Gathering"),
				"LIVE_QUESTION": named("LiveQuestion"),
				"CONTRIBUTION":  named("Contribution"),
				"TOPIC":         named("Topic"),
				"WORKING_GROUP": named("WorkingGroup"),
				"JOINT_PROJECT": named("JointProject"),
			},
		},
		"createdAt":         read.Column{Kind: read.Time},
		"closedAt":          read.Column{Kind: read.Time},
		"version":           read.Column{Kind: read.Int},
		"viewerCanComplete": taskRules.right(network.CanCompleteTask),
		"viewerCanDrop":     taskRules.right(network.CanDropTask),
	},
	Hidden: map[string]read.Column{
		"assigneeId": {},
		"authorId":   {},
	},
}

// taskRules are what the rules look at of a task.
var taskRules = ruled[network.Task]{
	needs: []string{"kind", "state", "assigneeId", "authorId"},
	of: func(v network.Viewer, r read.Row) network.Task {
		return network.Task{
			Kind:     network.TaskKind(r.String("kind")),
			State:    network.TaskState(r.String("state")),
			Assignee: network.ID(r.String("assigneeId")),
			Author:   network.ID(r.String("authorId")),
		}
	},
}
