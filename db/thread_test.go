package db

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"maillage/network"
)

// threadProject adds a project of Lille that came from an object; sent to its
// partners or still a draft.
func (w *world) threadProject(title string, kind network.ObjectKind, origin network.ID, sent bool) network.ID {
	w.t.Helper()
	id, state := newID(), network.ProjectDraft
	if sent {
		state = network.ProjectConsultation
	}
	w.clock = w.clock.Add(time.Minute)
	w.exec(`
		INSERT INTO joint_project (id, title, purpose, expected_results, state, lead_centre_id, created_by_id, starts_on, ends_on,
		                           minimum_partners, created_at, sent_at, last_activity_at)
		VALUES ($1, $2, 'Pour', 'Résultats', $3, $4, $5, '2026-09-01', '2027-06-30', 1, $6, CASE WHEN $7 THEN $6::timestamptz END, $6)`,
		id, title, state, w.lille.centre, w.lille.director.StaffID, w.clock, sent)
	w.exec(`INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at) VALUES ($1, $2, 'JOINT_PROJECT', $3, $4)`, kind, origin, id, w.clock)
	return id
}

// way tells a thread in words: the nodes in their order, then the steps.
func (w *world) way(v network.Viewer, id network.ID) string {
	w.t.Helper()
	thread, err := w.store.Thread(ctx, v, id)
	w.must(err)
	if thread == nil {
		return "nothing"
	}
	var nodes, steps []string
	for _, n := range thread.Nodes {
		nodes = append(nodes, strings.ToLower(string(n.Kind))+" "+n.State)
	}
	for _, e := range thread.Edges {
		steps = append(steps, fmt.Sprintf("%d→%d", e.From, e.To))
	}
	return strings.Join(nodes, ", ") + " | " + strings.Join(steps, " ")
}

// harvestedTopic is a topic of the gathering with all its steps, the vote closed.
func (w *world) harvestedTopic() network.ID {
	w.t.Helper()
	topic := w.topic(w.lille.officer, network.TopicHarvested)
	w.exec(`UPDATE topic SET created_at = $2 WHERE id = $1`, topic, w.clock.Add(-30*24*time.Hour))
	w.exec(`
		INSERT INTO occurrence (id, topic_id, slot_id, space_id, state, placed_by, placed_at)
		VALUES ($1, $2, $3, $4, 'MOVED', $5, $6), ($7, $2, $3, $4, 'ENDED', $5, $6)`,
		newID(), topic, w.slots[0], w.spaces[0], w.facilitator.StaffID, w.clock, newID())
	w.clock = w.clock.Add(3 * time.Hour)
	w.harvest(topic, w.lille.officer, network.HarvestPublished)
	w.exec(`INSERT INTO topic_dot (topic_id, staff_id, count, at) VALUES ($1, $2, 4, $3)`, topic, w.lyon.officer.StaffID, w.clock)
	w.clock = w.clock.Add(time.Hour)
	w.closeVote()
	w.clock = w.clock.Add(time.Hour)
	return topic
}

func TestTheThreadIsWholeFromWhereverOneAsks(t *testing.T) {
	w := newWorld(t)
	topic := w.harvestedTopic()
	opened, err := w.store.OpenWorkingGroup(ctx, w.facilitator, newAct(), topic, someWords)
	w.must(err)
	project := w.threadProject("Boîte à outils", network.ObjectWorkingGroup, opened.Group, true)
	const want = "gathering LIVE, topic HARVESTED, session ENDED, harvest PUBLISHED, vote CLOSED, working_group FORMING, " +
		"joint_project CONSULTATION | 0→1 1→2 2→3 3→4 4→5 5→6"
	for name, id := range map[string]network.ID{"topic": topic, "group": opened.Group, "project": project} {
		w.want("from the "+name, w.way(w.lyon.assistant, id), want)
	}
	thread, err := w.store.Thread(ctx, w.lyon.assistant, project)
	w.must(err)
	w.want("dots", thread.Nodes[4].Title, "4")
	w.want("the session has its topic's id", thread.Nodes[2].ID, topic)
	w.want("a guest sees their gathering's part", w.way(w.guest, topic),
		"gathering LIVE, topic HARVESTED, session ENDED, harvest PUBLISHED, vote CLOSED | 0→1 1→2 2→3 3→4")
	w.want("not what follows", w.way(w.guest, opened.Group), "nothing")
	w.want("nor another gathering's", w.way(w.otherGuest, topic), "nothing")
	w.want("the anonymous nothing", w.way(w.anonymous, topic), "nothing")
	w.want("what is not there", w.way(w.coordinator, newID()), "nothing")
}

func TestTheThreadShowsWhatHasHappenedOnly(t *testing.T) {
	w := newWorld(t)
	topic := w.topic(w.lille.officer, network.TopicProposed)
	w.want("proposed", w.way(w.lyon.officer, topic), "gathering LIVE, topic PROPOSED | 0→1")
	w.exec(`INSERT INTO topic_dot (topic_id, staff_id, count, at) VALUES ($1, $2, 4, $3)`, topic, w.lyon.officer.StaffID, w.clock)
	w.want("no vote before it is closed", w.way(w.lyon.officer, topic), "gathering LIVE, topic PROPOSED | 0→1")
	w.closeVote()
	if got := w.way(w.lyon.officer, topic); !strings.Contains(got, "vote CLOSED") {
		t.Errorf("once it is closed: %s", got)
	}
	without := w.topic(w.lille.officer, network.TopicProposed)
	w.closeVote()
	if got := w.way(w.lyon.officer, without); strings.Contains(got, "vote") {
		t.Errorf("a topic without dots: %s", got)
	}
}

func TestADraftIsInNobodyElsesThread(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer)
	draft := w.threadProject("Brouillon", network.ObjectWorkingGroup, group, false)
	w.threadProject("Suite", network.ObjectJointProject, draft, true)
	w.want("its own centre", w.way(w.lille.director, group),
		"working_group ACTIVE, joint_project DRAFT, joint_project CONSULTATION | 0→1 1→2")
	// What came from the draft would tell that there is one.
	w.want("another", w.way(w.lyon.director, group), "working_group ACTIVE | ")
	w.want("the coordinator", w.way(w.coordinator, group), "working_group ACTIVE | ")
	w.want("from the draft itself", w.way(w.coordinator, draft), "nothing")
}

func TestMergedGroupsKeepTheirThread(t *testing.T) {
	w := newWorld(t)
	topic := w.harvestedTopic()
	opened, err := w.store.OpenWorkingGroup(ctx, w.facilitator, newAct(), topic, someWords)
	w.must(err)
	into := w.group(network.GroupActive, w.nantes.officer)
	w.exec(`UPDATE working_group SET created_at = $2 WHERE id = $1`, into, w.clock.Add(-365*24*time.Hour))
	before := w.threadProject("Avant", network.ObjectWorkingGroup, into, true)
	w.must2(w.store.MergeWorkingGroup(ctx, w.coordinator, newAct(), opened.Group, 1, into))
	after := w.threadProject("Après", network.ObjectWorkingGroup, into, true)
	// What only shares an origin stays out: the other project is no part of this one's way.
	const way = "working_group ACTIVE, gathering LIVE, topic HARVESTED, session ENDED, harvest PUBLISHED, vote CLOSED, working_group MERGED, joint_project CONSULTATION"
	w.want("a project of the group it went into", w.way(w.lyon.officer, after), way+" | 0→7 1→2 2→3 3→4 4→5 5→6 6→0")
	w.want("the other", w.way(w.lyon.officer, before), way+" | 0→7 1→2 2→3 3→4 4→5 5→6 6→0")
	if got := w.way(w.lyon.officer, topic); strings.Count(got, "joint_project") != 2 {
		t.Errorf("all that the topic became: %s", got)
	}
}

func TestAThreadThatTurnsInACircleEnds(t *testing.T) {
	w := newWorld(t)
	one, two := w.group(network.GroupActive), w.group(network.GroupActive)
	for _, e := range [][2]network.ID{{one, two}, {two, one}} {
		w.exec(`INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at) VALUES ('WORKING_GROUP', $1, 'WORKING_GROUP', $2, $3)`, e[0], e[1], w.clock)
	}
	if got := w.way(w.lyon.officer, one); strings.Count(got, "working_group") != 2 {
		t.Error(got)
	}
}
