package db

import (
	"testing"

	"maillage/network"
)

// periods are some that begin or end in the middle of a month, and some that
// lie before and after everything.
func (l *life) periods() []network.Period {
	periods := []network.Period{
		{StartsOn: "2010-01-01", EndsOn: "2010-12-31"},
		{StartsOn: "2019-01-01", EndsOn: "2019-12-31"},
		{StartsOn: "2018-01-01", EndsOn: "2027-12-31"},
		{StartsOn: "2060-01-01", EndsOn: "2060-12-31"},
	}
	for range 6 {
		from := network.Date("2019-01-15").AddDays(l.r.IntN(4000))
		periods = append(periods, network.Period{StartsOn: from, EndsOn: from.AddDays(l.r.IntN(900))})
	}
	return periods
}

type heldFact struct {
	Object network.ID    `db:"object_id"`
	A      network.ID    `db:"centre_a"`
	B      network.ID    `db:"centre_b"`
	Starts network.Date  `db:"starts_on"`
	Ends   *network.Date `db:"ends_on"`
	Weight float64       `db:"weight"`
	Cross  bool          `db:"crosses"`
}

func (f heldFact) in(p network.Period) bool {
	return f.Starts <= p.EndsOn && (f.Ends == nil || *f.Ends >= p.StartsOn)
}

// observatoryIsTrue counts the facts one by one and holds every figure to that.
func (w *world) observatoryIsTrue(periods []network.Period, theme network.ID) {
	w.t.Helper()
	var facts []heldFact
	w.must(w.db.Select(&facts, `
		SELECT f.object_id, f.centre_a, f.centre_b, f.starts_on, f.ends_on, f.weight, NOT a.regions && b.regions AS crosses
		  FROM tie_fact f
		  JOIN centre a ON a.id = f.centre_a
		  JOIN centre b ON b.id = f.centre_b
		 WHERE $1::uuid IS NULL
		    OR EXISTS (SELECT FROM working_group_theme t WHERE t.working_group_id = f.object_id AND t.theme_id = $1)
		    OR EXISTS (SELECT FROM joint_project_theme t WHERE t.joint_project_id = f.object_id AND t.theme_id = $1)
		    OR EXISTS (SELECT FROM topic_theme t WHERE t.topic_id = f.object_id AND t.theme_id = $1)`, theme))
	centres := one[int](w, `SELECT count(*) FROM centre`)
	for _, asked := range periods {
		o, err := w.store.Observatory(ctx, w.coordinator, asked, theme, WholeObservatory)
		w.must(err)
		from, to := asked.Months()
		length := to - from + 1
		now := count(facts, asked.Whole())
		before := count(facts, network.Period{StartsOn: firstDay(from - length), EndsOn: firstDay(from).AddDays(-1)})
		want := map[network.MeasureCode]float64{
			network.MeasureCentres:     float64(centres),
			network.MeasureTiedCentres: float64(len(now.centres)),
			network.MeasureIsolates:    float64(centres - len(now.centres)),
			network.MeasureTies:        float64(len(now.pairs)),
			network.MeasureDensity:     share(len(now.pairs), centres*(centres-1)/2),
			network.MeasureCrossRegion: share(now.cross, len(now.pairs)),
			network.MeasureNewTies:     float64(now.without(before)),
			network.MeasureLostTies:    float64(before.without(now)),
		}
		for _, m := range o.Measures {
			w.want(string(m.Code)+" in "+string(asked.StartsOn)+" "+string(asked.EndsOn), m.Value, want[m.Code])
			if m.Code == network.MeasureTies {
				w.want("ties before "+string(asked.StartsOn), m.Before, float64(len(before.pairs)))
			}
			if m.Code == network.MeasureTiedCentres {
				w.want("tied centres before "+string(asked.StartsOn), m.Before, float64(len(before.centres)))
			}
		}
		w.want("centres shown", len(o.Centres), min(len(now.centres), network.TiedCentresMax))
		heaviest := -1.0
		for i := len(o.Centres) - 1; i >= 0; i-- {
			c := o.Centres[i]
			if c.Weight < heaviest {
				w.t.Error("the centres are not in the order of their weight")
			}
			heaviest = c.Weight
			w.want("weight of a centre", c.Weight, now.centres[c.ID].weight)
			w.want("ties of a centre", c.Ties, now.centres[c.ID].ties)
		}
		if len(now.centres) <= network.TiedCentresMax {
			w.want("ties shown", len(o.Ties), len(now.pairs))
		}
		for _, tie := range o.Ties {
			w.want("tie", tie, now.pairs[[2]network.ID{tie.Centre, tie.Other}])
		}
	}
}

func firstDay(month int) network.Date {
	return network.Period{StartsOn: dateOfMonth(month), EndsOn: dateOfMonth(month)}.Whole().StartsOn
}

func dateOfMonth(month int) network.Date {
	d := network.Date("2000-01-01")
	for m := 2000 * 12; m < month; m++ {
		d = network.Period{StartsOn: d, EndsOn: d}.Whole().EndsOn.AddDays(1)
	}
	return d
}

type counted struct {
	pairs   map[[2]network.ID]PeriodTie
	centres map[network.ID]*sum
	cross   int
}

func count(facts []heldFact, in network.Period) counted {
	c := counted{map[[2]network.ID]PeriodTie{}, map[network.ID]*sum{}, 0}
	for _, f := range facts {
		if !f.in(in) {
			continue
		}
		key := [2]network.ID{f.A, f.B}
		tie, known := c.pairs[key]
		if !known && f.Cross {
			c.cross++
		}
		c.pairs[key] = PeriodTie{f.A, f.B, tie.Facts + 1, tie.Weight + f.Weight}
		for _, centre := range key {
			if c.centres[centre] == nil {
				c.centres[centre] = &sum{}
			}
			if !known {
				c.centres[centre].ties++
			}
			c.centres[centre].weight += f.Weight
		}
	}
	return c
}

// without counts the pairs that the other has not.
func (c counted) without(other counted) int {
	n := 0
	for pair := range c.pairs {
		if _, ok := other.pairs[pair]; !ok {
			n++
		}
	}
	return n
}

func TestTheObservatoireOfATheme(t *testing.T) {
	w := newWorld(t)
	l := newLife(w, 3)
	for i, group := range l.groups {
		if i%2 == 0 {
			w.exec(`INSERT INTO working_group_theme VALUES ($1, $2)`, group, w.emploi)
		}
	}
	w.exec(`INSERT INTO joint_project_theme VALUES ($1, $2)`, l.projects[1], w.emploi)
	w.exec(`INSERT INTO topic_theme VALUES ($1, $2)`, l.topics[1], w.emploi)
	for range 90 {
		l.step()
	}
	w.observatoryIsTrue(l.periods(), w.emploi)
	o, err := w.store.Observatory(ctx, w.coordinator, network.Period{StartsOn: "2018-01-01", EndsOn: "2027-12-31"}, w.emploi, WholeObservatory)
	w.must(err)
	groups := 0
	for _, s := range o.Groups {
		groups += s.Count
	}
	w.want("groups of the theme", groups, 2)
	w.want("topics of the theme", len(o.Forums[0].Fates)+len(o.Forums[1].Fates), 1)
}

func TestTheObservatoireCountsStatesAndFates(t *testing.T) {
	w := newWorld(t)
	w.group(network.GroupActive)
	w.group(network.GroupActive)
	w.group(network.GroupDormant)
	w.project(network.ProjectDraft)
	w.project(network.ProjectRunning)
	w.project(network.ProjectAbandoned)
	dropped := w.project(network.ProjectDraft)
	w.must2(w.store.AbandonJointProject(ctx, w.nantes.director, newAct(), dropped.id, 1, "Jamais envoyé"))

	w.topic(w.nantes.officer, network.TopicWithdrawn)
	w.topic(w.nantes.officer, network.TopicHeld)
	grouped, led := w.topic(w.lille.officer, network.TopicHarvested), w.topic(w.lille.officer, network.TopicHarvested)
	w.closeVote()
	done, err := w.store.OpenWorkingGroup(ctx, w.facilitator, newAct(), grouped, GroupWords{Name: "Groupe", Purpose: "Faire", Admission: network.AdmissionOpen})
	w.must(err)
	_ = done
	id, err := w.store.DraftJointProject(ctx, w.nantes.director, newAct(), ProjectDraft{ProjectText: projectWords, Origin: led})
	w.must(err)
	w.addPartner(id, w.lille.centre)
	w.must2(w.store.SendJointProject(ctx, w.nantes.director, newAct(), id, 1))

	o, err := w.store.Observatory(ctx, w.nantes.officer, network.Period{StartsOn: "2026-01-10", EndsOn: "2026-12-20"}, "", WholeObservatory)
	w.must(err)
	w.want("whole months", o.Period, network.Period{StartsOn: "2026-01-01", EndsOn: "2026-12-31"})
	w.want("groups", len(o.Groups), 3)
	w.want("forming", o.Groups[0], StateCount{"FORMING", 1})
	w.want("active", o.Groups[1], StateCount{"ACTIVE", 2})
	w.want("projects that were sent", len(o.Projects), 3)
	w.want("abandoned after it was sent", o.Projects[2], StateCount{"ABANDONED", 1})

	fates := map[network.TopicFate]int{}
	for _, f := range o.Forums {
		if f.Forum == w.forum {
			for _, c := range f.Fates {
				fates[c.Fate] = c.Count
			}
		}
	}
	// The same as topic by topic.
	var topics struct {
		Nodes []struct{ Fate network.TopicFate }
	}
	w.read(w.nantes.officer, `{ topics(filter: {forumId: "`+string(w.forum)+`"}) { nodes { fate } } }`, &topics)
	byTopic := map[network.TopicFate]int{}
	for _, n := range topics.Nodes {
		byTopic[n.Fate]++
	}
	w.want("fates told", len(fates), 4)
	for fate, n := range byTopic {
		w.want(string(fate), fates[fate], n)
	}
	w.tiesAreTrue()
}

func TestAPeriodOfTheObservatoire(t *testing.T) {
	w := newWorld(t)
	for _, wrong := range []network.Period{
		{StartsOn: "2026-02-01", EndsOn: "2026-01-31"},
		{StartsOn: "2010-01-01", EndsOn: "2020-01-01"},
	} {
		_, err := w.store.Observatory(ctx, w.coordinator, wrong, "", WholeObservatory)
		wantCode(t, err, network.CodeInvalid, "period.endsOn")
	}
	_, err := w.store.Observatory(ctx, w.coordinator, network.Period{StartsOn: "2010-01-01", EndsOn: "2019-12-31"}, "", WholeObservatory)
	wantCode(t, err, "")
}

func TestTheObservatoireTakesFewStatements(t *testing.T) {
	w := newWorld(t)
	w.project(network.ProjectRunning)
	statements := w.countStatements()
	year := network.Period{StartsOn: "2026-01-01", EndsOn: "2026-12-31"}
	for _, c := range []struct {
		name  string
		theme network.ID
		parts ObservatoryParts
		most  int64
	}{
		{"whole", "", WholeObservatory, 5},
		{"whole, of a theme", w.cites, WholeObservatory, 5},
		{"ties", "", ObservatoryParts{Ties: true}, 2},
		{"states", "", ObservatoryParts{States: true}, 1},
		{"nothing", "", ObservatoryParts{}, 0},
	} {
		statements.Store(0)
		w.must2(w.store.Observatory(ctx, w.coordinator, year, c.theme, c.parts))
		if n := statements.Load(); n > c.most {
			t.Errorf("%s: %d statements, %d at most", c.name, n, c.most)
		}
	}
}
