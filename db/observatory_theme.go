package db

import (
	"slices"
	"strings"

	"github.com/lib/pq"

	"maillage/network"
)

// themedPair is a pair tied by objects of one theme, with the three periods it
// may be tied in.
type themedPair struct {
	PeriodTie
	Now     bool `db:"now_tied"`
	Before  bool `db:"before"`
	Earlier bool `db:"earlier"`
	Cross   bool `db:"crosses"`
}

// tiesOfTheme reads the facts of the theme's objects: few enough beside all.
func (r reader) tiesOfTheme(o *Observatory, theme network.ID, _ ObservatoryParts) error {
	from, to := o.Period.Months()
	var pairs []themedPair
	err := r.list(&pairs, `
		WITH themed AS (
			SELECT working_group_id AS id FROM working_group_theme WHERE theme_id = $1
			 UNION ALL
			SELECT joint_project_id FROM joint_project_theme WHERE theme_id = $1
			 UNION ALL
			SELECT topic_id FROM topic_theme WHERE theme_id = $1
		), fact AS (
			SELECT f.centre_a,
			       f.centre_b,
			       f.weight,
			       tie_month(f.starts_on) AS starts,
			       coalesce(tie_month(f.ends_on), 2147483647) AS ends
			  FROM themed
			  JOIN tie_fact f ON f.object_id = themed.id
		)
		SELECT f.centre_a,
		       f.centre_b,
		       count(*) FILTER (WHERE f.starts <= $3 AND f.ends >= $2) AS facts,
		       coalesce(sum(f.weight) FILTER (WHERE f.starts <= $3 AND f.ends >= $2), 0) AS weight,
		       bool_or(f.starts <= $3 AND f.ends >= $2) AS now_tied,
		       bool_or(f.starts < $2 AND f.ends >= $2 - $4) AS before,
		       bool_or(f.starts < $2 - $4 AND f.ends >= $2 - 2 * $4) AS earlier,
		       tie_crosses(f.centre_a, f.centre_b) AS crosses
		  FROM fact f
		 GROUP BY f.centre_a,
		          f.centre_b`, theme, from, to, to-from+1)
	if err != nil {
		return err
	}
	var counts []pairCounts
	err = r.list(&counts, `
		SELECT (SELECT count(*) FROM centre WHERE joined_on <= $1) AS centres,
		       (SELECT count(*) FROM centre WHERE joined_on < $2) AS centres_before`, o.Period.EndsOn, o.Period.StartsOn)
	if err != nil {
		return err
	}
	ids, sums := heaviest(pairs, &counts[0])
	for _, p := range pairs {
		if p.Now && slices.Contains(ids, p.Centre) && slices.Contains(ids, p.Other) {
			o.Ties = append(o.Ties, p.PeriodTie)
		}
	}
	o.Measures = counts[0].measures()
	return r.nameCentres(o, ids, sums)
}

// sum is a centre's ties and their weight.
type sum struct {
	ties   int
	weight float64
}

// heaviest counts the pairs, and gives the centres with the most weight.
func heaviest(pairs []themedPair, counts *pairCounts) ([]network.ID, map[network.ID]*sum) {
	sums, before := map[network.ID]*sum{}, map[network.ID]bool{}
	for _, p := range pairs {
		add := func(into *int, counted bool) {
			if counted {
				*into++
			}
		}
		add(&counts.Pairs, p.Now)
		add(&counts.Cross, p.Now && p.Cross)
		add(&counts.PairsBefore, p.Before)
		add(&counts.CrossBefore, p.Before && p.Cross)
		add(&counts.PairsEither, p.Now || p.Before)
		add(&counts.PairsEarlier, p.Earlier)
		add(&counts.PairsEitherBefore, p.Before || p.Earlier)
		for _, centre := range []network.ID{p.Centre, p.Other} {
			if p.Before {
				before[centre] = true
			}
			if p.Now {
				if sums[centre] == nil {
					sums[centre] = &sum{}
				}
				sums[centre].ties++
				sums[centre].weight += p.Weight
			}
		}
	}
	counts.Tied, counts.TiedBefore = len(sums), len(before)
	ids := make([]network.ID, 0, len(sums))
	for id := range sums {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b network.ID) int {
		if sums[a].weight != sums[b].weight {
			if sums[a].weight > sums[b].weight {
				return -1
			}
			return 1
		}
		return strings.Compare(string(a), string(b))
	})
	return ids[:min(len(ids), network.TiedCentresMax)], sums
}

func (r reader) nameCentres(o *Observatory, ids []network.ID, sums map[network.ID]*sum) error {
	err := r.list(&o.Centres, `
		SELECT c.id,
		       c.name,
		       c.short_name,
		       coalesce(c.regions[1], '') AS region,
		       c.latitude,
		       c.longitude,
		       0 AS ties,
		       0.0 AS weight
		  FROM unnest($1::uuid[]) WITH ORDINALITY AS wanted (id, place)
		  JOIN centre c ON c.id = wanted.id
		 ORDER BY wanted.place`, pq.Array(ids))
	for i := range o.Centres {
		counted := sums[o.Centres[i].ID]
		o.Centres[i].Ties, o.Centres[i].Weight = counted.ties, counted.weight
	}
	return err
}
