package read

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"maillage/network"
)

// A viewerValue is one of the values of the viewer that SQL may name.
type viewerValue struct {
	name, cast string
	value      func(v network.Viewer, now time.Time) any
}

var viewerValues = []viewerValue{
	{":viewer_id", "uuid", func(v network.Viewer, _ time.Time) any { return orNull(v.StaffID) }},
	{":viewer_centre", "uuid", func(v network.Viewer, _ time.Time) any { return orNull(v.CentreID) }},
	{":viewer_session", "uuid", func(v network.Viewer, _ time.Time) any { return orNull(v.SessionID) }},
	{":viewer_gathering", "uuid", func(v network.Viewer, _ time.Time) any { return orNull(v.GatheringID) }},
	{":viewer_kind", "text", func(v network.Viewer, _ time.Time) any { return or(string(v.Kind), string(network.Anonymous)) }},
	{":viewer_role", "text", func(v network.Viewer, _ time.Time) any { return or(string(v.Role), string(network.RoleNone)) }},
	{":viewer_session", "uuid", func(v network.Viewer, _ time.Time) any { return orNull(v.SessionID) }},
	{":viewer_job", "text", func(v network.Viewer, _ time.Time) any { return string(v.Job) }},
	{":now", "timestamptz", func(_ network.Viewer, now time.Time) any { return now }},
}

func viewerValueNamed(token string) int {
	for i := range viewerValues {
		if viewerValues[i].name == token {
			return i
		}
	}
	return -1
}

func orNull(id network.ID) any {
	if id == "" {
		return nil
	}
	return string(id)
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// Predicate gives the condition under which the viewer may see a row of the
// type, over the given alias, for statements written by hand. The viewer's
// values in it are bound by BindViewer.
func Predicate(t *Type, alias string) string {
	return "(" + inAlias(t.Visible, alias) + ")"
}

// inAlias fills the holes "{}" of an expression.
func inAlias(sql, alias string) string {
	return expand(sql, func(token string) string {
		if token == "{}" {
			return alias
		}
		return token
	})
}

// BindViewer replaces the viewer's values in a statement written by hand by
// numbered parameters, the first of which is $firstParam, and gives the
// values to append to the statement's own. What stands in literals, quoted
// names and comments is left alone, and so is every other :name.
func BindViewer(sql string, v network.Viewer, now time.Time, firstParam int) (string, []any) {
	var args []any
	numbers := make([]int, len(viewerValues))
	bound := expand(sql, func(token string) string {
		i := viewerValueNamed(token)
		if i < 0 {
			return token
		}
		if numbers[i] == 0 {
			numbers[i] = firstParam + len(args)
			args = append(args, viewerValues[i].value(v, now))
		}
		return "$" + strconv.Itoa(numbers[i]) + "::" + viewerValues[i].cast
	})
	return bound, args
}

// ownAlias finds a name that begins as the engine's aliases do.
var ownAlias = regexp.MustCompile(`(^|[^0-9A-Za-z_])` + aliasPrefix)

// checkTemplate refuses holes that nothing would fill.
func checkTemplate(where, sql string, braces ...string) error {
	var err error
	expand(sql, func(token string) string {
		known := viewerValueNamed(token) >= 0
		for _, b := range braces {
			known = known || b == token
		}
		if !known && err == nil {
			err = fmt.Errorf("%s: nothing fills %q in %q", where, token, sql)
		}
		return token
	})
	if err == nil && ownAlias.MatchString(sql) {
		err = fmt.Errorf("%s: names beginning with %s are the engine's own", where, aliasPrefix)
	}
	return err
}

// expand copies SQL and replaces its holes, "{…}", ":name" and "?", by what
// hole gives for them. String literals, quoted names, comments and casts are
// copied as they stand.
func expand(sql string, hole func(token string) string) string {
	var b strings.Builder
	for i := 0; i < len(sql); {
		end := i + 1
		replaced := false
		switch c := sql[i]; {
		case c == '\'':
			end = quoted(sql, i, i > 0 && sql[i-1]|0x20 == 'e' && (i == 1 || !isName(sql[i-2])))
		case c == '"':
			end = quoted(sql, i, false)
		case c == '-' && strings.HasPrefix(sql[i:], "--"):
			end = after(sql, i, "\n")
		case c == '/' && strings.HasPrefix(sql[i:], "/*"):
			end = comment(sql, i)
		case c == '$' && (i == 0 || !isName(sql[i-1])):
			end = dollarQuoted(sql, i)
		case c == ':' && strings.HasPrefix(sql[i:], "::"):
			end = i + 2
		case c == ':' && end < len(sql) && isName(sql[end]) && !isDigit(sql[end]):
			for end < len(sql) && isName(sql[end]) {
				end++
			}
			replaced = true
		case c == '{':
			end = after(sql, i, "}")
			replaced = true
		case c == '?':
			replaced = true
		}
		if replaced {
			b.WriteString(hole(sql[i:end]))
		} else {
			b.WriteString(sql[i:end])
		}
		i = end
	}
	return b.String()
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isName(c byte) bool {
	return c == '_' || c >= 0x80 || isDigit(c) || (c|0x20 >= 'a' && c|0x20 <= 'z')
}

// after gives the index behind the next occurrence of mark, or the end.
func after(sql string, from int, mark string) int {
	if n := strings.Index(sql[from:], mark); n >= 0 {
		return from + n + len(mark)
	}
	return len(sql)
}

// quoted gives the end of the quoted text that begins at i. A doubled quote
// does not end it, nor a quote behind a backslash in an E” literal.
func quoted(sql string, i int, backslashes bool) int {
	for j := i + 1; j < len(sql); j++ {
		switch {
		case backslashes && sql[j] == '\\':
			j++
		case sql[j] == sql[i] && j+1 < len(sql) && sql[j+1] == sql[i]:
			j++
		case sql[j] == sql[i]:
			return j + 1
		}
	}
	return len(sql)
}

// comment gives the end of a block comment; they nest in PostgreSQL.
func comment(sql string, i int) int {
	for depth := 0; i < len(sql); {
		switch {
		case strings.HasPrefix(sql[i:], "/*"):
			depth++
			i += 2
		case strings.HasPrefix(sql[i:], "*/"):
			depth--
			i += 2
			if depth == 0 {
				return i
			}
		default:
			i++
		}
	}
	return len(sql)
}

// dollarQuoted gives the end of a $tag$…$tag$ literal, or the index behind
// the dollar where none begins there.
func dollarQuoted(sql string, i int) int {
	for j := i + 1; j < len(sql); j++ {
		if sql[j] == '$' {
			return after(sql, j+1, sql[i:j+1])
		}
		if !isName(sql[j]) || (j == i+1 && isDigit(sql[j])) {
			break
		}
	}
	return i + 1
}
