package db

import "maillage/db/read"

var occurrenceRead = read.Type{
	Name:    "Occurrence",
	Table:   "occurrence",
	Visible: ofTopic("{}.topic_id"),
	Fields: map[string]read.Field{
		"id":    read.Column{},
		"slot":  read.One{Type: named("Slot"), Column: "slot_id"},
		"space": read.One{Type: named("Space"), Column: "space_id"},
		"state": read.Column{},
		"participantCount": read.Column{Kind: read.Int, SQL: `(
			SELECT count(*)
			  FROM occurrence_participant p
			 WHERE p.occurrence_id = {}.id)`},
		"hereCount": read.Column{Kind: read.Int, SQL: `(
			SELECT count(*)
			  FROM occurrence_participant p
			 WHERE p.occurrence_id = {}.id
			   AND p.left_at IS NULL)`},
		"participants": read.Many{
			Type:  named("StaffMember"),
			Shape: read.Plain,
			Limit: 200,
			On:    "EXISTS (SELECT FROM occurrence_participant p WHERE p.occurrence_id = {parent} AND p.staff_id = {}.id)",
			Orders: map[string][]read.Term{"": {
				{SQL: "plain_text({}.family_name)", Cast: "text"},
				{SQL: "plain_text({}.given_name)", Cast: "text"},
			}},
		},
		"viewerCheckedIn": read.Column{Kind: read.Bool, SQL: `EXISTS (
			SELECT
			  FROM occurrence_participant p
			 WHERE p.occurrence_id = {}.id
			   AND p.staff_id = :viewer_id
			   AND p.left_at IS NULL)`},
	},
}
