package main

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/network"
	"maillage/server/report"
)

// final makes a gathering whose proceedings are final, and gives its id.
func (s *site) final() network.ID {
	s.t.Helper()
	id, coordinator := newID(), newID()
	s.exec(`
		INSERT INTO staff_member (id, given_name, family_name, email, job, network_role)
		VALUES ($1, 'Prénom', 'Nom', 'coordination@centre.example', 'NATIONAL_COORDINATION', 'COORDINATOR')`, coordinator)
	s.exec(`
		INSERT INTO gathering (id, name, city, starts_on, ends_on, state, published_at)
		VALUES ($1, 'Rencontre de Nantes', 'Nantes', '2019-06-25', '2019-06-26', 'CLOSED', now())`, id)
	store, err := db.NewStore(s.db)
	s.must(err)
	v := network.Viewer{Kind: network.Staff, StaffID: coordinator, Job: network.JobNationalCoordination, Role: network.RoleCoordinator, SessionID: newID()}
	_, err = store.FinalizeProceedings(s.t.Context(), v, db.Act{Key: newID(), Name: "test"}, id, 0, 1)
	s.must(err)
	return id
}

// corrected makes a gathering whose proceedings have had a second edition.
func (s *site) corrected() network.ID {
	s.t.Helper()
	id := s.final()
	store, err := db.NewStore(s.db)
	s.must(err)
	var coordinator network.ID
	s.must(s.db.Get(&coordinator, `SELECT published_by FROM proceedings_edition`))
	v := network.Viewer{Kind: network.Staff, StaffID: coordinator, Job: network.JobNationalCoordination, Role: network.RoleCoordinator, SessionID: newID()}
	_, err = store.CorrectProceedings(s.t.Context(), v, db.Act{Key: newID(), Name: "test"}, id, 1, "Une date", []network.ProceedingsCorrection{{Part: network.PartForeword, Text: "Corrigé"}})
	s.must(err)
	return id
}

func TestTakingProceedingsAway(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	id := s.corrected()
	p := start(t, s.url, "CHROMIUM="+os.Getenv("CHROMIUM"))
	mine := []string{"Authorization", "Bearer " + s.token}
	whole, public := "/rencontres/"+string(id)+"/actes/actes.", "/actes/2019-nantes/actes."
	for name, c := range map[string]struct {
		method, path string
		headers      []string
		status       int
		cache, file  string
	}{
		"nobody's":             {"GET", whole + "odt", nil, 401, "", ""},
		"a team's":             {"GET", whole + "odt", mine, 200, "private, no-cache", "actes-2019-nantes-complets-edition-2.odt"},
		"its first edition":    {"GET", strings.Replace(whole, "/actes/", "/actes/editions/1/", 1) + "odt", mine, 200, "private, no-cache", "actes-2019-nantes-complets.odt"},
		"another gathering's":  {"GET", "/rencontres/" + string(newID()) + "/actes/actes.odt", mine, 404, "", ""},
		"no gathering's":       {"GET", "/rencontres/x/actes/actes.odt", mine, 404, "", ""},
		"anyone's":             {"GET", public + "odt", nil, 200, "no-cache", "actes-2019-nantes-edition-2.odt"},
		"its head":             {"HEAD", public + "odt", nil, 200, "no-cache", "actes-2019-nantes-edition-2.odt"},
		"anyone's first":       {"GET", "/actes/2019-nantes/editions/1/actes.odt", nil, 200, "no-cache", "actes-2019-nantes.odt"},
		"no edition":           {"GET", "/actes/2019-nantes/editions/3/actes.odt", nil, 404, "", ""},
		"edition nought":       {"GET", "/actes/2019-nantes/editions/0/actes.odt", nil, 404, "", ""},
		"no number":            {"GET", "/actes/2019-nantes/editions/01/actes.odt", nil, 404, "", ""},
		"at no address":        {"GET", "/actes/2019-brest/actes.odt", nil, 404, "", ""},
		"at a strange address": {"GET", "/actes/%22%0d%0aX-Y:%201/actes.odt", nil, 404, "", ""},
		"written to":           {"POST", public + "odt", nil, 405, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			response, text := send(t, http.DefaultClient, c.method, p.url()+c.path, "", c.headers...)
			h := response.Header
			if response.StatusCode != c.status {
				t.Fatalf("status %d, want %d: %.80s", response.StatusCode, c.status, text)
			}
			if c.status != 200 {
				return
			}
			if h.Get("Content-Type") != report.MediaODT || h.Get("Cache-Control") != c.cache || h.Get("Content-Disposition") != `attachment; filename="`+c.file+`"` {
				t.Errorf("headers %v", h)
			}
			if strings.HasPrefix(text, "PK") == (c.method == "HEAD") {
				t.Errorf("a body of %d bytes", len(text))
			}
			again, _ := send(t, http.DefaultClient, c.method, p.url()+c.path, "", append([]string{"If-None-Match", h.Get("ETag")}, c.headers...)...)
			if again.StatusCode != 304 {
				t.Errorf("status %d for who has it already", again.StatusCode)
			}
		})
	}
}

// A PDF is made once, however often and by however many it is asked for.
func TestAPDFIsMadeOnce(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	s.final()
	if printer, err := report.NewPrinter(os.Getenv("CHROMIUM")); err != nil || printer == nil {
		t.Skip("no Chromium is installed here, and CHROMIUM names none: no PDF can be made", err)
	}
	p := start(t, s.url, "CHROMIUM="+os.Getenv("CHROMIUM"), "PATH="+os.Getenv("PATH"))
	texts := make(chan string, 3)
	for range 3 {
		go func() {
			response, err := http.Get(p.url() + "/actes/2019-nantes/actes.pdf")
			if err != nil {
				texts <- err.Error()
				return
			}
			defer response.Body.Close()
			text, err := io.ReadAll(response.Body)
			if err != nil {
				texts <- err.Error()
				return
			}
			texts <- string(text)
		}()
	}
	first := <-texts
	for range 2 {
		if <-texts != first {
			t.Error("two PDF files of one document")
		}
	}
	if !strings.HasPrefix(first, "%PDF-") {
		t.Errorf("no PDF: %.80s", first)
	}
}

func TestWithoutChromiumNoPDFIsOffered(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	s.final()
	p := start(t, s.url, "CHROMIUM=", "PATH=/nowhere")
	if response, _ := send(t, http.DefaultClient, "GET", p.url()+"/actes/2019-nantes/actes.pdf", ""); response.StatusCode != 404 {
		t.Errorf("status %d", response.StatusCode)
	}
	_, text := send(t, http.DefaultClient, "POST", p.url()+"/graphql", quoted(`{ publicProceedings(address: "2019-nantes") { pdfOffered } }`), "Content-Type", "application/json")
	if !strings.Contains(text, `"pdfOffered":false`) {
		t.Error(text)
	}
	if _, stderr, err := execute(t, []string{"serve"}, "DATABASE_URL="+s.url, "TOKEN_KEYS="+testKey, "CHROMIUM=/nowhere/chromium"); err == nil || !strings.Contains(stderr, "CHROMIUM") {
		t.Errorf("a path that leads nowhere is not told: %v %s", err, stderr)
	}
}
