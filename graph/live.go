package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"sync"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

// maxStreams is how many streams one session may hold open.
const maxStreams = 10

// Events tells facts of the journal as they are committed.
func (r *subscriptionResolver) Events(ctx context.Context, after *string, scope *gen.EventScope) (<-chan *gen.LiveEvent, error) {
	v := network.ViewerFrom(ctx)
	if v.Kind == network.Anonymous {
		return nil, &network.Error{Code: network.CodeUnauthenticated, Key: "sign_in_first"}
	}
	leave, ok := r.streams.enter(v.SessionID + v.TokenID)
	if !ok {
		return nil, &network.Error{Code: network.CodeLimited, Key: "too_many_streams", Values: []any{"max", maxStreams}}
	}
	stillMay := func(ctx context.Context) bool {
		alive, err := r.Accounts.Alive(ctx, v)
		return err == nil && alive
	}
	live, err := r.Journal.Follow(ctx, v, text(after), wanted(scope), stillMay)
	if err != nil {
		leave()
		return nil, err
	}
	out := make(chan *gen.LiveEvent)
	go func() {
		defer leave()
		defer close(out)
		for l := range live {
			select {
			case out <- liveEvent(l):
			case <-ctx.Done():
				return
			}
		}
	}()
	return out, nil
}

func wanted(scope *gen.EventScope) db.Wanted {
	if scope == nil {
		return func(*db.Fact) bool { return true }
	}
	gathering, topic, group, project := one(scope.GatheringID), one(scope.TopicID), one(scope.WorkingGroupID), one(scope.JointProjectID)
	contribution := one(scope.ContributionID)
	if gathering+contribution+topic+group+project == "" {
		return func(*db.Fact) bool { return true }
	}
	return func(f *db.Fact) bool {
		return gathering != "" && f.GatheringID == gathering ||
			contribution != "" && f.ObjectID == contribution ||
			topic != "" && f.TopicID == topic ||
			group != "" && f.WorkingGroupID == group ||
			project != "" && f.JointProjectID == project
	}
}

func liveEvent(l db.Live) *gen.LiveEvent {
	event := &gen.LiveEvent{Cursor: l.Cursor.String(), WritingTopicID: known(l.Writing)}
	if f := l.Fact; f != nil {
		event.Fact = &gen.LiveFact{
			ID:             network.ID(strconv.FormatInt(f.ID, 10)),
			At:             f.At,
			Verb:           f.Verb,
			ActorID:        known(f.ActorID),
			ObjectKind:     f.ObjectKind,
			ObjectID:       f.ObjectID,
			GatheringID:    known(f.GatheringID),
			TopicID:        known(f.TopicID),
			WorkingGroupID: known(f.WorkingGroupID),
			JointProjectID: known(f.JointProjectID),
		}
	}
	return event
}

func known(id network.ID) *network.ID {
	if id == "" {
		return nil
	}
	return &id
}

// streams counts the open streams of each session, token or wall.
type streams struct {
	mu   sync.Mutex
	open map[network.ID]int
}

func newStreams() *streams { return &streams{open: map[network.ID]int{}} }

func (s *streams) enter(key network.ID) (leave func(), ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[key] >= maxStreams {
		return nil, false
	}
	s.open[key]++
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.open[key]--; s.open[key] == 0 {
			delete(s.open, key)
		}
	}, true
}

// rebody checks a stream's request and gives it again for the transport, in
// canonical form, with the text of its operation.
func rebody(w http.ResponseWriter, r *http.Request) (*http.Request, string, bool) {
	sent, ok := readBody(w, r)
	if !ok {
		return nil, "", false
	}
	params, ok := decodeBody(w, r, sent)
	if !ok {
		return nil, "", false
	}
	body, err := json.Marshal(map[string]any{"query": params.Query, "operationName": params.OperationName, "variables": params.Variables})
	if err != nil {
		refuse(w, http.StatusBadRequest, "The request cannot be read.")
		return nil, "", false
	}
	again := r.Clone(r.Context())
	again.Body, again.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	again.Header.Set("Accept", "text/event-stream")
	return again, params.Query, true
}
