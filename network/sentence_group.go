package network

var groupSentences = sentences{
	"group_requesters_only": {"Réservé aux chargés de mission et aux directions.", "For mission officers and directors."},
	"group_leads_only":      {"Réservé aux pilotes du groupe et à la coordination.", "For the group’s leads and the coordination."},
	"group_board_only":      {"Réservé aux pilotes, copilotes et secrétaires du groupe, et à la coordination.", "For the group’s leads, co-leads and secretaries, and the coordination."},
	"group_members_only":    {"Réservé aux membres du groupe.", "For the group’s members."},
	"coordination_only":     {"Réservé à la coordination.", "For the coordination."},
	"group_needs_lead":      {"Le groupe n’a pas encore de pilote.", "The group has no lead yet."},
	"group_needs_centres":   {"Il faut des membres d’au moins deux centres.", "Members of at least two centres are needed."},
	"group_last_lead":       {"Vous pilotez seul ce groupe\u202f: confiez-le d’abord à quelqu’un.", "You are the group’s only lead: hand it over first."},
	"group_keeps_lead":      {"Un groupe garde au moins un pilote.", "A group keeps at least one lead."},
	"not_a_colleague":       {"Cette personne ne fait pas, ou plus, partie d’une équipe.", "This person does not belong to a team, or no longer does."},
	"merge_target":          {"Choisissez un autre groupe, encore en vie.", "Choose another group that is still alive."},
	"directors_only":        {"Réservé aux directions.", "For directors only."},
	"own_update_only":       {"Seule la personne qui l’a écrit peut le corriger.", "Only its author may correct it."},
}

var taskSentences = sentences{
	"own_task_only":      {"Cette tâche n’est pas la vôtre.", "This task is not yours."},
	"task_closes_itself": {"Cette tâche se fermera d’elle-même quand ce qu’elle demande sera fait.", "This task closes itself when what it asks for is done."},
	"task_wants_answer":  {"Cette tâche attend une réponse\u202f: elle ne peut pas être écartée.", "This task waits for an answer: it cannot be dropped."},
}
