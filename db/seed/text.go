package seed

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// The words of the story, kept apart from its rules. A file is made of blocks:
//
//	== kind key
//	field: value, going on in indented lines
//	2019-11-14 verb somebody else | words | more words
//
// A line that begins with a moment (see story.when) is a step, and steps are
// taken in their order.
//
//go:embed story/*.txt
var texts embed.FS

type block struct {
	kind, key string
	fields    map[string]string
	steps     []step
	where     string
}

type step struct {
	when, verb string
	args       []string
	words      []string
	where      string
}

var (
	stepLine  = regexp.MustCompile(`^((?:\d{4}-\d\d-\d\d|[-+]\d+)(?: \d\d:\d\d)?|-[0-9hm]+m) ([a-z-]+) ?(.*)$`)
	fieldLine = regexp.MustCompile(`^([a-z]+): ?(.*)$`)
)

// readBlocks reads one file of the story.
func readBlocks(name string) ([]*block, error) {
	data, err := texts.ReadFile("story/" + name)
	if err != nil {
		return nil, err
	}
	var blocks []*block
	var value *string // what an indented line continues
	flush := func() {}
	for n, line := range strings.Split(string(data), "\n") {
		where := fmt.Sprintf("story/%s:%d", name, n+1)
		line = strings.TrimRight(line, " ")
		if strings.HasPrefix(line, "  ") && value != nil {
			*value += " " + strings.TrimSpace(line)
			continue
		}
		flush()
		flush, value = func() {}, nil
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "== "):
			kind, key, _ := strings.Cut(line[3:], " ")
			blocks = append(blocks, &block{kind: kind, key: key, fields: map[string]string{}, where: where})
			continue
		case len(blocks) == 0:
			return nil, fmt.Errorf("%s: outside any block", where)
		}
		b := blocks[len(blocks)-1]
		text := new(string)
		if m := stepLine.FindStringSubmatch(line); m != nil {
			*text = m[3]
			flush = func() {
				parts := strings.Split(*text, "|")
				for i := range parts {
					parts[i] = strings.TrimSpace(parts[i])
				}
				b.steps = append(b.steps, step{m[1], m[2], strings.Fields(parts[0]), parts[1:], where})
			}
		} else if m := fieldLine.FindStringSubmatch(line); m != nil {
			*text = m[2]
			flush = func() { b.fields[m[1]] = *text }
		} else {
			return nil, fmt.Errorf("%s: neither a field nor a step", where)
		}
		value = text
	}
	flush()
	return blocks, nil
}

// blocks reads a file whose fields are among those known.
func (s *story) blocks(name string, known ...string) []*block {
	blocks, err := readBlocks(name)
	s.must(err == nil, "%v", err)
	for _, b := range blocks {
		for field := range b.fields {
			s.must(slices.Contains(known, field), "%s: nobody reads the field %q", b.where, field)
		}
	}
	return blocks
}

// say is the step's nth words, set as French.
func (st step) say(n int) string {
	if n < len(st.words) {
		return fr(st.words[n])
	}
	return ""
}

func (st step) arg(n int) string {
	if n < len(st.args) {
		return st.args[n]
	}
	return ""
}
