package db

import (
	"context"
	"strconv"

	"maillage/db/read"
	"maillage/network"
)

// calendarMax bounds a calendar: more than anybody goes to in a year.
const calendarMax = 1000

// The entries of a calendar, over g (the gathering) and what they are made of.
// A thing of a cancelled gathering is cancelled, and has moved once more.
var (
	gatheringEntry = `
		SELECT g.id,
		       'GATHERING' AS kind,
		       g.name AS title,
		       g.name AS gathering,
		       g.id AS gathering_id,
		       NULL::uuid AS topic_id,
		       concat_ws(', ', nullif(g.venue, ''), g.city) AS place,
		       '' AS speaker,
		       g.description,
		       g.starts_on::timestamp AT TIME ZONE 'UTC' AS starts_at,
		       (g.ends_on + 1)::timestamp AT TIME ZONE 'UTC' AS ends_at,
		       true AS all_day,
		       g.time_zone,
		       g.state = 'CANCELLED' AS cancelled,
		       g.version - 1 AS sequence,
		       g.changed_at`
	itemEntry = `
		SELECT i.id,
		       'AGENDA_ITEM' AS kind,
		       i.title,
		       g.name AS gathering,
		       g.id AS gathering_id,
		       NULL::uuid AS topic_id,
		       concat_ws(', ', r.name, nullif(g.venue, ''), g.city) AS place,
		       i.speaker,
		       i.description,
		       i.starts_at,
		       i.ends_at,
		       false AS all_day,
		       g.time_zone,
		       i.state = 'CANCELLED' OR g.state = 'CANCELLED' AS cancelled,
		       i.sequence + (g.state = 'CANCELLED')::integer AS sequence,
		       CASE WHEN g.state = 'CANCELLED' THEN greatest(i.changed_at, g.changed_at) ELSE i.changed_at END AS changed_at`
	sessionEntry = `
		SELECT coalesce(o.calendar_id, o.id) AS id,
		       'SESSION' AS kind,
		       t.title,
		       g.name AS gathering,
		       g.id AS gathering_id,
		       t.id AS topic_id,
		       concat_ws(', ', r.name, nullif(g.venue, ''), g.city) AS place,
		       '' AS speaker,
		       t.description,
		       s.starts_at,
		       s.ends_at,
		       false AS all_day,
		       g.time_zone,
		       o.state = 'CANCELLED' OR g.state = 'CANCELLED' AS cancelled,
		       o.sequence + s.version - 1 + (g.state = 'CANCELLED')::integer AS sequence,
		       CASE WHEN g.state = 'CANCELLED' THEN greatest(o.changed_at, s.changed_at, g.changed_at) ELSE greatest(o.changed_at, s.changed_at) END AS changed_at`
)

// calendarQuery is what the viewer goes to: the gatherings they know of; of
// those they take part in, what is for everybody and what they kept; the
// sessions of the topics they convene or have starred. Sessions that have moved
// stand where they now are.
var calendarQuery = `
		WITH mine AS MATERIALIZED (
			SELECT t.id,
			       t.gathering_id
			  FROM topic t
			 WHERE t.convener_id = :viewer_id
			    OR t.id IN (SELECT x.topic_id FROM topic_star x WHERE x.staff_id = :viewer_id)
		), kept AS MATERIALIZED (
			SELECT i.id,
			       i.gathering_id
			  FROM agenda_keep k
			  JOIN agenda_item i ON i.id = k.agenda_item_id
			 WHERE k.staff_id = :viewer_id
		), going AS (
			SELECT gathering_id FROM mine
			UNION
			SELECT gathering_id FROM kept
			UNION
			SELECT :viewer_gathering
		), seen AS MATERIALIZED (
			SELECT g.id, g.name, g.city, g.venue, g.starts_on, g.ends_on, g.time_zone, g.state, g.description, g.version, g.changed_at
			  FROM gathering g
			 WHERE ` + announced("g") + `
			   AND ` + inGathering("g.id") + `
			   AND g.ends_on > (:now)::date - ` + strconv.Itoa(network.CalendarDaysBehind) + `
		)
		SELECT *
		  FROM (` + gatheringEntry + `
		  FROM seen g
		 UNION ALL` + itemEntry + `
		  FROM seen g
		  JOIN agenda_item i ON i.gathering_id = g.id
		  LEFT JOIN space r ON r.id = i.space_id
		 WHERE i.id IN (SELECT id FROM kept)
		    OR (i.kind IN ('PLENARY', 'BREAK') AND g.id IN (SELECT gathering_id FROM going))
		 UNION ALL` + sessionEntry + `
		  FROM seen g
		  JOIN mine ON mine.gathering_id = g.id
		  JOIN topic t ON t.id = mine.id
		  JOIN occurrence o ON o.topic_id = t.id AND o.state <> 'MOVED'
		  JOIN slot s ON s.id = o.slot_id
		  LEFT JOIN space r ON r.id = o.space_id) AS entry
		 ORDER BY starts_at, id
		 LIMIT ` + strconv.Itoa(calendarMax)

// Calendar is what the viewer goes to, in one statement.
func (s *Store) Calendar(ctx context.Context, v network.Viewer) ([]network.CalendarEntry, error) {
	entries := []network.CalendarEntry{}
	bound, values := read.BindViewer(calendarQuery, v, s.Now(), 1)
	return entries, s.list(ctx, &entries, bound, values...)
}

// CalendarItem is one published item of an agenda, for whoever may see it.
func (s *Store) CalendarItem(ctx context.Context, v network.Viewer, item network.ID) ([]network.CalendarEntry, error) {
	return s.calendarEntry(ctx, v, item, itemEntry+`
		  FROM agenda_item i
		  JOIN gathering g ON g.id = i.gathering_id
		  LEFT JOIN space r ON r.id = i.space_id
		 WHERE i.id = $1
		   AND `+read.Predicate(&agendaItemRead, "i"))
}

// CalendarSession is one session of a topic, for whoever may see it: by the id
// of any of the places it has had, as it now stands.
func (s *Store) CalendarSession(ctx context.Context, v network.Viewer, occurrence network.ID) ([]network.CalendarEntry, error) {
	return s.calendarEntry(ctx, v, occurrence, sessionEntry+`
		  FROM occurrence asked
		  JOIN occurrence o ON o.topic_id = asked.topic_id
		                   AND coalesce(o.calendar_id, o.id) = coalesce(asked.calendar_id, asked.id)
		                   AND o.state <> 'MOVED'
		  JOIN topic t ON t.id = o.topic_id
		  JOIN gathering g ON g.id = t.gathering_id
		  JOIN slot s ON s.id = o.slot_id
		  LEFT JOIN space r ON r.id = o.space_id
		 WHERE asked.id = $1
		   AND `+read.Predicate(&occurrenceRead, "asked"))
}

// calendarEntry is the one entry that a query gives of an id.
func (s *Store) calendarEntry(ctx context.Context, v network.Viewer, id network.ID, query string) ([]network.CalendarEntry, error) {
	if !id.UUID() {
		return nil, network.NotFound()
	}
	entries := []network.CalendarEntry{}
	bound, values := read.BindViewer(query, v, s.Now(), 2)
	err := s.list(ctx, &entries, bound, append([]any{id}, values...)...)
	if err == nil && len(entries) == 0 {
		return nil, network.NotFound()
	}
	return entries, err
}
