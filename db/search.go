package db

import (
	"context"
	"strings"
	"unicode/utf8"

	"maillage/db/read"
	"maillage/network"
)

// SearchHit is one answer of the search box.
type SearchHit struct {
	Kind    network.ObjectKind `db:"kind"`
	ID      network.ID         `db:"id"`
	Title   string             `db:"title"`
	Context string             `db:"context"`
}

// Search finds what matches a term among what the viewer may see: a few of each
// kind, what begins with the term before what contains it.
func (s *Store) Search(ctx context.Context, v network.Viewer, term string, most int) ([]SearchHit, error) {
	term = strings.TrimSpace(term)
	if n := utf8.RuneCountInString(term); n < 2 || n > 100 {
		return nil, network.Invalid("term", "search_length", "min", 2, "max", 100)
	}
	if most < 1 || most > 20 {
		return nil, network.Invalid("first", "out_of_range", "min", 1, "max", 20)
	}
	query := `
		WITH term AS (
			SELECT plain_text($1) AS plain,
			       '%' || replace(replace(replace(plain_text($1), '\', '\\'), '%', '\%'), '_', '\_') || '%' AS pattern
		), hit AS (
			(SELECT 'CENTRE' AS kind, c.id, c.short_name AS title, c.city AS context
			   FROM centre c, term
			  WHERE plain_text(c.name || ' ' || c.short_name || ' ' || c.city) LIKE term.pattern
			    AND ` + read.Predicate(&centreRead, "c") + `
			  LIMIT $2)
			UNION ALL
			(SELECT 'STAFF_MEMBER', s.id, s.given_name || ' ' || s.family_name, coalesce(c.short_name, '')
			   FROM term, staff_member s
			   LEFT JOIN centre c ON c.id = s.centre_id
			  WHERE plain_text(s.given_name || ' ' || s.family_name) LIKE term.pattern
			    AND s.active
			    AND :viewer_kind = 'STAFF'
			    AND ` + read.Predicate(&staffMemberRead, "s") + `
			  LIMIT $2)
			UNION ALL
			(SELECT 'GATHERING', g.id, g.name, g.city
			   FROM gathering g, term
			  WHERE plain_text(g.name || ' ' || g.city) LIKE term.pattern
			    AND ` + read.Predicate(&gatheringRead, "g") + `
			  LIMIT $2)
			UNION ALL
			(SELECT 'LIVE_QUESTION', q.id, CASE WHEN char_length(q.text) > 120 THEN left(q.text, 119) || '…' ELSE q.text END, g.name
			   FROM term, live_question q
			   JOIN gathering g ON g.id = q.gathering_id
			  WHERE plain_text(q.text) LIKE term.pattern
			    AND q.state NOT IN ('MERGED', 'WITHDRAWN')
			    AND ` + read.Predicate(&liveQuestionRead, "q") + `
			  LIMIT $2)
			UNION ALL
			(SELECT 'CONTRIBUTION', c.id, c.title, coalesce(g.name, '')
			   FROM term, contribution c
			   LEFT JOIN gathering g ON g.id = c.gathering_id
			  WHERE ` + of(contributionText, "c") + ` LIKE term.pattern
			    AND c.state <> 'WITHDRAWN'
			    AND ` + read.Predicate(&contributionRead, "c") + `
			  LIMIT $2)
			UNION ALL
			(SELECT 'TOPIC', t.id, t.title, f.name
			   FROM term, topic t
			   JOIN forum f ON f.id = t.forum_id
			  WHERE plain_text(t.title || ' ' || t.description) LIKE term.pattern
			    AND ` + read.Predicate(&topicRead, "t") + `
			  LIMIT $2)
			UNION ALL
			(SELECT 'WORKING_GROUP', g.id, g.name, g.state
			   FROM term, working_group_text w
			   JOIN working_group g ON g.id = w.working_group_id
			  WHERE w.text LIKE term.pattern
			    AND ` + read.Predicate(&workingGroupRead, "g") + `
			  LIMIT $2)
			UNION ALL
			(SELECT 'JOINT_PROJECT', j.id, j.title, j.state
			   FROM joint_project j, term
			  WHERE plain_text(j.title || ' ' || j.purpose) LIKE term.pattern
			    AND ` + read.Predicate(&jointProjectRead, "j") + `
			  LIMIT $2)
		)
		SELECT hit.kind,
		       hit.id,
		       hit.title,
		       hit.context
		  FROM hit, term
		 ORDER BY NOT starts_with(plain_text(hit.title), term.plain),
		          strpos(plain_text(hit.title), term.plain) = 0,
		          plain_text(hit.title),
		          hit.id
		 LIMIT $2`
	bound, values := read.BindViewer(query, v, s.Now(), 3)
	hits := []SearchHit{}
	stmt, err := s.statements.prepare(ctx, bound)
	if err != nil {
		return nil, err
	}
	err = stmt.SelectContext(ctx, &hits, append([]any{term, most}, values...)...)
	return hits, mapError(ctx, err)
}
