package db

import (
	"testing"

	"maillage/network"
)

func TestWhatIsSaidOfAGuestIsRewritten(t *testing.T) {
	w := newWorld(t)
	made, err := w.invite(w.nantes.assistant, "solene@invite.example")
	w.must(err)
	words := network.GuestWords{GivenName: " Solenne ", FamilyName: "de Launay", Email: "Solene@invite.example", Kind: network.GuestElected, Function: "Adjointe"}
	edit := func(v network.Viewer, a Act, version int, words network.GuestWords) error {
		_, err := w.store.EditGuest(ctx, v, a, made.Guest, version, words)
		return err
	}
	for name, c := range map[string]struct {
		v    network.Viewer
		code network.Code
	}{
		"anonymous":            {w.anonymous, network.CodeUnauthenticated},
		"the guest":            {network.Viewer{Kind: network.Guest, StaffID: made.Guest, Job: network.JobGuest, GatheringID: w.gathering}, network.CodeNotFound},
		"another guest":        {w.otherGuest, network.CodeNotFound},
		"officer of the host":  {w.nantes.officer, network.CodeNotFound},
		"another centre":       {w.lyon.director, network.CodeNotFound},
		"the administrator":    {w.admin, network.CodeNotFound},
		"one who was mistaken": {w.nantes.assistant, network.CodeConflict},
	} {
		version := 1
		if c.code == network.CodeConflict {
			version = 7
		}
		t.Run(name, func(t *testing.T) { wantCode(t, edit(c.v, newAct(), version, words), c.code) })
	}
	once := newAct()
	for range 2 {
		w.must(edit(w.nantes.assistant, once, 1, words))
	}
	var seen struct {
		Guests struct {
			Nodes []struct {
				Kind, Function string
				Version        int
				ViewerCanEdit  bool
				StaffMember    struct{ Name, Email string }
			}
		}
	}
	look := `{ gathering(id: "` + string(w.gathering) + `") { guests(filter: { guestId: "` + string(made.Guest) + `" }) { nodes { kind function version viewerCanEdit staffMember { name email } } } } }`
	w.read(w.nantes.assistant, look, &seen)
	if n := seen.Guests.Nodes; len(n) != 1 || n[0].Kind != "ELECTED" || n[0].Function != "Adjointe" || n[0].Version != 2 || !n[0].ViewerCanEdit ||
		n[0].StaffMember.Name != "Solenne de Launay" || n[0].StaffMember.Email != "Solene@invite.example" {
		t.Errorf("%+v", seen)
	}
	w.want("told once", w.events(network.VerbGuestEdited, w.gathering), 1)
	failures := together(4, func(int) error { return edit(w.coordinator, newAct(), 2, words) })
	w.want("of four at once", succeeded(failures), 1)

	other := words
	other.Email = "P1@centre.example"
	wantCode(t, edit(w.coordinator, newAct(), 3, other), network.CodeInvalid, "input.email")
	other.Email, other.Kind, other.Function = "", network.GuestOther, ""
	wantCode(t, edit(w.coordinator, newAct(), 3, other), network.CodeInvalid, "input.function")
	other.Function = "Témoin"
	w.must(edit(w.coordinator, newAct(), 3, other))
	w.want("the address is free again", one[int](w, `SELECT count(*) FROM staff_member WHERE id = $1 AND email IS NULL`, made.Guest), 1)

	w.must2(w.store.CloseGathering(ctx, w.coordinator, newAct(), w.gathering, 1))
	wantCode(t, edit(w.coordinator, newAct(), 4, words), network.CodeInvalidTransition)
	w.read(w.coordinator, look, &seen)
	w.want("once it is over", seen.Guests.Nodes[0].ViewerCanEdit, false)
}
