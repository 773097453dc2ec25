package auth

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"golang.org/x/text/language"

	"maillage/network"
)

// What is wrong with a request before anybody is looked for.
var (
	errNotJSON   = &network.Error{Code: network.CodeInvalid, Key: "not_json"}
	errTooLarge  = &network.Error{Code: network.CodeInvalid, Key: "body_too_large"}
	errMalformed = &network.Error{Code: network.CodeInvalid, Key: "sign_in_malformed"}
	errNoLink    = &network.Error{Code: network.CodeInvalid, Key: "link_malformed"}
)

// status is the HTTP status of a refusal.
func status(e *network.Error) int {
	switch {
	case e == errNotJSON:
		return http.StatusUnsupportedMediaType
	case e == errTooLarge:
		return http.StatusRequestEntityTooLarge
	}
	switch e.Code {
	case network.CodeUnauthenticated:
		return http.StatusUnauthorized
	case network.CodeLimited:
		return http.StatusTooManyRequests
	case network.CodeInvalid:
		return http.StatusBadRequest
	case network.CodeConflict:
		return http.StatusConflict
	}
	return http.StatusForbidden
}

// codeInternal is what is told of a fault that is ours: nothing.
const codeInternal network.Code = "INTERNAL"

// fail answers {code, message}, in the reader's language. What is not for them
// to know is logged.
func (a *Auth) fail(w http.ResponseWriter, r *http.Request, err error) {
	if r.Context().Err() != nil && errors.Is(err, context.Canceled) {
		return // nobody is listening
	}
	var e *network.Error
	code := http.StatusServiceUnavailable
	if errors.As(err, &e) {
		code = status(e)
	} else {
		a.log.ErrorContext(r.Context(), "the door failed", "error", err)
		e = &network.Error{Code: codeInternal, Key: "internal"}
	}
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Language")
	switch code {
	case http.StatusTooManyRequests:
		h.Set("Retry-After", strconv.Itoa(retryAfter(e)))
	case http.StatusServiceUnavailable:
		h.Set("Retry-After", "2")
	}
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]string{
		"code":    string(e.Code),
		"message": network.Sentence(languageOf(r), e),
	})
}

// retryAfter is how many seconds to wait, where the refusal knows.
func retryAfter(e *network.Error) int {
	for i := 0; i+1 < len(e.Values); i += 2 {
		if seconds, ok := e.Values[i+1].(int); ok && e.Values[i] == "seconds" {
			return seconds
		}
	}
	return 2
}

var languages = language.NewMatcher([]language.Tag{language.French, language.English})

// languageOf is the reader's language, "fr" unless they ask for English.
func languageOf(r *http.Request) string {
	wanted, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil {
		return "fr"
	}
	if _, index, _ := languages.Match(wanted...); index == 1 {
		return "en"
	}
	return "fr"
}
