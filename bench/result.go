package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"
)

// Result is one run, as it is kept and compared.
type Result struct {
	At    time.Time    `json:"at"`
	Sizes []SizeResult `json:"sizes"`
}

// SizeResult is what was measured on a network of one size.
type SizeResult struct {
	Size string `json:"size"`
	// RestMB is the server's memory before the first request, EndMB behind the last.
	RestMB     float64           `json:"restMB"`
	EndMB      float64           `json:"endMB"`
	Operations []OperationResult `json:"operations"`
}

// OperationResult is an operation's medians over the rounds.
type OperationResult struct {
	Name        string  `json:"name"`
	About       string  `json:"about"`
	Connections int     `json:"connections"`
	Statements  float64 `json:"statements"` // of one request, the question who asks included
	Server      sample  `json:"server"`
	Floor       sample  `json:"floor"`
	// Ratio is the median, over the rounds, of the server's throughput to the floor's.
	Ratio float64 `json:"ratio"`
	// CPURatio is the same of the processor time of server and PostgreSQL.
	CPURatio float64 `json:"cpuRatio"`
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// middle takes the median of each figure.
func middle(samples []sample) sample {
	of := func(figure func(sample) float64) float64 {
		values := make([]float64, len(samples))
		for i, s := range samples {
			values[i] = figure(s)
		}
		return median(values)
	}
	return sample{
		Throughput:  of(func(s sample) float64 { return s.Throughput }),
		P50:         of(func(s sample) float64 { return s.P50 }),
		P99:         of(func(s sample) float64 { return s.P99 }),
		ServerCPU:   of(func(s sample) float64 { return s.ServerCPU }),
		DatabaseCPU: of(func(s sample) float64 { return s.DatabaseCPU }),
		Bytes:       samples[0].Bytes,
	}
}

func (r *Result) print(w io.Writer) error {
	for _, size := range r.Sizes {
		fmt.Fprintf(w, "\nNetwork %s: server memory %.0f MB at rest, %.0f MB at the end\n", size.Size, size.RestMB, size.EndMB)
		fmt.Fprintf(w, "%-4s %5s %6s | %9s %9s %6s | %8s %8s | %9s %9s %6s | %7s %7s\n", "", "conn", "stmts",
			"req/s", "floor", "ratio", "p50 ms", "p99 ms", "cpu+pg", "floor", "ratio", "bytes", "floor")
		for _, o := range size.Operations {
			fmt.Fprintf(w, "%-4s %5d %6.1f | %9.0f %9.0f %6.2f | %8.2f %8.2f | %4.0f+%-4.0f %4.0f+%-4.0f %6.2f | %7d %7d\n",
				o.Name, o.Connections, o.Statements, o.Server.Throughput, o.Floor.Throughput, o.Ratio, o.Server.P50, o.Server.P99,
				o.Server.ServerCPU, o.Server.DatabaseCPU, o.Floor.ServerCPU, o.Floor.DatabaseCPU, o.CPURatio, o.Server.Bytes, o.Floor.Bytes)
		}
	}
	fmt.Fprintln(w, "\ncpu+pg: milliseconds of processor time per 1,000 requests, of the server and of PostgreSQL.")
	return nil
}

// compareFiles tells how the ratios of two results differ; ratios, because the
// machine's own speed is in both sides of them.
func compareFiles(paths []string) error {
	if len(paths) != 2 {
		return errors.New("give two results: make bench-compare OLD=a.json NEW=b.json")
	}
	var results [2]Result
	for i, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := json.Unmarshal(text, &results[i]); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	type key struct {
		size, name  string
		connections int
	}
	old := map[key]OperationResult{}
	for _, s := range results[0].Sizes {
		for _, o := range s.Operations {
			old[key{s.Size, o.Name, o.Connections}] = o
		}
	}
	fmt.Printf("%-2s %-4s %5s | %-24s | %-24s | %s\n", "", "", "conn", "throughput to floor", "processor time to floor", "statements")
	for _, s := range results[1].Sizes {
		for _, o := range s.Operations {
			was, ok := old[key{s.Size, o.Name, o.Connections}]
			if !ok {
				continue
			}
			fmt.Printf("%-2s %-4s %5d | %5.2f → %5.2f (× %4.2f)    | %5.2f → %5.2f (× %4.2f)    | %.1f → %.1f\n", s.Size, o.Name, o.Connections,
				was.Ratio, o.Ratio, o.Ratio/was.Ratio, was.CPURatio, o.CPURatio, o.CPURatio/was.CPURatio, was.Statements, o.Statements)
		}
	}
	return nil
}
