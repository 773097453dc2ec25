package db

import "context"

// Sweep forgets the results of acts that nobody will repeat any more.
func (s *Store) Sweep(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, `
		DELETE FROM mutation_result
		 WHERE at < $1`, s.Now().AddDate(0, 0, -30))
	return err
}
