package network

// JointProjectState: DRAFT → CONSULTATION → COMMITTED → RUNNING ⇄ SUSPENDED → COMPLETED →
// EVALUATED → ARCHIVED; ABANDONED.
type JointProjectState string

const (
	ProjectDraft        JointProjectState = "DRAFT"
	ProjectConsultation JointProjectState = "CONSULTATION"
	ProjectCommitted    JointProjectState = "COMMITTED"
	ProjectRunning      JointProjectState = "RUNNING"
	ProjectSuspended    JointProjectState = "SUSPENDED"
	ProjectCompleted    JointProjectState = "COMPLETED"
	ProjectEvaluated    JointProjectState = "EVALUATED"
	ProjectArchived     JointProjectState = "ARCHIVED"
	ProjectAbandoned    JointProjectState = "ABANDONED"
)

// The limits of a joint project.
const (
	ProjectTitleMax    = 120
	ProjectTextMax     = 4000
	ProjectNoteMax     = 4000
	ProjectPartnersMax = 50
)

// projectTransitions are the moves of a project that an act leads to, the
// likeliest first. Evaluation and archiving come with the yearly report.
var projectTransitions = map[JointProjectState][]JointProjectState{
	ProjectDraft:        {ProjectConsultation, ProjectAbandoned},
	ProjectConsultation: {ProjectCommitted, ProjectAbandoned},
	ProjectCommitted:    {ProjectRunning, ProjectAbandoned},
	ProjectRunning:      {ProjectSuspended, ProjectCompleted, ProjectAbandoned},
	ProjectSuspended:    {ProjectRunning, ProjectAbandoned},
}

// JointProject is what the rules about a project need of it.
type JointProject struct {
	State      JointProjectState
	LeadCentre ID
	// TeamRole is the viewer's in its team; empty outside it.
	TeamRole TeamRole
	// Signs says that the viewer's centre has signed its part.
	Signs bool
	// MinimumPartners, Signed and Partners count without the lead and the observers.
	MinimumPartners, Signed, Partners int
	// LeadSigned says that the lead centre's own part is signed as it stands.
	LeadSigned bool
}

// Open reports whether the project has not ended.
func (s JointProjectState) Open() bool { return len(projectTransitions[s]) > 0 }

// Sent reports whether an open project has left the hands of its lead centre.
func (s JointProjectState) Sent() bool { return s.Open() && s != ProjectDraft }

// open is an act's need of a project that has not ended.
func (p JointProject) open() error {
	if !p.State.Open() {
		return wrongState(projectTransitions, p.State)
	}
	return nil
}

// directs lets the directors of the lead centre.
func (p JointProject) directs(v Viewer) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case !v.IsDirectorOf(p.LeadCentre):
		return Forbidden("project_lead_directors_only")
	}
	return nil
}

// steers lets the directors of the lead centre and the project's leads.
func (p JointProject) steers(v Viewer) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if p.TeamRole != TeamLead && !v.IsDirectorOf(p.LeadCentre) {
		return Forbidden("project_leads_only")
	}
	return nil
}

// CanDraftJointProject lets the directors of centres propose.
func CanDraftJointProject(v Viewer) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case !v.IsDirectorOf(v.CentreID):
		return Forbidden("directors_only")
	}
	return nil
}

// CanEditJointProject lets a project that has not ended be rewritten.
func CanEditJointProject(v Viewer, p JointProject) error {
	if err := p.steers(v); err != nil {
		return err
	}
	return p.open()
}

// CanManagePartners lets the lead centre say who is asked for what.
func CanManagePartners(v Viewer, p JointProject) error {
	if err := p.directs(v); err != nil {
		return err
	}
	return p.open()
}

// CanMoveJointProject says whether the viewer may bring the project to another
// state. Starting, suspending, resuming and completing are its leads' too.
func CanMoveJointProject(v Viewer, p JointProject, to JointProjectState) error {
	who := p.steers
	if to == ProjectConsultation || to == ProjectCommitted || to == ProjectAbandoned {
		who = p.directs
	}
	if err := who(v); err != nil {
		return err
	}
	if err := transition(projectTransitions, p.State, to); err != nil {
		return err
	}
	switch to {
	case ProjectConsultation:
		if p.Partners == 0 {
			return Forbidden("project_without_partner")
		}
	case ProjectCommitted:
		if !p.LeadSigned {
			return Forbidden("lead_has_to_sign")
		}
		if p.Signed < p.MinimumPartners {
			return Forbidden("signatures_missing", "signed", p.Signed, "minimum", p.MinimumPartners)
		}
	}
	return nil
}

// CanMoveJointProjectFrom is CanMoveJointProject for an act that has one
// beginning: resuming is not starting, though both end in RUNNING.
func CanMoveJointProjectFrom(v Viewer, p JointProject, from, to JointProjectState) error {
	if err := CanMoveJointProject(v, p, to); err != nil {
		return err
	}
	if p.State != from {
		return wrongState(projectTransitions, p.State)
	}
	return nil
}

// ReadyToCommit reports whether nothing but the lead's word is missing.
func (p JointProject) ReadyToCommit() bool {
	return p.State == ProjectConsultation && p.LeadSigned && p.Signed >= p.MinimumPartners
}

// JointProjectMoves are the moves that the viewer may make with the project.
func JointProjectMoves(v Viewer, p JointProject) []JointProjectState {
	moves := []JointProjectState{}
	for _, to := range projectTransitions[p.State] {
		if CanMoveJointProject(v, p, to) == nil {
			moves = append(moves, to)
		}
	}
	return moves
}

// ProjectText is what a proposal says.
type ProjectText struct {
	Title, Purpose, ExpectedResults string
	StartsOn, EndsOn                Date
	MinimumPartners                 int
}

// Validate cleans the proposal in place, or says which field is at fault.
func (p *ProjectText) Validate() (err error) {
	if p.Title, err = CleanLine("input.title", p.Title, ProjectTitleMax); err != nil {
		return err
	}
	if p.Purpose, err = RequireText("input.purpose", p.Purpose, ProjectTextMax); err != nil {
		return err
	}
	if p.ExpectedResults, err = CleanText("input.expectedResults", p.ExpectedResults, ProjectTextMax); err != nil {
		return err
	}
	if p.EndsOn < p.StartsOn {
		return Invalid("input.endsOn", "after_start")
	}
	if p.MinimumPartners < 1 || p.MinimumPartners > ProjectPartnersMax {
		return Invalid("input.minimumPartners", "out_of_range", "min", 1, "max", ProjectPartnersMax)
	}
	return nil
}
