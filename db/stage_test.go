package db

import (
	"testing"

	"maillage/network"
)

func TestSetStage(t *testing.T) {
	w := newWorld(t)
	item := w.agendaItem(w.gathering, network.AgendaTalk)
	set := func(v network.Viewer, item network.ID, version int, s network.StageSettings) error {
		_, err := w.store.SetStage(ctx, v, newAct(), item, version, s)
		return err
	}
	for _, v := range []network.Viewer{w.nantes.officer, w.lille.director, w.guest, w.admin, w.facilitator} {
		wantCode(t, set(v, item, 0, openStage), network.CodeForbidden)
	}
	wantCode(t, set(w.anonymous, item, 0, openStage), network.CodeUnauthenticated)
	wantCode(t, set(w.otherGuest, item, 0, openStage), network.CodeNotFound)
	wantCode(t, set(w.coordinator, newID(), 0, openStage), network.CodeNotFound)
	wantCode(t, set(w.coordinator, w.agendaItem(w.gathering, network.AgendaBreak), 0, openStage), network.CodeInvalid, "input.agendaItemId")
	wantCode(t, set(w.nantes.assistant, item, 1, openStage), network.CodeConflict, "version")

	wantCode(t, set(w.nantes.assistant, item, 0, openStage), "")
	w.want("told", w.events(network.VerbStageSet, w.gathering), 1)
	stale := wantCode(t, set(w.nantes.director, item, 0, openStage), network.CodeConflict, "version")
	w.want("version", stale.Version, 1)
	wantCode(t, set(w.nantes.director, item, 1, network.StageSettings{TakesQuestions: true, Premoderated: true}), "")
	w.want("stored", one[string](w, `SELECT (takes_questions, anonymous_allowed, premoderated, questions_open, version)::text FROM stage`), "(t,f,t,f,2)")

	first := w.agendaItem(w.gathering, network.AgendaPlenary)
	for _, c := range []struct {
		item    network.ID
		version int
	}{{first, 0}, {item, 2}} {
		failures := together(6, func(int) error { return set(w.coordinator, c.item, c.version, openStage) })
		w.want("one sets it", succeeded(failures), 1)
		for _, err := range failures {
			if err != nil {
				wantCode(t, err, network.CodeConflict, "version")
			}
		}
	}
}

func TestAStageBeforeItIsSet(t *testing.T) {
	w := newWorld(t)
	item, pause := w.agendaItem(w.gathering, network.AgendaTalk), w.agendaItem(w.gathering, network.AgendaBreak)
	var answer *struct {
		TakesQuestions, ViewerCanAsk, ViewerCanRun bool
		Version, ViewerQuestionsLeft               int
		AgendaItem                                 struct{ Stage struct{ ID network.ID } }
	}
	look := func(v network.Viewer, id network.ID) bool {
		answer = nil
		w.read(v, `{ stage(id: "`+string(id)+`") { takesQuestions viewerCanAsk viewerCanRun version viewerQuestionsLeft agendaItem { stage { id } } } }`, &answer)
		return answer != nil
	}
	w.want("of a pause", look(w.coordinator, pause), false)
	w.want("of another gathering", look(w.otherGuest, item), false)
	w.want("anonymous", look(w.anonymous, item), false)
	if !look(w.nantes.assistant, item) {
		t.Fatal("not there")
	}
	w.want("as it stands", answer.TakesQuestions || answer.ViewerCanAsk || answer.Version != 0, false)
	w.want("runs it", answer.ViewerCanRun, true)
	w.want("left", answer.ViewerQuestionsLeft, network.QuestionsPerPerson)
	w.want("its item's", answer.AgendaItem.Stage.ID, item)
	look(w.nantes.officer, item)
	w.want("does not run it", answer.ViewerCanRun, false)
	_, err := w.asks(w.guest, item, "Quand ?", false)
	wantCode(t, err, network.CodeForbidden)
}
