package network

// OccurrenceState: PLANNED → MOVED | CANCELLED | RUNNING → ENDED.
type OccurrenceState string

const (
	OccurrencePlanned   OccurrenceState = "PLANNED"
	OccurrenceMoved     OccurrenceState = "MOVED"
	OccurrenceCancelled OccurrenceState = "CANCELLED"
	OccurrenceRunning   OccurrenceState = "RUNNING"
	OccurrenceEnded     OccurrenceState = "ENDED"
)

// PlacementWarningCode: ROOM_TOO_SMALL: `count` more people starred it than the room
// holds. STARRED_TOGETHER: `count` people also starred `topic`, in the same slot.
type PlacementWarningCode string

const (
	WarningRoomTooSmall    PlacementWarningCode = "ROOM_TOO_SMALL"
	WarningStarredTogether PlacementWarningCode = "STARRED_TOGETHER"
)

// PlacementWarning is what whoever places a topic should know; it forbids nothing.
type PlacementWarning struct {
	Code  PlacementWarningCode
	Count int
	// TopicID is the other topic, with STARRED_TOGETHER.
	TopicID ID
}
