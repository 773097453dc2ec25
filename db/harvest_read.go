package db

import "maillage/db/read"

var harvestRead = read.Type{
	Name:    "Harvest",
	Table:   "harvest",
	Visible: ofTopic("{}.topic_id"),
	Fields: map[string]read.Field{
		"id":        read.Column{},
		"state":     read.Column{},
		"said":      read.Column{},
		"decided":   read.Column{},
		"nextSteps": read.Column{},
		"carriesOn": read.Column{},
		"carriers": read.Many{
			Type:  named("StaffMember"),
			Shape: read.Plain,
			On:    "EXISTS (SELECT FROM harvest_carrier c WHERE c.harvest_id = {parent} AND c.staff_id = {}.id)",
			Orders: map[string][]read.Term{"": {
				{SQL: "plain_text({}.family_name)", Cast: "text"},
				{SQL: "plain_text({}.given_name)", Cast: "text"},
			}},
		},
		"editedBy": read.One{Type: named("StaffMember"), Column: "edited_by"},
		"editedAt": read.Column{Kind: read.Time},
		"revisions": read.Many{
			Type:   named("HarvestRevision"),
			Shape:  read.Plain,
			Parent: "{}.harvest_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.version", Kind: read.Int, Cast: "integer", Desc: true}}},
		},
		"version": read.Column{Kind: read.Int},
	},
}

var harvestRevisionRead = read.Type{
	Name:    "HarvestRevision",
	Table:   "harvest_revision",
	KeyCast: "bigint",
	Visible: `(:viewer_kind = 'STAFF' OR (:viewer_kind = 'GUEST' AND EXISTS (
		SELECT
		  FROM harvest h
		  JOIN topic t ON t.id = h.topic_id
		 WHERE h.id = {}.harvest_id
		   AND t.gathering_id = :viewer_gathering)))`,
	Fields: map[string]read.Field{
		"version":   read.Column{Kind: read.Int},
		"said":      read.Column{},
		"decided":   read.Column{},
		"nextSteps": read.Column{},
		"carriesOn": read.Column{},
		"editedBy":  read.One{Type: named("StaffMember"), Column: "edited_by"},
		"editedAt":  read.Column{Kind: read.Time},
	},
}
