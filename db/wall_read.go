package db

import (
	"maillage/db/read"
	"maillage/network"
)

// What the rules look at of a gathering, seen from the viewer.
const (
	wallHosts = `EXISTS (
		SELECT
		  FROM gathering_host h
		 WHERE h.gathering_id = {}.id
		   AND h.centre_id = :viewer_centre)`
	wallFacilitates = `EXISTS (
		SELECT
		  FROM forum f
		 WHERE f.gathering_id = {}.id
		   AND f.facilitator_id = :viewer_id)`
)

// wallLinkRead is the business of whoever may make such links: it is
// network.CanRunWall in SQL.
var wallLinkRead = read.Type{
	Name:  "WallLink",
	Table: "wall_link",
	Visible: `(:viewer_kind = 'STAFF' AND (:viewer_role = 'COORDINATOR'
		OR EXISTS (SELECT FROM forum f WHERE f.gathering_id = {}.gathering_id AND f.facilitator_id = :viewer_id)
		OR :viewer_job IN ('DIRECTOR', 'ADMINISTRATIVE_ASSISTANT') AND EXISTS (
			SELECT FROM gathering_host h WHERE h.gathering_id = {}.gathering_id AND h.centre_id = :viewer_centre)))`,
	Fields: map[string]read.Field{
		"id":        read.Column{},
		"madeBy":    read.One{Type: named("StaffMember"), Column: "made_by"},
		"madeAt":    read.Column{Kind: read.Time},
		"revokedAt": read.Column{Kind: read.Time},
	},
}

// wallsOf are the links of a gathering: those alive first, then the latest.
var wallsOf = read.Many{
	Type:   named("WallLink"),
	Shape:  read.Plain,
	Limit:  network.WallsPerGathering + 10,
	Parent: "{}.gathering_id",
	Orders: map[string][]read.Term{"": {
		{SQL: "({}.revoked_at IS NOT NULL)", Kind: read.Bool, Cast: "boolean"},
		{SQL: "{}.made_at", Kind: read.Time, Cast: "timestamptz", Desc: true},
	}},
}

// wallRight tells whether the viewer may make links to the wall of a gathering.
var wallRight = read.Computed{
	Needs: []string{"id", "hosting", "facilitating"},
	Value: func(v network.Viewer, r read.Row) any {
		return network.CanRunWall(v, network.WallPlace{
			GatheringID: network.ID(r.String("id")),
			Hosts:       r.Bool("hosting"),
			Facilitates: r.Bool("facilitating"),
		}) == nil
	},
}
