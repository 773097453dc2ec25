package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// ProjectDraft is what a director proposes, with their own centre's part.
// Origin is a topic or a working group, or empty.
type ProjectDraft struct {
	network.ProjectText
	Origin            network.ID
	Themes            []network.ID
	PersonDays, Money int
}

// DraftJointProject drafts a project led by the viewer's centre; the viewer
// leads its team.
func (s *Store) DraftJointProject(ctx context.Context, v network.Viewer, a Act, d ProjectDraft) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := network.CanDraftJointProject(v); err != nil {
			return "", err
		}
		if err := d.ProjectText.Validate(); err != nil {
			return "", err
		}
		own := network.Terms{PersonDays: d.PersonDays, Money: d.Money}
		if err := own.Validate(); err != nil {
			return "", err
		}
		p := &project{ID: newID(), Lead: v.CentreID}
		if d.Origin != "" {
			if err := t.originate(p, d.Origin); err != nil {
				return "", err
			}
		}
		_, err := t.exec(`
			WITH made AS (
				INSERT INTO joint_project (id, title, purpose, expected_results, lead_centre_id, created_by_id, starts_on, ends_on,
				                           minimum_partners, created_at, last_activity_at)
				VALUES ($1, $2, $3, $4, :viewer_centre, :viewer_id, $5, $6, $7, :now, :now)
			), part AS (
				INSERT INTO partnership (id, joint_project_id, centre_id, role)
				VALUES ($8, $1, :viewer_centre, 'LEAD')
			), asked AS (
				INSERT INTO commitment (id, partnership_id, version, person_days, money, starts_on, ends_on, proposed_at)
				VALUES ($9, $8, 1, $10, $11, $5, $6, :now)
			)
			INSERT INTO team_member (id, joint_project_id, staff_id, role, since)
			VALUES ($12, $1, :viewer_id, 'LEAD', :now)`,
			p.ID, d.Title, d.Purpose, d.ExpectedResults, d.StartsOn, d.EndsOn, d.MinimumPartners,
			newID(), newID(), own.PersonDays, own.Money, newID())
		if err != nil {
			return "", err
		}
		if len(d.Themes) > 0 {
			if err := t.setThemes("joint_project_theme", "joint_project_id", p.ID, d.Themes); err != nil {
				return "", err
			}
		}
		t.tellProject(network.VerbProjectDrafted, p, p.Lead, EventData{To: string(network.ProjectDraft), Excerpt: d.Title})
		return p.ID, nil
	})
}

// originate ties a new project to where it comes from: a contribution that
// stands, a topic, or a group that is or was at work, which stays as it is until
// the commit.
func (t *tx) originate(p *project, origin network.ID) error {
	var from struct {
		Kind  network.ObjectKind        `db:"kind"`
		State network.WorkingGroupState `db:"state"`
	}
	err := t.find(&from, `
		SELECT 'TOPIC' AS kind,
		       '' AS state
		  FROM topic o
		 WHERE o.id = $1
		   AND `+read.Predicate(&topicRead, "o")+`
		UNION ALL
		SELECT 'WORKING_GROUP',
		       o.state
		  FROM working_group o
		 WHERE o.id = $1
		   AND `+read.Predicate(&workingGroupRead, "o")+`
		UNION ALL
		SELECT 'CONTRIBUTION',
		       ''
		  FROM contribution o
		 WHERE o.id = $1
		   AND `+read.Predicate(&contributionRead, "o"), origin)
	if err != nil {
		return err
	}
	switch from.Kind {
	case network.ObjectTopic:
		p.OriginTopic = origin
	case network.ObjectContribution:
		held, err := t.holdContribution(origin)
		if err != nil {
			return err
		}
		if err := network.CanDraftFromContribution(t.v, held); err != nil {
			return err
		}
	default:
		p.OriginGroup = origin
		if err := network.CanDraftFromGroup(t.v, network.WorkingGroup{State: from.State}); err != nil {
			return err
		}
	}
	return t.link(from.Kind, origin, network.ObjectJointProject, p.ID)
}

// EditJointProject rewrites a proposal at the version its writer saw. A new
// term is a new commitment for every centre: those that have signed are asked
// again; the lead's own is signed by the act when a director of it acts.
func (s *Store) EditJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, text network.ProjectText, themes []network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := text.Validate(); err != nil {
			return "", err
		}
		p, err := allowedBy(t, t.lockProject, id, network.CanEditJointProject)
		if err := upToDate(err, p.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE joint_project
			   SET title = $2,
			       purpose = $3,
			       expected_results = $4,
			       starts_on = $5,
			       ends_on = $6,
			       minimum_partners = $7,
			       last_activity_at = :now,
			       version = version + 1
			 WHERE id = $1`, id, text.Title, text.Purpose, text.ExpectedResults, text.StartsOn, text.EndsOn, text.MinimumPartners)
		if err != nil {
			return "", err
		}
		if themes != nil {
			if err := t.setThemes("joint_project_theme", "joint_project_id", id, themes); err != nil {
				return "", err
			}
		}
		wasReady := p.rules().ReadyToCommit()
		p.Minimum = text.MinimumPartners
		if text.StartsOn != p.StartsOn || text.EndsOn != p.EndsOn {
			var changes []change
			for i := range p.parts {
				if q := &p.parts[i]; q.State.Asked() {
					terms := q.terms()
					terms.StartsOn, terms.EndsOn = text.StartsOn, text.EndsOn
					changes = append(changes, change{part: q, terms: terms})
				}
			}
			if err := t.propose(p, changes); err != nil {
				return "", err
			}
		}
		t.tellProject(network.VerbProjectEdited, p, p.Lead, EventData{Excerpt: text.Title})
		return id, t.progress(p, wasReady)
	})
}

// SendJointProject sends the proposal: the sender signs the lead's own part by
// it, and every other centre's directors are asked.
func (s *Store) SendJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		p, err := t.lockProject(id)
		if err != nil {
			return "", err
		}
		if err := upToDate(network.CanMoveJointProject(v, p.rules(), network.ProjectConsultation), p.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			WITH sent AS (
				UPDATE joint_project
				   SET state = 'CONSULTATION',
				       sent_at = :now,
				       last_activity_at = :now,
				       version = version + 1
				 WHERE id = $1
			), own AS (
				UPDATE commitment c
				   SET signed_at = :now,
				       signed_by_id = :viewer_id
				  FROM partnership p
				 WHERE p.joint_project_id = $1
				   AND p.role = 'LEAD'
				   AND c.partnership_id = p.id
				   AND c.version = p.commitment_version
			)
			UPDATE partnership
			   SET state = CASE role WHEN 'LEAD' THEN 'ACCEPTED' ELSE 'INVITED' END,
			       invited_at = :now,
			       signed_version = CASE role WHEN 'LEAD' THEN commitment_version END,
			       answered_at = CASE role WHEN 'LEAD' THEN :now END,
			       answered_by_id = CASE role WHEN 'LEAD' THEN :viewer_id END,
			       joined_at = CASE role WHEN 'LEAD' THEN :now END,
			       version = version + 1
			 WHERE joint_project_id = $1`, id)
		if err != nil {
			return "", err
		}
		var asked []network.ID
		for i := range p.parts {
			if q := &p.parts[i]; q.Role != network.PartnerLead {
				asked = append(asked, q.directors()...)
			}
		}
		p.Sent = true
		t.tellProject(network.VerbProjectSent, p, p.Lead, EventData{
			From: string(p.State), To: string(network.ProjectConsultation), Excerpt: p.Title,
		})
		return id, t.askToSign(p, asked...)
	})
}

// askToSign asks directors for their centre's signature.
func (t *tx) askToSign(p *project, directors ...network.ID) error {
	return t.ask(network.AsksSignCommitment, network.ObjectJointProject, p.ID,
		network.DateOf(t.now).AddDays(network.SignatureWaits), directors...)
}
