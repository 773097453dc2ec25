package db

import (
	"maillage/db/read"
	"maillage/network"
)

// viewerHosts says whether the viewer's centre hosts the gathering whose id is
// this SQL.
func viewerHosts(gathering string) string {
	return "EXISTS (SELECT FROM gathering_host h WHERE h.gathering_id = " + gathering + " AND h.centre_id = :viewer_centre)"
}

var contributionRead = read.Type{
	Name:  "Contribution",
	Table: "contribution",
	// What was never published exists for its author only.
	Visible: inGathering("{}.gathering_id") + " AND ({}.published_at IS NOT NULL OR {}.author_id = :viewer_id)",
	Fields: map[string]read.Field{
		"id":              read.Column{},
		"kind":            read.Column{},
		"state":           read.Column{},
		"title":           read.Column{},
		"context":         read.Column{},
		"done":            read.Column{},
		"results":         read.Column{},
		"reuse":           read.Column{},
		"contact":         read.Column{},
		"links":           read.Column{SQL: "to_json({}.links)", Kind: read.JSON},
		"themes":          themesOf("contribution_theme", "contribution_id"),
		"gathering":       read.One{Type: named("Gathering"), Column: "gathering_id"},
		"author":          read.One{Type: named("StaffMember"), Column: "author_id"},
		"supportCount":    read.Column{Kind: read.Int},
		"viewerSupported": read.Column{Kind: read.Bool, SQL: "EXISTS (SELECT FROM contribution_support s WHERE s.contribution_id = {}.id AND s.staff_id = :viewer_id)"},
		"commentCount":    read.Column{Kind: read.Int, SQL: "(SELECT count(*) FROM contribution_comment m WHERE m.contribution_id = {}.id AND m.withdrawn_at IS NULL)"},
		"comments": read.Many{
			Type:   named("ContributionComment"),
			Parent: "{}.contribution_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"answerCount": read.Column{Kind: read.Int, SQL: "(SELECT count(*) FROM contribution_answer a WHERE a.contribution_id = {}.id)"},
		"answers": read.Many{
			Type:   named("ContributionAnswer"),
			Shape:  read.Plain,
			Limit:  network.AnswersPerQuestion,
			Parent: "{}.contribution_id",
			Orders: map[string][]read.Term{"": {
				{SQL: "CASE WHEN " + answerAccepted + " THEN 0 ELSE 1 END", Kind: read.Int, Cast: "integer"},
				{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz"},
			}},
		},
		"acceptedAnswer": read.One{Type: named("ContributionAnswer"), Column: "accepted_answer_id"},
		"viewerAnswer":   read.One{Type: named("ContributionAnswer"), On: "{one}.contribution_id = {}.id AND {one}.author_id = :viewer_id"},
		"promisedBy":     read.One{Type: named("StaffMember"), Column: "promised_by_id"},
		"promisedFor":    read.Column{Kind: read.Date},
		"createdAt":      read.Column{Kind: read.Time},
		"publishedAt":    read.Column{Kind: read.Time},
		"presentedAt":    read.Column{Kind: read.Time},
		"version":        read.Column{Kind: read.Int},
		"allowedTransitions": contributionRules.computed(func(v network.Viewer, c network.Contribution) any {
			moves := []string{}
			for _, to := range network.ContributionMoves(v, c) {
				moves = append(moves, string(to))
			}
			return moves
		}),
		"viewerCanEdit":                contributionRules.right(network.CanEditContribution),
		"viewerCanPublish":             contributionRules.right(network.CanPublishContribution),
		"viewerCanWithdraw":            contributionRules.right(network.CanWithdrawContribution),
		"viewerCanPresent":             contributionRules.right(network.CanPresentContribution),
		"viewerCanSupport":             contributionRules.right(network.CanSupportContribution),
		"viewerCanComment":             contributionRules.right(network.CanCommentContribution),
		"viewerCanAnswer":              contributionRules.right(network.CanAnswerContribution),
		"viewerCanAcceptAnswer":        contributionRules.right(network.CanAcceptAnswer),
		"viewerCanPromiseAnswer":       contributionRules.right(network.CanPromiseAnswer),
		"viewerCanNamePromiser":        contributionRules.right(network.CanNamePromiser),
		"viewerCanRequestWorkingGroup": contributionRules.right(network.CanRequestWorkingGroupFrom),
		"viewerCanDraftJointProject":   contributionRules.right(network.CanDraftFromContribution),
		"viewerCanProposeTopic": read.Computed{
			Needs: append([]string{"forumPhase"}, contributionRules.needs...),
			Value: func(v network.Viewer, r read.Row) any {
				c := contributionRules.of(v, r)
				return !r.IsNull("forumPhase") && network.CanProposeTopicFrom(v, c, network.Forum{
					GatheringID: c.Barcamp.GatheringID,
					Phase:       network.ForumPhase(r.String("forumPhase")),
				}) == nil
			},
		},
	},
	Hidden: map[string]read.Column{
		"gatheringId":    {},
		"authorId":       {},
		"promisedById":   {},
		"gatheringState": {SQL: "(SELECT g.state FROM gathering g WHERE g.id = {}.gathering_id)"},
		"hosted":         {SQL: viewerHosts("{}.gathering_id")},
		"forumPhase":     {SQL: "(SELECT f.phase FROM forum f WHERE f.gathering_id = {}.gathering_id)"},
	},
}

// contributionRules are what the rules look at of a contribution.
var contributionRules = ruled[network.Contribution]{
	needs: []string{"kind", "state", "gatheringId", "gatheringState", "hosted", "authorId", "promisedById"},
	of: func(_ network.Viewer, r read.Row) network.Contribution {
		return network.Contribution{
			Kind:         network.ContributionKind(r.String("kind")),
			State:        network.ContributionState(r.String("state")),
			AuthorID:     network.ID(r.String("authorId")),
			PromisedByID: network.ID(r.String("promisedById")),
			Barcamp: network.Barcamp{
				GatheringID: network.ID(r.String("gatheringId")),
				State:       network.GatheringState(r.String("gatheringState")),
				Hosted:      r.Bool("hosted"),
			},
		}
	},
}

// contributionText is what a search looks through; it is indexed.
const contributionText = "plain_text({}.title || ' ' || {}.context || ' ' || {}.done || ' ' || {}.results || ' ' || {}.reuse)"

var contributionFilters = map[string]read.Filter{
	"filter.search":      {SQL: contributionText + " LIKE plain_text(?)", Cast: "text", Like: true},
	"filter.kind":        {SQL: "{}.kind = ?", Cast: "text"},
	"filter.states":      {SQL: "{}.state = ANY(?)", Cast: "text[]"},
	"filter.themeId":     {SQL: "EXISTS (SELECT FROM contribution_theme t WHERE t.contribution_id = {}.id AND t.theme_id = ?)", Cast: "uuid"},
	"filter.gatheringId": {SQL: "{}.gathering_id = ?", Cast: "uuid"},
	"filter.centreId":    {SQL: "EXISTS (SELECT FROM staff_member s WHERE s.id = {}.author_id AND s.centre_id = ?)", Cast: "uuid"},
	"filter.mine": {When: "true", SQL: `({}.author_id = :viewer_id OR {}.promised_by_id = :viewer_id
		OR EXISTS (SELECT FROM contribution_support s WHERE s.contribution_id = {}.id AND s.staff_id = :viewer_id))`},
	"filter.includeWithdrawn": {Unless: "true", SQL: "{}.state <> 'WITHDRAWN'"},
}

var (
	newestContributions = []read.Term{{SQL: "coalesce({}.published_at, {}.created_at)", Kind: read.Time, Cast: "timestamptz", Desc: true}}
	contributionsInTurn = []read.Term{
		{SQL: "CASE WHEN {}.state = 'PUBLISHED' THEN 0 ELSE 1 END", Kind: read.Int, Cast: "integer"},
		{SQL: "coalesce({}.published_at, {}.created_at)", Kind: read.Time, Cast: "timestamptz"},
	}
	mostSupported = []read.Term{{SQL: "{}.support_count", Kind: read.Int, Cast: "integer", Desc: true}}
)

var contributionList = read.Many{
	Type:    named("Contribution"),
	Filters: contributionFilters,
	Orders: map[string][]read.Term{
		"": newestContributions, "NEWEST": newestContributions, "SUPPORT": mostSupported, "TURN": contributionsInTurn,
	},
}

// contributionsOfGathering is its barcamp.
var contributionsOfGathering = read.Many{
	Type:    named("Contribution"),
	Parent:  "{}.gathering_id",
	Filters: contributionFilters,
	Orders: map[string][]read.Term{
		"": contributionsInTurn, "NEWEST": newestContributions, "SUPPORT": mostSupported, "TURN": contributionsInTurn,
	},
}

// ofContribution is inGathering for what is said about a contribution: nobody
// says anything before it is published.
func ofContribution(contribution string) string {
	return `(:viewer_kind = 'STAFF' OR (:viewer_kind = 'GUEST' AND EXISTS (
		SELECT FROM contribution c WHERE c.id = ` + contribution + ` AND c.gathering_id = :viewer_gathering)))`
}

var contributionCommentRead = read.Type{
	Name:    "ContributionComment",
	Table:   "contribution_comment",
	Visible: ofContribution("{}.contribution_id"),
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"contribution": read.One{Type: named("Contribution"), Column: "contribution_id"},
		"author":       read.One{Type: named("StaffMember"), Column: "author_id"},
		"text":         read.Column{SQL: "CASE WHEN {}.withdrawn_at IS NULL THEN {}.text ELSE '' END"},
		"createdAt":    read.Column{Kind: read.Time},
		"withdrawnAt":  read.Column{Kind: read.Time},
		"viewerCanWithdraw": read.Computed{
			Needs: []string{"gatheringId", "authorId", "withdrawnAt"},
			Value: func(v network.Viewer, r read.Row) any {
				c := network.Contribution{Barcamp: network.Barcamp{GatheringID: network.ID(r.String("gatheringId"))}}
				return network.CanWithdrawComment(v, c, network.Comment{AuthorID: network.ID(r.String("authorId")), Withdrawn: !r.IsNull("withdrawnAt")}) == nil
			},
		},
	},
	Hidden: map[string]read.Column{
		"authorId":    {},
		"gatheringId": {SQL: "(SELECT c.gathering_id FROM contribution c WHERE c.id = {}.contribution_id)"},
	},
}

// answerAccepted says that an answer is the one.
const answerAccepted = "EXISTS (SELECT FROM contribution c WHERE c.id = {}.contribution_id AND c.accepted_answer_id = {}.id)"

var contributionAnswerRead = read.Type{
	Name:    "ContributionAnswer",
	Table:   "contribution_answer",
	Visible: ofContribution("{}.contribution_id"),
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"contribution": read.One{Type: named("Contribution"), Column: "contribution_id"},
		"author":       read.One{Type: named("StaffMember"), Column: "author_id"},
		"text":         read.Column{},
		"createdAt":    read.Column{Kind: read.Time},
		"editedAt":     read.Column{Kind: read.Time},
		"accepted":     read.Column{Kind: read.Bool, SQL: answerAccepted},
		"version":      read.Column{Kind: read.Int},
		"viewerCanAccept": read.Computed{
			Needs: []string{"questionState", "questionAuthorId", "gatheringId"},
			Value: func(v network.Viewer, r read.Row) any {
				return network.CanAcceptAnswer(v, network.Contribution{
					Kind:     network.ContributionQuestion,
					State:    network.ContributionState(r.String("questionState")),
					AuthorID: network.ID(r.String("questionAuthorId")),
					Barcamp:  network.Barcamp{GatheringID: network.ID(r.String("gatheringId"))},
				}) == nil
			},
		},
	},
	Hidden: map[string]read.Column{
		"questionState":    {SQL: "(SELECT c.state FROM contribution c WHERE c.id = {}.contribution_id)"},
		"questionAuthorId": {SQL: "(SELECT c.author_id FROM contribution c WHERE c.id = {}.contribution_id)"},
		"gatheringId":      {SQL: "(SELECT c.gathering_id FROM contribution c WHERE c.id = {}.contribution_id)"},
	},
}
