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

// CellNoteCode: What speaks against a cell of the board. The first three forbid it:
// SPACE_TAKEN by `topicId`; CONVENER_ELSEWHERE, who has `topicId` in that slot;
// TOPIC_IN_SLOT, the topic itself stands there already. The others are told:
// ROOM_TOO_SMALL, `count` more people starred it than the room holds;
// STARRED_TOGETHER, `count` people also starred `topicId`, in the same slot.
type CellNoteCode string

const (
	NoteSpaceTaken        CellNoteCode = "SPACE_TAKEN"
	NoteConvenerElsewhere CellNoteCode = "CONVENER_ELSEWHERE"
	NoteTopicInSlot       CellNoteCode = "TOPIC_IN_SLOT"
	NoteRoomTooSmall      CellNoteCode = "ROOM_TOO_SMALL"
	NoteStarredTogether   CellNoteCode = "STARRED_TOGETHER"
)

// CellNote is one thing that speaks against a cell for a topic.
type CellNote struct {
	Code    CellNoteCode
	Count   int
	TopicID ID
}

// BoardSession is what stands in a cell, seen from a topic: Together people
// starred both.
type BoardSession struct {
	TopicID, SlotID, SpaceID, ConvenerID ID
	Together                             int
}

// CellNotes says what speaks against putting a topic, which so many people
// starred, into a cell; board is all that stands.
func CellNotes(topic, convener ID, stars int, slot, space ID, capacity int, board []BoardSession) []CellNote {
	var refused, told []CellNote
	if stars > capacity {
		told = append(told, CellNote{Code: NoteRoomTooSmall, Count: stars - capacity})
	}
	for _, s := range board {
		switch {
		case s.SlotID != slot:
		case s.TopicID == topic:
			refused = append(refused, CellNote{Code: NoteTopicInSlot, TopicID: topic})
		default:
			if s.SpaceID == space {
				refused = append(refused, CellNote{Code: NoteSpaceTaken, TopicID: s.TopicID})
			}
			if convener != "" && s.ConvenerID == convener {
				refused = append(refused, CellNote{Code: NoteConvenerElsewhere, TopicID: s.TopicID})
			}
			if s.Together > 0 {
				told = append(told, CellNote{Code: NoteStarredTogether, Count: s.Together, TopicID: s.TopicID})
			}
		}
	}
	return append(refused, told...)
}
