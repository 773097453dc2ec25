package calendar

import (
	"net/url"
	"strings"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"maillage/network"
)

// The words of a calendar, in the languages of the interface.
var words = map[string]struct{ name, cancelled, speaker, session string }{
	"fr": {"Maillage\u202f: mon programme", "Annulé\u202f: ", "Avec ", "Séance du forum ouvert"},
	"en": {"Maillage: my programme", "Cancelled: ", "With ", "Session of the open forum"},
}

// write is a calendar of these entries. The same entries give the same bytes.
// Hours are instants in UTC: right whatever the zone of the gathering, of the
// reader, and of the season.
func write(public *url.URL, language string, entries []network.CalendarEntry) []byte {
	w, known := words[language]
	if !known {
		w = words["fr"]
	}
	c := ics.NewCalendarFor("Maillage")
	c.SetMethod(ics.MethodPublish)
	c.SetXWRCalName(w.name)
	// Polite clients come back no sooner.
	c.SetRefreshInterval("PT1H")
	c.SetXPublishedTTL("PT1H")
	for _, entry := range entries {
		e := c.AddEvent(string(entry.ID) + "@maillage")
		title := line(entry.Title)
		if entry.Cancelled {
			title = w.cancelled + title
			e.SetStatus(ics.ObjectStatusCancelled)
		} else {
			e.SetStatus(ics.ObjectStatusConfirmed)
		}
		e.SetSummary(title)
		e.SetSequence(entry.Sequence)
		e.SetDtStampTime(entry.ChangedAt)
		e.SetModifiedAt(entry.ChangedAt)
		if entry.AllDay {
			e.SetAllDayStartAt(entry.StartsAt.UTC())
			e.SetAllDayEndAt(entry.EndsAt.UTC())
			e.SetTimeTransparency(ics.TransparencyTransparent)
		} else {
			e.SetStartAt(entry.StartsAt)
			e.SetEndAt(entry.EndsAt)
		}
		if place := line(entry.Place); place != "" {
			e.SetLocation(place)
		}
		var about []string
		if entry.Kind == network.CalendarSession {
			about = append(about, w.session)
		}
		if entry.Speaker != "" {
			about = append(about, w.speaker+line(entry.Speaker))
		}
		if entry.Kind != network.CalendarGathering {
			about = append(about, line(entry.Gathering))
		}
		if entry.Description != "" {
			about = append(about, "", text(entry.Description))
		}
		if len(about) > 0 {
			e.SetDescription(strings.TrimSpace(strings.Join(about, "\n")))
		}
		e.SetURL(page(public, entry))
	}
	return []byte(c.Serialize(ics.WithNewLineWindows, ics.WithLineLength(foldAt)))
}

// foldAt is how many octets a line has at most, its break not counted.
const foldAt = 75

// page is where an entry is read in full.
func page(public *url.URL, entry network.CalendarEntry) string {
	if entry.TopicID != "" {
		return public.JoinPath("sujets", string(entry.TopicID)).String()
	}
	return public.JoinPath("rencontres", string(entry.GatheringID)).String()
}

// line is a text on one line, and text one of several, without what a calendar
// could take for a line of its own. What people type is clean already; this
// does not rely on it.
func line(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s))
}

func text(s string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s), "\n")
	for i := range lines {
		lines[i] = line(lines[i])
	}
	return strings.Join(lines, "\n")
}
