package seed

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// Size is how large a network to invent.
type Size struct {
	Centres, Staff, Groups, Memberships, Projects, Updates int
	// Topics is how many each forum has: one on the marketplace, one in
	// convergence, and Forums that are closed.
	Topics, Forums int
	// Seed draws everything: two networks of one size and seed are the same.
	Seed uint64
	// Now is the day the network has come to; today when it is zero.
	Now time.Time
}

// S is a network of today's size, L about a hundred times that.
var (
	S = Size{Centres: 20, Staff: 400, Groups: 120, Memberships: 2_500, Projects: 90, Updates: 6_000, Topics: 60, Forums: 2, Seed: 1}
	L = Size{Centres: 2_000, Staff: 40_000, Groups: 12_000, Memberships: 250_000, Projects: 9_000, Updates: 600_000, Topics: 60, Forums: 20, Seed: 1}
)

// Network loads an invented network into an empty database, for measurements.
func Network(ctx context.Context, database *sqlx.DB, size Size, progress Progress) (Summary, error) {
	w, err := invent(size, progress)
	if err != nil {
		return Summary{}, fmt.Errorf("invent a network: %w", err)
	}
	if err := load(ctx, database, w, progress); err != nil {
		return Summary{}, fmt.Errorf("load a network: %w", err)
	}
	return w.summary(), nil
}

// invent makes a network in memory, by the acts that the product knows.
func invent(size Size, progress Progress) (*world, error) {
	if size.Centres < 4 || size.Staff < 6*size.Centres || size.Memberships < 3*size.Groups {
		return nil, fmt.Errorf("%+v is too small to be a network", size)
	}
	now := size.Now
	if now.IsZero() {
		now = time.Now().UTC().Truncate(24 * time.Hour).Add(12 * time.Hour)
	}
	w := newWorld(size.Seed, now)
	n := &inventor{world: w, size: size, began: now.AddDate(-7, 0, 0)}
	n.centresAndPeople()
	n.forums()
	n.inventGroups(progress)
	n.inventProjects()
	return w, w.err
}

// An inventor is a world with the size it is to have.
type inventor struct {
	*world
	size  Size
	began time.Time
	// fromTopics are held topics that a group may be opened from.
	fromTopics []*topic
	// debt is how many memberships groups have had beyond their share.
	debt int
}

var inventedRegions = []string{"11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94"}

func (n *inventor) centresAndPeople() {
	w := n.world
	w.addThemes()
	known := personaAt("national.coordinator")
	w.coordinator = &person{given: known.given, family: known.family, email: "coordination@national.example",
		job: network.JobNationalCoordination, role: network.RoleCoordinator, created: n.began}
	w.enrol(w.coordinator, "national.coordinator")
	admin := &person{given: "Thomas", family: "Nguyen-Marchand", email: "admin@national.example",
		job: network.JobNationalCoordination, role: network.RoleAdmin, created: n.began}
	w.enrol(admin, "national.admin")
	taken := map[string]bool{w.coordinator.name(): true, admin.name(): true}
	for i := range n.size.Centres {
		region := inventedRegions[i%len(inventedRegions)]
		c := &centre{id: w.id(n.began), slug: fmt.Sprintf("c%d", i+1), name: fmt.Sprintf("Centre de ressources n° %d", i+1), short: fmt.Sprintf("Centre %d", i+1),
			city: familyNames[i%len(familyNames)] + "-sur-Maille", regions: []string{region}, timeZone: paris, joined: n.began,
			lat: 43 + 8*w.rng.Float64(), lon: -4 + 11*w.rng.Float64()}
		w.centres = append(w.centres, c)
	}
	jobs := []struct {
		job    network.Job
		letter string
	}{
		{network.JobDirector, "d"}, {network.JobMissionOfficer, "m"}, {network.JobMissionOfficer, "m"}, {network.JobInformationOfficer, "i"},
		{network.JobMissionOfficer, "m"}, {network.JobAdministrativeAssistant, "a"},
	}
	for k := range n.size.Staff {
		c := w.centres[k%n.size.Centres]
		job := jobs[min(k/n.size.Centres, len(jobs)-1)]
		if k/n.size.Centres >= len(jobs) {
			job = jobs[1+(k/n.size.Centres)%2]
		}
		p := &person{centre: c, job: job.job, role: network.RoleNone, created: n.began.Add(time.Hour), phone: w.phone(c), themes: w.someThemes(1 + k%3)}
		p.given, p.family = n.freshName(taken)
		p.email = fmt.Sprintf("%s.%s.%d@%s.example", plain(p.given), plain(p.family), k, c.slug)
		if k%4 == 0 {
			p.bio = w.bioOf(p)
		}
		w.enrol(p, fmt.Sprintf("p%d", k))
	}
	for i, p := range w.people {
		p.visited = w.now.Add(-time.Duration(i%200) * time.Hour)
	}
}

// freshName draws a name that nobody has; of many people some have double ones.
func (n *inventor) freshName(taken map[string]bool) (given, family string) {
	for try := 0; ; try++ {
		given = givenNames[n.rng.IntN(len(givenNames))]
		family = familyNames[n.rng.IntN(len(familyNames))]
		if try > 2 || len(taken) > len(givenNames)*len(familyNames)/4 {
			family += "-" + familyNames[n.rng.IntN(len(familyNames))]
		}
		if !taken[given+" "+family] {
			taken[given+" "+family] = true
			return given, family
		}
	}
}

// shares splits a total into parts of at least a floor, unequal as in life.
func (n *inventor) shares(total, parts, floor int) []int {
	weights := make([]int, parts)
	sum := 0
	for i := range weights {
		weights[i] = 1 + n.rng.IntN(20) + n.rng.IntN(20)
		sum += weights[i]
	}
	shares := make([]int, parts)
	spare, given := total-floor*parts, 0
	for i := range shares {
		shares[i] = floor + spare*weights[i]/sum
		given += shares[i]
	}
	for i := 0; given < total; i = (i + 1) % parts {
		shares[i]++
		given++
	}
	return shares
}

// moments draws sorted moments of a stretch.
func (n *inventor) moments(from, to time.Time, count int) []time.Time {
	all := make([]time.Time, count)
	span := int64(to.Sub(from) / time.Second)
	for i := range all {
		all[i] = from.Add(time.Duration(n.rng.Int64N(max(span, 1))) * time.Second)
	}
	slices.SortFunc(all, time.Time.Compare)
	return all
}

// neighbours are some centres around one: most cooperation is with the same few.
func (n *inventor) neighbours(home, count int) []*centre {
	some := []*centre{n.centres[home]}
	for len(some) < count {
		step := 1 + n.rng.IntN(8)
		if n.rng.IntN(10) == 0 {
			step = n.rng.IntN(len(n.centres))
		}
		if c := n.centres[(home+step)%len(n.centres)]; !slices.Contains(some, c) {
			some = append(some, c)
		}
	}
	return some
}
