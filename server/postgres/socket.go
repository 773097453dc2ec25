package postgres

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const (
	port = "5432"
	// maxSocketPath is the shortest limit among the systems served: macOS has 104
	// bytes with the closing zero, Linux 108.
	maxSocketPath = 103
	shortPrefix   = "maillage-pg-"
)

// fits says whether a socket in dir can be reached. Clients take a comma in the
// name of a host for the start of another one.
func fits(dir string) bool {
	return !strings.Contains(dir, ",") && len(filepath.Join(dir, ".s.PGSQL."+port)) <= maxSocketPath
}

// openSocketFolder returns a folder for the socket that only the account enters. A
// folder that does not fit gets a short one elsewhere and keeps a link to it, by which the
// next start finds and removes it.
func (f *folder) openSocketFolder(account account) (string, error) {
	f.closeSocketFolder()
	run := f.path("run")
	if fits(run) {
		if err := os.Mkdir(run, 0o700); err != nil {
			return "", explainWrite(f.dir, err)
		}
		return run, account.own(run)
	}
	for _, base := range []string{os.TempDir(), "/tmp", "/var/tmp"} {
		if !fits(filepath.Join(base, shortPrefix+"1234567890")) || account.reaches(base) != nil {
			continue
		}
		short, err := os.MkdirTemp(base, shortPrefix)
		if err != nil {
			continue
		}
		if err := errors.Join(account.own(short), os.Symlink(short, run)); err != nil {
			os.Remove(short)
			return "", explainWrite(f.dir, err)
		}
		return short, nil
	}
	return "", fmt.Errorf("no place for the socket: the path %s is too long or holds a comma, and neither %s nor /tmp can be used", run, os.TempDir())
}

// closeSocketFolder removes the socket's folder, which holds nothing of value.
func (f *folder) closeSocketFolder() {
	run := f.path("run")
	if short, err := os.Readlink(run); err == nil {
		// The link is ours, yet a folder is only removed if it looks like one that we made.
		if info, err := os.Lstat(short); err == nil && info.IsDir() && strings.HasPrefix(filepath.Base(short), shortPrefix) {
			os.RemoveAll(short)
		}
		os.Remove(run)
		return
	}
	if info, err := os.Lstat(run); !errors.Is(err, fs.ErrNotExist) && info != nil && info.IsDir() {
		os.RemoveAll(run)
	}
}
