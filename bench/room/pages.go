package main

import (
	"context"
	"math/rand/v2"
	"time"
)

// The pauses of the application (frontend/src/app/live.ts, liveReads.ts and
// features/forum/moves.ts).
const (
	gather    = 250 * time.Millisecond
	readPause = 2 * time.Second
	patience  = 2
	apart     = 500 * time.Millisecond
	fewTopics = 12
)

// The whole wall is read again after so many readings.
const (
	wholeFirst = 5
	wholeMore  = 11
)

var (
	counting = map[string]bool{"TOPIC_STARRED": true, "TOPIC_UNSTARRED": true, "TOPIC_CHECKED_IN": true, "TOPIC_CHECKED_OUT": true}
	moving   = map[string]bool{"TOPIC_PLACED": true, "TOPIC_REPEATED": true, "TOPIC_UNPLACED": true, "TOPIC_STARTED": true, "TOPIC_HELD": true}
)

// movedTopics are the topics to read anew besides everybody's numbers; whole
// says that the whole wall must be.
func movedTopics(facts []told, me string) (moved []string, whole bool) {
	seen := map[string]bool{}
	for _, f := range facts {
		switch {
		case counting[f.fact.Verb] && f.fact.ActorID != me:
		case (moving[f.fact.Verb] || counting[f.fact.Verb]) && f.fact.TopicID != "":
			seen[f.fact.TopicID] = true
		default:
			return nil, true
		}
	}
	for topic := range seen {
		moved = append(moved, topic)
	}
	return moved, len(moved) > fewTopics
}

// readAgain has the page at once when something moves, and then at most every
// two seconds: what has moved, and now and then the whole. The first reading is
// of the whole, by everybody at once, as after a fact that changes all of it.
func (r *reader) readAgain(ctx context.Context) {
	var rest time.Time
	untilWhole := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-r.moved:
		}
		if !pause(ctx, max(gather, time.Until(rest))+rand.N(apart)) {
			return
		}
		r.mu.Lock()
		known := len(r.facts)
		moved, whole := movedTopics(r.facts[min(r.shown, known):], r.phone.who.ID)
		r.mu.Unlock()
		began := time.Now()
		whole = whole || untilWhole == 0
		untilWhole--
		name, variables := "ForumMoves", map[string]any{"id": r.place.Forum, "moved": append([]string{}, moved...), "hasMoved": len(moved) > 0}
		if whole {
			name, variables = "ForumWall", map[string]any{"id": r.place.Forum}
			untilWhole = wholeFirst + rand.N(wholeMore)
		}
		answer, err := r.phone.read(ctx, name, variables)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			r.refused(err.Error())
			continue
		}
		r.see(known, time.Since(began), len(answer), whole)
		rest = time.Now().Add(max(readPause, patience*time.Since(began)))
	}
}

// see notes that a page was had that shows so many facts.
func (r *reader) see(known int, took time.Duration, bytes int, whole bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.readTimes = append(r.readTimes, took)
	r.bytes += bytes
	if whole {
		r.wholes++
	}
	now := time.Now()
	for ; r.shown < min(known, len(r.facts)); r.shown++ {
		r.facts[r.shown].shown = now
	}
}
