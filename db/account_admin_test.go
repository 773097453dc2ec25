package db_test

import (
	"context"
	"testing"

	"maillage/network"
)

func (h *house) deactivate(v network.Viewer, staff network.ID, version int) error {
	return h.DeactivateStaffMember(context.Background(), v, act("deactivateStaffMember"), staff, version)
}

func (h *house) setRole(v network.Viewer, staff network.ID, version int, role network.NetworkRole) error {
	return h.SetNetworkRole(context.Background(), v, act("setNetworkRole"), staff, version, role)
}

func TestDeactivationTakesEffectAtOnce(t *testing.T) {
	h := newHouse(t)
	_, adminEmail := h.account(network.JobNationalCoordination, network.RoleAdmin)
	id, email := h.account(network.JobDirector, network.RoleNone)
	ctx := context.Background()
	admin, v := h.viewer(adminEmail), h.viewer(email)
	token, err := h.ViewerOfToken(ctx, h.token(v, network.ScopeRead).Secret)
	h.must(err)

	wantKey(t, h.deactivate(v, admin.StaffID, 1), network.CodeForbidden, "admin_only")
	wantKey(t, h.deactivate(admin, "nonsense", 1), network.CodeNotFound, "not_found")
	wantKey(t, h.deactivate(admin, id, 7), network.CodeConflict, "stale_version")
	h.wantAlive(v, true)
	once := act("deactivateStaffMember")
	h.must(h.DeactivateStaffMember(ctx, admin, once, id, 1))
	h.must(h.DeactivateStaffMember(ctx, admin, once, id, 1)) // its answer was lost
	h.wantAlive(v, false)
	h.wantAlive(token, false)

	h.must(h.ReactivateStaffMember(ctx, id))
	h.must(h.ReactivateStaffMember(ctx, id))
	h.wantAlive(v, false) // what was ended stays ended
	h.wantAlive(token, false)
	h.viewer(email)
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN", "TOKEN_CREATED", "ACCOUNT_DEACTIVATED", "ACCOUNT_REACTIVATED", "SIGNED_IN")
	var actor network.ID
	h.must(h.db.Get(&actor, `select actor_id from event where verb = 'ACCOUNT_DEACTIVATED'`))
	if actor != admin.StaffID {
		t.Errorf("deactivated by %s", actor)
	}
}

func TestRoleChangesAreAdministratorsAndTakeEffectAtOnce(t *testing.T) {
	h := newHouse(t)
	_, adminEmail := h.account(network.JobNationalCoordination, network.RoleAdmin)
	id, email := h.account(network.JobDirector, network.RoleCoordinator)
	guest, _ := h.account(network.JobGuest, network.RoleNone)
	ctx := context.Background()
	admin, v := h.viewer(adminEmail), h.viewer(email)

	wantKey(t, h.setRole(v, id, 1, network.RoleAdmin), network.CodeForbidden, "admin_only")
	wantKey(t, h.setRole(admin, guest, 1, network.RoleAdmin), network.CodeForbidden, "guest_without_role")
	wantKey(t, h.setRole(admin, id, 1, "KING"), network.CodeInvalid, "unknown_value")
	wantKey(t, h.setRole(admin, id, 2, network.RoleAdmin), network.CodeConflict, "stale_version")
	h.must(h.setRole(admin, id, 1, network.RoleAdmin))
	h.must(h.setRole(admin, id, 2, network.RoleAdmin))
	now, err := h.ViewerOfSession(ctx, v.SessionID, id)
	h.must(err)
	if !now.IsAdmin() {
		t.Errorf("%+v", now)
	}
	h.wantAlive(v, false) // its rights are not those it began with
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN", "ROLE_CHANGED")

	// The first one's right is read again, not taken from when they signed in.
	h.must(h.setRole(now, admin.StaffID, 1, network.RoleNone))
	wantKey(t, h.setRole(admin, id, 2, network.RoleNone), network.CodeForbidden, "admin_only")
	wantKey(t, h.deactivate(admin, id, 2), network.CodeForbidden, "admin_only")
}

func TestTheLastAdministratorCannotVanish(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobNationalCoordination, network.RoleAdmin)
	shut, _ := h.account(network.JobNationalCoordination, network.RoleAdmin)
	h.person(network.JobNationalCoordination, network.RoleAdmin) // cannot sign in: does not count
	admin := h.viewer(email)
	h.must(h.deactivate(admin, shut, 1))
	wantKey(t, h.deactivate(admin, id, 1), network.CodeForbidden, "last_admin")
	wantKey(t, h.setRole(admin, id, 1, network.RoleCoordinator), network.CodeForbidden, "last_admin")
	wantKey(t, h.AppointNetworkRole(context.Background(), id, network.RoleNone), network.CodeForbidden, "last_admin")
	h.wantAlive(admin, true)
}

func TestAdministratorsCannotDeposeOneAnotherAtOnce(t *testing.T) {
	h := newHouse(t)
	first, firstEmail := h.account(network.JobNationalCoordination, network.RoleAdmin)
	second, secondEmail := h.account(network.JobNationalCoordination, network.RoleAdmin)
	a, b := h.viewer(firstEmail), h.viewer(secondEmail)
	for range 20 {
		h.exec(`update staff_member set network_role = 'ADMIN', active = true, version = 1`)
		failures := atOnce(2, func(i int) error {
			if i == 0 {
				return h.setRole(a, second, 1, network.RoleNone)
			}
			return h.deactivate(b, first, 1)
		})
		if len(failures) != 1 {
			t.Fatalf("%d of two refused", len(failures))
		}
		wantKey(t, failures[0], network.CodeForbidden, "admin_only")
	}
}

func TestTheOperatorAppointsTheFirstAdministrator(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobNationalCoordination, network.RoleNone)
	ctx := context.Background()
	h.must(h.AppointNetworkRole(ctx, id, network.RoleAdmin))
	if !h.viewer(email).IsAdmin() {
		t.Error("not an administrator")
	}
	wantKey(t, h.AppointNetworkRole(ctx, "nonsense", network.RoleAdmin), network.CodeNotFound, "not_found")
	wantKey(t, h.AppointNetworkRole(ctx, id, "KING"), network.CodeInvalid, "unknown_value")
}
