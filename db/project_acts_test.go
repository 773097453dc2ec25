package db

import (
	"context"
	"fmt"
	"testing"

	"maillage/network"
)

// A projectAct is a mutation of joint projects, ready to be done once: by is
// someone who may.
type projectAct struct {
	name    string
	by      network.Viewer
	project network.ID
	do      func(v network.Viewer, a Act) (any, error)
	// stranger is what an officer of a partner centre is told.
	stranger network.Code
	// stale does the act upon a version that has passed; nil without versions.
	stale func(v network.Viewer, a Act) error
}

type projectMoveAct func(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error)

// noted gives an act the reason or summary that it needs.
func noted(do func(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, note string) (network.ID, error)) projectMoveAct {
	return func(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
		return do(ctx, v, a, id, version, "Parce que.")
	}
}

// projectActs are all of them, each upon a project of its own.
func projectActs(w *world) []projectAct {
	s, director := w.store, w.nantes.director
	var acts []projectAct
	add := func(name string, by network.Viewer, project network.ID, do func(v network.Viewer, a Act) (any, error)) {
		acts = append(acts, projectAct{name: name, by: by, project: project, do: do, stranger: network.CodeForbidden})
	}
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	add("draftJointProject", director, "", func(v network.Viewer, a Act) (any, error) {
		return s.DraftJointProject(ctx, v, a, ProjectDraft{ProjectText: projectWords, Origin: group, Themes: []network.ID{w.cites}, PersonDays: 4})
	})
	for _, m := range []struct {
		name string
		in   network.JointProjectState
		do   projectMoveAct
	}{
		{"sendJointProject", network.ProjectDraft, s.SendJointProject},
		{"editJointProject", network.ProjectRunning, func(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
			words := projectWords
			words.EndsOn = "2027-12-31"
			return s.EditJointProject(ctx, v, a, id, version, words, []network.ID{w.cites})
		}},
		{"commitJointProject", network.ProjectConsultation, s.CommitJointProject},
		{"startJointProject", network.ProjectCommitted, s.StartJointProject},
		{"suspendJointProject", network.ProjectRunning, noted(s.SuspendJointProject)},
		{"resumeJointProject", network.ProjectSuspended, s.ResumeJointProject},
		{"completeJointProject", network.ProjectRunning, noted(s.CompleteJointProject)},
		{"abandonJointProject", network.ProjectConsultation, noted(s.AbandonJointProject)},
	} {
		p := w.project(m.in)
		if m.name == "commitJointProject" {
			w.sign(p.lille, w.lille.director)
			w.sign(p.lyon, w.lyon.director)
		}
		version := w.projectVersion(p.id)
		add(m.name, director, p.id, func(v network.Viewer, a Act) (any, error) { return m.do(ctx, v, a, p.id, version) })
		act := &acts[len(acts)-1]
		act.stale = func(v network.Viewer, a Act) error { _, err := m.do(ctx, v, a, p.id, version-1); return err }
		if m.in == network.ProjectDraft {
			act.stranger = network.CodeNotFound
		}
	}

	added := w.addPartnerless()
	add("proposePartner", director, added, func(v network.Viewer, a Act) (any, error) {
		return s.ProposePartner(ctx, v, a, added, w.lille.centre, partnerTerms)
	})
	raised := w.project(network.ProjectRunning)
	add("proposePartner again", director, raised.id, func(v network.Viewer, a Act) (any, error) {
		terms := partnerTerms
		terms.PersonDays = 60
		return s.ProposePartner(ctx, v, a, raised.id, w.lille.centre, terms)
	})
	removed := w.project(network.ProjectConsultation)
	add("removePartner", director, removed.id, func(v network.Viewer, a Act) (any, error) {
		return s.RemovePartner(ctx, v, a, removed.lyon)
	})
	signed := w.project(network.ProjectConsultation)
	w.sign(signed.lille, w.lille.director)
	add("signCommitment", w.lyon.director, signed.id, func(v network.Viewer, a Act) (any, error) {
		return s.SignCommitment(ctx, v, a, signed.lyon, 1)
	})
	acts[len(acts)-1].stale = func(v network.Viewer, a Act) error {
		_, err := s.SignCommitment(ctx, v, a, signed.lyon, 2)
		return err
	}
	declined := w.project(network.ProjectConsultation)
	add("declineCommitment", w.lyon.director, declined.id, func(v network.Viewer, a Act) (any, error) {
		return s.DeclineCommitment(ctx, v, a, declined.lyon, "Pas cette année.")
	})
	withdrawn := w.project(network.ProjectRunning)
	add("withdrawCommitment", w.lyon.director, withdrawn.id, func(v network.Viewer, a Act) (any, error) {
		return s.WithdrawCommitment(ctx, v, a, withdrawn.lyon, "Plus les moyens.")
	})
	teamed := w.project(network.ProjectRunning)
	add("setTeamMember", director, teamed.id, func(v network.Viewer, a Act) (any, error) {
		return s.SetTeamMember(ctx, v, a, teamed.id, w.lille.officer2.StaffID, network.TeamMember)
	})
	left := w.project(network.ProjectRunning)
	w.must2(s.SetTeamMember(ctx, director, newAct(), left.id, w.lille.officer2.StaffID, network.TeamMember))
	add("removeTeamMember", director, left.id, func(v network.Viewer, a Act) (any, error) {
		return s.RemoveTeamMember(ctx, v, a, left.id, w.lille.officer2.StaffID)
	})
	reported := w.project(network.ProjectRunning)
	add("postStatusReport", director, reported.id, func(v network.Viewer, a Act) (any, error) {
		return s.PostStatusReport(ctx, v, a, reported.id, goodReport)
	})
	return acts
}

// addPartnerless adds a project in consultation with Lyon alone.
func (w *world) addPartnerless() network.ID {
	w.t.Helper()
	p := w.project(network.ProjectDraft)
	w.must2(w.store.RemovePartner(ctx, w.nantes.director, newAct(), p.lille))
	w.must2(w.store.SendJointProject(ctx, w.nantes.director, newAct(), p.id, 1))
	return p.id
}

func TestProjectActsAreRefusedToWhoeverMayNot(t *testing.T) {
	w := newWorld(t)
	for _, p := range projectActs(w) {
		before := w.facts()
		reader := p.by
		reader.ReadOnly = true
		_, err := p.do(reader, newAct())
		wantCode(t, err, network.CodeForbidden)
		_, err = p.do(w.anonymous, newAct())
		wantCode(t, err, network.CodeUnauthenticated)
		_, err = p.do(w.guest, newAct())
		if !network.IsCode(err, network.CodeNotFound) && !network.IsCode(err, network.CodeForbidden) {
			t.Errorf("%s by a guest: %v", p.name, err)
		}
		_, err = p.do(w.lyon.officer, newAct())
		wantCode(t, err, p.stranger)
		// The coordinator sees what is sent, and neither decides nor signs for anyone.
		_, err = p.do(w.coordinator, newAct())
		wantCode(t, err, p.stranger)
		// Nor does the director of a third centre.
		_, err = p.do(w.lille.director, newAct())
		if p.name != "draftJointProject" && p.name != "setTeamMember" && p.name != "removeTeamMember" {
			wantCode(t, err, p.stranger)
			if after := w.facts(); after != before {
				t.Errorf("%s was refused and told %d facts", p.name, after-before)
			}
		}
		if p.stale != nil {
			wantCode(t, p.stale(p.by, newAct()), network.CodeConflict)
			wantCode(t, p.stale(w.lyon.officer, newAct()), p.stranger)
		}
		if t.Failed() {
			t.Fatalf("at %s", p.name)
		}
	}
}

func TestProjectActsRepeatedAreDoneOnce(t *testing.T) {
	w := newWorld(t)
	for _, p := range projectActs(w) {
		a := newAct(p.name)
		told := w.facts()
		answers := make([]any, 4)
		for _, err := range together(4, func(i int) (err error) {
			answers[i], err = p.do(p.by, a)
			return err
		}) {
			if err != nil {
				t.Errorf("%s, sent four times at once: %v", p.name, err)
			}
		}
		before := w.facts()
		if before == told {
			t.Errorf("%s told nothing", p.name)
		}
		again, err := p.do(p.by, a)
		w.must(err)
		for _, answer := range answers {
			if answer != again {
				t.Errorf("%s: answered %v, then %v", p.name, answer, again)
			}
		}
		_, err = p.do(p.by, a.again("another body"))
		wantCode(t, err, network.CodeReplayMismatch, "input.clientMutationId")
		if after := w.facts(); after != before {
			t.Errorf("%s was repeated and told %d facts more", p.name, after-before)
		}
	}
	w.tiesAreTrue()
}

func TestProjectActsTakeFewStatements(t *testing.T) {
	w := newWorld(t)
	statements := w.countStatements()
	for _, p := range projectActs(w) {
		statements.Store(0)
		_, err := p.do(p.by, newAct())
		w.must(err)
		if n := statements.Load(); n < 2 || n > 8 {
			t.Errorf("%s took %d statements", p.name, n)
		}
	}
}

func TestOneOfManyWhoEditAProjectWins(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectDraft)
	for round := 1; round <= 5; round++ {
		failures := together(4, func(i int) error {
			words := projectWords
			words.Title = fmt.Sprintf("Titre %d", i)
			_, err := w.store.EditJointProject(ctx, w.nantes.director, newAct(i), p.id, round, words, nil)
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
