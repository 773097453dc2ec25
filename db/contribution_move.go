package db

import (
	"context"

	"maillage/network"
)

// PublishContribution shows a draft to the network.
func (s *Store) PublishContribution(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		c, err := allowed(t, t.lockContribution, id, network.CanPublishContribution)
		if err := upToDate(err, c.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE contribution
			   SET state = 'PUBLISHED',
			       published_at = :now,
			       version = version + 1
			 WHERE id = $1`, id)
		c.Published = true
		t.tellContribution(network.VerbContributionPublished, c,
			EventData{From: string(c.State), To: string(network.ContributionPublished), Excerpt: c.Title})
		return id, err
	})
}

// WithdrawContribution takes a contribution back. Whoever had promised an
// answer need no longer give it.
func (s *Store) WithdrawContribution(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		c, err := allowed(t, t.lockContribution, id, network.CanWithdrawContribution)
		if err := upToDate(err, c.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE contribution
			   SET state = 'WITHDRAWN',
			       version = version + 1
			 WHERE id = $1`, id)
		if err != nil {
			return "", err
		}
		t.tellContribution(network.VerbContributionWithdrawn, c,
			EventData{From: string(c.State), To: string(network.ContributionWithdrawn), Excerpt: c.Title})
		return id, t.withdrawTasks(network.AsksAnswerQuestion, id)
	})
}

// PresentedContribution is a contribution with its gathering.
type PresentedContribution struct{ Contribution, Gathering network.ID }

// PresentContribution says that a contribution has its turn before the room.
func (s *Store) PresentContribution(ctx context.Context, v network.Viewer, a Act, id network.ID) (PresentedContribution, error) {
	return act(ctx, s, v, a, func(t *tx) (PresentedContribution, error) {
		c, err := allowed(t, t.lockContribution, id, network.CanPresentContribution)
		if err != nil {
			return PresentedContribution{}, err
		}
		_, err = t.exec(`
			UPDATE contribution
			   SET state = 'PRESENTED',
			       presented_at = :now
			 WHERE id = $1`, id)
		t.tellContribution(network.VerbContributionPresented, c,
			EventData{From: string(c.State), To: string(network.ContributionPresented), Excerpt: c.Title})
		return PresentedContribution{id, c.Barcamp.GatheringID}, err
	})
}

// SupportContribution says that it matters to the viewer too. Said twice it is
// noted once.
func (s *Store) SupportContribution(ctx context.Context, v network.Viewer, a Act, id network.ID) (network.ID, error) {
	return s.setSupport(ctx, v, a, id, network.VerbContributionSupported, `
		INSERT INTO contribution_support (contribution_id, staff_id, at)
		VALUES ($1, :viewer_id, :now)
		ON CONFLICT DO NOTHING`)
}

// UnsupportContribution takes the viewer's support back, if there is one.
func (s *Store) UnsupportContribution(ctx context.Context, v network.Viewer, a Act, id network.ID) (network.ID, error) {
	return s.setSupport(ctx, v, a, id, network.VerbContributionUnsupported, `
		DELETE FROM contribution_support
		 WHERE contribution_id = $1
		   AND staff_id = :viewer_id`)
}

// setSupport needs the contribution's lock: the trigger that counts takes it.
func (s *Store) setSupport(ctx context.Context, v network.Viewer, a Act, id network.ID, verb network.EventVerb, change string) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		c, err := allowed(t, t.lockContribution, id, network.CanSupportContribution)
		if err != nil {
			return "", err
		}
		changed, err := t.exec(change, id)
		if changed > 0 {
			t.tellContribution(verb, c, EventData{})
		}
		return id, err
	})
}
