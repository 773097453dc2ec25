package seed

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"maillage/network"
)

// addTeams gives every centre its people. Those of the personas stand first in
// their kind, under the names the story tells.
func (w *world) addTeams() {
	taken := map[string]bool{}
	for _, p := range personas {
		taken[p.given+" "+p.family] = true
	}
	for i, c := range realCentres {
		centre := w.centres[i]
		add := func(job network.Job, letter string, n int) {
			for k := 1; k <= n; k++ {
				handle := fmt.Sprintf("%s.%s%d", c.slug, letter, k)
				w.addPerson(centre, handle, job, k > 7 && job == network.JobMissionOfficer, k, taken)
			}
		}
		add(network.JobDirector, "d", 1)
		add(network.JobMissionOfficer, "m", c.officers)
		add(network.JobInformationOfficer, "i", c.information)
		add(network.JobAdministrativeAssistant, "a", c.assistants)
	}
}

// addPerson adds somebody under the handle of the story's texts. Late ones
// came in the years after Nantes.
func (w *world) addPerson(c *centre, handle string, job network.Job, late bool, k int, taken map[string]bool) *person {
	created := c.joined.Add(9 * time.Hour)
	if late {
		created = time.Date(2021+w.rng.IntN(4), time.Month(1+w.rng.IntN(12)), 1+w.rng.IntN(27), 9, 0, 0, 0, time.UTC)
	}
	p := &person{centre: c, job: job, role: network.RoleNone, created: created}
	if known := personaAt(handle); known != nil {
		p.given, p.family, p.email, p.bio = known.given, known.family, known.email, fr(known.bio)
	} else {
		p.given, p.family = w.freeName(c.slug, taken)
		p.email = address(p.given, p.family, c.slug)
		if k%3 == 1 {
			p.bio = w.bioOf(p)
		}
	}
	p.phone = w.phone(c)
	p.themes = w.someThemes(1 + w.rng.IntN(3))
	w.enrol(p, handle)
	return p
}

func (w *world) enrol(p *person, handle string) {
	p.id = w.id(p.created)
	w.people = append(w.people, p)
	w.byHandle[handle] = p
	if p.centre != nil {
		p.centre.staff = append(p.centre.staff, p)
		if p.job == network.JobDirector {
			p.centre.directors = append(p.centre.directors, p)
		}
	}
}

// freeName draws a name that nobody has yet.
func (w *world) freeName(slug string, taken map[string]bool) (given, family string) {
	families := familyNames
	if own := familyNamesOf[slug]; len(own) > 0 && w.rng.IntN(4) > 0 {
		families = own
	}
	for {
		given = givenNames[w.rng.IntN(len(givenNames))]
		family = strings.ReplaceAll(families[w.rng.IntN(len(families))], "Le-", "Le ")
		family = strings.ReplaceAll(family, "Da-", "Da ")
		if !taken[given+" "+family] {
			taken[given+" "+family] = true
			return given, family
		}
	}
}

// address is an e-mail at a domain reserved for examples.
func address(given, family, slug string) string {
	return plain(given) + "." + plain(family) + "@" + slug + ".example"
}

// plain is a name in the letters of an address.
func plain(name string) string {
	bare, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), name)
	if err != nil {
		bare = name
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r == '-':
			return r
		case r == ' ':
			return '-'
		}
		return -1
	}, strings.ToLower(bare))
}

// phone is a number of the range that the regulator keeps for fictions.
func (w *world) phone(c *centre) string {
	block := "01 99 00"
	switch c.regions[0] {
	case "52", "53", "24", "28", "75", "04", "06":
		block = "02 61 91"
	case "44", "27", "32":
		block = "03 53 01"
	case "84", "93", "76":
		block = "04 65 71"
	}
	return fmt.Sprintf("%s %02d %02d", block, w.rng.IntN(100), w.rng.IntN(100))
}

func (w *world) someThemes(n int) []*theme {
	var some []*theme
	for _, i := range w.rng.Perm(len(w.themes))[:n] {
		some = append(some, w.themes[i])
	}
	return some
}

var bios = map[network.Job][]string{
	network.JobDirector: {
		"Dirige le centre depuis %d, après quinze ans en collectivité. Tient à ce que chaque coopération ait une suite écrite.",
		"Arrivée en %d par l'éducation populaire. Défend l'idée qu'un centre de ressources est d'abord un tiers de confiance.",
		"Urbaniste de formation, à la tête de l'équipe depuis %d. Aime les réunions qui finissent à l'heure.",
		"Ancienne déléguée du préfet, dans le réseau depuis %d. S'intéresse à la façon dont les centres décident ensemble.",
	},
	network.JobMissionOfficer: {
		"Suit les contrats de ville et forme les équipes projet. Dans le réseau depuis %d.",
		"Sociologue, anime depuis %d un cycle d'échanges de pratiques entre professionnels des quartiers.",
		"Travaille sur l'emploi et l'entrepreneuriat. A rejoint l'équipe en %d après une mission locale.",
		"Chargée des questions éducatives depuis %d. Collectionne les fiches d'expérience, surtout celles qui racontent un échec.",
		"Géographe et cartographe. Tient l'observatoire régional des quartiers depuis %d.",
		"Vient de la prévention spécialisée. Anime depuis %d les rencontres de conseils citoyens.",
		"Référente santé et accès aux droits depuis %d. Cherche toujours une deuxième région pour comparer.",
	},
	network.JobInformationOfficer: {
		"Documentaliste, fait vivre la veille et les publications du centre depuis %d.",
		"Responsable de la lettre et du site. Depuis %d, plaide pour des documents plus courts.",
		"Journaliste de formation, met en récit les expériences locales depuis %d.",
	},
	network.JobAdministrativeAssistant: {
		"Organise les rencontres et tient l'annuaire du centre depuis %d.",
		"Assistante de gestion depuis %d : budgets, inscriptions, et la mémoire de la maison.",
	},
}

func (w *world) bioOf(p *person) string {
	texts := bios[p.job]
	return fr(fmt.Sprintf(texts[w.rng.IntN(len(texts))], max(2004+w.rng.IntN(14), p.created.Year()-12)))
}
