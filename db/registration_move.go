package db

import (
	"context"
	"slices"

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
		if r.Person == v.StaffID {
			// Who says when they come keeps the place.
			err = t.keepPlace(g.ID)
		}
		return registration, err
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
		return Registered{Registration: registration, Gathering: g.ID}, t.giveBack(r.Person, g)
	})
}

// lockGatheringsOf locks, in the order of their ids, the gatherings that are not
// over in which a person has a place or waits. The person's registrations are
// held before: see closeRegistrations.
func (t *tx) lockGatheringsOf(person network.ID) (concerned []lockedGathering, err error) {
	err = t.list(&concerned, `
		SELECT `+lockedGatheringColumns+`
		  FROM gathering g
		 WHERE g.state IN ('DRAFT', 'PUBLISHED', 'LIVE')
		   AND g.id IN (SELECT r.gathering_id FROM registration r WHERE r.staff_id = $1 AND r.state <> 'WITHDRAWN')
		 ORDER BY g.id
		   FOR NO KEY UPDATE OF g`, person)
	return concerned, err
}

// giveBack gives back the place, or the turn to wait, that a person has in these
// gatherings, which are locked: who waits first moves up. The question whether
// they keep the place is answered when they say so themselves, dropped otherwise.
func (t *tx) giveBack(person network.ID, gatherings ...lockedGathering) error {
	if len(gatherings) == 0 {
		return nil
	}
	ids := make([]network.ID, len(gatherings))
	for i, g := range gatherings {
		ids[i] = g.ID
	}
	answer, told := network.TaskDropped, network.VerbTaskDropped
	if person == t.v.StaffID {
		answer, told = network.TaskDone, network.VerbTaskDone
	}
	var left []struct {
		Gathering network.ID                `db:"gathering_id"`
		From      network.RegistrationState `db:"was"`
		Name      string                    `db:"name"`
		Task      network.ID                `db:"task_id"`
		Awaited   bool                      `db:"awaited"`
	}
	err := t.list(&left, `
		WITH coming AS (
			SELECT r.id,
			       r.state
			  FROM registration r
			 WHERE r.staff_id = $1
			   AND r.gathering_id = ANY ($2)
			   AND r.state <> 'WITHDRAWN'
		), answered AS (
			UPDATE task
			   SET state = $3,
			       closed_at = :now,
			       version = version + 1
			 WHERE assignee_id = $1
			   AND kind = 'KEEP_PLACE'
			   AND subject_id = ANY ($2)
			   AND state = 'OPEN'
			RETURNING id,
			          subject_id
		)
		UPDATE registration r
		   SET state = 'WITHDRAWN',
		       needs = '',
		       promoted_at = NULL,
		       version = r.version + 1
		  FROM coming, staff_member s
		 WHERE r.id = coming.id
		   AND s.id = r.staff_id
		RETURNING r.gathering_id,
		          coming.state AS was,
		          s.given_name || ' ' || s.family_name AS name,
		          (SELECT a.id FROM answered a WHERE a.subject_id = r.gathering_id) AS task_id,
		          coming.state = 'REGISTERED' AND EXISTS (
		              SELECT FROM registration w WHERE w.gathering_id = r.gathering_id AND w.state = 'WAITING') AS awaited`,
		person, pq.Array(ids), answer)
	if err != nil {
		return err
	}
	var awaited []lockedGathering
	for _, l := range left {
		g := gatherings[slices.Index(ids, l.Gathering)]
		t.tellRegistration(network.VerbRegistrationWithdrawn, g, person,
			EventData{From: string(l.From), To: string(network.RegistrationWithdrawn), Excerpt: l.Name})
		if l.Task != "" {
			t.tellTask(told, l.Task, "", person, "")
		}
		if l.Awaited {
			awaited = append(awaited, g)
		}
	}
	return t.promote(awaited...)
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
