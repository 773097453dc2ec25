package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// times are what was measured of many, in milliseconds.
type times struct {
	Count int     `json:"count"`
	P50   float64 `json:"p50"`
	P99   float64 `json:"p99"`
	Most  float64 `json:"most"`
}

func timesOf(all []time.Duration) times {
	if len(all) == 0 {
		return times{}
	}
	slices.SortFunc(all, cmp.Compare)
	return times{len(all), milliseconds(all[len(all)/2]), milliseconds(all[len(all)*99/100]), milliseconds(all[len(all)-1])}
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func (t times) String() string {
	return fmt.Sprintf("p50 %s, p99 %s, most %s (of %d)", span(t.P50), span(t.P99), span(t.Most), t.Count)
}

func span(ms float64) string {
	if ms >= 1000 {
		return fmt.Sprintf("%.2f s", ms/1000)
	}
	return fmt.Sprintf("%.0f ms", ms)
}

// verdict is what a figure is worth against its target.
type verdict string

const (
	reached verdict = "reached"
	missed  verdict = "MISSED"
	wrong   verdict = "WRONG" // what must be exact is not
	noted   verdict = ""
)

func within(ms, most float64) verdict {
	if ms <= most {
		return reached
	}
	return missed
}

func exactly(is bool) verdict {
	if is {
		return reached
	}
	return wrong
}

// line is a row of the table.
type line struct {
	What    string  `json:"what"`
	Target  string  `json:"target,omitempty"`
	Figure  string  `json:"figure"`
	Verdict verdict `json:"verdict,omitempty"`
}

// result is one run, as it is kept.
type result struct {
	At     time.Time `json:"at"`
	People int       `json:"people"`
	// Load is the machine's, before anything was started.
	Load    string         `json:"load"`
	Took    float64        `json:"tookSeconds"`
	Lines   []line         `json:"lines"`
	Details map[string]any `json:"details"`
}

func (r *result) add(what, target, figure string, v verdict) {
	r.Lines = append(r.Lines, line{what, target, figure, v})
	fmt.Fprintf(os.Stderr, "%s: %s %s\n", what, figure, v)
}

func (r *result) print(w io.Writer) {
	fmt.Fprintf(w, "\n%d people, load before: %s, %.0f s\n", r.People, r.Load, r.Took)
	for _, l := range r.Lines {
		fmt.Fprintf(w, "%-58s | %-12s | %-52s | %s\n", l.What, l.Target, l.Figure, l.Verdict)
	}
}

// keep writes the result down.
func (r *result) keep(path string) error {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	fmt.Println("\nKept as", path)
	return os.WriteFile(path, append(text, '\n'), 0o644)
}

// exact reports whether nothing is wrong.
func (r *result) exact() bool {
	return !slices.ContainsFunc(r.Lines, func(l line) bool { return l.Verdict == wrong })
}
