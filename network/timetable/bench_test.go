package timetable

import (
	"math/rand/v2"
	"testing"
)

// A forum of three hundred people. The optimum of this size is out of reach;
// the losses of the naive ways stand beside those of the proposal.
func BenchmarkSolveARoomOfThreeHundred(b *testing.B) {
	p := forum(rand.New(rand.NewPCG(1, 3)), 60, 6, 8, 300, 8, 5)
	for b.Loop() {
		Solve(p, 1)
	}
	b.ReportMetric(float64(p.ScoreOf(Solve(p, 1)).Losses), "losses")
	b.ReportMetric(float64(p.ScoreOf(Greedy(p)).Losses), "greedy-losses")
	b.ReportMetric(float64(p.ScoreOf(InOrder(p)).Losses), "in-order-losses")
}

// What a proposal costs above the optimum, on sizes at which it can be known.
func BenchmarkGapToTheOptimum(b *testing.B) {
	var found, least, worst float64
	for b.Loop() {
		found, least, worst = 0, 0, 0
		for seed := range uint64(40) {
			p := forum(rand.New(rand.NewPCG(seed, 4)), 12, 3, 4, 80, 5, int(seed%3))
			cost, best := float64(p.ScoreOf(Solve(p, 1)).Cost()), float64(exact(p))
			found, least, worst = found+cost, least+best, max(worst, cost/best-1)
		}
	}
	b.ReportMetric(100*(found/least-1), "gap-%")
	b.ReportMetric(100*worst, "worst-gap-%")
}
