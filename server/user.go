package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"maillage/db"
	"maillage/network"
)

// user opens accounts from the operator's terminal; people do the rest in the
// application.
func user(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("user", flag.ContinueOnError)
	email := flags.String("email", "", "whose account (obligatory)")
	name := flags.String("name", "", "given and family name, separated by a comma; makes the person when there is none")
	centre := flags.String("centre", "", "short name of the person's centre; empty for the national coordination")
	job := flags.String("job", string(network.JobMissionOfficer), "DIRECTOR, MISSION_OFFICER, INFORMATION_OFFICER, ADMINISTRATIVE_ASSISTANT or NATIONAL_COORDINATION")
	role := flags.String("role", "", "NONE, COORDINATOR or ADMIN: gives or takes back a role for the whole network")
	password := flags.Bool("password", false, "set the password, read from standard input")
	reopen := flags.Bool("reopen", false, "open again an account that was closed")
	if err := parse(flags, args); err != nil {
		return err
	}
	if *email == "" {
		flags.Usage()
		return errors.New("--email is obligatory")
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
	store, err := db.NewStore(database)
	if err != nil {
		return err
	}
	accounts := db.NewAccounts(database)
	id, err := store.StaffByEmail(ctx, *email)
	if err != nil {
		return err
	}
	if id == "" {
		given, family, ok := strings.Cut(*name, ",")
		if !ok {
			return fmt.Errorf("nobody has %s; give --name \"Given,Family\" to make the person", *email)
		}
		if id, err = store.AddStaff(ctx, db.NewStaff{Email: *email, GivenName: given, FamilyName: family, Centre: *centre, Job: network.Job(*job)}); err != nil {
			return told(err)
		}
		fmt.Println("The person is in the directory.")
	}
	if *password {
		fmt.Fprint(os.Stderr, "Password: ")
		line, err := bufio.NewReader(os.Stdin).ReadString('\n')
		if err != nil && line == "" {
			return errors.New("no password on standard input")
		}
		if err := setPassword(ctx, accounts, id, strings.TrimRight(line, "\r\n")); err != nil {
			return told(err)
		}
		fmt.Println("The password is set; every session of theirs has ended.")
	}
	if *reopen {
		if err := accounts.ReactivateStaffMember(ctx, id); err != nil {
			return told(err)
		}
		fmt.Println("The account is open again.")
	}
	if *role != "" {
		if err := accounts.AppointNetworkRole(ctx, id, network.NetworkRole(*role)); err != nil {
			return told(err)
		}
		fmt.Println("The role is given.")
	}
	return nil
}

// setPassword opens the person's account, or gives the one they have another
// password.
func setPassword(ctx context.Context, accounts *db.Accounts, id network.ID, password string) error {
	err := accounts.CreateAccount(ctx, id, password)
	var e *network.Error
	if errors.As(err, &e) && e.Key == "account_exists" {
		return accounts.SetPassword(ctx, id, password)
	}
	return err
}

// told gives an error of the domain its sentence.
func told(err error) error {
	var e *network.Error
	if errors.As(err, &e) {
		return errors.New(network.Sentence("en", e))
	}
	return err
}
