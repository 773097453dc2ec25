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
	"harvest_confirmed":        {"Cette récolte est confirmée\u202f: elle ne se réécrit plus.", "This harvest is confirmed: it is no longer rewritten."},
	"nobody_to_chase":          {"Personne ne porte ce sujet\u202f: il n’y a personne à relancer.", "Nobody convenes this topic: there is nobody to remind."},
	"chased_lately":            {"La dernière relance est récente\u202f: attendez encore {minutes} min.", "The last reminder is recent: wait {minutes} min more."},
	"wall_editors_only":        {"Réservé à la coordination, à l’animation du forum et à la direction ou à l’assistance d’un centre qui invite.", "For the coordinator, the facilitator and a host centre’s director or assistant."},
	"too_many_walls":           {"{max} liens vivants au plus\u202f: révoquez-en un.", "{max} links alive at most: revoke one."},
	"vote_closed":              {"Le vote est clos.", "The vote is closed."},
	"vote_not_closed":          {"Le vote n’est pas encore clos.", "The vote is not closed yet."},
	"too_many_dots":            {"C’est plus que vos gommettes\u202f: il vous en reste {left}.", "That is more dots than you have: {left} left."},
	"group_already_opened":     {"Un groupe de travail est déjà né de ce sujet.", "A working group has already come of this topic."},
}
