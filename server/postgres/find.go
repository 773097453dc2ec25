package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// MinMajor is the oldest PostgreSQL that Maillage runs on.
const MinMajor = 15

// BinEnv names the environment variable that settles which binaries are used.
const BinEnv = "MAILLAGE_POSTGRES_BIN"

// SystemCache is where binaries are fetched when the project's own cache folder
// cannot be reached by the unprivileged user that runs the server.
const SystemCache = "/var/cache/maillage/postgres"

// ErrNoBinaries is wrapped by the error of Find when nothing usable is installed.
var ErrNoBinaries = errors.New("no usable PostgreSQL found")

// Binaries is one installed PostgreSQL.
type Binaries struct {
	Dir     string // holds postgres and initdb
	Major   int
	Minor   int
	Version string // as it names itself, e.g. "15.14 (Debian 15.14-0+deb12u1)"
}

// Tool returns the path of another program of the same installation, such as
// pg_dump. Small installations lack some of them, so the error says which.
func (b Binaries) Tool(name string) (string, error) {
	path := filepath.Join(b.Dir, name)
	if err := executable(path); err != nil {
		return "", fmt.Errorf("PostgreSQL %s in %s comes without %s: %w", b.Version, b.Dir, name, err)
	}
	return path, nil
}

// usualFolders are where Debian, Fedora, RHEL, Alpine, Homebrew (both prefixes,
// and on Linux), MacPorts and Postgres.app put the server's programs.
var usualFolders = []string{
	"/usr/lib/postgresql/*/bin",
	"/usr/pgsql-*/bin",
	"/usr/bin",
	"/usr/libexec/postgresql*",
	"/opt/homebrew/opt/postgresql@*/bin",
	"/opt/homebrew/bin",
	"/usr/local/opt/postgresql@*/bin",
	"/usr/local/bin",
	"/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
	"/opt/local/lib/postgresql*/bin",
	"/Applications/Postgres.app/Contents/Versions/*/bin",
}

// Find returns the newest usable PostgreSQL: the one BinEnv names, or else any in
// PATH, in the usual folders, or unpacked below the cache folder (which may be
// empty or absent). A candidate that does not run, or is too old, is passed over;
// if none is left the error lists each with its reason and how to get one.
func Find(cache string) (Binaries, error) {
	return FindMajor(cache, 0)
}

// FindMajor is Find for one major version, which existing data asks for. Zero
// stands for any.
func FindMajor(cache string, major int) (Binaries, error) {
	account, err := runAs(nil)
	if err != nil {
		return Binaries{}, err
	}
	return find(cache, major, account)
}

func find(cache string, major int, account account) (Binaries, error) {
	var best Binaries
	var tried []string
	configured := os.Getenv(BinEnv)
	for _, dir := range candidates(configured, cache) {
		b, err := probe(dir, account)
		switch {
		case err != nil:
			tried = append(tried, fmt.Sprintf("  %s: %v", dir, err))
		case b.Major < MinMajor:
			tried = append(tried, fmt.Sprintf("  %s: version %s is older than %d", dir, b.Version, MinMajor))
		case major != 0 && b.Major != major:
			tried = append(tried, fmt.Sprintf("  %s: version %s, not %d", dir, b.Version, major))
		case b.Major > best.Major || b.Major == best.Major && b.Minor > best.Minor:
			best = b
		}
	}
	if best.Dir != "" {
		return best, nil
	}
	return Binaries{}, notFound(configured, major, tried)
}

func notFound(configured string, major int, tried []string) error {
	wanted := fmt.Sprintf("version %d or later", MinMajor)
	if major != 0 {
		wanted = fmt.Sprintf("version %d", major)
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s is needed.", wanted)
	if len(tried) == 0 {
		text.WriteString(" There is none in PATH nor in the usual folders.")
	} else {
		text.WriteString(" Tried:\n" + strings.Join(tried, "\n"))
	}
	if configured != "" {
		fmt.Fprintf(&text, "\nOnly %s was looked at, because %s is set: correct or unset it.", configured, BinEnv)
	} else {
		fmt.Fprintf(&text, "\nTo get one: `make postgres` (no right needed), `apt install postgresql`, "+
			"`dnf install postgresql-server`, `brew install postgresql@17`, or set %s to the folder of initdb and postgres.", BinEnv)
	}
	return fmt.Errorf("%w: %s", ErrNoBinaries, text.String())
}

// candidates lists existing folders that hold a program called postgres, each
// real folder once, best sources first.
func candidates(configured, cache string) []string {
	if configured != "" {
		return []string{configured}
	}
	patterns := filepath.SplitList(os.Getenv("PATH"))
	patterns = append(patterns, usualFolders...)
	for _, c := range []string{cache, SystemCache} {
		if c != "" {
			patterns = append(patterns, filepath.Join(c, "*", "bin"), filepath.Join(c, "bin"))
		}
	}
	var dirs []string
	seen := map[string]bool{}
	for _, pattern := range patterns {
		// A relative PATH entry would depend on where the command is run from.
		if pattern == "" || !filepath.IsAbs(pattern) && !strings.HasPrefix(pattern, cache) {
			continue
		}
		matches, _ := filepath.Glob(pattern)
		for _, dir := range matches {
			// The server finds its own files from its real path, so links are followed.
			real, err := filepath.EvalSymlinks(filepath.Join(dir, "postgres"))
			if err != nil {
				continue
			}
			if real, err = filepath.Abs(filepath.Dir(real)); err == nil && !seen[real] {
				seen[real] = true
				dirs = append(dirs, real)
			}
		}
	}
	return dirs
}

var versionPattern = regexp.MustCompile(`\(PostgreSQL\) ((\d+)(?:\.(\d+))?.*)`)

// probe runs both programs, as the user that will run the server, because a file
// that exists may still be for another machine, lack a library or be out of reach.
func probe(dir string, account account) (Binaries, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Binaries{}, err
	}
	var b Binaries
	for _, name := range []string{"initdb", "postgres"} {
		path := filepath.Join(dir, name)
		if err := executable(path); err != nil {
			return Binaries{}, err
		}
		if err := account.reaches(dir); err != nil {
			return Binaries{}, err
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		cmd := exec.CommandContext(ctx, path, "--version")
		cmd.Dir = "/"
		cmd.SysProcAttr = account.attributes()
		cmd.WaitDelay = time.Second
		out, err := cmd.CombinedOutput()
		if err != nil {
			return Binaries{}, fmt.Errorf("%s does not run: %w %s", name, err, strings.TrimSpace(string(out)))
		}
		m := versionPattern.FindStringSubmatch(string(out))
		if m == nil {
			return Binaries{}, fmt.Errorf("%s does not say its version", name)
		}
		major, _ := strconv.Atoi(m[2])
		minor, _ := strconv.Atoi(m[3])
		if b.Major != 0 && b.Major != major {
			return Binaries{}, fmt.Errorf("initdb is of version %d and postgres of version %d", b.Major, major)
		}
		b = Binaries{Dir: dir, Major: major, Minor: minor, Version: strings.TrimSpace(m[1])}
	}
	return b, nil
}

// executable says why a path is not a program.
func executable(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("no %s there", filepath.Base(path))
	case err != nil:
		return err
	case info.IsDir() || info.Mode()&0o111 == 0:
		return fmt.Errorf("%s is not executable", filepath.Base(path))
	}
	return nil
}
