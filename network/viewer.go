package network

import "context"

// ViewerKind says how much of the house a viewer has been let into.
type ViewerKind string

const (
	Anonymous ViewerKind = "ANONYMOUS"
	Guest     ViewerKind = "GUEST"
	Staff     ViewerKind = "STAFF"
)

// Job is a job family of the network, or GUEST for a person invited to one
// gathering only.
type Job string

const (
	JobDirector                Job = "DIRECTOR"
	JobMissionOfficer          Job = "MISSION_OFFICER"
	JobInformationOfficer      Job = "INFORMATION_OFFICER"
	JobAdministrativeAssistant Job = "ADMINISTRATIVE_ASSISTANT"
	JobNationalCoordination    Job = "NATIONAL_COORDINATION"
	JobGuest                   Job = "GUEST"
)

// NetworkRole is what a person is for the whole network, beside their job.
type NetworkRole string

const (
	RoleNone        NetworkRole = "NONE"
	RoleCoordinator NetworkRole = "COORDINATOR"
	RoleAdmin       NetworkRole = "ADMIN"
)

// Viewer is who is asking. It is read from the account at every request, so
// that a right withdrawn is withdrawn at once; it never travels in a token.
type Viewer struct {
	Kind    ViewerKind
	StaffID ID
	// CentreID is empty for the national coordination and for guests.
	CentreID ID
	Job      Job
	Role     NetworkRole
	// GatheringID is the one gathering a guest was invited to.
	GatheringID ID
	// ReadOnly is set for a personal access token without the write scope.
	ReadOnly bool
	// SessionID is the session that asks, TokenID the personal access token
	// that does: one of them is set for whoever is signed in.
	SessionID ID
	TokenID   ID
}

// IsStaff reports whether the viewer belongs to a team of the network.
func (v Viewer) IsStaff() bool { return v.Kind == Staff }

// IsCoordinator reports whether the viewer is the national coordinator.
func (v Viewer) IsCoordinator() bool { return v.Kind == Staff && v.Role == RoleCoordinator }

// IsAdmin reports whether the viewer administers accounts and settings.
func (v Viewer) IsAdmin() bool { return v.Kind == Staff && v.Role == RoleAdmin }

// IsDirectorOf reports whether the viewer directs the given centre.
func (v Viewer) IsDirectorOf(centre ID) bool {
	return v.Kind == Staff && v.Job == JobDirector && centre != "" && v.CentreID == centre
}

// CanAct refuses whoever is not signed in, and tokens that may only read.
// Every write begins with it.
func CanAct(v Viewer) error {
	if v.Kind == Anonymous || v.Kind == "" {
		return &Error{Code: CodeUnauthenticated, Key: "sign_in_first"}
	}
	if v.ReadOnly {
		return Forbidden("read_only_token")
	}
	return nil
}

// CanActAsStaff is CanAct for what guests may not do.
func CanActAsStaff(v Viewer) error {
	if err := CanAct(v); err != nil {
		return err
	}
	if v.Kind != Staff {
		return Forbidden("staff_only")
	}
	return nil
}

type viewerKey struct{}

// WithViewer says who is asking, for everything done under ctx.
func WithViewer(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, viewerKey{}, v)
}

// ViewerFrom is who is asking; the anonymous viewer where nobody was announced.
func ViewerFrom(ctx context.Context) Viewer {
	if v, ok := ctx.Value(viewerKey{}).(Viewer); ok {
		return v
	}
	return Viewer{Kind: Anonymous}
}
