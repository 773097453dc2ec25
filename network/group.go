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

// MilestoneState: PROPOSED → PLANNED → DONE | DROPPED.
type MilestoneState string

const (
	MilestoneProposed MilestoneState = "PROPOSED"
	MilestonePlanned  MilestoneState = "PLANNED"
	MilestoneDone     MilestoneState = "DONE"
	MilestoneDropped  MilestoneState = "DROPPED"
)
