package read

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"maillage/network"
)

// A cursor is the position behind one row of one list in one order: the
// list's mark, then the values of the order's terms, each behind its length.
// It is no secret and grants nothing, since it only says where to go on.

const (
	maxCursor = 2000
	markSize  = 4
)

var cursorText = base64.RawURLEncoding.Strict()

// listMark stands in a cursor for the list and the order it belongs to.
func listMark(list, order string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(list + "\x00" + order))
	return h.Sum32()
}

// appendCursor appends the text of a cursor.
func appendCursor(dst []byte, mark uint32, values func(i int) []byte, n int) []byte {
	var space [256]byte
	raw := binary.BigEndian.AppendUint32(space[:0], mark)
	for i := range n {
		value := values(i)
		raw = binary.AppendUvarint(raw, uint64(len(value)))
		raw = append(raw, value...)
	}
	return cursorText.AppendEncode(dst, raw)
}

// parseCursor gives the values of a cursor. It refuses whatever was not made
// for this list, this order and these terms.
func parseCursor(text string, mark uint32, terms []Term) ([]string, error) {
	bad := network.Invalid("after", "bad_cursor")
	if len(text) > maxCursor {
		return nil, bad
	}
	raw, err := cursorText.DecodeString(text)
	if err != nil || len(raw) < markSize || binary.BigEndian.Uint32(raw) != mark {
		return nil, bad
	}
	raw = raw[markSize:]
	values := make([]string, 0, len(terms))
	for _, term := range terms {
		size, n := binary.Uvarint(raw)
		if n <= 0 || size > uint64(len(raw)-n) {
			return nil, bad
		}
		value := string(raw[n : n+int(size)])
		if !term.accepts(value) {
			return nil, bad
		}
		values = append(values, value)
		raw = raw[n+int(size):]
	}
	if len(raw) != 0 {
		return nil, bad
	}
	return values, nil
}

// accepts reports whether a cursor's value has the form that PostgreSQL gives
// to values of the term.
func (t Term) accepts(value string) bool {
	var err error
	switch {
	case t.Cast == "uuid":
		return network.ID(value).UUID()
	case t.Kind == Int, t.Cast == "bigint", t.Cast == "integer":
		_, err = strconv.ParseInt(value, 10, 64)
	case t.Kind == Float:
		_, err = strconv.ParseFloat(value, 64)
	case t.Kind == Bool:
		return value == "true" || value == "false"
	case t.Kind == Time:
		_, err = parseTime(value)
	case t.Kind == Date:
		_, err = time.Parse(time.DateOnly, value)
	default:
		return utf8.ValidString(value) && !strings.ContainsRune(value, 0)
	}
	return err == nil
}
