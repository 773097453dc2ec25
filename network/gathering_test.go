package network

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

var (
	anAssistant  = Viewer{Kind: Staff, StaffID: "assistant", CentreID: "nantes", Job: JobAdministrativeAssistant}
	aParticipant = Viewer{Kind: Guest, StaffID: "guest", Job: JobGuest, GatheringID: "tours"}
)

func TestWhoMakesCentresInvite(t *testing.T) {
	reader := anAssistant
	reader.ReadOnly = true
	coordinator := Viewer{Kind: Staff, StaffID: "co", Job: JobNationalCoordination, Role: RoleCoordinator}
	for _, c := range []struct {
		name  string
		v     Viewer
		hosts []ID
		want  Code
	}{
		{"anonymous", Viewer{Kind: Anonymous}, []ID{"nantes"}, CodeUnauthenticated},
		{"guest", aParticipant, []ID{"nantes"}, CodeForbidden},
		{"token to read", reader, []ID{"nantes"}, CodeForbidden},
		{"assistant for their own centre", anAssistant, []ID{"lille", "nantes"}, ""},
		{"assistant for another", anAssistant, []ID{"lille"}, CodeInvalid},
		{"nobody invites", anAssistant, nil, CodeInvalid},
		{"director", Viewer{Kind: Staff, CentreID: "nantes", Job: JobDirector}, []ID{"nantes"}, ""},
		{"officer", Viewer{Kind: Staff, CentreID: "nantes", Job: JobMissionOfficer}, []ID{"nantes"}, CodeForbidden},
		{"coordinator for any", coordinator, []ID{"lille"}, ""},
		{"coordinator for nobody", coordinator, nil, CodeInvalid},
		{"too many", coordinator, make([]ID, GatheringHostsMax+1), CodeInvalid},
		{"administrator", Viewer{Kind: Staff, Job: JobNationalCoordination, Role: RoleAdmin}, []ID{"nantes"}, CodeForbidden},
	} {
		if err := CanHost(c.v, c.hosts); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestTheLifeOfAGathering(t *testing.T) {
	want := map[GatheringState][]GatheringState{
		GatheringDraft:            {GatheringPublished, GatheringCancelled},
		GatheringPublished:        {GatheringLive, GatheringCancelled},
		GatheringLive:             {GatheringClosed},
		GatheringClosed:           {}, // the coordinator says that its proceedings are final
		GatheringProceedingsFinal: {},
		GatheringCancelled:        {},
	}
	for state, moves := range want {
		g := Gathering{State: state, Hosted: true}
		if got := GatheringMoves(anAssistant, g); !slices.Equal(got, moves) {
			t.Errorf("from %s: %v, want %v", state, got, moves)
		}
		g.Hosted = false
		if got := GatheringMoves(anAssistant, g); len(got) > 0 {
			t.Errorf("from %s, another centre's: %v", state, got)
		}
	}
}

func TestWhatIsPreparedWhen(t *testing.T) {
	officer := Viewer{Kind: Staff, CentreID: "nantes", Job: JobMissionOfficer}
	for _, c := range []struct {
		v             Viewer
		g             Gathering
		edit, publish Code
	}{
		{anAssistant, Gathering{State: GatheringDraft, Hosted: true}, "", CodeInvalidTransition},
		{anAssistant, Gathering{State: GatheringPublished, Hosted: true}, "", ""},
		{anAssistant, Gathering{State: GatheringLive, Hosted: true}, "", ""},
		{anAssistant, Gathering{State: GatheringClosed, Hosted: true}, CodeInvalidTransition, CodeInvalidTransition},
		{anAssistant, Gathering{State: GatheringCancelled, Hosted: true}, CodeInvalidTransition, CodeInvalidTransition},
		{anAssistant, Gathering{State: GatheringLive}, CodeForbidden, CodeForbidden},
		{officer, Gathering{State: GatheringLive, Hosted: true}, CodeForbidden, CodeForbidden},
		{aParticipant, Gathering{ID: "tours", State: GatheringLive}, CodeForbidden, CodeForbidden},
	} {
		if err := CanEditGathering(c.v, c.g); codeOf(err) != c.edit {
			t.Errorf("%s edits %+v: %v, want %q", c.v.Job, c.g, err, c.edit)
		}
		if err := CanPublishAgenda(c.v, c.g); codeOf(err) != c.publish {
			t.Errorf("%s publishes %+v: %v, want %q", c.v.Job, c.g, err, c.publish)
		}
	}
}

func TestWhoKeepsAnItem(t *testing.T) {
	tours := Gathering{ID: "tours", State: GatheringPublished}
	for _, c := range []struct {
		name string
		v    Viewer
		i    AgendaItem
		want Code
	}{
		{"anonymous", Viewer{Kind: Anonymous}, AgendaItem{AgendaPlanned, tours}, CodeUnauthenticated},
		{"a member of a team", anAssistant, AgendaItem{AgendaPlanned, tours}, ""},
		{"one that was moved", anAssistant, AgendaItem{AgendaMoved, tours}, ""},
		{"a guest of it", aParticipant, AgendaItem{AgendaPlanned, tours}, ""},
		{"a guest of another", aParticipant, AgendaItem{AgendaPlanned, Gathering{ID: "lyon", State: GatheringLive}}, CodeForbidden},
		{"cancelled", anAssistant, AgendaItem{AgendaCancelled, tours}, CodeForbidden},
		{"over", anAssistant, AgendaItem{AgendaPlanned, Gathering{ID: "tours", State: GatheringClosed}}, CodeInvalidTransition},
		{"a draft", anAssistant, AgendaItem{AgendaPlanned, Gathering{ID: "tours", State: GatheringDraft}}, CodeInvalidTransition},
	} {
		if err := CanKeepAgendaItem(c.v, c.i); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWhatIsSaidOfAGathering(t *testing.T) {
	good := GatheringWords{Name: "Rencontre", City: "Tours", TimeZone: "Europe/Paris", StartsOn: "2027-03-01", EndsOn: "2027-03-02"}
	none, many := 0, GatheringCapacityMax+1
	for field, change := range map[string]func(*GatheringWords){
		"":                  func(w *GatheringWords) { w.Name = "  Rencontre  " },
		"input.name":        func(w *GatheringWords) { w.Name = " " },
		"input.city":        func(w *GatheringWords) { w.City = "" },
		"input.venue":       func(w *GatheringWords) { w.Venue = string(make([]rune, GatheringVenueMax+1)) },
		"input.description": func(w *GatheringWords) { w.Description = "a\u202eb" },
		"input.endsOn":      func(w *GatheringWords) { w.EndsOn = "2027-02-28" },
		"input.endsOn ":     func(w *GatheringWords) { w.EndsOn = "2027-03-15" },
		"input.timeZone":    func(w *GatheringWords) { w.TimeZone = "Europe/Atlantide" },
		"input.timeZone ":   func(w *GatheringWords) { w.TimeZone = "Local" },
		"input.timeZone  ":  func(w *GatheringWords) { w.TimeZone = "" },
		"input.capacity":    func(w *GatheringWords) { w.Capacity = &none },
		"input.capacity ":   func(w *GatheringWords) { w.Capacity = &many },
	} {
		w := good
		change(&w)
		wantField(t, w.Clean(), field)
		if field == "" && w.Name != "Rencontre" {
			t.Errorf("kept as %q", w.Name)
		}
	}
}

// wantField checks which field a failure is about; spaces behind tell cases apart.
func wantField(t *testing.T, err error, field string) {
	t.Helper()
	var told *Error
	errors.As(err, &told)
	if got := cmp.Or(told, &Error{}).Field; got != strings.TrimSpace(field) {
		t.Errorf("%v is about %q, want %q", err, got, field)
	}
}

func TestWhatIsSaidOfRoomsAndItems(t *testing.T) {
	for field, w := range map[string]SpaceWords{
		"":                {Name: "Salle", Capacity: 1},
		"input.name":      {Capacity: 1},
		"input.capacity":  {Name: "Salle"},
		"input.capacity ": {Name: "Salle", Capacity: SpaceCapacityMax + 1},
		"input.equipment": {Name: "Salle", Capacity: 1, Equipment: string(make([]rune, SpaceEquipmentMax+1))},
	} {
		wantField(t, w.Clean(), field)
	}
	nine := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	none := 0
	for field, w := range map[string]AgendaItemWords{
		"":                  {Title: "Atelier", StartsAt: nine, EndsAt: nine.Add(time.Hour)},
		"input.title":       {Title: "\t", StartsAt: nine, EndsAt: nine.Add(time.Hour)},
		"input.endsAt":      {Title: "Atelier", StartsAt: nine, EndsAt: nine},
		"input.capacity":    {Title: "Atelier", StartsAt: nine, EndsAt: nine.Add(time.Hour), Capacity: &none},
		"input.speaker":     {Title: "Atelier", StartsAt: nine, EndsAt: nine.Add(time.Hour), Speaker: string(make([]rune, AgendaSpeakerMax+1))},
		"input.description": {Title: "Atelier", StartsAt: nine, EndsAt: nine.Add(time.Hour), Description: string(make([]rune, AgendaDescriptionMax+1))},
	} {
		wantField(t, w.Clean(), field)
	}
}
