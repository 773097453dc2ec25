package auth

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"unicode"

	"maillage/db"
	"maillage/network"
)

// bodyMax is the most that a sign-in may weigh.
const bodyMax = 16 << 10

// Routes adds the paths of the door. They are to stand behind cross-origin
// protection, as every write with cookies.
func (a *Auth) Routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /auth/sign-in", a.signIn)
	mux.HandleFunc("POST /auth/invitation", a.signInGuest)
	mux.HandleFunc("POST /auth/refresh", a.refresh)
	mux.HandleFunc("POST /auth/sign-out", a.signOut)
}

// signInBody is what the sign-in page sends.
type signInBody struct {
	Email    string `json:"email"`
	Password string `json:"password"`
	Remember bool   `json:"remember"`
}

func (a *Auth) signIn(w http.ResponseWriter, r *http.Request) {
	body, err := readSignIn(w, r)
	if err != nil {
		a.fail(w, r, err)
		return
	}
	g, err := a.accounts.SignIn(r.Context(), db.SignIn{
		Email:     body.Email,
		Password:  body.Password,
		Remember:  body.Remember,
		Device:    read(r, a.cookies.device),
		UserAgent: r.UserAgent(),
	})
	a.letIn(w, r, g, err)
}

// invitationBody is what the page of an invitation sends.
type invitationBody struct {
	Token string `json:"token"`
}

// signInGuest lets in whoever shows a guest's link. They have nothing to type
// that would bring them back, so the session outlives the browser.
func (a *Auth) signInGuest(w http.ResponseWriter, r *http.Request) {
	var body invitationBody
	err := readBody(w, r, &body)
	if err == nil && (body.Token == "" || len(body.Token) > 1024) {
		err = errNoLink
	}
	if err != nil {
		a.fail(w, r, err)
		return
	}
	g, err := a.accounts.SignInGuest(r.Context(), body.Token, db.SignIn{
		Remember:  true,
		Device:    read(r, a.cookies.device),
		UserAgent: r.UserAgent(),
	})
	a.letIn(w, r, g, err)
}

// letIn hands over what was granted, in the place of the session that this
// browser held: it would be nobody's once its cookies are replaced.
func (a *Auth) letIn(w http.ResponseWriter, r *http.Request, g db.Grant, err error) {
	if err == nil {
		err = a.accounts.SignOut(r.Context(), read(r, a.cookies.refresh))
	}
	a.answer(w, r, g, err)
}

func (a *Auth) refresh(w http.ResponseWriter, r *http.Request) {
	g, err := a.accounts.Refresh(r.Context(), read(r, a.cookies.refresh))
	if network.IsCode(err, network.CodeUnauthenticated) {
		a.cookies.take(w)
	}
	a.answer(w, r, g, err)
}

// signOut ends the session by either of its cookies. It succeeds for whoever
// has none: they are out.
func (a *Auth) signOut(w http.ResponseWriter, r *http.Request) {
	err := a.accounts.SignOut(r.Context(), read(r, a.cookies.refresh))
	if session, staff, bad := a.minter.check(read(r, a.cookies.access)); bad == nil && err == nil {
		err = a.accounts.SignOutSession(r.Context(), network.Viewer{StaffID: staff, SessionID: session})
	}
	if err != nil {
		a.fail(w, r, err)
		return
	}
	a.cookies.take(w)
	noContent(w)
}

// answer hands over what was granted.
func (a *Auth) answer(w http.ResponseWriter, r *http.Request, g db.Grant, err error) {
	var access string
	if err == nil {
		access, err = a.minter.mint(g.SessionID, g.StaffID)
	}
	if err != nil {
		a.fail(w, r, err)
		return
	}
	a.cookies.give(w, g, access, a.now())
	noContent(w)
}

func noContent(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusNoContent)
}

// readSignIn takes what the sign-in page sends.
func readSignIn(w http.ResponseWriter, r *http.Request) (signInBody, error) {
	var body signInBody
	err := readBody(w, r, &body)
	if err == nil && (body.Email == "" || body.Password == "" || len(body.Email) > 1024 || strings.ContainsFunc(body.Email, unicode.IsControl)) {
		err = errMalformed
	}
	return body, err
}

// readBody takes one JSON object and nothing else. Nothing of it is told back
// or logged: there is a secret in it.
func readBody(w http.ResponseWriter, r *http.Request, body any) error {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		return errNotJSON
	}
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyMax))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(body)
	if err == nil {
		if _, extra := decoder.Token(); extra != io.EOF {
			err = errors.Join(errors.New("more than one value"), extra)
		}
	}
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return errTooLarge
	case err != nil:
		return errMalformed
	}
	return nil
}
