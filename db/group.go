package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// GroupWords are what is said of a group. Themes that are nil stay as they
// are; empty ones are taken away.
type GroupWords struct {
	Name, Purpose string
	Admission     network.Admission
	Themes        []network.ID
	// Origin is the contribution that a requested group takes further, if any.
	Origin network.ID
}

func (w *GroupWords) clean() (err error) {
	if w.Name, err = network.CleanLine("input.name", w.Name, network.GroupNameMax); err != nil {
		return err
	}
	w.Purpose, err = network.RequireText("input.purpose", w.Purpose, network.GroupPurposeMax)
	return err
}

// lockedGroup is a group's row, locked, with the viewer's membership.
type lockedGroup struct {
	ID          network.ID                `db:"group_id"`
	Name        string                    `db:"group_name"`
	State       network.WorkingGroupState `db:"group_state"`
	Admission   network.Admission         `db:"group_admission"`
	LeadCount   int                       `db:"group_lead_count"`
	CentreCount int                       `db:"group_centre_count"`
	Version     int                       `db:"group_version"`
	ViewerState network.MembershipState   `db:"viewer_state"`
	ViewerRole  network.GroupRole         `db:"viewer_role"`
}

// lockedGroupColumns are the columns of lockedGroup, over g and the viewer's
// membership vm.
const lockedGroupColumns = `
       g.id AS group_id,
       g.name AS group_name,
       g.state AS group_state,
       g.admission AS group_admission,
       g.lead_count AS group_lead_count,
       g.centre_count AS group_centre_count,
       g.version AS group_version,
       coalesce(vm.state, '') AS viewer_state,
       coalesce(vm.role, '') AS viewer_role`

const joinViewerMembership = `LEFT JOIN membership vm ON vm.working_group_id = g.id AND vm.staff_id = :viewer_id`

func (g lockedGroup) rules() network.WorkingGroup {
	return network.WorkingGroup{State: g.State, Admission: g.Admission, LeadCount: g.LeadCount, CentreCount: g.CentreCount}
}

func (g lockedGroup) viewer() network.Membership {
	return network.Membership{State: g.ViewerState, Role: g.ViewerRole}
}

// lockGroup locks a group that the viewer may see. Its counters are as the
// last writer left them; the viewer's membership may be a moment older.
func (t *tx) lockGroup(id network.ID) (g lockedGroup, err error) {
	err = t.find(&g, `
		SELECT `+lockedGroupColumns+`
		  FROM working_group g
		  `+joinViewerMembership+`
		 WHERE g.id = $1
		   AND `+read.Predicate(&workingGroupRead, "g")+`
		   FOR UPDATE OF g`, id)
	return g, err
}

// tellGroup tells a fact of a group's journal.
func (t *tx) tellGroup(verb network.EventVerb, group network.ID, data EventData) {
	t.tell(Event{Verb: verb, Kind: network.ObjectWorkingGroup, Object: group, WorkingGroup: group, Centre: t.v.CentreID, Data: data})
}

// OpenedGroup is a group with the topic it was opened from.
type OpenedGroup struct{ Group, Topic network.ID }

// OpenWorkingGroup opens a group from a topic once the vote is closed. The
// topic's convener leads, those who carry on are members, those who starred it
// are invited; themes and the thread follow.
func (s *Store) OpenWorkingGroup(ctx context.Context, v network.Viewer, a Act, topic network.ID, w GroupWords) (OpenedGroup, error) {
	return act(ctx, s, v, a, func(t *tx) (OpenedGroup, error) {
		var none OpenedGroup
		if err := w.clean(); err != nil {
			return none, err
		}
		var locked struct {
			State       network.TopicState `db:"state"`
			Gathering   network.ID         `db:"gathering_id"`
			Facilitator network.ID         `db:"facilitator_id"`
			Phase       network.ForumPhase `db:"phase"`
			VoteClosed  bool               `db:"vote_closed"`
			Opened      bool               `db:"opened"`
		}
		err := t.find(&locked, `
			SELECT o.state,
			       o.gathering_id,
			       f.facilitator_id,
			       f.phase,
			       f.vote_closed_at IS NOT NULL AS vote_closed,
			       EXISTS (SELECT FROM working_group g WHERE g.topic_id = o.id) AS opened
			  FROM topic o
			  JOIN forum f ON f.id = o.forum_id
			 WHERE o.id = $1
			   AND `+read.Predicate(&topicRead, "o")+`
			   FOR UPDATE OF o`, topic)
		if err != nil {
			return none, err
		}
		err = network.CanOpenWorkingGroup(v, network.Topic{
			State:       locked.State,
			GroupOpened: locked.Opened,
			Forum: network.Forum{
				GatheringID:   locked.Gathering,
				FacilitatorID: locked.Facilitator,
				Phase:         locked.Phase,
				VoteClosed:    locked.VoteClosed,
			},
		})
		if err != nil {
			return none, err
		}
		id := newID()
		_, err = t.exec(`
			WITH opened AS (
				INSERT INTO working_group (id, name, purpose, state, admission, topic_id, gathering_id, created_at)
				VALUES ($1, $2, $3, 'FORMING', $4, $5, $6, :now)
				RETURNING id,
				          topic_id
			), linked AS (
				INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at)
				SELECT 'TOPIC', topic_id, 'WORKING_GROUP', id, :now
				  FROM opened
			)
			INSERT INTO working_group_theme (working_group_id, theme_id)
			SELECT opened.id, topic_theme.theme_id
			  FROM opened
			  JOIN topic_theme ON topic_theme.topic_id = opened.topic_id`,
			id, w.Name, w.Purpose, w.Admission, topic, locked.Gathering)
		if err != nil {
			return none, err
		}
		people, err := t.peopleOfTopic(topic)
		if err != nil {
			return none, err
		}
		if err := t.setMembers(id, people); err != nil {
			return none, err
		}
		t.tell(Event{Verb: network.VerbGroupOpened, Kind: network.ObjectWorkingGroup, Object: id, WorkingGroup: id, Centre: v.CentreID,
			Topic: topic, Gathering: locked.Gathering, Data: EventData{To: string(network.GroupForming), Excerpt: w.Purpose}})
		return OpenedGroup{id, topic}, t.askFounders(id, people)
	})
}

// peopleOfTopic are the teams' people whom a topic brings to its group: who
// convenes it, who carries it on, who starred it.
func (t *tx) peopleOfTopic(topic network.ID) ([]member, error) {
	var people []member
	err := t.list(&people, `
		SELECT DISTINCT ON (p.staff_id)
		       p.staff_id,
		       p.state,
		       p.role
		  FROM (SELECT convener_id AS staff_id, 'MEMBER' AS state, 'LEAD' AS role, 0 AS weight
		          FROM topic
		         WHERE id = $1
		     UNION ALL
		        SELECT c.staff_id, 'MEMBER', 'MEMBER', 1
		          FROM harvest h
		          JOIN harvest_carrier c ON c.harvest_id = h.id
		         WHERE h.topic_id = $1
		     UNION ALL
		        SELECT staff_id, 'INVITED', 'MEMBER', 2
		          FROM topic_star
		         WHERE topic_id = $1) AS p
		  JOIN staff_member s ON s.id = p.staff_id AND s.active AND s.job <> 'GUEST'
		 ORDER BY p.staff_id, p.weight`, topic)
	return people, err
}

// askFounders asks the leads of a forming group to start it, and the invited to join.
func (t *tx) askFounders(group network.ID, people []member) error {
	var leads, invited []network.ID
	for _, p := range people {
		switch {
		case p.State == network.MembershipInvited:
			invited = append(invited, p.Staff)
		case p.Role == network.GroupLead:
			leads = append(leads, p.Staff)
		}
	}
	if err := t.ask(network.AsksLeadGroup, network.ObjectWorkingGroup, group, "", leads...); err != nil {
		return err
	}
	return t.ask(network.AsksJoinGroup, network.ObjectWorkingGroup, group, "", invited...)
}

// RequestWorkingGroup asks the network for a group, which its requester will lead.
func (s *Store) RequestWorkingGroup(ctx context.Context, v network.Viewer, a Act, w GroupWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := network.CanRequestWorkingGroup(v); err != nil {
			return "", err
		}
		if err := w.clean(); err != nil {
			return "", err
		}
		if w.Origin != "" {
			if _, err := allowed(t, t.holdContribution, w.Origin, network.CanRequestWorkingGroupFrom); err != nil {
				return "", err
			}
		}
		id := newID()
		_, err := t.exec(`
			INSERT INTO working_group (id, name, purpose, state, admission, created_at)
			VALUES ($1, $2, $3, 'REQUESTED', $4, :now)`, id, w.Name, w.Purpose, w.Admission)
		if err != nil {
			return "", err
		}
		if len(w.Themes) > 0 {
			if err := t.setThemes("working_group_theme", "working_group_id", id, w.Themes); err != nil {
				return "", err
			}
		}
		if w.Origin != "" {
			if err := t.link(network.ObjectContribution, w.Origin, network.ObjectWorkingGroup, id); err != nil {
				return "", err
			}
		}
		err = t.setMembers(id, []member{{Staff: v.StaffID, State: network.MembershipMember, Role: network.GroupLead}})
		if err != nil {
			return "", err
		}
		t.tellGroup(network.VerbGroupRequested, id, EventData{To: string(network.GroupRequested), Excerpt: w.Purpose})
		return id, t.askCoordination(network.AsksAcceptGroup, network.ObjectWorkingGroup, id)
	})
}

// EditWorkingGroup rewords a group.
func (s *Store) EditWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int, w GroupWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := w.clean(); err != nil {
			return "", err
		}
		g, err := t.lockGroup(group)
		if err != nil {
			return "", err
		}
		if err := upToDate(network.CanEditGroup(v, g.rules(), g.viewer()), g.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE working_group
			   SET name = $2,
			       purpose = $3,
			       admission = $4,
			       last_activity_at = :now,
			       version = version + 1
			 WHERE id = $1`, group, w.Name, w.Purpose, w.Admission)
		if err != nil {
			return "", err
		}
		if w.Themes != nil {
			if err := t.setThemes("working_group_theme", "working_group_id", group, w.Themes); err != nil {
				return "", err
			}
		}
		t.tellGroup(network.VerbGroupEdited, group, EventData{From: g.Name, To: w.Name, Excerpt: w.Purpose})
		return group, nil
	})
}

// member is what a person becomes in a group.
type member struct {
	ID    network.ID              `db:"id"`
	Staff network.ID              `db:"staff_id"`
	State network.MembershipState `db:"state"`
	Role  network.GroupRole       `db:"role"`
}

// setMembers gives people their state and role in a group, each in their one
// row, and fills in the ids.
func (t *tx) setMembers(group network.ID, people []member) error {
	if len(people) == 0 {
		return nil
	}
	ids := make([]network.ID, len(people))
	staff := make([]network.ID, len(people))
	states := make([]string, len(people))
	roles := make([]string, len(people))
	for i, p := range people {
		ids[i], staff[i], states[i], roles[i] = newID(), p.Staff, string(p.State), string(p.Role)
	}
	var rows []member
	err := t.list(&rows, `
		INSERT INTO membership AS m (id, working_group_id, staff_id, state, role, since, joined_at)
		SELECT n.id, $1, n.staff_id, n.state, n.role, :now, CASE WHEN n.state = 'MEMBER' THEN :now END
		  FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS n (id, staff_id, state, role)
		ON CONFLICT (working_group_id, staff_id) DO UPDATE
		   SET state = excluded.state,
		       role = excluded.role,
		       since = excluded.since,
		       role_since = NULL,
		       joined_at = coalesce(excluded.joined_at, m.joined_at),
		       left_at = CASE WHEN excluded.state = 'MEMBER' THEN NULL
		                      WHEN m.state = 'MEMBER' THEN excluded.since
		                      ELSE m.left_at
		                  END
		RETURNING id,
		          staff_id,
		          state,
		          role`,
		group, pq.Array(ids), pq.Array(staff), pq.Array(states), pq.Array(roles))
	copy(people, rows)
	return err
}
