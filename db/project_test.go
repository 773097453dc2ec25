package db

import (
	"testing"
	"time"

	"maillage/network"
)

// The path of the product: a project from a group, sent, signed, started, reported.
func TestAProjectFromItsGroupToItsEnd(t *testing.T) {
	w := newWorld(t)
	s, director := w.store, w.nantes.director
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	id, err := s.DraftJointProject(ctx, director, newAct(), ProjectDraft{
		ProjectText: projectWords, Origin: group, Themes: []network.ID{w.cites, w.emploi}, PersonDays: 40, Money: 5000,
	})
	w.must(err)
	lille, lyon := w.addPartner(id, w.lille.centre), w.addPartner(id, w.lyon.centre)
	w.want("tasks before it is sent", w.tasks(w.lille.director, network.AsksSignCommitment, id), 0)

	w.must2(s.SendJointProject(ctx, director, newAct(), id, 1))
	w.want("state", w.projectState(id), network.ProjectConsultation)
	w.want("the lead's part", w.partnershipState(w.partnership(id, w.nantes.centre)), network.PartnershipAccepted)
	w.want("the partner's part", w.partnershipState(lille), network.PartnershipInvited)
	w.want("Lille's director is asked", w.tasks(w.lille.director, network.AsksSignCommitment, id), 1)
	w.want("the lead's director is not", w.tasks(director, network.AsksSignCommitment, id), 0)

	w.sign(lille, w.lille.director)
	w.want("Lille's task", w.tasks(w.lille.director, network.AsksSignCommitment, id), 0)
	w.want("the lead waits for a second partner", w.tasks(director, network.AsksCommitProject, id), 0)
	_, err = s.CommitJointProject(ctx, director, newAct(), id, 2)
	wantCode(t, err, network.CodeForbidden)
	w.sign(lyon, w.lyon.director)
	w.want("the lead is asked to commit", w.tasks(director, network.AsksCommitProject, id), 1)

	w.must2(s.CommitJointProject(ctx, director, newAct(), id, 2))
	w.want("asked to commit", w.tasks(director, network.AsksCommitProject, id), 0)
	w.want("asked to start", w.tasks(director, network.AsksStartProject, id), 1)
	w.must2(s.StartJointProject(ctx, director, newAct(), id, 3))
	w.want("asked to start", w.tasks(director, network.AsksStartProject, id), 0)
	w.must2(s.PostStatusReport(ctx, director, newAct(), id, goodReport))
	w.must2(s.CompleteJointProject(ctx, director, newAct(), id, 4, "Le site est en ligne"))
	w.want("the parts end", w.partnershipState(lille), network.PartnershipEnded)
	w.wantVerbs(id, network.VerbProjectDrafted, network.VerbPartnerProposed, network.VerbPartnerProposed, network.VerbProjectSent,
		network.VerbCommitmentSigned, network.VerbCommitmentSigned, network.VerbProjectCommitted, network.VerbProjectStarted,
		network.VerbStatusReported, network.VerbProjectCompleted)

	var read struct {
		State                           network.JointProjectState
		SignedCount, PartnerCount       int
		TotalPersonDays, TotalMoney     int
		OriginWorkingGroup, OriginTopic *struct{ ID network.ID }
		Themes                          []struct{ Code string }
		Team                            []struct {
			Role        network.TeamRole
			StaffMember struct{ ID network.ID }
		}
		Partnerships []struct {
			Role       network.PartnerRole
			Centre     struct{ ShortName string }
			Commitment struct {
				PersonDays int
				SignedBy   *struct{ ID network.ID }
			}
		}
		LastStatusReport  struct{ Done string }
		ViewerPartnership struct{ ID network.ID }
		Events            struct{ TotalCount int }
	}
	statements := w.read(w.lille.officer, `{ jointProject(id: "`+string(id)+`") {
		state signedCount partnerCount totalPersonDays totalMoney originWorkingGroup { id } originTopic { id } themes { code }
		team { role staffMember { id } } partnerships { role centre { shortName } commitment { personDays signedBy { id } } }
		lastStatusReport { done } viewerPartnership { id } events { totalCount nodes { verb } } } }`, &read)
	if statements > 6 {
		t.Errorf("the page took %d statements", statements)
	}
	w.want("signed", read.SignedCount, 2)
	w.want("partners", read.PartnerCount, 2)
	w.want("days", read.TotalPersonDays, 80)
	w.want("money", read.TotalMoney, 11000)
	w.want("themes", len(read.Themes), 2)
	w.want("topic", read.OriginTopic == nil, true)
	w.want("group", read.OriginWorkingGroup.ID, group)
	w.want("team", read.Team[0].StaffMember.ID, director.StaffID)
	w.want("lead first", read.Partnerships[0].Role, network.PartnerLead)
	w.want("signed by", read.Partnerships[0].Commitment.SignedBy.ID, director.StaffID)
	w.want("own part", read.ViewerPartnership.ID, lille)
	w.want("last report", read.LastStatusReport.Done, goodReport.Done)
	w.want("facts, those of the draft aside", read.Events.TotalCount, 7)
	w.tiesAreTrue()
}

func TestADraftExistsForItsLeadCentreOnly(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectDraft)
	sees := func(v network.Viewer, query string) bool {
		var found *struct{ ID network.ID }
		w.read(v, query, &found)
		return found != nil
	}
	one := `{ jointProject(id: "` + string(p.id) + `") { id partnerships { id commitment { id } } team { id } } }`
	for name, v := range map[string]network.Viewer{"lead's officer": w.nantes.officer, "lead's director": w.nantes.director} {
		w.want(name, sees(v, one), true)
	}
	for name, v := range map[string]network.Viewer{
		"proposed partner": w.lille.director, "coordinator": w.coordinator, "admin": w.admin, "guest": w.guest, "anonymous": w.anonymous,
	} {
		w.want(name, sees(v, one), false)
		var list struct {
			TotalCount int
			Nodes      []struct{ ID network.ID }
		}
		w.read(v, `{ jointProjects { totalCount nodes { id } } }`, &list)
		w.want(name+" counts", list.TotalCount, 0)
		w.want(name+" lists", len(list.Nodes), 0)
		if v.IsStaff() {
			var centre struct {
				Partnerships struct {
					TotalCount int
					Nodes      []struct{ ID network.ID }
				}
			}
			w.read(v, `{ centre(id: "`+string(w.lille.centre)+`") { partnerships { totalCount nodes { id } } } }`, &centre)
			w.want(name+" sees of a partner", centre.Partnerships.TotalCount, 0)
		}
	}
	told := factsOfOthers(w, p.id)
	w.want("facts of a draft are its lead centre's", told, 0)
	_, err := w.store.SignCommitment(ctx, w.lille.director, newAct(), p.lille, 1)
	wantCode(t, err, network.CodeNotFound)

	w.must2(w.store.SendJointProject(ctx, w.nantes.director, newAct(), p.id, 1))
	for name, v := range map[string]network.Viewer{"partner": w.lille.officer, "coordinator": w.coordinator, "admin": w.admin} {
		w.want(name+" after it is sent", sees(v, one), true)
	}
	w.want("a guest never", sees(w.guest, one), false)
}

// factsOfOthers counts the facts of a project that other teams may read.
func factsOfOthers(w *world, project network.ID) int {
	return one[int](w, `
		SELECT count(*)
		  FROM event
		 WHERE joint_project_id = $1
		   AND NOT (audience = 'CENTRES' AND audience_centres = ARRAY[$2::uuid])`, project, w.nantes.centre)
}

func TestAMoveThatIsNotOpenIsRefused(t *testing.T) {
	w := newWorld(t)
	s, director := w.store, w.nantes.director
	acts := map[network.JointProjectState]projectMoveAct{
		network.ProjectConsultation: s.SendJointProject,
		network.ProjectCommitted:    s.CommitJointProject,
		network.ProjectSuspended:    noted(s.SuspendJointProject),
		network.ProjectCompleted:    noted(s.CompleteJointProject),
		network.ProjectAbandoned:    noted(s.AbandonJointProject),
	}
	open := map[network.JointProjectState][]string{
		network.ProjectDraft:        {"CONSULTATION", "ABANDONED"},
		network.ProjectConsultation: {"COMMITTED", "ABANDONED"},
		network.ProjectCommitted:    {"RUNNING", "ABANDONED"},
		network.ProjectRunning:      {"SUSPENDED", "COMPLETED", "ABANDONED"},
		network.ProjectSuspended:    {"RUNNING", "ABANDONED"},
		network.ProjectCompleted:    {},
		network.ProjectAbandoned:    {},
	}
	for from, moves := range open {
		p := w.project(from)
		for to, do := range acts {
			listed := false
			for _, m := range moves {
				listed = listed || m == string(to)
			}
			if listed {
				continue
			}
			_, err := do(ctx, director, newAct(), p.id, w.projectVersion(p.id))
			refused := wantCode(t, err, network.CodeInvalidTransition)
			w.want("state told", refused.State, string(from))
			w.want("moves told", len(refused.Open), len(moves))
		}
		if from != network.ProjectCommitted {
			_, err := s.StartJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id))
			wantCode(t, err, network.CodeInvalidTransition)
		}
		if from != network.ProjectSuspended {
			_, err := s.ResumeJointProject(ctx, director, newAct(), p.id, w.projectVersion(p.id))
			wantCode(t, err, network.CodeInvalidTransition)
		}
	}
}

func TestWhatAProposalMustSay(t *testing.T) {
	w := newWorld(t)
	for field, change := range map[string]func(*ProjectDraft){
		"input.title":           func(d *ProjectDraft) { d.Title = " " },
		"input.purpose":         func(d *ProjectDraft) { d.Purpose = "" },
		"input.endsOn":          func(d *ProjectDraft) { d.EndsOn = "2026-06-30" },
		"input.minimumPartners": func(d *ProjectDraft) { d.MinimumPartners = 0 },
		"input.personDays":      func(d *ProjectDraft) { d.PersonDays = -1 },
		"input.money":           func(d *ProjectDraft) { d.Money = network.MoneyMax + 1 },
		"input.themeIds":        func(d *ProjectDraft) { d.Themes = []network.ID{newID()} },
	} {
		d := ProjectDraft{ProjectText: projectWords}
		change(&d)
		_, err := w.store.DraftJointProject(ctx, w.nantes.director, newAct(), d)
		wantCode(t, err, network.CodeInvalid, field)
	}
	_, err := w.store.DraftJointProject(ctx, w.nantes.director, newAct(), ProjectDraft{ProjectText: projectWords, Origin: newID()})
	wantCode(t, err, network.CodeNotFound)
	declined := w.group(network.GroupDeclined)
	_, err = w.store.DraftJointProject(ctx, w.nantes.director, newAct(), ProjectDraft{ProjectText: projectWords, Origin: declined})
	wantCode(t, err, network.CodeInvalidTransition)

	draft := w.bring(w.nantes.director, network.ContributionPepite, w.gathering, "Un brouillon", true)
	_, err = w.store.DraftJointProject(ctx, w.nantes.director, newAct(), ProjectDraft{ProjectText: projectWords, Origin: draft})
	wantCode(t, err, network.CodeInvalidTransition)
	_, err = w.store.DraftJointProject(ctx, w.lyon.director, newAct(), ProjectDraft{ProjectText: projectWords, Origin: draft})
	wantCode(t, err, network.CodeNotFound)

	alone := w.project(network.ProjectDraft)
	for _, partner := range []network.ID{alone.lille, alone.lyon} {
		w.must2(w.store.RemovePartner(ctx, w.nantes.director, newAct(), partner))
	}
	_, err = w.store.SendJointProject(ctx, w.nantes.director, newAct(), alone.id, 1)
	wantCode(t, err, network.CodeForbidden)
}

func TestAnAbandonedProjectAsksNothingMore(t *testing.T) {
	w := newWorld(t)
	p := w.project(network.ProjectConsultation)
	w.sign(p.lille, w.lille.director)
	w.must2(w.store.AbandonJointProject(ctx, w.nantes.director, newAct(), p.id, w.projectVersion(p.id), "Plus de moyens"))
	w.want("Lyon is no longer asked", w.tasks(w.lyon.director, network.AsksSignCommitment, p.id), 0)
	w.want("Lille's part", w.partnershipState(p.lille), network.PartnershipEnded)
	w.want("Lyon's part", w.partnershipState(p.lyon), network.PartnershipNoReply)
	_, err := w.store.SignCommitment(ctx, w.lyon.director, newAct(), p.lyon, 1)
	wantCode(t, err, network.CodeInvalidTransition)
	w.want("no project ties before it is committed", one[int](w, `SELECT count(*) FROM tie_fact`), 0)
	w.tiesAreTrue()
}

func TestProjectListsAreFiltered(t *testing.T) {
	w := newWorld(t)
	draft, asked, running := w.project(network.ProjectDraft), w.project(network.ProjectConsultation), w.project(network.ProjectRunning)
	quiet := w.project(network.ProjectRunning)
	w.sign(asked.lille, w.lille.director)
	// Sixty-one days on, one of the two at work has told where it stands.
	w.clock = w.clock.Add(61 * 24 * time.Hour)
	w.must2(w.store.PostStatusReport(ctx, w.nantes.director, newAct(), running.id, goodReport))
	found := func(v network.Viewer, filter string) map[network.ID]bool {
		var list struct {
			TotalCount int
			Nodes      []struct {
				ID          network.ID
				HealthFacts []struct{ Code network.HealthFactCode }
			}
		}
		w.read(v, `{ jointProjects(filter: `+filter+`) { totalCount nodes { id healthFacts { code } } } }`, &list)
		ids := map[network.ID]bool{}
		for _, n := range list.Nodes {
			ids[n.ID] = true
		}
		w.want("counted "+filter, list.TotalCount, len(ids))
		return ids
	}
	for _, c := range []struct {
		v      network.Viewer
		filter string
		want   []network.ID
	}{
		{w.nantes.officer, `{}`, []network.ID{draft.id, asked.id, running.id, quiet.id}},
		{w.nantes.officer, `{states: [DRAFT]}`, []network.ID{draft.id}},
		{w.lille.officer, `{}`, []network.ID{asked.id, running.id, quiet.id}},
		{w.lille.officer, `{search: "OBSERVATOIRE PARTAGE"}`, []network.ID{asked.id, running.id, quiet.id}},
		{w.lille.officer, `{search: "100%"}`, nil},
		{w.lyon.officer, `{toSignByCentreId: "` + string(w.lyon.centre) + `"}`, []network.ID{asked.id}},
		{w.lyon.officer, `{toSignByCentreId: "` + string(w.lille.centre) + `"}`, nil},
		{w.lyon.officer, `{leadCentreId: "` + string(w.nantes.centre) + `", states: [RUNNING]}`, []network.ID{running.id, quiet.id}},
		{w.lyon.officer, `{centreId: "` + string(w.lyon.centre) + `"}`, []network.ID{asked.id, running.id, quiet.id}},
		{w.lyon.officer, `{mine: true}`, nil},
		{w.nantes.officer, `{mine: true, states: [RUNNING]}`, []network.ID{running.id, quiet.id}},
		{w.coordinator, `{needsAttention: true}`, []network.ID{asked.id, quiet.id}},
		{w.lyon.officer, `{themeId: "` + string(w.cites) + `"}`, nil},
	} {
		got := found(c.v, c.filter)
		w.want("found by "+c.filter, len(got), len(c.want))
		for _, id := range c.want {
			w.want("found by "+c.filter, got[id], true)
		}
	}
	for _, order := range []string{"LAST_ACTIVITY", "TITLE", "STARTS", "ENDS"} {
		var page struct {
			Nodes    []struct{ ID network.ID }
			PageInfo struct{ EndCursor string }
		}
		seen := map[network.ID]bool{}
		after := "null"
		for range 4 {
			w.read(w.nantes.officer, `{ jointProjects(first: 1, after: `+after+`, orderBy: `+order+`) { nodes { id } pageInfo { endCursor } } }`, &page)
			seen[page.Nodes[0].ID] = true
			after = `"` + page.PageInfo.EndCursor + `"`
		}
		w.want("paged by "+order, len(seen), 4)
	}
}

func TestAProjectTakesAContributionFurther(t *testing.T) {
	w := newWorld(t)
	pepite := w.pepite(w.lille.officer)
	once := newAct()
	draft := ProjectDraft{ProjectText: projectWords, Origin: pepite}
	var project network.ID
	for range 2 {
		id, err := w.store.DraftJointProject(ctx, w.nantes.director, once, draft)
		w.must(err)
		project = id
	}
	_, err := w.store.DraftJointProject(ctx, w.lille.officer, newAct(), draft)
	wantCode(t, err, network.CodeForbidden)
	w.want("one project", one[int](w, `SELECT count(*) FROM joint_project`), 1)
	for _, from := range []network.ID{pepite, project} {
		thread, err := w.store.Thread(ctx, w.nantes.director, from)
		w.must(err)
		w.want("the gathering, the pépite, the project", len(thread.Nodes), 3)
		w.want("tied", len(thread.Edges), 2)
	}
	w.must2(w.store.WithdrawContribution(ctx, w.lille.officer, newAct(), pepite, 2))
	_, err = w.store.DraftJointProject(ctx, w.nantes.director, newAct(), draft)
	wantCode(t, err, network.CodeInvalidTransition)
}
