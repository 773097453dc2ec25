package seed

import "strings"

// fr sets a French text as it is printed: curly apostrophes, and a narrow
// space that does not break before what stands high and inside quotation marks.
func fr(text string) string {
	return french.Replace(strings.TrimSpace(text))
}

const narrow = "\u202f"

var french = strings.NewReplacer(
	"'", "’",
	" ;", narrow+";", " :", narrow+":", " !", narrow+"!", " ?", narrow+"?", " %", narrow+"%", " €", narrow+"€",
	"« ", "«"+narrow, " »", narrow+"»",
)
