package db

import (
	"context"

	"maillage/network"
)

// ReleaseOf is a release of an agenda with its gathering.
type ReleaseOf struct{ Gathering, Release network.ID }

// PublishAgenda makes the draft what everybody sees: the next numbered release,
// with what it changes. Items that are moved or cancelled keep where they were;
// whoever kept one is told once of all of theirs.
func (s *Store) PublishAgenda(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int, note string) (ReleaseOf, error) {
	return act(ctx, s, v, a, func(t *tx) (ReleaseOf, error) {
		var none ReleaseOf
		note, err := network.CleanText("input.note", note, network.AgendaNoteMax)
		if err != nil {
			return none, err
		}
		g, err := allowedBy(t, t.lockGathering, gathering, network.CanPublishAgenda)
		if err := upToDate(err, g.AgendaVersion, version); err != nil {
			return none, err
		}
		var next struct {
			Number  int `db:"number"`
			Changes int `db:"changes"`
		}
		err = t.get(&next, `
			SELECT (SELECT coalesce(max(number), 0) + 1 FROM agenda_release WHERE gathering_id = $1) AS number,
			       (SELECT count(*) FROM `+agendaDiffering("$1")+`) AS changes`, gathering)
		switch {
		case err != nil:
			return none, err
		case next.Changes == 0:
			return none, network.Invalid("input.gatheringId", "nothing_to_publish")
		case next.Number > 1 && note == "":
			return none, network.Invalid("input.note", "required")
		}
		release := newID()
		if err := t.release(gathering, release, next.Number, note); err != nil {
			return none, err
		}
		if err := t.tellKeepers(gathering, release); err != nil {
			return none, err
		}
		t.tellGathering(network.VerbAgendaPublished, g, EventData{Excerpt: note})
		return ReleaseOf{gathering, release}, nil
	})
}

// release writes a release, its changes, and the agenda as it now stands. All
// of it looks at the agenda as it was before.
func (t *tx) release(gathering, release network.ID, number int, note string) error {
	_, err := t.exec(`
		WITH differing AS MATERIALIZED (
			SELECT c.id,
			       c.change
			  FROM `+agendaDiffering("$1")+`
		), made AS (
			INSERT INTO agenda_release (id, gathering_id, number, note, at, by_id)
			VALUES ($2, $1, $3, $4, :now, :viewer_id)
		), changes AS (
			INSERT INTO agenda_change (id, release_id, gathering_id, agenda_item_id, kind, title, starts_at, space, former_starts_at, former_space)
			SELECT gen_random_uuid(),
			       $2,
			       $1,
			       c.id,
			       c.change,
			       coalesce(d.title, p.title),
			       coalesce(d.starts_at, p.starts_at),
			       coalesce(room.name, ''),
			       p.starts_at,
			       coalesce(former.name, '')
			  FROM differing c
			  LEFT JOIN agenda_draft_item d ON d.id = c.id
			  LEFT JOIN agenda_item p ON p.id = c.id
			  LEFT JOIN space room ON room.id = d.space_id
			  LEFT JOIN space former ON former.id = p.space_id
			 WHERE $3 > 1
		), cancelled AS (
			UPDATE agenda_item p
			   SET state = 'CANCELLED',
			       former_starts_at = p.starts_at,
			       former_ends_at = p.ends_at,
			       former_space = coalesce((SELECT s.name FROM space s WHERE s.id = p.space_id), ''),
			       space_id = NULL
			  FROM differing c
			 WHERE c.id = p.id
			   AND c.change = 'CANCELLED'
		)
		INSERT INTO agenda_item AS p (id, gathering_id, title, kind, starts_at, ends_at, space_id, speaker, description, is_public, capacity)
		SELECT d.id, d.gathering_id, d.title, d.kind, d.starts_at, d.ends_at, d.space_id, d.speaker, d.description, d.is_public, d.capacity
		  FROM agenda_draft_item d
		  JOIN differing c ON c.id = d.id
		ON CONFLICT (id) DO UPDATE
		   SET title = excluded.title,
		       kind = excluded.kind,
		       starts_at = excluded.starts_at,
		       ends_at = excluded.ends_at,
		       space_id = excluded.space_id,
		       speaker = excluded.speaker,
		       description = excluded.description,
		       is_public = excluded.is_public,
		       capacity = excluded.capacity,
		       state = CASE WHEN `+itemMoves+` THEN 'MOVED' ELSE p.state END,
		       former_starts_at = CASE WHEN `+itemMoves+` THEN p.starts_at ELSE p.former_starts_at END,
		       former_ends_at = CASE WHEN `+itemMoves+` THEN p.ends_at ELSE p.former_ends_at END,
		       former_space = CASE
		           WHEN `+itemMoves+` THEN coalesce((SELECT s.name FROM space s WHERE s.id = p.space_id), '')
		           ELSE p.former_space
		       END`, gathering, release, number, note)
	return err
}

// itemMoves says of an item that is published again whether it moves.
const itemMoves = `(excluded.starts_at, excluded.ends_at, excluded.space_id) IS DISTINCT FROM (p.starts_at, p.ends_at, p.space_id)`

// tellKeepers tells each person who kept an item that a release moved or
// cancelled, in one fact for all of theirs. Who has published knows.
func (t *tx) tellKeepers(gathering, release network.ID) error {
	_, err := t.exec(`
		INSERT INTO event (at, actor_id, verb, object_kind, object_id, gathering_id, audience, for_staff_id, data)
		SELECT :now,
		       :viewer_id,
		       'PROGRAMME_CHANGED',
		       'GATHERING',
		       $1::uuid,
		       $1::uuid,
		       'PERSON',
		       k.staff_id,
		       jsonb_build_object('excerpt', left(string_agg(c.title, ' · ' ORDER BY c.starts_at, c.id), 240))
		  FROM agenda_change c
		  JOIN agenda_keep k ON k.agenda_item_id = c.agenda_item_id
		 WHERE c.release_id = $2
		   AND c.kind IN ('MOVED', 'CANCELLED')
		   AND k.staff_id <> :viewer_id
		 GROUP BY k.staff_id
		 ORDER BY k.staff_id`, gathering, release)
	return err
}
