package postgres

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fake lays an installation whose programs only say their version.
func fake(t *testing.T, parent, name, initdb, postgres string) string {
	t.Helper()
	dir := filepath.Join(parent, name, "bin")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for program, script := range map[string]string{"initdb": initdb, "postgres": postgres} {
		if script == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, program), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func says(program, version string) string {
	return "echo '" + program + " (PostgreSQL) " + version + "'"
}

// fakes lays one installation of each kind and returns their common parent.
func fakes(t *testing.T) string {
	t.Helper()
	parent, err := os.MkdirTemp("", "maillage-find-")
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(parent, 0o755)
	t.Cleanup(func() { os.RemoveAll(parent) })
	fake(t, parent, "broken", says("initdb", "98.1"), "exit 127")
	fake(t, parent, "half", "", says("postgres", "98.1"))
	fake(t, parent, "mute", says("initdb", "98.1"), "echo hello")
	fake(t, parent, "mixed", says("initdb", "98.1"), says("postgres", "97.1"))
	fake(t, parent, "old", says("initdb", "14.9"), says("postgres", "14.9"))
	fake(t, parent, "new", says("initdb", "90.2"), says("postgres", "90.2"))
	fake(t, parent, "newer", says("initdb", "90.10 (Debian)"), says("postgres", "90.10 (Debian)"))
	fake(t, parent, "beta", says("initdb", "89beta1"), says("postgres", "89beta1"))
	return parent
}

func TestFindTakesTheNewestThatWorks(t *testing.T) {
	t.Setenv(BinEnv, "")
	cache := fakes(t)
	b, err := Find(cache)
	if err != nil || b.Dir != filepath.Join(cache, "newer", "bin") || b.Major != 90 || b.Minor != 10 || b.Version != "90.10 (Debian)" {
		t.Errorf("%+v %v", b, err)
	}
	if b, err = FindMajor(cache, 89); err != nil || b.Major != 89 {
		t.Errorf("%+v %v", b, err)
	}
}

func TestFindFollowsPath(t *testing.T) {
	t.Setenv(BinEnv, "")
	parent := fakes(t)
	links := filepath.Join(parent, "links")
	if err := joinSteps(os.Mkdir(links, 0o755), os.Symlink(filepath.Join(parent, "newer", "bin", "postgres"), filepath.Join(links, "postgres"))); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", links+":"+os.Getenv("PATH"))
	if b, err := Find(""); err != nil || b.Dir != filepath.Join(parent, "newer", "bin") {
		t.Errorf("%+v %v", b, err)
	}
}

func TestFindObeysTheSetting(t *testing.T) {
	parent := fakes(t)
	t.Setenv(BinEnv, filepath.Join(parent, "new", "bin"))
	if b, err := Find(parent); err != nil || b.Minor != 2 {
		t.Errorf("%+v %v", b, err)
	}
	for name, reason := range map[string]string{
		"broken": "postgres does not run",
		"half":   "no initdb there",
		"mute":   "does not say its version",
		"mixed":  "initdb is of version 98 and postgres of version 97",
		"old":    "version 14.9 is older than 15",
		"absent": "no initdb there",
	} {
		dir := filepath.Join(parent, name, "bin")
		t.Setenv(BinEnv, dir)
		_, err := Find(parent)
		if !errors.Is(err, ErrNoBinaries) || !strings.Contains(err.Error(), dir+": ") || !strings.Contains(err.Error(), reason) || !strings.Contains(err.Error(), BinEnv) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFindListsWhatItTriedAndWhatHelps(t *testing.T) {
	t.Setenv(BinEnv, "")
	cache := fakes(t)
	_, err := FindMajor(cache, 77)
	if !errors.Is(err, ErrNoBinaries) {
		t.Fatalf("got %v", err)
	}
	for _, part := range []string{"version 77 is needed", cache + "/broken/bin: ", cache + "/newer/bin: version 90.10", "make postgres", "apt install", "brew install", BinEnv} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("%q is missing in:\n%v", part, err)
		}
	}
}

func TestToolSaysWhichInstallationLacksIt(t *testing.T) {
	t.Setenv(BinEnv, "")
	cache := fakes(t)
	b, err := Find(cache)
	if err != nil {
		t.Fatal(err)
	}
	if path, err := b.Tool("initdb"); err != nil || path != filepath.Join(b.Dir, "initdb") {
		t.Errorf("%s %v", path, err)
	}
	if _, err := b.Tool("pg_dump"); err == nil || !strings.Contains(err.Error(), b.Dir+" comes without pg_dump") {
		t.Errorf("got %v", err)
	}
}
