package db

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// link notes that one object came from another. Said twice it is noted once.
func (t *tx) link(fromKind network.ObjectKind, from network.ID, toKind network.ObjectKind, to network.ID) error {
	_, err := t.exec(`
		INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at)
		VALUES ($1, $2, $3, $4, :now)
		ON CONFLICT (from_id, to_id) DO NOTHING`, fromKind, from, toKind, to)
	return err
}

// Thread gives where a contribution, a live question, a topic, a group or a project comes from and
// what it became; nil when there is nothing the viewer may see. The way goes
// through nothing hidden: what lies behind stays hidden too.
func (s *Store) Thread(ctx context.Context, v network.Viewer, id network.ID) (*network.Thread, error) {
	query, values := read.BindViewer(threadQuery(), v, s.Now(), 2)
	stmt, err := s.statements.prepare(ctx, query)
	if err != nil {
		return nil, mapError(ctx, err)
	}
	var rows []threadRow
	if err := stmt.SelectContext(ctx, &rows, append([]any{id}, values...)...); err != nil {
		return nil, mapError(ctx, err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	return threadOf(rows), nil
}

// threadRow is a node with the objects it comes from.
type threadRow struct {
	network.ThreadNode
	Origins pq.StringArray `db:"origins"`
}

// threadOf ties the nodes: the steps of a topic follow one another, and what
// came from the topic came from the last of them.
func threadOf(rows []threadRow) *network.Thread {
	steps := []network.ThreadKind{network.ThreadTopic, network.ThreadSession, network.ThreadHarvest, network.ThreadVote}
	place := map[network.ThreadKind]map[network.ID]int{}
	thread := &network.Thread{Nodes: make([]network.ThreadNode, len(rows)), Edges: []network.ThreadEdge{}}
	for i, row := range rows {
		thread.Nodes[i] = row.ThreadNode
		if place[row.Kind] == nil {
			place[row.Kind] = map[network.ID]int{}
		}
		place[row.Kind][row.ID] = i
	}
	// last is the node that stands for an object when something came from it.
	last := map[network.ID]int{}
	for _, kind := range []network.ThreadKind{network.ThreadGathering, network.ThreadContribution, network.ThreadLiveQuestion,
		network.ThreadWorkingGroup, network.ThreadJointProject} {
		for id, i := range place[kind] {
			last[id] = i
		}
	}
	for id, i := range place[network.ThreadTopic] {
		last[id] = i
		for _, step := range steps[1:] {
			if next, ok := place[step][id]; ok {
				thread.Edges = append(thread.Edges, network.ThreadEdge{From: last[id], To: next})
				last[id] = next
			}
		}
	}
	for i, row := range rows {
		for _, origin := range row.Origins {
			if from, ok := last[network.ID(origin)]; ok {
				thread.Edges = append(thread.Edges, network.ThreadEdge{From: from, To: i})
			}
		}
	}
	slices.SortFunc(thread.Edges, func(a, b network.ThreadEdge) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	return thread
}

// threadEnds are the kinds of object that thread_edge ties, with what it is to
// read them.
func threadEnds() []struct {
	kind string
	read *read.Type
} {
	return []struct {
		kind string
		read *read.Type
	}{{"CONTRIBUTION", &contributionRead}, {"LIVE_QUESTION", &liveQuestionRead}, {"TOPIC", &topicRead}, {"WORKING_GROUP", &workingGroupRead}, {"JOINT_PROJECT", &jointProjectRead}}
}

// seenEnd is the condition that the viewer may see an end of a thread's edge e.
func seenEnd(end string) string {
	var sql strings.Builder
	sql.WriteString("CASE e." + end + "_kind")
	for _, k := range threadEnds() {
		sql.WriteString(" WHEN '" + k.kind + "' THEN EXISTS (SELECT FROM " + k.read.Table + " o WHERE o.id = e." + end + "_id AND " +
			read.Predicate(k.read, "o") + ")")
	}
	return sql.String() + " END"
}

// threadQuery walks from the object $1 back to where it comes from and on to
// what it became; each way goes one direction only, so that what merely shares
// an origin stays out. A gathering stands before what was brought to it and asked
// there, though that may have been before its first day; it leads to a topic by the
// contribution that the topic comes from, where there is one. A question stands
// behind those merged into it.
func threadQuery() string {
	var start []string
	for _, k := range threadEnds() {
		start = append(start, "SELECT '"+k.kind+"' AS kind, o.id FROM "+k.read.Table+" o WHERE o.id = $1 AND "+read.Predicate(k.read, "o"))
	}
	return `
		WITH RECURSIVE start AS (
			` + strings.Join(start, " UNION ALL ") + `
		), origin AS (
			SELECT kind, id
			  FROM start
			 UNION
			SELECT e.from_kind, e.from_id
			  FROM origin
			  JOIN thread_edge e ON e.to_id = origin.id
			 WHERE ` + seenEnd("from") + `
		), outcome AS (
			SELECT kind, id
			  FROM start
			 UNION
			SELECT e.to_kind, e.to_id
			  FROM outcome
			  JOIN thread_edge e ON e.from_id = outcome.id
			 WHERE ` + seenEnd("to") + `
		), way AS (
			SELECT kind, id FROM origin
			 UNION
			SELECT kind, id FROM outcome
		), contributions AS (
			SELECT c.id, c.title, c.state, coalesce(c.published_at, c.created_at) AS at, c.gathering_id
			  FROM way
			  JOIN contribution c ON c.id = way.id
			 WHERE way.kind = 'CONTRIBUTION'
		), topics AS (
			SELECT t.id, t.title, t.state, t.created_at, t.gathering_id, t.forum_id, t.dot_count, t.occurrence_id
			  FROM way
			  JOIN topic t ON t.id = way.id
			 WHERE way.kind = 'TOPIC'
		), questions AS (
			SELECT q.id, q.text, q.state, q.created_at, q.gathering_id
			  FROM way
			  JOIN live_question q ON q.id = way.id
			 WHERE way.kind = 'LIVE_QUESTION'
		), begun AS (
			SELECT gathering_id, at FROM contributions
			 UNION ALL
			SELECT gathering_id, created_at FROM questions
			 UNION ALL
			SELECT gathering_id, created_at FROM topics
		), node AS (
			SELECT 'GATHERING' AS kind, 0 AS rank, g.id, g.name AS title, g.state,
			       g.starts_on::timestamp AT TIME ZONE g.time_zone AS at,
			       least(g.starts_on::timestamp AT TIME ZONE g.time_zone,
			             (SELECT min(begun.at) FROM begun WHERE begun.gathering_id = g.id)) AS sorted_at,
			       '{}'::uuid[] AS origins
			  FROM gathering g
			 WHERE g.id IN (SELECT gathering_id FROM begun)
			   AND ` + read.Predicate(&gatheringRead, "g") + `
			 UNION ALL
			SELECT 'LIVE_QUESTION', 1, q.id, CASE WHEN char_length(q.text) > 140 THEN left(q.text, 139) || '…' ELSE q.text END, q.state,
			       q.created_at, coalesce((SELECT max(e.at) FROM thread_edge e JOIN questions f ON f.id = e.from_id WHERE e.to_id = q.id), q.created_at),
			       q.gathering_id || ARRAY(SELECT e.from_id FROM thread_edge e JOIN way AS w ON w.id = e.from_id WHERE e.to_id = q.id)
			  FROM questions q
			 UNION ALL
			SELECT 'CONTRIBUTION', 1, id, title, state, at, at, ARRAY[gathering_id]
			  FROM contributions
			 UNION ALL
			SELECT 'TOPIC', 2, id, title, state, created_at, created_at,
			       ARRAY(SELECT e.from_id FROM thread_edge e JOIN way AS w ON w.id = e.from_id WHERE e.to_id = topics.id)
			       || CASE WHEN EXISTS (SELECT FROM thread_edge e JOIN way AS w ON w.id = e.from_id WHERE e.to_id = topics.id AND e.from_kind = 'CONTRIBUTION')
			               THEN '{}'::uuid[] ELSE ARRAY[gathering_id] END
			  FROM topics
			 UNION ALL
			SELECT 'SESSION', 3, topics.id, topics.title, o.state, slot.starts_at, slot.starts_at, '{}'
			  FROM topics
			  JOIN occurrence o ON o.id = topics.occurrence_id AND ` + read.Predicate(&occurrenceRead, "o") + `
			  JOIN slot ON slot.id = o.slot_id
			 UNION ALL
			SELECT 'HARVEST', 4, topics.id, topics.title, h.state, h.edited_at, h.edited_at, '{}'
			  FROM topics
			  JOIN harvest h ON h.topic_id = topics.id
			 WHERE ` + read.Predicate(&harvestRead, "h") + `
			 UNION ALL
			SELECT 'VOTE', 5, topics.id, topics.dot_count::text, 'CLOSED', f.vote_closed_at, f.vote_closed_at, '{}'
			  FROM topics
			  JOIN forum f ON f.id = topics.forum_id
			 WHERE f.vote_closed_at IS NOT NULL
			   AND topics.dot_count > 0
			   AND ` + read.Predicate(&forumRead, "f") + `
			 UNION ALL
			SELECT way.kind, 6, g.id, g.name, g.state, g.created_at, g.created_at,
			       ARRAY(SELECT e.from_id FROM thread_edge e JOIN way AS w ON w.id = e.from_id WHERE e.to_id = g.id)
			  FROM way
			  JOIN working_group g ON g.id = way.id
			 WHERE way.kind = 'WORKING_GROUP'
			 UNION ALL
			SELECT way.kind, 7, p.id, p.title, p.state, p.created_at, p.created_at,
			       ARRAY(SELECT e.from_id FROM thread_edge e JOIN way AS w ON w.id = e.from_id WHERE e.to_id = p.id)
			  FROM way
			  JOIN joint_project p ON p.id = way.id
			 WHERE way.kind = 'JOINT_PROJECT'
		)
		SELECT kind,
		       id,
		       title,
		       state,
		       at,
		       origins
		  FROM node
		 ORDER BY sorted_at, rank, id`
}
