package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// lockProceedings locks a gathering against every other change of its
// proceedings, and tells the version of the foreword that stands.
func (t *tx) lockProceedings(gathering network.ID) (g lockedGathering, version int, err error) {
	var row struct {
		lockedGathering
		Foreword int `db:"foreword_version"`
	}
	err = t.find(&row, `
		SELECT `+lockedGatheringColumns+`,
		       coalesce((SELECT p.version FROM proceedings p WHERE p.gathering_id = g.id), 0) AS foreword_version
		  FROM gathering g
		 WHERE g.id = $1
		   AND `+read.Predicate(&gatheringRead, "g")+`
		   FOR NO KEY UPDATE OF g`, gathering)
	return row.lockedGathering, row.Foreword, err
}

// WriteForeword writes the foreword of a gathering's proceedings, at the version
// its writer saw, 0 for the first time.
func (s *Store) WriteForeword(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int, text string) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		clean, err := network.CleanText("input.text", text, network.ForewordMax)
		if err != nil {
			return "", err
		}
		g, stored, err := t.lockProceedings(gathering)
		if err != nil {
			return "", err
		}
		if err := upToDate(network.CanEditProceedings(v, g.rules()), stored, version); err != nil {
			return "", err
		}
		// The lock waited for a first writer, whom this statement's own reading of
		// the row may not have seen.
		put, err := t.exec(`
			INSERT INTO proceedings (gathering_id, foreword)
			VALUES ($1, $2)
			ON CONFLICT (gathering_id) DO UPDATE
			   SET foreword = excluded.foreword,
			       version = proceedings.version + 1
			 WHERE proceedings.version = $3`, gathering, clean, version)
		if err != nil {
			return "", err
		}
		if put == 0 {
			return "", network.Conflict(version + 1)
		}
		t.tellGathering(network.VerbForewordWritten, g, EventData{Excerpt: excerpt(clean)})
		return gathering, nil
	})
}

// ChoosePublicPart puts entries of the proceedings into their public part, or
// takes them out of it.
func (s *Store) ChoosePublicPart(ctx context.Context, v network.Viewer, a Act, gathering network.ID, entries []network.ID, public bool) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if len(entries) > network.PublicEntriesMax {
			return "", network.Invalid("input.entryIds", "too_many", "max", network.PublicEntriesMax)
		}
		g, _, err := t.lockProceedings(gathering)
		if err != nil {
			return "", err
		}
		if err := network.CanEditProceedings(v, g.rules()); err != nil {
			return "", err
		}
		var strangers int
		err = t.get(&strangers, `
			SELECT count(*)
			  FROM gathering g
			 CROSS JOIN unnest($2::uuid[]) AS asked (id)
			 WHERE g.id = $1
			   AND NOT EXISTS (SELECT FROM topic t WHERE t.id = asked.id AND `+topicInProceedings+`)
			   AND NOT EXISTS (SELECT FROM contribution c WHERE c.id = asked.id AND `+contributionInProceedings+`)
			   AND NOT EXISTS (SELECT FROM live_question q WHERE q.id = asked.id AND `+questionInProceedings+`)`, gathering, pq.Array(entries))
		if err != nil {
			return "", err
		}
		if strangers > 0 {
			return "", network.Invalid("input.entryIds", "not_in_proceedings")
		}
		moved, err := t.choose(gathering, entries, public)
		if err != nil {
			return "", err
		}
		if moved > 0 {
			t.tellGathering(network.VerbPublicPartChosen, g, EventData{Excerpt: g.Name})
		}
		return gathering, nil
	})
}

// choose writes what changes, and tells how much that is.
func (t *tx) choose(gathering network.ID, entries []network.ID, public bool) (int64, error) {
	if public {
		return t.exec(`
			INSERT INTO proceedings_public_entry (gathering_id, entry_id)
			SELECT DISTINCT $1::uuid, id
			  FROM unnest($2::uuid[]) AS chosen (id)
			ON CONFLICT DO NOTHING`, gathering, pq.Array(entries))
	}
	return t.exec(`
		DELETE FROM proceedings_public_entry
		 WHERE gathering_id = $1
		   AND entry_id = ANY ($2::uuid[])`, gathering, pq.Array(entries))
}

// FinalizeProceedings keeps the document as it stands, for good, and gives its
// public part a permanent address. missing is how many things its reader has
// read to be missing.
func (s *Store) FinalizeProceedings(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version, missing int) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		g, stored, err := t.lockProceedings(gathering)
		if err != nil {
			return "", err
		}
		if err := upToDate(network.CanFinalizeProceedings(v, g.rules()), stored, version); err != nil {
			return "", err
		}
		p, err := t.readProceedings(gathering)
		if err != nil {
			return "", err
		}
		if p.Version != version {
			return "", network.Conflict(p.Version)
		}
		if len(p.Missing()) != missing {
			return "", network.Invalid("input.missingCount", "proceedings_moved")
		}
		if err := t.giveAddress(gathering); err != nil {
			return "", err
		}
		if err := t.keepEdition(p, 1, ""); err != nil {
			return "", err
		}
		g.State = network.GatheringClosed
		t.tellGathering(network.VerbProceedingsFinalized, g, EventData{
			From: string(network.GatheringClosed), To: string(network.GatheringProceedingsFinal), Excerpt: g.Name,
		})
		return gathering, nil
	})
}

// giveAddress makes the proceedings of a gathering final, under the first address
// that is free: the year and the place of the gathering, and a number from the
// second on.
func (t *tx) giveAddress(gathering network.ID) error {
	_, err := t.exec(`
		WITH moved AS (
			UPDATE gathering
			   SET state = 'PROCEEDINGS_FINAL',
			       version = version + 1
			 WHERE id = $1
			RETURNING starts_on, city
		), wanted AS (
			SELECT to_char(starts_on, 'YYYY-') || coalesce(nullif(trim(BOTH '-' FROM left(regexp_replace(plain_text(city), '[^a-z0-9]+', '-', 'g'), 60)), ''), 'rencontre') AS base
			  FROM moved
		), free AS (
			SELECT made.address
			  FROM wanted
			 CROSS JOIN generate_series(1, 1000) AS number
			 CROSS JOIN LATERAL (SELECT base || CASE WHEN number > 1 THEN '-' || number ELSE '' END AS address) AS made
			 WHERE NOT EXISTS (SELECT FROM proceedings other WHERE other.address = made.address)
			 ORDER BY number
			 LIMIT 1
		)
		INSERT INTO proceedings (gathering_id, address)
		SELECT $1, address
		  FROM free
		ON CONFLICT (gathering_id) DO UPDATE
		   SET address = excluded.address`, gathering)
	return err
}
