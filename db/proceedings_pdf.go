package db

import (
	"context"

	"maillage/network"
)

// Edition says for whom a document was made: the rights of its readers differ,
// and so does what they read.
type Edition string

// The editions of proceedings.
const (
	EditionWhole  Edition = "WHOLE"
	EditionGuests Edition = "GUESTS"
	EditionPublic Edition = "PUBLIC"
)

// ProceedingsPDF is the PDF that was made of a document, by its digest; nil when
// none was.
func (s *Store) ProceedingsPDF(ctx context.Context, gathering network.ID, edition Edition, digest []byte) ([]byte, error) {
	var kept [][]byte
	err := s.list(ctx, &kept, `
		SELECT content
		  FROM proceedings_pdf
		 WHERE gathering_id = $1
		   AND edition = $2
		   AND digest = $3`, gathering, edition, digest)
	if err != nil || len(kept) == 0 {
		return nil, err
	}
	return kept[0], nil
}

// KeepProceedingsPDF keeps the PDF made of a document in the place of the one
// made of it before.
func (s *Store) KeepProceedingsPDF(ctx context.Context, gathering network.ID, edition Edition, digest, content []byte) error {
	_, err := s.db.ExecContext(ctx, `
		INSERT INTO proceedings_pdf (gathering_id, edition, digest, content, made_at)
		VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (gathering_id, edition) DO UPDATE
		   SET digest = excluded.digest,
		       content = excluded.content,
		       made_at = excluded.made_at`, gathering, edition, digest, content, s.Now())
	return mapError(ctx, err)
}
