// Package scalar is the door through which single values enter: it refuses
// what no column and no reader could take.
package scalar

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"maillage/network"
)

// MaxText is the longest string any argument may hold, in bytes. Each field
// has a tighter limit of its own in network.
const MaxText = 40_000

// MarshalString writes a string.
func MarshalString(s string) graphql.Marshaler { return graphql.MarshalString(s) }

// UnmarshalString refuses NUL, invalid UTF-8, and what is beyond MaxText.
func UnmarshalString(v any) (string, error) {
	s, ok := v.(string)
	switch {
	case !ok:
		return "", network.Invalid("", "not_text")
	case len(s) > MaxText:
		return "", network.Invalid("", "text_too_long", "max", MaxText)
	case strings.ContainsRune(s, 0) || !utf8.ValidString(s):
		return "", network.Invalid("", "text_unreadable")
	}
	return s, nil
}

// MarshalID writes an id.
func MarshalID(id network.ID) graphql.Marshaler { return graphql.MarshalString(string(id)) }

// UnmarshalID takes the canonical text of a UUID, in any case.
func UnmarshalID(v any) (network.ID, error) {
	s, ok := v.(string)
	if !ok {
		return "", network.Invalid("", "not_an_id")
	}
	id := network.ID(strings.ToLower(s))
	if !id.UUID() {
		return "", network.Invalid("", "not_an_id")
	}
	return id, nil
}

// MarshalDate writes a day.
func MarshalDate(d network.Date) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { io.WriteString(w, strconv.Quote(string(d))) })
}

// UnmarshalDate takes YYYY-MM-DD between the years 1900 and 2199.
func UnmarshalDate(v any) (network.Date, error) {
	s, ok := v.(string)
	if !ok {
		return "", network.Invalid("", "not_a_date")
	}
	return network.ParseDate(s)
}
