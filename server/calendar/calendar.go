// Package calendar serves what people go to as iCalendar: a whole programme to
// whoever has its secret address, and one item of an agenda or one session to
// whoever may see it. What stands in them is in db; how it is written is here.
package calendar

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"maillage/db"
	"maillage/network"
)

// Calendar serves the calendars of one site.
type Calendar struct {
	store    *db.Store
	accounts *db.Accounts
	public   *url.URL
	log      *slog.Logger
}

// New serves the calendars of the site at a public address.
func New(store *db.Store, accounts *db.Accounts, public *url.URL, log *slog.Logger) *Calendar {
	return &Calendar{store: store, accounts: accounts, public: public, log: log}
}

// Routes adds the paths of calendars. known says who is asking to what it wraps.
func (c *Calendar) Routes(mux *http.ServeMux, known func(http.Handler) http.Handler) {
	mux.HandleFunc("GET /calendrier/{file}", c.programme)
	mux.Handle("GET /calendrier/temps/{file}", known(c.one("temps.ics", c.store.CalendarItem)))
	mux.Handle("GET /calendrier/seances/{file}", known(c.one("seance.ics", c.store.CalendarSession)))
}

// programme serves what the owner of a secret address goes to.
func (c *Calendar) programme(w http.ResponseWriter, r *http.Request) {
	secret, ok := strings.CutSuffix(r.PathValue("file"), ".ics")
	if !ok {
		c.fail(w, r, network.NotFound())
		return
	}
	reader, err := c.accounts.CalendarOf(r.Context(), secret)
	if err != nil {
		c.fail(w, r, err)
		return
	}
	entries, err := c.store.Calendar(r.Context(), reader.Viewer)
	if err != nil {
		c.fail(w, r, err)
		return
	}
	body := write(c.public, reader.Language, entries)
	given := sha256.Sum256(body)
	since, err := c.accounts.NoteCalendarRead(r.Context(), reader.Link, given[:])
	if err != nil {
		c.fail(w, r, err)
		return
	}
	w.Header().Set("Cache-Control", "private, max-age=300")
	serve(w, r, "maillage.ics", body, since)
}

// one serves one thing by its id, under a name of a file: a published item of an
// agenda, a session of a topic.
func (c *Calendar) one(name string, find func(context.Context, network.Viewer, network.ID) ([]network.CalendarEntry, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, ok := strings.CutSuffix(r.PathValue("file"), ".ics")
		if !ok {
			c.fail(w, r, network.NotFound())
			return
		}
		entries, err := find(r.Context(), network.ViewerFrom(r.Context()), network.ID(id))
		if err != nil {
			c.fail(w, r, err)
			return
		}
		language := "fr"
		if strings.HasPrefix(r.Header.Get("Accept-Language"), "en") {
			language = "en"
		}
		w.Header().Add("Vary", "Accept-Language")
		w.Header().Set("Cache-Control", "private, no-cache")
		serve(w, r, name, write(c.public, language, entries), entries[0].ChangedAt)
	}
}

// serve answers with the calendar, or that the reader has it already.
func serve(w http.ResponseWriter, r *http.Request, name string, body []byte, since time.Time) {
	sum := sha256.Sum256(body)
	h := w.Header()
	h.Set("Content-Type", "text/calendar; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	h.Set("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
	http.ServeContent(w, r, "", since, bytes.NewReader(body))
}

// fail answers in plain text. Whatever an address lacks, it is not found; the
// address itself, which is a secret, is told to nobody, the log included.
func (c *Calendar) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil && errors.Is(err, context.Canceled) {
		return // nobody is listening
	}
	w.Header().Set("Cache-Control", "no-store")
	switch {
	case network.IsCode(err, network.CodeNotFound):
		http.Error(w, "No such calendar.", http.StatusNotFound)
	case network.IsCode(err, network.CodeLimited):
		w.Header().Set("Retry-After", strconv.Itoa(int(6*db.CalendarEvery.Seconds())))
		http.Error(w, "Too many requests.", http.StatusTooManyRequests)
	default:
		c.log.ErrorContext(r.Context(), "a calendar failed", "error", err)
		w.Header().Set("Retry-After", "60")
		http.Error(w, "The calendar cannot be read now.", http.StatusServiceUnavailable)
	}
}
