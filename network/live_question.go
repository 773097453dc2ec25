package network

import "slices"

// LiveQuestionState: SUBMITTED → PUBLISHED → ON_STAGE → ANSWERED | ANSWER_PROMISED → ANSWERED;
// REJECTED, MERGED, WITHDRAWN.
type LiveQuestionState string

const (
	QuestionSubmitted      LiveQuestionState = "SUBMITTED"
	QuestionPublished      LiveQuestionState = "PUBLISHED"
	QuestionOnStage        LiveQuestionState = "ON_STAGE"
	QuestionAnswerPromised LiveQuestionState = "ANSWER_PROMISED"
	QuestionAnswered       LiveQuestionState = "ANSWERED"
	QuestionRejected       LiveQuestionState = "REJECTED"
	QuestionMerged         LiveQuestionState = "MERGED"
	QuestionWithdrawn      LiveQuestionState = "WITHDRAWN"
)

// liveQuestionMoves are the moves of a question, from each state. From the
// stage it goes back among the published when another takes its place.
var liveQuestionMoves = map[LiveQuestionState][]LiveQuestionState{
	QuestionSubmitted:      {QuestionPublished, QuestionRejected, QuestionMerged, QuestionWithdrawn},
	QuestionPublished:      {QuestionOnStage, QuestionRejected, QuestionMerged, QuestionWithdrawn},
	QuestionOnStage:        {QuestionAnswered, QuestionAnswerPromised, QuestionPublished},
	QuestionAnswerPromised: {QuestionAnswered},
}

// LiveQuestion is what the rules look at of a question.
type LiveQuestion struct {
	ID         ID
	Stage      Stage
	State      LiveQuestionState
	AuthorID   ID
	Anonymous  bool
	PromisedBy ID // empty while nobody has promised
	// Published says that everyone has been shown it.
	Published bool
	Version   int
}

// Hidden reports whether nobody but its author and those who run the gathering
// may see it.
func (q LiveQuestion) Hidden() bool {
	return !q.Published || q.State == QuestionRejected || q.State == QuestionWithdrawn
}

func (q LiveQuestion) goesTo(to LiveQuestionState) error {
	return transition(liveQuestionMoves, q.State, to)
}

// in refuses a question that is in none of these states.
func (q LiveQuestion) in(states ...LiveQuestionState) error {
	if !slices.Contains(states, q.State) {
		return wrongState(liveQuestionMoves, q.State)
	}
	return nil
}

// LiveQuestionMoves are the moves that the viewer may make with the question.
func LiveQuestionMoves(v Viewer, q LiveQuestion) []LiveQuestionState {
	can := map[LiveQuestionState]func(Viewer, LiveQuestion) error{
		QuestionPublished:      CanPublishLiveQuestion,
		QuestionOnStage:        CanStageLiveQuestion,
		QuestionAnswerPromised: CanPromiseLiveQuestion,
		QuestionAnswered:       CanAnswerLiveQuestion,
		QuestionRejected:       CanRejectLiveQuestion,
		QuestionMerged:         CanMergeLiveQuestion,
		QuestionWithdrawn:      CanWithdrawLiveQuestion,
	}
	if q.State == QuestionOnStage {
		can[QuestionPublished] = CanUnstageLiveQuestion
	}
	moves := []LiveQuestionState{}
	for _, to := range liveQuestionMoves[q.State] {
		if can[to](v, q) == nil {
			moves = append(moves, to)
		}
	}
	return moves
}

// isAuthor refuses everybody but who asked.
func (q LiveQuestion) isAuthor(v Viewer) error {
	if err := CanTakePartIn(v, q.Stage.GatheringID); err != nil {
		return err
	}
	if v.StaffID != q.AuthorID {
		return Forbidden("own_question_only")
	}
	return nil
}

// CanEditLiveQuestion lets its author rewrite a question that nobody else has
// been shown.
func CanEditLiveQuestion(v Viewer, q LiveQuestion) error {
	if err := q.isAuthor(v); err != nil {
		return err
	}
	return q.in(QuestionSubmitted)
}

// CanWithdrawLiveQuestion lets its author take a question back before it is on
// stage.
func CanWithdrawLiveQuestion(v Viewer, q LiveQuestion) error {
	if err := q.isAuthor(v); err != nil {
		return err
	}
	return q.goesTo(QuestionWithdrawn)
}

// CanVoteLiveQuestion lets whoever takes part say, or no longer say, that they
// want the answer too.
func CanVoteLiveQuestion(v Viewer, q LiveQuestion) error {
	if err := CanTakePartIn(v, q.Stage.GatheringID); err != nil {
		return err
	}
	return q.in(QuestionPublished, QuestionOnStage)
}

// CanPublishLiveQuestion lets those who run the gathering show a submitted
// question to everyone.
func CanPublishLiveQuestion(v Viewer, q LiveQuestion) error {
	if err := CanRunStage(v, q.Stage); err != nil {
		return err
	}
	return q.in(QuestionSubmitted)
}

// CanRejectLiveQuestion lets the same persons turn a question down, or take it
// off.
func CanRejectLiveQuestion(v Viewer, q LiveQuestion) error {
	return canMoveLiveQuestion(v, q, QuestionRejected)
}

// CanMergeLiveQuestion lets the same persons merge a question into another.
func CanMergeLiveQuestion(v Viewer, q LiveQuestion) error {
	return canMoveLiveQuestion(v, q, QuestionMerged)
}

// CanMergeLiveQuestionInto asks the other question too.
func CanMergeLiveQuestionInto(v Viewer, q, into LiveQuestion) error {
	if err := CanMergeLiveQuestion(v, q); err != nil {
		return err
	}
	stands := into.in(QuestionPublished, QuestionOnStage, QuestionAnswerPromised, QuestionAnswered) == nil
	if !stands || into.ID == q.ID || into.Stage.ID != q.Stage.ID {
		return Invalid("input.intoId", "not_mergeable")
	}
	return nil
}

// CanStageLiveQuestion lets the same persons put a published question on stage.
func CanStageLiveQuestion(v Viewer, q LiveQuestion) error {
	return canMoveLiveQuestion(v, q, QuestionOnStage)
}

// CanUnstageLiveQuestion lets the same persons take it off the stage.
func CanUnstageLiveQuestion(v Viewer, q LiveQuestion) error {
	if err := CanRunStage(v, q.Stage); err != nil {
		return err
	}
	return q.in(QuestionOnStage)
}

// CanPromiseLiveQuestion lets the same persons note who will answer, and note
// it anew when another takes it over.
func CanPromiseLiveQuestion(v Viewer, q LiveQuestion) error {
	if err := CanRunStage(v, q.Stage); err != nil {
		return err
	}
	return q.in(QuestionOnStage, QuestionAnswerPromised)
}

// CanAnswerLiveQuestion lets the same persons, and who promised to, write the
// answer down.
func CanAnswerLiveQuestion(v Viewer, q LiveQuestion) error {
	if err := CanTakePartIn(v, q.Stage.GatheringID); err != nil {
		return err
	}
	promised := q.State == QuestionAnswerPromised && v.StaffID == q.PromisedBy
	if !promised && CanRunStage(v, q.Stage) != nil {
		return Forbidden("answer_by")
	}
	return q.goesTo(QuestionAnswered)
}

func canMoveLiveQuestion(v Viewer, q LiveQuestion, to LiveQuestionState) error {
	if err := CanRunStage(v, q.Stage); err != nil {
		return err
	}
	return q.goesTo(to)
}
