package db

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"strings"

	"maillage/db/read"
	"maillage/network"
)

// NewInvitation is a guest with a link just made. Its secret is told here and
// never again: not even to a repeat of the same act.
type NewInvitation struct {
	Guest, Gathering network.ID
	Secret           string `json:"-"`
}

// InvitationSecret is the secret made of 32 bytes, and what is stored of it.
func InvitationSecret(random []byte) (secret string, hash []byte) {
	secret = formatSecret(invitationPrefix, random)
	hash, _ = hashSecret(invitationPrefix, secret)
	return secret, hash
}

// guestsEnded says of a gathering's row, at an instant given as SQL, whether
// its guests get in no more.
func guestsEnded(alias, now string) string {
	return "((" + now + " AT TIME ZONE " + alias + ".time_zone)::date > " + alias + ".ends_on + " + strconv.Itoa(network.GuestDaysAfter) + ")"
}

// InviteGuest adds a person who sees one gathering only, and makes the link
// that lets them in.
func (s *Store) InviteGuest(ctx context.Context, v network.Viewer, a Act, gathering network.ID, w network.GuestWords) (NewInvitation, error) {
	return act(ctx, s, v, a, func(t *tx) (NewInvitation, error) {
		made := NewInvitation{Guest: newID(), Gathering: gathering}
		g, err := allowedBy(t, t.lockGathering, gathering, network.CanInviteGuest)
		if err != nil {
			return made, err
		}
		if err := w.Clean(); err != nil {
			return made, err
		}
		if err := t.freeEmail(w.Email, gathering); err != nil {
			return made, err
		}
		var hash []byte
		made.Secret, hash = InvitationSecret(randomBytes(secretBytes))
		added, err := t.exec(`
			WITH person AS (
				INSERT INTO staff_member (id, given_name, family_name, email, job, gathering_id, created_at)
				SELECT $1, $3, $4, nullif($5, ''), 'GUEST', $2, :now
				 WHERE (SELECT count(*) FROM guest WHERE gathering_id = $2) < $9
				RETURNING id
			), opened AS (
				INSERT INTO account (staff_id, created_at)
				SELECT id, :now
				  FROM person
			)
			INSERT INTO guest (id, gathering_id, kind, function, invited_by, invited_at, hash)
			SELECT id, $2, $6, $7, :viewer_id, :now, $8
			  FROM person`,
			made.Guest, gathering, w.GivenName, w.FamilyName, w.Email, w.Kind, w.Function, hash, network.GuestsPerGathering)
		switch {
		case err != nil:
			return made, err
		case added == 0:
			return made, &network.Error{Code: network.CodeLimited, Key: "too_many_guests", Values: []any{"max", network.GuestsPerGathering}}
		}
		t.tellGuest(network.VerbGuestInvited, g, w.GivenName+" "+w.FamilyName)
		return made, nil
	})
}

// freeEmail refuses an address that is somebody's who can sign in. That of a
// guest who gets in no more passes on: their name stays on what they did there.
func (t *tx) freeEmail(email string, gathering network.ID) error {
	if email == "" {
		return nil
	}
	var holder struct {
		ID        network.ID  `db:"id"`
		Job       network.Job `db:"job"`
		Gathering network.ID  `db:"gathering_id"`
		Over      bool        `db:"is_over"`
	}
	err := t.get(&holder, `
		SELECT p.id,
		       p.job,
		       p.gathering_id,
		       NOT p.active OR coalesce(`+guestsEnded("g", ":now")+`, false) AS is_over
		  FROM staff_member p
		  LEFT JOIN gathering g ON g.id = p.gathering_id
		 WHERE lower(p.email) = lower($1)
		   FOR NO KEY UPDATE OF p`, email)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	case holder.Job != network.JobGuest:
		return network.Invalid("input.email", "email_of_team")
	case holder.Gathering == gathering:
		return network.Invalid("input.email", "email_invited")
	case !holder.Over:
		return network.Invalid("input.email", "email_of_guest")
	}
	_, err = t.exec(`
		UPDATE staff_member
		   SET email = NULL,
		       version = version + 1
		 WHERE id = $1`, holder.ID)
	return err
}

// lockedGuest is a guest with their gathering, both locked.
type lockedGuest struct {
	lockedGathering
	Name    string             `db:"guest_name"`
	Email   string             `db:"guest_email"`
	State   network.GuestState `db:"guest_state"`
	Version int                `db:"guest_version"`
}

// lockGuest holds the gathering first, as whoever changes who has a place does,
// and then the account, as the door does: a sign-in under way ends before, or
// sees what is done here.
func (t *tx) lockGuest(guest network.ID) (l lockedGuest, err error) {
	err = t.find(&l.ID, `
		SELECT g.id
		  FROM guest gu
		  JOIN gathering g ON g.id = gu.gathering_id
		 WHERE gu.id = $1
		   AND `+read.Predicate(&guestRead, "gu")+`
		   FOR NO KEY UPDATE OF g`, guest)
	if err != nil {
		return l, err
	}
	if _, err := t.exec(`SELECT FROM account WHERE staff_id = $1 FOR UPDATE`, guest); err != nil {
		return l, err
	}
	err = t.find(&l, `
		SELECT `+lockedGatheringColumns+`,
		       p.given_name || ' ' || p.family_name AS guest_name,
		       coalesce(p.email, '') AS guest_email,
		       `+of(guestState, "gu")+` AS guest_state,
		       p.version AS guest_version
		  FROM guest gu
		  JOIN staff_member p ON p.id = gu.id
		  JOIN gathering g ON g.id = gu.gathering_id
		 WHERE gu.id = $1
		   AND `+read.Predicate(&guestRead, "gu")+`
		   FOR NO KEY UPDATE OF gu, p`, guest)
	return l, err
}

// EditGuest rewrites what is said of a guest. An address that is changed must be
// nobody's, as when inviting.
func (s *Store) EditGuest(ctx context.Context, v network.Viewer, a Act, guest network.ID, version int, w network.GuestWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		l, err := t.lockGuest(guest)
		if err != nil {
			return "", err
		}
		if err := upToDate(network.CanEditGuest(v, l.rules()), l.Version, version); err != nil {
			return "", err
		}
		if err := w.Clean(); err != nil {
			return "", err
		}
		if !strings.EqualFold(w.Email, l.Email) {
			if err := t.freeEmail(w.Email, l.ID); err != nil {
				return "", err
			}
		}
		_, err = t.exec(`
			WITH person AS (
				UPDATE staff_member
				   SET given_name = $2,
				       family_name = $3,
				       email = nullif($4, ''),
				       version = version + 1
				 WHERE id = $1
			)
			UPDATE guest
			   SET kind = $5,
			       function = $6
			 WHERE id = $1`, guest, w.GivenName, w.FamilyName, w.Email, w.Kind, w.Function)
		t.tellGuest(network.VerbGuestEdited, l.lockedGathering, w.GivenName+" "+w.FamilyName)
		return guest, err
	})
}

// RenewInvitation makes a guest's link anew: the former one opens no more. The
// sessions it opened go on. A guest who was shut out is let in again.
func (s *Store) RenewInvitation(ctx context.Context, v network.Viewer, a Act, guest network.ID) (NewInvitation, error) {
	return act(ctx, s, v, a, func(t *tx) (NewInvitation, error) {
		made := NewInvitation{Guest: guest}
		l, err := t.lockGuest(guest)
		if err != nil {
			return made, err
		}
		if err := network.CanRenewInvitation(v, l.rules(), l.State); err != nil {
			return made, err
		}
		made.Gathering = l.ID
		var hash []byte
		made.Secret, hash = InvitationSecret(randomBytes(secretBytes))
		_, err = t.exec(`
			WITH opened AS (
				INSERT INTO account (staff_id, created_at)
				VALUES ($1, :now)
				ON CONFLICT (staff_id) DO NOTHING
			), let_in AS (
				UPDATE staff_member
				   SET active = true,
				       version = version + 1
				 WHERE id = $1
				   AND NOT active
			)
			UPDATE guest
			   SET hash = $2,
			       revoked_at = NULL
			 WHERE id = $1`, guest, hash)
		t.tellGuest(network.VerbInvitationRenewed, l.lockedGathering, l.Name)
		return made, err
	})
}

// RevokeGuest shuts a guest out: their link opens no more, their sessions and
// calendars end at once, their place goes to who waits while the gathering is
// not over. What they did keeps their name. Said twice it is noted once.
func (s *Store) RevokeGuest(ctx context.Context, v network.Viewer, a Act, guest network.ID) (NewInvitation, error) {
	return act(ctx, s, v, a, func(t *tx) (NewInvitation, error) {
		revoked := NewInvitation{Guest: guest}
		l, err := t.lockGuest(guest)
		if err != nil {
			return revoked, err
		}
		revoked.Gathering = l.ID
		if err := network.CanRevokeGuest(v, l.rules()); err != nil || l.State == network.GuestRevoked {
			return revoked, err
		}
		_, err = t.exec(`
			WITH shut_out AS (
				UPDATE staff_member
				   SET active = false,
				       version = version + 1
				 WHERE id = $1
			), devices AS (
				DELETE FROM known_device
				 WHERE staff_id = $1
			), sessions AS (
				UPDATE session
				   SET revoked_at = :now,
				       revoked_cause = 'INVITATION_REVOKED'
				 WHERE staff_id = $1
				   AND revoked_at IS NULL
			), calendars AS (
				UPDATE calendar_link
				   SET revoked_at = :now
				 WHERE staff_id = $1
				   AND revoked_at IS NULL
			)
			UPDATE guest
			   SET hash = NULL,
			       revoked_at = :now
			 WHERE id = $1`, guest)
		if err != nil {
			return revoked, err
		}
		t.tellGuest(network.VerbGuestRevoked, l.lockedGathering, l.Name)
		if network.TakesRegistrations(l.rules()) {
			err = t.giveBack(guest, l.lockedGathering)
		}
		return revoked, err
	})
}

// tellGuest tells those who prepare the gathering, and nobody else.
func (t *tx) tellGuest(verb network.EventVerb, g lockedGathering, name string) {
	t.tell(Event{Verb: verb, Kind: network.ObjectGathering, Object: g.ID, Gathering: g.ID,
		Audience: Audience{Centres: g.hosts(), Editors: true}, Data: EventData{Excerpt: name}})
}
