package seed

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"maillage/network"
)

// inventGroups makes the groups and what they tell, in the numbers asked for.
// What never began (REQUESTED, DECLINED) has its asker and no update.
func (n *inventor) inventGroups(progress Progress) {
	count := n.size.Groups
	fates := make([]network.WorkingGroupState, count)
	begun := 0
	for i := range fates {
		switch k := n.rng.IntN(100); {
		case k < 2:
			fates[i] = network.GroupRequested
		case k < 3:
			fates[i] = network.GroupDeclined
		case k < 7:
			fates[i] = network.GroupForming
		case k < 20:
			fates[i] = network.GroupDormant
		case k < 38:
			fates[i] = network.GroupClosed
		case k < 42:
			fates[i] = network.GroupAbandoned
		case k < 44 && i > 0:
			fates[i] = network.GroupMerged
		default:
			fates[i] = network.GroupActive
		}
		if fates[i] != network.GroupRequested && fates[i] != network.GroupDeclined {
			begun++
		}
	}
	members := n.shares(n.size.Memberships-(count-begun), begun, 3)
	updates := n.shares(n.size.Updates, begun, 0)
	for i, fate := range fates {
		if fate == network.GroupRequested || fate == network.GroupDeclined {
			n.neverBegun(i, fate)
			continue
		}
		n.inventGroup(i, fate, members[0], updates[0])
		members, updates = members[1:], updates[1:]
		if progress != nil && i%500 == 0 {
			progress(i, count*10, "inventing groups")
		}
	}
}

func (n *inventor) words(i int) (name, purpose string) {
	subject := n.themes[i%len(n.themes)]
	name = fmt.Sprintf("%s, groupe %d", subject.label, i+1)
	purpose = fr(inventedPurposes[n.rng.IntN(len(inventedPurposes))])
	return name, purpose
}

func (n *inventor) neverBegun(i int, fate network.WorkingGroupState) {
	name, purpose := n.words(i)
	asker := n.centres[n.rng.IntN(len(n.centres))].directors[0]
	at := n.now.AddDate(0, 0, -1-n.rng.IntN(20))
	g := n.requestGroup(at, asker, name, purpose, network.AdmissionOpen, n.themes[i%len(n.themes)])
	if fate == network.GroupDeclined {
		g.decline(at.Add(20*time.Hour), n.coordinator, fr("Un groupe travaille déjà sur ce sujet ; je vous mets en relation."))
	}
}

func (n *inventor) inventGroup(i int, fate network.WorkingGroupState, members, updates int) {
	paid := min(n.debt, members-3)
	n.debt -= paid
	members -= paid
	g, asker, around := n.begin(i, fate)
	created := g.created
	pool := n.answersOf(g)
	if more := members - len(g.members); more > 0 {
		pool = append(pool, n.crowdOf(g, around, more, asker)...)
	}
	n.must(len(pool) > 1, "group %q would be alone", g.name)

	last := n.now.Add(-time.Duration(1+n.rng.IntN(45*24)) * time.Hour)
	if fate != network.GroupActive && fate != network.GroupForming {
		last = created.Add(20*24*time.Hour + time.Duration(n.rng.Int64N(int64(n.now.Sub(created)-21*24*time.Hour))))
	}
	begun := created.Add(48 * time.Hour)
	early := max(2, len(pool)*2/3)
	for k, at := range n.moments(created.Add(7*time.Hour), begun, min(early, len(pool))) {
		g.join(at, pool[k])
	}
	if fate != network.GroupForming && g.centres() >= 2 {
		g.activate(begun.Add(time.Hour), asker)
	}
	g.role(begun.Add(2*time.Hour), asker, pool[0], network.GroupCoLead)
	n.live(g, pool, early, updates, begun.Add(3*time.Hour), maxTime(last, begun.Add(4*time.Hour)))
	n.finish(g, fate, asker, maxTime(last, begun.Add(4*time.Hour)).Add(30*time.Minute))
	n.debt += max(0, len(g.members)-members)
}

// begin opens a group, from a topic as long as there are some, and says who
// leads it and which centres it is of.
func (n *inventor) begin(i int, fate network.WorkingGroupState) (*group, *person, []*centre) {
	name, purpose := n.words(i)
	if len(n.fromTopics) > 0 && fate != network.GroupForming && i%3 == 0 {
		t := n.fromTopics[0]
		n.fromTopics = n.fromTopics[1:]
		at := t.harvest.editedAt.AddDate(0, 0, 12+n.rng.IntN(40))
		return t.openGroup(at, n.coordinator, name, purpose, network.AdmissionOpen), t.convener, n.neighbours(slices.Index(n.centres, t.convener.centre), 3)
	}
	around := n.neighbours(n.rng.IntN(len(n.centres)), 3+n.rng.IntN(min(7, len(n.centres)-3)))
	asker := around[0].directors[0]
	from := n.began.AddDate(0, 1, 0)
	if fate == network.GroupForming {
		from = n.now.AddDate(0, 0, -80)
	}
	created := from.Add(time.Duration(n.rng.Int64N(int64(n.now.Sub(from)-40*24*time.Hour)/int64(time.Second))) * time.Second)
	g := n.requestGroup(created, asker, name, purpose, network.AdmissionOpen, n.themes[i%len(n.themes)])
	g.accept(created.Add(6*time.Hour), n.coordinator)
	return g, asker, around
}

// answersOf are those invited from a topic who will come; the others decline.
func (n *inventor) answersOf(g *group) []*person {
	var coming []*person
	for k, m := range slices.Clone(g.members) {
		switch {
		case m.state != network.MembershipInvited:
		case k%4 == 3:
			g.leave(g.created.Add(time.Duration(k)*time.Minute), m.who)
		default:
			coming = append(coming, m.who)
		}
	}
	return coming
}

// crowdOf draws people of some centres, and of others when these are too few,
// who have nothing to do with the group yet.
func (n *inventor) crowdOf(g *group, around []*centre, count int, but *person) []*person {
	chosen := map[*person]bool{but: true}
	var all []*person
	for tries := 0; len(all) < count; tries++ {
		c := around[n.rng.IntN(len(around))]
		if tries > 6*count {
			c = n.centres[n.rng.IntN(len(n.centres))]
		}
		p := c.staff[n.rng.IntN(len(c.staff))]
		if len(all) == 0 && p.centre == but.centre {
			continue // the first to join is of another centre, so that the group can begin
		}
		if !chosen[p] && (g == nil || g.of[p] == nil) {
			chosen[p] = true
			all = append(all, p)
		}
	}
	return all
}

// live goes through a group's years: updates, milestones, people who come late.
func (n *inventor) live(g *group, pool []*person, early, updates int, from, to time.Time) {
	asker := g.members[0].who
	late := pool[min(early, len(pool)):]
	var open *milestone
	steps := n.moments(from, to, updates+len(late))
	for k, at := range steps {
		if len(late) > 0 && (n.rng.IntN(len(steps)-k) < len(late) || len(steps)-k <= len(late)) {
			g.join(at, late[0])
			late = late[1:]
			continue
		}
		author := g.members[n.rng.IntN(len(g.members))].who
		if !g.isMember(author) {
			author = asker
		}
		g.post(at, author, n.mood(), n.sentence())
		switch {
		case k%9 == 2:
			open = g.milestone(at.Add(time.Second), asker, fmt.Sprintf("%s %d", inventedSteps[n.rng.IntN(len(inventedSteps))], k/9+1), network.DateOf(at).AddDays(30+n.rng.IntN(120)))
		case k%9 == 8 && open != nil && k%27 != 26:
			open.complete(at.Add(time.Second), asker)
			open = nil
		}
	}
}

func (n *inventor) mood() network.Health {
	switch k := n.rng.IntN(10); {
	case k < 7:
		return network.HealthOnTrack
	case k < 9:
		return network.HealthAtRisk
	}
	return network.HealthOffTrack
}

// finish brings a group to where it is to be.
func (n *inventor) finish(g *group, fate network.WorkingGroupState, asker *person, at time.Time) {
	if g.state == network.GroupForming && fate != network.GroupForming && fate != network.GroupAbandoned {
		return // it never found two centres
	}
	switch fate {
	case network.GroupDormant:
		g.rest(at, asker)
	case network.GroupClosed:
		g.close(at, asker, fr("Le groupe a rendu ce qu'il devait ; ses travaux sont au fonds documentaire."))
	case network.GroupAbandoned:
		g.abandon(at, asker, fr("Plus personne n'avait le temps de le porter."))
	case network.GroupMerged:
		for k := len(n.groups) - 2; k >= max(0, len(n.groups)-40); k-- {
			if into := n.groups[k]; into.alive() && into.created.Before(at) {
				was := len(into.members)
				g.merge(at, n.coordinator, into)
				n.debt += len(into.members) - was
				return
			}
		}
	case network.GroupActive:
		if n.rng.IntN(20) == 0 {
			c := n.centres[n.rng.IntN(len(n.centres))]
			if p := c.staff[n.rng.IntN(len(c.staff))]; g.of[p] == nil {
				g.invite(at, asker, p)
			}
		}
	}
}

// sentence is what an update says.
func (n *inventor) sentence() string {
	pick := func(list []string) string { return list[n.rng.IntN(len(list))] }
	return strings.Join([]string{pick(inventedOpenings), pick(inventedMiddles), pick(inventedEndings)}, " ")
}

var inventedPurposes = []string{
	"Mettre en commun ce que chaque centre sait déjà, repérer ce qui manque, et produire une note courte par an.",
	"Accompagner ensemble des équipes de terrain pendant une année, puis raconter ce que cela a changé.",
	"Comparer nos pratiques région par région et en tirer quelques règles simples.",
	"Préparer une journée d'étude commune et les outils qui iront avec.",
}

var inventedSteps = []string{"Note commune", "Atelier", "Fiches d'expérience", "Journée d'étude", "Restitution", "Grille partagée"}

func frenchAll(texts ...string) []string {
	for i, t := range texts {
		texts[i] = fr(t)
	}
	return texts
}

var (
	inventedOpenings = frenchAll(
		"Réunion tenue avec neuf centres.", "Point rapide entre deux déplacements.", "Séance longue mais utile.", "Nous avons relu les fiches reçues depuis un mois.",
		"Visite sur place, avec l'équipe du contrat de ville.", "Retour de l'atelier de la semaine dernière.", "Compte rendu de la visioconférence de ce matin.",
		"Le sous-groupe s'est réuni sans moi et très bien.", "Trois nouvelles contributions cette quinzaine.", "Échange avec les services de l'État en région.")
	inventedMiddles = frenchAll(
		"La trame est adoptée après deux corrections.", "Il reste à vérifier les chiffres d'une agglomération sur trois.", "Les équipes demandent des exemples plus que des principes.",
		"Une partie du calendrier glisse d'un mois, le reste tient.", "Deux récits sont prêts à paraître.", "La relecture juridique est demandée.",
		"Les bailleurs sont venus, ce qui n'était pas arrivé depuis un an.", "Le questionnaire a reçu soixante réponses.", "Un désaccord demeure sur la méthode ; il est noté.",
		"Nous avons coupé la moitié du texte et gagné en clarté.")
	inventedEndings = frenchAll(
		"Prochaine étape : la restitution.", "Qui peut accueillir la prochaine séance ?", "Merci aux relectrices et relecteurs.", "On en reparle dans trois semaines.",
		"Les documents sont dans le dossier partagé.", "Je relance les absents.", "Rien d'urgent, mais ne laissons pas filer.", "La suite dépend d'une réponse attendue vendredi.")
)
