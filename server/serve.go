package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"runtime/debug"

	"maillage/db"
	"maillage/db/migrations"
)

func serve(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	migrateFirst := flags.Bool("migrate", false, "bring the database to this binary's schema first")
	if err := parse(flags, args); err != nil {
		return err
	}
	c, err := readConfig(os.Environ())
	if err != nil {
		return err
	}
	if err := c.needDatabase(); err != nil {
		return err
	}
	if c.TokenKeys == "" {
		return errors.New("TOKEN_KEYS is not set; `maillage help` says how to make one")
	}
	tuneMemory()
	database, err := db.Open(ctx, c.DatabaseURL, c.Connections)
	if err != nil {
		return err
	}
	defer database.Close()
	if *migrateFirst {
		if err := migrations.Up(ctx, database.DB); err != nil {
			return err
		}
	}
	if found, err := db.HasDemoAccounts(ctx, database); err != nil || found {
		return errors.Join(err, errors.New("this database holds accounts of the demonstration, whose password everybody knows: serve another"))
	}
	s, err := newService(c, c.logger(), database)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Address)
	if err != nil {
		return fmt.Errorf("ADDRESS: %w", err)
	}
	return s.run(ctx, listener)
}

func migrate(ctx context.Context, args []string) error {
	if err := parse(flag.NewFlagSet("migrate", flag.ContinueOnError), args); err != nil {
		return err
	}
	c, err := readConfig(os.Environ())
	if err != nil {
		return err
	}
	if err := c.needDatabase(); err != nil {
		return err
	}
	database, err := db.Open(ctx, c.DatabaseURL, 2)
	if err != nil {
		return err
	}
	defer database.Close()
	if err := migrations.Up(ctx, database.DB); err != nil {
		return err
	}
	fmt.Println("The database has this binary's schema.")
	return nil
}

// parse reads a command's flags and refuses anything behind them.
func parse(flags *flag.FlagSet, args []string) error {
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			os.Exit(0)
		}
		return errUsage
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%s takes no %q", flags.Name(), flags.Arg(0))
	}
	return nil
}

// tuneMemory collects garbage more seldom than Go's default: an answer makes
// much that dies at once, and a third of the time went into collecting it. An
// operator's own GOGC or GOMEMLIMIT is left alone.
func tuneMemory() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
	}
}
