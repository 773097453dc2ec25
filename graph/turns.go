package graph

import (
	"context"
	"sync"
	"time"

	"maillage/network"
)

const (
	// turnsAtOnce is how many operations of one session are worked on at a time.
	turnsAtOnce = 2
	// turnsWaiting is how many more may wait: far more than a page asks for.
	turnsWaiting = 60
	// turnsCrowd is when a session asks for more than any page: its turns then
	// rest for some times as long as they took, so that a flood takes a small
	// part of the processors and not all that is left.
	turnsCrowd = 12
	turnsRest  = 3
	restMost   = time.Second
)

// turns gives each session, or token, a few operations at a time and has what
// it asks beyond that wait its turn: one client, however much it asks, leaves
// the processors and the connections to the database to the others. While
// nobody else asks anything it waits for nobody. People who
// are not signed in have no name to count by; what they may ask costs little.
type turns struct {
	mu   sync.Mutex
	open map[network.ID]*queue
}

// queue is one session's.
type queue struct {
	places chan struct{}
	inside int // those at work and those that wait
}

func newTurns() *turns { return &turns{open: map[network.ID]*queue{}} }

// take waits for a turn. It is refused when too many wait already, and when ctx
// ends first.
func (t *turns) take(ctx context.Context, key network.ID) (give func(), ok bool) {
	if key == "" {
		return func() {}, true
	}
	t.mu.Lock()
	q := t.open[key]
	if q == nil {
		q = &queue{places: make(chan struct{}, turnsAtOnce)}
		t.open[key] = q
	}
	alone := len(t.open) == 1
	if !alone && q.inside >= turnsAtOnce+turnsWaiting {
		t.mu.Unlock()
		return nil, false
	}
	q.inside++
	t.mu.Unlock()
	if alone {
		return func() { t.leave(key, q) }, true
	}
	select {
	case q.places <- struct{}{}:
		began := time.Now()
		return func() {
			if t.leave(key, q) < turnsCrowd {
				<-q.places
				return
			}
			time.AfterFunc(min(turnsRest*time.Since(began), restMost), func() { <-q.places })
		}, true
	case <-ctx.Done():
		t.leave(key, q)
		return nil, false
	}
}

// leave tells how many of the session remain.
func (t *turns) leave(key network.ID, q *queue) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	if q.inside--; q.inside == 0 {
		delete(t.open, key)
	}
	return q.inside
}

// turnKey names whoever asks by what they have shown.
func turnKey(ctx context.Context) network.ID {
	v := network.ViewerFrom(ctx)
	return v.SessionID + v.TokenID
}
