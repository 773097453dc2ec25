package db

import (
	"testing"
	"time"

	"maillage/network"
)

var someWords = GroupWords{Name: "Mobilité des jeunes", Purpose: "Essayer ensemble", Admission: network.AdmissionOnApproval}

func TestOpenWorkingGroup(t *testing.T) {
	w := newWorld(t)
	gone := w.person(w.lyon.centre, network.JobMissionOfficer, network.RoleNone)
	w.exec(`UPDATE staff_member SET active = false WHERE id = $1`, gone.StaffID)
	topic := w.topic(w.lille.officer, network.TopicHarvested)
	w.exec(`INSERT INTO topic_theme (topic_id, theme_id) VALUES ($1, $2), ($1, $3)`, topic, w.cites, w.emploi)
	w.harvest(topic, w.lille.officer, network.HarvestPublished, w.lyon.officer, w.lille.officer, w.guest)
	w.star(topic, w.lille.officer, w.lyon.officer, w.nantes.information, w.guest, gone)
	w.closeVote()

	opened, err := w.store.OpenWorkingGroup(ctx, w.facilitator, newAct(), topic, someWords)
	w.must(err)
	g := opened.Group
	for _, c := range []struct {
		who  string
		v    network.Viewer
		want string
	}{
		{"the convener", w.lille.officer, "MEMBER LEAD"},
		{"who carries on", w.lyon.officer, "MEMBER MEMBER"},
		{"who starred it", w.nantes.information, "INVITED MEMBER"},
		{"a guest", w.guest, ""},
		{"a closed account", gone, ""},
		{"the facilitator", w.facilitator, ""},
	} {
		w.want(c.who, w.standingOf(g, c.v), c.want)
	}
	w.want("the lead is asked to start", w.tasks(w.lille.officer, network.AsksLeadGroup, g), 1)
	w.want("the invited are asked to join", w.tasks(w.nantes.information, network.AsksJoinGroup, g), 1)
	w.want("members are not", w.tasks(w.lyon.officer, network.AsksJoinGroup, g), 0)
	w.want("themes", one[int](w, `SELECT count(*) FROM working_group_theme WHERE working_group_id = $1`, g), 2)
	w.want("thread", one[int](w, `SELECT count(*) FROM thread_edge WHERE from_id = $1 AND to_id = $2`, topic, g), 1)
	w.want("gathering", network.ID(one[string](w, `SELECT gathering_id FROM working_group WHERE id = $1`, g)), w.gathering)
	state, _ := w.groupState(g)
	w.want("state", state, network.GroupForming)
	w.wantVerbs(g, network.VerbGroupOpened)
	w.recount()

	_, err = w.store.OpenWorkingGroup(ctx, w.coordinator, newAct(), topic, someWords)
	wantCode(t, err, network.CodeConflict, "input.topicId")
}

func TestATopicOpensOneGroupHoweverManyTry(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicHeld)
	w.closeVote()
	failures := together(6, func(int) error {
		_, err := w.store.OpenWorkingGroup(ctx, w.coordinator, newAct(), topic, someWords)
		return err
	})
	w.want("opened", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeConflict, "input.topicId")
		}
	}
}

func TestAGroupOfATopicThatNobodyConvenesHasNoLead(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicHeld)
	w.exec(`UPDATE topic SET convener_id = NULL WHERE id = $1`, topic)
	w.harvest(topic, w.lille.officer, network.HarvestDraft, w.lyon.officer)
	w.closeVote()
	opened, err := w.store.OpenWorkingGroup(ctx, w.facilitator, newAct(), topic, someWords)
	w.must(err)
	w.want("who carries on", w.standingOf(opened.Group, w.lyon.officer), "MEMBER MEMBER")
	w.want("leads", w.counters(opened.Group).Leads, 0)
	_, err = w.store.ActivateWorkingGroup(ctx, w.coordinator, newAct(), opened.Group, 1)
	w.want("why it cannot start", wantCode(t, err, network.CodeInvalidTransition).Key, "group_needs_lead")
}

func TestAGroupIsOpenedOnlyFromWhatWasHeldOnceTheVoteIsClosed(t *testing.T) {
	w := newWorld(t)
	held := w.topic(w.lille.officer, network.TopicHeld)
	open := func(v network.Viewer, topic network.ID) error {
		_, err := w.store.OpenWorkingGroup(ctx, v, newAct(), topic, someWords)
		return err
	}
	wantCode(t, open(w.facilitator, held), network.CodeForbidden)
	w.closeVote()
	wantCode(t, open(w.lille.officer, held), network.CodeForbidden) // its convener is not who facilitates
	wantCode(t, open(w.admin, held), network.CodeForbidden)
	for _, state := range []network.TopicState{network.TopicProposed, network.TopicScheduled, network.TopicRunning, network.TopicWithdrawn, network.TopicMerged} {
		wantCode(t, open(w.facilitator, w.topic(w.lille.officer, state)), network.CodeInvalidTransition)
	}
	wantCode(t, open(w.facilitator, newID()), network.CodeNotFound)
	_, err := w.store.OpenWorkingGroup(ctx, w.facilitator, newAct(), held, GroupWords{Name: " ", Purpose: "Faire"})
	wantCode(t, err, network.CodeInvalid, "input.name")
	_, err = w.store.OpenWorkingGroup(ctx, w.facilitator, newAct(), held, GroupWords{Name: "Nom", Purpose: "\n"})
	wantCode(t, err, network.CodeInvalid, "input.purpose")
	wantCode(t, open(w.coordinator, held), "")
}

func TestARequestedGroupIsAcceptedOrDeclinedByTheCoordination(t *testing.T) {
	w := newWorld(t)
	words := someWords
	words.Themes = []network.ID{w.formation}
	asked, err := w.store.RequestWorkingGroup(ctx, w.lyon.director, newAct(), words)
	w.must(err)
	w.want("who asked", w.standingOf(asked, w.lyon.director), "MEMBER LEAD")
	w.want("the coordinator is asked", w.tasks(w.coordinator, network.AsksAcceptGroup, asked), 1)
	w.want("themes", one[int](w, `SELECT count(*) FROM working_group_theme WHERE working_group_id = $1`, asked), 1)
	_, err = w.store.JoinWorkingGroup(ctx, w.lille.officer, newAct(), asked)
	wantCode(t, err, network.CodeInvalidTransition)
	_, err = w.store.AcceptWorkingGroup(ctx, w.lyon.director, newAct(), asked, 1)
	wantCode(t, err, network.CodeForbidden)

	w.clock = w.clock.Add(90 * 24 * time.Hour)
	_, err = w.store.AcceptWorkingGroup(ctx, w.coordinator, newAct(), asked, 1)
	w.must(err)
	w.want("the coordinator's task", w.tasks(w.coordinator, network.AsksAcceptGroup, asked), 0)
	w.want("the lead is asked to start", w.tasks(w.lyon.director, network.AsksLeadGroup, asked), 1)
	w.want("the days of quiet begin now", one[time.Time](w, `SELECT quiet_since FROM working_group WHERE id = $1`, asked).UTC(), w.clock)
	w.wantVerbs(asked, network.VerbGroupRequested, network.VerbGroupAccepted)
	_, err = w.store.DeclineWorkingGroup(ctx, w.coordinator, newAct(), asked, 2, "Trop tard")
	wantCode(t, err, network.CodeInvalidTransition)

	other, err := w.store.RequestWorkingGroup(ctx, w.lille.officer, newAct(), someWords)
	w.must(err)
	_, err = w.store.DeclineWorkingGroup(ctx, w.coordinator, newAct(), other, 1, "  ")
	wantCode(t, err, network.CodeInvalid, "input.reason")
	_, err = w.store.DeclineWorkingGroup(ctx, w.coordinator, newAct(), other, 1, "Il en existe un.")
	w.must(err)
	w.want("the coordinator's task", w.tasks(w.coordinator, network.AsksAcceptGroup, other), 0)
	w.want("why", one[string](w, `SELECT closing_note FROM working_group WHERE id = $1`, other), "Il en existe un.")
}

func TestTheLifeOfAGroup(t *testing.T) {
	w := newWorld(t)
	lead := w.nantes.officer
	group := w.group(network.GroupForming, lead)
	w.must2(w.store.InviteMember(ctx, lead, newAct(), group, w.lille.officer.StaffID))
	_, err := w.store.ActivateWorkingGroup(ctx, lead, newAct(), group, 1)
	w.want("why it cannot start", wantCode(t, err, network.CodeInvalidTransition).Key, "group_needs_centres")
	w.must2(w.store.JoinWorkingGroup(ctx, w.lille.officer, newAct(), group))
	w.must2(w.store.ActivateWorkingGroup(ctx, lead, newAct(), group, 1))
	w.must2(w.store.RestWorkingGroup(ctx, lead, newAct(), group, 2))
	_, err = w.store.RestWorkingGroup(ctx, lead, newAct(), group, 3)
	refused := wantCode(t, err, network.CodeInvalidTransition)
	w.want("state told", refused.State, "DORMANT")
	_, err = w.store.ActivateWorkingGroup(ctx, lead, newAct(), group, 3)
	wantCode(t, err, network.CodeInvalidTransition) // a dormant group wakes
	w.must2(w.store.WakeWorkingGroup(ctx, lead, newAct(), group, 3))
	_, err = w.store.CloseWorkingGroup(ctx, lead, newAct(), group, 4, "")
	wantCode(t, err, network.CodeInvalid, "input.summary")
	w.exec(`UPDATE working_group SET admission = 'ON_APPROVAL' WHERE id = $1`, group)
	w.must2(w.store.JoinWorkingGroup(ctx, w.lyon.officer, newAct(), group))
	w.want("the lead is asked to answer", w.tasks(lead, network.AsksAdmitMember, group), 1)
	w.must2(w.store.CloseWorkingGroup(ctx, lead, newAct(), group, 4, "Trois guides publiés."))
	w.want("nothing is asked any more", w.tasks(lead, network.AsksAdmitMember, group), 0)
	w.want("closed", one[bool](w, `SELECT closed_at IS NOT NULL FROM working_group WHERE id = $1`, group), true)
	_, err = w.store.AbandonWorkingGroup(ctx, lead, newAct(), group, 5, "Fini")
	wantCode(t, err, network.CodeInvalidTransition)
	w.wantVerbs(group, network.VerbMemberInvited, network.VerbMemberJoined, network.VerbGroupActivated, network.VerbGroupRested,
		network.VerbGroupWoken, network.VerbMemberApplied, network.VerbGroupClosed)
	w.recount()
}

func TestEditWorkingGroup(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	edit := func(version int, words GroupWords) error {
		_, err := w.store.EditWorkingGroup(ctx, w.nantes.officer, newAct(), group, version, words)
		return err
	}
	themes := func() int {
		return one[int](w, `SELECT count(*) FROM working_group_theme WHERE working_group_id = $1`, group)
	}
	words := someWords
	words.Themes = []network.ID{w.cites, w.emploi}
	wantCode(t, edit(1, words), "")
	w.want("themes", themes(), 2)
	words.Themes = nil
	wantCode(t, edit(2, words), "")
	w.want("themes left as they were", themes(), 2)
	words.Themes = []network.ID{}
	wantCode(t, edit(3, words), "")
	w.want("themes taken away", themes(), 0)
	words.Themes = []network.ID{newID()}
	wantCode(t, edit(4, words), network.CodeInvalid, "input.themeIds")
	w.want("name", one[string](w, `SELECT name FROM working_group WHERE id = $1`, group), someWords.Name)
	_, version := w.groupState(group)
	w.want("version", version, 4)
}

func TestAMergedGroupBringsItsPeopleAndItsThread(t *testing.T) {
	w := newWorld(t)
	gone := w.person(w.lyon.centre, network.JobMissionOfficer, network.RoleNone)
	from := w.group(network.GroupActive, w.lille.officer, w.lille.officer2, gone)
	into := w.group(network.GroupActive, w.nantes.officer)
	w.tie(into, gone, network.MembershipLeft, network.GroupMember)
	w.tie(into, w.lille.officer2, network.MembershipInvited, network.GroupMember)
	w.must2(w.store.InviteMember(ctx, w.lille.officer, newAct(), from, w.lyon.officer.StaffID))
	w.onApproval(from)
	w.must2(w.store.JoinWorkingGroup(ctx, w.lyon.information, newAct(), from))

	_, err := w.store.MergeWorkingGroup(ctx, w.coordinator, newAct(), from, 1, from)
	wantCode(t, err, network.CodeInvalid, "input.intoId")
	_, err = w.store.MergeWorkingGroup(ctx, w.coordinator, newAct(), from, 1, w.group(network.GroupClosed))
	wantCode(t, err, network.CodeInvalid, "input.intoId")
	_, err = w.store.MergeWorkingGroup(ctx, w.coordinator, newAct(), from, 1, newID())
	wantCode(t, err, network.CodeNotFound)
	w.must2(w.store.MergeWorkingGroup(ctx, w.coordinator, newAct(), from, 1, into))

	for _, c := range []struct {
		who  string
		v    network.Viewer
		want string
	}{
		{"its lead, where another leads", w.lille.officer, "MEMBER MEMBER"},
		{"its member, invited there", w.lille.officer2, "MEMBER MEMBER"},
		{"its member, who left the other", gone, "LEFT MEMBER"},
		{"whom it had invited", w.lyon.officer, "INVITED MEMBER"},
		{"who had applied", w.lyon.information, "APPLIED MEMBER"},
		{"the other's lead", w.nantes.officer, "MEMBER LEAD"},
	} {
		w.want(c.who, w.standingOf(into, c.v), c.want)
	}
	w.want("asked to join", w.tasks(w.lyon.officer, network.AsksJoinGroup, into), 1)
	w.want("asked to answer", w.tasks(w.nantes.officer, network.AsksAdmitMember, into), 1)
	w.want("asked of the merged group", one[int](w, `SELECT count(*) FROM task WHERE subject_id = $1 AND state = 'OPEN'`, from), 0)
	w.want("its rows stay", w.standingOf(from, w.lille.officer), "MEMBER LEAD")
	w.want("thread", one[int](w, `SELECT count(*) FROM thread_edge WHERE from_id = $1 AND to_id = $2`, from, into), 1)
	w.want("told in both journals", one[int](w, `SELECT count(DISTINCT working_group_id) FROM event WHERE verb = 'GROUP_MERGED' AND object_id = $1`, from), 2)
	w.recount()

	leaderless := w.group(network.GroupForming)
	w.must2(w.store.MergeWorkingGroup(ctx, w.coordinator, newAct(), w.group(network.GroupActive, w.lille.director), 1, leaderless))
	w.want("its lead, where nobody leads", w.standingOf(leaderless, w.lille.director), "MEMBER LEAD")
}

func TestTwoGroupsMergedIntoOneAnotherAtOnce(t *testing.T) {
	w := newWorld(t)
	one, two := w.group(network.GroupActive, w.nantes.officer), w.group(network.GroupActive, w.lille.officer)
	pairs := [][2]network.ID{{one, two}, {two, one}}
	failures := together(2, func(i int) error {
		_, err := w.store.MergeWorkingGroup(ctx, w.coordinator, newAct(), pairs[i][0], 1, pairs[i][1])
		return err
	})
	w.want("merged", succeeded(failures), 1)
	w.recount()
}
