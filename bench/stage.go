package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/bench/process"
	"maillage/db"
	"maillage/db/migrations"
	"maillage/db/seed"
	"maillage/network"
	"maillage/server/postgres"
)

// plan is what to measure on a network of one size.
type plan struct {
	size, binary, only string
	rounds             int
	length             time.Duration
	connections        []int
}

// stage is everything that runs during a measurement.
type stage struct {
	cluster  *postgres.Cluster
	log      string // PostgreSQL's
	database *sqlx.DB
	subject  subject
	token    string
	server   *exec.Cmd
	floor    *exec.Cmd
	serverAt string
	floorAt  string
}

func measureSize(ctx context.Context, r *Result, p plan) (err error) {
	size, known := map[string]seed.Size{"S": seed.S, "L": seed.L}[p.size]
	if !known {
		return fmt.Errorf("there is no size %q: S or L", p.size)
	}
	dir, err := os.MkdirTemp(postgres.ScratchFolder(), "maillage-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := os.Chmod(dir, 0o755); err != nil { // PostgreSQL may run as another user
		return err
	}
	s := &stage{log: filepath.Join(dir, "data", "server.log")}
	defer s.strike()
	if err := s.load(ctx, dir, p.size, size); err != nil {
		return err
	}
	operations := append(readOperations(s.subject), writeOperations(s.subject)...)
	if p.only != "" {
		wanted := strings.Split(p.only, ",")
		operations = slices.DeleteFunc(operations, func(o operation) bool { return !slices.Contains(wanted, o.name) })
	}
	if err := s.start(ctx, p.binary, operations); err != nil {
		return err
	}
	result := SizeResult{Size: p.size, RestMB: process.Resident(s.server.Process.Pid)}
	for _, o := range operations {
		statements, err := s.countStatements(ctx, o)
		if err != nil {
			return fmt.Errorf("%s: %w", o.name, err)
		}
		for _, connections := range p.connections {
			fmt.Fprintf(os.Stderr, "\r\033[K%s %s, %d at once …", p.size, o.name, connections)
			measured, err := s.measure(ctx, o, connections, p)
			if err != nil {
				return fmt.Errorf("%s: %w", o.name, err)
			}
			measured.Statements = statements
			result.Operations = append(result.Operations, measured)
		}
	}
	fmt.Fprint(os.Stderr, "\r\033[K")
	result.EndMB = process.Resident(s.server.Process.Pid)
	r.Sizes = append(r.Sizes, result)
	return nil
}

// load makes the network and the person who asks.
func (s *stage) load(ctx context.Context, dir, name string, size seed.Size) error {
	say := func(text string) { fmt.Fprintf(os.Stderr, "\r\033[K%s: %s", name, text) }
	var err error
	s.cluster, err = postgres.Start(ctx, postgres.Options{
		Dir: filepath.Join(dir, "data"), Cache: ".cache/postgres", Progress: say,
		Settings: map[string]string{"shared_buffers": "1GB", "max_connections": "60", "autovacuum": "off", "max_wal_size": "8GB"},
	})
	if err != nil {
		return err
	}
	if s.database, err = db.Open(ctx, s.cluster.URL("postgres"), 4); err != nil {
		return err
	}
	if err := migrations.Up(ctx, s.database.DB); err != nil {
		return err
	}
	if _, err := seed.Network(ctx, s.database, size, func(done, total int, what string) {
		say(fmt.Sprintf("%d of %d, %s", done, total, what))
	}); err != nil {
		return err
	}
	if _, err := s.database.ExecContext(ctx, `VACUUM ANALYZE`); err != nil {
		return err
	}
	if s.subject, err = findSubject(s.database); err != nil {
		return err
	}
	// The viewer's dots are free to be put and taken back.
	if _, err := s.database.ExecContext(ctx, `DELETE FROM topic_dot WHERE staff_id = $1`, s.subject.viewer); err != nil {
		return err
	}
	const password = "a measured password"
	accounts := db.NewAccounts(s.database)
	if err := accounts.CreateAccounts(ctx, []network.ID{network.ID(s.subject.viewer)}, password); err != nil {
		return err
	}
	grant, err := accounts.SignIn(ctx, db.SignIn{Email: s.subject.email, Password: password})
	if err != nil {
		return err
	}
	made, err := accounts.CreateAccessToken(ctx, network.Viewer{Kind: network.Staff, StaffID: grant.StaffID, SessionID: grant.SessionID},
		db.Act{Key: network.ID(fresh()), Name: "createAccessToken"}, "measurements", network.ScopeWrite, 1)
	s.token = made.Secret
	return err
}

// start runs the server and the floor, each in a process of its own.
func (s *stage) start(ctx context.Context, binary string, operations []operation) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	address := listener.Addr().String()
	listener.Close()
	key := make([]byte, 32)
	rand.Read(key) // never fails
	s.serverAt = "http://" + address
	s.server = exec.Command(binary, "serve")
	s.server.Env = []string{"DATABASE_URL=" + s.cluster.URL("postgres"), "ADDRESS=" + address, "METRICS_ADDRESS=", "LOG_LEVEL=WARN",
		"PUBLIC_URL=" + s.serverAt, "TOKEN_KEYS=k:" + base64.StdEncoding.EncodeToString(key)}
	s.server.Stderr = os.Stderr
	if err := s.server.Start(); err != nil {
		return err
	}
	for began := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		response, err := http.Get(s.serverAt + "/readyz")
		if err == nil && response.Body.Close() == nil && response.StatusCode == http.StatusOK {
			break
		}
		if time.Since(began) > 20*time.Second || ctx.Err() != nil {
			return errors.New("the server does not start")
		}
	}
	statements := map[string]string{}
	for _, o := range operations {
		statements[o.name] = o.floor
	}
	text, err := json.Marshal(statements)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	s.floor = exec.Command(self, "floor", s.cluster.URL("postgres"), string(text))
	s.floor.Stderr = os.Stderr
	// The same allowance for garbage as the server gives itself.
	s.floor.Env = append(os.Environ(), "GOGC=400")
	out, err := s.floor.StdoutPipe()
	if err != nil {
		return err
	}
	if err := s.floor.Start(); err != nil {
		return err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	s.floorAt = strings.TrimSpace(line)
	return err
}

func (s *stage) targets(o operation) (server, floor target) {
	json := http.Header{"Content-Type": {"application/json"}}
	signed := json.Clone()
	signed.Set("Authorization", "Bearer "+s.token)
	return target{s.serverAt + "/graphql", signed, o.body, func() []int { return []int{s.server.Process.Pid} }},
		target{s.floorAt + "/" + o.name, json, o.floorBody, func() []int { return []int{s.floor.Process.Pid} }}
}

// measure runs the server and the floor in turn, so that both meet the same
// weather, and the first round of each is not counted.
func (s *stage) measure(ctx context.Context, o operation, connections int, p plan) (OperationResult, error) {
	server, floor := s.targets(o)
	database := func() []int { return process.Family(s.cluster.Pid()) }
	var ours, theirs []sample
	var ratios, cpu []float64
	next := 0
	for round := -1; round < p.rounds; round++ {
		length := p.length
		if round < 0 {
			length /= 4
		}
		a, err := load(ctx, server, connections, length, next, database)
		if err != nil {
			return OperationResult{}, err
		}
		b, err := load(ctx, floor, connections, length, next, database)
		if err != nil {
			return OperationResult{}, err
		}
		next += a.requestsDone + b.requestsDone
		if round < 0 {
			continue
		}
		ours, theirs = append(ours, a), append(theirs, b)
		ratios = append(ratios, a.Throughput/b.Throughput)
		cpu = append(cpu, (a.ServerCPU+a.DatabaseCPU)/max(b.ServerCPU+b.DatabaseCPU, 0.001))
	}
	return OperationResult{Name: o.name, About: o.about, Connections: connections,
		Server: middle(ours), Floor: middle(theirs), Ratio: median(ratios), CPURatio: median(cpu)}, nil
}

// countStatements has PostgreSQL log what a request makes it do.
func (s *stage) countStatements(ctx context.Context, o operation) (float64, error) {
	const requests = 20
	server, _ := s.targets(o)
	client := &http.Client{}
	defer client.CloseIdleConnections()
	for n := range requests { // so that everything is prepared
		if _, err := ask(ctx, client, server, n); err != nil {
			return 0, err
		}
	}
	logged := func(setting string) error {
		for _, query := range []string{`ALTER SYSTEM SET log_statement = '` + setting + `'`, `SELECT pg_reload_conf()`} {
			if _, err := s.database.ExecContext(ctx, query); err != nil {
				return err
			}
		}
		time.Sleep(200 * time.Millisecond) // each session reads its settings between two statements
		return nil
	}
	if err := logged("all"); err != nil {
		return 0, err
	}
	before, err := os.ReadFile(s.log)
	if err != nil {
		return 0, err
	}
	for n := range requests {
		if _, err := ask(ctx, client, server, requests+n); err != nil {
			return 0, err
		}
	}
	after, err := os.ReadFile(s.log)
	if err != nil {
		return 0, err
	}
	if err := logged("none"); err != nil {
		return 0, err
	}
	fresh := string(after[len(before):])
	return float64(strings.Count(fresh, "LOG:  execute ")+strings.Count(fresh, "LOG:  statement: ")) / requests, nil
}

// strike takes the stage down.
func (s *stage) strike() {
	for _, c := range []*exec.Cmd{s.server, s.floor} {
		if c != nil && c.Process != nil {
			c.Process.Kill()
			c.Wait()
		}
	}
	if s.database != nil {
		s.database.Close()
	}
	if s.cluster != nil {
		s.cluster.Abort()
	}
}
