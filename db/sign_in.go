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

// How long a session lasts: unless it is used again, and however much it is.
const (
	shortIdle = 12 * time.Hour
	shortEnd  = 24 * time.Hour
	longIdle  = 30 * 24 * time.Hour
	longEnd   = 90 * 24 * time.Hour
)

// devicesPerStaff is how many known devices a person keeps, the latest first.
const devicesPerStaff = 10

// SignIn is what a person shows at the door.
type SignIn struct {
	Email, Password string
	// Remember asks for a session that outlives the browser.
	Remember bool
	// Device is the secret that an earlier sign-in left on this device, if any.
	Device    string
	UserAgent string
}

// Grant is what a person is given at the door: secrets for their browser.
type Grant struct {
	StaffID   network.ID
	SessionID network.ID
	Refresh   string
	Device    string
	Remember  bool
	ExpiresAt time.Time
}

func refused() error {
	return &network.Error{Code: network.CodeUnauthenticated, Key: "sign_in_refused"}
}

// signInCandidate is the account that an e-mail names, if one does. Without a
// hash it has no password: nothing that is typed is right.
type signInCandidate struct {
	StaffID     network.ID `db:"staff_id"`
	Hash        string     `db:"password_hash"`
	Open        bool       `db:"open"`
	KnownDevice bool       `db:"known_device"`
}

// SignIn opens a session. Whether the e-mail, the password or the account was
// at fault is not told, nor to be felt: each does the same work. Guessing is
// slowed by e-mail, and on a device that the person has used before, by that
// device instead: no stranger's guesses can keep them out.
func (a *Accounts) SignIn(ctx context.Context, in SignIn) (Grant, error) {
	email := strings.ToLower(strings.TrimSpace(normalPassword(in.Email)))
	device, _ := hashSecret(devicePrefix, in.Device)
	who, err := a.signInCandidate(ctx, email, device)
	if err != nil {
		return Grant{}, err
	}
	guess := guessKey("email", email)
	if who.KnownDevice {
		guess = guessKey("device", string(device), string(who.StaffID))
	}
	if err := a.payForGuess(ctx, guess); err != nil {
		return Grant{}, err
	}
	hash := who.Hash
	if hash == "" {
		hash = a.hasher.decoy
	}
	right, outdated, err := a.hasher.verify(ctx, in.Password, hash)
	if err != nil {
		return Grant{}, err
	}
	if !right || !who.Open || who.Hash == "" {
		return Grant{}, errors.Join(a.noteRefusal(ctx, who.StaffID, facts{"excerpt": network.DeviceSummary(in.UserAgent)}), refused())
	}
	renewed := hash
	if outdated {
		if renewed, err = a.hasher.hash(ctx, in.Password); err != nil {
			return Grant{}, err
		}
	}
	return a.openSession(ctx, who.StaffID, hash, renewed, in, guess)
}

func (a *Accounts) signInCandidate(ctx context.Context, email string, device []byte) (signInCandidate, error) {
	var who signInCandidate
	err := a.db.GetContext(ctx, &who, `
		select
			a.staff_id,
			coalesce(a.password_hash, '') as password_hash,
			p.active as open,
			exists (select from known_device d where d.hash = $2 and d.staff_id = a.staff_id) as known_device
		from staff_member p
		join account a on a.staff_id = p.id
		where lower(p.email) = $1`, email, device)
	if errors.Is(err, sql.ErrNoRows) {
		return signInCandidate{}, nil
	}
	return who, err
}

// noteRefusal does not wait for the disk, which it would only do for those
// who exist.
func (a *Accounts) noteRefusal(ctx context.Context, staff network.ID, of facts) error {
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		if _, err := tx.ExecContext(ctx, `set local synchronous_commit = off`); err != nil {
			return err
		}
		return insertSecurityEvent(ctx, tx, "", staff, network.VerbSignInRefused, of)
	})
}

// openSession lets the person in, unless the account changed since the
// password was checked against its hash.
func (a *Accounts) openSession(ctx context.Context, staff network.ID, hash, renewed string, in SignIn, guess []byte) (Grant, error) {
	var g Grant
	err := a.inTx(ctx, func(tx *sqlx.Tx) error {
		// Held first, then looked at: a deactivation that was under way is seen.
		if _, err := tx.ExecContext(ctx, `select from account where staff_id = $1 for update`, staff); err != nil {
			return err
		}
		still, err := tx.ExecContext(ctx, `
			update account
			set password_hash = $3
			where staff_id = $1 and password_hash = $2
				and exists (select from staff_member where id = $1 and active)`, staff, hash, renewed)
		if err != nil {
			return err
		}
		if n, err := still.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, refused())
		}
		if g, err = admit(ctx, tx, staff, in); err != nil {
			return err
		}
		return a.forgiveGuess(ctx, tx, guess)
	})
	if err != nil {
		return Grant{}, err
	}
	return g, nil
}

// admit opens a session for a person whose account is held and who has shown
// what lets them in. That of a guest ends with the last day on which they get in.
func admit(ctx context.Context, tx *sqlx.Tx, staff network.ID, in SignIn) (Grant, error) {
	g := Grant{StaffID: staff, SessionID: newID(), Refresh: newSecret(refreshTokenPrefix), Remember: in.Remember}
	idle, end := shortIdle, shortEnd
	if in.Remember {
		idle, end = longIdle, longEnd
	}
	var err error
	if g.Device, err = knowDevice(ctx, tx, staff, in.Device); err != nil {
		return g, err
	}
	device, _ := hashSecret(devicePrefix, g.Device)
	summary := network.DeviceSummary(in.UserAgent)
	if err := tx.GetContext(ctx, &g.ExpiresAt, `
		with last as (
			select ((g.ends_on + $8::integer + 1)::timestamp at time zone g.time_zone) as moment
			from staff_member p
			join gathering g on g.id = p.gathering_id
			where p.id = $2 and p.job = 'GUEST'
		)
		insert into session (id, staff_id, user_agent, device_hash, remember, created_at, last_used_at, expires_at, ends_at)
		values ($1, $2, $3, $4, $5, now(), now(),
			least(now() + make_interval(secs => $6), (select moment from last)),
			least(now() + make_interval(secs => $7), (select moment from last)))
		returning expires_at`,
		g.SessionID, staff, summary, device, in.Remember, idle.Seconds(), end.Seconds(), network.GuestDaysAfter); err != nil {
		return g, err
	}
	if err := insertRefreshToken(ctx, tx, g.SessionID, g.Refresh); err != nil {
		return g, err
	}
	return g, insertSecurityEvent(ctx, tx, staff, staff, network.VerbSignedIn, facts{"sessionId": g.SessionID, "excerpt": summary})
}

// knowDevice remembers that this person signs in from this device. A device
// that already bears a secret of ours keeps it: several people may share one.
func knowDevice(ctx context.Context, tx *sqlx.Tx, staff network.ID, secret string) (string, error) {
	hash, ok := hashSecret(devicePrefix, secret)
	if ok {
		if err := tx.GetContext(ctx, &ok, `select exists (select from known_device where hash = $1)`, hash); err != nil {
			return "", err
		}
	}
	if !ok {
		secret = newSecret(devicePrefix)
		hash, _ = hashSecret(devicePrefix, secret)
	}
	if _, err := tx.ExecContext(ctx, `
		insert into known_device (hash, staff_id, last_used_at)
		values ($1, $2, now())
		on conflict (hash, staff_id) do update
		set last_used_at = now()`, hash, staff); err != nil {
		return "", err
	}
	_, err := tx.ExecContext(ctx, `
		delete from known_device
		where staff_id = $1 and hash in (
			select hash
			from known_device
			where staff_id = $1
			order by last_used_at desc, hash
			offset $2)`, staff, devicesPerStaff)
	return secret, err
}
