// Package postgres runs a private PostgreSQL: the one of the demonstration and of
// the tests. It listens on a Unix socket in a folder closed to others, never on the
// network, and downloads nothing. It imports nothing of Maillage.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

// superuser owns the cluster; only the socket's folder keeps others from being it.
const superuser = "postgres"

// Options says where and how a cluster runs.
type Options struct {
	// Dir is the private folder; it is made if it does not exist.
	Dir string
	// Binaries to run with. Left zero, they are found: those that the data asks for,
	// or the newest.
	Binaries Binaries
	// Cache is where fetched binaries may lie, see Find.
	Cache string
	// Settings are added to the server's configuration for this run.
	Settings map[string]string
	// Throwaway trades the safety of the data for speed: for tests only.
	Throwaway bool
	// Template is a cluster at rest to start from instead of an empty one.
	Template string
	// Progress, if set, is told in one sentence what is being done.
	Progress func(string)
}

// Cluster is a running private PostgreSQL.
type Cluster struct {
	Binaries Binaries
	folder   *folder
	server   *process
	socket   string
	stop     sync.Once
}

// Start runs the private PostgreSQL of a folder, making it the first time, and
// returns when it accepts connections. It outlives ctx: only Stop ends it. The
// errors ErrInUse, ErrNotOurs, ErrUnreadable, ErrReadOnly, ErrVersion and
// ErrNoBinaries tell what the person can do and leave the data as it was.
func Start(ctx context.Context, o Options) (*Cluster, error) {
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	f, err := openFolder(o.Dir)
	if err != nil {
		return nil, err
	}
	c, err := start(ctx, f, o)
	if err != nil {
		f.release()
		return nil, err
	}
	return c, nil
}

func start(ctx context.Context, f *folder, o Options) (*Cluster, error) {
	existing, err := f.existing()
	if err != nil {
		return nil, err
	}
	major, err := f.dataMajor(existing)
	if err != nil {
		return nil, err
	}
	account, err := runAs(existing)
	if err != nil {
		return nil, err
	}
	b, err := o.binaries(major, account, f.data())
	if err != nil {
		return nil, err
	}
	if err := account.own(f.dir); err != nil {
		return nil, explainWrite(f.dir, err)
	}
	if err := account.reaches(f.dir); err != nil {
		return nil, err
	}
	if err := f.removeLeftovers(ctx); err != nil {
		return nil, err
	}
	if existing == nil {
		if o.Template == "" {
			o.Progress(fmt.Sprintf("Creating the database folder %s with PostgreSQL %s (only the first time)", f.dir, b.Version))
		}
		if err := f.create(ctx, b, account, o); err != nil {
			return nil, err
		}
		if existing, err = f.existing(); err != nil {
			return nil, err
		}
	}
	// A server that was still being born when its parent was killed shows itself
	// only now, by holding the data folder against ours: then it is ended too. And
	// the children of a killed one need a moment to notice.
	for patience := time.Now().Add(15 * time.Second); ; time.Sleep(200 * time.Millisecond) {
		if err := endOrphan(ctx, f.data(), existing, o.Progress); err != nil {
			return nil, err
		}
		o.Progress(fmt.Sprintf("Starting PostgreSQL %s", b.Version))
		c, err := f.serve(ctx, b, account, o)
		if err == nil || time.Now().After(patience) || ctx.Err() != nil || !heldByAnother(err) {
			return c, err
		}
	}
}

func (o Options) binaries(major int, account account, data string) (Binaries, error) {
	b := o.Binaries
	if b.Dir == "" {
		var err error
		if b, err = find(o.Cache, major, account); err != nil && major != 0 {
			return b, fmt.Errorf("%w: %s was made by PostgreSQL %d and only that version can open it; "+
				"install it, or choose another folder to start afresh (the data is untouched)\n%w", ErrVersion, data, major, err)
		}
		return b, err
	}
	if major != 0 && b.Major != major {
		return b, fmt.Errorf("%w: %s was made by PostgreSQL %d and %s is %s; use that version, "+
			"or choose another folder to start afresh (the data is untouched)", ErrVersion, data, major, b.Dir, b.Version)
	}
	return b, nil
}

// startError is a server that ended before it was ready.
type startError struct {
	why error
	log string
}

func (e *startError) Error() string {
	return fmt.Sprintf("PostgreSQL did not start: %v\n%s", e.why, e.log)
}

func heldByAnother(err error) bool {
	var e *startError
	return errors.As(err, &e) && (strings.Contains(e.log, "lock file \""+pidFileName) ||
		strings.Contains(e.log, "pre-existing shared memory block"))
}

// serve starts the server on a complete cluster and waits until it is ready.
func (f *folder) serve(ctx context.Context, b Binaries, account account, o Options) (*Cluster, error) {
	socket, err := f.openSocketFolder(account)
	if err != nil {
		return nil, err
	}
	log, err := f.openLog(account)
	if err != nil {
		return nil, err
	}
	defer log.Close()
	cmd := exec.Command(filepath.Join(b.Dir, "postgres"), append([]string{"-D", f.data(), "-p", port}, settings(o, socket)...)...)
	cmd.Dir = "/"
	cmd.Env = environment()
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = account.attributes()
	setParentDeathSignal(cmd.SysProcAttr, syscall.SIGINT)
	server, err := launch(cmd)
	if err != nil {
		return nil, fmt.Errorf("start PostgreSQL: %w", err)
	}
	c := &Cluster{Binaries: b, folder: f, server: server, socket: socket}
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-server.done:
			f.closeSocketFolder()
			return nil, &startError{server.err, f.logTail()}
		case <-ctx.Done():
			c.end(syscall.SIGINT)
			f.closeSocketFolder()
			return nil, ctx.Err()
		case <-tick.C:
			if p, err := readPidFile(f.data()); err == nil && p.pid == cmd.Process.Pid && p.status == "ready" {
				return c, nil
			}
		}
	}
}

// settings are given on the command line, so that a run leaves no trace in the
// cluster's own files. The person's come last and win, except where it listens.
func settings(o Options, socket string) []string {
	all := [][2]string{
		{"timezone", "UTC"},
		{"log_timezone", "UTC"},
		{"logging_collector", "off"},
		{"log_destination", "stderr"},
	}
	if o.Throwaway {
		all = append(all, [][2]string{
			{"fsync", "off"},
			{"synchronous_commit", "off"},
			{"full_page_writes", "off"},
			// In the data folder, so that removing that removes it all, even after a kill.
			{"dynamic_shared_memory_type", "mmap"},
			{"wal_init_zero", "off"},
			{"wal_recycle", "off"},
			{"autovacuum", "off"},
			{"jit", "off"},
			{"shared_buffers", "32MB"},
			{"max_wal_size", "256MB"},
		}...)
	}
	var names []string
	for name := range o.Settings {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		all = append(all, [2]string{name, o.Settings[name]})
	}
	all = append(all, [][2]string{
		{"listen_addresses", ""},
		// The value is a list, in which quotes protect a comma or a space.
		{"unix_socket_directories", `"` + strings.ReplaceAll(socket, `"`, `""`) + `"`},
		{"unix_socket_permissions", "0700"},
	}...)
	var args []string
	for _, s := range all {
		args = append(args, "-c", s[0]+"="+s[1])
	}
	return args
}

// URL returns how to reach one database of the cluster, in the form that lib/pq,
// pgx and psql understand.
func (c *Cluster) URL(database string) string {
	u := url.URL{
		Scheme:   "postgres",
		User:     url.User(superuser),
		Path:     "/" + database,
		RawQuery: url.Values{"host": {c.socket}, "port": {port}, "sslmode": {"disable"}}.Encode(),
	}
	return u.String()
}

// Dir is the private folder that the cluster lives in.
func (c *Cluster) Dir() string { return c.folder.dir }

// Pid is the number of the server's first process.
func (c *Cluster) Pid() int { return c.server.cmd.Process.Pid }

// Done is closed when the server has ended, asked or not.
func (c *Cluster) Done() <-chan struct{} { return c.server.done }

// Stop ends the server in order: sessions are closed, everything is on disk. It
// may be called more than once.
func (c *Cluster) Stop() error { return c.close(syscall.SIGINT) }

// Abort ends the server at once, as a power cut would; the next start recovers.
func (c *Cluster) Abort() error { return c.close(syscall.SIGQUIT) }

func (c *Cluster) close(signal syscall.Signal) error {
	var err error
	c.stop.Do(func() {
		err = c.end(signal)
		c.folder.closeSocketFolder()
		c.folder.release()
	})
	return err
}

// end signals and waits, more firmly with time. The server's children notice the
// end of their parent by themselves.
func (c *Cluster) end(signal syscall.Signal) error {
	for _, step := range []struct {
		signal syscall.Signal
		wait   time.Duration
	}{{signal, 30 * time.Second}, {syscall.SIGQUIT, 10 * time.Second}, {syscall.SIGKILL, 10 * time.Second}} {
		if err := c.server.cmd.Process.Signal(step.signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("stop PostgreSQL: %w", err)
		}
		select {
		case <-c.server.done:
			return nil
		case <-time.After(step.wait):
		}
	}
	return fmt.Errorf("PostgreSQL (process %d) does not end", c.Pid())
}

// Discard removes a private folder with all its data, ending first what a killed
// run left there. It refuses a folder that is in use or is not ours.
func Discard(ctx context.Context, dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	f, err := openFolder(dir)
	if err != nil {
		return err
	}
	defer f.release()
	if info, err := os.Stat(f.data()); err == nil {
		if err := endOrphan(ctx, f.data(), info, func(string) {}); err != nil {
			return err
		}
	}
	f.closeSocketFolder()
	return os.RemoveAll(f.dir)
}
