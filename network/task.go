package network

// DateKind: What a near day is.
type DateKind string

const (
	DateMilestone    DateKind = "MILESTONE"
	DateProjectStart DateKind = "PROJECT_START"
	DateProjectEnd   DateKind = "PROJECT_END"
	DateGathering    DateKind = "GATHERING"
)

// TaskKind: Who asks for what. BY_HAND: a colleague. The others are the system's and close
// themselves: JOIN_GROUP, ADMIT_MEMBER, ACCEPT_GROUP, LEAD_GROUP (a new group waits for
// its lead to say it is at work), WRITE_HARVEST, SIGN_COMMITMENT, COMMIT_PROJECT,
// START_PROJECT.
type TaskKind string

const (
	AsksByHand         TaskKind = "BY_HAND"
	AsksJoinGroup      TaskKind = "JOIN_GROUP"
	AsksAdmitMember    TaskKind = "ADMIT_MEMBER"
	AsksAcceptGroup    TaskKind = "ACCEPT_GROUP"
	AsksLeadGroup      TaskKind = "LEAD_GROUP"
	AsksWriteHarvest   TaskKind = "WRITE_HARVEST"
	AsksSignCommitment TaskKind = "SIGN_COMMITMENT"
	AsksCommitProject  TaskKind = "COMMIT_PROJECT"
	AsksStartProject   TaskKind = "START_PROJECT"
)

// TaskState: OPEN → DONE | DROPPED.
type TaskState string

const (
	TaskOpen    TaskState = "OPEN"
	TaskDone    TaskState = "DONE"
	TaskDropped TaskState = "DROPPED"
)
