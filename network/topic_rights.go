package network

// CanEditTopic lets the author, the convener and the facilitator rewrite a
// topic until the forum is in CONVERGENCE.
func CanEditTopic(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.owns(v) {
		return Forbidden("topic_of_others")
	}
	if err := t.Forum.during(PhasePreparation, PhaseSessions); err != nil {
		return err
	}
	return t.in(TopicDraft, TopicProposed, TopicPitched, TopicScheduled, TopicRunning, TopicHeld)
}

// CanWithdrawTopic lets the same persons take a topic off the wall before it
// has been held.
func CanWithdrawTopic(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.owns(v) {
		return Forbidden("topic_of_others")
	}
	return t.goesTo(TopicWithdrawn)
}

// CanMergeTopic lets whoever facilitates merge a topic that has not been held
// into one like it, as long as the vote has not been counted.
func CanMergeTopic(v Viewer, t Topic) error {
	if err := CanFacilitate(v, t.Forum); err != nil {
		return err
	}
	if t.Forum.VoteClosed {
		return Forbidden("vote_closed")
	}
	if err := t.Forum.during(PhaseCollection, PhaseConvergence); err != nil {
		return err
	}
	return t.goesTo(TopicMerged)
}

// MergesInto refuses a topic into which no other may be merged: itself, one of
// another forum, one that is off the wall or over.
func (t Topic) MergesInto(into Topic) error {
	if into.ID == t.ID || into.Forum.ID != t.Forum.ID || into.in(TopicProposed, TopicPitched, TopicScheduled, TopicRunning) != nil {
		return Invalid("input.intoId", "merge_topic_target")
	}
	return nil
}

// CanPostponeTopic lets its author, its convener and the facilitator put a
// topic that has not been held off to a later gathering.
func CanPostponeTopic(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.owns(v) {
		return Forbidden("topic_of_others")
	}
	if t.Forum.VoteClosed {
		return Forbidden("vote_closed")
	}
	return t.goesTo(TopicPostponed)
}

// CanTakeTopic lets whoever takes part convene a topic that nobody convenes.
func CanTakeTopic(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if err := t.Forum.during(PhaseCollection, PhaseSessions); err != nil {
		return err
	}
	if err := t.in(TopicProposed, TopicPitched, TopicScheduled); err != nil {
		return err
	}
	if t.ConvenerID != "" {
		return &Error{Code: CodeConflict, Field: "input.topicId", Key: "topic_taken"}
	}
	return nil
}

// CanStarTopic lets whoever takes part say, or no longer say, that they would
// come to a session that has not been held.
func CanStarTopic(v Viewer, t Topic) error {
	if err := CanStar(v, t.Forum); err != nil {
		return err
	}
	return t.in(TopicProposed, TopicPitched, TopicScheduled, TopicRunning)
}

// CanPitchTopic is for whoever facilitates the marketplace.
func CanPitchTopic(v Viewer, t Topic) error {
	if err := CanFacilitate(v, t.Forum); err != nil {
		return err
	}
	if err := t.Forum.during(PhaseMarketplace, PhaseMarketplace); err != nil {
		return err
	}
	if t.State == TopicScheduled {
		return InvalidTransition(t.State, t.moves())
	}
	return t.goesTo(TopicPitched)
}

// CanPlaceTopic lets the facilitator, and where the forum says so the
// convener, place a topic or move a session that has not begun.
func CanPlaceTopic(v Viewer, t Topic) error {
	if err := canUseBoard(v, t); err != nil {
		return err
	}
	if t.State == TopicRunning && t.Planned > 0 {
		return nil
	}
	return t.in(TopicProposed, TopicPitched, TopicScheduled)
}

// CanRepeatTopic lets the same persons give a placed topic one more session.
func CanRepeatTopic(v Viewer, t Topic) error {
	if err := canUseBoard(v, t); err != nil {
		return err
	}
	return t.in(TopicScheduled, TopicRunning)
}

// CanUnplaceTopic lets the same persons take a session off the board before it
// begins.
func CanUnplaceTopic(v Viewer, t Topic) error {
	if err := canUseBoard(v, t); err != nil {
		return err
	}
	if t.State == TopicRunning && t.Planned > 0 {
		return nil
	}
	return t.in(TopicScheduled)
}

func canUseBoard(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if CanFacilitate(v, t.Forum) != nil {
		if !t.carries(v) {
			return Forbidden("convener_only")
		}
		if !t.Forum.ConvenersPlace {
			return Forbidden("facilitator_places")
		}
	}
	return t.Forum.during(PhaseMarketplace, PhaseSessions)
}

// CanStartTopic lets the convener and the facilitator open a placed session.
func CanStartTopic(v Viewer, t Topic) error {
	if err := canCarry(v, t, PhaseSessions, PhaseSessions); err != nil {
		return err
	}
	return t.goesTo(TopicRunning)
}

// CanHoldTopic lets the convener and the facilitator end a session.
func CanHoldTopic(v Viewer, t Topic) error {
	if err := canCarry(v, t, PhaseSessions, PhaseClosed); err != nil {
		return err
	}
	if t.State != TopicRunning {
		return InvalidTransition(t.State, t.moves())
	}
	return nil
}

func canCarry(v Viewer, t Topic, first, last ForumPhase) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.carries(v) {
		return Forbidden("convener_only")
	}
	return t.Forum.during(first, last)
}

// CanCheckIn lets whoever takes part say that they are in the room.
func CanCheckIn(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if err := t.Forum.during(PhaseSessions, PhaseSessions); err != nil {
		return err
	}
	return t.in(TopicScheduled, TopicRunning, TopicHeld)
}

// CanCheckOut lets whoever takes part say that they have left a session that
// is not over; of who was not there it asks nothing.
func CanCheckOut(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if err := t.Forum.during(PhaseSessions, PhaseSessions); err != nil {
		return err
	}
	return t.in(TopicScheduled, TopicRunning)
}

// CanVoteTopic lets whoever takes part put dots on a topic that stands.
func CanVoteTopic(v Viewer, t Topic) error {
	if err := CanVote(v, t.Forum); err != nil {
		return err
	}
	return t.stands()
}

// CanOpenWorkingGroup lets whoever facilitates open one group from a topic
// that has been held, once the vote is closed.
func CanOpenWorkingGroup(v Viewer, t Topic) error {
	if err := CanOpenWorkingGroups(v, t.Forum); err != nil {
		return err
	}
	if t.GroupOpened {
		return &Error{Code: CodeConflict, Field: "input.topicId", Key: "group_already_opened"}
	}
	return t.in(TopicHeld, TopicHarvested)
}

func (t Topic) stands() error {
	return t.in(TopicProposed, TopicPitched, TopicScheduled, TopicRunning, TopicHeld, TopicHarvested)
}
