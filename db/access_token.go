package db

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// accessTokenRow is a personal access token as it is listed.
type accessTokenRow struct {
	ID         network.ID         `db:"id"`
	Name       string             `db:"name"`
	Scope      network.TokenScope `db:"scope"`
	CreatedAt  time.Time          `db:"created_at"`
	ExpiresAt  time.Time          `db:"expires_at"`
	LastUsedOn *time.Time         `db:"last_used_on"`
}

const accessTokenColumns = `
	id,
	name,
	scope,
	created_at,
	expires_at,
	last_used_on`

// CreateAccessToken makes a token for a program that will speak for the
// viewer. Its secret is told here and never again.
func (a *Accounts) CreateAccessToken(ctx context.Context, v network.Viewer, name string, scope network.TokenScope,
	expiresAt time.Time) (token network.AccessToken, secret string, err error) {
	if err := network.CanManageOwnAccount(v); err != nil {
		return token, "", err
	}
	if err := network.CanActAsStaff(v); err != nil {
		return token, "", err
	}
	name = strings.TrimSpace(name)
	secret = newSecret(personalTokenPrefix)
	hash, _ := hashSecret(personalTokenPrefix, secret)
	err = a.inTx(ctx, func(tx *sqlx.Tx) error {
		// The account is held, so that two at once do not pass the limit together.
		var now time.Time
		if err := tx.GetContext(ctx, &now, `select now() from account where staff_id = $1 for update`, v.StaffID); err != nil {
			return err
		}
		if err := network.CheckAccessToken(name, scope, now, expiresAt); err != nil {
			return err
		}
		var count int
		if err := tx.GetContext(ctx, &count, `
			select count(*)
			from access_token
			where staff_id = $1 and revoked_at is null and expires_at > now()`, v.StaffID); err != nil {
			return err
		}
		if count >= network.AccessTokensPerStaff {
			return &network.Error{Code: network.CodeLimited, Key: "too_many_tokens", Values: []any{"max", network.AccessTokensPerStaff}}
		}
		var row accessTokenRow
		if err := tx.GetContext(ctx, &row, `
			insert into access_token (id, staff_id, hash, name, scope, created_at, expires_at)
			values ($1, $2, $3, $4, $5, now(), $6)
			returning`+accessTokenColumns, newUUID(), v.StaffID, hash, name, scope, expiresAt); err != nil {
			return err
		}
		token = network.AccessToken(row)
		return insertSecurityEvent(ctx, tx, v.StaffID, v.StaffID, network.VerbTokenCreated,
			facts{"tokenId": token.ID, "name": name, "scope": scope})
	})
	if err != nil {
		return network.AccessToken{}, "", err
	}
	return token, secret, nil
}

// ListAccessTokens are the viewer's own tokens that still serve, the latest
// made first.
func (a *Accounts) ListAccessTokens(ctx context.Context, v network.Viewer) ([]network.AccessToken, error) {
	if err := network.CanManageOwnAccount(v); err != nil {
		return nil, err
	}
	var rows []accessTokenRow
	if err := a.DB.SelectContext(ctx, &rows, `
		select`+accessTokenColumns+`
		from access_token
		where staff_id = $1 and revoked_at is null and expires_at > now()
		order by created_at desc, id desc`, v.StaffID); err != nil {
		return nil, err
	}
	tokens := make([]network.AccessToken, len(rows))
	for i, r := range rows {
		tokens[i] = network.AccessToken(r)
	}
	return tokens, nil
}

// RevokeAccessToken ends one of the viewer's own tokens. Another's does not exist.
func (a *Accounts) RevokeAccessToken(ctx context.Context, v network.Viewer, token network.ID) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	if !token.UUID() {
		return network.NotFound()
	}
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		ended, err := tx.ExecContext(ctx, `
			update access_token
			set revoked_at = now()
			where id = $1 and staff_id = $2 and revoked_at is null`, token, v.StaffID)
		if err != nil {
			return err
		}
		if n, err := ended.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, network.NotFound())
		}
		return insertSecurityEvent(ctx, tx, v.StaffID, v.StaffID, network.VerbTokenRevoked, facts{"tokenId": token})
	})
}

// tokenViewerRow is the person behind a token, and the token.
type tokenViewerRow struct {
	viewerRow
	TokenID   network.ID         `db:"token_id"`
	Scope     network.TokenScope `db:"scope"`
	UsedToday bool               `db:"used_today"`
}

const tokenViewer = `
	select` + viewerColumns + `,
		t.id as token_id,
		t.scope,
		t.last_used_on is not distinct from current_date as used_today
	from access_token t
	join account a on a.staff_id = t.staff_id
	join staff_member p on p.id = t.staff_id
	where t.revoked_at is null and t.expires_at > now() and a.disabled_at is null and p.active`

// ViewerOfToken is who a personal access token speaks for, with the rights
// they have now, and notes the day. The failure is UNAUTHENTICATED when it
// speaks for nobody.
func (a *Accounts) ViewerOfToken(ctx context.Context, secret string) (network.Viewer, error) {
	hash, ok := hashSecret(personalTokenPrefix, secret)
	if !ok {
		return network.Viewer{}, sessionOver()
	}
	row, err := a.readTokenViewer(ctx, tokenViewer+` and t.hash = $1`, hash)
	if err != nil {
		return network.Viewer{}, err
	}
	if !row.UsedToday {
		if _, err := a.DB.ExecContext(ctx, `
			update access_token
			set last_used_on = current_date
			where id = $1 and last_used_on is distinct from current_date`, row.TokenID); err != nil {
			return network.Viewer{}, err
		}
	}
	return row.viewer(), nil
}

func (a *Accounts) viewerOfTokenID(ctx context.Context, id network.ID) (network.Viewer, error) {
	row, err := a.readTokenViewer(ctx, tokenViewer+` and t.id = $1`, string(id))
	if err != nil {
		return network.Viewer{}, err
	}
	return row.viewer(), nil
}

func (a *Accounts) readTokenViewer(ctx context.Context, query string, key any) (tokenViewerRow, error) {
	var row tokenViewerRow
	read, err := a.stmt(ctx, query)
	if err != nil {
		return row, err
	}
	err = read.GetContext(ctx, &row, key)
	if errors.Is(err, sql.ErrNoRows) {
		return row, sessionOver()
	}
	return row, err
}

func (r tokenViewerRow) viewer() network.Viewer {
	v := r.viewerRow.viewer()
	v.TokenID = r.TokenID
	v.ReadOnly = r.Scope != network.ScopeWrite
	return v
}
