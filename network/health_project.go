package network

// When a project's silence, and its lateness, are grave.
const (
	ReportExpectedEvery = 60 // days
	silentReportDays    = 120
	longOverdueProject  = 30
)

// ProjectFacts are what the health of a project is computed from.
type ProjectFacts struct {
	Today  Date
	State  JointProjectState
	EndsOn Date
	// Silent counts the centres that were asked longer ago than SignatureWaits
	// and have not answered; AskedOn is when the first of them was.
	Silent  int
	AskedOn Date
	// Reconfirm counts the centres that have to sign again; ReconfirmOn is since when.
	Reconfirm   int
	ReconfirmOn Date
	// StartedOn is when the work began, LastReportOn when it was last reported.
	StartedOn, LastReportOn Date
	LastHealth              Health
}

// ProjectHealth gives the health of a project with the facts that led to it.
// It is UNKNOWN of one that nothing is expected of, and of one at work that
// has reported nothing yet. needsProjectAttention in db/project_read.go is
// the same rule in SQL: whatever has a fact needs attention.
func ProjectHealth(f ProjectFacts) (Health, []HealthFact) {
	facts := []HealthFact{}
	add := func(code HealthFactCode, grave bool, since Date, count int) {
		health := HealthAtRisk
		if grave {
			health = HealthOffTrack
		}
		facts = append(facts, HealthFact{Code: code, Health: health, Since: since, Count: count})
	}
	if !f.State.Sent() {
		return HealthUnknown, facts
	}
	if f.State == ProjectConsultation && f.Silent > 0 {
		add(FactUnsigned, false, f.AskedOn.AddDays(SignatureWaits), f.Silent)
	}
	if f.Reconfirm > 0 {
		add(FactReconfirm, false, f.ReconfirmOn, f.Reconfirm)
	}
	if f.EndsOn < f.Today {
		add(FactOverdue, f.EndsOn < f.Today.AddDays(-longOverdueProject), f.EndsOn, 0)
	}
	if f.State == ProjectRunning {
		told := f.StartedOn
		if f.LastReportOn > told {
			told = f.LastReportOn
		}
		if told < f.Today.AddDays(-ReportExpectedEvery) {
			add(FactNoReport, told < f.Today.AddDays(-silentReportDays), told, 0)
		}
		if f.LastHealth == HealthAtRisk || f.LastHealth == HealthOffTrack {
			add(FactAuthorWorried, f.LastHealth == HealthOffTrack, f.LastReportOn, 0)
		}
	}
	health := worst(facts)
	if health == HealthOnTrack && f.State == ProjectRunning && f.LastHealth != HealthOnTrack {
		health = HealthUnknown
	}
	return health, facts
}
