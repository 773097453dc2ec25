// Package report makes documents to take away: a text in headings, paragraphs,
// lists and tables, written once as OpenDocument and once as a page that is
// printed to PDF. Nothing of what people wrote can become markup: it is text in
// these blocks, or it is not there.
package report

// Document is a text with its title. It is in French, as those who receive it
// expect of the network.
type Document struct {
	Title, Subtitle string
	// About says under the title what kind of document this is.
	About  string
	Blocks []Block
}

// Block is a part of a text: Heading, Paragraph, List, Quote, Code, Table or Rule.
type Block interface{ kind() string }

// Heading opens a chapter (1) or a part of one (2 to 4). Anchor is what links
// lead to.
type Heading struct {
	Level  int
	Text   string
	Anchor string
}

// Paragraph is a line of thought. Note says that it tells of the text beside it.
type Paragraph struct {
	Runs []Run
	Note bool
}

// List has items of several blocks; Start is the first number of an ordered one.
type List struct {
	Ordered bool
	Start   int
	Items   [][]Block
}

// Quote is what somebody else said.
type Quote struct{ Blocks []Block }

// Code is set as it was typed.
type Code struct{ Text string }

// Table has a title, a heading for each column, and rows whose cell Named names them.
type Table struct {
	Title string
	Head  []string
	Rows  [][]string
	Named int
}

// Rule parts what stands above from what follows.
type Rule struct{}

// Run is a stretch of text in one look. Break is a new line.
type Run struct {
	Text                       string
	Strong, Emph, Struck, Mono bool
	Href                       string
	Break                      bool
}

func (Heading) kind() string   { return "heading" }
func (Paragraph) kind() string { return "paragraph" }
func (List) kind() string      { return "list" }
func (Quote) kind() string     { return "quote" }
func (Code) kind() string      { return "code" }
func (Table) kind() string     { return "table" }
func (Rule) kind() string      { return "rule" }

// text is a paragraph of plain text.
func text(s string) Paragraph { return Paragraph{Runs: []Run{{Text: s}}} }

// note is a paragraph that tells of the text beside it.
func note(s string) Paragraph { return Paragraph{Runs: []Run{{Text: s}}, Note: true} }

// lines is a list of plain lines.
func lines(items []string) List {
	l := List{}
	for _, item := range items {
		l.Items = append(l.Items, []Block{text(item)})
	}
	return l
}

// headings are the headings down to a level, in their order.
func (d *Document) headings(deepest int) []Heading {
	var list []Heading
	for _, b := range d.Blocks {
		if h, ok := b.(Heading); ok && h.Level <= deepest {
			list = append(list, h)
		}
	}
	return list
}
