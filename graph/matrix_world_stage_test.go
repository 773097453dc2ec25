package graph_test

import (
	"fmt"
	"strings"

	"maillage/network"
)

// liveQuestions are the questions of the acts, asked by au, by the state an act
// finds them in. Each is on a stage of its own; mo has promised to answer where
// somebody has.
var liveQuestions = map[string]network.LiveQuestionState{
	"editLiveQuestion": network.QuestionSubmitted, "withdrawLiveQuestion": network.QuestionPublished,
	"upvoteLiveQuestion": network.QuestionPublished, "unvoteLiveQuestion": network.QuestionPublished,
	"publishLiveQuestion": network.QuestionSubmitted, "rejectLiveQuestion": network.QuestionSubmitted,
	"mergeLiveQuestion": network.QuestionPublished, "stageLiveQuestion": network.QuestionPublished,
	"unstageLiveQuestion": network.QuestionOnStage, "answerLiveQuestion": network.QuestionOnStage,
	"answerPromise": network.QuestionAnswerPromised, "promiseLiveQuestion": network.QuestionOnStage,
}

// stageSQL writes the stages of the gathering with their questions, one of
// another gathering, and a promise of an earlier one.
func stageSQL(w *strings.Builder, has func(act string) bool) {
	w.WriteString(`
		INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, state)
		VALUES (<earlier gathering>, 'Rencontre d''avant', 'Lyon', 'Halle', current_date - 400, current_date - 399, 'CLOSED');
		INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at) VALUES
			(<agenda item setStage>, <gathering>, 'Échange', 'TALK', now(), now() + interval '1 hour'),
			(<earlier agenda item>, <earlier gathering>, 'secret-elsewhere', 'QUESTIONS', now() - interval '400 days', now() - interval '399 days');
		INSERT INTO stage (agenda_item_id, gathering_id, takes_questions, anonymous_allowed, premoderated, questions_open) VALUES
			(<agenda item>, <gathering>, true, true, false, true),
			(<other agenda item>, <other gathering>, true, true, false, true),
			(<earlier agenda item>, <earlier gathering>, true, true, false, false);`)
	asked := func(name, item, gathering, author, text string, state network.LiveQuestionState, more ...string) {
		values := map[string]string{"anonymous": "false", "published_at": "now()"}
		if state == network.QuestionSubmitted {
			values["published_at"] = "NULL"
		}
		if state == network.QuestionAnswerPromised {
			more = append(more, "promised_by_id", "<mo>", "promised_at", "now()", "due_on", "current_date + 30")
		}
		for i := 0; i < len(more); i += 2 {
			values[more[i]] = more[i+1]
		}
		columns, row := "", ""
		for _, column := range sortedKeys(values) {
			columns, row = columns+", "+column, row+", "+values[column]
		}
		fmt.Fprintf(w, `
		INSERT INTO live_question (id, agenda_item_id, gathering_id, author_id, text, state, created_at%s)
		VALUES (<question %s>, <%s>, <%s>, <%s>, '%s', '%s', now()%s);`, columns, name, item, gathering, author, text, state, row)
	}
	here := func(name, author, text string, state network.LiveQuestionState, more ...string) {
		asked(name, "agenda item", "gathering", author, text, state, more...)
	}
	answered := []string{"answer", "'secret-topic answer'", "answered_at", "now()", "answered_by_id", "<mo>",
		"promised_by_id", "<mo>", "promised_at", "now()", "due_on", "current_date"}
	here("thread", "au", "secret-topic question", network.QuestionAnswered, answered...)
	here("on stage", "gu", "secret-topic question", network.QuestionOnStage)
	here("submitted", "au", "secret-question", network.QuestionSubmitted)
	here("anonymous", "leaver", "secret-topic question", network.QuestionPublished, "anonymous", "true")
	here("merged", "au", "secret-topic question", network.QuestionMerged, "merged_into_id", "<question thread>")
	asked("elsewhere", "other agenda item", "other gathering", "other facilitator", "secret-elsewhere", network.QuestionPublished)
	asked("earlier", "earlier agenda item", "earlier gathering", "au", "secret-elsewhere", network.QuestionAnswerPromised)
	w.WriteString(`
		INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at)
		VALUES ('LIVE_QUESTION', <question merged>, 'LIVE_QUESTION', <question thread>, now());`)
	for _, act := range sortedKeys(liveQuestions) {
		if !has(act) {
			continue
		}
		fmt.Fprintf(w, `
		INSERT INTO agenda_item (id, gathering_id, title, kind, starts_at, ends_at)
		VALUES (<agenda item %[1]s>, <gathering>, 'Échange', 'QUESTIONS', now(), now() + interval '1 hour');
		INSERT INTO stage (agenda_item_id, gathering_id, takes_questions, anonymous_allowed, premoderated, questions_open)
		VALUES (<agenda item %[1]s>, <gathering>, true, true, false, true);`, act)
		text := "secret-topic " + act
		if liveQuestions[act] == network.QuestionSubmitted {
			text = "secret-question"
		}
		asked(act, "agenda item "+act, "gathering", "au", text, liveQuestions[act])
		if act == "mergeLiveQuestion" {
			asked("target", "agenda item "+act, "gathering", "au", text, network.QuestionPublished)
			w.WriteString(`
		INSERT INTO live_question_vote (live_question_id, staff_id, at) VALUES (<question mergeLiveQuestion>, <pr>, now());`)
		}
	}
}
