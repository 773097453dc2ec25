package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// told is a fact as it reached a reader, and when the page that shows it was had.
type told struct {
	id        int64
	at, shown time.Time
}

// reader follows a gathering as the forum's page does (frontend/src/app/live.ts
// and liveReads.ts): when its stream ends it comes back with the cursor of the
// last message, and when something has happened it reads the page again.
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
	refusals  []string
}

func newReader(p *phone, at place, reads bool) *reader {
	return &reader{phone: p, place: at, reads: reads, first: make(chan struct{}), moved: make(chan struct{}, 1)}
}

// The pauses of the application.
const (
	gather    = 250 * time.Millisecond
	readPause = 2 * time.Second
)

var comeBack = []time.Duration{time.Second, 2 * time.Second, 5 * time.Second, 15 * time.Second}

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
		pause(ctx, comeBack[min(failures, len(comeBack)-1)])
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
					Fact   *struct{ ID string }
				}
			}
		}
		if !isData || json.Unmarshal(data, &message) != nil || message.Data.Events == nil {
			if isData {
				r.refused(string(data))
			}
			continue
		}
		id := int64(0)
		if fact := message.Data.Events.Fact; fact != nil {
			id, _ = strconv.ParseInt(fact.ID, 10, 64)
		}
		r.keep(message.Data.Events.Cursor, id, !spoken)
		spoken = true
	}
	return spoken
}

func (r *reader) at() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.cursor
}

func (r *reader) keep(cursor string, id int64, begins bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cursor == "" {
		close(r.first)
	}
	r.cursor = cursor
	if begins {
		r.begun++
	}
	if id == 0 {
		return
	}
	r.facts = append(r.facts, told{id: id, at: time.Now()})
	select {
	case r.moved <- struct{}{}:
	default:
	}
}

// readAgain has the page at once when something moves, and then at most every
// two seconds.
func (r *reader) readAgain(ctx context.Context) {
	var last time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.moved:
		}
		if !pause(ctx, max(gather, readPause-time.Since(last))) {
			return
		}
		last = time.Now()
		r.mu.Lock()
		known := len(r.facts)
		r.mu.Unlock()
		_, err := r.phone.read(ctx, "ForumWall", map[string]any{"id": r.place.Forum})
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			r.refused(err.Error())
			continue
		}
		now := time.Now()
		r.mu.Lock()
		r.readTimes = append(r.readTimes, now.Sub(last))
		for ; r.shown < min(known, len(r.facts)); r.shown++ {
			r.facts[r.shown].shown = now
		}
		r.mu.Unlock()
	}
}

// forget begins a new reckoning; the stream goes on.
func (r *reader) forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.facts, r.readTimes, r.refusals, r.begun, r.shown = nil, nil, nil, 1, 0
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
