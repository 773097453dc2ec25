package network

import (
	"errors"
	"fmt"
	"strings"
)

// Code is the stable name of a kind of failure. Clients branch on it; it
// never changes once published.
type Code string

// The codes a caller can meet. Whatever is not an *Error is an internal
// fault: it is logged with the request's id and never shown.
const (
	CodeUnauthenticated   Code = "UNAUTHENTICATED"
	CodeForbidden         Code = "FORBIDDEN"
	CodeNotFound          Code = "NOT_FOUND"
	CodeInvalid           Code = "INVALID"
	CodeConflict          Code = "CONFLICT"
	CodeInvalidTransition Code = "INVALID_TRANSITION"
	CodeReplayMismatch    Code = "IDEMPOTENCY_MISMATCH"
	CodeLimited           Code = "LIMITED"
)

// Error is a failure its reader can act on: a stable code, the input field at
// fault when there is one (in the API's spelling, dotted below "input"), and
// the key of a sentence with its values. The sentence itself is chosen in the
// reader's language by Sentence.
type Error struct {
	Code  Code
	Field string
	// Key names the sentence in the catalogue of sentence.go.
	Key string
	// Values fill the sentence; alternating name and value.
	Values []any
	// State and Open are set with CodeInvalidTransition: the state the object
	// is in and the moves that are open from it.
	State string
	Open  []string
	// Version is set with CodeConflict: the version now stored.
	Version int
}

func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", e.Code, e.Key)
	if e.Field != "" {
		fmt.Fprintf(&b, " (%s)", e.Field)
	}
	return b.String()
}

// NotFound says that the thing does not exist for this viewer.
func NotFound() *Error { return &Error{Code: CodeNotFound, Key: "not_found"} }

// Forbidden says that the viewer may see the thing but not do this to it.
// The key names the reason.
func Forbidden(key string, values ...any) *Error {
	return &Error{Code: CodeForbidden, Key: key, Values: values}
}

// Invalid says which input field is at fault and why.
func Invalid(field, key string, values ...any) *Error {
	return &Error{Code: CodeInvalid, Field: field, Key: key, Values: values}
}

// Conflict says that the object has moved on since the caller read it.
func Conflict(version int) *Error {
	return &Error{Code: CodeConflict, Field: "version", Key: "stale_version", Version: version}
}

// InvalidTransition says in which state the object is, and which moves are
// open from it.
func InvalidTransition[S ~string](state S, open []S) *Error {
	e := &Error{Code: CodeInvalidTransition, Key: "wrong_state", State: string(state), Open: []string{}}
	for _, to := range open {
		e.Open = append(e.Open, string(to))
	}
	return e
}

// IsCode reports whether err is an *Error of the given code.
func IsCode(err error, code Code) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == code
}
