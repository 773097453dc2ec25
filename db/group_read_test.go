package db

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

type seenGroups struct {
	TotalCount int
	Nodes      []struct{ ID, Name string }
	PageInfo   struct {
		HasNextPage bool
		EndCursor   *string
	}
}

func (s seenGroups) ids() []network.ID {
	ids := []network.ID{}
	for _, n := range s.Nodes {
		ids = append(ids, network.ID(n.ID))
	}
	return ids
}

// groups reads a list of groups with the given arguments.
func (w *world) groups(v network.Viewer, args string) (seen seenGroups) {
	w.t.Helper()
	w.read(v, `{ workingGroups`+args+` { totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }`, &seen)
	return seen
}

// wantGroups compares sets.
func (w *world) wantGroups(what string, got seenGroups, want ...network.ID) {
	w.t.Helper()
	ids := got.ids()
	slices.Sort(ids)
	slices.Sort(want)
	if !slices.Equal(ids, want) {
		w.t.Errorf("%s: %v, want %v", what, ids, want)
	}
	w.want(what+": counted", got.TotalCount, len(want))
}

func TestNeedsAttentionIsTheSameInSQLAndGo(t *testing.T) {
	w := newWorld(t)
	// A connection whose clocks change: in its zone 60 days are not always 1,440 hours.
	w.db.SetMaxOpenConns(1)
	w.exec(`SET TimeZone = 'Europe/Paris'`)
	random := rand.New(rand.NewPCG(7, 7))
	quiet := []time.Duration{0, network.QuietAfter - time.Microsecond, network.QuietAfter, network.QuietAfter + time.Microsecond, 200 * 24 * time.Hour}
	due := []network.Date{"", "2026-06-24", "2026-06-25", "2026-06-26"}
	states := []network.WorkingGroupState{network.GroupRequested, network.GroupForming, network.GroupActive, network.GroupDormant,
		network.GroupClosed, network.GroupDeclined, network.GroupAbandoned}
	people := []network.Viewer{w.lille.officer, w.lyon.officer, w.lyon.assistant}
	// Where the days' ends differ the rule must not: just after midnight in Paris, still the day before in UTC.
	for _, clock := range []time.Time{w.clock, time.Date(2026, 6, 24, 22, 30, 0, 0, time.UTC), time.Date(2026, 3, 31, 0, 30, 0, 0, time.UTC)} {
		w.clock = clock
		var want []network.ID
		facts := map[network.ID]network.GroupFacts{}
		for range 60 {
			f := network.GroupFacts{Now: w.clock, State: states[random.IntN(len(states))], NextDueOn: due[random.IntN(len(due))]}
			f.QuietSince = w.clock.Add(-quiet[random.IntN(len(quiet))])
			id := w.group(f.State)
			w.exec(`UPDATE working_group SET quiet_since = $2 WHERE id = $1`, id, f.QuietSince)
			for i, v := range people[:random.IntN(len(people)+1)] {
				role := network.GroupMember
				if random.IntN(2) == 0 {
					role = network.GroupLead
					f.LeadCount++
				}
				w.tie(id, v, network.MembershipMember, role)
				f.CentreCount = i + 1
			}
			if f.NextDueOn != "" {
				w.milestone(id, f.NextDueOn, network.MilestonePlanned)
				w.milestone(id, "2020-01-01", network.MilestoneDone) // asks for nothing
			}
			facts[id] = f
			if network.GroupNeedsAttention(f) {
				want = append(want, id)
			}
		}
		w.wantGroups("at "+clock.String(), w.groups(w.coordinator, `(filter: { needsAttention: true }, first: 100)`), want...)

		var seen seenHealth
		w.read(w.coordinator, `{ workingGroups(first: 100) { nodes { id health healthFacts { code health since count } } } }`, &seen)
		for _, n := range seen.Nodes {
			f := facts[network.ID(n.ID)]
			f.CentreCount = w.counters(network.ID(n.ID)).Centres
			if f.NextDueOn != "" && f.NextDueOn < network.DateOf(w.clock) {
				f.Overdue = 1
			}
			health, because := network.GroupHealth(f)
			w.want("health", n.Health, health)
			w.want("facts", len(n.HealthFacts), len(because))
			for i, fact := range n.HealthFacts {
				w.want("fact", fact.Code, because[i].Code)
			}
		}
		w.exec(`UPDATE working_group SET state = 'CLOSED', closed_at = created_at`)
		w.exec(`TRUNCATE membership, milestone, group_update, working_group CASCADE`)
	}
}

type seenHealth struct {
	Nodes []struct {
		ID          string
		Health      network.Health
		HealthFacts []struct {
			Code, Health network.HealthFactCode
			Since        *string
			Count        *int
		}
	}
}

func TestListsOfGroups(t *testing.T) {
	w := newWorld(t)
	nantes := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	lille := w.group(network.GroupDormant, w.lille.director)
	closed := w.group(network.GroupClosed, w.nantes.director)
	w.tie(closed, w.lyon.officer, network.MembershipLeft, network.GroupMember)
	w.tie(lille, w.lyon.officer, network.MembershipInvited, network.GroupMember)
	w.exec(`UPDATE working_group SET name = 'L’école à 100 %', purpose = 'Élèves_2026' WHERE id = $1`, nantes)
	w.exec(`UPDATE working_group SET name = 'Emploi', gathering_id = $2 WHERE id = $1`, lille, w.gathering)
	w.exec(`INSERT INTO working_group_theme (working_group_id, theme_id) VALUES ($1, $2)`, closed, w.cites)

	w.wantGroups("all", w.groups(w.lyon.officer, ""), nantes, lille, closed)
	for search, want := range map[string][]network.ID{
		"l'ecole": {nantes}, "ÉCOLE": {nantes}, "100 %": {nantes}, "eleves_": {nantes}, "_mploi": {}, "%": {nantes}, "emploi": {lille}, "rien": {},
	} {
		w.wantGroups("search "+search, w.groups(w.lyon.officer, fmt.Sprintf(`(filter: { search: %q })`, search)), want...)
	}
	w.wantGroups("states", w.groups(w.lyon.officer, `(filter: { states: [ACTIVE, DORMANT] })`), nantes, lille)
	w.wantGroups("theme", w.groups(w.lyon.officer, `(filter: { themeId: "`+string(w.cites)+`" })`), closed)
	w.wantGroups("centre", w.groups(w.lyon.officer, `(filter: { centreId: "`+string(w.lille.centre)+`" })`), nantes, lille)
	w.wantGroups("centre without a member", w.groups(w.lyon.officer, `(filter: { centreId: "`+string(w.lyon.centre)+`" })`))
	w.wantGroups("gathering", w.groups(w.lyon.officer, `(filter: { gatheringId: "`+string(w.gathering)+`" })`), lille)
	w.wantGroups("mine: invited, and not where I left", w.groups(w.lyon.officer, `(filter: { mine: true })`), lille)
	w.wantGroups("mine: false says nothing", w.groups(w.lyon.officer, `(filter: { mine: false })`), nantes, lille, closed)
	w.wantGroups("filters together", w.groups(w.lyon.officer, `(filter: { mine: true, states: [ACTIVE] })`))
	for _, v := range []network.Viewer{w.guest, w.anonymous} {
		w.wantGroups("outside the teams", w.groups(v, ""))
	}
	hits, err := w.store.Search(ctx, w.lyon.officer, "École à 100 %", 10)
	w.must(err)
	if len(hits) != 1 || hits[0].ID != nantes || hits[0].Kind != network.ObjectWorkingGroup {
		t.Errorf("the search box finds %+v", hits)
	}
	var none *struct{ ID string }
	w.read(w.guest, `{ workingGroup(id: "`+string(nantes)+`") { id } }`, &none)
	if none != nil {
		t.Error("a guest reads a group")
	}
}

func TestEveryOrderOfGroupsIsPagedWhole(t *testing.T) {
	w := newWorld(t)
	for i, state := range []network.WorkingGroupState{network.GroupActive, network.GroupClosed, network.GroupForming, network.GroupActive, network.GroupDormant, network.GroupActive} {
		id := w.group(state)
		at := w.clock.Add(-time.Duration(i/2) * time.Hour) // two at the same instant
		w.exec(`UPDATE working_group SET name = $2, created_at = $3, last_activity_at = $3, quiet_since = $3 WHERE id = $1`,
			id, []string{"École", "ecole", "Zèbre", "atelier", "Âge", "École"}[i], at)
	}
	for _, order := range []string{"LAST_ACTIVITY", "QUIETEST", "NAME", "NEWEST"} {
		whole := w.groups(w.lyon.officer, `(orderBy: `+order+`, first: 100)`)
		var paged []network.ID
		after := ""
		for range 10 {
			page := w.groups(w.lyon.officer, `(orderBy: `+order+`, first: 2`+after+`)`)
			paged = append(paged, page.ids()...)
			if !page.PageInfo.HasNextPage {
				break
			}
			after = fmt.Sprintf(`, after: %q`, *page.PageInfo.EndCursor)
		}
		if !slices.Equal(paged, whole.ids()) || len(paged) != 6 {
			t.Errorf("%s: pages give %v, the whole %v", order, paged, whole.ids())
		}
		var names []string
		for _, n := range whole.Nodes {
			names = append(names, n.Name)
		}
		told := strings.Join(names, " ")
		switch order {
		case "NAME":
			w.want(order, strings.ToLower(told), "âge atelier école ecole école zèbre")
		case "QUIETEST":
			w.want(order, strings.HasSuffix(told, "Âge ecole"), true) // those not at work, last
		}
	}
}

func TestAListOfFiftyGroupsIsFewStatements(t *testing.T) {
	w := newWorld(t)
	people := []network.Viewer{w.lille.officer, w.lyon.officer, w.nantes.director}
	for i := range 50 {
		id := w.group(network.GroupActive, people[i%3], people[(i+1)%3])
		w.milestone(id, "2026-09-01", network.MilestonePlanned)
		w.update(id, people[i%3], network.HealthOnTrack, w.clock)
	}
	var seen struct {
		TotalCount int
		Nodes      []struct {
			MemberCount, CentreCount int
			Lead                     struct {
				StaffMember struct{ Centre struct{ City string } }
			}
			LastUpdate    struct{ Author struct{ Name string } }
			NextMilestone struct{ DueOn string }
			Themes        []struct{ ID string }
		}
	}
	n := w.read(w.lyon.officer, `{ workingGroups(first: 50, orderBy: QUIETEST) { totalCount nodes {
		name state health memberCount centreCount lastActivityAt viewerCanJoin allowedTransitions
		lead { staffMember { name centre { city } } }
		lastUpdate { text author { name } } nextMilestone { title dueOn } themes { id } } } }`, &seen)
	w.want("groups", len(seen.Nodes), 50)
	w.want("statements", n, 1)
	for _, g := range seen.Nodes {
		if g.MemberCount != 2 || g.CentreCount != 2 || g.Lead.StaffMember.Centre.City == "" || g.LastUpdate.Author.Name == "" || g.NextMilestone.DueOn != "2026-09-01" {
			t.Fatalf("%+v", g)
		}
	}
}

func TestTheGroupPage(t *testing.T) {
	w := newWorld(t)
	group := w.onApproval(w.group(network.GroupActive, w.nantes.officer, w.lille.officer, w.lille.director))
	w.tie(group, w.lyon.officer, network.MembershipApplied, network.GroupMember)
	w.tie(group, w.lyon.assistant, network.MembershipInvited, network.GroupMember)
	w.tie(group, w.lyon.director, network.MembershipLeft, network.GroupMember)
	w.milestone(group, "2026-09-01", network.MilestonePlanned)
	w.milestone(group, "2026-07-01", network.MilestonePlanned)
	w.milestone(group, "2026-01-01", network.MilestoneDone)
	type page struct {
		ViewerMembership *struct{ State string }
		Members          struct {
			TotalCount int
			Nodes      []struct {
				State, Role                      string
				ViewerCanAdmit, ViewerCanSetRole bool
			}
		}
		NextMilestone                                                                                                 struct{ DueOn string }
		Milestones                                                                                                    []struct{ DueOn string }
		ViewerCanEdit, ViewerCanJoin, ViewerCanLeave, ViewerCanInvite, ViewerCanPostUpdate, ViewerCanManageMilestones bool
		ViewerCanAccept, ViewerCanMerge, ViewerCanDraftJointProject                                                   bool
		AllowedTransitions                                                                                            []string
	}
	look := func(v network.Viewer, filter string) (p page, statements int) {
		t.Helper()
		statements = w.read(v, `{ workingGroup(id: "`+string(group)+`") { id name viewerMembership { state }
			members`+filter+` { totalCount nodes { state role viewerCanAdmit viewerCanSetRole staffMember { name centre { shortName } } } }
			nextMilestone { dueOn } milestones { dueOn } updates(first: 10) { nodes { text author { name } } }
			jointProjects { title } health healthFacts { code }
			viewerCanEdit viewerCanJoin viewerCanLeave viewerCanInvite viewerCanPostUpdate viewerCanManageMilestones
			viewerCanAccept viewerCanMerge viewerCanDraftJointProject allowedTransitions } }`, &p)
		return p, statements
	}
	lead, n := look(w.nantes.officer, "")
	if n > 6 {
		t.Errorf("the page takes %d statements", n)
	}
	w.want("who leads is first", lead.Members.Nodes[0].Role, "LEAD")
	var states []string
	for _, m := range lead.Members.Nodes {
		states = append(states, m.State)
		w.want("may admit "+m.State, m.ViewerCanAdmit, m.State == "APPLIED")
		w.want("may set the role of "+m.State, m.ViewerCanSetRole, m.State == "MEMBER")
	}
	w.want("order", strings.Join(states, " "), "MEMBER MEMBER MEMBER APPLIED INVITED LEFT")
	w.want("next", lead.NextMilestone.DueOn, "2026-07-01")
	w.want("milestones", len(lead.Milestones), 3)
	w.want("moves", strings.Join(lead.AllowedTransitions, " "), "DORMANT CLOSED ABANDONED")
	if !lead.ViewerCanEdit || lead.ViewerCanJoin || lead.ViewerCanLeave || !lead.ViewerCanInvite || !lead.ViewerCanPostUpdate ||
		!lead.ViewerCanManageMilestones || lead.ViewerCanAccept || lead.ViewerCanMerge || lead.ViewerCanDraftJointProject {
		t.Errorf("what its lead may: %+v", lead)
	}
	director, _ := look(w.lille.director, `(filter: { states: [MEMBER], centreId: "`+string(w.lille.centre)+`" })`)
	w.want("members of a centre", director.Members.TotalCount, 2)
	if !director.ViewerCanLeave || !director.ViewerCanDraftJointProject || director.ViewerCanEdit || director.ViewerMembership.State != "MEMBER" {
		t.Errorf("what a director in it may: %+v", director)
	}
	invited, _ := look(w.lyon.assistant, "")
	if !invited.ViewerCanJoin || !invited.ViewerCanLeave || invited.ViewerCanPostUpdate {
		t.Errorf("what who is invited may: %+v", invited)
	}
	coordinator, _ := look(w.coordinator, "")
	if !coordinator.ViewerCanEdit || !coordinator.ViewerCanMerge || !coordinator.ViewerCanJoin || coordinator.ViewerCanPostUpdate || coordinator.ViewerMembership != nil {
		t.Errorf("what the coordinator may: %+v", coordinator)
	}
}
