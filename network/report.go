package network

// ReportTextMax bounds what a status report tells, in characters.
const ReportTextMax = 10_000

// reported are the states in which a project is at work, and told of.
var reported = map[JointProjectState]bool{ProjectRunning: true, ProjectSuspended: true}

// CanPostStatusReport lets the team of a project at work.
func CanPostStatusReport(v Viewer, p JointProject) error {
	switch err := CanActAsStaff(v); {
	case err != nil:
		return err
	case p.TeamRole == "":
		return Forbidden("project_team_only")
	case !reported[p.State]:
		return wrongState(projectTransitions, p.State)
	}
	return nil
}

// StatusReport is what its author tells of a period.
type StatusReport struct {
	Health                       Health
	Explanation, Done, Next      string
	PeriodStartsOn, PeriodEndsOn Date
}

// Validate cleans the report in place, or says which field is at fault.
func (r *StatusReport) Validate() (err error) {
	if r.Health == HealthUnknown {
		return Invalid("input.health", "say_health")
	}
	if r.Explanation, err = CleanText("input.explanation", r.Explanation, ProjectTextMax); err != nil {
		return err
	}
	if r.Health != HealthOnTrack && r.Explanation == "" {
		return Invalid("input.explanation", "explain_health")
	}
	if r.Done, err = CleanText("input.done", r.Done, ReportTextMax); err != nil {
		return err
	}
	if r.Next, err = CleanText("input.next", r.Next, ReportTextMax); err != nil {
		return err
	}
	if r.Done == "" && r.Next == "" {
		return Invalid("input.done", "required")
	}
	if r.PeriodEndsOn < r.PeriodStartsOn {
		return Invalid("input.periodEndsOn", "after_start")
	}
	return nil
}
