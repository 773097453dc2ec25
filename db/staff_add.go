package db

import (
	"context"
	"database/sql"
	"errors"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// DemoDomain ends the addresses of the demonstration's people. Their password
// is public, so a server that is not the demonstration refuses to serve them.
const DemoDomain = "@demo.maillage.example"

// HasDemoAccounts reports whether a person of the demonstration can sign in.
func HasDemoAccounts(ctx context.Context, database *sqlx.DB) (bool, error) {
	var found bool
	err := database.GetContext(ctx, &found, `
		SELECT EXISTS (
			SELECT
			  FROM account a
			  JOIN staff_member s ON s.id = a.staff_id
			 WHERE s.email LIKE '%' || $1)`, DemoDomain)
	return found, err
}

// NewStaff is a person whom the operator of the server adds to the directory.
type NewStaff struct {
	Email, GivenName, FamilyName string
	// Centre is a short name; empty for the national coordination.
	Centre string
	Job    network.Job
}

// StaffByEmail finds a person; the empty ID when nobody has the address.
func (s *Store) StaffByEmail(ctx context.Context, email string) (network.ID, error) {
	var id network.ID
	err := s.db.GetContext(ctx, &id, `
		SELECT id
		  FROM staff_member
		 WHERE lower(email) = lower($1)`, email)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return id, err
}

// AddStaff adds a person to the directory. It is the operator's act: the
// database's own constraints say what is wrong with it.
func (s *Store) AddStaff(ctx context.Context, p NewStaff) (network.ID, error) {
	clean := network.Profile{GivenName: p.GivenName, FamilyName: p.FamilyName}
	if err := clean.Validate(); err != nil {
		return "", err
	}
	id := newID()
	done, err := s.db.ExecContext(ctx, `
		INSERT INTO staff_member (id, centre_id, given_name, family_name, email, job)
		SELECT $1, c.id, $2, $3, $4, $5
		  FROM (SELECT) AS one
		  LEFT JOIN centre c ON c.short_name = $6
		 WHERE $6 = '' OR c.id IS NOT NULL`,
		id, clean.GivenName, clean.FamilyName, p.Email, p.Job, p.Centre)
	if err != nil {
		return "", mapError(ctx, err)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return "", errors.Join(err, network.Invalid("centre", "unknown_value"))
	}
	return id, nil
}
