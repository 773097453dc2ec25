package seed

import (
	"time"

	"maillage/db"
	"maillage/network"
)

// invite tells who from outside the network is invited to today's gathering:
// two who are there, and one whose link waits to be followed.
func (s *story) invite(g *gathering) {
	_, open := db.InvitationSecret(make([]byte, 32))
	for i, invited := range []struct {
		handle, given, family, email, bio string
		kind                              network.GuestKind
		function                          string
		hash                              []byte
		arrived                           string
	}{
		{"guest.1", personaAt("guest.1").given, personaAt("guest.1").family, personaAt("guest.1").email, personaAt("guest.1").bio,
			network.GuestElected, "Adjointe à la politique de la ville", nil, "-19 10:00"},
		{"guest.2", "Karim", "Delattre", "karim.delattre@invite.example", "Partenaire financier invité à la rencontre nationale.",
			network.GuestFunder, "Fondation partenaire", nil, "-12 18:30"},
		{"guest.3", "Maïa", "Quillivic", "", "", network.GuestSpeaker, "Autrice d'une enquête sur les quartiers", open, ""},
	} {
		p := &person{given: invited.given, family: invited.family, email: invited.email, bio: fr(invited.bio), job: network.JobGuest,
			role: network.RoleNone, gathering: g, created: s.when("-20").Add(time.Duration(i) * time.Hour)}
		s.enrol(p, invited.handle)
		it := &guest{person: p, kind: invited.kind, function: fr(invited.function), by: s.who("vac.a1"), at: p.created, hash: invited.hash}
		s.tellGuest(g, network.VerbGuestInvited, it, it.by, it.at)
		if invited.arrived != "" {
			it.arrived = s.when(invited.arrived)
			s.tellGuest(g, network.VerbGuestArrived, it, p, it.arrived)
		}
		g.guests = append(g.guests, it)
	}
}

// OpenInvitation is what opens the link of the guest who has not come yet, in
// the demonstration, where everybody knows every secret.
func OpenInvitation() string {
	secret, _ := db.InvitationSecret(make([]byte, 32))
	return secret
}

// tellGuest tells those who prepare the gathering.
func (s *story) tellGuest(g *gathering, verb network.EventVerb, i *guest, actor *person, at time.Time) {
	s.tell(fact{at: at, actor: actor, verb: verb, kind: network.ObjectGathering, object: &g.id, gathering: &g.id,
		audience: "EDITORS", centres: g.hosts, excerpt: i.name()})
}
