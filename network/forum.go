package network

import "slices"

// ForumPhase: What is going on. What is allowed in each phase is enforced by the server.
type ForumPhase string

const (
	PhasePreparation ForumPhase = "PREPARATION"
	PhaseCollection  ForumPhase = "COLLECTION"
	PhaseMarketplace ForumPhase = "MARKETPLACE"
	PhaseSessions    ForumPhase = "SESSIONS"
	PhaseConvergence ForumPhase = "CONVERGENCE"
	PhaseHarvest     ForumPhase = "HARVEST"
	PhaseClosed      ForumPhase = "CLOSED"
)

// phases are in the order in which a forum goes through them.
var phases = []ForumPhase{PhasePreparation, PhaseCollection, PhaseMarketplace, PhaseSessions, PhaseConvergence, PhaseHarvest, PhaseClosed}

// The limits of a forum.
const (
	// TopicsPerForum bounds a wall: it is read whole.
	TopicsPerForum = 200
	ReasonMax      = 1000
)

// Forum is what the rules look at of an open forum.
type Forum struct {
	ID             ID
	GatheringID    ID
	FacilitatorID  ID
	Phase          ForumPhase
	ConvenersPlace bool
	DotsPerPerson  int
	// DotsPerCentre is how many the people of one centre may put together; 0: as
	// many as each has.
	DotsPerCentre int
	// Hosting says that the viewer's centre invites to the gathering.
	Hosting bool
	// VoteClosed is set when the forum first leaves CONVERGENCE, for good.
	VoteClosed bool
	Version    int
}

// PhaseMoves are the phases a forum may go to from one: the next, and the one
// before.
func PhaseMoves(from ForumPhase) []ForumPhase {
	var moves []ForumPhase
	at := slices.Index(phases, from)
	if at >= 0 && at+1 < len(phases) {
		moves = append(moves, phases[at+1])
	}
	if at > 0 {
		moves = append(moves, phases[at-1])
	}
	return moves
}

// GoesBack reports whether a move between phases is one back.
func GoesBack(from, to ForumPhase) bool { return slices.Index(phases, to) < slices.Index(phases, from) }

// CanTakePart lets teams take part in every forum, and guests in that of their
// gathering.
func CanTakePart(v Viewer, f Forum) error { return CanTakePartIn(v, f.GatheringID) }

// CanFacilitate is for the forum's facilitator and the coordinator.
func CanFacilitate(v Viewer, f Forum) error {
	if err := CanTakePart(v, f); err != nil {
		return err
	}
	if !v.IsCoordinator() && v.StaffID != f.FacilitatorID {
		return Forbidden("facilitator_only")
	}
	return nil
}

// CanMoveForum lets whoever facilitates move the forum one phase on, or one
// back with a reason.
func CanMoveForum(v Viewer, f Forum, to ForumPhase, reason string) error {
	if err := CanFacilitate(v, f); err != nil {
		return err
	}
	open := PhaseMoves(f.Phase)
	if !slices.Contains(open, to) {
		return InvalidTransition(f.Phase, open)
	}
	if GoesBack(f.Phase, to) && reason == "" {
		return Invalid("input.reason", "reason_to_go_back")
	}
	return nil
}

// CanPropose lets whoever takes part pin a topic while the wall is open.
func CanPropose(v Viewer, f Forum) error {
	if err := CanTakePart(v, f); err != nil {
		return err
	}
	return f.during(PhaseCollection, PhaseMarketplace)
}

// CanSpotlight lets whoever facilitates the marketplace say who speaks.
func CanSpotlight(v Viewer, f Forum) error {
	if err := CanFacilitate(v, f); err != nil {
		return err
	}
	return f.during(PhaseMarketplace, PhaseMarketplace)
}

// Spotlights refuses a topic that does not wait to be pitched.
func (t Topic) Spotlights() error { return t.in(TopicProposed) }

// CanProposeTimetable lets whoever facilitates have the free cells filled,
// while the board is in use.
func CanProposeTimetable(v Viewer, f Forum) error {
	if err := CanFacilitate(v, f); err != nil {
		return err
	}
	return f.during(PhaseMarketplace, PhaseSessions)
}

// CanStar says whether stars are given at all now; see CanStarTopic.
func CanStar(v Viewer, f Forum) error {
	if err := CanTakePart(v, f); err != nil {
		return err
	}
	return f.during(PhaseCollection, PhaseSessions)
}

// CanVote says whether dots are put at all now; see CanVoteTopic.
func CanVote(v Viewer, f Forum) error {
	if err := CanTakePart(v, f); err != nil {
		return err
	}
	if f.VoteClosed {
		return Forbidden("vote_closed")
	}
	return f.during(PhaseConvergence, PhaseConvergence)
}

// CanOpenWorkingGroups lets whoever facilitates go on from the result of the vote.
func CanOpenWorkingGroups(v Viewer, f Forum) error {
	if err := CanFacilitate(v, f); err != nil {
		return err
	}
	if !f.VoteClosed {
		return Forbidden("vote_not_closed")
	}
	return nil
}

// during refuses what belongs to other phases than these and those between.
func (f Forum) during(first, last ForumPhase) error {
	at := slices.Index(phases, f.Phase)
	if at < slices.Index(phases, first) || at > slices.Index(phases, last) {
		return Forbidden("wrong_phase")
	}
	return nil
}
