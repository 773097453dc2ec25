package db

import (
	"fmt"
	"testing"
	"time"

	"maillage/network"
)

func TestCreateForum(t *testing.T) {
	w := newWorld(t)
	bare := w.laterGathering(network.GatheringPublished, "2026-11-20")
	w.exec(`INSERT INTO gathering_host (gathering_id, centre_id) VALUES ($1, $2)`, bare, w.nantes.centre)
	terms := network.ForumTerms{Name: " Forum ", FacilitatorID: w.lyon.officer.StaffID, DotsPerPerson: 3, DotsPerCentre: 12}
	create := func(v network.Viewer, gathering network.ID, terms network.ForumTerms) error {
		_, err := w.store.CreateForum(ctx, v, newAct(), gathering, terms)
		return err
	}
	for _, c := range []struct {
		name string
		v    network.Viewer
		code network.Code
	}{
		{"anonymous", w.anonymous, network.CodeUnauthenticated},
		{"guest of another gathering", w.guest, network.CodeForbidden},
		{"officer of the host", w.nantes.officer, network.CodeForbidden},
		{"director of another centre", w.lille.director, network.CodeForbidden},
		{"admin", w.admin, network.CodeForbidden},
	} {
		t.Run(c.name, func(t *testing.T) { wantCode(t, create(c.v, bare, terms), c.code) })
	}
	guided := terms
	guided.FacilitatorID = w.guest.StaffID
	wantCode(t, create(w.coordinator, bare, guided), network.CodeInvalid, "input.facilitatorId")
	wantCode(t, create(w.coordinator, w.gathering, terms), network.CodeConflict, "input.gatheringId")
	wantCode(t, create(w.coordinator, w.laterGathering(network.GatheringClosed, "2026-11-20"), terms), network.CodeForbidden)
	wantCode(t, create(w.coordinator, newID(), terms), network.CodeNotFound)

	failures := together(4, func(i int) error {
		return create([]network.Viewer{w.coordinator, w.nantes.assistant, w.nantes.director}[i%3], bare, terms)
	})
	w.want("one of those at once", succeeded(failures), 1)
	var read struct {
		Forum struct {
			ID                           network.ID
			Name, Phase                  string
			DotsPerPerson, DotsPerCentre int
			ViewerCanEdit                bool
			ViewerCentreDotsLeft         *int
			Facilitator                  struct{ ID network.ID }
		}
	}
	query := fmt.Sprintf(`{ gathering(id: %q) { forum { id name phase dotsPerPerson dotsPerCentre viewerCanEdit viewerCentreDotsLeft facilitator { id } } } }`, bare)
	w.read(w.nantes.assistant, query, &read)
	var gathering struct{ ViewerCanCreateForum bool }
	for id, want := range map[network.ID]bool{bare: false, w.laterGathering(network.GatheringPublished, "2026-11-21"): true} {
		w.read(w.coordinator, fmt.Sprintf(`{ gathering(id: %q) { viewerCanCreateForum } }`, id), &gathering)
		w.want("where there is none yet", gathering.ViewerCanCreateForum, want)
	}
	w.want("as asked", fmt.Sprint(read.Forum.Name, read.Forum.Phase, read.Forum.DotsPerPerson, read.Forum.DotsPerCentre, *read.Forum.ViewerCentreDotsLeft), "ForumPREPARATION3 12 12")
	w.want("facilitator", read.Forum.Facilitator.ID, w.lyon.officer.StaffID)
	w.want("the host edits it", read.Forum.ViewerCanEdit, true)
	w.read(w.coordinator, query, &read)
	w.want("the coordination is of no centre", read.Forum.ViewerCentreDotsLeft == nil, true)
	w.want("told", w.events(network.VerbForumCreated, read.Forum.ID), 1)
}

func TestEditForum(t *testing.T) {
	w := newWorld(t)
	terms := network.ForumTerms{Name: "Forum ouvert", FacilitatorID: w.facilitator.StaffID, ConvenersPlace: true, DotsPerPerson: 5}
	edit := func(v network.Viewer, version int, change func(*network.ForumTerms)) error {
		changed := terms
		change(&changed)
		_, err := w.store.EditForum(ctx, v, newAct(changed), w.forum, version, changed)
		return err
	}
	rename := func(n *network.ForumTerms) { n.Name = "Autrement" }
	wantCode(t, edit(w.otherGuest, 1, rename), network.CodeNotFound)
	wantCode(t, edit(w.guest, 1, rename), network.CodeForbidden)
	wantCode(t, edit(w.nantes.officer, 1, rename), network.CodeForbidden)
	wantCode(t, edit(w.lille.director, 1, rename), network.CodeForbidden)
	wantCode(t, edit(w.nantes.director, 1, rename), "")
	wantCode(t, edit(w.facilitator, 1, rename), network.CodeConflict, "version")
	failures := together(5, func(int) error {
		return edit(w.facilitator, 2, func(n *network.ForumTerms) { n.ConvenersPlace = false })
	})
	w.want("of those at once one", succeeded(failures), 1)
	wantCode(t, edit(w.facilitator, 3, func(n *network.ForumTerms) { n.FacilitatorID = newID() }), network.CodeInvalid, "input.facilitatorId")
	w.phase(network.PhaseConvergence)
	wantCode(t, edit(w.facilitator, 3, func(n *network.ForumTerms) { n.DotsPerPerson = 6 }), network.CodeForbidden)
	wantCode(t, edit(w.facilitator, 3, func(n *network.ForumTerms) { n.DotsPerCentre = 6 }), network.CodeForbidden)
	wantCode(t, edit(w.facilitator, 3, rename), "")
	wantCode(t, edit(w.facilitator, 4, func(n *network.ForumTerms) { n.FacilitatorID = w.lyon.officer.StaffID }), "")
	wantCode(t, edit(w.facilitator, 5, rename), network.CodeForbidden)
	w.want("told", w.events(network.VerbForumEdited, w.forum), 4)
}

func TestSlotsAreSetUp(t *testing.T) {
	w := newWorld(t)
	day := time.Date(2026, 6, 26, 8, 0, 0, 0, time.UTC)
	hours := func(from, to int) network.SlotTerms {
		return network.SlotTerms{Label: "Temps", StartsAt: day.Add(time.Duration(from) * time.Hour), EndsAt: day.Add(time.Duration(to) * time.Hour)}
	}
	add := func(v network.Viewer, terms network.SlotTerms) error {
		_, err := w.store.AddSlot(ctx, v, newAct(), w.forum, terms)
		return err
	}
	edit := func(v network.Viewer, slot network.ID, version int, terms network.SlotTerms) error {
		_, err := w.store.EditSlot(ctx, v, newAct(), slot, version, terms)
		return err
	}
	remove := func(v network.Viewer, slot network.ID, version int) error {
		_, err := w.store.RemoveSlot(ctx, v, newAct(), slot, version)
		return err
	}
	wantCode(t, add(w.otherGuest, hours(0, 1)), network.CodeNotFound)
	wantCode(t, add(w.lille.director, hours(0, 1)), network.CodeForbidden)
	wantCode(t, add(w.nantes.assistant, hours(1, 1)), network.CodeInvalid, "input.endsAt")
	failures := together(4, func(int) error { return add(w.nantes.assistant, hours(0, 1)) })
	w.want("overlapping ones at once", succeeded(failures), 1)
	wantCode(t, add(w.facilitator, hours(1, 2)), "")
	slot := network.ID(one[string](w, `SELECT id FROM slot WHERE starts_at = $1`, day))

	wantCode(t, edit(w.otherGuest, slot, 1, hours(2, 3)), network.CodeNotFound)
	wantCode(t, edit(w.lille.officer, slot, 1, hours(2, 3)), network.CodeForbidden)
	wantCode(t, edit(w.facilitator, slot, 1, hours(0, 2)), network.CodeInvalid, "input.startsAt")
	wantCode(t, edit(w.facilitator, slot, 1, hours(2, 3)), "")
	wantCode(t, edit(w.facilitator, slot, 1, hours(3, 4)), network.CodeConflict, "version")

	topic := w.topic(w.lille.officer, network.TopicProposed)
	_, err := w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, slot, w.spaces[0], "")
	w.must(err)
	wantCode(t, remove(w.facilitator, slot, 2), network.CodeInvalid, "input.slotId")
	w.must(w.place(w.facilitator, topic, 0, 0))
	wantCode(t, remove(w.facilitator, slot, 1), network.CodeConflict, "version")
	wantCode(t, remove(w.facilitator, slot, 2), "")
	wantCode(t, remove(w.facilitator, slot, 3), network.CodeNotFound)
	_, err = w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, slot, w.spaces[1], "")
	wantCode(t, err, network.CodeInvalid, "input.slotId")
	wantCode(t, add(w.facilitator, hours(2, 3)), "")

	var forum struct{ Slots []struct{ ID network.ID } }
	w.read(w.guest, fmt.Sprintf(`{ forum(id: %q) { slots { id } } }`, w.forum), &forum)
	w.want("three there were, two were added", len(forum.Slots), 5)
	var read struct {
		Occurrences []struct{ Slot struct{ ID network.ID } }
	}
	w.read(w.guest, fmt.Sprintf(`{ topic(id: %q) { occurrences { slot { id } } } }`, topic), &read)
	w.want("a trace still says when", read.Occurrences[0].Slot.ID, slot)

	for i := range network.SlotsPerForum - 5 {
		w.must(add(w.facilitator, hours(20+i, 21+i)))
	}
	wantCode(t, add(w.facilitator, hours(90, 91)), network.CodeInvalid, "input.forumId")
	w.phase(network.PhaseConvergence)
	wantCode(t, add(w.facilitator, hours(92, 93)), network.CodeForbidden)
}

func TestASlotIsNotRemovedUnderASession(t *testing.T) {
	w := newWorld(t)
	for range 5 {
		slot := w.addSlot(w.forum, 40)
		topic := w.topic(w.lille.officer, network.TopicProposed)
		failures := together(2, func(i int) error {
			if i == 0 {
				_, err := w.store.RemoveSlot(ctx, w.facilitator, newAct(), slot, 1)
				return err
			}
			_, err := w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, slot, w.spaces[0], "")
			return err
		})
		w.want("one of the two", succeeded(failures), 1)
		w.want("nothing stands in what is gone", one[int](w, `
			SELECT count(*) FROM occurrence o JOIN slot s ON s.id = o.slot_id WHERE s.removed AND o.state = 'PLANNED'`), 0)
	}
}
