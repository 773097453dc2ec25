package network

import (
	"strings"
	"testing"
)

func TestWhatIsSaidOfAGuest(t *testing.T) {
	good := GuestWords{GivenName: " Solène ", FamilyName: "Delaunay", Email: " solene@invite.example ", Function: " Autrice ", Kind: GuestSpeaker}
	if err := good.Clean(); err != nil || good != (GuestWords{"Solène", "Delaunay", "solene@invite.example", "Autrice", GuestSpeaker}) {
		t.Errorf("%+v, %v", good, err)
	}
	for _, c := range []struct {
		name       string
		change     func(w *GuestWords)
		field, key string
	}{
		{"no given name", func(w *GuestWords) { w.GivenName = " " }, "input.givenName", "required"},
		{"no family name", func(w *GuestWords) { w.FamilyName = "" }, "input.familyName", "required"},
		{"a long name", func(w *GuestWords) { w.FamilyName = strings.Repeat("é", 81) }, "input.familyName", "too_long"},
		{"two addresses", func(w *GuestWords) { w.Email = "a@b.example, c@d.example" }, "input.email", "not_an_email"},
		{"half an address", func(w *GuestWords) { w.Email = "solene@" }, "input.email", "not_an_email"},
		{"a header", func(w *GuestWords) { w.Email = "a@b.example\r\nBcc: c@d.example" }, "input.email", "unprintable"},
		{"a long function", func(w *GuestWords) { w.Function = strings.Repeat("x", GuestFunctionMax+1) }, "input.function", "too_long"},
		{"another kind, not said", func(w *GuestWords) { w.Kind, w.Function = GuestOther, " " }, "input.function", "required"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := good
			c.change(&w)
			err, _ := w.Clean().(*Error)
			if err == nil || err.Field != c.field || err.Key != c.key {
				t.Errorf("%v, want %s %s", err, c.field, c.key)
			}
		})
	}
	for _, w := range []GuestWords{{GivenName: "A", FamilyName: "B", Kind: GuestElected}, {GivenName: "A", FamilyName: "B", Kind: GuestOther, Function: "Témoin"}} {
		if err := w.Clean(); err != nil {
			t.Errorf("%+v: %v", w, err)
		}
	}
}

func TestWhoLetsGuestsIn(t *testing.T) {
	reader := anAssistant
	reader.ReadOnly = true
	for _, c := range []struct {
		name                  string
		v                     Viewer
		g                     Gathering
		s                     GuestState
		invite, renew, revoke string
	}{
		{"the host's assistant", anAssistant, Gathering{State: GatheringLive, Hosted: true}, GuestArrived, "", "", ""},
		{"before it is told", anAssistant, Gathering{State: GatheringDraft, Hosted: true}, GuestInvited, "", "", ""},
		{"one who was shut out", anAssistant, Gathering{State: GatheringPublished, Hosted: true}, GuestRevoked, "", "", ""},
		{"when it is over", anAssistant, Gathering{State: GatheringClosed, Hosted: true}, GuestArrived, "wrong_state", "", ""},
		{"long after", anAssistant, Gathering{State: GatheringClosed, Hosted: true}, GuestEnded, "wrong_state", "invitation_ended", ""},
		{"another centre's", anAssistant, Gathering{State: GatheringLive}, GuestInvited, "gathering_editors_only", "gathering_editors_only", "gathering_editors_only"},
		{"a guest", aParticipant, Gathering{ID: "tours", State: GatheringLive}, GuestInvited, "staff_only", "staff_only", "staff_only"},
		{"a token that reads", reader, Gathering{State: GatheringLive, Hosted: true}, GuestInvited, "read_only_token", "read_only_token", "read_only_token"},
		{"nobody", Viewer{Kind: Anonymous}, Gathering{State: GatheringLive}, GuestInvited, "sign_in_first", "sign_in_first", "sign_in_first"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantKey(t, CanInviteGuest(c.v, c.g), c.invite)
			wantKey(t, CanEditGuest(c.v, c.g), c.invite)
			wantKey(t, CanRenewInvitation(c.v, c.g, c.s), c.renew)
			wantKey(t, CanRevokeGuest(c.v, c.g), c.revoke)
		})
	}
}
