package db

import (
	"context"
	"strconv"

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

// ObservatoryParts are what a reader wants of the Observatoire; what is not
// wanted is not read.
type ObservatoryParts struct{ States, Ties, Measures, Forums bool }

// WholeObservatory is every part.
var WholeObservatory = ObservatoryParts{States: true, Ties: true, Measures: true, Forums: true}

// Observatory reads the network in a period, of one theme or of all. Without
// a theme it reads sums, whose number does not follow the network's facts.
func (s *Store) Observatory(ctx context.Context, v network.Viewer, period network.Period, theme network.ID, want ObservatoryParts) (*Observatory, error) {
	if err := period.Validate(); err != nil {
		return nil, err
	}
	period = period.Whole()
	o := &Observatory{Period: period}
	q := reader{ctx, s, v}
	if want.Ties || want.Measures {
		ties := q.tiesOfAll
		if theme != "" {
			ties = q.tiesOfTheme
		}
		if err := ties(o, theme, want); err != nil {
			return nil, err
		}
	}
	if want.States {
		if err := q.states(o, theme); err != nil {
			return nil, err
		}
	}
	if want.Forums {
		if err := q.fates(o, theme); err != nil {
			return nil, err
		}
	}
	return o, nil
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

// foremost is how many centres are shown. It stands in the statement, so that the
// planner knows how few they are.
var foremost = strconv.Itoa(network.TiedCentresMax)

// tiesOfAll reads the centres from their sums, and the ties among the foremost
// from their facts.
func (r reader) tiesOfAll(o *Observatory, _ network.ID, want ObservatoryParts) error {
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
			SELECT centre_id,
			       facts_started,
			       weight_started,
			       spells_started
			  FROM tie_centre_month
			 WHERE month = least($2, (SELECT max(month) FROM tie_centre_month))
		), at_start AS (
			SELECT centre_id,
			       facts_started,
			       facts_ended,
			       weight_ended,
			       spells_ended
			  FROM tie_centre_month
			 WHERE month = least($1 - 1, (SELECT max(month) FROM tie_centre_month))
		), before AS (
			SELECT centre_id,
			       facts_ended
			  FROM tie_centre_month
			 WHERE month = least($1 - $3 - 1, (SELECT max(month) FROM tie_centre_month))
			   AND $4
		), active AS MATERIALIZED (
			SELECT e.centre_id,
			       e.facts_started - coalesce(s.facts_ended, 0) AS facts,
			       e.weight_started - coalesce(s.weight_ended, 0) AS weight,
			       e.spells_started - coalesce(s.spells_ended, 0) AS spells,
			       coalesce(s.facts_started, 0) - coalesce(b.facts_ended, 0) AS facts_before
			  FROM at_end e
			  LEFT JOIN at_start s ON s.centre_id = e.centre_id
			  LEFT JOIN before b ON b.centre_id = e.centre_id
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
		       CASE WHEN $4 THEN (SELECT count(*) FROM active WHERE facts > 0) ELSE 0 END AS tied,
		       CASE WHEN $4 THEN (SELECT count(*) FROM active WHERE facts_before > 0) ELSE 0 END AS tied_before
		  FROM (SELECT centre_id, facts, weight, spells FROM active ORDER BY weight DESC, centre_id LIMIT `+foremost+`) AS a
		  JOIN centre c ON c.id = a.centre_id
		 ORDER BY a.weight DESC, a.centre_id`, from, to, length, want.Measures)
	if err != nil {
		return err
	}
	var ids []network.ID
	for _, row := range rows {
		if row.Facts > 0 {
			o.Centres = append(o.Centres, row.TiedCentre)
			ids = append(ids, row.ID)
		}
	}
	if want.Measures {
		tied, before := 0, 0
		if len(rows) > 0 {
			tied, before = rows[0].Tied, rows[0].TiedBefore
		}
		if err := r.measures(o, tied, before); err != nil {
			return err
		}
	}
	if !want.Ties || len(ids) == 0 {
		return nil
	}
	// Pair by pair: joined otherwise, the planner reads all ties of the centres.
	return r.list(&o.Ties, `
		SELECT a.id AS centre_a,
		       b.id AS centre_b,
		       tie.facts,
		       tie.weight
		  FROM unnest($1::uuid[]) AS a (id)
		  JOIN unnest($1::uuid[]) AS b (id) ON a.id < b.id
		 CROSS JOIN LATERAL (
			SELECT count(*) AS facts,
			       sum(f.weight) AS weight
			  FROM tie_fact f
			 WHERE f.centre_a = a.id
			   AND f.centre_b = b.id
			   AND f.starts_on <= $3
			   AND coalesce(f.ends_on, 'infinity') >= $2) AS tie
		 WHERE tie.facts > 0`, pq.Array(ids), o.Period.StartsOn, o.Period.EndsOn)
}

// measures counts pairs over the whole network.
func (r reader) measures(o *Observatory, tied, before int) error {
	from, to := o.Period.Months()
	var counts []pairCounts
	err := r.list(&counts, `
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
		from, to, to-from+1, o.Period.EndsOn, o.Period.StartsOn)
	if err != nil {
		return err
	}
	counts[0].Tied, counts[0].TiedBefore = tied, before
	o.Measures = counts[0].measures()
	return nil
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
