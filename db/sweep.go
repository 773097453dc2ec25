package db

import (
	"context"
	"errors"
)

// Sweep forgets the results of acts that nobody will repeat any more, and who
// was writing.
func (s *Store) Sweep(ctx context.Context) error {
	_, results := s.db.ExecContext(ctx, `
		DELETE FROM mutation_result
		 WHERE at < $1`, s.Now().AddDate(0, 0, -30))
	_, writers := s.db.ExecContext(ctx, `
		DELETE FROM harvest_writer
		 WHERE until < $1`, s.Now())
	return errors.Join(results, writers)
}
