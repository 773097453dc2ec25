package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"
)

// heard is what a message says of a fact.
type heard struct {
	ID            int64 `json:",string"`
	Verb, TopicID string
	ActorID       string
}

// told is a fact as it reached a reader, and when the page that shows it was had.
type told struct {
	id        int64
	fact      heard
	at, shown time.Time
}

// reader follows a gathering as the forum's page does (frontend/src/app/live.ts):
// when its stream ends it comes back with the cursor of the last message, and
// when something has happened it reads again.
type reader struct {
	phone *phone
	place place
	// reads says whether the page is read again.
	reads bool

	mu     sync.Mutex
	facts  []told
	cursor string
	begun  int // streams, the first included
	cut    context.CancelFunc
	first  chan struct{} // closed by the first message of all
	moved  chan struct{}

	shown     int // facts whose page was read
	readTimes []time.Duration
	bytes     int // of the pages read
	wholes    int // pages that were read whole
	refusals  []string
}

func newReader(p *phone, at place, reads bool) *reader {
	return &reader{phone: p, place: at, reads: reads, first: make(chan struct{}), moved: make(chan struct{}, 1)}
}

// comeBack are the pauses of the application, each shortened or lengthened by up
// to a half.
var comeBack = []time.Duration{500 * time.Millisecond, 2 * time.Second, 5 * time.Second, 15 * time.Second}

// follow reads until ctx ends.
func (r *reader) follow(ctx context.Context) {
	var both sync.WaitGroup
	defer both.Wait()
	if r.reads {
		both.Go(func() { r.readAgain(ctx) })
	}
	for failures := 0; ctx.Err() == nil; failures++ {
		stream, cut := context.WithCancel(ctx)
		r.mu.Lock()
		r.cut = cut
		r.mu.Unlock()
		if r.stream(stream) {
			failures = 0
		}
		cut()
		r.phone.home.Add(1) // a balancer sends whoever comes back anywhere
		wait := comeBack[min(failures, len(comeBack)-1)]
		pause(ctx, wait/2+rand.N(wait))
	}
}

// breakOff cuts the stream as a lost network would.
func (r *reader) breakOff() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cut != nil {
		r.cut()
	}
}

// stream reads one stream to its end; spoken says whether anything came.
func (r *reader) stream(ctx context.Context) (spoken bool) {
	variables := map[string]any{"scope": map[string]any{"gatheringId": r.place.Gathering}}
	if at := r.at(); at != "" {
		variables["after"] = at
	}
	text, err := json.Marshal(map[string]any{"query": r.phone.site.documents["Events"], "variables": variables})
	if err != nil {
		return false
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, house+"/graphql/stream", bytes.NewReader(text))
	if err != nil {
		return false
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := r.phone.client.Do(request)
	if err != nil {
		return false
	}
	defer response.Body.Close()
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		data, isData := bytes.CutPrefix(lines.Bytes(), []byte("data: "))
		var message struct {
			Data struct {
				Events *struct {
					Cursor string
					Fact   *heard
				}
			}
		}
		if !isData || json.Unmarshal(data, &message) != nil || message.Data.Events == nil {
			if isData {
				r.refused(string(data))
			}
			continue
		}
		r.keep(message.Data.Events.Cursor, message.Data.Events.Fact, !spoken)
		spoken = true
	}
	return spoken
}

func (r *reader) at() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.cursor
}

func (r *reader) keep(cursor string, fact *heard, begins bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cursor == "" {
		close(r.first)
	}
	r.cursor = cursor
	if begins {
		r.begun++
	}
	if fact == nil {
		return
	}
	r.facts = append(r.facts, told{id: fact.ID, fact: *fact, at: time.Now()})
	select {
	case r.moved <- struct{}{}:
	default:
	}
}

// forget begins a new reckoning; the stream goes on.
func (r *reader) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.facts, r.readTimes, r.refusals, r.begun, r.shown, r.bytes, r.wholes = nil, nil, nil, 1, 0, 0, 0
}

func (r *reader) refused(text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.refusals = append(r.refusals, text)
}

// room is the readers of a place, all of them following.
type room struct {
	readers []*reader
	ended   sync.WaitGroup
	stop    context.CancelFunc
}

// open has every phone follow a place, and gives how long it took until the
// last was told where the journal stands.
func open(ctx context.Context, phones []*phone, at place, reads bool) (*room, error) {
	following, stop := context.WithCancel(ctx)
	r := &room{stop: stop}
	for _, p := range phones {
		one := newReader(p, at, reads)
		r.readers = append(r.readers, one)
		r.ended.Go(func() { one.follow(following) })
	}
	for _, one := range r.readers {
		select {
		case <-one.first:
		case <-ctx.Done():
			r.close()
			return nil, ctx.Err()
		}
	}
	return r, nil
}

func (r *room) close() {
	r.stop()
	r.ended.Wait()
}
