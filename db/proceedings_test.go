package db

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/lib/pq"

	"maillage/network"
)

// proceedings are those of the gathering as somebody reads them.
func (w *world) proceedings(v network.Viewer) *network.Proceedings {
	w.t.Helper()
	p, err := w.store.Proceedings(ctx, v, w.gathering, 0)
	w.must(err)
	return p
}

func (w *world) over() {
	w.t.Helper()
	w.exec(`UPDATE gathering SET state = 'CLOSED' WHERE id = $1`, w.gathering)
}

func (w *world) finalize(v network.Viewer, version, missing int) error {
	_, err := w.store.FinalizeProceedings(ctx, v, newAct(), w.gathering, version, missing)
	return err
}

func (w *world) chooses(v network.Viewer, public bool, entries ...network.ID) error {
	_, err := w.store.ChoosePublicPart(ctx, v, newAct(), w.gathering, entries, public)
	return err
}

// lived is a gathering that has something of everything in its proceedings.
type lived struct{ pepite, asked, question, harvested, held, group network.ID }

func (w *world) lived() (l lived) {
	w.t.Helper()
	l.pepite, l.asked = w.pepite(w.nantes.officer), w.asked(w.lille.officer)
	w.bring(w.lyon.officer, network.ContributionPepite, w.gathering, "Un brouillon", true)
	_, err := w.store.AnswerContribution(ctx, w.lyon.officer, newAct(), l.asked, 0, "Une réponse")
	w.must(err)
	w.exec(`UPDATE contribution SET state = 'ANSWER_PROMISED', promised_by_id = $2, promised_for = '2026-09-01' WHERE id = $1`, l.asked, w.lyon.officer.StaffID)
	stage := w.stage(openStage)
	l.question = w.question(stage, w.lille.officer, network.QuestionPublished)
	w.question(stage, w.lille.officer, network.QuestionSubmitted)
	l.harvested, l.held = w.topic(w.nantes.officer, network.TopicHarvested), w.topic(w.lille.officer, network.TopicHeld)
	w.topic(w.lille.officer, network.TopicWithdrawn)
	w.harvest(l.harvested, w.nantes.officer, network.HarvestPublished, w.lyon.officer)
	w.harvest(l.held, w.lille.officer, network.HarvestDraft)
	l.group = w.group(network.GroupActive, w.nantes.officer, w.lyon.officer)
	w.exec(`INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at) VALUES ('TOPIC', $1, 'WORKING_GROUP', $2, now())`, l.harvested, l.group)
	return l
}

// total is how many people a document says took part.
func total(centres []network.ProceedingsCentre) (people int) {
	for _, c := range centres {
		people += c.People
	}
	return people
}

func TestProceedingsAreReadFromTheRows(t *testing.T) {
	w := newWorld(t)
	l := w.lived()
	p := w.proceedings(w.lille.officer)
	w.want("contributions that were shown", len(p.Contributions), 2)
	w.want("questions that were shown", len(p.Questions), 1)
	w.want("topics that stand", len(p.Topics), 2)
	w.want("the draft of a harvest", p.Topics[1].Harvest == nil, true)
	w.want("a published one", p.Topics[0].Harvest.Carriers[0].ID, w.lyon.officer.StaffID)
	w.want("what came of it", fmt.Sprint(p.Outcomes[0].ID, p.Outcomes[0].OriginID), fmt.Sprint(l.group, l.harvested))
	w.want("hosts", strings.Join(p.Hosts, ", "), "Centre Nantes")
	w.want("who took part", len(p.Centres), 2)
	w.exec(`INSERT INTO registration (id, gathering_id, staff_id, by_id, state, days, created_at)
		SELECT gen_random_uuid(), $1, person, person, 'REGISTERED', '{}', now() FROM unnest($2::uuid[]) AS person`,
		w.gathering, pq.Array([]network.ID{w.nantes.director.StaffID, w.nantes.assistant.StaffID}))
	registered := total(w.proceedings(w.lille.officer).Centres)
	w.exec(`INSERT INTO attendance (registration_id, day, marked_by_id, marked_at)
		SELECT id, current_date, staff_id, now() FROM registration WHERE staff_id = $1`, w.nantes.director.StaffID)
	w.want("who was marked present, of two that were registered", registered-total(w.proceedings(w.lille.officer).Centres), 1)
	var missing []network.MissingKind
	for _, m := range p.Missing() {
		missing = append(missing, m.Kind)
	}
	w.want("what is missing", fmt.Sprint(missing), "[FOREWORD HARVEST ANSWER]")
	w.want("whose harvest", *p.Missing()[1].SubjectID, l.held)
	w.want("who owes the answer", p.Missing()[2].Person.ID, w.lyon.officer.StaffID)

	w.want("a guest of it", len(w.proceedings(w.guest).Outcomes), 0)
	for _, v := range []network.Viewer{w.otherGuest, w.anonymous} {
		if w.proceedings(v) != nil {
			t.Errorf("%s reads them", v.Kind)
		}
	}
	w.exec(`UPDATE gathering SET state = 'DRAFT' WHERE id = $1`, w.gathering)
	if w.proceedings(w.coordinator) != nil {
		t.Error("a draft has proceedings")
	}
}

func TestTheDocumentIsOneStatementWhateverItsLength(t *testing.T) {
	w := newWorld(t)
	w.lived()
	n := w.countStatements()
	w.proceedings(w.coordinator) // prepares
	for range 300 {
		w.topic(w.nantes.officer, network.TopicProposed)
	}
	n.Store(0)
	w.want("topics", len(w.proceedings(w.coordinator).Topics), 302)
	w.want("statements", n.Load(), int64(1))
}

func TestWritingTheForeword(t *testing.T) {
	w := newWorld(t)
	write := func(v network.Viewer, version int, text string) error {
		_, err := w.store.WriteForeword(ctx, v, newAct(text), w.gathering, version, text)
		return err
	}
	w.must(write(w.nantes.assistant, 0, "Un premier **mot**"))
	w.want("version told", wantCode(t, write(w.nantes.director, 0, "Un autre"), network.CodeConflict, "version").Version, 1)
	w.must(write(w.coordinator, 1, "Le second"))
	p := w.proceedings(w.guest)
	w.want("text", p.Foreword, "Le second")
	w.want("version", p.Version, 2)
	wantCode(t, write(w.nantes.officer, 2, "x"), network.CodeForbidden)
	wantCode(t, write(w.lille.assistant, 2, "x"), network.CodeForbidden)
	wantCode(t, write(w.guest, 2, "x"), network.CodeForbidden)
	wantCode(t, write(w.anonymous, 2, "x"), network.CodeUnauthenticated)
	wantCode(t, write(w.coordinator, 2, strings.Repeat("é", network.ForewordMax+1)), network.CodeInvalid, "input.text")
	a := newAct("same")
	for range 2 {
		w.must2(w.store.WriteForeword(ctx, w.coordinator, a, w.gathering, 2, "Le troisième"))
	}
	w.want("said twice, written once", w.proceedings(w.coordinator).Version, 3)
	w.exec(`UPDATE gathering SET state = 'CANCELLED' WHERE id = $1`, w.gathering)
	wantCode(t, write(w.coordinator, 3, "x"), network.CodeInvalidTransition)
}

// Of two first writers one is told of the other.
func TestTwoFirstForewords(t *testing.T) {
	w := newWorld(t)
	var group sync.WaitGroup
	failed := make([]error, 2)
	for i, v := range []network.Viewer{w.nantes.assistant, w.nantes.director} {
		group.Go(func() {
			_, failed[i] = w.store.WriteForeword(ctx, v, newAct(), w.gathering, 0, fmt.Sprint("Texte ", i))
		})
	}
	group.Wait()
	if (failed[0] == nil) == (failed[1] == nil) {
		t.Fatalf("%v, %v", failed[0], failed[1])
	}
	for _, err := range failed {
		if err != nil {
			wantCode(t, err, network.CodeConflict)
		}
	}
	w.want("written", w.proceedings(w.coordinator).Version, 1)
}

func TestChoosingThePublicPart(t *testing.T) {
	w := newWorld(t)
	l := w.lived()
	w.must(w.chooses(w.nantes.assistant, true, l.pepite, l.question, l.harvested, l.held))
	w.must(w.chooses(w.coordinator, true, l.pepite))
	w.must(w.chooses(w.coordinator, false, l.held, l.asked))
	p := w.proceedings(w.lille.officer).Public()
	w.want("chosen", fmt.Sprint(len(p.Contributions), len(p.Questions), len(p.Topics), len(p.Outcomes)), "1 1 1 1")
	wantCode(t, w.chooses(w.coordinator, true, w.otherForum), network.CodeInvalid, "input.entryIds")
	wantCode(t, w.chooses(w.coordinator, true, w.bring(w.lyon.officer, network.ContributionPepite, w.gathering, "Un brouillon", true)), network.CodeInvalid, "input.entryIds")
	wantCode(t, w.chooses(w.coordinator, true, make([]network.ID, network.PublicEntriesMax+1)...), network.CodeInvalid, "input.entryIds")
	wantCode(t, w.chooses(w.lille.director, true, l.held), network.CodeForbidden)
	w.want("what changed is told", w.events(network.VerbPublicPartChosen, w.gathering), 2)
}

func TestFinalProceedingsStayAsTheyAre(t *testing.T) {
	w := newWorld(t)
	l := w.lived()
	w.must(w.chooses(w.coordinator, true, l.pepite, l.harvested))
	wantCode(t, w.finalize(w.coordinator, 0, 3), network.CodeInvalidTransition)
	w.over()
	wantCode(t, w.finalize(w.nantes.director, 0, 3), network.CodeForbidden)
	wantCode(t, w.finalize(w.guest, 0, 3), network.CodeForbidden)
	wantCode(t, w.finalize(w.coordinator, 1, 3), network.CodeConflict, "version")
	wantCode(t, w.finalize(w.coordinator, 0, 2), network.CodeInvalid, "input.missingCount")
	w.must(w.finalize(w.coordinator, 0, 3))
	wantCode(t, w.finalize(w.coordinator, 0, 3), network.CodeConflict)
	wantCode(t, w.finalize(w.coordinator, 1, 3), network.CodeInvalidTransition)
	w.want("state", one[string](w, `SELECT state FROM gathering WHERE id = $1`, w.gathering), "PROCEEDINGS_FINAL")

	before, err := json.Marshal(w.proceedings(w.coordinator))
	w.must(err)
	w.exec(`UPDATE harvest SET said = 'Autre chose'`)
	w.exec(`UPDATE staff_member SET family_name = 'Autre'`)
	after, err := json.Marshal(w.proceedings(w.coordinator))
	w.must(err)
	w.want("what was kept", string(after), string(before))
	wantCode(t, w.chooses(w.coordinator, true, l.held), network.CodeInvalidTransition)
	if _, err := w.db.Exec(`UPDATE proceedings SET foreword = 'x' WHERE gathering_id = $1`, w.gathering); err == nil {
		t.Error("the database lets them be rewritten")
	}

	public, err := w.store.PublicProceedings(ctx, "2026-nantes", 0)
	w.must(err)
	w.want("entries", fmt.Sprint(len(public.Contributions), len(public.Questions), len(public.Topics)), "1 0 1")
	text, err := json.Marshal(public)
	w.must(err)
	for _, hidden := range []network.ID{w.lyon.officer.StaffID, l.asked, l.question, l.held} {
		if strings.Contains(string(text), string(hidden)) {
			t.Errorf("anyone reads of %s", hidden)
		}
	}
	none, err := w.store.PublicProceedings(ctx, "2026-lyon", 0)
	w.must(err)
	w.want("another address", none == nil, true)
	var seen struct{ ProceedingsAddress string }
	w.read(w.anonymous, `{ gathering(id: "`+string(w.gathering)+`") { proceedingsAddress } }`, &seen)
	w.want("the way there", seen.ProceedingsAddress, "2026-nantes")
}

// The second gathering of a year in a place has a number, and an act that is
// sent again gives no other.
func TestAddressesAreGivenOnce(t *testing.T) {
	w := newWorld(t)
	w.exec(`UPDATE gathering SET state = 'CLOSED', city = $1`, "L’Île-d’Yeu !")
	for i, gathering := range []network.ID{w.gathering, w.otherGathering} {
		a := newAct(gathering)
		for range 2 {
			w.must2(w.store.FinalizeProceedings(ctx, w.coordinator, a, gathering, 0, 1))
		}
		w.want("address", one[string](w, `SELECT address FROM proceedings WHERE gathering_id = $1`, gathering), []string{"2026-l-ile-d-yeu", "2026-l-ile-d-yeu-2"}[i])
	}
}

// One PDF is kept of each edition for each sort of reader, and answers for the
// document it was made of alone.
func TestKeepingAPDF(t *testing.T) {
	w := newWorld(t)
	digest, other := []byte("digest"), []byte("other")
	keep := func(edition int, readers Readers, digest []byte, content string) {
		w.must(w.store.KeepProceedingsPDF(ctx, w.gathering, edition, readers, digest, []byte(content)))
	}
	keep(1, ReadersOfAll, digest, "%PDF whole")
	keep(2, ReadersOfAll, digest, "%PDF corrected")
	keep(1, ReadersAnyone, other, "%PDF public")
	for _, c := range []struct {
		edition int
		readers Readers
		digest  []byte
		want    string
	}{
		{1, ReadersOfAll, digest, "%PDF whole"}, {2, ReadersOfAll, digest, "%PDF corrected"}, {1, ReadersOfAll, other, ""},
		{1, ReadersAnyone, other, "%PDF public"}, {1, ReadersAsGuests, digest, ""},
	} {
		got, err := w.store.ProceedingsPDF(ctx, w.gathering, c.edition, c.readers, c.digest)
		w.must(err)
		w.want(string(c.readers), string(got), c.want)
	}
	keep(1, ReadersOfAll, other, "%PDF again")
	w.want("kept", one[int](w, `SELECT count(*) FROM proceedings_pdf`), 3)
}
