package db

import (
	"crypto/sha256"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"maillage/network"
)

// What people who are not signed in may ask is bounded by what they show and
// not by where they are: a room shares one address. Nobody guesses 256 bits;
// this only keeps the database's time for others.
const (
	missesPerSecond = 20
	missesAtOnce    = 200
)

// guesses counts the secrets that open nothing. While many are tried, whoever
// comes with another that is new here waits; those known here do not.
type guesses struct {
	misses *rate.Limiter
	mu     sync.Mutex
	// known are digests of the secrets that have opened something here.
	known map[[sha256.Size]byte]bool
}

func newGuesses() *guesses {
	return &guesses{misses: rate.NewLimiter(missesPerSecond, missesAtOnce), known: map[[sha256.Size]byte]bool{}}
}

// try opens what a secret opens, unless it has to wait. That it opens nothing
// is NOT_FOUND or UNAUTHENTICATED; another failure says nothing of the secret.
func (g *guesses) try(secret string, open func() error) error {
	digest := sha256.Sum256([]byte(secret))
	if g.misses.Tokens() < 1 && !g.knows(digest) {
		return tooOften()
	}
	err := open()
	switch {
	case err == nil:
		g.mu.Lock()
		defer g.mu.Unlock()
		g.known[digest] = true
	case network.IsCode(err, network.CodeNotFound), network.IsCode(err, network.CodeUnauthenticated):
		g.misses.Allow()
	}
	return err
}

func (g *guesses) knows(digest [sha256.Size]byte) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.known[digest]
}

// pace bounds how often what a link opens is read, however many use it: many
// times at once, and then so many a second.
type pace struct {
	perSecond rate.Limit
	atOnce    int
	mu        sync.Mutex
	links     map[network.ID]*rate.Limiter
}

func newPace(perSecond rate.Limit, atOnce int) *pace {
	return &pace{perSecond: perSecond, atOnce: atOnce, links: map[network.ID]*rate.Limiter{}}
}

// take counts a reading of one link, or refuses it.
func (p *pace) take(link network.ID) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	reads := p.links[link]
	if reads == nil {
		reads = rate.NewLimiter(p.perSecond, p.atOnce)
		p.links[link] = reads
	}
	if !reads.Allow() {
		return tooOften()
	}
	return nil
}

func tooOften() error { return &network.Error{Code: network.CodeLimited, Key: "busy"} }

// A wall is read again at each change, by every screen that shows it.
func newWallPace() *pace { return newPace(10, 40) }

// A calendar is read by the phone and the desk that share its address.
func newCalendarPace() *pace { return newPace(rate.Every(CalendarEvery), calendarReadsAtOnce) }

const (
	// CalendarEvery is how often a calendar may be read in the long run.
	CalendarEvery       = 10 * time.Second
	calendarReadsAtOnce = 30
)
