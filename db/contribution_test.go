package db

import (
	"fmt"
	"testing"
	"time"

	"maillage/network"
)

// bring drafts a contribution and, unless it is to stay a draft, publishes it.
func (w *world) bring(v network.Viewer, kind network.ContributionKind, gathering network.ID, title string, draft ...bool) network.ID {
	w.t.Helper()
	words := ContributionWords{ContributionText: network.ContributionText{Title: title}, Gathering: gathering}
	id, err := w.store.DraftContribution(ctx, v, newAct(title), kind, words)
	w.must(err)
	if len(draft) == 0 {
		_, err = w.store.PublishContribution(ctx, v, newAct(), id, 1)
		w.must(err)
	}
	w.clock = w.clock.Add(time.Minute)
	return id
}

func (w *world) pepite(v network.Viewer) network.ID {
	w.t.Helper()
	return w.bring(v, network.ContributionPepite, w.gathering, "Une pépite")
}

func (w *world) asked(v network.Viewer) network.ID {
	w.t.Helper()
	return w.bring(v, network.ContributionQuestion, w.gathering, "Comment faire ?")
}

func (w *world) contributionState(id network.ID) string {
	w.t.Helper()
	return one[string](w, `SELECT state FROM contribution WHERE id = $1`, id)
}

func TestDraftContribution(t *testing.T) {
	w := newWorld(t)
	sheet := network.ContributionText{Title: " Maraudes numériques ", Context: "Ici", Done: "Fait", Results: "Vu", Reuse: "Refaire",
		Contact: "Accueil du centre", Links: []string{"https://centre.example/fiche"}}
	id, err := w.store.DraftContribution(ctx, w.lille.officer, newAct(), network.ContributionPepite,
		ContributionWords{ContributionText: sheet, Gathering: w.gathering, Themes: []network.ID{w.cites}})
	w.must(err)
	w.want("stored", one[string](w, `SELECT title || '/' || done || '/' || links[1] || '/' || state FROM contribution WHERE id = $1`, id),
		"Maraudes numériques/Fait/https://centre.example/fiche/DRAFT")
	w.want("themes", one[int](w, `SELECT count(*) FROM contribution_theme WHERE contribution_id = $1`, id), 1)
	w.want("told its author alone", one[string](w, `SELECT audience || coalesce(for_staff_id::text, '') FROM event WHERE object_id = $1`, id),
		"PERSON"+string(w.lille.officer.StaffID))

	words := func(gathering network.ID, title string) ContributionWords {
		return ContributionWords{ContributionText: network.ContributionText{Title: title}, Gathering: gathering}
	}
	closed := w.closedGathering()
	for _, c := range []struct {
		name  string
		v     network.Viewer
		words ContributionWords
		code  network.Code
		field string
	}{
		{"for no gathering yet", w.lille.officer, words("", "Plus tard"), "", ""},
		{"by a guest", w.guest, words(w.gathering, "Chez nous"), "", ""},
		{"by a guest for none", w.guest, words("", "Chez nous"), network.CodeInvalid, "input.gatheringId"},
		{"by a guest of another", w.otherGuest, words(w.gathering, "Ailleurs"), network.CodeNotFound, ""},
		{"for a gathering that is not", w.lille.officer, words(newID(), "Nulle part"), network.CodeNotFound, ""},
		{"for one that is over", w.lille.officer, words(closed, "Trop tard"), network.CodeInvalid, "input.gatheringId"},
		{"by nobody", w.anonymous, words(w.gathering, "Titre"), network.CodeUnauthenticated, ""},
		{"without a title", w.lille.officer, words(w.gathering, " "), network.CodeInvalid, "input.title"},
		{"with an unknown theme", w.lille.officer, ContributionWords{ContributionText: network.ContributionText{Title: "Titre"}, Themes: []network.ID{newID()}}, network.CodeInvalid, "input.themeIds"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := w.store.DraftContribution(ctx, c.v, newAct(), network.ContributionQuestion, c.words)
			wantCode(t, err, c.code, c.field)
		})
	}
	a := newAct("la même")
	first, err := w.store.DraftContribution(ctx, w.guest, a, network.ContributionQuestion, words(w.gathering, "La même"))
	w.must(err)
	for i, err := range together(6, func(int) error {
		again, err := w.store.DraftContribution(ctx, w.guest, a, network.ContributionQuestion, words(w.gathering, "La même"))
		if err == nil && again != first {
			return fmt.Errorf("drafted again: %s", again)
		}
		return err
	}) {
		if err != nil {
			t.Errorf("repeat %d: %v", i, err)
		}
	}
	w.want("drafted once", one[int](w, `SELECT count(*) FROM contribution WHERE title = 'La même'`), 1)
}

// closedGathering is one that is over.
func (w *world) closedGathering() network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state)
		VALUES ($1, 'Passée', 'Nantes', '', '2019-06-25', '2019-06-26', 'CLOSED')`, id)
	return id
}

func TestADraftExistsForItsAuthorOnly(t *testing.T) {
	w := newWorld(t)
	draft := w.bring(w.lille.officer, network.ContributionPepite, w.gathering, "Brouillon", true)
	taken := w.bring(w.lille.officer, network.ContributionPepite, w.gathering, "Repris", true)
	w.must2(w.store.WithdrawContribution(ctx, w.lille.officer, newAct(), taken, 1))
	for _, id := range []network.ID{draft, taken} {
		for name, v := range map[string]network.Viewer{"a colleague": w.lille.director, "the coordinator": w.coordinator, "the guest": w.guest} {
			var found *struct{ ID network.ID }
			w.read(v, `{ contribution(id: "`+string(id)+`") { id } }`, &found)
			if found != nil {
				t.Errorf("%s sees a draft", name)
			}
			if thread, err := w.store.Thread(ctx, v, id); thread != nil || err != nil {
				t.Errorf("%s sees its thread", name)
			}
		}
		var own struct{ Title string }
		w.read(w.lille.officer, `{ contribution(id: "`+string(id)+`") { title } }`, &own)
		if own.Title == "" {
			t.Error("its author does not see it")
		}
	}
	for _, v := range []network.Viewer{w.coordinator, w.lille.director, w.guest} {
		_, err := w.store.PublishContribution(ctx, v, newAct(), draft, 1)
		wantCode(t, err, network.CodeNotFound)
		_, err = w.store.SupportContribution(ctx, v, newAct(), draft)
		wantCode(t, err, network.CodeNotFound)
	}
	hits, err := w.store.Search(ctx, w.coordinator, "Brouillon", 10)
	w.must(err)
	w.want("found by others", len(hits), 0)
	hits, err = w.store.Search(ctx, w.lille.officer, "Brouillon", 10)
	w.must(err)
	w.want("found by its author", len(hits), 1)
	w.want("told others", one[int](w, `SELECT count(*) FROM event WHERE object_id IN ($1, $2) AND audience <> 'PERSON'`, draft, taken), 0)
}

func TestEditContribution(t *testing.T) {
	w := newWorld(t)
	id := w.pepite(w.lille.officer)
	words := func(title string) ContributionWords {
		return ContributionWords{ContributionText: network.ContributionText{Title: title, Done: "Fait"}, Gathering: w.gathering}
	}
	edit := func(v network.Viewer, version int, words ContributionWords) error {
		_, err := w.store.EditContribution(ctx, v, newAct(), id, version, words)
		return err
	}
	for _, v := range []network.Viewer{w.lille.director, w.nantes.director, w.guest, w.admin} {
		wantCode(t, edit(v, 2, words("Le mien")), network.CodeForbidden)
	}
	wantCode(t, edit(w.otherGuest, 2, words("Le mien")), network.CodeNotFound)
	stale := wantCode(t, edit(w.lille.officer, 1, words("Perdu")), network.CodeConflict, "version")
	w.want("version", stale.Version, 2)
	wantCode(t, edit(w.lille.officer, 2, words("Mieux")), "")
	wantCode(t, edit(w.coordinator, 3, words("Mieux encore")), "")
	elsewhere := words("Ailleurs")
	elsewhere.Gathering = w.otherGathering
	wantCode(t, edit(w.lille.officer, 4, elsewhere), network.CodeInvalid, "input.gatheringId")
	w.want("one of five", succeeded(together(5, func(int) error { return edit(w.lille.officer, 4, words("Ensemble")) })), 1)

	alone := w.bring(w.lille.officer, network.ContributionPepite, "", "Seule")
	var found *struct{ ID network.ID }
	w.read(w.guest, `{ contribution(id: "`+string(alone)+`") { id } }`, &found)
	if found != nil {
		t.Error("a guest sees what belongs to no gathering")
	}
	_, err := w.store.EditContribution(ctx, w.lille.officer, newAct(), alone, 2, words("Apportée"))
	w.must(err)
	w.read(w.guest, `{ contribution(id: "`+string(alone)+`") { id } }`, &found)
	if found == nil {
		t.Error("brought to their gathering, it is still hidden from its guests")
	}
}

func TestContributionsArePresentedInTurn(t *testing.T) {
	w := newWorld(t)
	first := w.bring(w.lille.officer, network.ContributionPepite, w.gathering, "Première")
	second := w.bring(w.guest, network.ContributionQuestion, w.gathering, "Deuxième")
	w.bring(w.lille.officer, network.ContributionPepite, w.gathering, "Brouillon", true)
	present := func(v network.Viewer, id network.ID) error {
		_, err := w.store.PresentContribution(ctx, v, newAct(), id)
		return err
	}
	type turn struct {
		NextContribution, PresentedContribution *struct {
			Title            string
			ViewerCanPresent bool
		}
		Barcamp struct{ Nodes []struct{ Title string } }
	}
	read := func(v network.Viewer) (g turn) {
		w.read(v, `{ gathering(id: "`+string(w.gathering)+`") {
			nextContribution { title viewerCanPresent } presentedContribution { title viewerCanPresent } barcamp { nodes { title } } } }`, &g)
		return g
	}
	for _, v := range []network.Viewer{w.lille.officer, w.lille.director, w.nantes.officer, w.guest, w.admin} {
		wantCode(t, present(v, first), network.CodeForbidden)
	}
	wantCode(t, present(w.otherGuest, first), network.CodeNotFound)
	wantCode(t, present(w.coordinator, w.bring(w.lille.officer, network.ContributionPepite, "", "Seule")), network.CodeInvalidTransition)
	before := read(w.nantes.assistant)
	w.want("next", before.NextContribution.Title, "Première")
	w.want("may", before.NextContribution.ViewerCanPresent, true)
	w.want("may not", read(w.lille.assistant).NextContribution.ViewerCanPresent, false)
	w.want("nothing yet", before.PresentedContribution == nil, true)

	w.exec(`UPDATE gathering SET state = 'PUBLISHED' WHERE id = $1`, w.gathering)
	wantCode(t, present(w.nantes.assistant, first), network.CodeForbidden)
	w.exec(`UPDATE gathering SET state = 'LIVE' WHERE id = $1`, w.gathering)
	w.want("once of four", succeeded(together(4, func(int) error { return present(w.nantes.assistant, first) })), 1)
	w.want("told once", w.events(network.VerbContributionPresented, first), 1)
	after := read(w.guest)
	w.want("on", after.PresentedContribution.Title, "Première")
	w.want("next", after.NextContribution.Title, "Deuxième")
	w.want("order", fmt.Sprint(after.Barcamp.Nodes), "[{Deuxième} {Première}]")
	w.clock = w.clock.Add(time.Minute)
	wantCode(t, present(w.coordinator, second), "")
	w.want("none waits", read(w.guest).NextContribution == nil, true)
	w.want("on", read(w.guest).PresentedContribution.Title, "Deuxième")
}

func TestSupportIsCountedOnce(t *testing.T) {
	w := newWorld(t)
	id := w.pepite(w.lille.officer)
	people := []network.Viewer{w.guest, w.nantes.officer, w.lyon.director, w.coordinator}
	for _, err := range together(20, func(i int) error {
		_, err := w.store.SupportContribution(ctx, people[i%len(people)], newAct(), id)
		return err
	}) {
		w.must(err)
	}
	count := func() int { return one[int](w, `SELECT support_count FROM contribution WHERE id = $1`, id) }
	w.want("supports", count(), len(people))
	w.want("told", w.events(network.VerbContributionSupported, id), len(people))
	for _, err := range together(6, func(int) error {
		_, err := w.store.UnsupportContribution(ctx, w.guest, newAct(), id)
		return err
	}) {
		w.must(err)
	}
	w.want("supports", count(), len(people)-1)
	w.want("told", w.events(network.VerbContributionUnsupported, id), 1)
	w.want("it is not edited by it", one[int](w, `SELECT version FROM contribution WHERE id = $1`, id), 2)
	_, err := w.store.SupportContribution(ctx, w.otherGuest, newAct(), id)
	wantCode(t, err, network.CodeNotFound)
	w.must2(w.store.WithdrawContribution(ctx, w.lille.officer, newAct(), id, 2))
	_, err = w.store.SupportContribution(ctx, w.guest, newAct(), id)
	wantCode(t, err, network.CodeInvalidTransition)
}

func TestCommentsLeaveATraceWhenTakenBack(t *testing.T) {
	w := newWorld(t)
	id := w.pepite(w.lille.officer)
	said, err := w.store.CommentContribution(ctx, w.guest, newAct(), id, " Bravo ! ")
	w.must(err)
	for _, c := range []struct {
		v    network.Viewer
		text string
		code network.Code
	}{
		{w.lyon.officer, "Et à Lyon ?", ""}, {w.lyon.officer, " ", network.CodeInvalid},
		{w.otherGuest, "Ailleurs", network.CodeNotFound}, {w.anonymous, "Personne", network.CodeUnauthenticated},
	} {
		_, err := w.store.CommentContribution(ctx, c.v, newAct(), id, c.text)
		wantCode(t, err, c.code)
	}
	for v, code := range map[network.Viewer]network.Code{w.lille.officer: network.CodeForbidden, w.otherGuest: network.CodeNotFound} {
		_, err := w.store.WithdrawComment(ctx, v, newAct(), said.Comment)
		wantCode(t, err, code)
	}
	w.want("once of three", succeeded(together(3, func(int) error {
		_, err := w.store.WithdrawComment(ctx, w.guest, newAct(), said.Comment)
		return err
	})), 1)
	var read struct {
		CommentCount int
		Comments     struct {
			TotalCount int
			Nodes      []struct {
				Text        string
				WithdrawnAt *time.Time
			}
		}
	}
	w.read(w.lyon.officer, `{ contribution(id: "`+string(id)+`") { commentCount comments { totalCount nodes { text withdrawnAt } } } }`, &read)
	w.want("standing", read.CommentCount, 1)
	w.want("with its trace", read.Comments.TotalCount, 2)
	for _, n := range read.Comments.Nodes {
		if (n.WithdrawnAt != nil) != (n.Text == "") {
			t.Errorf("taken back at %v: %q", n.WithdrawnAt, n.Text)
		}
	}
	w.want("what was said is not in the journal", one[int](w, `SELECT count(*) FROM event WHERE data::text LIKE '%Bravo%'`), 0)
}

func TestContributionsAreFoundAndSorted(t *testing.T) {
	w := newWorld(t)
	one := w.bring(w.lille.officer, network.ContributionPepite, w.gathering, "École ouverte")
	two := w.bring(w.guest, network.ContributionQuestion, w.gathering, "Emploi des jeunes")
	three := w.bring(w.lyon.officer, network.ContributionPepite, "", "Zones rurales")
	w.bring(w.lille.officer, network.ContributionPepite, w.otherGathering, "Égalité")
	gone := w.bring(w.lille.officer, network.ContributionPepite, w.gathering, "Retirée")
	w.must2(w.store.WithdrawContribution(ctx, w.lille.officer, newAct(), gone, 2))
	w.exec(`INSERT INTO contribution_theme (contribution_id, theme_id) VALUES ($1, $2)`, three, w.formation)
	w.exec(`UPDATE contribution SET reuse = 'Demander aux bailleurs' WHERE id = $1`, three)
	for _, v := range []network.Viewer{w.guest, w.lyon.officer} {
		w.must2(w.store.SupportContribution(ctx, v, newAct(), two))
	}
	w.must2(w.store.SupportContribution(ctx, w.guest, newAct(), one))
	staff := w.nantes.assistant
	for _, c := range []struct {
		v          network.Viewer
		args, want string
	}{
		{staff, ``, `["Égalité" "Zones rurales" "Emploi des jeunes" "École ouverte"]`},
		{staff, `(orderBy: SUPPORT, first: 2, filter: {gatheringId: "` + string(w.gathering) + `"})`, `["Emploi des jeunes" "École ouverte"]`},
		{staff, `(orderBy: TURN, filter: {gatheringId: "` + string(w.gathering) + `"})`, `["École ouverte" "Emploi des jeunes"]`},
		{staff, `(filter: {kind: QUESTION})`, `["Emploi des jeunes"]`},
		{staff, `(filter: {search: "BAILLEURS"})`, `["Zones rurales"]`},
		{staff, `(filter: {search: "_"})`, `[]`},
		{staff, `(filter: {themeId: "` + string(w.formation) + `"})`, `["Zones rurales"]`},
		{staff, `(filter: {centreId: "` + string(w.lyon.centre) + `"})`, `["Zones rurales"]`},
		{staff, `(filter: {states: [WITHDRAWN], includeWithdrawn: true})`, `["Retirée"]`},
		{staff, `(filter: {states: [PRESENTED]})`, `[]`},
		{w.lyon.officer, `(filter: {mine: true})`, `["Zones rurales" "Emploi des jeunes"]`},
		{w.guest, ``, `["Emploi des jeunes" "École ouverte"]`},
		{w.otherGuest, ``, `["Égalité"]`},
	} {
		w.want(c.args, w.titles(c.v, "contributions"+c.args), c.want)
	}
}
