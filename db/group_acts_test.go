package db

import (
	"fmt"
	"testing"

	"maillage/network"
)

// A groupAct is a mutation of groups or tasks, ready to be done once: by is
// someone who may; the answer is any comparable value.
type groupAct struct {
	name  string
	by    network.Viewer
	do    func(v network.Viewer, a Act) (any, error)
	group network.ID
	// stranger is what a member of another centre, without a part in it, is told.
	stranger network.Code
	// stale does the act with a version that has passed; nil without versions.
	stale func(v network.Viewer, a Act) error
}

// groupActs are all of them, each upon objects of its own.
func groupActs(w *world) []groupAct {
	s, lead, officer := w.store, w.nantes.officer, w.lille.officer
	words := GroupWords{Name: "Mobilité des jeunes", Purpose: "Essayer ensemble", Admission: network.AdmissionOpen}
	topic := w.topic(w.lille.officer, network.TopicHarvested)
	w.closeVote()
	active := func() network.ID { return w.group(network.GroupActive, lead, officer) }
	var acts []groupAct
	add := func(name string, by network.Viewer, group network.ID, stranger network.Code, do func(v network.Viewer, a Act) (any, error)) *groupAct {
		acts = append(acts, groupAct{name: name, by: by, do: do, group: group, stranger: stranger})
		return &acts[len(acts)-1]
	}
	versioned := func(name string, by network.Viewer, group network.ID, version int, do func(v network.Viewer, a Act, version int) (any, error)) {
		act := add(name, by, group, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) { return do(v, a, version) })
		act.stale = func(v network.Viewer, a Act) error { _, err := do(v, a, version+7); return err }
	}

	add("openWorkingGroup", w.facilitator, "", network.CodeForbidden, func(v network.Viewer, a Act) (any, error) {
		return s.OpenWorkingGroup(ctx, v, a, topic, words)
	})
	add("requestWorkingGroup", w.lyon.director, "", network.CodeForbidden, func(v network.Viewer, a Act) (any, error) {
		return s.RequestWorkingGroup(ctx, v, a, words)
	})
	for _, m := range []struct {
		name string
		from network.WorkingGroupState
		by   network.Viewer
		do   func(v network.Viewer, a Act, group network.ID, version int) (network.ID, error)
	}{
		{"acceptWorkingGroup", network.GroupRequested, w.coordinator, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.AcceptWorkingGroup(ctx, v, a, g, n)
		}},
		{"declineWorkingGroup", network.GroupRequested, w.coordinator, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.DeclineWorkingGroup(ctx, v, a, g, n, "Il en existe un.")
		}},
		{"editWorkingGroup", network.GroupActive, lead, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.EditWorkingGroup(ctx, v, a, g, n, words)
		}},
		{"activateWorkingGroup", network.GroupForming, lead, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.ActivateWorkingGroup(ctx, v, a, g, n)
		}},
		{"restWorkingGroup", network.GroupActive, lead, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.RestWorkingGroup(ctx, v, a, g, n)
		}},
		{"wakeWorkingGroup", network.GroupDormant, lead, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.WakeWorkingGroup(ctx, v, a, g, n)
		}},
		{"closeWorkingGroup", network.GroupActive, lead, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.CloseWorkingGroup(ctx, v, a, g, n, "Trois guides publiés.")
		}},
		{"abandonWorkingGroup", network.GroupActive, lead, func(v network.Viewer, a Act, g network.ID, n int) (network.ID, error) {
			return s.AbandonWorkingGroup(ctx, v, a, g, n, "Plus personne.")
		}},
	} {
		group := w.group(m.from, lead, officer)
		versioned(m.name, m.by, group, 1, func(v network.Viewer, a Act, version int) (any, error) { return m.do(v, a, group, version) })
	}
	merged, into := active(), active()
	versioned("mergeWorkingGroup", w.coordinator, merged, 1, func(v network.Viewer, a Act, version int) (any, error) {
		return s.MergeWorkingGroup(ctx, v, a, merged, version, into)
	})

	joined := active()
	add("joinWorkingGroup", w.lyon.assistant, joined, "", func(v network.Viewer, a Act) (any, error) { return s.JoinWorkingGroup(ctx, v, a, joined) })
	quitted := active()
	add("leaveWorkingGroup", officer, quitted, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) {
		return s.LeaveWorkingGroup(ctx, v, a, quitted)
	})
	inviting := active()
	add("inviteMember", lead, inviting, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) {
		return s.InviteMember(ctx, v, a, inviting, w.lyon.information.StaffID)
	})
	admitting, refusing := active(), active()
	admitted := w.tie(admitting, w.lyon.information, network.MembershipApplied, network.GroupMember)
	refused := w.tie(refusing, w.lyon.information, network.MembershipApplied, network.GroupMember)
	add("admitMember", lead, admitting, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) { return s.AdmitMember(ctx, v, a, admitted) })
	add("refuseMember", lead, refusing, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) { return s.RefuseMember(ctx, v, a, refused) })
	giving := active()
	given := w.tie(giving, w.lyon.information, network.MembershipMember, network.GroupMember)
	add("setMemberRole", lead, giving, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) {
		return s.SetMemberRole(ctx, v, a, given, network.GroupSecretary)
	})

	posted := active()
	add("postUpdate", officer, posted, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) {
		return s.PostUpdate(ctx, v, a, posted, "Premier atelier tenu.", network.HealthOnTrack)
	})
	told := active()
	update := w.update(told, officer, network.HealthOnTrack, w.clock)
	versioned("correctUpdate", officer, told, 1, func(v network.Viewer, a Act, version int) (any, error) {
		return s.CorrectUpdate(ctx, v, a, update, version, "Deux ateliers tenus.", network.HealthAtRisk)
	})
	planned := active()
	add("addMilestone", lead, planned, network.CodeForbidden, func(v network.Viewer, a Act) (any, error) {
		return s.AddMilestone(ctx, v, a, planned, "Guide", "2026-09-01")
	})
	for _, m := range []struct {
		name string
		do   func(v network.Viewer, a Act, milestone network.ID, version int) (MilestoneOf, error)
	}{
		{"editMilestone", func(v network.Viewer, a Act, id network.ID, n int) (MilestoneOf, error) {
			return s.EditMilestone(ctx, v, a, id, n, "Guide complet", "2026-10-01")
		}},
		{"completeMilestone", func(v network.Viewer, a Act, id network.ID, n int) (MilestoneOf, error) {
			return s.CompleteMilestone(ctx, v, a, id, n)
		}},
		{"dropMilestone", func(v network.Viewer, a Act, id network.ID, n int) (MilestoneOf, error) {
			return s.DropMilestone(ctx, v, a, id, n, "Sans objet.")
		}},
	} {
		group := active()
		milestone := w.milestone(group, "2026-09-01", network.MilestonePlanned)
		versioned(m.name, lead, group, 1, func(v network.Viewer, a Act, version int) (any, error) { return m.do(v, a, milestone, version) })
	}

	add("addTask", officer, "", "", func(v network.Viewer, a Act) (any, error) {
		return s.AddTask(ctx, v, a, TaskWords{Title: "Relire", Assignee: lead.StaffID, Subject: active()})
	})
	for _, end := range []struct {
		name string
		do   func(v network.Viewer, a Act, task network.ID) (network.ID, error)
	}{
		{"completeTask", func(v network.Viewer, a Act, task network.ID) (network.ID, error) {
			return s.CompleteTask(ctx, v, a, task)
		}},
		{"dropTask", func(v network.Viewer, a Act, task network.ID) (network.ID, error) { return s.DropTask(ctx, v, a, task) }},
	} {
		task, err := s.AddTask(ctx, officer, newAct(), TaskWords{Title: "Relire", Assignee: lead.StaffID})
		w.must(err)
		add(end.name, lead, "", network.CodeNotFound, func(v network.Viewer, a Act) (any, error) { return end.do(v, a, task) })
	}
	return acts
}

func TestGroupActsAreRefusedToWhoeverMayNot(t *testing.T) {
	w := newWorld(t)
	for _, g := range groupActs(w) {
		before := w.facts()
		reader := g.by
		reader.ReadOnly = true
		_, err := g.do(reader, newAct())
		wantCode(t, err, network.CodeForbidden)
		_, err = g.do(w.anonymous, newAct())
		wantCode(t, err, network.CodeUnauthenticated)
		_, err = g.do(w.guest, newAct())
		if !network.IsCode(err, network.CodeNotFound) && !network.IsCode(err, network.CodeForbidden) {
			t.Errorf("%s by a guest: %v", g.name, err)
		}
		if g.stranger != "" {
			_, err = g.do(w.lyon.assistant, newAct())
			if !network.IsCode(err, g.stranger) {
				t.Errorf("%s by a member of another centre: %v, want %s", g.name, err, g.stranger)
			}
		}
		if g.stale != nil {
			if err := g.stale(g.by, newAct()); !network.IsCode(err, network.CodeConflict) {
				t.Errorf("%s upon a version that has passed: %v", g.name, err)
			}
			// Who may not is told so, whatever version they name.
			if err := g.stale(w.lyon.assistant, newAct()); !network.IsCode(err, network.CodeForbidden) {
				t.Errorf("%s upon a version that has passed, by a stranger: %v", g.name, err)
			}
		}
		if after := w.facts(); after != before {
			t.Errorf("%s was refused and told %d facts", g.name, after-before)
		}
		if t.Failed() {
			t.Fatalf("at %s", g.name)
		}
	}
	w.recount()
}

func TestGroupActsRepeatedAreDoneOnce(t *testing.T) {
	w := newWorld(t)
	for _, g := range groupActs(w) {
		a := newAct(g.name)
		answers := make([]any, 4)
		for _, err := range together(4, func(i int) (err error) {
			answers[i], err = g.do(g.by, a)
			return err
		}) {
			if err != nil {
				t.Errorf("%s, sent four times at once: %v", g.name, err)
			}
		}
		before := w.facts()
		again, err := g.do(g.by, a)
		w.must(err)
		for _, answer := range answers {
			if answer != again {
				t.Errorf("%s: answered %v, then %v", g.name, answer, again)
			}
		}
		_, err = g.do(g.by, a.again("another body"))
		wantCode(t, err, network.CodeReplayMismatch, "input.clientMutationId")
		if after := w.facts(); after != before {
			t.Errorf("%s was repeated and told %d facts more", g.name, after-before)
		}
		told := one[int](w, `SELECT count(*) FROM event WHERE working_group_id = $1 AND NOT for_staff_id IS NOT NULL`, g.group)
		if g.group != "" && told != 1 {
			t.Errorf("%s told %d facts of its group", g.name, told)
		}
	}
	w.recount()
}

func TestGroupActsTakeFewStatements(t *testing.T) {
	w := newWorld(t)
	statements := w.countStatements()
	for _, g := range groupActs(w) {
		statements.Store(0)
		_, err := g.do(g.by, newAct())
		w.must(err)
		if n := statements.Load(); n < 2 || n > 8 {
			t.Errorf("%s took %d statements", g.name, n)
		}
	}
}

func TestOneOfTwoWhoEditTheSameVersionWins(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	for round := 1; round <= 5; round++ {
		failures := together(4, func(i int) error {
			_, err := w.store.EditWorkingGroup(ctx, w.coordinator, newAct(i), group, round,
				GroupWords{Name: fmt.Sprintf("Nom %d", i), Purpose: "Faire", Admission: network.AdmissionOpen})
			return err
		})
		w.want("winners", succeeded(failures), 1)
		for _, err := range failures {
			if err != nil {
				w.want("version told", wantCode(t, err, network.CodeConflict, "version").Version, round+1)
			}
		}
	}
}
