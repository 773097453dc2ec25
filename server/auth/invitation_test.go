package auth

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"maillage/db"
	"maillage/network"
)

// invited is a guest of a gathering, and what opens their link.
func (h *house) invited() (made db.NewInvitation, store *db.Store, coordinator network.Viewer) {
	h.t.Helper()
	store, err := db.NewStore(h.db)
	h.must(err)
	id, _ := h.account(network.RoleCoordinator)
	coordinator = network.Viewer{Kind: network.Staff, StaffID: id, Role: network.RoleCoordinator}
	gathering := network.ID(uuid.NewString())
	_, err = h.db.Exec(`
		insert into gathering (id, name, city, starts_on, ends_on, state)
		values ($1, 'Rencontre', 'Nantes', current_date, current_date, 'LIVE')`, gathering)
	h.must(err)
	made, err = store.InviteGuest(context.Background(), coordinator, act("inviteGuest"), gathering,
		network.GuestWords{GivenName: "Solène", FamilyName: "Delaunay", Kind: network.GuestSpeaker})
	h.must(err)
	return made, store, coordinator
}

func (b *browser) follow(token string) answer {
	b.h.t.Helper()
	return b.send("POST", "/auth/invitation", fmt.Sprintf(`{"token":%q}`, token))
}

func TestALinkIsFollowedOnSeveralDevicesUntilItIsRevoked(t *testing.T) {
	h := newHouse(t)
	made, store, coordinator := h.invited()
	phone, desk := h.browser(), h.browser()
	for _, b := range []*browser{phone, desk} {
		wantStatus(t, b.follow(made.Secret), 204)
		v := b.who()
		if v.Kind != network.Guest || v.StaffID != made.Guest || v.GatheringID != made.Gathering {
			t.Errorf("%+v", v)
		}
		wantStatus(t, b.post("/auth/refresh"), 204)
	}
	there := &browser{h, phone.client, h.serve(h.instance(), nil)}
	there.setCookie("maillage_access", phone.cookie("maillage_access"))
	if _, err := store.RevokeGuest(context.Background(), coordinator, act("revokeGuest"), made.Guest); err != nil {
		t.Fatal(err)
	}
	for _, b := range []*browser{phone, desk, there} {
		wantAnonymous(t, b.who())
		wantStatus(t, b.post("/auth/refresh"), 401)
	}
	wantStatus(t, h.browser().follow(made.Secret), 401)
}

func TestFollowingALinkReplacesTheSessionThatWasThere(t *testing.T) {
	h := newHouse(t)
	made, _, _ := h.invited()
	_, email := h.account(network.RoleNone)
	b := h.browser().in(email)
	thief := h.browser()
	thief.setCookie("maillage_access", b.cookie("maillage_access"))
	wantStatus(t, b.follow(made.Secret), 204)
	if b.who().StaffID != made.Guest {
		t.Errorf("%+v", b.who())
	}
	wantAnonymous(t, thief.who())
	// A link that opens nothing takes nothing away.
	wantStatus(t, b.follow("mlg_inv_x"), 401)
	if b.who().StaffID != made.Guest {
		t.Error("a wrong link signed the guest out")
	}
}

func TestWhatIsNoLinkIsRefused(t *testing.T) {
	h := newHouse(t)
	made, _, _ := h.invited()
	for body, want := range map[string]int{
		`{"token":""}`: 400, `{}`: 400, `{"token":1}`: 400, `[]`: 400, `{"token":"a","more":1}`: 400,
		`{"token":"` + strings.Repeat("a", 2000) + `"}`: 400, `{"token":"` + strings.Repeat("a", bodyMax) + `"}`: 413,
		`{"token":"mlg_inv_unknown"}`: 401, `{"token":"` + made.Secret + `"} {}`: 400,
	} {
		wantStatus(t, h.browser().send("POST", "/auth/invitation", body), want)
	}
	wantStatus(t, h.browser().send("POST", "/auth/invitation", `{"token":"`+made.Secret+`"}`, "Content-Type", "text/plain"), 415)
	refused := h.browser().send("POST", "/auth/invitation", `{"token":"mlg_inv_unknown"}`, "Accept-Language", "en")
	if refused.code != "UNAUTHENTICATED" || !strings.Contains(refused.message, "opens nothing") || strings.Contains(h.log.String(), made.Secret) {
		t.Errorf("%s, logged %s", refused.text, h.log)
	}
}
