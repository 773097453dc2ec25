package network

// PartnerRole: A partner's part in a project.
type PartnerRole string

const (
	PartnerLead        PartnerRole = "LEAD"
	PartnerPartner     PartnerRole = "PARTNER"
	PartnerContributor PartnerRole = "CONTRIBUTOR"
	PartnerObserver    PartnerRole = "OBSERVER"
)

// PartnershipState: PROPOSED → INVITED → ACCEPTED | DECLINED | NO_REPLY; ACCEPTED →
// TO_RECONFIRM; WITHDRAWN, ENDED.
type PartnershipState string

const (
	PartnershipProposed    PartnershipState = "PROPOSED"
	PartnershipInvited     PartnershipState = "INVITED"
	PartnershipAccepted    PartnershipState = "ACCEPTED"
	PartnershipDeclined    PartnershipState = "DECLINED"
	PartnershipNoReply     PartnershipState = "NO_REPLY"
	PartnershipToReconfirm PartnershipState = "TO_RECONFIRM"
	PartnershipWithdrawn   PartnershipState = "WITHDRAWN"
	PartnershipEnded       PartnershipState = "ENDED"
)

// SignatureWaits is how many days a centre is given to sign; then its silence
// is a fact of the project's health.
const SignatureWaits = 21

// A change of what a signed centre is asked for is small, and needs no new
// signature, within both a share of what it signed and an amount.
const (
	toleratedPercent    = 10
	toleratedPersonDays = 2
	toleratedMoney      = 500
)

// The limits of a commitment.
const (
	PersonDaysMax = 10_000
	MoneyMax      = 100_000_000
)

// Terms are what a centre commits to.
type Terms struct {
	Role             PartnerRole
	PersonDays       int
	Money            int
	StartsOn, EndsOn Date
	Conditions       string
}

// Validate cleans the terms in place, or says which field is at fault.
func (c *Terms) Validate() (err error) {
	if c.PersonDays < 0 || c.PersonDays > PersonDaysMax {
		return Invalid("input.personDays", "out_of_range", "min", 0, "max", PersonDaysMax)
	}
	if c.Money < 0 || c.Money > MoneyMax {
		return Invalid("input.money", "out_of_range", "min", 0, "max", MoneyMax)
	}
	c.Conditions, err = CleanText("input.conditions", c.Conditions, ProjectTextMax)
	return err
}

// NeedSignature reports whether a centre that has signed other terms must sign
// these: the term, its role or its conditions differ, or its days or money
// move past the threshold, counted from what it signed and not from what was
// last proposed, so that small changes do not add up unseen.
func (c Terms) NeedSignature(signed Terms) bool {
	return c.Role != signed.Role || c.StartsOn != signed.StartsOn || c.EndsOn != signed.EndsOn ||
		c.Conditions != signed.Conditions ||
		beyond(c.PersonDays, signed.PersonDays, toleratedPersonDays) ||
		beyond(c.Money, signed.Money, toleratedMoney)
}

func beyond(now, signed, tolerated int) bool {
	moved := now - signed
	if moved < 0 {
		moved = -moved
	}
	return moved > tolerated || moved*100 > signed*toleratedPercent
}

// Partnership is what the rules about a centre's part need of it.
type Partnership struct {
	Centre  ID
	Role    PartnerRole
	State   PartnershipState
	Project JointProjectState
}

// partnershipTransitions are the moves that a centre makes itself.
var partnershipTransitions = map[PartnershipState][]PartnershipState{
	PartnershipInvited:     {PartnershipAccepted, PartnershipDeclined},
	PartnershipNoReply:     {PartnershipAccepted, PartnershipDeclined},
	PartnershipToReconfirm: {PartnershipAccepted, PartnershipDeclined, PartnershipWithdrawn},
	PartnershipAccepted:    {PartnershipWithdrawn},
}

// answers lets a director of the centre and nobody else, while the project is
// sent and open: nobody signs for another centre, the coordinator included.
func (p Partnership) answers(v Viewer) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case !v.IsDirectorOf(p.Centre):
		return Forbidden("own_director_signs")
	case !p.Project.Sent():
		return wrongState(projectTransitions, p.Project)
	}
	return nil
}

// CanSign lets a director sign their centre's part, as it is asked for.
func CanSign(v Viewer, p Partnership) error {
	if err := p.answers(v); err != nil {
		return err
	}
	return transition(partnershipTransitions, p.State, PartnershipAccepted)
}

// CanDecline lets a director decline it. The lead gives its project up instead.
func CanDecline(v Viewer, p Partnership) error {
	if err := p.leaves(v); err != nil {
		return err
	}
	return transition(partnershipTransitions, p.State, PartnershipDeclined)
}

// CanWithdraw lets a director take back what their centre has signed.
func CanWithdraw(v Viewer, p Partnership) error {
	if err := p.leaves(v); err != nil {
		return err
	}
	return transition(partnershipTransitions, p.State, PartnershipWithdrawn)
}

func (p Partnership) leaves(v Viewer) error {
	if err := p.answers(v); err != nil {
		return err
	}
	if p.Role == PartnerLead {
		return Forbidden("lead_stays")
	}
	return nil
}

// CanRemovePartner lets the lead centre take a centre off before it has answered.
func CanRemovePartner(v Viewer, project JointProject, p Partnership) error {
	if err := CanManagePartners(v, project); err != nil {
		return err
	}
	if p.Role == PartnerLead {
		return Forbidden("lead_stays")
	}
	switch p.State {
	case PartnershipProposed, PartnershipInvited, PartnershipNoReply:
		return nil
	}
	return Forbidden("partner_has_answered")
}

// Asked reports whether a partnership's terms still concern its centre.
func (s PartnershipState) Asked() bool {
	return s == PartnershipProposed || s == PartnershipInvited || s == PartnershipNoReply || s.Signed()
}

// Signed reports whether a partnership stands on a signature.
func (s PartnershipState) Signed() bool {
	return s == PartnershipAccepted || s == PartnershipToReconfirm
}

// RolesOfPartners are the parts that a centre other than the lead may have.
var RolesOfPartners = []PartnerRole{PartnerPartner, PartnerContributor, PartnerObserver}
