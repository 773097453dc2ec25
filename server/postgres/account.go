package postgres

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// account is the user that the server's processes run as. PostgreSQL refuses to
// run as root, so root drops to an unprivileged user; anybody else stays himself.
type account struct {
	uid, gid int
	name     string
	drop     bool
}

// unprivileged are the users that root drops to, the first that exists.
var unprivileged = []string{"postgres", "nobody"}

// runAs chooses the account. Data that exists already settles it for root: its
// owner goes on, whoever it is, because PostgreSQL insists on that.
func runAs(data os.FileInfo) (account, error) {
	if os.Geteuid() != 0 {
		name := strconv.Itoa(os.Geteuid())
		if u, err := user.Current(); err == nil {
			name = u.Username
		}
		return account{uid: os.Geteuid(), gid: os.Getegid(), name: name}, nil
	}
	if stat, ok := sysStat(data); ok {
		if stat.Uid == 0 {
			return account{}, fmt.Errorf("%w: it belongs to root, whom PostgreSQL refuses to run as", ErrNotOurs)
		}
		name := strconv.Itoa(int(stat.Uid))
		if u, err := user.LookupId(name); err == nil {
			name = u.Username
		}
		return account{uid: int(stat.Uid), gid: int(stat.Gid), name: name, drop: true}, nil
	}
	for _, name := range unprivileged {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err1 := strconv.Atoi(u.Uid)
		gid, err2 := strconv.Atoi(u.Gid)
		if err1 == nil && err2 == nil && uid != 0 {
			return account{uid: uid, gid: gid, name: name, drop: true}, nil
		}
	}
	return account{}, fmt.Errorf("PostgreSQL does not run as root, and this system has none of the users %s to run it as: "+
		"create one, or run as an ordinary user", strings.Join(unprivileged, ", "))
}

func sysStat(info os.FileInfo) (*syscall.Stat_t, bool) {
	if info == nil {
		return nil, false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	return stat, ok
}

// attributes starts a process under the account, in its own process group so
// that a Ctrl-C in the terminal reaches only Maillage, which then stops in order.
func (a account) attributes() *syscall.SysProcAttr {
	attr := &syscall.SysProcAttr{Setpgid: true}
	if a.drop {
		attr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
	return attr
}

// own gives a file that root made to the account.
func (a account) own(path string) error {
	if !a.drop {
		return nil
	}
	return os.Lchown(path, a.uid, a.gid)
}

// reaches says which folder on the way to dir is closed to the account. It tries
// in earnest rather than read mode bits, which say nothing of access lists.
func (a account) reaches(dir string) error {
	if !a.drop {
		return nil
	}
	var way []string
	for d := dir; ; d = filepath.Dir(d) {
		way = append([]string{d}, way...)
		if d == filepath.Dir(d) {
			break
		}
	}
	cmd := exec.Command("/bin/sh", append([]string{"-c", `for d; do cd "$d" 2>/dev/null || { printf %s "$d"; exit 1; }; done`, "sh"}, way...)...)
	cmd.Dir = "/"
	cmd.SysProcAttr = a.attributes()
	out, err := cmd.Output()
	if err == nil {
		return nil
	}
	if len(out) == 0 {
		return fmt.Errorf("cannot run as user %s: %w", a.name, err)
	}
	return fmt.Errorf("the folder %s is closed to user %s, who runs PostgreSQL because root may not: "+
		"open it (chmod o+x), choose a place such as /var/lib/maillage, or run as an ordinary user", out, a.name)
}

// Reachable says whether a server started now could work below dir, which need
// not exist yet; the error names the folder that is in the way.
func Reachable(dir string) error {
	a, err := runAs(nil)
	if err != nil {
		return err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return err
	}
	for {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			return a.reaches(dir)
		}
		dir = filepath.Dir(dir)
	}
}
