package auth

import (
	"errors"
	"strings"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"maillage/network"
)

// An access token is signed with HMAC-SHA-256: whoever checks it is whoever
// made it, so there is no public key to publish, and an instance checks one in
// microseconds. It names a session and its owner, and carries no right: the
// rights are read at every request.
const (
	tokenAlgorithm = "HS256"
	tokenType      = "mlg-access+jwt"
	tokenAudience  = "maillage-web"
	tokenLife      = 10 * time.Minute
	// tokenLeeway is how far apart the clocks of two instances may be.
	tokenLeeway = 5 * time.Second
	tokenMaxLen = 1024
)

// claims of an access token.
type claims struct {
	jwt.RegisteredClaims
	SessionID network.ID `json:"sid"`
}

// minter makes and checks access tokens.
type minter struct {
	keys   Keys
	issuer string
	now    func() time.Time
	parser *jwt.Parser
}

func newMinter(keys Keys, issuer string, now func() time.Time) *minter {
	return &minter{
		keys:   keys,
		issuer: issuer,
		now:    now,
		parser: jwt.NewParser(
			jwt.WithValidMethods([]string{tokenAlgorithm}),
			jwt.WithStrictDecoding(),
			jwt.WithIssuer(issuer),
			jwt.WithAudience(tokenAudience),
			jwt.WithExpirationRequired(),
			jwt.WithIssuedAt(),
			jwt.WithLeeway(tokenLeeway),
			jwt.WithTimeFunc(now),
		),
	}
}

func (m *minter) mint(session, staff network.ID) (string, error) {
	now := m.now()
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer:    m.issuer,
			Audience:  jwt.ClaimStrings{tokenAudience},
			Subject:   string(staff),
			IssuedAt:  jwt.NewNumericDate(now),
			ExpiresAt: jwt.NewNumericDate(now.Add(tokenLife)),
		},
		SessionID: session,
	})
	t.Header["kid"] = m.keys.current
	t.Header["typ"] = tokenType
	return t.SignedString(m.keys.byName[m.keys.current])
}

var errBadToken = errors.New("not an access token of this server")

// check returns the session and the person that a token names. Whatever is
// wrong with it, the answer is the same.
func (m *minter) check(token string) (session, staff network.ID, err error) {
	if len(token) > tokenMaxLen || strings.ContainsFunc(token, notTokenText) {
		return "", "", errBadToken
	}
	var c claims
	if _, err := m.parser.ParseWithClaims(token, &c, m.key); err != nil {
		return "", "", errBadToken
	}
	staff = network.ID(c.Subject)
	if c.IssuedAt == nil || c.ExpiresAt.Sub(c.IssuedAt.Time) > tokenLife || !c.SessionID.UUID() || !staff.UUID() {
		return "", "", errBadToken
	}
	return c.SessionID, staff, nil
}

// notTokenText reports what a token is not written with. The decoder of base64
// skips line breaks, so that one token could be written in many ways.
func notTokenText(r rune) bool {
	return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_' && r != '.'
}

// key accepts the header of our own tokens and no other: three members, the
// type among them, so that no extension (crit, jwk, b64) is ever met.
func (m *minter) key(t *jwt.Token) (any, error) {
	name, ok := t.Header["kid"].(string)
	key := m.keys.byName[name]
	if !ok || key == nil || t.Header["typ"] != tokenType || len(t.Header) != 3 {
		return nil, errBadToken
	}
	return key, nil
}
