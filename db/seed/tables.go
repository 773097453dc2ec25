package seed

import (
	"github.com/google/uuid"
	"github.com/lib/pq"

	"maillage/network"
)

// tables are the rows of a world, in an order in which each refers to those
// before it only.
func (w *world) tables() []table {
	return append(append(append(w.peopleTables(), append(w.contributionTables(), append(w.gatheringTables(), w.proceedingsTables()...)...)...), w.forumTables()...), append(append(w.groupTables(), w.projectTables()...), w.lastTables()...)...)
}

// rowsOf makes a table of what is found below each of a list.
func rowsOf[P, R any](name, columns string, parents []P, below func(P) []R, row func(add func(values ...any), p P, r R)) table {
	rows := 0
	for _, p := range parents {
		rows += len(below(p))
	}
	return table{name, columns, rows, func(add func(values ...any)) {
		for _, p := range parents {
			for _, r := range below(p) {
				row(add, p, r)
			}
		}
	}}
}

// listOf makes a table of a list.
func listOf[R any](name, columns string, list []R, row func(add func(values ...any), r R)) table {
	return rowsOf(name, columns, []struct{}{{}}, func(struct{}) []R { return list },
		func(add func(values ...any), _ struct{}, r R) { row(add, r) })
}

type adder = func(values ...any)

// textOrNull is a text, or null when there is none.
func textOrNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func (w *world) peopleTables() []table {
	return []table{
		listOf("theme", "id code label_fr label_en", w.themes, func(add adder, t *theme) {
			add(t.id.String(), t.code, t.label, t.eng)
		}),
		listOf("centre", "id name short_name city regions time_zone latitude longitude joined_on created_at", w.centres, func(add adder, c *centre) {
			add(c.id.String(), c.name, c.short, c.city, pq.StringArray(c.regions), c.timeZone, c.lat, c.lon, string(network.DateOf(c.joined)), c.joined)
		}),
		listOf("gathering", "id name city venue starts_on ends_on time_zone state description capacity published_at created_at changed_at", w.gatherings, func(add adder, g *gathering) {
			var published any
			if g.state != network.GatheringDraft {
				published = g.created
			}
			add(g.id.String(), g.name, g.city, g.venue, string(g.starts), string(g.ends), "Europe/Paris", string(g.state), g.description, orNull(g.capacity), published, g.created, g.created)
		}),
		listOf("staff_member", "id centre_id given_name family_name email phone job network_role gathering_id bio active last_visit_at created_at", w.people,
			func(add adder, p *person) {
				var centre, gathering any
				if p.centre != nil {
					centre = p.centre.id.String()
				}
				if p.gathering != nil {
					gathering = p.gathering.id.String()
				}
				add(p.id.String(), centre, p.given, p.family, textOrNull(p.email), p.phone, string(p.job), string(p.role), gathering, p.bio,
					p.left.IsZero(), at(p.visited), p.created)
			}),
		rowsOf("guest", "id gathering_id kind function invited_by invited_at hash arrived_at", w.gatherings, func(g *gathering) []*guest { return g.guests },
			func(add adder, g *gathering, i *guest) {
				var hash any
				if i.hash != nil {
					hash = i.hash
				}
				add(i.id.String(), g.id.String(), string(i.kind), i.function, i.by.id.String(), i.at, hash, at(i.arrived))
			}),
		rowsOf("staff_theme", "staff_id theme_id", w.people, func(p *person) []*theme { return p.themes }, func(add adder, p *person, t *theme) {
			add(p.id.String(), t.id.String())
		}),
	}
}

func (w *world) forumTables() []table {
	var forums []*forum
	var topics []*topic
	var stages []*stage
	var questions []*liveQuestion
	for _, g := range w.gatherings {
		stages = append(stages, g.stages...)
		for _, s := range g.stages {
			questions = append(questions, s.questions...)
		}
		if g.forum != nil {
			forums = append(forums, g.forum)
			topics = append(topics, g.forum.topics...)
		}
	}
	var occurrences []*occurrence
	var harvests []*harvest
	for _, t := range topics {
		occurrences = append(occurrences, t.occurrences...)
		if t.harvest != nil {
			harvests = append(harvests, t.harvest)
		}
	}
	return []table{
		rowsOf("wall_link", "id gathering_id hash made_by made_at revoked_at", w.gatherings, func(g *gathering) []wallLink { return g.walls },
			func(add adder, g *gathering, l wallLink) {
				add(uuid.NewSHA1(g.id, l.hash).String(), g.id.String(), l.hash, l.by.id.String(), l.at, at(l.revoked))
			}),
		rowsOf("stage", "agenda_item_id gathering_id takes_questions anonymous_allowed premoderated questions_open turn version", w.gatherings,
			func(g *gathering) []*stage { return g.stages }, func(add adder, g *gathering, s *stage) {
				add(s.item.String(), g.id.String(), s.set.TakesQuestions, s.set.AnonymousAllowed, s.set.Premoderated, s.set.QuestionsOpen, s.turn, s.version)
			}),
		rowsOf("live_question", "id agenda_item_id gathering_id text state anonymous author_id rejection_reason merged_into_id promised_by_id due_on promised_at answer answered_by_id created_at published_at answered_at",
			stages, func(s *stage) []*liveQuestion { return s.questions }, func(add adder, s *stage, q *liveQuestion) {
				var into any
				if q.into != nil {
					into = q.into.id.String()
				}
				add(q.id.String(), s.item.String(), s.gathering.id.String(), q.text, string(q.state), q.anonymous, q.author.id.String(), q.reason, into,
					personID(q.promisedBy), day(q.due), at(q.promised), q.answer, personID(q.answeredBy), q.created, at(q.published), at(q.answered))
			}),
		rowsOf("live_question_vote", "live_question_id staff_id at", questions, func(q *liveQuestion) []mark { return q.votes }, func(add adder, q *liveQuestion, m mark) {
			add(q.id.String(), m.who.id.String(), m.at)
		}),
		listOf("forum", "id gathering_id name phase facilitator_id conveners_place dots_per_person dots_per_centre vote_closed_at version created_at", forums, func(add adder, f *forum) {
			add(f.id.String(), f.gathering.id.String(), f.name, string(f.phase), f.facilitator.id.String(), f.convenersPlace, f.dots, orNull(f.dotsPerCentre), at(f.voteClosed), f.version, f.created)
		}),
		rowsOf("slot", "id forum_id label starts_at ends_at changed_at", forums, func(f *forum) []*slot { return f.slots }, func(add adder, f *forum, s *slot) {
			add(s.id.String(), f.id.String(), s.label, s.starts, s.ends, f.created)
		}),
		listOf("topic", "id forum_id gathering_id title description state author_id convener_id intended_outcome pitched_at dot_count version created_at chased_at merged_into_id postponed_to_id", topics,
			func(add adder, t *topic) {
				var dots, into, to any
				if t.mergedInto != nil {
					into = t.mergedInto.id.String()
				}
				if t.postponedTo != nil {
					to = t.postponedTo.id.String()
				}
				if !t.forum.voteClosed.IsZero() {
					dots = t.dotCount()
				}
				add(t.id.String(), t.forum.id.String(), t.forum.gathering.id.String(), t.title, t.text, string(t.state), t.author.id.String(),
					personID(t.convener), string(t.outcome), at(t.pitched), dots, t.version, t.created, at(t.chased), into, to)
			}),
		rowsOf("spotlight", "forum_id topic_id", forums,
			func(f *forum) []*topic {
				if f.spotlight == nil {
					return nil
				}
				return []*topic{f.spotlight}
			},
			func(add adder, f *forum, t *topic) { add(f.id.String(), t.id.String()) }),
		rowsOf("topic_theme", "topic_id theme_id", topics, func(t *topic) []*theme { return t.themes }, func(add adder, t *topic, h *theme) {
			add(t.id.String(), h.id.String())
		}),
		rowsOf("topic_star", "topic_id staff_id at", topics, func(t *topic) []mark { return t.stars }, func(add adder, t *topic, m mark) {
			add(t.id.String(), m.who.id.String(), m.at)
		}),
		rowsOf("topic_dot", "topic_id staff_id count at", topics, func(t *topic) []mark { return t.dots }, func(add adder, t *topic, m mark) {
			add(t.id.String(), m.who.id.String(), m.count, m.at)
		}),
		rowsOf("occurrence", "id topic_id slot_id space_id state placed_by placed_at changed_at", topics, func(t *topic) []*occurrence { return t.occurrences },
			func(add adder, t *topic, o *occurrence) {
				add(o.id.String(), t.id.String(), o.slot.id.String(), o.space.id.String(), string(o.state), o.placedBy.id.String(), o.placedAt, o.placedAt)
			}),
		rowsOf("occurrence_participant", "occurrence_id staff_id at left_at", occurrences, func(o *occurrence) []mark { return o.present }, func(add adder, o *occurrence, m mark) {
			add(o.id.String(), m.who.id.String(), m.at, at(m.left))
		}),
		rowsOf("harvest", "id topic_id state said decided next_steps carries_on edited_by edited_at version", topics,
			func(t *topic) []*harvest {
				if t.harvest == nil {
					return nil
				}
				return []*harvest{t.harvest}
			},
			func(add adder, t *topic, h *harvest) {
				version := len(h.revisions) + 1
				if h.state == network.HarvestConfirmed {
					version++
				}
				add(h.id.String(), t.id.String(), string(h.state), h.text.Said, h.text.Decided, h.text.NextSteps, h.text.CarriesOn,
					h.editedBy.id.String(), h.editedAt, version)
			}),
		rowsOf("harvest_carrier", "harvest_id staff_id", harvests, func(h *harvest) []*person { return h.carriers }, func(add adder, h *harvest, p *person) {
			add(h.id.String(), p.id.String())
		}),
		w.revisionTable(harvests),
	}
}

func (w *world) revisionTable(harvests []*harvest) table {
	type numbered struct {
		harvestRevision
		version int
	}
	return rowsOf("harvest_revision", "harvest_id version said decided next_steps carries_on edited_by edited_at", harvests,
		func(h *harvest) []numbered {
			var all []numbered
			for i, r := range h.revisions {
				all = append(all, numbered{r, i + 1})
			}
			return all
		},
		func(add adder, h *harvest, r numbered) {
			add(h.id.String(), r.version, r.text.Said, r.text.Decided, r.text.NextSteps, r.text.CarriesOn, r.editedBy.id.String(), r.editedAt)
		})
}

func (w *world) groupTables() []table {
	var corrected []*update
	for _, g := range w.groups {
		for _, u := range g.updates {
			if len(u.former) > 0 {
				corrected = append(corrected, u)
			}
		}
	}
	return []table{
		listOf("working_group", "id name purpose state admission closing_note topic_id gathering_id merged_into_id created_at closed_at version last_activity_at quiet_since",
			w.groups, func(add adder, g *group) {
				var topic, gathering, into any
				if g.topic != nil {
					topic, gathering = g.topic.id.String(), g.topic.forum.gathering.id.String()
				}
				if g.into != nil {
					into = g.into.id.String()
				}
				add(g.id.String(), g.name, g.purpose, string(g.state), string(g.admission), g.note, topic, gathering, into, g.created, at(g.ended),
					g.version, g.active, g.quiet)
			}),
		rowsOf("working_group_theme", "working_group_id theme_id", w.groups, func(g *group) []*theme { return g.themes }, func(add adder, g *group, t *theme) {
			add(g.id.String(), t.id.String())
		}),
		rowsOf("membership", "id working_group_id staff_id state role since role_since joined_at left_at", w.groups, func(g *group) []*membership { return g.members },
			func(add adder, g *group, m *membership) {
				add(m.id.String(), g.id.String(), m.who.id.String(), string(m.state), string(m.role), m.since, at(m.roleAt), at(m.joined), at(m.leftAt))
			}),
		rowsOf("milestone", "id working_group_id title due_on first_due_on state done_at drop_reason created_at changed_at version", w.groups,
			func(g *group) []*milestone { return g.milestones }, func(add adder, g *group, m *milestone) {
				add(m.id.String(), g.id.String(), m.title, day(m.due), day(m.firstDue), string(m.state), at(m.done), m.reason, m.created, m.changed, m.version)
			}),
		rowsOf("group_update", "id working_group_id author_id text health created_at corrected_at version", w.groups, func(g *group) []*update { return g.updates },
			func(add adder, g *group, u *update) {
				add(u.id.String(), g.id.String(), u.author.id.String(), u.text, string(u.health), u.created, at(u.corrected), len(u.former)+1)
			}),
		formerTable(corrected),
	}
}

func formerTable(corrected []*update) table {
	type numbered struct {
		formerUpdate
		version int
	}
	return rowsOf("group_update_revision", "id update_id version text health at", corrected,
		func(u *update) []numbered {
			var all []numbered
			for i, f := range u.former {
				all = append(all, numbered{f, i + 1})
			}
			return all
		},
		func(add adder, u *update, f numbered) {
			add(f.id.String(), u.id.String(), f.version, f.text, string(f.health), f.at)
		})
}

func (w *world) projectTables() []table {
	var parts []*partnership
	for _, p := range w.projects {
		parts = append(parts, p.partners...)
	}
	return []table{
		listOf("joint_project", "id title purpose expected_results state lead_centre_id created_by_id starts_on ends_on minimum_partners closing_note created_at sent_at committed_at started_at closed_at last_activity_at version",
			w.projects, func(add adder, p *project) {
				add(p.id.String(), p.title, p.purpose, p.results, string(p.state), p.lead.id.String(), p.by.id.String(), string(p.starts), string(p.ends),
					p.minimum, p.note, p.created, at(p.sent), at(p.committed), at(p.started), at(p.closed), p.active, p.version)
			}),
		rowsOf("joint_project_theme", "joint_project_id theme_id", w.projects, func(p *project) []*theme { return p.themes }, func(add adder, p *project, t *theme) {
			add(p.id.String(), t.id.String())
		}),
		listOf("partnership", "id joint_project_id centre_id role state commitment_version signed_version invited_at answered_at answered_by_id answer_note joined_at left_at version",
			parts, func(add adder, s *partnership) {
				add(s.id.String(), s.project.id.String(), s.centre.id.String(), string(s.role), string(s.state), len(s.commitments), number(s.signed),
					at(s.invited), at(s.answered), personID(s.answeredBy), s.note, at(s.joined), at(s.left), s.version)
			}),
		commitmentTable(parts),
		rowsOf("team_member", "id joint_project_id staff_id role since", w.projects, func(p *project) []*teamMember { return p.team }, func(add adder, p *project, m *teamMember) {
			add(m.id.String(), p.id.String(), m.who.id.String(), string(m.role), m.since)
		}),
		rowsOf("status_report", "id joint_project_id author_id health explanation done next period_starts_on period_ends_on created_at", w.projects,
			func(p *project) []statusReport { return p.reports }, func(add adder, p *project, r statusReport) {
				add(r.id.String(), p.id.String(), r.author.id.String(), string(r.health), r.explanation, r.done, r.next, string(r.from), string(r.to), r.created)
			}),
	}
}

func commitmentTable(parts []*partnership) table {
	type numbered struct {
		*commitment
		version int
	}
	return rowsOf("commitment", "id partnership_id version person_days money starts_on ends_on conditions proposed_at signed_at signed_by_id", parts,
		func(s *partnership) []numbered {
			var all []numbered
			for i, c := range s.commitments {
				all = append(all, numbered{c, i + 1})
			}
			return all
		},
		func(add adder, s *partnership, c numbered) {
			add(c.id.String(), s.id.String(), c.version, c.days, c.money, string(c.starts), string(c.ends), c.conditions, c.proposed, at(c.signedAt), personID(c.signedBy))
		})
}

func (w *world) lastTables() []table {
	return []table{
		listOf("thread_edge", "from_kind from_id to_kind to_id at", w.edges, func(add adder, e edge) {
			add(string(e.fromKind), e.from.String(), string(e.toKind), e.to.String(), e.at)
		}),
		listOf("task", "id assignee_id author_id kind state title due_on subject_kind subject_id version created_at closed_at", w.tasks, func(add adder, t *task) {
			var kind, subject any
			if t.subjectKind != "" {
				kind, subject = string(t.subjectKind), t.subject.String()
			}
			version := 1
			if t.state != network.TaskOpen {
				version = 2
			}
			add(t.id.String(), t.assignee.id.String(), personID(t.author), string(t.kind), string(t.state), t.title, day(t.due), kind, subject,
				version, t.created, at(t.closed))
		}),
		listOf("event", "at actor_id verb object_kind object_id centre_id gathering_id topic_id working_group_id joint_project_id audience audience_centres for_staff_id data",
			w.facts, func(add adder, f *fact) {
				add(f.at, personID(f.actor), string(f.verb), string(f.kind), idOrNull(f.object), idOrNull(f.centre), idOrNull(f.gathering), idOrNull(f.topic),
					idOrNull(f.group), idOrNull(f.project), f.audience, centreIDs(f.centres), personID(f.person), f.data())
			}),
	}
}

// orNull is a number, or null for none.
func orNull(n int) any {
	if n == 0 {
		return nil
	}
	return n
}
