package timetable

import (
	"math/rand/v2"
	"testing"
)

// A forum of three hundred people. The optimum of what is drawn at this size is
// out of reach; the losses of the naive ways stand beside those of the proposal.
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

// What a proposal costs above the optimum, at the size of a large forum, where
// the optimum is known from how the forum was made.
func BenchmarkGapToAKnownOptimum(b *testing.B) {
	var found, greedy, least float64
	for b.Loop() {
		found, greedy, least = 0, 0, 0
		for seed := range uint64(40) {
			p, cost := planted(rand.New(rand.NewPCG(seed, 5)), 60, 6, 8, 300, 8+int(seed%4)*6)
			found, greedy, least = found+float64(p.ScoreOf(Solve(p, 1)).Cost()), greedy+float64(p.ScoreOf(Greedy(p)).Cost()), least+float64(cost)
		}
	}
	b.ReportMetric(100*(found/least-1), "gap-%")
	b.ReportMetric(100*(greedy/least-1), "greedy-gap-%")
}
