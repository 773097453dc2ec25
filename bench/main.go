// Command bench measures the hot paths of a running Maillage against a floor
// built beside it: for each operation one hand-written SQL statement that makes
// the whole JSON answer, prepared, over kept connections, written to net/http
// unchanged. Machines are noisy, so what counts are ratios of rounds that were
// run in turn; absolute figures are orders of magnitude.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "floor" {
		exit(serveFloor(os.Args[2], os.Args[3]))
	}
	compare := flag.Bool("compare", false, "compare two results: -compare OLD.json NEW.json")
	sizes := flag.String("sizes", "S", "sizes of the network, S and L, separated by commas")
	rounds := flag.Int("rounds", 3, "rounds of each measurement; medians are told")
	seconds := flag.Float64("seconds", 2, "length of one measurement")
	connections := flag.String("connections", "1,16,64", "connections at once")
	only := flag.String("ops", "", "operations to measure, separated by commas; all when empty")
	binary := flag.String("binary", "bin/maillage", "the server to measure")
	out := flag.String("out", "", "where the result is kept; bench/results/<time>.json when empty")
	flag.Parse()
	if *compare {
		exit(compareFiles(flag.Args()))
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	result := &Result{At: time.Now().UTC().Truncate(time.Second)}
	for _, size := range strings.Split(*sizes, ",") {
		if err := measureSize(ctx, result, plan{
			size: size, binary: *binary, rounds: *rounds, only: *only,
			length:      time.Duration(*seconds * float64(time.Second)),
			connections: numbers(*connections),
		}); err != nil {
			stop()
			exit(err)
		}
	}
	path := *out
	if path == "" {
		path = filepath.Join("bench", "results", result.At.Format("20060102-150405")+".json")
	}
	exit(errors.Join(result.print(os.Stdout), keep(path, result)))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

func numbers(list string) []int {
	var all []int
	for _, text := range strings.Split(list, ",") {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 {
			exit(fmt.Errorf("connections: %q is not a number", text))
		}
		all = append(all, n)
	}
	return all
}

func keep(path string, r *Result) error {
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
