package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// MarkAttendance says that somebody is there on a day of the gathering, or takes
// it back. Said twice, it is noted once.
func (s *Store) MarkAttendance(ctx context.Context, v network.Viewer, a Act, registration network.ID, day network.Date, present bool) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		var r struct {
			lockedRegistration
			In       network.GatheringState `db:"gathering_state"`
			StartsOn network.Date           `db:"starts_on"`
			EndsOn   network.Date           `db:"ends_on"`
			Today    network.Date           `db:"today"`
			Hosted   bool                   `db:"hosted"`
		}
		err := t.find(&r, `
			SELECT r.id,
			       r.gathering_id,
			       r.staff_id,
			       (SELECT s.given_name || ' ' || s.family_name FROM staff_member s WHERE s.id = r.staff_id) AS person_name,
			       '' AS centre_id,
			       r.by_id,
			       r.state,
			       r.version,
			       g.state AS gathering_state,
			       g.starts_on,
			       g.ends_on,
			       (:now AT TIME ZONE g.time_zone)::date AS today,
			       `+hostedByViewer("g.id")+` AS hosted
			  FROM registration r
			  JOIN gathering g ON g.id = r.gathering_id
			 WHERE r.id = $1
			   AND `+read.Predicate(&registrationRead, "r")+`
			   FOR NO KEY UPDATE OF r
			   FOR SHARE OF g`, registration)
		if err != nil {
			return "", err
		}
		g := lockedGathering{ID: r.Gathering, State: r.In, Hosted: r.Hosted}
		if err := network.CanMarkPresent(v, r.rules(g)); err != nil {
			return "", err
		}
		switch {
		case day < r.StartsOn || day > r.EndsOn:
			return "", network.Invalid("input.day", "day_outside_gathering")
		case day > r.Today:
			return "", network.Invalid("input.day", "day_not_begun")
		}
		return registration, t.mark(r.lockedRegistration, day, present)
	})
}

// mark writes or takes back that somebody was there, and tells those who run
// the gathering when that changes something.
func (t *tx) mark(r lockedRegistration, day network.Date, present bool) error {
	statement, verb := `
		DELETE FROM attendance
		 WHERE registration_id = $1
		   AND day = $2`, network.VerbAttendanceUnmarked
	if present {
		statement, verb = `
		INSERT INTO attendance (registration_id, day, marked_by_id, marked_at)
		VALUES ($1, $2, :viewer_id, :now)
		ON CONFLICT DO NOTHING`, network.VerbAttendanceMarked
	}
	changed, err := t.exec(statement, r.ID, day)
	if err != nil || changed == 0 {
		return err
	}
	var hosts []network.ID
	err = t.list(&hosts, `
		SELECT centre_id
		  FROM gathering_host
		 WHERE gathering_id = $1
		 ORDER BY centre_id`, r.Gathering)
	t.tell(Event{Verb: verb, Kind: network.ObjectGathering, Object: r.Gathering, Gathering: r.Gathering, Centre: t.v.CentreID,
		Audience: Audience{Centres: hosts, Editors: true}, Data: EventData{To: string(day), Subject: r.Person, Excerpt: r.PersonName}})
	return err
}
