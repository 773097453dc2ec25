package auth

import (
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const (
	someSession = "01890a5d-ac96-774b-bcce-b302099a8057"
	somePerson  = "01890a5d-ac96-774b-bcce-b302099a8058"
	someIssuer  = "https://maillage.example"
)

var someNow = time.Date(2026, 6, 25, 9, 0, 0, 0, time.UTC)

func testKeys(t testing.TB, names ...string) Keys {
	t.Helper()
	var entries []string
	for _, name := range names {
		entries = append(entries, name+":"+base64.StdEncoding.EncodeToString([]byte(strings.Repeat(name, 32))))
	}
	keys, err := ParseKeys(strings.Join(entries, ","))
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func testMinter(t testing.TB, now time.Time, names ...string) *minter {
	return newMinter(testKeys(t, names...), someIssuer, func() time.Time { return now })
}

// token signs any header and claims with a key.
func token(t testing.TB, method jwt.SigningMethod, key any, header, body map[string]any) string {
	t.Helper()
	made := jwt.NewWithClaims(method, jwt.MapClaims(body))
	for name, value := range header {
		made.Header[name] = value
		if value == nil {
			delete(made.Header, name)
		}
	}
	text, err := made.SignedString(key)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestTokenIsAcceptedForTenMinutes(t *testing.T) {
	text, err := testMinter(t, someNow, "a").mint(someSession, somePerson)
	if err != nil {
		t.Fatal(err)
	}
	for after, want := range map[time.Duration]bool{
		0: true, 9 * time.Minute: true, 10*time.Minute + 4*time.Second: true, 10*time.Minute + 6*time.Second: false,
		-4 * time.Second: true, -6 * time.Second: false,
	} {
		session, person, err := testMinter(t, someNow.Add(after), "a").check(text)
		if (err == nil) != want {
			t.Errorf("after %v: %v", after, err)
		}
		if err == nil && (session != someSession || person != somePerson) {
			t.Errorf("it names %s of %s", session, person)
		}
	}
}

func TestKeysAreChangedWhilePeopleWork(t *testing.T) {
	old, err := testMinter(t, someNow, "a").mint(someSession, somePerson)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := testMinter(t, someNow, "b", "a").check(old); err != nil {
		t.Error("a token of the former key was refused")
	}
	if _, _, err := testMinter(t, someNow, "b").check(old); err == nil {
		t.Error("a token of a key that was taken away was accepted")
	}
}

func TestForeignTokensAreRefused(t *testing.T) {
	m := testMinter(t, someNow, "a", "b")
	key := m.keys.byName["a"]
	header := func(change map[string]any) map[string]any {
		all := map[string]any{"kid": "a", "typ": tokenType}
		for k, v := range change {
			all[k] = v
		}
		return all
	}
	body := func(change map[string]any) map[string]any {
		all := map[string]any{"iss": someIssuer, "aud": tokenAudience, "sub": somePerson, "sid": someSession,
			"iat": someNow.Unix(), "exp": someNow.Add(tokenLife).Unix()}
		for k, v := range change {
			if all[k] = v; v == nil {
				delete(all, k)
			}
		}
		return all
	}
	hs256 := func(h, b map[string]any) string { return token(t, jwt.SigningMethodHS256, key, header(h), body(b)) }
	if _, _, err := m.check(hs256(nil, nil)); err != nil {
		t.Fatalf("the token from which the others are made is refused: %v", err)
	}
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	type m2 = map[string]any
	good := hs256(nil, nil)
	parts := strings.Split(good, ".")
	for name, text := range map[string]string{
		"empty":               "",
		"dots":                "..",
		"no algorithm":        token(t, jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, header(nil), body(nil)),
		"HS384":               token(t, jwt.SigningMethodHS384, key, header(nil), body(nil)),
		"HS512":               token(t, jwt.SigningMethodHS512, key, header(nil), body(nil)),
		"RS256":               token(t, jwt.SigningMethodRS256, rsaKey, header(nil), body(nil)),
		"another's key":       token(t, jwt.SigningMethodHS256, []byte(strings.Repeat("x", 32)), header(nil), body(nil)),
		"empty key":           token(t, jwt.SigningMethodHS256, []byte{}, header(nil), body(nil)),
		"the other key's kid": hs256(m2{"kid": "b"}, nil),
		"unknown kid":         hs256(m2{"kid": "c"}, nil),
		"no kid":              hs256(m2{"kid": nil}, nil),
		"kid of another type": hs256(m2{"kid": []string{"a"}}, nil),
		"kid as a path":       hs256(m2{"kid": "../../dev/null"}, nil),
		"crit":                hs256(m2{"crit": []string{"exp"}}, nil),
		"empty crit":          hs256(m2{"crit": []string{}}, nil),
		"b64":                 hs256(m2{"b64": false}, nil),
		"own key enclosed":    hs256(m2{"jwk": m2{"kty": "oct", "k": "eHh4"}}, nil),
		"key by address":      hs256(m2{"jku": "https://evil.example/keys"}, nil),
		"another kind":        hs256(m2{"typ": "JWT"}, nil),
		"no kind":             hs256(m2{"typ": nil}, nil),
		"another issuer":      hs256(nil, m2{"iss": "https://other.example"}),
		"no issuer":           hs256(nil, m2{"iss": nil}),
		"another audience":    hs256(nil, m2{"aud": "maillage-mail"}),
		"no audience":         hs256(nil, m2{"aud": nil}),
		"expired":             hs256(nil, m2{"iat": someNow.Add(-time.Hour).Unix(), "exp": someNow.Add(-50 * time.Minute).Unix()}),
		"never expires":       hs256(nil, m2{"exp": nil}),
		"expires late":        hs256(nil, m2{"exp": someNow.Add(time.Hour).Unix()}),
		"made tomorrow":       hs256(nil, m2{"iat": someNow.Add(24 * time.Hour).Unix(), "exp": someNow.Add(25 * time.Hour).Unix()}),
		"made never":          hs256(nil, m2{"iat": nil}),
		"not valid yet":       hs256(nil, m2{"nbf": someNow.Add(time.Minute).Unix()}),
		"no session":          hs256(nil, m2{"sid": nil}),
		"session not an id":   hs256(nil, m2{"sid": "' or 1=1 --"}),
		"nobody":              hs256(nil, m2{"sub": nil}),
		"exp as text":         hs256(nil, m2{"exp": "2099"}),
		"padded":              good + "=",
		"spaced":              " " + good,
		"line break":          good + "\n",
		"line break within":   parts[0] + "." + parts[1] + "." + parts[2][:4] + "\n" + parts[2][4:],
		"standard alphabet":   parts[0] + "." + parts[1] + "." + strings.NewReplacer("-", "+", "_", "/").Replace(parts[2]) + "+",
		"four parts":          good + ".x",
		"no signature":        parts[0] + "." + parts[1] + ".",
		"too long":            hs256(nil, m2{"x": strings.Repeat("x", 2000)}),
		"personal token":      "mlg_pat_" + strings.Repeat("a", 59),
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, err := m.check(text); err != errBadToken {
				t.Errorf("%v", err)
			}
		})
	}
}

// A token has one spelling: whatever is accepted is exactly what was made.
func FuzzToken(f *testing.F) {
	m := testMinter(f, someNow, "a")
	good, err := m.mint(someSession, somePerson)
	if err != nil {
		f.Fatal(err)
	}
	last := good[len(good)-1]
	for _, seed := range []string{good, "", "a.b.c", good + "=", good + "\r\n", good[:len(good)-1] + string(last^1), strings.ToLower(good),
		base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","kid":"a","typ":"mlg-access+jwt"}`)) + ".e30.e30"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		session, person, err := m.check(text)
		if err == nil && text != good {
			t.Errorf("accepted %q", text)
		}
		if err != nil && (session != "" || person != "") {
			t.Error("a refused token names somebody")
		}
	})
}
