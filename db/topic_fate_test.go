package db

import (
	"fmt"
	"slices"
	"testing"

	"maillage/network"
)

// groupFrom adds a working group that came from an origin, and was perhaps
// merged into another.
func (w *world) groupFrom(origin network.ID, kind network.ObjectKind, state network.WorkingGroupState, into network.ID) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO working_group (id, name, purpose, state, merged_into_id, created_at)
		VALUES ($1, 'Groupe', 'Pour voir', $2, $3, $4)`, id, state, into, w.clock)
	w.edge(kind, origin, network.ObjectWorkingGroup, id)
	if into != "" {
		w.edge(network.ObjectWorkingGroup, id, network.ObjectWorkingGroup, into)
	}
	return id
}

func (w *world) projectFrom(origin network.ID, kind network.ObjectKind, state network.JointProjectState) network.ID {
	w.t.Helper()
	id := newID()
	w.exec(`
		INSERT INTO joint_project (id, title, purpose, expected_results, state, lead_centre_id, created_by_id, starts_on, ends_on,
		                           minimum_partners, created_at, last_activity_at, sent_at, committed_at, started_at, closed_at)
		SELECT $1::uuid, 'Projet', 'Pour voir', '', $2::text, $3, $4, '2026-09-01', '2027-06-30', 1, $5::timestamptz, $5,
		       CASE WHEN $2 <> 'DRAFT' THEN $5::timestamptz END, CASE WHEN $2 NOT IN ('DRAFT', 'CONSULTATION') THEN $5::timestamptz END,
		       CASE WHEN $2 IN ('RUNNING', 'COMPLETED') THEN $5::timestamptz END, CASE WHEN $2 IN ('COMPLETED', 'ABANDONED') THEN $5::timestamptz END`,
		id, string(state), w.lille.centre, w.lille.director.StaffID, w.clock)
	w.edge(kind, origin, network.ObjectJointProject, id)
	return id
}

func (w *world) edge(fromKind network.ObjectKind, from network.ID, toKind network.ObjectKind, to network.ID) {
	w.t.Helper()
	w.exec(`
		INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at)
		VALUES ($1, $2, $3, $4, $5)`, fromKind, from, toKind, to, w.clock)
}

func TestTheFateOfATopicIsTheFurthestItCame(t *testing.T) {
	w := newWorld(t)
	topic, group := network.ObjectTopic, network.ObjectWorkingGroup
	cases := []struct {
		name  string
		state network.TopicState
		then  func(id network.ID)
		fate  network.TopicFate
	}{
		{"withdrawn", network.TopicWithdrawn, nil, network.FateWithdrawn},
		{"on the wall", network.TopicScheduled, nil, network.FateProposed},
		{"held", network.TopicHeld, nil, network.FateHeld},
		{"harvested", network.TopicHarvested, nil, network.FateHarvested},
		{"a group", network.TopicHarvested, func(id network.ID) { w.groupFrom(id, topic, network.GroupDormant, "") }, network.FateWorkingGroup},
		{"a group closed", network.TopicHarvested, func(id network.ID) { w.groupFrom(id, topic, network.GroupClosed, "") }, network.FateCompleted},
		{"a draft nobody knows of", network.TopicHeld, func(id network.ID) { w.projectFrom(id, topic, network.ProjectDraft) }, network.FateHeld},
		{"a project", network.TopicHeld, func(id network.ID) { w.projectFrom(id, topic, network.ProjectConsultation) }, network.FateJointProject},
		{"a project given up", network.TopicHeld, func(id network.ID) { w.projectFrom(id, topic, network.ProjectAbandoned) }, network.FateJointProject},
		{"a group closed, a project going on", network.TopicHarvested, func(id network.ID) {
			w.projectFrom(w.groupFrom(id, topic, network.GroupClosed, ""), group, network.ProjectRunning)
		}, network.FateJointProject},
		{"a group and its draft", network.TopicHarvested, func(id network.ID) {
			w.projectFrom(w.groupFrom(id, topic, network.GroupActive, ""), group, network.ProjectDraft)
		}, network.FateWorkingGroup},
		{"a project completed", network.TopicHarvested, func(id network.ID) {
			w.projectFrom(w.groupFrom(id, topic, network.GroupActive, ""), group, network.ProjectCompleted)
		}, network.FateCompleted},
		{"merged, and completed there", network.TopicHarvested, func(id network.ID) {
			other := w.topic(w.lyon.officer, network.TopicWithdrawn)
			into := w.groupFrom(other, topic, network.GroupActive, "")
			w.groupFrom(id, topic, network.GroupMerged, into)
			w.projectFrom(into, group, network.ProjectCompleted)
		}, network.FateCompleted},
	}
	ids := map[network.TopicFate][]network.ID{}
	for _, c := range cases {
		id := w.topic(w.lille.officer, c.state)
		if c.then != nil {
			c.then(id)
		}
		ids[c.fate] = append(ids[c.fate], id)
		for _, v := range []network.Viewer{w.lyon.assistant, w.guest} {
			var read struct{ Fate network.TopicFate }
			w.read(v, fmt.Sprintf(`{ topic(id: %q) { fate } }`, id), &read)
			w.want(c.name, read.Fate, c.fate)
		}
	}
	for fate, want := range ids {
		if fate == network.FateWithdrawn {
			continue // the other origin of a merged group is one as well
		}
		var found struct {
			TotalCount int
			Nodes      []struct{ ID network.ID }
		}
		w.read(w.lyon.assistant, fmt.Sprintf(`{ topics(filter: {fates: [%s]}) { totalCount nodes { id } } }`, fate), &found)
		w.want(string(fate), found.TotalCount, len(want))
		for _, n := range found.Nodes {
			w.want("found", slices.Contains(want, n.ID), true)
		}
	}
}

func TestTheGroupOfATopicIsToldToTeams(t *testing.T) {
	w := newWorld(t)
	id := w.topic(w.lille.officer, network.TopicHarvested)
	w.closeVote()
	query := fmt.Sprintf(`{ topic(id: %q) { fate viewerCanOpenWorkingGroup workingGroup { id state } } }`, id)
	var read struct {
		Fate                      string
		ViewerCanOpenWorkingGroup bool
		WorkingGroup              *struct{ ID network.ID }
	}
	w.read(w.facilitator, query, &read)
	w.want("can open", read.ViewerCanOpenWorkingGroup, true)
	group := w.groupFrom(id, network.ObjectTopic, network.GroupForming, "")
	w.read(w.facilitator, query, &read)
	w.want("only one", read.ViewerCanOpenWorkingGroup, false)
	w.want("group", read.WorkingGroup.ID, group)
	w.read(w.guest, query, &read)
	w.want("a guest is told how far it came", read.Fate, "WORKING_GROUP")
	w.want("not of the group", read.WorkingGroup == nil, true)
}
