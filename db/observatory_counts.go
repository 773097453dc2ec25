package db

import (
	"maillage/db/read"
	"maillage/network"
)

func (r reader) states(o *Observatory, theme network.ID) error {
	query := `
		SELECT kind,
		       state,
		       count
		  FROM state_count
		 WHERE $1::uuid IS NULL
		   AND count > 0`
	if theme != "" {
		query = `
		SELECT 'WORKING_GROUP' AS kind,
		       g.state,
		       count(*) AS count
		  FROM working_group_theme t
		  JOIN working_group g ON g.id = t.working_group_id
		 WHERE t.theme_id = $1
		 GROUP BY g.state
		UNION ALL
		SELECT 'JOINT_PROJECT',
		       p.state,
		       count(*)
		  FROM joint_project_theme t
		  JOIN joint_project p ON p.id = t.joint_project_id AND p.sent_at IS NOT NULL
		 WHERE t.theme_id = $1
		 GROUP BY p.state`
	}
	var rows []struct {
		Kind  network.ObjectKind `db:"kind"`
		State string             `db:"state"`
		Count int                `db:"count"`
	}
	if err := r.list(&rows, query, theme); err != nil {
		return err
	}
	counted := map[network.ObjectKind]map[string]int{network.ObjectWorkingGroup: {}, network.ObjectJointProject: {}}
	for _, row := range rows {
		counted[row.Kind][row.State] = row.Count
	}
	o.Groups = inOrder(network.WorkingGroupStates, counted[network.ObjectWorkingGroup])
	o.Projects = inOrder(network.JointProjectStates, counted[network.ObjectJointProject])
	return nil
}

func inOrder[S ~string](states []S, counted map[string]int) []StateCount {
	counts := []StateCount{}
	for _, state := range states {
		if n := counted[string(state)]; n > 0 {
			counts = append(counts, StateCount{string(state), n})
		}
	}
	return counts
}

// fates follows the topics of the latest forums along the thread, all at once;
// topicFate does so for one. The array and OFFSET 0 keep the planner from
// reading every edge and group of the network for the few that are followed.
func (r reader) fates(o *Observatory, theme network.ID) error {
	var rows []struct {
		Forum     network.ID        `db:"forum_id"`
		Gathering network.ID        `db:"gathering_id"`
		Name      string            `db:"name"`
		StartsOn  network.Date      `db:"starts_on"`
		Fate      network.TopicFate `db:"fate"`
		Count     int               `db:"count"`
	}
	err := r.list(&rows, `
		WITH RECURSIVE latest AS (
			SELECT f.id,
			       g.id AS gathering_id,
			       g.name,
			       g.starts_on
			  FROM gathering g
			  JOIN forum f ON f.gathering_id = g.id
			 WHERE `+read.Predicate(&forumRead, "f")+`
			   AND g.state <> 'CANCELLED'
			 ORDER BY g.starts_on DESC, g.id DESC
			 LIMIT $2
		), subject AS MATERIALIZED (
			SELECT t.id,
			       t.forum_id,
			       t.state
			  FROM latest
			  JOIN topic t ON t.forum_id = latest.id
			 WHERE $1::uuid IS NULL
			    OR EXISTS (SELECT FROM topic_theme k WHERE k.topic_id = t.id AND k.theme_id = $1)
		), way (topic_id, id) AS (
			SELECT e.from_id,
			       e.to_id
			  FROM thread_edge e
			 WHERE e.from_id = ANY(ARRAY(SELECT id FROM subject))
			 UNION
			SELECT way.topic_id,
			       e.to_id
			  FROM way
			 CROSS JOIN LATERAL (SELECT to_id FROM thread_edge WHERE from_id = way.id OFFSET 0) AS e
		), reached AS (
			SELECT way.topic_id,
			       max(CASE WHEN became.project IN ('COMPLETED', 'EVALUATED', 'ARCHIVED') THEN 6
			                WHEN became.project IS NOT NULL THEN 5
			                WHEN became.working_group = 'CLOSED' THEN 4
			                WHEN became.working_group IS NOT NULL THEN 3
			                WHEN became.topic = 'HARVESTED' THEN 2
			                WHEN became.topic = 'HELD' THEN 1
			           END) AS step
			  FROM way
			 CROSS JOIN LATERAL (
				SELECT (SELECT p.state FROM joint_project p WHERE p.id = way.id AND p.sent_at IS NOT NULL) AS project,
				       (SELECT g.state FROM working_group g WHERE g.id = way.id) AS working_group,
				       (SELECT t.state FROM topic t WHERE t.id = way.id) AS topic
				OFFSET 0) AS became
			 GROUP BY way.topic_id
		), fated AS (
			SELECT s.forum_id,
			       CASE WHEN s.state = 'WITHDRAWN' THEN 'WITHDRAWN'
			            WHEN reached.step IN (4, 6) THEN 'COMPLETED'
			            WHEN reached.step = 5 THEN 'JOINT_PROJECT'
			            WHEN reached.step = 3 THEN 'WORKING_GROUP'
			            WHEN reached.step = 2 THEN 'HARVESTED'
			            WHEN reached.step = 1 THEN 'HELD'
			            WHEN s.state IN ('HELD', 'HARVESTED') THEN s.state
			            ELSE 'PROPOSED'
			       END AS fate,
			       count(*) AS count
			  FROM subject s
			  LEFT JOIN reached ON reached.topic_id = s.id
			 GROUP BY s.forum_id, fate
		)
		SELECT latest.id AS forum_id,
		       latest.gathering_id,
		       latest.name,
		       latest.starts_on,
		       coalesce(fated.fate, '') AS fate,
		       coalesce(fated.count, 0) AS count
		  FROM latest
		  LEFT JOIN fated ON fated.forum_id = latest.id
		 ORDER BY latest.starts_on DESC, latest.gathering_id DESC`, theme, network.ForumFatesMax)
	if err != nil {
		return err
	}
	for i := 0; i < len(rows); {
		forum := ForumFates{Forum: rows[i].Forum, Gathering: rows[i].Gathering, Name: rows[i].Name, StartsOn: rows[i].StartsOn, Fates: []FateCount{}}
		counted := map[network.TopicFate]int{}
		for ; i < len(rows) && rows[i].Forum == forum.Forum; i++ {
			counted[rows[i].Fate] = rows[i].Count
		}
		for _, fate := range network.TopicFates {
			if n := counted[fate]; n > 0 {
				forum.Fates = append(forum.Fates, FateCount{fate, n})
			}
		}
		o.Forums = append(o.Forums, forum)
	}
	return nil
}
