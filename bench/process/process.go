// Package process tells what processes take of the machine, from /proc: it is
// zero elsewhere than on Linux.
package process

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Time sums what processes have used, user and system; it is counted in
// hundredths of a second.
func Time(pids []int) time.Duration { return sum(pids, 11, 13) }

// Ended sums what the children that a process has waited for had used.
func Ended(pid int) time.Duration { return sum([]int{pid}, 13, 15) }

// sum adds up some of the fields that hold a time.
func sum(pids []int, from, to int) time.Duration {
	var ticks int64
	for _, pid := range pids {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil {
			continue // it has ended
		}
		// The name, in parentheses, may hold anything: fields count from behind it.
		_, rest, ok := strings.Cut(string(text), ") ")
		fields := strings.Fields(rest)
		if !ok || len(fields) < to {
			continue
		}
		for _, field := range fields[from:to] {
			if n, err := strconv.ParseInt(field, 10, 64); err == nil {
				ticks += n
			}
		}
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}

// Family is a process and its children: PostgreSQL works in one per connection.
func Family(parent int) []int {
	pids := []int{parent}
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return pids
	}
	for _, path := range stats {
		text, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		_, rest, ok := strings.Cut(string(text), ") ")
		fields := strings.Fields(rest)
		if ok && len(fields) > 1 && fields[1] == strconv.Itoa(parent) {
			if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil {
				pids = append(pids, pid)
			}
		}
	}
	return pids
}

// Resident is the memory of a process, in MB.
func Resident(pid int) float64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, err := strconv.ParseFloat(strings.Fields(value)[0], 64)
			if err == nil {
				return kb / 1024
			}
		}
	}
	return 0
}
