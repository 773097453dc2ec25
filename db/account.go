package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"maillage/network"
)

// Accounts keeps who may sign in, their sessions and their tokens. An exported
// method is one transaction, unless it says otherwise.
type Accounts struct {
	DB     *sqlx.DB
	hasher *hasher

	mu       sync.Mutex
	prepared map[string]*sqlx.Stmt
}

// NewAccounts keeps accounts in a database.
func NewAccounts(db *sqlx.DB) *Accounts { return NewAccountsWithCost(db, DefaultPasswordCost) }

// NewAccountsWithCost is NewAccounts for a server that can afford dearer hashes.
func NewAccountsWithCost(db *sqlx.DB, cost PasswordCost) *Accounts {
	return &Accounts{DB: db, hasher: newHasher(cost), prepared: map[string]*sqlx.Stmt{}}
}

func (a *Accounts) inTx(ctx context.Context, do func(*sqlx.Tx) error) error {
	tx, err := a.DB.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		_ = tx.Rollback() // the first error is the one to tell
		return err
	}
	return tx.Commit()
}

// stmt is a statement of every request, prepared once.
func (a *Accounts) stmt(ctx context.Context, query string) (*sqlx.Stmt, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if s := a.prepared[query]; s != nil {
		return s, nil
	}
	s, err := a.DB.PreparexContext(ctx, query)
	if err == nil {
		a.prepared[query] = s
	}
	return s, err
}

func newUUID() network.ID { return network.ID(uuid.Must(uuid.NewV7()).String()) }

// credentials are what is needed to check a person's password.
type credentials struct {
	StaffID    network.ID `db:"staff_id"`
	Hash       string     `db:"password_hash"`
	Open       bool       `db:"open"` // neither disabled nor left the network
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
	err := a.DB.GetContext(ctx, &c, `
		select
			p.id as staff_id,
			coalesce(a.password_hash, '') as password_hash,
			p.active and a.staff_id is not null and a.disabled_at is null as open,
			p.email,
			p.given_name,
			p.family_name
		from staff_member p
		left join account a on a.staff_id = p.id
		where p.id = $1`, staff)
	if errors.Is(err, sql.ErrNoRows) {
		return c, network.NotFound()
	}
	return c, err
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
		insert into event (at, verb, object_kind, object_id, for_staff_id)
		select now(), $3::text, 'ACCOUNT', staff_id, staff_id
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
	return a.replacePassword(ctx, "", staff, c.Hash, password, "")
}

// ChangePassword replaces the viewer's own password, ends their other sessions
// and forgets their other devices.
func (a *Accounts) ChangePassword(ctx context.Context, v network.Viewer, old, password string) error {
	if err := network.CanManageOwnAccount(v); err != nil {
		return err
	}
	c, err := a.credentialsOf(ctx, v.StaffID)
	if err != nil {
		return err
	}
	guess := guessKey("password", string(v.StaffID))
	if err := a.payForGuess(ctx, guess); err != nil {
		return err
	}
	right, _, err := a.hasher.verify(ctx, old, c.Hash)
	if err != nil {
		return err
	}
	if !right {
		err := a.inTx(ctx, func(tx *sqlx.Tx) error {
			return insertSecurityEvent(ctx, tx, v.StaffID, v.StaffID, network.VerbSignInRefused, facts{"of": "PASSWORD_CHANGE"})
		})
		return errors.Join(err, network.Invalid("input.currentPassword", "wrong_password"))
	}
	if err := network.CheckPassword("input.newPassword", normalPassword(password), c.owner()); err != nil {
		return errors.Join(a.forgiveGuess(ctx, a.DB, guess), err)
	}
	if normalPassword(old) == normalPassword(password) {
		return errors.Join(a.forgiveGuess(ctx, a.DB, guess), network.Invalid("input.newPassword", "password_unchanged"))
	}
	if err := a.replacePassword(ctx, v.StaffID, v.StaffID, c.Hash, password, v.SessionID); err != nil {
		return err
	}
	return a.forgiveGuess(ctx, a.DB, guess)
}

// replacePassword moves from the hash that was read to a new one; keep is the
// session that goes on. A password that changed meanwhile is a conflict.
func (a *Accounts) replacePassword(ctx context.Context, actor, staff network.ID, was, password string, keep network.ID) error {
	hash, err := a.hasher.hash(ctx, password)
	if err != nil {
		return err
	}
	return a.inTx(ctx, func(tx *sqlx.Tx) error {
		changed, err := tx.ExecContext(ctx, `
			update account
			set password_hash = $3, password_changed_at = now()
			where staff_id = $1 and password_hash = $2`, staff, was, hash)
		if err != nil {
			return err
		}
		if n, err := changed.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, &network.Error{Code: network.CodeConflict, Key: "password_changed_meanwhile"})
		}
		if _, err := tx.ExecContext(ctx, `
			delete from known_device
			where staff_id = $1
				and hash is distinct from (select device_hash from session where id = nullif($2, '')::uuid)`,
			staff, string(keep)); err != nil {
			return err
		}
		ended, err := revokeSessions(ctx, tx, staff, keep, "PASSWORD_CHANGED")
		if err != nil {
			return err
		}
		return insertSecurityEvent(ctx, tx, actor, staff, network.VerbPasswordChanged, facts{"sessionsEnded": ended})
	})
}
