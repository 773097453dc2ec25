package db

import (
	"context"
	"encoding/json"
	"slices"

	"maillage/network"
)

// PartnerResult is what an act on a centre's part answers with.
type PartnerResult struct {
	Project     network.ID
	Partnership network.ID
}

// change is new terms for a centre that is in the project. Again asks one that
// has not answered, or has left, once more.
type change struct {
	part  *part
	terms network.Terms
	again bool
}

// ProposePartner adds a centre to the proposal with what it is asked to sign,
// or changes that. In a draft the terms are simply rewritten: nobody else has
// read them. Once sent, the centre is asked at once.
func (s *Store) ProposePartner(ctx context.Context, v network.Viewer, a Act, id, centre network.ID, terms network.Terms) (PartnerResult, error) {
	return act(ctx, s, v, a, func(t *tx) (PartnerResult, error) {
		var none PartnerResult
		if err := terms.Validate(); err != nil {
			return none, err
		}
		p, err := allowedBy(t, t.lockProject, id, network.CanManagePartners)
		if err != nil {
			return none, err
		}
		switch {
		case centre == p.Lead && terms.Role != network.PartnerLead:
			return none, network.Invalid("input.role", "lead_role_only")
		case centre != p.Lead && !slices.Contains(network.RolesOfPartners, terms.Role):
			return none, network.Invalid("input.role", "not_a_partner_role")
		}
		terms.StartsOn, terms.EndsOn = p.StartsOn, p.EndsOn
		wasReady := p.rules().ReadyToCommit()
		q := p.partOf(centre)
		switch {
		case q != nil:
			err = t.propose(p, []change{{q, terms, true}})
		case len(p.parts) > network.ProjectPartnersMax: // the lead aside
			err = network.Invalid("input.centreId", "too_many_partners", "max", network.ProjectPartnersMax)
		default:
			q, err = t.addPart(p, centre, terms)
		}
		if err != nil {
			return none, err
		}
		t.tellProject(network.VerbPartnerProposed, p, centre, EventData{To: string(terms.Role)})
		if err := t.progress(p, wasReady); err != nil {
			return none, err
		}
		return PartnerResult{id, q.ID}, nil
	})
}

// addPart brings a new centre in.
func (t *tx) addPart(p *project, centre network.ID, terms network.Terms) (*part, error) {
	q := &part{ID: newID(), Centre: centre, Role: terms.Role, State: network.PartnershipProposed}
	if p.Sent {
		q.State = network.PartnershipInvited
	}
	err := t.get(&q.Directors, `
		WITH touched AS (
			UPDATE joint_project
			   SET last_activity_at = :now
			 WHERE id = $2
		), part AS (
			INSERT INTO partnership (id, joint_project_id, centre_id, role, state, invited_at)
			VALUES ($1, $2, $3, $4, $5, CASE WHEN $5 = 'INVITED' THEN :now END)
		), asked AS (
			INSERT INTO commitment (id, partnership_id, version, person_days, money, starts_on, ends_on, conditions, proposed_at)
			VALUES ($6, $1, 1, $7, $8, $9, $10, $11, :now)
		)
		SELECT ARRAY(SELECT id::text
		               FROM staff_member
		              WHERE centre_id = $3
		                AND job = 'DIRECTOR'
		                AND active)`,
		q.ID, p.ID, centre, q.Role, q.State, newID(), terms.PersonDays, terms.Money, terms.StartsOn, terms.EndsOn, terms.Conditions)
	if err != nil {
		return nil, err
	}
	p.parts = append(p.parts, *q)
	if !p.Sent {
		return q, nil
	}
	return q, t.askToSign(p, q.directors()...)
}

// proposed is how a change of terms is written.
type proposed struct {
	ID         network.ID               `json:"id"`
	Commitment network.ID               `json:"commitment"`
	Role       network.PartnerRole      `json:"role"`
	State      network.PartnershipState `json:"state"`
	Version    int                      `json:"version"`
	PersonDays int                      `json:"person_days"`
	Money      int                      `json:"money"`
	StartsOn   network.Date             `json:"starts_on"`
	EndsOn     network.Date             `json:"ends_on"`
	Conditions string                   `json:"conditions"`
	// Signs: the act itself is the centre's signature. Asks: it is asked anew.
	// Anew: it had left, and is asked as if for the first time.
	Signs bool `json:"signs"`
	Asks  bool `json:"asks"`
	Anew  bool `json:"anew"`
}

// propose gives centres other terms. Each change of a sent project is a new
// version; a centre whose signature does not cover it is asked again.
func (t *tx) propose(p *project, changes []change) error {
	rows := make([]proposed, 0, len(changes))
	var toAsk, asked []network.ID // to be asked, and no longer
	for _, c := range changes {
		q := c.part
		row := proposed{
			ID: q.ID, Commitment: newID(), Role: c.terms.Role, State: q.State, Version: q.Version,
			PersonDays: c.terms.PersonDays, Money: c.terms.Money,
			StartsOn: c.terms.StartsOn, EndsOn: c.terms.EndsOn, Conditions: c.terms.Conditions,
		}
		if p.Sent {
			row.Version++
			switch {
			case t.v.IsDirectorOf(q.Centre):
				row.State, row.Signs = network.PartnershipAccepted, true
			case q.State.Signed() && c.terms.NeedSignature(q.signed()):
				row.State, row.Asks = network.PartnershipToReconfirm, q.State == network.PartnershipAccepted
			case q.State.Signed(): // what it signed covers them
				row.State = network.PartnershipAccepted
			case c.again && q.State != network.PartnershipInvited:
				row.State, row.Asks, row.Anew = network.PartnershipInvited, true, true
			}
			switch {
			case row.Asks:
				toAsk = append(toAsk, q.directors()...)
			case q.State == network.PartnershipToReconfirm && row.State == network.PartnershipAccepted:
				asked = append(asked, q.directors()...)
			}
		}
		q.State, q.Version, q.Role = row.State, row.Version, row.Role
		rows = append(rows, row)
	}
	if err := t.writeTerms(p, rows); err != nil {
		return err
	}
	if len(asked) > 0 {
		if err := t.withdrawTasks(network.AsksSignCommitment, p.ID, asked...); err != nil {
			return err
		}
	}
	return t.askToSign(p, toAsk...)
}

func (t *tx) writeTerms(p *project, rows []proposed) error {
	text, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	_, err = t.exec(`
		WITH touched AS (
			UPDATE joint_project
			   SET last_activity_at = :now
			 WHERE id = $2
		), r AS (
			SELECT *
			  FROM jsonb_to_recordset($1) AS r
			       (id uuid, commitment uuid, role text, state text, version integer, person_days integer, money integer,
			        starts_on date, ends_on date, conditions text, signs boolean, asks boolean, anew boolean)
		), asked AS (
			INSERT INTO commitment AS c (id, partnership_id, version, person_days, money, starts_on, ends_on, conditions, proposed_at,
			                             signed_at, signed_by_id)
			SELECT r.commitment, r.id, r.version, r.person_days, r.money, r.starts_on, r.ends_on, r.conditions, :now,
			       CASE WHEN r.signs THEN :now END,
			       CASE WHEN r.signs THEN :viewer_id END
			  FROM r
			ON CONFLICT (partnership_id, version) DO UPDATE
			   SET person_days = excluded.person_days,
			       money = excluded.money,
			       starts_on = excluded.starts_on,
			       ends_on = excluded.ends_on,
			       conditions = excluded.conditions,
			       proposed_at = excluded.proposed_at
		)
		UPDATE partnership p
		   SET role = r.role,
		       state = r.state,
		       commitment_version = r.version,
		       signed_version = CASE WHEN r.signs THEN r.version WHEN r.anew THEN NULL ELSE p.signed_version END,
		       invited_at = CASE WHEN r.asks THEN :now ELSE p.invited_at END,
		       answered_at = CASE WHEN r.signs THEN :now WHEN r.anew THEN NULL ELSE p.answered_at END,
		       answered_by_id = CASE WHEN r.signs THEN :viewer_id WHEN r.anew THEN NULL ELSE p.answered_by_id END,
		       answer_note = CASE WHEN r.anew THEN '' ELSE p.answer_note END,
		       joined_at = CASE WHEN r.signs THEN coalesce(p.joined_at, :now) WHEN r.anew THEN NULL ELSE p.joined_at END,
		       left_at = CASE WHEN r.anew THEN NULL ELSE p.left_at END,
		       version = p.version + 1
		  FROM r
		 WHERE p.id = r.id`, string(text), p.ID)
	return err
}

// RemovePartner takes a centre off the proposal before it has answered.
func (s *Store) RemovePartner(ctx context.Context, v network.Viewer, a Act, partnership network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		p, q, err := t.lockProjectOf(partnership)
		if err != nil {
			return "", err
		}
		if err := network.CanRemovePartner(v, p.rules(), p.of(q)); err != nil {
			return "", err
		}
		_, err = t.exec(`
			WITH touched AS (
				UPDATE joint_project
				   SET last_activity_at = :now
				 WHERE id = $2
			)
			DELETE FROM partnership
			 WHERE id = $1`, q.ID, p.ID)
		if err != nil {
			return "", err
		}
		t.tellProject(network.VerbPartnerRemoved, p, q.Centre, EventData{})
		if len(q.Directors) == 0 {
			return p.ID, nil
		}
		return p.ID, t.withdrawTasks(network.AsksSignCommitment, p.ID, q.directors()...)
	})
}

// SignCommitment signs the viewer's own centre's part as they have read it.
func (s *Store) SignCommitment(ctx context.Context, v network.Viewer, a Act, partnership network.ID, commitmentVersion int) (PartnerResult, error) {
	return s.answerCommitment(ctx, v, a, partnership, answer{
		can: network.CanSign, to: network.PartnershipAccepted, verb: network.VerbCommitmentSigned, read: commitmentVersion,
	})
}

// DeclineCommitment declines the viewer's own centre's part, with a reason.
func (s *Store) DeclineCommitment(ctx context.Context, v network.Viewer, a Act, partnership network.ID, reason string) (PartnerResult, error) {
	return s.answerCommitment(ctx, v, a, partnership, answer{
		can: network.CanDecline, to: network.PartnershipDeclined, verb: network.VerbCommitmentDeclined, reason: &reason,
	})
}

// WithdrawCommitment takes the viewer's own centre out of a project it had
// signed, with a reason; its people leave the team.
func (s *Store) WithdrawCommitment(ctx context.Context, v network.Viewer, a Act, partnership network.ID, reason string) (PartnerResult, error) {
	return s.answerCommitment(ctx, v, a, partnership, answer{
		can: network.CanWithdraw, to: network.PartnershipWithdrawn, verb: network.VerbCommitmentWithdrawn, reason: &reason,
	})
}

// answer is a director's word for their centre.
type answer struct {
	can    func(network.Viewer, network.Partnership) error
	to     network.PartnershipState
	verb   network.EventVerb
	read   int     // the commitment's version that was read, to sign
	reason *string // to decline or withdraw
}

func (s *Store) answerCommitment(ctx context.Context, v network.Viewer, a Act, partnership network.ID, given answer) (PartnerResult, error) {
	return act(ctx, s, v, a, func(t *tx) (PartnerResult, error) {
		var none PartnerResult
		note := ""
		if given.reason != nil {
			var err error
			if note, err = network.RequireText("input.reason", *given.reason, network.ProjectNoteMax); err != nil {
				return none, err
			}
		}
		p, q, err := t.lockProjectOf(partnership)
		if err != nil {
			return none, err
		}
		if err := given.can(v, p.of(q)); err != nil {
			return none, err
		}
		if given.to == network.PartnershipAccepted && given.read != q.Version {
			return none, &network.Error{Code: network.CodeConflict, Field: "input.commitmentVersion", Key: "stale_commitment", Version: q.Version}
		}
		wasReady := p.rules().ReadyToCommit()
		if err := t.writeAnswer(p, q, given.to, note); err != nil {
			return none, err
		}
		t.tellProject(given.verb, p, q.Centre, EventData{From: string(q.State), To: string(given.to), Excerpt: note})
		q.State = given.to
		if err := t.settle(network.AsksSignCommitment, p.ID, append(q.directors(), v.StaffID)...); err != nil {
			return none, err
		}
		return PartnerResult{p.ID, q.ID}, t.progress(p, wasReady)
	})
}

// writeAnswer writes the centre's word. One that leaves after having signed
// takes its people out of the team.
func (t *tx) writeAnswer(p *project, q *part, to network.PartnershipState, note string) error {
	_, err := t.exec(`
		WITH touched AS (
			UPDATE joint_project
			   SET last_activity_at = :now
			 WHERE id = $2
		), signature AS (
			UPDATE commitment
			   SET signed_at = :now,
			       signed_by_id = :viewer_id
			 WHERE partnership_id = $1
			   AND version = $5
			   AND $3 = 'ACCEPTED'
		), gone AS (
			DELETE FROM team_member m
			 USING staff_member s
			 WHERE m.joint_project_id = $2
			   AND s.id = m.staff_id
			   AND s.centre_id = $6
			   AND $3 <> 'ACCEPTED'
		)
		UPDATE partnership
		   SET state = $3,
		       answer_note = $4,
		       answered_at = :now,
		       answered_by_id = :viewer_id,
		       signed_version = CASE WHEN $3 = 'ACCEPTED' THEN commitment_version ELSE signed_version END,
		       joined_at = CASE WHEN $3 = 'ACCEPTED' THEN coalesce(joined_at, :now) ELSE joined_at END,
		       left_at = CASE WHEN $3 <> 'ACCEPTED' AND joined_at IS NOT NULL THEN :now END,
		       version = version + 1
		 WHERE id = $1`, q.ID, p.ID, to, note, q.Version, q.Centre)
	return err
}
