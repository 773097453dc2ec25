package graph_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"maillage/network"
)

// Each act is done with its first call to the database failing, then its
// second, and so on until none is left to fail: once before PostgreSQL has done
// what was called, once after, as when an answer is lost. Every failure leaves
// the state before the act or the whole act, and the sender, who sends the same
// again, ends with the act done once.
func TestAFailureAnywhereLeavesAnActDoneOrNot(t *testing.T) {
	t.Parallel()
	after := once(t)
	for name, late := range map[string]bool{"before": false, "after": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			tapped := &tap{}
			url := w.instance(tapped.pool(t, w.address, 1))
			tried := 0
			eachAct(t, w, func(a act, who string) {
				key := network.ID(uuid.NewString())
				text := a.text(who, key)
				before, state := w.state(a), "before"
				// What is prepared once would make later calls differ from earlier ones.
				tapped.refuseCommits()
				if answered := w.askAt(url, who, text); answered.code() == "" || len(differing(before, w.state(a))) > 0 {
					t.Errorf("%s without a commit: %s", a.row, answered.text)
				}
				for k := 1; ; k++ {
					tapped.reset(k, late)
					answered := w.askAt(url, who, text)
					failed := tapped.hasFailed()
					tapped.reset(0, false)
					tried++
					if now := w.state(a); len(differing(before, now)) > 0 {
						if state == "after" {
							t.Errorf("%s: a failure at call %d has changed %v once more", a.row, k, differing(before, now))
						}
						before, state = now, "after"
					}
					noted := w.count(`SELECT count(*) FROM mutation_result WHERE key = $1`, key)
					if (noted == 1) != (state == "after") {
						t.Errorf("%s: a failure at call %d leaves the state %s, noted %d times", a.row, k, state, noted)
					}
					if !failed {
						if answered.code() != "" || state != "after" {
							t.Errorf("%s: at last %s", a.row, answered.text)
						}
						break
					}
					if strings.Contains(answered.text, "tap") || strings.Contains(answered.text, "10.0.0.7") {
						t.Errorf("%s: the failure is told: %s", a.row, answered.text)
					}
					if answered.code() == "" && state == "before" {
						t.Errorf("%s: a failure at call %d is answered %s", a.row, k, answered.text)
					}
				}
				if changed := differing(after[a.row], w.sizes()); len(changed) > 0 {
					t.Errorf("%s was done more than once, or less: %v", a.row, changed)
				}
			})
			t.Logf("%d failures", tried)
		})
	}
}

// state is the state that an act must change as a whole. Of a change of
// password the count of guesses is no part: each try is paid for.
func (w *world) state(a act) map[string]string {
	all := w.marks()
	if a.mutation() == "changePassword" {
		delete(all, "sign_in_guess")
	}
	return all
}
