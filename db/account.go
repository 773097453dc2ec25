package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"maillage/network"
)

// Accounts keeps who may sign in, their sessions and their tokens. An exported
// method is one transaction, unless it says otherwise.
type Accounts struct {
	db     *sqlx.DB
	acts   *Store // for what is asked through the API: no act is done twice
	hasher *hasher
	// What is asked with a secret by whoever is not signed in.
	invitations, calendars *guesses
	calendarReads          *pace
}

// NewAccounts keeps accounts in a database.
func NewAccounts(db *sqlx.DB) *Accounts { return NewAccountsWithCost(db, DefaultPasswordCost) }

// NewAccountsWithCost is NewAccounts for a server that can afford dearer hashes.
func NewAccountsWithCost(db *sqlx.DB, cost PasswordCost) *Accounts {
	return &Accounts{
		db:            db,
		acts:          &Store{db: db, statements: statements{db: db}, Now: time.Now},
		hasher:        newHasher(cost),
		invitations:   newGuesses(),
		calendars:     newGuesses(),
		calendarReads: newCalendarPace(),
	}
}

func (a *Accounts) inTx(ctx context.Context, do func(*sqlx.Tx) error) error {
	tx, err := a.db.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing after a commit
	if err := do(tx); err != nil {
		return mapError(ctx, err)
	}
	return mapError(ctx, tx.Commit())
}

// credentials are what is needed to check a person's password.
type credentials struct {
	StaffID    network.ID `db:"staff_id"`
	Hash       string     `db:"password_hash"`
	Email      string     `db:"email"`
	GivenName  string     `db:"given_name"`
	FamilyName string     `db:"family_name"`
}

func (c credentials) owner() network.PasswordOwner {
	return network.PasswordOwner{Email: c.Email, GivenName: c.GivenName, FamilyName: c.FamilyName}
}

func (a *Accounts) credentialsOf(ctx context.Context, staff network.ID) (credentials, error) {
	var c credentials
	if !staff.UUID() {
		return c, network.NotFound()
	}
	return c, noneIsNotFound(a.db.GetContext(ctx, &c, `
		select
			p.id as staff_id,
			coalesce(a.password_hash, '') as password_hash,
			coalesce(p.email, '') as email,
			p.given_name,
			p.family_name
		from staff_member p
		left join account a on a.staff_id = p.id
		where p.id = $1`, staff))
}

func noneIsNotFound(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return network.NotFound()
	}
	return err
}

// CreateAccount lets a member of the directory sign in. It is an act of the
// operator of the server.
func (a *Accounts) CreateAccount(ctx context.Context, staff network.ID, password string) error {
	c, err := a.credentialsOf(ctx, staff)
	if err != nil {
		return err
	}
	if err := network.CheckPassword("input.password", normalPassword(password), c.owner()); err != nil {
		return err
	}
	hash, err := a.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		n, err := insertAccounts(ctx, tx, []network.ID{staff}, hash)
		if err == nil && n == 0 {
			return network.Invalid("input.staffId", "account_exists")
		}
		return err
	})
}

// CreateAccounts gives many people one password and one hash, at the price of
// one: for demonstrations and measurements only. Whoever has an account keeps it.
func (a *Accounts) CreateAccounts(ctx context.Context, staff []network.ID, password string) error {
	return a.inTx(ctx, func(tx *sqlx.Tx) error { return a.CreateAccountsIn(ctx, tx, staff, password) })
}

// CreateAccountsIn is CreateAccounts as a part of the caller's transaction.
func (a *Accounts) CreateAccountsIn(ctx context.Context, tx *sqlx.Tx, staff []network.ID, password string) error {
	if err := network.CheckPasswordLength("input.password", normalPassword(password)); err != nil {
		return err
	}
	hash, err := a.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	_, err = insertAccounts(ctx, tx, staff, hash)
	return err
}

func insertAccounts(ctx context.Context, tx *sqlx.Tx, staff []network.ID, hash string) (int, error) {
	ids := make(pq.StringArray, len(staff))
	for i, id := range staff {
		ids[i] = string(id)
	}
	created, err := tx.ExecContext(ctx, `
		with created as (
			insert into account (staff_id, password_hash, password_changed_at, created_at)
			select id, $2, now(), now()
			from unnest($1::uuid[]) as id
			on conflict (staff_id) do nothing
			returning staff_id
		)
		insert into event (at, verb, object_kind, object_id, audience, for_staff_id)
		select now(), $3::text, 'ACCOUNT', staff_id, 'PERSON', staff_id
		from created`, ids, hash, network.VerbAccountCreated)
	if err != nil {
		return 0, fmt.Errorf("create accounts: %w", err)
	}
	n, err := created.RowsAffected()
	return int(n), err
}

// SetPassword gives a person a new password and ends all their sessions. It is
// an act of the operator of the server.
func (a *Accounts) SetPassword(ctx context.Context, staff network.ID, password string) error {
	c, err := a.credentialsOf(ctx, staff)
	if err != nil {
		return err
	}
	if c.Hash == "" {
		return network.NotFound()
	}
	if err := network.CheckPassword("input.password", normalPassword(password), c.owner()); err != nil {
		return err
	}
	hash, err := a.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		return replacePassword(ctx, tx, passwordChange{Staff: staff, From: c.Hash, To: hash})
	})
}

// ChangePassword replaces the viewer's own password, ends their other sessions
// and forgets their other devices. The act's input is not kept: its digest
// would be a hint at the passwords.
func (a *Accounts) ChangePassword(ctx context.Context, v network.Viewer, do Act, current, password string) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	c, err := a.credentialsOf(ctx, v.StaffID)
	if err != nil {
		return err
	}
	if c.Hash == "" {
		return network.Forbidden("no_password")
	}
	guess := guessKey("password", string(v.StaffID))
	if err := a.payForGuess(ctx, guess); err != nil {
		return err
	}
	right, _, err := a.hasher.verify(ctx, current, c.Hash)
	if err != nil {
		return err
	}
	hash, refusal := "", network.CheckPassword("input.newPassword", normalPassword(password), c.owner())
	switch {
	case !right:
		refusal = network.Invalid("input.currentPassword", "wrong_password")
	case refusal != nil:
	case normalPassword(current) == normalPassword(password):
		refusal = network.Invalid("input.newPassword", "password_unchanged")
	default:
		if hash, err = a.hasher.hash(ctx, password); err != nil {
			return err
		}
	}
	do.Input = nil
	_, err = act(ctx, a.acts, v, do, func(t *tx) (struct{}, error) {
		if refusal != nil {
			return struct{}{}, refusal
		}
		return struct{}{}, replacePassword(ctx, t.sql, passwordChange{
			Actor: v.StaffID, Staff: v.StaffID, From: c.Hash, To: hash, Keep: v.SessionID})
	})
	// A repeat of an act that was done fails on its own and is told the first answer.
	if err == nil || right {
		return errors.Join(a.forgiveGuess(ctx, a.db, guess), err)
	}
	return errors.Join(a.noteRefusal(ctx, v.StaffID, facts{"of": "PASSWORD_CHANGE"}), err)
}

// passwordChange moves a person from the hash that was checked to a new one.
type passwordChange struct {
	Actor, Staff network.ID
	From, To     string
	// Keep is the session that goes on.
	Keep network.ID
}

func replacePassword(ctx context.Context, tx *sqlx.Tx, p passwordChange) error {
	changed, err := tx.ExecContext(ctx, `
		update account
		set password_hash = $3, password_changed_at = now()
		where staff_id = $1 and password_hash = $2`, p.Staff, p.From, p.To)
	if err != nil {
		return err
	}
	if n, err := changed.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, &network.Error{Code: network.CodeConflict, Key: "try_again"})
	}
	if _, err := tx.ExecContext(ctx, `
		delete from known_device
		where staff_id = $1
			and hash is distinct from (select device_hash from session where id = $2)`, p.Staff, p.Keep); err != nil {
		return err
	}
	ended, err := revokeSessions(ctx, tx, p.Staff, p.Keep, "PASSWORD_CHANGED")
	if err != nil {
		return err
	}
	return insertSecurityEvent(ctx, tx, p.Actor, p.Staff, network.VerbPasswordChanged, facts{"sessionsEnded": ended})
}
