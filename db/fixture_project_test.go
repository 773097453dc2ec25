package db

import (
	"maillage/network"
)

// A proposal is a joint project led by Nantes, with Lille and Lyon as partners.
type proposal struct {
	id                  network.ID
	nantes, lille, lyon network.ID // partnerships
}

var (
	projectWords = network.ProjectText{
		Title: "Observatoire partagé", Purpose: "Mieux connaître", ExpectedResults: "Un site",
		StartsOn: "2026-07-01", EndsOn: "2027-06-30", MinimumPartners: 2,
	}
	partnerTerms = network.Terms{Role: network.PartnerPartner, PersonDays: 20, Money: 3000}
	goodReport   = network.StatusReport{
		Health: network.HealthOnTrack, Done: "Trois ateliers", Next: "Le site", PeriodStartsOn: "2026-07-01", PeriodEndsOn: "2026-07-31",
	}
)

// project adds a joint project in a state, by the acts that lead there; both
// partners have signed from COMMITTED on.
func (w *world) project(state network.JointProjectState) proposal {
	w.t.Helper()
	s, director := w.store, w.nantes.director
	var p proposal
	var err error
	p.id, err = s.DraftJointProject(ctx, director, newAct(), ProjectDraft{ProjectText: projectWords, PersonDays: 40, Money: 5000})
	w.must(err)
	p.nantes = w.partnership(p.id, w.nantes.centre)
	p.lille, p.lyon = w.addPartner(p.id, w.lille.centre), w.addPartner(p.id, w.lyon.centre)
	if state == network.ProjectDraft {
		return p
	}
	w.must2(s.SendJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id)))
	if state == network.ProjectConsultation {
		return p
	}
	if state == network.ProjectAbandoned {
		w.must2(s.AbandonJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id), "Plus de moyens"))
		return p
	}
	w.sign(p.lille, w.lille.director)
	w.sign(p.lyon, w.lyon.director)
	w.must2(s.CommitJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id)))
	if state == network.ProjectCommitted {
		return p
	}
	w.must2(s.StartJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id)))
	switch state {
	case network.ProjectSuspended:
		w.must2(s.SuspendJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id), "En attente"))
	case network.ProjectCompleted:
		w.must2(s.CompleteJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id), "Le site est en ligne"))
	}
	return p
}

func (w *world) addPartner(project, centre network.ID) network.ID {
	w.t.Helper()
	done, err := w.store.ProposePartner(ctx, w.nantes.director, newAct(), project, centre, partnerTerms)
	w.must(err)
	return done.Partnership
}

func (w *world) sign(partnership network.ID, by network.Viewer) {
	w.t.Helper()
	w.must2(w.store.SignCommitment(ctx, by, newAct(), partnership, w.commitmentVersion(partnership)))
}

func (w *world) partnership(project, centre network.ID) network.ID {
	w.t.Helper()
	return one[network.ID](w, `SELECT id FROM partnership WHERE joint_project_id = $1 AND centre_id = $2`, project, centre)
}

func (w *world) partnershipState(partnership network.ID) network.PartnershipState {
	w.t.Helper()
	return one[network.PartnershipState](w, `SELECT state FROM partnership WHERE id = $1`, partnership)
}

func (w *world) commitmentVersion(partnership network.ID) int {
	w.t.Helper()
	return one[int](w, `SELECT commitment_version FROM partnership WHERE id = $1`, partnership)
}

func (w *world) projectVersion(project network.ID) int {
	w.t.Helper()
	return one[int](w, `SELECT version FROM joint_project WHERE id = $1`, project)
}

func (w *world) projectState(project network.ID) network.JointProjectState {
	w.t.Helper()
	return one[network.JointProjectState](w, `SELECT state FROM joint_project WHERE id = $1`, project)
}
