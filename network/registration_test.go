package network

import (
	"slices"
	"testing"
)

func TestWhoRegistersWhom(t *testing.T) {
	officer := Viewer{Kind: Staff, StaffID: "officer", CentreID: "nantes", Job: JobMissionOfficer}
	lille := Viewer{Kind: Staff, StaffID: "lille", CentreID: "lille", Job: JobDirector}
	coordinator := Viewer{Kind: Staff, StaffID: "co", Job: JobNationalCoordination, Role: RoleCoordinator}
	live := Gathering{ID: "tours", State: GatheringLive}
	hosted := Gathering{ID: "tours", State: GatheringPublished, Hosted: true}
	for _, c := range []struct {
		name         string
		v            Viewer
		g            Gathering
		centre       ID
		self, others Code
	}{
		{"anonymous", Viewer{Kind: Anonymous}, live, "nantes", CodeUnauthenticated, CodeUnauthenticated},
		{"its guest", aParticipant, live, "", "", CodeForbidden},
		{"another's guest", Viewer{Kind: Guest, StaffID: "g", GatheringID: "lyon"}, live, "", CodeNotFound, CodeForbidden},
		{"officer", officer, live, "nantes", "", CodeForbidden},
		{"assistant, their own", anAssistant, live, "nantes", "", ""},
		{"assistant, another's", anAssistant, live, "lille", "", CodeForbidden},
		{"assistant, of no centre", anAssistant, live, "", "", CodeForbidden},
		{"host's assistant, another's", anAssistant, hosted, "lille", "", ""},
		{"director, their own", lille, live, "lille", "", ""},
		{"coordinator", coordinator, live, "lille", "", ""},
		{"in a draft", coordinator, Gathering{State: GatheringDraft}, "lille", CodeInvalidTransition, CodeInvalidTransition},
		{"once it is over", coordinator, Gathering{State: GatheringClosed}, "lille", CodeInvalidTransition, CodeInvalidTransition},
		{"once it is cancelled", lille, Gathering{State: GatheringCancelled}, "lille", CodeInvalidTransition, CodeInvalidTransition},
	} {
		if err := CanRegister(c.v, c.g, ""); codeOf(err) != c.self {
			t.Errorf("%s registers: %v, want %q", c.name, err, c.self)
		}
		if err := CanRegisterPerson(c.v, c.g, c.centre); codeOf(err) != c.others {
			t.Errorf("%s registers others: %v, want %q", c.name, err, c.others)
		}
	}
}

func TestTheLifeOfARegistration(t *testing.T) {
	self := Viewer{Kind: Staff, StaffID: "self", CentreID: "nantes", Job: JobMissionOfficer}
	for state, want := range map[RegistrationState]struct {
		register, edit, withdraw, present Code
		moves                             []RegistrationState
	}{
		RegistrationRegistered: {CodeInvalidTransition, "", "", "", []RegistrationState{RegistrationWithdrawn}},
		RegistrationWaiting:    {CodeInvalidTransition, "", "", CodeInvalidTransition, []RegistrationState{RegistrationWithdrawn}},
		RegistrationWithdrawn:  {"", CodeInvalidTransition, CodeInvalidTransition, CodeInvalidTransition, []RegistrationState{}},
	} {
		r := Registration{Gathering: Gathering{ID: "tours", State: GatheringLive, Hosted: true}, State: state, PersonID: "self", CentreID: "nantes"}
		for what, got := range map[string][2]Code{
			"registers":  {codeOf(CanRegister(self, r.Gathering, state)), want.register},
			"edits":      {codeOf(CanEditRegistration(self, r)), want.edit},
			"withdraws":  {codeOf(CanWithdrawRegistration(self, r)), want.withdraw},
			"is present": {codeOf(CanMarkPresent(anAssistant, r)), want.present},
		} {
			if got[0] != got[1] {
				t.Errorf("%s %s: %q, want %q", state, what, got[0], got[1])
			}
		}
		if got := RegistrationMoves(self, r); !slices.Equal(got, want.moves) {
			t.Errorf("from %s: %v, want %v", state, got, want.moves)
		}
	}
}

func TestWhoHasAPlace(t *testing.T) {
	two := 2
	for _, c := range []struct {
		registered, waiting int
		capacity            *int
		want                RegistrationState
	}{
		{900, 0, nil, RegistrationRegistered},
		{1, 0, &two, RegistrationRegistered},
		{2, 0, &two, RegistrationWaiting},
		{3, 0, &two, RegistrationWaiting},
		{1, 1, &two, RegistrationWaiting}, // nobody passes those who wait
	} {
		if got := SeatRegistration(c.registered, c.waiting, c.capacity); got != c.want {
			t.Errorf("%+v: %s", c, got)
		}
	}
}

func TestAPlaceIsKeptInTime(t *testing.T) {
	for _, c := range []struct{ today, starts, want Date }{
		{"2026-06-01", "2026-06-25", "2026-06-04"},
		{"2026-06-23", "2026-06-25", "2026-06-24"},
		{"2026-06-25", "2026-06-25", "2026-06-25"},
		{"2026-06-26", "2026-06-25", "2026-06-26"},
	} {
		if got := KeepPlaceBy(c.today, c.starts); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.today, c.starts, got, c.want)
		}
	}
}

func TestDaysAreOfTheGatheringInOrderAndOnce(t *testing.T) {
	days, err := CleanDays([]Date{"2026-06-26", "2026-06-25", "2026-06-26"}, "2026-06-25", "2026-06-26")
	if err != nil || !slices.Equal(days, []Date{"2026-06-25", "2026-06-26"}) {
		t.Error(days, err)
	}
	for name, days := range map[string][]Date{"none": nil, "before": {"2026-06-24"}, "after": {"2026-06-25", "2026-06-27"}, "too many": make([]Date, GatheringDaysMax+1)} {
		if _, err := CleanDays(days, "2026-06-25", "2026-06-26"); codeOf(err) != CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
