package db

import (
	"testing"

	"maillage/network"
)

func profile(given string, themes ...network.ID) Profile {
	return Profile{GivenName: given, FamilyName: "Le Goff", Phone: "02 40 00 00 00", Bio: "Chargée de mission.", Language: network.LanguageFr, Themes: themes}
}

func TestUpdateProfileChangesOneselfOnce(t *testing.T) {
	w := newWorld(t)
	v, a := w.nantes.officer, newAct("profile")
	id, err := w.store.UpdateProfile(t.Context(), v, a, 1, profile("Anne", w.cites, w.emploi))
	w.must(err)
	w.want("the person", id, v.StaffID)
	_, err = w.store.UpdateProfile(t.Context(), v, a, 1, profile("Anne", w.cites, w.emploi))
	w.must(err) // the same key again: the first answer
	w.want("version", one[int](w, `SELECT version FROM staff_member WHERE id = $1`, v.StaffID), 2)
	w.want("themes", one[int](w, `SELECT count(*) FROM staff_theme WHERE staff_id = $1`, v.StaffID), 2)
	w.want("facts", w.events(network.VerbProfileUpdated, v.StaffID), 1)
	_, err = w.store.UpdateProfile(t.Context(), v, a.again("other"), 1, profile("Anne"))
	wantCode(t, err, network.CodeReplayMismatch, "input.clientMutationId")
}

func TestUpdateProfileRefusesAStaleVersion(t *testing.T) {
	w := newWorld(t)
	failures := together(8, func(int) error {
		_, err := w.store.UpdateProfile(t.Context(), w.lille.officer, newAct(), 1, profile("Anne"))
		return err
	})
	w.want("winners", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			w.want("current version", wantCode(t, err, network.CodeConflict, "version").Version, 2)
		}
	}
}

func TestUpdateProfileRefusesWhatCannotBeShown(t *testing.T) {
	w := newWorld(t)
	for field, p := range map[string]Profile{
		"input.givenName":  profile("  "),
		"input.familyName": {GivenName: "Anne", FamilyName: "Le\u202eGoff"},
		"input.themeIds":   profile("Anne", newID()),
	} {
		_, err := w.store.UpdateProfile(t.Context(), w.lille.officer, newAct(), 1, p)
		wantCode(t, err, network.CodeInvalid, field)
	}
	_, err := w.store.UpdateProfile(t.Context(), w.anonymous, newAct(), 1, profile("Anne"))
	wantCode(t, err, network.CodeUnauthenticated)
}

func TestContactDataIsForTeamsOnly(t *testing.T) {
	w := newWorld(t)
	type person struct {
		Name  string
		Email *string
		Phone *string
	}
	query := `{ staffMember(id: "` + string(w.facilitator.StaffID) + `") { name email phone } }`
	var got *person
	w.read(w.lille.officer, query, &got)
	if got == nil || got.Email == nil {
		t.Error("a team must see contact data")
	}
	for _, v := range []network.Viewer{w.guest, w.anonymous} {
		w.read(v, query, &got)
		if got != nil {
			t.Errorf("%s must not see the directory", v.Kind)
		}
	}
	var met struct{ Facilitator person }
	w.read(w.guest, `{ forum(id: "`+string(w.forum)+`") { facilitator { name email phone } } }`, &met)
	if met.Facilitator.Name == "" || met.Facilitator.Email != nil || met.Facilitator.Phone != nil {
		t.Error("a guest must see the name of whom they meet, and no contact data")
	}
	var team struct{ StaffMembers struct{ Nodes []person } }
	w.read(w.guest, `{ centre(id: "`+string(w.nantes.centre)+`") { staffMembers { nodes { name email phone } } } }`, &team)
	w.want("people of a centre that a guest sees", len(team.StaffMembers.Nodes), 0)
}

func TestTheDirectoryLeavesClosedAccountsOutUnlessAsked(t *testing.T) {
	w := newWorld(t)
	w.exec(`UPDATE staff_member SET active = false WHERE id = $1`, w.lyon.officer.StaffID)
	var got struct {
		Nodes      []struct{ Active bool }
		TotalCount int
	}
	w.read(w.coordinator, `{ staffMembers(first: 100) { nodes { active } totalCount } }`, &got)
	open := got.TotalCount
	for _, filter := range []string{`{}`, `{includeInactive: null}`, `{includeInactive: false}`} {
		w.read(w.coordinator, `{ staffMembers(filter: `+filter+`, first: 100) { nodes { active } totalCount } }`, &got)
		w.want("people in "+filter, got.TotalCount, open)
		for _, person := range got.Nodes {
			w.want("an open account in "+filter, person.Active, true)
		}
	}
	w.read(w.coordinator, `{ staffMembers(filter: {includeInactive: true}, first: 100) { nodes { active } totalCount } }`, &got)
	w.want("people with the closed account", got.TotalCount, open+1)
}

func TestTheDirectoryIsOneStatementHoweverManyPeople(t *testing.T) {
	w := newWorld(t)
	query := `{ staffMembers(first: 50) { nodes { id name job centre { shortName } } pageInfo { hasNextPage } } }`
	var got struct{ Nodes []struct{ ID string } }
	before := w.read(w.coordinator, query, &got)
	for range 30 {
		w.person(w.lyon.centre, network.JobMissionOfficer, network.RoleNone)
	}
	w.want("statements", w.read(w.coordinator, query, &got), before)
	w.want("statements", before, 1)
	w.want("people", len(got.Nodes), 48)
}

func TestSearchFindsWithoutAccentsAndShowsNothingHidden(t *testing.T) {
	w := newWorld(t)
	w.exec(`UPDATE staff_member SET given_name = 'Éloïse', family_name = 'Lefèvre' WHERE id = $1`, w.nantes.officer.StaffID)
	hits, err := w.store.Search(t.Context(), w.lille.officer, "eloise lef", 10)
	w.must(err)
	if len(hits) != 1 || hits[0].ID != w.nantes.officer.StaffID {
		t.Errorf("got %v", hits)
	}
	hits, err = w.store.Search(t.Context(), w.guest, "eloise", 10)
	w.must(err)
	w.want("what a guest finds", len(hits), 0)
	hits, err = w.store.Search(t.Context(), w.lille.officer, "%%", 10)
	w.must(err)
	w.want("what a wild card finds", len(hits), 0)
	for _, term := range []string{"a", "", string(make([]rune, 101))} {
		_, err = w.store.Search(t.Context(), w.lille.officer, term, 10)
		wantCode(t, err, network.CodeInvalid, "term")
	}
}
