package db

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"maillage/db/read"
	"maillage/network"
)

// Proceedings gives the proceedings of a gathering as they stand, or an edition
// of them, 0 for the last; nil when there is none that the viewer may see.
func (s *Store) Proceedings(ctx context.Context, v network.Viewer, gathering network.ID, edition int) (*network.Proceedings, error) {
	query, values := read.BindViewer(proceedingsQuery(), v, s.Now(), 3)
	stmt, err := s.statements.prepare(ctx, query)
	if err != nil {
		return nil, mapError(ctx, err)
	}
	var row proceedingsRow
	err = stmt.GetContext(ctx, &row, append([]any{gathering, edition}, values...)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, mapError(ctx, err)
	}
	return row.proceedings(v)
}

// PublicProceedings gives what anyone may read at a permanent address, of an
// edition or, for 0, of the last; nil when nothing has it.
func (s *Store) PublicProceedings(ctx context.Context, address string, edition int) (*network.Proceedings, error) {
	stmt, err := s.statements.prepare(ctx, `
		SELECT e.public_document AS document,
		       p.address,
		       e.number AS edition,
		       e.note,
		       e.published_at AS final_at,
		       `+proceedingsEditions+` AS editions
		  FROM proceedings p
		  JOIN `+proceedingsAsked+` ON true
		 WHERE p.address = $1`)
	if err != nil {
		return nil, mapError(ctx, err)
	}
	var row proceedingsRow
	err = stmt.GetContext(ctx, &row, address, edition)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, mapError(ctx, err)
	}
	return row.proceedings(network.Viewer{Kind: network.Anonymous})
}

// proceedingsAsked is the edition $2 of the proceedings p, the last for 0.
const proceedingsAsked = `LATERAL (
		       SELECT asked.number,
		              asked.note,
		              asked.document,
		              asked.public_document,
		              asked.published_at
		         FROM proceedings_edition asked
		        WHERE asked.gathering_id = p.gathering_id
		          AND $2::int IN (0, asked.number)
		        ORDER BY asked.number DESC
		        LIMIT 1) AS e`

// proceedingsEditions are all editions of the proceedings p, the last first.
const proceedingsEditions = `(SELECT coalesce(jsonb_agg(jsonb_build_object('number', every.number, 'note', every.note, 'at', every.published_at)
		               ORDER BY every.number DESC), '[]')
		          FROM proceedings_edition every
		         WHERE every.gathering_id = p.gathering_id)`

// proceedingsRow is a document with what goes beside it.
type proceedingsRow struct {
	Document []byte                 `db:"document"`
	Address  *string                `db:"address"`
	Edition  int                    `db:"edition"`
	Note     string                 `db:"note"`
	FinalAt  *time.Time             `db:"final_at"`
	Editions []byte                 `db:"editions"`
	State    network.GatheringState `db:"state"`
	Hosted   bool                   `db:"hosted"`
	Version  int                    `db:"version"`
}

func (r proceedingsRow) proceedings(v network.Viewer) (*network.Proceedings, error) {
	p := &network.Proceedings{}
	if err := json.Unmarshal(r.Document, p); err != nil {
		return nil, fmt.Errorf("read the proceedings: %w", err)
	}
	if err := json.Unmarshal(r.Editions, &p.Editions); err != nil {
		return nil, fmt.Errorf("read the editions: %w", err)
	}
	p.Address, p.Edition, p.Note, p.FinalAt, p.Version = r.Address, r.Edition, r.Note, r.FinalAt, r.Version
	gathering := network.Gathering{ID: p.GatheringID, State: r.State, Hosted: r.Hosted}
	p.ViewerCanEdit = network.CanEditProceedings(v, gathering) == nil
	p.ViewerCanFinalize = network.CanFinalizeProceedings(v, gathering) == nil
	p.ViewerCanCorrect = p.Edition == len(p.Editions) && network.CanCorrectProceedings(v, gathering) == nil
	if v.Kind == network.Guest {
		return p.ForGuest(), nil
	}
	return p, nil
}

// proceedingsQuery gives the document of the gathering $1: what was kept of it in
// the edition $2, 0 for the last, or what the rows say while there is none, in one
// statement and so of one moment. The names of
// its columns are those of network.Proceedings in JSON.
func proceedingsQuery() string {
	return `
		SELECT coalesce(e.document, ` + proceedingsDocument() + `) AS document,
		       p.address,
		       coalesce(e.number, 0) AS edition,
		       coalesce(e.note, '') AS note,
		       e.published_at AS final_at,
		       ` + proceedingsEditions + ` AS editions,
		       g.state,
		       ` + hostedByViewer("g.id") + ` AS hosted,
		       coalesce(p.version, 0) AS version
		  FROM gathering g
		  LEFT JOIN proceedings p ON p.gathering_id = g.id
		  LEFT JOIN ` + proceedingsAsked + ` ON true
		 WHERE g.id = $1
		   AND ($2::int = 0 OR e.number IS NOT NULL)
		   AND g.state NOT IN ('DRAFT', 'CANCELLED')
		   AND ` + inGathering("g.id")
}

// proceedingsDocument builds the document of the gathering g.
func proceedingsDocument() string {
	return `jsonb_build_object(
			'gathering_id', g.id,
			'name', g.name,
			'city', g.city,
			'venue', g.venue,
			'starts_on', g.starts_on,
			'ends_on', g.ends_on,
			'time_zone', g.time_zone,
			'foreword', coalesce(p.foreword, ''),
			'hosts', (SELECT coalesce(jsonb_agg(c.short_name ORDER BY plain_text(c.short_name)), '[]')
			            FROM gathering_host h
			            JOIN centre c ON c.id = h.centre_id
			           WHERE h.gathering_id = g.id),
			'vote_closed', EXISTS (SELECT FROM forum f WHERE f.gathering_id = g.id AND f.vote_closed_at IS NOT NULL),
			'programme', ` + rowsAsJSON(proceedingsProgramme) + `,
			'contributions', ` + rowsAsJSON(proceedingsContributions) + `,
			'questions', ` + rowsAsJSON(proceedingsQuestions) + `,
			'topics', ` + rowsAsJSON(proceedingsTopics) + `,
			'outcomes', ` + rowsAsJSON(proceedingsOutcomes()) + `,
			'centres', ` + rowsAsJSON(proceedingsCentres) + `)`
}

// rowsAsJSON makes a list of what a query selects, in its order.
func rowsAsJSON(query string) string {
	return `(SELECT coalesce(jsonb_agg(to_jsonb(x)), '[]') FROM (` + query + `) AS x)`
}

// personAsJSON names somebody by the SQL of their id; null for nobody.
func personAsJSON(id string) string {
	return `(SELECT jsonb_build_object('id', s.id, 'name', s.given_name || ' ' || s.family_name, 'centre', coalesce(sc.short_name, ''))
			   FROM staff_member s
			   LEFT JOIN centre sc ON sc.id = s.centre_id
			  WHERE s.id = ` + id + `)`
}

// inPublicPart says whether an entry was chosen for the public part.
func inPublicPart(id string) string {
	return `EXISTS (SELECT FROM proceedings_public_entry e WHERE e.gathering_id = g.id AND e.entry_id = ` + id + `)`
}
