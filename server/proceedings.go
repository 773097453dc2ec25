package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strconv"
	"time"

	"maillage/db"
	"maillage/network"
	"maillage/server/report"
)

// typesetting says how the documents are set: it moves when the same proceedings would
// give another file.
const typesetting = "2"

// proceedingsRoutes are the proceedings to take away: of a gathering for those
// who take part, and what anyone may read at the permanent address.
func (s *service) proceedingsRoutes(mux *http.ServeMux, signedIn func(http.Handler) http.Handler) {
	whole := func(write func(http.ResponseWriter, *http.Request, taken)) http.Handler {
		return signedIn(s.proceedings(s.wholeProceedings, write))
	}
	for _, edition := range []string{"", "/editions/{edition}"} {
		mux.Handle("GET /rencontres/{gathering}/actes"+edition+"/actes.odt", whole(s.sendODT))
		mux.Handle("GET /rencontres/{gathering}/actes"+edition+"/actes.pdf", whole(s.sendPDF))
		mux.Handle("GET /actes/{address}"+edition+"/actes.odt", s.proceedings(s.publicProceedings, s.sendODT))
		mux.Handle("GET /actes/{address}"+edition+"/actes.pdf", s.proceedings(s.publicProceedings, s.sendPDF))
	}
}

// taken are proceedings to be written to a file, for whom, and the file's name.
type taken struct {
	*network.Proceedings
	readers db.Readers
	name    string
	digest  []byte
}

func (s *service) wholeProceedings(r *http.Request) (taken, error) {
	v, id := network.ViewerFrom(r.Context()), network.ID(r.PathValue("gathering"))
	if v.Kind == network.Anonymous {
		return taken{}, &network.Error{Code: network.CodeUnauthenticated, Key: "sign_in_first"}
	}
	if !id.UUID() {
		return taken{}, network.NotFound()
	}
	edition, err := editionAsked(r)
	if err != nil {
		return taken{}, err
	}
	p, err := s.store.Proceedings(r.Context(), v, id, edition)
	readers := db.ReadersOfAll
	if v.Kind == network.Guest {
		readers = db.ReadersAsGuests
	}
	return taken{Proceedings: p, readers: readers}, err
}

func (s *service) publicProceedings(r *http.Request) (taken, error) {
	edition, err := editionAsked(r)
	if err != nil {
		return taken{}, err
	}
	p, err := s.store.PublicProceedings(r.Context(), r.PathValue("address"), edition)
	return taken{Proceedings: p, readers: db.ReadersAnyone}, err
}

// editionAsked is the number in the path, 0 where there is none: the last.
func editionAsked(r *http.Request) (int, error) {
	asked := r.PathValue("edition")
	if asked == "" {
		return 0, nil
	}
	number, err := strconv.Atoi(asked)
	if err != nil || number < 1 || number > network.EditionsMax || strconv.Itoa(number) != asked {
		return 0, network.NotFound()
	}
	return number, nil
}

var notInAName = regexp.MustCompile(`[^a-z0-9-]+`)

// proceedings reads what is asked and hands it on to be written; whoever has it
// already is told so.
func (s *service) proceedings(read func(*http.Request) (taken, error), write func(http.ResponseWriter, *http.Request, taken)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p, err := read(r)
		var told *network.Error
		switch {
		case errors.As(err, &told) && told.Code == network.CodeUnauthenticated:
			http.Error(w, "Sign in first.", http.StatusUnauthorized)
			return
		case errors.As(err, &told), err == nil && p.Proceedings == nil:
			http.NotFound(w, r)
			return
		case err != nil:
			s.failed(w, r, err)
			return
		}
		if err := p.know(); err != nil {
			s.failed(w, r, err)
			return
		}
		h := w.Header()
		tag := `"` + base64.RawURLEncoding.EncodeToString(p.digest[:18]) + `"`
		h.Set("ETag", tag)
		h.Set("Cache-Control", "no-cache")
		if p.readers != db.ReadersAnyone {
			h.Set("Cache-Control", "private, no-cache")
		}
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		write(w, r, p)
	})
}

// know gives the proceedings their digest and their name.
func (p *taken) know() error {
	document, err := json.Marshal(struct {
		*network.Proceedings
		Final         *time.Time
		Edition, Last int
		Note, Setting string
	}{p.Proceedings, p.FinalAt, p.Edition, len(p.Editions), p.Note, typesetting})
	if err != nil {
		return fmt.Errorf("digest of the proceedings: %w", err)
	}
	sum := sha256.Sum256(document)
	p.digest = sum[:]
	p.name = "actes-en-cours"
	if p.Address != nil {
		p.name = "actes-" + notInAName.ReplaceAllString(*p.Address, "-")
	}
	if p.Address != nil && p.readers == db.ReadersOfAll {
		p.name += "-complets"
	}
	if p.Edition > 1 {
		p.name += "-edition-" + strconv.Itoa(p.Edition)
	}
	return nil
}

func (s *service) sendODT(w http.ResponseWriter, r *http.Request, p taken) {
	at := s.store.Now()
	if p.FinalAt != nil {
		at = *p.FinalAt
	}
	file, err := report.ODT(report.Proceedings(p.Proceedings), at)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	sendFile(w, r, report.MediaODT, p.name+".odt", file)
}

// sendPDF sends the PDF of a document, made once for all who ask: it takes
// seconds and a browser.
func (s *service) sendPDF(w http.ResponseWriter, r *http.Request, p taken) {
	if s.printer == nil {
		http.Error(w, "This server makes no PDF.", http.StatusNotFound)
		return
	}
	file, err := s.printed(r, p)
	switch {
	case errors.Is(err, report.ErrBusy):
		w.Header().Set("Retry-After", "10")
		http.Error(w, "Another document is being made. Try again in a moment.", http.StatusServiceUnavailable)
	case err != nil:
		s.failed(w, r, err)
	default:
		sendFile(w, r, report.MediaPDF, p.name+".pdf", file)
	}
}

func (s *service) printed(r *http.Request, p taken) ([]byte, error) {
	ctx := r.Context()
	kept := func() ([]byte, error) {
		return s.store.ProceedingsPDF(ctx, p.GatheringID, p.Edition, p.readers, p.digest)
	}
	if file, err := kept(); file != nil || err != nil {
		return file, err
	}
	html, err := report.Page(report.Proceedings(p.Proceedings))
	if err != nil {
		return nil, err
	}
	leave, err := s.printer.Enter(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	// Whoever was before may have made the same.
	if file, err := kept(); file != nil || err != nil {
		return file, err
	}
	// What has begun is finished and kept, though nobody should wait for it any more.
	ctx = context.WithoutCancel(ctx)
	file, err := s.printer.Print(ctx, html)
	if err != nil {
		return nil, err
	}
	return file, s.store.KeepProceedingsPDF(ctx, p.GatheringID, p.Edition, p.readers, p.digest, file)
}

func sendFile(w http.ResponseWriter, r *http.Request, media, name string, file []byte) {
	h := w.Header()
	h.Set("Content-Type", media)
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	h.Set("Content-Length", fmt.Sprint(len(file)))
	if r.Method != http.MethodHead {
		w.Write(file)
	}
}

// failed logs a fault and says no more than that it is ours.
func (s *service) failed(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil {
		return // nobody is listening
	}
	s.log.ErrorContext(r.Context(), "a document could not be made", "error", err)
	w.Header().Del("ETag")
	http.Error(w, "Internal error.", http.StatusInternalServerError)
}
