package network

// WorkingGroupState: REQUESTED → FORMING → ACTIVE ⇄ DORMANT → CLOSED; DECLINED, ABANDONED,
// MERGED.
type WorkingGroupState string

const (
	GroupRequested WorkingGroupState = "REQUESTED"
	GroupForming   WorkingGroupState = "FORMING"
	GroupActive    WorkingGroupState = "ACTIVE"
	GroupDormant   WorkingGroupState = "DORMANT"
	GroupClosed    WorkingGroupState = "CLOSED"
	GroupDeclined  WorkingGroupState = "DECLINED"
	GroupAbandoned WorkingGroupState = "ABANDONED"
	GroupMerged    WorkingGroupState = "MERGED"
)

// Admission: OPEN: join at once. ON_APPROVAL: the lead lets people in.
type Admission string

const (
	AdmissionOpen       Admission = "OPEN"
	AdmissionOnApproval Admission = "ON_APPROVAL"
)

// The limits of a group's texts, in characters.
const (
	GroupNameMax    = 120
	GroupPurposeMax = 4000
	GroupNoteMax    = 4000
	UpdateTextMax   = 10000
)

// WorkingGroup is what the rules about a group need of it.
type WorkingGroup struct {
	State                  WorkingGroupState
	Admission              Admission
	LeadCount, CentreCount int
}

// groupTransitions are the moves of a group, the likeliest first.
var groupTransitions = map[WorkingGroupState][]WorkingGroupState{
	GroupRequested: {GroupForming, GroupDeclined, GroupAbandoned},
	GroupForming:   {GroupActive, GroupAbandoned, GroupMerged},
	GroupActive:    {GroupDormant, GroupClosed, GroupAbandoned, GroupMerged},
	GroupDormant:   {GroupActive, GroupClosed, GroupAbandoned, GroupMerged},
}

// Alive reports whether people can be in the group and do things there.
func (s WorkingGroupState) Alive() bool {
	return s == GroupForming || s == GroupActive || s == GroupDormant
}

// AtWork reports whether something is expected of the group.
func (s WorkingGroupState) AtWork() bool { return s == GroupForming || s == GroupActive }

// Over reports whether the group has come to its end, whichever it was.
func (s WorkingGroupState) Over() bool { return s != GroupRequested && !s.Alive() }

// CanRequestWorkingGroup lets mission officers and directors ask for a group.
func CanRequestWorkingGroup(v Viewer) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if v.Job != JobMissionOfficer && v.Job != JobDirector {
		return Forbidden("group_requesters_only")
	}
	return nil
}

// steers lets the group's leads and the coordinator.
func steers(v Viewer, m Membership) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case !v.IsCoordinator() && !m.Leads():
		return Forbidden("group_leads_only")
	}
	return nil
}

// alive is an act's need of a group that has not ended, nor has yet to begin.
func alive(g WorkingGroup) error {
	if !g.State.Alive() {
		return wrongState(groupTransitions, g.State)
	}
	return nil
}

// CanMoveGroup says whether the viewer, whose membership is m, may bring the
// group to another state: the coordinator alone accepts, declines and merges.
func CanMoveGroup(v Viewer, g WorkingGroup, m Membership, to WorkingGroupState) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	switch to {
	case GroupForming, GroupDeclined, GroupMerged:
		if !v.IsCoordinator() {
			return Forbidden("coordination_only")
		}
	default:
		if err := steers(v, m); err != nil {
			return err
		}
	}
	if err := transition(groupTransitions, g.State, to); err != nil {
		return err
	}
	if g.State == GroupForming && to == GroupActive {
		return readyForWork(g)
	}
	return nil
}

// readyForWork is what a forming group needs before it is active.
func readyForWork(g WorkingGroup) error {
	refused := wrongState(groupTransitions, g.State)
	refused.Open = refused.Open[1:] // ACTIVE stands first
	switch {
	case g.LeadCount == 0:
		refused.Key = "group_needs_lead"
	case g.CentreCount < 2:
		refused.Key = "group_needs_centres"
	default:
		return nil
	}
	return refused
}

// CanMoveGroupFrom is CanMoveGroup for an act that has one beginning: waking is
// not activating, though both end in ACTIVE.
func CanMoveGroupFrom(v Viewer, g WorkingGroup, m Membership, from, to WorkingGroupState) error {
	err := CanMoveGroup(v, g, m, to)
	if g.State != from && !IsCode(err, CodeForbidden) && !IsCode(err, CodeUnauthenticated) {
		return wrongState(groupTransitions, g.State)
	}
	return err
}

// GroupMoves are the states to which the viewer may bring the group now.
func GroupMoves(v Viewer, g WorkingGroup, m Membership) []WorkingGroupState {
	moves := []WorkingGroupState{}
	for _, to := range groupTransitions[g.State] {
		if CanMoveGroup(v, g, m, to) == nil {
			moves = append(moves, to)
		}
	}
	return moves
}

// CanEditGroup lets who steers the group reword it until it is over.
func CanEditGroup(v Viewer, g WorkingGroup, m Membership) error {
	if err := steers(v, m); err != nil {
		return err
	}
	if g.State.Over() {
		return wrongState(groupTransitions, g.State)
	}
	return nil
}

// CanPostUpdate lets the group's members tell what is going on.
func CanPostUpdate(v Viewer, g WorkingGroup, m Membership) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case m.State != MembershipMember:
		return Forbidden("group_members_only")
	}
	return alive(g)
}

// CanCorrectUpdate lets the author of an update.
func CanCorrectUpdate(v Viewer, author ID) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case v.StaffID != author:
		return Forbidden("own_update_only")
	}
	return nil
}

// CanDraftFromGroup lets directors make a joint project of what a group does
// or has done.
func CanDraftFromGroup(v Viewer, g WorkingGroup) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case !v.IsDirectorOf(v.CentreID):
		return Forbidden("directors_only")
	case !g.State.Alive() && g.State != GroupClosed:
		return wrongState(groupTransitions, g.State)
	}
	return nil
}
