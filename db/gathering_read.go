package db

import (
	"maillage/db/read"
	"maillage/network"
)

// announced says of a gathering's row whether the network has been told of it:
// a draft has not, nor has one that was cancelled before it was.
func announced(alias string) string {
	return "(" + alias + ".state NOT IN ('DRAFT', 'CANCELLED') OR " + alias + ".published_at IS NOT NULL)"
}

// hostedByViewer says whether the viewer's centre invites to a gathering, by
// the SQL of its id.
func hostedByViewer(gathering string) string {
	return "EXISTS (SELECT FROM gathering_host hh WHERE hh.gathering_id = " + gathering + " AND hh.centre_id = :viewer_centre)"
}

// unannounced are the gatherings that the viewer's team must not hear of: they
// are few, and looked up once for a statement.
var unannounced = `(
	SELECT hg.id
	  FROM gathering hg
	 WHERE hg.state IN ('DRAFT', 'CANCELLED')
	   AND hg.published_at IS NULL
	   AND :viewer_role NOT IN ('COORDINATOR', 'ADMIN')
	   AND NOT ` + hostedByViewer("hg.id") + `)`

// inGathering says who sees what belongs to a gathering, by the SQL of its id:
// teams, of one that is not announced those of its hosts and the national
// people; and the guests of that one. What belongs to none is for every team.
func inGathering(gathering string) string {
	return "((:viewer_kind = 'STAFF' AND (" + gathering + " IN " + unannounced + ") IS NOT TRUE) OR (:viewer_kind = 'GUEST' AND " + gathering + " = :viewer_gathering))"
}

// runsGathering is network.RunsGathering in SQL, by the SQL of the gathering's id.
func runsGathering(gathering string) string {
	return `(:viewer_kind = 'STAFF' AND (:viewer_role = 'COORDINATOR' OR (:viewer_job IN ('DIRECTOR', 'ADMINISTRATIVE_ASSISTANT') AND ` + hostedByViewer(gathering) + `)))`
}

var gatheringRead = read.Type{
	Name:    "Gathering",
	Table:   "gathering",
	Visible: "(" + announced("{}") + " OR " + inGathering("{}.id") + ")",
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"name":         read.Column{},
		"city":         read.Column{},
		"venue":        read.Column{},
		"startsOn":     read.Column{Kind: read.Date},
		"endsOn":       read.Column{Kind: read.Date},
		"timeZone":     read.Column{},
		"state":        read.Column{},
		"description":  read.Column{},
		"cancelReason": read.Column{},
		"capacity":     read.Column{Kind: read.Int},
		"hosts": read.Many{
			Type:   named("Centre"),
			Shape:  read.Plain,
			On:     "EXISTS (SELECT FROM gathering_host h WHERE h.centre_id = {}.id AND h.gathering_id = {parent})",
			Orders: map[string][]read.Term{"": {{SQL: "plain_text({}.short_name)", Cast: "text"}}},
		},
		"spaces": read.Many{
			Type:   named("Space"),
			Shape:  read.Plain,
			Parent: "{}.gathering_id",
			Orders: byPlace,
		},
		"agenda":        itemsOfGathering("AgendaItem"),
		"draftAgenda":   itemsOfGathering("DraftAgendaItem"),
		"agendaVersion": read.Column{Kind: read.Int},
		"hasUnpublishedChanges": read.Column{Kind: read.Bool, SQL: runsGathering("{}.id") + ` AND EXISTS (
			SELECT
			  FROM ` + agendaDiffering("{}.id") + `)`},
		"releases": read.Many{
			Type:   named("AgendaRelease"),
			Shape:  read.Plain,
			Limit:  100,
			Parent: "{}.gathering_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.number", Kind: read.Int, Cast: "integer", Desc: true}}},
		},
		"viewerTopics": read.Many{
			Type:   named("Topic"),
			Shape:  read.Plain,
			Parent: "{}.gathering_id",
			Where: `{}.state IN ('SCHEDULED', 'RUNNING', 'HELD', 'HARVESTED')
				AND ({}.convener_id = :viewer_id OR EXISTS (SELECT FROM topic_star s WHERE s.topic_id = {}.id AND s.staff_id = :viewer_id))`,
			Orders: map[string][]read.Term{"": {{SQL: "{}.created_at", Kind: read.Time, Cast: "timestamptz"}}},
		},
		"barcamp": contributionsOfGathering,
		"nextContribution": read.One{
			Type:    named("Contribution"),
			On:      "{one}.gathering_id = {}.id AND {one}.state = 'PUBLISHED'",
			OrderBy: "coalesce({one}.published_at, {one}.created_at), {one}.id",
		},
		"presentedContribution": read.One{
			Type:    named("Contribution"),
			On:      "{one}.gathering_id = {}.id AND {one}.presented_at IS NOT NULL AND {one}.state <> 'WITHDRAWN'",
			OrderBy: "{one}.presented_at DESC, {one}.id",
		},
		"viewerCanBring": read.Computed{Needs: []string{"id", "state"}, Value: func(v network.Viewer, r read.Row) any {
			return network.CanBring(v, network.Barcamp{GatheringID: network.ID(r.String("id")), State: network.GatheringState(r.String("state"))}) == nil
		}},
		"guests":                guestsOfGathering,
		"viewerCanInvite":       gatheringRules.right(network.CanInviteGuest),
		"viewerCanManageGuests": gatheringRules.right(network.CanRevokeGuest),
		"walls":                 wallsOf,
		"viewerCanMakeWall":     wallRight,
		"viewerCanCreateForum": read.Computed{
			Needs: []string{"state", "hosting", "hasForum"},
			Value: func(v network.Viewer, r read.Row) any {
				return !r.Bool("hasForum") && network.CanCreateForum(v, network.GatheringState(r.String("state")), r.Bool("hosting")) == nil
			},
		},
		"openStage": read.One{
			Type:    named("Stage"),
			On:      "{one}.gathering_id = {}.id AND {one}.takes_questions AND {one}.questions_open AND {}.state IN ('PUBLISHED', 'LIVE')",
			OrderBy: "(SELECT abs(extract(epoch FROM a.starts_at - :now)) FROM agenda_item a WHERE a.id = {one}.id)",
		},
		"promisedQuestions":  promisedQuestions,
		"proceedingsAddress": read.Column{SQL: "(SELECT pr.address FROM proceedings pr WHERE pr.gathering_id = {}.id)"},
		"registrations":      registrationsOfGathering,
		"registeredCount":    registrationCount(network.RegistrationRegistered),
		"waitingCount":       registrationCount(network.RegistrationWaiting),
		"viewerRegistration": read.One{
			Type: named("Registration"),
			On:   "{one}.gathering_id = {}.id AND {one}.staff_id = :viewer_id",
		},
		"viewerCanRegister":           viewerCanRegister,
		"viewerCanRegisterColleagues": gatheringRules.right(network.CanRegisterColleagues),
		"viewerCanRegisterAnyone":     gatheringRules.right(network.CanRegisterAnyone),
		"viewerCanMarkAttendance":     gatheringRules.right(network.CanMarkAttendance),
		"copiedFrom":                  read.One{Type: named("Gathering"), Column: "copied_from_id"},
		"forum":                       read.One{Type: named("Forum"), On: "{one}.gathering_id = {}.id"},
		"version":                     read.Column{Kind: read.Int},
		"allowedTransitions": gatheringRules.computed(func(v network.Viewer, g network.Gathering) any {
			return network.GatheringMoves(v, g)
		}),
		"viewerCanEdit":          gatheringRules.right(network.CanEditGathering),
		"viewerCanPublishAgenda": gatheringRules.right(network.CanPublishAgenda),
		"viewerCanCopy":          gatheringRules.right(network.CanCopyGathering),
	},
	Hidden: map[string]read.Column{
		"viewerRegistrationState": {SQL: viewerRegistration},
		"viewerHosts":             {SQL: hostedByViewer("{}.id"), Kind: read.Bool},
		"hosting":                 {SQL: wallHosts},
		"facilitating":            {SQL: wallFacilitates},
		"hasForum":                {Kind: read.Bool, SQL: "EXISTS (SELECT FROM forum f WHERE f.gathering_id = {}.id)"},
	},
}

// gatheringRules are what the rules look at of a gathering.
var gatheringRules = ruled[network.Gathering]{
	needs: []string{"id", "state", "viewerHosts"},
	of: func(v network.Viewer, r read.Row) network.Gathering {
		return network.Gathering{
			ID:     network.ID(r.String("id")),
			State:  network.GatheringState(r.String("state")),
			Hosted: r.Bool("viewerHosts"),
		}
	},
}

var gatheringList = read.Many{
	Type: named("Gathering"),
	Filters: map[string]read.Filter{
		"filter.search": {SQL: "plain_text({}.name || ' ' || {}.city) LIKE plain_text(?)", Cast: "text", Like: true},
		"filter.states": {SQL: "{}.state = ANY(?)", Cast: "text[]"},
		"filter.hostId": {SQL: "EXISTS (SELECT FROM gathering_host h WHERE h.gathering_id = {}.id AND h.centre_id = ?)", Cast: "uuid"},
	},
	Orders: map[string][]read.Term{
		"":       latestGatherings,
		"LATEST": latestGatherings,
		"UPCOMING": {
			{SQL: "({}.ends_on < " + today + ")::integer", Kind: read.Int, Cast: "integer"},
			{SQL: "abs({}.starts_on - " + today + ")", Kind: read.Int, Cast: "integer"},
		},
	},
}

var latestGatherings = []read.Term{{SQL: "{}.starts_on", Kind: read.Date, Cast: "date", Desc: true}}
