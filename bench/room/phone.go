package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
)

// phone is one person's browser: its cookies, its connections, and the
// instance that its balancer would choose.
type phone struct {
	site   *site
	who    person
	client *http.Client
	home   atomic.Int64
}

func (s *site) phone(who person, home int) *phone {
	jar, _ := cookiejar.New(nil) // never fails
	p := &phone{site: s, who: who}
	p.home.Store(int64(home))
	// The instances stand behind one address, as behind a balancer: whoever does
	// not listen is passed over.
	dial := func(ctx context.Context, network, _ string) (net.Conn, error) {
		var conn net.Conn
		var err error
		for range s.instances {
			at := s.instances[int(p.home.Load())%len(s.instances)]
			if conn, err = (&net.Dialer{}).DialContext(ctx, network, at.address); err == nil {
				return conn, nil
			}
			p.home.Add(1)
		}
		return nil, err
	}
	p.client = &http.Client{Jar: jar, Transport: &http.Transport{DialContext: dial, MaxIdleConnsPerHost: 4, DisableCompression: true}}
	return p
}

// house is the address that people type; where it leads is up to the dialler.
const house = "http://localhost:8080"

// lost says of an error that the request met nobody, or somebody who died of it.
type lost struct{ error }

// post sends a body and gives the answer.
func (p *phone) post(ctx context.Context, path string, body any) (status int, header http.Header, answer []byte, err error) {
	text, err := json.Marshal(body)
	if err != nil {
		return 0, nil, nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, house+path, bytes.NewReader(text))
	if err != nil {
		return 0, nil, nil, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := p.client.Do(request)
	if err != nil {
		return 0, nil, nil, lost{err}
	}
	defer response.Body.Close()
	if answer, err = io.ReadAll(response.Body); err != nil {
		err = lost{err}
	}
	return response.StatusCode, response.Header, answer, err
}

// signIn comes in by the password. A room that is told to wait does.
func (p *phone) signIn(ctx context.Context) (waits int, err error) {
	for ; ; waits++ {
		status, header, answer, err := p.post(ctx, "/auth/sign-in", map[string]any{"email": p.who.Email, "password": password})
		switch {
		case err != nil:
			return waits, err
		case status == http.StatusNoContent:
			return waits, nil
		case status != http.StatusTooManyRequests:
			return waits, fmt.Errorf("sign-in of %s is answered %d: %s", p.who.Email, status, answer)
		}
		seconds, _ := strconv.Atoi(header.Get("Retry-After"))
		if !pause(ctx, time.Duration(max(seconds, 1))*time.Second) {
			return waits, ctx.Err()
		}
	}
}

// errRefused is an answer of the contract that is an error.
type errRefused struct {
	Code string
	text string
}

func (e errRefused) Error() string { return e.text }

// ask sends an operation of the application once.
func (p *phone) ask(ctx context.Context, name string, variables map[string]any) ([]byte, error) {
	status, _, answer, err := p.post(ctx, "/graphql", map[string]any{"query": p.site.documents[name], "variables": variables})
	if err != nil {
		return nil, err
	}
	if status == http.StatusOK && !bytes.HasPrefix(answer, []byte(`{"errors"`)) {
		return answer, nil
	}
	var told struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	refusal := errRefused{text: fmt.Sprintf("%s is answered %d: %.300s", name, status, answer)}
	if json.Unmarshal(answer, &told) == nil && len(told.Errors) > 0 {
		refusal.Code = told.Errors[0].Extensions.Code
	}
	return answer, refusal
}

// read asks until it is answered: a page whose server was restarted asks again.
func (p *phone) read(ctx context.Context, name string, variables map[string]any) ([]byte, error) {
	for {
		answer, err := p.ask(ctx, name, variables)
		if !isLost(err) || !pause(ctx, 50*time.Millisecond) {
			return answer, err
		}
	}
}

// act does a mutation once, however often it is sent: what was not answered is
// sent again with its key, and what is sent several times at once is one act.
func (p *phone) act(ctx context.Context, name string, input map[string]any, sends int) error {
	input["clientMutationId"] = newKey()
	variables := map[string]any{"input": input}
	errs := make([]error, sends)
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() { _, errs[i] = p.read(ctx, name, variables) })
	}
	all.Wait()
	return errors.Join(errs...)
}

func isLost(err error) bool {
	var l lost
	return errors.As(err, &l)
}

func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// newKey names an act.
func newKey() string { return uuid.NewString() }
