package seed

import (
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // the story's hours are those of Paris, wherever it is told

	"maillage/network"
)

// storySeed draws the names and what the texts leave to chance.
const storySeed = 20190625

// A story is a world with the words to tell it.
type story struct {
	*world
	paris *time.Location
	// today is the day of now, in Paris, at midnight.
	today time.Time
	named map[string]*group
	topic map[string]*topic
}

// tell tells the whole story as it stands at now.
func tell(now time.Time) (*world, error) {
	loc, err := time.LoadLocation(paris)
	if err != nil {
		return nil, err
	}
	w := newWorld(storySeed, now)
	local := w.now.In(loc)
	s := &story{world: w, paris: loc, today: time.Date(local.Year(), local.Month(), local.Day(), 0, 0, 0, 0, loc),
		named: map[string]*group{}, topic: map[string]*topic{}}
	w.addThemes()
	w.addCentres()
	w.addCoordination()
	w.addTeams()
	s.visits()
	return w, w.err
}

func (w *world) themeDay() time.Time { return time.Date(2019, 1, 7, 8, 0, 0, 0, time.UTC) }

// when reads a moment of the story: a day ("2019-11-14"), a day and an hour
// ("2019-11-14 15:30"), days before today ("-42", "-42 15:30"), or a stretch
// before now ("-3h20m"). Days without an hour have one drawn from the hours
// of work.
func (s *story) when(text string) time.Time {
	if d, err := time.ParseDuration(text); err == nil && d < 0 {
		return s.now.Add(d)
	}
	date, hour, _ := strings.Cut(text, " ")
	var base time.Time
	if strings.HasPrefix(date, "-") || strings.HasPrefix(date, "+") {
		n, err := strconv.Atoi(date)
		s.must(err == nil, "moment %q", text)
		base = s.today.AddDate(0, 0, n)
	} else {
		parsed, err := time.ParseInLocation(time.DateOnly, date, s.paris)
		s.must(err == nil, "moment %q", text)
		base = parsed
	}
	if hour == "" {
		return base.Add(9*time.Hour + time.Duration(s.rng.IntN(8*60))*time.Minute).UTC()
	}
	clock, err := time.Parse("15:04", hour)
	s.must(err == nil, "moment %q", text)
	return time.Date(base.Year(), base.Month(), base.Day(), clock.Hour(), clock.Minute(), 0, 0, s.paris).UTC()
}

// date is when, for a day of the calendar.
func (s *story) date(text string) network.Date {
	if text == "" {
		return ""
	}
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") {
		n, err := strconv.Atoi(text)
		s.must(err == nil, "day %q", text)
		return network.Date(s.today.AddDate(0, 0, n).Format(time.DateOnly))
	}
	return network.Date(text)
}

// who finds somebody by handle; several are separated by spaces.
func (s *story) who(handle string) *person {
	p := s.byHandle[handle]
	s.must(p != nil, "nobody is %q", handle)
	if p == nil {
		return s.coordinator
	}
	return p
}

func (s *story) whoAll(handles string) []*person {
	var all []*person
	for _, h := range strings.Fields(handles) {
		all = append(all, s.who(h))
	}
	return all
}

func (s *story) themesOf(codes string) []*theme {
	var all []*theme
	for _, code := range strings.Fields(codes) {
		t := s.byTheme[code]
		s.must(t != nil, "no theme is %q", code)
		all = append(all, t)
	}
	return all
}

// visits notes when each was last here, so that the home page has something new to show.
func (s *story) visits() {
	for i, p := range s.people {
		if p.left.IsZero() && p.created.Before(s.now.AddDate(0, 0, -30)) {
			p.visited = s.now.Add(-time.Duration(2+i%5) * 24 * time.Hour)
		}
	}
}
