package network

import (
	"fmt"
	"strings"
)

// sentence is what a person reads, in the languages of the interface. {name}
// is replaced by the value of that name.
type sentence struct{ fr, en string }

type sentences map[string]sentence

// catalogues are the sentences of every noun; a key stands in one of them only.
var catalogues = []sentences{commonSentences, accountSentences, gatheringSentences, registrationSentences, stageSentences, contributionSentences, forumSentences, projectSentences, groupSentences, taskSentences}

// Sentence tells an error in a language, "fr" or "en".
func Sentence(language string, e *Error) string {
	for _, c := range catalogues {
		if s, ok := c[e.Key]; ok {
			text := s.fr
			if language == "en" {
				text = s.en
			}
			for i := 0; i+1 < len(e.Values); i += 2 {
				text = strings.ReplaceAll(text, fmt.Sprintf("{%v}", e.Values[i]), fmt.Sprint(e.Values[i+1]))
			}
			return text
		}
	}
	return string(e.Code)
}

var commonSentences = sentences{
	"not_found":        {"Cet élément n’existe pas, ou vous n’y avez pas accès.", "This does not exist, or you have no access to it."},
	"sign_in_first":    {"Connectez-vous d’abord.", "Sign in first."},
	"read_only_token":  {"Ce jeton permet seulement de lire.", "This token may only read."},
	"staff_only":       {"Réservé aux équipes des centres.", "For the teams of the centres only."},
	"stale_version":    {"Quelqu’un a modifié ceci entre-temps. Votre texte est conservé.", "Someone has changed this meanwhile. Your text is kept."},
	"replay_mismatch":  {"Cet envoi reprend la clé d’un autre. Rechargez la page.", "This request reuses the key of another. Reload the page."},
	"try_again":        {"Deux personnes ont agi en même temps. Réessayez.", "Two people acted at the same time. Try again."},
	"busy":             {"Le service est très sollicité. Réessayez dans un instant.", "The service is very busy. Try again in a moment."},
	"required":         {"À remplir.", "Required."},
	"too_long":         {"Trop long\u202f: {max} caractères au plus.", "Too long: {max} characters at most."},
	"unprintable":      {"Ce texte contient des caractères qui ne peuvent pas être affichés.", "This text has characters that cannot be shown."},
	"not_text":         {"Un texte est attendu.", "A text is expected."},
	"text_too_long":    {"Ce texte est trop long.", "This text is too long."},
	"text_unreadable":  {"Ce texte contient des caractères illisibles.", "This text has unreadable characters."},
	"not_an_id":        {"Cet identifiant n’en est pas un.", "This is not an identifier."},
	"not_a_time":       {"Cet instant n’en est pas un.", "This is not an instant."},
	"search_length":    {"Cherchez de {min} à {max} caractères.", "Search for {min} to {max} characters."},
	"unknown_order":    {"Cet ordre n’existe pas.", "There is no such order."},
	"bad_value":        {"Cette valeur ne convient pas.", "This value does not fit."},
	"not_a_date":       {"Cette date n’en est pas une.", "This is not a date."},
	"out_of_range":     {"La valeur doit être comprise entre {min} et {max}.", "The value must be between {min} and {max}."},
	"wrong_state":      {"Ce n’est pas possible dans l’état actuel.", "This is not possible in the present state."},
	"too_many":         {"{max} au plus.", "{max} at most."},
	"own_profile_only": {"On ne modifie que son propre profil.", "One edits one’s own profile only."},
	"email_taken":      {"Cette adresse est déjà utilisée.", "This address is already in use."},
	"after_start":      {"La fin doit suivre le début.", "The end must come after the start."},
	"unknown_value":    {"Valeur inconnue.", "Unknown value."},
	"bad_cursor":       {"Cette page de liste n’existe plus. Revenez au début.", "This page of the list no longer exists. Go back to its start."},
	"too_slow":         {"La réponse a pris trop de temps. Réessayez.", "The answer took too long. Try again."},
	"too_many_streams": {"Trop de pages suivies à la fois ({max} au plus). Fermez-en une.", "Too many pages followed at once ({max} at most). Close one."},
	"internal":         {"Une erreur est survenue. Elle est notée\u202f; réessayez.", "Something went wrong. It has been noted; try again."},
}
