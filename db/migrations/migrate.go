package migrations

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// Up brings a database to this binary's schema. Any number of instances may call
// it at once: one works, the others wait for it. Each step and the note that it
// was done commit together, so a run that was killed goes on where it stopped.
func Up(ctx context.Context, db *sql.DB) error {
	return up(ctx, db, FS)
}

func up(ctx context.Context, db *sql.DB, steps fs.FS) error {
	// The lock is tried every second, for ten minutes at most. PostgreSQL frees it
	// with the session, so a killed holder keeps nobody waiting.
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 600))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	provider, err := goose.NewProvider(goose.DialectPostgres, db, steps,
		goose.WithSessionLocker(locker), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	// The usual start finds nothing to do, and then need not wait for its turn.
	pending, err := provider.HasPending(ctx)
	if err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if !pending {
		return nil
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// Hash names the schema that Up produces: it changes with any letter of any step.
func Hash() string { return hash(FS) }

func hash(steps fs.FS) string {
	sum := sha256.New()
	names, err := fs.Glob(steps, "*.sql")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	for _, name := range names {
		text, err := fs.ReadFile(steps, name)
		if err != nil {
			panic(err) // the files are inside the binary
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(text))
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}
