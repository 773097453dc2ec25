package network

// JointProjectState: DRAFT → CONSULTATION → COMMITTED → RUNNING ⇄ SUSPENDED → COMPLETED →
// EVALUATED → ARCHIVED; ABANDONED.
type JointProjectState string

const (
	ProjectDraft        JointProjectState = "DRAFT"
	ProjectConsultation JointProjectState = "CONSULTATION"
	ProjectCommitted    JointProjectState = "COMMITTED"
	ProjectRunning      JointProjectState = "RUNNING"
	ProjectSuspended    JointProjectState = "SUSPENDED"
	ProjectCompleted    JointProjectState = "COMPLETED"
	ProjectEvaluated    JointProjectState = "EVALUATED"
	ProjectArchived     JointProjectState = "ARCHIVED"
	ProjectAbandoned    JointProjectState = "ABANDONED"
)

// PartnerRole: A partner's part in a project.
type PartnerRole string

const (
	PartnerLead        PartnerRole = "LEAD"
	PartnerPartner     PartnerRole = "PARTNER"
	PartnerContributor PartnerRole = "CONTRIBUTOR"
	PartnerObserver    PartnerRole = "OBSERVER"
)

// PartnershipState: PROPOSED → INVITED → ACCEPTED | DECLINED | NO_REPLY; ACCEPTED →
// TO_RECONFIRM; WITHDRAWN, ENDED.
type PartnershipState string

const (
	PartnershipProposed    PartnershipState = "PROPOSED"
	PartnershipInvited     PartnershipState = "INVITED"
	PartnershipAccepted    PartnershipState = "ACCEPTED"
	PartnershipDeclined    PartnershipState = "DECLINED"
	PartnershipNoReply     PartnershipState = "NO_REPLY"
	PartnershipToReconfirm PartnershipState = "TO_RECONFIRM"
	PartnershipWithdrawn   PartnershipState = "WITHDRAWN"
	PartnershipEnded       PartnershipState = "ENDED"
)

// TeamRole: A part in a project's team.
type TeamRole string

const (
	TeamLead   TeamRole = "LEAD"
	TeamMember TeamRole = "MEMBER"
)
