package main

import (
	"context"
	"slices"
	"time"
)

// fact is a row of the journal, as the database has it.
type fact struct {
	ID       int64  `db:"id"`
	Verb     string `db:"verb"`
	Actor    string `db:"actor"`
	Topic    string `db:"topic"`
	Audience string `db:"audience"`
	For      string `db:"for_whom"`
}

// deed is a write by what its fact says of it.
type deed struct{ verb, actor, topic string }

// last is the id of the latest fact. Nothing is being written when it is asked.
func (s *site) last(ctx context.Context) (id int64, err error) {
	err = s.database.GetContext(ctx, &id, `SELECT coalesce(max(id), 0) FROM event`)
	return id, err
}

// journal is what was told in a gathering behind a fact, in the order of commits.
func (s *site) journal(ctx context.Context, gathering string, after int64) (facts []fact, err error) {
	err = s.database.SelectContext(ctx, &facts, `
		SELECT id,
		       verb,
		       coalesce(actor_id::text, '') AS actor,
		       coalesce(topic_id::text, '') AS topic,
		       audience,
		       coalesce(for_staff_id::text, '') AS for_whom
		  FROM event
		 WHERE gathering_id = $1
		   AND id > $2
		 ORDER BY xid, id`, gathering, after)
	return facts, err
}

// exactness is what readers were told, against what there is to tell.
type exactness struct {
	Told    int `json:"told"`
	Gaps    int `json:"gaps"`
	Doubles int `json:"doubles"`
	// Strange are facts that were not for this reader; Swapped came out of order.
	Strange int `json:"strange"`
	Swapped int `json:"swapped"`
	Streams int `json:"streams"`
}

func (e exactness) exact() bool { return e.Gaps+e.Doubles+e.Strange+e.Swapped == 0 }

// settle waits until every reader has been told the last fact that is for them,
// or as long as a reader may take to come back, and compares. What was there
// before may still come in.
func (r *room) settle(ctx context.Context, facts []fact, before int64) exactness {
	var sum exactness
	patience := time.Now().Add(20 * time.Second)
	for _, one := range r.readers {
		var want []int64
		for _, f := range facts {
			if f.Audience != "PERSON" || f.For == one.phone.who.ID {
				want = append(want, f.ID)
			}
		}
		for len(want) > 0 && !one.has(want[len(want)-1]) && time.Now().Before(patience) && pause(ctx, 20*time.Millisecond) {
		}
		one.mu.Lock()
		sum.compare(slices.DeleteFunc(slices.Clone(one.facts), func(f told) bool { return f.id <= before }), want)
		sum.Streams += one.begun
		one.mu.Unlock()
	}
	return sum
}

func (e *exactness) compare(got []told, want []int64) {
	times := map[int64]int{}
	wanted := map[int64]bool{}
	for _, id := range want {
		wanted[id] = true
	}
	var order []int64
	for _, f := range got {
		times[f.id]++
		switch {
		case !wanted[f.id]:
			e.Strange++
		case times[f.id] > 1:
			e.Doubles++
		default:
			order = append(order, f.id)
		}
	}
	e.Told += len(order)
	e.Gaps += len(want) - len(order)
	place := map[int64]int{}
	for i, id := range want {
		place[id] = i
	}
	for i := 1; i < len(order); i++ {
		if place[order[i]] < place[order[i-1]] {
			e.Swapped++
		}
	}
}

func (r *reader) has(id int64) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.ContainsFunc(r.facts, func(f told) bool { return f.id == id })
}
