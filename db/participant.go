package db

import (
	"context"
	"encoding/json"

	"maillage/db/read"
	"maillage/network"
)

// ParticipantFigures counts who comes to a gathering, by day and by centre. Nil
// when the viewer is of no team, or there is no such gathering for them.
func (s *Store) ParticipantFigures(ctx context.Context, v network.Viewer, gathering network.ID) (*network.ParticipantFigures, error) {
	r := reader{ctx, s, v}
	var found [][]byte
	err := r.list(&found, `
		SELECT json_build_object(
		           'registered', (SELECT count(*) FROM registration r WHERE r.gathering_id = g.id AND r.state = 'REGISTERED'),
		           'waiting', (SELECT count(*) FROM registration r WHERE r.gathering_id = g.id AND r.state = 'WAITING'),
		           'awaited', CASE WHEN `+runsGathering("g.id")+` THEN (
		               SELECT count(*)
		                 FROM registration r
		                WHERE r.gathering_id = g.id
		                  AND `+of(placeAnswer, "r")+` = 'AWAITED') END,
		           'days', (
		               SELECT json_agg(json_build_object('day', d.day, 'registered', d.registered, 'present', d.present) ORDER BY d.day)
		                 FROM (
		                     SELECT each.day::date AS day,
		                            (SELECT count(*)
		                               FROM registration r
		                              WHERE r.gathering_id = g.id
		                                AND r.state = 'REGISTERED'
		                                AND each.day::date = ANY(r.days)) AS registered,
		                            CASE WHEN `+runsGathering("g.id")+` THEN (
		                                SELECT count(*)
		                                  FROM attendance a
		                                  JOIN registration r ON r.id = a.registration_id
		                                 WHERE r.gathering_id = g.id
		                                   AND a.day = each.day::date) END AS present
		                       FROM generate_series(g.starts_on, g.ends_on, interval '1 day') AS each (day)
		                 ) AS d),
		           'centres', (
		               SELECT coalesce(json_agg(json_build_object('centreId', c.id, 'name', coalesce(c.short_name, ''), 'registered', c.registered,
		                                                          'waiting', c.waiting)
		                                        ORDER BY c.id IS NULL, plain_text(c.short_name)), '[]')
		                 FROM (
		                     SELECT c.id,
		                            c.short_name,
		                            count(*) FILTER (WHERE r.state = 'REGISTERED') AS registered,
		                            count(*) FILTER (WHERE r.state = 'WAITING') AS waiting
		                       FROM registration r
		                       JOIN staff_member s ON s.id = r.staff_id
		                       LEFT JOIN centre c ON c.id = s.centre_id
		                      WHERE r.gathering_id = g.id
		                        AND r.state <> 'WITHDRAWN'
		                      GROUP BY c.id, c.short_name
		                 ) AS c))
		  FROM gathering g
		 WHERE g.id = $1
		   AND :viewer_kind = 'STAFF'
		   AND `+read.Predicate(&gatheringRead, "g"), gathering)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	var figures network.ParticipantFigures
	return &figures, json.Unmarshal(found[0], &figures)
}
