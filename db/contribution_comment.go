package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// CommentOf is a comment with its contribution.
type CommentOf struct{ Contribution, Comment network.ID }

// CommentContribution says something about a contribution. The journal tells
// that something was said, not what: it may be taken back.
func (s *Store) CommentContribution(ctx context.Context, v network.Viewer, a Act, id network.ID, text string) (CommentOf, error) {
	return act(ctx, s, v, a, func(t *tx) (CommentOf, error) {
		text, err := network.RequireText("input.text", text, network.CommentTextMax)
		if err != nil {
			return CommentOf{}, err
		}
		c, err := allowed(t, t.holdContribution, id, network.CanCommentContribution)
		if err != nil {
			return CommentOf{}, err
		}
		comment := newID()
		_, err = t.exec(`
			INSERT INTO contribution_comment (id, contribution_id, author_id, text, created_at)
			VALUES ($1, $2, :viewer_id, $3, :now)`, comment, id, text)
		t.tellContribution(network.VerbContributionCommented, c, EventData{})
		return CommentOf{id, comment}, err
	})
}

// WithdrawComment takes a comment back; that there was one stays.
func (s *Store) WithdrawComment(ctx context.Context, v network.Viewer, a Act, comment network.ID) (CommentOf, error) {
	return act(ctx, s, v, a, func(t *tx) (CommentOf, error) {
		var locked struct {
			contributionRow
			Said      network.ID `db:"said_by_id"`
			Withdrawn bool       `db:"withdrawn"`
		}
		err := t.find(&locked, `
			SELECT `+contributionColumns+`,
			       m.author_id AS said_by_id,
			       m.withdrawn_at IS NOT NULL AS withdrawn
			  FROM contribution_comment m
			  JOIN contribution c ON c.id = m.contribution_id
			 WHERE m.id = $1
			   AND `+read.Predicate(&contributionCommentRead, "m")+`
			   AND `+read.Predicate(&contributionRead, "c")+`
			   FOR SHARE OF c FOR NO KEY UPDATE OF m`, comment)
		if err != nil {
			return CommentOf{}, err
		}
		c := locked.contribution()
		if err := network.CanWithdrawComment(v, c, network.Comment{AuthorID: locked.Said, Withdrawn: locked.Withdrawn}); err != nil {
			return CommentOf{}, err
		}
		_, err = t.exec(`
			UPDATE contribution_comment
			   SET withdrawn_at = :now
			 WHERE id = $1`, comment)
		t.tellContribution(network.VerbCommentWithdrawn, c, EventData{})
		return CommentOf{c.ID, comment}, err
	})
}
