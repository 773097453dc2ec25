package db

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// viewerColumns are the person behind a session or a token, as p.
const viewerColumns = `
	p.id as staff_id,
	coalesce(p.centre_id::text, '') as centre_id,
	p.job,
	p.network_role,
	coalesce(p.gathering_id::text, '') as gathering_id`

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
	read, err := a.stmt(ctx, `
		select`+viewerColumns+`
		from session s
		join account a on a.staff_id = s.staff_id
		join staff_member p on p.id = s.staff_id
		where s.id = $1 and s.staff_id = $2
			and s.revoked_at is null and s.expires_at > now()
			and a.disabled_at is null and p.active`)
	if err != nil {
		return network.Viewer{}, err
	}
	var row viewerRow
	err = read.GetContext(ctx, &row, session, staff)
	if errors.Is(err, sql.ErrNoRows) {
		return network.Viewer{}, sessionOver()
	}
	if err != nil {
		return network.Viewer{}, err
	}
	v := row.viewer()
	v.SessionID = session
	return v, nil
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

// ListSessions are the viewer's own living sessions, the latest used first.
func (a *Accounts) ListSessions(ctx context.Context, v network.Viewer) ([]network.Session, error) {
	if err := network.CanManageOwnAccount(v); err != nil {
		return nil, err
	}
	var rows []struct {
		ID         network.ID `db:"id"`
		Device     string     `db:"user_agent"`
		CreatedAt  time.Time  `db:"created_at"`
		LastUsedAt time.Time  `db:"last_used_at"`
		ExpiresAt  time.Time  `db:"expires_at"`
	}
	if err := a.DB.SelectContext(ctx, &rows, `
		select
			id,
			user_agent,
			created_at,
			last_used_at,
			expires_at
		from session
		where staff_id = $1 and revoked_at is null and expires_at > now()
		order by last_used_at desc, id`, v.StaffID); err != nil {
		return nil, err
	}
	sessions := make([]network.Session, len(rows))
	for i, r := range rows {
		sessions[i] = network.Session{
			ID:         r.ID,
			Device:     r.Device,
			CreatedAt:  r.CreatedAt,
			LastUsedAt: r.LastUsedAt,
			ExpiresAt:  r.ExpiresAt,
			Current:    r.ID == v.SessionID,
		}
	}
	return sessions, nil
}

// RevokeSession ends one of the viewer's own sessions. Another's does not exist.
func (a *Accounts) RevokeSession(ctx context.Context, v network.Viewer, session network.ID) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	if !session.UUID() {
		return network.NotFound()
	}
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		if err := lockOwnSession(ctx, tx, v.StaffID, session); err != nil {
			return err
		}
		if err := revokeSession(ctx, tx, session, "REVOKED"); err != nil {
			return err
		}
		return insertSecurityEvent(ctx, tx, v.StaffID, v.StaffID, network.VerbSessionRevoked, facts{"sessionId": session, "cause": "REVOKED"})
	})
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
		if err != nil {
			return err
		}
		return insertSecurityEvent(ctx, tx, v.StaffID, v.StaffID, network.VerbSignedOut, facts{"everywhere": true, "sessionsEnded": ended})
	})
}

func lockOwnSession(ctx context.Context, tx *sqlx.Tx, staff, session network.ID) error {
	var id network.ID
	err := tx.GetContext(ctx, &id, `
		select id
		from session
		where id = $1 and staff_id = $2 and revoked_at is null
		for update`, session, staff)
	if errors.Is(err, sql.ErrNoRows) {
		return network.NotFound()
	}
	return err
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
		where staff_id = $1 and id is distinct from nullif($2, '')::uuid and revoked_at is null`,
		staff, string(keep), cause)
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
		if _, err := a.DB.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	return nil
}
