package db

import (
	"context"

	"maillage/network"
)

// PublishLiveQuestion shows a submitted question to everyone, in the words of
// the version that was read.
func (s *Store) PublishLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID, version int) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		q, err := allowed(t, t.lockOnStage, question, network.CanPublishLiveQuestion)
		if err := upToDate(err, q.Version, version); err != nil {
			return QuestionOf{}, err
		}
		_, err = t.exec(`
			UPDATE live_question
			   SET state = 'PUBLISHED',
			       published_at = :now
			 WHERE id = $1`, q.ID)
		from := q.State
		q.State, q.Published = network.QuestionPublished, true
		t.tellLiveQuestion(network.VerbLiveQuestionPublished, q, EventData{From: string(from), To: string(q.State)})
		return questionOf(q), err
	})
}

// RejectLiveQuestion turns a question down, or takes it off, with a reason for
// its author.
func (s *Store) RejectLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID, reason string) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		reason, err := network.RequireText("input.reason", reason, network.ReasonMax)
		if err != nil {
			return QuestionOf{}, err
		}
		q, err := allowed(t, t.lockOnStage, question, network.CanRejectLiveQuestion)
		if err != nil {
			return QuestionOf{}, err
		}
		_, err = t.exec(`
			UPDATE live_question
			   SET state = 'REJECTED',
			       rejection_reason = $2
			 WHERE id = $1`, q.ID, reason)
		// Whoever had seen it is told that it is there no more.
		t.tellLiveQuestion(network.VerbLiveQuestionRejected, q, EventData{From: string(q.State), To: string(network.QuestionRejected)})
		return questionOf(q), err
	})
}

// MergedQuestion is a question with the one it was merged into.
type MergedQuestion struct{ Question, Into network.ID }

// MergeLiveQuestion merges a question into another of its stage: its votes
// follow, each person's once.
func (s *Store) MergeLiveQuestion(ctx context.Context, v network.Viewer, a Act, question, into network.ID) (MergedQuestion, error) {
	return act(ctx, s, v, a, func(t *tx) (MergedQuestion, error) {
		q, other, err := t.lockTwoLiveQuestions(question, into)
		if err != nil {
			return MergedQuestion{}, err
		}
		if err := network.CanMergeLiveQuestionInto(v, q, other); err != nil {
			return MergedQuestion{}, err
		}
		_, err = t.exec(`
			INSERT INTO live_question_vote (live_question_id, staff_id, at)
			SELECT $2, staff_id, at
			  FROM live_question_vote
			 WHERE live_question_id = $1
			ON CONFLICT DO NOTHING`, q.ID, other.ID)
		if err != nil {
			return MergedQuestion{}, err
		}
		_, err = t.exec(`
			UPDATE live_question
			   SET state = 'MERGED',
			       merged_into_id = $2
			 WHERE id = $1`, q.ID, other.ID)
		if err != nil {
			return MergedQuestion{}, err
		}
		if err := t.link(network.ObjectLiveQuestion, q.ID, network.ObjectLiveQuestion, other.ID); err != nil {
			return MergedQuestion{}, err
		}
		t.tellLiveQuestion(network.VerbLiveQuestionMerged, q, EventData{From: string(q.State), To: string(network.QuestionMerged)})
		if q.Hidden() { // the votes of the other, and only those, are everyone's to see
			t.tell(aboutLiveQuestion(network.VerbLiveQuestionMerged, other, EventData{}))
		}
		return MergedQuestion{q.ID, other.ID}, nil
	})
}

// StageLiveQuestion puts a question on stage, for whoever saw the stage as it
// is; the one that was there goes back among the published.
func (s *Store) StageLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID, turn int) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		q, err := allowed(t, t.lockOnStage, question, network.CanStageLiveQuestion)
		if err != nil {
			return QuestionOf{}, err
		}
		if err := q.Stage.OnTurn(turn); err != nil {
			return QuestionOf{}, err
		}
		if err := t.clearStage(q.Stage); err != nil {
			return QuestionOf{}, err
		}
		_, err = t.exec(`
			UPDATE live_question
			   SET state = 'ON_STAGE'
			 WHERE id = $1`, q.ID)
		t.tellLiveQuestion(network.VerbLiveQuestionStaged, q, EventData{From: string(q.State), To: string(network.QuestionOnStage)})
		return questionOf(q), err
	})
}

// UnstageLiveQuestion takes a question off the stage.
func (s *Store) UnstageLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		q, err := allowed(t, t.lockOnStage, question, network.CanUnstageLiveQuestion)
		if err != nil {
			return QuestionOf{}, err
		}
		return questionOf(q), t.clearStage(q.Stage)
	})
}

// clearStage begins a stage's next turn: what is on it goes back among the
// published. The stage is locked.
func (t *tx) clearStage(stage network.Stage) error {
	var left []network.ID
	err := t.list(&left, `
		WITH next AS (
			UPDATE stage
			   SET turn = turn + 1
			 WHERE agenda_item_id = $1
		)
		UPDATE live_question
		   SET state = 'PUBLISHED'
		 WHERE agenda_item_id = $1
		   AND state = 'ON_STAGE'
		RETURNING id`, stage.ID)
	for _, id := range left {
		q := network.LiveQuestion{ID: id, Stage: stage, State: network.QuestionPublished, Published: true}
		t.tellLiveQuestion(network.VerbLiveQuestionUnstaged, q, EventData{From: string(network.QuestionOnStage), To: string(q.State)})
	}
	return err
}

// AnswerLiveQuestion writes down the answer; what was promised is done.
func (s *Store) AnswerLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID, answer string) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		answer, err := network.RequireText("input.answer", answer, network.LiveQuestionAnswerMax)
		if err != nil {
			return QuestionOf{}, err
		}
		q, err := allowed(t, t.lockOnStage, question, network.CanAnswerLiveQuestion)
		if err != nil {
			return QuestionOf{}, err
		}
		_, err = t.exec(`
			WITH next AS (
				UPDATE stage
				   SET turn = turn + 1
				 WHERE agenda_item_id = $3
				   AND $4 = 'ON_STAGE'
			)
			UPDATE live_question
			   SET state = 'ANSWERED',
			       answer = $2,
			       answered_by_id = :viewer_id,
			       answered_at = :now
			 WHERE id = $1`, q.ID, answer, q.Stage.ID, q.State)
		if err != nil {
			return QuestionOf{}, err
		}
		if err := t.settle(network.AsksAnswerQuestion, q.ID); err != nil {
			return QuestionOf{}, err
		}
		t.tellLiveQuestion(network.VerbLiveQuestionAnswered, q, EventData{From: string(q.State), To: string(network.QuestionAnswered), Excerpt: answer})
		return questionOf(q), nil
	})
}

// PromiseLiveQuestion notes who will answer before which day: it is asked of
// them, and no longer of whoever had promised before.
func (s *Store) PromiseLiveQuestion(ctx context.Context, v network.Viewer, a Act, question, person network.ID, dueOn network.Date) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		q, err := allowed(t, t.lockOnStage, question, network.CanPromiseLiveQuestion)
		if err != nil {
			return QuestionOf{}, err
		}
		if dueOn < network.DateOf(t.now) {
			return QuestionOf{}, network.Invalid("input.dueOn", "day_gone")
		}
		if err := t.mustBeColleague("input.staffMemberId", person); err != nil {
			return QuestionOf{}, err
		}
		_, err = t.exec(`
			WITH next AS (
				UPDATE stage
				   SET turn = turn + 1
				 WHERE agenda_item_id = $4
				   AND $5 = 'ON_STAGE'
			)
			UPDATE live_question
			   SET state = 'ANSWER_PROMISED',
			       promised_by_id = $2,
			       due_on = $3,
			       promised_at = coalesce(promised_at, :now)
			 WHERE id = $1`, q.ID, person, dueOn, q.Stage.ID, q.State)
		if err != nil {
			return QuestionOf{}, err
		}
		if q.PromisedBy != "" {
			if err := t.withdrawTasks(network.AsksAnswerQuestion, q.ID); err != nil {
				return QuestionOf{}, err
			}
		}
		if err := t.ask(network.AsksAnswerQuestion, network.ObjectLiveQuestion, q.ID, dueOn, person); err != nil {
			return QuestionOf{}, err
		}
		t.tellLiveQuestion(network.VerbLiveQuestionPromised, q, EventData{From: string(q.State), To: string(network.QuestionAnswerPromised), Subject: person})
		return questionOf(q), nil
	})
}
