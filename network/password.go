package network

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The bounds of a password, in characters.
const (
	PasswordMinLength = 12
	PasswordMaxLength = 128
)

// PasswordOwner is what a password must not be made of.
type PasswordOwner struct{ Email, GivenName, FamilyName string }

// CheckPassword refuses a password that is too short to resist guessing, too
// long to be one, among the first that anybody would try, or made of its
// owner's own names. The password must already be normalised.
func CheckPassword(field, password string, owner PasswordOwner) error {
	if err := CheckPasswordLength(field, password); err != nil {
		return err
	}
	if isCommonPassword(password) {
		return Invalid(field, "password_too_common")
	}
	if isPersonalPassword(password, owner) {
		return Invalid(field, "password_too_personal")
	}
	return nil
}

// CheckPasswordLength holds the bounds alone.
func CheckPasswordLength(field, password string) error {
	switch n := utf8.RuneCountInString(password); {
	case n < PasswordMinLength:
		return Invalid(field, "password_too_short", "min", PasswordMinLength)
	case n > PasswordMaxLength:
		return Invalid(field, "password_too_long", "max", PasswordMaxLength)
	}
	return nil
}

// commonWords are what the commonest long passwords consist of, once figures
// and signs are taken away. Shorter ones are refused by their length.
var commonWords = wordSet(`
	password passwort pass motdepasse mdp secret changeme changezmoi letmein welcome bienvenue bonjour
	azerty azertyuiop qwerty qwertyuiop qwertz qsdfghjklm asdfghjkl wxcvbn zxcvbnm
	abc abcd abcdef abcdefgh abcdefghijkl abcdefghijklmnop
	admin administrateur administrator root user utilisateur test demo
	soleil doudou chouchou loulou jetaime iloveyou marseille france paris football superman batman
	princess dragon monkey sunshine computer ordinateur internet master chocolat nicolas camille
	maillage carif oref cariforef formation orientation reseau`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// disguises are the signs put for letters by whoever dresses up a word.
var disguises = strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "@", "a", "5", "s", "$", "s")

// isCommonPassword knows a weak password by its bones: too few different
// characters, a walk along the figures, or common words dressed up.
func isCommonPassword(password string) bool {
	folded := strings.ToLower(password)
	bare := strings.Trim(folded, "0123456789 !?.,;:-_*+#")
	return distinctRunes(folded) < 5 || isFigureWalk(folded) ||
		isCommonWords(lettersOf(folded)) || isCommonWords(lettersOf(disguises.Replace(bare)))
}

func distinctRunes(s string) int {
	seen := map[rune]bool{}
	for _, r := range s {
		seen[r] = true
	}
	return len(seen)
}

// isFigureWalk reports 123456789012 and its like, up or down.
func isFigureWalk(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
		if i == 0 {
			continue
		}
		if step := (int(s[i]) - int(s[i-1]) + 10) % 10; step != 1 && step != 9 {
			return false
		}
	}
	return true
}

// isCommonWords reports whether the letters are one common word or several on end.
func isCommonWords(letters string) bool {
	// made[i]: the first i bytes are made of common words.
	made := make([]bool, len(letters)+1)
	made[0] = true
	for end := 1; end <= len(letters); end++ {
		for start := 0; start < end && !made[end]; start++ {
			made[end] = made[start] && commonWords[letters[start:end]]
		}
	}
	return letters != "" && made[len(letters)]
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}

// personalRest is how much of a password must remain once its owner's names
// are taken out of it.
const personalRest = 8

func isPersonalPassword(password string, owner PasswordOwner) bool {
	whole := strings.ToLower(password)
	rest := whole
	names := strings.FieldsFunc(strings.ToLower(owner.Email+" "+owner.GivenName+" "+owner.FamilyName),
		func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, name := range names {
		if utf8.RuneCountInString(name) >= 3 {
			rest = strings.ReplaceAll(rest, name, "")
		}
	}
	return rest != whole && utf8.RuneCountInString(rest) < personalRest
}
