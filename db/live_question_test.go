package db

import (
	"fmt"
	"strings"
	"testing"

	"maillage/network"
)

func TestAskLiveQuestion(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	for _, v := range []network.Viewer{w.guest, w.lille.assistant, w.coordinator} {
		id, err := w.asks(v, stage, "  Quand l’agence\r\nouvre-t-elle ? ", false)
		w.must(err)
		w.want("text", one[string](w, `SELECT text FROM live_question WHERE id = $1`, id), "Quand l’agence\nouvre-t-elle ?")
		w.want("state", w.questionState(id), network.QuestionPublished)
		w.want("told", one[string](w, `SELECT audience FROM event WHERE object_id = $1`, id), "GATHERING")
	}
	for _, c := range []struct {
		name  string
		v     network.Viewer
		text  string
		code  network.Code
		field string
	}{
		{"anonymous", w.anonymous, "Quand ?", network.CodeUnauthenticated, ""},
		{"guest of another gathering", w.otherGuest, "Quand ?", network.CodeNotFound, ""},
		{"empty", w.guest, " \n ", network.CodeInvalid, "input.text"},
		{"too long", w.guest, fmt.Sprintf("%0501d", 1), network.CodeInvalid, "input.text"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := w.asks(c.v, stage, c.text, false)
			wantCode(t, err, c.code, c.field)
		})
	}
	named := w.stage(network.StageSettings{TakesQuestions: true, QuestionsOpen: true, Premoderated: true})
	_, err := w.asks(w.guest, named, "Quand ?", true)
	wantCode(t, err, network.CodeInvalid, "input.anonymous")
	read, err := w.asks(w.guest, named, "Quand ?", false)
	w.must(err)
	w.want("read first", w.questionState(read), network.QuestionSubmitted)
	w.want("told to those who run it", one[string](w, `SELECT audience FROM event WHERE object_id = $1`, read), "EDITORS")
	w.exec(`UPDATE gathering SET state = 'CLOSED' WHERE id = $1`, w.gathering)
	_, err = w.asks(w.guest, stage, "Trop tard ?", false)
	wantCode(t, err, network.CodeForbidden)
}

func TestAPersonAsksTenQuestionsAtMost(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	w.must(w.withdraws(w.guest, w.question(stage, w.guest, network.QuestionPublished)))
	for range 6 {
		_, err := w.asks(w.guest, stage, "Encore ?", false)
		w.must(err)
	}
	failures := together(6, func(int) error {
		_, err := w.asks(w.guest, stage, "Encore ?", true)
		return err
	})
	w.want("room for three", succeeded(failures), 3)
	_, err := w.asks(w.guest, stage, "Encore ?", false)
	wantCode(t, err, network.CodeLimited)
	_, err = w.asks(w.guest, w.stage(openStage), "Ailleurs ?", false)
	wantCode(t, err, "")
	_, err = w.asks(w.lille.officer, stage, "Et moi ?", false)
	wantCode(t, err, "")
}

func TestAQuestionAskedTwiceIsAskedOnce(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	a := newAct("Quand ?")
	results := make([]QuestionOf, 4)
	for _, err := range together(4, func(i int) (err error) {
		results[i], err = w.store.AskLiveQuestion(ctx, w.guest, a, stage, "Quand ?", true)
		return err
	}) {
		w.must(err)
	}
	for _, r := range results {
		w.want("the same", r, results[0])
	}
	w.want("questions", one[int](w, `SELECT count(*) FROM live_question`), 1)
	_, err := w.store.AskLiveQuestion(ctx, w.guest, a.again("Où ?"), stage, "Où ?", true)
	wantCode(t, err, network.CodeReplayMismatch, "input.clientMutationId")
}

// Who asked without a name is told to nobody, whatever their rights, and stands
// in no fact of the journal; they still find their question.
func TestAnonymousMeansAnonymous(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(network.StageSettings{TakesQuestions: true, AnonymousAllowed: true, Premoderated: true, QuestionsOpen: true})
	var questions []network.ID
	for range 3 {
		id, err := w.asks(w.lille.officer, stage, "Et les contrats d’adultes-relais ?", true)
		w.must(err)
		questions = append(questions, id)
	}
	_, err := w.store.EditLiveQuestion(ctx, w.lille.officer, newAct(), questions[0], 1, "Et les postes d’adultes-relais ?")
	w.must(err)
	_, err = w.store.PublishLiveQuestion(ctx, w.coordinator, newAct(), questions[0], 2)
	w.must(err)
	w.must(w.upvotes(w.lille.officer, questions[0]))
	w.must(w.withdraws(w.lille.officer, questions[0]))
	w.must(w.rejects(w.nantes.director, questions[1]))
	w.want("facts that name the author", one[int](w, `
		SELECT count(*)
		  FROM event e
		 WHERE e.object_kind = 'LIVE_QUESTION'
		   AND to_jsonb(e)::text LIKE '%' || $1 || '%'`, w.lille.officer.StaffID), 0)
	w.want("facts", one[int](w, `SELECT count(*) FROM event WHERE object_kind = 'LIVE_QUESTION'`), 8)
	w.want("facts that name who runs it", one[int](w, `SELECT count(*) FROM event WHERE object_kind = 'LIVE_QUESTION' AND actor_id IS NOT NULL`), 2)

	mine := func(v network.Viewer) int {
		var answer struct {
			Questions struct {
				TotalCount int
				Nodes      []struct {
					Anonymous, ViewerIsAuthor bool
					Author                    *struct{ ID network.ID }
				}
			}
		}
		w.read(v, `{ stage(id: "`+string(stage)+`") { questions(filter: {mine: true}) { totalCount nodes { anonymous viewerIsAuthor author { id } } } } }`, &answer)
		for _, n := range answer.Questions.Nodes {
			w.want("their own, without a name", n.Anonymous && n.ViewerIsAuthor && n.Author == nil, true)
		}
		return answer.Questions.TotalCount
	}
	w.want("the author finds", mine(w.lille.officer), 3)
	for _, v := range []network.Viewer{w.coordinator, w.nantes.director, w.admin, w.lille.director, w.guest} {
		w.want("others find", mine(v), 0)
		var answer struct {
			LiveQuestion *struct {
				Text           string
				ViewerIsAuthor bool
				Author         *struct{ ID network.ID }
			}
		}
		var q = &answer.LiveQuestion
		w.read(v, `{ liveQuestion(id: "`+string(questions[2])+`") { text viewerIsAuthor author { id } } }`, q)
		if *q != nil && ((*q).Author != nil || (*q).ViewerIsAuthor) {
			t.Errorf("%s is told who asked", v.Job)
		}
	}
}

// What nobody has been shown exists for its author and those who run the gathering.
func TestWhoSeesAQuestion(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	sees := func(v network.Viewer, id network.ID) bool {
		var answer *struct{ ID network.ID }
		w.read(v, `{ liveQuestion(id: "`+string(id)+`") { id } }`, &answer)
		return answer != nil
	}
	submitted, published := w.question(stage, w.lille.officer, network.QuestionSubmitted), w.question(stage, w.lille.officer, network.QuestionPublished)
	rejected, withdrawn := w.question(stage, w.lille.officer, network.QuestionPublished), w.question(stage, w.lille.officer, network.QuestionPublished)
	w.must(w.rejects(w.coordinator, rejected))
	w.must(w.withdraws(w.lille.officer, withdrawn))
	unread := w.question(stage, w.lille.officer, network.QuestionSubmitted)
	_, err := w.store.MergeLiveQuestion(ctx, w.coordinator, newAct(), unread, published)
	w.must(err)
	for _, v := range []network.Viewer{w.guest, w.lille.director, w.nantes.officer, w.admin} {
		w.want("published", sees(v, published), true)
		for _, id := range []network.ID{submitted, rejected, withdrawn, unread} {
			w.want("hidden", sees(v, id), false)
			wantCode(t, w.upvotes(v, id), network.CodeNotFound)
		}
	}
	for _, v := range []network.Viewer{w.lille.officer, w.nantes.director, w.nantes.assistant, w.coordinator} {
		for _, id := range []network.ID{submitted, published, rejected, withdrawn, unread} {
			w.want("theirs to see", sees(v, id), true)
		}
	}
	w.want("elsewhere", sees(w.otherGuest, published) || sees(w.anonymous, published), false)
}

func TestEditAndWithdraw(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	question := w.question(stage, w.guest, network.QuestionSubmitted)
	edit := func(v network.Viewer, version int) error {
		_, err := w.store.EditLiveQuestion(ctx, v, newAct(), question, version, "Plutôt ceci ?")
		return err
	}
	wantCode(t, edit(w.coordinator, 1), network.CodeForbidden)
	wantCode(t, edit(w.lille.officer, 1), network.CodeNotFound)
	failures := together(5, func(int) error { return edit(w.guest, 1) })
	w.want("one of one version", succeeded(failures), 1)
	stale := wantCode(t, edit(w.guest, 1), network.CodeConflict, "version")
	w.want("version", stale.Version, 2)
	// What is published is what was read.
	wantCode(t, w.publishes(w.coordinator, question), network.CodeConflict, "version")
	_, err := w.store.PublishLiveQuestion(ctx, w.coordinator, newAct(), question, 2)
	w.must(err)
	wantCode(t, edit(w.guest, 2), network.CodeInvalidTransition)

	wantCode(t, w.withdraws(w.coordinator, question), network.CodeForbidden)
	wantCode(t, w.withdraws(w.otherGuest, question), network.CodeNotFound)
	wantCode(t, w.withdraws(w.guest, question), "")
	w.want("state", w.questionState(question), network.QuestionWithdrawn)
	wantCode(t, w.withdraws(w.guest, question), network.CodeInvalidTransition)
	wantCode(t, w.withdraws(w.guest, w.question(stage, w.guest, network.QuestionOnStage)), network.CodeInvalidTransition)
}

func TestVotesAreCountedOnce(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	question := w.question(stage, w.lille.officer, network.QuestionPublished)
	people := []network.Viewer{w.guest, w.nantes.officer, w.lyon.director, w.coordinator}
	for _, err := range together(20, func(i int) error { return w.upvotes(people[i%len(people)], question) }) {
		w.must(err)
	}
	votes := func(of network.ID) int { return one[int](w, `SELECT vote_count FROM live_question WHERE id = $1`, of) }
	w.want("votes", votes(question), len(people))
	w.want("told", w.events(network.VerbLiveQuestionUpvoted, question), len(people))
	w.want("nobody is named", one[int](w, `SELECT count(*) FROM event WHERE verb = 'LIVE_QUESTION_UPVOTED' AND actor_id IS NOT NULL`), 0)
	for _, err := range together(6, func(int) error {
		_, err := w.store.UnvoteLiveQuestion(ctx, w.guest, newAct(), question)
		return err
	}) {
		w.must(err)
	}
	w.want("votes", votes(question), len(people)-1)
	w.want("told", w.events(network.VerbLiveQuestionUnvoted, question), 1)
	wantCode(t, w.upvotes(w.otherGuest, question), network.CodeNotFound)
	wantCode(t, w.upvotes(w.anonymous, question), network.CodeUnauthenticated)
	wantCode(t, w.upvotes(w.lille.officer, w.question(stage, w.lille.officer, network.QuestionSubmitted)), network.CodeInvalidTransition)
}

func TestQuestionsAreFoundAndSorted(t *testing.T) {
	w := newWorld(t)
	stage := w.stage(openStage)
	ids := map[string]network.ID{}
	for _, text := range []string{"Première", "Deuxième", "Troisième", "Quatrième"} {
		ids[text] = w.question(stage, w.lille.officer, network.QuestionPublished)
		w.exec(`UPDATE live_question SET text = $2 WHERE id = $1`, ids[text], text)
	}
	w.must(w.upvotes(w.guest, ids["Troisième"]))
	w.exec(`UPDATE live_question SET state = 'SUBMITTED', published_at = NULL WHERE id = $1`, ids["Quatrième"])
	list := func(v network.Viewer, args string) string {
		t.Helper()
		var answer struct {
			Questions struct{ Nodes []struct{ Text string } }
		}
		w.read(v, `{ stage(id: "`+string(stage)+`") { questions`+args+` { nodes { text } } } }`, &answer)
		texts := []string{}
		for _, n := range answer.Questions.Nodes {
			texts = append(texts, n.Text)
		}
		return fmt.Sprintf("%q", texts)
	}
	for _, c := range []struct {
		v          network.Viewer
		args, want string
	}{
		{w.guest, ``, `["Troisième" "Première" "Deuxième"]`},
		{w.guest, `(orderBy: OLDEST)`, `["Première" "Deuxième" "Troisième"]`},
		{w.guest, `(orderBy: ANSWERED)`, `["Troisième" "Deuxième" "Première"]`},
		{w.guest, `(filter: {search: "PREMIERE"})`, `["Première"]`},
		{w.guest, `(filter: {states: [SUBMITTED]})`, `[]`},
		{w.coordinator, `(filter: {states: [SUBMITTED]}, orderBy: OLDEST)`, `["Quatrième"]`},
		{w.coordinator, `(filter: {mine: true})`, `[]`},
		{w.lille.officer, `(filter: {mine: true, states: [SUBMITTED]})`, `["Quatrième"]`},
	} {
		w.want(c.args, list(c.v, c.args), c.want)
	}
	var paged struct {
		Questions struct {
			Nodes    []struct{ Text string }
			PageInfo struct{ EndCursor string }
		}
	}
	w.read(w.guest, `{ stage(id: "`+string(stage)+`") { questions(first: 2) { nodes { text } pageInfo { endCursor } } } }`, &paged)
	w.want("behind the first two", list(w.guest, `(after: "`+paged.Questions.PageInfo.EndCursor+`")`), `["Deuxième"]`)
}

func TestTheSearchBoxFindsQuestionsAndTheirGathering(t *testing.T) {
	w := newWorld(t)
	set := openStage
	set.Premoderated = true
	stage := w.stage(set)
	asked, err := w.asks(w.lille.officer, stage, "Qui relira l’échéancier des conventions ?", true)
	w.must(err)
	found := func(v network.Viewer, term string) string {
		hits, err := w.store.Search(ctx, v, term, 10)
		w.must(err)
		var ids []string
		for _, h := range hits {
			if h.Kind == network.ObjectLiveQuestion || h.Kind == network.ObjectGathering {
				ids = append(ids, string(h.ID))
			}
		}
		return strings.Join(ids, " ")
	}
	w.want("its author", found(w.lille.officer, "l'echeancier"), string(asked))
	w.want("who runs the gathering", found(w.nantes.assistant, "échéancier"), string(asked))
	w.want("others, before it is published", found(w.lyon.officer, "échéancier"), "")
	w.must(w.publishes(w.coordinator, asked))
	w.want("others", found(w.lyon.officer, "échéancier"), string(asked))
	w.want("guests of another gathering", found(w.otherGuest, "échéancier"), "")
	name := one[string](w, `SELECT name FROM gathering WHERE id = $1`, w.gathering)
	w.want("the gathering", strings.Contains(found(w.lyon.officer, name), string(w.gathering)), true)
}
