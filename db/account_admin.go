package db

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// inAdminTx runs one act on who may do what in the whole network. Such acts
// are rare and follow one another, so that two administrators cannot depose
// each other at once. The viewer's own right is read again inside; an empty
// viewer is the operator of the server.
func (a *Accounts) inAdminTx(ctx context.Context, v network.Viewer, do func(tx *sqlx.Tx, admins []network.ID) error) error {
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		if _, err := tx.ExecContext(ctx, `select pg_advisory_xact_lock(hashtext('maillage administrators'))`); err != nil {
			return err
		}
		var admins []network.ID
		if err := tx.SelectContext(ctx, &admins, `
			select p.id
			from staff_member p
			join account a on a.staff_id = p.id
			where p.network_role = 'ADMIN' and p.active and a.disabled_at is null
			order by p.id
			for update`); err != nil {
			return err
		}
		if v != (network.Viewer{}) && !slices.Contains(admins, v.StaffID) {
			return network.Forbidden("admin_only")
		}
		return do(tx, admins)
	})
}

// isLastOf reports whether nobody would be left without this person.
func isLastOf(admins []network.ID, staff network.ID) bool {
	return len(admins) == 1 && admins[0] == staff
}

// DeactivateAccount shuts a person out: their sessions and tokens end at once.
// The last administrator cannot be shut out.
func (a *Accounts) DeactivateAccount(ctx context.Context, v network.Viewer, staff network.ID) error {
	if err := network.CanManageAccounts(v); err != nil {
		return err
	}
	return a.inAdminTx(ctx, v, func(tx *sqlx.Tx, admins []network.ID) error {
		if isLastOf(admins, staff) {
			return network.Forbidden("last_admin")
		}
		changed, err := switchAccount(ctx, tx, staff, false)
		if err != nil || !changed {
			return err
		}
		if _, err := tx.ExecContext(ctx, `
			update access_token
			set revoked_at = now()
			where staff_id = $1 and revoked_at is null`, staff); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `delete from known_device where staff_id = $1`, staff); err != nil {
			return err
		}
		ended, err := revokeSessions(ctx, tx, staff, "", "ACCOUNT_DEACTIVATED")
		if err != nil {
			return err
		}
		return insertSecurityEvent(ctx, tx, v.StaffID, staff, network.VerbAccountDeactivated, facts{"sessionsEnded": ended})
	})
}

// ReactivateAccount lets a person in again, with the password they had.
func (a *Accounts) ReactivateAccount(ctx context.Context, v network.Viewer, staff network.ID) error {
	if err := network.CanManageAccounts(v); err != nil {
		return err
	}
	return a.inAdminTx(ctx, v, func(tx *sqlx.Tx, _ []network.ID) error {
		changed, err := switchAccount(ctx, tx, staff, true)
		if err != nil || !changed {
			return err
		}
		return insertSecurityEvent(ctx, tx, v.StaffID, staff, network.VerbAccountReactivated, nil)
	})
}

// switchAccount opens or closes an account; changed is false when it already was.
func switchAccount(ctx context.Context, tx *sqlx.Tx, staff network.ID, open bool) (changed bool, err error) {
	if !staff.UUID() {
		return false, network.NotFound()
	}
	var isOpen bool
	err = tx.GetContext(ctx, &isOpen, `
		select disabled_at is null
		from account
		where staff_id = $1
		for update`, staff)
	if errors.Is(err, sql.ErrNoRows) {
		return false, network.NotFound()
	}
	if err != nil || isOpen == open {
		return false, err
	}
	_, err = tx.ExecContext(ctx, `
		update account
		set disabled_at = case when $2 then null else now() end
		where staff_id = $1`, staff, open)
	return err == nil, err
}

// SetNetworkRole makes a person coordinator or administrator, or neither. It
// holds from their next request on. The last administrator keeps the role.
func (a *Accounts) SetNetworkRole(ctx context.Context, v network.Viewer, staff network.ID, role network.NetworkRole) error {
	if err := network.CanManageAccounts(v); err != nil {
		return err
	}
	return a.inAdminTx(ctx, v, func(tx *sqlx.Tx, admins []network.ID) error {
		return setNetworkRole(ctx, tx, v.StaffID, staff, role, admins, func(job network.Job, from network.NetworkRole) error {
			return network.CanSetNetworkRole(v, job, from, role)
		})
	})
}

// AppointNetworkRole is SetNetworkRole by the operator of the server: it is
// how a network gets its first administrator.
func (a *Accounts) AppointNetworkRole(ctx context.Context, staff network.ID, role network.NetworkRole) error {
	operator := network.Viewer{Kind: network.Staff, Role: network.RoleAdmin, SessionID: "operator"}
	return a.inAdminTx(ctx, network.Viewer{}, func(tx *sqlx.Tx, admins []network.ID) error {
		return setNetworkRole(ctx, tx, "", staff, role, admins, func(job network.Job, from network.NetworkRole) error {
			return network.CanSetNetworkRole(operator, job, from, role)
		})
	})
}

func setNetworkRole(ctx context.Context, tx *sqlx.Tx, actor, staff network.ID, role network.NetworkRole,
	admins []network.ID, allowed func(network.Job, network.NetworkRole) error) error {
	if !staff.UUID() {
		return network.NotFound()
	}
	var person struct {
		Job  network.Job         `db:"job"`
		Role network.NetworkRole `db:"network_role"`
	}
	err := tx.GetContext(ctx, &person, `
		select job, network_role
		from staff_member
		where id = $1
		for update`, staff)
	if errors.Is(err, sql.ErrNoRows) {
		return network.NotFound()
	}
	if err != nil {
		return err
	}
	if err := allowed(person.Job, person.Role); err != nil {
		return err
	}
	if person.Role == role {
		return nil
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
	return insertSecurityEvent(ctx, tx, actor, staff, network.VerbRoleChanged, facts{"from": person.Role, "to": role})
}
