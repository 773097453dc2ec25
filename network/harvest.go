package network

import "time"

// HarvestState: DRAFT → PUBLISHED → CONFIRMED.
type HarvestState string

const (
	HarvestDraft     HarvestState = "DRAFT"
	HarvestPublished HarvestState = "PUBLISHED"
	HarvestConfirmed HarvestState = "CONFIRMED"
)

// The limits of a harvest.
const (
	HarvestTextMax = 10_000
	CarriesOnMax   = 4000
	CarriersMax    = 10
	// HarvestDays is how long the convener has to write it.
	HarvestDays = 7
	// PromptBefore is how long before the end of its slot a session's harvest is
	// asked for.
	PromptBefore = 8 * time.Minute
	// ChaseAgain is how long a reminder is left to work.
	ChaseAgain = time.Hour
	// WritingLasts is how long somebody who said that they write is believed.
	WritingLasts = 45 * time.Second
)

// Harvest is what is written of a session.
type Harvest struct{ Said, Decided, NextSteps, CarriesOn string }

// Validate cleans the texts in place, or says which field is at fault. A draft
// may be empty.
func (h *Harvest) Validate() (err error) {
	if h.Said, err = CleanText("input.said", h.Said, HarvestTextMax); err != nil {
		return err
	}
	if h.Decided, err = CleanText("input.decided", h.Decided, HarvestTextMax); err != nil {
		return err
	}
	if h.NextSteps, err = CleanText("input.nextSteps", h.NextSteps, HarvestTextMax); err != nil {
		return err
	}
	h.CarriesOn, err = CleanText("input.carriesOn", h.CarriesOn, CarriesOnMax)
	return err
}

// Empty reports whether nothing has been written.
func (h Harvest) Empty() bool { return h == Harvest{} }

// CanWriteHarvest lets whoever was in the room, the convener and the
// facilitator write, from the first session on, and correct what has been
// published until it is confirmed.
func CanWriteHarvest(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.CheckedIn && !t.carries(v) {
		return Forbidden("harvest_by_those_present")
	}
	if t.Confirmed {
		return Forbidden("harvest_confirmed")
	}
	if t.State == TopicScheduled && t.Held {
		return nil // between two sessions
	}
	return t.in(TopicRunning, TopicHeld, TopicHarvested)
}

// CanPublishHarvest lets the convener and the facilitator publish what has been
// written of a held session.
func CanPublishHarvest(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.carries(v) {
		return Forbidden("convener_only")
	}
	if err := t.goesTo(TopicHarvested); err != nil {
		return err
	}
	if !t.Harvested {
		return Invalid("input.topicId", "harvest_missing")
	}
	return nil
}

// CanConfirmHarvest lets the same persons say, once, that what was published
// has been read again and stands.
func CanConfirmHarvest(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.carries(v) {
		return Forbidden("convener_only")
	}
	if err := t.in(TopicHarvested); err != nil {
		return err
	}
	if t.Confirmed {
		return Forbidden("harvest_confirmed")
	}
	return nil
}

// CanChaseHarvest lets whoever facilitates remind the convener of a held
// session; see ChasedLately.
func CanChaseHarvest(v Viewer, t Topic) error {
	if err := CanFacilitate(v, t.Forum); err != nil {
		return err
	}
	if err := t.in(TopicHeld); err != nil {
		return err
	}
	if t.ConvenerID == "" {
		return Forbidden("nobody_to_chase")
	}
	return nil
}

// ChasedLately refuses a reminder while the last one is left to work.
func ChasedLately(last, now time.Time) error {
	if left := last.Add(ChaseAgain).Sub(now); left > 0 {
		return &Error{Code: CodeLimited, Key: "chased_lately", Values: []any{"minutes", int((left + time.Minute - 1) / time.Minute)}}
	}
	return nil
}
