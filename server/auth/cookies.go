package auth

import (
	"net/http"
	"time"

	"maillage/db"
)

// deviceLife is how long a device is remembered.
const deviceLife = 365 * 24 * time.Hour

// cookies are those of one site. Over TLS their names bind them to this very
// host; on http://localhost, where browsers refuse that prefix, they are plain.
type cookies struct {
	secure                  bool
	access, refresh, device string
}

func newCookies(secure bool) cookies {
	prefix := ""
	if secure {
		prefix = "__Host-"
	}
	return cookies{secure, prefix + "maillage_access", prefix + "maillage_refresh", prefix + "maillage_device"}
}

// set gives a cookie to the browser; without a life it ends with the browser.
func (c cookies) set(w http.ResponseWriter, name, value string, life time.Duration) {
	http.SetCookie(w, &http.Cookie{
		Name:     name,
		Value:    value,
		Path:     "/",
		MaxAge:   int(life / time.Second),
		Secure:   c.secure,
		HttpOnly: true,
		SameSite: http.SameSiteLaxMode,
	})
}

// give hands a session over. A refresh leaves the device as it is.
func (c cookies) give(w http.ResponseWriter, g db.Grant, access string, now time.Time) {
	var life time.Duration
	if g.Remember {
		life = max(time.Second, g.ExpiresAt.Sub(now))
	}
	c.set(w, c.access, access, tokenLife)
	c.set(w, c.refresh, g.Refresh, life)
	if g.Device != "" {
		c.set(w, c.device, g.Device, deviceLife)
	}
}

// take removes the session from the browser; the device stays known.
func (c cookies) take(w http.ResponseWriter) {
	c.set(w, c.access, "", -time.Second)
	c.set(w, c.refresh, "", -time.Second)
}

// read is a cookie's value. A name sent twice is nobody's: one of the two was
// put there by another.
func read(r *http.Request, name string) string {
	if all := r.CookiesNamed(name); len(all) == 1 {
		return all[0].Value
	}
	return ""
}
