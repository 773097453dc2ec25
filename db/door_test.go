package db

import (
	"errors"
	"fmt"
	"testing"

	"maillage/network"
)

// Whoever tries secrets that open nothing is made to wait, and nobody who has
// opened something with theirs.
func TestGuessingSecretsIsSlowed(t *testing.T) {
	g := newGuesses()
	opens := func() error { return nil }
	if err := g.try("shown", opens); err != nil {
		t.Fatal(err)
	}
	tries := 0
	for ; tries < 100*missesAtOnce; tries++ {
		err := g.try(fmt.Sprint("guessed", tries), func() error { return network.NotFound() })
		if network.IsCode(err, network.CodeLimited) {
			break
		}
		wantCode(t, err, network.CodeNotFound)
	}
	if tries < missesAtOnce || tries >= 100*missesAtOnce {
		t.Errorf("%d were let through", tries)
	}
	if err := g.try("shown", opens); err != nil {
		t.Errorf("what is open waits with the others: %v", err)
	}
}

// What breaks on the way is no guess.
func TestAFailureIsNoGuess(t *testing.T) {
	g := newGuesses()
	broken := errors.New("the database is away")
	for range 3 * missesAtOnce {
		if err := g.try("right", func() error { return broken }); !errors.Is(err, broken) {
			t.Fatal(err)
		}
	}
}

// However many use one link, what it opens is read so many times.
func TestReadingsOfOneLinkAreBounded(t *testing.T) {
	p := newWallPace()
	reads := 0
	for range 1000 {
		if p.take("one") == nil {
			reads++
		}
	}
	if reads < p.atOnce || reads > 2*p.atOnce {
		t.Errorf("%d readings at once", reads)
	}
	wantCode(t, p.take("one"), network.CodeLimited)
	if err := p.take("another"); err != nil {
		t.Errorf("another link waits with it: %v", err)
	}
}
