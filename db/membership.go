package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// JoinedGroup is a group with one person's membership of it.
type JoinedGroup struct{ Group, Membership network.ID }

// standing is where a person stands in a group, and what their coming and
// going touches. It is read after the group is locked, so it is the truth.
type standing struct {
	State      network.MembershipState `db:"state"`
	Role       network.GroupRole       `db:"role"`
	Leads      pq.StringArray          `db:"leads"`
	Applicants int                     `db:"applicants"`
}

func (s standing) leads() []network.ID {
	ids := make([]network.ID, len(s.Leads))
	for i, id := range s.Leads {
		ids[i] = network.ID(id)
	}
	return ids
}

func (s standing) membership() network.Membership {
	return network.Membership{State: s.State, Role: s.Role}
}

func (t *tx) standing(group, person network.ID) (in standing, err error) {
	err = t.get(&in, `
		SELECT coalesce(m.state, '') AS state,
		       coalesce(m.role, '') AS role,
		       ARRAY(SELECT l.staff_id::text
		               FROM membership l
		              WHERE l.working_group_id = $1
		                AND l.state = 'MEMBER'
		                AND l.role = 'LEAD') AS leads,
		       (SELECT count(*)
		          FROM membership a
		         WHERE a.working_group_id = $1
		           AND a.state = 'APPLIED') AS applicants
		  FROM (SELECT) AS once
		  LEFT JOIN membership m ON m.working_group_id = $1 AND m.staff_id = $2`, group, person)
	return in, err
}

// askAdmission asks a group's leads, or the coordination where nobody leads,
// to answer those who apply.
func (t *tx) askAdmission(group network.ID, leads []network.ID) error {
	if len(leads) == 0 {
		return t.askCoordination(network.AsksAdmitMember, network.ObjectWorkingGroup, group)
	}
	return t.ask(network.AsksAdmitMember, network.ObjectWorkingGroup, group, "", leads...)
}

// become writes and tells what a person becomes in a group.
func (t *tx) become(verb network.EventVerb, group, person network.ID, from, to network.MembershipState) (JoinedGroup, error) {
	one := []member{{Staff: person, State: to, Role: network.GroupMember}}
	if err := t.setMembers(group, one); err != nil {
		return JoinedGroup{}, err
	}
	t.tellGroup(verb, group, EventData{From: string(from), To: string(to), Subject: person})
	return JoinedGroup{group, one[0].ID}, nil
}

// JoinWorkingGroup brings the viewer into a group, or asks its leads to.
func (s *Store) JoinWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID) (JoinedGroup, error) {
	return act(ctx, s, v, a, func(t *tx) (JoinedGroup, error) {
		g, err := t.lockGroup(group)
		if err != nil {
			return JoinedGroup{}, err
		}
		in, err := t.standing(group, v.StaffID)
		if err != nil {
			return JoinedGroup{}, err
		}
		to, err := network.CanJoinGroup(v, g.rules(), in.membership())
		if err != nil {
			return JoinedGroup{}, err
		}
		if to == network.MembershipApplied {
			joined, err := t.become(network.VerbMemberApplied, group, v.StaffID, in.State, to)
			if err != nil {
				return joined, err
			}
			return joined, t.askAdmission(group, in.leads())
		}
		joined, err := t.become(network.VerbMemberJoined, group, v.StaffID, in.State, to)
		if err != nil {
			return joined, err
		}
		return joined, t.answered(group, v.StaffID, in)
	})
}

// answered closes what was asked because somebody was invited or had applied.
func (t *tx) answered(group, person network.ID, was standing) error {
	switch {
	case was.State == network.MembershipInvited:
		return t.settle(network.AsksJoinGroup, group, person)
	case was.State == network.MembershipApplied && was.Applicants <= 1:
		return t.settle(network.AsksAdmitMember, group)
	}
	return nil
}

// LeaveWorkingGroup takes the viewer out of a group, or turns an invitation or
// their own application down.
func (s *Store) LeaveWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		g, err := t.lockGroup(group)
		if err != nil {
			return "", err
		}
		in, err := t.standing(group, v.StaffID)
		if err != nil {
			return "", err
		}
		to, err := network.CanLeaveGroup(v, g.rules(), in.membership())
		if err != nil {
			return "", err
		}
		if _, err := t.become(network.VerbMemberLeft, group, v.StaffID, in.State, to); err != nil {
			return "", err
		}
		if in.membership().Leads() {
			return group, t.relieve(group, v.StaffID)
		}
		return group, t.answered(group, v.StaffID, in)
	})
}

// relieve drops what was asked of a lead who is one no longer.
func (t *tx) relieve(group, person network.ID) error {
	_, err := t.closeTasks(network.TaskDropped, network.VerbTaskDropped, group,
		[]network.TaskKind{network.AsksLeadGroup, network.AsksAdmitMember}, []network.ID{person})
	return err
}

// InviteMember asks a person into a group.
func (s *Store) InviteMember(ctx context.Context, v network.Viewer, a Act, group, person network.ID) (JoinedGroup, error) {
	return act(ctx, s, v, a, func(t *tx) (JoinedGroup, error) {
		g, err := t.lockGroup(group)
		if err != nil {
			return JoinedGroup{}, err
		}
		in, err := t.standing(group, person)
		if err != nil {
			return JoinedGroup{}, err
		}
		if err := network.CanInvitePerson(v, g.rules(), g.viewer(), in.membership()); err != nil {
			return JoinedGroup{}, err
		}
		if err := t.mustBeColleague("input.staffMemberId", person); err != nil {
			return JoinedGroup{}, err
		}
		joined, err := t.become(network.VerbMemberInvited, group, person, in.State, network.MembershipInvited)
		if err != nil {
			return joined, err
		}
		return joined, t.ask(network.AsksJoinGroup, network.ObjectWorkingGroup, group, "", person)
	})
}

// lockedMember is a membership and its group, both locked.
type lockedMember struct {
	lockedGroup
	Person network.ID              `db:"staff_id"`
	State  network.MembershipState `db:"state"`
	Role   network.GroupRole       `db:"role"`
}

func (m lockedMember) their() network.Membership {
	return network.Membership{State: m.State, Role: m.Role}
}

func (t *tx) lockMember(membership network.ID) (m lockedMember, err error) {
	err = t.find(&m, `
		SELECT `+lockedGroupColumns+`,
		       m.staff_id,
		       m.state,
		       m.role
		  FROM membership m
		  JOIN working_group g ON g.id = m.working_group_id
		  `+joinViewerMembership+`
		 WHERE m.id = $1
		   AND `+read.Predicate(&membershipRead, "m")+`
		   AND `+read.Predicate(&workingGroupRead, "g")+`
		   FOR UPDATE OF g, m`, membership)
	return m, err
}

// AdmitMember lets an applicant in.
func (s *Store) AdmitMember(ctx context.Context, v network.Viewer, a Act, membership network.ID) (JoinedGroup, error) {
	return s.answerApplicant(ctx, v, a, membership, network.MembershipMember, network.VerbMemberJoined)
}

// RefuseMember turns an applicant down.
func (s *Store) RefuseMember(ctx context.Context, v network.Viewer, a Act, membership network.ID) (JoinedGroup, error) {
	return s.answerApplicant(ctx, v, a, membership, network.MembershipDeclined, network.VerbMemberRefused)
}

func (s *Store) answerApplicant(ctx context.Context, v network.Viewer, a Act, membership network.ID,
	to network.MembershipState, verb network.EventVerb) (JoinedGroup, error) {
	return act(ctx, s, v, a, func(t *tx) (JoinedGroup, error) {
		m, err := t.lockMember(membership)
		if err != nil {
			return JoinedGroup{}, err
		}
		if err := network.CanAnswerApplicant(v, m.rules(), m.viewer(), m.their(), to); err != nil {
			return JoinedGroup{}, err
		}
		in, err := t.standing(m.ID, m.Person)
		if err != nil {
			return JoinedGroup{}, err
		}
		answered, err := t.become(verb, m.ID, m.Person, in.State, to)
		if err != nil {
			return answered, err
		}
		return answered, t.answered(m.ID, m.Person, in)
	})
}

// SetMemberRole gives a member a role in the group.
func (s *Store) SetMemberRole(ctx context.Context, v network.Viewer, a Act, membership network.ID, role network.GroupRole) (JoinedGroup, error) {
	return act(ctx, s, v, a, func(t *tx) (JoinedGroup, error) {
		m, err := t.lockMember(membership)
		if err != nil {
			return JoinedGroup{}, err
		}
		done := JoinedGroup{m.ID, membership}
		if err := network.CanSetMemberRole(v, m.rules(), m.viewer(), m.their(), role); err != nil {
			return JoinedGroup{}, err
		}
		if m.Role == role {
			return done, nil
		}
		_, err = t.exec(`
			UPDATE membership
			   SET role = $2,
			       role_since = :now
			 WHERE id = $1`, membership, role)
		if err != nil {
			return JoinedGroup{}, err
		}
		t.tellGroup(network.VerbMemberRoleSet, m.ID, EventData{From: string(m.Role), To: string(role), Subject: m.Person})
		switch network.GroupLead {
		case role:
			return done, t.entrust(m)
		case m.Role:
			return done, t.relieve(m.ID, m.Person)
		}
		return done, nil
	})
}

// entrust asks a new lead what the group's leads are asked.
func (t *tx) entrust(m lockedMember) error {
	if m.lockedGroup.State == network.GroupForming {
		if err := t.ask(network.AsksLeadGroup, network.ObjectWorkingGroup, m.ID, "", m.Person); err != nil {
			return err
		}
	}
	in, err := t.standing(m.ID, m.Person)
	if err != nil || in.Applicants == 0 {
		return err
	}
	return t.ask(network.AsksAdmitMember, network.ObjectWorkingGroup, m.ID, "", m.Person)
}
