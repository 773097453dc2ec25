package db

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// refreshGrace is how long a used refresh token still yields its successor:
// the answer that carried it may have been lost on the way.
const refreshGrace = 30 * time.Second

// refreshedSession is a session as its refresh tokens see it.
type refreshedSession struct {
	ID       network.ID `db:"id"`
	StaffID  network.ID `db:"staff_id"`
	Remember bool       `db:"remember"`
	Revoked  bool       `db:"revoked"`
	Alive    bool       `db:"alive"`
}

// storedRefresh is a refresh token as it is stored.
type storedRefresh struct {
	Used    bool   `db:"used"`
	InGrace bool   `db:"in_grace"`
	Salt    []byte `db:"salt"`
}

// Refresh exchanges a refresh token for its one successor, however many ask at
// once. A token that comes back after the grace was stolen, from or by whoever
// holds its successor: the session ends for both.
func (a *Accounts) Refresh(ctx context.Context, token string) (Grant, error) {
	hash, ok := hashSecret(refreshTokenPrefix, token)
	if !ok {
		return Grant{}, sessionOver()
	}
	var g Grant
	var over bool // the session ended: committed, and refused
	err := a.inTx(ctx, func(tx *sqlx.Tx) error {
		s, err := lockSessionOf(ctx, tx, hash)
		if err != nil {
			return err
		}
		if !s.Alive {
			return sessionOver()
		}
		next, err := succession(ctx, tx, s.ID, token)
		if err != nil {
			return err
		}
		if over = next == ""; over {
			return endReused(ctx, tx, s)
		}
		g = Grant{StaffID: s.StaffID, SessionID: s.ID, Refresh: next, Remember: s.Remember}
		g.ExpiresAt, err = touchSession(ctx, tx, s)
		return err
	})
	switch {
	case err != nil:
		return Grant{}, err
	case over:
		return Grant{}, sessionOver()
	}
	return g, nil
}

func sessionOver() error {
	return &network.Error{Code: network.CodeUnauthenticated, Key: "session_over"}
}

// lockSessionOf reads the session of a refresh token and holds it, so that its
// tokens follow one another.
func lockSessionOf(ctx context.Context, tx *sqlx.Tx, hash []byte) (refreshedSession, error) {
	var s refreshedSession
	err := tx.GetContext(ctx, &s, `
		select
			s.id,
			s.staff_id,
			s.remember,
			s.revoked_at is not null as revoked,
			s.revoked_at is null and s.expires_at > now() and p.active as alive
		from session s
		join staff_member p on p.id = s.staff_id
		where s.id = (select session_id from refresh_token where hash = $1)
		for update of s`, hash)
	if errors.Is(err, sql.ErrNoRows) {
		return s, sessionOver()
	}
	return s, err
}

// succession is the token that follows the given one, made now or, within the
// grace, found again; if that one has been followed meanwhile, the last of the
// line. It is empty when the token has no business coming back.
func succession(ctx context.Context, tx *sqlx.Tx, session network.ID, token string) (string, error) {
	for {
		hash, _ := hashSecret(refreshTokenPrefix, token)
		var t storedRefresh
		if err := tx.GetContext(ctx, &t, `
			select
				used_at is not null as used,
				coalesce(used_at > now() - make_interval(secs => $2), false) as in_grace,
				salt
			from refresh_token
			where hash = $1`, hash, refreshGrace.Seconds()); err != nil {
			return "", err
		}
		switch {
		case !t.Used:
			return rotate(ctx, tx, session, token, hash)
		case !t.InGrace || t.Salt == nil:
			return "", nil
		}
		token = succeed(refreshTokenPrefix, token, t.Salt)
		last, err := isLastToken(ctx, tx, token)
		if err != nil || last {
			return token, err
		}
	}
}

func isLastToken(ctx context.Context, tx *sqlx.Tx, token string) (last bool, err error) {
	hash, _ := hashSecret(refreshTokenPrefix, token)
	err = tx.GetContext(ctx, &last, `select used_at is null from refresh_token where hash = $1`, hash)
	return last, err
}

// rotate uses a token up and makes its successor. Salts whose grace is over are
// forgotten on the way.
func rotate(ctx context.Context, tx *sqlx.Tx, session network.ID, token string, hash []byte) (string, error) {
	salt := randomBytes(secretBytes)
	next := succeed(refreshTokenPrefix, token, salt)
	if _, err := tx.ExecContext(ctx, `
		update refresh_token
		set
			used_at = case when hash = $2 then now() else used_at end,
			salt = case when hash = $2 then $3::bytea end
		where session_id = $1
			and (hash = $2 or salt is not null and used_at < now() - make_interval(secs => $4))`,
		session, hash, salt, refreshGrace.Seconds()); err != nil {
		return "", err
	}
	return next, insertRefreshToken(ctx, tx, session, next)
}

func insertRefreshToken(ctx context.Context, tx *sqlx.Tx, session network.ID, token string) error {
	hash, _ := hashSecret(refreshTokenPrefix, token)
	_, err := tx.ExecContext(ctx, `
		insert into refresh_token (hash, session_id, created_at)
		values ($1, $2, now())`, hash, session)
	return err
}

// touchSession notes the use of a session and puts its expiry off.
func touchSession(ctx context.Context, tx *sqlx.Tx, s refreshedSession) (expires time.Time, err error) {
	idle := shortIdle
	if s.Remember {
		idle = longIdle
	}
	err = tx.GetContext(ctx, &expires, `
		update session
		set last_used_at = now(), expires_at = least(now() + make_interval(secs => $2), ends_at)
		where id = $1
		returning expires_at`, s.ID, idle.Seconds())
	return expires, err
}

func endReused(ctx context.Context, tx *sqlx.Tx, s refreshedSession) error {
	if err := revokeSession(ctx, tx, s.ID, "TOKEN_REUSED"); err != nil {
		return err
	}
	return insertSecurityEvent(ctx, tx, "", s.StaffID, network.VerbSessionRevoked, facts{"sessionId": s.ID, "cause": "TOKEN_REUSED"})
}

// SignOut ends the session of a refresh token, used or not. What names no
// living session is already out.
func (a *Accounts) SignOut(ctx context.Context, token string) error {
	hash, ok := hashSecret(refreshTokenPrefix, token)
	if !ok {
		return nil
	}
	err := a.inTx(ctx, func(tx *sqlx.Tx) error {
		s, err := lockSessionOf(ctx, tx, hash)
		if err != nil || s.Revoked {
			return err
		}
		return signOut(ctx, tx, s.StaffID, s.ID)
	})
	if network.IsCode(err, network.CodeUnauthenticated) {
		return nil
	}
	return err
}
