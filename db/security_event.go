package db

import (
	"context"
	"encoding/json"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

type facts map[string]any

// insertSecurityEvent writes down an act upon an account, for its owner alone.
// An empty actor is the system. Nothing is written for a person without an
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
		insert into event (at, actor_id, verb, object_kind, object_id, for_staff_id, data)
		select now(), nullif($1, '')::uuid, $2::text, 'ACCOUNT', staff_id, staff_id, $4::jsonb
		from account
		where staff_id = nullif($3, '')::uuid`,
		string(actor), verb, string(staff), string(body))
	return err
}
