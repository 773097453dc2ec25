package db

import (
	"context"

	"maillage/network"
)

// NewAccessToken is a token just made. Its secret is told here and never
// again: not even to a repeat of the same act.
type NewAccessToken struct {
	ID     network.ID
	Secret string `json:"-"`
}

// CreateAccessToken makes a token for a program that will speak for the viewer
// for so many days.
func (a *Accounts) CreateAccessToken(ctx context.Context, v network.Viewer, do Act, name string, scope network.TokenScope, days int) (NewAccessToken, error) {
	if err := network.CanManageOwnAccount(v); err != nil {
		return NewAccessToken{}, err
	}
	if err := network.CanActAsStaff(v); err != nil {
		return NewAccessToken{}, err
	}
	name, err := network.CleanAccessToken(name, scope, days)
	if err != nil {
		return NewAccessToken{}, err
	}
	return act(ctx, a.acts, v, do, func(t *tx) (NewAccessToken, error) {
		made := NewAccessToken{ID: newID(), Secret: newSecret(personalTokenPrefix)}
		hash, _ := hashSecret(personalTokenPrefix, made.Secret)
		// The account is held, so that two at once do not pass the limit together.
		if _, err := t.exec(`select from account where staff_id = $1 for update`, v.StaffID); err != nil {
			return made, err
		}
		var count int
		if err := t.get(&count, `
			select count(*)
			from access_token
			where staff_id = $1 and revoked_at is null and expires_at > now()`, v.StaffID); err != nil {
			return made, err
		}
		if count >= network.AccessTokensPerStaff {
			return made, &network.Error{Code: network.CodeLimited, Key: "too_many_tokens", Values: []any{"max", network.AccessTokensPerStaff}}
		}
		if _, err := t.exec(`
			insert into access_token (id, staff_id, hash, name, scope, created_at, expires_at)
			values ($1, $2, $3, $4, $5, now(), now() + make_interval(days => $6))`,
			made.ID, v.StaffID, hash, name, scope, days); err != nil {
			return made, err
		}
		return made, insertSecurityEvent(ctx, t.sql, v.StaffID, v.StaffID, network.VerbTokenCreated,
			facts{"tokenId": made.ID, "excerpt": name, "scope": scope})
	})
}

// RevokeAccessToken ends one of the viewer's own tokens. Another's does not exist.
func (a *Accounts) RevokeAccessToken(ctx context.Context, v network.Viewer, do Act, token network.ID) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	if !token.UUID() {
		return network.NotFound()
	}
	_, err := act(ctx, a.acts, v, do, func(t *tx) (struct{}, error) {
		var name string
		if err := t.find(&name, `
			update access_token
			set revoked_at = now()
			where id = $1 and staff_id = $2 and revoked_at is null
			returning name`, token, v.StaffID); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, insertSecurityEvent(ctx, t.sql, v.StaffID, v.StaffID, network.VerbTokenRevoked,
			facts{"tokenId": token, "excerpt": name})
	})
	return err
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
	join staff_member p on p.id = t.staff_id
	where t.revoked_at is null and t.expires_at > now() and p.active`

func (r tokenViewerRow) viewer() network.Viewer {
	v := r.viewerRow.viewer()
	v.TokenID = r.TokenID
	v.ReadOnly = r.Scope != network.ScopeWrite
	return v
}

// ViewerOfToken is who a personal access token speaks for, with the rights
// they have now, and notes the day. The failure is UNAUTHENTICATED when it
// speaks for nobody.
func (a *Accounts) ViewerOfToken(ctx context.Context, secret string) (network.Viewer, error) {
	hash, ok := hashSecret(personalTokenPrefix, secret)
	if !ok {
		return network.Viewer{}, sessionOver()
	}
	var row tokenViewerRow
	if err := a.getViewer(ctx, &row, tokenViewer+` and t.hash = $1`, hash); err != nil {
		return network.Viewer{}, err
	}
	if !row.UsedToday {
		if _, err := a.db.ExecContext(ctx, `
			update access_token
			set last_used_on = current_date
			where id = $1 and last_used_on is distinct from current_date`, row.TokenID); err != nil {
			return network.Viewer{}, mapError(ctx, err)
		}
	}
	return row.viewer(), nil
}

func (a *Accounts) viewerOfTokenID(ctx context.Context, id network.ID) (network.Viewer, error) {
	var row tokenViewerRow
	if err := a.getViewer(ctx, &row, tokenViewer+` and t.id = $1`, id); err != nil {
		return network.Viewer{}, err
	}
	return row.viewer(), nil
}
