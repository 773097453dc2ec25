package network

import (
	"slices"
	"strings"
	"time"
)

// GatheringState: DRAFT → PUBLISHED → LIVE → CLOSED → PROCEEDINGS_FINAL; CANCELLED.
type GatheringState string

const (
	GatheringDraft            GatheringState = "DRAFT"
	GatheringPublished        GatheringState = "PUBLISHED"
	GatheringLive             GatheringState = "LIVE"
	GatheringClosed           GatheringState = "CLOSED"
	GatheringProceedingsFinal GatheringState = "PROCEEDINGS_FINAL"
	GatheringCancelled        GatheringState = "CANCELLED"
)

// The limits of what is said of a gathering, in characters, and of what it has.
const (
	GatheringNameMax        = 120
	GatheringCityMax        = 120
	GatheringVenueMax       = 200
	GatheringDescriptionMax = 4000
	GatheringReasonMax      = 4000
	GatheringCapacityMax    = 10000
	GatheringDaysMax        = 14
	GatheringHostsMax       = 10
)

// Gathering is what the rules about a gathering need of it.
type Gathering struct {
	ID    ID
	State GatheringState
	// Hosted: the viewer's centre invites.
	Hosted bool
}

// gatheringTransitions are the moves of a gathering, the likeliest first.
var gatheringTransitions = map[GatheringState][]GatheringState{
	GatheringDraft:     {GatheringPublished, GatheringCancelled},
	GatheringPublished: {GatheringLive, GatheringCancelled},
	GatheringLive:      {GatheringClosed},
	GatheringClosed:    {GatheringProceedingsFinal},
}

// Ahead reports whether the gathering is still to come or going on: what it
// needs can be changed, and people can say what they will go to.
func (s GatheringState) Ahead() bool {
	return s == GatheringDraft || s == GatheringPublished || s == GatheringLive
}

// MayCreateGatherings lets the coordinator, and the directors and assistants
// of centres, who invite to their own.
func MayCreateGatherings(v Viewer) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if !v.IsCoordinator() && !invites(v) {
		return Forbidden("gathering_editors_only")
	}
	return nil
}

// invites reports whether the viewer's job is to invite for their centre.
func invites(v Viewer) bool {
	return v.CentreID != "" && (v.Job == JobDirector || v.Job == JobAdministrativeAssistant)
}

// CanHost is MayCreateGatherings for these hosts: whoever is not the
// coordinator does not make others invite without inviting themselves.
func CanHost(v Viewer, hosts []ID) error {
	if err := MayCreateGatherings(v); err != nil {
		return err
	}
	switch {
	case len(hosts) == 0:
		return Invalid("input.hostIds", "required")
	case len(hosts) > GatheringHostsMax:
		return Invalid("input.hostIds", "too_many", "max", GatheringHostsMax)
	case !v.IsCoordinator() && !slices.Contains(hosts, v.CentreID):
		return Invalid("input.hostIds", "own_centre_hosts")
	}
	return nil
}

// CanPrepareGathering is for the coordinator, and the directors and assistants
// of the centres that host.
func CanPrepareGathering(v Viewer, g Gathering) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if !runs(v, g.Hosted) {
		return Forbidden("gathering_editors_only")
	}
	return nil
}

// CanEditGathering lets those who prepare a gathering change it, its rooms and
// its draft agenda until it is over.
func CanEditGathering(v Viewer, g Gathering) error {
	if err := CanPrepareGathering(v, g); err != nil {
		return err
	}
	if !g.State.Ahead() {
		return wrongState(gatheringTransitions, g.State)
	}
	return nil
}

// CanMoveGathering lets those who prepare a gathering bring it to another
// state; that its proceedings are final is for the coordinator to say.
func CanMoveGathering(v Viewer, g Gathering, to GatheringState) error {
	if to == GatheringProceedingsFinal {
		return CanFinalizeProceedings(v, g)
	}
	if err := CanPrepareGathering(v, g); err != nil {
		return err
	}
	return transition(gatheringTransitions, g.State, to)
}

// GatheringMoves are the states to which the viewer may bring the gathering now.
func GatheringMoves(v Viewer, g Gathering) []GatheringState {
	moves := []GatheringState{}
	for _, to := range gatheringTransitions[g.State] {
		if CanMoveGathering(v, g, to) == nil {
			moves = append(moves, to)
		}
	}
	return moves
}

// CanPublishAgenda lets those who prepare a gathering release its agenda once
// the gathering itself is announced, and until it is over.
func CanPublishAgenda(v Viewer, g Gathering) error {
	if err := CanPrepareGathering(v, g); err != nil {
		return err
	}
	if g.State != GatheringPublished && g.State != GatheringLive {
		return wrongState(gatheringTransitions, g.State)
	}
	return nil
}

// CanCopyGathering lets whoever may invite begin anew from a gathering they see.
func CanCopyGathering(v Viewer, _ Gathering) error { return MayCreateGatherings(v) }

// GatheringWords are what is said of a gathering. Capacity is nil without limit.
type GatheringWords struct {
	Name, City, Venue, TimeZone, Description string
	StartsOn, EndsOn                         Date
	Capacity                                 *int
	Hosts                                    []ID
}

// Clean checks the words and makes them even.
func (w *GatheringWords) Clean() (err error) {
	if w.Name, err = CleanLine("input.name", w.Name, GatheringNameMax); err != nil {
		return err
	}
	if w.City, err = CleanLine("input.city", w.City, GatheringCityMax); err != nil {
		return err
	}
	if w.Venue, err = CleanText("input.venue", w.Venue, GatheringVenueMax); err != nil {
		return err
	}
	if w.Description, err = CleanText("input.description", w.Description, GatheringDescriptionMax); err != nil {
		return err
	}
	if err := CheckTimeZone("input.timeZone", w.TimeZone); err != nil {
		return err
	}
	if err := CheckGatheringDays(w.StartsOn, w.EndsOn); err != nil {
		return err
	}
	return checkCapacity(w.Capacity, GatheringCapacityMax)
}

// CheckGatheringDays refuses days that do not follow one another, and more of
// them than a gathering has.
func CheckGatheringDays(starts, ends Date) error {
	switch {
	case ends < starts:
		return Invalid("input.endsOn", "after_start")
	case ends > starts.AddDays(GatheringDaysMax-1):
		return Invalid("input.endsOn", "gathering_too_long", "max", GatheringDaysMax)
	}
	return nil
}

// CheckTimeZone refuses what is no name of a place's time.
func CheckTimeZone(field, name string) error {
	if _, err := time.LoadLocation(name); err != nil || name != "UTC" && !strings.Contains(name, "/") {
		return Invalid(field, "unknown_value")
	}
	return nil
}

// checkCapacity refuses what no place has; nil is no limit.
func checkCapacity(n *int, most int) error {
	if n != nil && (*n < 1 || *n > most) {
		return Invalid("input.capacity", "out_of_range", "min", 1, "max", most)
	}
	return nil
}

// CanTakePartIn lets teams take part in every gathering, and guests in theirs.
func CanTakePartIn(v Viewer, gathering ID) error {
	if err := CanAct(v); err != nil {
		return err
	}
	if v.IsStaff() || v.Kind == Guest && gathering != "" && v.GatheringID == gathering {
		return nil
	}
	return NotFound()
}

// CanRunGathering lets the coordinator, and the directors and assistants of
// the centres that host it, run a gathering.
func CanRunGathering(v Viewer, hosts []ID) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if !RunsGathering(v, hosts) {
		return Forbidden("gathering_runners_only")
	}
	return nil
}

// RunsGathering reports whether the viewer is one of those who run a gathering
// of these hosts: what they may read of it, with a token that only reads too.
func RunsGathering(v Viewer, hosts []ID) bool {
	return runs(v, slices.Contains(hosts, v.CentreID))
}

// runs is the rule of all that concerns a gathering as a whole: the
// coordinator, and the directors and assistants of a centre that hosts it.
func runs(v Viewer, hosted bool) bool {
	return v.IsCoordinator() || v.IsStaff() && hosted && invites(v)
}
