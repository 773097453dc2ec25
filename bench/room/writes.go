package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// write is one act of somebody in the room.
type write struct {
	by    *phone
	name  string // the operation
	verb  string // what the journal says of it
	topic string
	input map[string]any
	// alone is an act of the facilitator: they do one after the other.
	alone bool
}

func (w write) deed() deed { return deed{w.verb, w.by.who.ID, w.topic} }

// script is what a room writes: of ten acts five stars, four check-ins and a
// placement, none of which says again what was said before.
type script struct {
	stars, checkIns []write
	places          []write
	n               int
}

func (s *script) next() (write, error) {
	list := [...]*[]write{&s.stars, &s.checkIns, &s.stars, &s.checkIns, &s.stars, &s.places, &s.stars, &s.checkIns, &s.stars, &s.checkIns}[s.n%10]
	if len(*list) == 0 {
		return write{}, fmt.Errorf("nothing is left to write after %d acts", s.n)
	}
	s.n++
	one := (*list)[0]
	*list = (*list)[1:]
	return one, nil
}

// script is written from the database: who has not starred what, which topics
// stand on the board, which cells are free.
func (s *site) script(ctx context.Context, phones []*phone, facilitator *phone) (*script, error) {
	by := map[string]*phone{}
	for _, p := range phones {
		by[p.who.ID] = p
	}
	done := &script{}
	type pair struct {
		Who   string `db:"who"`
		Topic string `db:"topic"`
	}
	each := func(query string, take func(pair)) error {
		var pairs []pair
		if err := s.database.SelectContext(ctx, &pairs, query, s.sessions.Forum); err != nil {
			return err
		}
		for _, p := range pairs {
			if by[p.Who] != nil {
				take(p)
			}
		}
		return nil
	}
	err := each(`
		SELECT p.id AS who,
		       t.id AS topic
		  FROM staff_member p
		  JOIN topic t ON t.forum_id = $1
		 WHERE NOT EXISTS (SELECT FROM topic_star s WHERE s.topic_id = t.id AND s.staff_id = p.id)
		 ORDER BY md5(p.id::text || t.id::text)`, func(p pair) {
		done.stars = append(done.stars, write{by: by[p.Who], name: "StarTopic", verb: "TOPIC_STARRED", topic: p.Topic, input: map[string]any{"topicId": p.Topic}})
	})
	if err != nil {
		return nil, err
	}
	err = each(`
		SELECT p.id AS who,
		       t.id AS topic
		  FROM staff_member p
		  JOIN topic t ON t.forum_id = $1 AND t.state = 'SCHEDULED'
		 ORDER BY md5(t.id::text || p.id::text)`, func(p pair) {
		done.checkIns = append(done.checkIns, write{by: by[p.Who], name: "CheckIn", verb: "TOPIC_CHECKED_IN", topic: p.Topic, input: map[string]any{"topicId": p.Topic}})
	})
	if err != nil {
		return nil, err
	}
	var topics []string
	if err := s.database.SelectContext(ctx, &topics, `SELECT id FROM topic WHERE forum_id = $1 AND state = 'PROPOSED' ORDER BY id`, s.sessions.Forum); err != nil {
		return nil, err
	}
	var free []struct {
		Slot  string `db:"slot"`
		Space string `db:"space"`
	}
	err = s.database.SelectContext(ctx, &free, `
		SELECT slot.id AS slot,
		       space.id AS space
		  FROM slot
		  JOIN space ON space.gathering_id = $2 AND space.on_board
		 WHERE slot.forum_id = $1
		   AND NOT EXISTS (SELECT FROM occurrence o WHERE o.slot_id = slot.id AND o.space_id = space.id AND o.state = 'PLANNED')
		 ORDER BY slot.starts_at, space.place`, s.sessions.Forum, s.sessions.Gathering)
	if err != nil {
		return nil, err
	}
	// Each topic goes to the cell that has been free for longest.
	if topics = topics[:min(len(topics), len(free)/2)]; len(topics) == 0 {
		return nil, fmt.Errorf("%d cells are free", len(free))
	}
	for k := range 400 {
		cell, topic := free[k%len(free)], topics[k%len(topics)]
		done.places = append(done.places, write{by: facilitator, name: "PlaceTopic", verb: "TOPIC_PLACED", topic: topic, alone: true,
			input: map[string]any{"topicId": topic, "slotId": cell.Slot, "spaceId": cell.Space}})
	}
	return done, nil
}

// pen writes at a pace and keeps when each act was first sent.
type pen struct {
	mu       sync.Mutex
	sent     map[deed][]time.Time
	answered []time.Duration
	refusals []string
}

// write sends so many acts a second until the time is over, and waits for their
// answers. Every tenth is sent twice at once, with one key.
func (p *pen) write(ctx context.Context, s *script, perSecond int, length time.Duration) error {
	alone := make(chan func(), 1000)
	var all sync.WaitGroup
	all.Go(func() {
		for do := range alone {
			do()
		}
	})
	defer all.Wait()
	defer close(alone)
	beat := time.NewTicker(time.Second / time.Duration(perSecond))
	defer beat.Stop()
	for n := range int(length.Seconds() * float64(perSecond)) {
		one, err := s.next()
		if err != nil {
			return err
		}
		sends := 1
		if n%10 == 3 {
			sends = 2
		}
		do := func() {
			at := time.Now()
			p.mu.Lock()
			p.sent[one.deed()] = append(p.sent[one.deed()], at)
			p.mu.Unlock()
			err := one.by.act(ctx, one.name, one.input, sends)
			p.mu.Lock()
			defer p.mu.Unlock()
			p.answered = append(p.answered, time.Since(at))
			if err != nil {
				p.refusals = append(p.refusals, err.Error())
			}
		}
		if one.alone {
			alone <- do
		} else {
			all.Go(do)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-beat.C:
		}
	}
	return nil
}
