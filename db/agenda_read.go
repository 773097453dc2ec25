package db

import (
	"strings"

	"maillage/db/read"
	"maillage/network"
)

// itemsOfGathering are the items of an agenda, or of its draft, as they begin.
func itemsOfGathering(typ string) read.Many {
	return read.Many{
		Type:   named(typ),
		Shape:  read.Plain,
		Limit:  2 * network.AgendaItemsMax, // those cancelled stay
		Parent: "{}.gathering_id",
		Orders: map[string][]read.Term{"": {{SQL: "{}.starts_at", Kind: read.Time, Cast: "timestamptz"}}},
	}
}

// A published item is seen by those who see its gathering; a public one by
// anyone once the gathering is announced.
var agendaItemRead = read.Type{
	Name:  "AgendaItem",
	Table: "agenda_item",
	Visible: "(" + inGathering("{}.gathering_id") + ` OR ({}.is_public AND EXISTS (
		SELECT
		  FROM gathering pg
		 WHERE pg.id = {}.gathering_id
		   AND ` + announced("pg") + ")))",
	Fields: map[string]read.Field{
		"id":             read.Column{},
		"title":          read.Column{},
		"kind":           read.Column{},
		"startsAt":       read.Column{Kind: read.Time},
		"endsAt":         read.Column{Kind: read.Time},
		"space":          read.One{Type: named("Space"), Column: "space_id"},
		"speaker":        read.Column{},
		"description":    read.Column{},
		"isPublic":       read.Column{Kind: read.Bool},
		"capacity":       read.Column{Kind: read.Int},
		"state":          read.Column{},
		"formerStartsAt": read.Column{Kind: read.Time},
		"formerEndsAt":   read.Column{Kind: read.Time},
		"formerSpace":    read.Column{},
		"keptCount":      read.Column{Kind: read.Int, SQL: "(SELECT count(*) FROM agenda_keep k WHERE k.agenda_item_id = {}.id AND :viewer_kind <> 'ANONYMOUS')"},
		"viewerKeeps":    read.Column{Kind: read.Bool, SQL: "EXISTS (SELECT FROM agenda_keep k WHERE k.agenda_item_id = {}.id AND k.staff_id = :viewer_id)"},
		"viewerCanKeep": read.Computed{
			Needs: []string{"state", "gatheringId", "gatheringState"},
			Value: func(v network.Viewer, r read.Row) any {
				return network.CanKeepAgendaItem(v, network.AgendaItem{
					State: network.AgendaItemState(r.String("state")),
					Gathering: network.Gathering{
						ID:    network.ID(r.String("gatheringId")),
						State: network.GatheringState(r.String("gatheringState")),
					},
				}) == nil
			},
		},
		"stage":     read.One{Type: named("Stage"), Column: "id"},
		"gathering": read.One{Type: named("Gathering"), Column: "gathering_id"},
	},
	Hidden: map[string]read.Column{
		"gatheringId":    {},
		"gatheringState": {SQL: "(SELECT kg.state FROM gathering kg WHERE kg.id = {}.gathering_id)"},
	},
}

var draftAgendaItemRead = read.Type{
	Name:    "DraftAgendaItem",
	Table:   "agenda_draft_item",
	Visible: runsGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":          read.Column{},
		"title":       read.Column{},
		"kind":        read.Column{},
		"startsAt":    read.Column{Kind: read.Time},
		"endsAt":      read.Column{Kind: read.Time},
		"space":       read.One{Type: named("Space"), Column: "space_id"},
		"speaker":     read.Column{},
		"description": read.Column{},
		"isPublic":    read.Column{Kind: read.Bool},
		"capacity":    read.Column{Kind: read.Int},
		"change": read.Column{SQL: `(
			SELECT ` + agendaChange("{}", "pi") + `
			  FROM (SELECT) AS one
			  LEFT JOIN agenda_item pi ON pi.id = {}.id AND pi.state <> 'CANCELLED')`},
		"published": read.One{Type: named("AgendaItem"), Column: "id"},
		"version":   read.Column{Kind: read.Int},
	},
}

// agendaChange is what a release would tell of an item, from its row in the
// draft and its row as last published, either of which may be missing; null
// when they say the same.
func agendaChange(d, p string) string {
	of := func(row, columns string) string {
		return "(" + row + "." + strings.ReplaceAll(columns, " ", ", "+row+".") + ")"
	}
	const place, words = "starts_at ends_at space_id", "title kind speaker description is_public capacity"
	return `CASE
		WHEN ` + p + `.id IS NULL THEN 'ADDED'
		WHEN ` + d + `.id IS NULL THEN 'CANCELLED'
		WHEN ` + of(d, place) + ` IS DISTINCT FROM ` + of(p, place) + ` THEN 'MOVED'
		WHEN ` + of(d, words) + ` IS DISTINCT FROM ` + of(p, words) + ` THEN 'EDITED'
	END`
}

// agendaDiffering is, as the rows c (id, change), what the next release of a
// gathering's agenda would tell, by the SQL of the gathering's id.
func agendaDiffering(gathering string) string {
	return `(
		SELECT coalesce(di.id, pi.id) AS id,
		       ` + agendaChange("di", "pi") + ` AS change
		  FROM (SELECT * FROM agenda_draft_item WHERE gathering_id = ` + gathering + `) AS di
		  FULL JOIN (SELECT * FROM agenda_item WHERE gathering_id = ` + gathering + ` AND state <> 'CANCELLED') AS pi ON pi.id = di.id
		 WHERE ` + agendaChange("di", "pi") + ` IS NOT NULL) AS c`
}

var agendaReleaseRead = read.Type{
	Name:    "AgendaRelease",
	Table:   "agenda_release",
	Visible: inGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":     read.Column{},
		"number": read.Column{Kind: read.Int},
		"note":   read.Column{},
		"at":     read.Column{Kind: read.Time},
		"by":     read.One{Type: named("StaffMember"), Column: "by_id"},
		"changes": read.Many{
			Type:   named("AgendaChange"),
			Shape:  read.Plain,
			Limit:  2 * network.AgendaItemsMax,
			Parent: "{}.release_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.starts_at", Kind: read.Time, Cast: "timestamptz"}}},
		},
	},
}

var agendaChangeRead = read.Type{
	Name:    "AgendaChange",
	Table:   "agenda_change",
	Visible: inGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":             read.Column{},
		"kind":           read.Column{},
		"title":          read.Column{},
		"startsAt":       read.Column{Kind: read.Time},
		"space":          read.Column{},
		"formerStartsAt": read.Column{Kind: read.Time},
		"formerSpace":    read.Column{},
	},
}
