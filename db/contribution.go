package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// ContributionWords is what a person writes on a contribution. Gathering may be
// empty; themes that are nil stay as they are.
type ContributionWords struct {
	network.ContributionText
	Gathering network.ID
	Themes    []network.ID
}

// DraftContribution drafts a pépite or a question, which nobody else sees.
func (s *Store) DraftContribution(ctx context.Context, v network.Viewer, a Act, kind network.ContributionKind, w ContributionWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := w.Validate(kind); err != nil {
			return "", err
		}
		barcamp, err := allowed(t, t.barcamp, w.Gathering, network.CanBring)
		if err != nil {
			return "", err
		}
		c := network.Contribution{ID: newID(), Kind: kind, State: network.ContributionDraft, Barcamp: barcamp, AuthorID: v.StaffID}
		_, err = t.exec(`
			INSERT INTO contribution (id, kind, gathering_id, title, context, done, results, reuse, contact, links, author_id, created_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, :viewer_id, :now)`,
			c.ID, kind, w.Gathering, w.Title, w.Context, w.Done, w.Results, w.Reuse, w.Contact, pq.Array(w.Links))
		if err != nil {
			return "", err
		}
		if len(w.Themes) > 0 {
			if err := t.setThemes("contribution_theme", "contribution_id", c.ID, w.Themes); err != nil {
				return "", err
			}
		}
		t.tellContribution(network.VerbContributionDrafted, c, EventData{To: string(network.ContributionDraft), Excerpt: w.Title})
		return c.ID, nil
	})
}

// EditContribution rewrites a contribution that stands at the version its
// editor saw.
func (s *Store) EditContribution(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, w ContributionWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		barcamp, err := t.barcamp(w.Gathering)
		if err != nil {
			return "", err
		}
		c, err := allowed(t, t.lockContribution, id, network.CanEditContribution)
		if err := upToDate(err, c.Version, version); err != nil {
			return "", err
		}
		if err := w.Validate(c.Kind); err != nil {
			return "", err
		}
		if err := network.CanMoveContribution(v, c, barcamp); err != nil {
			return "", err
		}
		c.Barcamp = barcamp
		_, err = t.exec(`
			UPDATE contribution
			   SET gathering_id = $2,
			       title = $3,
			       context = $4,
			       done = $5,
			       results = $6,
			       reuse = $7,
			       contact = $8,
			       links = $9,
			       version = version + 1
			 WHERE id = $1`,
			id, w.Gathering, w.Title, w.Context, w.Done, w.Results, w.Reuse, w.Contact, pq.Array(w.Links))
		if err != nil {
			return "", err
		}
		if w.Themes != nil {
			if err := t.setThemes("contribution_theme", "contribution_id", id, w.Themes); err != nil {
				return "", err
			}
		}
		t.tellContribution(network.VerbContributionEdited, c, EventData{Excerpt: w.Title})
		return id, nil
	})
}

// barcamp reads what the rules look at of a gathering that the viewer may see;
// none when there is no id.
func (t *tx) barcamp(gathering network.ID) (network.Barcamp, error) {
	if gathering == "" {
		return network.Barcamp{}, nil
	}
	var row contributionRow
	err := t.find(&row, `
		SELECT g.id AS gathering_id,
		       g.state AS gathering_state,
		       `+of(viewerHosts("{}.id"), "g")+` AS hosted
		  FROM gathering g
		 WHERE g.id = $1
		   AND `+read.Predicate(&gatheringRead, "g"), gathering)
	return row.barcamp(), err
}

// contributionRow is what the rules look at of a contribution, as it is selected.
type contributionRow struct {
	ID             network.ID                `db:"id"`
	Kind           network.ContributionKind  `db:"kind"`
	State          network.ContributionState `db:"state"`
	AuthorID       network.ID                `db:"author_id"`
	PromisedByID   network.ID                `db:"promised_by_id"`
	Published      bool                      `db:"published"`
	Title          string                    `db:"title"`
	Version        int                       `db:"version"`
	GatheringID    network.ID                `db:"gathering_id"`
	GatheringState network.GatheringState    `db:"gathering_state"`
	Hosted         bool                      `db:"hosted"`
}

// contributionColumns are those of contributionRow, of a contribution c.
var contributionColumns = `
		       c.id,
		       c.kind,
		       c.state,
		       c.author_id,
		       c.promised_by_id,
		       c.published_at IS NOT NULL AS published,
		       c.title,
		       c.version,
		       c.gathering_id,
		       coalesce((SELECT g.state FROM gathering g WHERE g.id = c.gathering_id), '') AS gathering_state,
		       ` + of(viewerHosts("{}.gathering_id"), "c") + ` AS hosted`

func (r contributionRow) barcamp() network.Barcamp {
	return network.Barcamp{GatheringID: r.GatheringID, State: r.GatheringState, Hosted: r.Hosted}
}

func (r contributionRow) contribution() network.Contribution {
	return network.Contribution{
		ID:           r.ID,
		Kind:         r.Kind,
		State:        r.State,
		Barcamp:      r.barcamp(),
		AuthorID:     r.AuthorID,
		PromisedByID: r.PromisedByID,
		Published:    r.Published,
		Title:        r.Title,
		Version:      r.Version,
	}
}

// lockContribution locks a contribution that the viewer may see.
func (t *tx) lockContribution(id network.ID) (network.Contribution, error) {
	return t.contributionForRules(id, "FOR NO KEY UPDATE OF c")
}

// holdContribution keeps a contribution as it is until the commit, and lets
// others do the same.
func (t *tx) holdContribution(id network.ID) (network.Contribution, error) {
	return t.contributionForRules(id, "FOR SHARE OF c")
}

func (t *tx) contributionForRules(id network.ID, lock string) (network.Contribution, error) {
	var row contributionRow
	err := t.find(&row, `
		SELECT `+contributionColumns+`
		  FROM contribution c
		 WHERE c.id = $1
		   AND `+read.Predicate(&contributionRead, "c")+`
		   `+lock, id)
	return row.contribution(), err
}

// tellContribution tells a fact to whoever may see the contribution: its author
// alone until it is published, then the teams, and its gathering's guests.
func (t *tx) tellContribution(verb network.EventVerb, c network.Contribution, data EventData) {
	audience := Audience{WithGuests: c.Barcamp.GatheringID != ""}
	if !c.Published {
		audience = Audience{Person: c.AuthorID}
	}
	t.tell(Event{
		Verb: verb, Kind: network.ObjectContribution, Object: c.ID,
		Gathering: c.Barcamp.GatheringID, Audience: audience, Data: data,
	})
}
