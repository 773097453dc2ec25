package network

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
// facilitator write, from the first session on and until the harvest is published.
func CanWriteHarvest(v Viewer, t Topic) error {
	if err := CanTakePart(v, t.Forum); err != nil {
		return err
	}
	if !t.CheckedIn && !t.carries(v) {
		return Forbidden("harvest_by_those_present")
	}
	if t.State == TopicScheduled && t.Held {
		return nil // between two sessions
	}
	return t.in(TopicRunning, TopicHeld)
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
