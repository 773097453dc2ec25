package db

import (
	"context"
	"database/sql"
	"errors"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// viewerColumns are the person behind a session or a token, as p.
const viewerColumns = `
	p.id as staff_id,
	p.centre_id,
	p.job,
	p.network_role,
	p.gathering_id`

type viewerRow struct {
	StaffID     network.ID          `db:"staff_id"`
	CentreID    network.ID          `db:"centre_id"`
	Job         network.Job         `db:"job"`
	Role        network.NetworkRole `db:"network_role"`
	GatheringID network.ID          `db:"gathering_id"`
}

func (r viewerRow) viewer() network.Viewer {
	v := network.Viewer{
		Kind:        network.Staff,
		StaffID:     r.StaffID,
		CentreID:    r.CentreID,
		Job:         r.Job,
		Role:        r.Role,
		GatheringID: r.GatheringID,
	}
	if r.Job == network.JobGuest {
		v.Kind, v.CentreID, v.Role = network.Guest, "", network.RoleNone
	}
	return v
}

// ViewerOfSession is who a living session speaks for, with the rights they
// have now. The failure is UNAUTHENTICATED when the session is over.
func (a *Accounts) ViewerOfSession(ctx context.Context, session, staff network.ID) (network.Viewer, error) {
	if !session.UUID() || !staff.UUID() {
		return network.Viewer{}, sessionOver()
	}
	var row viewerRow
	if err := a.getViewer(ctx, &row, `
		select`+viewerColumns+`
		from session s
		join staff_member p on p.id = s.staff_id
		where s.id = $1 and s.staff_id = $2
			and s.revoked_at is null and s.expires_at > now() and p.active`, session, staff); err != nil {
		return network.Viewer{}, err
	}
	v := row.viewer()
	v.SessionID = session
	return v, nil
}

// getViewer runs the one statement of every request, kept prepared.
func (a *Accounts) getViewer(ctx context.Context, row any, query string, args ...any) error {
	prepared, err := a.acts.statements.prepare(ctx, query)
	if err != nil {
		return mapError(ctx, err)
	}
	err = prepared.GetContext(ctx, row, args...)
	if errors.Is(err, sql.ErrNoRows) {
		return sessionOver()
	}
	return mapError(ctx, err)
}

// Alive reports whether the viewer of something long, as a subscription, may
// go on: signed in still, and with the same rights as when it began.
func (a *Accounts) Alive(ctx context.Context, v network.Viewer) (bool, error) {
	var now network.Viewer
	var err error
	switch {
	case v.SessionID != "":
		now, err = a.ViewerOfSession(ctx, v.SessionID, v.StaffID)
	case v.TokenID != "":
		now, err = a.viewerOfTokenID(ctx, v.TokenID)
	default:
		return v.Kind == network.Anonymous, nil
	}
	if network.IsCode(err, network.CodeUnauthenticated) {
		return false, nil
	}
	return err == nil && now == v, err
}

// RevokeSession ends one of the viewer's own sessions. Another's does not exist.
func (a *Accounts) RevokeSession(ctx context.Context, v network.Viewer, do Act, session network.ID) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	_, err := act(ctx, a.acts, v, do, func(t *tx) (struct{}, error) {
		if err := lockOwnSession(ctx, t.sql, v.StaffID, session); err != nil {
			return struct{}{}, err
		}
		if err := revokeSession(ctx, t.sql, session, "REVOKED"); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, insertSecurityEvent(ctx, t.sql, v.StaffID, v.StaffID, network.VerbSessionRevoked,
			facts{"sessionId": session, "cause": "REVOKED"})
	})
	return err
}

// SignOutSession ends the session that is asking.
func (a *Accounts) SignOutSession(ctx context.Context, v network.Viewer) error {
	if v.SessionID == "" {
		return nil
	}
	err := a.inTx(ctx, func(tx *sqlx.Tx) error {
		if err := lockOwnSession(ctx, tx, v.StaffID, v.SessionID); err != nil {
			return err
		}
		return signOut(ctx, tx, v.StaffID, v.SessionID)
	})
	if network.IsCode(err, network.CodeNotFound) {
		return nil
	}
	return err
}

// SignOutEverywhere ends all the viewer's sessions, this one included, and
// forgets their devices. Their personal access tokens go on.
func (a *Accounts) SignOutEverywhere(ctx context.Context, v network.Viewer) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		if _, err := tx.ExecContext(ctx, `delete from known_device where staff_id = $1`, v.StaffID); err != nil {
			return err
		}
		ended, err := revokeSessions(ctx, tx, v.StaffID, "", "SIGNED_OUT_EVERYWHERE")
		if err != nil || ended == 0 {
			return err
		}
		return insertSecurityEvent(ctx, tx, v.StaffID, v.StaffID, network.VerbSignedOut, facts{"everywhere": true, "sessionsEnded": ended})
	})
}

func lockOwnSession(ctx context.Context, tx *sqlx.Tx, staff, session network.ID) error {
	if !session.UUID() {
		return network.NotFound()
	}
	var id network.ID
	return noneIsNotFound(tx.GetContext(ctx, &id, `
		select id
		from session
		where id = $1 and staff_id = $2 and revoked_at is null
		for update`, session, staff))
}

func signOut(ctx context.Context, tx *sqlx.Tx, staff, session network.ID) error {
	if err := revokeSession(ctx, tx, session, "SIGNED_OUT"); err != nil {
		return err
	}
	return insertSecurityEvent(ctx, tx, staff, staff, network.VerbSignedOut, facts{"sessionId": session})
}

func revokeSession(ctx context.Context, tx *sqlx.Tx, session network.ID, cause string) error {
	_, err := tx.ExecContext(ctx, `
		update session
		set revoked_at = now(), revoked_cause = $2
		where id = $1 and revoked_at is null`, session, cause)
	return err
}

// revokeSessions ends all of a person's sessions but the one to keep, and says
// how many there were.
func revokeSessions(ctx context.Context, tx *sqlx.Tx, staff, keep network.ID, cause string) (int64, error) {
	ended, err := tx.ExecContext(ctx, `
		update session
		set revoked_at = now(), revoked_cause = $3
		where staff_id = $1 and id is distinct from $2 and revoked_at is null`,
		staff, keep, cause)
	if err != nil {
		return 0, err
	}
	return ended.RowsAffected()
}

// Sweep forgets what has served: sessions over for a month, guesses a day old,
// devices unused for a year, tokens over for a year. It is not one transaction.
func (a *Accounts) Sweep(ctx context.Context) error {
	for _, query := range []string{
		`delete from session where least(revoked_at, expires_at) < now() - interval '30 days'`,
		`delete from sign_in_guess where last_at < now() - interval '1 day'`,
		`delete from known_device where last_used_at < now() - interval '1 year'`,
		`delete from access_token where least(revoked_at, expires_at) < now() - interval '1 year'`,
	} {
		if _, err := a.db.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	return nil
}
