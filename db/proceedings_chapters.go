package db

// The chapters of the proceedings of the gathering g. Each selects what network
// declares of it, by the same names; what nobody but its author has seen, what
// was taken back and what was merged are no part of it.

const proceedingsProgramme = `
	SELECT i.id,
	       i.title,
	       i.kind,
	       i.starts_at,
	       i.ends_at,
	       coalesce(room.name, '') AS space,
	       i.speaker,
	       i.description,
	       i.is_public AS public
	  FROM agenda_item i
	  LEFT JOIN space room ON room.id = i.space_id
	 WHERE i.gathering_id = g.id
	   AND i.state <> 'CANCELLED'
	 ORDER BY i.starts_at, i.id`

// contributionInProceedings and its like say which rows make an entry.
const contributionInProceedings = "c.gathering_id = g.id AND c.published_at IS NOT NULL AND c.state <> 'WITHDRAWN'"

var proceedingsContributions = `
	SELECT c.id,
	       c.kind,
	       c.title,
	       c.state,
	       ` + personAsJSON("c.author_id") + ` AS author,
	       c.context,
	       c.done,
	       c.results,
	       c.reuse,
	       c.links,
	       c.support_count AS support,
	       (SELECT coalesce(jsonb_agg(jsonb_build_object(
	                   'text', a.text,
	                   'accepted', a.id IS NOT DISTINCT FROM c.accepted_answer_id,
	                   'author', ` + personAsJSON("a.author_id") + `)
	                   ORDER BY a.id IS NOT DISTINCT FROM c.accepted_answer_id DESC, a.created_at, a.id), '[]')
	          FROM contribution_answer a
	         WHERE a.contribution_id = c.id) AS answers,
	       ` + personAsJSON("c.promised_by_id") + ` AS promised_by,
	       c.promised_for,
	       ` + inPublicPart("c.id") + ` AS public
	  FROM contribution c
	 WHERE ` + contributionInProceedings + `
	 ORDER BY c.kind, coalesce(c.presented_at, c.published_at), c.id`

const questionInProceedings = "q.gathering_id = g.id AND q.state IN ('PUBLISHED', 'ON_STAGE', 'ANSWER_PROMISED', 'ANSWERED')"

var proceedingsQuestions = `
	SELECT q.id,
	       i.title AS item_title,
	       q.text,
	       q.state,
	       CASE WHEN NOT q.anonymous THEN ` + personAsJSON("q.author_id") + ` END AS author,
	       q.vote_count AS votes,
	       q.answer,
	       ` + personAsJSON("q.promised_by_id") + ` AS promised_by,
	       q.due_on,
	       ` + inPublicPart("q.id") + ` AS public
	  FROM live_question q
	  JOIN agenda_item i ON i.id = q.agenda_item_id
	 WHERE ` + questionInProceedings + `
	 ORDER BY i.starts_at, i.id, q.state = 'PUBLISHED', q.vote_count DESC, q.created_at, q.id`

const topicInProceedings = "t.gathering_id = g.id AND t.state NOT IN ('DRAFT', 'WITHDRAWN', 'MERGED')"

var proceedingsTopics = `
	SELECT t.id,
	       t.title,
	       t.description,
	       t.state,
	       ` + personAsJSON("t.convener_id") + ` AS convener,
	       met.sessions,
	       (SELECT count(DISTINCT o.staff_id)
	          FROM occurrence_participant o
	          JOIN occurrence session ON session.id = o.occurrence_id
	         WHERE session.topic_id = t.id) AS people,
	       t.dot_count AS dots,
	       (SELECT jsonb_build_object(
	                   'state', h.state,
	                   'said', h.said,
	                   'decided', h.decided,
	                   'next_steps', h.next_steps,
	                   'carries_on', h.carries_on,
	                   'carriers', (SELECT coalesce(jsonb_agg(` + personAsJSON("k.staff_id") + ` ORDER BY k.staff_id), '[]')
	                                  FROM harvest_carrier k
	                                 WHERE k.harvest_id = h.id))
	          FROM harvest h
	         WHERE h.topic_id = t.id
	           AND h.state IN ('PUBLISHED', 'CONFIRMED')) AS harvest,
	       ` + inPublicPart("t.id") + ` AS public
	  FROM topic t
	 CROSS JOIN LATERAL (
	       SELECT min(slot.starts_at) AS begins,
	              coalesce(jsonb_agg(jsonb_build_object('label', slot.label, 'starts_at', slot.starts_at, 'space', room.name)
	                       ORDER BY slot.starts_at), '[]') AS sessions
	         FROM occurrence session
	         JOIN slot ON slot.id = session.slot_id
	         JOIN space room ON room.id = session.space_id
	        WHERE session.topic_id = t.id
	          AND session.state IN ('PLANNED', 'RUNNING', 'ENDED')) AS met
	 WHERE ` + topicInProceedings + `
	 ORDER BY met.begins NULLS LAST, t.created_at, t.id`

// proceedingsOutcomes follows the thread from what was brought, asked or worked
// on to the groups and projects that came of it, and from those to the next. What
// came of several is told of the first.
func proceedingsOutcomes() string {
	return `
	WITH RECURSIVE entry AS (
		SELECT t.id, t.title, t.created_at AS at FROM topic t WHERE ` + topicInProceedings + `
		 UNION ALL
		SELECT c.id, c.title, c.created_at FROM contribution c WHERE ` + contributionInProceedings + `
		 UNION ALL
		SELECT q.id, q.text, q.created_at FROM live_question q WHERE ` + questionInProceedings + `
	), way AS (
		SELECT e.to_kind AS kind, e.to_id AS id, entry.id AS origin_id
		  FROM entry
		  JOIN thread_edge e ON e.from_id = entry.id
		 WHERE e.to_kind IN ('WORKING_GROUP', 'JOINT_PROJECT')
		 UNION
		SELECT e.to_kind, e.to_id, way.origin_id
		  FROM way
		  JOIN thread_edge e ON e.from_id = way.id
		 WHERE e.to_kind IN ('WORKING_GROUP', 'JOINT_PROJECT')
	), outcome AS (
		SELECT 'WORKING_GROUP' AS kind, w.id, w.name AS title, w.state, w.created_at
		  FROM working_group w
		 WHERE w.id IN (SELECT id FROM way)
		   AND w.state NOT IN ('REQUESTED', 'DECLINED')
		 UNION ALL
		SELECT 'JOINT_PROJECT', j.id, j.title, j.state, j.created_at
		  FROM joint_project j
		 WHERE j.id IN (SELECT id FROM way)
		   AND j.sent_at IS NOT NULL
	)
	SELECT o.kind,
	       o.id,
	       o.title,
	       o.state,
	       origin.id AS origin_id,
	       origin.title AS origin_title,
	       ` + inPublicPart("origin.id") + ` AS public
	  FROM outcome o
	 CROSS JOIN LATERAL (
	       SELECT entry.id, entry.title
	         FROM way
	         JOIN entry ON entry.id = way.origin_id
	        WHERE way.id = o.id
	        ORDER BY entry.at, entry.id
	        LIMIT 1) AS origin
	 ORDER BY o.kind DESC, o.created_at, o.id`
}

// proceedingsCentres counts, by centre, the people who were marked present (who
// are registered, where nobody was), brought something, convened, or were in a
// room.
const proceedingsCentres = `
	SELECT c.short_name AS name,
	       c.city,
	       count(*) AS people
	  FROM (SELECT t.convener_id AS staff_id FROM topic t WHERE ` + topicInProceedings + `
	         UNION
	        SELECT c.author_id FROM contribution c WHERE ` + contributionInProceedings + `
	         UNION
	        SELECT o.staff_id
	          FROM occurrence_participant o
	          JOIN occurrence session ON session.id = o.occurrence_id
	          JOIN topic t ON t.id = session.topic_id
	         WHERE t.gathering_id = g.id
	         UNION
	        SELECT r.staff_id
	          FROM registration r
	         WHERE r.gathering_id = g.id
	           AND r.state = 'REGISTERED'
	           AND (EXISTS (SELECT FROM attendance a WHERE a.registration_id = r.id)
	                OR NOT EXISTS (
	                   SELECT
	                     FROM registration marked
	                     JOIN attendance a ON a.registration_id = marked.id
	                    WHERE marked.gathering_id = g.id))) AS came
	  JOIN staff_member s ON s.id = came.staff_id
	  JOIN centre c ON c.id = s.centre_id
	 GROUP BY c.id
	 ORDER BY plain_text(c.short_name), c.id`
