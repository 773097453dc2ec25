package db

import (
	"context"
	"encoding/json"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// facts are what there is to tell of it: excerpt, from and to are for its
// owner to read, the rest for an inquiry.
type facts map[string]any

// insertSecurityEvent writes down an act upon an account, for its owner alone,
// and wakes the readers of the journal: their subscriptions may be over. An
// empty actor is the system. Nothing is written for a person without an
// account, so that a refused sign-in runs the same statement for everybody.
func insertSecurityEvent(ctx context.Context, tx *sqlx.Tx, actor, staff network.ID, verb network.EventVerb, data facts) error {
	if data == nil {
		data = facts{}
	}
	body, err := json.Marshal(data)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `
		with told as (
			insert into event (at, actor_id, verb, object_kind, object_id, audience, for_staff_id, data)
			select now(), $1::uuid, $2::text, 'ACCOUNT', staff_id, 'PERSON', staff_id, $4::jsonb
			from account
			where staff_id = $3::uuid
			returning verb
		)
		select pg_notify('event', '')
		from told
		where verb <> 'SIGN_IN_REFUSED'`,
		actor, verb, staff, string(body))
	return err
}
