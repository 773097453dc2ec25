package db

import (
	"maillage/db/read"
	"maillage/network"
)

// partnershipVisible: one that is no longer PROPOSED belongs to a project that
// was sent, see the table.
const partnershipVisible = `:viewer_kind = 'STAFF' AND ({}.state <> 'PROPOSED' OR ` + ofVisibleProject + `)`

var partnershipRead = read.Type{
	Name:    "Partnership",
	Table:   "partnership",
	Visible: partnershipVisible,
	Fields: map[string]read.Field{
		"id":           read.Column{},
		"jointProject": read.One{Type: named("JointProject"), Column: "joint_project_id"},
		"centre":       read.One{Type: named("Centre"), Column: "centre_id"},
		"role":         read.Column{},
		"state":        read.Column{},
		"commitment": read.One{
			Type: named("Commitment"),
			On:   "{one}.partnership_id = {}.id AND {one}.version = {}.commitment_version",
		},
		"commitments": read.Many{
			Type:   named("Commitment"),
			Shape:  read.Plain,
			Parent: "{}.partnership_id",
			Orders: map[string][]read.Term{"": {{SQL: "{}.version", Kind: read.Int, Cast: "integer", Desc: true}}},
		},
		"invitedAt":  read.Column{Kind: read.Time},
		"answeredAt": read.Column{Kind: read.Time},
		"answeredBy": read.One{Type: named("StaffMember"), Column: "answered_by_id"},
		"answerNote": read.Column{},
		"centreLoad": read.Column{Kind: read.Int, SQL: centreLoad},
		"version":    read.Column{Kind: read.Int},
		// Signing and declining go together; see signCommitment.
		"viewerCanSign":     partnershipRules.right(network.CanSign),
		"viewerCanWithdraw": partnershipRules.right(network.CanWithdraw),
	},
	Hidden: map[string]read.Column{
		"centreId":     {},
		"projectState": {SQL: "(SELECT j.state FROM joint_project j WHERE j.id = {}.joint_project_id)"},
	},
}

// centreLoad adds up what the centre has signed for, in this project and the
// others that are open, where a month is shared with what it is asked for here.
const centreLoad = `CASE WHEN :viewer_role = 'COORDINATOR' OR {}.centre_id = :viewer_centre THEN (
	SELECT coalesce(sum(signed.person_days), 0)
	  FROM commitment asked
	  JOIN partnership other ON other.centre_id = {}.centre_id AND other.state IN ('ACCEPTED', 'TO_RECONFIRM')
	  JOIN joint_project j ON j.id = other.joint_project_id AND j.state IN ('CONSULTATION', 'COMMITTED', 'RUNNING', 'SUSPENDED')
	  JOIN commitment signed ON signed.partnership_id = other.id AND signed.version = other.signed_version
	 WHERE asked.partnership_id = {}.id
	   AND asked.version = {}.commitment_version
	   AND date_trunc('month', signed.starts_on) <= asked.ends_on
	   AND date_trunc('month', asked.starts_on) <= signed.ends_on) END`

// partnershipRules are what the rules look at of a partnership.
var partnershipRules = ruled[network.Partnership]{
	needs: []string{"centreId", "role", "state", "projectState"},
	of: func(v network.Viewer, r read.Row) network.Partnership {
		return network.Partnership{
			Centre:  network.ID(r.String("centreId")),
			Role:    network.PartnerRole(r.String("role")),
			State:   network.PartnershipState(r.String("state")),
			Project: network.JointProjectState(r.String("projectState")),
		}
	},
}

var commitmentRead = read.Type{
	Name:  "Commitment",
	Table: "commitment",
	// What is signed belongs to a project that was sent.
	Visible: `:viewer_kind = 'STAFF' AND ({}.signed_at IS NOT NULL OR (
		SELECT seen.sent_at IS NOT NULL OR seen.lead_centre_id = :viewer_centre OR seen.created_by_id = :viewer_id
		  FROM partnership part
		  JOIN joint_project seen ON seen.id = part.joint_project_id
		 WHERE part.id = {}.partnership_id))`,
	Fields: map[string]read.Field{
		"id":         read.Column{},
		"version":    read.Column{Kind: read.Int},
		"personDays": read.Column{Kind: read.Int},
		"money":      read.Column{Kind: read.Int},
		"startsOn":   read.Column{Kind: read.Date},
		"endsOn":     read.Column{Kind: read.Date},
		"conditions": read.Column{},
		"proposedAt": read.Column{Kind: read.Time},
		"signedAt":   read.Column{Kind: read.Time},
		"signedBy":   read.One{Type: named("StaffMember"), Column: "signed_by_id"},
	},
}
