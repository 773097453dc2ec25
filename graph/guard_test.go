package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/network"
)

// house is the contract over an empty network, asked as one viewer.
type house struct {
	*httptest.Server
	database *sqlx.DB
	logged   *bytes.Buffer
	viewer   *network.Viewer
}

func newHouse(t *testing.T) *house {
	t.Helper()
	database := dbtest.New(t)
	store, err := db.NewStore(database)
	if err != nil {
		t.Fatal(err)
	}
	h := &house{database: database, logged: &bytes.Buffer{}, viewer: &network.Viewer{Kind: network.Anonymous}}
	log := slog.New(slog.NewTextHandler(h.logged, nil))
	doors := NewHandlers(&Resolver{Store: store, Accounts: db.NewAccounts(database), Journal: db.NewJournal(database, "", log)}, log)
	mux := http.NewServeMux()
	mux.Handle("/graphql", doors.Query)
	mux.Handle("/graphql/stream", doors.Stream)
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mux.ServeHTTP(w, r.WithContext(network.WithViewer(r.Context(), *h.viewer)))
	}))
	t.Cleanup(h.Close)
	return h
}

// send posts a body as it is and gives the status and the answer.
func (h *house) send(t *testing.T, path, media, body string) (int, string) {
	t.Helper()
	response, err := http.Post(h.URL+path, media, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func operation(query string) string {
	text, err := json.Marshal(map[string]any{"query": query})
	if err != nil {
		panic(err)
	}
	return string(text)
}

// codes are the codes of an answer's errors.
func codes(t *testing.T, answer string) []string {
	t.Helper()
	var got struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatalf("%v in %s", err, answer)
	}
	var list []string
	for _, e := range got.Errors {
		list = append(list, e.Extensions.Code)
	}
	return list
}

const secret = "Tr0ub4dor-secret"

func TestHostileRequestsAreRefusedShortlyAndRepeatNothing(t *testing.T) {
	h := newHouse(t)
	nested := func(n int) string {
		return "{ viewer { " + strings.Repeat("staffMember { centre { staffMembers { nodes { ", n) + "id" + strings.Repeat(" } } } }", n) + " } }"
	}
	bomb := &strings.Builder{}
	for i := range 19 {
		fmt.Fprintf(bomb, "fragment f%d on Query { ...f%d ...f%d } ", i, i+1, i+1)
	}
	for name, c := range map[string]struct {
		media, body string
		status      int
		code        string
	}{
		"not JSON":            {"application/json", `{"query": "{ viewer { id } }", ` + secret, 400, "BAD_REQUEST"},
		"trailing bytes":      {"application/json", operation("{ themes { id } }") + secret, 400, "BAD_REQUEST"},
		"a batch":             {"application/json", "[" + operation("{ themes { id } }") + "]", 400, "BAD_REQUEST"},
		"key in other case":   {"application/json", `{"Query": "{ themes { id } }"}`, 400, "BAD_REQUEST"},
		"unknown key":         {"application/json", `{"query": "{ themes { id } }", "` + secret + `": 1}`, 400, "BAD_REQUEST"},
		"a form":              {"application/x-www-form-urlencoded", "query=" + secret, 415, "BAD_REQUEST"},
		"too long":            {"application/json", operation("{ themes { id } } #" + strings.Repeat("x", 1<<20)), 413, "BAD_REQUEST"},
		"not a query":         {"application/json", operation(secret), 400, "GRAPHQL_PARSE_FAILED"},
		"empty":               {"application/json", operation(""), 400, "GRAPHQL_VALIDATION_FAILED"},
		"unknown field":       {"application/json", operation("{ view" + "ers { id } }"), 400, "GRAPHQL_VALIDATION_FAILED"},
		"too many tokens":     {"application/json", operation("{" + strings.Repeat(" themes { id }", 1000) + "}"), 400, "GRAPHQL_PARSE_FAILED"},
		"too deep":            {"application/json", operation(nested(4)), 400, "LIMITED"},
		"too many aliases":    {"application/json", operation("{ themes {" + strings.Repeat(" a: id", 21) + " } }"), 400, "LIMITED"},
		"too many roots":      {"application/json", operation("{" + strings.Repeat(" themes { id }", 11) + "}"), 400, "LIMITED"},
		"too many directives": {"application/json", operation("{ themes { id" + strings.Repeat(" @skip(if: false)", 21) + " } }"), 400, "LIMITED"},
		"fragment bomb":       {"application/json", operation("{ ...f0 } " + bomb.String() + "fragment f19 on Query { themes { id } }"), 400, "LIMITED"},
		"fragment loop":       {"application/json", operation("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"), 400, "LIMITED"},
		"too heavy":           {"application/json", operation("{ workingGroups(first: 100) { nodes { members(first: 100) { nodes { workingGroup { members(first: 100) { nodes { id } } } } } } } }"), 400, "LIMITED"},
		"first of zero":       {"application/json", operation("{ centres(first: 0) { totalCount nodes { id } } }"), 200, "INVALID"},
		"first of 101":        {"application/json", operation("{ centres(first: 101) { totalCount nodes { id } } }"), 200, "INVALID"},
		"made-up cursor":      {"application/json", operation(`{ centres(after: "` + secret + `") { nodes { id } } }`), 200, "INVALID"},
		"NUL in a text":       {"application/json", operation(`{ centres(filter: { search: "a\u0000b" }) { nodes { id } } }`), 200, "INVALID"},
		"not an id":           {"application/json", operation(`{ centre(id: "` + secret + `") { id } }`), 200, "INVALID"},
		"introspection":       {"application/json", operation("{ __schema { types { name } } }"), 400, "GRAPHQL_VALIDATION_FAILED"},
		"subscription":        {"application/json", operation("subscription { events { cursor } }"), 400, "GRAPHQL_VALIDATION_FAILED"},
	} {
		t.Run(name, func(t *testing.T) {
			h.logged.Reset()
			status, answer := h.send(t, "/graphql", c.media, c.body)
			if status != c.status {
				t.Errorf("status %d, want %d", status, c.status)
			}
			if got := codes(t, answer); len(got) == 0 || got[0] != c.code {
				t.Errorf("codes %v, want %s", got, c.code)
			}
			if strings.Contains(answer, secret) || strings.Contains(h.logged.String(), secret) {
				t.Errorf("the request is repeated in the answer or the log: %s %s", answer, h.logged)
			}
			if strings.Contains(answer, "Did you mean") || len(answer) > 1000 {
				t.Errorf("the answer tells too much: %s", answer)
			}
		})
	}
}

func TestOtherMethodsAreToldHow(t *testing.T) {
	h := newHouse(t)
	response, err := http.Get(h.URL + "/graphql?query={themes{id}}")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "POST" {
		t.Errorf("status %d, Allow %q", response.StatusCode, response.Header.Get("Allow"))
	}
}

// One click must never be done twice: a client that accepts both an answer and
// a stream has its mutation refused on the stream.
func TestTheStreamTakesSubscriptionsOnly(t *testing.T) {
	h := newHouse(t)
	status, _ := h.send(t, "/graphql/stream", "application/json", operation("subscription { events { cursor } }"))
	if status != http.StatusUnauthorized {
		t.Errorf("the anonymous are answered %d", status)
	}
	h.viewer.Kind, h.viewer.StaffID, h.viewer.SessionID = network.Staff, "0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000002"
	for _, query := range []string{"{ themes { id } }", `mutation { markVisit(input: { clientMutationId: "0198c0de-0000-7000-8000-000000000003" }) { viewer { id } } }`} {
		_, answer := h.send(t, "/graphql/stream", "application/json", operation(query))
		if !strings.Contains(answer, "Only subscriptions") || strings.Contains(answer, `"data":{`) {
			t.Errorf("%s was answered %s", query, answer)
		}
	}
}

func TestTheSignedInMayLookAtTheContract(t *testing.T) {
	h := newHouse(t)
	h.viewer.Kind = network.Staff
	if _, answer := h.send(t, "/graphql", "application/json", operation("{ __schema { queryType { name } } }")); !strings.Contains(answer, `"Query"`) {
		t.Errorf("answered %s", answer)
	}
	if _, answer := h.send(t, "/graphql", "application/json", operation("{ viewers { id } }")); !strings.Contains(answer, "viewers") || strings.Contains(answer, "Did you mean") {
		t.Errorf("answered %s", answer)
	}
}

// What goes wrong inside is logged with its cause and told without it.
func TestInternalFaultsAreHidden(t *testing.T) {
	h := newHouse(t)
	h.viewer.Kind, h.viewer.StaffID = network.Staff, "0198c0de-0000-7000-8000-000000000001"
	h.database.Close()
	_, answer := h.send(t, "/graphql", "application/json", operation("{ viewer { id } }"))
	if got := codes(t, answer); len(got) != 1 || got[0] != "INTERNAL" || strings.Contains(answer, "sql") {
		t.Errorf("answered %s", answer)
	}
	if !strings.Contains(h.logged.String(), "internal fault") {
		t.Errorf("logged %s", h.logged)
	}
}

func FuzzRequest(f *testing.F) {
	for _, s := range []string{operation("{ themes { id } }"), `{"query":1}`, `{"query":"","variables":[]}`, "null", "[]", `{"query":"{","operationName":null}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		if params, err := parseRequest(body); err == nil {
			newLimits().MutateOperationParameters(t.Context(), params)
		}
	})
}
