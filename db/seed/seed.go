// Package seed fills an empty network: with the story of the demonstration, or
// with a large invented one for measurements. Both are made in memory by acts
// that follow the rules of the network, so that rows and journal tell the same,
// and are then copied into the database in one transaction: all of it, or none.
//
// The same call with the same clock gives the same data, ids included.
package seed

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"maillage/db"
	"maillage/network"
)

// Progress is told how many rows of how many are in, and what is being done.
type Progress func(done, total int, what string)

// Summary counts what has been loaded.
type Summary struct {
	Centres, People, Gatherings, Topics, Groups, Memberships, Updates, Projects, Events int
	// Personas are the people to play the demonstration as; a generated network has none.
	Personas []Persona
}

// Persona is somebody to sign in as in the demonstration.
type Persona struct {
	Name, Email string
	// Job is the code of their job family.
	Job string
	// Centre is the short name of their centre; empty for the national coordination and guests.
	Centre string
	// Does says in a line what they can do that others cannot; DoesFr the same in French.
	Does, DoesFr string
}

// ErrNotEmpty says that a network is there already; nothing has been touched.
var ErrNotEmpty = errors.New("the database already holds a network")

// Story loads the demonstration: the network as it is known, the gathering of
// Nantes in 2019 and what became of it, and a gathering that is going on at
// now. Where the story is already loaded it is left as it is.
func Story(ctx context.Context, database *sqlx.DB, now time.Time, progress Progress) (Summary, error) {
	var there bool
	err := database.GetContext(ctx, &there, `
		SELECT EXISTS (
			SELECT
			  FROM staff_member
			 WHERE email = ANY($1))`, pq.Array(personaEmails()))
	if err != nil {
		return Summary{}, fmt.Errorf("load the story: %w", err)
	}
	if there {
		return Summary{}, nil
	}
	w, err := tell(now)
	if err != nil {
		return Summary{}, fmt.Errorf("tell the story: %w", err)
	}
	if err := load(ctx, database, w, progress); err != nil {
		return Summary{}, fmt.Errorf("load the story: %w", err)
	}
	s := w.summary()
	s.Personas = personasOf(w)
	return s, nil
}

// Accounts opens an account for everyone of the network who has not left, all
// with one password: for demonstrations and measurements only. Whoever has an
// account keeps it.
func Accounts(ctx context.Context, database *sqlx.DB, accounts *db.Accounts, password string) error {
	var staff []network.ID
	err := database.SelectContext(ctx, &staff, `
		SELECT id
		  FROM staff_member
		 WHERE active
		 ORDER BY id`)
	if err != nil {
		return fmt.Errorf("open accounts: %w", err)
	}
	return accounts.CreateAccounts(ctx, staff, password)
}

// Personas lists who can sign in to the demonstration: none before its story
// and their accounts are there.
func Personas(ctx context.Context, database *sqlx.DB) ([]Persona, error) {
	var rows []struct {
		Name   string `db:"name"`
		Email  string `db:"email"`
		Job    string `db:"job"`
		Centre string `db:"centre"`
	}
	err := database.SelectContext(ctx, &rows, `
		SELECT s.given_name || ' ' || s.family_name AS name,
		       s.email,
		       s.job,
		       coalesce(c.short_name, '') AS centre
		  FROM staff_member s
		  JOIN account a ON a.staff_id = s.id
		  LEFT JOIN centre c ON c.id = s.centre_id
		 WHERE s.email = ANY($1)
		   AND s.active
		 ORDER BY array_position($1, s.email)`, pq.Array(personaEmails()))
	if err != nil {
		return nil, fmt.Errorf("list the personas: %w", err)
	}
	people := make([]Persona, len(rows))
	for i, r := range rows {
		does, doesFr := personaDoes(r.Email)
		people[i] = Persona{Name: r.Name, Email: r.Email, Job: r.Job, Centre: r.Centre, Does: does, DoesFr: doesFr}
	}
	return people, nil
}
