package db

import (
	"testing"

	"maillage/network"
)

func TestOnlyACentresOwnDirectorAnswersForIt(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectConsultation)
	for name, v := range map[string]network.Viewer{
		"officer": w.lille.officer, "assistant": w.lille.assistant, "other director": w.lyon.director,
		"lead's director": w.nantes.director, "coordinator": w.coordinator, "admin": w.admin,
	} {
		_, err := w.store.SignCommitment(ctx, v, newAct(), p.lille, 1)
		wantCode(t, err, network.CodeForbidden)
		_, err = w.store.DeclineCommitment(ctx, v, newAct(), p.lille, "Non")
		wantCode(t, err, network.CodeForbidden)
		var read struct {
			Partnerships []struct {
				ID            network.ID
				ViewerCanSign bool
			}
		}
		w.read(v, `{ jointProject(id: "`+string(p.id)+`") { partnerships { id viewerCanSign } } }`, &read)
		for _, q := range read.Partnerships {
			if q.ViewerCanSign && q.ID == p.lille {
				t.Errorf("%s is offered to sign for Lille", name)
			}
		}
	}
	w.want("nothing was signed", w.partnershipState(p.lille), network.PartnershipInvited)
	w.sign(p.lille, w.lille.director)
	w.want("signed by its director", w.partnershipState(p.lille), network.PartnershipAccepted)
}

func TestNobodySignsWhatTheyHaveNotRead(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectConsultation)
	terms := partnerTerms
	terms.PersonDays = 35
	w.must2(w.store.ProposePartner(ctx, w.nantes.director, newAct(), p.id, w.lille.centre, terms))
	_, err := w.store.SignCommitment(ctx, w.lille.director, newAct(), p.lille, 1)
	w.want("the version to read", wantCode(t, err, network.CodeConflict, "input.commitmentVersion").Version, 2)
	w.must2(w.store.SignCommitment(ctx, w.lille.director, newAct(), p.lille, 2))

	var read struct {
		Partnerships []struct {
			ID          network.ID
			Commitments []struct {
				Version, PersonDays int
				SignedAt            *string
			}
		}
	}
	w.read(w.coordinator, `{ jointProject(id: "`+string(p.id)+`") { partnerships { id commitments { version personDays signedAt } } } }`, &read)
	for _, q := range read.Partnerships {
		if q.ID == p.lille {
			w.want("versions", len(q.Commitments), 2)
			w.want("the latest first", q.Commitments[0].PersonDays, 35)
			w.want("the first was not signed", q.Commitments[1].SignedAt == nil, true)
		}
	}
}

func TestTermsThatMoveAreSignedAgain(t *testing.T) {
	w := newWorld(t)
	s, director := w.store, w.nantes.director
	p := w.project(network.ProjectRunning)
	change := func(days, money int) network.PartnershipState {
		w.must2(s.ProposePartner(ctx, director, newAct(), p.id, w.lille.centre, network.Terms{Role: network.PartnerPartner, PersonDays: days, Money: money}))
		return w.partnershipState(p.lille)
	}
	w.want("within the threshold", change(22, 3300), network.PartnershipAccepted)
	w.want("small changes do not add up", change(24, 3300), network.PartnershipToReconfirm)
	w.want("Lille is asked", w.tasks(w.lille.director, network.AsksSignCommitment, p.id), 1)
	w.want("back to what was signed", change(20, 3000), network.PartnershipAccepted)
	w.want("Lille is no longer asked", w.tasks(w.lille.director, network.AsksSignCommitment, p.id), 0)
	w.want("money", change(20, 4000), network.PartnershipToReconfirm)
	w.sign(p.lille, w.lille.director)
	w.want("signed again", w.partnershipState(p.lille), network.PartnershipAccepted)
	w.want("it has been a partner all along", w.projectState(p.id), network.ProjectRunning)

	words := projectWords
	words.EndsOn = "2027-12-31"
	w.must2(s.EditJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id), words, nil))
	w.want("a new term", w.partnershipState(p.lille), network.PartnershipToReconfirm)
	w.want("for every partner", w.partnershipState(p.lyon), network.PartnershipToReconfirm)
	w.want("the lead's director signs by it", w.partnershipState(p.nantes), network.PartnershipAccepted)

	words.Title = "Un autre titre"
	before := w.commitmentVersion(p.lyon)
	w.must2(s.EditJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id), words, nil))
	w.want("a new title asks nothing", w.commitmentVersion(p.lyon), before)

	// A lead of the team who is no director asks its own centre too.
	w.must2(s.SetTeamMember(ctx, director, newAct(), p.id, w.nantes.officer.StaffID, network.TeamLead))
	words.EndsOn = "2028-01-31"
	w.must2(s.EditJointProject(ctx, w.nantes.officer, newAct(), p.id, w.projectVersion(p.id), words, nil))
	w.want("the lead's part", w.partnershipState(p.nantes), network.PartnershipToReconfirm)
	w.want("its director is asked", w.tasks(director, network.AsksSignCommitment, p.id), 1)
	w.sign(p.nantes, director)
	w.want("and has signed", w.tasks(director, network.AsksSignCommitment, p.id), 0)
	w.tiesAreTrue()
}

func TestADraftIsRewrittenWithoutVersions(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectDraft)
	terms := partnerTerms
	terms.Money = 1
	terms.Role = network.PartnerContributor
	w.must2(w.store.ProposePartner(ctx, w.nantes.director, newAct(), p.id, w.lille.centre, terms))
	w.must2(w.store.ProposePartner(ctx, w.nantes.director, newAct(), p.id, w.nantes.centre, network.Terms{Role: network.PartnerLead, PersonDays: 50}))
	w.want("version", w.commitmentVersion(p.lille), 1)
	w.want("money", one[int](w, `SELECT money FROM commitment WHERE partnership_id = $1`, p.lille), 1)
	w.want("the lead's days", one[int](w, `SELECT person_days FROM commitment WHERE partnership_id = $1`, p.nantes), 50)
	w.want("state", w.partnershipState(p.lille), network.PartnershipProposed)
	for _, wrong := range []struct {
		centre network.ID
		role   network.PartnerRole
		field  string
	}{
		{w.lille.centre, network.PartnerLead, "input.role"},
		{w.nantes.centre, network.PartnerPartner, "input.role"},
		{newID(), network.PartnerPartner, "input.centreId"},
	} {
		_, err := w.store.ProposePartner(ctx, w.nantes.director, newAct(), p.id, wrong.centre, network.Terms{Role: wrong.role})
		wantCode(t, err, network.CodeInvalid, wrong.field)
	}
}

func TestACentreThatLeavesTakesItsPeopleAlong(t *testing.T) {
	w := newWorld(t)
	s := w.store
	p := w.project(network.ProjectConsultation)
	w.sign(p.lille, w.lille.director)
	w.sign(p.lyon, w.lyon.director)
	w.want("ready", w.tasks(w.nantes.director, network.AsksCommitProject, p.id), 1)
	w.must2(s.SetTeamMember(ctx, w.lille.director, newAct(), p.id, w.lille.officer.StaffID, network.TeamMember))
	_, err := s.SetTeamMember(ctx, w.lille.director, newAct(), p.id, w.lyon.officer.StaffID, network.TeamMember)
	wantCode(t, err, network.CodeForbidden)
	_, err = s.WithdrawCommitment(ctx, w.lille.director, newAct(), p.lille, "  ")
	wantCode(t, err, network.CodeInvalid, "input.reason")
	w.must2(s.WithdrawCommitment(ctx, w.lille.director, newAct(), p.lille, "Plus de moyens"))
	w.want("state", w.partnershipState(p.lille), network.PartnershipWithdrawn)
	w.want("its people in the team", one[int](w, `SELECT count(*) FROM team_member WHERE staff_id = $1`, w.lille.officer.StaffID), 0)
	w.want("no longer ready", w.tasks(w.nantes.director, network.AsksCommitProject, p.id), 0)
	_, err = s.RemovePartner(ctx, w.nantes.director, newAct(), p.lille)
	wantCode(t, err, network.CodeForbidden)
	_, err = s.WithdrawCommitment(ctx, w.nantes.director, newAct(), p.nantes, "Non")
	wantCode(t, err, network.CodeForbidden)

	// It may be asked again, and then answers anew.
	w.must2(s.ProposePartner(ctx, w.nantes.director, newAct(), p.id, w.lille.centre, partnerTerms))
	w.want("asked again", w.partnershipState(p.lille), network.PartnershipInvited)
	w.want("task", w.tasks(w.lille.director, network.AsksSignCommitment, p.id), 1)
	w.must2(s.DeclineCommitment(ctx, w.lille.director, newAct(), p.lille, "Toujours pas"))
	w.want("declined", w.partnershipState(p.lille), network.PartnershipDeclined)
	_, err = s.SignCommitment(ctx, w.lille.director, newAct(), p.lille, 2)
	wantCode(t, err, network.CodeInvalidTransition)
	w.tiesAreTrue()
}

// Whoever of two signs last, the lead is asked to commit once.
func TestTwoWhoSignAtOnceMakeAProjectReady(t *testing.T) {
	w := newWorld(t)
	for range 5 {
		p := w.project(network.ProjectConsultation)
		failures := together(2, func(i int) error {
			by, part := w.lille.director, p.lille
			if i == 1 {
				by, part = w.lyon.director, p.lyon
			}
			_, err := w.store.SignCommitment(ctx, by, newAct(), part, 1)
			return err
		})
		w.want("signed", succeeded(failures), 2)
		w.want("asked to commit", w.tasks(w.nantes.director, network.AsksCommitProject, p.id), 1)
	}
}

func TestWhoHasNotAnsweredMayStillJoin(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectConsultation)
	words := projectWords
	words.MinimumPartners = 1
	w.must2(w.store.EditJointProject(ctx, w.nantes.director, newAct(), p.id, w.projectVersion(p.id), words, nil))
	w.sign(p.lille, w.lille.director)
	w.must2(w.store.CommitJointProject(ctx, w.nantes.director, newAct(), p.id, w.projectVersion(p.id)))
	w.want("Lyon", w.partnershipState(p.lyon), network.PartnershipNoReply)
	w.want("Lyon's task", w.tasks(w.lyon.director, network.AsksSignCommitment, p.id), 0)
	w.sign(p.lyon, w.lyon.director)
	w.want("Lyon has joined", w.partnershipState(p.lyon), network.PartnershipAccepted)
	w.tiesAreTrue()
}

func TestACentresLoadIsItsOwnAndTheCoordinators(t *testing.T) {
	w := newWorld(t)
	running, asked := w.project(network.ProjectRunning), w.project(network.ProjectConsultation)
	load := func(v network.Viewer, partnership network.ID) *int {
		var read struct {
			Partnerships []struct {
				ID         network.ID
				CentreLoad *int
			}
		}
		w.read(v, `{ jointProject(id: "`+string(asked.id)+`") { partnerships { id centreLoad } } }`, &read)
		for _, q := range read.Partnerships {
			if q.ID == partnership {
				return q.CentreLoad
			}
		}
		t.Fatal("no such partnership")
		return nil
	}
	for _, v := range []network.Viewer{w.lille.director, w.lille.officer, w.coordinator} {
		if got := load(v, asked.lille); got == nil || *got != 20 {
			t.Errorf("Lille's load: %v, want the 20 days signed for %s", got, running.id)
		}
	}
	for _, v := range []network.Viewer{w.lyon.director, w.nantes.director, w.admin} {
		w.want("others see no load", load(v, asked.lille) == nil, true)
	}
	// Signed for other months, it no longer weighs on these.
	w.exec(`UPDATE commitment SET starts_on = '2020-01-01', ends_on = '2020-06-30' WHERE partnership_id = $1`, running.lille)
	w.want("in other months", *load(w.lille.director, asked.lille), 0)
}

func TestATeamKeepsALead(t *testing.T) {
	w := newWorld(t)
	s, director := w.store, w.nantes.director
	p := w.project(network.ProjectRunning)
	_, err := s.RemoveTeamMember(ctx, director, newAct(), p.id, director.StaffID)
	wantCode(t, err, network.CodeForbidden)
	_, err = s.SetTeamMember(ctx, director, newAct(), p.id, director.StaffID, network.TeamMember)
	wantCode(t, err, network.CodeForbidden)
	w.must2(s.SetTeamMember(ctx, director, newAct(), p.id, w.lille.officer.StaffID, network.TeamLead))
	w.must2(s.RemoveTeamMember(ctx, director, newAct(), p.id, director.StaffID))
	_, err = s.RemoveTeamMember(ctx, director, newAct(), p.id, director.StaffID)
	wantCode(t, err, network.CodeNotFound)

	stranger := w.team("Metz", "44")
	_, err = s.SetTeamMember(ctx, director, newAct(), p.id, stranger.officer.StaffID, network.TeamMember)
	wantCode(t, err, network.CodeInvalid, "input.staffMemberId")
	_, err = s.SetTeamMember(ctx, stranger.director, newAct(), p.id, stranger.officer.StaffID, network.TeamMember)
	wantCode(t, err, network.CodeForbidden)
	w.must2(s.SetTeamMember(ctx, director, newAct(), p.id, w.lyon.officer.StaffID, network.TeamMember))
	w.must2(s.RemoveTeamMember(ctx, w.lyon.officer, newAct(), p.id, w.lyon.officer.StaffID))
}

func TestAReportExplainsWhatIsNotOnTrack(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectRunning)
	for field, change := range map[string]func(*network.StatusReport){
		"input.explanation":  func(r *network.StatusReport) { r.Health = network.HealthAtRisk },
		"input.health":       func(r *network.StatusReport) { r.Health = network.HealthUnknown },
		"input.done":         func(r *network.StatusReport) { r.Done, r.Next = "", " " },
		"input.periodEndsOn": func(r *network.StatusReport) { r.PeriodEndsOn = "2026-06-30" },
	} {
		r := goodReport
		change(&r)
		_, err := w.store.PostStatusReport(ctx, w.nantes.director, newAct(), p.id, r)
		wantCode(t, err, network.CodeInvalid, field)
	}
	_, err := w.store.PostStatusReport(ctx, w.nantes.officer, newAct(), p.id, goodReport)
	wantCode(t, err, network.CodeForbidden)
	waiting := w.project(network.ProjectCommitted)
	_, err = w.store.PostStatusReport(ctx, w.nantes.director, newAct(), waiting.id, goodReport)
	wantCode(t, err, network.CodeInvalidTransition)

	worried := goodReport
	worried.Health, worried.Explanation = network.HealthOffTrack, "Deux départs"
	done, err := w.store.PostStatusReport(ctx, w.nantes.director, newAct(), p.id, worried)
	w.must(err)
	var read struct {
		Health      network.Health
		HealthFacts []struct {
			Code  network.HealthFactCode
			Since *network.Date
			Count *int
		}
		StatusReports struct{ Nodes []struct{ ID network.ID } }
	}
	w.read(w.coordinator, `{ jointProject(id: "`+string(p.id)+`") { health healthFacts { code since count } statusReports { nodes { id } } } }`, &read)
	w.want("health", read.Health, network.HealthOffTrack)
	w.want("fact", read.HealthFacts[0].Code, network.FactAuthorWorried)
	w.want("since", *read.HealthFacts[0].Since, network.DateOf(w.clock))
	w.want("report", read.StatusReports.Nodes[0].ID, done.Report)
}
