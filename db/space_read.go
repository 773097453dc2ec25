package db

import "maillage/db/read"

// byPlace is the order of the board's columns.
var byPlace = map[string][]read.Term{"": {{SQL: "{}.place", Kind: read.Int, Cast: "integer"}}}

// A room is seen by those who see its gathering, and by anyone where a public
// item of the agenda is in it.
var spaceRead = read.Type{
	Name:  "Space",
	Table: "space",
	Visible: "(" + inGathering("{}.gathering_id") + ` OR EXISTS (
		SELECT
		  FROM agenda_item pa
		  JOIN gathering pg ON pg.id = pa.gathering_id
		 WHERE pa.space_id = {}.id
		   AND pa.is_public
		   AND ` + announced("pg") + "))",
	Fields: map[string]read.Field{
		"id":         read.Column{},
		"name":       read.Column{},
		"capacity":   read.Column{Kind: read.Int},
		"equipment":  read.Column{},
		"accessible": read.Column{Kind: read.Bool},
		"onBoard":    read.Column{Kind: read.Bool},
		"gathering":  read.One{Type: named("Gathering"), Column: "gathering_id"},
		"topicNow":   read.One{Type: named("Topic"), On: "{one}.id = " + topicNow},
		"version":    read.Column{Kind: read.Int},
	},
}

// topicNow is whose session a person who comes to a space is looking for: that
// of the slot going on, else one that has run over, else the next to come.
const topicNow = `(
	SELECT o.topic_id
	  FROM occurrence o
	  JOIN slot s ON s.id = o.slot_id
	 WHERE o.space_id = {}.id
	   AND (o.state = 'RUNNING' OR o.state = 'PLANNED' AND s.ends_at > :now)
	 ORDER BY CASE WHEN s.starts_at <= :now AND s.ends_at > :now THEN 0 WHEN o.state = 'RUNNING' THEN 1 ELSE 2 END,
	       s.starts_at
	 LIMIT 1)`
