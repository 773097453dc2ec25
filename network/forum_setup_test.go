package network

import (
	"strings"
	"testing"
	"time"
)

func TestWhoSetsAForumUp(t *testing.T) {
	for _, c := range []struct {
		name    string
		hosting bool
		can     func(Viewer, Forum) error
		who     string
		phases  string
	}{
		{"edit", false, CanEditForum, "facilitator coordinator", "PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST"},
		{"edit, of a host centre", true, CanEditForum, "facilitator director coordinator", "PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST"},
		{"slots", true, CanEditSlots, "facilitator director coordinator", "PREPARATION COLLECTION MARKETPLACE SESSIONS"},
		{"spotlight", true, CanSpotlight, "facilitator coordinator", "MARKETPLACE"},
		{"timetable", true, CanProposeTimetable, "facilitator coordinator", "MARKETPLACE SESSIONS"},
	} {
		for _, phase := range phases {
			f := here
			f.Phase, f.Hosting = phase, c.hosting
			want := ""
			if strings.Contains(c.phases, string(phase)) {
				want = c.who
			}
			if got := whoMay(func(v Viewer) error { return c.can(v, f) }, allNames...); got != want {
				t.Errorf("%s in %s: %q, want %q", c.name, phase, got, want)
			}
		}
	}
	assistant := someDirector
	assistant.Job = JobAdministrativeAssistant
	hosted := here
	hosted.Phase, hosted.Hosting = PhasePreparation, true
	wantKey(t, CanEditForum(assistant, hosted), "")
	wantKey(t, CanEditForum(someGuest, hosted), "forum_team_only")
}

func TestCanCreateForum(t *testing.T) {
	for state, key := range map[GatheringState]string{
		GatheringDraft: "", GatheringPublished: "", GatheringLive: "",
		GatheringClosed: "gathering_over", GatheringProceedingsFinal: "gathering_over", GatheringCancelled: "gathering_over",
	} {
		wantKey(t, CanCreateForum(theCoord, state, false), key)
	}
	wantKey(t, CanCreateForum(someDirector, GatheringLive, true), "")
	wantKey(t, CanCreateForum(someDirector, GatheringLive, false), "gathering_team_only")
	wantKey(t, CanCreateForum(facilitator, GatheringLive, true), "gathering_team_only")
	wantKey(t, CanCreateForum(someGuest, GatheringLive, true), "staff_only")
	wantKey(t, CanCreateForum(nobody, GatheringLive, true), "sign_in_first")
}

func TestDotsStandOnceTheVoteHasBegun(t *testing.T) {
	f := here
	for _, phase := range phases {
		f.Phase = phase
		key := ""
		if strings.Contains("CONVERGENCE HARVEST CLOSED", string(phase)) {
			key = "dots_stand"
		}
		wantKey(t, CanEditDots(f), key)
	}
	f.Phase, f.VoteClosed = PhaseSessions, true
	wantKey(t, CanEditDots(f), "dots_stand")
}

func TestForumTerms(t *testing.T) {
	for _, c := range []struct {
		terms ForumTerms
		key   string
	}{
		{ForumTerms{Name: " Forum ", DotsPerPerson: 1}, ""},
		{ForumTerms{Name: "Forum", DotsPerPerson: 50, DotsPerCentre: 1000}, ""},
		{ForumTerms{Name: " ", DotsPerPerson: 5}, "required"},
		{ForumTerms{Name: strings.Repeat("é", ForumNameMax+1), DotsPerPerson: 5}, "too_long"},
		{ForumTerms{Name: "Forum"}, "out_of_range"},
		{ForumTerms{Name: "Forum", DotsPerPerson: 51}, "out_of_range"},
		{ForumTerms{Name: "Forum", DotsPerPerson: 5, DotsPerCentre: -1}, "out_of_range"},
		{ForumTerms{Name: "Forum", DotsPerPerson: 5, DotsPerCentre: 1001}, "out_of_range"},
	} {
		wantKey(t, c.terms.Validate(), c.key)
	}
}

func TestSlotTerms(t *testing.T) {
	at := time.Date(2026, 6, 25, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		terms SlotTerms
		key   string
	}{
		{SlotTerms{" Matin ", at, at.Add(time.Hour)}, ""},
		{SlotTerms{"Matin", at, at.Add(12 * time.Hour)}, ""},
		{SlotTerms{"", at, at.Add(time.Hour)}, "required"},
		{SlotTerms{strings.Repeat("é", SlotLabelMax+1), at, at.Add(time.Hour)}, "too_long"},
		{SlotTerms{"Matin", at, at}, "after_start"},
		{SlotTerms{"Matin", at, at.Add(12*time.Hour + time.Second)}, "slot_too_long"},
	} {
		wantKey(t, c.terms.Validate(), c.key)
	}
}
