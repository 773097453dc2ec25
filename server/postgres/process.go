package postgres

import (
	"os/exec"
	"runtime"
	"syscall"
	"time"
)

// process is a child that somebody waits for.
type process struct {
	cmd  *exec.Cmd
	done chan struct{} // closed when the child has ended
	err  error         // how, readable after done
}

// launch starts a child from a thread that lives as long as the child does: the
// kernel's notice of a parent's death is tied to the thread that made the child,
// and the runtime may end an ordinary thread at any time.
func launch(cmd *exec.Cmd) (*process, error) {
	p := &process{cmd: cmd, done: make(chan struct{})}
	started := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		err := cmd.Start()
		started <- err
		if err != nil {
			return
		}
		p.err = cmd.Wait()
		close(p.done)
	}()
	return p, <-started
}

// endGroup ends a child and its own children, which tidy up if they can.
func (p *process) endGroup() {
	syscall.Kill(-p.cmd.Process.Pid, syscall.SIGINT)
	select {
	case <-p.done:
	case <-time.After(5 * time.Second):
		syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		<-p.done
	}
}
