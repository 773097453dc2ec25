package network

import (
	"fmt"
	"time"
)

// MeasureCode: CENTRES: centres in the network. TIED_CENTRES: centres with a tie.
// ISOLATES: without. TIES: pairs tied. DENSITY: ties over possible pairs, 0 to 1.
// CROSS_REGION: share of ties across regions, 0 to 1. NEW_TIES, LOST_TIES: against the
// period before.
type MeasureCode string

const (
	MeasureCentres     MeasureCode = "CENTRES"
	MeasureTiedCentres MeasureCode = "TIED_CENTRES"
	MeasureIsolates    MeasureCode = "ISOLATES"
	MeasureTies        MeasureCode = "TIES"
	MeasureDensity     MeasureCode = "DENSITY"
	MeasureCrossRegion MeasureCode = "CROSS_REGION"
	MeasureNewTies     MeasureCode = "NEW_TIES"
	MeasureLostTies    MeasureCode = "LOST_TIES"
)

// TieKind: SAME_GROUP weighs 1, SAME_PROJECT 3, SAME_SESSION 0.5: see the documentation of
// ties.
type TieKind string

const (
	TieSameGroup   TieKind = "SAME_GROUP"
	TieSameProject TieKind = "SAME_PROJECT"
	TieSameSession TieKind = "SAME_SESSION"
)

// What the Observatoire shows at most.
const (
	TiedCentresMax   = 30
	ForumFatesMax    = 6
	observatoryYears = 10
)

// Period is from the first day to the last, both included.
type Period struct{ StartsOn, EndsOn Date }

// Validate says which day of the argument is at fault.
func (p Period) Validate() error {
	if p.EndsOn < p.StartsOn {
		return Invalid("period.endsOn", "after_start")
	}
	from, to := p.Months()
	if to-from >= observatoryYears*12 {
		return Invalid("period.endsOn", "period_too_long")
	}
	return nil
}

// Months numbers the first and the last month that the period touches: year ×
// 12 + month - 1, as tie_month in db.
func (p Period) Months() (from, to int) { return monthOf(p.StartsOn), monthOf(p.EndsOn) }

// Whole is the period in whole months, the grain of the Observatoire.
func (p Period) Whole() Period {
	from, to := p.Months()
	return Period{firstOf(from), firstOf(to + 1).AddDays(-1)}
}

func monthOf(d Date) int {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		panic(fmt.Sprintf("monthOf %q", string(d)))
	}
	return t.Year()*12 + int(t.Month()) - 1
}

func firstOf(month int) Date {
	return Date(fmt.Sprintf("%04d-%02d-01", month/12, month%12+1))
}

// CanObserve lets every team.
func CanObserve(v Viewer) bool { return v.IsStaff() }

// The states of groups and projects in the order of their life.
var (
	WorkingGroupStates = []WorkingGroupState{
		GroupRequested, GroupForming, GroupActive, GroupDormant, GroupClosed, GroupMerged, GroupAbandoned, GroupDeclined,
	}
	JointProjectStates = []JointProjectState{
		ProjectConsultation, ProjectCommitted, ProjectRunning, ProjectSuspended, ProjectCompleted, ProjectEvaluated, ProjectArchived, ProjectAbandoned,
	}
	TopicFates = []TopicFate{
		FateWithdrawn, FateProposed, FateHeld, FateHarvested, FateWorkingGroup, FateJointProject, FateCompleted,
	}
)
