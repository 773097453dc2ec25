package db

import (
	"cmp"

	"maillage/db/read"
	"maillage/network"
)

var forumRead = read.Type{
	Name:    "Forum",
	Table:   "forum",
	Visible: inGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":        read.Column{},
		"name":      read.Column{},
		"gathering": read.One{Type: named("Gathering"), Column: "gathering_id"},
		"phase":     read.Column{},
		"allowedTransitions": forumRules.computed(func(v network.Viewer, f network.Forum) any {
			if network.CanFacilitate(v, f) != nil {
				return []network.ForumPhase{}
			}
			return network.PhaseMoves(f.Phase)
		}),
		"facilitator":    read.One{Type: named("StaffMember"), Column: "facilitator_id"},
		"convenersPlace": read.Column{Kind: read.Bool},
		"dotsPerPerson":  read.Column{Kind: read.Int},
		"dotsPerCentre":  read.Column{Kind: read.Int},
		"viewerDotsUsed": read.Column{Kind: read.Int, SQL: `(
			SELECT coalesce(sum(d.count), 0)
			  FROM topic_dot d
			  JOIN topic t ON t.id = d.topic_id
			 WHERE d.staff_id = :viewer_id
			   AND t.forum_id = {}.id)`},
		// Of a centre's dots nothing is told but what its own people have left.
		"viewerCentreDotsLeft": read.Column{Kind: read.Int, SQL: `CASE WHEN :viewer_centre IS NOT NULL THEN greatest({}.dots_per_centre - (
			SELECT coalesce(sum(d.count), 0)
			  FROM topic_dot d
			  JOIN topic t ON t.id = d.topic_id
			  JOIN staff_member s ON s.id = d.staff_id
			 WHERE s.centre_id = :viewer_centre
			   AND t.forum_id = {}.id), 0) END`},
		"spotlight": read.One{Type: named("Topic"), On: `{}.phase = 'MARKETPLACE' AND {one}.state = 'PROPOSED'
			AND {one}.id = (SELECT s.topic_id FROM spotlight s WHERE s.forum_id = {}.id)`},
		"voteClosed": read.Column{Kind: read.Bool, SQL: "{}.vote_closed_at IS NOT NULL"},
		"slots": read.Many{
			Type:   named("Slot"),
			Shape:  read.Plain,
			Parent: "{}.forum_id",
			Where:  "NOT {}.removed",
			Orders: map[string][]read.Term{"": {{SQL: "{}.starts_at", Kind: read.Time, Cast: "timestamptz"}}},
		},
		"spaces": read.Many{
			Type:      named("Space"),
			Shape:     read.Plain,
			Parent:    "{}.gathering_id",
			ParentKey: "{}.gathering_id",
			Where:     "{}.on_board",
			Orders:    byPlace,
		},
		"topics": read.Many{
			Type:   named("Topic"),
			Shape:  read.Plain,
			Limit:  network.TopicsPerForum,
			Parent: "{}.forum_id",
			Filters: map[string]read.Filter{
				"ids": {SQL: "{}.id = ANY(?)", Cast: "uuid[]"},
			},
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz"}}},
		},
		"version":             read.Column{Kind: read.Int},
		"viewerCanPropose":    forumRules.right(network.CanPropose),
		"viewerCanFacilitate": forumRules.right(network.CanFacilitate),
		"viewerCanEdit":       forumRules.right(network.CanEditForum),
		"viewerCanEditDots": forumRules.right(func(v network.Viewer, f network.Forum) error {
			return cmp.Or(network.CanEditForum(v, f), network.CanEditDots(f))
		}),
		"viewerCanEditSlots":         forumRules.right(network.CanEditSlots),
		"viewerCanSpotlight":         forumRules.right(network.CanSpotlight),
		"viewerCanProposeTimetable":  forumRules.right(network.CanProposeTimetable),
		"viewerCanStar":              forumRules.right(network.CanStar),
		"viewerCanVote":              forumRules.right(network.CanVote),
		"viewerCanOpenWorkingGroups": forumRules.right(network.CanOpenWorkingGroups),
	},
	Hidden: map[string]read.Column{
		"gatheringId":   {},
		"facilitatorId": {},
		"hosting":       {SQL: forumHosting},
	},
}

// forumHosting says that the viewer's centre invites to the forum's gathering.
const forumHosting = `EXISTS (
	SELECT
	  FROM gathering_host h
	 WHERE h.gathering_id = {}.gathering_id
	   AND h.centre_id = :viewer_centre)`

// forumRules are what the rules look at of a forum.
var forumRules = ruled[network.Forum]{
	needs: []string{"gatheringId", "facilitatorId", "phase", "convenersPlace", "voteClosed", "hosting"},
	of: func(v network.Viewer, r read.Row) network.Forum {
		return network.Forum{
			GatheringID:    network.ID(r.String("gatheringId")),
			FacilitatorID:  network.ID(r.String("facilitatorId")),
			Phase:          network.ForumPhase(r.String("phase")),
			ConvenersPlace: r.Bool("convenersPlace"),
			VoteClosed:     r.Bool("voteClosed"),
			Hosting:        r.Bool("hosting"),
		}
	},
}

var slotRead = read.Type{
	Name:    "Slot",
	Table:   "slot",
	Visible: inForum("{}.forum_id"),
	Fields: map[string]read.Field{
		"id":       read.Column{},
		"label":    read.Column{},
		"startsAt": read.Column{Kind: read.Time},
		"endsAt":   read.Column{Kind: read.Time},
		"version":  read.Column{Kind: read.Int},
	},
}

// inForum is inGathering for what knows its forum only. Teams pay nothing for it.
func inForum(forum string) string {
	return `(:viewer_kind = 'STAFF' OR (:viewer_kind = 'GUEST' AND EXISTS (
		SELECT FROM forum f WHERE f.id = ` + forum + ` AND f.gathering_id = :viewer_gathering)))`
}

// ofTopic is inGathering for what belongs to a topic.
func ofTopic(topic string) string {
	return `(:viewer_kind = 'STAFF' OR (:viewer_kind = 'GUEST' AND EXISTS (
		SELECT FROM topic t WHERE t.id = ` + topic + ` AND t.gathering_id = :viewer_gathering)))`
}
