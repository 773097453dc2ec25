package graph

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"maillage/network"
)

// besides has somebody else ask something the whole time.
func besides(t *testing.T, turns *turns) (leave func()) {
	t.Helper()
	leave, ok := turns.take(t.Context(), "somebody else")
	if !ok {
		t.Fatal("refused")
	}
	return leave
}

// While nobody else asks anything, nothing waits.
func TestTurnsLeaveAloneWhoIsAlone(t *testing.T) {
	turns := newTurns()
	var gives []func()
	for range 3 * turnsWaiting {
		give, ok := turns.take(t.Context(), "one")
		if !ok {
			t.Fatal("refused")
		}
		gives = append(gives, give)
	}
	besides(t, turns)()
	for _, give := range gives {
		give()
	}
	if len(turns.open) != 0 {
		t.Errorf("%d sessions are remembered", len(turns.open))
	}
}

// However much one session asks, few of it are at work at once and none is lost.
func TestTurnsBoundOneSession(t *testing.T) {
	turns := newTurns()
	leave := besides(t, turns)
	var inside, most atomic.Int64
	var all sync.WaitGroup
	for range turnsAtOnce + turnsWaiting {
		all.Go(func() {
			give, ok := turns.take(t.Context(), "one")
			if !ok {
				t.Error("refused though there was room to wait")
				return
			}
			n := inside.Add(1)
			for was := most.Load(); n > was && !most.CompareAndSwap(was, n); was = most.Load() {
			}
			inside.Add(-1)
			give()
		})
	}
	all.Wait()
	leave()
	if most.Load() > turnsAtOnce {
		t.Errorf("%d at once, %d at most", most.Load(), turnsAtOnce)
	}
	if len(turns.open) != 0 {
		t.Errorf("%d sessions are remembered", len(turns.open))
	}
}

func TestTurnsOfOneSessionDoNotHoldUpAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns()
		leave := besides(t, turns)
		take := func(ctx context.Context, key network.ID) (func(), bool) { return turns.take(ctx, key) }
		var gives []func()
		for range turnsAtOnce {
			give, ok := take(t.Context(), "one")
			if !ok {
				t.Fatal("refused")
			}
			gives = append(gives, give)
		}
		// The session's own next waits; it is told so when its time is over.
		ctx, cancel := context.WithCancel(t.Context())
		told := make(chan bool, turnsWaiting)
		for range turnsWaiting {
			go func() { _, ok := take(ctx, "one"); told <- ok }()
		}
		synctest.Wait()
		if len(told) != 0 {
			t.Error("one did not wait")
		}
		if _, ok := take(t.Context(), "one"); ok {
			t.Error("too many may wait")
		}
		for _, other := range []network.ID{"another", ""} {
			give, ok := take(t.Context(), other)
			if !ok {
				t.Errorf("%q was held up", other)
			}
			give()
		}
		cancel()
		for range turnsWaiting {
			if <-told {
				t.Error("a turn was given when the time was over")
			}
		}
		for _, give := range gives {
			give()
		}
		leave()
		if len(turns.open) != 0 {
			t.Errorf("%d sessions are remembered", len(turns.open))
		}
	})
}

// A session that floods rests between its turns; one that asks for a page does not.
func TestTurnsRestInAFlood(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		work := func(asked int) time.Duration {
			turns, began := newTurns(), time.Now()
			defer besides(t, turns)()
			var all sync.WaitGroup
			for range asked {
				all.Go(func() {
					if give, ok := turns.take(t.Context(), "one"); ok {
						time.Sleep(10 * time.Millisecond)
						give()
					}
				})
			}
			all.Wait()
			return time.Since(began)
		}
		if took := work(turnsCrowd); took != turnsCrowd/turnsAtOnce*10*time.Millisecond {
			t.Errorf("a page took %s", took)
		}
		if took := work(turnsAtOnce + turnsWaiting); took < (turnsWaiting-turnsCrowd)/turnsAtOnce*(1+turnsRest)*10*time.Millisecond {
			t.Errorf("a flood took only %s", took)
		}
	})
}
