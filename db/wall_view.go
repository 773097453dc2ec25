package db

import (
	"context"
	"database/sql"

	"maillage/network"
)

// Wall gives what the wall of a gathering shows now. Who asks has shown its
// secret: nothing here names anybody.
func (s *Store) Wall(ctx context.Context, gathering network.ID) (*network.Wall, error) {
	wall := &network.Wall{At: s.Now(), Agenda: []network.WallMoment{}, Slots: []network.WallSlot{}, Spaces: []network.WallSpace{}, Topics: []network.WallTopic{}}
	if err := s.wallHead(ctx, gathering, wall); err != nil {
		return nil, err
	}
	if err := s.list(ctx, &wall.Agenda, `
		SELECT i.title,
		       i.kind,
		       i.starts_at,
		       i.ends_at,
		       coalesce(s.name, '') AS space
		  FROM agenda_item i
		  LEFT JOIN space s ON s.id = i.space_id
		 WHERE i.gathering_id = $1
		   AND i.ends_at > $2
		 ORDER BY i.starts_at, i.id
		 LIMIT 3`, gathering, wall.At); err != nil || wall.ForumID == nil {
		return wall, err
	}
	if err := s.list(ctx, &wall.Slots, `
		SELECT id,
		       label,
		       starts_at,
		       ends_at
		  FROM slot
		 WHERE forum_id = $1
		 ORDER BY starts_at, id`, *wall.ForumID); err != nil {
		return nil, err
	}
	if err := s.list(ctx, &wall.Spaces, `
		SELECT id,
		       name
		  FROM space
		 WHERE gathering_id = $1
		   AND on_board
		 ORDER BY place, id`, gathering); err != nil {
		return nil, err
	}
	return wall, s.list(ctx, &wall.Topics, `
		SELECT t.id,
		       t.title,
		       t.state,
		       o.slot_id,
		       o.space_id,
		       t.star_count AS stars,
		       (SELECT count(*)
		          FROM occurrence_participant p
		         WHERE p.occurrence_id = o.id
		           AND p.left_at IS NULL) AS here,
		       t.dot_count AS dots
		  FROM topic t
		  LEFT JOIN occurrence o ON o.topic_id = t.id AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
		 WHERE t.forum_id = $1
		   AND t.state NOT IN ('DRAFT', 'WITHDRAWN', 'MERGED', 'POSTPONED')
		 ORDER BY t.dot_count DESC NULLS LAST, t.created_at, t.id
		 LIMIT $2`, *wall.ForumID, network.TopicsPerForum)
}

// wallHead reads the gathering, its forum, what has the floor, and the figures.
func (s *Store) wallHead(ctx context.Context, gathering network.ID, wall *network.Wall) error {
	stmt, err := s.statements.prepare(ctx, `
		SELECT g.name,
		       g.city,
		       g.time_zone,
		       f.id AS forum_id,
		       f.phase,
		       (SELECT s.topic_id FROM spotlight s WHERE s.forum_id = f.id) AS spotlight_id,
		       q.item,
		       q.text,
		       q.votes,
		       count(t.id) AS topics,
		       coalesce(sum(t.star_count), 0) AS stars,
		       count(*) FILTER (WHERE t.state = 'RUNNING') AS running,
		       count(*) FILTER (WHERE t.state IN ('HELD', 'HARVESTED')) AS held,
		       count(*) FILTER (WHERE t.state = 'HARVESTED') AS harvests,
		       (SELECT coalesce(sum(d.count), 0)
		          FROM topic_dot d
		          JOIN topic voted ON voted.id = d.topic_id
		         WHERE voted.forum_id = f.id) AS dots,
		       (SELECT count(DISTINCT p.staff_id)
		          FROM occurrence_participant p
		          JOIN occurrence o ON o.id = p.occurrence_id
		          JOIN topic met ON met.id = o.topic_id
		         WHERE met.forum_id = f.id) AS people
		  FROM gathering g
		  LEFT JOIN forum f ON f.gathering_id = g.id
		  LEFT JOIN topic t ON t.forum_id = f.id AND t.state NOT IN ('DRAFT', 'WITHDRAWN', 'MERGED', 'POSTPONED')
		  LEFT JOIN LATERAL (
		        SELECT i.title AS item,
		               lq.text,
		               lq.vote_count AS votes
		          FROM agenda_item i
		          JOIN live_question lq ON lq.agenda_item_id = i.id AND lq.state = 'ON_STAGE'
		         WHERE i.gathering_id = g.id
		           AND i.state <> 'CANCELLED'
		           AND i.starts_at <= $2::timestamptz + interval '15 minutes'
		           AND i.ends_at > $2::timestamptz - interval '30 minutes'
		         ORDER BY i.starts_at DESC, i.id
		         LIMIT 1) AS q ON true
		 WHERE g.id = $1
		 GROUP BY g.id, f.id, q.item, q.text, q.votes`)
	if err != nil {
		return mapError(ctx, err)
	}
	var row struct {
		Name     string         `db:"name"`
		City     string         `db:"city"`
		TimeZone string         `db:"time_zone"`
		ForumID  network.ID     `db:"forum_id"`
		Phase    sql.NullString `db:"phase"`
		// Of the topic that has the floor, and of the question on stage.
		SpotlightID *network.ID    `db:"spotlight_id"`
		Item        sql.NullString `db:"item"`
		Text        sql.NullString `db:"text"`
		Votes       sql.NullInt64  `db:"votes"`
		network.WallCounters
	}
	if err := stmt.GetContext(ctx, &row, gathering, wall.At); err != nil {
		return mapError(ctx, err)
	}
	wall.Gathering, wall.City, wall.TimeZone, wall.Counters = row.Name, row.City, row.TimeZone, row.WallCounters
	if row.Text.Valid {
		wall.OnStage = &network.WallQuestion{Item: row.Item.String, Text: row.Text.String, Votes: int(row.Votes.Int64)}
	}
	if row.ForumID != "" {
		phase := network.ForumPhase(row.Phase.String)
		wall.ForumID, wall.Phase, wall.SpotlightID = &row.ForumID, &phase, row.SpotlightID
	}
	return nil
}

// list reads every row into dest, a pointer to a slice, outside any act.
func (s *Store) list(ctx context.Context, dest any, query string, args ...any) error {
	stmt, err := s.statements.prepare(ctx, query)
	if err != nil {
		return mapError(ctx, err)
	}
	return mapError(ctx, stmt.SelectContext(ctx, dest, args...))
}
