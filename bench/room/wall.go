package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// wall is the projector: it knows one address and its secret, and keeps itself
// up to date as the wall's page does (frontend/src/features/wall/useWall.ts).
type wall struct {
	site   *site
	at     *instance
	secret string

	mu     sync.Mutex
	looks  []time.Time // each good reading
	stars  int         // what the last one counted
	events int
	moved  chan struct{}
}

// The pauses of the wall.
var wallPauses = []time.Duration{time.Second, 2 * time.Second, 5 * time.Second, 10 * time.Second}

const wallGather = 700 * time.Millisecond

// raise makes a link as the facilitator does.
func (s *site) raise(ctx context.Context, facilitator *phone, at *instance) (*wall, error) {
	answer, err := facilitator.read(ctx, "CreateWall", map[string]any{"input": map[string]any{"clientMutationId": newKey(), "gatheringId": s.sessions.Gathering}})
	if err != nil {
		return nil, err
	}
	var made struct {
		Data struct {
			CreateWall struct{ Secret string }
		}
	}
	if err := json.Unmarshal(answer, &made); err != nil || made.Data.CreateWall.Secret == "" {
		return nil, fmt.Errorf("no wall: %s", answer)
	}
	return &wall{site: s, at: at, secret: made.Data.CreateWall.Secret, moved: make(chan struct{}, 1)}, nil
}

// show reads and follows until ctx ends.
func (w *wall) show(ctx context.Context) {
	var both sync.WaitGroup
	defer both.Wait()
	again := make(chan struct{}, 1) // a reading that succeeded: listen, if nobody does
	both.Go(func() {
		for failures := 0; ctx.Err() == nil; {
			if w.look(ctx) {
				failures = 0
				select {
				case again <- struct{}{}:
				default:
				}
				select {
				case <-ctx.Done():
				case <-w.moved:
					pause(ctx, wallGather)
				case <-time.After(30 * time.Second):
				}
				continue
			}
			pause(ctx, wallPauses[min(failures, len(wallPauses)-1)])
			failures++
		}
	})
	for cuts := 0; ctx.Err() == nil; {
		select {
		case <-ctx.Done():
			return
		case <-again:
		}
		if w.listen(ctx) {
			cuts = 0
		}
		pause(ctx, wallPauses[min(cuts, len(wallPauses)-1)])
		cuts++
		w.stir() // what happened while nobody listened is read
	}
}

func (w *wall) stir() {
	select {
	case w.moved <- struct{}{}:
	default:
	}
}

func (w *wall) post(ctx context.Context, path, name string) (*http.Response, error) {
	body, err := json.Marshal(map[string]any{"query": w.site.documents[name], "variables": map[string]any{"token": w.secret}})
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+w.at.address+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	return (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(request)
}

// look reads the wall once, and tells whether it was there.
func (w *wall) look(ctx context.Context) bool {
	response, err := w.post(ctx, "/graphql", "Wall")
	if err != nil {
		return false
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	var shown struct {
		Data struct {
			Wall *struct{ Counters struct{ Stars int } }
		}
	}
	if err != nil || json.Unmarshal(text, &shown) != nil || shown.Data.Wall == nil {
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.looks, w.stars = append(w.looks, time.Now()), shown.Data.Wall.Counters.Stars
	return true
}

// listen follows one stream to its end, and tells whether it ever spoke.
func (w *wall) listen(ctx context.Context) (spoken bool) {
	response, err := w.post(ctx, "/graphql/stream", "WallMoved")
	if err != nil {
		return false
	}
	defer response.Body.Close()
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		switch {
		case strings.Contains(lines.Text(), `"moved":true`):
			w.mu.Lock()
			w.events++
			w.mu.Unlock()
			w.stir()
			spoken = true
		case strings.Contains(lines.Text(), `"moved":false`):
			spoken = true
		}
	}
	return spoken
}

// dark is the longest stretch without a good reading after a moment.
func (w *wall) dark(since time.Time) time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, at := range w.looks {
		if at.After(since) {
			return at.Sub(since)
		}
	}
	return -1
}

// catchesUp waits until the wall shows as many stars as there are.
func (w *wall) catchesUp(ctx context.Context) (shown, there int, err error) {
	err = w.site.database.GetContext(ctx, &there, `SELECT count(*) FROM topic_star s JOIN topic t ON t.id = s.topic_id WHERE t.forum_id = $1`, w.site.sessions.Forum)
	for end := time.Now().Add(15 * time.Second); err == nil; {
		w.mu.Lock()
		shown = w.stars
		w.mu.Unlock()
		if shown == there || time.Now().After(end) || !pause(ctx, 50*time.Millisecond) {
			break
		}
	}
	return shown, there, err
}
