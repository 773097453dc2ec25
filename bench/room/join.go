package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// together has everybody do something at once, and gives how long each took.
func together(phones []*phone, do func(*phone) error) ([]time.Duration, error) {
	took := make([]time.Duration, len(phones))
	errs := make([]error, len(phones))
	var all sync.WaitGroup
	began := time.Now()
	for i, p := range phones {
		all.Go(func() {
			errs[i] = do(p)
			took[i] = time.Since(began)
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return took, err
		}
	}
	return took, nil
}

// come measures everybody coming into the room at once: by their password, or
// with the session that is open on their phone. They are in when they have
// themselves, the forum and the live stream.
func (s *site) come(ctx context.Context, phones []*phone, by string, signIn bool) (times, int, error) {
	var mu sync.Mutex
	waited := 0
	following, leave := context.WithCancel(ctx)
	var streams sync.WaitGroup
	defer streams.Wait()
	defer leave()
	took, err := together(phones, func(p *phone) error {
		if signIn {
			waits, err := p.signIn(ctx)
			mu.Lock()
			waited += waits
			mu.Unlock()
			if err != nil {
				return err
			}
		}
		one := newReader(p, s.sessions, false)
		streams.Go(func() { one.follow(following) })
		if _, err := p.read(ctx, "Session", nil); err != nil {
			return err
		}
		if _, err := p.read(ctx, "ForumWall", map[string]any{"id": s.sessions.Forum}); err != nil {
			return err
		}
		select {
		case <-one.first:
			return nil
		case <-ctx.Done():
			return fmt.Errorf("%s: no stream: %w", by, ctx.Err())
		}
	})
	return timesOf(took), waited, err
}
