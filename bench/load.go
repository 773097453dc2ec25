package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"maillage/bench/process"
)

// target is one of the two that are measured.
type target struct {
	url    string
	header http.Header
	body   func(n int) []byte
	pids   func() []int // the server's, for its processor time
}

// sample is one measurement.
type sample struct {
	Throughput   float64 `json:"throughput"`  // requests a second
	P50          float64 `json:"p50"`         // milliseconds
	P99          float64 `json:"p99"`         // milliseconds
	ServerCPU    float64 `json:"serverCpu"`   // milliseconds per 1,000 requests
	DatabaseCPU  float64 `json:"databaseCpu"` // milliseconds per 1,000 requests
	Bytes        int     `json:"bytes"`       // of one answer
	requestsDone int
}

// load sends requests over so many connections for a while and measures. A
// request that fails ends it: figures of errors are worth nothing.
func load(ctx context.Context, t target, connections int, length time.Duration, start int, database func() []int) (sample, error) {
	transport := &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections, DisableCompression: true}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: 20 * time.Second}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var next atomic.Int64
	next.Store(int64(start))
	var size atomic.Int64
	var failure error
	var failed sync.Once
	latencies := make([][]time.Duration, connections)
	server, data := process.Time(t.pids()), process.Time(database())
	began := time.Now()
	deadline := began.Add(length)
	var group sync.WaitGroup
	for c := range connections {
		group.Go(func() {
			for time.Now().Before(deadline) && ctx.Err() == nil {
				sent := time.Now()
				n, err := ask(ctx, client, t, int(next.Add(1)))
				if err != nil {
					failed.Do(func() { failure = err; cancel() })
					return
				}
				latencies[c] = append(latencies[c], time.Since(sent))
				size.Store(int64(n))
			}
		})
	}
	group.Wait()
	took := time.Since(began)
	if failure != nil {
		return sample{}, failure
	}
	all := slices.Concat(latencies...)
	if len(all) == 0 {
		return sample{}, fmt.Errorf("no request was answered in %s", length)
	}
	slices.Sort(all)
	per := 1000 / float64(len(all))
	return sample{
		Throughput:   float64(len(all)) / took.Seconds(),
		P50:          milliseconds(all[len(all)/2]),
		P99:          milliseconds(all[len(all)*99/100]),
		ServerCPU:    milliseconds(process.Time(t.pids())-server) * per,
		DatabaseCPU:  milliseconds(process.Time(database())-data) * per,
		Bytes:        int(size.Load()),
		requestsDone: len(all),
	}, nil
}

func ask(ctx context.Context, client *http.Client, t target, n int) (int, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, t.url, bytes.NewReader(t.body(n)))
	if err != nil {
		return 0, err
	}
	request.Header = t.header.Clone()
	response, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err
	}
	if response.StatusCode != http.StatusOK || bytes.HasPrefix(answer, []byte(`{"errors"`)) {
		return 0, fmt.Errorf("%s answered %d: %.500s", t.url, response.StatusCode, answer)
	}
	return len(answer), nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
