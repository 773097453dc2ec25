package seed

import "time"

// The centres of the French network, as public facts: names, cities and
// regions (INSEE codes). The day each joined is that on which the
// demonstration's network took it in, and no fact of its own history; so are
// the sizes of the teams, whose people are all invented.
var realCentres = []struct {
	slug, name, short, city string
	regions                 []string
	lat, lon                float64
	timeZone                string
	joined                  string
	// How many officers, information officers and assistants the story gives it.
	officers, information, assistants int
}{
	{"reso", "Résovilles", "Résovilles", "Nantes", []string{"52", "53"}, 47.2184, -1.5536, paris, "2019-01-07", 11, 2, 2},
	{"labo", "Labo Cités", "Labo Cités", "Lyon", []string{"84"}, 45.7640, 4.8357, paris, "2019-01-07", 13, 2, 2},
	{"pban", "Profession Banlieue", "Profession Banlieue", "Saint-Denis", []string{"11"}, 48.9362, 2.3574, paris, "2019-01-07", 10, 1, 2},
	{"pole", "Pôle ressources Ville et développement social", "Pôle ressources", "Val-d’Oise", []string{"11"}, 49.0389, 2.0776, paris, "2019-01-07", 9, 1, 1},
	{"essonne", "Centre de ressources politique de la ville en Essonne", "CRPV Essonne", "Évry-Courcouronnes", []string{"11"}, 48.6290, 2.4290, paris, "2019-01-07", 9, 1, 1},
	{"oriv", "ORIV – Observatoire régional de l’intégration et de la ville", "ORIV", "Strasbourg", []string{"44"}, 48.5734, 7.7521, paris, "2019-01-07", 11, 2, 1},
	{"irev", "IREV – Institut régional de la ville", "IREV", "Lille", []string{"32"}, 50.6292, 3.0573, paris, "2019-01-07", 13, 2, 2},
	{"norm", "Normanvilles", "Normanvilles", "Hérouville-Saint-Clair", []string{"28"}, 49.2040, -0.3340, paris, "2019-01-07", 9, 1, 1},
	{"vac", "Villes au Carré", "Villes au Carré", "Tours", []string{"24"}, 47.3941, 0.6848, paris, "2019-01-07", 10, 1, 2},
	{"pqna", "Pays et Quartiers de Nouvelle-Aquitaine", "PQN-A", "Bordeaux", []string{"75"}, 44.8378, -0.5792, paris, "2019-01-07", 12, 2, 2},
	{"traj", "Trajectoire Ressources", "Trajectoire Ressources", "Montbéliard", []string{"27"}, 47.5100, 6.7980, paris, "2019-01-07", 9, 1, 1},
	{"vto", "Villes et Territoires Occitanie", "Villes et Territoires", "Montpellier", []string{"76"}, 43.6108, 3.8767, paris, "2019-01-07", 10, 1, 1},
	{"rt", "Ressources & Territoires", "Ressources & Territoires", "Toulouse", []string{"76"}, 43.6047, 1.4442, paris, "2019-01-07", 11, 1, 2},
	{"paca", "Centre de ressources politique de la ville Provence-Alpes-Côte d’Azur", "CRPV PACA", "Marseille", []string{"93"}, 43.2965, 5.3698, paris, "2019-01-07", 11, 2, 1},
	{"guy", "Centre de ressources politique de la ville de Guyane", "CRPV Guyane", "Cayenne", []string{"03"}, 4.9224, -52.3135, "America/Cayenne", "2019-01-07", 7, 1, 1},
	{"vcar", "Ville Caraïbe – Centre de ressources politique de la ville de Martinique", "Ville Caraïbe", "Fort-de-France", []string{"02"}, 14.6161, -61.0588, "America/Martinique", "2019-01-07", 7, 1, 1},
	{"csur", "Centre de ressources de la cohésion sociale et urbaine de La Réunion", "CR-CSUR", "Saint-Denis (La Réunion)", []string{"04"}, -20.8789, 55.4481, "Indian/Reunion", "2019-01-07", 8, 1, 1},
	{"maore", "Maoré Ouvoimoja – Centre de ressources politique de la ville et cohésion sociale", "Maoré Ouvoimoja", "Mamoudzou", []string{"06"}, -12.7806, 45.2278, "Indian/Mayotte", "2020-09-01", 6, 1, 1},
}

const paris = "Europe/Paris"

func (w *world) addCentres() {
	for _, c := range realCentres {
		joined, err := time.Parse(time.DateOnly, c.joined)
		w.must(err == nil, "centre %s: %v", c.slug, err)
		made := &centre{id: w.id(joined), slug: c.slug, name: c.name, short: c.short, city: c.city, regions: c.regions,
			lat: c.lat, lon: c.lon, timeZone: c.timeZone, joined: joined}
		w.centres = append(w.centres, made)
		w.bySlug[c.slug] = made
	}
}

// The shared list of subjects.
var subjects = []struct{ code, label, eng string }{
	{"contrats-de-ville", "Contrats de ville", "City contracts"},
	{"cites-educatives", "Éducation et cités éducatives", "Education and education alliances"},
	{"emploi", "Emploi et développement économique", "Jobs and local economy"},
	{"renovation-urbaine", "Rénovation urbaine et cadre de vie", "Urban renewal"},
	{"participation", "Participation des habitants", "Residents’ participation"},
	{"sante", "Santé", "Health"},
	{"numerique", "Numérique et médiation", "Digital inclusion"},
	{"egalite", "Égalité femmes-hommes", "Gender equality"},
	{"jeunesse", "Jeunesse", "Youth"},
	{"culture", "Culture et mémoire des quartiers", "Culture and local memory"},
	{"evaluation", "Évaluation et observation", "Evaluation and data"},
	{"discriminations", "Lutte contre les discriminations", "Fighting discrimination"},
	{"transition", "Transition écologique", "Ecological transition"},
	{"acces-aux-droits", "Accès aux droits", "Access to rights"},
	{"outre-mer", "Outre-mer", "Overseas territories"},
	{"reseau", "Vie du réseau", "Life of the network"},
}

func (w *world) addThemes() {
	at := time.Date(2019, 1, 7, 8, 0, 0, 0, time.UTC)
	for _, s := range subjects {
		t := &theme{id: w.id(at), code: s.code, label: s.label, eng: s.eng}
		w.themes = append(w.themes, t)
		w.byTheme[s.code] = t
	}
}
