// Command where prints the folder of the PostgreSQL that Maillage would use, or
// says why there is none and fails. Make asks it before it fetches one.
package main

import (
	"fmt"
	"os"

	"maillage/server/postgres"
)

func main() {
	cache := ""
	if len(os.Args) > 1 {
		cache = os.Args[1]
	}
	b, err := postgres.Find(cache)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Printf("PostgreSQL %s in %s\n", b.Version, b.Dir)
}
