package db

import (
	"maillage/db/read"
	"maillage/network"
)

var topicRead = read.Type{
	Name:    "Topic",
	Table:   "topic",
	Visible: inGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":              read.Column{},
		"title":           read.Column{},
		"description":     read.Column{},
		"forum":           read.One{Type: named("Forum"), Column: "forum_id"},
		"state":           read.Column{},
		"author":          read.One{Type: named("StaffMember"), Column: "author_id"},
		"convener":        read.One{Type: named("StaffMember"), Column: "convener_id"},
		"intendedOutcome": read.Column{},
		"themes":          themesOf("topic_theme", "topic_id"),
		"starCount":       read.Column{Kind: read.Int},
		"viewerStarred":   read.Column{Kind: read.Bool, SQL: "EXISTS (SELECT FROM topic_star s WHERE s.topic_id = {}.id AND s.staff_id = :viewer_id)"},
		"occurrences": read.Many{
			Type:   named("Occurrence"),
			Shape:  read.Plain,
			Parent: "{}.topic_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.placed_at", Kind: read.Time, Cast: "timestamptz"}}},
		},
		"sessions": read.Many{
			Type:   named("Occurrence"),
			Shape:  read.Plain,
			Parent: "{}.topic_id",
			Where:  "{}.state IN ('PLANNED', 'RUNNING', 'ENDED')",
			Orders: map[string][]read.Term{"": {{SQL: "(SELECT s.starts_at FROM slot s WHERE s.id = {}.slot_id)", Kind: read.Time, Cast: "timestamptz"}}},
		},
		"occurrence":  read.One{Type: named("Occurrence"), Column: "occurrence_id"},
		"mergedInto":  read.One{Type: named("Topic"), Column: "merged_into_id"},
		"postponedTo": read.One{Type: named("Gathering"), Column: "postponed_to_id"},
		"resumedAs": read.One{
			Type: named("Topic"),
			On: `{}.state = 'POSTPONED' AND {one}.gathering_id = {}.postponed_to_id
				AND {one}.id IN (SELECT e.to_id FROM thread_edge e WHERE e.from_id = {}.id AND e.to_kind = 'TOPIC')`,
			OrderBy: "{one}.created_at",
		},
		"harvest": read.One{Type: named("Harvest"), On: "{one}.topic_id = {}.id"},
		"writers": read.Many{
			Type:  named("StaffMember"),
			Shape: read.Plain,
			Limit: 10,
			On:    "EXISTS (SELECT FROM harvest_writer w WHERE w.topic_id = {parent} AND w.staff_id = {}.id AND w.until > :now)",
			Orders: map[string][]read.Term{"": {
				{SQL: "plain_text({}.family_name)", Cast: "text"},
				{SQL: "plain_text({}.given_name)", Cast: "text"},
			}},
		},
		"chasedAt":   read.Column{Kind: read.Time},
		"dotCount":   read.Column{Kind: read.Int},
		"viewerDots": read.Column{Kind: read.Int, SQL: "coalesce((SELECT d.count FROM topic_dot d WHERE d.topic_id = {}.id AND d.staff_id = :viewer_id), 0)"},
		"fate":       read.Column{SQL: topicFate},
		"workingGroup": read.One{
			Type:    named("WorkingGroup"),
			On:      "{one}.id IN (SELECT e.to_id FROM thread_edge e WHERE e.from_id = {}.id AND e.to_kind = 'WORKING_GROUP')",
			OrderBy: "{one}.created_at",
		},
		"events":    eventsOf("topic_id"),
		"createdAt": read.Column{Kind: read.Time},
		"version":   read.Column{Kind: read.Int},
		"allowedTransitions": topicRules.computed(func(v network.Viewer, t network.Topic) any {
			return network.TopicMoves(v, t)
		}),
		"viewerCanEdit":             topicRules.right(network.CanEditTopic),
		"viewerCanWithdraw":         topicRules.right(network.CanWithdrawTopic),
		"viewerCanTake":             topicRules.right(network.CanTakeTopic),
		"viewerCanStar":             topicRules.right(network.CanStarTopic),
		"viewerCanMerge":            topicRules.right(network.CanMergeTopic),
		"viewerCanPostpone":         topicRules.right(network.CanPostponeTopic),
		"viewerCanPlace":            topicRules.right(network.CanPlaceTopic),
		"viewerCanRepeat":           topicRules.right(network.CanRepeatTopic),
		"viewerCanUnplace":          topicRules.right(network.CanUnplaceTopic),
		"viewerCanPitch":            topicRules.right(network.CanPitchTopic),
		"viewerCanStart":            topicRules.right(network.CanStartTopic),
		"viewerCanHold":             topicRules.right(network.CanHoldTopic),
		"viewerCanCheckIn":          topicRules.right(network.CanCheckIn),
		"viewerCanCheckOut":         topicRules.right(network.CanCheckOut),
		"viewerCanWriteHarvest":     topicRules.right(network.CanWriteHarvest),
		"viewerCanPublishHarvest":   topicRules.right(network.CanPublishHarvest),
		"viewerCanConfirmHarvest":   topicRules.right(network.CanConfirmHarvest),
		"viewerCanChaseHarvest":     topicRules.right(network.CanChaseHarvest),
		"viewerCanVote":             topicRules.right(network.CanVoteTopic),
		"viewerCanOpenWorkingGroup": topicRules.right(network.CanOpenWorkingGroup),
	},
	Hidden: map[string]read.Column{
		"gatheringId":    {},
		"authorId":       {},
		"convenerId":     {},
		"pitched":        {SQL: "{}.pitched_at IS NOT NULL"},
		"phase":          {SQL: "(SELECT f.phase FROM forum f WHERE f.id = {}.forum_id)"},
		"facilitatorId":  {SQL: "(SELECT f.facilitator_id FROM forum f WHERE f.id = {}.forum_id)"},
		"convenersPlace": {SQL: "(SELECT f.conveners_place FROM forum f WHERE f.id = {}.forum_id)"},
		"voteClosed":     {SQL: "(SELECT f.vote_closed_at IS NOT NULL FROM forum f WHERE f.id = {}.forum_id)"},
		"planned":        {Kind: read.Int, SQL: topicPlanned},
		"held":           {Kind: read.Bool, SQL: topicHeld},
		"checkedIn":      {SQL: topicCheckedIn},
		"harvested":      {SQL: topicHarvested},
		"confirmed":      {SQL: topicConfirmed},
		"groupOpened":    {SQL: topicGroupOpened},
	},
}

// What the rules look at beside the rows of the topic and its forum.
const (
	topicPlanned = `(
		SELECT count(*)
		  FROM occurrence o
		 WHERE o.topic_id = {}.id
		   AND o.state = 'PLANNED')`
	topicHeld = `EXISTS (
		SELECT
		  FROM occurrence o
		 WHERE o.topic_id = {}.id
		   AND o.state = 'ENDED')`
	topicCheckedIn = `EXISTS (
		SELECT
		  FROM occurrence o
		  JOIN occurrence_participant p ON p.occurrence_id = o.id AND p.staff_id = :viewer_id
		 WHERE o.topic_id = {}.id
		   AND o.state IN ('PLANNED', 'RUNNING', 'ENDED'))`
	topicHarvested = `EXISTS (
		SELECT
		  FROM harvest h
		 WHERE h.topic_id = {}.id
		   AND h.said || h.decided || h.next_steps || h.carries_on <> '')`
	topicConfirmed = `EXISTS (
		SELECT
		  FROM harvest h
		 WHERE h.topic_id = {}.id
		   AND h.state = 'CONFIRMED')`
	topicGroupOpened = `EXISTS (
		SELECT
		  FROM thread_edge e
		 WHERE e.from_id = {}.id
		   AND e.to_kind = 'WORKING_GROUP')`
)

// topicFate is how far a topic has come: the furthest of what followed from it
// along the thread, topics and groups merged into others included, and topics
// taken up again. A project counts once it has left its lead centre. A group carried to its end is COMPLETED, unless
// a project goes on from it.
//
// Each step is looked up by its key: guessing how far a way leads, the planner
// would read whole tables for every topic.
const topicFate = `CASE WHEN {}.state = 'WITHDRAWN' THEN 'WITHDRAWN' ELSE coalesce(
	(WITH RECURSIVE way (id) AS (
		SELECT e.to_id
		  FROM thread_edge e
		 WHERE e.from_id = {}.id
		UNION
		SELECT onward.to_id
		  FROM way
		 CROSS JOIN LATERAL (SELECT e.to_id FROM thread_edge e WHERE e.from_id = way.id OFFSET 0) AS onward
	)
	SELECT CASE max((
	           SELECT CASE WHEN p.state IN ('COMPLETED', 'EVALUATED', 'ARCHIVED') THEN 6 WHEN p.sent_at IS NOT NULL THEN 5 END
	             FROM joint_project p
	            WHERE p.id = way.id
	            UNION ALL
	           SELECT CASE WHEN g.state = 'CLOSED' THEN 4 ELSE 3 END
	             FROM working_group g
	            WHERE g.id = way.id
	            UNION ALL
	           SELECT CASE onward.state WHEN 'HARVESTED' THEN 2 WHEN 'HELD' THEN 1 END
	             FROM topic onward
	            WHERE onward.id = way.id))
	       WHEN 6 THEN 'COMPLETED' WHEN 5 THEN 'JOINT_PROJECT' WHEN 4 THEN 'COMPLETED' WHEN 3 THEN 'WORKING_GROUP'
	       WHEN 2 THEN 'HARVESTED' WHEN 1 THEN 'HELD' END
	  FROM way),
	CASE WHEN {}.state IN ('HELD', 'HARVESTED') THEN {}.state ELSE 'PROPOSED' END) END`

// topicRules are what the rules look at of a topic.
var topicRules = ruled[network.Topic]{
	needs: []string{"state", "gatheringId", "authorId", "convenerId", "pitched", "phase", "facilitatorId",
		"convenersPlace", "voteClosed", "planned", "held", "checkedIn", "harvested", "confirmed", "groupOpened"},
	of: func(v network.Viewer, r read.Row) network.Topic {
		return network.Topic{
			State:       network.TopicState(r.String("state")),
			AuthorID:    network.ID(r.String("authorId")),
			ConvenerID:  network.ID(r.String("convenerId")),
			Pitched:     r.Bool("pitched"),
			Planned:     r.Int("planned"),
			Held:        r.Bool("held"),
			CheckedIn:   r.Bool("checkedIn"),
			Harvested:   r.Bool("harvested"),
			Confirmed:   r.Bool("confirmed"),
			GroupOpened: r.Bool("groupOpened"),
			Forum: network.Forum{
				GatheringID:    network.ID(r.String("gatheringId")),
				FacilitatorID:  network.ID(r.String("facilitatorId")),
				Phase:          network.ForumPhase(r.String("phase")),
				ConvenersPlace: r.Bool("convenersPlace"),
				VoteClosed:     r.Bool("voteClosed"),
			},
		}
	},
}

var newestTopics = []read.Term{{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}

var topicList = read.Many{
	Type: named("Topic"),
	Filters: map[string]read.Filter{
		"filter.search":        {SQL: "plain_text({}.title || ' ' || {}.description) LIKE plain_text(?)", Cast: "text", Like: true},
		"filter.forumId":       {SQL: "{}.forum_id = ?", Cast: "uuid"},
		"filter.gatheringId":   {SQL: "{}.gathering_id = ?", Cast: "uuid"},
		"filter.postponedToId": {SQL: "{}.postponed_to_id = ?", Cast: "uuid"},
		"filter.states":        {SQL: "{}.state = ANY(?)", Cast: "text[]"},
		"filter.fates":         {SQL: topicFate + " = ANY(?)", Cast: "text[]"},
		"filter.themeId":       {SQL: "EXISTS (SELECT FROM topic_theme t WHERE t.topic_id = {}.id AND t.theme_id = ?)", Cast: "uuid"},
		"filter.mine": {When: "true", SQL: `({}.convener_id = :viewer_id OR {}.author_id = :viewer_id
			OR EXISTS (SELECT FROM topic_star s WHERE s.topic_id = {}.id AND s.staff_id = :viewer_id))`},
	},
	Orders: map[string][]read.Term{
		"":       newestTopics,
		"NEWEST": newestTopics,
		"STARS":  {{SQL: "{}.star_count", Kind: read.Int, Cast: "integer", Desc: true}},
		"DOTS":   {{SQL: "coalesce({}.dot_count, -1)", Kind: read.Int, Cast: "integer", Desc: true}},
		"TITLE":  {{SQL: "plain_text({}.title)", Cast: "text"}},
	},
}
