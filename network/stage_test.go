package network

import (
	"slices"
	"testing"
)

// Of everybody, only the director's centre hosts here.
func aStage() Stage {
	return Stage{
		StageSettings: StageSettings{TakesQuestions: true, QuestionsOpen: true},
		ID:            "i", GatheringID: "g", GatheringState: GatheringLive, Hosts: []ID{"c2"},
	}
}

func TestWhoRunsAGathering(t *testing.T) {
	at := func(job Job, centre ID, kind ViewerKind) Viewer {
		return Viewer{Kind: kind, StaffID: "x", CentreID: centre, Job: job}
	}
	for _, c := range []struct {
		name string
		v    Viewer
		want Code
	}{
		{"a director of a host", at(JobDirector, "h", Staff), ""},
		{"an assistant of a host", at(JobAdministrativeAssistant, "h", Staff), ""},
		{"a mission officer of a host", at(JobMissionOfficer, "h", Staff), CodeForbidden},
		{"a director of another centre", at(JobDirector, "c", Staff), CodeForbidden},
		{"a director of no centre", at(JobDirector, "", Staff), CodeForbidden},
		{"a guest who claims to direct", at(JobDirector, "h", Guest), CodeForbidden},
		{"the coordinator", theCoord, ""},
		{"the administrator", theAdmin, CodeForbidden},
		{"a guest", someGuest, CodeForbidden},
		{"nobody", nobody, CodeUnauthenticated},
	} {
		if got := codeOf(CanRunGathering(c.v, []ID{"h", "", "k"})); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if reads := RunsGathering(c.v, []ID{"h", "", "k"}); reads != (c.want == "") {
			t.Errorf("%s reads as one who runs it: %v", c.name, reads)
		}
	}
	reader := theCoord
	reader.ReadOnly = true
	if CanRunGathering(reader, nil) == nil || !RunsGathering(reader, nil) {
		t.Error("a token that only reads must read as its person does, and do nothing")
	}
}

func TestAsking(t *testing.T) {
	const everyone = "facilitator author convener director coordinator admin guest"
	if got := whoMay(func(v Viewer) error { return CanAsk(v, aStage()) }, allNames...); got != everyone {
		t.Errorf("who asks: %s", got)
	}
	if got := whoMay(func(v Viewer) error { return CanRunStage(v, aStage()) }, allNames...); got != "director coordinator" {
		t.Errorf("who runs it: %s", got)
	}
	for name, c := range map[string]struct {
		change func(*Stage)
		key    string
	}{
		"open":                          {func(*Stage) {}, ""},
		"before the gathering":          {func(s *Stage) { s.GatheringState = GatheringPublished }, ""},
		"closed":                        {func(s *Stage) { s.QuestionsOpen = false }, "questions_closed"},
		"of an item without":            {func(s *Stage) { s.TakesQuestions = false }, "questions_closed"},
		"of a gathering that is a plan": {func(s *Stage) { s.GatheringState = GatheringDraft }, "questions_closed"},
		"of a gathering that is over":   {func(s *Stage) { s.GatheringState = GatheringClosed }, "questions_closed"},
		"the tenth":                     {func(s *Stage) { s.Asked = 9 }, ""},
		"the eleventh":                  {func(s *Stage) { s.Asked = 10 }, "too_many_questions"},
	} {
		s := aStage()
		c.change(&s)
		t.Run(name, func(t *testing.T) { wantKey(t, CanAsk(someGuest, s), c.key) })
	}
	s := aStage()
	wantKey(t, CanAskSo(someGuest, s, true), "names_asked")
	s.AnonymousAllowed = true
	wantKey(t, CanAskSo(someGuest, s, true), "")
	wantKey(t, CanAskSo(otherGuest, s, true), "not_found")
	s.Turn = 3
	wantKey(t, s.OnTurn(3), "")
	wantKey(t, s.OnTurn(2), "stage_changed")
}

var liveQuestionStates = []LiveQuestionState{QuestionSubmitted, QuestionPublished, QuestionOnStage, QuestionAnswerPromised,
	QuestionAnswered, QuestionRejected, QuestionMerged, QuestionWithdrawn}

func aQuestion(state LiveQuestionState) LiveQuestion {
	return LiveQuestion{ID: "q", Stage: aStage(), State: state, AuthorID: "author", PromisedBy: "convener", Published: true}
}

// Of each right who has it where everything else allows it, and in which states.
func TestLiveQuestionRights(t *testing.T) {
	const runners = "director coordinator"
	target := aQuestion(QuestionPublished)
	target.ID = "other"
	for _, c := range []struct {
		name   string
		can    func(Viewer, LiveQuestion) error
		in     LiveQuestionState
		who    string
		by     Viewer
		states []LiveQuestionState
	}{
		{"edit", CanEditLiveQuestion, QuestionSubmitted, "author", theAuthor, []LiveQuestionState{QuestionSubmitted}},
		{"withdraw", CanWithdrawLiveQuestion, QuestionPublished, "author", theAuthor, []LiveQuestionState{QuestionSubmitted, QuestionPublished}},
		{"vote", CanVoteLiveQuestion, QuestionPublished, "facilitator author convener director coordinator admin guest", someGuest,
			[]LiveQuestionState{QuestionPublished, QuestionOnStage}},
		{"publish", CanPublishLiveQuestion, QuestionSubmitted, runners, theCoord, []LiveQuestionState{QuestionSubmitted}},
		{"reject", CanRejectLiveQuestion, QuestionSubmitted, runners, theCoord, []LiveQuestionState{QuestionSubmitted, QuestionPublished}},
		{"merge", func(v Viewer, q LiveQuestion) error { return CanMergeLiveQuestionInto(v, q, target) }, QuestionSubmitted, runners, theCoord,
			[]LiveQuestionState{QuestionSubmitted, QuestionPublished}},
		{"stage", CanStageLiveQuestion, QuestionPublished, runners, theCoord, []LiveQuestionState{QuestionPublished}},
		{"unstage", CanUnstageLiveQuestion, QuestionOnStage, runners, theCoord, []LiveQuestionState{QuestionOnStage}},
		{"promise", CanPromiseLiveQuestion, QuestionOnStage, runners, theCoord, []LiveQuestionState{QuestionOnStage, QuestionAnswerPromised}},
		{"answer on stage", CanAnswerLiveQuestion, QuestionOnStage, runners, theCoord, []LiveQuestionState{QuestionOnStage, QuestionAnswerPromised}},
		{"answer as promised", CanAnswerLiveQuestion, QuestionAnswerPromised, "convener director coordinator", theCoord,
			[]LiveQuestionState{QuestionOnStage, QuestionAnswerPromised}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := whoMay(func(v Viewer) error { return c.can(v, aQuestion(c.in)) }, allNames...); got != c.who {
				t.Errorf("who: %s, want %s", got, c.who)
			}
			for _, state := range liveQuestionStates {
				err := c.can(c.by, aQuestion(state))
				if want := slices.Contains(c.states, state); (err == nil) != want {
					t.Errorf("of %s: %v, want %v", state, err == nil, want)
				}
				if err != nil && !IsCode(err, CodeInvalidTransition) {
					t.Errorf("of %s: %v, want a transition refused", state, err)
				}
			}
		})
	}
}

func TestWhatAQuestionIsMergedInto(t *testing.T) {
	q := aQuestion(QuestionPublished)
	into := func(change func(*LiveQuestion)) error {
		other := aQuestion(QuestionPublished)
		other.ID = "other"
		change(&other)
		return CanMergeLiveQuestionInto(theCoord, q, other)
	}
	for _, state := range liveQuestionStates {
		want := "not_mergeable"
		if slices.Contains([]LiveQuestionState{QuestionPublished, QuestionOnStage, QuestionAnswerPromised, QuestionAnswered}, state) {
			want = ""
		}
		wantKey(t, into(func(o *LiveQuestion) { o.State = state }), want)
	}
	wantKey(t, into(func(o *LiveQuestion) { o.ID = q.ID }), "not_mergeable")
	wantKey(t, into(func(o *LiveQuestion) { o.Stage.ID = "elsewhere" }), "not_mergeable")
}

func TestMovesOfAQuestion(t *testing.T) {
	for _, c := range []struct {
		name  string
		v     Viewer
		state LiveQuestionState
		want  []LiveQuestionState
	}{
		{"who runs it, submitted", someDirector, QuestionSubmitted, []LiveQuestionState{QuestionPublished, QuestionRejected, QuestionMerged}},
		{"who runs it, published", someDirector, QuestionPublished, []LiveQuestionState{QuestionOnStage, QuestionRejected, QuestionMerged}},
		{"who runs it, on stage", someDirector, QuestionOnStage, []LiveQuestionState{QuestionAnswered, QuestionAnswerPromised, QuestionPublished}},
		{"the author", theAuthor, QuestionPublished, []LiveQuestionState{QuestionWithdrawn}},
		{"who promised", theConvener, QuestionAnswerPromised, []LiveQuestionState{QuestionAnswered}},
		{"anybody", someGuest, QuestionPublished, []LiveQuestionState{}},
		{"nobody more", someDirector, QuestionAnswered, []LiveQuestionState{}},
	} {
		if got := LiveQuestionMoves(c.v, aQuestion(c.state)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestWhatIsHidden(t *testing.T) {
	for _, state := range liveQuestionStates {
		q := aQuestion(state)
		if want := state == QuestionRejected || state == QuestionWithdrawn; q.Hidden() != want {
			t.Errorf("%s, once published: hidden %v", state, q.Hidden())
		}
		q.Published = false
		if !q.Hidden() {
			t.Errorf("%s, never published, is shown", state)
		}
	}
}
