package seed

import (
	"time"

	"maillage/network"
)

// agendas tells how the agendas came to be what they are: each gathering's
// first release and, of the one that goes on, what has changed since and what
// is about to. It is told last, so that it moves nothing of the rest.
func (s *story) agendas() {
	for _, g := range s.gatherings {
		switch g.city {
		case "Tours":
			s.agendaOfTours(g)
		case "Toulouse":
			s.agendaOfToulouse(g)
		default:
			if len(g.agenda) > 0 {
				s.release(g, g.created.AddDate(0, 0, 21), "")
			}
		}
	}
	g := s.gather("-12", "Rencontre nationale de Lille", "Lille", "", "+300", "+301", network.GatheringDraft, "irev",
		"Encore en préparation : seuls les centres qui invitent et la coordination la voient. Rencontre inventée pour la démonstration.")
	hall := s.space(g, "Grand hall", 140, false)
	s.space(g, "Salle Deûle", 24, true)
	g.draft = append(g.draft, s.itemOf(g, "+300 13:30", 60, network.AgendaPlenary, hall, "Ouverture", ""))
}

// release makes what stands the next release of a gathering's agenda.
func (s *story) release(g *gathering, at time.Time, note string, changes ...agendaChange) {
	s.must(!at.After(s.now), "the agenda of %s is published ahead of now", g.city)
	for i := range changes {
		changes[i].id = s.id(at)
	}
	g.releases = append(g.releases, &release{id: s.id(at), note: fr(note), at: at, by: s.coordinator, changes: changes})
	s.tell(fact{at: at, actor: s.coordinator, verb: network.VerbAgendaPublished, kind: network.ObjectGathering, object: &g.id, gathering: &g.id,
		audience: "GATHERING", excerpt: fr(note)})
}

// agendaOfTours has workshops side by side, a talk that was moved, a visit that
// was cancelled, and an item that waits to be published.
func (s *story) agendaOfTours(g *gathering) {
	s.release(g, s.when("-75 10:00"), "")
	room := func(name string) *space {
		for _, sp := range g.spaces {
			if sp.name == name {
				return sp
			}
		}
		s.must(false, "no room in Tours is called %s", name)
		return nil
	}
	first := string(g.starts)
	images := s.itemOf(g, first+" 17:30", 60, network.AgendaTalk, room("Salle Loire"), "Atelier : raconter un quartier en dix images", "Trois centres")
	images.capacity = 18
	images.description = fr("Chacun apporte une photographie. On repart avec un récit à plusieurs voix, prêt pour la prochaine publication du réseau.")
	budget := s.itemOf(g, first+" 17:30", 45, network.AgendaTalk, room("Salle Cher"), "Atelier : lire un budget municipal", "Villes au Carré")
	budget.capacity = 24
	visit := s.itemOf(g, first+" 17:30", 75, network.AgendaTalk, nil, "Visite du quartier voisin", "Villes au Carré")
	var talk *agendaItem
	for _, i := range g.agenda {
		if i.kind == network.AgendaTalk {
			talk = i
		}
	}
	talk.state, talk.formerStarts, talk.formerEnds, talk.formerSpace = network.AgendaMoved, talk.starts.Add(-15*time.Minute), talk.ends.Add(-15*time.Minute), "Verrière"
	visit.state, visit.formerStarts, visit.formerEnds = network.AgendaCancelled, visit.starts, visit.ends
	g.agenda = append(g.agenda, images, budget, visit)
	s.release(g, s.when("-20 15:00"), "Deux ateliers en parallèle, et une visite du quartier en fin de journée.",
		agendaChange{kind: network.AgendaItemAdded, item: images}, agendaChange{kind: network.AgendaItemAdded, item: budget})
	s.release(g, s.when("-2 09:30"), "L'intervention passe à l'Auditorium, un quart d'heure plus tard. La visite n'aura pas lieu : le tramway ne circule pas.",
		agendaChange{kind: network.AgendaItemMoved, item: talk}, agendaChange{kind: network.AgendaItemCancelled, item: visit})
	people := s.attending(g.created, 84, "d1", "m1", "m2", "m3", "i1")
	for _, i := range []struct {
		item *agendaItem
		many int
	}{{talk, 23}, {images, 15}, {budget, 9}} {
		for _, p := range s.crowd(people, i.many, nil) {
			i.item.kept = append(i.item.kept, mark{who: p, at: s.between(s.when("-19 09:00"), s.when("-3 18:00"))})
		}
	}
	for _, m := range talk.kept {
		s.tell(fact{at: s.when("-2 09:30"), actor: s.coordinator, verb: network.VerbProgrammeChanged, kind: network.ObjectGathering, object: &g.id,
			gathering: &g.id, audience: "PERSON", person: m.who, excerpt: talk.title})
	}
	forum := g.agenda[0]
	for _, i := range g.agenda {
		if i.kind == network.AgendaForum {
			forum = i
		}
	}
	closing := &agendaItem{id: s.id(g.created), title: fr("Ce que nous emportons"), kind: network.AgendaPlenary, starts: forum.ends, ends: forum.ends.Add(30 * time.Minute),
		space: room("Auditorium"), public: true, state: network.AgendaPlanned}
	g.draft = append(g.draft, closing)
}

// agendaOfToulouse is a first agenda, for anyone to read.
func (s *story) agendaOfToulouse(g *gathering) {
	hall := s.space(g, "Salle des illustres", 150, false)
	s.space(g, "Atelier Garonne", 30, true)
	s.space(g, "Atelier Canal", 30, true)
	s.item(g, "+118 13:00", 30, network.AgendaBreak, hall, "Accueil", "")
	s.item(g, "+118 13:30", 60, network.AgendaPlenary, hall, "Ouverture", "La coordination nationale")
	s.item(g, "+118 14:30", 90, network.AgendaBarcamp, nil, "Barcamp : pépites et questions", "Toutes et tous")
	s.item(g, "+118 16:15", 45, network.AgendaTalk, hall, "Ce que les données disent des quartiers", "Une statisticienne invitée")
	s.item(g, "+119 09:00", 330, network.AgendaForum, nil, "Forum ouvert", "Toutes et tous")
	s.item(g, "+119 14:30", 30, network.AgendaPlenary, hall, "Ce que nous emportons", "")
	s.release(g, s.when("-10 11:00"), "")
}
