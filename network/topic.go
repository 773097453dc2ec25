package network

// TopicState: DRAFT → PROPOSED → PITCHED → SCHEDULED → RUNNING → HELD → HARVESTED; MERGED,
// WITHDRAWN, POSTPONED.
type TopicState string

const (
	TopicDraft     TopicState = "DRAFT"
	TopicProposed  TopicState = "PROPOSED"
	TopicPitched   TopicState = "PITCHED"
	TopicScheduled TopicState = "SCHEDULED"
	TopicRunning   TopicState = "RUNNING"
	TopicHeld      TopicState = "HELD"
	TopicHarvested TopicState = "HARVESTED"
	TopicMerged    TopicState = "MERGED"
	TopicWithdrawn TopicState = "WITHDRAWN"
	TopicPostponed TopicState = "POSTPONED"
)

// IntendedOutcome: What the convener hopes the session will lead to.
type IntendedOutcome string

const (
	OutcomeExchange        IntendedOutcome = "EXCHANGE"
	OutcomeWorkingGroup    IntendedOutcome = "WORKING_GROUP"
	OutcomeJointProject    IntendedOutcome = "JOINT_PROJECT"
	OutcomeProduction      IntendedOutcome = "PRODUCTION"
	OutcomeNetworkDecision IntendedOutcome = "NETWORK_DECISION"
)

// TopicFate: How far a topic has come.
type TopicFate string

const (
	FateWithdrawn    TopicFate = "WITHDRAWN"
	FateProposed     TopicFate = "PROPOSED"
	FateHeld         TopicFate = "HELD"
	FateHarvested    TopicFate = "HARVESTED"
	FateWorkingGroup TopicFate = "WORKING_GROUP"
	FateJointProject TopicFate = "JOINT_PROJECT"
	FateCompleted    TopicFate = "COMPLETED"
)

// OccurrenceState: PLANNED → MOVED | CANCELLED | RUNNING → ENDED.
type OccurrenceState string

const (
	OccurrencePlanned   OccurrenceState = "PLANNED"
	OccurrenceMoved     OccurrenceState = "MOVED"
	OccurrenceCancelled OccurrenceState = "CANCELLED"
	OccurrenceRunning   OccurrenceState = "RUNNING"
	OccurrenceEnded     OccurrenceState = "ENDED"
)

// HarvestState: DRAFT → PUBLISHED → CONFIRMED.
type HarvestState string

const (
	HarvestDraft     HarvestState = "DRAFT"
	HarvestPublished HarvestState = "PUBLISHED"
	HarvestConfirmed HarvestState = "CONFIRMED"
)

// PlacementWarningCode: ROOM_TOO_SMALL: `count` more people starred it than the room
// holds. STARRED_TOGETHER: `count` people also starred `topic`, in the same slot.
type PlacementWarningCode string

const (
	WarningRoomTooSmall    PlacementWarningCode = "ROOM_TOO_SMALL"
	WarningStarredTogether PlacementWarningCode = "STARRED_TOGETHER"
)
