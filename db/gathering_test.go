package db

import (
	"testing"
	"time"

	"maillage/network"
)

// words are those of a gathering of Nantes in March 2027.
func (w *world) words(hosts ...network.ID) network.GatheringWords {
	return network.GatheringWords{Name: "Rencontre de printemps", City: "Nantes", TimeZone: "Europe/Paris",
		StartsOn: "2027-03-26", EndsOn: "2027-03-28", Hosts: hosts}
}

func (w *world) prepared(v network.Viewer) network.ID {
	w.t.Helper()
	id, err := w.store.CreateGathering(ctx, v, newAct(), w.words(w.nantes.centre))
	w.must(err)
	return id
}

// paris is an hour where the gathering is.
func paris(text string) time.Time {
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
	if err != nil {
		panic(err)
	}
	return at.UTC()
}

func (w *world) sees(v network.Viewer, gathering network.ID) bool {
	w.t.Helper()
	var seen *struct{ Name string }
	w.read(v, `{ gathering(id: "`+string(gathering)+`") { name } }`, &seen)
	return seen != nil
}

func TestADraftGatheringIsKnownToItsHostsAlone(t *testing.T) {
	w := newWorld(t)
	id := w.prepared(w.nantes.assistant)
	for _, c := range []struct {
		name          string
		v             network.Viewer
		before, after bool
	}{
		{"who made it", w.nantes.assistant, true, true},
		{"their colleague", w.nantes.officer, true, true},
		{"another centre", w.lille.director, false, true},
		{"the coordinator", w.coordinator, true, true},
		{"the administrator", w.admin, true, true},
		{"a guest of another", w.guest, false, true},
		{"anyone", w.anonymous, false, true},
	} {
		w.want(c.name+" before", w.sees(c.v, id), c.before)
	}
	_, err := w.store.PublishGathering(ctx, w.lille.director, newAct(), id, 1)
	wantCode(t, err, network.CodeNotFound)
	_, err = w.store.PublishGathering(ctx, w.nantes.officer, newAct(), id, 1)
	wantCode(t, err, network.CodeForbidden)
	w.must2(w.store.PublishGathering(ctx, w.nantes.director, newAct(), id, 1))
	w.want("the network after", w.sees(w.lille.director, id), true)
	w.want("anyone after", w.sees(w.anonymous, id), true)
	_, err = w.store.OpenGathering(ctx, w.nantes.director, newAct(), id, 1)
	w.want("version told", wantCode(t, err, network.CodeConflict, "version").Version, 2)
	_, err = w.store.CloseGathering(ctx, w.nantes.director, newAct(), id, 2)
	w.want("state told", wantCode(t, err, network.CodeInvalidTransition).State, "PUBLISHED")
	_, err = w.store.CancelGathering(ctx, w.nantes.director, newAct(), id, 2, " ")
	wantCode(t, err, network.CodeInvalid, "input.reason")
	w.must2(w.store.CancelGathering(ctx, w.nantes.director, newAct(), id, 2, "La salle a fermé."))
	w.want("anyone once it is cancelled", w.sees(w.anonymous, id), true)
	w.wantVerbs(id, network.VerbGatheringCreated, network.VerbGatheringPublished, network.VerbGatheringCancelled)
	w.want("who hears of a draft", one[string](w, `SELECT audience FROM event WHERE object_id = $1 ORDER BY id LIMIT 1`, id), "CENTRES")
	w.want("who hears of the rest", one[int](w, `SELECT count(*) FROM event WHERE object_id = $1 AND audience = 'GATHERING'`, id), 2)
}

func TestAGatheringCancelledBeforeItWasToldStaysUntold(t *testing.T) {
	w := newWorld(t)
	id := w.prepared(w.nantes.director)
	w.must2(w.store.CancelGathering(ctx, w.nantes.director, newAct(), id, 1, "Pas cette année."))
	w.want("another centre", w.sees(w.lille.director, id), false)
	w.want("anyone", w.sees(w.anonymous, id), false)
	w.want("its hosts", w.sees(w.nantes.officer, id), true)
}

func TestWhoInvitesStaysAmongTheHosts(t *testing.T) {
	w := newWorld(t)
	_, err := w.store.CreateGathering(ctx, w.nantes.assistant, newAct(), w.words(w.lille.centre))
	wantCode(t, err, network.CodeInvalid, "input.hostIds")
	_, err = w.store.CreateGathering(ctx, w.coordinator, newAct(), w.words(newID()))
	wantCode(t, err, network.CodeInvalid, "input.hostIds")
	id, err := w.store.CreateGathering(ctx, w.coordinator, newAct(), w.words(w.lille.centre, w.nantes.centre, w.lille.centre))
	w.must(err)
	_, err = w.store.EditGathering(ctx, w.nantes.director, newAct(), id, 1, w.words(w.lille.centre))
	wantCode(t, err, network.CodeInvalid, "input.hostIds")
	w.must2(w.store.EditGathering(ctx, w.lille.director, newAct(), id, 1, w.words(w.lille.centre)))
	_, err = w.store.EditGathering(ctx, w.nantes.director, newAct(), id, 2, w.words(w.nantes.centre))
	wantCode(t, err, network.CodeNotFound)
	_, err = w.store.EditGathering(ctx, w.lille.director, newAct(), id, 1, w.words(w.lille.centre))
	w.want("version told", wantCode(t, err, network.CodeConflict, "version").Version, 2)
}

func TestTheDraftMovesWithTheFirstDay(t *testing.T) {
	w := newWorld(t)
	id := w.prepared(w.nantes.director)
	item := w.draftItem(id, "Ouverture", "2027-03-26 09:30", 60, "")
	words := w.words(w.nantes.centre)
	// Summer time begins on 28 March: the hour on the clock stays.
	words.StartsOn, words.EndsOn = "2027-03-29", "2027-03-30"
	w.must2(w.store.EditGathering(ctx, w.nantes.director, newAct(), id, 1, words))
	starts := one[time.Time](w, `SELECT starts_at FROM agenda_draft_item WHERE id = $1`, item)
	w.want("it begins", starts.UTC(), paris("2027-03-29 09:30"))
	words.EndsOn = "2027-03-29"
	w.draftItem(id, "Clôture", "2027-03-30 16:00", 60, "")
	_, err := w.store.EditGathering(ctx, w.nantes.director, newAct(), id, 2, words)
	wantCode(t, err, network.CodeInvalid, "input.endsOn")
}

func TestACopyHasRoomsAndAgendaAndNobody(t *testing.T) {
	w := newWorld(t)
	source := w.prepared(w.nantes.director)
	room := w.room(source, "Grande salle")
	w.draftItem(source, "Ouverture", "2027-03-26 09:30", 60, room)
	gone := w.draftItem(source, "Pause", "2027-03-26 11:00", 30, "")
	w.must2(w.store.PublishGathering(ctx, w.nantes.director, newAct(), source, 1))
	w.publish(source, "")
	w.must2(w.store.RemoveAgendaItem(ctx, w.nantes.director, newAct(), gone))
	w.publish(source, "Moins de pauses")
	_, err := w.store.CopyGathering(ctx, w.lille.officer, newAct(), source, "Copie", "2028-03-24", nil)
	wantCode(t, err, network.CodeForbidden)
	_, err = w.store.CopyGathering(ctx, w.lille.director, newAct(), source, "Copie", "2028-03-24", nil)
	wantCode(t, err, network.CodeInvalid, "input.hostIds")
	again := newAct("copy")
	copied, err := w.store.CopyGathering(ctx, w.lille.director, again, source, "Copie", "2028-03-24", []network.ID{w.lille.centre})
	w.must(err)
	same, err := w.store.CopyGathering(ctx, w.lille.director, again, source, "Copie", "2028-03-24", []network.ID{w.lille.centre})
	w.must(err)
	w.want("a repeat", same, copied)
	var seen struct {
		State, EndsOn string
		Hosts         []struct{ City string }
		Spaces        []struct{ ID, Name string }
		Agenda        []struct{ Title string }
		DraftAgenda   []struct {
			Title, StartsAt string
			Change          string
			Space           struct{ ID string }
		}
		CopiedFrom struct{ ID network.ID }
	}
	w.read(w.lille.assistant, `{ gathering(id: "`+string(copied)+`") { state endsOn hosts { city } spaces { id name } agenda { title }
		draftAgenda { title startsAt change space { id } } copiedFrom { id } } }`, &seen)
	if seen.State != "DRAFT" || seen.EndsOn != "2028-03-26" || len(seen.Hosts) != 1 || seen.Hosts[0].City != "Lille" || len(seen.Agenda) != 0 ||
		seen.CopiedFrom.ID != source || len(seen.Spaces) != 1 || len(seen.DraftAgenda) != 1 {
		t.Fatalf("%+v", seen)
	}
	item := seen.DraftAgenda[0]
	if item.Title != "Ouverture" || item.Change != "ADDED" || item.Space.ID != seen.Spaces[0].ID || item.Space.ID == string(room) ||
		item.StartsAt != paris("2028-03-24 09:30").Format(time.RFC3339) {
		t.Errorf("%+v in %+v", item, seen.Spaces)
	}
}

// room adds a room for 20 to a gathering of Nantes.
func (w *world) room(gathering network.ID, name string) network.ID {
	w.t.Helper()
	added, err := w.store.AddSpace(ctx, w.nantes.assistant, newAct(), gathering, network.SpaceWords{Name: name, Capacity: 20, OnBoard: true})
	w.must(err)
	return added.Space
}

func TestARoomIsRemovedWhenNothingStandsInIt(t *testing.T) {
	w := newWorld(t)
	id := w.prepared(w.nantes.director)
	hall, patio := w.room(id, "Hall"), w.room(id, "Patio")
	_, err := w.store.AddSpace(ctx, w.nantes.assistant, newAct(), id, network.SpaceWords{Name: "Hall", Capacity: 3})
	wantCode(t, err, network.CodeInvalid, "input.name")
	_, err = w.store.EditSpace(ctx, w.nantes.assistant, newAct(), patio, 1, network.SpaceWords{Name: "Hall", Capacity: 3})
	wantCode(t, err, network.CodeInvalid, "input.name")
	w.must2(w.store.EditSpace(ctx, w.nantes.assistant, newAct(), patio, 1, network.SpaceWords{Name: "Patio fleuri", Capacity: 3, Equipment: "Bancs", Accessible: true}))
	_, err = w.store.EditSpace(ctx, w.nantes.assistant, newAct(), patio, 1, network.SpaceWords{Name: "Patio", Capacity: 3})
	w.want("version told", wantCode(t, err, network.CodeConflict, "version").Version, 2)
	item := w.draftItem(id, "Accueil", "2027-03-26 09:00", 30, hall)
	remove := func(v network.Viewer, space network.ID) error {
		_, err := w.store.RemoveSpace(ctx, v, newAct(), space)
		return err
	}
	wantCode(t, remove(w.nantes.assistant, hall), network.CodeInvalid, "input.spaceId")
	wantCode(t, remove(w.nantes.officer, patio), network.CodeForbidden)
	wantCode(t, remove(w.lille.director, patio), network.CodeNotFound)
	w.must(remove(w.nantes.assistant, patio))
	wantCode(t, remove(w.nantes.assistant, patio), network.CodeNotFound)
	// Once what was in it is cancelled and published, a room is free to go.
	w.must2(w.store.PublishGathering(ctx, w.nantes.director, newAct(), id, 1))
	w.publish(id, "")
	w.must2(w.store.RemoveAgendaItem(ctx, w.nantes.director, newAct(), item))
	wantCode(t, remove(w.nantes.assistant, hall), network.CodeInvalid, "input.spaceId")
	w.publish(id, "Sans accueil")
	w.must(remove(w.nantes.assistant, hall))
	w.want("its name stays", one[string](w, `SELECT former_space FROM agenda_item WHERE id = $1`, item), "Hall")
	// A session of the forum holds it too.
	topic := w.topic(w.lille.officer, network.TopicPitched)
	w.must2(w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, w.slots[0], w.spaces[0], ""))
	wantCode(t, remove(w.nantes.director, w.spaces[0]), network.CodeInvalid, "input.spaceId")
}
