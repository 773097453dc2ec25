package db

import (
	"context"

	"maillage/network"
)

// colleague is a person of the team, or who may come into it.
type colleague struct {
	Centre network.ID       `db:"centre_id"`
	Active bool             `db:"active"`
	Role   network.TeamRole `db:"role"` // empty: not in the team
	// OtherLeads counts the team's leads beside this person.
	OtherLeads int `db:"other_leads"`
}

func (t *tx) colleague(project, staff network.ID) (c colleague, err error) {
	err = t.find(&c, `
		SELECT s.centre_id,
		       s.active AND s.job <> 'GUEST' AS active,
		       coalesce((SELECT m.role FROM team_member m WHERE m.joint_project_id = $1 AND m.staff_id = s.id), '') AS role,
		       (SELECT count(*) FROM team_member m WHERE m.joint_project_id = $1 AND m.staff_id <> s.id AND m.role = 'LEAD') AS other_leads
		  FROM staff_member s
		 WHERE s.id = $2`, project, staff)
	return c, err
}

// keepsLead refuses to take the last lead from a team.
func (c colleague) keepsLead() error {
	if c.Role == network.TeamLead && c.OtherLeads == 0 {
		return network.Forbidden("last_project_lead")
	}
	return nil
}

// SetTeamMember adds a person of a partner centre to the team, or changes their role.
func (s *Store) SetTeamMember(ctx context.Context, v network.Viewer, a Act, id, staff network.ID, role network.TeamRole) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		p, err := allowedBy(t, t.lockProject, id, network.CanManageTeam)
		if err != nil {
			return "", err
		}
		person, err := t.colleague(id, staff)
		if err != nil {
			return "", err
		}
		q := p.partOf(person.Centre)
		partner := person.Active && q != nil && (q.Role == network.PartnerLead || q.State.Signed())
		if err := network.CanSetTeamMember(v, p.rules(), person.Centre, partner); err != nil {
			return "", err
		}
		if person.Role == role {
			return id, nil
		}
		if err := person.keepsLead(); err != nil {
			return "", err
		}
		_, err = t.exec(`
			WITH touched AS (
				UPDATE joint_project
				   SET last_activity_at = :now
				 WHERE id = $2
			)
			INSERT INTO team_member (id, joint_project_id, staff_id, role, since)
			VALUES ($1, $2, $3, $4, :now)
			ON CONFLICT ON CONSTRAINT team_member_once DO UPDATE
			   SET role = excluded.role`, newID(), id, staff, role)
		if err != nil {
			return "", err
		}
		t.tellProject(network.VerbTeamMemberSet, p, person.Centre, EventData{From: string(person.Role), To: string(role), Subject: staff})
		return id, nil
	})
}

// RemoveTeamMember takes a person off the team.
func (s *Store) RemoveTeamMember(ctx context.Context, v network.Viewer, a Act, id, staff network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		p, err := t.lockProject(id)
		if err != nil {
			return "", err
		}
		person, err := t.colleague(id, staff)
		if err != nil {
			return "", err
		}
		if err := network.CanRemoveTeamMember(v, p.rules(), staff, person.Centre); err != nil {
			return "", err
		}
		if person.Role == "" {
			return "", network.NotFound()
		}
		if err := person.keepsLead(); err != nil {
			return "", err
		}
		_, err = t.exec(`
			WITH touched AS (
				UPDATE joint_project
				   SET last_activity_at = :now
				 WHERE id = $1
			)
			DELETE FROM team_member
			 WHERE joint_project_id = $1
			   AND staff_id = $2`, id, staff)
		if err != nil {
			return "", err
		}
		t.tellProject(network.VerbTeamMemberRemoved, p, person.Centre, EventData{From: string(person.Role), Subject: staff})
		return id, nil
	})
}
