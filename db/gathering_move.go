package db

import (
	"context"

	"maillage/network"
)

// PublishGathering tells the network, and anyone, of a gathering.
func (s *Store) PublishGathering(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int) (network.ID, error) {
	return s.moveGathering(ctx, v, a, gathering, version, network.GatheringPublished, network.VerbGatheringPublished, "")
}

// OpenGathering says that a gathering begins.
func (s *Store) OpenGathering(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int) (network.ID, error) {
	return s.moveGathering(ctx, v, a, gathering, version, network.GatheringLive, network.VerbGatheringOpened, "")
}

// CloseGathering says that a gathering is over. Nobody is asked any more whether
// they keep a place.
func (s *Store) CloseGathering(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int) (network.ID, error) {
	return s.moveGathering(ctx, v, a, gathering, version, network.GatheringClosed, network.VerbGatheringClosed, "")
}

// CancelGathering calls a gathering off, and says why.
func (s *Store) CancelGathering(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int, reason string) (network.ID, error) {
	return s.moveGathering(ctx, v, a, gathering, version, network.GatheringCancelled, network.VerbGatheringCancelled, reason)
}

func (s *Store) moveGathering(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int,
	to network.GatheringState, verb network.EventVerb, reason string) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if to == network.GatheringCancelled {
			clean, err := network.RequireText("input.reason", reason, network.GatheringReasonMax)
			if err != nil {
				return "", err
			}
			reason = clean
		}
		g, err := t.lockGathering(gathering)
		if err != nil {
			return "", err
		}
		if err := upToDate(network.CanMoveGathering(v, g.rules(), to), g.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE gathering
			   SET state = $2,
			       published_at = CASE WHEN $2 = 'PUBLISHED' THEN :now ELSE published_at END,
			       cancel_reason = $3,
			       version = version + 1
			 WHERE id = $1`, gathering, to, reason)
		if err != nil {
			return "", err
		}
		if to == network.GatheringClosed || to == network.GatheringCancelled {
			if err := t.withdrawTasks(network.AsksKeepPlace, gathering); err != nil {
				return "", err
			}
		}
		told := g.Name
		if reason != "" {
			told = reason
		}
		g.Announced = g.Announced || to == network.GatheringPublished
		t.tellGathering(verb, g, EventData{From: string(g.State), To: string(to), Excerpt: told})
		return gathering, nil
	})
}
