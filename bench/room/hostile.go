package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// hostile is a client that means ill: what it got, by kind.
type hostile struct {
	sent, refused, served, strange atomic.Int64
	streams                        atomic.Int64 // that it was let open
	mu                             sync.Mutex
	examples                       []string
}

// The number of connections on which it does each thing, without a pause.
const (
	slowSenders = 50
	slowReaders = 50
	manyStreams = 100
	rounds      = 2 // of each kind that is sent again and again
)

// attack goes on until ctx ends. It is signed in as somebody of the house: from
// outside it could do less.
func (h *hostile) attack(ctx context.Context, p *phone) {
	deep := "{ " + strings.Repeat("a { ", 400) + "b" + strings.Repeat(" }", 400) + " }"
	wide := "{ " + strings.Repeat("viewer { id } ", 600) + "}"
	loop := "query { ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }"
	heavy := p.site.documents["ForumWall"]
	asJSON := func(query string) string {
		text, _ := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"id": p.site.sessions.Forum}}) // strings only
		return string(text)
	}
	var all sync.WaitGroup
	defer all.Wait()
	for _, text := range []string{
		`{"query":"` + strings.Repeat("a", 1<<20-100) + `"}`,
		`{"query":` + strings.Repeat("[", 1<<19),
		strings.Repeat(`{"a":`, 1<<17),
		"not JSON",
		asJSON(deep), asJSON(wide), asJSON(loop), asJSON(heavy),
	} {
		body := []byte(text)
		for range rounds {
			all.Go(func() {
				for ctx.Err() == nil {
					h.send(ctx, p, body)
				}
			})
		}
	}
	all.Go(func() {
		for tooMuch := make([]byte, 8<<20); ctx.Err() == nil; { // and it says so beforehand
			h.send(ctx, p, tooMuch)
		}
	})
	head := h.head(p, "/graphql", 1<<20)
	for range slowSenders {
		all.Go(func() {
			h.slowly(ctx, p, head, func(c net.Conn) { // a byte, and then another
				for pause(ctx, 500*time.Millisecond) {
					if _, err := c.Write([]byte(" ")); err != nil {
						return
					}
				}
			})
		})
	}
	page := asJSON(heavy)
	for range slowReaders {
		all.Go(func() { // many answers asked for on one connection, none of them read
			h.slowly(ctx, p, strings.Repeat(h.head(p, "/graphql", len(page))+page, 20), func(net.Conn) { <-ctx.Done() })
		})
	}
	stream, _ := json.Marshal(map[string]any{"query": p.site.documents["Events"], "variables": map[string]any{}}) // strings only
	for range manyStreams {
		all.Go(func() {
			h.slowly(ctx, p, h.head(p, "/graphql/stream", len(stream))+string(stream), func(c net.Conn) {
				first := make([]byte, 4<<10)
				for text := ""; pause(ctx, 200*time.Millisecond); {
					c.SetReadDeadline(time.Now().Add(time.Second))
					n, err := c.Read(first)
					text += string(first[:n])
					switch {
					case strings.Contains(text, `"cursor"`):
						h.streams.Add(1)
						<-ctx.Done() // nothing more is read
					case strings.Contains(text, `"errors"`):
						h.refused.Add(1)
					case err != nil && n == 0 && strings.Contains(err.Error(), "timeout"):
						continue
					}
					return
				}
			})
		})
	}
}

// send posts a body and notes what it is answered.
func (h *hostile) send(ctx context.Context, p *phone, body []byte) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, house+"/graphql", bytes.NewReader(body))
	if err != nil {
		return
	}
	request.Header.Set("Content-Type", "application/json")
	h.sent.Add(1)
	response, err := p.client.Do(request)
	if err != nil {
		return // cut off: it is what it deserves
	}
	defer response.Body.Close()
	answer, _ := io.ReadAll(response.Body) // cut off: the same
	switch {
	case response.StatusCode >= 500 || bytes.Contains(answer, []byte("INTERNAL")):
		h.strange.Add(1)
		h.mu.Lock()
		h.examples = append(h.examples, fmt.Sprintf("%.40s is answered %d: %.200s", body, response.StatusCode, answer))
		h.mu.Unlock()
	case response.StatusCode >= 400 || bytes.HasPrefix(answer, []byte(`{"errors"`)):
		h.refused.Add(1)
	default:
		h.served.Add(1)
	}
}

// head is the head of a request as it goes over the wire.
func (h *hostile) head(p *phone, path string, length int) string {
	request, _ := http.NewRequest(http.MethodPost, house+path, nil) // the address is ours
	cookies := ""
	for _, c := range p.client.Jar.Cookies(request.URL) {
		cookies += c.Name + "=" + c.Value + "; "
	}
	return fmt.Sprintf("POST %s HTTP/1.1\r\nHost: localhost:8080\r\nContent-Type: application/json\r\nContent-Length: %d\r\nCookie: %s\r\n\r\n", path, length, cookies)
}

// slowly opens a connection of its own, says something and goes on; whoever is
// cut off comes again.
func (h *hostile) slowly(ctx context.Context, p *phone, says string, then func(net.Conn)) {
	for ctx.Err() == nil {
		at := p.site.instances[int(h.sent.Add(1))%len(p.site.instances)]
		c, err := (&net.Dialer{}).DialContext(ctx, "tcp", at.address)
		if err != nil {
			pause(ctx, 100*time.Millisecond)
			continue
		}
		stop := context.AfterFunc(ctx, func() { c.Close() })
		if _, err := io.WriteString(c, says); err == nil {
			then(c)
		}
		stop()
		c.Close()
		pause(ctx, 100*time.Millisecond)
	}
}
