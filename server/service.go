package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/frontend"
	"maillage/graph"
	"maillage/server/auth"
	"maillage/server/calendar"
	"maillage/server/report"
)

// service is one running instance: the store, the journal's follower, and the
// handlers over them.
type service struct {
	config   config
	log      *slog.Logger
	database *sqlx.DB
	accounts *db.Accounts
	store    *db.Store
	journal  *db.Journal
	metrics  *metrics
	public   *url.URL
	// printer makes PDF files; nil where no Chromium is.
	printer *report.Printer
	// extra routes are the demonstration's own.
	extra map[string]http.Handler
	// draining is set when the instance has been told to stop.
	draining atomic.Bool
	// leaving ends when the instance takes nobody new; then its streams end.
	leaving context.Context
	leave   context.CancelFunc
}

// readShare is the part of the connections, one in so many, that queries read
// on at a time. A room that reads its pages anew at once is answered as fast by
// four as by sixteen, and acts are then not behind it in the queue.
const readShare = 4

func newService(c config, log *slog.Logger, database *sqlx.DB) (*service, error) {
	public, err := url.Parse(c.PublicURL)
	if err != nil || public.Host == "" {
		return nil, fmt.Errorf("PUBLIC_URL %q is not an address such as https://maillage.example", c.PublicURL)
	}
	store, err := db.NewStore(database)
	if err != nil {
		return nil, err
	}
	printer, err := report.NewPrinter(c.Chromium)
	if err != nil {
		return nil, fmt.Errorf("CHROMIUM: %w", err)
	}
	journal := db.NewJournal(database, c.DatabaseURL, log)
	leaving, leave := context.WithCancel(context.Background())
	return &service{
		config:   c,
		log:      log,
		database: database,
		accounts: db.NewAccounts(database),
		store:    store,
		journal:  journal,
		metrics:  newMetrics(database, journal),
		public:   public,
		printer:  printer,
		leaving:  leaving,
		leave:    leave,
	}, nil
}

// handler is every route of an instance, in the order a request passes them.
func (s *service) handler() (http.Handler, error) {
	keys, err := auth.ParseKeys(s.config.TokenKeys)
	if err != nil {
		return nil, fmt.Errorf("TOKEN_KEYS: %w", err)
	}
	doors, err := auth.New(auth.Options{Accounts: s.accounts, Keys: keys, PublicURL: s.public, Log: s.log})
	if err != nil {
		return nil, err
	}
	contract := graph.NewHandlers(&graph.Resolver{Store: s.store, Accounts: s.accounts, Journal: s.journal, MakesPDF: s.printer != nil, ReadsAtOnce: max(1, s.config.Connections/readShare)}, s.log)
	mux := http.NewServeMux()
	mux.Handle("POST /graphql", doors.Middleware(contract.Query))
	mux.Handle("/graphql", contract.Query) // tells other methods how
	mux.Handle("POST /graphql/stream", doors.Middleware(s.untilLeaving(contract.Stream)))
	doors.Routes(mux)
	calendar.New(s.store, s.accounts, s.public, s.log).Routes(mux, doors.Middleware)
	s.proceedingsRoutes(mux, doors.Middleware)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "alive") })
	mux.HandleFunc("GET /readyz", s.ready)
	for pattern, handler := range s.extra {
		mux.Handle(pattern, handler)
	}
	mux.Handle("/", frontend.Handler())
	guarded, err := sameOrigin(s.public, s.metrics.measured(mux))
	if err != nil {
		return nil, err
	}
	return identified(recovered(s.log, hardened(s.public, guarded))), nil
}

// untilLeaving ends what would last for ever when the instance stops. Requests
// that end by themselves are let finish.
func (s *service) untilLeaving(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		defer context.AfterFunc(s.leaving, cancel)()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// ready says whether requests can be answered now.
func (s *service) ready(w http.ResponseWriter, r *http.Request) {
	if s.draining.Load() {
		http.Error(w, "This instance is leaving.", http.StatusServiceUnavailable)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := s.database.PingContext(ctx); err != nil {
		s.log.WarnContext(r.Context(), "not ready", "error", err)
		http.Error(w, "The database does not answer.", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ready")
}

// run serves until ctx ends, then lets what is under way finish.
func (s *service) run(ctx context.Context, listener net.Listener) error {
	handler, err := s.handler()
	if err != nil {
		return err
	}
	work, stopWork := context.WithCancel(context.WithoutCancel(ctx))
	defer stopWork()
	go s.journal.Run(work)
	go s.sweep(work)
	go s.prompt(work)

	server := newHTTPServer(handler, s.log)
	server.BaseContext = func(net.Listener) context.Context { return work }
	// Readers come back by themselves with their cursor, to another instance:
	// they are sent away once this one listens no more, so that they do not hold
	// the others up.
	server.RegisterOnShutdown(s.leave)
	defer s.leave()
	failed := make(chan error, 2)
	go func() { failed <- server.Serve(listener) }()
	if s.config.MetricsAddress != "" {
		private := newHTTPServer(s.metricsRoutes(), s.log)
		defer private.Close()
		inside, err := net.Listen("tcp", s.config.MetricsAddress)
		if err != nil {
			return fmt.Errorf("METRICS_ADDRESS: %w", err)
		}
		go private.Serve(inside)
	}
	s.log.Info("serving", "address", listener.Addr().String())
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	// A balancer may have chosen this instance just now: it is told first, and
	// what it still sends is answered, before any connection is closed.
	s.log.Info("stopping")
	s.draining.Store(true)
	select {
	case err := <-failed:
		return err
	case <-time.After(s.config.StopAfter):
	}
	end, cancel := context.WithTimeout(work, s.config.StopWithin)
	defer cancel()
	if err := server.Shutdown(end); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close()
}

func (s *service) metricsRoutes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", s.metrics.Handler())
	return mux
}

// sweep forgets, every hour, what is kept for a while only.
func (s *service) sweep(ctx context.Context) {
	for tick := time.NewTicker(time.Hour); ; {
		if err := errors.Join(s.accounts.Sweep(ctx), s.store.Sweep(ctx)); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "the hourly sweep failed", "error", err)
		}
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
		}
	}
}

// prompt asks for the harvests of the sessions that end soon. Every instance
// does; one at a time is heard.
func (s *service) prompt(ctx context.Context) {
	for tick := time.NewTicker(30 * time.Second); ; {
		if err := s.store.PromptHarvests(ctx); err != nil && ctx.Err() == nil {
			s.log.WarnContext(ctx, "harvests could not be asked for", "error", err)
		}
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
		}
	}
}
