package read

// order writes the terms of an ORDER BY.
func (s *statement) order(terms []Term, alias string) string {
	sql := ""
	for i, t := range terms {
		if i > 0 {
			sql += ", "
		}
		sql += s.replace(t.SQL, holes{row: alias})
		if t.Desc {
			sql += " DESC"
		}
	}
	return sql
}

// beyond is the condition that a row comes after the cursor. Where all terms
// go one way it is a comparison of rows, which an index answers; elsewhere it
// is spelled out behind one on the first term, which an index narrows.
func (s *statement) beyond(l *listing, alias string) string {
	names := make([]string, len(l.terms))
	values := make([]string, len(l.terms))
	oneWay := true
	for i, t := range l.terms {
		names[i] = s.fill(t.SQL, holes{row: alias})
		values[i] = s.cast(param{kind: cursorParam, index: i, level: s.level.n}, t.Cast)
		oneWay = oneWay && t.Desc == l.terms[0].Desc
	}
	sign := func(i int) string {
		if l.terms[i].Desc {
			return " < "
		}
		return " > "
	}
	if oneWay {
		row, cursor := names[0], values[0]
		for i := range names[1:] {
			row, cursor = row+", "+names[i+1], cursor+", "+values[i+1]
		}
		return "(" + row + ")" + sign(0) + "(" + cursor + ")"
	}
	last := len(names) - 1
	sql := names[last] + sign(last) + values[last]
	for i := last - 1; i >= 0; i-- {
		sql = names[i] + sign(i) + values[i] + " OR (" + names[i] + " = " + values[i] + " AND (" + sql + "))"
	}
	first := names[0] + sign(0)[:2] + "= " + values[0]
	return first + " AND (" + sql + ")"
}
