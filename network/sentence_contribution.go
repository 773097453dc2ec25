package network

// contributionSentences tell what the barcamp refuses.
var contributionSentences = sentences{
	"not_of_a_question":      {"Une question n’a qu’un titre, un contexte et des thématiques.", "A question has a title, a context and themes only."},
	"not_a_link":             {"Une adresse commence par https:// ou http://.", "An address begins with https:// or http://."},
	"barcamp_closed":         {"Cette rencontre ne reçoit pas, ou plus, de pépites ni de questions.", "This gathering takes no pépites or questions, or no longer does."},
	"gathering_not_live":     {"On présente les contributions pendant la rencontre.", "Contributions are presented while the gathering is on."},
	"stays_with_gathering":   {"Une contribution publiée reste dans sa rencontre.", "What has been published stays with its gathering."},
	"contribution_of_others": {"Réservé à la personne qui l’a apportée et à la coordination.", "For whoever brought it and the coordinator only."},
	"comment_of_others":      {"Réservé à la personne qui l’a écrit et à la coordination.", "For whoever wrote it and the coordinator only."},
	"barcamp_hosts_only":     {"Réservé à la coordination, à la direction et à l’assistance du centre qui invite.", "For the coordinator and for the directors and assistants of the host centre only."},
	"questions_only":         {"Seule une question reçoit des réponses.", "Only a question takes answers."},
	"promised_by_other":      {"Une autre personne a déjà promis cette réponse.", "Someone else has already promised this answer."},
	"promise_own":            {"On ne promet une réponse qu’en son propre nom.", "One promises an answer in one’s own name only."},
	"promise_day":            {"Choisissez un jour à venir, d’ici deux ans.", "Choose a day to come, within two years."},
	"answers_full":           {"Cette question a déjà {max} réponses.", "This question already has {max} answers."},
	"not_brought_here":       {"Cette contribution n’appartient pas à la rencontre de ce forum.", "This contribution does not belong to this forum’s gathering."},
}
