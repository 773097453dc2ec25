package db

import (
	"context"
	"database/sql"
	"errors"

	"maillage/db/read"
	"maillage/network"
)

// AnswerOf is an answer with its question.
type AnswerOf struct{ Contribution, Answer network.ID }

// AnswerContribution answers a question, or rewrites the viewer's answer that
// stands at the version they saw; 0 for the first.
func (s *Store) AnswerContribution(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, text string) (AnswerOf, error) {
	return act(ctx, s, v, a, func(t *tx) (AnswerOf, error) {
		text, err := network.RequireText("input.text", text, network.AnswerTextMax)
		if err != nil {
			return AnswerOf{}, err
		}
		c, err := allowed(t, t.lockContribution, id, network.CanAnswerContribution)
		if err != nil {
			return AnswerOf{}, err
		}
		answer, err := t.putAnswer(id, version, text)
		if err != nil {
			return AnswerOf{}, err
		}
		t.tellContribution(network.VerbContributionAnswered, c, EventData{Excerpt: text})
		return AnswerOf{id, answer}, nil
	})
}

// putAnswer writes the viewer's answer to a question, which is locked.
func (t *tx) putAnswer(question network.ID, version int, text string) (network.ID, error) {
	var stored struct {
		ID      network.ID `db:"id"`
		Version int        `db:"version"`
		Others  int        `db:"others"`
	}
	err := t.get(&stored, `
		SELECT a.id,
		       coalesce(a.version, 0) AS version,
		       (SELECT count(*) FROM contribution_answer o WHERE o.contribution_id = $1) AS others
		  FROM (VALUES (1)) AS always
		  LEFT JOIN contribution_answer a ON a.contribution_id = $1 AND a.author_id = :viewer_id`, question)
	switch {
	case err != nil:
		return "", err
	case stored.Version != version:
		return "", network.Conflict(stored.Version)
	case stored.Version == 0 && stored.Others >= network.AnswersPerQuestion:
		return "", &network.Error{Code: network.CodeLimited, Key: "answers_full", Values: []any{"max", network.AnswersPerQuestion}}
	case stored.Version == 0:
		stored.ID = newID()
		_, err = t.exec(`
			INSERT INTO contribution_answer (id, contribution_id, author_id, text, created_at)
			VALUES ($1, $2, :viewer_id, $3, :now)`, stored.ID, question, text)
	default:
		_, err = t.exec(`
			UPDATE contribution_answer
			   SET text = $2,
			       edited_at = :now,
			       version = version + 1
			 WHERE id = $1`, stored.ID, text)
	}
	return stored.ID, err
}

// AcceptAnswer says that an answer, as it stands at the version the viewer has
// read, is the one. Whoever had promised one need no longer give it.
func (s *Store) AcceptAnswer(ctx context.Context, v network.Viewer, a Act, answer network.ID, version int) (AnswerOf, error) {
	return act(ctx, s, v, a, func(t *tx) (AnswerOf, error) {
		var found struct {
			Question network.ID `db:"contribution_id"`
		}
		err := t.find(&found, `
			SELECT a.contribution_id
			  FROM contribution_answer a
			 WHERE a.id = $1
			   AND `+read.Predicate(&contributionAnswerRead, "a"), answer)
		if err != nil {
			return AnswerOf{}, err
		}
		// The question first: whoever answers holds it, so the version read next stands.
		c, err := t.lockContribution(found.Question)
		if err != nil {
			return AnswerOf{}, err
		}
		var stored struct {
			Version int    `db:"version"`
			Text    string `db:"text"`
		}
		err = t.get(&stored, `
			SELECT version,
			       text
			  FROM contribution_answer
			 WHERE id = $1`, answer)
		if errors.Is(err, sql.ErrNoRows) {
			return AnswerOf{}, network.NotFound()
		}
		if err != nil {
			return AnswerOf{}, err
		}
		if err := upToDate(network.CanAcceptAnswer(v, c), stored.Version, version); err != nil {
			return AnswerOf{}, err
		}
		_, err = t.exec(`
			UPDATE contribution
			   SET state = 'ANSWERED',
			       accepted_answer_id = $2
			 WHERE id = $1`, c.ID, answer)
		if err != nil {
			return AnswerOf{}, err
		}
		t.tellContribution(network.VerbAnswerAccepted, c,
			EventData{From: string(c.State), To: string(network.ContributionAnswered), Excerpt: stored.Text})
		return AnswerOf{c.ID, answer}, t.settle(network.AsksAnswerQuestion, c.ID)
	})
}

// PromiseAnswer promises that somebody answers a question before a day: it
// becomes a task of theirs, and takes the place of a former promise.
func (s *Store) PromiseAnswer(ctx context.Context, v network.Viewer, a Act, id, who network.ID, dueOn network.Date) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := network.CheckPromise(network.DateOf(t.now), dueOn); err != nil {
			return "", err
		}
		c, err := t.lockContribution(id)
		if err != nil {
			return "", err
		}
		if err := network.CanPromiseAnswerOf(v, c, who); err != nil {
			return "", err
		}
		if err := t.mustBeColleague("input.staffMemberId", who); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE contribution
			   SET state = 'ANSWER_PROMISED',
			       promised_by_id = $2,
			       promised_for = $3
			 WHERE id = $1`, id, who, dueOn)
		if err != nil {
			return "", err
		}
		if c.PromisedByID != "" {
			if err := t.withdrawTasks(network.AsksAnswerQuestion, id); err != nil {
				return "", err
			}
		}
		t.tellContribution(network.VerbAnswerPromised, c,
			EventData{From: string(c.State), To: string(dueOn), Excerpt: c.Title, Subject: who})
		return id, t.ask(network.AsksAnswerQuestion, network.ObjectContribution, id, dueOn, who)
	})
}
