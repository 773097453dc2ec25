package network

// projectSentences tell what a joint project and the Observatoire refuse.
var projectSentences = sentences{
	"project_lead_directors_only": {"Réservé à la direction du centre pilote.", "For the directors of the lead centre only."},
	"project_leads_only":          {"Réservé à la direction du centre pilote et aux pilotes du projet.", "For the lead centre’s directors and the project’s leads only."},
	"project_team_only":           {"Réservé à l’équipe du projet.", "For the project’s team only."},
	"project_without_partner":     {"Proposez d’abord le projet à un autre centre.", "Add another centre to the proposal first."},
	"lead_has_to_sign":            {"Le centre pilote doit d’abord confirmer sa propre part.", "The lead centre has to confirm its own part first."},
	"signatures_missing":          {"Il manque des signatures\u202f: {signed} sur {minimum}.", "Signatures are missing: {signed} of {minimum}."},
	"own_director_signs":          {"Seule la direction de ce centre peut signer, décliner ou se retirer en son nom.", "Only this centre’s own director may sign, decline or withdraw for it."},
	"lead_stays":                  {"Le centre pilote reste dans le projet\u202f; il peut l’abandonner.", "The lead centre stays in the project; it may give it up."},
	"partner_has_answered":        {"Ce centre a déjà répondu.", "This centre has already answered."},
	"stale_commitment":            {"L’engagement a changé depuis que vous l’avez lu. Relisez-le avant de signer.", "The commitment has changed since you read it. Read it again before signing."},
	"not_a_partner_role":          {"Un autre centre ne peut pas être pilote.", "Another centre cannot be the lead."},
	"lead_role_only":              {"Le centre pilote garde son rôle.", "The lead centre keeps its role."},
	"too_many_partners":           {"Un projet réunit {max} centres au plus.", "A project has {max} centres at most."},
	"unknown_centre":              {"Ce centre n’existe pas.", "There is no such centre."},
	"own_people_only":             {"Vous pouvez inscrire les personnes de votre centre seulement.", "You may add people of your own centre only."},
	"not_of_partner":              {"Cette personne n’est pas d’un centre qui a signé.", "This person is not of a centre that has signed."},
	"last_project_lead":           {"Un projet garde au moins un pilote.", "A project keeps at least one lead."},
	"say_health":                  {"Dites où en est le projet.", "Say where the project stands."},
	"explain_health":              {"Expliquez pourquoi le projet n’est pas dans les temps.", "Explain why the project is not on track."},
	"period_too_long":             {"La période est de dix ans au plus.", "The period is ten years at most."},
}
