package network

// forumSentences tell what a forum refuses.
var forumSentences = sentences{
	"facilitator_only":         {"Réservé à l’animation du forum.", "For the facilitator of the forum only."},
	"facilitator_places":       {"Sur ce forum, c’est l’animation qui place les sujets.", "In this forum the facilitator places the topics."},
	"convener_only":            {"Réservé à la personne qui porte le sujet et à l’animation.", "For the topic’s convener and the facilitator only."},
	"topic_of_others":          {"Réservé à la personne qui a proposé le sujet, à celle qui le porte et à l’animation.", "For the topic’s author, its convener and the facilitator only."},
	"harvest_by_those_present": {"La récolte s’écrit par les personnes présentes à la séance, celle qui porte le sujet et l’animation.", "A harvest is written by those who checked in, the convener and the facilitator."},
	"wrong_phase":              {"Ce n’est pas possible dans la phase actuelle du forum.", "This is not possible in the forum’s present phase."},
	"reason_to_go_back":        {"Dites pourquoi le forum revient en arrière.", "Say why the forum goes back."},
	"wall_full":                {"Le mur est complet\u202f: {max} sujets au plus.", "The wall is full: {max} topics at most."},
	"topic_taken":              {"Quelqu’un porte déjà ce sujet.", "Someone already convenes this topic."},
	"space_taken":              {"Cet espace est déjà pris à ce moment-là.", "This space is already taken in that slot."},
	"convener_elsewhere":       {"La personne qui porte ce sujet anime déjà une autre séance à ce moment-là.", "The convener already has another session in that slot."},
	"not_of_forum":             {"Ce choix n’appartient pas à ce forum.", "This choice is not one of this forum’s."},
	"harvest_missing":          {"Rien n’est encore écrit dans la récolte.", "Nothing has been written in the harvest yet."},
	"vote_closed":              {"Le vote est clos.", "The vote is closed."},
	"vote_not_closed":          {"Le vote n’est pas encore clos.", "The vote is not closed yet."},
	"too_many_dots":            {"C’est plus que vos gommettes\u202f: il vous en reste {left}.", "That is more dots than you have: {left} left."},
	"group_already_opened":     {"Un groupe de travail est déjà né de ce sujet.", "A working group has already come of this topic."},
}
