package main

import (
	"context"
	"fmt"
	"os"
	"sync"
	"time"

	"maillage/bench/process"
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
	Written  int   `json:"written"`
	Answered times `json:"answered"`
	Told     times `json:"told"`
	Shown    times `json:"shown"`
	Reads    times `json:"reads"`
	// Bytes are those of the pages that a reader had, Wholes how many were whole.
	Bytes  int       `json:"bytesPerReader"`
	Wholes int       `json:"wholes"`
	Exact  exactness `json:"exact"`
	// Processors are the seconds of processor time that were taken in all.
	Processors spent `json:"processorSeconds"`
	// Missing and Twice are writes that the journal has not once.
	Missing  int      `json:"missing"`
	Twice    int      `json:"twice"`
	Refusals []string `json:"refusals,omitempty"`
}

// spent is processor time: of the instances, of PostgreSQL, and of the
// measurement itself, which is three hundred phones on the same machine.
type spent struct {
	Server   float64 `json:"server"`
	Database float64 `json:"database"`
	Phones   float64 `json:"phones"`
	Lasted   float64 `json:"lasted"`
}

func (s *site) spent(began time.Time) spent {
	var server time.Duration
	for _, i := range s.instances {
		server += i.time()
	}
	now := spent{Server: server.Seconds(), Phones: process.Time([]int{os.Getpid()}).Seconds(), Lasted: time.Since(began).Seconds()}
	if s.postgres != 0 {
		now.Database = (process.Time(process.Family(s.postgres)) + process.Ended(s.postgres)).Seconds()
	}
	return now
}

func (s spent) since(before spent) spent {
	return spent{s.Server - before.Server, s.Database - before.Database, s.Phones - before.Phones, s.Lasted - before.Lasted}
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
	began := time.Now()
	taken := s.spent(began)
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
	w.Processors = s.spent(began).since(taken)
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
		w.Bytes += one.bytes / len(r.readers)
		w.Wholes += one.wholes
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
	r.add(what+": processor time", "", fmt.Sprintf("server %.1f s, PostgreSQL %.1f s, the phones %.1f s, in %.0f s",
		w.Processors.Server, w.Processors.Database, w.Processors.Phones, w.Processors.Lasted), noted)
	r.add(what+": answer to a write", "", w.Answered.String(), noted)
	if w.Reads.Count > 0 {
		r.add(what+": the page, read again", "", fmt.Sprintf("%s, %d whole, %d kB each", w.Reads, w.Wholes, w.Bytes/1000), noted)
		r.add(what+": from the write to the page that shows it", "", w.Shown.String(), noted)
	}
}
