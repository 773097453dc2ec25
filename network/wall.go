package network

import "time"

// WallsPerGathering bounds the links to one wall that are alive.
const WallsPerGathering = 20

// WallPlace is what the rules look at of a gathering, seen from the viewer.
type WallPlace struct {
	GatheringID ID
	// Hosts says that the viewer's centre invites, Facilitates that the viewer
	// facilitates its forum.
	Hosts, Facilitates bool
}

// CanRunWall lets the coordinator, who facilitates the forum, and the directors
// and assistants of the host centres open and close the wall to a room.
func CanRunWall(v Viewer, p WallPlace) error {
	if err := CanTakePart(v, Forum{GatheringID: p.GatheringID}); err != nil {
		return err
	}
	host := p.Hosts && (v.Job == JobDirector || v.Job == JobAdministrativeAssistant)
	if v.IsCoordinator() || v.IsStaff() && (p.Facilitates || host) {
		return nil
	}
	return Forbidden("wall_editors_only")
}

// Wall is what a gathering shows to a whole room. It holds no name of anybody.
type Wall struct {
	Gathering string
	City      string
	TimeZone  string
	At        time.Time
	ForumID   *ID
	Phase     *ForumPhase
	Agenda    []WallMoment
	// OnStage is the question on the stage of an item that is on.
	OnStage *WallQuestion
	// SpotlightID is the topic that has the floor.
	SpotlightID *ID
	Slots       []WallSlot
	Spaces      []WallSpace
	Topics      []WallTopic
	Counters    WallCounters
}

// WallMoment is a stretch of the agenda.
type WallMoment struct {
	Title    string         `db:"title"`
	Kind     AgendaItemKind `db:"kind"`
	StartsAt time.Time      `db:"starts_at"`
	EndsAt   time.Time      `db:"ends_at"`
	Space    string         `db:"space"`
}

// WallQuestion is a question put to the person on stage, by nobody in particular.
type WallQuestion struct {
	Item  string
	Text  string
	Votes int
}

// WallSlot is a row of the board.
type WallSlot struct {
	ID       ID        `db:"id"`
	Label    string    `db:"label"`
	StartsAt time.Time `db:"starts_at"`
	EndsAt   time.Time `db:"ends_at"`
}

// WallSpace is a column of the board.
type WallSpace struct {
	ID   ID     `db:"id"`
	Name string `db:"name"`
}

// WallTopic is a topic without its people.
type WallTopic struct {
	ID      ID         `db:"id"`
	Title   string     `db:"title"`
	State   TopicState `db:"state"`
	SlotID  *ID        `db:"slot_id"`
	SpaceID *ID        `db:"space_id"`
	Stars   int        `db:"stars"`
	Here    int        `db:"here"`
	Dots    *int       `db:"dots"`
}

// WallCounters are a forum in figures.
type WallCounters struct {
	Topics   int `db:"topics"`
	Stars    int `db:"stars"`
	Running  int `db:"running"`
	Held     int `db:"held"`
	Harvests int `db:"harvests"`
	Dots     int `db:"dots"`
	People   int `db:"people"`
}
