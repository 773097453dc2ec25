package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"syscall"
	"testing"

	"maillage/graph/gen"
	"maillage/network"
)

const centrePage = `query($id: ID!) { centre(id: $id) { id name shortName city regions website joinedOn staffCount
	staffMembers(first: 20) { nodes { id name givenName familyName job email phone active centre { id name shortName city } } pageInfo { hasNextPage endCursor } totalCount } } }`

// onlyLibrary answers from structs that are already there, joined and complete:
// the least that field-by-field execution can cost, without any SQL.
type onlyLibrary struct {
	givenBack
	centre *gen.Centre
}

func (g *onlyLibrary) Query() gen.QueryResolver { return g }

func (g *onlyLibrary) Centre(context.Context, network.ID) (*gen.Centre, error) { return g.centre, nil }

// BenchmarkExecution puts declared reads, their SQL included, beside gqlgen's
// own execution of the same operation over structs in memory, without SQL.
func BenchmarkExecution(b *testing.B) {
	reads := newReads(b)
	database := reads.Database
	database.MustExec(fmt.Sprintf(`insert into staff_member (id, centre_id, given_name, family_name, email, job)
		select gen_random_uuid(), '%s', 'Given', 'Family', n || '@example.org', 'MISSION_OFFICER' from generate_series(1, 40) n`, nantes))
	viewer, variables := director(anne, nantes), map[string]any{"id": string(nantes)}
	declared := newDoor(b, &givenBack{}, &reads.Reads)
	first := declared.ask(viewer, centrePage, variables)
	var data struct{ Centre gen.Centre }
	if err := json.Unmarshal(first.Data, &data); err != nil || first.Errors != nil {
		b.Fatal(err, first.Errors)
	}
	library := newDoor(b, &onlyLibrary{centre: &data.Centre})
	for name, d := range map[string]*door{"declared": declared, "library": library} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			before := processorTime()
			defer func() { b.ReportMetric(float64(processorTime()-before)/float64(b.N), "go-µs/op") }()
			b.SetParallelism(8)
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					d.ask(viewer, centrePage, variables)
				}
			})
		})
	}
}

// processorTime is what this process has spent, in microseconds.
func processorTime() int64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return u.Utime.Nano()/1000 + u.Stime.Nano()/1000
}
