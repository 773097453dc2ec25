package graph

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// floors are the packages of the house from the ground up, and what each may
// import of the others. The measurements and the tests' databases stand beside
// the house and may use it.
var floors = map[string][]string{
	"maillage/network":               {},
	"maillage/network/timetable":     {},
	"maillage/db/read":               {"maillage/network"},
	"maillage/db/migrations":         {},
	"maillage/db":                    {"maillage/network", "maillage/network/timetable", "maillage/db/read", "maillage/db/migrations"},
	"maillage/db/seed":               {"maillage/network", "maillage/db", "maillage/db/read"},
	"maillage/graph/scalar":          {"maillage/network"},
	"maillage/graph/collect":         {"maillage/network", "maillage/db/read", "maillage/graph/scalar"},
	"maillage/graph/gen":             {"maillage/network", "maillage/graph/scalar"},
	"maillage/graph":                 {"maillage/network", "maillage/db", "maillage/db/read", "maillage/graph/*"},
	"maillage/frontend":              {},
	"maillage/server/postgres":       {},
	"maillage/server/postgres/where": {"maillage/server/postgres"},
	"maillage/server/auth":           {"maillage/network", "maillage/db"},
	"maillage/server":                {"maillage/*"},
}

func TestImportsRunOneWay(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "maillage/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		allowed, inTheHouse := floors[p.ImportPath]
		if !inTheHouse {
			continue
		}
		seen++
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "maillage/") && !mayImport(allowed, imported) {
				t.Errorf("%s must not import %s", p.ImportPath, imported)
			}
			if p.ImportPath == "maillage/network" && strings.Contains(imported, ".") {
				t.Errorf("network imports only the standard library, not %s", imported)
			}
		}
	}
	if seen != len(floors) {
		t.Errorf("%d packages of %d were found: the list of floors is out of date", seen, len(floors))
	}
}

func mayImport(allowed []string, imported string) bool {
	for _, a := range allowed {
		if a == imported || strings.HasSuffix(a, "/*") && strings.HasPrefix(imported, strings.TrimSuffix(a, "*")) {
			return true
		}
	}
	return false
}
