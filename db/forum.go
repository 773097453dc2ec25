package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// MoveForum moves a forum to the next phase, or back by one with a reason. The
// first time it leaves CONVERGENCE, whichever way, the dots are counted for good.
func (s *Store) MoveForum(ctx context.Context, v network.Viewer, a Act, forum network.ID, version int, to network.ForumPhase, reason string) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		reason, err := network.CleanText("input.reason", reason, network.ReasonMax)
		if err != nil {
			return "", err
		}
		f, err := allowed(t, t.lockForum, forum, network.CanFacilitate)
		if err := upToDate(err, f.Version, version); err != nil {
			return "", err
		}
		if err := network.CanMoveForum(v, f, to, reason); err != nil {
			return "", err
		}
		closes := f.Phase == network.PhaseConvergence && !f.VoteClosed
		_, err = t.exec(`
			UPDATE forum
			   SET phase = $2,
			       vote_closed_at = CASE WHEN $3 THEN :now ELSE vote_closed_at END,
			       version = version + 1
			 WHERE id = $1`, f.ID, to, closes)
		if err != nil {
			return "", err
		}
		if closes {
			if err := t.countDots(f.ID); err != nil {
				return "", err
			}
		}
		t.tellForum(network.VerbForumMoved, f, EventData{From: string(f.Phase), To: string(to), Excerpt: reason})
		return f.ID, nil
	})
}

// countDots writes the result of the vote. Whoever casts dots holds the forum
// until their commit, so none can come after the count.
func (t *tx) countDots(forum network.ID) error {
	_, err := t.exec(`
		UPDATE topic
		   SET dot_count = (SELECT coalesce(sum(d.count), 0)
		                      FROM topic_dot d
		                     WHERE d.topic_id = topic.id)
		 WHERE forum_id = $1`, forum)
	return err
}

// forumRow is what the rules look at of a forum, as it is selected.
type forumRow struct {
	ForumID        network.ID         `db:"forum_id"`
	GatheringID    network.ID         `db:"gathering_id"`
	FacilitatorID  network.ID         `db:"facilitator_id"`
	Phase          network.ForumPhase `db:"phase"`
	ConvenersPlace bool               `db:"conveners_place"`
	DotsPerPerson  int                `db:"dots_per_person"`
	DotsPerCentre  int                `db:"dots_per_centre"`
	VoteClosed     bool               `db:"vote_closed"`
	ForumVersion   int                `db:"forum_version"`
}

// forumColumns are the columns of forumRow, over f.
const forumColumns = `
		       f.id AS forum_id,
		       f.gathering_id,
		       f.facilitator_id,
		       f.phase,
		       f.conveners_place,
		       f.dots_per_person,
		       coalesce(f.dots_per_centre, 0) AS dots_per_centre,
		       f.vote_closed_at IS NOT NULL AS vote_closed,
		       f.version AS forum_version`

func (r forumRow) forum() network.Forum {
	return network.Forum{
		ID:             r.ForumID,
		GatheringID:    r.GatheringID,
		FacilitatorID:  r.FacilitatorID,
		Phase:          r.Phase,
		ConvenersPlace: r.ConvenersPlace,
		DotsPerPerson:  r.DotsPerPerson,
		DotsPerCentre:  r.DotsPerCentre,
		VoteClosed:     r.VoteClosed,
		Version:        r.ForumVersion,
	}
}

// lockForum locks a forum that the viewer may see against every other change
// of its phase, wall and board.
func (t *tx) lockForum(id network.ID) (network.Forum, error) {
	var row struct {
		forumRow
		Hosting bool `db:"hosting"`
	}
	err := t.find(&row, `
		SELECT `+forumColumns+`,
		       `+of(forumHosting, "f")+` AS hosting
		  FROM forum f
		 WHERE f.id = $1
		   AND `+read.Predicate(&forumRead, "f")+`
		   FOR NO KEY UPDATE`, id)
	f := row.forum()
	f.Hosting = row.Hosting
	return f, err
}

// tellForum tells a fact about a forum to the teams and to its gathering's guests.
func (t *tx) tellForum(verb network.EventVerb, f network.Forum, data EventData) {
	t.tell(Event{
		Verb: verb, Kind: network.ObjectForum, Object: f.ID, Gathering: f.GatheringID,
		Audience: Audience{WithGuests: true}, Data: data,
	})
}
