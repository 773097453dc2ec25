package network

import (
	"fmt"
	"strings"
	"testing"
)

// The people of a forum, for the tables of this noun.
var (
	here         = Forum{ID: "f", GatheringID: "g", FacilitatorID: "facilitator", ConvenersPlace: true, DotsPerPerson: 5}
	facilitator  = Viewer{Kind: Staff, StaffID: "facilitator", CentreID: "c1", Job: JobMissionOfficer, SessionID: "s"}
	theAuthor    = Viewer{Kind: Staff, StaffID: "author", CentreID: "c2", Job: JobMissionOfficer, SessionID: "s"}
	theConvener  = Viewer{Kind: Guest, StaffID: "convener", GatheringID: "g", Job: JobGuest, SessionID: "s"}
	someDirector = Viewer{Kind: Staff, StaffID: "director", CentreID: "c2", Job: JobDirector, SessionID: "s"}
	theCoord     = Viewer{Kind: Staff, StaffID: "coordinator", Job: JobNationalCoordination, Role: RoleCoordinator, SessionID: "s"}
	theAdmin     = Viewer{Kind: Staff, StaffID: "admin", Job: JobNationalCoordination, Role: RoleAdmin, SessionID: "s"}
	someGuest    = Viewer{Kind: Guest, StaffID: "guest", GatheringID: "g", Job: JobGuest, SessionID: "s"}
	otherGuest   = Viewer{Kind: Guest, StaffID: "other", GatheringID: "elsewhere", Job: JobGuest, SessionID: "s"}
	lostGuest    = Viewer{Kind: Guest, StaffID: "lost", Job: JobGuest, SessionID: "s"}
	nobody       = Viewer{Kind: Anonymous}
	aReader      = Viewer{Kind: Staff, StaffID: "facilitator", Job: JobMissionOfficer, ReadOnly: true, TokenID: "t"}
)

var everybody = map[string]Viewer{
	"facilitator": facilitator, "author": theAuthor, "convener": theConvener, "director": someDirector, "coordinator": theCoord,
	"admin": theAdmin, "guest": someGuest, "other guest": otherGuest, "lost guest": lostGuest, "anonymous": nobody, "read-only": aReader,
}

// whoMay gives the names of those whom a right is given, in the order of names.
func whoMay(can func(Viewer) error, names ...string) string {
	var may []string
	for _, name := range names {
		if can(everybody[name]) == nil {
			may = append(may, name)
		}
	}
	return strings.Join(may, " ")
}

var allNames = []string{"facilitator", "author", "convener", "director", "coordinator", "admin", "guest", "other guest", "lost guest", "anonymous", "read-only"}

func TestPhaseMoves(t *testing.T) {
	for from, want := range map[ForumPhase]string{
		PhasePreparation: "[COLLECTION]",
		PhaseCollection:  "[MARKETPLACE PREPARATION]",
		PhaseMarketplace: "[SESSIONS COLLECTION]",
		PhaseSessions:    "[CONVERGENCE MARKETPLACE]",
		PhaseConvergence: "[HARVEST SESSIONS]",
		PhaseHarvest:     "[CLOSED CONVERGENCE]",
		PhaseClosed:      "[HARVEST]",
		"NOWHERE":        "[]",
	} {
		if got := fmt.Sprint(PhaseMoves(from)); got != want {
			t.Errorf("from %s: %s, want %s", from, got, want)
		}
	}
}

func TestCanMoveForum(t *testing.T) {
	f := here
	f.Phase = PhaseSessions
	for _, c := range []struct {
		to     ForumPhase
		reason string
		key    string
	}{
		{PhaseConvergence, "", ""},
		{PhaseMarketplace, "Une salle a fermé.", ""},
		{PhaseMarketplace, "", "reason_to_go_back"},
		{PhaseSessions, "", "wrong_state"},
		{PhaseHarvest, "", "wrong_state"},
		{PhaseCollection, "Deux pas", "wrong_state"},
	} {
		wantKey(t, CanMoveForum(facilitator, f, c.to, c.reason), c.key)
	}
	got := whoMay(func(v Viewer) error { return CanMoveForum(v, f, PhaseConvergence, "") }, allNames...)
	if want := "facilitator coordinator"; got != want {
		t.Errorf("may move: %s, want %s", got, want)
	}
	wantKey(t, CanMoveForum(otherGuest, f, PhaseConvergence, ""), "not_found")
	wantKey(t, CanMoveForum(nobody, f, PhaseConvergence, ""), "sign_in_first")
	wantKey(t, CanMoveForum(aReader, f, PhaseConvergence, ""), "read_only_token")
}

func TestWhatAForumAllowsInEachPhase(t *testing.T) {
	everyone := "facilitator author convener director coordinator admin guest"
	for _, c := range []struct {
		name   string
		can    func(Viewer, Forum) error
		phases string
		who    string
	}{
		{"propose", CanPropose, "COLLECTION MARKETPLACE", everyone},
		{"star", CanStar, "COLLECTION MARKETPLACE SESSIONS", everyone},
		{"vote", CanVote, "CONVERGENCE", everyone},
	} {
		for _, phase := range phases {
			f := here
			f.Phase = phase
			want := ""
			if strings.Contains(c.phases, string(phase)) {
				want = c.who
			}
			if got := whoMay(func(v Viewer) error { return c.can(v, f) }, allNames...); got != want {
				t.Errorf("%s in %s: %q, want %q", c.name, phase, got, want)
			}
		}
	}
}

func TestAClosedVoteStaysClosed(t *testing.T) {
	f := here
	f.Phase = PhaseConvergence
	wantKey(t, CanOpenWorkingGroups(facilitator, f), "vote_not_closed")
	f.VoteClosed = true
	wantKey(t, CanVote(someGuest, f), "vote_closed")
	got := whoMay(func(v Viewer) error { return CanOpenWorkingGroups(v, f) }, allNames...)
	if want := "facilitator coordinator"; got != want {
		t.Errorf("may open groups: %s, want %s", got, want)
	}
}
