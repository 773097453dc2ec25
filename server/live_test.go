package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"
)

// reader follows the journal live as the director. When its stream ends it
// comes back with the cursor of the last message, as the application does.
type reader struct {
	url  string
	site *site

	mu     sync.Mutex
	facts  []string
	cursor string
	begun  int // streams, the first included
	ended  int
}

// follow begins to read; it has begun when it returns.
func (s *site) follow(url, after string) *reader {
	s.t.Helper()
	r := &reader{url: url, site: s, cursor: after}
	ctx, stop := context.WithCancel(context.Background())
	var done sync.WaitGroup
	done.Go(func() {
		for ctx.Err() == nil {
			r.stream(ctx)
			select {
			case <-ctx.Done():
			case <-time.After(20 * time.Millisecond):
			}
		}
	})
	s.t.Cleanup(func() { stop(); done.Wait() })
	eventually(s.t, "the reader knows where the journal stands", func() bool { return r.place() != "" })
	return r
}

func (r *reader) place() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.cursor
}

// stream reads one stream to its end.
func (r *reader) stream(ctx context.Context) {
	query := `subscription { events { cursor fact { id verb } } }`
	if at := r.place(); at != "" {
		query = fmt.Sprintf(`subscription { events(after: "%s") { cursor fact { id verb } } }`, at)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, r.url+"/graphql/stream", strings.NewReader(quoted(query)))
	if err != nil {
		return
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+r.site.token)
	response, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(request)
	if err != nil {
		return
	}
	defer response.Body.Close()
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		data, isData := strings.CutPrefix(lines.Text(), "data:")
		var message struct {
			Data struct {
				Events *struct {
					Cursor string
					Fact   *struct{ ID, Verb string }
				}
			}
		}
		if !isData || json.Unmarshal([]byte(data), &message) != nil || message.Data.Events == nil {
			continue
		}
		r.mu.Lock()
		r.cursor = message.Data.Events.Cursor
		if fact := message.Data.Events.Fact; fact == nil {
			r.begun++
		} else if fact.Verb == "TASK_ADDED" {
			r.facts = append(r.facts, fact.ID)
		}
		r.mu.Unlock()
	}
	r.mu.Lock()
	r.ended++
	r.mu.Unlock()
}

// hasAll waits until the reader has been told of every fact there is, and
// compares: none skipped, none twice, none out of order.
func (r *reader) hasAll(s *site) {
	s.t.Helper()
	want := s.factsOf(s.director)
	told := func() []string {
		r.mu.Lock()
		defer r.mu.Unlock()
		return slices.Clone(r.facts)
	}
	eventually(s.t, "the reader is told of the last fact", func() bool {
		return len(want) == 0 || slices.Contains(told(), want[len(want)-1])
	})
	if got := told(); !slices.Equal(got, want) {
		s.t.Errorf("%d facts were told of %d:\n got %v\nwant %v", len(got), len(want), got, want)
	}
}

// ends waits until a stream of the reader has ended.
func (r *reader) ends() {
	r.site.t.Helper()
	eventually(r.site.t, "the stream ends", func() bool {
		r.mu.Lock()
		defer r.mu.Unlock()
		return r.ended > 0
	})
}
