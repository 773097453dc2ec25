package graph_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"maillage/db/dbtest"
	"maillage/network"
)

// eachAct runs every act of the tables that somebody may do, in their order,
// with who that is.
func eachAct(t *testing.T, w *world, do func(a act, who string)) {
	t.Helper()
	columns, rows := parse(t, mayDo)
	for _, r := range rows {
		for _, column := range columns {
			if r.cells[column] == "✓" {
				a := actOf(t, r.name)
				w.enter(a.during)
				do(a, strings.TrimPrefix(r.asks("wt", columns), "wt "))
				break
			}
		}
	}
}

// once is what the tables grow to after each act, done once.
func once(t *testing.T) map[string]map[string]string {
	t.Helper()
	w := newWorld(t)
	after := map[string]map[string]string{}
	eachAct(t, w, func(a act, who string) {
		if answered := w.ask(who, a.text(who, network.ID(uuid.NewString()))); answered.code() != "" {
			t.Fatalf("%s: %s", a.row, answered.text)
		}
		after[a.row] = w.sizes()
	})
	return after
}

// atOnce runs n things at the same time.
func atOnce(n int, do func(i int)) {
	var ready, done sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		ready.Add(1)
		done.Go(func() {
			ready.Done()
			<-start
			do(i)
		})
	}
	ready.Wait()
	close(start)
	done.Wait()
}

// The same request twenty times at once on two instances is done once, and
// answered alike; with another input it is refused.
func TestARepeatedActIsDoneOnce(t *testing.T) {
	t.Parallel()
	after := once(t)
	w := newWorld(t)
	instances := []string{w.url, w.instance(dbtest.Open(t, w.address))}
	eachAct(t, w, func(a act, who string) {
		key := network.ID(uuid.NewString())
		text := a.text(who, key)
		answers := make([]answer, 20)
		atOnce(len(answers), func(i int) {
			var err error
			if answers[i], err = post(context.Background(), instances[i%2], who, text, nil); err != nil {
				t.Error(err)
			}
		})
		answers = append(answers, w.ask(who, text))
		secrets := 0
		for _, each := range answers {
			if strings.Contains(each.text, "mlg_") {
				secrets++
				continue
			}
			if a.mutation() == "changePassword" && each.code() == "LIMITED" {
				continue // the guard against guesses makes some of them wait
			}
			if last := answers[len(answers)-1]; each.text != last.text || each.code() != "" {
				t.Errorf("%s was answered %s, then %s", a.row, each.text, last.text)
			}
		}
		if made := strings.Contains(payloadOf(a.mutation()), " secret"); made && secrets != 1 || !made && secrets > 0 {
			t.Errorf("%s told a secret %d times", a.row, secrets)
		}
		if changed := differing(after[a.row], w.sizes()); len(changed) > 0 {
			t.Errorf("%s was done more than once, or less: %v", a.row, changed)
		}
		other, possible := a.altered()
		if !possible {
			return
		}
		before := w.digests()
		if answered := w.ask(who, other.text(who, key)); answered.code() != "IDEMPOTENCY_MISMATCH" {
			t.Errorf("%s with another input: %s", a.row, answered.text)
		}
		if changed := differing(before, w.digests()); len(changed) > 0 {
			t.Errorf("%s with another input has changed %v", a.row, changed)
		}
	})
	if strings.Contains(w.logged.String(), "internal fault") {
		t.Errorf("logged %s", w.logged)
	}
}

// altered is the act with another input. A visit has none, and passwords are
// not kept to be compared with, not even as digests.
func (a act) altered() (act, bool) {
	if a.row == "markVisit" || a.row == "changePassword" {
		return a, false
	}
	for _, change := range [][2]string{{"present: true", "present: false"}, {nextYear, soon}, {`dueOn: "2130`, `dueOn: "2131`}, {`: "`, `: "Autre `}, {"version: 1", "version: 2"}, {"Version: 1", "Version: 2"},
		{"role: PARTNER", "role: OBSERVER"}, {"role: MEMBER", "role: LEAD"}, {"role: CO_LEAD", "role: SECRETARY"}, {"count: 2", "count: 1"}} {
		if strings.Contains(a.input, change[0]) {
			a.input = strings.Replace(a.input, change[0], change[1], 1)
			return a, true
		}
	}
	a.input = bracketed.ReplaceAllString(a.input, "<theme>")
	return a, true
}
