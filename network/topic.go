package network

import "slices"

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

// The limits of a topic.
const (
	TopicTitleMax       = 120
	TopicDescriptionMax = 4000
)

// topicMoves are the moves of a topic, from each state. Taken off the board it
// goes back to where Queued says; when a session ends, to where AfterSession says.
var topicMoves = map[TopicState][]TopicState{
	TopicProposed:  {TopicPitched, TopicScheduled, TopicMerged, TopicWithdrawn, TopicPostponed},
	TopicPitched:   {TopicScheduled, TopicMerged, TopicWithdrawn, TopicPostponed},
	TopicScheduled: {TopicRunning, TopicProposed, TopicPitched, TopicHeld, TopicMerged, TopicWithdrawn, TopicPostponed},
	TopicRunning:   {TopicScheduled, TopicHeld, TopicWithdrawn},
	TopicHeld:      {TopicHarvested},
}

// Topic is what the rules look at of a subject of the forum.
type Topic struct {
	ID         ID
	Forum      Forum
	State      TopicState
	AuthorID   ID
	ConvenerID ID // empty: anyone may take it
	Version    int
	// Pitched says that it has been presented to the room.
	Pitched bool
	// Planned is how many of its sessions have not begun.
	Planned int
	// Held says that a session of it has ended.
	Held bool
	// CheckedIn says that the viewer is or was in the room of its session.
	CheckedIn bool
	// Harvested says that something has been written of its session.
	Harvested bool
	// Confirmed says that its harvest has been read again and stands.
	Confirmed bool
	// GroupOpened says that a working group has come of it.
	GroupOpened bool
}

// Queued is the state of the topic when none of its sessions is ahead.
func (t Topic) Queued() TopicState {
	switch {
	case t.Held:
		return TopicHeld
	case t.Pitched:
		return TopicPitched
	}
	return TopicProposed
}

// AfterSession is the state of a running topic when its session ends: HELD
// after the last.
func (t Topic) AfterSession() TopicState {
	if t.Planned > 0 {
		return TopicScheduled
	}
	return TopicHeld
}

// moves are those of topicMoves that this topic may make. What has been held
// once cannot be taken off the wall.
func (t Topic) moves() []TopicState {
	moves := []TopicState{}
	for _, to := range topicMoves[t.State] {
		open := true
		switch to {
		case TopicProposed, TopicPitched:
			open = t.State != TopicScheduled || to == t.Queued()
		case TopicHeld:
			open = t.State == TopicScheduled && to == t.Queued() || t.State == TopicRunning && to == t.AfterSession()
		case TopicScheduled:
			open = t.State != TopicRunning || to == t.AfterSession()
		case TopicMerged, TopicWithdrawn, TopicPostponed:
			open = !t.Held
		}
		if open {
			moves = append(moves, to)
		}
	}
	return moves
}

func (t Topic) goesTo(to TopicState) error {
	if !slices.Contains(t.moves(), to) {
		return InvalidTransition(t.State, t.moves())
	}
	return nil
}

// in refuses a topic that is in none of these states.
func (t Topic) in(states ...TopicState) error {
	if !slices.Contains(states, t.State) {
		return InvalidTransition(t.State, t.moves())
	}
	return nil
}

// carries reports whether the viewer answers for the session: its convener, or
// who facilitates.
func (t Topic) carries(v Viewer) bool {
	return t.ConvenerID != "" && v.StaffID == t.ConvenerID || CanFacilitate(v, t.Forum) == nil
}

// owns adds who brought the topic.
func (t Topic) owns(v Viewer) bool { return v.StaffID == t.AuthorID || t.carries(v) }

// TopicMoves are the moves that the viewer may make with the topic.
func TopicMoves(v Viewer, t Topic) []TopicState {
	moves := []TopicState{}
	for _, to := range t.moves() {
		if canMoveTopic(v, t, to) == nil {
			moves = append(moves, to)
		}
	}
	return moves
}

func canMoveTopic(v Viewer, t Topic, to TopicState) error {
	switch {
	case t.State == TopicRunning && to == t.AfterSession():
		return CanHoldTopic(v, t)
	case t.State == TopicScheduled && to == t.Queued():
		return CanUnplaceTopic(v, t)
	case to == TopicMerged:
		return CanMergeTopic(v, t)
	case to == TopicPostponed:
		return CanPostponeTopic(v, t)
	case to == TopicPitched:
		return CanPitchTopic(v, t)
	case to == TopicScheduled:
		return CanPlaceTopic(v, t)
	case to == TopicRunning:
		return CanStartTopic(v, t)
	case to == TopicHarvested:
		return CanPublishHarvest(v, t)
	}
	return CanWithdrawTopic(v, t)
}

// TopicText is what is written on a topic's card.
type TopicText struct{ Title, Description string }

// Validate cleans the texts in place, or says which field is at fault.
func (c *TopicText) Validate() (err error) {
	if c.Title, err = CleanLine("input.title", c.Title, TopicTitleMax); err != nil {
		return err
	}
	c.Description, err = CleanText("input.description", c.Description, TopicDescriptionMax)
	return err
}
