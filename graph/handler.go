package graph

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"maillage/graph/gen"
	"maillage/network"
)

// Handlers are the two doors: one operation and its answer, or a stream.
// Nothing but a subscription is taken on the stream, so that no client that
// accepts both can have a mutation done twice.
type Handlers struct {
	Query  http.Handler
	Stream http.Handler
}

// NewHandlers serves the contract from a store.
func NewHandlers(r *Resolver, log *slog.Logger) Handlers {
	r.streams = newStreams()
	if r.ReadsAtOnce > 0 {
		r.places = make(chan struct{}, r.ReadsAtOnce)
	}
	schema := gen.NewExecutableSchema(gen.Config{Resolvers: r})
	queries := newServer(schema, r, log)
	queries.AddTransport(post{newTurns()})
	stream := newServer(schema, r, log)
	stream.AddTransport(transport.SSE{KeepAlivePingInterval: 10 * time.Second})
	stream.AroundOperations(subscriptionsOnly)
	return Handlers{Query: queries, Stream: guardStream(stream)}
}

func newServer(schema graphql.ExecutableSchema, r *Resolver, log *slog.Logger) *handler.Server {
	s := handler.New(schema)
	s.SetParserTokenLimit(maxTokens)
	s.SetDisableSuggestion(true)
	s.SetQueryCache(lru.New[*ast.QueryDocument](1000))
	s.SetErrorPresenter(present(log))
	s.SetRecoverFunc(func(_ context.Context, fault any) error {
		return fmt.Errorf("panic: %v\n%s", fault, debug.Stack())
	})
	s.Use(newLimits())
	s.Use(introspection{})
	s.Use(&Reads{Schema: r.Store.Reads(), DB: r.Store.Reader(), Viewer: network.ViewerFrom, Now: r.Store.Now, Places: r.places})
	return s
}

// introspection is open to whoever is signed in; the contract is published in
// the documentation anyway.
type introspection struct{}

// ExtensionName names the extension.
func (introspection) ExtensionName() string { return "Introspection" }

// Validate has nothing to check.
func (introspection) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext opens introspection for the viewer.
func (introspection) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = network.ViewerFrom(ctx).Kind == network.Anonymous
	if !op.DisableIntrospection {
		return nil
	}
	for _, field := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query"}) {
		if field.Name == "__schema" || field.Name == "__type" {
			return &gqlerror.Error{Message: "Sign in to look at the contract.", Extensions: map[string]any{"code": errcode.ValidationFailed}}
		}
	}
	return nil
}

func subscriptionsOnly(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Subscription {
		return graphql.OneShot(&graphql.Response{Errors: gqlerror.List{
			{Message: "Only subscriptions are served on the stream.", Extensions: map[string]any{"code": "BAD_REQUEST"}},
		}})
	}
	return next(ctx)
}

// What a subscription may weigh: far more than it takes, signed in and not.
const (
	maxStreamBody = 32 << 10
	maxWallBody   = 4 << 10
)

// streamPatience is how long a message may take to be read. Something is sent
// every ten seconds: whoever reads nothing is let go, and comes back with their
// cursor if they can.
const streamPatience = 30 * time.Second

// patientWriter gives each message its own time: a stream lasts for ever, but
// not one that nobody reads.
type patientWriter struct {
	http.ResponseWriter
	control *http.ResponseController
}

func (w *patientWriter) renew() error {
	return w.control.SetWriteDeadline(time.Now().Add(streamPatience))
}

// Write begins a message.
func (w *patientWriter) Write(p []byte) (int, error) {
	if err := w.renew(); err != nil {
		return 0, err
	}
	return w.ResponseWriter.Write(p)
}

// Flush sends what was written. That nobody takes it ends the request.
func (w *patientWriter) Flush() { w.control.Flush() }

// Unwrap is for http.ResponseController.
func (w *patientWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// guardStream checks a request as the query door does, before the transport
// reads it, and tells proxies to let every message through at once.
func guardStream(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		anonymous := network.ViewerFrom(r.Context()).Kind == network.Anonymous
		if anonymous && r.ContentLength > maxWallBody {
			refuse(w, http.StatusUnauthorized, "Sign in first.")
			return
		}
		if r.ContentLength > maxStreamBody {
			refuse(w, http.StatusRequestEntityTooLarge, "The request is too large.")
			return
		}
		again, query, ok := rebody(w, r)
		if !ok {
			return
		}
		// A wall is followed by whoever has its secret; its resolver asks for it,
		// as every other asks who is there.
		if anonymous && !strings.Contains(query, "wallMoved") {
			refuse(w, http.StatusUnauthorized, "Sign in first.")
			return
		}
		w.Header().Set("X-Accel-Buffering", "no")
		patient := &patientWriter{ResponseWriter: w, control: http.NewResponseController(w)}
		if err := patient.renew(); err != nil {
			refuse(w, http.StatusInternalServerError, "Streams are not possible here.")
			return
		}
		next.ServeHTTP(patient, again)
	})
}
