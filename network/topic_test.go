package network

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

var topicStates = []TopicState{TopicDraft, TopicProposed, TopicPitched, TopicScheduled, TopicRunning, TopicHeld,
	TopicHarvested, TopicMerged, TopicWithdrawn, TopicPostponed}

func aTopic(state TopicState, phase ForumPhase) Topic {
	f := here
	f.Phase = phase
	return Topic{ID: "t", Forum: f, State: state, AuthorID: "author", ConvenerID: "convener"}
}

// TestTopicRights says of each right who has it where everything else allows
// it, in which phases the facilitator has it, and in which states.
func TestTopicRights(t *testing.T) {
	const everyone = "facilitator author convener director coordinator admin guest"
	const carriers = "facilitator convener coordinator"
	const before = "PROPOSED PITCHED SCHEDULED"
	harvested := func(v Viewer, t Topic) error { t.Harvested = true; return CanPublishHarvest(v, t) }
	voted := func(v Viewer, t Topic) error { t.Forum.VoteClosed = true; return CanOpenWorkingGroup(v, t) }
	free := func(v Viewer, t Topic) error { t.ConvenerID = ""; return CanTakeTopic(v, t) }
	ahead := func(can func(Viewer, Topic) error) func(Viewer, Topic) error {
		return func(v Viewer, t Topic) error { t.Planned = 1; return can(v, t) }
	}
	for _, c := range []struct {
		name   string
		can    func(Viewer, Topic) error
		at     Topic
		who    string
		phases string
		states string
	}{
		{"edit", CanEditTopic, aTopic(TopicProposed, PhaseMarketplace), "facilitator author convener coordinator",
			"PREPARATION COLLECTION MARKETPLACE SESSIONS", "DRAFT " + before + " RUNNING HELD"},
		{"withdraw", CanWithdrawTopic, aTopic(TopicProposed, PhaseMarketplace), "facilitator author convener coordinator",
			"PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST CLOSED", before + " RUNNING"},
		{"merge", CanMergeTopic, aTopic(TopicProposed, PhaseMarketplace), "facilitator coordinator",
			"COLLECTION MARKETPLACE SESSIONS CONVERGENCE", before},
		{"postpone", CanPostponeTopic, aTopic(TopicProposed, PhaseMarketplace), "facilitator author convener coordinator",
			"PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST CLOSED", before},
		{"take", free, aTopic(TopicProposed, PhaseMarketplace), everyone,
			"COLLECTION MARKETPLACE SESSIONS", before},
		{"star", CanStarTopic, aTopic(TopicProposed, PhaseMarketplace), everyone,
			"COLLECTION MARKETPLACE SESSIONS", before + " RUNNING"},
		{"pitch", CanPitchTopic, aTopic(TopicProposed, PhaseMarketplace), "facilitator coordinator",
			"MARKETPLACE", "PROPOSED"},
		{"place", CanPlaceTopic, aTopic(TopicProposed, PhaseMarketplace), carriers,
			"MARKETPLACE SESSIONS", before},
		{"repeat", CanRepeatTopic, aTopic(TopicScheduled, PhaseMarketplace), carriers,
			"MARKETPLACE SESSIONS", "SCHEDULED RUNNING"},
		{"move what is ahead", ahead(CanPlaceTopic), aTopic(TopicRunning, PhaseSessions), carriers,
			"MARKETPLACE SESSIONS", before + " RUNNING"},
		{"unplace what is ahead", ahead(CanUnplaceTopic), aTopic(TopicRunning, PhaseSessions), carriers,
			"MARKETPLACE SESSIONS", "SCHEDULED RUNNING"},
		{"unplace", CanUnplaceTopic, aTopic(TopicScheduled, PhaseMarketplace), carriers,
			"MARKETPLACE SESSIONS", "SCHEDULED"},
		{"start", CanStartTopic, aTopic(TopicScheduled, PhaseSessions), carriers,
			"SESSIONS", "SCHEDULED"},
		{"hold", CanHoldTopic, aTopic(TopicRunning, PhaseSessions), carriers,
			"SESSIONS CONVERGENCE HARVEST CLOSED", "RUNNING"},
		{"check in", CanCheckIn, aTopic(TopicRunning, PhaseSessions), everyone,
			"SESSIONS", "SCHEDULED RUNNING HELD"},
		{"check out", CanCheckOut, aTopic(TopicRunning, PhaseSessions), everyone,
			"SESSIONS", "SCHEDULED RUNNING"},
		{"write the harvest", CanWriteHarvest, aTopic(TopicHeld, PhaseHarvest), carriers,
			"PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST CLOSED", "RUNNING HELD HARVESTED"},
		{"confirm the harvest", CanConfirmHarvest, aTopic(TopicHarvested, PhaseHarvest), carriers,
			"PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST CLOSED", "HARVESTED"},
		{"chase the harvest", CanChaseHarvest, aTopic(TopicHeld, PhaseHarvest), "facilitator coordinator",
			"PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST CLOSED", "HELD"},
		{"publish the harvest", harvested, aTopic(TopicHeld, PhaseHarvest), carriers,
			"PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST CLOSED", "HELD"},
		{"vote", CanVoteTopic, aTopic(TopicHeld, PhaseConvergence), everyone,
			"CONVERGENCE", before + " RUNNING HELD HARVESTED"},
		{"open a group", voted, aTopic(TopicHeld, PhaseHarvest), "facilitator coordinator",
			"PREPARATION COLLECTION MARKETPLACE SESSIONS CONVERGENCE HARVEST CLOSED", "HELD HARVESTED"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := whoMay(func(v Viewer) error { return c.can(v, c.at) }, allNames...); got != c.who {
				t.Errorf("who: %s, want %s", got, c.who)
			}
			for _, phase := range phases {
				at := c.at
				at.Forum.Phase = phase
				want := slices.Contains(strings.Fields(c.phases), string(phase))
				if got := c.can(facilitator, at) == nil; got != want {
					t.Errorf("in %s: %v, want %v", phase, got, want)
				}
			}
			for _, state := range topicStates {
				at := c.at
				at.State = state
				want := slices.Contains(strings.Fields(c.states), string(state))
				err := c.can(facilitator, at)
				if got := err == nil; got != want {
					t.Errorf("of %s: %v, want %v", state, got, want)
				}
				if err != nil && !IsCode(err, CodeInvalidTransition) {
					t.Errorf("of %s: %v, want a transition refused", state, err)
				}
			}
		})
	}
}

func TestConveners(t *testing.T) {
	own := aTopic(TopicProposed, PhaseMarketplace)
	own.Forum.ConvenersPlace = false
	wantKey(t, CanPlaceTopic(theConvener, own), "facilitator_places")
	wantKey(t, CanPlaceTopic(facilitator, own), "")
	wantKey(t, CanTakeTopic(someGuest, own), "topic_taken")
	none := own
	none.ConvenerID = ""
	lost := lostGuest
	lost.StaffID, lost.GatheringID = "", "g"
	wantKey(t, CanPlaceTopic(lost, none), "convener_only")
}

func TestTopicMoves(t *testing.T) {
	for _, c := range []struct {
		name   string
		v      Viewer
		state  TopicState
		phase  ForumPhase
		change func(*Topic)
		want   string
	}{
		{"facilitator on the marketplace", facilitator, TopicProposed, PhaseMarketplace, nil, "[PITCHED SCHEDULED MERGED WITHDRAWN POSTPONED]"},
		{"convener on the marketplace", theConvener, TopicProposed, PhaseMarketplace, nil, "[SCHEDULED WITHDRAWN POSTPONED]"},
		{"guest", someGuest, TopicProposed, PhaseMarketplace, nil, "[]"},
		{"back in the queue", theConvener, TopicScheduled, PhaseMarketplace, nil, "[PROPOSED WITHDRAWN POSTPONED]"},
		{"back among the pitched", theConvener, TopicScheduled, PhaseMarketplace, func(t *Topic) { t.Pitched = true }, "[PITCHED WITHDRAWN POSTPONED]"},
		{"author, not convener", theAuthor, TopicScheduled, PhaseSessions, nil, "[WITHDRAWN POSTPONED]"},
		{"to be started", theConvener, TopicScheduled, PhaseSessions, nil, "[RUNNING PROPOSED WITHDRAWN POSTPONED]"},
		{"to be held", theConvener, TopicRunning, PhaseConvergence, nil, "[HELD WITHDRAWN]"},
		{"once the vote is counted", facilitator, TopicPitched, PhaseConvergence, func(t *Topic) { t.Forum.VoteClosed = true }, "[WITHDRAWN]"},
		{"to be held again", theConvener, TopicRunning, PhaseSessions, func(t *Topic) { t.Planned = 1 }, "[SCHEDULED WITHDRAWN]"},
		{"between two sessions", facilitator, TopicScheduled, PhaseSessions, func(t *Topic) { t.Held, t.Planned = true, 1 }, "[RUNNING HELD]"},
		{"nothing written", theConvener, TopicHeld, PhaseHarvest, nil, "[]"},
		{"to be published", theConvener, TopicHeld, PhaseHarvest, func(t *Topic) { t.Harvested = true }, "[HARVESTED]"},
		{"over", facilitator, TopicHarvested, PhaseHarvest, nil, "[]"},
		{"withdrawn", facilitator, TopicWithdrawn, PhaseMarketplace, nil, "[]"},
	} {
		topic := aTopic(c.state, c.phase)
		if c.change != nil {
			c.change(&topic)
		}
		if got := fmt.Sprint(TopicMoves(c.v, topic)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWhoWasInTheRoomWritesTheHarvest(t *testing.T) {
	held := aTopic(TopicHeld, PhaseHarvest)
	wantKey(t, CanWriteHarvest(someGuest, held), "harvest_by_those_present")
	held.CheckedIn = true
	wantKey(t, CanWriteHarvest(someGuest, held), "")
	wantKey(t, CanPublishHarvest(someGuest, held), "convener_only")
	wantKey(t, CanPublishHarvest(theConvener, held), "harvest_missing")
}

func TestAConfirmedHarvestStands(t *testing.T) {
	harvested := aTopic(TopicHarvested, PhaseHarvest)
	wantKey(t, CanWriteHarvest(theConvener, harvested), "")
	wantKey(t, CanConfirmHarvest(someGuest, harvested), "convener_only")
	harvested.Confirmed = true
	wantKey(t, CanWriteHarvest(facilitator, harvested), "harvest_confirmed")
	wantKey(t, CanConfirmHarvest(theConvener, harvested), "harvest_confirmed")
}

func TestChasing(t *testing.T) {
	held := aTopic(TopicHeld, PhaseHarvest)
	held.ConvenerID = ""
	wantKey(t, CanChaseHarvest(facilitator, held), "nobody_to_chase")
	now := time.Date(2026, 6, 25, 12, 0, 0, 0, time.UTC)
	wantKey(t, ChasedLately(now.Add(-ChaseAgain), now), "")
	err := ChasedLately(now.Add(-ChaseAgain+90*time.Second), now)
	wantKey(t, err, "chased_lately")
	if e := err.(*Error); fmt.Sprint(e.Values) != "[minutes 2]" {
		t.Errorf("%v", e.Values)
	}
}

func TestWhatIsMergedInto(t *testing.T) {
	topic := aTopic(TopicProposed, PhaseMarketplace)
	for state, key := range map[TopicState]string{
		TopicProposed: "", TopicPitched: "", TopicScheduled: "", TopicRunning: "",
		TopicHeld: "merge_topic_target", TopicMerged: "merge_topic_target", TopicWithdrawn: "merge_topic_target", TopicPostponed: "merge_topic_target",
	} {
		into := topic
		into.ID, into.State = "into", state
		wantKey(t, topic.MergesInto(into), key)
		into.Forum.ID = "elsewhere"
		wantKey(t, topic.MergesInto(into), "merge_topic_target")
	}
	wantKey(t, topic.MergesInto(topic), "merge_topic_target")
	topic.Forum.VoteClosed = true
	wantKey(t, CanMergeTopic(facilitator, topic), "vote_closed")
	wantKey(t, CanPostponeTopic(facilitator, topic), "vote_closed")
}

func TestNotesAreTakenBetweenTwoSessions(t *testing.T) {
	topic := aTopic(TopicScheduled, PhaseSessions)
	wantKey(t, CanWriteHarvest(theConvener, topic), "wrong_state")
	topic.Held, topic.Planned = true, 1
	wantKey(t, CanWriteHarvest(theConvener, topic), "")
	wantKey(t, CanWithdrawTopic(theConvener, topic), "wrong_state")
}

func TestCellNotes(t *testing.T) {
	board := []BoardSession{
		{TopicID: "big", SlotID: "one", SpaceID: "a", ConvenerID: "x", Together: 4},
		{TopicID: "own", SlotID: "one", SpaceID: "b", ConvenerID: "convener"},
		{TopicID: "t", SlotID: "two", SpaceID: "a", ConvenerID: "convener", Together: 9},
	}
	for _, c := range []struct {
		slot, space ID
		capacity    int
		want        string
	}{
		{"one", "a", 10, "[{SPACE_TAKEN 0 big} {CONVENER_ELSEWHERE 0 own} {STARRED_TOGETHER 4 big}]"},
		{"one", "c", 3, "[{CONVENER_ELSEWHERE 0 own} {ROOM_TOO_SMALL 6 } {STARRED_TOGETHER 4 big}]"},
		{"two", "c", 9, "[{TOPIC_IN_SLOT 0 t}]"},
		{"three", "a", 9, "[]"},
	} {
		if got := fmt.Sprint(CellNotes("t", "convener", 9, c.slot, c.space, c.capacity, board)); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.slot, c.space, got, c.want)
		}
	}
	if got := CellNotes("new", "", 0, "two", "a", 9, board); len(got) != 2 {
		t.Errorf("without a convener: %v", got)
	}
}

func TestATopicOpensOneGroup(t *testing.T) {
	topic := aTopic(TopicHarvested, PhaseHarvest)
	wantKey(t, CanOpenWorkingGroup(facilitator, topic), "vote_not_closed")
	topic.Forum.VoteClosed, topic.GroupOpened = true, true
	wantKey(t, CanOpenWorkingGroup(facilitator, topic), "group_already_opened")
}

func TestTopicText(t *testing.T) {
	for _, c := range []struct {
		text TopicText
		key  string
	}{
		{TopicText{Title: " Lire ", Description: "\r\nTout "}, ""},
		{TopicText{Title: "\t"}, "required"},
		{TopicText{Title: strings.Repeat("é", TopicTitleMax)}, ""},
		{TopicText{Title: strings.Repeat("é", TopicTitleMax+1)}, "too_long"},
		{TopicText{Title: "deux\nlignes"}, "unprintable"},
		{TopicText{Title: "Lire", Description: strings.Repeat("é", TopicDescriptionMax+1)}, "too_long"},
	} {
		wantKey(t, c.text.Validate(), c.key)
	}
	text := TopicText{Title: " Lire ", Description: "\r\nTout "}
	if err := text.Validate(); err != nil || text != (TopicText{Title: "Lire", Description: "Tout"}) {
		t.Errorf("%+v, %v", text, err)
	}
}

func TestHarvestText(t *testing.T) {
	empty := Harvest{Said: " \n ", CarriesOn: "\t"}
	if err := empty.Validate(); err != nil || !empty.Empty() {
		t.Errorf("%+v, %v", empty, err)
	}
	for _, c := range []struct {
		text  Harvest
		field string
	}{
		{Harvest{Said: strings.Repeat("x", HarvestTextMax+1)}, "input.said"},
		{Harvest{Decided: "a\u202eb"}, "input.decided"},
		{Harvest{NextSteps: strings.Repeat("x", HarvestTextMax+1)}, "input.nextSteps"},
		{Harvest{CarriesOn: strings.Repeat("x", CarriesOnMax+1)}, "input.carriesOn"},
	} {
		err := c.text.Validate()
		if e, ok := err.(*Error); !ok || e.Field != c.field {
			t.Errorf("%v, want %s", err, c.field)
		}
	}
}
