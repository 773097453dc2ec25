package db

import (
	"maillage/db/read"
	"maillage/network"
)

// liveQuestionVisible: what everyone has been shown and what has not been taken
// down; the rest exists for its author and those who run the gathering. It is
// network.LiveQuestion.Hidden in SQL.
var liveQuestionVisible = inGathering("{}.gathering_id") + ` AND (
	({}.published_at IS NOT NULL AND {}.state NOT IN ('REJECTED', 'WITHDRAWN'))
	OR {}.author_id = :viewer_id
	OR ` + runsGathering("{}.gathering_id") + ")"

var liveQuestionRead = read.Type{
	Name:    "LiveQuestion",
	Table:   "live_question",
	Visible: liveQuestionVisible,
	Fields: map[string]read.Field{
		"id":        read.Column{},
		"stage":     read.One{Type: named("Stage"), Column: "agenda_item_id"},
		"gathering": read.One{Type: named("Gathering"), Column: "gathering_id"},
		"text":      read.Column{},
		"state":     read.Column{},
		"anonymous": read.Column{Kind: read.Bool},
		// Nobody, whatever their rights, is told who asked without a name.
		"author":          read.One{Type: named("StaffMember"), On: "{one}.id = {}.author_id AND NOT {}.anonymous"},
		"viewerIsAuthor":  read.Column{Kind: read.Bool, SQL: "coalesce({}.author_id = :viewer_id, false)"},
		"voteCount":       read.Column{Kind: read.Int},
		"viewerVoted":     read.Column{Kind: read.Bool, SQL: "EXISTS (SELECT FROM live_question_vote v WHERE v.live_question_id = {}.id AND v.staff_id = :viewer_id)"},
		"rejectionReason": read.Column{},
		"mergedInto":      read.One{Type: named("LiveQuestion"), Column: "merged_into_id"},
		"promisedBy":      read.One{Type: named("StaffMember"), Column: "promised_by_id"},
		"dueOn":           read.Column{Kind: read.Date},
		"overdue":         read.Column{Kind: read.Bool, SQL: "coalesce({}.state = 'ANSWER_PROMISED' AND {}.due_on < " + today + ", false)"},
		"answer":          read.Column{},
		"answeredBy":      read.One{Type: named("StaffMember"), Column: "answered_by_id"},
		"createdAt":       read.Column{Kind: read.Time},
		"publishedAt":     read.Column{Kind: read.Time},
		"answeredAt":      read.Column{Kind: read.Time},
		"version":         read.Column{Kind: read.Int},
		"allowedTransitions": liveQuestionRules.computed(func(v network.Viewer, q network.LiveQuestion) any {
			return network.LiveQuestionMoves(v, q)
		}),
		"viewerCanEdit":     liveQuestionRules.right(network.CanEditLiveQuestion),
		"viewerCanWithdraw": liveQuestionRules.right(network.CanWithdrawLiveQuestion),
		"viewerCanVote":     liveQuestionRules.right(network.CanVoteLiveQuestion),
		"viewerCanPublish":  liveQuestionRules.right(network.CanPublishLiveQuestion),
		"viewerCanReject":   liveQuestionRules.right(network.CanRejectLiveQuestion),
		"viewerCanMerge":    liveQuestionRules.right(network.CanMergeLiveQuestion),
		"viewerCanStage":    liveQuestionRules.right(network.CanStageLiveQuestion),
		"viewerCanUnstage":  liveQuestionRules.right(network.CanUnstageLiveQuestion),
		"viewerCanAnswer":   liveQuestionRules.right(network.CanAnswerLiveQuestion),
		"viewerCanPromise":  liveQuestionRules.right(network.CanPromiseLiveQuestion),
	},
	Hidden: map[string]read.Column{
		"gatheringId": {},
		"authorId":    {},
		"promisedBy":  {SQL: "{}.promised_by_id"},
		"hosted":      {SQL: hostedByViewer("{}.gathering_id"), Kind: read.Bool},
	},
}

// liveQuestionRules are what the rules look at of a question.
var liveQuestionRules = ruled[network.LiveQuestion]{
	needs: []string{"state", "gatheringId", "authorId", "promisedBy", "hosted"},
	of: func(v network.Viewer, r read.Row) network.LiveQuestion {
		return network.LiveQuestion{
			Stage:      network.Stage{GatheringID: network.ID(r.String("gatheringId")), Hosts: hostsOf(v, r)},
			State:      network.LiveQuestionState(r.String("state")),
			AuthorID:   network.ID(r.String("authorId")),
			PromisedBy: network.ID(r.String("promisedBy")),
		}
	},
}

var liveQuestionFilters = map[string]read.Filter{
	"filter.states": {SQL: "{}.state = ANY(?)", Cast: "text[]"},
	"filter.mine":   {When: "true", SQL: "{}.author_id = :viewer_id"},
	"filter.search": {SQL: "plain_text({}.text) LIKE plain_text(?)", Cast: "text", Like: true},
}

var mostVotedLiveQuestions = []read.Term{
	{SQL: "{}.vote_count", Kind: read.Int, Cast: "integer", Desc: true},
	{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz"},
}

var liveQuestionOrders = map[string][]read.Term{
	"":         mostVotedLiveQuestions,
	"VOTES":    mostVotedLiveQuestions,
	"OLDEST":   {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz"}},
	"ANSWERED": {{SQL: "coalesce({}.answered_at, '-infinity'::timestamptz)", Kind: read.Text, Cast: "timestamptz", Desc: true}},
}

// promisedQuestions are the promises of earlier gatherings that were still owed
// when the gathering before this one ended.
var promisedQuestions = read.Many{
	Type: named("LiveQuestion"),
	On: `({}.promised_at IS NOT NULL AND EXISTS (
		SELECT
		  FROM gathering this
		  JOIN gathering earlier ON earlier.id = {}.gathering_id
		 WHERE this.id = {parent}
		   AND earlier.starts_on < this.starts_on
		   AND ({}.answered_at IS NULL OR {}.answered_at >= (
		       SELECT max((g.ends_on + 1)::timestamp AT TIME ZONE g.time_zone)
		         FROM gathering g
		        WHERE g.ends_on < this.starts_on
		          AND g.state NOT IN ('DRAFT', 'CANCELLED')))))`,
	Orders: map[string][]read.Term{"": {{SQL: "coalesce({}.due_on, 'infinity'::date)", Kind: read.Text, Cast: "date"}}},
}
