package network

// gatheringSentences tell what a gathering refuses.
var gatheringSentences = sentences{
	"gathering_editors_only":      {"Réservé à la coordination, et à la direction et à l’assistance des centres qui invitent.", "For the coordinator, and the directors and assistants of the host centres only."},
	"gathering_participants_only": {"Réservé à qui participe à cette rencontre.", "For those who take part in this gathering only."},
	"too_many_guests":             {"Cette rencontre a déjà {max} personnes invitées.", "This gathering already has {max} guests."},
	"not_an_email":                {"Cette adresse n’est pas complète.", "This address is not complete."},
	"email_of_team":               {"Cette adresse est celle d’une personne d’une équipe du réseau\u202f: elle entre avec son propre compte.", "This address is that of a person of a team of the network: they come in with their own account."},
	"email_invited":               {"Cette adresse est celle d’une personne déjà invitée à cette rencontre.", "This address is that of somebody already invited to this gathering."},
	"email_of_guest":              {"Cette adresse est celle d’une personne invitée à une autre rencontre qui n’est pas finie. Invitez-la sans adresse.", "This address is that of a guest of another gathering that is not over. Invite them without an address."},
	"invitation_ended":            {"Les personnes invitées n’entrent plus\u202f: la rencontre est finie depuis trop longtemps.", "Guests no longer get in: the gathering has been over for too long."},
	"own_centre_hosts":            {"Votre centre doit faire partie de ceux qui invitent.", "Your own centre must be among the hosts."},
	"unknown_centre_hosts":        {"Un de ces centres n’existe pas.", "One of these centres does not exist."},
	"gathering_too_long":          {"{max} jours au plus.", "{max} days at most."},
	"agenda_outside":              {"Une partie du programme en préparation tombe hors de ces dates.", "Part of the draft programme falls outside these days."},
	"outside_gathering":           {"Ce moment est hors des jours de la rencontre.", "This is outside the days of the gathering."},
	"name_taken":                  {"Un autre espace porte déjà ce nom.", "Another room already has this name."},
	"not_of_gathering":            {"Cet espace n’est pas de cette rencontre.", "This room is not one of this gathering’s."},
	"space_busy":                  {"Cet espace est déjà pris à ce moment-là\u202f: {title}.", "This room is already taken at that time: {title}."},
	"space_in_use":                {"Quelque chose s’y tient encore\u202f: un temps du programme, publié ou en préparation, ou une séance du forum.", "Something still stands in it: an agenda item, published or in the draft, or a session of the forum."},
	"nothing_to_publish":          {"Rien n’a changé depuis la dernière version publiée.", "Nothing has changed since the last release."},
	"agenda_item_cancelled":       {"Ce temps est annulé.", "This item is cancelled."},
	"not_in_proceedings":          {"Un de ces éléments ne figure pas dans les actes.", "One of these is not in the proceedings."},
	"proceedings_moved":           {"Ce qui manque aux actes a changé depuis votre lecture\u202f: relisez la liste, puis confirmez.", "What the proceedings lack has changed since you read it: read the list again, then confirm."},
	"nothing_corrected":           {"Aucune correction ne change le texte des actes.", "No correction changes the text of the proceedings."},
	"too_many_editions":           {"Ces actes ont déjà {max} éditions.", "These proceedings already have {max} editions."},
	"agenda_item_full":            {"Ce temps est complet.", "This item is full."},
}
