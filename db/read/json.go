package read

import (
	"strconv"
	"time"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// plain are the bytes that stand for themselves in a JSON string.
var plain = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= 0x20 && c != '"' && c != '\\' && c < utf8.RuneSelf
	}
	return t
}()

// appendString appends text as a JSON string. Text that is not valid UTF-8
// is mended with the replacement character.
func appendString[S string | []byte](dst []byte, s S) []byte {
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if plain[c] {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
			if r != utf8.RuneError || size > 1 {
				i += size
				continue
			}
			dst = append(append(dst, s[from:i]...), "\ufffd"...)
		} else {
			dst = append(dst, s[from:i]...)
			switch c {
			case '"', '\\':
				dst = append(dst, '\\', c)
			case '\n':
				dst = append(dst, '\\', 'n')
			case '\r':
				dst = append(dst, '\\', 'r')
			case '\t':
				dst = append(dst, '\\', 't')
			default:
				dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			}
		}
		i++
		from = i
	}
	return append(append(dst, s[from:]...), '"')
}

// appendTime appends an instant as PostgreSQL writes it
// ("2024-05-01 08:30:00.5+00") in RFC 3339 and UTC.
func appendTime(dst, text []byte) []byte {
	const day = len("2006-01-02")
	if n := len(text) - len("+00"); n > day && string(text[n:]) == "+00" && text[day] == ' ' {
		dst = append(append(dst, '"'), text[:day]...)
		dst = append(append(dst, 'T'), text[day+1:n]...)
		return append(dst, 'Z', '"')
	}
	t, err := parseTime(string(text))
	if err != nil {
		return appendString(dst, text)
	}
	return appendInstant(dst, t)
}

func appendInstant(dst []byte, t time.Time) []byte {
	return append(t.UTC().AppendFormat(append(dst, '"'), time.RFC3339Nano), '"')
}

// parseTime reads an instant as PostgreSQL writes it in its ISO style, in
// whatever zone the session has.
func parseTime(text string) (time.Time, error) {
	const clock = "2006-01-02 15:04:05.999999999"
	for _, zone := range []string{"-07", "-07:00"} {
		if t, err := time.Parse(clock+zone, text); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Parse(clock+"-07:00:00", text)
}

// appendValue appends a column's text as JSON.
func appendValue(dst, text []byte, kind Kind) []byte {
	switch kind {
	case Int, Bool, JSON:
		return append(dst, text...)
	case Float:
		if c := text[len(text)-1]; !isDigit(c) {
			return append(dst, "null"...)
		}
		return append(dst, text...)
	case Time:
		return appendTime(dst, text)
	default:
		return appendString(dst, text)
	}
}

// appendGo appends a scalar that a computed field gave; ok is false for what
// is no scalar.
func appendGo(dst []byte, value any) (_ []byte, ok bool) {
	switch v := value.(type) {
	case bool:
		return strconv.AppendBool(dst, v), true
	case int:
		return strconv.AppendInt(dst, int64(v), 10), true
	case float64:
		return strconv.AppendFloat(dst, v, 'g', -1, 64), true
	case string:
		return appendString(dst, v), true
	case time.Time:
		return appendInstant(dst, v), true
	case []string:
		dst = append(dst, '[')
		for i, s := range v {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendString(dst, s)
		}
		return append(dst, ']'), true
	}
	return dst, false
}
