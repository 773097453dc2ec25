package network

// ThreadKind: What a thread passes through.
type ThreadKind string

const (
	ThreadGathering    ThreadKind = "GATHERING"
	ThreadTopic        ThreadKind = "TOPIC"
	ThreadSession      ThreadKind = "SESSION"
	ThreadHarvest      ThreadKind = "HARVEST"
	ThreadVote         ThreadKind = "VOTE"
	ThreadWorkingGroup ThreadKind = "WORKING_GROUP"
	ThreadJointProject ThreadKind = "JOINT_PROJECT"
)
