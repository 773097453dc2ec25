package postgres

import (
	"bytes"
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

// useParentDeathSignal is a convenience that no correctness rests on; tests turn
// it off to prove so.
var useParentDeathSignal = true

// setParentDeathSignal asks the kernel to signal the child when we die.
func setParentDeathSignal(attr *syscall.SysProcAttr, signal syscall.Signal) {
	if useParentDeathSignal {
		attr.Pdeathsig = signal
	}
}

// ticksPerSecond is fixed for everything the Linux kernel shows in /proc.
const ticksPerSecond = 100

// inspect reads what /proc tells of a process. It returns fs.ErrNotExist for one
// that does not run, a zombie included.
func inspect(pid int) (processFacts, error) {
	proc := "/proc/" + strconv.Itoa(pid)
	if _, err := os.Stat("/proc/self/stat"); err != nil {
		return inspectWithPS(pid)
	}
	stat, err := os.ReadFile(proc + "/stat")
	if err != nil {
		if errors.Is(err, syscall.ESRCH) {
			err = fs.ErrNotExist
		}
		return processFacts{}, err
	}
	// The name may hold spaces and brackets; the fields start after the last one.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	if len(fields) < 20 {
		return processFacts{}, fmt.Errorf("%s/stat is not understood", proc)
	}
	if fields[0] == "Z" || fields[0] == "X" {
		return processFacts{}, fs.ErrNotExist
	}
	var facts processFacts
	if ticks, err := strconv.ParseInt(fields[19], 10, 64); err == nil {
		if boot, ok := bootTime(); ok {
			facts.start = boot.Add(time.Duration(ticks) * time.Second / ticksPerSecond)
		}
	}
	info, err := os.Stat(proc)
	if err != nil {
		return processFacts{}, err
	}
	owner, _ := sysStat(info)
	facts.uid = int(owner.Uid)
	if line, err := os.ReadFile(proc + "/cmdline"); err == nil {
		facts.dataArg = dataArgument(strings.Split(string(line), "\x00"))
	}
	// Root without the right to trace, as in most containers, may not read this link.
	if cwd, err := os.Stat(proc + "/cwd"); err == nil {
		facts.cwd = cwd
	}
	return facts, nil
}

func bootTime() (time.Time, bool) {
	text, err := os.ReadFile("/proc/stat")
	if err != nil {
		return time.Time{}, false
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "btime "); ok {
			seconds, err := strconv.ParseInt(strings.TrimSpace(rest), 10, 64)
			return time.Unix(seconds, 0), err == nil
		}
	}
	return time.Time{}, false
}

// dataArgument returns what follows -D on a server's command line.
func dataArgument(args []string) string {
	for i, arg := range args {
		if arg == "-D" && i+1 < len(args) && filepath.Base(args[0]) == "postgres" {
			return args[i+1]
		}
	}
	return ""
}
