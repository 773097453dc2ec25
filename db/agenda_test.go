package db

import (
	"testing"
	"time"

	"maillage/network"
)

func itemWords(title, starts string, minutes int, room network.ID) network.AgendaItemWords {
	at := paris(starts)
	return network.AgendaItemWords{Title: title, Kind: network.AgendaTalk, StartsAt: at, EndsAt: at.Add(time.Duration(minutes) * time.Minute), Space: room}
}

// draftItem adds an item to the draft of a gathering of Nantes.
func (w *world) draftItem(gathering network.ID, title, starts string, minutes int, room network.ID) network.ID {
	w.t.Helper()
	added, err := w.store.AddAgendaItem(ctx, w.nantes.assistant, newAct(), gathering, itemWords(title, starts, minutes, room))
	w.must(err)
	return added.Item
}

// publish releases what stands in the draft.
func (w *world) publish(gathering network.ID, note string) network.ID {
	w.t.Helper()
	version := one[int](w, `SELECT agenda_version FROM gathering WHERE id = $1`, gathering)
	made, err := w.store.PublishAgenda(ctx, w.nantes.director, newAct(), gathering, version, note)
	w.must(err)
	return made.Release
}

// announced is a gathering of Nantes that everybody knows of.
func (w *world) announced() network.ID {
	w.t.Helper()
	id := w.prepared(w.nantes.director)
	w.must2(w.store.PublishGathering(ctx, w.nantes.director, newAct(), id, 1))
	return id
}

func TestTwoItemsDoNotStandInOneRoom(t *testing.T) {
	w := newWorld(t)
	id := w.announced()
	hall, patio := w.room(id, "Hall"), w.room(id, "Patio")
	w.draftItem(id, "Ouverture", "2027-03-26 09:30", 60, hall)
	for _, c := range []struct {
		name, starts string
		minutes      int
		room         network.ID
		code         network.Code
		field        string
	}{
		{"the same hour", "2027-03-26 10:00", 60, hall, network.CodeConflict, "input.spaceId"},
		{"around it", "2027-03-26 09:00", 120, hall, network.CodeConflict, "input.spaceId"},
		{"right behind it", "2027-03-26 10:30", 30, hall, "", ""},
		{"in another room", "2027-03-26 09:30", 60, patio, "", ""},
		{"in no room", "2027-03-26 09:30", 60, "", "", ""},
		{"the eve", "2027-03-25 23:30", 60, "", network.CodeInvalid, "input.startsAt"},
		{"past the last midnight", "2027-03-28 23:30", 31, "", network.CodeInvalid, "input.startsAt"},
		{"until the last midnight", "2027-03-28 23:30", 30, "", "", ""},
		{"in a room elsewhere", "2027-03-26 09:30", 60, w.spaces[0], network.CodeInvalid, "input.spaceId"},
	} {
		_, err := w.store.AddAgendaItem(ctx, w.nantes.assistant, newAct(), id, itemWords("Atelier", c.starts, c.minutes, c.room))
		if c.code == "" {
			w.must(err)
			continue
		}
		wantCode(t, err, c.code, c.field)
	}
	failures := together(6, func(int) error {
		_, err := w.store.AddAgendaItem(ctx, w.nantes.assistant, newAct(), id, itemWords("Ensemble", "2027-03-27 09:30", 60, patio))
		return err
	})
	w.want("of six who want a room", succeeded(failures), 1)
}

// published is an item as everybody sees it.
type publishedItem struct {
	ID                                   network.ID
	Title, State, StartsAt               string
	FormerStartsAt                       *string
	FormerSpace                          string
	Space                                *struct{ Name string }
	KeptCount                            int
	ViewerKeeps, ViewerCanKeep, IsPublic bool
}

func (w *world) agenda(v network.Viewer, gathering network.ID) map[network.ID]publishedItem {
	w.t.Helper()
	var seen struct{ Agenda []publishedItem }
	w.read(v, `{ gathering(id: "`+string(gathering)+`") { agenda { id title state startsAt formerStartsAt formerSpace space { name } keptCount viewerKeeps viewerCanKeep isPublic } } }`, &seen)
	byID := map[network.ID]publishedItem{}
	for _, i := range seen.Agenda {
		byID[i.ID] = i
	}
	return byID
}

func TestAReleaseTellsWhatItMoved(t *testing.T) {
	w := newWorld(t)
	id := w.announced()
	hall, patio := w.room(id, "Hall"), w.room(id, "Patio")
	opening := w.draftItem(id, "Ouverture", "2027-03-26 09:30", 60, hall)
	talk := w.draftItem(id, "Intervention", "2027-03-26 11:00", 60, hall)
	workshop := w.draftItem(id, "Atelier", "2027-03-27 09:00", 60, patio)
	w.want("before", len(w.agenda(w.lille.officer, id)), 0)
	_, err := w.store.PublishAgenda(ctx, w.lille.director, newAct(), id, 4, "")
	wantCode(t, err, network.CodeForbidden)
	_, err = w.store.PublishAgenda(ctx, w.nantes.director, newAct(), id, 3, "")
	w.want("version told", wantCode(t, err, network.CodeConflict, "version").Version, 4)
	w.publish(id, "")
	w.want("after", len(w.agenda(w.lille.officer, id)), 3)
	w.want("for anyone", len(w.agenda(w.anonymous, id)), 0)
	_, err = w.store.PublishAgenda(ctx, w.nantes.director, newAct(), id, 4, "Rien")
	wantCode(t, err, network.CodeInvalid, "input.gatheringId")

	for _, keeper := range []network.Viewer{w.lille.officer, w.lyon.officer, w.nantes.director} {
		w.must2(w.store.KeepAgendaItem(ctx, keeper, newAct(), talk))
		w.must2(w.store.KeepAgendaItem(ctx, keeper, newAct(), workshop))
	}
	w.must2(w.store.KeepAgendaItem(ctx, w.lyon.director, newAct(), opening))
	moved := itemWords("Intervention", "2027-03-26 14:00", 60, patio)
	_, err = w.store.EditAgendaItem(ctx, w.lille.director, newAct(), talk, 1, moved)
	wantCode(t, err, network.CodeNotFound)
	w.must2(w.store.EditAgendaItem(ctx, w.nantes.assistant, newAct(), talk, 1, moved))
	_, err = w.store.EditAgendaItem(ctx, w.nantes.director, newAct(), talk, 1, moved)
	w.want("version told", wantCode(t, err, network.CodeConflict, "version").Version, 2)
	public := itemWords("Ouverture", "2027-03-26 09:30", 60, hall)
	public.Public = true
	w.must2(w.store.EditAgendaItem(ctx, w.nantes.assistant, newAct(), opening, 1, public))
	w.must2(w.store.RemoveAgendaItem(ctx, w.nantes.assistant, newAct(), workshop))
	late := w.draftItem(id, "Clôture", "2027-03-28 16:00", 30, hall)
	w.want("nobody sees a draft", w.agenda(w.lille.officer, id)[talk].State, "PLANNED")

	var draft struct {
		HasUnpublishedChanges bool
		DraftAgenda           []struct {
			ID     network.ID
			Change *string
		}
	}
	look := `{ gathering(id: "` + string(id) + `") { hasUnpublishedChanges draftAgenda { id change } } }`
	w.read(w.lille.director, look, &draft)
	if draft.HasUnpublishedChanges || len(draft.DraftAgenda) > 0 {
		t.Errorf("another centre sees the draft: %+v", draft)
	}
	w.read(w.nantes.director, look, &draft)
	changes := map[network.ID]string{}
	for _, i := range draft.DraftAgenda {
		changes[i.ID] = *i.Change
	}
	w.want("there is something to publish", draft.HasUnpublishedChanges, true)
	w.want("changes", len(changes), 3)
	w.want("the talk", changes[talk], "MOVED")
	w.want("the opening", changes[opening], "EDITED")
	w.want("the closing", changes[late], "ADDED")

	version := one[int](w, `SELECT agenda_version FROM gathering WHERE id = $1`, id)
	_, err = w.store.PublishAgenda(ctx, w.nantes.director, newAct(), id, version, " ")
	wantCode(t, err, network.CodeInvalid, "input.note")
	failures := together(5, func(int) error {
		_, err := w.store.PublishAgenda(ctx, w.nantes.director, newAct(), id, version, "Une salle change")
		return err
	})
	w.want("of five who publish", succeeded(failures), 1)
	agenda := w.agenda(w.lille.officer, id)
	w.want("items", len(agenda), 4)
	if got := agenda[talk]; got.State != "MOVED" || *got.FormerStartsAt != paris("2027-03-26 11:00").Format(time.RFC3339) || got.FormerSpace != "Hall" || got.Space.Name != "Patio" {
		t.Errorf("moved: %+v", got)
	}
	if got := agenda[workshop]; got.State != "CANCELLED" || got.FormerSpace != "Patio" || got.Space != nil || got.ViewerCanKeep {
		t.Errorf("cancelled: %+v", got)
	}
	if got := agenda[opening]; got.State != "PLANNED" || got.FormerStartsAt != nil || !got.IsPublic {
		t.Errorf("edited: %+v", got)
	}
	w.want("for anyone", len(w.agenda(w.anonymous, id)), 1)
	w.want("who keeps it is no matter of anyone's", w.agenda(w.anonymous, id)[opening].KeptCount, 0)
	w.want("it is kept", w.agenda(w.lyon.officer, id)[opening].KeptCount, 1)

	told := func(v network.Viewer) int {
		return one[int](w, `SELECT count(*) FROM event WHERE verb = 'PROGRAMME_CHANGED' AND for_staff_id = $1`, v.StaffID)
	}
	w.want("who kept both is told once", told(w.lille.officer), 1)
	w.want("so is another", told(w.lyon.officer), 1)
	w.want("who kept what was only reworded is not", told(w.lyon.director), 0)
	w.want("nor is who published", told(w.nantes.director), 0)
	w.want("the network is told of each release", w.events(network.VerbAgendaPublished, id), 2)
	var viewer struct {
		Stream struct {
			Nodes []struct{ Verb, Excerpt string }
		}
	}
	w.read(w.lille.officer, `{ viewer { stream { nodes { verb excerpt } } } }`, &viewer)
	if len(viewer.Stream.Nodes) != 1 || viewer.Stream.Nodes[0].Excerpt != "Intervention · Atelier" {
		t.Errorf("home: %+v", viewer.Stream.Nodes)
	}
	w.read(w.lyon.director, `{ viewer { stream { nodes { verb excerpt } } } }`, &viewer)
	w.want("the home of who is not concerned", len(viewer.Stream.Nodes), 0)

	var history struct {
		Releases []struct {
			Number  int
			Note    string
			By      *struct{ ID network.ID }
			Changes []struct{ Kind, Title, FormerSpace, Space string }
		}
	}
	w.read(w.guest, `{ gathering(id: "`+string(id)+`") { releases { number } } }`, &history)
	w.want("releases for a guest of another gathering", len(history.Releases), 0)
	w.read(w.lyon.officer, `{ gathering(id: "`+string(id)+`") { releases { number note by { id } changes { kind title formerSpace space } } } }`, &history)
	if len(history.Releases) != 2 || history.Releases[0].Number != 2 || history.Releases[0].Note != "Une salle change" || len(history.Releases[0].Changes) != 4 ||
		history.Releases[0].By.ID != w.nantes.director.StaffID || len(history.Releases[1].Changes) != 0 {
		t.Errorf("%+v", history.Releases)
	}
}

func TestTheLastPlaceOfAnItemIsTakenOnce(t *testing.T) {
	w := newWorld(t)
	id := w.announced()
	words, one1 := itemWords("Atelier", "2027-03-26 09:30", 60, ""), 1
	words.Capacity = &one1
	added, err := w.store.AddAgendaItem(ctx, w.nantes.assistant, newAct(), id, words)
	w.must(err)
	item := added.Item
	_, err = w.store.KeepAgendaItem(ctx, w.lille.officer, newAct(), item)
	wantCode(t, err, network.CodeNotFound)
	w.publish(id, "")
	_, err = w.store.KeepAgendaItem(ctx, w.guest, newAct(), item)
	wantCode(t, err, network.CodeNotFound)
	who := []network.Viewer{w.lille.officer, w.lyon.officer, w.nantes.officer, w.coordinator}
	failures := together(len(who), func(i int) error {
		_, err := w.store.KeepAgendaItem(ctx, who[i], newAct(), item)
		return err
	})
	w.want("of four who want the one place", succeeded(failures), 1)
	for i, err := range failures {
		if err != nil {
			wantCode(t, err, network.CodeConflict, "input.agendaItemId")
			w.must2(w.store.DropAgendaItem(ctx, who[i], newAct(), item)) // harmless
			continue
		}
		w.must2(w.store.KeepAgendaItem(ctx, who[i], newAct(), item)) // harmless
		w.want("kept", w.agenda(who[i], id)[item].ViewerKeeps, true)
		w.want("counted", w.agenda(who[i], id)[item].KeptCount, 1)
		w.must2(w.store.DropAgendaItem(ctx, who[i], newAct(), item))
		w.want("dropped", w.agenda(who[i], id)[item].ViewerKeeps, false)
	}
	w.want("told of keeping", w.events(network.VerbAgendaItemKept, id), 1)
	w.want("told of dropping", w.events(network.VerbAgendaItemDropped, id), 1)
	w.must2(w.store.KeepAgendaItem(ctx, who[0], newAct(), item))
}

func TestMyProgrammeHasTheSessionsIStarred(t *testing.T) {
	w := newWorld(t)
	starred, other, own := w.topic(w.lyon.officer, network.TopicPitched), w.topic(w.lyon.officer, network.TopicPitched), w.topic(w.lille.officer, network.TopicPitched)
	waiting := w.topic(w.lyon.officer, network.TopicProposed)
	w.star(starred, w.lille.officer)
	w.star(waiting, w.lille.officer)
	w.star(other, w.nantes.officer)
	for i, topic := range []network.ID{starred, other, own} {
		w.must2(w.store.PlaceTopic(ctx, w.facilitator, newAct(), topic, w.slots[i], w.spaces[0], ""))
	}
	var seen struct {
		ViewerTopics []struct {
			ID         network.ID
			Occurrence struct{ Space struct{ Name string } }
		}
	}
	n := w.read(w.lille.officer, `{ gathering(id: "`+string(w.gathering)+`") { viewerTopics { id occurrence { space { name } } } } }`, &seen)
	if len(seen.ViewerTopics) != 2 || seen.ViewerTopics[0].ID != starred || seen.ViewerTopics[1].ID != own || n > 2 {
		t.Errorf("%+v in %d statements", seen, n)
	}
}
