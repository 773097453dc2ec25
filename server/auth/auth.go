// Package auth is the door of the house over HTTP: it signs people in and out
// with cookies, knows API clients by their bearer token, and says at every
// request who is asking. What it decides with is in db: accounts, sessions and
// tokens.
package auth

import (
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"maillage/db"
	"maillage/network"
)

// Options of the door.
type Options struct {
	Accounts *db.Accounts
	Keys     Keys
	// PublicURL is the address that people type: the issuer of the tokens. With
	// https the cookies are bound to it.
	PublicURL *url.URL
	Log       *slog.Logger
	// Now is the clock; time.Now when nil.
	Now func() time.Time
}

// Auth is the door.
type Auth struct {
	accounts *db.Accounts
	minter   *minter
	cookies  cookies
	log      *slog.Logger
	now      func() time.Time
}

// New makes the door of one site.
func New(o Options) (*Auth, error) {
	if o.Accounts == nil || o.Keys.current == "" {
		return nil, errors.New("auth: accounts and at least one key are needed")
	}
	if o.PublicURL == nil || o.PublicURL.Host == "" {
		return nil, errors.New("auth: the public address is needed")
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	issuer := o.PublicURL.Scheme + "://" + o.PublicURL.Host
	return &Auth{
		accounts: o.Accounts,
		minter:   newMinter(o.Keys, issuer, o.Now),
		cookies:  newCookies(o.PublicURL.Scheme == "https"),
		log:      o.Log,
		now:      o.Now,
	}, nil
}

// Middleware says who is asking (network.ViewerFrom) to what it wraps. A token
// that is wrong, old or revoked speaks for nobody, and so does none at all;
// only when the database does not answer is the request refused, since to call
// a person anonymous then would sign them out of a page that is fine.
func (a *Auth) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := a.viewer(r)
		if err != nil {
			a.fail(w, r, err)
			return
		}
		w.Header().Add("Vary", "Cookie, Authorization")
		next.ServeHTTP(w, r.WithContext(network.WithViewer(r.Context(), v)))
	})
}

func (a *Auth) viewer(r *http.Request) (network.Viewer, error) {
	v, err := a.identify(r)
	if network.IsCode(err, network.CodeUnauthenticated) {
		return network.Viewer{Kind: network.Anonymous}, nil
	}
	return v, err
}

var errNobody = &network.Error{Code: network.CodeUnauthenticated, Key: "sign_in_first"}

// identify never mixes the two ways: with a bearer token, cookies do not count.
func (a *Auth) identify(r *http.Request) (network.Viewer, error) {
	if secret, ok := bearer(r); ok {
		return a.accounts.ViewerOfToken(r.Context(), secret)
	}
	session, staff, err := a.minter.check(read(r, a.cookies.access))
	if err != nil {
		return network.Viewer{}, errNobody
	}
	return a.accounts.ViewerOfSession(r.Context(), session, staff)
}

// bearer is the token of the Authorization header. ok is also true for a header
// that names the scheme and holds nothing of use: whoever sends one is no browser.
func bearer(r *http.Request) (secret string, ok bool) {
	for _, value := range r.Header.Values("Authorization") {
		scheme, rest, _ := strings.Cut(value, " ")
		if !strings.EqualFold(scheme, "Bearer") {
			continue
		}
		if ok {
			return "", true // two tokens: neither
		}
		secret, ok = strings.TrimSpace(rest), true
	}
	return secret, ok
}
