package main

// readOperations are the pages and lists. The floor answers the same rows in the
// same nesting; it knows its viewer may see them.
func readOperations(s subject) []operation {
	return []operation{
		{
			name: "Q1", about: "group page: 20 members with centres, milestones, 10 updates with authors, projects",
			query: `query GroupPage($id: ID!) { workingGroup(id: $id) {
				id name purpose state memberCount centreCount lastActivityAt
				members(filter: { states: [MEMBER] }, first: 20) { nodes { id role since staffMember { id name job centre { id shortName city } } } pageInfo { hasNextPage } }
				milestones { id title dueOn state }
				updates(first: 10) { nodes { id text health createdAt author { id name centre { id shortName } } } }
				jointProjects { id title state } } }`,
			variables: func(n int) map[string]any { return map[string]any{"id": pick(s.pages, n)} },
			arguments: []string{"id"},
			floor: `
				SELECT json_build_object('workingGroup', json_build_object(
				         'id', g.id, 'name', g.name, 'purpose', g.purpose, 'state', g.state, 'memberCount', g.member_count,
				         'centreCount', g.centre_count, 'lastActivityAt', g.last_activity_at,
				         'members', (SELECT json_build_object('nodes', coalesce(json_agg(m.node), '[]'), 'pageInfo', json_build_object('hasNextPage', count(*) > 20))
				                       FROM (SELECT json_build_object('id', m.id, 'role', m.role, 'since', m.since, 'staffMember',
				                                      json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'job', p.job, 'centre',
				                                        CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'shortName', c.short_name, 'city', c.city) END)) AS node
				                               FROM (SELECT * FROM membership WHERE working_group_id = g.id AND state = 'MEMBER' ORDER BY rank, since, id LIMIT 20) m
				                               JOIN staff_member p ON p.id = m.staff_id
				                               LEFT JOIN centre c ON c.id = p.centre_id
				                              ORDER BY m.rank, m.since, m.id) m),
				         'milestones', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'title', s.title, 'dueOn', s.due_on, 'state', s.state)
				                                        ORDER BY coalesce(s.due_on, 'infinity'::date), s.id), '[]')
				                          FROM milestone s WHERE s.working_group_id = g.id),
				         'updates', (SELECT json_build_object('nodes', coalesce(json_agg(u.node), '[]'))
				                       FROM (SELECT json_build_object('id', u.id, 'text', u.text, 'health', u.health, 'createdAt', u.created_at, 'author',
				                                      json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'centre',
				                                        CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'shortName', c.short_name) END)) AS node
				                               FROM (SELECT * FROM group_update WHERE working_group_id = g.id ORDER BY created_at DESC, id DESC LIMIT 10) u
				                               JOIN staff_member p ON p.id = u.author_id
				                               LEFT JOIN centre c ON c.id = p.centre_id
				                              ORDER BY u.created_at DESC, u.id DESC) u),
				         'jointProjects', (SELECT coalesce(json_agg(json_build_object('id', j.id, 'title', j.title, 'state', j.state) ORDER BY j.created_at, j.id), '[]')
				                             FROM thread_edge e JOIN joint_project j ON j.id = e.to_id AND j.sent_at IS NOT NULL WHERE e.from_id = g.id)))
				  FROM working_group g
				 WHERE g.id = $1`,
		},
		{
			name: "Q2", about: "list of 50 groups with lead, counts, last update",
			query: `query Groups { workingGroups(filter: { states: [ACTIVE] }, first: 50) { nodes {
				id name state memberCount centreCount lastActivityAt
				lead { id staffMember { id name centre { id shortName } } }
				lastUpdate { id createdAt health } } pageInfo { hasNextPage endCursor } } }`,
			variables: func(int) map[string]any { return map[string]any{} },
			floor: `
				SELECT json_build_object('workingGroups', json_build_object('nodes', json_agg(x.node), 'pageInfo', json_build_object('hasNextPage', count(*) = 50)))
				  FROM (SELECT json_build_object('id', g.id, 'name', g.name, 'state', g.state, 'memberCount', g.member_count, 'centreCount', g.centre_count,
				                 'lastActivityAt', g.last_activity_at,
				                 'lead', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'staffMember', json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name,
				                   'centre', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'shortName', c.short_name) END)) END,
				                 'lastUpdate', CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'createdAt', u.created_at, 'health', u.health) END) AS node
				          FROM (SELECT * FROM working_group WHERE state = 'ACTIVE' ORDER BY last_activity_at DESC, id DESC LIMIT 50) g
				          LEFT JOIN membership m ON m.id = g.lead_id
				          LEFT JOIN staff_member p ON p.id = m.staff_id
				          LEFT JOIN centre c ON c.id = p.centre_id
				          LEFT JOIN group_update u ON u.id = g.last_update_id
				         ORDER BY g.last_activity_at DESC, g.id DESC) x`,
		},
		{
			name: "Q3", about: "Observatoire of a year: matrix of ties, counts, attention",
			query: `query Observatory($from: Date!, $to: Date!) { observatory(period: { startsOn: $from, endsOn: $to }) {
				workingGroupsByState { state count } jointProjectsByState { state count }
				centres { centreId name shortName weight } ties { centreId otherCentreId factCount weight } }
				workingGroups(filter: { needsAttention: true }, orderBy: QUIETEST, first: 20) { nodes { id name state lastActivityAt } } }`,
			variables: func(int) map[string]any { return map[string]any{"from": "2025-01-01", "to": "2025-12-31"} },
			arguments: []string{"from", "to"},
			floor: `
				WITH foremost AS (
				    SELECT e.centre_id, e.weight_started - coalesce(s.weight_ended, 0) AS weight
				      FROM tie_centre_month e
				      LEFT JOIN tie_centre_month s ON s.centre_id = e.centre_id
				            AND s.month = least(tie_month($1::date) - 1, (SELECT max(month) FROM tie_centre_month))
				     WHERE e.month = least(tie_month($2::date), (SELECT max(month) FROM tie_centre_month))
				     ORDER BY weight DESC, e.centre_id
				     LIMIT 30
				)
				SELECT json_build_object(
				         'observatory', json_build_object(
				           'workingGroupsByState', (SELECT json_agg(json_build_object('state', state, 'count', count)) FROM state_count WHERE kind = 'WORKING_GROUP'),
				           'jointProjectsByState', (SELECT json_agg(json_build_object('state', state, 'count', count)) FROM state_count WHERE kind = 'JOINT_PROJECT'),
				           'centres', (SELECT json_agg(json_build_object('centreId', c.id, 'name', c.name, 'shortName', c.short_name, 'weight', f.weight) ORDER BY f.weight DESC)
				                         FROM foremost f JOIN centre c ON c.id = f.centre_id),
				           'ties', (SELECT json_agg(json_build_object('centreId', t.centre_a, 'otherCentreId', t.centre_b, 'factCount', t.facts, 'weight', t.weight))
				                      FROM (SELECT f.centre_a, f.centre_b, count(*) AS facts, sum(f.weight) AS weight
				                              FROM tie_fact f
				                             WHERE f.centre_a IN (SELECT centre_id FROM foremost)
				                               AND f.centre_b IN (SELECT centre_id FROM foremost)
				                               AND f.starts_on <= $2::date
				                               AND (f.ends_on IS NULL OR f.ends_on >= $1::date)
				                             GROUP BY f.centre_a, f.centre_b) t)),
				         'workingGroups', json_build_object('nodes',
				           (SELECT json_agg(json_build_object('id', g.id, 'name', g.name, 'state', g.state, 'lastActivityAt', g.last_activity_at))
				              FROM (SELECT * FROM working_group
				                     WHERE state IN ('FORMING', 'ACTIVE')
				                       AND (lead_count = 0 OR quiet_since < now() - interval '60 days' OR next_due_on < current_date)
				                     ORDER BY quiet_since, id LIMIT 20) g)))`,
		},
		{
			name: "Q4", about: "50 projects with partners",
			query: `query Projects { jointProjects(first: 50) { nodes {
				id title state startsOn endsOn leadCentre { id shortName }
				partnerships { id role state centre { id shortName } commitment { id personDays money } } } pageInfo { hasNextPage } } }`,
			variables: func(int) map[string]any { return map[string]any{} },
			floor: `
				SELECT json_build_object('jointProjects', json_build_object('nodes', json_agg(x.node), 'pageInfo', json_build_object('hasNextPage', count(*) = 50)))
				  FROM (SELECT json_build_object('id', j.id, 'title', j.title, 'state', j.state, 'startsOn', j.starts_on, 'endsOn', j.ends_on,
				                 'leadCentre', json_build_object('id', l.id, 'shortName', l.short_name),
				                 'partnerships', (SELECT json_agg(json_build_object('id', p.id, 'role', p.role, 'state', p.state, 'centre', json_build_object('id', c.id, 'shortName', c.short_name),
				                                           'commitment', json_build_object('id', k.id, 'personDays', k.person_days, 'money', k.money)))
				                                    FROM partnership p
				                                    JOIN centre c ON c.id = p.centre_id
				                                    JOIN commitment k ON k.partnership_id = p.id AND k.version = p.commitment_version
				                                   WHERE p.joint_project_id = j.id)) AS node
				          FROM (SELECT * FROM joint_project WHERE sent_at IS NOT NULL ORDER BY last_activity_at DESC, id DESC LIMIT 50) j
				          JOIN centre l ON l.id = j.lead_centre_id
				         ORDER BY j.last_activity_at DESC, j.id DESC) x`,
		},
		{
			name: "Q5", about: "forum board: 60 topics, stars, placements",
			query: `query Board($id: ID!) { forum(id: $id) { id phase
				slots { id label startsAt endsAt } spaces { id name capacity }
				topics { id title state starCount viewerStarred convener { id name centre { id shortName } } occurrence { id slot { id } space { id } } } } }`,
			variables: func(int) map[string]any { return map[string]any{"id": s.board, "viewer": s.viewer} },
			arguments: []string{"id", "viewer"},
			floor: `
				SELECT json_build_object('forum', json_build_object('id', f.id, 'phase', f.phase,
				         'slots', (SELECT json_agg(json_build_object('id', s.id, 'label', s.label, 'startsAt', s.starts_at, 'endsAt', s.ends_at) ORDER BY s.starts_at, s.id) FROM slot s WHERE s.forum_id = f.id),
				         'spaces', (SELECT json_agg(json_build_object('id', s.id, 'name', s.name, 'capacity', s.capacity) ORDER BY s.place, s.id) FROM space s WHERE s.gathering_id = f.gathering_id AND s.on_board),
				         'topics', (SELECT json_agg(json_build_object('id', t.id, 'title', t.title, 'state', t.state, 'starCount', t.star_count,
				                             'viewerStarred', EXISTS (SELECT FROM topic_star x WHERE x.topic_id = t.id AND x.staff_id = $2::uuid),
				                             'convener', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name,
				                               'centre', CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'shortName', c.short_name) END) END,
				                             'occurrence', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'slot', json_build_object('id', o.slot_id), 'space', json_build_object('id', o.space_id)) END)
				                             ORDER BY t.created_at, t.id)
				                      FROM topic t
				                      LEFT JOIN staff_member p ON p.id = t.convener_id
				                      LEFT JOIN centre c ON c.id = p.centre_id
				                      LEFT JOIN occurrence o ON o.topic_id = t.id AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
				                     WHERE t.forum_id = f.id)))
				  FROM forum f
				 WHERE f.id = $1`,
		},
		{
			name: "Q6", about: "home: inbox, stream, dates",
			query: `query Home { viewer { id
				tasks(filter: { states: [OPEN] }, first: 20) { nodes { id kind title dueOn createdAt } }
				stream(first: 20) { nodes { id at verb excerpt actor { id name centre { id shortName } } objectKind objectId } }
				dates { on kind title objectId } } }`,
			variables: func(int) map[string]any { return map[string]any{"viewer": s.viewer} },
			arguments: []string{"viewer"},
			floor:     homeFloor,
		},
	}
}

const homeFloor = `
	SELECT json_build_object('viewer', json_build_object('id', v.id,
	         'tasks', (SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'title', t.title, 'dueOn', t.due_on, 'createdAt', t.created_at)), '[]'))
	                     FROM (SELECT * FROM task WHERE assignee_id = v.id AND state = 'OPEN' ORDER BY coalesce(due_on, 'infinity'::date), id LIMIT 20) t),
	         'stream', (SELECT json_build_object('nodes', coalesce(json_agg(json_build_object('id', e.id, 'at', e.at, 'verb', e.verb, 'excerpt', coalesce(e.data->>'excerpt', ''),
	                             'actor', json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'centre',
	                               CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'shortName', c.short_name) END),
	                             'objectKind', e.object_kind, 'objectId', e.object_id) ORDER BY e.id DESC), '[]'))
	                      FROM (SELECT f.*
	                              FROM (SELECT x.*
	                                      FROM membership m
	                                     CROSS JOIN LATERAL (SELECT * FROM event WHERE working_group_id = m.working_group_id AND audience = 'STAFF'
	                                                            AND actor_id IS DISTINCT FROM v.id ORDER BY id DESC LIMIT 20) x
	                                     WHERE m.staff_id = v.id AND m.state = 'MEMBER'
	                                    UNION
	                                    SELECT x.*
	                                      FROM team_member m
	                                     CROSS JOIN LATERAL (SELECT * FROM event WHERE joint_project_id = m.joint_project_id AND audience = 'STAFF'
	                                                            AND actor_id IS DISTINCT FROM v.id ORDER BY id DESC LIMIT 20) x
	                                     WHERE m.staff_id = v.id) f
	                             ORDER BY f.id DESC
	                             LIMIT 20) e
	                      LEFT JOIN staff_member p ON p.id = e.actor_id
	                      LEFT JOIN centre c ON c.id = p.centre_id),
	         'dates', (SELECT coalesce(json_agg(json_build_object('on', d.day, 'kind', d.kind, 'title', d.title, 'objectId', d.object_id)), '[]')
	                     FROM (SELECT * FROM date_entry WHERE staff_id = v.id AND day >= current_date ORDER BY day, id LIMIT 10) d)))
	  FROM staff_member v
	 WHERE v.id = $1`
