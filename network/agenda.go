package network

import "time"

// AgendaItemKind: What an agenda item is.
type AgendaItemKind string

const (
	AgendaPlenary   AgendaItemKind = "PLENARY"
	AgendaTalk      AgendaItemKind = "TALK"
	AgendaBarcamp   AgendaItemKind = "BARCAMP"
	AgendaQuestions AgendaItemKind = "QUESTIONS"
	AgendaForum     AgendaItemKind = "FORUM"
	AgendaBreak     AgendaItemKind = "BREAK"
)

// AgendaItemState: PLANNED → MOVED(trace) | CANCELLED(trace).
type AgendaItemState string

const (
	AgendaPlanned   AgendaItemState = "PLANNED"
	AgendaMoved     AgendaItemState = "MOVED"
	AgendaCancelled AgendaItemState = "CANCELLED"
)

// AgendaChangeKind: What a release does to an item.
type AgendaChangeKind string

const (
	AgendaItemAdded     AgendaChangeKind = "ADDED"
	AgendaItemMoved     AgendaChangeKind = "MOVED"
	AgendaItemEdited    AgendaChangeKind = "EDITED"
	AgendaItemCancelled AgendaChangeKind = "CANCELLED"
)

// The limits of an agenda item's words and of a release's note, in characters,
// and of the items of a gathering.
const (
	AgendaTitleMax       = 200
	AgendaSpeakerMax     = 200
	AgendaDescriptionMax = 4000
	AgendaCapacityMax    = 10000
	AgendaNoteMax        = 1000
	AgendaItemsMax       = 200
)

// AgendaItemWords are what is said of an agenda item. Space is empty where it
// is in no one room; Capacity is nil without limit.
type AgendaItemWords struct {
	Title, Speaker, Description string
	Kind                        AgendaItemKind
	StartsAt, EndsAt            time.Time
	Space                       ID
	Public                      bool
	Capacity                    *int
}

// Clean checks the words and makes them even.
func (w *AgendaItemWords) Clean() (err error) {
	if w.Title, err = CleanLine("input.title", w.Title, AgendaTitleMax); err != nil {
		return err
	}
	if w.Speaker, err = CleanText("input.speaker", w.Speaker, AgendaSpeakerMax); err != nil {
		return err
	}
	if w.Description, err = CleanText("input.description", w.Description, AgendaDescriptionMax); err != nil {
		return err
	}
	if !w.EndsAt.After(w.StartsAt) {
		return Invalid("input.endsAt", "after_start")
	}
	return checkCapacity(w.Capacity, AgendaCapacityMax)
}

// AgendaItem is what the rules about an item of the published agenda need.
type AgendaItem struct {
	State     AgendaItemState
	Gathering Gathering
}

// CanKeepAgendaItem lets whoever takes part keep an item in their programme
// while the gathering is ahead or going on.
func CanKeepAgendaItem(v Viewer, i AgendaItem) error {
	switch err := CanAct(v); {
	case err != nil:
		return err
	case !v.IsStaff() && (v.Kind != Guest || v.GatheringID != i.Gathering.ID):
		return Forbidden("gathering_participants_only")
	case i.Gathering.State != GatheringPublished && i.Gathering.State != GatheringLive:
		return wrongState(gatheringTransitions, i.Gathering.State)
	case i.State == AgendaCancelled:
		return Forbidden("agenda_item_cancelled")
	}
	return nil
}
