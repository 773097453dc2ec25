package network

// Health: Computed from facts; never a state.
type Health string

const (
	HealthOnTrack  Health = "ON_TRACK"
	HealthAtRisk   Health = "AT_RISK"
	HealthOffTrack Health = "OFF_TRACK"
	HealthUnknown  Health = "UNKNOWN"
)

// HealthFactCode: NO_LEAD: nobody leads. QUIET: nothing posted for 60 days.
// OVERDUE_MILESTONES: `count` milestones past their day. ONE_CENTRE: members of one centre
// only. AUTHOR_WORRIED: the last update says so. UNSIGNED: `count` centres have not
// answered for 21 days. NO_REPORT: no status report for 60 days. OVERDUE: past its last
// day. RECONFIRM: `count` centres have to re-confirm.
type HealthFactCode string

const (
	FactNoLead            HealthFactCode = "NO_LEAD"
	FactQuiet             HealthFactCode = "QUIET"
	FactOverdueMilestones HealthFactCode = "OVERDUE_MILESTONES"
	FactOneCentre         HealthFactCode = "ONE_CENTRE"
	FactAuthorWorried     HealthFactCode = "AUTHOR_WORRIED"
	FactUnsigned          HealthFactCode = "UNSIGNED"
	FactNoReport          HealthFactCode = "NO_REPORT"
	FactOverdue           HealthFactCode = "OVERDUE"
	FactReconfirm         HealthFactCode = "RECONFIRM"
)
