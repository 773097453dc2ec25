package db

import (
	"slices"

	"github.com/lib/pq"

	"maillage/network"
)

// promote gives the places that are free in these gatherings, which are locked,
// to those who wait, in their order, and asks each whether they keep it.
func (t *tx) promote(gatherings ...lockedGathering) error {
	if len(gatherings) == 0 {
		return nil
	}
	ids, due := make([]network.ID, len(gatherings)), make([]network.Date, len(gatherings))
	for i, g := range gatherings {
		ids[i], due[i] = g.ID, network.KeepPlaceBy(network.DateOf(t.now), g.StartsOn)
	}
	var promoted []struct {
		Gathering network.ID `db:"gathering_id"`
		Person    network.ID `db:"staff_id"`
		Task      network.ID `db:"task_id"`
	}
	err := t.list(&promoted, `
		WITH room AS (
			SELECT g.id,
			       w.due_on,
			       CASE WHEN g.capacity IS NOT NULL
			            THEN greatest(0, g.capacity - (SELECT count(*) FROM registration i WHERE i.gathering_id = g.id AND i.state = 'REGISTERED'))
			        END AS free
			  FROM unnest($1::uuid[], $2::date[]) AS w (id, due_on)
			  JOIN gathering g ON g.id = w.id
		), next AS (
			SELECT w.id,
			       room.due_on
			  FROM room
			 CROSS JOIN LATERAL (
			       SELECT r.id
			         FROM registration r
			        WHERE r.gathering_id = room.id
			          AND r.state = 'WAITING'
			        ORDER BY r.turn
			        LIMIT room.free) AS w
		), seated AS (
			UPDATE registration r
			   SET state = 'REGISTERED',
			       promoted_at = :now,
			       version = r.version + 1
			  FROM next
			 WHERE r.id = next.id
			RETURNING r.gathering_id,
			          r.staff_id,
			          r.turn,
			          next.due_on
		), asked AS (
			INSERT INTO task (id, assignee_id, kind, due_on, subject_kind, subject_id, created_at)
			SELECT gen_random_uuid(), p.id, 'KEEP_PLACE', seated.due_on, 'GATHERING', seated.gathering_id, :now
			  FROM seated
			  JOIN staff_member p ON p.id = seated.staff_id AND p.active
			ON CONFLICT (subject_id, kind, assignee_id) WHERE state = 'OPEN' AND author_id IS NULL DO NOTHING
			RETURNING id,
			          assignee_id,
			          subject_id
		)
		SELECT seated.gathering_id,
		       seated.staff_id,
		       asked.id AS task_id
		  FROM seated
		  LEFT JOIN asked ON asked.assignee_id = seated.staff_id AND asked.subject_id = seated.gathering_id
		 ORDER BY seated.gathering_id, seated.turn`, pq.Array(ids), pq.Array(due))
	if err != nil {
		return err
	}
	for _, p := range promoted {
		t.tellRegistrant(network.VerbRegistrationPromoted, p.Gathering, p.Person, EventData{From: string(network.RegistrationWaiting),
			To: string(network.RegistrationRegistered), Subject: p.Person, Excerpt: gatherings[slices.Index(ids, p.Gathering)].Name})
		if p.Task != "" {
			t.tellTask(network.VerbTaskAdded, p.Task, "", p.Person, "")
		}
	}
	return nil
}

// askAgain gives whoever is asked whether they keep their place as long as who
// moves up today: other dates are another question.
func (t *tx) askAgain(g lockedGathering) error {
	_, err := t.exec(`
		UPDATE task
		   SET due_on = $2,
		       version = version + 1
		 WHERE subject_id = $1
		   AND kind = 'KEEP_PLACE'
		   AND state = 'OPEN'`, g.ID, network.KeepPlaceBy(network.DateOf(t.now), g.StartsOn))
	return err
}

// keepPlace says for the viewer that they keep the place they moved up to, if
// they are asked, and tells those who run the gathering.
func (t *tx) keepPlace(gathering network.ID) error {
	kept, err := t.closeTasks(network.TaskDone, network.VerbTaskDone, gathering, []network.TaskKind{network.AsksKeepPlace}, []network.ID{t.v.StaffID})
	if err != nil || len(kept) == 0 {
		return err
	}
	return t.tellKept(gathering)
}

// tellKept tells those who run a gathering that the viewer keeps their place.
func (t *tx) tellKept(gathering network.ID) error {
	var hosts []network.ID
	err := t.list(&hosts, `
		SELECT centre_id
		  FROM gathering_host
		 WHERE gathering_id = $1
		 ORDER BY centre_id`, gathering)
	t.tell(Event{Verb: network.VerbRegistrationKept, Kind: network.ObjectGathering, Object: gathering, Gathering: gathering, Centre: t.v.CentreID,
		Audience: Audience{Centres: hosts, Editors: true}, Data: EventData{Subject: t.v.StaffID}})
	return err
}
