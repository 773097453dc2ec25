package network

// registrationSentences tell what a registration refuses.
var registrationSentences = sentences{
	"registrars_only":       {"Réservé à la coordination, et à la direction et à l’assistance des centres.", "For the coordinator, and the directors and assistants of centres only."},
	"own_colleagues_only":   {"Vous n’inscrivez que les membres de l’équipe de votre centre.", "You register people of your own centre’s team only."},
	"not_to_be_registered":  {"L’une de ces personnes ne peut pas être inscrite à cette rencontre.", "One of these people cannot be registered for this gathering."},
	"choose_a_day":          {"Choisissez au moins un jour.", "Choose at least one day."},
	"choose_a_person":       {"Choisissez au moins une personne.", "Choose at least one person."},
	"day_outside_gathering": {"Ce jour n’est pas un jour de la rencontre.", "This is not a day of the gathering."},
	"day_not_begun":         {"Ce jour n’a pas encore commencé.", "This day has not begun yet."},
	"needs_readers_only":    {"Vous ne lisez pas les besoins de cette personne\u202f: elle les change elle-même.", "You do not read what this person needs: they change it themselves."},
}
