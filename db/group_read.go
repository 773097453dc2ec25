package db

import (
	"maillage/db/read"
	"maillage/network"
)

// forTeams is who may see groups and what is in them: every team.
const forTeams = ":viewer_kind = 'STAFF'"

// today is the day of an instant as network.DateOf has it.
const today = "(:now AT TIME ZONE 'UTC')::date"

// needsAttention is network.GroupNeedsAttention in SQL. Hours, not days: a day
// of an interval is longer or shorter when the clocks change.
const needsAttention = `({}.state IN ('FORMING', 'ACTIVE') AND (
	{}.lead_count = 0
	OR {}.quiet_since < :now - interval '1440 hours'
	OR {}.next_due_on < ` + today + `))`

// viewerMembership gives a column of the viewer's membership of a group.
func viewerMembership(column, group string) string {
	return "(SELECT vm." + column + " FROM membership vm WHERE vm.working_group_id = " + group + " AND vm.staff_id = :viewer_id)"
}

var workingGroupRead = read.Type{
	Name:    "WorkingGroup",
	Table:   "working_group",
	Visible: forTeams,
	Fields: map[string]read.Field{
		"id":               read.Column{},
		"name":             read.Column{},
		"purpose":          read.Column{},
		"state":            read.Column{},
		"admission":        read.Column{},
		"themes":           themesOf("working_group_theme", "working_group_id"),
		"health":           read.Computed{Needs: groupFactsNeed, Value: groupHealth},
		"healthFacts":      read.Computed{Needs: groupFactsNeed, Value: groupHealthFacts},
		"lead":             read.One{Type: named("Membership"), Column: "lead_id"},
		"memberCount":      read.Column{Kind: read.Int},
		"centreCount":      read.Column{Kind: read.Int},
		"members":          membersOfGroup,
		"viewerMembership": read.One{Type: named("Membership"), On: "{one}.working_group_id = {}.id AND {one}.staff_id = :viewer_id"},
		"milestones": read.Many{
			Type:   named("Milestone"),
			Shape:  read.Plain,
			Parent: "{}.working_group_id",
			Orders: map[string][]read.Term{"": {{SQL: "coalesce({}.due_on, 'infinity'::date)", Cast: "date"}}},
		},
		"nextMilestone": read.One{
			Type:    named("Milestone"),
			On:      "{one}.working_group_id = {}.id AND {one}.state IN ('PROPOSED', 'PLANNED')",
			OrderBy: "coalesce({one}.due_on, 'infinity'::date), {one}.id",
		},
		"updates": read.Many{
			Type:   named("Update"),
			Parent: "{}.working_group_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"lastUpdate":  read.One{Type: named("Update"), Column: "last_update_id"},
		"events":      eventsOf("working_group_id"),
		"originTopic": read.One{Type: named("Topic"), Column: "topic_id"},
		"jointProjects": read.Many{
			Type:   named("JointProject"),
			Shape:  read.Plain,
			On:     "{}.id IN (SELECT e.to_id FROM thread_edge e WHERE e.from_id = {parent} AND e.to_kind = 'JOINT_PROJECT')",
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"mergedInto":     read.One{Type: named("WorkingGroup"), Column: "merged_into_id"},
		"closingNote":    read.Column{},
		"createdAt":      read.Column{Kind: read.Time},
		"lastActivityAt": read.Column{Kind: read.Time},
		"version":        read.Column{Kind: read.Int},
		"allowedTransitions": groupRight(func(v network.Viewer, g network.WorkingGroup, m network.Membership) any {
			moves := []string{}
			for _, to := range network.GroupMoves(v, g, m) {
				moves = append(moves, string(to))
			}
			return moves
		}),
		"viewerCanEdit":             groupCan(network.CanEditGroup),
		"viewerCanInvite":           groupCan(network.CanInvite),
		"viewerCanPostUpdate":       groupCan(network.CanPostUpdate),
		"viewerCanManageMilestones": groupCan(network.CanManageMilestones),
		"viewerCanJoin": groupCan(func(v network.Viewer, g network.WorkingGroup, m network.Membership) error {
			_, err := network.CanJoinGroup(v, g, m)
			return err
		}),
		"viewerCanLeave": groupCan(func(v network.Viewer, g network.WorkingGroup, m network.Membership) error {
			_, err := network.CanLeaveGroup(v, g, m)
			return err
		}),
		"viewerCanAccept": groupCanMove(network.GroupForming),
		"viewerCanMerge":  groupCanMove(network.GroupMerged),
		"viewerCanDraftJointProject": groupCan(func(v network.Viewer, g network.WorkingGroup, _ network.Membership) error {
			return network.CanDraftFromGroup(v, g)
		}),
	},
	Hidden: map[string]read.Column{
		"leadCount":   {Kind: read.Int},
		"viewerState": {SQL: viewerMembership("state", "{}.id")},
		"viewerRole":  {SQL: viewerMembership("role", "{}.id")},
		"now":         {SQL: ":now", Kind: read.Time},
		"quietSince":  {Kind: read.Time},
		"nextDueOn":   {Kind: read.Date},
		"overdue": {Kind: read.Int, SQL: `CASE WHEN {}.next_due_on < ` + today + ` THEN (
			SELECT count(*)
			  FROM milestone om
			 WHERE om.working_group_id = {}.id
			   AND om.state IN ('PROPOSED', 'PLANNED')
			   AND om.due_on < ` + today + `) ELSE 0 END`},
		"lastHealth": {SQL: "(SELECT lu.health FROM group_update lu WHERE lu.id = {}.last_update_id)"},
		"lastAt":     {Kind: read.Time, SQL: "(SELECT lu.created_at FROM group_update lu WHERE lu.id = {}.last_update_id)"},
	},
}

var membersOfGroup = read.Many{
	Type:   named("Membership"),
	Parent: "{}.working_group_id",
	Filters: map[string]read.Filter{
		"filter.states": {SQL: "{}.state = ANY(?)", Cast: "text[]"},
		"filter.centreId": {
			SQL:  "EXISTS (SELECT FROM staff_member s WHERE s.id = {}.staff_id AND s.centre_id = ?)",
			Cast: "uuid",
		},
	},
	Orders: map[string][]read.Term{"": {
		{SQL: "{}.rank", Kind: read.Int, Cast: "smallint"},
		{SQL: "{}.since", Kind: read.Time, Cast: "timestamptz"},
	}},
}

var workingGroupList = read.Many{
	Type: named("WorkingGroup"),
	Filters: map[string]read.Filter{
		"filter.search": {
			SQL:  "{}.id IN (SELECT w.working_group_id FROM working_group_text w WHERE w.text LIKE plain_text(?))",
			Cast: "text",
			Like: true,
		},
		"filter.states":  {SQL: "{}.state = ANY(?)", Cast: "text[]"},
		"filter.themeId": {SQL: "EXISTS (SELECT FROM working_group_theme t WHERE t.working_group_id = {}.id AND t.theme_id = ?)", Cast: "uuid"},
		"filter.centreId": {
			SQL: `{}.id IN (
				SELECT m.working_group_id
				  FROM staff_member s
				  JOIN membership m ON m.staff_id = s.id AND m.state = 'MEMBER'
				 WHERE s.centre_id = ?)`,
			Cast: "uuid",
		},
		"filter.gatheringId": {SQL: "{}.gathering_id = ?", Cast: "uuid"},
		"filter.mine": {
			SQL: `{}.id IN (
				SELECT m.working_group_id
				  FROM membership m
				 WHERE m.staff_id = :viewer_id
				   AND m.state IN ('MEMBER', 'INVITED'))`,
			When: "true",
		},
		"filter.needsAttention": {SQL: needsAttention, When: "true"},
	},
	Orders: map[string][]read.Term{
		"":              {{SQL: "{}.last_activity_at", Kind: read.Time, Cast: "timestamptz", Desc: true}},
		"LAST_ACTIVITY": {{SQL: "{}.last_activity_at", Kind: read.Time, Cast: "timestamptz", Desc: true}},
		// Groups at work first: the others are quiet by right.
		"QUIETEST": {
			{SQL: "CASE WHEN {}.state IN ('FORMING', 'ACTIVE') THEN 0 ELSE 1 END", Kind: read.Int, Cast: "integer"},
			{SQL: "{}.quiet_since", Kind: read.Time, Cast: "timestamptz"},
		},
		"NAME":   {{SQL: "plain_text({}.name)", Cast: "text"}},
		"NEWEST": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}},
	},
}

var groupFactsNeed = []string{"now", "state", "leadCount", "centreCount", "quietSince", "overdue", "nextDueOn", "lastHealth", "lastAt"}

func groupFacts(r read.Row) network.GroupFacts {
	return network.GroupFacts{
		Now:         r.Time("now"),
		State:       network.WorkingGroupState(r.String("state")),
		LeadCount:   r.Int("leadCount"),
		CentreCount: r.Int("centreCount"),
		QuietSince:  r.Time("quietSince"),
		Overdue:     r.Int("overdue"),
		NextDueOn:   network.Date(r.String("nextDueOn")),
		LastHealth:  network.Health(r.String("lastHealth")),
		LastAt:      r.Time("lastAt"),
	}
}

func groupHealth(_ network.Viewer, r read.Row) any {
	health, _ := network.GroupHealth(groupFacts(r))
	return string(health)
}

func groupHealthFacts(_ network.Viewer, r read.Row) any {
	_, facts := network.GroupHealth(groupFacts(r))
	return healthObjects(facts)
}

// healthObjects writes health facts as the schema has them: without a day or a
// number where there is none.
func healthObjects(facts []network.HealthFact) []read.Object {
	objects := make([]read.Object, 0, len(facts))
	for _, f := range facts {
		o := read.Object{"code": string(f.Code), "health": string(f.Health), "since": nil, "count": nil}
		if f.Since != "" {
			o["since"] = string(f.Since)
		}
		if f.Count != 0 {
			o["count"] = f.Count
		}
		objects = append(objects, o)
	}
	return objects
}

var groupRightsNeed = []string{"state", "admission", "leadCount", "centreCount", "viewerState", "viewerRole"}

// groupRight computes what the viewer may do to a group with the predicate
// that guards the act.
func groupRight(value func(network.Viewer, network.WorkingGroup, network.Membership) any) read.Computed {
	return read.Computed{Needs: groupRightsNeed, Value: func(v network.Viewer, r read.Row) any {
		return value(v,
			network.WorkingGroup{
				State:       network.WorkingGroupState(r.String("state")),
				Admission:   network.Admission(r.String("admission")),
				LeadCount:   r.Int("leadCount"),
				CentreCount: r.Int("centreCount"),
			},
			network.Membership{
				State: network.MembershipState(r.String("viewerState")),
				Role:  network.GroupRole(r.String("viewerRole")),
			})
	}}
}

func groupCan(predicate func(network.Viewer, network.WorkingGroup, network.Membership) error) read.Computed {
	return groupRight(func(v network.Viewer, g network.WorkingGroup, m network.Membership) any {
		return predicate(v, g, m) == nil
	})
}

func groupCanMove(to network.WorkingGroupState) read.Computed {
	return groupCan(func(v network.Viewer, g network.WorkingGroup, m network.Membership) error {
		return network.CanMoveGroup(v, g, m, to)
	})
}
