package db

import (
	"context"
	"slices"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// lockAdmins makes acts on who may do what in the whole network follow one
// another, so that two administrators cannot depose each other at once, and
// returns who may administer now: who has the role and can sign in. Unless the
// actor is the operator of the server (empty), they must be among them still.
func lockAdmins(ctx context.Context, tx *sqlx.Tx, actor network.ID) ([]network.ID, error) {
	if _, err := tx.ExecContext(ctx, `select `+adminsHeld); err != nil {
		return nil, err
	}
	return administrators(ctx, tx, actor)
}

// adminsHeld is what acts on who may do what wait for, as SQL.
const adminsHeld = `pg_advisory_xact_lock(hashtext('maillage administrators'))`

// administrators is lockAdmins for who holds adminsHeld.
func administrators(ctx context.Context, tx *sqlx.Tx, actor network.ID) ([]network.ID, error) {
	var admins []network.ID
	if err := tx.SelectContext(ctx, &admins, `
		select p.id
		from staff_member p
		join account a on a.staff_id = p.id
		where p.network_role = 'ADMIN' and p.active and p.job <> 'GUEST'
		order by p.id
		for update of p`); err != nil {
		return nil, err
	}
	if actor != "" && !slices.Contains(admins, actor) {
		return nil, network.Forbidden("admin_only")
	}
	return admins, nil
}

// isLastOf reports whether nobody would be left without this person.
func isLastOf(admins []network.ID, staff network.ID) bool {
	return len(admins) == 1 && admins[0] == staff
}

// adminTarget is the person an administrator acts upon.
type adminTarget struct {
	Job     network.Job         `db:"job"`
	Role    network.NetworkRole `db:"network_role"`
	Active  bool                `db:"active"`
	Version int                 `db:"version"`
}

// lockTarget holds the person's account, then reads and holds their row: a
// sign-in under way ends before, or sees what is done here.
func lockTarget(ctx context.Context, tx *sqlx.Tx, staff network.ID) (adminTarget, error) {
	var p adminTarget
	if !staff.UUID() {
		return p, network.NotFound()
	}
	return p, noneIsNotFound(tx.GetContext(ctx, &p, `
		with held as materialized (
			select
			from account
			where staff_id = $1
			for update
		)
		select
			job,
			network_role,
			active,
			version
		from staff_member
		where id = $1
			and (select count(*) from held) >= 0
		for update`, staff))
}

// DeactivateStaffMember closes a person's account: their sessions and tokens
// end at once, their name stays on what they did, and the places they have in
// gatherings that are not over go to who waits. The last administrator cannot
// be shut out.
func (a *Accounts) DeactivateStaffMember(ctx context.Context, v network.Viewer, do Act, staff network.ID, version int) error {
	if err := network.CanManageAccounts(v); err != nil {
		return err
	}
	_, err := act(ctx, a.acts, v, do, func(t *tx) (struct{}, error) {
		return struct{}{}, t.deactivate(staff, version)
	})
	return err
}

// deactivate holds off whoever would register the person (a registration under
// way ends before, or finds them gone), then the gatherings they come to, then
// the person, as do the acts on guests.
func (t *tx) deactivate(staff network.ID, version int) error {
	ctx, tx, actor := t.ctx, t.sql, t.v.StaffID
	if !staff.UUID() {
		return network.NotFound()
	}
	if _, err := t.exec(`SELECT `+adminsHeld+`, pg_advisory_xact_lock(`+placeKey("$1::uuid::text")+`)`, staff); err != nil {
		return err
	}
	concerned, err := t.lockGatheringsOf(staff)
	if err != nil {
		return err
	}
	admins, err := administrators(ctx, tx, actor)
	if err != nil {
		return err
	}
	p, err := lockTarget(ctx, tx, staff)
	switch {
	case err != nil:
		return err
	case p.Version != version:
		return network.Conflict(p.Version)
	case !p.Active:
		return nil
	case isLastOf(admins, staff):
		return network.Forbidden("last_admin")
	}
	var ended int
	if err := tx.GetContext(ctx, &ended, `
		with closed as (
			update staff_member
			set active = false, version = version + 1
			where id = $1
		), tokens as (
			update access_token
			set revoked_at = now()
			where staff_id = $1 and revoked_at is null
		), devices as (
			delete from known_device
			where staff_id = $1
		), ended as (
			update session
			set revoked_at = now(), revoked_cause = 'ACCOUNT_DEACTIVATED'
			where staff_id = $1 and revoked_at is null
			returning id
		)
		select count(*)
		from ended`, staff); err != nil {
		return err
	}
	if err := t.giveBack(staff, concerned...); err != nil {
		return err
	}
	t.tell(Event{Verb: network.VerbAccountDeactivated, Kind: network.ObjectAccount, Object: staff,
		Audience: Audience{Person: staff}, Data: EventData{SessionsEnded: ended}})
	return nil
}

// ReactivateStaffMember lets a person in again, with the password they had and
// none of the sessions. It is an act of the operator of the server.
func (a *Accounts) ReactivateStaffMember(ctx context.Context, staff network.ID) error {
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		p, err := lockTarget(ctx, tx, staff)
		if err != nil || p.Active {
			return err
		}
		if _, err := tx.ExecContext(ctx, `
			update staff_member
			set active = true, version = version + 1
			where id = $1`, staff); err != nil {
			return err
		}
		return insertSecurityEvent(ctx, tx, "", staff, network.VerbAccountReactivated, nil)
	})
}

// SetNetworkRole makes a person coordinator or administrator, or neither. It
// holds from their next request on. The last administrator keeps the role.
func (a *Accounts) SetNetworkRole(ctx context.Context, v network.Viewer, do Act, staff network.ID, version int, role network.NetworkRole) error {
	if err := network.CanManageAccounts(v); err != nil {
		return err
	}
	_, err := act(ctx, a.acts, v, do, func(t *tx) (struct{}, error) {
		return struct{}{}, setNetworkRole(ctx, t.sql, v.StaffID, staff, role, func(p adminTarget) error {
			if p.Version != version {
				return network.Conflict(p.Version)
			}
			return network.CanSetNetworkRole(v, p.Job, p.Role, role)
		})
	})
	return err
}

// AppointNetworkRole is SetNetworkRole by the operator of the server: it is
// how a network gets its first administrator.
func (a *Accounts) AppointNetworkRole(ctx context.Context, staff network.ID, role network.NetworkRole) error {
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		return setNetworkRole(ctx, tx, "", staff, role, func(p adminTarget) error {
			return network.CheckNetworkRole(p.Job, role)
		})
	})
}

func setNetworkRole(ctx context.Context, tx *sqlx.Tx, actor, staff network.ID, role network.NetworkRole, allowed func(adminTarget) error) error {
	admins, err := lockAdmins(ctx, tx, actor)
	if err != nil {
		return err
	}
	p, err := lockTarget(ctx, tx, staff)
	if err != nil {
		return err
	}
	if err := allowed(p); err != nil || p.Role == role {
		return err
	}
	if isLastOf(admins, staff) {
		return network.Forbidden("last_admin")
	}
	if _, err := tx.ExecContext(ctx, `
		update staff_member
		set network_role = $2, version = version + 1
		where id = $1`, staff, role); err != nil {
		return err
	}
	return insertSecurityEvent(ctx, tx, actor, staff, network.VerbRoleChanged, facts{"from": p.Role, "to": role})
}
