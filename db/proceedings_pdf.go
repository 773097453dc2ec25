package db

import (
	"context"

	"maillage/network"
)

// Readers says for whom a document was made: their rights differ, and so does
// what they read.
type Readers string

// The readers of proceedings.
const (
	ReadersOfAll    Readers = "WHOLE"
	ReadersAsGuests Readers = "GUESTS"
	ReadersAnyone   Readers = "PUBLIC"
)

// ProceedingsPDF is the PDF that was made of an edition, by its digest; nil when
// none was.
func (s *Store) ProceedingsPDF(ctx context.Context, gathering network.ID, edition int, readers Readers, digest []byte) ([]byte, error) {
	var kept [][]byte
	err := s.list(ctx, &kept, `
		SELECT content
		  FROM proceedings_pdf
		 WHERE gathering_id = $1
		   AND edition = $2
		   AND readers = $3
		   AND digest = $4`, gathering, edition, readers, digest)
	if err != nil || len(kept) == 0 {
		return nil, err
	}
	return kept[0], nil
}

// KeepProceedingsPDF keeps the PDF made of a document in the place of the one
// made of it before.
func (s *Store) KeepProceedingsPDF(ctx context.Context, gathering network.ID, edition int, readers Readers, digest, content []byte) error {
	_, err := s.db.ExecContext(ctx, `
		INSERT INTO proceedings_pdf (gathering_id, edition, readers, digest, content, made_at)
		VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (gathering_id, edition, readers) DO UPDATE
		   SET digest = excluded.digest,
		       content = excluded.content,
		       made_at = excluded.made_at`, gathering, edition, readers, digest, content, s.Now())
	return mapError(ctx, err)
}
