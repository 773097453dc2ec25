package seed

import (
	"maillage/network"
)

// The people to play the demonstration as. Their handle says where they stand:
// centre, letter of the job, number.
var personas = []struct {
	handle, given, family, email string
	does, doesFr, bio            string
}{
	{"reso.m1", "Inès", "Carpentier", "ines@demo.maillage.example",
		"proposes topics, joins groups, posts updates",
		"propose des sujets, rejoint des groupes, donne des nouvelles",
		"Chargée de mission éducation et jeunesse à Nantes. Était déjà là en juin 2019, badge autour du cou, à accueillir tout le monde."},
	{"labo.m1", "Malik", "Ouedraogo", "malik@demo.maillage.example",
		"convenes a topic on today's wall, leads a group, owes a harvest",
		"porte un sujet au mur du jour, anime un groupe, doit une récolte",
		"Chargé de mission à Lyon. Porteur de sujets récidiviste : a ouvert celui des cités éducatives à Nantes."},
	{"national.coordinator", "Claire", "Montbrun", "claire@demo.maillage.example",
		"facilitates the forum, opens and accepts groups, sees the Observatoire",
		"anime le forum, ouvre et accepte les groupes, voit l'Observatoire",
		"Coordonne le réseau national. Répond aux courriels le matin, aux téléphones tout le temps."},
	{"reso.d1", "Thierry", "Kervadec", "thierry@demo.maillage.example",
		"proposes joint projects for the lead centre, commits and starts them",
		"propose des projets communs, les engage et les lance",
		"Directeur à Nantes depuis 2016. A prêté les murs, les micros et la météo de la rencontre de 2019."},
	{"oriv.d1", "Farida", "Benhaddou", "farida@demo.maillage.example",
		"signs or declines for her centre",
		"signe ou décline pour son centre",
		"Directrice à Strasbourg. Lit les engagements jusqu'à la dernière ligne avant de signer."},
	{"vcar.d1", "Marie-Josée", "Lafortune", "marie-josee@demo.maillage.example",
		"signs or declines for her centre; one part to re-confirm",
		"signe ou décline pour son centre, avec une part à reconfirmer",
		"Directrice à Fort-de-France. Rappelle à chaque réunion l'heure qu'il est chez elle, et ce que coûte un billet."},
	{"irev.i1", "Léa", "Schmitt", "lea@demo.maillage.example",
		"convenes a topic, is secretary of a group",
		"porte un sujet, tient le secrétariat d'un groupe",
		"Chargée de publication à Lille. Tient la plume du Rapport biennal depuis deux éditions."},
	{"vac.a1", "Odile", "Hennequin", "odile@demo.maillage.example",
		"works in the centre that hosts: proposed a topic, keeps the logistics",
		"travaille dans le centre qui accueille : a proposé un sujet, tient la logistique",
		"Assistante à Tours. Connaît le numéro de la régie, celui du traiteur, et celui de l'ascensoriste."},
	{"national.admin", "Thomas", "Nguyen-Marchand", "admin@demo.maillage.example",
		"looks after accounts and network roles",
		"gère les comptes et les rôles du réseau",
		"Administre la plateforme du réseau."},
	{"guest.1", "Solène", "Delaunay", "invitee@demo.maillage.example",
		"sees today's gathering only; proposes, stars and votes there",
		"ne voit que la rencontre du jour : y propose, met des étoiles, vote",
		"Élue invitée à la rencontre nationale."},
}

func personaAt(handle string) *struct {
	handle, given, family, email string
	does, doesFr, bio            string
} {
	for i := range personas {
		if personas[i].handle == handle {
			return &personas[i]
		}
	}
	return nil
}

func personaEmails() []string {
	emails := make([]string, len(personas))
	for i, p := range personas {
		emails[i] = p.email
	}
	return emails
}

func personaDoes(email string) (en, fr string) {
	for _, p := range personas {
		if p.email == email {
			return p.does, p.doesFr
		}
	}
	return "", ""
}

func personasOf(w *world) []Persona {
	var all []Persona
	for _, known := range personas {
		p := w.byHandle[known.handle]
		if p == nil {
			continue
		}
		q := Persona{Name: p.name(), Email: p.email, Job: string(p.job), Does: known.does, DoesFr: known.doesFr}
		if p.centre != nil {
			q.Centre = p.centre.short
		}
		all = append(all, q)
	}
	return all
}

// addCoordination adds the national people: who coordinates, who administers,
// and two who work with them.
func (w *world) addCoordination() {
	add := func(handle, given, family, email, bio string, role network.NetworkRole) *person {
		p := &person{given: given, family: family, email: email, bio: fr(bio), job: network.JobNationalCoordination, role: role,
			created: w.themeDay(), themes: w.someThemes(2), phone: "01 99 00 20 19"}
		w.enrol(p, handle)
		return p
	}
	for _, handle := range []string{"national.coordinator", "national.admin"} {
		known := personaAt(handle)
		role := network.RoleCoordinator
		if handle == "national.admin" {
			role = network.RoleAdmin
		}
		add(handle, known.given, known.family, known.email, known.bio, role)
	}
	w.coordinator = w.byHandle["national.coordinator"]
	add("national.3", "Rodolphe", "Escoffier", "rodolphe.escoffier@national.example", "Suit l'observation et les bilans d'activité.", network.RoleNone)
}
