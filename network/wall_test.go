package network

import "testing"

func TestWhoRunsTheWall(t *testing.T) {
	assistant := Viewer{Kind: Staff, StaffID: "assistant", CentreID: "c2", Job: JobAdministrativeAssistant, SessionID: "s"}
	for _, c := range []struct {
		name  string
		place WallPlace
		want  string
	}{
		{"their centre does not invite", WallPlace{GatheringID: "g"}, "coordinator"},
		{"their centre invites", WallPlace{GatheringID: "g", Hosts: true}, "director coordinator"},
		{"they facilitate", WallPlace{GatheringID: "g", Facilitates: true}, "facilitator author director coordinator admin"},
	} {
		if got := whoMay(func(v Viewer) error { return CanRunWall(v, c.place) }, allNames...); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	wantKey(t, CanRunWall(assistant, WallPlace{GatheringID: "g", Hosts: true}), "")
	wantKey(t, CanRunWall(someGuest, WallPlace{GatheringID: "g", Hosts: true, Facilitates: true}), "wall_editors_only")
	wantKey(t, CanRunWall(otherGuest, WallPlace{GatheringID: "g"}), "not_found")
}
