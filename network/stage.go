package network

// The limits of a stage.
const (
	LiveQuestionTextMax   = 500
	LiveQuestionAnswerMax = 4000
	// QuestionsPerPerson bounds what one person asks on one stage, what they
	// took back included.
	QuestionsPerPerson = 10
)

// StageSettings are how an item of the agenda takes questions.
type StageSettings struct {
	TakesQuestions, AnonymousAllowed, Premoderated, QuestionsOpen bool
}

// Stage is what the rules look at of a stage.
type Stage struct {
	StageSettings
	// ID is the agenda item's.
	ID             ID
	GatheringID    ID
	GatheringState GatheringState
	// Hosts are the centres that invite. Where only the viewer's rights are
	// asked it is enough that theirs is among them when it does.
	Hosts []ID
	// Asked is how many questions the viewer has asked here.
	Asked int
	// Turn is how many times the question on stage has changed.
	Turn    int
	Version int
}

// CanRunStage lets those who run the gathering set a stage and say what
// becomes of its questions.
func CanRunStage(v Viewer, s Stage) error {
	if err := CanTakePartIn(v, s.GatheringID); err != nil {
		return err
	}
	return CanRunGathering(v, s.Hosts)
}

// CanAsk lets whoever takes part ask, while questions are open and the
// gathering is not over.
func CanAsk(v Viewer, s Stage) error {
	if err := CanTakePartIn(v, s.GatheringID); err != nil {
		return err
	}
	ahead := s.GatheringState == GatheringPublished || s.GatheringState == GatheringLive
	if !s.TakesQuestions || !s.QuestionsOpen || !ahead {
		return Forbidden("questions_closed")
	}
	if s.Asked >= QuestionsPerPerson {
		return &Error{Code: CodeLimited, Field: "input.text", Key: "too_many_questions", Values: []any{"max", QuestionsPerPerson}}
	}
	return nil
}

// CanAskSo is CanAsk with or without one's name.
func CanAskSo(v Viewer, s Stage, anonymous bool) error {
	if err := CanAsk(v, s); err != nil {
		return err
	}
	if anonymous && !s.AnonymousAllowed {
		return Invalid("input.anonymous", "names_asked")
	}
	return nil
}

// OnTurn refuses whoever saw the stage before its question last changed.
func (s Stage) OnTurn(seen int) error {
	if s.Turn != seen {
		return &Error{Code: CodeConflict, Field: "input.turn", Key: "stage_changed"}
	}
	return nil
}
