package db_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/network"
)

const goodPassword = "trois bateaux sur la Vilaine"

// house is a network of a few people, on a database of its own.
type house struct {
	t  *testing.T
	db *sqlx.DB
	*db.Accounts
	count int
}

func newHouse(t *testing.T) *house {
	pool := dbtest.New(t)
	return &house{t: t, db: pool, Accounts: db.NewAccountsWithCost(pool, db.PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1})}
}

// person adds somebody to the directory, without an account.
func (h *house) person(job network.Job, role network.NetworkRole) (id network.ID, email string) {
	h.t.Helper()
	h.count++
	id = network.ID(uuid.Must(uuid.NewV7()).String())
	email = fmt.Sprintf("Personne.%d@centre.example", h.count)
	h.exec(`
		insert into staff_member (id, given_name, family_name, email, job, network_role)
		values ($1, 'Prénom', 'Nom', $2, $3, $4)`, id, email, job, role)
	return id, email
}

// account adds somebody who may sign in with goodPassword.
func (h *house) account(job network.Job, role network.NetworkRole) (id network.ID, email string) {
	h.t.Helper()
	id, email = h.person(job, role)
	h.must(h.CreateAccount(context.Background(), id, goodPassword))
	return id, email
}

func (h *house) signIn(email string) db.Grant {
	h.t.Helper()
	g, err := h.SignIn(context.Background(), db.SignIn{Email: email, Password: goodPassword, UserAgent: "Firefox Windows"})
	h.must(err)
	return g
}

// viewer signs somebody in and returns who they are then.
func (h *house) viewer(email string) network.Viewer {
	h.t.Helper()
	g := h.signIn(email)
	v, err := h.ViewerOfSession(context.Background(), g.SessionID, g.StaffID)
	h.must(err)
	return v
}

func (h *house) exec(query string, args ...any) {
	h.t.Helper()
	if _, err := h.db.Exec(query, args...); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) wantAlive(v network.Viewer, want bool) {
	h.t.Helper()
	alive, err := h.Alive(context.Background(), v)
	h.must(err)
	if alive != want {
		h.t.Errorf("viewer alive: %v, want %v", alive, want)
	}
}

// verbs are what the journal says of a person's account, in order.
func (h *house) verbs(staff network.ID) []string {
	h.t.Helper()
	var verbs []string
	h.must(h.db.Select(&verbs, `
		select verb from event
		where object_kind = 'ACCOUNT' and object_id = $1 and for_staff_id = $1
		order by id`, staff))
	return verbs
}

func (h *house) wantVerbs(staff network.ID, want ...string) {
	h.t.Helper()
	if got := h.verbs(staff); !slices.Equal(got, want) {
		h.t.Errorf("journal: %v, want %v", got, want)
	}
}

// act is something asked for the first time.
func act(name string) db.Act { return db.Act{Key: network.ID(uuid.NewString()), Name: name} }

func wantKey(t *testing.T, err error, code network.Code, key string) {
	t.Helper()
	var e *network.Error
	if !errors.As(err, &e) || e.Code != code || e.Key != key {
		t.Errorf("%v, want %s %s", err, code, key)
	}
}

func TestCreateAccount(t *testing.T) {
	h := newHouse(t)
	id, email := h.person(network.JobMissionOfficer, network.RoleNone)
	ctx := context.Background()
	wantKey(t, h.CreateAccount(ctx, id, "court"), network.CodeInvalid, "password_too_short")
	wantKey(t, h.CreateAccount(ctx, id, email), network.CodeInvalid, "password_too_personal")
	h.must(h.CreateAccount(ctx, id, goodPassword))
	wantKey(t, h.CreateAccount(ctx, id, "un autre mot de passe"), network.CodeInvalid, "account_exists")
	wantKey(t, h.CreateAccount(ctx, network.ID(uuid.NewString()), goodPassword), network.CodeNotFound, "not_found")
	wantKey(t, h.CreateAccount(ctx, "nobody", goodPassword), network.CodeNotFound, "not_found")
	h.signIn(email)
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN")
}

func TestManyAccountsShareOneHash(t *testing.T) {
	h := newHouse(t)
	var ids []network.ID
	var last string
	for range 250 {
		id, email := h.person(network.JobMissionOfficer, network.RoleNone)
		ids, last = append(ids, id), email
	}
	h.must(h.CreateAccounts(context.Background(), ids, goodPassword))
	h.must(h.CreateAccounts(context.Background(), ids, "a later run changes nothing"))
	var accounts, hashes int
	h.must(h.db.QueryRow(`select count(*), count(distinct password_hash) from account`).Scan(&accounts, &hashes))
	if accounts != 250 || hashes != 1 {
		t.Errorf("%d accounts, %d hashes", accounts, hashes)
	}
	h.signIn(last)
}

func TestChangePasswordEndsOtherSessionsAndForgetsOtherDevices(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	_, otherEmail := h.account(network.JobDirector, network.RoleNone)
	here, elsewhere, colleague := h.viewer(email), h.viewer(email), h.viewer(otherEmail)
	ctx := context.Background()
	const next = "quatre péniches au pont de Cran"

	wantKey(t, h.ChangePassword(ctx, here, act("changePassword"), "pas le bon du tout", next), network.CodeInvalid, "wrong_password")
	wantKey(t, h.ChangePassword(ctx, here, act("changePassword"), goodPassword, "azerty123456"), network.CodeInvalid, "password_too_common")
	wantKey(t, h.ChangePassword(ctx, here, act("changePassword"), goodPassword, goodPassword), network.CodeInvalid, "password_unchanged")
	wantKey(t, h.ChangePassword(ctx, network.Viewer{Kind: network.Anonymous}, act("changePassword"), goodPassword, next), network.CodeUnauthenticated, "sign_in_first")
	h.wantAlive(elsewhere, true)

	once := act("changePassword")
	h.must(h.ChangePassword(ctx, here, once, goodPassword, next))
	h.must(h.ChangePassword(ctx, here, once, goodPassword, next)) // its answer was lost
	h.wantAlive(here, true)
	h.wantAlive(elsewhere, false)
	h.wantAlive(colleague, true)
	var devices int
	h.must(h.db.Get(&devices, `select count(*) from known_device where staff_id = $1`, id))
	if devices != 1 {
		t.Errorf("%d devices known, want the one in use", devices)
	}
	_, err := h.SignIn(ctx, db.SignIn{Email: email, Password: goodPassword})
	wantKey(t, err, network.CodeUnauthenticated, "sign_in_refused")
	_, err = h.SignIn(ctx, db.SignIn{Email: email, Password: next})
	h.must(err)
	h.wantVerbs(id, "ACCOUNT_CREATED", "SIGNED_IN", "SIGNED_IN", "SIGN_IN_REFUSED", "PASSWORD_CHANGED", "SIGN_IN_REFUSED", "SIGNED_IN")
	var told string
	h.must(h.db.Get(&told, `select coalesce(string_agg(r::text, ' '), '') from mutation_result r`))
	if strings.Contains(told, next) || strings.Contains(told, goodPassword) {
		t.Error("a password is kept with the act")
	}
}

func TestSetPasswordEndsEverySession(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	v := h.viewer(email)
	h.must(h.SetPassword(context.Background(), id, "quatre péniches au pont de Cran"))
	h.wantAlive(v, false)
	stranger, _ := h.person(network.JobDirector, network.RoleNone)
	wantKey(t, h.SetPassword(context.Background(), stranger, goodPassword), network.CodeNotFound, "not_found")
}

func TestPasswordIsTheSameHoweverItIsTyped(t *testing.T) {
	h := newHouse(t)
	id, email := h.person(network.JobDirector, network.RoleNone)
	h.must(h.CreateAccount(context.Background(), id, "hélène aime les crêpes"))
	_, err := h.SignIn(context.Background(), db.SignIn{Email: " " + email + " ", Password: "he\u0301le\u0300ne aime les cre\u0302pes"})
	h.must(err)
}

func TestHashOfAnotherCostIsRenewedAtSignIn(t *testing.T) {
	h := newHouse(t)
	id, email := h.account(network.JobDirector, network.RoleNone)
	read := func() (hash string) {
		h.must(h.db.Get(&hash, `select password_hash from account where staff_id = $1`, id))
		return hash
	}
	before := read()
	h.signIn(email)
	if read() != before {
		t.Error("a hash of today's cost was renewed")
	}
	h.Accounts = db.NewAccountsWithCost(h.db, db.PasswordCost{MemoryKiB: 128, Passes: 2, Lanes: 1})
	h.signIn(email)
	after := read()
	if after == before {
		t.Fatal("the old hash was kept")
	}
	h.signIn(email)
	if read() != after {
		t.Error("renewed twice")
	}
}

// A crowd at the door must cost the memory of a few hashes, not of a crowd.
func TestEightyPeopleSignInAtOnceInBoundedMemory(t *testing.T) {
	h := newHouse(t)
	h.Accounts = db.NewAccounts(h.db)
	var ids []network.ID
	var emails []string
	for range 80 {
		id, email := h.person(network.JobMissionOfficer, network.RoleNone)
		ids, emails = append(ids, id), append(emails, email)
	}
	h.must(h.CreateAccounts(context.Background(), ids, goodPassword))
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	failures := atOnce(80, func(i int) error {
		_, err := h.SignIn(context.Background(), db.SignIn{Email: emails[i], Password: goodPassword})
		return err
	})
	runtime.ReadMemStats(&after)
	for _, err := range failures {
		t.Error(err)
	}
	all := uint64(80) * uint64(db.DefaultPasswordCost.MemoryKiB) << 10
	if grown := after.HeapSys - before.HeapSys; grown > all/4 {
		t.Errorf("the heap grew by %d MiB", grown>>20)
	}
}

// atOnce does something n times in parallel and returns the failures.
func atOnce(n int, do func(i int) error) []error {
	done := make(chan error)
	start := make(chan struct{})
	for i := range n {
		go func() {
			<-start
			done <- do(i)
		}()
	}
	close(start)
	var failures []error
	for range n {
		if err := <-done; err != nil {
			failures = append(failures, err)
		}
	}
	return failures
}
