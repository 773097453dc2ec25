package main

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/seed"
	"maillage/network"
)

// password is everybody's: it is hashed once and checked as often as anybody
// signs in.
const password = "a measured password"

// person is somebody in the room.
type person struct {
	ID    string `db:"id"`
	Email string `db:"email"`
}

// place is a forum and its gathering.
type place struct {
	Forum     string `db:"forum"`
	Gathering string `db:"gathering"`
	Version   int    `db:"version"`
}

// site is a network with a room full of people, and the instances that serve it.
type site struct {
	database  *sqlx.DB
	url       string // of the database
	binary    string
	keys      string
	documents documents
	// postgres is the process that the database runs in, where it is known.
	postgres  int
	instances []*instance

	people      []person
	facilitator person
	// sessions is the forum whose sessions are held, vote the one where dots are put.
	sessions, vote place
}

// newSite loads a network into an empty, migrated database. One forum is on
// the marketplace, another in convergence with nobody's dots yet, three for each.
func newSite(ctx context.Context, url, binary, sources string, people int) (*site, error) {
	key := make([]byte, 32)
	rand.Read(key) // never fails
	s := &site{url: url, binary: binary, keys: "k:" + base64.StdEncoding.EncodeToString(key)}
	var err error
	if s.documents, err = readDocuments(sources); err != nil {
		return nil, err
	}
	if s.database, err = db.Open(ctx, url, 4); err != nil {
		return nil, err
	}
	size := seed.Size{Centres: 20, Staff: max(people+people/10, 120), Groups: 10, Memberships: 60, Projects: 4, Updates: 100,
		Topics: 60, Forums: 1, Seed: 1, Now: time.Now()}
	if _, err := seed.Network(ctx, s.database, size, func(int, int, string) {}); err != nil {
		return nil, err
	}
	for _, step := range []struct {
		into  any
		query string
		args  []any
	}{
		{&s.facilitator, `SELECT id, email FROM staff_member WHERE network_role = 'COORDINATOR' ORDER BY id LIMIT 1`, nil},
		{&s.people, `SELECT id, email FROM staff_member WHERE active AND centre_id IS NOT NULL ORDER BY id LIMIT $1`, []any{people}},
		{&s.sessions, `SELECT id AS forum, gathering_id AS gathering, version FROM forum WHERE phase = 'MARKETPLACE'`, nil},
		{&s.vote, `UPDATE forum SET dots_per_person = 3 WHERE phase = 'CONVERGENCE' RETURNING id AS forum, gathering_id AS gathering, version`, nil},
	} {
		if many, is := step.into.(*[]person); is {
			err = s.database.SelectContext(ctx, many, step.query, step.args...)
		} else {
			err = s.database.GetContext(ctx, step.into, step.query, step.args...)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", step.query, err)
		}
	}
	if len(s.people) < people {
		return nil, fmt.Errorf("%d people of %d", len(s.people), people)
	}
	for _, statement := range []string{`DELETE FROM topic_dot`, `VACUUM ANALYZE`} {
		if _, err := s.database.ExecContext(ctx, statement); err != nil {
			return nil, err
		}
	}
	ids := []network.ID{network.ID(s.facilitator.ID)}
	for _, p := range s.people {
		ids = append(ids, network.ID(p.ID))
	}
	return s, db.NewAccounts(s.database).CreateAccounts(ctx, ids, password)
}

// serve starts so many instances.
func (s *site) serve(ctx context.Context, n int) error {
	for range n {
		i := &instance{site: s}
		if err := i.start(ctx, "127.0.0.1:0"); err != nil {
			return err
		}
		s.instances = append(s.instances, i)
	}
	return nil
}

// close ends the instances.
func (s *site) close() {
	for _, i := range s.instances {
		i.kill()
	}
	s.database.Close()
}
