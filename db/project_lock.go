package db

import (
	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// project is a joint project under a lock, with every centre in it. A centre's
// part changes under its project's lock, so that counts of signatures hold.
type project struct {
	ID          network.ID                `db:"id"`
	Title       string                    `db:"title"`
	State       network.JointProjectState `db:"state"`
	Lead        network.ID                `db:"lead_centre_id"`
	StartsOn    network.Date              `db:"starts_on"`
	EndsOn      network.Date              `db:"ends_on"`
	Minimum     int                       `db:"minimum_partners"`
	Version     int                       `db:"version"`
	Sent        bool                      `db:"sent"`
	TeamRole    network.TeamRole          `db:"team_role"` // the viewer's
	OriginTopic network.ID                `db:"origin_topic"`
	OriginGroup network.ID                `db:"origin_group"`

	viewer network.Viewer
	parts  []part
}

// part is one centre's, with the terms last proposed and those it signed.
type part struct {
	ID        network.ID               `db:"id"`
	Centre    network.ID               `db:"centre_id"`
	Role      network.PartnerRole      `db:"role"`
	State     network.PartnershipState `db:"state"`
	Version   int                      `db:"commitment_version"`
	Joined    bool                     `db:"joined"` // it has signed once
	Directors pq.StringArray           `db:"directors"`

	PersonDays int          `db:"person_days"`
	Money      int          `db:"money"`
	StartsOn   network.Date `db:"starts_on"`
	EndsOn     network.Date `db:"ends_on"`
	Conditions string       `db:"conditions"`

	SignedVersion    int          `db:"signed_version"` // 0: none
	SignedPersonDays int          `db:"signed_person_days"`
	SignedMoney      int          `db:"signed_money"`
	SignedStartsOn   network.Date `db:"signed_starts_on"`
	SignedEndsOn     network.Date `db:"signed_ends_on"`
	SignedConditions string       `db:"signed_conditions"`
}

func (p *part) terms() network.Terms {
	return network.Terms{Role: p.Role, PersonDays: p.PersonDays, Money: p.Money, StartsOn: p.StartsOn, EndsOn: p.EndsOn, Conditions: p.Conditions}
}

func (p *part) signed() network.Terms {
	return network.Terms{
		Role: p.Role, PersonDays: p.SignedPersonDays, Money: p.SignedMoney,
		StartsOn: p.SignedStartsOn, EndsOn: p.SignedEndsOn, Conditions: p.SignedConditions,
	}
}

func (p *part) directors() []network.ID {
	ids := make([]network.ID, len(p.Directors))
	for i, id := range p.Directors {
		ids[i] = network.ID(id)
	}
	return ids
}

// rules is what the rules look at of the project.
func (p *project) rules() network.JointProject {
	r := network.JointProject{State: p.State, LeadCentre: p.Lead, TeamRole: p.TeamRole, MinimumPartners: p.Minimum}
	for _, q := range p.parts {
		switch {
		case q.Role == network.PartnerLead:
			r.LeadSigned = q.State == network.PartnershipAccepted
		case q.Role != network.PartnerObserver && q.State == network.PartnershipAccepted:
			r.Signed++
			r.Partners++
		case q.Role != network.PartnerObserver && (q.State == network.PartnershipProposed ||
			q.State == network.PartnershipInvited || q.State == network.PartnershipToReconfirm):
			r.Partners++
		}
		if q.Centre == p.viewer.CentreID && q.State.Signed() {
			r.Signs = true
		}
	}
	return r
}

// of is what the rules look at of a centre's part.
func (p *project) of(q *part) network.Partnership {
	return network.Partnership{Centre: q.Centre, Role: q.Role, State: q.State, Project: p.State}
}

// part finds a centre's; nil when it has none.
func (p *project) part(match func(*part) bool) *part {
	for i := range p.parts {
		if match(&p.parts[i]) {
			return &p.parts[i]
		}
	}
	return nil
}

func (p *project) partOf(centre network.ID) *part {
	return p.part(func(q *part) bool { return q.Centre == centre })
}

const lockedProject = `
	SELECT g.id,
	       g.title,
	       g.state,
	       g.lead_centre_id,
	       g.starts_on,
	       g.ends_on,
	       g.minimum_partners,
	       g.version,
	       g.sent_at IS NOT NULL AS sent,
	       coalesce((SELECT m.role FROM team_member m WHERE m.joint_project_id = g.id AND m.staff_id = :viewer_id), '') AS team_role,
	       (SELECT e.from_id FROM thread_edge e WHERE e.to_id = g.id AND e.from_kind = 'TOPIC' ORDER BY e.at LIMIT 1) AS origin_topic,
	       (SELECT e.from_id FROM thread_edge e WHERE e.to_id = g.id AND e.from_kind = 'WORKING_GROUP' ORDER BY e.at LIMIT 1) AS origin_group
	  FROM joint_project g`

// lockProject locks a project that the viewer may see.
func (t *tx) lockProject(id network.ID) (*project, error) {
	p := &project{viewer: t.v}
	err := t.find(p, lockedProject+`
		 WHERE g.id = $1
		   AND `+read.Predicate(&jointProjectRead, "g")+`
		   FOR NO KEY UPDATE OF g`, id)
	if err != nil {
		return p, err
	}
	return p, t.readParts(p)
}

// lockProjectOf locks the project of a partnership, and gives its part.
func (t *tx) lockProjectOf(partnership network.ID) (*project, *part, error) {
	p := &project{viewer: t.v}
	err := t.find(p, lockedProject+`
		 WHERE g.id = (SELECT joint_project_id FROM partnership WHERE id = $1)
		   AND `+read.Predicate(&jointProjectRead, "g")+`
		   FOR NO KEY UPDATE OF g`, partnership)
	if err != nil {
		return nil, nil, err
	}
	if err := t.readParts(p); err != nil {
		return nil, nil, err
	}
	q := p.part(func(q *part) bool { return q.ID == partnership })
	if q == nil { // removed while the lock was waited for
		return nil, nil, network.NotFound()
	}
	return p, q, nil
}

// readParts reads after the lock: what was committed while it was waited for counts.
func (t *tx) readParts(p *project) error {
	return t.list(&p.parts, `
		SELECT p.id,
		       p.centre_id,
		       p.role,
		       p.state,
		       p.commitment_version,
		       p.joined_at IS NOT NULL AS joined,
		       ARRAY(SELECT s.id::text
		               FROM staff_member s
		              WHERE s.centre_id = p.centre_id
		                AND s.job = 'DIRECTOR'
		                AND s.active) AS directors,
		       c.person_days,
		       c.money,
		       c.starts_on,
		       c.ends_on,
		       c.conditions,
		       coalesce(p.signed_version, 0) AS signed_version,
		       coalesce(d.person_days, 0) AS signed_person_days,
		       coalesce(d.money, 0) AS signed_money,
		       d.starts_on AS signed_starts_on,
		       d.ends_on AS signed_ends_on,
		       coalesce(d.conditions, '') AS signed_conditions
		  FROM partnership p
		  JOIN commitment c ON c.partnership_id = p.id AND c.version = p.commitment_version
		  LEFT JOIN commitment d ON d.partnership_id = p.id AND d.version = p.signed_version
		 WHERE p.joint_project_id = $1
		 ORDER BY p.id`, p.ID)
}

// tellProject tells a fact about a project, to its lead centre alone until it is sent.
func (t *tx) tellProject(verb network.EventVerb, p *project, centre network.ID, data EventData) {
	told := Event{
		Verb: verb, Kind: network.ObjectJointProject, Object: p.ID,
		JointProject: p.ID, Topic: p.OriginTopic, WorkingGroup: p.OriginGroup, Centre: centre, Data: data,
	}
	if !p.Sent {
		told.Audience = Audience{Centres: []network.ID{p.Lead}}
	}
	t.tell(told)
}

// progress asks the lead centre to commit the project once nothing else is
// missing, and takes that back when something is again.
func (t *tx) progress(p *project, wasReady bool) error {
	ready := p.rules().ReadyToCommit()
	switch {
	case ready && !wasReady:
		return t.ask(network.AsksCommitProject, network.ObjectJointProject, p.ID, "", p.partOf(p.Lead).directors()...)
	case wasReady && !ready:
		return t.withdrawTasks(network.AsksCommitProject, p.ID)
	}
	return nil
}
