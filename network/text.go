package network

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// CleanLine takes a text of one line (a title, a name): trimmed, not empty, at
// most max characters, without line breaks, control characters, or characters
// that turn the direction of what stands around them.
func CleanLine(field, s string, max int) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", Invalid(field, "required")
	}
	if utf8.RuneCountInString(s) > max {
		return "", Invalid(field, "too_long", "max", max)
	}
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) || turnsDirection(r) }) {
		return "", Invalid(field, "unprintable")
	}
	return s, nil
}

// CleanText takes a text of several lines: trimmed, perhaps empty, at most max
// characters. Line breaks are made \n.
func CleanText(field, s string, max int) (string, error) {
	s = strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s))
	if utf8.RuneCountInString(s) > max {
		return "", Invalid(field, "too_long", "max", max)
	}
	bad := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' || turnsDirection(r) }
	if strings.ContainsFunc(s, bad) {
		return "", Invalid(field, "unprintable")
	}
	return s, nil
}

// RequireText is CleanText for what must not be empty.
func RequireText(field, s string, max int) (string, error) {
	s, err := CleanText(field, s, max)
	if err == nil && s == "" {
		return "", Invalid(field, "required")
	}
	return s, err
}

// turnsDirection reports the embeddings and overrides of bidirectional text,
// with which a title could disguise what follows it. Right-to-left letters
// themselves are welcome.
func turnsDirection(r rune) bool { return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 }
