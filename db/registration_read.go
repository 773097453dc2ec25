package db

import (
	"maillage/db/read"
	"maillage/network"
)

// ofRegistrant is a column of the person of a registration's row.
func ofRegistrant(column string) string {
	return "(SELECT p." + column + " FROM staff_member p WHERE p.id = {}.staff_id)"
}

// registrationVisible: teams see who comes, everybody sees themselves. What was
// withdrawn is for those who may register the person again.
var registrationVisible = "({}.staff_id = :viewer_id OR (:viewer_kind = 'STAFF' AND " + inGathering("{}.gathering_id") + `
	AND ({}.state <> 'WITHDRAWN' OR ` + runsGathering("{}.gathering_id") + `
	     OR (:viewer_job IN ('DIRECTOR', 'ADMINISTRATIVE_ASSISTANT') AND ` + ofRegistrant("centre_id") + ` = :viewer_centre))))`

// registrationNeedsReader is network.ReadsNeeds in SQL.
var registrationNeedsReader = "({}.staff_id = :viewer_id OR " + runsGathering("{}.gathering_id") + `
	OR ({}.by_id = :viewer_id AND :viewer_job IN ('DIRECTOR', 'ADMINISTRATIVE_ASSISTANT') AND ` + ofRegistrant("centre_id") + ` = :viewer_centre))`

// placeAnswer is what who moved up says of their place, once they are asked.
const placeAnswer = `CASE WHEN {}.promoted_at IS NOT NULL THEN (
	SELECT CASE k.state WHEN 'OPEN' THEN 'AWAITED' WHEN 'DONE' THEN 'KEPT' END
	  FROM task k
	 WHERE k.assignee_id = {}.staff_id
	   AND k.kind = 'KEEP_PLACE'
	   AND k.subject_id = {}.gathering_id
	   AND k.created_at >= {}.promoted_at) END`

var registrationRead = read.Type{
	Name:    "Registration",
	Table:   "registration",
	Visible: registrationVisible,
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"gathering":    read.One{Type: named("Gathering"), Column: "gathering_id"},
		"staffMember":  read.One{Type: named("StaffMember"), Column: "staff_id"},
		"state":        read.Column{},
		"days":         read.Column{SQL: "to_json({}.days)", Kind: read.JSON},
		"needs":        read.Column{SQL: "CASE WHEN " + registrationNeedsReader + " THEN {}.needs END"},
		"registeredBy": read.One{Type: named("StaffMember"), Column: "by_id"},
		"createdAt":    read.Column{Kind: read.Time},
		"placeAnswer":  read.Column{SQL: "CASE WHEN {}.staff_id = :viewer_id OR " + runsGathering("{}.gathering_id") + " THEN " + placeAnswer + " END"},
		"waitingPlace": read.Column{Kind: read.Int, SQL: `CASE WHEN {}.state = 'WAITING' THEN (
			SELECT count(*)
			  FROM registration w
			 WHERE w.gathering_id = {}.gathering_id
			   AND w.state = 'WAITING'
			   AND w.turn <= {}.turn) END`},
		"presentDays": read.Column{Kind: read.JSON, SQL: `(
			SELECT coalesce(json_agg(a.day ORDER BY a.day), '[]')
			  FROM attendance a
			 WHERE a.registration_id = {}.id
			   AND ` + runsGathering("{}.gathering_id") + ")"},
		"version": read.Column{Kind: read.Int},
		"allowedTransitions": registrationRules.computed(func(v network.Viewer, r network.Registration) any {
			return network.RegistrationMoves(v, r)
		}),
		"viewerCanEdit":        registrationRules.right(network.CanEditRegistration),
		"viewerCanWithdraw":    registrationRules.right(network.CanWithdrawRegistration),
		"viewerCanMarkPresent": registrationRules.right(network.CanMarkPresent),
		"viewerReadsNeeds": registrationRules.computed(func(v network.Viewer, r network.Registration) any {
			return network.ReadsNeeds(v, r)
		}),
	},
	Hidden: map[string]read.Column{
		"gatheringId":    {},
		"gatheringState": {SQL: "(SELECT g.state FROM gathering g WHERE g.id = {}.gathering_id)"},
		"hosted":         {SQL: hostedByViewer("{}.gathering_id"), Kind: read.Bool},
		"personId":       {SQL: "{}.staff_id"},
		"centreId":       {SQL: ofRegistrant("centre_id")},
		"byId":           {SQL: "{}.by_id"},
	},
}

// registrationRules are what the rules look at of a registration.
var registrationRules = ruled[network.Registration]{
	needs: []string{"state", "gatheringId", "gatheringState", "hosted", "personId", "centreId", "byId"},
	of: func(v network.Viewer, r read.Row) network.Registration {
		return network.Registration{
			Gathering: network.Gathering{
				ID:     network.ID(r.String("gatheringId")),
				State:  network.GatheringState(r.String("gatheringState")),
				Hosted: r.Bool("hosted"),
			},
			State:    network.RegistrationState(r.String("state")),
			PersonID: network.ID(r.String("personId")),
			CentreID: network.ID(r.String("centreId")),
			ByID:     network.ID(r.String("byId")),
		}
	},
}

var registrantsByName = []read.Term{
	{SQL: "plain_text(" + ofRegistrant("family_name") + ")", Cast: "text"},
	{SQL: "plain_text(" + ofRegistrant("given_name") + ")", Cast: "text"},
}

var registrationsOfGathering = read.Many{
	Type:   named("Registration"),
	Parent: "{}.gathering_id",
	Filters: map[string]read.Filter{
		"filter.search":        {SQL: "plain_text(" + ofRegistrant("given_name || ' ' || p.family_name") + ") LIKE plain_text(?)", Cast: "text", Like: true},
		"filter.centreId":      {SQL: ofRegistrant("centre_id") + " = ?", Cast: "uuid"},
		"filter.withoutCentre": {When: "true", SQL: ofRegistrant("centre_id") + " IS NULL"},
		"filter.day":           {SQL: "? = ANY({}.days)", Cast: "date"},
		"filter.awaitedOn": {Cast: "date", SQL: "(" + runsGathering("{}.gathering_id") + ` AND ? = ANY({}.days)
			AND NOT EXISTS (SELECT FROM attendance a WHERE a.registration_id = {}.id AND a.day = ?))`},
		"filter.placeAnswer": {SQL: "(" + runsGathering("{}.gathering_id") + " AND (" + placeAnswer + ") = ?)", Cast: "text"},
		"filter.states":      {SQL: "{}.state = ANY(?)", Cast: "text[]"},
	},
	Orders: map[string][]read.Term{
		"":      registrantsByName,
		"NAME":  registrantsByName,
		"QUEUE": {{SQL: "{}.turn", Kind: read.Int, Cast: "bigint"}},
	},
}

// registrationCount counts a gathering's registrations in a state; none for the anonymous.
func registrationCount(state network.RegistrationState) read.Column {
	return read.Column{Kind: read.Int, SQL: `CASE WHEN :viewer_kind = 'ANONYMOUS' THEN 0 ELSE (
		SELECT count(*)
		  FROM registration r
		 WHERE r.gathering_id = {}.id
		   AND r.state = '` + string(state) + "') END"}
}

// viewerRegistration is the state of the viewer's own registration; null without one.
const viewerRegistration = "(SELECT r.state FROM registration r WHERE r.gathering_id = {}.id AND r.staff_id = :viewer_id)"

// viewerCanRegister needs the viewer's own registration beside the gathering.
var viewerCanRegister = read.Computed{
	Needs: []string{"id", "state", "viewerHosts", "viewerRegistrationState"},
	Value: func(v network.Viewer, r read.Row) any {
		return network.CanRegister(v, network.Gathering{
			ID:     network.ID(r.String("id")),
			State:  network.GatheringState(r.String("state")),
			Hosted: r.Bool("viewerHosts"),
		}, network.RegistrationState(r.String("viewerRegistrationState"))) == nil
	},
}
