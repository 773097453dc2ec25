package db

import "maillage/db/read"

var spaceRead = read.Type{
	Name:    "Space",
	Table:   "space",
	Visible: inGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":        read.Column{},
		"name":      read.Column{},
		"capacity":  read.Column{Kind: read.Int},
		"gathering": read.One{Type: named("Gathering"), Column: "gathering_id"},
		"topicNow":  read.One{Type: named("Topic"), On: "{one}.id = " + topicNow},
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
