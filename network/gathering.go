package network

import "slices"

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
	ofHost := v.IsStaff() && v.CentreID != "" && slices.Contains(hosts, v.CentreID)
	return v.IsCoordinator() || ofHost && (v.Job == JobDirector || v.Job == JobAdministrativeAssistant)
}
