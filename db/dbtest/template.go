package dbtest

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"maillage/db/migrations"
	"maillage/server/postgres"
)

// templateName is the migrated database that every test's is a copy of.
const templateName = "maillage_template"

// formatVersion changes when the kept clusters are made in another way.
const formatVersion = "1"

// prepare starts a cluster of this process's own, in a folder of its own.
func prepare(ctx context.Context, cache string) (*postgres.Cluster, string, error) {
	b, err := postgres.Find(cache)
	if err != nil {
		return nil, "", err
	}
	base, err := baseFolder()
	if err != nil {
		return nil, "", err
	}
	sweep(ctx, base)
	template, err := migrated(ctx, base, b)
	if err != nil {
		return nil, "", err
	}
	dir, err := os.MkdirTemp(base, "run-")
	if err != nil {
		return nil, "", err
	}
	c, err := postgres.Start(ctx, postgres.Options{
		Dir: dir, Binaries: b, Throwaway: true, Template: template,
		Settings: map[string]string{"max_connections": "200", "jit": "off"}, // jit: as db.Open has it
	})
	if err != nil {
		return nil, "", errors.Join(err, os.RemoveAll(dir))
	}
	return c, dir, nil
}

// baseFolder holds the kept clusters and the running ones of this user. Its name
// can be guessed, so a folder that somebody else laid there is not used.
func baseFolder() (string, error) {
	uid := os.Geteuid()
	base := filepath.Join(postgres.ScratchFolder(), "maillage-test-"+strconv.Itoa(uid))
	if err := os.Mkdir(base, 0o711); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	info, err := os.Lstat(base)
	if err != nil {
		return "", err
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !info.IsDir() || !ok || int(stat.Uid) != uid || info.Mode().Perm()&0o022 != 0 {
		return "", fmt.Errorf("%s is not a folder of your own, closed to others: remove it, or set TMPDIR", base)
	}
	return base, nil
}

// migrated returns the folder of a kept cluster at rest that holds the migrated
// template, made now if this schema and this PostgreSQL have none yet.
func migrated(ctx context.Context, base string, b postgres.Binaries) (string, error) {
	sum := sha256.Sum256([]byte(formatVersion + b.Dir + b.Version + migrations.Hash()))
	kept := filepath.Join(base, "kept-"+hex.EncodeToString(sum[:8]))
	data := filepath.Join(kept, "data")
	unlock, err := lock(filepath.Join(base, "build.lock"))
	if err != nil {
		return "", err
	}
	defer unlock()
	if _, err := os.Stat(data); err == nil {
		now := time.Now()
		return data, os.Chtimes(kept, now, now)
	}
	// Only a complete one bears the name; what a killed builder left is cleared here.
	building := filepath.Join(base, "building")
	if err := postgres.Discard(ctx, building); err != nil {
		return "", err
	}
	if err := build(ctx, building, b); err != nil {
		return "", errors.Join(err, os.RemoveAll(building))
	}
	if err := os.Rename(building, kept); err != nil {
		return "", err
	}
	return data, nil
}

func build(ctx context.Context, dir string, b postgres.Binaries) (err error) {
	c, err := postgres.Start(ctx, postgres.Options{Dir: dir, Binaries: b, Throwaway: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Stop()) }()
	if err := execute(ctx, c.URL("postgres"), "create database "+templateName); err != nil {
		return err
	}
	db, err := sql.Open("postgres", c.URL(templateName))
	if err != nil {
		return err
	}
	if err := errors.Join(migrations.Up(ctx, db), db.Close()); err != nil {
		return err
	}
	// Nobody may connect to the template by mistake: a copy is refused while somebody does.
	return execute(ctx, c.URL("postgres"), "alter database "+templateName+" with is_template true allow_connections false")
}

func execute(ctx context.Context, url, statement string) error {
	db, err := sql.Open("postgres", url)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, statement)
	return errors.Join(err, db.Close())
}

// keepTemplates is how many templates are kept for the next runs: a schema at work
// changes often, and they may lie in memory.
const keepTemplates = 4

// sweep removes what is of no more use: running clusters whose keeper was killed
// itself, and all but the latest used templates.
func sweep(ctx context.Context, base string) {
	entries, _ := os.ReadDir(base)
	var kept []os.FileInfo
	for _, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			continue
		}
		switch {
		case matches("run-*", entry.Name()) && time.Since(info.ModTime()) > time.Minute:
			// One that is in use is locked, and Discard lets it be.
			_ = postgres.Discard(ctx, filepath.Join(base, entry.Name()))
		case matches("kept-*", entry.Name()):
			kept = append(kept, info)
		}
	}
	slices.SortFunc(kept, func(a, b os.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for _, info := range kept[min(keepTemplates, len(kept)):] {
		// One used a moment ago may be being copied right now.
		if time.Since(info.ModTime()) > 10*time.Minute {
			_ = postgres.Discard(ctx, filepath.Join(base, info.Name()))
		}
	}
}

func matches(pattern, name string) bool {
	ok, _ := filepath.Match(pattern, name)
	return ok
}

func lock(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		f.Close()
		return nil, err
	}
	return func() { f.Close() }, nil
}
