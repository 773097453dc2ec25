package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"maillage/db/dbtest"
)

// A small room through a day: nobody is told anything twice or too little, no
// write is lost or done twice, and the dots are those that were put.
func TestARoomIsToldEverythingOnce(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	binary := filepath.Join(t.TempDir(), "maillage")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", binary, "../../server").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s, err := newSite(ctx, dbtest.URL(t), binary, filepath.Join("..", "..", "frontend", "src"), 30)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if err := s.serve(ctx, 2); err != nil {
		t.Fatal(err)
	}
	r := &result{People: 30, Details: map[string]any{}}
	d := s.day(r, false)
	if err := d.run(ctx, 2*time.Second, d.join, d.write, d.vote); err != nil {
		t.Fatal(err)
	}
	exact := 0
	for _, l := range r.Lines {
		t.Logf("%s: %s %s", l.What, l.Figure, l.Verdict)
		switch {
		case l.Verdict == wrong:
			t.Errorf("%s: %s, should be %s", l.What, l.Figure, l.Target)
		case l.Verdict == reached:
			exact++
		}
	}
	if exact < 7 {
		t.Errorf("%d figures were compared", exact)
	}
}

// What the exactness rests on: the comparison sees each kind of fault.
func TestTheComparisonSeesEachFault(t *testing.T) {
	for _, c := range []struct {
		name string
		got  []int64
		want exactness
	}{
		{"all", []int64{1, 2, 3}, exactness{Told: 3}},
		{"a gap", []int64{1, 3}, exactness{Told: 2, Gaps: 1}},
		{"a double", []int64{1, 2, 2, 3}, exactness{Told: 3, Doubles: 1}},
		{"somebody else's", []int64{1, 2, 9, 3}, exactness{Told: 3, Strange: 1}},
		{"out of order", []int64{2, 1, 3}, exactness{Told: 3, Swapped: 1}},
		{"nothing", nil, exactness{Gaps: 3}},
	} {
		var got []told
		for _, id := range c.got {
			got = append(got, told{id: id})
		}
		var e exactness
		e.compare(got, []int64{1, 2, 3})
		if e != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, e, c.want)
		}
		if e.exact() != (c.name == "all") {
			t.Errorf("%s: exact %v", c.name, e.exact())
		}
	}
}
