package network

import "time"

// ThreadKind: What a thread passes through.
type ThreadKind string

const (
	ThreadGathering    ThreadKind = "GATHERING"
	ThreadLiveQuestion ThreadKind = "LIVE_QUESTION"
	ThreadContribution ThreadKind = "CONTRIBUTION"
	ThreadTopic        ThreadKind = "TOPIC"
	ThreadSession      ThreadKind = "SESSION"
	ThreadHarvest      ThreadKind = "HARVEST"
	ThreadVote         ThreadKind = "VOTE"
	ThreadWorkingGroup ThreadKind = "WORKING_GROUP"
	ThreadJointProject ThreadKind = "JOINT_PROJECT"
)

// Thread is the way of an idea: what it passed through, oldest first, and the
// steps between.
type Thread struct {
	Nodes []ThreadNode
	Edges []ThreadEdge
}

// ThreadNode is one object on the way. A session, a harvest and a vote have
// the id of their topic; the title of a vote is its number of dots.
type ThreadNode struct {
	Kind  ThreadKind `db:"kind"`
	ID    ID         `db:"id"`
	Title string     `db:"title"`
	State string     `db:"state"`
	At    time.Time  `db:"at"`
}

// ThreadEdge is a step, by the places of its ends among the nodes.
type ThreadEdge struct{ From, To int }
