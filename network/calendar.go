package network

import "time"

// The limits of calendar addresses.
const (
	CalendarLinkNameMax   = 80
	CalendarLinksPerStaff = 5
	// CalendarDaysBehind is how long what is over stays in a calendar.
	CalendarDaysBehind = 365
)

// CalendarKind says what an entry of a calendar is.
type CalendarKind string

const (
	CalendarGathering  CalendarKind = "GATHERING"
	CalendarAgendaItem CalendarKind = "AGENDA_ITEM"
	CalendarSession    CalendarKind = "SESSION"
)

// CalendarEntry is one thing that a person goes to. ID stays the same wherever
// it moves, and Sequence rises with each move.
type CalendarEntry struct {
	ID    ID           `db:"id"`
	Kind  CalendarKind `db:"kind"`
	Title string       `db:"title"`
	// Gathering is the name of the gathering it belongs to.
	Gathering   string `db:"gathering"`
	GatheringID ID     `db:"gathering_id"`
	// TopicID is set for a session.
	TopicID     ID        `db:"topic_id"`
	Place       string    `db:"place"`
	Speaker     string    `db:"speaker"`
	Description string    `db:"description"`
	StartsAt    time.Time `db:"starts_at"`
	EndsAt      time.Time `db:"ends_at"`
	// AllDay entries begin and end with days, at midnight in UTC, the end excluded.
	AllDay bool `db:"all_day"`
	// TimeZone is the one in which the gathering tells its hours.
	TimeZone  string    `db:"time_zone"`
	Cancelled bool      `db:"cancelled"`
	Sequence  int       `db:"sequence"`
	ChangedAt time.Time `db:"changed_at"`
}

// CleanCalendarLink gives the name of a calendar address as it is to be kept.
func CleanCalendarLink(name string) (string, error) {
	return CleanLine("input.name", name, CalendarLinkNameMax)
}
