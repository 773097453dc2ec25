package db

import (
	"maillage/db/read"
	"maillage/network"
)

var membershipRead = read.Type{
	Name:    "Membership",
	Table:   "membership",
	Visible: forTeams,
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"workingGroup": read.One{Type: named("WorkingGroup"), Column: "working_group_id"},
		"staffMember":  read.One{Type: named("StaffMember"), Column: "staff_id"},
		"state":        read.Column{},
		"role":         read.Column{},
		"since":        read.Column{Kind: read.Time},
		"viewerCanAdmit": memberRight(func(v network.Viewer, g network.WorkingGroup, m, their network.Membership) error {
			return network.CanAnswerApplicant(v, g, m, their, network.MembershipMember)
		}),
		"viewerCanSetRole": memberRight(func(v network.Viewer, g network.WorkingGroup, m, their network.Membership) error {
			return network.CanSetMemberRole(v, g, m, their, their.Role)
		}),
	},
	Hidden: map[string]read.Column{
		"groupState":  {SQL: "(SELECT vg.state FROM working_group vg WHERE vg.id = {}.working_group_id)"},
		"viewerState": {SQL: viewerMembership("state", "{}.working_group_id")},
		"viewerRole":  {SQL: viewerMembership("role", "{}.working_group_id")},
	},
}

func memberRight(predicate func(v network.Viewer, g network.WorkingGroup, m, their network.Membership) error) read.Computed {
	return read.Computed{
		Needs: []string{"state", "role", "groupState", "viewerState", "viewerRole"},
		Value: func(v network.Viewer, r read.Row) any {
			return predicate(v,
				network.WorkingGroup{State: network.WorkingGroupState(r.String("groupState"))},
				network.Membership{State: network.MembershipState(r.String("viewerState")), Role: network.GroupRole(r.String("viewerRole"))},
				network.Membership{State: network.MembershipState(r.String("state")), Role: network.GroupRole(r.String("role"))}) == nil
		},
	}
}
