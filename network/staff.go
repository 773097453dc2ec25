package network

// Language: A language of the interface.
type Language string

const (
	LanguageFr Language = "FR"
	LanguageEn Language = "EN"
)
