package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// Observatory is cooperation over the network in a period of whole months.
type Observatory struct {
	Period   network.Period
	Groups   []StateCount
	Projects []StateCount
	Centres  []TiedCentre
	Ties     []PeriodTie
	Measures []Measure
	Forums   []ForumFates
}

// StateCount is how many objects are in a state.
type StateCount struct {
	State string
	Count int
}

// TiedCentre is a centre with what ties it to others in the period.
type TiedCentre struct {
	ID        network.ID `db:"id"`
	Name      string     `db:"name"`
	ShortName string     `db:"short_name"`
	Region    string     `db:"region"`
	Latitude  float64    `db:"latitude"`
	Longitude float64    `db:"longitude"`
	Ties      int        `db:"ties"`
	Weight    float64    `db:"weight"`
}

// PeriodTie is what ties two centres in the period.
type PeriodTie struct {
	Centre network.ID `db:"centre_a"`
	Other  network.ID `db:"centre_b"`
	Facts  int        `db:"facts"`
	Weight float64    `db:"weight"`
}

// Measure is one measure of the network; Before is absent where the period
// before has no period before it to be held against.
type Measure struct {
	Code          network.MeasureCode
	Value, Before float64
}

// ForumFates is what became of the topics of a forum.
type ForumFates struct {
	Forum     network.ID
	Gathering network.ID
	Name      string
	StartsOn  network.Date
	Fates     []FateCount
}

// FateCount is how many topics have come exactly so far.
type FateCount struct {
	Fate  network.TopicFate
	Count int
}

// Observatory reads the network in a period, of one theme or of all. Without
// a theme it reads sums, whose number does not follow the network's facts.
func (s *Store) Observatory(ctx context.Context, v network.Viewer, period network.Period, theme network.ID) (*Observatory, error) {
	if err := period.Validate(); err != nil {
		return nil, err
	}
	period = period.Whole()
	o := &Observatory{Period: period}
	q := reader{ctx, s, v}
	var pairs pairCounts
	var err error
	if theme == "" {
		pairs, err = q.tiesOfAll(o)
	} else {
		pairs, err = q.tiesOfTheme(o, theme)
	}
	if err != nil {
		return nil, err
	}
	o.Measures = pairs.measures()
	if err := q.states(o, theme); err != nil {
		return nil, err
	}
	return o, q.fates(o, theme)
}

// reader runs the statements of one answer, outside any transaction.
type reader struct {
	ctx   context.Context
	store *Store
	v     network.Viewer
}

func (r reader) list(dest any, query string, args ...any) error {
	text, values := read.BindViewer(query, r.v, r.store.Now(), len(args)+1)
	stmt, err := r.store.statements.prepare(r.ctx, text)
	if err != nil {
		return err
	}
	return mapError(r.ctx, stmt.SelectContext(r.ctx, dest, append(args, values...)...))
}

// tiesOfAll reads the centres from their sums, and the ties among the foremost
// from their facts.
func (r reader) tiesOfAll(o *Observatory) (pairCounts, error) {
	from, to := o.Period.Months()
	length := to - from + 1
	var rows []struct {
		TiedCentre
		Facts      int `db:"facts"`
		Tied       int `db:"tied"`
		TiedBefore int `db:"tied_before"`
	}
	err := r.list(&rows, `
		WITH at_end AS (
			SELECT *
			  FROM tie_centre_month
			 WHERE month = least($2, (SELECT max(month) FROM tie_centre_month))
		), at_start AS (
			SELECT *
			  FROM tie_centre_month
			 WHERE month = least($1 - 1, (SELECT max(month) FROM tie_centre_month))
		), before AS (
			SELECT *
			  FROM tie_centre_month
			 WHERE month = least($1 - $3 - 1, (SELECT max(month) FROM tie_centre_month))
		), active AS (
			SELECT e.centre_id,
			       e.facts_started - coalesce(s.facts_ended, 0) AS facts,
			       e.weight_started - coalesce(s.weight_ended, 0) AS weight,
			       e.spells_started - coalesce(s.spells_ended, 0) AS spells,
			       count(*) FILTER (WHERE e.facts_started > coalesce(s.facts_ended, 0)) OVER () AS tied,
			       count(*) FILTER (WHERE s.facts_started > coalesce(b.facts_ended, 0)) OVER () AS tied_before
			  FROM at_end e
			  LEFT JOIN at_start s ON s.centre_id = e.centre_id
			  LEFT JOIN before b ON b.centre_id = e.centre_id
			 ORDER BY weight DESC, e.centre_id
			 LIMIT $4
		)
		SELECT c.id,
		       c.name,
		       c.short_name,
		       coalesce(c.regions[1], '') AS region,
		       c.latitude,
		       c.longitude,
		       a.spells - (SELECT coalesce(sum(g.spells), 0)
		                     FROM tie_centre_gap g
		                    WHERE g.centre_id = a.centre_id
		                      AND g.from_month >= $1
		                      AND g.to_month <= $2) AS ties,
		       a.weight,
		       a.facts,
		       a.tied,
		       a.tied_before
		  FROM active a
		  JOIN centre c ON c.id = a.centre_id
		 ORDER BY a.weight DESC, a.centre_id`, from, to, length, network.TiedCentresMax)
	if err != nil {
		return pairCounts{}, err
	}
	var counts []pairCounts
	err = r.list(&counts, `
		SELECT (SELECT count(*) FROM centre WHERE joined_on <= $4) AS centres,
		       (SELECT count(*) FROM centre WHERE joined_on < $5) AS centres_before,
		       now_tied.pairs,
		       now_tied.cross_pairs,
		       before.pairs AS pairs_before,
		       before.cross_pairs AS cross_before,
		       either.pairs AS pairs_either,
		       earlier.pairs AS pairs_earlier,
		       either_before.pairs AS pairs_either_before
		  FROM tie_pairs($1, $2) AS now_tied,
		       tie_pairs($1 - $3, $1 - 1) AS before,
		       tie_pairs($1 - $3, $2) AS either,
		       tie_pairs($1 - 2 * $3, $1 - $3 - 1) AS earlier,
		       tie_pairs($1 - 2 * $3, $1 - 1) AS either_before`,
		from, to, length, o.Period.EndsOn, o.Period.StartsOn)
	if err != nil {
		return pairCounts{}, err
	}
	pairs := counts[0]
	var ids []network.ID
	for _, row := range rows {
		pairs.Tied, pairs.TiedBefore = row.Tied, row.TiedBefore
		if row.Facts > 0 {
			o.Centres = append(o.Centres, row.TiedCentre)
			ids = append(ids, row.ID)
		}
	}
	if len(ids) == 0 {
		return pairs, nil
	}
	return pairs, r.list(&o.Ties, `
		SELECT f.centre_a,
		       f.centre_b,
		       count(*) AS facts,
		       sum(f.weight) AS weight
		  FROM tie_fact f
		 WHERE f.centre_a = ANY($1)
		   AND f.centre_b = ANY($1)
		   AND f.starts_on <= $3
		   AND coalesce(f.ends_on, 'infinity') >= $2
		 GROUP BY f.centre_a,
		          f.centre_b`, pq.Array(ids), o.Period.StartsOn, o.Period.EndsOn)
}

// pairCounts is what the measures are computed from. A pair is new when it is
// tied in either of two periods and was not in the first of them.
type pairCounts struct {
	Centres           int `db:"centres"`
	CentresBefore     int `db:"centres_before"`
	Tied              int `db:"-"`
	TiedBefore        int `db:"-"`
	Pairs             int `db:"pairs"`
	Cross             int `db:"cross_pairs"`
	PairsBefore       int `db:"pairs_before"`
	CrossBefore       int `db:"cross_before"`
	PairsEither       int `db:"pairs_either"`
	PairsEarlier      int `db:"pairs_earlier"`
	PairsEitherBefore int `db:"pairs_either_before"`
}

func (p pairCounts) measures() []Measure {
	possible := func(n int) int { return n * (n - 1) / 2 }
	n := func(code network.MeasureCode, value, before int) Measure {
		return Measure{code, float64(value), float64(before)}
	}
	return []Measure{
		n(network.MeasureCentres, p.Centres, p.CentresBefore),
		n(network.MeasureTiedCentres, p.Tied, p.TiedBefore),
		n(network.MeasureIsolates, p.Centres-p.Tied, p.CentresBefore-p.TiedBefore),
		n(network.MeasureTies, p.Pairs, p.PairsBefore),
		{network.MeasureDensity, share(p.Pairs, possible(p.Centres)), share(p.PairsBefore, possible(p.CentresBefore))},
		{network.MeasureCrossRegion, share(p.Cross, p.Pairs), share(p.CrossBefore, p.PairsBefore)},
		n(network.MeasureNewTies, p.PairsEither-p.PairsBefore, p.PairsEitherBefore-p.PairsEarlier),
		n(network.MeasureLostTies, p.PairsEither-p.Pairs, p.PairsEitherBefore-p.PairsBefore),
	}
}

// share is a part of a whole, 0 to 1; nothing of nothing is 0.
func share(part, whole int) float64 {
	if whole <= 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

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
// topicFate does so for one.
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
			SELECT subject.id,
			       e.to_id
			  FROM subject
			  JOIN thread_edge e ON e.from_id = subject.id
			 UNION
			SELECT way.topic_id,
			       e.to_id
			  FROM way
			  JOIN thread_edge e ON e.from_id = way.id
		), reached AS (
			SELECT way.topic_id,
			       max(CASE WHEN p.state IN ('COMPLETED', 'EVALUATED', 'ARCHIVED') THEN 4
			                WHEN p.sent_at IS NOT NULL THEN 3
			                WHEN g.state = 'CLOSED' THEN 2
			                WHEN g.id IS NOT NULL THEN 1
			           END) AS step
			  FROM way
			  LEFT JOIN working_group g ON g.id = way.id
			  LEFT JOIN joint_project p ON p.id = way.id
			 GROUP BY way.topic_id
		), fated AS (
			SELECT s.forum_id,
			       CASE WHEN s.state = 'WITHDRAWN' THEN 'WITHDRAWN'
			            WHEN reached.step IN (2, 4) THEN 'COMPLETED'
			            WHEN reached.step = 3 THEN 'JOINT_PROJECT'
			            WHEN reached.step = 1 THEN 'WORKING_GROUP'
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
