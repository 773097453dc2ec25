package network

var accountSentences = sentences{
	"sign_in_refused":       {"L’adresse ou le mot de passe n’est pas le bon.", "The address or the password is not right."},
	"sign_in_delayed":       {"Trop d’essais\u202f: réessayez dans {seconds}\u202fs.", "Too many attempts: try again in {seconds} s."},
	"sign_in_crowded":       {"Beaucoup de monde se connecte en ce moment. Réessayez dans un instant.", "Many people are signing in right now. Try again in a moment."},
	"sign_in_malformed":     {"Indiquez une adresse et un mot de passe.", "Give an address and a password."},
	"not_json":              {"Cette demande doit être en JSON.", "This request must be JSON."},
	"body_too_large":        {"Cette demande est trop longue.", "This request is too long."},
	"session_over":          {"Votre session est terminée. Reconnectez-vous.", "Your session is over. Sign in again."},
	"session_only":          {"Connectez-vous vous-même\u202f: un jeton ne permet pas cela.", "Sign in yourself: a token may not do this."},
	"admin_only":            {"Réservé à l’administration du réseau.", "For the administrators of the network only."},
	"last_admin":            {"Le réseau doit garder au moins une personne qui l’administre.", "The network must keep at least one administrator."},
	"above_own_role":        {"Vous ne pouvez pas donner un rôle plus étendu que le vôtre.", "You cannot give a role wider than your own."},
	"guest_without_role":    {"Une personne invitée n’a pas de rôle dans le réseau.", "A guest has no role in the network."},
	"account_exists":        {"Cette personne a déjà un compte.", "This person already has an account."},
	"wrong_password":        {"Le mot de passe actuel n’est pas le bon.", "The current password is not right."},
	"password_unchanged":    {"Choisissez un autre mot de passe que l’actuel.", "Choose another password than the current one."},
	"password_too_short":    {"Au moins {min} caractères\u202f: une phrase convient bien.", "At least {min} characters: a sentence does well."},
	"password_too_long":     {"{max} caractères au plus.", "{max} characters at most."},
	"password_too_common":   {"Ce mot de passe est trop facile à deviner. Une phrase de quelques mots est plus sûre.", "This password is too easy to guess. A sentence of a few words is safer."},
	"password_too_personal": {"Ce mot de passe reprend votre nom ou votre adresse. Choisissez-en un autre.", "This password is made of your name or your address. Choose another."},
	"too_many_tokens":       {"Vous avez déjà {max} jetons. Révoquez-en un d’abord.", "You already have {max} tokens. Revoke one first."},
}
