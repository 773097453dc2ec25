package seed

import (
	"fmt"
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
	if now.Year() < 2026 {
		return nil, fmt.Errorf("it reaches 2026, and the clock says %s", now.Format(time.DateOnly))
	}
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
	s.nantes()
	s.lyon()
	s.strasbourg()
	s.tours()
	s.departures()
	s.groupsOfStory()
	s.projectsOfStory()
	s.requests()
	s.visits()
	s.stages()
	s.barcamps() // last: what is drawn for them changes nothing else
	s.agendas()
	s.registrations()
	s.proceedings()
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

// departures are of people who have left the network: their names stay on
// what they did.
func (s *story) departures() {
	for handle, day := range map[string]string{
		"pban.m5": "-100", "pole.m6": "2021-09-30", "irev.m8": "2025-03-31", "pqna.m6": "2023-06-30", "paca.m6": "2022-12-31", "oriv.m6": "2024-06-28",
	} {
		s.who(handle).left = s.when(day + " 18:00")
	}
}

// requests are what people have asked of one another by hand.
func (s *story) requests() {
	contrats, outils, parole := s.named["contrats"], s.named["cosoter"], s.named["parole"]
	group := network.ObjectWorkingGroup
	asked := s.byHand(s.when("-19"), s.who("vac.m1"), s.who("reso.m1"), "Relire les encadrés sur la jeunesse de la synthèse des cent contrats", s.date("+3"), group, contrats.id)
	s.must(asked.state == network.TaskOpen, "%q is closed", asked.title)
	s.byHand(s.when("-6"), s.who("reso.m1"), s.who("reso.m1"), "Envoyer la trame d'entretien aux équipes de rue", s.date("+9"), "", asked.subject)
	s.byHand(s.when("-13"), s.who("labo.i1"), s.who("vac.a1"), "Retrouver les feuilles d'émargement de la rencontre de 2014", s.date("-2"), group, outils.id)
	s.byHand(s.when("-12"), s.who("irev.d1"), s.who("irev.i1"), "Proposer une couverture pour la prochaine édition", s.date("+20"), group, s.named["biennal"].id)
	s.byHand(s.when("-5"), s.who("reso.i2"), s.who("labo.m1"), "Relire la charte avec l'œil de quelqu'un qui anime des ateliers", s.date("+6"), group, parole.id)
	s.byHand(s.when("-5"), s.coordinator, s.who("reso.d1"), "Dire qui représentera Résovilles au comité des directions", s.date("+12"), "", asked.subject)
	s.byHand(s.when("-2"), s.who("national.admin"), s.coordinator, "Valider la liste des comptes à fermer en fin d'année", s.date("+14"), "", asked.subject)
	s.byHand(s.when("-10"), s.coordinator, s.who("national.admin"), "Ouvrir les accès des invités de Tours", s.date("-3"), "", asked.subject)
	s.byHand(s.when("-16"), s.who("vcar.m1"), s.who("vcar.d1"), "Choisir une date pour le séminaire de Fort-de-France", s.date("+5"), group, s.named["outre-mer"].id)
	s.byHand(s.when("-9"), s.coordinator, s.who("oriv.d1"), "Envoyer les photos de la rencontre de Strasbourg", s.date("-1"), "", asked.subject)
	for i, t := range []struct{ by, to, title string }{
		{"labo.m1", "reso.m1", "Transmettre le compte rendu de l'atelier sur les moins de trois ans"},
		{"pban.m1", "irev.i1", "Vérifier les chiffres de la carte de la page douze"},
		{"vac.m1", "labo.d1", "Relire la liste « avant de signer »"},
	} {
		at := s.when("-60").Add(time.Duration(i) * 26 * time.Hour)
		s.done(at.Add(70*time.Hour), s.byHand(at, s.who(t.by), s.who(t.to), t.title, "", "", asked.subject))
	}
}

// visits notes when each was last here, so that the home page has something new to show.
func (s *story) visits() {
	for i, p := range s.people {
		if p.left.IsZero() && p.created.Before(s.now.AddDate(0, 0, -30)) {
			p.visited = s.now.Add(-time.Duration(2+i%5) * 24 * time.Hour)
		}
	}
}
