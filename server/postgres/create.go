package postgres

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// create makes the cluster beside its final place and renames it there when it is
// complete, so that a folder called data is always a whole one.
func (f *folder) create(ctx context.Context, b Binaries, account account, o Options) error {
	fresh, err := os.MkdirTemp(f.dir, "data.new-")
	if err != nil {
		return explainWrite(f.dir, err)
	}
	defer os.RemoveAll(fresh)
	if err := account.own(fresh); err != nil {
		return err
	}
	if o.Template != "" {
		err = copyCluster(ctx, o.Template, fresh, account)
	} else {
		err = f.initdb(ctx, b, account, fresh, o.Throwaway)
	}
	if err != nil {
		return err
	}
	if err := os.Rename(fresh, f.data()); err != nil {
		return explainWrite(f.dir, err)
	}
	return syncFolder(f.dir)
}

func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// locales are tried in turn. In all of them text sorts by code point, the same on
// every machine, and letters outside ASCII have a case. The builtin provider
// exists since PostgreSQL 17; C.UTF-8 on Linux; the rest is for macOS and for
// systems stripped of every locale. Language-aware order is asked for where it
// is wanted, with COLLATE "fr-x-icu".
func locales(major int) [][]string {
	libc := [][]string{
		{"--lc-collate=C", "--lc-ctype=C.UTF-8"},
		{"--lc-collate=C", "--lc-ctype=en_US.UTF-8"},
		{"--lc-collate=C", "--lc-ctype=C"},
	}
	if major >= 17 {
		return append([][]string{{"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-collate=C", "--lc-ctype=C"}}, libc...)
	}
	return libc
}

func (f *folder) initdb(ctx context.Context, b Binaries, account account, dir string, throwaway bool) error {
	// Inherited by initdb and its children, so that the next start can tell when the
	// last of them has ended, even if we are killed meanwhile.
	making, err := f.lockMaking(ctx)
	if err != nil {
		return err
	}
	defer making.Close()
	var last error
	for _, locale := range locales(b.Major) {
		args := append([]string{"--pgdata=" + dir, "--username=" + superuser, "--encoding=UTF8",
			"--auth-local=trust", "--auth-host=reject", "--lc-messages=C", "--lc-monetary=C", "--lc-numeric=C", "--lc-time=C"}, locale...)
		if throwaway {
			args = append(args, "--no-sync", "--wal-segsize=1")
		}
		var out bytes.Buffer
		cmd := exec.Command(filepath.Join(b.Dir, "initdb"), args...)
		cmd.Dir = "/"
		cmd.Env = environment()
		cmd.Stdout, cmd.Stderr = &out, &out
		cmd.SysProcAttr = account.attributes()
		cmd.ExtraFiles = []*os.File{making}
		// A grandchild may hold the pipe a little longer than initdb lives.
		cmd.WaitDelay = 5 * time.Second
		p, err := launch(cmd)
		if err != nil {
			return fmt.Errorf("initdb: %w", err)
		}
		select {
		case <-p.done:
		case <-ctx.Done():
			p.endGroup()
			return ctx.Err()
		}
		if p.err == nil {
			return nil
		}
		last = fmt.Errorf("initdb of PostgreSQL %s failed: %w\n%s", b.Version, p.err, strings.TrimSpace(out.String()))
		if !strings.Contains(out.String(), "invalid locale") {
			return last
		}
	}
	return last
}

// environment is what the server's processes see: none of the settings that PG*
// variables would smuggle in, and messages in one language.
func environment() []string {
	var env []string
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "PG") && !strings.HasPrefix(v, "LC_") && !strings.HasPrefix(v, "LANG") {
			env = append(env, v)
		}
	}
	return append(env, "LC_ALL=C")
}

// copyCluster copies a cluster at rest.
func copyCluster(ctx context.Context, from, to string, account account) error {
	if _, err := os.Lstat(filepath.Join(from, pidFileName)); err == nil {
		return fmt.Errorf("the cluster %s is in use and cannot be copied", from)
	}
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		switch {
		case rel == ".":
			return os.Chmod(target, 0o700)
		case entry.IsDir():
			err = os.Mkdir(target, 0o700)
		case entry.Type().IsRegular():
			err = copyFile(path, target)
		default:
			return fmt.Errorf("copy %s: neither a file nor a folder", path)
		}
		if err != nil {
			return err
		}
		return account.own(target)
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
