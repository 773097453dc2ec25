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

// wallHead reads the gathering, its forum and the figures.
func (s *Store) wallHead(ctx context.Context, gathering network.ID, wall *network.Wall) error {
	stmt, err := s.statements.prepare(ctx, `
		SELECT g.name,
		       g.city,
		       g.time_zone,
		       f.id AS forum_id,
		       f.phase,
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
		 WHERE g.id = $1
		 GROUP BY g.id, f.id`)
	if err != nil {
		return mapError(ctx, err)
	}
	var row struct {
		Name     string         `db:"name"`
		City     string         `db:"city"`
		TimeZone string         `db:"time_zone"`
		ForumID  network.ID     `db:"forum_id"`
		Phase    sql.NullString `db:"phase"`
		network.WallCounters
	}
	if err := stmt.GetContext(ctx, &row, gathering); err != nil {
		return mapError(ctx, err)
	}
	wall.Gathering, wall.City, wall.TimeZone, wall.Counters = row.Name, row.City, row.TimeZone, row.WallCounters
	if row.ForumID != "" {
		phase := network.ForumPhase(row.Phase.String)
		wall.ForumID, wall.Phase = &row.ForumID, &phase
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
