package network

import "time"

// The limits of a forum's setup.
const (
	ForumNameMax    = 120
	DotsMax         = 50
	DotsOfCentreMax = 1000
	SlotsPerForum   = 20
	SlotLabelMax    = 80
	SlotHoursMax    = 12
)

// ForumTerms are how a forum is run. DotsPerCentre 0 is no cap.
type ForumTerms struct {
	Name           string
	FacilitatorID  ID
	ConvenersPlace bool
	DotsPerPerson  int
	DotsPerCentre  int
}

// Validate cleans the name in place, or says which field is at fault.
func (s *ForumTerms) Validate() (err error) {
	if s.Name, err = CleanLine("input.name", s.Name, ForumNameMax); err != nil {
		return err
	}
	if s.DotsPerPerson < 1 || s.DotsPerPerson > DotsMax {
		return Invalid("input.dotsPerPerson", "out_of_range", "min", 1, "max", DotsMax)
	}
	if s.DotsPerCentre < 0 || s.DotsPerCentre > DotsOfCentreMax {
		return Invalid("input.dotsPerCentre", "out_of_range", "min", 1, "max", DotsOfCentreMax)
	}
	return nil
}

// CanCreateForum lets whoever prepares a gathering that is not over open a
// forum in it.
func CanCreateForum(v Viewer, state GatheringState, hosting bool) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if !runs(v, hosting) {
		return Forbidden("gathering_team_only")
	}
	if state != GatheringDraft && state != GatheringPublished && state != GatheringLive {
		return Forbidden("gathering_over")
	}
	return nil
}

// CanEditForum lets whoever facilitates, and whoever prepares the gathering,
// set a forum up until it is closed.
func CanEditForum(v Viewer, f Forum) error {
	if err := CanTakePart(v, f); err != nil {
		return err
	}
	if CanFacilitate(v, f) != nil && !runs(v, f.Hosting) {
		return Forbidden("forum_team_only")
	}
	return f.during(PhasePreparation, PhaseHarvest)
}

// CanEditDots adds that dots stand still once the first may have been put.
func CanEditDots(f Forum) error {
	if f.VoteClosed || f.during(PhasePreparation, PhaseSessions) != nil {
		return Forbidden("dots_stand")
	}
	return nil
}

// CanEditSlots lets the same persons as CanEditForum change the hours of the
// board until the sessions are over.
func CanEditSlots(v Viewer, f Forum) error {
	if err := CanEditForum(v, f); err != nil {
		return err
	}
	return f.during(PhasePreparation, PhaseSessions)
}

// SlotTerms are when sessions run side by side.
type SlotTerms struct {
	Label            string
	StartsAt, EndsAt time.Time
}

// Validate cleans the label in place, or says which field is at fault.
func (s *SlotTerms) Validate() (err error) {
	if s.Label, err = CleanLine("input.label", s.Label, SlotLabelMax); err != nil {
		return err
	}
	if !s.EndsAt.After(s.StartsAt) {
		return Invalid("input.endsAt", "after_start")
	}
	if s.EndsAt.Sub(s.StartsAt) > SlotHoursMax*time.Hour {
		return Invalid("input.endsAt", "slot_too_long", "max", SlotHoursMax)
	}
	return nil
}
