package network

import (
	"reflect"
	"testing"
	"time"
)

func TestGroupHealth(t *testing.T) {
	now := time.Date(2026, 6, 25, 9, 0, 0, 0, time.UTC)
	well := GroupFacts{Now: now, State: GroupActive, LeadCount: 1, CentreCount: 3, QuietSince: now.AddDate(0, 0, -10),
		LastHealth: HealthOnTrack, LastAt: now.AddDate(0, 0, -10)}
	with := func(change func(*GroupFacts)) GroupFacts {
		f := well
		change(&f)
		return f
	}
	for _, c := range []struct {
		name      string
		facts     GroupFacts
		health    Health
		because   []HealthFact
		attention bool
	}{
		{"all is well", well, HealthOnTrack, nil, false},
		{"never told anything", with(func(f *GroupFacts) { f.LastHealth = "" }), HealthUnknown, nil, false},
		{"nobody leads", with(func(f *GroupFacts) { f.LeadCount = 0 }), HealthOffTrack, []HealthFact{{FactNoLead, HealthOffTrack, "", 0}}, true},
		{"nobody leads yet", with(func(f *GroupFacts) { f.State, f.LeadCount = GroupForming, 0 }), HealthAtRisk, []HealthFact{{FactNoLead, HealthAtRisk, "", 0}}, true},
		{"quiet for 60 days to the second", with(func(f *GroupFacts) { f.QuietSince = now.Add(-QuietAfter) }), HealthOnTrack, nil, false},
		{"quiet for a moment more", with(func(f *GroupFacts) { f.QuietSince = now.Add(-QuietAfter - time.Microsecond) }), HealthAtRisk,
			[]HealthFact{{FactQuiet, HealthAtRisk, "2026-04-26", 0}}, true},
		{"silent", with(func(f *GroupFacts) { f.QuietSince = now.AddDate(-1, 0, 0) }), HealthOffTrack,
			[]HealthFact{{FactQuiet, HealthOffTrack, "2025-06-25", 0}}, true},
		{"due today", with(func(f *GroupFacts) { f.NextDueOn = "2026-06-25" }), HealthOnTrack, nil, false},
		{"overdue", with(func(f *GroupFacts) { f.NextDueOn, f.Overdue = "2026-06-24", 2 }), HealthAtRisk,
			[]HealthFact{{FactOverdueMilestones, HealthAtRisk, "2026-06-24", 2}}, true},
		{"long overdue", with(func(f *GroupFacts) { f.NextDueOn, f.Overdue = "2026-05-01", 1 }), HealthOffTrack,
			[]HealthFact{{FactOverdueMilestones, HealthOffTrack, "2026-05-01", 1}}, true},
		{"one centre", with(func(f *GroupFacts) { f.CentreCount = 1 }), HealthAtRisk, []HealthFact{{FactOneCentre, HealthAtRisk, "", 0}}, false},
		{"one centre while forming", with(func(f *GroupFacts) { f.State, f.CentreCount = GroupForming, 1 }), HealthOnTrack, nil, false},
		{"its author worries", with(func(f *GroupFacts) { f.LastHealth = HealthOffTrack }), HealthOffTrack,
			[]HealthFact{{FactAuthorWorried, HealthOffTrack, "2026-06-15", 0}}, false},
		{"the gravest tells", with(func(f *GroupFacts) { f.LastHealth, f.LeadCount = HealthAtRisk, 0 }), HealthOffTrack,
			[]HealthFact{{FactNoLead, HealthOffTrack, "", 0}, {FactAuthorWorried, HealthAtRisk, "2026-06-15", 0}}, true},
		{"asleep", with(func(f *GroupFacts) { f.State, f.LeadCount = GroupDormant, 0 }), HealthUnknown, nil, false},
		{"over", with(func(f *GroupFacts) { f.State, f.LeadCount = GroupClosed, 0 }), HealthUnknown, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.because == nil {
				c.because = []HealthFact{}
			}
			health, because := GroupHealth(c.facts)
			if health != c.health || !reflect.DeepEqual(because, c.because) {
				t.Errorf("%s because of %v, want %s because of %v", health, because, c.health, c.because)
			}
			if got := GroupNeedsAttention(c.facts); got != c.attention {
				t.Errorf("needs attention: %v", got)
			}
		})
	}
}
