package main

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
)

// operation is one hot path: what the application asks, and the floor's one
// statement for the same answer.
type operation struct {
	name, about string
	query       string
	// variables of the nth request.
	variables func(n int) map[string]any
	// floor is the statement; its arguments follow from the same variables.
	floor     string
	arguments []string
	// writes are measured without 64 connections on the same rows in mind: each
	// request takes another row.
	writes bool
}

// body is the nth request to the application.
func (o operation) body(n int) []byte {
	text, err := json.Marshal(map[string]any{"query": o.query, "variables": o.variables(n)})
	if err != nil {
		panic(err)
	}
	return text
}

// floorBody is the nth request to the floor.
func (o operation) floorBody(n int) []byte {
	variables := o.variables(n)
	values := make([]string, len(o.arguments))
	for i, name := range o.arguments {
		values[i] = fmt.Sprint(variables[name])
	}
	text, err := json.Marshal(values)
	if err != nil {
		panic(err)
	}
	return text
}

// subject is what the operations are about: rows of the loaded network, drawn
// by its own order so that both sides ask for the same.
type subject struct {
	viewer, email string
	groups        []string // where the viewer is a member and may post
	pages         []string // groups of twenty members and more
	stars         []string // topics on the marketplace
	board         string   // its forum
	votes         []string // topics in convergence
}

func findSubject(database *sqlx.DB) (subject, error) {
	var s subject
	steps := []struct {
		into  any
		query string
		args  func() []any
	}{
		{&s.viewer, `
			SELECT m.staff_id
			  FROM membership m
			  JOIN staff_member p ON p.id = m.staff_id AND p.active AND p.job = 'MISSION_OFFICER'
			  JOIN working_group g ON g.id = m.working_group_id AND g.state IN ('FORMING', 'ACTIVE')
			 WHERE m.state = 'MEMBER'
			 GROUP BY m.staff_id
			 ORDER BY count(*) DESC, m.staff_id
			 LIMIT 1`, nil},
		{&s.email, `SELECT email FROM staff_member WHERE id = $1`, func() []any { return []any{s.viewer} }},
		{&s.groups, `
			SELECT g.id
			  FROM membership m
			  JOIN working_group g ON g.id = m.working_group_id AND g.state IN ('FORMING', 'ACTIVE')
			 WHERE m.staff_id = $1
			   AND m.state = 'MEMBER'
			 ORDER BY g.id`, func() []any { return []any{s.viewer} }},
		{&s.pages, `
			SELECT id
			  FROM working_group
			 WHERE state = 'ACTIVE'
			   AND member_count >= 15
			 ORDER BY id
			 LIMIT 200`, nil},
		{&s.board, `SELECT id FROM forum WHERE phase = 'MARKETPLACE' ORDER BY id LIMIT 1`, nil},
		{&s.stars, `SELECT id FROM topic WHERE forum_id = $1 AND state IN ('PROPOSED', 'PITCHED', 'SCHEDULED') ORDER BY id`, func() []any { return []any{s.board} }},
		{&s.votes, `
			SELECT t.id
			  FROM topic t
			  JOIN forum f ON f.id = t.forum_id
			 WHERE f.phase = 'CONVERGENCE'
			   AND t.state IN ('HELD', 'HARVESTED')
			 ORDER BY t.id`, nil},
	}
	for _, step := range steps {
		var args []any
		if step.args != nil {
			args = step.args()
		}
		var err error
		switch into := step.into.(type) {
		case *string:
			err = database.Get(into, step.query, args...)
		case *[]string:
			if err = database.Select(into, step.query, args...); err == nil && len(*into) == 0 {
				err = fmt.Errorf("nothing matches %s", step.query)
			}
		}
		if err != nil {
			return s, err
		}
	}
	return s, nil
}

func pick(list []string, n int) string { return list[n%len(list)] }

func fresh() string { return uuid.NewString() }
