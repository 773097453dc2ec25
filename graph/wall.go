package graph

import (
	"context"
	"crypto/sha256"
	"sync"

	"golang.org/x/time/rate"

	"maillage/graph/gen"
	"maillage/network"
)

// Wall answers what the wall of a gathering shows, to whoever has its secret.
func (r *queryResolver) Wall(ctx context.Context, token string) (*network.Wall, error) {
	link, gathering, err := r.openWall(ctx, token)
	switch {
	case network.IsCode(err, network.CodeNotFound):
		return nil, nil
	case err != nil:
		return nil, err
	case !r.walls.mayRead(link):
		return nil, tooManyLooks()
	}
	return r.Store.Wall(ctx, gathering)
}

func (r *mutationResolver) CreateWall(ctx context.Context, input gen.CreateWallInput) (*gen.CreateWallPayload, error) {
	made, err := r.Store.CreateWall(ctx, network.ViewerFrom(ctx), act("createWall", input.ClientMutationID, input), input.GatheringID)
	if err != nil {
		return nil, err
	}
	payload := &gen.CreateWallPayload{WallLink: &gen.WallLink{ID: made.ID}, Gathering: &gen.Gathering{ID: made.Gathering}}
	if made.Secret != "" {
		payload.Secret = &made.Secret
	}
	return payload, nil
}

func (r *mutationResolver) RevokeWall(ctx context.Context, input gen.RevokeWallInput) (*gen.RevokeWallPayload, error) {
	revoked, err := r.Store.RevokeWall(ctx, network.ViewerFrom(ctx), act("revokeWall", input.ClientMutationID, input), input.WallLinkID)
	if err != nil {
		return nil, err
	}
	return &gen.RevokeWallPayload{WallLink: &gen.WallLink{ID: revoked.ID}, Gathering: &gen.Gathering{ID: revoked.Gathering}}, nil
}

// WallMoved tells whoever has a wall's secret that it should be read again.
func (r *subscriptionResolver) WallMoved(ctx context.Context, token string) (<-chan *gen.WallMove, error) {
	link, gathering, err := r.openWall(ctx, token)
	if err != nil {
		return nil, err
	}
	leave, ok := r.streams.enter("wall " + link)
	if !ok {
		return nil, &network.Error{Code: network.CodeLimited, Key: "too_many_streams", Values: []any{"max", maxStreams}}
	}
	stillMay := func(ctx context.Context) bool {
		_, _, err := r.Store.WallOf(ctx, token)
		return err == nil
	}
	live, err := r.Journal.FollowGathering(ctx, gathering, stillMay)
	if err != nil {
		leave()
		return nil, err
	}
	out := make(chan *gen.WallMove)
	go func() {
		defer leave()
		defer close(out)
		for l := range live {
			if l.Writing != "" {
				continue // a wall names nobody
			}
			select {
			case out <- &gen.WallMove{Moved: l.Fact != nil}:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, nil
}

// openWall finds what a secret opens. While many that open nothing are tried,
// whoever comes with another new one waits; a wall that is being shown does not.
func (r *Resolver) openWall(ctx context.Context, token string) (link, gathering network.ID, err error) {
	if !r.walls.mayTry(token) {
		return "", "", tooManyLooks()
	}
	link, gathering, err = r.Store.WallOf(ctx, token)
	switch {
	case err == nil:
		r.walls.opened(token)
	case network.IsCode(err, network.CodeNotFound):
		r.walls.missed()
	}
	return link, gathering, err
}

func tooManyLooks() error { return &network.Error{Code: network.CodeLimited, Key: "busy"} }

// wallGuard bounds what is asked by people who are not signed in, by what they
// show and not by where they are: a room shares one address.
type wallGuard struct {
	mu     sync.Mutex
	misses *rate.Limiter
	// known are digests of the secrets that have opened a wall here.
	known map[[sha256.Size]byte]bool
	looks map[network.ID]*rate.Limiter
}

// Nobody guesses 256 bits; these only keep the database's time for others.
const (
	missesPerSecond = 20
	looksPerSecond  = 10
)

func newWallGuard() *wallGuard {
	return &wallGuard{misses: rate.NewLimiter(missesPerSecond, 10*missesPerSecond), known: map[[sha256.Size]byte]bool{}, looks: map[network.ID]*rate.Limiter{}}
}

func (g *wallGuard) mayTry(token string) bool {
	if g == nil || g.misses.Tokens() >= 1 {
		return true
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.known[sha256.Sum256([]byte(token))]
}

func (g *wallGuard) opened(token string) {
	if g != nil {
		g.mu.Lock()
		defer g.mu.Unlock()
		g.known[sha256.Sum256([]byte(token))] = true
	}
}

// missed counts a secret that opens nothing.
func (g *wallGuard) missed() {
	if g != nil {
		g.misses.Allow()
	}
}

// mayRead counts the looks at one wall, however many show it.
func (g *wallGuard) mayRead(link network.ID) bool {
	if g == nil {
		return true
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	looks := g.looks[link]
	if looks == nil {
		looks = rate.NewLimiter(looksPerSecond, 4*looksPerSecond)
		g.looks[link] = looks
	}
	return looks.Allow()
}
