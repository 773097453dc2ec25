package postgres

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	_ "github.com/lib/pq"
)

// Environment of a helper: this test binary run again, so that it can be killed.
const (
	helperDir      = "MAILLAGE_TEST_DIR"
	helperTemplate = "MAILLAGE_TEST_TEMPLATE"
	helperDetached = "MAILLAGE_TEST_DETACHED" // without the kernel's notice of a parent's death
)

var shared string // a folder of all tests of this run, open to every user

func TestMain(m *testing.M) {
	if dir, ok := os.LookupEnv(helperDir); ok {
		help(dir)
	}
	// Settled once, for the helpers too: they run elsewhere and know no cache folder.
	cache, _ := filepath.Abs("../../.cache/postgres")
	b, err := Find(cache)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Setenv(BinEnv, b.Dir)
	if shared, err = os.MkdirTemp(ScratchFolder(), "maillage-postgres-test-"); err != nil {
		panic(err)
	}
	os.Chmod(shared, 0o755)
	code := m.Run()
	os.RemoveAll(shared)
	os.Exit(code)
}

// help starts a cluster, says how that went on one line, and waits to be killed.
func help(dir string) {
	if os.Getenv(helperDetached) != "" {
		useParentDeathSignal = false
	}
	c, err := Start(context.Background(), Options{Dir: dir, Throwaway: true, Template: os.Getenv(helperTemplate)})
	if err != nil {
		fmt.Printf("error %q\n", err.Error())
		os.Exit(1)
	}
	fmt.Printf("ready %d\n", c.Pid())
	select {}
}

// tempDir is a new folder that the server's user can reach, unlike t.TempDir of root.
func tempDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp(shared, "t-")
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(dir, 0o755)
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// command prepares a helper, run as an ordinary user if asked.
func command(t *testing.T, ordinary bool, dir string, env ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Dir = "/"
	cmd.Env = append(append(os.Environ(), helperDir+"="+dir), env...)
	if ordinary && os.Geteuid() == 0 {
		cmd.Path = reachableCopy(t, exe)
		a := ordinaryAccount(t)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}}
	}
	return cmd
}

func ordinaryAccount(t *testing.T) account {
	t.Helper()
	a, err := runAs(nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// reachableCopy returns the test binary where any user may run it: the tool that
// built it closes its folder to others.
func reachableCopy(t *testing.T, exe string) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "maillage-helper-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	path := filepath.Join(dir, "helper")
	if err := errors.Join(copyFile(exe, path), os.Chmod(path, 0o755), os.Chmod(dir, 0o755)); err != nil {
		t.Fatal(err)
	}
	return path
}

// answer starts a helper and returns its line. It is killed when the test ends.
func answer(t *testing.T, cmd *exec.Cmd) string {
	t.Helper()
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the helper said nothing: %v", err)
	}
	return strings.TrimSpace(line)
}

// ready starts a helper and returns its server's pid.
func ready(t *testing.T, cmd *exec.Cmd) int {
	t.Helper()
	line := answer(t, cmd)
	var pid int
	if _, err := fmt.Sscanf(line, "ready %d", &pid); err != nil {
		t.Fatalf("helper: %s", line)
	}
	return pid
}

var newTemplate = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(shared, "template")
	c, err := Start(context.Background(), Options{Dir: dir, Throwaway: true})
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "data"), c.Stop()
})

// template is a cluster at rest, for tests that are not about making one.
func template(t *testing.T) string {
	t.Helper()
	path, err := newTemplate()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// cluster starts one on a copy of the template and stops it when the test ends.
func cluster(t *testing.T, dir string) *Cluster {
	t.Helper()
	c, err := Start(t.Context(), Options{Dir: dir, Throwaway: true, Template: template(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Stop() })
	return c
}

func open(t *testing.T, c *Cluster) *sql.DB {
	t.Helper()
	db, err := sql.Open("postgres", c.URL("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func execute(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func query(t *testing.T, db *sql.DB, statement string) string {
	t.Helper()
	var s string
	if err := db.QueryRow(statement).Scan(&s); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	return s
}

func running(pid int) bool {
	_, err := inspect(pid)
	return err == nil
}

func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !ok(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not so after 20 s: %s", what)
		}
	}
}

// snapshot describes every file below dir, to show that none was touched.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	var s strings.Builder
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrPermission) {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			fmt.Fprintln(&s, path, info.Mode(), info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s.String()
}
