package db

import (
	"strconv"

	"maillage/db/read"
	"maillage/network"
)

// guestState is network.GuestState in SQL.
var guestState = `(
	SELECT CASE
	           WHEN ` + guestsEnded("sg", ":now") + ` THEN 'ENDED'
	           WHEN {}.revoked_at IS NOT NULL OR NOT sp.active THEN 'REVOKED'
	           WHEN {}.arrived_at IS NOT NULL THEN 'ARRIVED'
	           ELSE 'INVITED'
	       END
	  FROM staff_member sp, gathering sg
	 WHERE sp.id = {}.id
	   AND sg.id = {}.gathering_id)`

// guestRead is the business of those who prepare the gathering.
var guestRead = read.Type{
	Name:    "Guest",
	Table:   "guest",
	Visible: runsGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":          read.Column{},
		"staffMember": read.One{Type: named("StaffMember"), Column: "id"},
		"kind":        read.Column{},
		"function":    read.Column{},
		"state":       read.Column{SQL: guestState},
		"invitedBy":   read.One{Type: named("StaffMember"), Column: "invited_by"},
		"invitedAt":   read.Column{Kind: read.Time},
		"arrivedAt":   read.Column{Kind: read.Time},
		"openUntil": read.Column{Kind: read.Date,
			SQL: "(SELECT og.ends_on + " + strconv.Itoa(network.GuestDaysAfter) + " FROM gathering og WHERE og.id = {}.gathering_id)"},
		// The person's: whoever rewrites the name, the guest too, makes it another.
		"version": read.Column{Kind: read.Int, SQL: "(SELECT vp.version FROM staff_member vp WHERE vp.id = {}.id)"},
		"viewerCanEdit": read.Computed{
			Needs: []string{"gatheringId", "gatheringState", "hosted"},
			Value: func(v network.Viewer, r read.Row) any {
				return network.CanEditGuest(v, network.Gathering{
					ID:     network.ID(r.String("gatheringId")),
					State:  network.GatheringState(r.String("gatheringState")),
					Hosted: r.Bool("hosted"),
				}) == nil
			},
		},
	},
	Hidden: map[string]read.Column{
		"gatheringId":    {},
		"gatheringState": {SQL: "(SELECT vg.state FROM gathering vg WHERE vg.id = {}.gathering_id)"},
		"hosted":         {SQL: hostedByViewer("{}.gathering_id"), Kind: read.Bool},
	},
}

// guestsOfGathering are its guests by name.
var guestsOfGathering = read.Many{
	Type:   named("Guest"),
	Parent: "{}.gathering_id",
	Filters: map[string]read.Filter{
		"filter.search": {SQL: "(SELECT plain_text(np.given_name || ' ' || np.family_name || ' ' || {}.function) FROM staff_member np WHERE np.id = {}.id) LIKE plain_text(?)",
			Cast: "text", Like: true},
		"filter.guestId": {SQL: "{}.id = ?", Cast: "uuid"},
		"filter.states":  {SQL: guestState + " = ANY(?)", Cast: "text[]"},
	},
	Orders: map[string][]read.Term{"": {
		{SQL: "(SELECT plain_text(np.family_name) FROM staff_member np WHERE np.id = {}.id)", Cast: "text"},
		{SQL: "(SELECT plain_text(np.given_name) FROM staff_member np WHERE np.id = {}.id)", Cast: "text"},
	}},
}
