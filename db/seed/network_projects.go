package seed

import (
	"fmt"
	"time"

	"maillage/network"
)

// inventProjects makes the projects, six in ten from a group.
func (n *inventor) inventProjects() {
	for i := range n.size.Projects {
		n.inventProject(i)
	}
}

func (n *inventor) inventProject(i int) {
	home := n.rng.IntN(len(n.centres))
	around := n.neighbours(home, 3+n.rng.IntN(min(4, len(n.centres)-3)))
	lead := around[0].directors[0]
	drafted := n.began.AddDate(0, 3, 0).Add(time.Duration(n.rng.Int64N(int64(n.now.Sub(n.began)-130*24*time.Hour)/int64(time.Second))) * time.Second)
	var from any
	if i%10 < 6 {
		for range 8 {
			if g := n.groups[n.rng.IntN(len(n.groups))]; g.created.Before(drafted) && (g.alive() || g.state == network.GroupClosed) {
				from = g
				break
			}
		}
	}
	subject := n.themes[i%len(n.themes)]
	starts := network.DateOf(drafted).AddDays(60)
	p := n.draftProject(drafted, lead, from, fmt.Sprintf("%s, projet %d", subject.label, i+1), fr(inventedPurposes[i%len(inventedPurposes)]),
		fr("Une publication, deux journées, et des équipes qui savent faire."),
		terms{starts: starts, ends: starts.AddDays(200 + n.rng.IntN(500)), days: 10 + n.rng.IntN(60), money: 1000 * n.rng.IntN(30)}, 1+n.rng.IntN(2), []*theme{subject})
	for k, c := range around[1:] {
		p.propose(drafted.Add(time.Duration(k+1)*time.Hour), lead, c, network.RolesOfPartners[min(k/3, 1)], 5+n.rng.IntN(40), 500*n.rng.IntN(20), "")
	}
	at := drafted.Add(30 * time.Hour)
	fate := n.rng.IntN(100)
	if fate < 4 {
		return
	}
	p.send(at, lead)
	for k, c := range around[1:] {
		answer := at.Add(time.Duration(24*(k+1)) * time.Hour)
		switch d := c.directors[0]; {
		case fate < 12 && k > 0: // waits for signatures
		case k > 1 && n.rng.IntN(5) == 0:
			p.refuse(answer, d, fr("Notre équipe est au complet de ses jours pour l'année."))
		default:
			p.sign(answer, d)
		}
	}
	n.work(p, lead, at.Add(10*24*time.Hour), fate)
}

// work brings a project that was sent to where it is to be.
func (n *inventor) work(p *project, lead *person, at time.Time, fate int) {
	if fate < 12 || !p.ready() {
		if fate%2 == 0 && fate >= 12 {
			p.abandon(at, lead, fr("Trop peu de centres ont signé."))
		}
		return
	}
	p.commit(at, lead)
	if fate < 20 {
		return
	}
	p.start(at.Add(24*time.Hour), lead)
	for k, s := range p.partners[1:] {
		if s.state == network.PartnershipAccepted {
			staff := s.centre.staff[n.rng.IntN(len(s.centre.staff))]
			p.join(at.Add(time.Duration(25+k)*time.Hour), lead, staff, network.TeamMember)
		}
	}
	from := network.DateOf(at)
	reports := n.moments(at.Add(40*24*time.Hour), maxTime(at.Add(41*24*time.Hour), minTime(n.now.Add(-24*time.Hour), at.AddDate(2, 0, 0))), 1+n.rng.IntN(5))
	last := at.Add(30 * time.Hour)
	for _, r := range reports {
		if r.After(n.now.Add(-2 * time.Hour)) {
			break
		}
		health, why := n.mood(), ""
		if health != network.HealthOnTrack {
			why = fr("Une partie du calendrier dépend d'une réponse qui tarde.")
		}
		p.report(r, lead, health, why, n.sentence(), n.sentence(), from, network.DateOf(r))
		from, last = network.DateOf(r), r
	}
	switch end := last.Add(time.Hour); {
	case fate < 26:
		p.suspend(end, lead, fr("Le temps de retrouver une personne pour le conduire."))
	case fate < 58:
		p.complete(end, lead, fr("Ce qui était promis est fait ; le reste est écrit."))
	case fate < 64:
		p.abandon(end, lead, fr("Le financement n'est pas venu."))
	}
}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
