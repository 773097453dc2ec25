package db

import (
	"slices"
	"time"

	"maillage/network"
)

// group adds an open group in a state, led by its first member when any is given.
func (w *world) group(state network.WorkingGroupState, members ...network.Viewer) network.ID {
	w.t.Helper()
	id := newID()
	over := state.Over()
	var into *network.ID
	if state == network.GroupMerged {
		other := w.group(network.GroupActive)
		into = &other
	}
	w.exec(`
		INSERT INTO working_group (id, name, purpose, state, created_at, closed_at, merged_into_id)
		VALUES ($1, $2, 'Faire ensemble', $3, $4, CASE WHEN $5 THEN $4::timestamptz END, $6)`,
		id, "Groupe "+string(id[24:]), state, w.clock, over, into)
	for i, v := range members {
		role := network.GroupMember
		if i == 0 {
			role = network.GroupLead
		}
		w.tie(id, v, network.MembershipMember, role)
	}
	return id
}

// onApproval makes a group's leads let people in.
func (w *world) onApproval(group network.ID) network.ID {
	w.t.Helper()
	w.exec(`UPDATE working_group SET admission = 'ON_APPROVAL' WHERE id = $1`, group)
	return group
}

// tie puts somebody into a group; nothing that would follow from joining does.
func (w *world) tie(group network.ID, v network.Viewer, state network.MembershipState, role network.GroupRole) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO membership (id, working_group_id, staff_id, state, role, since, joined_at)
		VALUES ($1, $2, $3, $4, $5, $6, CASE WHEN $4 = 'MEMBER' THEN $6::timestamptz END)`, id, group, v.StaffID, state, role, w.clock)
	return id
}

func (w *world) milestone(group network.ID, due network.Date, state network.MilestoneState) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO milestone (id, working_group_id, title, due_on, first_due_on, state, created_at, changed_at)
		VALUES ($1, $2, 'Jalon', $3, $3, $4, $5, $5)`, id, group, due, state, w.clock)
	return id
}

func (w *world) update(group network.ID, by network.Viewer, health network.Health, at time.Time) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO group_update (id, working_group_id, author_id, text, health, created_at)
		VALUES ($1, $2, $3, 'Où nous en sommes', $4, $5)`, id, group, by.StaffID, health, at)
	return id
}

// groupState reads a group's state and version.
func (w *world) groupState(group network.ID) (network.WorkingGroupState, int) {
	w.t.Helper()
	var g struct {
		State   network.WorkingGroupState `db:"state"`
		Version int                       `db:"version"`
	}
	w.must(w.db.Get(&g, `SELECT state, version FROM working_group WHERE id = $1`, group))
	return g.State, g.Version
}

// standingOf tells a person's state and role in a group, "" without a row.
func (w *world) standingOf(group network.ID, v network.Viewer) string {
	w.t.Helper()
	return one[string](w, `
		SELECT coalesce((SELECT state || ' ' || role FROM membership WHERE working_group_id = $1 AND staff_id = $2), '')`,
		group, v.StaffID)
}

// counters are what a group's row says of the rows below it.
type counters struct {
	Members int     `db:"member_count"`
	Centres int     `db:"centre_count"`
	Leads   int     `db:"lead_count"`
	Lead    *string `db:"lead_id"`
	Due     *string `db:"next_due_on"`
	Update  *string `db:"last_update_id"`
}

func (w *world) counters(group network.ID) counters {
	w.t.Helper()
	var c counters
	w.must(w.db.Get(&c, `
		SELECT member_count, centre_count, lead_count, lead_id::text, next_due_on::text, last_update_id::text
		  FROM working_group
		 WHERE id = $1`, group))
	return c
}

// recount says that the counters of every group are what a count of the rows gives.
func (w *world) recount() {
	w.t.Helper()
	wrong := one[int](w, `
		SELECT count(*)
		  FROM working_group g
		 WHERE ROW (member_count, centre_count, lead_count) IS DISTINCT FROM
		       (SELECT ROW ((count(*) FILTER (WHERE m.state = 'MEMBER'))::integer,
		               (count(DISTINCT s.centre_id) FILTER (WHERE m.state = 'MEMBER'))::integer,
		               (count(*) FILTER (WHERE m.state = 'MEMBER' AND m.role = 'LEAD'))::integer)
		          FROM membership m
		          JOIN staff_member s ON s.id = m.staff_id
		         WHERE m.working_group_id = g.id)
		    OR (lead_count = 0) IS DISTINCT FROM (lead_id IS NULL)
		    OR next_due_on IS DISTINCT FROM (SELECT min(due_on) FROM milestone WHERE working_group_id = g.id AND state IN ('PROPOSED', 'PLANNED'))
		    OR last_update_id IS DISTINCT FROM (SELECT id FROM group_update WHERE working_group_id = g.id ORDER BY created_at DESC, id DESC LIMIT 1)`)
	w.want("groups whose counters are wrong", wrong, 0)
}

// facts counts the journal.
func (w *world) facts() int {
	w.t.Helper()
	return one[int](w, `SELECT count(*) FROM event`)
}

// verbs are the verbs of an object's journal, in their order.
func (w *world) verbs(object network.ID) []network.EventVerb {
	w.t.Helper()
	var verbs []network.EventVerb
	w.must(w.db.Select(&verbs, `SELECT verb FROM event WHERE object_id = $1 ORDER BY id`, object))
	return verbs
}

func (w *world) wantVerbs(object network.ID, want ...network.EventVerb) {
	w.t.Helper()
	if got := w.verbs(object); !slices.Equal(got, want) {
		w.t.Errorf("journal: %v, want %v", got, want)
	}
}

// must2 is must for an act whose answer does not matter.
func (w *world) must2(_ any, err error) {
	w.t.Helper()
	w.must(err)
}
