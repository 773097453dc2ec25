package main

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"sync"
	"testing"

	"maillage/db/dbtest"
)

// balancer sends each request to the first instance that takes it.
type balancer struct {
	*httptest.Server
	mu        sync.Mutex
	instances []string
}

func newBalancer(t *testing.T, instances ...string) *balancer {
	b := &balancer{instances: instances}
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) { r.Out.URL.Scheme, r.Out.URL.Host = "http", "instances" },
		// One connection a request: whether an instance listens is all there is to know.
		Transport:     &http.Transport{DisableKeepAlives: true, DialContext: b.dial},
		FlushInterval: -1,
		ErrorLog:      log.New(io.Discard, "", 0),
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			http.Error(w, err.Error(), http.StatusBadGateway)
		},
	}
	b.Server = httptest.NewServer(proxy)
	t.Cleanup(b.CloseClientConnections)
	return b
}

func (b *balancer) dial(ctx context.Context, network, _ string) (net.Conn, error) {
	b.mu.Lock()
	instances := b.instances
	b.mu.Unlock()
	var conn net.Conn
	var err error
	for _, address := range instances {
		if conn, err = (&net.Dialer{}).DialContext(ctx, network, address); err == nil {
			return conn, nil
		}
	}
	return nil, err
}

// turn puts another instance first.
func (b *balancer) turn() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.instances = append(b.instances[1:len(b.instances):len(b.instances)], b.instances[0])
}

// Two instances are restarted one after the other, three times, under writes:
// no request fails, and who reads live misses nothing.
func TestARollingRestartIsNotNoticed(t *testing.T) {
	t.Parallel()
	s := newSite(t, dbtest.URL(t))
	instances := []*process{start(t, s.url), start(t, s.url)}
	b := newBalancer(t, instances[0].address, instances[1].address)
	live := s.follow(b.URL, "")
	w := s.write(b.URL, 4)
	w.mayFail = false
	for i := range 6 {
		w.progress()
		b.turn()
		old := instances[i%2]
		if err := old.stop(); err != nil {
			t.Errorf("an instance ended with %v\n%s", err, old.logged())
		}
		w.progress()
		instances[i%2] = start(t, s.url, "ADDRESS="+old.address)
	}
	w.progress()
	w.check()
	live.hasAll(s)
	if live.begun < 2 {
		t.Error("the reader was never sent away: nothing is proven")
	}
}
