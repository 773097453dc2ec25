package db

import (
	"fmt"
	"strings"
	"testing"

	"maillage/network"
)

func (w *world) write(v network.Viewer, topic network.ID, version int, said string, carriers ...network.ID) error {
	_, err := w.store.WriteHarvest(ctx, v, newAct(said), topic, version, HarvestText{Harvest: network.Harvest{Said: said}, Carriers: carriers})
	return err
}

// running is a session under way that people are in.
func (w *world) running(convener network.Viewer, present ...network.Viewer) network.ID {
	w.t.Helper()
	topic := w.topic(convener, network.TopicProposed)
	w.must(w.place(w.facilitator, topic, 0, 0))
	w.phase(network.PhaseSessions)
	_, err := w.store.StartTopic(ctx, convener, newAct(), topic, "")
	w.must(err)
	for _, v := range present {
		_, err := w.store.CheckIn(ctx, v, newAct(), topic, "")
		w.must(err)
	}
	return topic
}

func TestWriteHarvest(t *testing.T) {
	w := newWorld(t)
	topic := w.running(w.lille.officer, w.guest, w.lyon.officer)
	wantCode(t, w.write(w.nantes.officer, topic, 0, "De loin"), network.CodeForbidden)
	wantCode(t, w.write(w.otherGuest, topic, 0, "De plus loin"), network.CodeNotFound)
	wantCode(t, w.write(w.guest, topic, 0, strings.Repeat("x", network.HarvestTextMax+1)), network.CodeInvalid, "input.said")
	wantCode(t, w.write(w.guest, topic, 3, "Trop tôt"), network.CodeConflict)
	wantCode(t, w.write(w.guest, topic, 0, "Un", w.lyon.officer.StaffID, w.guest.StaffID), "")
	stale := wantCode(t, w.write(w.lyon.officer, topic, 0, "Un aussi"), network.CodeConflict, "version")
	w.want("version", stale.Version, 1)
	wantCode(t, w.write(w.lyon.officer, topic, 1, "Deux"), "")
	wantCode(t, w.write(w.lille.officer, topic, 2, "Trois", w.nantes.officer.StaffID), "")
	wantCode(t, w.write(w.facilitator, topic, 3, "Quatre", w.otherGuest.StaffID), network.CodeInvalid, "input.carrierIds")
	wantCode(t, w.write(w.facilitator, topic, 3, "Quatre", newID()), network.CodeInvalid, "input.carrierIds")

	var read struct {
		Harvest struct {
			State, Said string
			Version     int
			EditedBy    struct{ ID network.ID }
			Carriers    []struct{ ID network.ID }
			Revisions   []struct {
				Version  int
				Said     string
				EditedBy struct{ ID network.ID }
			}
		}
	}
	query := fmt.Sprintf(`{ topic(id: %q) { harvest { state said version editedBy { id } carriers { id } revisions { version said editedBy { id } } } } }`, topic)
	w.read(w.guest, query, &read)
	h := read.Harvest
	w.want("stands", fmt.Sprint(h.State, h.Said, h.Version, h.EditedBy.ID), fmt.Sprint("DRAFT", "Trois", 3, w.lille.officer.StaffID))
	w.want("carriers", fmt.Sprint(h.Carriers), fmt.Sprintf("[{%s}]", w.nantes.officer.StaffID))
	w.want("kept", fmt.Sprint(h.Revisions), fmt.Sprintf("[{2 Deux {%s}} {1 Un {%s}}]", w.lyon.officer.StaffID, w.guest.StaffID))
}

func TestTwoWhoWriteAHarvestLoseNothing(t *testing.T) {
	w := newWorld(t)
	topic := w.running(w.lille.officer)
	for version := range 3 {
		failures := together(4, func(i int) error { return w.write(w.lille.officer, topic, version, fmt.Sprintf("%d-%d", version, i)) })
		w.want("one of four", succeeded(failures), 1)
		for _, err := range failures {
			if err != nil {
				w.want("version told", wantCode(t, err, network.CodeConflict).Version, version+1)
			}
		}
	}
	w.want("revisions", one[int](w, `SELECT count(*) FROM harvest_revision`), 2)
}

func TestPublishHarvest(t *testing.T) {
	w := newWorld(t)
	topic := w.running(w.lille.officer, w.lyon.officer)
	publish := func(v network.Viewer, version int) error {
		_, err := w.store.PublishHarvest(ctx, v, newAct(), topic, version)
		return err
	}
	wantCode(t, publish(w.lille.officer, 0), network.CodeInvalidTransition)
	_, err := w.store.HoldTopic(ctx, w.lille.officer, newAct(), topic)
	w.must(err)
	wantCode(t, publish(w.lille.officer, 0), network.CodeInvalid, "input.topicId")
	w.must(w.write(w.lyon.officer, topic, 0, "  "))
	wantCode(t, publish(w.lille.officer, 1), network.CodeInvalid, "input.topicId")
	w.must(w.write(w.lyon.officer, topic, 1, "Dit"))
	wantCode(t, publish(w.lyon.officer, 2), network.CodeForbidden)
	wantCode(t, publish(w.otherGuest, 2), network.CodeNotFound)
	wantCode(t, publish(w.lille.officer, 1), network.CodeConflict)
	w.want("still asked", w.tasks(w.lille.officer, network.AsksWriteHarvest, topic), 1)
	w.phase(network.PhaseClosed)
	wantCode(t, publish(w.lille.officer, 2), "")
	w.want("harvested", w.stateOf(topic), network.TopicHarvested)
	w.want("no longer asked", w.tasks(w.lille.officer, network.AsksWriteHarvest, topic), 0)
	w.want("told", w.events(network.VerbHarvestPublished, topic), 1)
	wantCode(t, publish(w.lille.officer, 2), network.CodeInvalidTransition)
}

func TestAPublishedHarvestIsCorrectedUntilItIsConfirmed(t *testing.T) {
	w := newWorld(t)
	topic := w.running(w.lille.officer, w.lyon.officer)
	confirm := func(v network.Viewer, version int) error {
		_, err := w.store.ConfirmHarvest(ctx, v, newAct(), topic, version)
		return err
	}
	w.must(w.write(w.lyon.officer, topic, 0, "Dit"))
	wantCode(t, confirm(w.lille.officer, 1), network.CodeInvalidTransition)
	_, err := w.store.HoldTopic(ctx, w.lille.officer, newAct(), topic)
	w.must(err)
	_, err = w.store.PublishHarvest(ctx, w.lille.officer, newAct(), topic, 1)
	w.must(err)

	wantCode(t, w.write(w.nantes.officer, topic, 1, "De loin"), network.CodeForbidden)
	wantCode(t, w.write(w.lyon.officer, topic, 1, " "), network.CodeInvalid, "input.said")
	wantCode(t, w.write(w.lyon.officer, topic, 1, "Dit mieux"), "")
	w.want("stays published", one[string](w, `SELECT state FROM harvest`), "PUBLISHED")
	w.want("kept", one[string](w, `SELECT said FROM harvest_revision`), "Dit")

	wantCode(t, confirm(w.lyon.officer, 2), network.CodeForbidden)
	wantCode(t, confirm(w.otherGuest, 2), network.CodeNotFound)
	w.want("version", wantCode(t, confirm(w.lille.officer, 1), network.CodeConflict).Version, 2)
	again := newAct()
	for range 2 {
		_, err := w.store.ConfirmHarvest(ctx, w.lille.officer, again, topic, 2)
		w.must(err)
	}
	w.want("told once", w.events(network.VerbHarvestConfirmed, topic), 1)
	wantCode(t, confirm(w.facilitator, 2), network.CodeForbidden)
	wantCode(t, w.write(w.lille.officer, topic, 2, "Après"), network.CodeForbidden)
	w.want("stands", one[string](w, `SELECT said FROM harvest WHERE state = 'CONFIRMED'`), "Dit mieux")
}

func TestOfCorrectingAndConfirmingAtOnceOneIsDone(t *testing.T) {
	w := newWorld(t)
	for range 5 {
		topic := w.topic(w.lille.officer, network.TopicHarvested)
		w.harvest(topic, w.lille.officer, network.HarvestPublished)
		failures := together(2, func(i int) error {
			if i == 0 {
				return w.write(w.lille.officer, topic, 1, "Dit mieux")
			}
			_, err := w.store.ConfirmHarvest(ctx, w.facilitator, newAct(), topic, 1)
			return err
		})
		w.want("one of two", succeeded(failures), 1)
	}
}
