package seed

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"maillage/network"
)

// A world is a network in memory. Its acts (propose, sign, post…) check what
// the product would check and write down the facts that the product would
// tell; the first that may not be done is the world's error.
type world struct {
	rng *rand.Rand
	now time.Time
	err error

	themes        []*theme
	centres       []*centre
	people        []*person
	gatherings    []*gathering
	groups        []*group
	projects      []*project
	contributions []*contribution
	tasks         []*task
	edges         []edge
	facts         []*fact

	// By the short names that the story's texts use.
	byHandle map[string]*person
	bySlug   map[string]*centre
	byTheme  map[string]*theme

	coordinator *person
	open        map[taskKey]*task
	asked       map[uuid.UUID][]*task // the system's, by subject, in the order of asking
}

func newWorld(seed uint64, now time.Time) *world {
	return &world{
		rng:      rand.New(rand.NewPCG(seed, 0x6d61696c6c616765)),
		now:      now.UTC().Truncate(time.Second),
		byHandle: map[string]*person{},
		bySlug:   map[string]*centre{},
		byTheme:  map[string]*theme{},
		open:     map[taskKey]*task{},
		asked:    map[uuid.UUID][]*task{},
	}
}

// must keeps the first thing that is wrong.
func (w *world) must(ok bool, format string, args ...any) {
	if !ok && w.err == nil {
		w.err = fmt.Errorf(format, args...)
	}
}

// id makes an id of version 7: its order is that of the moments of making.
func (w *world) id(at time.Time) uuid.UUID {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:8], uint64(at.UnixMilli())<<16|w.rng.Uint64()&0xffff)
	binary.BigEndian.PutUint64(id[8:], w.rng.Uint64())
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id
}

type theme struct {
	id               uuid.UUID
	code, label, eng string
}

type centre struct {
	id                uuid.UUID
	slug              string
	name, short, city string
	regions           []string
	lat, lon          float64
	timeZone          string
	joined            time.Time
	directors, staff  []*person
}

type person struct {
	id            uuid.UUID
	centre        *centre
	given, family string
	email, phone  string
	job           network.Job
	role          network.NetworkRole
	gathering     *gathering
	bio           string
	created, left time.Time // left: zero while they are of the network
	visited       time.Time
	themes        []*theme
}

func (p *person) name() string { return p.given + " " + p.family }

func (p *person) isDirectorOf(c *centre) bool {
	return p.job == network.JobDirector && c != nil && p.centre == c
}

type gathering struct {
	id                uuid.UUID
	name, city, venue string
	starts, ends      network.Date
	state             network.GatheringState
	description       string
	created           time.Time
	hosts             []*centre
	spaces            []*space
	agenda            []*agendaItem // as last published
	draft             []*agendaItem // what the next release adds to it
	releases          []*release
	stages            []*stage
	forum             *forum
	walls             []wallLink
	capacity          int // 0: no limit
	registrations     []*registration
	guests            []*guest
	minute            minute
}

// A guest came, or may come, to a gathering by a link.
type guest struct {
	*person
	kind     network.GuestKind
	function string
	by       *person
	at       time.Time
	hash     []byte // nil: no link is about
	arrived  time.Time
}

// A wallLink opens the wall of a gathering to whoever has its secret.
type wallLink struct {
	hash    []byte
	by      *person
	at      time.Time
	revoked time.Time
}

type space struct {
	id        uuid.UUID
	name      string
	capacity  int
	onBoard   bool
	equipment string
}

type agendaItem struct {
	id                          uuid.UUID
	title, speaker, description string
	kind                        network.AgendaItemKind
	starts, ends                time.Time
	space                       *space
	public                      bool
	capacity                    int // 0: no limit
	state                       network.AgendaItemState
	formerStarts, formerEnds    time.Time
	formerSpace                 string
	kept                        []mark
}

type release struct {
	id      uuid.UUID
	note    string
	at      time.Time
	by      *person
	changes []agendaChange
}

type agendaChange struct {
	id   uuid.UUID
	kind network.AgendaChangeKind
	item *agendaItem
}

type forum struct {
	w              *world
	id             uuid.UUID
	gathering      *gathering
	name           string
	phase          network.ForumPhase
	facilitator    *person
	convenersPlace bool
	dots           int
	dotsPerCentre  int // 0: no cap
	spotlight      *topic
	voteClosed     time.Time
	version        int
	created        time.Time
	slots          []*slot
	topics         []*topic
	used           map[*person]int // dots put so far
}

type slot struct {
	id           uuid.UUID
	label        string
	starts, ends time.Time
}

type topic struct {
	w           *world
	id          uuid.UUID
	forum       *forum
	title, text string
	state       network.TopicState
	author      *person
	convener    *person
	outcome     network.IntendedOutcome
	themes      []*theme
	pitched     time.Time
	created     time.Time
	version     int
	stars       []mark
	dots        []mark
	occurrences []*occurrence
	harvest     *harvest
	group       *group
	chased      time.Time
	mergedInto  *topic
	postponedTo *gathering
}

// A mark is what one person put somewhere: a star, dots, a check-in.
type mark struct {
	who   *person
	at    time.Time
	count int
	// left is when who had checked in went elsewhere.
	left time.Time
}

type occurrence struct {
	id       uuid.UUID
	slot     *slot
	space    *space
	state    network.OccurrenceState
	placedBy *person
	placedAt time.Time
	present  []mark
}

type harvest struct {
	id        uuid.UUID
	state     network.HarvestState
	text      network.Harvest
	carriers  []*person
	editedBy  *person
	editedAt  time.Time
	revisions []harvestRevision
}

type harvestRevision struct {
	text     network.Harvest
	editedBy *person
	editedAt time.Time
}

type group struct {
	w              *world
	id             uuid.UUID
	name, purpose  string
	state          network.WorkingGroupState
	admission      network.Admission
	note           string
	topic          *topic
	into           *group
	themes         []*theme
	created, ended time.Time
	active, quiet  time.Time
	version        int
	members        []*membership
	of             map[*person]*membership
	milestones     []*milestone
	updates        []*update
}

type membership struct {
	id             uuid.UUID
	group          *group
	who            *person
	state          network.MembershipState
	role           network.GroupRole
	since, roleAt  time.Time
	joined, leftAt time.Time
}

type milestone struct {
	id               uuid.UUID
	title            string
	due, firstDue    network.Date
	state            network.MilestoneState
	done             time.Time
	reason           string
	created, changed time.Time
	version          int
	group            *group
}

type update struct {
	id                 uuid.UUID
	author             *person
	text               string
	health             network.Health
	created, corrected time.Time
	former             []formerUpdate
}

type formerUpdate struct {
	id     uuid.UUID
	text   string
	health network.Health
	at     time.Time
}

type project struct {
	w                                 *world
	id                                uuid.UUID
	title, purpose, results           string
	fromTopicID, fromGroupID          *uuid.UUID
	state                             network.JointProjectState
	lead                              *centre
	by                                *person
	starts, ends                      network.Date
	minimum                           int
	note                              string
	created, sent, committed, started time.Time
	closed, active                    time.Time
	version                           int
	themes                            []*theme
	partners                          []*partnership
	team                              []*teamMember
	reports                           []statusReport
}

type partnership struct {
	id                uuid.UUID
	project           *project
	centre            *centre
	role              network.PartnerRole
	state             network.PartnershipState
	signed            int // the version signed; 0: none
	invited, answered time.Time
	answeredBy        *person
	note              string
	joined, left      time.Time
	version           int
	commitments       []*commitment
}

type commitment struct {
	id                 uuid.UUID
	days, money        int
	starts, ends       network.Date
	conditions         string
	proposed, signedAt time.Time
	signedBy           *person
}

type teamMember struct {
	id    uuid.UUID
	who   *person
	role  network.TeamRole
	since time.Time
}

type statusReport struct {
	id                      uuid.UUID
	author                  *person
	health                  network.Health
	explanation, done, next string
	from, to                network.Date
	created                 time.Time
}

type edge struct {
	fromKind, toKind network.ObjectKind
	from, to         uuid.UUID
	at               time.Time
}

func (w *world) link(at time.Time, fromKind network.ObjectKind, from uuid.UUID, toKind network.ObjectKind, to uuid.UUID) {
	w.edges = append(w.edges, edge{fromKind, toKind, from, to, at})
}

func (w *world) summary() Summary {
	s := Summary{
		Centres: len(w.centres), People: len(w.people), Gatherings: len(w.gatherings),
		Groups: len(w.groups), Projects: len(w.projects), Events: len(w.facts),
	}
	for _, g := range w.gatherings {
		if g.forum != nil {
			s.Topics += len(g.forum.topics)
		}
	}
	for _, g := range w.groups {
		s.Memberships += len(g.members)
		s.Updates += len(g.updates)
	}
	return s
}
