package postgres

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// orphan leaves a running server behind on a new folder, its parent killed.
func orphan(t *testing.T) (dir string, pid int) {
	t.Helper()
	dir = filepath.Join(tempDir(t), "private")
	cmd := command(t, false, dir, helperDetached+"=1", helperTemplate+"="+template(t))
	pid = ready(t, cmd)
	cmd.Process.Kill()
	cmd.Wait()
	if !running(pid) {
		t.Fatal("the server ended with its parent, there is no orphan")
	}
	t.Cleanup(func() { Discard(t.Context(), dir); syscall.Kill(pid, syscall.SIGQUIT) })
	return dir, pid
}

func TestEndsItsOwnOrphan(t *testing.T) {
	dir, pid := orphan(t)
	c := cluster(t, dir)
	if running(pid) {
		t.Errorf("process %d still runs", pid)
	}
	if got := query(t, open(t, c), "select 1"); got != "1" {
		t.Errorf("got %s", got)
	}
}

func TestKilledParentLosesNothing(t *testing.T) {
	dir := filepath.Join(tempDir(t), "private")
	for i := range 5 {
		cmd := command(t, false, dir, helperTemplate+"="+template(t))
		if i%2 == 1 {
			cmd.Env = append(cmd.Env, helperDetached+"=1")
		}
		ready(t, cmd)
		c := &Cluster{socket: filepath.Join(dir, "run")}
		db := open(t, c)
		execute(t, db, "create table if not exists mark (n int)", fmt.Sprintf("insert into mark values (%d)", i))
		db.Close()
		cmd.Process.Kill()
		cmd.Wait()
	}
	if got := query(t, open(t, cluster(t, dir)), "select string_agg(n::text, ' ' order by n) from mark"); got != "0 1 2 3 4" {
		t.Errorf("rows %s", got)
	}
}

func TestServerFollowsItsParentOnLinux(t *testing.T) {
	cmd := command(t, false, filepath.Join(tempDir(t), "private"), helperTemplate+"="+template(t))
	pid := ready(t, cmd)
	cmd.Process.Kill()
	cmd.Wait()
	if runtime.GOOS != "linux" {
		// Elsewhere it lives on until the next start ends it, see TestEndsItsOwnOrphan.
		syscall.Kill(pid, syscall.SIGQUIT)
	}
	eventually(t, "the server has ended", func() bool { return !running(pid) })
}

func TestWaitsForTheChildrenOfAKilledServer(t *testing.T) {
	dir, pid := orphan(t)
	db := open(t, &Cluster{socket: filepath.Join(dir, "run")})
	var child int
	if err := db.QueryRow("select pid from pg_stat_activity where backend_type = 'checkpointer'").Scan(&child); err != nil {
		t.Fatal(err)
	}
	db.Close()
	// Asleep, the child cannot notice that its server is gone.
	syscall.Kill(child, syscall.SIGSTOP)
	syscall.Kill(pid, syscall.SIGKILL)
	timer := time.AfterFunc(500*time.Millisecond, func() { syscall.Kill(child, syscall.SIGCONT) })
	defer timer.Stop()
	if got := query(t, open(t, cluster(t, dir)), "select 1"); got != "1" {
		t.Errorf("got %s", got)
	}
	if running(child) {
		t.Error("two servers' processes share the data")
	}
}

// writePidFile makes the folder look as if a server with this pid had been killed.
func writePidFile(t *testing.T, dir string, pid int, start time.Time) {
	t.Helper()
	data := filepath.Join(dir, "data")
	path := filepath.Join(data, pidFileName)
	text := fmt.Sprintf("%d\n%s\n%d\n%s\n%s\n\n%s\nready   \n", pid, data, start.Unix(), port, filepath.Join(dir, "run"), "  1 1")
	if err := errors.Join(os.WriteFile(path, []byte(text), 0o600), ordinaryAccount(t).own(path)); err != nil {
		t.Fatal(err)
	}
}

func TestLeavesAStrangerWithItsPidAlone(t *testing.T) {
	a := ordinaryAccount(t)
	sleep := exec.Command("sleep", "600")
	sleep.Dir = "/"
	sleep.SysProcAttr = a.attributes()
	if err := sleep.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { sleep.Process.Kill(); sleep.Wait() })
	neighbour := cluster(t, filepath.Join(tempDir(t), "neighbour"))
	for name, pid := range map[string]int{
		"another program of the server's user": sleep.Process.Pid,
		"another PostgreSQL":                   neighbour.Pid(),
		"this very process":                    os.Getpid(),
		"the first process of the system":      1,
		"a nonsensical number":                 -1,
	} {
		t.Run(name, func(t *testing.T) {
			dir := stopped(t)
			started := time.Now()
			if facts, err := inspect(pid); err == nil {
				started = facts.start
			}
			writePidFile(t, dir, pid, started)
			if got := query(t, open(t, cluster(t, dir)), "select 1"); got != "1" {
				t.Errorf("got %s", got)
			}
		})
	}
	if !running(sleep.Process.Pid) {
		t.Error("a stranger was ended")
	}
	if got := query(t, open(t, neighbour), "select 1"); got != "1" {
		t.Error("another PostgreSQL was ended")
	}
}

func TestDoubtfulOrphanIsNotSignalled(t *testing.T) {
	dir, pid := orphan(t)
	path := filepath.Join(dir, "data", pidFileName)
	real, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	writePidFile(t, dir, pid, time.Now().Add(-time.Hour))
	_, err = Start(t.Context(), Options{Dir: dir, Throwaway: true})
	if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), fmt.Sprint("kill -INT ", pid)) {
		t.Errorf("got %v", err)
	}
	if !running(pid) {
		t.Error("it was ended all the same")
	}
	if err := os.WriteFile(path, real, 0o600); err != nil {
		t.Fatal(err)
	}
	cluster(t, dir)
}

func TestWhoseAsksForEveryProof(t *testing.T) {
	data, other := tempDir(t), tempDir(t)
	here, _ := os.Stat(data)
	there, _ := os.Stat(other)
	stat, _ := sysStat(here)
	now := time.Now()
	p := pidFile{pid: 7, dir: data, start: now}
	whole := processFacts{uid: int(stat.Uid), start: now, dataArg: data, cwd: here}
	for name, c := range map[string]struct {
		change func(*processFacts)
		ours   bool
		doubt  bool
	}{
		"all agree":                         {func(*processFacts) {}, true, false},
		"folder known by the command only":  {func(f *processFacts) { f.cwd = nil }, true, false},
		"another user":                      {func(f *processFacts) { f.uid++ }, false, false},
		"working elsewhere":                 {func(f *processFacts) { f.cwd = there }, false, false},
		"started for another folder":        {func(f *processFacts) { f.cwd = nil; f.dataArg = other }, false, false},
		"nothing known of its folder":       {func(f *processFacts) { f.cwd = nil; f.dataArg = "" }, false, false},
		"right folder, another time":        {func(f *processFacts) { f.start = now.Add(time.Minute) }, false, true},
		"right folder, nothing of its time": {func(f *processFacts) { f.start = time.Time{} }, false, true},
	} {
		facts := whole
		c.change(&facts)
		if ours, err := whose(p, facts, here); ours != c.ours || (err != nil) != c.doubt {
			t.Errorf("%s: ours %v, doubt %v", name, ours, err)
		}
	}
}

// Systems without /proc rest on ps, which must say the same.
func TestBothSourcesOfProcessFactsAgree(t *testing.T) {
	if _, err := exec.LookPath("ps"); err != nil && runtime.GOOS == "linux" {
		return // a Linux without ps has nothing to compare, nor needs it
	}
	c := cluster(t, filepath.Join(tempDir(t), "a folder"))
	first, err := inspect(c.Pid())
	if err != nil {
		t.Fatal(err)
	}
	second, err := inspectWithPS(c.Pid())
	if err != nil {
		t.Fatal(err)
	}
	if first.uid != second.uid || first.dataArg != second.dataArg || first.start.Sub(second.start).Abs() > 2*time.Second {
		t.Errorf("%+v and %+v", first, second)
	}
	c.Stop()
	if _, err := inspectWithPS(c.Pid()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("after its end: %v", err)
	}
}
