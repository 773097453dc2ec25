package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const pidFileName = "postmaster.pid"

// pidFile is what a running server writes into its data folder.
type pidFile struct {
	pid    int
	dir    string
	start  time.Time
	status string
}

func readPidFile(data string) (pidFile, error) {
	text, err := os.ReadFile(filepath.Join(data, pidFileName))
	if err != nil {
		return pidFile{}, err
	}
	lines := strings.Split(string(text), "\n")
	line := func(i int) string {
		if i < len(lines) {
			return strings.TrimSpace(lines[i])
		}
		return ""
	}
	var p pidFile
	p.pid, _ = strconv.Atoi(line(0))
	p.dir = line(1)
	if seconds, err := strconv.ParseInt(line(2), 10, 64); err == nil {
		p.start = time.Unix(seconds, 0)
	}
	p.status = line(7)
	return p, nil
}

// processFacts is what the system tells of a process. What it does not tell is zero.
type processFacts struct {
	uid     int
	start   time.Time
	dataArg string      // the folder after -D of a process called postgres
	cwd     os.FileInfo // a server works in its data folder
}

// startTolerance covers rounding and a slow start between the birth of a process
// and the moment it wrote its own start time.
const startTolerance = 10 * time.Second

// whose says whether the process of the pid file is this folder's server. A pid is
// reused after a crash or a reboot, so the number alone proves nothing: the owner,
// the folder it works on and the time it started must all agree.
func whose(p pidFile, facts processFacts, data os.FileInfo) (ours bool, err error) {
	owner, _ := sysStat(data)
	if facts.uid != int(owner.Uid) {
		return false, nil
	}
	if facts.cwd != nil {
		if !os.SameFile(facts.cwd, data) {
			return false, nil
		}
	} else {
		named, err := os.Stat(facts.dataArg)
		if facts.dataArg == "" || err != nil || !os.SameFile(named, data) {
			return false, nil
		}
	}
	if facts.start.IsZero() || p.start.IsZero() {
		return false, fmt.Errorf("process %d works in this folder, but its age cannot be read", p.pid)
	}
	if d := facts.start.Sub(p.start).Abs(); d > startTolerance {
		return false, fmt.Errorf("process %d works in this folder, but started %v away from the time noted in %s", p.pid, d.Round(time.Second), pidFileName)
	}
	return true, nil
}

// endOrphan ends the server that an earlier, killed process left running on this
// folder, and removes the pid file of one that is gone. It signals no process
// that is not proven to be that server. The caller holds the folder's lock, so no
// living process of ours is behind it.
func endOrphan(ctx context.Context, data string, info os.FileInfo, tell func(string)) error {
	p, err := readPidFile(data)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if p.pid <= 1 {
		return removeStale(data)
	}
	// The handle is taken before the proof, so that the number cannot pass to a
	// stranger between the proof and the signal.
	proc, err := os.FindProcess(p.pid)
	if err != nil {
		return removeStale(data)
	}
	defer proc.Release()
	facts, err := inspect(p.pid)
	if errors.Is(err, fs.ErrNotExist) {
		return removeStale(data)
	}
	if err != nil {
		return fmt.Errorf("is process %d the server of %s? %w", p.pid, data, err)
	}
	ours, err := whose(p, facts, info)
	if err != nil {
		return fmt.Errorf("%w: %w; if it is PostgreSQL, `kill -INT %d` ends it", ErrInUse, err, p.pid)
	}
	if !ours {
		return removeStale(data)
	}
	tell("Ending the PostgreSQL that an interrupted run left behind")
	for _, step := range []struct {
		signal syscall.Signal
		wait   time.Duration
	}{{syscall.SIGINT, 20 * time.Second}, {syscall.SIGQUIT, 10 * time.Second}} {
		if err := proc.Signal(step.signal); errors.Is(err, os.ErrProcessDone) {
			return removeStale(data)
		} else if err != nil {
			return fmt.Errorf("end process %d: %w", p.pid, err)
		}
		for end := time.Now().Add(step.wait); time.Now().Before(end); {
			if _, err := inspect(p.pid); errors.Is(err, fs.ErrNotExist) {
				return removeStale(data)
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(20 * time.Millisecond):
			}
		}
	}
	return fmt.Errorf("%w: PostgreSQL process %d of an earlier run does not end", ErrInUse, p.pid)
}

// removeStale removes a pid file whose server is gone. PostgreSQL would do so
// itself, except where the number now belongs to another process of the same user.
func removeStale(data string) error {
	err := os.Remove(filepath.Join(data, pidFileName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return explainWrite(data, err)
	}
	return nil
}

// inspectWithPS asks ps, for systems without /proc.
func inspectWithPS(pid int) (processFacts, error) {
	cmd := exec.Command("ps", "-ww", "-p", strconv.Itoa(pid), "-o", "uid=", "-o", "stat=", "-o", "lstart=", "-o", "command=")
	cmd.Env = append(os.Environ(), "LC_ALL=C", "TZ=UTC")
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(strings.TrimSpace(string(out))) == 0 {
		return processFacts{}, fs.ErrNotExist
	}
	if err != nil {
		return processFacts{}, err
	}
	fields := strings.Fields(string(out))
	if len(fields) < 8 {
		return processFacts{}, fmt.Errorf("ps says %q", out)
	}
	if strings.HasPrefix(fields[1], "Z") {
		return processFacts{}, fs.ErrNotExist
	}
	var facts processFacts
	if facts.uid, err = strconv.Atoi(fields[0]); err != nil {
		return processFacts{}, fmt.Errorf("ps says %q", out)
	}
	facts.start, _ = time.ParseInLocation("Mon Jan 2 15:04:05 2006", strings.Join(fields[2:7], " "), time.UTC)
	// ps joins the arguments with spaces, so the folder ends where our next argument begins.
	if filepath.Base(fields[7]) == "postgres" {
		if _, rest, ok := strings.Cut(string(out), " -D "); ok {
			facts.dataArg, _, _ = strings.Cut(rest, " -p "+port)
		}
	}
	return facts, nil
}
