package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// CreateForum opens a forum in a gathering that has none. It begins in
// PREPARATION; the first slots and the way on are its facilitator's.
func (s *Store) CreateForum(ctx context.Context, v network.Viewer, a Act, gathering network.ID, terms network.ForumTerms) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := terms.Validate(); err != nil {
			return "", err
		}
		var g struct {
			State   network.GatheringState `db:"state"`
			Hosting bool                   `db:"hosting"`
		}
		err := t.find(&g, `
			SELECT g.state,
			       EXISTS (SELECT FROM gathering_host h WHERE h.gathering_id = g.id AND h.centre_id = :viewer_centre) AS hosting
			  FROM gathering g
			 WHERE g.id = $1
			   AND `+read.Predicate(&gatheringRead, "g")+`
			   FOR SHARE OF g`, gathering)
		if err != nil {
			return "", err
		}
		if err := network.CanCreateForum(v, g.State, g.Hosting); err != nil {
			return "", err
		}
		if err := t.canFacilitate(terms.FacilitatorID); err != nil {
			return "", err
		}
		f := network.Forum{ID: newID(), GatheringID: gathering}
		_, err = t.exec(`
			INSERT INTO forum (id, gathering_id, name, facilitator_id, conveners_place, dots_per_person, dots_per_centre, created_at)
			VALUES ($1, $2, $3, $4, $5, $6, nullif($7::integer, 0), :now)`,
			f.ID, gathering, terms.Name, terms.FacilitatorID, terms.ConvenersPlace, terms.DotsPerPerson, terms.DotsPerCentre)
		if err != nil {
			return "", err
		}
		t.tellForum(network.VerbForumCreated, f, EventData{Excerpt: terms.Name})
		return f.ID, nil
	})
}

// EditForum changes how a forum is run, at the version its editor saw. Once the
// vote has begun the dots stand.
func (s *Store) EditForum(ctx context.Context, v network.Viewer, a Act, forum network.ID, version int, terms network.ForumTerms) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := terms.Validate(); err != nil {
			return "", err
		}
		f, err := allowed(t, t.lockForum, forum, network.CanEditForum)
		if err := upToDate(err, f.Version, version); err != nil {
			return "", err
		}
		if terms.DotsPerPerson != f.DotsPerPerson || terms.DotsPerCentre != f.DotsPerCentre {
			if err := network.CanEditDots(f); err != nil {
				return "", err
			}
		}
		if terms.FacilitatorID != f.FacilitatorID {
			if err := t.canFacilitate(terms.FacilitatorID); err != nil {
				return "", err
			}
		}
		_, err = t.exec(`
			UPDATE forum
			   SET name = $2,
			       facilitator_id = $3,
			       conveners_place = $4,
			       dots_per_person = $5,
			       dots_per_centre = nullif($6::integer, 0),
			       version = version + 1
			 WHERE id = $1`, f.ID, terms.Name, terms.FacilitatorID, terms.ConvenersPlace, terms.DotsPerPerson, terms.DotsPerCentre)
		if err != nil {
			return "", err
		}
		t.tellForum(network.VerbForumEdited, f, EventData{Excerpt: terms.Name})
		return f.ID, nil
	})
}

// canFacilitate refuses whoever is of no team or has left.
func (t *tx) canFacilitate(person network.ID) error {
	var can bool
	err := t.get(&can, `
		SELECT EXISTS (SELECT
		                 FROM staff_member
		                WHERE id = $1
		                  AND job <> 'GUEST'
		                  AND active)`, person)
	if err == nil && !can {
		return network.Invalid("input.facilitatorId", "facilitator_unknown")
	}
	return err
}
