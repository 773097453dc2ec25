package network

import (
	"slices"
	"testing"
)

var (
	leadDirector  = Viewer{Kind: Staff, StaffID: "d1", CentreID: "nantes", Job: JobDirector}
	otherDirector = Viewer{Kind: Staff, StaffID: "d2", CentreID: "lille", Job: JobDirector}
	teamLead      = Viewer{Kind: Staff, StaffID: "o1", CentreID: "nantes", Job: JobMissionOfficer}
	coordinator   = Viewer{Kind: Staff, StaffID: "c", Job: JobNationalCoordination, Role: RoleCoordinator}
	visitor       = Viewer{Kind: Guest, StaffID: "g", Job: JobGuest}
)

func project(state JointProjectState) JointProject {
	return JointProject{State: state, LeadCentre: "nantes", MinimumPartners: 2, Signed: 2, Partners: 3, LeadSigned: true}
}

func TestWhoMayMoveAJointProject(t *testing.T) {
	for _, c := range []struct {
		who   string
		v     Viewer
		role  TeamRole
		state JointProjectState
		want  []JointProjectState
	}{
		{"lead's director", leadDirector, "", ProjectDraft, []JointProjectState{ProjectConsultation, ProjectAbandoned}},
		{"lead's director", leadDirector, "", ProjectConsultation, []JointProjectState{ProjectCommitted, ProjectAbandoned}},
		{"lead's director", leadDirector, "", ProjectRunning, []JointProjectState{ProjectSuspended, ProjectCompleted, ProjectAbandoned}},
		{"lead's director", leadDirector, "", ProjectCompleted, nil},
		{"team's lead", teamLead, TeamLead, ProjectConsultation, nil},
		{"team's lead", teamLead, TeamLead, ProjectCommitted, []JointProjectState{ProjectRunning}},
		{"team's lead", teamLead, TeamLead, ProjectRunning, []JointProjectState{ProjectSuspended, ProjectCompleted}},
		{"team's member", teamLead, TeamMember, ProjectRunning, nil},
		{"partner's director", otherDirector, "", ProjectRunning, nil},
		{"coordinator", coordinator, "", ProjectRunning, nil},
		{"guest", visitor, TeamLead, ProjectRunning, nil},
		{"anonymous", Viewer{}, "", ProjectRunning, nil},
	} {
		p := project(c.state)
		p.TeamRole = c.role
		if got := JointProjectMoves(c.v, p); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("%s in %s: %v, want %v", c.who, c.state, got, c.want)
		}
	}
}

func TestWhatAProjectNeedsToBeCommitted(t *testing.T) {
	missing := project(ProjectConsultation)
	missing.Signed = 1
	err := CanMoveJointProject(leadDirector, missing, ProjectCommitted)
	if told, ok := err.(*Error); !ok || told.Key != "signatures_missing" {
		t.Errorf("one signature of two: %v", err)
	}
	unsigned := project(ProjectConsultation)
	unsigned.LeadSigned = false
	if err := CanMoveJointProject(leadDirector, unsigned, ProjectCommitted); !IsCode(err, CodeForbidden) {
		t.Errorf("the lead has not signed: %v", err)
	}
	alone := project(ProjectDraft)
	alone.Partners = 0
	if err := CanMoveJointProject(leadDirector, alone, ProjectConsultation); !IsCode(err, CodeForbidden) {
		t.Errorf("no partner: %v", err)
	}
	if err := CanMoveJointProjectFrom(leadDirector, project(ProjectSuspended), ProjectCommitted, ProjectRunning); !IsCode(err, CodeInvalidTransition) {
		t.Errorf("starting what is suspended: %v", err)
	}
}

func TestNobodySignsForAnotherCentre(t *testing.T) {
	part := Partnership{Centre: "lille", Role: PartnerPartner, State: PartnershipInvited, Project: ProjectConsultation}
	admin := Viewer{Kind: Staff, StaffID: "a", Role: RoleAdmin, Job: JobNationalCoordination}
	officer := Viewer{Kind: Staff, StaffID: "o", CentreID: "lille", Job: JobMissionOfficer}
	nowhere := Viewer{Kind: Staff, StaffID: "n", Job: JobDirector, Role: RoleCoordinator}
	for _, v := range []Viewer{leadDirector, coordinator, admin, officer, nowhere, visitor, {}} {
		if CanSign(v, part) == nil || CanDecline(v, part) == nil || CanWithdraw(v, part) == nil {
			t.Errorf("%+v answers for Lille", v)
		}
	}
	for state, want := range map[PartnershipState][3]bool{ // sign, decline, withdraw
		PartnershipInvited:     {true, true, false},
		PartnershipNoReply:     {true, true, false},
		PartnershipToReconfirm: {true, true, true},
		PartnershipAccepted:    {false, false, true},
		PartnershipProposed:    {},
		PartnershipDeclined:    {},
		PartnershipWithdrawn:   {},
		PartnershipEnded:       {},
	} {
		part.State = state
		got := [3]bool{CanSign(otherDirector, part) == nil, CanDecline(otherDirector, part) == nil, CanWithdraw(otherDirector, part) == nil}
		if got != want {
			t.Errorf("%s: %v, want %v", state, got, want)
		}
	}
	lead := Partnership{Centre: "nantes", Role: PartnerLead, State: PartnershipToReconfirm, Project: ProjectRunning}
	if CanSign(leadDirector, lead) != nil || CanDecline(leadDirector, lead) == nil || CanWithdraw(leadDirector, lead) == nil {
		t.Error("a lead signs its part again, and stays")
	}
}

func TestWhichChangesAreSignedAgain(t *testing.T) {
	signed := Terms{Role: PartnerPartner, PersonDays: 40, Money: 10_000, StartsOn: "2026-01-01", EndsOn: "2026-12-31"}
	for name, c := range map[string]struct {
		change func(*Terms)
		want   bool
	}{
		"nothing":                          {func(*Terms) {}, false},
		"two days of forty":                {func(c *Terms) { c.PersonDays = 42 }, false},
		"two days less":                    {func(c *Terms) { c.PersonDays = 38 }, false},
		"three days":                       {func(c *Terms) { c.PersonDays = 43 }, true},
		"five hundred euros":               {func(c *Terms) { c.Money = 10_500 }, false},
		"a little more":                    {func(c *Terms) { c.Money = 10_501 }, true},
		"another term":                     {func(c *Terms) { c.EndsOn = "2027-01-31" }, true},
		"another role":                     {func(c *Terms) { c.Role = PartnerContributor }, true},
		"another condition":                {func(c *Terms) { c.Conditions = "Sous réserve du budget" }, true},
		"days where there were none":       {func(c *Terms) { c.PersonDays, c.Money = 40, 10_000 }, false},
		"much of little, within an amount": {func(c *Terms) { c.Money = 9_400 }, true},
	} {
		terms := signed
		c.change(&terms)
		if got := terms.NeedSignature(signed); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	little := Terms{PersonDays: 10}
	if !(Terms{PersonDays: 12}).NeedSignature(little) {
		t.Error("two days of ten are a fifth")
	}
	if !(Terms{PersonDays: 1}).NeedSignature(Terms{}) {
		t.Error("a day where none was signed")
	}
}

func TestTheHealthOfAProject(t *testing.T) {
	today := Date("2026-06-25")
	running := ProjectFacts{Today: today, State: ProjectRunning, EndsOn: "2026-12-31", StartedOn: "2026-06-01"}
	with := func(change func(*ProjectFacts)) ProjectFacts { f := running; change(&f); return f }
	for name, c := range map[string]struct {
		facts  ProjectFacts
		health Health
		codes  []HealthFactCode
	}{
		"a new one has told nothing":     {running, HealthUnknown, nil},
		"on track":                       {with(func(f *ProjectFacts) { f.LastReportOn, f.LastHealth = "2026-06-20", HealthOnTrack }), HealthOnTrack, nil},
		"sixty days of silence":          {with(func(f *ProjectFacts) { f.StartedOn = "2026-04-26" }), HealthUnknown, nil},
		"sixty-one":                      {with(func(f *ProjectFacts) { f.StartedOn = "2026-04-25" }), HealthAtRisk, []HealthFactCode{FactNoReport}},
		"a hundred and twenty-one":       {with(func(f *ProjectFacts) { f.StartedOn = "2026-02-24" }), HealthOffTrack, []HealthFactCode{FactNoReport}},
		"its author is worried":          {with(func(f *ProjectFacts) { f.LastReportOn, f.LastHealth = "2026-06-20", HealthAtRisk }), HealthAtRisk, []HealthFactCode{FactAuthorWorried}},
		"its last day is not late":       {with(func(f *ProjectFacts) { f.EndsOn = today }), HealthUnknown, nil},
		"past its last day":              {with(func(f *ProjectFacts) { f.EndsOn = "2026-06-24" }), HealthAtRisk, []HealthFactCode{FactOverdue}},
		"long past":                      {with(func(f *ProjectFacts) { f.EndsOn = "2026-05-25" }), HealthOffTrack, []HealthFactCode{FactOverdue}},
		"two have to sign again":         {with(func(f *ProjectFacts) { f.Reconfirm, f.ReconfirmOn = 2, "2026-06-10" }), HealthAtRisk, []HealthFactCode{FactReconfirm}},
		"silent centres":                 {ProjectFacts{Today: today, State: ProjectConsultation, EndsOn: "2027-01-01", Silent: 1, AskedOn: "2026-06-01"}, HealthAtRisk, []HealthFactCode{FactUnsigned}},
		"nothing is expected of a draft": {ProjectFacts{Today: today, State: ProjectDraft, EndsOn: "2020-01-01"}, HealthUnknown, nil},
		"nor of what is over":            {ProjectFacts{Today: today, State: ProjectCompleted, EndsOn: "2020-01-01"}, HealthUnknown, nil},
	} {
		health, facts := ProjectHealth(c.facts)
		var codes []HealthFactCode
		for _, f := range facts {
			codes = append(codes, f.Code)
		}
		if health != c.health || !slices.Equal(codes, c.codes) {
			t.Errorf("%s: %s %v, want %s %v", name, health, codes, c.health, c.codes)
		}
	}
	_, facts := ProjectHealth(ProjectFacts{Today: today, State: ProjectConsultation, EndsOn: "2027-01-01", Silent: 2, AskedOn: "2026-06-01"})
	if facts[0].Since != "2026-06-22" || facts[0].Count != 2 {
		t.Errorf("silence counts from when an answer was due: %+v", facts[0])
	}
}

func TestAPeriodInWholeMonths(t *testing.T) {
	whole := Period{"2024-02-10", "2025-12-01"}.Whole()
	if want := (Period{"2024-02-01", "2025-12-31"}); whole != want {
		t.Errorf("%v, want %v", whole, want)
	}
	if whole := (Period{"2024-02-29", "2024-02-29"}).Whole(); whole.EndsOn != "2024-02-29" {
		t.Errorf("a leap month ends on %s", whole.EndsOn)
	}
	for p, ok := range map[Period]bool{
		{"2016-01-01", "2025-12-31"}: true,
		{"2016-01-01", "2026-01-01"}: false,
		{"2026-01-02", "2026-01-01"}: false,
	} {
		if got := p.Validate() == nil; got != ok {
			t.Errorf("%v valid: %v", p, got)
		}
	}
}
