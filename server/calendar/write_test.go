package calendar

import (
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"maillage/network"
)

var site = &url.URL{Scheme: "https", Host: "maillage.example"}

func entry(title, starts, zone string) network.CalendarEntry {
	place, err := time.LoadLocation(zone)
	if err != nil {
		panic(err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04", starts, place)
	if err != nil {
		panic(err)
	}
	return network.CalendarEntry{ID: "0196a000-0000-7000-8000-000000000001", Kind: network.CalendarAgendaItem, Title: title,
		Gathering: "Rencontre", GatheringID: "0196a000-0000-7000-8000-000000000002", Place: "Hall, Nantes", TimeZone: zone,
		StartsAt: at, EndsAt: at.Add(time.Hour), ChangedAt: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)}
}

// parsed reads back what was written.
func parsed(t *testing.T, entries ...network.CalendarEntry) (*ics.Calendar, string) {
	t.Helper()
	body := string(write(site, "fr", entries))
	c, err := ics.ParseCalendar(strings.NewReader(body))
	if err != nil {
		t.Fatalf("%v in\n%s", err, body)
	}
	return c, body
}

func value(e *ics.VEvent, p ics.ComponentProperty) string {
	if found := e.GetProperty(p); found != nil {
		return found.Value
	}
	return ""
}

// An hour is the instant it names where the gathering is, in each season.
func TestHoursAreRightInEveryZoneAndSeason(t *testing.T) {
	for _, c := range []struct{ starts, zone, utc string }{
		{"2027-03-27 10:00", "Europe/Paris", "20270327T090000Z"}, // winter time, the eve of the change
		{"2027-03-28 10:00", "Europe/Paris", "20270328T080000Z"}, // summer time, that very day
		{"2026-10-25 10:00", "Europe/Paris", "20261025T090000Z"},
		{"2027-03-28 10:00", "Indian/Reunion", "20270328T060000Z"}, // no seasons there
	} {
		read, _ := parsed(t, entry("Ouverture", c.starts, c.zone))
		if got := value(read.Events()[0], ics.ComponentPropertyDtStart); got != c.utc {
			t.Errorf("%s in %s: %s, want %s", c.starts, c.zone, got, c.utc)
		}
	}
}

func TestAGatheringIsWholeDays(t *testing.T) {
	g := entry("Rencontre de Nantes", "2026-06-25 00:00", "UTC")
	g.Kind, g.AllDay, g.EndsAt = network.CalendarGathering, true, g.StartsAt.AddDate(0, 0, 2)
	_, body := parsed(t, g)
	for _, line := range []string{"DTSTART;VALUE=DATE:20260625", "DTEND;VALUE=DATE:20260627", "TRANSP:TRANSPARENT"} {
		if !strings.Contains(body, "\r\n"+line+"\r\n") {
			t.Errorf("no %s in\n%s", line, body)
		}
	}
}

func TestWhatIsCancelledSaysSoAndKeepsItsName(t *testing.T) {
	moved := entry("Atelier", "2026-06-25 10:00", "Europe/Paris")
	before, _ := parsed(t, moved)
	moved.Sequence, moved.Cancelled = 2, true
	after, _ := parsed(t, moved)
	was, is := before.Events()[0], after.Events()[0]
	if was.Id() != is.Id() || was.Id() == "" {
		t.Errorf("%q became %q", was.Id(), is.Id())
	}
	for p, want := range map[ics.ComponentProperty][2]string{
		ics.ComponentPropertyStatus:   {"CONFIRMED", "CANCELLED"},
		ics.ComponentPropertySequence: {"0", "2"},
		ics.ComponentPropertySummary:  {"Atelier", "Annulé\u202f: Atelier"},
		ics.ComponentPropertyDtstamp:  {"20260601T080000Z", "20260601T080000Z"},
	} {
		if got := [2]string{value(was, p), value(is, p)}; got != want {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
}

// Nothing that somebody writes becomes a line of the calendar.
func TestNoTextBecomesAProperty(t *testing.T) {
	for _, evil := range []string{
		"Titre\r\nATTENDEE:mailto:x@evil.example", "Titre\nEND:VEVENT\nBEGIN:VEVENT", "Titre\rURL:https://evil.example",
		"Titre\u2028URL:https://evil.example", "Titre\\nURL:https://evil.example", `Titre;VALUE=X:"a",b\`, "Titre\x00\x0b\x85", strings.Repeat("é", 200),
	} {
		e := entry(evil, "2026-06-25 10:00", "Europe/Paris")
		e.Place, e.Speaker, e.Gathering, e.Description = evil, evil, evil, evil
		read, body := parsed(t, e)
		if len(read.Events()) != 1 {
			t.Fatalf("%q: %d events", evil, len(read.Events()))
		}
		found := read.Events()[0]
		if got, want := value(found, ics.ComponentPropertySummary), line(evil); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
		if got, want := value(found, ics.ComponentPropertyLocation), line(evil); got != want {
			t.Errorf("%q came back as %q", want, got)
		}
		if found.GetProperty(ics.ComponentPropertyAttendee) != nil || len(found.GetProperties(ics.ComponentPropertyUrl)) != 1 {
			t.Errorf("%q adds a property:\n%s", evil, body)
		}
	}
}

// Every line ends as RFC 5545 wants, has 75 octets at most, and is whole UTF-8.
func TestLinesAreFolded(t *testing.T) {
	for n := range 80 {
		_, body := parsed(t, entry(strings.Repeat("a", n)+strings.Repeat("l’été à 😀 ", 20), "2026-06-25 10:00", "Europe/Paris"))
		if strings.Contains(strings.ReplaceAll(body, "\r\n", ""), "\n") || !strings.HasSuffix(body, "END:VCALENDAR\r\n") {
			t.Fatalf("a line is not ended by CR LF in %q", body)
		}
		for _, line := range strings.Split(body, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Errorf("%d octets: %q", len(line), line)
			}
		}
	}
}

func TestTheSameEntriesGiveTheSameBytes(t *testing.T) {
	e := entry("Ouverture", "2026-06-25 10:00", "Europe/Paris")
	once, again := string(write(site, "fr", []network.CalendarEntry{e})), string(write(site, "fr", []network.CalendarEntry{e}))
	if once != again {
		t.Error("they differ")
	}
	e.Kind, e.TopicID, e.Speaker = network.CalendarSession, "0196a000-0000-7000-8000-000000000003", "Une élue"
	body := string(write(site, "en", []network.CalendarEntry{e}))
	for _, part := range []string{"URL:https://maillage.example/sujets/0196a000", "Session of the open forum", "With Une élue", "X-WR-CALNAME:Maillage: my programme"} {
		if !strings.Contains(strings.ReplaceAll(body, "\r\n ", ""), part) {
			t.Errorf("no %q in\n%s", part, body)
		}
	}
}
