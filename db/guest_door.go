package db

import (
	"context"
	"database/sql"
	"errors"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// openInvitation is what a link opens now, as gu (the guest), p (the person)
// and g (the gathering), by its digest.
var openInvitation = `
		  from guest gu
		  join staff_member p on p.id = gu.id
		  join gathering g on g.id = gu.gathering_id
		 where gu.hash = $1
		   and gu.revoked_at is null
		   and p.active
		   and not ` + guestsEnded("g", "now()")

// Invitation is what a link says before it is followed; NOT_FOUND when it opens
// nothing, whatever the reason.
func (a *Accounts) Invitation(ctx context.Context, secret string) (*network.Invitation, error) {
	hash, ok := hashSecret(invitationPrefix, secret)
	if !ok {
		return nil, network.NotFound()
	}
	prepared, err := a.acts.statements.prepare(ctx, `
		select p.given_name || ' ' || p.family_name as guest_name,
		       gu.kind,
		       g.id as gathering_id,
		       g.name as gathering,
		       g.city,
		       g.venue,
		       g.starts_on,
		       g.ends_on,
		       g.state,
		       coalesce((select string_agg(c.name, ' · ' order by plain_text(c.short_name))
		                   from gathering_host h
		                   join centre c on c.id = h.centre_id
		                  where h.gathering_id = g.id), '') as hosts,
		       coalesce((select i.given_name || ' ' || i.family_name from staff_member i where i.id = gu.invited_by), '') as invited_by,
		       g.ends_on + $2::integer as open_until`+openInvitation)
	if err != nil {
		return nil, mapError(ctx, err)
	}
	var found network.Invitation
	err = a.invitations.try(secret, func() error {
		return noneIsNotFound(prepared.GetContext(ctx, &found, hash, network.GuestDaysAfter))
	})
	return &found, mapError(ctx, err)
}

// SignInGuest opens a session for whoever shows a guest's link, on as many
// devices as they come with. Why a link opens nothing is not told.
func (a *Accounts) SignInGuest(ctx context.Context, secret string, in SignIn) (Grant, error) {
	hash, ok := hashSecret(invitationPrefix, secret)
	if !ok {
		return Grant{}, linkRefused()
	}
	var g Grant
	err := a.invitations.try(secret, func() error {
		return a.inTx(ctx, func(tx *sqlx.Tx) (err error) {
			g, err = admitGuest(ctx, tx, hash, in)
			return err
		})
	})
	if err != nil {
		return Grant{}, err
	}
	return g, nil
}

// admitGuest opens a session for the guest whose link has a digest.
func admitGuest(ctx context.Context, tx *sqlx.Tx, hash []byte, in SignIn) (g Grant, err error) {
	// The account is held before its guest is looked at: a revocation that was
	// under way is seen.
	if _, err := tx.ExecContext(ctx, `
		select
		from account
		where staff_id = (select id from guest where hash = $1)
		for update`, hash); err != nil {
		return g, err
	}
	var guest network.ID
	err = tx.GetContext(ctx, &guest, `select gu.id`+openInvitation, hash)
	if errors.Is(err, sql.ErrNoRows) {
		return g, linkRefused()
	}
	if err != nil {
		return g, err
	}
	if g, err = admit(ctx, tx, guest, in); err != nil {
		return g, err
	}
	return g, noteArrival(ctx, tx, guest)
}

func linkRefused() error {
	return &network.Error{Code: network.CodeUnauthenticated, Key: "link_refused"}
}

// noteArrival notes the first time that a guest comes in, and tells those who
// prepare the gathering.
func noteArrival(ctx context.Context, tx *sqlx.Tx, guest network.ID) error {
	_, err := tx.ExecContext(ctx, `
		with arrived as (
			update guest
			set arrived_at = now()
			where id = $1 and arrived_at is null
			returning id, gathering_id
		)
		insert into event (at, actor_id, verb, object_kind, object_id, gathering_id, audience, audience_centres, data)
		select now(), a.id, $2::text, 'GATHERING', a.gathering_id, a.gathering_id, 'EDITORS',
			array(select h.centre_id from gathering_host h where h.gathering_id = a.gathering_id order by h.centre_id),
			jsonb_build_object('excerpt', p.given_name || ' ' || p.family_name)
		from arrived a
		join staff_member p on p.id = a.id`, guest, network.VerbGuestArrived)
	return err
}
