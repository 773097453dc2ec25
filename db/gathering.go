package db

import (
	"maillage/db/read"
	"maillage/network"
)

// inGathering says who sees what belongs to a gathering, by the SQL of its id:
// teams, and the guests of that one.
func inGathering(gathering string) string {
	return "(:viewer_kind = 'STAFF' OR (:viewer_kind = 'GUEST' AND " + gathering + " = :viewer_gathering))"
}

var gatheringRead = read.Type{
	Name:    "Gathering",
	Table:   "gathering",
	Visible: inGathering("{}.id"),
	Fields: map[string]read.Field{
		"id":          read.Column{},
		"name":        read.Column{},
		"city":        read.Column{},
		"venue":       read.Column{},
		"startsOn":    read.Column{Kind: read.Date},
		"endsOn":      read.Column{Kind: read.Date},
		"timeZone":    read.Column{},
		"state":       read.Column{},
		"description": read.Column{},
		"hosts": read.Many{
			Type:   named("Centre"),
			Shape:  read.Plain,
			On:     "EXISTS (SELECT FROM gathering_host h WHERE h.centre_id = {}.id AND h.gathering_id = {parent})",
			Orders: map[string][]read.Term{"": {{SQL: "plain_text({}.short_name)", Cast: "text"}}},
		},
		"agenda": read.Many{
			Type:   named("AgendaItem"),
			Shape:  read.Plain,
			Limit:  200,
			Parent: "{}.gathering_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.starts_at", Kind: read.Time, Cast: "timestamptz"}}},
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
		"walls":             wallsOf,
		"viewerCanMakeWall": wallRight,
		"forum":             read.One{Type: named("Forum"), On: "{one}.gathering_id = {}.id"},
		"openStage": read.One{
			Type:    named("Stage"),
			On:      "{one}.gathering_id = {}.id AND {one}.takes_questions AND {one}.questions_open AND {}.state IN ('PUBLISHED', 'LIVE')",
			OrderBy: "(SELECT abs(extract(epoch FROM a.starts_at - :now)) FROM agenda_item a WHERE a.id = {one}.id)",
		},
		"promisedQuestions": promisedQuestions,
		"viewerCanCreateForum": read.Computed{
			Needs: []string{"state", "hosting", "hasForum"},
			Value: func(v network.Viewer, r read.Row) any {
				return !r.Bool("hasForum") && network.CanCreateForum(v, network.GatheringState(r.String("state")), r.Bool("hosting")) == nil
			},
		},
	},
	Hidden: map[string]read.Column{
		"hosting":      {SQL: wallHosts},
		"facilitating": {SQL: wallFacilitates},
		"hasForum":     {Kind: read.Bool, SQL: "EXISTS (SELECT FROM forum f WHERE f.gathering_id = {}.id)"},
	},
}

var gatheringList = read.Many{
	Type:    named("Gathering"),
	Filters: map[string]read.Filter{"filter.states": {SQL: "{}.state = ANY(?)", Cast: "text[]"}},
	Orders:  map[string][]read.Term{"": {{SQL: "{}.starts_on", Kind: read.Date, Cast: "date", Desc: true}}},
}

var agendaItemRead = read.Type{
	Name:    "AgendaItem",
	Table:   "agenda_item",
	Visible: inGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":       read.Column{},
		"title":    read.Column{},
		"kind":     read.Column{},
		"startsAt": read.Column{Kind: read.Time},
		"endsAt":   read.Column{Kind: read.Time},
		"space":    read.One{Type: named("Space"), Column: "space_id"},
		"speaker":  read.Column{},
		"stage":    read.One{Type: named("Stage"), Column: "id"},
	},
}
