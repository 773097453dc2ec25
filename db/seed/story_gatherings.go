package seed

import (
	"slices"
	"strings"
	"time"

	"maillage/db"
	"maillage/network"
)

// gather adds a gathering that some centres host.
func (s *story) gather(created, name, city, venue, starts, ends string, state network.GatheringState, hosts, text string) *gathering {
	at := s.when(created)
	g := &gathering{id: s.id(at), name: fr(name), city: city, venue: fr(venue), starts: s.date(starts), ends: s.date(ends), state: state,
		description: fr(text), created: at}
	for _, slug := range strings.Fields(hosts) {
		g.hosts = append(g.hosts, s.bySlug[slug])
	}
	s.gatherings = append(s.gatherings, g)
	return g
}

func (s *story) space(g *gathering, name string, capacity int, onBoard bool) *space {
	sp := &space{id: s.id(g.created), name: fr(name), capacity: capacity, onBoard: onBoard, equipment: "Tables mobiles, paperboard"}
	if !onBoard {
		sp.equipment = fr("Vidéoprojecteur, micros, boucle d'induction")
	}
	g.spaces = append(g.spaces, sp)
	return sp
}

// item adds an hour of the agenda: "2019-06-25 09:30" for some minutes.
func (s *story) item(g *gathering, starts string, minutes int, kind network.AgendaItemKind, space *space, title, speaker string) {
	g.agenda = append(g.agenda, s.itemOf(g, starts, minutes, kind, space, title, speaker))
}

// itemOf makes an item; what is for everybody is shown to anyone.
func (s *story) itemOf(g *gathering, starts string, minutes int, kind network.AgendaItemKind, space *space, title, speaker string) *agendaItem {
	at := s.when(starts)
	return &agendaItem{id: s.id(g.created), title: fr(title), speaker: fr(speaker), kind: kind, starts: at, space: space,
		ends: at.Add(time.Duration(minutes) * time.Minute), public: kind == network.AgendaPlenary || kind == network.AgendaTalk,
		state: network.AgendaPlanned}
}

// attending are the people of the centres' teams who came: those of the given
// kinds, of everyone who was there by then, up to a number.
func (s *story) attending(at time.Time, most int, kinds ...string) []*person {
	var all []*person
	for _, kind := range kinds {
		for _, c := range s.centres {
			if p := s.byHandle[c.slug+"."+kind]; p != nil && p.created.Before(at) && len(all) < most {
				all = append(all, p)
			}
		}
	}
	return all
}

// nantes tells the gathering of 25 and 26 June 2019.
func (s *story) nantes() {
	g := s.gather("2019-03-04", "Rencontre nationale de Nantes", "Nantes", "", "2019-06-25", "2019-06-26", network.GatheringClosed, "reso",
		"Deux jours d'échanges et de mise en réseau, à l'invitation de Résovilles et avec la coordination nationale : un barcamp, les réalisations "+
			"communes, le bilan d'activité 2018, et un forum ouvert sur nos pratiques.")
	plenary := s.space(g, "Grande salle", 120, false)
	hall := s.space(g, "Hall", 100, false)
	for _, name := range []string{"Salle Erdre", "Salle Loire", "Salle Sèvre", "Salle Chézine", "Patio"} {
		s.space(g, name, 20, true)
	}
	s.space(g, "Petit amphi", 40, true)

	s.item(g, "2019-06-25 09:00", 30, network.AgendaBreak, hall, "Accueil", "")
	s.item(g, "2019-06-25 09:30", 30, network.AgendaPlenary, plenary, "Ouverture", "Résovilles et la coordination nationale")
	s.item(g, "2019-06-25 10:00", 120, network.AgendaBarcamp, hall, "Barcamp : pépites et questions à résoudre collectivement", "Toutes et tous")
	s.item(g, "2019-06-25 12:00", 90, network.AgendaBreak, hall, "Déjeuner", "")
	s.item(g, "2019-06-25 13:30", 60, network.AgendaPlenary, plenary, "Réalisations communes et outils du réseau : L'Éco des quartiers, Rapport biennal, Cosoter", "Les équipes concernées")
	s.item(g, "2019-06-25 14:30", 45, network.AgendaTalk, plenary, "Entrepreneurs des quartiers : le rôle de Bpifrance", "Une représentante de Bpifrance")
	s.item(g, "2019-06-25 15:15", 30, network.AgendaTalk, plenary, "La politique de la ville à Nantes Métropole", "Une élue de la métropole")
	s.item(g, "2019-06-25 15:45", 15, network.AgendaBreak, hall, "Pause", "")
	s.item(g, "2019-06-25 16:00", 45, network.AgendaPlenary, plenary, "Bilan d'activité 2018 du réseau, avec pour la première fois une analyse qualitative", "La coordination nationale")
	s.item(g, "2019-06-25 16:45", 45, network.AgendaQuestions, plenary, "Questions à un responsable du CGET : la future agence, la circulaire du 12 juin", "Un responsable du CGET")
	s.item(g, "2019-06-26 09:00", 360, network.AgendaForum, nil, "Forum ouvert : nos pratiques, nos coopérations", "Toutes et tous")
	s.item(g, "2019-06-26 15:00", 30, network.AgendaPlenary, plenary, "Ce que nous emportons", "")

	f := g.openForum(s.world, s.when("2019-05-13 10:00"), "Forum ouvert de Nantes", s.coordinator)
	f.slot("Mercredi 9 h 45", s.when("2019-06-26 09:45"), s.when("2019-06-26 10:45"))
	f.slot("Mercredi 11 h", s.when("2019-06-26 11:00"), s.when("2019-06-26 12:00"))
	f.slot("Mercredi 13 h 30", s.when("2019-06-26 13:30"), s.when("2019-06-26 14:30"))
	people := s.attending(g.created, 80, "d1", "m1", "m2", "i1", "a1", "m3", "i2", "m4")
	s.playForum(f, "nantes", s.wall("nantes.txt"), people, forumHours{
		collection: s.when("2019-06-25 10:00"), marketplace: s.when("2019-06-26 09:00"), sessions: s.when("2019-06-26 09:40"),
		convergence: s.when("2019-06-26 14:32"), closed: s.when("2019-06-26 14:58"), over: s.when("2019-07-12 16:00"),
	})
}

// lyon and strasbourg are invented, as their descriptions say.
func (s *story) lyon() {
	g := s.gather("2022-05-16", "Rencontre nationale de Lyon", "Lyon", "Maison des associations", "2022-10-06", "2022-10-07", network.GatheringClosed, "labo",
		"Préparer ensemble les contrats « Quartiers 2030 ». Rencontre inventée pour la démonstration.")
	plenary := s.space(g, "Auditorium", 150, false)
	for _, name := range []string{"Atelier 1", "Atelier 2", "Atelier 3", "Bibliothèque"} {
		s.space(g, name, 24, true)
	}
	s.space(g, "Salle des conseils", 45, true)
	s.item(g, "2022-10-06 13:30", 60, network.AgendaPlenary, plenary, "Où en sont les contrats de ville ?", "La coordination nationale")
	s.item(g, "2022-10-06 14:30", 90, network.AgendaBarcamp, nil, "Pépites des régions", "Toutes et tous")
	s.item(g, "2022-10-06 16:15", 60, network.AgendaTalk, plenary, "Ce que les habitants attendent d'un contrat", "Une chercheuse invitée")
	s.item(g, "2022-10-07 09:00", 330, network.AgendaForum, nil, "Forum ouvert", "Toutes et tous")
	f := g.openForum(s.world, s.when("2022-09-01 10:00"), "Forum ouvert de Lyon", s.coordinator)
	f.slot("Vendredi 9 h 45", s.when("2022-10-07 09:45"), s.when("2022-10-07 10:45"))
	f.slot("Vendredi 11 h", s.when("2022-10-07 11:00"), s.when("2022-10-07 12:00"))
	people := s.attending(g.created, 74, "d1", "m1", "m2", "m3", "i1", "m4", "m5", "a1")
	s.playForum(f, "lyon", s.wall("lyon.txt"), people, forumHours{
		collection: s.when("2022-10-06 09:00"), marketplace: s.when("2022-10-07 09:00"), sessions: s.when("2022-10-07 09:40"),
		convergence: s.when("2022-10-07 13:40"), closed: s.when("2022-10-07 14:05"), over: s.when("2022-10-28 16:00"),
	})
}

func (s *story) strasbourg() {
	g := s.gather("-320", "Rencontre nationale de Strasbourg", "Strasbourg", "Maison de quartier", "-152", "-151", network.GatheringClosed, "oriv traj",
		"Une rencontre de mi-parcours, avec nos voisins de Bourgogne-Franche-Comté. Rencontre inventée pour la démonstration.")
	plenary := s.space(g, "Grande salle", 140, false)
	for _, name := range []string{"Salle Kléber", "Salle Ill", "Salle Bruche", "Cuisine"} {
		s.space(g, name, 22, true)
	}
	s.space(g, "Salle polyvalente", 50, true)
	s.item(g, "-152 13:30", 90, network.AgendaPlenary, plenary, "Ce que sont devenus les sujets de Nantes et de Lyon", "La coordination nationale")
	s.item(g, "-152 15:15", 105, network.AgendaBarcamp, nil, "Pépites et questions", "Toutes et tous")
	s.item(g, "-151 09:00", 330, network.AgendaForum, nil, "Forum ouvert", "Toutes et tous")
	f := g.openForum(s.world, s.when("-200 10:00"), "Forum ouvert de Strasbourg", s.coordinator)
	f.slot("9 h 45", s.when("-151 09:45"), s.when("-151 10:45"))
	f.slot("11 h", s.when("-151 11:00"), s.when("-151 12:00"))
	people := s.attending(g.created, 78, "d1", "m1", "m2", "m3", "m4", "i1", "m5", "i2", "m6", "a1")
	s.playForum(f, "strasbourg", s.wall("strasbourg.txt"), people, forumHours{
		collection: s.when("-152 09:00"), marketplace: s.when("-151 09:00"), sessions: s.when("-151 09:40"),
		convergence: s.when("-151 13:40"), closed: s.when("-151 14:05"),
	})
	for _, t := range f.topics {
		if t.state == network.TopicHeld && t.convener != nil {
			t.chase(s.when("-4 11:00"), f.facilitator)
			break
		}
	}
}

// tours is the gathering that goes on as the demonstration begins, with its
// forum on the marketplace: sessions later today, or tomorrow morning where
// the day is nearly over.
func (s *story) tours() {
	starts, ends, second := "-1", "+0", s.today
	first := s.now.In(s.paris)
	slotOne := s.now.Add(75 * time.Minute).Truncate(15 * time.Minute)
	if first.Hour() < 9 {
		slotOne = time.Date(second.Year(), second.Month(), second.Day(), 10, 30, 0, 0, s.paris)
	}
	if first.Hour() >= 16 {
		starts, ends, second = "+0", "+1", s.today.AddDate(0, 0, 1)
		slotOne = time.Date(second.Year(), second.Month(), second.Day(), 9, 30, 0, 0, s.paris)
	}
	g := s.gather("-210", "Rencontre nationale de Tours", "Tours", "Centre de congrès", starts, ends, network.GatheringLive, "vac",
		"Deux jours à Tours, à l'invitation de Villes au Carré. Le mur du forum est ouvert en ligne depuis deux semaines ; la place du marché "+
			"se tient en ce moment. Rencontre inventée pour la démonstration.")
	plenary := s.space(g, "Auditorium", 160, false)
	hall := s.space(g, "Verrière", 120, false)
	s.space(g, "Salle Loire", 18, true)
	s.space(g, "Salle Cher", 24, true)
	s.space(g, "Salle Vienne", 24, true)
	s.space(g, "Salle Indre", 12, true)
	s.space(g, "Rotonde", 45, true)
	one := starts
	s.item(g, one+" 13:00", 30, network.AgendaBreak, hall, "Accueil café", "")
	s.item(g, one+" 13:30", 60, network.AgendaPlenary, plenary, "Ouverture : dix-huit centres, une saison", "Villes au Carré et la coordination nationale")
	s.item(g, one+" 14:30", 75, network.AgendaBarcamp, hall, "Barcamp : pépites et questions", "Toutes et tous")
	s.item(g, one+" 16:00", 45, network.AgendaTalk, plenary, "Ce qu'une commune attend d'un réseau", "Une élue invitée")
	now := s.now.Add(-35 * time.Minute).Truncate(15 * time.Minute)
	s.item(g, now.Sub(s.now).String(), 75, network.AgendaQuestions, plenary, "Questions à la coordination nationale", "")
	s.item(g, ends+" "+slotOne.In(s.paris).Format("15:04"), 210, network.AgendaForum, nil, "Forum ouvert", "Toutes et tous")

	s.invite(g)

	for _, put := range []string{"strasbourg ecoute", "strasbourg relais"} {
		t := s.topic[put]
		t.postpone(s.when("-151 11:50"), t.convener, g)
	}
	f := g.openForum(s.world, s.when("-40 10:00"), "Forum ouvert de Tours", s.coordinator)
	f.dotsPerCentre = 15
	for i, label := range []string{"Premier créneau", "Deuxième créneau", "Troisième créneau"} {
		at := slotOne.Add(time.Duration(i) * 70 * time.Minute).UTC()
		f.slot(label, at, at.Add(time.Hour))
	}
	_, hash := db.WallSecret(make([]byte, 32))
	s.wallOf(g, hash, "-3h", s.coordinator)
	_, former := db.WallSecret([]byte("the wall of the rehearsal, gone."))
	s.wallOf(g, former, "-26h", s.who("vac.a1"))
	g.walls[1].revoked = s.when("-25h")
	s.market(f, s.attending(g.created, 84, "d1", "m1", "m2", "m3", "m4", "i1", "m5", "i2", "m6", "a1"))
	s.gather("-30", "Rencontre nationale de Toulouse", "Toulouse", "", "+118", "+119", network.GatheringPublished, "rt",
		"Prochaine étape du réseau. Rencontre inventée pour la démonstration.")
}

// TodaysWall is what opens the wall of today's gathering in the demonstration,
// where everybody knows every secret.
func TodaysWall() string {
	secret, _ := db.WallSecret(make([]byte, 32))
	return secret
}

// wallOf makes a link to a gathering's wall.
func (s *story) wallOf(g *gathering, hash []byte, at string, by *person) {
	g.walls = append(g.walls, wallLink{hash: hash, by: by, at: s.when(at)})
	s.tell(fact{at: s.when(at), actor: by, verb: network.VerbWallMade, kind: network.ObjectGathering, object: &g.id, gathering: &g.id})
}

// market brings today's forum to where the demonstration begins.
func (s *story) market(f *forum, people []*person) {
	walls := s.wall("tours.txt")
	by := f.facilitator
	opened := s.when("-14 09:00")
	market := s.now.Add(-40 * time.Minute)
	f.to(opened, by, network.PhaseCollection)
	topics := make([]*topic, len(walls))
	for i, b := range walls {
		topics[i] = s.pin(f, b, s.between(opened.Add(time.Duration(i)*20*time.Hour), opened.Add(time.Duration(i+1)*20*time.Hour)), "tours "+b.key)
		if from := b.fields["from"]; from != "" {
			topics[i].resume(topics[i].created, s.topic["strasbourg "+from])
		}
	}
	f.to(market, by, network.PhaseMarketplace)
	for i, b := range walls {
		for k, p := range s.crowd(people, b.number("stars"), topics[i].author) {
			// The last stars fall as one looks.
			from := topics[i].created.Add(time.Minute)
			if k%3 == 0 {
				from = market
			}
			topics[i].star(s.between(from, s.now.Add(-30*time.Second)), p)
		}
	}
	for i, b := range walls {
		t, at := topics[i], market.Add(time.Duration(4+2*i)*time.Minute)
		if b.fields["end"] == "proposed" {
			continue
		}
		t.pitch(at, by)
		if b.fields["end"] == "placed" {
			slot, space := s.cell(f, b, "cell")
			t.place(at.Add(3*time.Minute), t.convener, slot, space)
			if b.fields["again"] != "" {
				slot, space := s.cell(f, b, "again")
				t.repeat(at.Add(4*time.Minute), by, slot, space)
			}
		}
	}
	// The first that waits is being presented.
	waits := slices.IndexFunc(topics, func(t *topic) bool { return t.state == network.TopicProposed && t.convener != nil })
	f.spotlight = topics[waits]
	s.tell(fact{at: s.now.Add(-90 * time.Second), actor: by, verb: network.VerbSpotlightMoved, kind: network.ObjectForum, object: &f.id,
		gathering: &f.gathering.id, audience: "GATHERING", excerpt: f.spotlight.title})
}
