package postgres

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// points is how many moments of the first start a death is tried at.
const points = 20

func TestFirstStartKilledAtAnyMoment(t *testing.T) {
	begin := time.Now()
	ready(t, command(t, false, filepath.Join(tempDir(t), "whole")))
	whole := time.Since(begin)
	for i := range points {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(tempDir(t), "private")
			cmd := command(t, false, dir)
			if i%2 == 1 {
				// Every other time its children live on, as they would on other systems.
				cmd.Env = append(cmd.Env, helperDetached+"=1")
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(whole * time.Duration(i) / points)
			cmd.Process.Kill()
			cmd.Wait()

			c, err := Start(t.Context(), Options{Dir: dir, Throwaway: true})
			if err != nil {
				t.Fatalf("killed after %v of %v: %v", whole*time.Duration(i)/points, whole, err)
			}
			t.Cleanup(func() { c.Stop() })
			execute(t, open(t, c), "create table mark (n int)")
			if err := c.Stop(); err != nil {
				t.Fatal(err)
			}
			eventually(t, "no process of "+dir+" is left", func() bool { return len(processesOf(dir)) == 0 })
			if left, _ := filepath.Glob(filepath.Join(dir, "data.new-*")); len(left) > 0 {
				t.Errorf("left over: %v", left)
			}
			c = cluster(t, dir)
			execute(t, open(t, c), "insert into mark values (1)")
		})
	}
}

// processesOf lists the processes that name a folder on their command line, where
// the system shows them.
func processesOf(dir string) (pids []string) {
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range lines {
		if text, err := os.ReadFile(path); err == nil && strings.Contains(string(text), dir) {
			pids = append(pids, filepath.Base(filepath.Dir(path)))
		}
	}
	return pids
}

// The states that a death can leave behind, laid by hand: moments too short to be
// hit by chance.
func TestComesBackFromEveryLeftover(t *testing.T) {
	for name, lay := range map[string]func(dir string) error{
		"empty folder": func(dir string) error { return os.Mkdir(dir, 0o700) },
		"lock only": func(dir string) error {
			return joinSteps(os.Mkdir(dir, 0o700), os.WriteFile(filepath.Join(dir, lockName), nil, 0o600))
		},
		"half-made cluster": func(dir string) error {
			half := filepath.Join(dir, "data.new-1")
			return joinSteps(os.MkdirAll(filepath.Join(half, "base"), 0o700), os.WriteFile(filepath.Join(dir, lockName), nil, 0o600),
				os.WriteFile(filepath.Join(half, "PG_VERSION"), []byte("1"), 0o600))
		},
		"socket of a dead server": func(dir string) error {
			run := filepath.Join(dir, "run")
			return joinSteps(os.MkdirAll(run, 0o700), os.WriteFile(filepath.Join(dir, lockName), nil, 0o600),
				os.WriteFile(filepath.Join(run, ".s.PGSQL.5432.lock"), []byte("1\n"), 0o600), syscall.Mkfifo(filepath.Join(run, ".s.PGSQL.5432"), 0o600))
		},
		"link to a socket folder that is gone": func(dir string) error {
			return joinSteps(os.MkdirAll(dir, 0o700), os.WriteFile(filepath.Join(dir, lockName), nil, 0o600),
				os.Symlink("/nowhere/"+shortPrefix+"1", filepath.Join(dir, "run")))
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(tempDir(t), "private")
			if err := lay(dir); err != nil {
				t.Fatal(err)
			}
			if got := query(t, open(t, cluster(t, dir)), "select 1"); got != "1" {
				t.Errorf("got %s", got)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "data.new-*")); len(left) > 0 {
				t.Errorf("left over: %v", left)
			}
		})
	}
}

func joinSteps(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// A link planted in the folder must not make us remove what we did not make.
func TestForeignLinkIsNotFollowed(t *testing.T) {
	dir := filepath.Join(tempDir(t), "private")
	precious := filepath.Join(tempDir(t), "precious")
	if err := joinSteps(os.Mkdir(dir, 0o700), os.Mkdir(precious, 0o700), os.WriteFile(filepath.Join(dir, lockName), nil, 0o600),
		os.Symlink(precious, filepath.Join(dir, "run"))); err != nil {
		t.Fatal(err)
	}
	cluster(t, dir)
	if _, err := os.Stat(precious); err != nil {
		t.Errorf("removed: %v", err)
	}
}
