package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	maxBody      = 1 << 20
	maxErrors    = 10
	maxErrorText = 16 << 10
	maxDuration  = 10 * time.Second
)

// readBody takes the body of a request, once its head is in order. What is
// wrong is told by its status and one sentence that repeats nothing of the
// request.
func readBody(w http.ResponseWriter, r *http.Request) ([]byte, bool) {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, http.StatusMethodNotAllowed, "Use POST.")
	case err != nil || media != "application/json":
		refuse(w, http.StatusUnsupportedMediaType, "The content type must be application/json.")
	case r.ContentLength < 0:
		refuse(w, http.StatusLengthRequired, "Content-Length is required.")
	case r.ContentLength > maxBody:
		refuse(w, http.StatusRequestEntityTooLarge, "The request is too large.")
	default:
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			refuse(w, http.StatusBadRequest, "The request did not arrive whole.")
			return nil, false
		}
		return body, true
	}
	return nil, false
}

// decodeBody takes the one JSON object that a request is, its keys in their
// exact spelling, and nothing behind it.
func decodeBody(w http.ResponseWriter, r *http.Request, body []byte) (*graphql.RawParams, bool) {
	params, err := parseRequest(body)
	if err != nil {
		refuse(w, http.StatusBadRequest, "The request must be one JSON object with query, operationName, variables.")
		return nil, false
	}
	params.Headers = r.Header
	return params, true
}

func parseRequest(body []byte) (*graphql.RawParams, error) {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(body, &keys); err != nil {
		return nil, err
	}
	params := &graphql.RawParams{}
	into := map[string]any{"query": &params.Query, "operationName": &params.OperationName,
		"variables": &params.Variables, "extensions": &params.Extensions}
	for key, value := range keys {
		field, known := into[key]
		if !known {
			return nil, errors.New("unknown key")
		}
		decoder := json.NewDecoder(bytes.NewReader(value))
		decoder.UseNumber()
		if err := decoder.Decode(field); err != nil {
			return nil, err
		}
	}
	return params, nil
}

func refuse(w http.ResponseWriter, status int, sentence string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	code := "BAD_REQUEST"
	if status == http.StatusTooManyRequests {
		code = errLimit
	}
	json.NewEncoder(w).Encode(&graphql.Response{Errors: gqlerror.List{
		{Message: sentence, Extensions: map[string]any{"code": code}},
	}})
}

// post answers queries and mutations. It writes the finished data as it is,
// where gqlgen's own transport would scan it once more.
type post struct{ turns *turns }

// Supports takes every request: the route has no other transport.
func (post) Supports(*http.Request) bool { return true }

// Do answers one operation within its time. Whoever sends slowly or reads slowly
// takes no turn meanwhile.
func (p post) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	body, ok := readBody(w, r)
	if !ok {
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), maxDuration)
	defer cancel()
	give, ok := p.turns.take(ctx, turnKey(ctx))
	if !ok {
		refuse(w, http.StatusTooManyRequests, "Too many requests at once.")
		return
	}
	status, response := p.answer(ctx, w, r, exec, body, give)
	if response != nil {
		writeResponse(w, r, status, response)
	}
}

// answer works an operation out and gives its turn back. The response is nil
// when the request has been refused.
func (post) answer(ctx context.Context, w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, body []byte, give func()) (int, *graphql.Response) {
	defer give()
	params, ok := decodeBody(w, r, body)
	if !ok {
		return 0, nil
	}
	op, invalid := exec.CreateOperationContext(ctx, params)
	if invalid == nil && op.Operation.Operation == "subscription" {
		invalid = gqlerror.List{{Message: "Subscriptions are served on the stream.", Extensions: map[string]any{"code": errcode.ValidationFailed}}}
	}
	if invalid != nil {
		return http.StatusBadRequest, exec.DispatchError(graphql.WithOperationContext(ctx, op), invalid)
	}
	responses, ctx := exec.DispatchOperation(ctx, op)
	response := responses(ctx)
	if response == nil {
		response = &graphql.Response{Errors: gqlerror.List{{Message: "Too slow.", Extensions: map[string]any{"code": errLimit}}}}
	}
	return http.StatusOK, response
}

func writeResponse(w http.ResponseWriter, r *http.Request, status int, response *graphql.Response) {
	media := "application/json"
	if strings.Contains(r.Header.Get("Accept"), "application/graphql-response+json") {
		media = "application/graphql-response+json"
	}
	h := w.Header()
	h.Set("Content-Type", media)
	h.Set("Cache-Control", "no-store")
	var errors []byte
	if len(response.Errors) > 0 {
		errors = encodeErrors(response.Errors)
	}
	body := make([]byte, 0, len(`{"errors":,"data":null}`)+len(errors)+len(response.Data))
	body = append(body, '{')
	if errors != nil {
		body = append(append(append(body, `"errors":`...), errors...), ',')
	}
	body = append(body, `"data":`...)
	if len(response.Data) == 0 {
		body = append(body, "null"...)
	} else {
		body = append(body, response.Data...)
	}
	body = append(body, '}')
	// With its length the answer goes out in one piece, not in chunks.
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	w.Write(body)
}

// encodeErrors writes at most maxErrors errors in at most maxErrorText bytes.
func encodeErrors(list gqlerror.List) []byte {
	list = list[:min(len(list), maxErrors)]
	for ; len(list) > 1; list = list[:len(list)-1] {
		if text, err := json.Marshal(list); err == nil && len(text) <= maxErrorText {
			return text
		}
	}
	text, err := json.Marshal(list)
	if err != nil || len(text) > maxErrorText {
		return []byte(`[{"message":"Too many errors.","extensions":{"code":"LIMITED"}}]`)
	}
	return text
}
