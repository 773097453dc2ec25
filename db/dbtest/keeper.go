package dbtest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// keeperEnv turns a process of the test binary into the keeper.
const keeperEnv = "MAILLAGE_DBTEST_KEEPER"

// leash is the writing end of the keeper's standard input. It is never written
// to: the system closes it when this process ends, and the keeper sees that.
//
//lint:ignore U1000 it is held, not used
var leash io.WriteCloser

type report struct{ URL, Error string }

// startKeeper runs the keeper and returns the address of its cluster.
func startKeeper() (string, error) {
	exe, err := os.Executable()
	if err != nil {
		return "", err
	}
	cache, err := filepath.Abs(projectCache())
	if err != nil {
		return "", err
	}
	var stderr bytes.Buffer
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), keeperEnv+"="+cache)
	cmd.Dir = "/"
	cmd.Stderr = &stderr
	// A Ctrl-C in the terminal reaches the tests, and through their end the keeper.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if leash, err = cmd.StdinPipe(); err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	line, err := bufio.NewReader(stdout).ReadBytes('\n')
	if err != nil {
		cmd.Wait()
		return "", fmt.Errorf("the keeper of PostgreSQL ended: %s", stderr.Bytes())
	}
	go cmd.Wait()
	var r report
	if err := json.Unmarshal(line, &r); err != nil {
		return "", err
	}
	if r.Error != "" {
		return "", errors.New(r.Error)
	}
	return r.URL, nil
}

// The keeper is the test binary itself, so it must part before the tests begin.
func init() {
	if cache, ok := os.LookupEnv(keeperEnv); ok {
		os.Unsetenv(keeperEnv)
		keep(cache)
	}
}

func keep(cache string) {
	gone := make(chan struct{})
	go func() {
		io.Copy(io.Discard, os.Stdin)
		close(gone)
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	go func() {
		<-gone
		cancel()
	}()
	c, dir, err := prepare(ctx, cache)
	var r report
	if err != nil {
		r.Error = err.Error()
	} else {
		r.URL = c.URL("postgres")
	}
	line, _ := json.Marshal(r)
	os.Stdout.Write(append(line, '\n'))
	if err != nil {
		os.Exit(1)
	}
	select {
	case <-gone:
	case <-c.Done():
	}
	if c.Abort() != nil || os.RemoveAll(dir) != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// projectCache is where make unpacks PostgreSQL, below the folder of go.mod.
func projectCache() string {
	dir, err := os.Getwd()
	for err == nil && dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(dir, ".cache", "postgres")
		}
		dir = filepath.Dir(dir)
	}
	return ""
}

func withDatabase(address, name string) string {
	u, err := url.Parse(address)
	if err != nil {
		panic(err) // we made the address
	}
	u.Path = "/" + name
	return u.String()
}
