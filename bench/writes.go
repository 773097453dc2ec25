package main

// writeOperations are the acts done most often. Their floor does the least that
// keeps a promise: the row and its fact in the journal, in one statement.
func writeOperations(s subject) []operation {
	return []operation{
		{
			name: "M1", about: "post an update", writes: true,
			query: `mutation Post($key: ID!, $id: ID!, $text: String!) { postUpdate(input: { clientMutationId: $key, workingGroupId: $id, text: $text, health: ON_TRACK }) {
				update { id text health createdAt author { id name } } } }`,
			variables: func(n int) map[string]any {
				return map[string]any{"key": fresh(), "id": pick(s.groups, n), "text": "Le groupe a tenu sa réunion ; le guide avance.", "viewer": s.viewer}
			},
			arguments: []string{"key", "id", "text", "viewer"},
			floor: `
				WITH posted AS (
				    INSERT INTO group_update (id, working_group_id, author_id, text, health, created_at)
				    VALUES ($1::uuid, $2::uuid, $4::uuid, $3, 'ON_TRACK', clock_timestamp())
				    RETURNING id, text, health, created_at, author_id
				), told AS (
				    INSERT INTO event (at, actor_id, verb, object_kind, object_id, working_group_id, audience, data)
				    SELECT created_at, author_id, 'UPDATE_POSTED', 'WORKING_GROUP', $2::uuid, $2::uuid, 'STAFF', json_build_object('excerpt', text) FROM posted
				)
				SELECT json_build_object('postUpdate', json_build_object('update', json_build_object('id', u.id, 'text', u.text, 'health', u.health,
				         'createdAt', u.created_at, 'author', json_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name))))
				  FROM posted u
				  JOIN staff_member p ON p.id = u.author_id`,
		},
		{
			name: "M2", about: "star a topic", writes: true,
			query: `mutation Star($key: ID!, $id: ID!) { starTopic(input: { clientMutationId: $key, topicId: $id }) { topic { id starCount viewerStarred } } }`,
			variables: func(n int) map[string]any {
				return map[string]any{"key": fresh(), "id": pick(s.stars, n), "viewer": s.viewer}
			},
			arguments: []string{"id", "viewer"},
			floor: `
				WITH starred AS (
				    INSERT INTO topic_star (topic_id, staff_id, at)
				    VALUES ($1::uuid, $2::uuid, clock_timestamp())
				    ON CONFLICT DO NOTHING
				    RETURNING topic_id
				), told AS (
				    INSERT INTO event (at, actor_id, verb, object_kind, object_id, topic_id, audience)
				    SELECT clock_timestamp(), $2::uuid, 'TOPIC_STARRED', 'TOPIC', topic_id, topic_id, 'STAFF' FROM starred
				)
				SELECT json_build_object('starTopic', json_build_object('topic', json_build_object('id', t.id, 'starCount', t.star_count, 'viewerStarred', true)))
				  FROM topic t
				 WHERE t.id = $1::uuid`,
		},
		{
			name: "M3", about: "put a dot", writes: true,
			query: `mutation Vote($key: ID!, $id: ID!, $count: Int!) { castDots(input: { clientMutationId: $key, topicId: $id, count: $count }) { topic { id viewerDots } } }`,
			variables: func(n int) map[string]any {
				return map[string]any{"key": fresh(), "id": pick(s.votes[:1], n), "count": n % 2, "viewer": s.viewer}
			},
			arguments: []string{"id", "viewer", "count"},
			floor: `
				WITH put AS (
				    INSERT INTO topic_dot (topic_id, staff_id, count, at)
				    VALUES ($1::uuid, $2::uuid, 1 + $3::integer, clock_timestamp())
				    ON CONFLICT (topic_id, staff_id) DO UPDATE SET count = excluded.count, at = excluded.at
				    RETURNING topic_id, count
				), told AS (
				    INSERT INTO event (at, actor_id, verb, object_kind, object_id, topic_id, audience, for_staff_id)
				    SELECT clock_timestamp(), $2::uuid, 'DOTS_CAST', 'TOPIC', topic_id, topic_id, 'PERSON', $2::uuid FROM put
				)
				SELECT json_build_object('castDots', json_build_object('topic', json_build_object('id', topic_id, 'viewerDots', count)))
				  FROM put`,
		},
	}
}
