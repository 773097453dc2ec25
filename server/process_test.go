package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/db/dbtest"
	"maillage/network"
)

var buildFolder string

func TestMain(m *testing.M) {
	var err error
	if buildFolder, err = os.MkdirTemp("", "maillage-server-test-"); err != nil {
		panic(err)
	}
	code := m.Run()
	os.RemoveAll(buildFolder)
	os.Exit(code)
}

// binary is the built command.
var binary = sync.OnceValues(func() (string, error) {
	path := filepath.Join(buildFolder, "maillage")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

// testKey signs the access tokens of the processes under test.
const testKey = "k1:c2V2ZW4gYm9hdHMgb24gdGhlIExvaXJlLCBhbmQgb25lIG1vcmU="

// patient is how long a test waits for what must come; it measures nothing.
const patient = 30 * time.Second

// execute runs the command to its end with these settings and no others.
func execute(t *testing.T, args []string, settings ...string) (stdout, stderr string, err error) {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patient)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}, settings...)
	var out, told bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &told
	err = cmd.Run()
	return out.String(), told.String(), err
}

// process is one `maillage serve`.
type process struct {
	t       *testing.T
	cmd     *exec.Cmd
	address string
	done    chan struct{}
	err     error

	mu  sync.Mutex
	log strings.Builder
}

// start serves a database; settings given win over the test's own.
func start(t *testing.T, database string, settings ...string) *process {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	p := &process{t: t, cmd: exec.Command(path, "serve"), done: make(chan struct{})}
	p.cmd.Env = append([]string{"DATABASE_URL=" + database, "TOKEN_KEYS=" + testKey, "ADDRESS=127.0.0.1:0",
		"METRICS_ADDRESS=", "LOG_LEVEL=DEBUG", "STOP_WITHIN=20s"}, settings...)
	p.cmd.SysProcAttr = diesWithTheTest()
	lines, err := p.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	started := make(chan error, 1)
	serving := make(chan string, 1)
	go p.keep(started, lines, serving)
	if err := <-started; err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	select {
	case p.address = <-serving:
	case <-p.done:
		t.Fatalf("the server ended: %v\n%s", p.err, p.logged())
	case <-time.After(patient):
		t.Fatalf("the server is not ready\n%s", p.logged())
	}
	return p
}

// keep starts the process and reads its log until it ends. The thread that
// starts a process with a death signal must live as long as the process.
func (p *process) keep(started chan<- error, lines io.Reader, serving chan<- string) {
	runtime.LockOSThread() // never given back: it ends with this goroutine
	err := p.cmd.Start()
	started <- err
	if err != nil {
		return
	}
	for scanner := bufio.NewScanner(lines); scanner.Scan(); {
		p.mu.Lock()
		p.log.WriteString(scanner.Text() + "\n")
		p.mu.Unlock()
		var line struct{ Msg, Address string }
		if json.Unmarshal(scanner.Bytes(), &line) == nil && line.Msg == "serving" {
			serving <- line.Address
		}
	}
	p.err = p.cmd.Wait()
	close(p.done)
}

func (p *process) logged() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.log.String()
}

func (p *process) url() string { return "http://" + p.address }

// kill ends the process as a power cut would.
func (p *process) kill() {
	p.cmd.Process.Kill()
	<-p.done
}

// stop asks the process to end, and gives how it did.
func (p *process) stop() error {
	p.t.Helper()
	p.cmd.Process.Signal(syscall.SIGTERM)
	return p.ended()
}

func (p *process) ended() error {
	p.t.Helper()
	select {
	case <-p.done:
		return p.err
	case <-time.After(patient):
		p.t.Fatal("the server does not end")
		return nil
	}
}

// site is a database with a few people in it.
type site struct {
	t          *testing.T
	url        string
	db         *sqlx.DB
	director   network.ID
	email      string
	token      string
	colleagues []network.ID
}

const goodPassword = "trois bateaux sur la Vilaine"

func newSite(t *testing.T, url string) *site {
	t.Helper()
	s := &site{t: t, url: url, db: dbtest.Open(t, url), director: newID(), email: "directrice@centre.example"}
	s.exec(`
		INSERT INTO centre (id, name, short_name, city, regions, latitude, longitude, joined_on)
		VALUES ('00000001-0000-7000-8000-000000000001', 'Centre de Nantes', 'Nantes', 'Nantes', '{52}', 47.2, -1.5, '2005-01-01')`)
	for i, id := range []network.ID{s.director, newID(), newID()} {
		email := fmt.Sprintf("p%d@centre.example", i)
		if id == s.director {
			email = s.email
		} else {
			s.colleagues = append(s.colleagues, id)
		}
		s.exec(`
			INSERT INTO staff_member (id, centre_id, given_name, family_name, email, job)
			VALUES ($1, '00000001-0000-7000-8000-000000000001', 'Prénom', 'Nom', $2, 'DIRECTOR')`, id, email)
	}
	accounts := db.NewAccountsWithCost(s.db, db.PasswordCost{MemoryKiB: 64, Passes: 1, Lanes: 1})
	s.must(accounts.CreateAccount(t.Context(), s.director, goodPassword))
	v := network.Viewer{Kind: network.Staff, StaffID: s.director, SessionID: newID()}
	made, err := accounts.CreateAccessToken(t.Context(), v, db.Act{Key: newID(), Name: "test"}, "Programme", network.ScopeWrite, 30)
	s.must(err)
	s.token = made.Secret
	return s
}

func newID() network.ID { return network.ID(uuid.Must(uuid.NewV7()).String()) }

func (s *site) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *site) exec(query string, args ...any) {
	s.t.Helper()
	_, err := s.db.Exec(query, args...)
	s.must(err)
}

func (s *site) count(query string, args ...any) (n int) {
	s.t.Helper()
	s.must(s.db.Get(&n, query, args...))
	return n
}

// reply is an answer of GraphQL.
type reply struct {
	status int
	text   string
	Data   map[string]json.RawMessage
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

// done reports whether the mutation was acknowledged.
func (r reply) done(mutation string) bool {
	return r.status == http.StatusOK && len(r.Errors) == 0 && r.Data[mutation] != nil && string(r.Data[mutation]) != "null"
}

// ask sends an operation with the director's token. The error is that of the
// connection.
func (s *site) ask(ctx context.Context, client *http.Client, url, query string) (reply, error) {
	var a reply
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return a, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/graphql", bytes.NewReader(body))
	if err != nil {
		return a, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+s.token)
	response, err := client.Do(r)
	if err != nil {
		return a, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return a, err
	}
	a.status, a.text = response.StatusCode, string(text)
	return a, json.Unmarshal(text, &a)
}

// addTask is a write that can be counted: a task of that title.
func (s *site) addTask(title string, key network.ID) string {
	return fmt.Sprintf(`mutation { addTask(input: { clientMutationId: "%s", title: "%s", assigneeId: "%s" }) { task { id } } }`,
		key, title, s.colleagues[0])
}

// eventually waits for what must come to be.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(patient); ; time.Sleep(20 * time.Millisecond) {
		if is() {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("never came to be: %s", what)
		}
	}
}

func ready(url string) bool {
	response, err := http.Get(url + "/readyz")
	if err != nil {
		return false
	}
	response.Body.Close()
	return response.StatusCode == http.StatusOK
}
