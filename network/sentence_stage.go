package network

// stageSentences tell what a stage and those who run a gathering refuse.
var stageSentences = sentences{
	"gathering_runners_only": {"Réservé à la coordination, et aux directions et assistants des centres qui invitent.", "For the coordinator, and the directors and assistants of the host centres only."},
	"no_stage":               {"Ce temps ne peut pas recevoir de questions.", "This item cannot take questions."},
	"questions_closed":       {"Les questions ne sont pas ouvertes.", "Questions are not open."},
	"names_asked":            {"Ici, les questions se posent en son nom.", "Questions are asked in one’s own name here."},
	"too_many_questions":     {"Vous avez déjà posé {max} questions ici.", "You have already asked {max} questions here."},
	"own_question_only":      {"Réservé à la personne qui a posé la question.", "For the person who asked the question only."},
	"stage_changed":          {"La scène a changé entre-temps. Regardez-la avant de choisir.", "The stage has changed meanwhile. Look at it before you choose."},
	"not_mergeable":          {"On fusionne une question avec une autre question publiée de la même scène.", "A question is merged into another published one of the same stage."},
	"answer_by":              {"Réservé à la personne qui a promis la réponse et à celles qui animent la rencontre.", "For whoever promised the answer and those who run the gathering only."},
	"day_gone":               {"Ce jour est déjà passé.", "This day has already gone by."},
}
