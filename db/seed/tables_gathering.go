package seed

import (
	"github.com/lib/pq"

	"maillage/network"
)

// gatheringTables are the rows of what is prepared for the gatherings.
func (w *world) gatheringTables() []table {
	var items []*agendaItem
	var releases []*release
	owner := map[any]*gathering{}
	number := map[*release]int{}
	var registrations []*registration
	for _, g := range w.gatherings {
		registrations = append(registrations, g.registrations...)
		items = append(items, g.agenda...)
		for i, r := range g.releases {
			releases = append(releases, r)
			owner[r], number[r] = g, i+1
		}
	}
	return []table{
		rowsOf("gathering_host", "gathering_id centre_id", w.gatherings, func(g *gathering) []*centre { return g.hosts }, func(add adder, g *gathering, c *centre) {
			add(g.id.String(), c.id.String())
		}),
		w.spaceTable(),
		rowsOf("agenda_item", agendaColumns+" state former_starts_at former_ends_at former_space sequence changed_at", w.gatherings, func(g *gathering) []*agendaItem { return g.agenda },
			func(add adder, g *gathering, i *agendaItem) {
				// One that is not where it was first published has moved once.
				moves, changed := 0, g.created
				if i.state != network.AgendaPlanned {
					moves, changed = 1, g.releases[len(g.releases)-1].at
				}
				add(append(i.columns(g), string(i.state), at(i.formerStarts), at(i.formerEnds), i.formerSpace, moves, changed)...)
			}),
		rowsOf("agenda_draft_item", agendaColumns, w.gatherings, (*gathering).drafted, func(add adder, g *gathering, i *agendaItem) {
			add(i.columns(g)...)
		}),
		listOf("agenda_release", "id gathering_id number note at by_id", releases, func(add adder, r *release) {
			add(r.id.String(), owner[r].id.String(), number[r], r.note, r.at, personID(r.by))
		}),
		rowsOf("agenda_change", "id release_id gathering_id agenda_item_id kind title starts_at space former_starts_at former_space", releases,
			func(r *release) []agendaChange { return r.changes }, func(add adder, r *release, c agendaChange) {
				room := ""
				if c.item.space != nil {
					room = c.item.space.name
				}
				add(c.id.String(), r.id.String(), owner[r].id.String(), c.item.id.String(), string(c.kind), c.item.title, c.item.starts, room,
					at(c.item.formerStarts), c.item.formerSpace)
			}),
		rowsOf("registration", "id gathering_id staff_id by_id state days needs created_at promoted_at", w.gatherings,
			func(g *gathering) []*registration { return g.registrations }, func(add adder, g *gathering, r *registration) {
				add(r.id.String(), g.id.String(), r.who.id.String(), r.by.id.String(), string(r.state), pq.Array(r.days), r.needs, r.at, at(r.promoted))
			}),
		rowsOf("attendance", "registration_id day marked_by_id marked_at", registrations, func(r *registration) []presence { return r.present },
			func(add adder, r *registration, p presence) {
				add(r.id.String(), string(p.day), p.by.id.String(), p.at)
			}),
		rowsOf("agenda_keep", "agenda_item_id staff_id at", items, func(i *agendaItem) []mark { return i.kept }, func(add adder, i *agendaItem, m mark) {
			add(i.id.String(), m.who.id.String(), m.at)
		}),
	}
}

const agendaColumns = "id gathering_id title kind starts_at ends_at space_id speaker description is_public capacity"

func (i *agendaItem) columns(g *gathering) []any {
	var space, capacity any
	if i.space != nil {
		space = i.space.id.String()
	}
	if i.capacity > 0 {
		capacity = i.capacity
	}
	return []any{i.id.String(), g.id.String(), i.title, string(i.kind), i.starts, i.ends, space, i.speaker, i.description, i.public, capacity}
}

// drafted are the items of the draft: those that stand, and what comes next.
func (g *gathering) drafted() []*agendaItem {
	var items []*agendaItem
	for _, i := range g.agenda {
		if i.state != network.AgendaCancelled {
			items = append(items, i)
		}
	}
	return append(items, g.draft...)
}

func (w *world) spaceTable() table {
	place := map[*space]int{}
	for _, g := range w.gatherings {
		for i, s := range g.spaces {
			place[s] = i
		}
	}
	return rowsOf("space", "id gathering_id name capacity place on_board equipment", w.gatherings, func(g *gathering) []*space { return g.spaces },
		func(add adder, g *gathering, s *space) {
			add(s.id.String(), g.id.String(), s.name, s.capacity, place[s], s.onBoard, s.equipment)
		})
}
