package db

import (
	"context"
	"slices"

	"maillage/db/read"
	"maillage/network"
)

// MergedGroup is a group with the one it has gone into.
type MergedGroup struct{ Group, Into network.ID }

// MergeWorkingGroup merges a group into another that is alive. Members go on
// there, invitations and applications too; who left or declined the other
// group is left in peace. The merged group keeps its rows, to be read.
func (s *Store) MergeWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int, into network.ID) (MergedGroup, error) {
	return act(ctx, s, v, a, func(t *tx) (MergedGroup, error) {
		var none MergedGroup
		if group == into {
			return none, network.Invalid("input.intoId", "merge_target")
		}
		from, to, err := t.lockTwoGroups(group, into)
		if err != nil {
			return none, err
		}
		err = upToDate(network.CanMoveGroup(v, from.rules(), from.viewer(), network.GroupMerged), from.Version, version)
		if err != nil {
			return none, err
		}
		if !to.State.Alive() {
			return none, network.Invalid("input.intoId", "merge_target")
		}
		_, err = t.exec(`
			WITH linked AS (
				INSERT INTO thread_edge (from_kind, from_id, to_kind, to_id, at)
				VALUES ('WORKING_GROUP', $1, 'WORKING_GROUP', $2, :now)
				ON CONFLICT (from_id, to_id) DO NOTHING
			)
			UPDATE working_group
			   SET state = 'MERGED',
			       merged_into_id = $2,
			       closed_at = :now,
			       last_activity_at = :now,
			       version = version + 1
			 WHERE id = $1`, group, into)
		if err != nil {
			return none, err
		}
		if err := withdrawEverything(t, group); err != nil {
			return none, err
		}
		if err := t.bringMembers(from, to); err != nil {
			return none, err
		}
		told := Event{Verb: network.VerbGroupMerged, Kind: network.ObjectWorkingGroup, Object: group, WorkingGroup: group, Centre: v.CentreID,
			Data: EventData{From: string(from.State), To: string(network.GroupMerged), Excerpt: to.Name}}
		t.tell(told)
		told.WorkingGroup = into // the journal of the other group has it too
		t.tell(told)
		return MergedGroup{group, into}, nil
	})
}

// lockTwoGroups locks groups in the order of their ids, as every act does.
func (t *tx) lockTwoGroups(first, second network.ID) (one, two lockedGroup, err error) {
	var both []lockedGroup
	err = t.list(&both, `
		SELECT `+lockedGroupColumns+`
		  FROM working_group g
		  `+joinViewerMembership+`
		 WHERE g.id IN ($1, $2)
		   AND `+read.Predicate(&workingGroupRead, "g")+`
		 ORDER BY g.id
		   FOR UPDATE OF g`, first, second)
	switch {
	case err != nil:
		return one, two, err
	case len(both) < 2:
		return one, two, network.NotFound()
	case both[0].ID == first:
		return both[0], both[1], nil
	}
	return both[1], both[0], nil
}

// bringMembers brings the people of a merged group into the other.
func (t *tx) bringMembers(from, to lockedGroup) error {
	var all []struct {
		Group network.ID `db:"working_group_id"`
		member
	}
	err := t.list(&all, `
		SELECT working_group_id,
		       staff_id,
		       state,
		       role
		  FROM membership
		 WHERE working_group_id IN ($1, $2)`, from.ID, to.ID)
	if err != nil {
		return err
	}
	there := map[network.ID]network.MembershipState{}
	var leads []network.ID
	for _, m := range all {
		if m.Group == to.ID {
			there[m.Staff] = m.State
			if m.State == network.MembershipMember && m.Role == network.GroupLead {
				leads = append(leads, m.Staff)
			}
		}
	}
	var coming []member
	var invited []network.ID
	applies := false
	for _, m := range all {
		if m.Group != from.ID || !comes(m.State, there[m.Staff]) {
			continue
		}
		p := member{Staff: m.Staff, State: m.State, Role: network.GroupMember}
		switch {
		case p.State == network.MembershipInvited:
			invited = append(invited, p.Staff)
		case p.State == network.MembershipApplied:
			applies = true
		case m.Role == network.GroupLead && to.LeadCount == 0:
			p.Role = network.GroupLead
			leads = append(leads, p.Staff)
		}
		coming = append(coming, p)
	}
	if err := t.setMembers(to.ID, coming); err != nil {
		return err
	}
	if err := t.ask(network.AsksJoinGroup, network.ObjectWorkingGroup, to.ID, "", invited...); err != nil {
		return err
	}
	if !applies {
		return nil
	}
	return t.askAdmission(to.ID, leads)
}

// comes reports whether a person's membership of a merged group goes on in the
// other, where they are in the state there.
func comes(state, there network.MembershipState) bool {
	switch state {
	case network.MembershipMember:
		return slices.Contains([]network.MembershipState{"", network.MembershipInvited, network.MembershipApplied}, there)
	case network.MembershipInvited, network.MembershipApplied:
		return there == ""
	}
	return false
}
