package db

import (
	"strings"

	"maillage/db/read"
	"maillage/network"
)

// viewerRead is the person signed in: the row of staff_member that is theirs.
var viewerRead = read.Type{
	Name:    "Viewer",
	Table:   "staff_member",
	Visible: "{}.id = :viewer_id",
	Fields: map[string]read.Field{
		"id":                         read.Column{},
		"staffMember":                read.One{Type: named("StaffMember"), Column: "id"},
		"language":                   read.Column{SQL: "upper({}.language)"},
		"networkRole":                read.Column{},
		"activeWorkingGroupCount":    visibleCount("working_group", &workingGroupRead, "{}.state = 'ACTIVE'"),
		"attentionWorkingGroupCount": visibleCount("working_group", &workingGroupRead, needsAttention),
		"runningJointProjectCount":   visibleCount("joint_project", &jointProjectRead, "{}.state = 'RUNNING'"),
		"lastVisitAt":                read.Column{SQL: "coalesce({}.former_visit_at, {}.last_visit_at)", Kind: read.Time},
		"tasks": read.Many{
			Type:    named("Task"),
			Parent:  "{}.assignee_id",
			Filters: map[string]read.Filter{"filter.states": {SQL: "{}.state = ANY(?)", Cast: "text[]"}},
			Orders: map[string][]read.Term{"": {
				{SQL: "coalesce({}.due_on, 'infinity'::date)", Kind: read.Text, Cast: "date"},
			}},
		},
		"stream": read.Many{
			Type: named("Event"),
			On: `({}.actor_id IS DISTINCT FROM {parent} AND (({}.verb IN ('PROGRAMME_CHANGED', 'REGISTRATION_MADE', 'REGISTRATION_EDITED', 'REGISTRATION_WITHDRAWN', 'REGISTRATION_PROMOTED', 'REGISTRATION_CUT')
				AND {}.for_staff_id = {parent}) OR {}.audience <> 'PERSON' AND (
				{}.working_group_id IN (SELECT m.working_group_id FROM membership m WHERE m.staff_id = {parent} AND m.state = 'MEMBER')
				OR {}.joint_project_id IN (SELECT m.joint_project_id FROM team_member m WHERE m.staff_id = {parent})
				OR {}.joint_project_id IN (SELECT p.joint_project_id FROM partnership p WHERE p.centre_id = :viewer_centre
				                              AND p.state IN ('INVITED', 'ACCEPTED', 'TO_RECONFIRM'))
				OR {}.gathering_id IN (SELECT g.id FROM gathering g WHERE g.state = 'LIVE'))))`,
			Where: `{}.verb NOT IN ('TOPIC_STARRED', 'TOPIC_UNSTARRED', 'DOTS_CAST', 'TOPIC_CHECKED_IN', 'TOPIC_CHECKED_OUT', 'SPOTLIGHT_MOVED',
				'LIVE_QUESTION_UPVOTED', 'LIVE_QUESTION_UNVOTED', 'CONTRIBUTION_SUPPORTED', 'CONTRIBUTION_UNSUPPORTED', 'REGISTRATION_KEPT', 'ATTENDANCE_MARKED', 'ATTENDANCE_UNMARKED')
				AND ({}.audience = 'PERSON' OR {}.verb NOT IN ('REGISTRATION_MADE', 'REGISTRATION_EDITED', 'REGISTRATION_WITHDRAWN'))`,
			Orders: newestEvents,
		},
		"memberships": read.Many{
			Type:   named("Membership"),
			Shape:  read.Plain,
			Parent: "{}.staff_id",
			Where:  "{}.state IN ('MEMBER', 'INVITED', 'APPLIED')",
			Orders: map[string][]read.Term{"": {{SQL: "{}.since", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"closingTopics": read.Many{
			Type:  named("Topic"),
			Shape: read.Plain,
			Limit: 5,
			On: `({}.state = 'RUNNING' AND ({}.convener_id = {parent}
				OR EXISTS (SELECT FROM harvest h WHERE h.topic_id = {}.id AND h.edited_by = {parent})
				OR EXISTS (SELECT FROM harvest_writer w WHERE w.topic_id = {}.id AND w.staff_id = {parent} AND w.until > :now)))`,
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz"}}},
		},
		"dates": read.Many{
			Type:   named("DateEntry"),
			Shape:  read.Plain,
			Limit:  10,
			Parent: "{}.staff_id",
			Where:  "{}.day >= (:now)::date",
			Orders: map[string][]read.Term{"": {{SQL: "{}.day", Kind: read.Date, Cast: "date"}}},
		},
		"accessTokens": read.Many{
			Type:   named("AccessToken"),
			Shape:  read.Plain,
			Parent: "{}.staff_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"sessions": read.Many{
			Type:   named("Session"),
			Shape:  read.Plain,
			Parent: "{}.staff_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.last_used_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"calendarLinks": read.Many{
			Type:   named("CalendarLink"),
			Shape:  read.Plain,
			Parent: "{}.staff_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz", Desc: true}}},
		},
		"hasPassword":                  read.Column{Kind: read.Bool, SQL: "EXISTS (SELECT FROM account a WHERE a.staff_id = {}.id AND a.password_hash IS NOT NULL)"},
		"viewerCanCreateGathering":     viewerCan(network.MayCreateGatherings),
		"viewerCanRequestWorkingGroup": viewerCan(network.CanRequestWorkingGroup),
		"viewerCanDraftJointProject":   viewerCan(network.CanDraftJointProject),
		"viewerCanAdminister":          viewerCan(network.CanManageAccounts),
	},
}

// visibleCount counts the rows of a type that the viewer may see, as a list's
// totalCount does.
func visibleCount(table string, t *read.Type, where string) read.Column {
	return read.Column{Kind: read.Int, SQL: `(
		SELECT count(*)
		  FROM (SELECT
		          FROM ` + table + ` c
		         WHERE ` + read.Predicate(t, "c") + `
		           AND ` + strings.ReplaceAll(where, "{}", "c") + `
		         LIMIT 1001) counted)`}
}

// viewerCan is a right that depends on nobody but the viewer.
func viewerCan(predicate func(network.Viewer) error) read.Computed {
	return read.Computed{Value: func(v network.Viewer, _ read.Row) any { return predicate(v) == nil }}
}

var dateEntryRead = read.Type{
	Name:    "DateEntry",
	Table:   "date_entry",
	Visible: "{}.staff_id = :viewer_id",
	Fields: map[string]read.Field{
		"on":         read.Column{SQL: "{}.day", Kind: read.Date},
		"kind":       read.Column{},
		"title":      read.Column{},
		"objectKind": read.Column{},
		"objectId":   read.Column{},
	},
}

var accessTokenRead = read.Type{
	Name:    "AccessToken",
	Table:   "access_token",
	Visible: "{}.staff_id = :viewer_id AND {}.revoked_at IS NULL AND {}.expires_at > :now",
	Fields: map[string]read.Field{
		"id":         read.Column{},
		"name":       read.Column{},
		"scope":      read.Column{},
		"createdAt":  read.Column{Kind: read.Time},
		"lastUsedOn": read.Column{Kind: read.Date},
		"expiresAt":  read.Column{Kind: read.Time},
	},
}

var calendarLinkRead = read.Type{
	Name:    "CalendarLink",
	Table:   "calendar_link",
	Visible: "{}.staff_id = :viewer_id AND {}.revoked_at IS NULL",
	Fields: map[string]read.Field{
		"id":         read.Column{},
		"name":       read.Column{},
		"createdAt":  read.Column{Kind: read.Time},
		"lastUsedOn": read.Column{Kind: read.Date},
	},
}

var sessionRead = read.Type{
	Name:    "Session",
	Table:   "session",
	Visible: "{}.staff_id = :viewer_id AND {}.revoked_at IS NULL AND least({}.expires_at, {}.ends_at) > :now",
	Fields: map[string]read.Field{
		"id":         read.Column{},
		"device":     read.Column{SQL: "{}.user_agent"},
		"createdAt":  read.Column{Kind: read.Time},
		"lastUsedAt": read.Column{Kind: read.Time},
		"current":    read.Column{SQL: "{}.id = coalesce(:viewer_session, '00000000-0000-0000-0000-000000000000'::uuid)", Kind: read.Bool},
	},
}
