package network

// TeamRole: A part in a project's team.
type TeamRole string

const (
	TeamLead   TeamRole = "LEAD"
	TeamMember TeamRole = "MEMBER"
)

// CanManageTeam lets the project's leads and the directors of the lead centre
// say who is in the team, and any director whose centre has signed, for their
// own people.
func CanManageTeam(v Viewer, p JointProject) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if p.steers(v) != nil && !(p.Signs && v.IsDirectorOf(v.CentreID)) {
		return Forbidden("project_leads_only")
	}
	return p.open()
}

// CanSetTeamMember is CanManageTeam for a person of the given centre, which
// must be the lead centre or have signed.
func CanSetTeamMember(v Viewer, p JointProject, centre ID, partner bool) error {
	if err := CanManageTeam(v, p); err != nil {
		return err
	}
	if p.steers(v) != nil && !v.IsDirectorOf(centre) {
		return Forbidden("own_people_only")
	}
	if !partner {
		return Invalid("input.staffMemberId", "not_of_partner")
	}
	return nil
}

// CanRemoveTeamMember lets the same persons, and everyone leave by themselves.
func CanRemoveTeamMember(v Viewer, p JointProject, staff, centre ID) error {
	if v.StaffID != staff {
		return CanSetTeamMember(v, p, centre, true)
	}
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	return p.open()
}
