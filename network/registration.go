package network

import "slices"

// RegistrationState: REGISTERED | WAITING → WITHDRAWN, and back; WAITING →
// REGISTERED by itself when a place is free.
type RegistrationState string

const (
	RegistrationRegistered RegistrationState = "REGISTERED"
	RegistrationWaiting    RegistrationState = "WAITING"
	RegistrationWithdrawn  RegistrationState = "WITHDRAWN"
)

// PlaceAnswer is what who moved up from a waiting list says of the place they
// then have: AWAITED → KEPT. Given back, the registration is WITHDRAWN.
type PlaceAnswer string

const (
	PlaceAwaited PlaceAnswer = "AWAITED"
	PlaceKept    PlaceAnswer = "KEPT"
)

// The limits of a registration: characters of what its person needs, how many
// people one act registers, and how many days who moves up from the waiting list
// has to say whether they keep the place.
const (
	RegistrationNeedsMax  = 500
	RegistrationPeopleMax = 50
	KeepPlaceDays         = 3
)

// registrationTransitions are the moves of a registration; from none, one is made.
var registrationTransitions = map[RegistrationState][]RegistrationState{
	"":                     {RegistrationRegistered, RegistrationWaiting},
	RegistrationRegistered: {RegistrationWithdrawn},
	RegistrationWaiting:    {RegistrationRegistered, RegistrationWithdrawn},
	RegistrationWithdrawn:  {RegistrationRegistered, RegistrationWaiting},
}

// Registration is what the rules look at of a registration. State is empty
// where there is none yet.
type Registration struct {
	Gathering Gathering
	State     RegistrationState
	PersonID  ID
	// CentreID is the person's centre, empty for national people and guests.
	CentreID ID
	// ByID is who registered them: the person, or another.
	ByID ID
}

// TakesRegistrations reports whether a gathering is announced and not over.
func TakesRegistrations(g Gathering) bool {
	return g.State == GatheringPublished || g.State == GatheringLive
}

func takesRegistrations(g Gathering) error {
	if !TakesRegistrations(g) {
		return wrongState(gatheringTransitions, g.State)
	}
	return nil
}

// CanRegister lets whoever takes part in a gathering register for it, once, from
// its announcement until it is over. State is that of their registration.
func CanRegister(v Viewer, g Gathering, state RegistrationState) error {
	if err := CanTakePartIn(v, g.ID); err != nil {
		return err
	}
	if err := takesRegistrations(g); err != nil {
		return err
	}
	if state != "" && state != RegistrationWithdrawn {
		return wrongState(registrationTransitions, state)
	}
	return nil
}

// CanRegisterColleagues lets the coordinator, and the directors and assistants
// of centres, register others.
func CanRegisterColleagues(v Viewer, g Gathering) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if !v.IsCoordinator() && !invites(v) {
		return Forbidden("registrars_only")
	}
	return takesRegistrations(g)
}

// CanRegisterAnyone is CanRegisterColleagues for people of any centre: for those
// who run the gathering.
func CanRegisterAnyone(v Viewer, g Gathering) error {
	if err := CanRegisterColleagues(v, g); err != nil {
		return err
	}
	if !runs(v, g.Hosted) {
		return Forbidden("own_colleagues_only")
	}
	return nil
}

// CanRegisterPerson is CanRegisterColleagues for a person of this centre: those
// who run the gathering register anyone, the others their own.
func CanRegisterPerson(v Viewer, g Gathering, centre ID) error {
	if err := CanRegisterColleagues(v, g); err != nil {
		return err
	}
	if centre == "" || centre != v.CentreID {
		return CanRegisterAnyone(v, g)
	}
	return nil
}

// CanEditRegistration lets the person, and whoever may register them, say other
// days while the gathering takes registrations.
func CanEditRegistration(v Viewer, r Registration) error {
	if err := r.tends(v); err != nil {
		return err
	}
	if r.State == RegistrationWithdrawn {
		return wrongState(registrationTransitions, r.State)
	}
	return nil
}

// CanWithdrawRegistration lets the same persons give the place back.
func CanWithdrawRegistration(v Viewer, r Registration) error {
	if err := r.tends(v); err != nil {
		return err
	}
	return transition(registrationTransitions, r.State, RegistrationWithdrawn)
}

// tends refuses whoever is neither the person nor may register them.
func (r Registration) tends(v Viewer) error {
	if v.StaffID != r.PersonID {
		return CanRegisterPerson(v, r.Gathering, r.CentreID)
	}
	if err := CanTakePartIn(v, r.Gathering.ID); err != nil {
		return err
	}
	return takesRegistrations(r.Gathering)
}

// ReadsNeeds reports whether the viewer reads what a person needs: the person,
// those who run the gathering, and the director or assistant of the person's
// centre who registered them.
func ReadsNeeds(v Viewer, r Registration) bool {
	switch {
	case v.Kind == Anonymous || v.Kind == "":
		return false
	case v.StaffID == r.PersonID, runs(v, r.Gathering.Hosted):
		return true
	}
	return v.StaffID == r.ByID && invites(v) && v.CentreID == r.CentreID
}

// CanMarkAttendance lets those who run a gathering say who is there, while it
// goes on and once it is over.
func CanMarkAttendance(v Viewer, g Gathering) error {
	if err := CanPrepareGathering(v, g); err != nil {
		return err
	}
	if g.State != GatheringLive && g.State != GatheringClosed {
		return wrongState(gatheringTransitions, g.State)
	}
	return nil
}

// CanMarkPresent is CanMarkAttendance of somebody who has a place.
func CanMarkPresent(v Viewer, r Registration) error {
	if err := CanMarkAttendance(v, r.Gathering); err != nil {
		return err
	}
	if r.State != RegistrationRegistered {
		return wrongState(registrationTransitions, r.State)
	}
	return nil
}

// RegistrationMoves are the moves the viewer may make with a registration:
// nobody moves up but by themselves.
func RegistrationMoves(v Viewer, r Registration) []RegistrationState {
	if CanWithdrawRegistration(v, r) == nil {
		return []RegistrationState{RegistrationWithdrawn}
	}
	return []RegistrationState{}
}

// SeatRegistration is the state of who registers where this many have a place
// and this many wait; capacity is nil without limit.
func SeatRegistration(registered, waiting int, capacity *int) RegistrationState {
	if capacity != nil && (waiting > 0 || registered >= *capacity) {
		return RegistrationWaiting
	}
	return RegistrationRegistered
}

// KeepPlaceBy is the day by which who moves up today says whether they keep the
// place: in some days, before the gathering begins, today when it has.
func KeepPlaceBy(today, startsOn Date) Date {
	return max(today, min(today.AddDays(KeepPlaceDays), startsOn.AddDays(-1)))
}

// CleanDays gives the days of a registration in their order, each once. They
// are days of the gathering, and at least one.
func CleanDays(days []Date, first, last Date) ([]Date, error) {
	if len(days) == 0 {
		return nil, Invalid("input.days", "choose_a_day")
	}
	if len(days) > GatheringDaysMax {
		return nil, Invalid("input.days", "gathering_too_long", "max", GatheringDaysMax)
	}
	days = slices.Clone(days)
	slices.Sort(days)
	if days[0] < first || days[len(days)-1] > last {
		return nil, Invalid("input.days", "day_outside_gathering")
	}
	return slices.Compact(days), nil
}

// ParticipantFigures are how many come to a gathering, by day and by centre.
// Awaited, who has not said that they keep the place they moved up to, is nil
// for whoever does not run the gathering.
type ParticipantFigures struct {
	Registered int
	Waiting    int
	Awaited    *int
	Days       []ParticipantDay
	Centres    []ParticipantCentre
}

// ParticipantDay is how many come on a day. Present, who was there, is nil for
// whoever does not run the gathering.
type ParticipantDay struct {
	Day        Date
	Registered int
	Present    *int
}

// ParticipantCentre is how many come from a centre; of those who have none,
// CentreID is nil.
type ParticipantCentre struct {
	CentreID   *ID
	Name       string
	Registered int
	Waiting    int
}
