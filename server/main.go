// Command maillage is the cooperation platform of a network of independent
// centres: one binary with the application, its contract and its migrations.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// command is one thing the binary does.
type command struct {
	name, summary string
	run           func(ctx context.Context, args []string) error
}

func commands() []command {
	return []command{
		{"serve", "serve the network kept in DATABASE_URL", serve},
		{"demo", "serve the story of Nantes from a private PostgreSQL", demo},
		{"migrate", "bring the database to this binary's schema", migrate},
		{"user", "open an account, set a password, give a role", user},
		{"help", "say what can be set, and how", help},
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "maillage:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	if len(args) == 0 {
		return help(ctx, nil)
	}
	for _, c := range commands() {
		if c.name == args[0] {
			return c.run(ctx, args[1:])
		}
	}
	usage(os.Stderr)
	return fmt.Errorf("there is no command %q", args[0])
}

func help(context.Context, []string) error {
	usage(os.Stdout)
	fmt.Println("\nSettings, from the environment:")
	for _, s := range settings() {
		fmt.Printf("\n  %s%s\n      %s\n", s.name, s.note(), s.about)
	}
	return nil
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "maillage: the cooperation platform of a network of independent centres\n\nUsage: maillage COMMAND [OPTION ...]")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-8s %s\n", c.name, c.summary)
	}
	fmt.Fprintln(w, "\n`maillage COMMAND -h` lists a command's options.")
}

// errUsage ends a command whose flags have been explained already.
var errUsage = errors.New("see the options above")
