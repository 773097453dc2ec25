package graph_test

import (
	"fmt"
	"strings"

	"maillage/network"
)

// contribution is one of the world: a question, or else a pépite.
type contribution struct {
	question bool
	state    network.ContributionState
}

// contributions are those of the acts, all brought by au.
var contributions = map[string]contribution{
	"draft": {false, network.ContributionDraft}, "editDraft": {false, network.ContributionDraft},
	"withdrawDraft": {false, network.ContributionDraft}, "publishContribution": {false, network.ContributionDraft},
	"editContribution": {false, network.ContributionPublished}, "withdrawContribution": {false, network.ContributionPublished},
	"presentContribution": {false, network.ContributionPublished}, "supportContribution": {false, network.ContributionPublished},
	"unsupportContribution": {false, network.ContributionPresented}, "commentContribution": {false, network.ContributionPresented},
	"withdrawComment": {false, network.ContributionPresented}, "answerContribution": {true, network.ContributionPresented},
	"promiseOwn": {true, network.ContributionPresented}, "promiseAnswer": {true, network.ContributionPublished},
	"acceptAnswer": {true, network.ContributionAnswerPromised}, "alone": {false, network.ContributionPublished},
	"thread": {true, network.ContributionAnswered},
}

// contributionsSQL writes the barcamp of the gathering, one pépite that
// belongs to none, and one of another gathering. What was taken back says
// "secret-taken": nobody may come upon it.
func contributionsSQL(w *strings.Builder, has func(act string) bool) {
	w.WriteString(`
		INSERT INTO contribution (id, kind, gathering_id, title, state, author_id, published_at, created_at)
		VALUES (<other contribution>, 'PEPITE', <other gathering>, 'secret-elsewhere', 'PUBLISHED', <other facilitator>, now(), now());`)
	for _, act := range sortedKeys(contributions) {
		if has(act) {
			contributionSQL(w, act, contributions[act])
		}
	}
}

func contributionSQL(w *strings.Builder, act string, c contribution) {
	kind, gathering, text := "PEPITE", "<gathering>", "secret-pepite "+act
	published, presented, promised, due := "now()", "NULL", "NULL", "NULL"
	if c.question {
		kind = "QUESTION"
	}
	switch c.state {
	case network.ContributionDraft:
		text, published = "secret-unseen "+act, "NULL"
	case network.ContributionPresented:
		presented = "now()"
	case network.ContributionAnswerPromised, network.ContributionAnswered:
		presented, promised, due = "now()", "<pr>", "current_date + 30"
	}
	if act == "alone" {
		gathering, text = "NULL", "secret-alone"
	}
	fmt.Fprintf(w, `
		INSERT INTO contribution (id, kind, gathering_id, title, context, state, author_id, published_at, presented_at,
		                          promised_by_id, promised_for, created_at)
		VALUES (<contribution %[1]s>, '%[2]s', %[3]s, '%[4]s', '%[4]s', '%[5]s', <au>, %[6]s, %[7]s, %[8]s, %[9]s, now());
		INSERT INTO contribution_theme (contribution_id, theme_id) VALUES (<contribution %[1]s>, <theme>);`,
		act, kind, gathering, text, c.state, published, presented, promised, due)
	if c.state == network.ContributionDraft {
		fmt.Fprintf(w, `
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, gathering_id, audience, for_staff_id, data)
		VALUES (now(), <au>, 'CONTRIBUTION_DRAFTED', 'CONTRIBUTION', <contribution %[1]s>, %[2]s, 'PERSON', <au>, '{"excerpt": "%[3]s"}');`, act, gathering, text)
		return
	}
	audience := "GATHERING"
	if act == "alone" {
		audience = "STAFF"
	}
	fmt.Fprintf(w, `
		INSERT INTO contribution_support (contribution_id, staff_id, at) VALUES (<contribution %[1]s>, <mx>, now());
		INSERT INTO contribution_comment (id, contribution_id, author_id, text, created_at, withdrawn_at) VALUES
			(<comment of contribution %[1]s>, <contribution %[1]s>, <me>, '%[4]s', now(), NULL),
			(<taken comment of contribution %[1]s>, <contribution %[1]s>, <me>, 'secret-taken', now(), now());
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, gathering_id, audience, data)
		VALUES (now(), <au>, 'CONTRIBUTION_PUBLISHED', 'CONTRIBUTION', <contribution %[1]s>, %[2]s, '%[3]s', '{"excerpt": "%[4]s"}');`,
		act, gathering, audience, text)
	if c.question && act != "answerContribution" {
		fmt.Fprintf(w, `
		INSERT INTO contribution_answer (id, contribution_id, author_id, text, created_at) VALUES
			(<answer of contribution %[1]s>, <contribution %[1]s>, <pr>, '%[2]s', now()),
			(<own answer of contribution %[1]s>, <contribution %[1]s>, <di>, '%[2]s', now());`, act, text)
	}
	switch c.state {
	case network.ContributionAnswerPromised:
		fmt.Fprintf(w, `
		INSERT INTO task (id, assignee_id, kind, subject_kind, subject_id, created_at)
		VALUES (<task of contribution %[1]s>, <pr>, 'ANSWER_QUESTION', 'CONTRIBUTION', <contribution %[1]s>, now());`, act)
	case network.ContributionAnswered:
		fmt.Fprintf(w, `
		UPDATE contribution SET accepted_answer_id = <answer of contribution %[1]s> WHERE id = <contribution %[1]s>;`, act)
	}
}
