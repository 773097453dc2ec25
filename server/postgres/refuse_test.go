package postgres

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// stopped returns a private folder with a cluster at rest.
func stopped(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(tempDir(t), "private")
	if err := cluster(t, dir).Stop(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// refused starts in vain, and checks that the data stayed as it was and that the
// cluster still works once repair has undone the damage.
func refused(t *testing.T, dir string, want error, repair func()) {
	t.Helper()
	data := filepath.Join(dir, "data")
	before := snapshot(t, data)
	_, err := Start(t.Context(), Options{Dir: dir, Throwaway: true})
	if !errors.Is(err, want) {
		t.Errorf("got %v, want %v", err, want)
	}
	if snapshot(t, data) != before {
		t.Error("the data was touched")
	}
	repair()
	cluster(t, dir)
}

func TestRefusesAnotherMajorVersion(t *testing.T) {
	for _, version := range []string{"9.6\n", "14\n", "99\n", "", "x"} {
		dir := stopped(t)
		path := filepath.Join(dir, "data", "PG_VERSION")
		real, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(version), 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, dir, ErrVersion, func() { os.WriteFile(path, real, 0o600) })
	}
}

func TestRefusesGivenBinariesOfAnotherVersion(t *testing.T) {
	dir := stopped(t)
	_, err := Start(t.Context(), Options{Dir: dir, Binaries: Binaries{Dir: "/nowhere", Major: 99, Version: "99.1"}})
	if !errors.Is(err, ErrVersion) {
		t.Errorf("got %v", err)
	}
}

func TestRefusesClosedOrOpenData(t *testing.T) {
	for _, mode := range []os.FileMode{0, 0o500, 0o755} {
		dir := stopped(t)
		data := filepath.Join(dir, "data")
		if err := os.Chmod(data, mode); err != nil {
			t.Fatal(err)
		}
		refused(t, dir, ErrUnreadable, func() { os.Chmod(data, 0o700) })
	}
}

func TestRefusesDataWithoutACluster(t *testing.T) {
	dir := stopped(t)
	path := filepath.Join(dir, "data", "PG_VERSION")
	if err := os.Rename(path, path+".away"); err != nil {
		t.Fatal(err)
	}
	refused(t, dir, ErrNotOurs, func() { os.Rename(path+".away", path) })
}

func TestRefusesAFolderOfOtherThings(t *testing.T) {
	dir := tempDir(t)
	letter := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(letter, []byte("dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(t.Context(), Options{Dir: dir}); !errors.Is(err, ErrNotOurs) {
		t.Errorf("start: %v", err)
	}
	if err := Discard(t.Context(), dir); !errors.Is(err, ErrNotOurs) {
		t.Errorf("discard: %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("something was added: %v", entries)
	}
}

func TestRefusesAReadOnlyFolder(t *testing.T) {
	empty := tempDir(t)
	used := stopped(t)
	before := snapshot(t, filepath.Join(used, "data"))
	for _, dir := range []string{empty, used} {
		if err := errors.Join(ordinaryAccount(t).own(dir), os.Chmod(dir, 0o555)); err != nil {
			t.Fatal(err)
		}
	}
	if err := ordinaryAccount(t).own(filepath.Join(used, lockName)); err != nil {
		t.Fatal(err)
	}
	// Root writes anywhere, so an ordinary user tries.
	for _, dir := range []string{empty, filepath.Join(empty, "below", "it"), used} {
		if line := answer(t, command(t, true, dir)); !strings.Contains(line, ErrReadOnly.Error()) {
			t.Errorf("%s: %s", dir, line)
		}
	}
	if entries, _ := os.ReadDir(empty); len(entries) > 0 {
		t.Errorf("something was added: %v", entries)
	}
	if snapshot(t, filepath.Join(used, "data")) != before {
		t.Error("the data was touched")
	}
	os.Chmod(used, 0o700)
	cluster(t, used)
}

func TestRefusesDataOfAnotherUser(t *testing.T) {
	if os.Geteuid() != 0 {
		// Without root no file of another user can be made: the folder of the system's own stands in.
		_, err := Start(t.Context(), Options{Dir: "/usr"})
		if !errors.Is(err, ErrNotOurs) {
			t.Errorf("got %v", err)
		}
		return
	}
	dir := stopped(t)
	data := filepath.Join(dir, "data")
	a := ordinaryAccount(t)
	if err := os.Chown(data, 0, 0); err != nil {
		t.Fatal(err)
	}
	refused(t, dir, ErrNotOurs, func() { a.own(data) })

	// And the ordinary user meets data of root's.
	dir = stopped(t)
	data = filepath.Join(dir, "data")
	lock := filepath.Join(dir, lockName)
	if err := errors.Join(os.Chown(data, 0, 0), a.own(lock)); err != nil {
		t.Fatal(err)
	}
	if line := answer(t, command(t, true, dir)); !strings.Contains(line, ErrUnreadable.Error()) {
		t.Errorf("ordinary user: %s", line)
	}
}

func TestNamesTheFolderClosedToTheServersUser(t *testing.T) {
	closed := tempDir(t)
	if err := os.Chmod(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(closed, "a", "b")
	c, err := Start(t.Context(), Options{Dir: dir, Throwaway: true, Template: template(t)})
	if os.Geteuid() != 0 {
		if err != nil || Reachable(dir) != nil {
			t.Fatalf("one's own folder is refused: %v", err)
		}
		c.Stop()
		return
	}
	if err == nil || !strings.Contains(err.Error(), "folder "+closed+" is closed to user") {
		t.Errorf("start: %v", err)
	}
	if err := Reachable(dir); err == nil || !strings.Contains(err.Error(), closed) {
		t.Errorf("reachable: %v", err)
	}
}
