package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"time"

	"maillage/bench/process"
)

// instance is one `maillage serve`, at one address through its restarts.
type instance struct {
	site    *site
	address string
	command *exec.Cmd
	ended   chan struct{}
	// spent is the processor time of the processes that have ended.
	spent time.Duration
}

// start serves an address; the process ends with ctx at the latest.
func (i *instance) start(ctx context.Context, address string) error {
	i.command, i.ended = exec.CommandContext(ctx, i.site.binary, "serve"), make(chan struct{})
	i.command.Env = []string{"DATABASE_URL=" + i.site.url, "ADDRESS=" + address, "METRICS_ADDRESS=", "TOKEN_KEYS=" + i.site.keys, "LOG_LEVEL=INFO"}
	lines, err := i.command.StderrPipe()
	if err != nil {
		return err
	}
	if err := i.command.Start(); err != nil {
		return err
	}
	serving := make(chan string, 1)
	go func(command *exec.Cmd, ended chan struct{}) {
		defer close(ended)
		for scanner := bufio.NewScanner(lines); scanner.Scan(); {
			var line struct{ Level, Msg, Address string }
			switch json.Unmarshal(scanner.Bytes(), &line); {
			case line.Msg == "serving":
				serving <- line.Address
			case line.Level != "INFO":
				fmt.Fprintln(os.Stderr, scanner.Text())
			}
		}
		command.Wait()
	}(i.command, i.ended)
	select {
	case i.address = <-serving:
		return nil
	case <-i.ended:
		return fmt.Errorf("%s does not start", i.site.binary)
	case <-time.After(30 * time.Second):
		return errors.New("the server does not start")
	}
}

// restart asks the process to end, or ends it as a power cut would, and starts
// another at its address.
func (i *instance) restart(ctx context.Context, asked bool) error {
	if asked {
		i.command.Process.Signal(syscall.SIGTERM)
	} else {
		i.command.Process.Kill()
	}
	<-i.ended
	i.spent += i.command.ProcessState.UserTime() + i.command.ProcessState.SystemTime()
	return i.start(ctx, i.address)
}

// time is the processor time that the instance has taken through its restarts.
func (i *instance) time() time.Duration { return i.spent + process.Time([]int{i.command.Process.Pid}) }

func (i *instance) kill() {
	i.command.Process.Kill()
	<-i.ended
}
