package network

// MembershipState: INVITED | APPLIED → MEMBER → LEFT; DECLINED.
type MembershipState string

const (
	MembershipInvited  MembershipState = "INVITED"
	MembershipApplied  MembershipState = "APPLIED"
	MembershipMember   MembershipState = "MEMBER"
	MembershipLeft     MembershipState = "LEFT"
	MembershipDeclined MembershipState = "DECLINED"
)

// GroupRole: A role in a group.
type GroupRole string

const (
	GroupLead      GroupRole = "LEAD"
	GroupCoLead    GroupRole = "CO_LEAD"
	GroupSecretary GroupRole = "SECRETARY"
	GroupMember    GroupRole = "MEMBER"
)

// Membership is what the rules need of a person's tie to a group; the zero
// value is a person without one.
type Membership struct {
	State MembershipState
	Role  GroupRole
}

// Leads reports whether the person leads the group.
func (m Membership) Leads() bool { return m.State == MembershipMember && m.Role == GroupLead }

// membershipTransitions are the ways into a group and out of it. Whoever left,
// declined or was refused may come back.
var membershipTransitions = map[MembershipState][]MembershipState{
	"":                 {MembershipMember, MembershipApplied, MembershipInvited},
	MembershipInvited:  {MembershipMember, MembershipDeclined},
	MembershipApplied:  {MembershipMember, MembershipDeclined, MembershipLeft},
	MembershipMember:   {MembershipLeft},
	MembershipLeft:     {MembershipMember, MembershipApplied, MembershipInvited},
	MembershipDeclined: {MembershipMember, MembershipApplied, MembershipInvited},
}

// CanJoinGroup lets every team join, and tells what one becomes: MEMBER when
// the group is open or one was invited, else APPLIED.
func CanJoinGroup(v Viewer, g WorkingGroup, m Membership) (MembershipState, error) {
	to := MembershipMember
	if g.Admission == AdmissionOnApproval && m.State != MembershipInvited {
		to = MembershipApplied
	}
	if err := CanActAsStaff(v); err != nil {
		return "", err
	}
	if err := alive(g); err != nil {
		return "", err
	}
	return to, transition(membershipTransitions, m.State, to)
}

// CanLeaveGroup lets whoever is in a group, has applied or was invited, and
// tells what one becomes. The last lead hands over first.
func CanLeaveGroup(v Viewer, g WorkingGroup, m Membership) (MembershipState, error) {
	to := MembershipLeft
	if m.State == MembershipInvited {
		to = MembershipDeclined
	}
	switch err := CanActAsStaff(v); {
	case err != nil:
		return "", err
	case m.State == "":
		return "", Forbidden("group_members_only")
	case g.State.Over():
		return "", wrongState(groupTransitions, g.State)
	case m.Leads() && g.LeadCount <= 1:
		return "", Forbidden("group_last_lead")
	}
	return to, transition(membershipTransitions, m.State, to)
}

// CanInvite lets who steers the group ask people in.
func CanInvite(v Viewer, g WorkingGroup, m Membership) error {
	if err := steers(v, m); err != nil {
		return err
	}
	return alive(g)
}

// CanInvitePerson is CanInvite for a person whose tie to the group is their.
func CanInvitePerson(v Viewer, g WorkingGroup, m, their Membership) error {
	if err := CanInvite(v, g, m); err != nil {
		return err
	}
	return transition(membershipTransitions, their.State, MembershipInvited)
}

// CanAnswerApplicant lets who steers the group let an applicant in (MEMBER) or
// turn them down (DECLINED).
func CanAnswerApplicant(v Viewer, g WorkingGroup, m, their Membership, to MembershipState) error {
	if err := CanInvite(v, g, m); err != nil {
		return err
	}
	if their.State != MembershipApplied {
		return wrongState(membershipTransitions, their.State)
	}
	return transition(membershipTransitions, their.State, to)
}

// CanSetMemberRole lets who steers the group share its parts out; it keeps at
// least one lead.
func CanSetMemberRole(v Viewer, g WorkingGroup, m, their Membership, to GroupRole) error {
	switch err := CanInvite(v, g, m); {
	case err != nil:
		return err
	case their.State != MembershipMember:
		return wrongState(membershipTransitions, their.State)
	case their.Role == GroupLead && to != GroupLead && g.LeadCount <= 1:
		return Forbidden("group_keeps_lead")
	}
	return nil
}
