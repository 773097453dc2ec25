package report

import (
	"bytes"
	_ "embed"
	"html/template"
)

// page.html is the document as a page to print: its structure is what the tags of
// a PDF are made of.
//
//go:embed page.html
var pageText string

var sheet = template.Must(template.New("sheet").Funcs(template.FuncMap{
	"kind":     func(b Block) string { return b.kind() },
	"contents": func(d *Document) []Heading { return d.headings(2) },
}).Parse(pageText))

// Page writes a document as one page of HTML that needs nothing from elsewhere.
func Page(d *Document) ([]byte, error) {
	var b bytes.Buffer
	if err := sheet.Execute(&b, d); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
