package network

import "time"

// How long a group may be quiet, and a milestone late, before it is at risk
// and before it is off track.
const (
	QuietAfter        = 60 * 24 * time.Hour
	silentAfter       = 120 * 24 * time.Hour
	longOverdueInDays = 30
)

// HealthFact is one fact behind a health. Since and Count may be empty.
type HealthFact struct {
	Code   HealthFactCode
	Health Health
	Since  Date
	Count  int
}

// GroupFacts are what the health of a group is computed from.
type GroupFacts struct {
	Now   time.Time
	State WorkingGroupState
	// LeadCount and CentreCount count its members.
	LeadCount, CentreCount int
	// QuietSince is when something was last posted, or the group began or woke.
	QuietSince time.Time
	// Overdue counts the open milestones past their day; NextDueOn is the
	// nearest day of any open one.
	Overdue   int
	NextDueOn Date
	// LastHealth is how its last update sees it, LastAt when; empty without one.
	LastHealth Health
	LastAt     time.Time
}

// GroupNeedsAttention reports whether a group at work has been quiet for 60
// days, is without a lead, or has an overdue milestone. needsAttention in
// db/group_read.go is the same rule in SQL.
func GroupNeedsAttention(f GroupFacts) bool {
	return f.State.AtWork() && (f.LeadCount == 0 || f.quietFor(QuietAfter) || f.overdue())
}

func (f GroupFacts) quietFor(long time.Duration) bool { return f.QuietSince.Before(f.Now.Add(-long)) }

func (f GroupFacts) overdue() bool { return f.NextDueOn != "" && f.NextDueOn < DateOf(f.Now) }

// GroupHealth gives the health of a group with the facts that led to it, the
// gravest it has. It is UNKNOWN of a group that nothing is expected of, and of
// one that has told nothing yet and gives no cause to worry.
func GroupHealth(f GroupFacts) (Health, []HealthFact) {
	facts := []HealthFact{}
	if !f.State.AtWork() {
		return HealthUnknown, facts
	}
	add := func(code HealthFactCode, grave bool, since Date, count int) {
		health := HealthAtRisk
		if grave {
			health = HealthOffTrack
		}
		facts = append(facts, HealthFact{code, health, since, count})
	}
	if f.LeadCount == 0 {
		add(FactNoLead, f.State == GroupActive, "", 0)
	}
	if f.quietFor(QuietAfter) {
		add(FactQuiet, f.quietFor(silentAfter), DateOf(f.QuietSince), 0)
	}
	if f.overdue() {
		add(FactOverdueMilestones, f.NextDueOn < DateOf(f.Now).AddDays(-longOverdueInDays), f.NextDueOn, f.Overdue)
	}
	// A forming group begins in one centre; it is not active before it has two.
	if f.State == GroupActive && f.CentreCount < 2 {
		add(FactOneCentre, false, "", 0)
	}
	if f.LastHealth == HealthAtRisk || f.LastHealth == HealthOffTrack {
		add(FactAuthorWorried, f.LastHealth == HealthOffTrack, DateOf(f.LastAt), 0)
	}
	health := worst(facts)
	if health == HealthOnTrack && f.LastHealth != HealthOnTrack {
		health = HealthUnknown
	}
	return health, facts
}

// worst is the gravest health among facts; ON_TRACK without any.
func worst(facts []HealthFact) Health {
	health := HealthOnTrack
	for _, f := range facts {
		if f.Health == HealthOffTrack || health == HealthOnTrack {
			health = f.Health
		}
	}
	return health
}
