package db

import (
	"testing"
	"time"

	"maillage/network"
)

func TestJoiningAnOpenGroup(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	joined, err := w.store.JoinWorkingGroup(ctx, w.lille.assistant, newAct(), group)
	w.must(err)
	w.want("standing", w.standingOf(group, w.lille.assistant), "MEMBER MEMBER")
	w.want("members", w.counters(group).Members, 2)
	w.want("centres", w.counters(group).Centres, 2)
	_, err = w.store.JoinWorkingGroup(ctx, w.lille.assistant, newAct(), group)
	w.want("state told", wantCode(t, err, network.CodeInvalidTransition).State, "MEMBER")
	_, err = w.store.JoinWorkingGroup(ctx, w.guest, newAct(), group)
	wantCode(t, err, network.CodeNotFound)

	// Who leaves and comes back keeps their one row.
	w.clock = w.clock.Add(time.Hour)
	w.must2(w.store.LeaveWorkingGroup(ctx, w.lille.assistant, newAct(), group))
	w.want("left", one[time.Time](w, `SELECT left_at FROM membership WHERE id = $1`, joined.Membership).UTC(), w.clock)
	w.want("members", w.counters(group).Members, 1)
	w.clock = w.clock.Add(time.Hour)
	again, err := w.store.JoinWorkingGroup(ctx, w.lille.assistant, newAct(), group)
	w.must(err)
	w.want("the same row", again.Membership, joined.Membership)
	w.want("joined again", one[time.Time](w, `SELECT joined_at FROM membership WHERE id = $1 AND left_at IS NULL`, joined.Membership).UTC(), w.clock)
	w.want("last activity", one[time.Time](w, `SELECT last_activity_at FROM working_group WHERE id = $1`, group).UTC(), w.clock)
	w.wantVerbs(group, network.VerbMemberJoined, network.VerbMemberLeft, network.VerbMemberJoined)
	_, version := w.groupState(group)
	w.want("coming and going is no edit", version, 1)
}

func TestOneWhoJoinsTwiceAtOnceJoinsOnce(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	failures := together(4, func(int) error {
		_, err := w.store.JoinWorkingGroup(ctx, w.lille.officer, newAct(), group)
		return err
	})
	w.want("joined", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeInvalidTransition)
		}
	}
	w.want("told", w.events(network.VerbMemberJoined, group), 1)
	w.recount()
}

func TestManyWhoJoinAtOnceAreAllCounted(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	people := []network.Viewer{w.lille.officer, w.lille.director, w.lyon.officer, w.lyon.assistant, w.nantes.director, w.coordinator}
	for _, err := range together(len(people), func(i int) error {
		_, err := w.store.JoinWorkingGroup(ctx, people[i], newAct(), group)
		return err
	}) {
		w.must(err)
	}
	w.want("members", w.counters(group).Members, 7)
	w.want("centres", w.counters(group).Centres, 3)
	w.recount()
	w.exec(`UPDATE staff_member SET centre_id = $2 WHERE centre_id = $1`, w.lyon.centre, w.lille.centre)
	w.want("centres, once a team has moved", w.counters(group).Centres, 2)
	w.recount()
}

func TestApplyingToAGroup(t *testing.T) {
	w := newWorld(t)
	lead := w.nantes.officer
	group := w.onApproval(w.group(network.GroupActive, lead))
	first, err := w.store.JoinWorkingGroup(ctx, w.lille.officer, newAct(), group)
	w.must(err)
	second, err := w.store.JoinWorkingGroup(ctx, w.lyon.officer, newAct(), group)
	w.must(err)
	w.want("standing", w.standingOf(group, w.lille.officer), "APPLIED MEMBER")
	w.want("the lead is asked once", w.tasks(lead, network.AsksAdmitMember, group), 1)
	w.want("the coordinator is not", w.tasks(w.coordinator, network.AsksAdmitMember, group), 0)

	_, err = w.store.AdmitMember(ctx, w.lille.officer, newAct(), first.Membership)
	wantCode(t, err, network.CodeForbidden) // nobody lets themselves in
	w.must2(w.store.AdmitMember(ctx, lead, newAct(), first.Membership))
	w.want("standing", w.standingOf(group, w.lille.officer), "MEMBER MEMBER")
	w.want("one is still waiting", w.tasks(lead, network.AsksAdmitMember, group), 1)
	w.must2(w.store.RefuseMember(ctx, lead, newAct(), second.Membership))
	w.want("standing", w.standingOf(group, w.lyon.officer), "DECLINED MEMBER")
	w.want("nobody is waiting", w.tasks(lead, network.AsksAdmitMember, group), 0)
	_, err = w.store.AdmitMember(ctx, lead, newAct(), second.Membership)
	w.want("state told", wantCode(t, err, network.CodeInvalidTransition).State, "DECLINED")

	// Who takes an application back is waited for no longer.
	w.must2(w.store.JoinWorkingGroup(ctx, w.lyon.officer, newAct(), group))
	w.want("asked again", w.tasks(lead, network.AsksAdmitMember, group), 1)
	w.must2(w.store.LeaveWorkingGroup(ctx, w.lyon.officer, newAct(), group))
	w.want("nobody is waiting", w.tasks(lead, network.AsksAdmitMember, group), 0)

	leaderless := w.onApproval(w.group(network.GroupForming))
	w.must2(w.store.JoinWorkingGroup(ctx, w.lyon.officer, newAct(), leaderless))
	w.want("where nobody leads the coordinator is asked", w.tasks(w.coordinator, network.AsksAdmitMember, leaderless), 1)
}

func TestTwoWhoAnswerAnApplicantAtOnce(t *testing.T) {
	w := newWorld(t)
	group := w.onApproval(w.group(network.GroupActive, w.nantes.officer))
	applied := w.tie(group, w.lille.officer, network.MembershipApplied, network.GroupMember)
	answers := []func() error{
		func() error {
			_, err := w.store.AdmitMember(ctx, w.nantes.officer, newAct(), applied)
			return err
		},
		func() error {
			_, err := w.store.RefuseMember(ctx, w.coordinator, newAct(), applied)
			return err
		},
	}
	failures := together(2, func(i int) error { return answers[i]() })
	w.want("answered", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeInvalidTransition)
		}
	}
}

func TestInvitations(t *testing.T) {
	w := newWorld(t)
	lead := w.nantes.officer
	group := w.onApproval(w.group(network.GroupActive, lead))
	w.must2(w.store.InviteMember(ctx, lead, newAct(), group, w.lille.officer.StaffID))
	w.want("asked", w.tasks(w.lille.officer, network.AsksJoinGroup, group), 1)
	_, err := w.store.InviteMember(ctx, lead, newAct(), group, w.lille.officer.StaffID)
	wantCode(t, err, network.CodeInvalidTransition)
	w.must2(w.store.JoinWorkingGroup(ctx, w.lille.officer, newAct(), group))
	w.want("standing", w.standingOf(group, w.lille.officer), "MEMBER MEMBER")
	w.want("answered", w.tasks(w.lille.officer, network.AsksJoinGroup, group), 0)

	w.must2(w.store.InviteMember(ctx, w.coordinator, newAct(), group, w.lyon.officer.StaffID))
	w.must2(w.store.LeaveWorkingGroup(ctx, w.lyon.officer, newAct(), group))
	w.want("turned down", w.standingOf(group, w.lyon.officer), "DECLINED MEMBER")
	w.want("answered", w.tasks(w.lyon.officer, network.AsksJoinGroup, group), 0)
	w.must2(w.store.InviteMember(ctx, lead, newAct(), group, w.lyon.officer.StaffID)) // asked again

	gone := w.person(w.lyon.centre, network.JobMissionOfficer, network.RoleNone)
	w.exec(`UPDATE staff_member SET active = false WHERE id = $1`, gone.StaffID)
	for _, who := range []network.ID{w.guest.StaffID, gone.StaffID, newID()} {
		_, err := w.store.InviteMember(ctx, lead, newAct(), group, who)
		wantCode(t, err, network.CodeInvalid, "input.staffMemberId")
	}
}

func TestTheLastLeadHandsOverFirst(t *testing.T) {
	w := newWorld(t)
	lead := w.nantes.officer
	group := w.onApproval(w.group(network.GroupForming, lead, w.lille.officer))
	w.tie(group, w.lyon.officer, network.MembershipApplied, network.GroupMember)
	_, err := w.store.LeaveWorkingGroup(ctx, lead, newAct(), group)
	wantCode(t, err, network.CodeForbidden)
	membership := func(v network.Viewer) network.ID {
		return network.ID(one[string](w, `SELECT id FROM membership WHERE working_group_id = $1 AND staff_id = $2`, group, v.StaffID))
	}
	_, err = w.store.SetMemberRole(ctx, lead, newAct(), membership(lead), network.GroupMember)
	wantCode(t, err, network.CodeForbidden)
	w.must2(w.store.SetMemberRole(ctx, lead, newAct(), membership(w.lille.officer), network.GroupLead))
	w.want("the new lead is asked to start", w.tasks(w.lille.officer, network.AsksLeadGroup, group), 1)
	w.want("and to answer who waits", w.tasks(w.lille.officer, network.AsksAdmitMember, group), 1)
	w.want("the first lead stays the first", network.ID(*w.counters(group).Lead), membership(lead))
	w.must2(w.store.LeaveWorkingGroup(ctx, lead, newAct(), group))
	w.want("the lead now", network.ID(*w.counters(group).Lead), membership(w.lille.officer))
	w.want("nothing is asked of who left", one[int](w, `SELECT count(*) FROM task WHERE assignee_id = $1 AND state = 'OPEN'`, lead.StaffID), 0)
	_, err = w.store.SetMemberRole(ctx, lead, newAct(), membership(w.lille.officer), network.GroupMember)
	wantCode(t, err, network.CodeForbidden) // who left steers no more
	w.recount()
}

func TestTwoLeadsWhoLeaveAtOnceLeaveOne(t *testing.T) {
	w := newWorld(t)
	for range 5 {
		group := w.group(network.GroupActive, w.nantes.officer)
		w.tie(group, w.lille.officer, network.MembershipMember, network.GroupLead)
		leads := []network.Viewer{w.nantes.officer, w.lille.officer}
		failures := together(2, func(i int) error {
			_, err := w.store.LeaveWorkingGroup(ctx, leads[i], newAct(), group)
			return err
		})
		w.want("left", succeeded(failures), 1)
		w.want("leads", w.counters(group).Leads, 1)
	}
}
