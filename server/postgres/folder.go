package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Reasons for which Start refuses. In every one of them the data is untouched.
var (
	ErrInUse      = errors.New("already running")
	ErrNotOurs    = errors.New("this folder is not Maillage's")
	ErrUnreadable = errors.New("the data folder cannot be read")
	ErrReadOnly   = errors.New("the data folder cannot be written")
	ErrVersion    = errors.New("the data is of another PostgreSQL version")
)

// A private folder holds:
//
//	maillage.lock   held (flock) by the process that runs the server, for as long as it lives
//	data            the cluster, complete since the moment it exists
//	data.new-*      a cluster in the making, or what a death left of one
//	making.lock     held by those who make one
//	run             the socket's folder, or a link to it where the path is too long
//	server.log      what PostgreSQL says
type folder struct {
	dir  string
	lock *os.File
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, name) }
func (f *folder) data() string            { return f.path("data") }

const lockName = "maillage.lock"

// openFolder makes dir if need be and takes its lock. A folder that holds
// something else than ours is refused: it was probably given by mistake.
func openFolder(dir string) (*folder, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := makeFolder(dir); err != nil {
		return nil, explainWrite(dir, err)
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return nil, err
	}
	f := &folder{dir: dir}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w; give yourself the right to read it or choose another folder", ErrUnreadable, err)
	}
	if _, err := os.Lstat(f.path(lockName)); errors.Is(err, fs.ErrNotExist) && len(entries) > 0 {
		return nil, fmt.Errorf("%w: %s holds other things (%s…); choose an empty or a new folder", ErrNotOurs, dir, entries[0].Name())
	}
	if err := f.takeLock(); err != nil {
		return nil, err
	}
	return f, nil
}

// makeFolder makes a private folder. Those above it, if they are missing too, are
// ordinary ones: the server's user must be able to pass.
func makeFolder(dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// lockPatience covers a process that was killed while it started a child: until
// the child has become its program, it still holds what its parent held.
const lockPatience = 2 * time.Second

func (f *folder) takeLock() error {
	path := f.path(lockName)
	for deadline := time.Now().Add(lockPatience); ; {
		lock, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return explainWrite(f.dir, err)
		}
		if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			holder := make([]byte, 20)
			n, _ := lock.Read(holder)
			lock.Close()
			if !errors.Is(err, syscall.EWOULDBLOCK) {
				return fmt.Errorf("lock %s: %w", path, err)
			}
			if time.Now().Before(deadline) {
				time.Sleep(50 * time.Millisecond)
				continue
			}
			return fmt.Errorf("%w: process %s uses %s; stop it first, or choose another folder", ErrInUse, strings.TrimSpace(string(holder[:n])), f.dir)
		}
		// Somebody may have removed the folder and made it anew in between; a lock on a
		// file without a name protects nothing.
		mine, err1 := lock.Stat()
		named, err2 := os.Stat(path)
		if err1 != nil || err2 != nil || !os.SameFile(mine, named) {
			lock.Close()
			if errors.Is(err2, fs.ErrNotExist) {
				if err := makeFolder(f.dir); err != nil {
					return explainWrite(f.dir, err)
				}
			}
			continue
		}
		if err = lock.Truncate(0); err == nil {
			_, err = lock.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
		}
		if err != nil {
			lock.Close()
			return explainWrite(f.dir, err)
		}
		f.lock = lock
		return nil
	}
}

// release lets the next start in. The file stays, because removing a lock file
// lets two processes hold two files of one name.
func (f *folder) release() {
	// Told outright, because a child being started this moment may share the file.
	syscall.Flock(int(f.lock.Fd()), syscall.LOCK_UN)
	f.lock.Close()
}

func explainWrite(dir string, err error) error {
	return fmt.Errorf("%w: %w; Maillage keeps its data in %s and must be able to write there: choose another folder", ErrReadOnly, err, dir)
}

// dataMajor returns the major version of the existing cluster, or zero if there is none yet.
func (f *folder) dataMajor(info os.FileInfo) (int, error) {
	if info == nil {
		return 0, nil
	}
	text, err := os.ReadFile(filepath.Join(f.data(), "PG_VERSION"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, fmt.Errorf("%w: %s holds no PostgreSQL cluster (it has no PG_VERSION); restore it from a copy, or move it away to start afresh", ErrNotOurs, f.data())
	case err != nil:
		return 0, fmt.Errorf("%w: %w; it may belong to another user: start as that user, or choose another folder", ErrUnreadable, err)
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0, fmt.Errorf("%w: %s says version %q", ErrVersion, filepath.Join(f.data(), "PG_VERSION"), strings.TrimSpace(string(text)))
	}
	return major, nil
}

// existing looks at the cluster's folder without touching it; nil means that it does not exist yet.
func (f *folder) existing() (os.FileInfo, error) {
	info, err := os.Stat(f.data())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	case !info.IsDir():
		return nil, fmt.Errorf("%w: %s is not a folder", ErrNotOurs, f.data())
	}
	stat, _ := sysStat(info)
	if uid := os.Geteuid(); uid != 0 && int(stat.Uid) != uid {
		return nil, fmt.Errorf("%w: %s belongs to user number %d and you are %d; start as that user, or choose another folder", ErrUnreadable, f.data(), stat.Uid, uid)
	}
	if info.Mode().Perm()&0o700 != 0o700 {
		return nil, fmt.Errorf("%w: %s is closed to its own owner (mode %04o); `chmod 700` opens it", ErrUnreadable, f.data(), info.Mode().Perm())
	}
	if info.Mode().Perm()&0o027 != 0 {
		return nil, fmt.Errorf("%w: %s is open to other users (mode %04o), which PostgreSQL refuses; `chmod 700` closes it", ErrUnreadable, f.data(), info.Mode().Perm())
	}
	return info, nil
}

// removeLeftovers clears what a death left of a cluster in the making. An initdb
// that outlived its parent is waited for: it ends within seconds, and would fall
// over the removal of what it works on.
func (f *folder) removeLeftovers(ctx context.Context) error {
	leftovers, _ := filepath.Glob(f.path("data.new-*"))
	if len(leftovers) == 0 {
		return nil
	}
	making, err := f.lockMaking(ctx)
	if err != nil {
		return err
	}
	defer making.Close()
	for _, path := range leftovers {
		if err := os.RemoveAll(path); err != nil {
			return explainWrite(f.dir, err)
		}
	}
	return nil
}

// lockMaking waits until no process makes a cluster in this folder.
func (f *folder) lockMaking(ctx context.Context) (*os.File, error) {
	lock, err := os.OpenFile(f.path("making.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, explainWrite(f.dir, err)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for {
		err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return lock, nil
		}
		select {
		case <-ctx.Done():
			lock.Close()
			return nil, fmt.Errorf("%w: an interrupted run still makes the database folder in %s (%w)", ErrInUse, f.dir, err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
