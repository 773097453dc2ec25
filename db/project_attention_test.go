package db

import (
	"math/rand/v2"
	"testing"
	"time"

	"maillage/network"
)

// needsAttention finds the projects that have a health fact, and no others:
// the rule in SQL is the rule in Go.
func TestProjectsThatNeedAttentionAreThoseWithAFact(t *testing.T) {
	w := newWorld(t)
	r := rand.New(rand.NewPCG(7, 7))
	states := []network.JointProjectState{network.ProjectDraft, network.ProjectConsultation, network.ProjectCommitted,
		network.ProjectRunning, network.ProjectSuspended, network.ProjectCompleted, network.ProjectAbandoned}
	days := []int{0, 20, 21, 22, 59, 60, 61, 62, 200} // about every threshold
	ago := func() time.Time {
		return w.clock.Add(-time.Duration(days[r.IntN(len(days))]*24+r.IntN(24)) * time.Hour)
	}
	for i := range 60 {
		p := w.project(states[i%len(states)])
		w.exec(`UPDATE joint_project SET starts_on = '2020-01-01', ends_on = $2, started_at = CASE WHEN started_at IS NOT NULL THEN $3::timestamptz END WHERE id = $1`,
			p.id, network.DateOf(w.clock).AddDays(r.IntN(3)-1), ago())
		w.exec(`UPDATE partnership SET invited_at = $2 WHERE id = $1 AND invited_at IS NOT NULL`, p.lille, ago())
		if r.IntN(3) == 0 {
			w.exec(`UPDATE partnership SET state = 'TO_RECONFIRM' WHERE id = $1 AND state = 'ACCEPTED'`, p.lyon)
		}
		for range r.IntN(3) {
			health := []string{"ON_TRACK", "ON_TRACK", "AT_RISK"}[r.IntN(3)]
			w.exec(`
				INSERT INTO status_report (id, joint_project_id, author_id, health, explanation, done, next, period_starts_on, period_ends_on, created_at)
				VALUES ($1, $2, $3, $4, 'Parce que', 'Fait', '', '2026-01-01', '2026-01-31', $5)`,
				newID(), p.id, w.nantes.director.StaffID, health, ago())
		}
	}
	type node struct {
		ID          network.ID
		State       network.JointProjectState
		Health      network.Health
		HealthFacts []struct{ Code network.HealthFactCode }
	}
	var all, found struct{ Nodes []node }
	w.read(w.nantes.officer, `{ jointProjects(first: 100) { nodes { id state health healthFacts { code } } } }`, &all)
	w.read(w.nantes.officer, `{ jointProjects(first: 100, filter: {needsAttention: true}) { nodes { id } } }`, &found)
	asked := map[network.ID]bool{}
	for _, n := range found.Nodes {
		asked[n.ID] = true
	}
	codes := map[network.HealthFactCode]int{}
	for _, n := range all.Nodes {
		if asked[n.ID] != (len(n.HealthFacts) > 0) {
			t.Errorf("%s: found %v, facts %v", n.State, asked[n.ID], n.HealthFacts)
		}
		for _, f := range n.HealthFacts {
			codes[f.Code]++
		}
	}
	for _, code := range []network.HealthFactCode{network.FactUnsigned, network.FactReconfirm, network.FactOverdue, network.FactNoReport, network.FactAuthorWorried} {
		if codes[code] == 0 {
			t.Errorf("no project has %s: nothing is proved of it", code)
		}
	}
}
