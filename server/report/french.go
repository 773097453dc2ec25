package report

import (
	"fmt"
	"strings"
	"time"

	"maillage/network"
)

// How French writes days, hours and numbers in a text.

var months = []string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}

var weekdays = []string{"Dimanche", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi"}

// narrow is the space before a mark that stands apart, and that no line may break.
const narrow = "\u202f"

func dayOf(t time.Time) string {
	number := fmt.Sprint(t.Day())
	if t.Day() == 1 {
		number = "1er"
	}
	return fmt.Sprintf("%s %s %d", number, months[t.Month()-1], t.Year())
}

func dateOf(d network.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return string(d)
	}
	return dayOf(t)
}

// days are the days of a gathering: « du 25 au 26 juin 2019 ».
func days(from, to network.Date) string {
	a, errA := time.Parse(time.DateOnly, string(from))
	b, errB := time.Parse(time.DateOnly, string(to))
	switch {
	case errA != nil || errB != nil || from == to:
		return dateOf(from)
	case a.Year() == b.Year() && a.Month() == b.Month():
		first := fmt.Sprint(a.Day())
		if a.Day() == 1 {
			first = "1er"
		}
		return "du " + first + " au " + dayOf(b)
	}
	return "du " + dayOf(a) + " au " + dayOf(b)
}

// hour is « 9 h 30 ».
func hour(t time.Time) string {
	if t.Minute() == 0 {
		return fmt.Sprintf("%d%sh", t.Hour(), narrow)
	}
	return fmt.Sprintf("%d%sh%s%02d", t.Hour(), narrow, narrow, t.Minute())
}

func weekday(t time.Time) string { return weekdays[t.Weekday()] + " " + dayOf(t) }

// count is a number with its noun, in the plural from two on.
func count(n int, one, many string) string {
	if n < 2 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, many)
}

func quoted(s string) string { return "«" + narrow + s + narrow + "»" }

// listed is « a, b et c ».
func listed(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " et " + items[len(items)-1]
}

// facts are several short facts of one thing on one line.
func facts(said ...string) string {
	var kept []string
	for _, s := range said {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, " · ")
}

var agendaKinds = map[network.AgendaItemKind]string{
	network.AgendaPlenary: "plénière", network.AgendaTalk: "intervention", network.AgendaBarcamp: "barcamp",
	network.AgendaQuestions: "questions", network.AgendaForum: "forum ouvert", network.AgendaBreak: "pause",
}

var topicStates = map[network.TopicState]string{
	network.TopicProposed: "proposé, sans séance", network.TopicPitched: "présenté, sans séance", network.TopicScheduled: "séance à venir",
	network.TopicRunning: "séance en cours", network.TopicHeld: "séance tenue", network.TopicHarvested: "récolté", network.TopicPostponed: "reporté",
}
