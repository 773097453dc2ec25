package graph_test

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"maillage/db"
)

// invitationKey is the secret of a guest's link, by name.
func invitationKey(name string) (secret string, hash []byte) {
	sum := sha256.Sum256([]byte(name))
	return db.InvitationSecret(sum[:])
}

// guestsSQL writes those who were invited to the gathering by a link: the guest
// of the columns, one for each act, and one who was shut out.
func guestsSQL(w *strings.Builder, has func(act string) bool) {
	w.WriteString(`
		INSERT INTO guest (id, gathering_id, kind, function, invited_by, invited_at, arrived_at) VALUES
			(<gu>, <gathering>, 'FUNDER', 'secret-guest', <as>, now(), now()),
			(<gx>, <other gathering>, 'SPEAKER', 'secret-guest elsewhere', NULL, now(), now());`)
	for _, act := range []string{"editGuest", "renewInvitation", "revokeGuest", "revoked"} {
		if act != "revoked" && !has(act) {
			continue
		}
		_, hash := invitationKey("guest " + act)
		digest, revoked := fmt.Sprintf("'\\x%x'", hash), "NULL"
		if act == "revoked" {
			digest, revoked = "NULL", "now()"
		}
		fmt.Fprintf(w, `
		INSERT INTO staff_member (id, given_name, family_name, job, gathering_id, active)
		VALUES (<guest %[1]s>, 'Prénom', 'Nom %[1]s', 'GUEST', <gathering>, %[3]s IS NULL);
		INSERT INTO guest (id, gathering_id, kind, function, invited_by, invited_at, hash, revoked_at)
		VALUES (<guest %[1]s>, <gathering>, 'OTHER', 'secret-guest', <di>, now(), %[2]s, %[3]s);`, act, digest, revoked)
	}
}
