package calendar

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/network"
)

// A house serves the calendars of a small network: somebody who keeps one item
// of an agenda.
type house struct {
	t            *testing.T
	db           *sqlx.DB
	url, address string
	who          network.Viewer
	item         network.ID
	link         db.NewCalendarLink
	log          bytes.Buffer
}

func newHouse(t *testing.T) *house {
	h := &house{t: t, db: dbtest.New(t)}
	id := func() network.ID { return network.ID(uuid.Must(uuid.NewV7()).String()) }
	gathering := id()
	h.item = id()
	h.who = network.Viewer{Kind: network.Staff, StaffID: id(), Job: network.JobMissionOfficer, SessionID: id()}
	h.exec(`INSERT INTO staff_member (id, given_name, family_name, email, job) VALUES ($1, 'Prénom', 'Nom', 'p@centre.example', 'MISSION_OFFICER')`, h.who.StaffID)
	h.exec(`INSERT INTO account (staff_id, created_at) VALUES ($1, now())`, h.who.StaffID)
	h.exec(`
		INSERT INTO gathering (id, name, city, starts_on, ends_on, state, published_at)
		VALUES ($1, 'Rencontre', 'Nantes', current_date, current_date, 'PUBLISHED', now())`, gathering)
	h.exec(`
		INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at)
		VALUES ($1, $2, 'Intervention', 'TALK', now(), now() + interval '1 hour')`, h.item, gathering)
	h.exec(`INSERT INTO agenda_keep (agenda_item_id, staff_id, at) VALUES ($1, $2, now())`, h.item, h.who.StaffID)
	accounts := db.NewAccounts(h.db)
	store, err := db.NewStore(h.db)
	h.must(err)
	h.link, err = accounts.CreateCalendarLink(context.Background(), h.who, db.Act{Key: id(), Name: "test"}, "Téléphone")
	h.must(err)
	mux := http.NewServeMux()
	New(store, accounts, site, slog.New(slog.NewTextHandler(&h.log, nil))).Routes(mux, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			v := network.Viewer{Kind: network.Anonymous}
			if r.Header.Get("Cookie") != "" {
				v = h.who
			}
			next.ServeHTTP(w, r.WithContext(network.WithViewer(r.Context(), v)))
		})
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	h.url, h.address = server.URL, server.URL+"/calendrier/"+h.link.Secret+".ics"
	return h
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) exec(query string, args ...any) {
	h.t.Helper()
	_, err := h.db.Exec(query, args...)
	h.must(err)
}

func (h *house) ask(method, address string, headers ...string) (*http.Response, string) {
	h.t.Helper()
	r, err := http.NewRequest(method, address, nil)
	h.must(err)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	answered, err := http.DefaultClient.Do(r)
	h.must(err)
	defer answered.Body.Close()
	body, err := io.ReadAll(answered.Body)
	h.must(err)
	return answered, string(body)
}

func (h *house) want(what string, got, want any) {
	h.t.Helper()
	if got != want {
		h.t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestACalendarIsReadAgainOnlyWhenItChanged(t *testing.T) {
	h := newHouse(t)
	first, body := h.ask("GET", h.address)
	h.want("status", first.StatusCode, 200)
	h.want("type", first.Header.Get("Content-Type"), "text/calendar; charset=utf-8")
	h.want("kept by", first.Header.Get("Cache-Control"), "private, max-age=300")
	if !strings.Contains(body, "SUMMARY:Intervention\r\n") || !strings.Contains(body, "SEQUENCE:0\r\n") {
		t.Errorf("%s", body)
	}
	head, nothing := h.ask("HEAD", h.address)
	h.want("HEAD", head.StatusCode, 200)
	h.want("the body of HEAD", nothing, "")
	h.want("its length", head.ContentLength, int64(len(body)))
	for name, value := range map[string]string{"If-None-Match": first.Header.Get("ETag"), "If-Modified-Since": first.Header.Get("Last-Modified")} {
		if value == "" {
			t.Fatalf("nothing to ask %s with", name)
		}
		again, _ := h.ask("GET", h.address, name, value)
		h.want(name, again.StatusCode, 304)
	}
	h.exec(`UPDATE agenda_item SET starts_at = starts_at + interval '10 minutes' WHERE id = $1`, h.item)
	moved, body := h.ask("GET", h.address, "If-None-Match", first.Header.Get("ETag"))
	h.want("moved", moved.StatusCode, 200)
	if !strings.Contains(body, "SEQUENCE:1\r\n") {
		t.Errorf("%s", body)
	}
	// What is dropped leaves no trace but the moment since when it is gone.
	h.exec(`UPDATE calendar_link SET given_at = given_at - interval '1 hour'`)
	old, _ := h.ask("GET", h.address)
	h.exec(`DELETE FROM agenda_keep`)
	dropped, body := h.ask("GET", h.address, "If-Modified-Since", old.Header.Get("Last-Modified"))
	h.want("dropped", dropped.StatusCode, 200)
	h.want("it is gone", strings.Contains(body, "Intervention"), false)
}

func TestAnAddressThatOpensNothingSaysNothing(t *testing.T) {
	h := newHouse(t)
	_, same := h.ask("GET", h.url+"/calendrier/x.ics")
	for _, address := range []string{
		h.url + "/calendrier/" + h.link.Secret, h.url + "/calendrier/" + h.link.Secret[:40] + ".ics", h.url + "/calendrier/.ics",
		h.url + "/calendrier/temps/x.ics", h.url + "/calendrier/temps/" + string(h.item) + ".ics", h.url + "/calendrier/temps/" + uuid.NewString() + ".ics",
		h.url + "/calendrier/seances/x", h.url + "/calendrier/seances/x.ics", h.url + "/calendrier/seances/" + uuid.NewString() + ".ics",
	} {
		answered, body := h.ask("GET", address)
		h.want(address, answered.StatusCode, 404)
		h.want(address, body, same)
	}
	h.exec(`UPDATE calendar_link SET revoked_at = now()`)
	answered, _ := h.ask("GET", h.address)
	h.want("revoked", answered.StatusCode, 404)
	posted, _ := h.ask("POST", h.address)
	h.want("POST", posted.StatusCode, 405)
	h.db.Close()
	broken, body := h.ask("GET", h.address)
	h.want("without a database", broken.StatusCode, 503)
	if strings.Contains(body+h.log.String(), h.link.Secret[8:20]) || !strings.Contains(h.log.String(), "a calendar failed") {
		t.Errorf("told %q, logged %q", body, h.log.String())
	}
}

func TestAnAddressIsNotReadWithoutEnd(t *testing.T) {
	h := newHouse(t)
	for range 30 {
		if answered, _ := h.ask("HEAD", h.address); answered.StatusCode != 200 {
			t.Fatalf("a polite client is refused: %d", answered.StatusCode)
		}
	}
	answered, _ := h.ask("GET", h.address)
	h.want("one too many", answered.StatusCode, 429)
	h.want("told when", answered.Header.Get("Retry-After"), "60")
}

func TestOneItemIsForWhoeverSeesIt(t *testing.T) {
	h := newHouse(t)
	address := h.url + "/calendrier/temps/" + string(h.item) + ".ics"
	signedIn, body := h.ask("GET", address, "Cookie", "x=y")
	h.want("signed in", signedIn.StatusCode, 200)
	_, whole := h.ask("GET", h.address)
	uid := "UID:" + string(h.item) + "@maillage\r\n"
	if !strings.Contains(body, uid) || !strings.Contains(whole, uid) || strings.Count(body, "BEGIN:VEVENT") != 1 {
		t.Errorf("%s\n%s", body, whole)
	}
	h.exec(`UPDATE agenda_item SET is_public = true`)
	anyone, _ := h.ask("GET", address)
	h.want("public", anyone.StatusCode, 200)
	again, _ := h.ask("GET", address, "If-None-Match", anyone.Header.Get("ETag"))
	h.want("unchanged", again.StatusCode, 304)
}
