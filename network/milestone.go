package network

// MilestoneState: PROPOSED → PLANNED → DONE | DROPPED.
type MilestoneState string

const (
	MilestoneProposed MilestoneState = "PROPOSED"
	MilestonePlanned  MilestoneState = "PLANNED"
	MilestoneDone     MilestoneState = "DONE"
	MilestoneDropped  MilestoneState = "DROPPED"
)

// The limits of a milestone's texts, in characters.
const (
	MilestoneTitleMax  = 120
	MilestoneReasonMax = 4000
)

var milestoneTransitions = map[MilestoneState][]MilestoneState{
	MilestoneProposed: {MilestonePlanned, MilestoneDropped},
	MilestonePlanned:  {MilestoneDone, MilestoneDropped},
}

// CanManageMilestones lets the group's leads, co-leads and secretaries and the
// coordinator plan its work.
func CanManageMilestones(v Viewer, g WorkingGroup, m Membership) error {
	board := m.State == MembershipMember && m.Role != GroupMember
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case !board && !v.IsCoordinator():
		return Forbidden("group_board_only")
	}
	return alive(g)
}

// CanMoveMilestone is CanManageMilestones for an end of one milestone.
func CanMoveMilestone(v Viewer, g WorkingGroup, m Membership, from, to MilestoneState) error {
	if err := CanManageMilestones(v, g, m); err != nil {
		return err
	}
	return transition(milestoneTransitions, from, to)
}

// CanEditMilestone is CanManageMilestones for one that is neither reached nor given up.
func CanEditMilestone(v Viewer, g WorkingGroup, m Membership, in MilestoneState) error {
	if err := CanManageMilestones(v, g, m); err != nil {
		return err
	}
	if in != MilestoneProposed && in != MilestonePlanned {
		return wrongState(milestoneTransitions, in)
	}
	return nil
}
