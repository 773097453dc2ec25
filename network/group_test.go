package network

import (
	"errors"
	"slices"
	"testing"
)

var (
	anyStaff     = Viewer{Kind: Staff, StaffID: "s", CentreID: "c", Job: JobInformationOfficer}
	anOfficer    = Viewer{Kind: Staff, StaffID: "o", CentreID: "c", Job: JobMissionOfficer}
	aDirector    = Viewer{Kind: Staff, StaffID: "d", CentreID: "c", Job: JobDirector}
	aCoordinator = Viewer{Kind: Staff, StaffID: "k", Job: JobNationalCoordination, Role: RoleCoordinator}
	anAdmin      = Viewer{Kind: Staff, StaffID: "a", Job: JobNationalCoordination, Role: RoleAdmin}
	aGuest       = Viewer{Kind: Guest, StaffID: "g", Job: JobGuest}
	readsOnly    = Viewer{Kind: Staff, StaffID: "o", Job: JobMissionOfficer, ReadOnly: true}

	noTie   = Membership{}
	invited = Membership{State: MembershipInvited, Role: GroupMember}
	applied = Membership{State: MembershipApplied, Role: GroupMember}
	plain   = Membership{State: MembershipMember, Role: GroupMember}
	writes  = Membership{State: MembershipMember, Role: GroupSecretary}
	coleads = Membership{State: MembershipMember, Role: GroupCoLead}
	leads   = Membership{State: MembershipMember, Role: GroupLead}
	left    = Membership{State: MembershipLeft, Role: GroupMember}
)

// codeOf is the code of a failure; empty for success.
func codeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func TestWhoMayRequestAGroup(t *testing.T) {
	for _, c := range []struct {
		name string
		v    Viewer
		want Code
	}{
		{"a mission officer", anOfficer, ""},
		{"a director", aDirector, ""},
		{"an information officer", anyStaff, CodeForbidden},
		{"the coordinator", aCoordinator, CodeForbidden},
		{"a guest", aGuest, CodeForbidden},
		{"a token that only reads", readsOnly, CodeForbidden},
		{"nobody", Viewer{Kind: Anonymous}, CodeUnauthenticated},
	} {
		if got := codeOf(CanRequestWorkingGroup(c.v)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestGroupMovesAreThoseOfItsLifeCycleAndItsReader(t *testing.T) {
	ready := func(s WorkingGroupState) WorkingGroup {
		return WorkingGroup{State: s, LeadCount: 1, CentreCount: 2}
	}
	for _, c := range []struct {
		name string
		v    Viewer
		g    WorkingGroup
		m    Membership
		want []WorkingGroupState
	}{
		{"requested, coordinator", aCoordinator, ready(GroupRequested), noTie, []WorkingGroupState{GroupForming, GroupDeclined, GroupAbandoned}},
		{"requested, who asked", anOfficer, ready(GroupRequested), leads, []WorkingGroupState{GroupAbandoned}},
		{"forming, lead", anOfficer, ready(GroupForming), leads, []WorkingGroupState{GroupActive, GroupAbandoned}},
		{"forming, one centre", anOfficer, WorkingGroup{State: GroupForming, LeadCount: 1, CentreCount: 1}, leads, []WorkingGroupState{GroupAbandoned}},
		{"forming, no lead", aCoordinator, WorkingGroup{State: GroupForming, CentreCount: 2}, noTie, []WorkingGroupState{GroupAbandoned, GroupMerged}},
		{"active, lead", anOfficer, ready(GroupActive), leads, []WorkingGroupState{GroupDormant, GroupClosed, GroupAbandoned}},
		{"active, coordinator", aCoordinator, ready(GroupActive), noTie, []WorkingGroupState{GroupDormant, GroupClosed, GroupAbandoned, GroupMerged}},
		{"active, co-lead", anOfficer, ready(GroupActive), coleads, nil},
		{"active, who led and left", anOfficer, ready(GroupActive), Membership{MembershipLeft, GroupLead}, nil},
		{"active, admin", anAdmin, ready(GroupActive), noTie, nil},
		{"dormant, lead", anOfficer, ready(GroupDormant), leads, []WorkingGroupState{GroupActive, GroupClosed, GroupAbandoned}},
		{"closed", aCoordinator, ready(GroupClosed), leads, nil},
		{"declined", aCoordinator, ready(GroupDeclined), leads, nil},
		{"abandoned", aCoordinator, ready(GroupAbandoned), leads, nil},
		{"merged", aCoordinator, ready(GroupMerged), leads, nil},
		{"a token that only reads", readsOnly, ready(GroupActive), leads, nil},
	} {
		if got := GroupMoves(c.v, c.g, c.m); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestAMoveThatIsNotOpenNamesTheStateAndTheOpenOnes(t *testing.T) {
	var refused *Error
	err := CanMoveGroup(aCoordinator, WorkingGroup{State: GroupForming}, noTie, GroupClosed)
	if !errors.As(err, &refused) || refused.State != "FORMING" || !slices.Equal(refused.Open, []string{"ACTIVE", "ABANDONED", "MERGED"}) {
		t.Errorf("%+v", refused)
	}
	// What a group lacks for its work is said in its own words, and ACTIVE is not open.
	err = CanMoveGroup(aCoordinator, WorkingGroup{State: GroupForming, LeadCount: 1, CentreCount: 1}, noTie, GroupActive)
	if !errors.As(err, &refused) || refused.Key != "group_needs_centres" || slices.Contains(refused.Open, "ACTIVE") {
		t.Errorf("%+v", refused)
	}
	if slices.Equal(groupTransitions[GroupForming], []WorkingGroupState{GroupAbandoned, GroupMerged}) {
		t.Error("the table of transitions was cut")
	}
}

func TestWakingIsNotActivating(t *testing.T) {
	dormant := WorkingGroup{State: GroupDormant, LeadCount: 1, CentreCount: 2}
	if got := codeOf(CanMoveGroupFrom(anOfficer, dormant, leads, GroupForming, GroupActive)); got != CodeInvalidTransition {
		t.Errorf("activating a dormant group: %q", got)
	}
	if got := codeOf(CanMoveGroupFrom(anOfficer, dormant, leads, GroupDormant, GroupActive)); got != "" {
		t.Errorf("waking it: %q", got)
	}
	if got := codeOf(CanMoveGroupFrom(anyStaff, dormant, noTie, GroupForming, GroupActive)); got != CodeForbidden {
		t.Errorf("a stranger activating it: %q", got)
	}
}

func TestJoining(t *testing.T) {
	for _, c := range []struct {
		name      string
		v         Viewer
		state     WorkingGroupState
		admission Admission
		m         Membership
		want      MembershipState
		code      Code
	}{
		{"open", anyStaff, GroupActive, AdmissionOpen, noTie, MembershipMember, ""},
		{"open, asleep", anyStaff, GroupDormant, AdmissionOpen, noTie, MembershipMember, ""},
		{"on approval", anyStaff, GroupActive, AdmissionOnApproval, noTie, MembershipApplied, ""},
		{"on approval, invited", anyStaff, GroupForming, AdmissionOnApproval, invited, MembershipMember, ""},
		{"on approval, again after leaving", anyStaff, GroupActive, AdmissionOnApproval, left, MembershipApplied, ""},
		{"applied, then opened", anyStaff, GroupActive, AdmissionOpen, applied, MembershipMember, ""},
		{"applied twice", anyStaff, GroupActive, AdmissionOnApproval, applied, "", CodeInvalidTransition},
		{"a member already", anyStaff, GroupActive, AdmissionOpen, plain, "", CodeInvalidTransition},
		{"requested", anyStaff, GroupRequested, AdmissionOpen, noTie, "", CodeInvalidTransition},
		{"closed", anyStaff, GroupClosed, AdmissionOpen, invited, "", CodeInvalidTransition},
		{"a guest", aGuest, GroupActive, AdmissionOpen, noTie, "", CodeForbidden},
	} {
		got, err := CanJoinGroup(c.v, WorkingGroup{State: c.state, Admission: c.admission}, c.m)
		if codeOf(err) != c.code || err == nil && got != c.want {
			t.Errorf("%s: %q %v, want %q %q", c.name, got, err, c.want, c.code)
		}
	}
}

func TestLeaving(t *testing.T) {
	for _, c := range []struct {
		name  string
		state WorkingGroupState
		leads int
		m     Membership
		want  MembershipState
		code  Code
	}{
		{"a member", GroupActive, 1, plain, MembershipLeft, ""},
		{"one lead of two", GroupActive, 2, leads, MembershipLeft, ""},
		{"the last lead", GroupActive, 1, leads, "", CodeForbidden},
		{"an invitation turned down", GroupActive, 1, invited, MembershipDeclined, ""},
		{"an application taken back", GroupActive, 1, applied, MembershipLeft, ""},
		{"a stranger", GroupActive, 1, noTie, "", CodeForbidden},
		{"who has left", GroupActive, 1, left, "", CodeInvalidTransition},
		{"a closed group", GroupClosed, 1, plain, "", CodeInvalidTransition},
	} {
		got, err := CanLeaveGroup(anyStaff, WorkingGroup{State: c.state, LeadCount: c.leads}, c.m)
		if codeOf(err) != c.code || err == nil && got != c.want {
			t.Errorf("%s: %q %v, want %q %q", c.name, got, err, c.want, c.code)
		}
	}
}

func TestWhoSteersAGroup(t *testing.T) {
	active := WorkingGroup{State: GroupActive, LeadCount: 1, CentreCount: 2}
	acts := []struct {
		name string
		can  func(Viewer, Membership) error
		by   []string
	}{
		{"edit", func(v Viewer, m Membership) error { return CanEditGroup(v, active, m) }, []string{"lead", "coordinator"}},
		{"invite", func(v Viewer, m Membership) error { return CanInvitePerson(v, active, m, noTie) }, []string{"lead", "coordinator"}},
		{"admit", func(v Viewer, m Membership) error {
			return CanAnswerApplicant(v, active, m, applied, MembershipMember)
		}, []string{"lead", "coordinator"}},
		{"set a role", func(v Viewer, m Membership) error { return CanSetMemberRole(v, active, m, plain, GroupSecretary) }, []string{"lead", "coordinator"}},
		{"plan milestones", func(v Viewer, m Membership) error { return CanManageMilestones(v, active, m) }, []string{"lead", "co-lead", "secretary", "coordinator"}},
		{"post an update", func(v Viewer, m Membership) error { return CanPostUpdate(v, active, m) }, []string{"lead", "co-lead", "secretary", "member"}},
	}
	people := []struct {
		name string
		v    Viewer
		m    Membership
	}{
		{"lead", anOfficer, leads}, {"co-lead", anOfficer, coleads}, {"secretary", anyStaff, writes}, {"member", anyStaff, plain},
		{"invited", anyStaff, invited}, {"stranger", aDirector, noTie}, {"coordinator", aCoordinator, noTie}, {"admin", anAdmin, noTie},
		{"guest", aGuest, noTie}, {"token that only reads", readsOnly, leads},
	}
	for _, act := range acts {
		for _, p := range people {
			want := CodeForbidden
			if slices.Contains(act.by, p.name) {
				want = ""
			}
			if got := codeOf(act.can(p.v, p.m)); got != want {
				t.Errorf("%s by %s: %q, want %q", act.name, p.name, got, want)
			}
		}
	}
}

func TestAGroupKeepsALead(t *testing.T) {
	one := WorkingGroup{State: GroupActive, LeadCount: 1}
	if got := codeOf(CanSetMemberRole(aCoordinator, one, noTie, leads, GroupMember)); got != CodeForbidden {
		t.Errorf("the last lead made a member: %q", got)
	}
	two := WorkingGroup{State: GroupActive, LeadCount: 2}
	if got := codeOf(CanSetMemberRole(aCoordinator, two, noTie, leads, GroupMember)); got != "" {
		t.Errorf("one of two leads made a member: %q", got)
	}
	if got := codeOf(CanSetMemberRole(aCoordinator, two, noTie, applied, GroupLead)); got != CodeInvalidTransition {
		t.Errorf("an applicant made a lead: %q", got)
	}
}

func TestNothingIsDoneInAGroupThatIsOver(t *testing.T) {
	for _, s := range []WorkingGroupState{GroupClosed, GroupDeclined, GroupAbandoned, GroupMerged} {
		g := WorkingGroup{State: s, LeadCount: 1, CentreCount: 2}
		for name, err := range map[string]error{
			"edit":      CanEditGroup(aCoordinator, g, leads),
			"invite":    CanInvite(aCoordinator, g, leads),
			"update":    CanPostUpdate(anOfficer, g, leads),
			"milestone": CanManageMilestones(aCoordinator, g, leads),
		} {
			if got := codeOf(err); got != CodeInvalidTransition {
				t.Errorf("%s in a group %s: %q", name, s, got)
			}
		}
	}
}

func TestMilestonesMoveOnce(t *testing.T) {
	active := WorkingGroup{State: GroupActive}
	for _, c := range []struct {
		from, to MilestoneState
		want     Code
	}{
		{MilestonePlanned, MilestoneDone, ""},
		{MilestonePlanned, MilestoneDropped, ""},
		{MilestoneProposed, MilestoneDropped, ""},
		{MilestoneProposed, MilestoneDone, CodeInvalidTransition},
		{MilestoneDone, MilestoneDropped, CodeInvalidTransition},
		{MilestoneDropped, MilestoneDone, CodeInvalidTransition},
	} {
		if got := codeOf(CanMoveMilestone(anOfficer, active, leads, c.from, c.to)); got != c.want {
			t.Errorf("%s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
	if got := codeOf(CanEditMilestone(anOfficer, active, leads, MilestoneDone)); got != CodeInvalidTransition {
		t.Errorf("rewriting what is done: %q", got)
	}
}

func TestTasks(t *testing.T) {
	byHand := Task{Kind: AsksByHand, State: TaskOpen, Assignee: "s", Author: "o"}
	system := func(kind TaskKind) Task { return Task{Kind: kind, State: TaskOpen, Assignee: "s"} }
	done := byHand
	done.State = TaskDone
	for _, c := range []struct {
		name           string
		v              Viewer
		task           Task
		complete, drop Code
	}{
		{"its assignee", anyStaff, byHand, "", ""},
		{"its author", anOfficer, byHand, CodeForbidden, ""},
		{"another", aDirector, byHand, CodeForbidden, CodeForbidden},
		{"the coordinator", aCoordinator, byHand, CodeForbidden, CodeForbidden},
		{"done already", anyStaff, done, CodeInvalidTransition, CodeInvalidTransition},
		{"to lead", anyStaff, system(AsksLeadGroup), CodeForbidden, ""},
		{"to join", anyStaff, system(AsksJoinGroup), CodeForbidden, CodeForbidden},
		{"to admit", anyStaff, system(AsksAdmitMember), CodeForbidden, CodeForbidden},
		{"to accept", anyStaff, system(AsksAcceptGroup), CodeForbidden, CodeForbidden},
		{"to sign", anyStaff, system(AsksSignCommitment), CodeForbidden, CodeForbidden},
		{"to keep a place", anyStaff, system(AsksKeepPlace), "", CodeForbidden},
		{"to keep another's", anOfficer, system(AsksKeepPlace), CodeForbidden, CodeForbidden},
	} {
		if got := codeOf(CanCompleteTask(c.v, c.task)); got != c.complete {
			t.Errorf("%s completes: %q, want %q", c.name, got, c.complete)
		}
		if got := codeOf(CanDropTask(c.v, c.task)); got != c.drop {
			t.Errorf("%s drops: %q, want %q", c.name, got, c.drop)
		}
	}
}
