package db

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"maillage/network"
)

// correct publishes an edition in which a text is another.
func (w *world) correct(v network.Viewer, edition int, note string, part network.ProceedingsPart, of network.ID, text string) error {
	_, err := w.store.CorrectProceedings(ctx, v, newAct(edition, note, text), w.gathering, edition, note,
		[]network.ProceedingsCorrection{{Part: part, SubjectID: &of, Text: text}})
	return err
}

// edition is what somebody reads of an edition, as JSON; anyone, of its public part.
func (w *world) edition(v network.Viewer, number int) string {
	w.t.Helper()
	p, err := w.store.Proceedings(ctx, v, w.gathering, number)
	if v.Kind == network.Anonymous {
		p, err = w.store.PublicProceedings(ctx, "2026-nantes", number)
	}
	w.must(err)
	if p == nil {
		return ""
	}
	text, err := json.Marshal(p)
	w.must(err)
	return fmt.Sprintf("edition %d of %d, %q: %s", p.Edition, len(p.Editions), p.Note, text)
}

func TestCorrectingProceedings(t *testing.T) {
	w := newWorld(t)
	l := w.lived()
	w.must(w.chooses(w.coordinator, true, l.pepite, l.harvested))
	w.over()
	wantCode(t, w.correct(w.coordinator, 0, "Un titre", network.PartTopicTitle, l.harvested, "Titre corrigé"), network.CodeInvalidTransition)
	w.must(w.finalize(w.coordinator, 0, 3))
	first := w.edition(w.lille.officer, 1)
	for _, v := range []network.Viewer{w.nantes.director, w.nantes.assistant, w.lille.officer, w.guest} {
		wantCode(t, w.correct(v, 1, "Un titre", network.PartTopicTitle, l.harvested, "Titre corrigé"), network.CodeForbidden)
	}
	wantCode(t, w.correct(w.anonymous, 1, "Un titre", network.PartTopicTitle, l.harvested, "Titre corrigé"), network.CodeUnauthenticated)
	wantCode(t, w.correct(w.coordinator, 1, " ", network.PartTopicTitle, l.harvested, "Titre corrigé"), network.CodeInvalid, "input.note")
	wantCode(t, w.correct(w.coordinator, 1, strings.Repeat("é", network.CorrectionNoteMax+1), network.PartTopicTitle, l.harvested, "x"), network.CodeInvalid, "input.note")
	wantCode(t, w.correct(w.coordinator, 1, "Un titre", network.PartTopicTitle, w.otherForum, "Titre corrigé"), network.CodeInvalid, "input.corrections.subjectId")

	w.must(w.correct(w.coordinator, 1, "Un titre", network.PartTopicTitle, l.harvested, "Titre corrigé"))
	w.want("stale", wantCode(t, w.correct(w.coordinator, 1, "Un autre", network.PartTopicTitle, l.harvested, "x"), network.CodeConflict, "version").Version, 2)
	w.want("the first stays as it was", strings.Replace(first, "1 of 1", "1 of 2", 1), w.edition(w.lille.officer, 1))
	for _, v := range []network.Viewer{w.lille.officer, w.guest, w.anonymous} {
		last := w.edition(v, 0)
		if !strings.HasPrefix(last, `edition 2 of 2, "Un titre": `) || !strings.Contains(last, "Titre corrigé") || last != w.edition(v, 2) {
			t.Errorf("%s reads %s", v.Kind, last)
		}
		if strings.Contains(w.edition(v, 1), "Titre corrigé") {
			t.Errorf("%s reads the correction in the first edition", v.Kind)
		}
		w.want("an edition that is not", w.edition(v, 3), "")
	}
	w.want("another gathering's guest", w.edition(w.otherGuest, 1), "")
	w.want("the row itself", one[string](w, `SELECT title FROM topic WHERE id = $1`, l.harvested) == "Titre corrigé", false)
	w.want("told once", w.events(network.VerbProceedingsCorrected, w.gathering), 1)
	w.want("to its guests too", one[string](w, `SELECT audience FROM event WHERE verb = 'PROCEEDINGS_CORRECTED'`), "GATHERING")
	p, err := w.store.Proceedings(ctx, w.coordinator, w.gathering, 1)
	w.must(err)
	w.want("only the last is corrected", p.ViewerCanCorrect, false)
	w.want("by the coordinator", fmt.Sprint(w.proceedings(w.coordinator).ViewerCanCorrect, w.proceedings(w.nantes.director).ViewerCanCorrect), "true false")
	for _, change := range []string{`UPDATE proceedings_edition SET note = 'x'`, `DELETE FROM proceedings_edition`, `UPDATE proceedings SET foreword = 'x'`} {
		if _, err := w.db.Exec(change); err == nil {
			t.Errorf("the database lets %s", change)
		}
	}
}

// Said twice an edition is published once, and of two at once one is told of the
// other.
func TestTwoCorrectedEditions(t *testing.T) {
	w := newWorld(t)
	l := w.lived()
	w.over()
	w.must(w.finalize(w.coordinator, 0, 3))
	a := newAct("same")
	corrections := []network.ProceedingsCorrection{{Part: network.PartHarvestDecided, SubjectID: &l.harvested, Text: "Un groupe"}}
	for range 2 {
		w.must2(w.store.CorrectProceedings(ctx, w.coordinator, a, w.gathering, 1, "La décision", corrections))
	}
	w.want("editions", len(w.proceedings(w.coordinator).Editions), 2)
	failures := together(4, func(i int) error {
		return w.correct(w.coordinator, 2, "Le titre", network.PartTopicTitle, l.harvested, fmt.Sprint("Titre ", i))
	})
	w.want("published", succeeded(failures), 1)
	for _, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeConflict, "version")
		}
	}
	w.want("editions after both", len(w.proceedings(w.coordinator).Editions), 3)
}
