package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"time"
)

// MediaODT is what an ODT file is.
const MediaODT = "application/vnd.oasis.opendocument.text"

// ODT writes a document as OpenDocument text, dated at.
func ODT(d *Document, at time.Time) ([]byte, error) {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	// The first part says what the file is, in the clear at a known place.
	media, err := z.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(MediaODT)),
		CompressedSize64: uint64(len(MediaODT)), UncompressedSize64: uint64(len(MediaODT)),
	})
	if err != nil {
		return nil, err
	}
	if _, err := io.WriteString(media, MediaODT); err != nil {
		return nil, err
	}
	body := &odtText{}
	body.document(d)
	for _, part := range []struct{ name, text string }{
		{"META-INF/manifest.xml", odtManifest},
		{"meta.xml", fmt.Sprintf(odtMeta, escape(d.Title), escape(d.Subtitle), at.UTC().Format("2006-01-02T15:04:05Z"))},
		{"styles.xml", odtStyles},
		{"content.xml", odtContentBegin + body.b.String() + odtContentEnd},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: at.UTC()})
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(w, part.text); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// escape makes a text safe in XML; what no XML may hold becomes a mark that
// stands for it.
func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder never fails
	return b.String()
}

// odtText writes the body of content.xml.
type odtText struct {
	b      strings.Builder
	tables int
}

func (o *odtText) document(d *Document) {
	o.line("Title", []Run{{Text: d.Title}})
	o.line("Subtitle", []Run{{Text: d.Subtitle}})
	o.line("Note", []Run{{Text: d.About}})
	o.contents(d)
	for _, b := range d.Blocks {
		o.block(b)
	}
}

// contents is a real table of contents: filled here, and a reader's program can
// bring its pages up to date.
func (o *odtText) contents(d *Document) {
	o.b.WriteString(odtContentsBegin)
	for _, h := range d.headings(2) {
		fmt.Fprintf(&o.b, `<text:p text:style-name="Contents_20_%d"><text:a xlink:type="simple" xlink:href="#%s">%s</text:a></text:p>`,
			h.Level, escape(h.Anchor), escape(h.Text))
	}
	o.b.WriteString(`</text:index-body></text:table-of-content>`)
}

func (o *odtText) block(b Block) {
	switch b := b.(type) {
	case Heading:
		fmt.Fprintf(&o.b, `<text:h text:style-name="Heading_20_%d" text:outline-level="%d"><text:bookmark text:name="%s"/>%s</text:h>`,
			b.Level, b.Level, escape(b.Anchor), spaced(b.Text))
	case Paragraph:
		style := "Text_20_body"
		if b.Note {
			style = "Note"
		}
		o.line(style, b.Runs)
	case List:
		style := "Bullets"
		if b.Ordered {
			style = "Numbers"
		}
		fmt.Fprintf(&o.b, `<text:list text:style-name="%s">`, style)
		for i, item := range b.Items {
			if start := b.Start; i == 0 && b.Ordered && start > 1 {
				fmt.Fprintf(&o.b, `<text:list-item text:start-value="%d">`, start)
			} else {
				o.b.WriteString(`<text:list-item>`)
			}
			for _, inside := range item {
				o.inList(inside)
			}
			o.b.WriteString(`</text:list-item>`)
		}
		o.b.WriteString(`</text:list>`)
	case Quote:
		o.quote(b)
	case Code:
		o.line("Preformatted_20_Text", []Run{{Text: b.Text}})
	case Table:
		o.table(b)
	case Rule:
		o.b.WriteString(`<text:p text:style-name="Horizontal_20_Line"/>`)
	}
}

// inList writes what stands in an item of a list: tables and quotes have no
// place there, and say what they say in paragraphs.
func (o *odtText) inList(b Block) {
	switch b := b.(type) {
	case Table:
		for _, row := range append([][]string{b.Head}, b.Rows...) {
			o.line("Text_20_body", []Run{{Text: strings.Join(row, " · ")}})
		}
	default:
		o.block(b)
	}
}

func (o *odtText) quote(q Quote) {
	for _, b := range q.Blocks {
		if p, ok := b.(Paragraph); ok {
			o.line("Quotations", p.Runs)
		} else {
			o.block(b)
		}
	}
}

func (o *odtText) table(t Table) {
	o.tables++
	if t.Title != "" {
		o.line("Table_20_Title", []Run{{Text: t.Title}})
	}
	fmt.Fprintf(&o.b, `<table:table table:name="Tableau%d" table:style-name="Wide">`, o.tables)
	for i := range max(1, len(t.Head)) {
		width := "Narrow"
		if i == t.Named {
			width = "Broad"
		}
		o.b.WriteString(`<table:table-column table:style-name="` + width + `"/>`)
	}
	o.b.WriteString(`<table:table-header-rows>`)
	o.row(t.Head, "Table_20_Heading", len(t.Head))
	o.b.WriteString(`</table:table-header-rows>`)
	for _, row := range t.Rows {
		o.row(row, "Table_20_Contents", len(t.Head))
	}
	o.b.WriteString(`</table:table>`)
}

func (o *odtText) row(cells []string, style string, width int) {
	o.b.WriteString(`<table:table-row>`)
	for i := range max(1, width) {
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		o.b.WriteString(`<table:table-cell table:style-name="Cell" office:value-type="string">`)
		o.line(style, []Run{{Text: cell}})
		o.b.WriteString(`</table:table-cell>`)
	}
	o.b.WriteString(`</table:table-row>`)
}

func (o *odtText) line(style string, runs []Run) {
	fmt.Fprintf(&o.b, `<text:p text:style-name="%s">`, style)
	for _, r := range runs {
		o.run(r)
	}
	o.b.WriteString(`</text:p>`)
}

func (o *odtText) run(r Run) {
	if r.Break {
		o.b.WriteString(`<text:line-break/>`)
		return
	}
	inside := spaced(r.Text)
	for _, look := range []struct {
		on   bool
		name string
	}{{r.Strong, "Strong_20_Emphasis"}, {r.Emph, "Emphasis"}, {r.Struck, "Struck"}, {r.Mono, "Source_20_Text"}} {
		if look.on {
			inside = `<text:span text:style-name="` + look.name + `">` + inside + `</text:span>`
		}
	}
	if r.Href != "" {
		inside = `<text:a xlink:type="simple" xlink:href="` + escape(r.Href) + `">` + inside + `</text:a>`
	}
	o.b.WriteString(inside)
}

// spaced escapes a text and keeps its spaces, tabs and new lines, which XML would
// run together.
func spaced(s string) string {
	var b strings.Builder
	before := ' '
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`<text:line-break/>`)
		case r == '\t':
			b.WriteString(`<text:tab/>`)
		case r == ' ' && before == ' ':
			b.WriteString(`<text:s/>`)
		default:
			b.WriteString(escape(string(r)))
		}
		before = r
		if r == '\n' || r == '\t' {
			before = ' '
		}
	}
	return b.String()
}
