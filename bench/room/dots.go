package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// count is what came of the vote.
type count struct {
	Sent, Repeated int
	Answered       times
	// Refused are fourth dots that were refused, of so many that were tried.
	Fourth, Refused int
	Wrong           []string  `json:",omitempty"` // other answers
	Dots            int       // in the database
	NotThree        int       // people who have put another number
	Exact           exactness // what each was told of their own dots, and of nobody else's
}

// vote has everybody put three dots at once, each on a topic of its own; every
// tenth is sent twice with one key, and every tenth person tries a fourth when
// theirs are put.
func (s *site) castAll(ctx context.Context, r *room) (count, error) {
	var c count
	var topics []string
	if err := s.database.SelectContext(ctx, &topics, `SELECT id FROM topic WHERE forum_id = $1 AND state IN ('HELD', 'HARVESTED') ORDER BY id`, s.vote.Forum); err != nil {
		return c, err
	}
	if len(topics) < 4 {
		return c, fmt.Errorf("%d topics to vote for", len(topics))
	}
	before, err := s.last(ctx)
	if err != nil {
		return c, err
	}
	var mu sync.Mutex
	var answered []time.Duration
	var refused atomic.Int64
	var everybody sync.WaitGroup
	began := time.Now()
	for i, one := range r.readers {
		everybody.Go(func() {
			var three sync.WaitGroup
			for k := range 3 {
				sends := 1
				if (3*i+k)%10 == 0 {
					sends = 2
				}
				mu.Lock()
				c.Sent++
				c.Repeated += sends - 1
				mu.Unlock()
				three.Go(func() {
					err := one.phone.act(ctx, "CastDots", map[string]any{"topicId": topics[(i+7*k)%len(topics)], "count": 1}, sends)
					mu.Lock()
					defer mu.Unlock()
					answered = append(answered, time.Since(began))
					if err != nil {
						c.Wrong = append(c.Wrong, err.Error())
					}
				})
			}
			three.Wait()
			if i%10 != 0 {
				return
			}
			mu.Lock()
			c.Fourth++
			mu.Unlock()
			err := one.phone.act(ctx, "CastDots", map[string]any{"topicId": topics[(i+21)%len(topics)], "count": 1}, 1)
			var refusal errRefused
			if errors.As(err, &refusal) && refusal.Code == "INVALID" {
				refused.Add(1)
			}
		})
	}
	everybody.Wait()
	c.Answered, c.Refused = timesOf(answered), int(refused.Load())
	facts, err := s.journal(ctx, s.vote.Gathering, before)
	if err != nil {
		return c, err
	}
	c.Exact = r.settle(ctx, facts, before)
	if err := s.database.GetContext(ctx, &c.Dots, `SELECT coalesce(sum(count), 0) FROM topic_dot`); err != nil {
		return c, err
	}
	ids := map[string]int{}
	var each []struct {
		Who  string `db:"staff_id"`
		Dots int    `db:"dots"`
	}
	if err := s.database.SelectContext(ctx, &each, `SELECT staff_id, sum(count) AS dots FROM topic_dot GROUP BY staff_id`); err != nil {
		return c, err
	}
	for _, e := range each {
		ids[e.Who] = e.Dots
	}
	for _, one := range r.readers {
		if ids[one.phone.who.ID] != 3 {
			c.NotThree++
		}
	}
	return c, nil
}

func (c count) exact() bool {
	return len(c.Wrong) == 0 && c.Refused == c.Fourth && c.Dots == c.Sent && c.NotThree == 0 && c.Exact.exact() && c.Exact.Told == c.Sent
}
