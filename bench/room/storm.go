package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// storm is a stretch of writing with everybody listening.
type storm struct {
	length    time.Duration
	perSecond int
	// broken is how many streams are cut, each once.
	broken int
	// restarts are done while it lasts: each gives how it ended.
	restarts []func() error
	// beside runs as long as the writing does.
	beside func(context.Context)
}

// weather is what came of a storm.
type weather struct {
	Written  int       `json:"written"`
	Answered times     `json:"answered"`
	Told     times     `json:"told"`
	Shown    times     `json:"shown"`
	Reads    times     `json:"reads"`
	Exact    exactness `json:"exact"`
	// Missing and Twice are writes that the journal has not once.
	Missing  int      `json:"missing"`
	Twice    int      `json:"twice"`
	Refusals []string `json:"refusals,omitempty"`
}

// blow writes, breaks, restarts, and compares what everybody was told with what
// the journal holds.
func (s *site) blow(ctx context.Context, r *room, lines *script, what storm) (weather, error) {
	var w weather
	before, err := s.last(ctx)
	if err != nil {
		return w, err
	}
	for _, one := range r.readers {
		one.forget()
	}
	p := &pen{sent: map[deed][]time.Time{}}
	during, over := context.WithCancel(ctx)
	var beside sync.WaitGroup
	if what.beside != nil {
		beside.Go(func() { what.beside(during) })
	}
	beside.Go(func() {
		for i := range what.broken {
			if !pause(during, what.length/time.Duration(what.broken+1)) {
				return
			}
			r.readers[i*len(r.readers)/what.broken].breakOff()
		}
	})
	restarted := make([]error, len(what.restarts))
	var restarts sync.WaitGroup
	restarts.Go(func() {
		for i, restart := range what.restarts {
			if !pause(ctx, what.length/time.Duration(len(what.restarts)+1)) {
				return
			}
			restarted[i] = restart()
		}
	})
	err = p.write(ctx, lines, what.perSecond, what.length)
	over()
	beside.Wait()
	restarts.Wait()
	if err != nil {
		return w, err
	}
	for _, err := range restarted {
		if err != nil {
			return w, fmt.Errorf("restart: %w", err)
		}
	}
	facts, err := s.journal(ctx, s.sessions.Gathering, before)
	if err != nil {
		return w, err
	}
	w.Exact = r.settle(ctx, facts, before)
	if r.readers[0].reads {
		pause(ctx, readPause+time.Second) // the last pages come in
	}
	w.measure(r, p, facts)
	return w, nil
}

func (w *weather) measure(r *room, p *pen, facts []fact) {
	sentAt := map[int64]time.Time{}
	nth := map[deed]int{}
	for _, f := range facts {
		d := deed{f.Verb, f.Actor, f.Topic}
		sent := p.sent[d]
		if len(sent) == 0 {
			continue // what follows from an act: who enters a room leaves another
		}
		if nth[d] < len(sent) {
			sentAt[f.ID] = sent[nth[d]]
		}
		nth[d]++
	}
	for d, sent := range p.sent {
		w.Written += len(sent)
		w.Missing += max(0, len(sent)-nth[d])
		w.Twice += max(0, nth[d]-len(sent))
	}
	var heard, shown, reads []time.Duration
	for _, one := range r.readers {
		one.mu.Lock()
		for _, f := range one.facts {
			sent, known := sentAt[f.id]
			if !known {
				continue
			}
			heard = append(heard, f.at.Sub(sent))
			if !f.shown.IsZero() {
				shown = append(shown, f.shown.Sub(sent))
			}
		}
		reads = append(reads, one.readTimes...)
		w.Refusals = append(w.Refusals, one.refusals...)
		one.mu.Unlock()
	}
	w.Refusals = append(w.Refusals, p.refusals...)
	w.Answered, w.Told, w.Shown, w.Reads = timesOf(p.answered), timesOf(heard), timesOf(shown), timesOf(reads)
}

// tell puts it into the table.
func (w weather) tell(r *result, what string) {
	r.Details[what] = w
	r.add(what+": from the write to each reader", "p99 ≤ 1 s", w.Told.String(), within(w.Told.P99, 1000))
	r.add(what+": gaps, doubles, strange, out of order", "0", fmt.Sprintf("%d, %d, %d, %d of %d told, over %d streams",
		w.Exact.Gaps, w.Exact.Doubles, w.Exact.Strange, w.Exact.Swapped, w.Exact.Told, w.Exact.Streams), exactly(w.Exact.exact() && w.Exact.Told > 0))
	r.add(what+": writes done not once", "0", fmt.Sprintf("%d missing, %d twice, %d refusals of %d", w.Missing, w.Twice, len(w.Refusals), w.Written),
		exactly(w.Missing+w.Twice+len(w.Refusals) == 0))
	r.add(what+": answer to a write", "", w.Answered.String(), noted)
	if w.Reads.Count > 0 {
		r.add(what+": the forum's page, read again", "", w.Reads.String(), noted)
		r.add(what+": from the write to the page that shows it", "", w.Shown.String(), noted)
	}
}
