package network

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
