package report

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	source "github.com/yuin/goldmark/text"
)

var markdownParser = goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()

// Markdown gives what somebody wrote as blocks. A title in it is a strong
// paragraph, for it is none of the document's; a tag is the text it was typed
// as; a link leads to the web or to a mailbox, or nowhere; a picture is its link.
func Markdown(written string) []Block {
	src := []byte(written)
	root := markdownParser.Parse(source.NewReader(src), parser.WithContext(parser.NewContext()))
	m := marks{src: src}
	return m.blocks(root)
}

type marks struct{ src []byte }

func (m marks) blocks(parent ast.Node) []Block {
	var list []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		list = append(list, m.block(n)...)
	}
	return list
}

func (m marks) block(n ast.Node) []Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		return m.paragraph(n, Run{})
	case *ast.Heading:
		return m.paragraph(n, Run{Strong: true})
	case *ast.Blockquote:
		return []Block{Quote{Blocks: m.blocks(n)}}
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return []Block{Code{Text: strings.TrimRight(m.raw(n), "\n")}}
	case *ast.HTMLBlock:
		return []Block{text(strings.TrimSpace(m.raw(n)))}
	case *ast.ThematicBreak:
		return []Block{Rule{}}
	case *ast.List:
		l := List{Ordered: n.IsOrdered(), Start: n.Start}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			l.Items = append(l.Items, m.blocks(item))
		}
		return []Block{l}
	case *extast.Table:
		return []Block{m.table(n)}
	}
	return m.blocks(n)
}

func (m marks) paragraph(n ast.Node, look Run) []Block {
	if runs := m.runs(n, look); len(runs) > 0 {
		return []Block{Paragraph{Runs: runs}}
	}
	return nil
}

// table is a table of plain texts: its cells say what they say.
func (m marks) table(n *extast.Table) Table {
	t := Table{}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			var b strings.Builder
			for _, r := range m.runs(cell, Run{}) {
				b.WriteString(r.Text)
			}
			cells = append(cells, b.String())
		}
		if _, head := row.(*extast.TableHeader); head {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

// raw is the text of a block as it was typed.
func (m marks) raw(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(m.src))
	}
	if html, ok := n.(*ast.HTMLBlock); ok && html.HasClosure() {
		b.Write(html.ClosureLine.Value(m.src))
	}
	return b.String()
}

// runs are the stretches below a node, each in the look of what it stands in.
func (m marks) runs(parent ast.Node, look Run) []Run {
	var list []Run
	add := func(s string) {
		if s != "" {
			r := look
			r.Text = s
			list = append(list, r)
		}
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		inside := look
		switch n := n.(type) {
		case *ast.Text:
			add(string(n.Segment.Value(m.src)))
			// A new line was meant where it was typed.
			if n.SoftLineBreak() || n.HardLineBreak() {
				list = append(list, Run{Break: true})
			}
		case *ast.String:
			add(string(n.Value))
		case *ast.CodeSpan:
			inside.Mono = true
			list = append(list, m.runs(n, inside)...)
		case *ast.Emphasis:
			inside.Emph, inside.Strong = look.Emph || n.Level == 1, look.Strong || n.Level == 2
			list = append(list, m.runs(n, inside)...)
		case *extast.Strikethrough:
			inside.Struck = true
			list = append(list, m.runs(n, inside)...)
		case *ast.Link:
			inside.Href = leadsOut(string(n.Destination))
			list = append(list, m.runs(n, inside)...)
		case *ast.Image:
			inside.Href = leadsOut(string(n.Destination))
			list = append(list, m.runs(n, inside)...)
		case *ast.AutoLink:
			look := look
			look.Href, look.Text = leadsOut(string(n.URL(m.src))), string(n.Label(m.src))
			list = append(list, look)
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				segment := n.Segments.At(i)
				add(string(segment.Value(m.src)))
			}
		case *extast.TaskCheckBox:
			add(map[bool]string{true: "☑ ", false: "☐ "}[n.IsChecked])
		default:
			list = append(list, m.runs(n, inside)...)
		}
	}
	return list
}

// leadsOut is an address of the web or of a mailbox; empty for any other.
func leadsOut(href string) string {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(href) > len(scheme) && strings.EqualFold(href[:len(scheme)], scheme) && !strings.ContainsFunc(href, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
			return href
		}
	}
	return ""
}
