package db

import (
	"context"

	"maillage/network"
)

// AskLiveQuestion asks a question on a stage, with or without the viewer's name.
func (s *Store) AskLiveQuestion(ctx context.Context, v network.Viewer, a Act, item network.ID, text string, anonymous bool) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		text, err := network.RequireText("input.text", text, network.LiveQuestionTextMax)
		if err != nil {
			return QuestionOf{}, err
		}
		stage, err := t.holdStage(item)
		if err != nil {
			return QuestionOf{}, err
		}
		if err := network.CanAskSo(v, stage, anonymous); err != nil {
			return QuestionOf{}, err
		}
		q := network.LiveQuestion{ID: newID(), Stage: stage, State: network.QuestionPublished, AuthorID: v.StaffID, Anonymous: anonymous, Published: true}
		if stage.Premoderated {
			q.State, q.Published = network.QuestionSubmitted, false
		}
		_, err = t.exec(`
			INSERT INTO live_question (id, agenda_item_id, gathering_id, text, state, anonymous, author_id, created_at, published_at)
			VALUES ($1, $2, $3, $4, $5, $6, :viewer_id, :now, CASE WHEN $7 THEN :now END)`,
			q.ID, stage.ID, stage.GatheringID, text, q.State, anonymous, q.Published)
		if err != nil {
			return QuestionOf{}, err
		}
		t.tellByAuthor(network.VerbLiveQuestionAsked, q, EventData{To: string(q.State)})
		return questionOf(q), nil
	})
}

// EditLiveQuestion rewrites the viewer's own submitted question, at the version
// they saw.
func (s *Store) EditLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID, version int, text string) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		text, err := network.RequireText("input.text", text, network.LiveQuestionTextMax)
		if err != nil {
			return QuestionOf{}, err
		}
		q, err := allowed(t, t.lockLiveQuestion, question, network.CanEditLiveQuestion)
		if err := upToDate(err, q.Version, version); err != nil {
			return QuestionOf{}, err
		}
		_, err = t.exec(`
			UPDATE live_question
			   SET text = $2,
			       version = version + 1
			 WHERE id = $1`, q.ID, text)
		t.tellByAuthor(network.VerbLiveQuestionEdited, q, EventData{})
		return questionOf(q), err
	})
}

// WithdrawLiveQuestion takes the viewer's own question back.
func (s *Store) WithdrawLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		q, err := allowed(t, t.lockLiveQuestion, question, network.CanWithdrawLiveQuestion)
		if err != nil {
			return QuestionOf{}, err
		}
		_, err = t.exec(`
			UPDATE live_question
			   SET state = 'WITHDRAWN'
			 WHERE id = $1`, q.ID)
		t.tellByAuthor(network.VerbLiveQuestionWithdrawn, q, EventData{From: string(q.State), To: string(network.QuestionWithdrawn)})
		return questionOf(q), err
	})
}

// UpvoteLiveQuestion says that the viewer wants the answer too. Said twice it
// is noted once.
func (s *Store) UpvoteLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID) (QuestionOf, error) {
	return s.setVote(ctx, v, a, question, network.VerbLiveQuestionUpvoted, `
		INSERT INTO live_question_vote (live_question_id, staff_id, at)
		VALUES ($1, :viewer_id, :now)
		ON CONFLICT DO NOTHING`)
}

// UnvoteLiveQuestion takes the viewer's vote back, if there is one.
func (s *Store) UnvoteLiveQuestion(ctx context.Context, v network.Viewer, a Act, question network.ID) (QuestionOf, error) {
	return s.setVote(ctx, v, a, question, network.VerbLiveQuestionUnvoted, `
		DELETE FROM live_question_vote
		 WHERE live_question_id = $1
		   AND staff_id = :viewer_id`)
}

// setVote needs the question's lock: the trigger that counts its votes takes
// it. Nobody is told who votes.
func (s *Store) setVote(ctx context.Context, v network.Viewer, a Act, question network.ID, verb network.EventVerb, change string) (QuestionOf, error) {
	return act(ctx, s, v, a, func(t *tx) (QuestionOf, error) {
		q, err := allowed(t, t.lockLiveQuestion, question, network.CanVoteLiveQuestion)
		if err != nil {
			return QuestionOf{}, err
		}
		changed, err := t.exec(change, q.ID)
		if changed > 0 {
			told := aboutLiveQuestion(verb, q, EventData{})
			told.Unnamed = true
			t.tell(told)
		}
		return questionOf(q), err
	})
}
