package graph

import (
	"testing"

	"maillage/network"
)

// Whoever tries secrets that open nothing is made to wait, and no wall that is
// being shown with them.
func TestGuessingWallsIsSlowed(t *testing.T) {
	g := newWallGuard()
	g.opened("shown")
	tries := 0
	for ; g.mayTry("guessed") && tries < 100*missesPerSecond; tries++ {
		g.missed()
	}
	if tries < missesPerSecond || tries >= 100*missesPerSecond {
		t.Errorf("%d were let through", tries)
	}
	if !g.mayTry("shown") {
		t.Error("the wall that is shown waits with the others")
	}
}

// However many show one wall, it is read so many times a second.
func TestLooksAtOneWallAreBounded(t *testing.T) {
	g := newWallGuard()
	looks := 0
	for range 1000 {
		if g.mayRead("one") {
			looks++
		}
	}
	if looks < looksPerSecond || looks > 8*looksPerSecond {
		t.Errorf("%d looks at once", looks)
	}
	if !g.mayRead(network.ID("another")) {
		t.Error("another wall waits with it")
	}
}
