package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

var (
	at    = time.Date(2019, 7, 12, 14, 0, 0, 0, time.UTC)
	day   = network.Date("2019-09-01")
	dots  = 7
	ines  = network.ProceedingsPerson{ID: "ines", Name: "Inès Carpentier", Centre: "Résovilles"}
	wordy = strings.Repeat("Un titre très long ", 16)[:300]
)

// told are proceedings with something of everything, hostile where people write.
func told() *network.Proceedings {
	return &network.Proceedings{
		Name: "Rencontre <de> Nantes & d’ailleurs", City: "Nantes", Venue: "Cité", StartsOn: "2019-06-25", EndsOn: "2019-06-26",
		TimeZone: "Europe/Paris", Hosts: []string{"Résovilles", "Villes au Carré"}, VoteClosed: true,
		Foreword: "# Un titre\n\nDeux **jours** à *Nantes* & `a < b`.\n\n- un\n- deux\n  1. trois\n\n> cité\n\n<script>alert(1)</script>\n\n[lien](https://centre.example/?a=1&b=2) [piège](javascript:alert(1)) ![image](https://ailleurs.example/x.png)\n\n| A | B |\n|---|---|\n| 1 | <b> |\n\n---\n\n```\nif a  <  b {\n\tx\n}\n```\n",
		Programme: []network.ProceedingsItem{
			{Title: "Ouverture", Kind: network.AgendaPlenary, StartsAt: at.Add(-17 * 24 * time.Hour), EndsAt: at.Add(-17*24*time.Hour + 30*time.Minute), Space: "Grande salle", Speaker: "Une élue"},
			{Title: "Forum", Kind: network.AgendaForum, StartsAt: at.Add(-16 * 24 * time.Hour), EndsAt: at.Add(-16*24*time.Hour + time.Hour)},
		},
		Contributions: []network.ProceedingsContribution{
			{ID: "p", Kind: network.ContributionPepite, Title: wordy, Author: &ines, Context: "Contexte\u0000\u0001]]>", Links: []string{"https://centre.example/a?b=c&d", "javascript:alert(1)"}, Support: 2},
			{ID: "q", Kind: network.ContributionQuestion, Title: "Comment ?", State: network.ContributionAnswerPromised, PromisedBy: &ines, PromisedFor: &day, Answers: []network.ProceedingsAnswer{{Text: "Ainsi", Author: &ines}}},
		},
		Questions: []network.ProceedingsQuestion{{ID: "l", ItemTitle: "Questions", Text: "Et l’agence ?", State: network.QuestionAnswered, Answer: "Elle vient.", DueOn: &day}},
		Topics: []network.ProceedingsTopic{
			{ID: "t", Title: "Gouvernance", State: network.TopicHarvested, Convener: &ines, People: 12, Dots: &dots, Sessions: []network.ProceedingsSession{{StartsAt: at, Space: "Salle Loire"}},
				Harvest: &network.ProceedingsHarvest{State: network.HarvestConfirmed, Said: "Beaucoup", Decided: "Un groupe", NextSteps: "1. Écrire", CarriesOn: "Nous", Carriers: []network.ProceedingsPerson{ines}}},
			{ID: "h", Title: "Perdu", State: network.TopicHeld, Convener: &ines},
		},
		Outcomes: []network.ProceedingsOutcome{{Kind: network.ObjectWorkingGroup, ID: "g", Title: "Groupe gouvernance", OriginTitle: "Gouvernance"}},
		Centres:  []network.ProceedingsCentre{{Name: "Résovilles", City: "Nantes", People: 5}},
		FinalAt:  &at,
	}
}

func unzipped(t *testing.T, file []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	if first := z.File[0]; first.Name != "mimetype" || first.Method != zip.Store || len(first.Extra) > 0 {
		t.Errorf("the file begins with %+v", first.FileHeader)
	}
	return parts
}

// wellFormed reads a part to its end, and counts its elements by name.
func wellFormed(t *testing.T, name, text string) map[string]int {
	t.Helper()
	found := map[string]int{}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return found
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			found[e.Name.Local]++
		}
	}
}

func TestAnODTIsWhatItSays(t *testing.T) {
	file, err := ODT(Proceedings(told()), at)
	if err != nil {
		t.Fatal(err)
	}
	// The first bytes are what tells a reader's program what this is.
	if !bytes.HasPrefix(file, []byte("PK\x03\x04")) || !bytes.HasPrefix(file[30:], []byte("mimetype"+MediaODT)) {
		t.Error("the kind of file is not at its place")
	}
	parts := unzipped(t, file)
	for _, name := range []string{"META-INF/manifest.xml", "meta.xml", "styles.xml", "content.xml"} {
		wellFormed(t, name, parts[name])
	}
	if parts["mimetype"] != MediaODT {
		t.Error(parts["mimetype"])
	}
	content := parts["content.xml"]
	found := wellFormed(t, "content.xml", content)
	for name, least := range map[string]int{"table-of-content": 1, "h": 15, "table": 4, "table-header-rows": 4, "list": 4, "a": 15} {
		if found[name] < least {
			t.Errorf("%d elements %s, want %d or more", found[name], name, least)
		}
	}
	for _, chapter := range []string{"Avant-propos", "Programme", "Résultats du vote", "Ce qui manque"} {
		if !strings.Contains(content, `text:outline-level="1">`) || strings.Count(content, ">"+chapter+"<") != 2 {
			t.Errorf("%s is not once a chapter and once in the contents", chapter)
		}
	}
	for _, kept := range []string{"Rencontre &lt;de&gt; Nantes &amp; d’ailleurs", "&lt;script&gt;", "a &lt; b", "]]&gt;", wordy, "La récolte de « Perdu », attendue de Inès Carpentier (Résovilles)."} {
		if !strings.Contains(content, strings.ReplaceAll(strings.ReplaceAll(kept, "« ", "«\u202f"), " »", "\u202f»")) {
			t.Errorf("lost: %s", kept)
		}
	}
	for _, refused := range []string{`href="javascript`, "\x00", "\x01", `xlink:href=""`} {
		if strings.Contains(content, refused) {
			t.Errorf("%q came through", refused)
		}
	}
	if !strings.Contains(parts["styles.xml"], `fo:language="fr"`) || !strings.Contains(parts["meta.xml"], "<dc:language>fr-FR") {
		t.Error("the language is not told")
	}
	again, err := ODT(Proceedings(told()), at)
	if err != nil || !bytes.Equal(file, again) {
		t.Errorf("the same document gives another file: %v", err)
	}
	// Every link of the contents leads to a bookmark.
	for _, link := range regexp.MustCompile(`xlink:href="#([^"]+)"`).FindAllStringSubmatch(content, -1) {
		if !strings.Contains(content, `text:name="`+link[1]+`"`) {
			t.Errorf("nothing is at %s", link[1])
		}
	}
}

// What nothing has been written of is a document too.
func TestEmptyProceedings(t *testing.T) {
	empty := &network.Proceedings{Name: "Rencontre", StartsOn: "2026-11-01", EndsOn: "2026-12-01", TimeZone: "nowhere"}
	d := Proceedings(empty)
	file, err := ODT(d, at)
	if err != nil {
		t.Fatal(err)
	}
	wellFormed(t, "content.xml", unzipped(t, file)["content.xml"])
	if d.Subtitle != "du 1er novembre 2026 au 1er décembre 2026" || !strings.Contains(d.About, "en cours d’écriture") {
		t.Error(d.Subtitle, d.About)
	}
	if n := len(d.headings(1)); n != 9 {
		t.Errorf("%d chapters", n)
	}
}

func TestAPageHoldsNothingButText(t *testing.T) {
	html, err := Page(Proceedings(told()))
	if err != nil {
		t.Fatal(err)
	}
	text := string(html)
	for _, refused := range []string{"<script", `href="javascript`, "<img", "<b>", `href=""`, "ZgotmplZ"} {
		if strings.Contains(text, refused) {
			t.Errorf("%q came through", refused)
		}
	}
	for _, kept := range []string{`<html lang="fr">`, `<th scope="col">`, `<th scope="row">`, `<caption>`, `<strong>jours</strong>`, `<em>Nantes</em>`, `href="https://centre.example/?a=1&amp;b=2"`, `&lt;script&gt;`} {
		if !strings.Contains(text, kept) {
			t.Errorf("lost: %s", kept)
		}
	}
	if strings.Count(text, "<h1") != 1 || strings.Count(text, "<h2 id") != 9 {
		t.Error("the outline is not one title over nine chapters")
	}
}

// printer is the Chromium of this machine.
func printer(t *testing.T) *Printer {
	t.Helper()
	p, err := NewPrinter(os.Getenv("CHROMIUM"))
	if err != nil {
		t.Fatal(err)
	}
	if p == nil {
		t.Skip("no Chromium is installed here, and CHROMIUM names none: no PDF can be made")
	}
	return p
}

func TestAPDFIsTagged(t *testing.T) {
	html, err := Page(Proceedings(told()))
	if err != nil {
		t.Fatal(err)
	}
	pdf, err := printer(t).Print(t.Context(), html)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Fatal("no PDF")
	}
	for what, shape := range map[string]string{"tags": `/MarkInfo\s*<<[^>]*/Marked true`, "structure": `/StructTreeRoot`, "language": `/Lang\s*\(fr`, "outline": `/Outlines`} {
		if !regexp.MustCompile(shape).Match(pdf) {
			t.Errorf("no %s", what)
		}
	}
}

// Whatever a page holds, no script of it runs and no other house hears of it.
func TestPrintingAsksNobody(t *testing.T) {
	asked := make(chan string, 10)
	house := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { asked <- r.URL.Path }))
	defer house.Close()
	html := fmt.Sprintf(`<html lang="fr"><title>x</title><link rel="stylesheet" href="%[1]s/style"><img src="%[1]s/picture"><script src="%[1]s/script"></script>
		<script>fetch("%[1]s/fetch")</script><iframe src="%[1]s/frame"></iframe><p style="background:url(%[1]s/back)">x</p>`, house.URL)
	if _, err := printer(t).Print(t.Context(), []byte(html)); err != nil {
		t.Fatal(err)
	}
	select {
	case path := <-asked:
		t.Errorf("it asked for %s", path)
	default:
	}
}

func TestOneIsPrintedAtATime(t *testing.T) {
	p := printer(t)
	p.wait = 10 * time.Millisecond
	leave, err := p.Enter(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Enter(t.Context()); !errors.Is(err, ErrBusy) {
		t.Errorf("%v, want to be told that another is being printed", err)
	}
	leave()
	if _, err := p.Enter(t.Context()); err != nil {
		t.Errorf("the turn is not given back: %v", err)
	}
	p.most = time.Nanosecond
	if _, err := p.Print(t.Context(), []byte("<p>x")); err == nil {
		t.Error("a printing that takes too long does not end")
	}
}

func TestAPathThatLeadsToNoChromiumIsAFault(t *testing.T) {
	if _, err := NewPrinter("/nowhere/chromium"); err == nil {
		t.Error("taken")
	}
}

// Every edition says which it is, what it corrects, and whether a newer one exists.
func TestTheEditionIsTold(t *testing.T) {
	p := told()
	for _, c := range []struct {
		edition, editions int
		note, says        string
	}{
		{1, 1, "", "Version définitive, arrêtée le 12 juillet 2019."},
		{1, 2, "", "arrêtée le 12 juillet 2019. Il existe une édition plus récente\u202f: l’édition 2."},
		{2, 2, "Un nom.", "édition 2, corrigée le 12 juillet 2019. Ce qu’elle corrige\u202f: Un nom."},
	} {
		p.Edition, p.Note, p.Editions = c.edition, c.note, make([]network.ProceedingsEdition, c.editions)
		about := Proceedings(p).About
		if !strings.HasSuffix(about, c.says) {
			t.Errorf("edition %d of %d: %q", c.edition, c.editions, about)
		}
	}
	page, err := Page(Proceedings(p))
	if err != nil || !strings.Contains(string(page), "édition 2, corrigée") {
		t.Error("the page to print says no edition", err)
	}
	file, err := ODT(Proceedings(p), at)
	if err != nil || !strings.Contains(unzipped(t, file)["content.xml"], "édition 2, corrigée") {
		t.Error("the ODT says no edition", err)
	}
}
