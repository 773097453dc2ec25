package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// day is one in the room: the site, its people and what they hold in their hands.
type day struct {
	*site
	result      *result
	phones      []*phone
	facilitator *phone
	script      *script
	// reads says whether everybody's page is read again when something happens.
	reads bool
}

func (s *site) day(r *result, reads bool) *day {
	d := &day{site: s, result: r, facilitator: s.phone(s.facilitator, 0), reads: reads}
	for i, p := range s.people {
		d.phones = append(d.phones, s.phone(p, i))
	}
	return d
}

// part is a stretch of the day, of about that length.
type part func(ctx context.Context, length time.Duration) error

// run goes through the day.
func (d *day) run(ctx context.Context, length time.Duration, parts ...part) error {
	for _, do := range append([]part{d.begin}, parts...) {
		if err := do(ctx, length); err != nil {
			return err
		}
	}
	return nil
}

// begin opens the sessions.
func (d *day) begin(ctx context.Context, _ time.Duration) error {
	if _, err := d.facilitator.signIn(ctx); err != nil {
		return err
	}
	err := d.facilitator.act(ctx, "MoveForum", map[string]any{"forumId": d.sessions.Forum, "version": d.sessions.Version, "to": "SESSIONS"}, 1)
	if err != nil {
		return err
	}
	d.script, err = d.site.script(ctx, d.phones, d.facilitator)
	return err
}

func (d *day) join(ctx context.Context, _ time.Duration) error {
	for _, way := range []struct {
		name   string
		signIn bool
	}{{"join by password", true}, {"join with an open session", false}} {
		took, waited, err := d.come(ctx, d.phones, way.name, way.signIn)
		if err != nil {
			return fmt.Errorf("%s: %w", way.name, err)
		}
		d.result.Details[way.name] = map[string]any{"times": took, "toldToWait": waited}
		d.result.add(way.name+": the last is in", "10 s", fmt.Sprintf("%s (p50 %s; %d told to wait)", span(took.Most), span(took.P50), waited), within(took.Most, 10_000))
	}
	return nil
}

// write is the storm, with the wall up and the server restarted: one instance
// as an operator does it, the other as a power cut would.
func (d *day) write(ctx context.Context, length time.Duration) error {
	here, err := open(ctx, d.phones, d.sessions, d.reads)
	if err != nil {
		return err
	}
	defer here.close()
	screen, err := d.raise(ctx, d.facilitator, d.instances[0])
	if err != nil {
		return err
	}
	showing, dark := context.WithCancel(ctx)
	var shown sync.WaitGroup
	defer shown.Wait()
	defer dark()
	shown.Go(func() { screen.show(showing) })
	var down, back time.Time
	w, err := d.blow(ctx, here, d.script, storm{length: length, perSecond: 20, broken: len(d.phones) / 10, restarts: []func() error{
		func() error {
			down = time.Now()
			err := d.instances[0].restart(ctx, true)
			back = time.Now()
			return err
		},
		func() error { return d.instances[1].restart(ctx, false) },
	}})
	if err != nil {
		return err
	}
	w.tell(d.result, "20 writes a second, two restarts")
	stars, there, err := screen.catchesUp(ctx)
	if err != nil {
		return err
	}
	d.result.add("the wall after its server's restart: shown again", "by itself", fmt.Sprintf("%s after it was there (%s away)",
		span(milliseconds(screen.dark(back))), span(milliseconds(back.Sub(down)))), exactly(screen.dark(back) >= 0))
	d.result.add("the wall after the writes: stars shown", fmt.Sprint(there), fmt.Sprint(stars), exactly(stars == there))
	return nil
}

// besideIll is a shorter storm beside a client that means ill, and one without
// it to compare.
func (d *day) besideIll(ctx context.Context, length time.Duration) error {
	here, err := open(ctx, d.phones[1:], d.sessions, d.reads)
	if err != nil {
		return err
	}
	defer here.close()
	ill := &hostile{}
	w, err := d.blow(ctx, here, d.script, storm{length: length / 3, perSecond: 20, beside: func(ctx context.Context) { ill.attack(ctx, d.phones[0]) }})
	if err != nil {
		return err
	}
	w.tell(d.result, "beside a hostile client")
	d.result.Details["hostile"] = map[string]any{"refused": ill.refused.Load(), "served": ill.served.Load(), "streams": ill.streams.Load(), "internal": ill.examples}
	d.result.add("the hostile client: answers that tell of a fault", "0", fmt.Sprintf("%d; %d refused, %d served, %d streams of %d",
		ill.strange.Load(), ill.refused.Load(), ill.served.Load(), ill.streams.Load(), manyStreams), exactly(ill.strange.Load() == 0))
	return nil
}

func (d *day) vote(ctx context.Context, _ time.Duration) error {
	there, err := open(ctx, d.phones, d.site.vote, false)
	if err != nil {
		return err
	}
	defer there.close()
	c, err := d.castAll(ctx, there)
	if err != nil {
		return err
	}
	d.result.Details["dots"] = c
	d.result.add("dots at once: answers", "", c.Answered.String(), noted)
	d.result.add("dots at once: counted", fmt.Sprint(c.Sent), fmt.Sprintf("%d; %d people not with 3; %d repeats; %d of %d fourths refused; %d odd answers",
		c.Dots, c.NotThree, c.Repeated, c.Refused, c.Fourth, len(c.Wrong)), exactly(c.exact()))
	return nil
}
