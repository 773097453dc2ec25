package dbtest

import (
	"bufio"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// helperEnv makes this test binary take a database and wait to be killed.
const helperEnv = "MAILLAGE_DBTEST_HELPER"

func TestMain(m *testing.M) {
	if _, ok := os.LookupEnv(helperEnv); ok {
		c, err := running()
		if err != nil {
			fmt.Println("error", strings.ReplaceAll(err.Error(), "\n", " "))
			os.Exit(1)
		}
		fmt.Println(c.socketURL)
		if os.Getenv(helperEnv) == "exit" {
			os.Exit(0)
		}
		select {}
	}
	os.Exit(m.Run())
}

// begin starts another test binary; the function returns the address of its cluster.
func begin(t *testing.T, then string, env ...string) (*exec.Cmd, func() string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), helperEnv+"="+then), env...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return cmd, func() string {
		t.Helper()
		line, err := bufio.NewReader(out).ReadString('\n')
		if err != nil || !strings.HasPrefix(line, "postgres://") {
			t.Fatalf("helper: %s %v", line, err)
		}
		return strings.TrimSpace(line)
	}
}

func ended(t *testing.T, dir, address string) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		_, err := os.Stat(dir)
		if errors.Is(err, os.ErrNotExist) {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("%s is still there after 20 s", dir)
		}
	}
	db, err := sql.Open("postgres", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if db.Ping() == nil {
		t.Error("the server still answers")
	}
	lines, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, path := range lines {
		if text, err := os.ReadFile(path); err == nil && strings.Contains(string(text), dir) {
			t.Errorf("a process is left: %s", strings.ReplaceAll(string(text), "\x00", " "))
		}
	}
}

func socketFolder(address string) string {
	u, _ := url.Parse(address)
	return u.Query().Get("host")
}

func TestNothingIsLeftWhenTheTestsEnd(t *testing.T) {
	for _, then := range []string{"exit", "killed"} {
		cmd, address := begin(t, then)
		url := address()
		if then == "killed" {
			cmd.Process.Kill()
		}
		cmd.Wait()
		ended(t, filepath.Dir(socketFolder(url)), url)
	}
}

func newPlace(t *testing.T) string {
	t.Helper()
	tmp, err := os.MkdirTemp("", "maillage-dbtest-")
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(tmp, 0o755) // t.TempDir is closed to the server's user when root tests
	t.Cleanup(func() { os.RemoveAll(tmp) })
	return tmp
}

func TestSeveralBinariesStartTogether(t *testing.T) {
	tmp := newPlace(t) // so that all of them want to make the template first
	var cmds []*exec.Cmd
	var addresses []func() string
	for range 3 {
		cmd, address := begin(t, "wait", "TMPDIR="+tmp)
		cmds = append(cmds, cmd)
		addresses = append(addresses, address)
	}
	seen := map[string]bool{}
	for i, address := range addresses {
		url := address()
		if seen[url] {
			t.Errorf("%s is shared", url)
		}
		seen[url] = true
		if err := execute(t.Context(), url, "create database copy template "+templateName); err != nil {
			t.Error(err)
		}
		cmds[i].Process.Kill()
		cmds[i].Wait()
		ended(t, filepath.Dir(socketFolder(url)), url)
	}
	if kept, _ := filepath.Glob(filepath.Join(tmp, "*", "kept-*")); len(kept) != 1 {
		t.Errorf("kept templates: %v", kept)
	}
}

func TestKilledBuilderIsNoHindrance(t *testing.T) {
	tmp := newPlace(t)
	for i := range 6 {
		cmd, _ := begin(t, "wait", "TMPDIR="+tmp)
		time.Sleep(time.Duration(i) * 150 * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
	}
	cmd, address := begin(t, "exit", "TMPDIR="+tmp)
	url := address()
	cmd.Wait()
	ended(t, filepath.Dir(socketFolder(url)), url)
}

func TestSweepRemovesWhatIsOfNoMoreUse(t *testing.T) {
	base := newPlace(t)
	for name, age := range map[string]time.Duration{
		"run-old": time.Hour, "run-new": time.Second, "letters": 1000 * time.Hour,
		"kept-1": time.Minute, "kept-2": 2 * time.Minute, "kept-3": 20 * time.Minute, "kept-4": 24 * time.Hour, "kept-5": 25 * time.Hour, "kept-6": 26 * time.Hour,
	} {
		dir := filepath.Join(base, name)
		if err := errors.Join(os.Mkdir(dir, 0o700), os.WriteFile(filepath.Join(dir, "maillage.lock"), nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		then := time.Now().Add(-age)
		if err := os.Chtimes(dir, then, then); err != nil {
			t.Fatal(err)
		}
	}
	sweep(t.Context(), base)
	entries, err := os.ReadDir(base)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if got := strings.Join(left, " "); got != "kept-1 kept-2 kept-3 kept-4 letters run-new" {
		t.Errorf("left: %s", got)
	}
}
