package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

// Wall answers what the wall of a gathering shows, to whoever has its secret.
func (r *queryResolver) Wall(ctx context.Context, token string) (*network.Wall, error) {
	wall, err := r.Store.LookAtWall(ctx, token)
	if network.IsCode(err, network.CodeNotFound) {
		return nil, nil
	}
	return wall, err
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
	link, gathering, err := r.Store.WallOf(ctx, token)
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
