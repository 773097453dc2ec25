package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/network"
)

// EditRegistration changes the days of a registration and, unless needs is nil,
// what its person needs.
func (s *Store) EditRegistration(ctx context.Context, v network.Viewer, a Act, registration network.ID, version int, days []network.Date, needs *string) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		g, r, err := t.lockRegistration(registration)
		if err != nil {
			return "", err
		}
		if err := upToDate(network.CanEditRegistration(v, r.rules(g)), r.Version, version); err != nil {
			return "", err
		}
		if days, err = network.CleanDays(days, g.StartsOn, g.EndsOn); err != nil {
			return "", err
		}
		if needs != nil {
			if !network.ReadsNeeds(v, r.rules(g)) {
				return "", network.Forbidden("needs_readers_only")
			}
			clean, err := network.CleanText("input.needs", *needs, network.RegistrationNeedsMax)
			if err != nil {
				return "", err
			}
			needs = &clean
		}
		_, err = t.exec(`
			UPDATE registration
			   SET days = $2,
			       needs = coalesce($3, needs),
			       version = version + 1
			 WHERE id = $1`, registration, pq.Array(days), needs)
		if err != nil {
			return "", err
		}
		t.tellRegistration(network.VerbRegistrationEdited, g, r.Person, EventData{Excerpt: r.PersonName})
		return registration, nil
	})
}

// WithdrawRegistration gives a place back to who waits first, or leaves the
// waiting list. What the person needed is forgotten.
func (s *Store) WithdrawRegistration(ctx context.Context, v network.Viewer, a Act, registration network.ID) (Registered, error) {
	return act(ctx, s, v, a, func(t *tx) (Registered, error) {
		g, r, err := t.lockRegistration(registration)
		if err != nil {
			return Registered{}, err
		}
		if err := network.CanWithdrawRegistration(v, r.rules(g)); err != nil {
			return Registered{}, err
		}
		_, err = t.exec(`
			UPDATE registration
			   SET state = 'WITHDRAWN',
			       needs = '',
			       version = version + 1
			 WHERE id = $1`, registration)
		if err != nil {
			return Registered{}, err
		}
		t.tellRegistration(network.VerbRegistrationWithdrawn, g, r.Person,
			EventData{From: string(r.State), To: string(network.RegistrationWithdrawn), Excerpt: r.PersonName})
		if r.State == network.RegistrationRegistered {
			err = t.promote(g)
		}
		return Registered{Registration: registration, Gathering: g.ID}, err
	})
}

// promote gives the places that are free to those who wait, in their order. The
// gathering is locked.
func (t *tx) promote(g lockedGathering) error {
	var promoted []struct {
		Person network.ID `db:"staff_id"`
		Name   string     `db:"name"`
	}
	err := t.list(&promoted, `
		WITH next AS (
			SELECT r.id
			  FROM registration r
			 WHERE r.gathering_id = $1
			   AND r.state = 'WAITING'
			 ORDER BY r.turn
			 LIMIT (SELECT CASE WHEN g.capacity IS NOT NULL
			                    THEN greatest(0, g.capacity - (SELECT count(*) FROM registration i WHERE i.gathering_id = g.id AND i.state = 'REGISTERED'))
			               END
			          FROM gathering g
			         WHERE g.id = $1)
		)
		UPDATE registration r
		   SET state = 'REGISTERED',
		       version = r.version + 1
		  FROM next, staff_member s
		 WHERE r.id = next.id
		   AND s.id = r.staff_id
		RETURNING r.staff_id,
		          s.given_name || ' ' || s.family_name AS name`, g.ID)
	if err != nil {
		return err
	}
	for _, p := range promoted {
		t.tellRegistrant(network.VerbRegistrationPromoted, g.ID, p.Person, EventData{From: string(network.RegistrationWaiting),
			To: string(network.RegistrationRegistered), Subject: p.Person, Excerpt: g.Name})
	}
	return nil
}

// cutRegistrations takes the days that a gathering no longer has out of its
// registrations, and tells whose they were. Places are kept: who has no day left
// says others.
func (t *tx) cutRegistrations(g lockedGathering, first, last network.Date) error {
	var cut []network.ID
	err := t.list(&cut, `
		UPDATE registration
		   SET days = ARRAY(SELECT d FROM unnest(days) AS d WHERE d BETWEEN $2 AND $3 ORDER BY d),
		       version = version + 1
		 WHERE gathering_id = $1
		   AND state <> 'WITHDRAWN'
		   AND EXISTS (SELECT FROM unnest(days) AS d WHERE d NOT BETWEEN $2 AND $3)
		RETURNING staff_id`, g.ID, first, last)
	if err != nil {
		return err
	}
	for _, person := range cut {
		t.tellRegistrant(network.VerbRegistrationCut, g.ID, person, EventData{Subject: person, Excerpt: g.Name})
	}
	return nil
}
