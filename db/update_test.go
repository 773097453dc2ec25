package db

import (
	"strings"
	"testing"
	"time"

	"maillage/network"
)

func TestPostUpdate(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	w.clock = w.clock.Add(100 * 24 * time.Hour)
	posted, err := w.store.PostUpdate(ctx, w.lille.officer, newAct(), group, "  Premier atelier tenu.\r\nDeux centres.  ", network.HealthAtRisk)
	w.must(err)
	var seen struct {
		LastActivityAt time.Time
		Health         string
		HealthFacts    []struct {
			Code, Health string
			Since        *string
			Count        *int
		}
		LastUpdate struct {
			ID, Text, Health string
			Author           struct{ Centre struct{ City string } }
			CorrectedAt      *time.Time
		}
		Updates struct {
			TotalCount int
			Nodes      []struct{ ID string }
		}
	}
	n := w.read(w.lyon.assistant, `{ workingGroup(id: "`+string(group)+`") {
		lastActivityAt health healthFacts { code health since count }
		lastUpdate { id text health author { centre { city } } correctedAt }
		updates { totalCount nodes { id } } } }`, &seen)
	w.want("text", seen.LastUpdate.Text, "Premier atelier tenu.\nDeux centres.")
	w.want("the last", network.ID(seen.LastUpdate.ID), posted.Update)
	w.want("its author's city", seen.LastUpdate.Author.Centre.City, "Lille")
	w.want("activity", seen.LastActivityAt.UTC(), w.clock)
	w.want("health", seen.Health, "AT_RISK")
	if len(seen.HealthFacts) != 1 || seen.HealthFacts[0].Code != "AUTHOR_WORRIED" || seen.HealthFacts[0].Count != nil {
		t.Errorf("facts: %+v", seen.HealthFacts)
	}
	w.want("updates", seen.Updates.TotalCount, 1)
	w.want("statements", n, 1)

	for _, c := range []struct {
		name string
		v    network.Viewer
		text string
		code network.Code
	}{
		{"the coordinator, no member", w.coordinator, "Texte", network.CodeForbidden},
		{"another centre's", w.lyon.officer, "Texte", network.CodeForbidden},
		{"empty", w.lille.officer, " \n ", network.CodeInvalid},
		{"too long", w.lille.officer, strings.Repeat("é", network.UpdateTextMax+1), network.CodeInvalid},
		{"as long as it may be", w.lille.officer, strings.Repeat("é", network.UpdateTextMax), ""},
	} {
		_, err := w.store.PostUpdate(ctx, c.v, newAct(), group, c.text, network.HealthOnTrack)
		wantCode(t, err, c.code)
	}
}

func TestAnUpdateWakesADormantGroup(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupDormant, w.nantes.officer)
	w.must2(w.store.PostUpdate(ctx, w.nantes.officer, newAct(), group, "Nous reprenons.", network.HealthOnTrack))
	state, version := w.groupState(group)
	w.want("state", state, network.GroupActive)
	w.want("version", version, 2)
	w.wantVerbs(group, network.VerbUpdatePosted, network.VerbGroupWoken)

	closed := w.group(network.GroupClosed, w.nantes.officer)
	_, err := w.store.PostUpdate(ctx, w.nantes.officer, newAct(), closed, "Encore un mot.", network.HealthOnTrack)
	wantCode(t, err, network.CodeInvalidTransition)
}

func TestACorrectedUpdateKeepsItsFormerTexts(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer)
	posted, err := w.store.PostUpdate(ctx, w.lille.officer, newAct(), group, "Un", network.HealthOnTrack)
	w.must(err)
	start := w.clock
	for i, text := range []string{"Deux", "Trois"} {
		w.clock = w.clock.Add(time.Hour)
		w.must2(w.store.CorrectUpdate(ctx, w.lille.officer, newAct(), posted.Update, i+1, text, network.HealthAtRisk))
	}
	var seen struct {
		LastUpdate struct {
			Text, Health     string
			CorrectedAt      time.Time
			Version          int
			ViewerCanCorrect bool
			Revisions        []struct {
				Version      int
				Text, Health string
				At           time.Time
			}
		}
	}
	w.read(w.lille.officer, `{ workingGroup(id: "`+string(group)+`") {
		lastUpdate { text health correctedAt version viewerCanCorrect revisions { version text health at } } } }`, &seen)
	u := seen.LastUpdate
	if u.Text != "Trois" || u.Health != "AT_RISK" || u.Version != 3 || !u.ViewerCanCorrect || !u.CorrectedAt.Equal(w.clock) {
		t.Errorf("the text that stands: %+v", u)
	}
	if len(u.Revisions) != 2 || u.Revisions[0].Text != "Deux" || u.Revisions[1].Text != "Un" ||
		!u.Revisions[0].At.Equal(start.Add(time.Hour)) || !u.Revisions[1].At.Equal(start) {
		t.Errorf("the former texts: %+v", u.Revisions)
	}
	_, err = w.store.CorrectUpdate(ctx, w.nantes.officer, newAct(), posted.Update, 3, "Non", network.HealthOnTrack)
	wantCode(t, err, network.CodeForbidden) // its lead neither
	failures := together(4, func(i int) error {
		_, err := w.store.CorrectUpdate(ctx, w.lille.officer, newAct(i), posted.Update, 3, "Quatre", network.HealthOnTrack)
		return err
	})
	w.want("one of four corrections stands", succeeded(failures), 1)
}
