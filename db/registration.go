package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// Registered is what an act on a registration has changed.
type Registered struct {
	Registration, Gathering network.ID
}

// lockedSeats are a gathering's row, locked, and how full it is. Of two who want
// its last place, one has it.
type lockedSeats struct {
	lockedGathering
	Capacity   *int `db:"capacity"`
	Registered int  `db:"registered"`
	Waiting    int  `db:"waiting"`
}

// lockSeats counts once the gathering is locked: a count that was begun before
// would miss who came in meanwhile.
func (t *tx) lockSeats(gathering network.ID) (l lockedSeats, err error) {
	if l.lockedGathering, err = t.lockGathering(gathering); err != nil {
		return l, err
	}
	var seats struct {
		Capacity   *int `db:"capacity"`
		Registered int  `db:"registered"`
		Waiting    int  `db:"waiting"`
	}
	err = t.get(&seats, `
		SELECT g.capacity,
		       (SELECT count(*) FROM registration r WHERE r.gathering_id = g.id AND r.state = 'REGISTERED') AS registered,
		       (SELECT count(*) FROM registration r WHERE r.gathering_id = g.id AND r.state = 'WAITING') AS waiting
		  FROM gathering g
		 WHERE g.id = $1`, gathering)
	l.Capacity, l.Registered, l.Waiting = seats.Capacity, seats.Registered, seats.Waiting
	return l, err
}

// seat gives the next who comes in their state, and counts them.
func (l *lockedSeats) seat() network.RegistrationState {
	state := network.SeatRegistration(l.Registered, l.Waiting, l.Capacity)
	if state == network.RegistrationWaiting {
		l.Waiting++
	} else {
		l.Registered++
	}
	return state
}

// lockedRegistration is a registration's row, locked, as the rules look at it.
type lockedRegistration struct {
	ID         network.ID                `db:"id"`
	Gathering  network.ID                `db:"gathering_id"`
	Person     network.ID                `db:"staff_id"`
	PersonName string                    `db:"person_name"`
	Centre     network.ID                `db:"centre_id"`
	By         network.ID                `db:"by_id"`
	State      network.RegistrationState `db:"state"`
	Version    int                       `db:"version"`
}

func (r lockedRegistration) rules(g lockedGathering) network.Registration {
	return network.Registration{Gathering: g.rules(), State: r.State, PersonID: r.Person, CentreID: r.Centre, ByID: r.By}
}

// lockRegistration locks a registration that the viewer may see, behind its
// gathering: whoever changes who has a place holds that first.
func (t *tx) lockRegistration(id network.ID) (g lockedGathering, r lockedRegistration, err error) {
	var gathering network.ID
	err = t.find(&gathering, `
		SELECT r.gathering_id
		  FROM registration r
		 WHERE r.id = $1
		   AND `+read.Predicate(&registrationRead, "r"), id)
	if err != nil {
		return g, r, err
	}
	if g, err = t.lockGathering(gathering); err != nil {
		return g, r, err
	}
	err = t.find(&r, `
		SELECT r.id,
		       r.gathering_id,
		       r.staff_id,
		       s.given_name || ' ' || s.family_name AS person_name,
		       s.centre_id,
		       r.by_id,
		       r.state,
		       r.version
		  FROM registration r
		  JOIN staff_member s ON s.id = r.staff_id
		 WHERE r.id = $1
		   FOR NO KEY UPDATE OF r`, id)
	return g, r, err
}

// tellRegistration tells the teams a fact of who comes, and the person when
// another has done it.
func (t *tx) tellRegistration(verb network.EventVerb, g lockedGathering, person network.ID, data EventData) {
	data.Subject = person
	t.tell(Event{Verb: verb, Kind: network.ObjectGathering, Object: g.ID, Gathering: g.ID, Centre: t.v.CentreID, Data: data})
	if person != t.v.StaffID {
		t.tellRegistrant(verb, g.ID, person, data)
	}
}

// tellRegistrant tells a person what has become of their registration.
func (t *tx) tellRegistrant(verb network.EventVerb, gathering, person network.ID, data EventData) {
	t.tell(Event{Verb: verb, Kind: network.ObjectGathering, Object: gathering, Gathering: gathering,
		Audience: Audience{Person: person}, Data: data})
}

// RegisterMyself registers the viewer for days of a gathering, or puts them on
// its waiting list.
func (s *Store) RegisterMyself(ctx context.Context, v network.Viewer, a Act, gathering network.ID, days []network.Date, needs string) (Registered, error) {
	return act(ctx, s, v, a, func(t *tx) (Registered, error) {
		needs, err := network.CleanText("input.needs", needs, network.RegistrationNeedsMax)
		if err != nil {
			return Registered{}, err
		}
		if err := t.mayCome(v.StaffID); err != nil {
			return Registered{}, err
		}
		g, err := t.lockSeats(gathering)
		if err != nil {
			return Registered{}, err
		}
		people, err := t.registrants(gathering, []network.ID{v.StaffID})
		if err != nil {
			return Registered{}, err
		}
		if len(people) == 0 {
			return Registered{}, network.NotFound()
		}
		if err := network.CanRegister(v, g.rules(), people[0].State); err != nil {
			return Registered{}, err
		}
		if days, err = network.CleanDays(days, g.StartsOn, g.EndsOn); err != nil {
			return Registered{}, err
		}
		people[0].To = g.seat()
		ids, err := t.register(g.lockedGathering, people, days, needs)
		if err != nil {
			return Registered{}, err
		}
		return Registered{Registration: ids[0], Gathering: gathering}, nil
	})
}

// RegisterColleagues registers others, in the order given, as far as the places
// go; the rest wait. Who is in, or waits, already is left as they are.
func (s *Store) RegisterColleagues(ctx context.Context, v network.Viewer, a Act, gathering network.ID, staff []network.ID, days []network.Date) ([]network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) ([]network.ID, error) {
		staff = distinct(staff)
		switch {
		case len(staff) == 0:
			return nil, network.Invalid("input.staffMemberIds", "choose_a_person")
		case len(staff) > network.RegistrationPeopleMax:
			return nil, network.Invalid("input.staffMemberIds", "too_many", "max", network.RegistrationPeopleMax)
		}
		if err := t.mayCome(staff...); err != nil {
			return nil, err
		}
		g, err := allowedBy(t, t.lockSeats, gathering, network.CanRegisterColleagues)
		if err != nil {
			return nil, err
		}
		people, err := t.registrants(gathering, staff)
		if err != nil {
			return nil, err
		}
		if len(people) < len(staff) {
			return nil, network.Invalid("input.staffMemberIds", "not_to_be_registered")
		}
		if days, err = network.CleanDays(days, g.StartsOn, g.EndsOn); err != nil {
			return nil, err
		}
		var ids []network.ID
		var coming []registrant
		for _, p := range people {
			if err := network.CanRegisterPerson(v, g.rules(), p.Centre); err != nil {
				return nil, err
			}
			if p.isIn() {
				ids = append(ids, p.Registration)
				continue
			}
			p.To = g.seat()
			coming = append(coming, p)
		}
		made, err := t.register(g.lockedGathering, coming, days, "")
		return append(ids, made...), err
	})
}

// placeKey is the number under which whoever registers a person, and whoever
// closes their account, wait for one another, as SQL of an expression.
func placeKey(person string) string {
	return "hashtextextended('maillage place ' || " + person + ", 0)"
}

// mayCome holds off whoever would close these people's accounts until the end of
// the transaction; others may register them meanwhile. It comes before any row is
// locked, in one order, so that nobody waits in a circle.
func (t *tx) mayCome(people ...network.ID) error {
	_, err := t.exec(`
		SELECT pg_advisory_xact_lock_shared(each.key)
		  FROM (SELECT `+placeKey("person::text")+` AS key
		          FROM unnest($1::uuid[]) AS person
		         ORDER BY key) AS each`, pq.Array(people))
	return err
}

// registrant is a person who may be registered, with the registration they have.
type registrant struct {
	Person       network.ID                `db:"id"`
	Name         string                    `db:"name"`
	Centre       network.ID                `db:"centre_id"`
	Registration network.ID                `db:"registration_id"`
	State        network.RegistrationState `db:"state"`
	// To is the state they are given.
	To network.RegistrationState `db:"-"`
}

func (p registrant) isIn() bool { return p.State != "" && p.State != network.RegistrationWithdrawn }

// registrants are those of these people who may be registered for a gathering,
// in the order given: not whose account is closed, nor another one's guests.
func (t *tx) registrants(gathering network.ID, staff []network.ID) (people []registrant, err error) {
	err = t.list(&people, `
		SELECT s.id,
		       s.given_name || ' ' || s.family_name AS name,
		       s.centre_id,
		       r.id AS registration_id,
		       coalesce(r.state, '') AS state
		  FROM unnest($2::uuid[]) WITH ORDINALITY AS wanted (id, place)
		  JOIN staff_member s ON s.id = wanted.id
		  LEFT JOIN registration r ON r.gathering_id = $1 AND r.staff_id = s.id
		 WHERE s.active
		   AND (s.job <> 'GUEST' OR s.gathering_id = $1)
		 ORDER BY wanted.place`, gathering, pq.Array(staff))
	return people, err
}

// register gives each of these people the state that is theirs, whether they
// come for the first time or again.
func (t *tx) register(g lockedGathering, people []registrant, days []network.Date, needs string) ([]network.ID, error) {
	if len(people) == 0 {
		return nil, nil
	}
	ids, staff, states := make([]network.ID, len(people)), make([]network.ID, len(people)), make([]string, len(people))
	for i, p := range people {
		ids[i], staff[i], states[i] = p.Registration, p.Person, string(p.To)
		if ids[i] == "" {
			ids[i] = newID()
		}
	}
	_, err := t.exec(`
		INSERT INTO registration AS r (id, gathering_id, staff_id, by_id, state, days, needs, created_at)
		SELECT p.id, $1, p.staff_id, :viewer_id, p.state, $5::date[], $6, :now
		  FROM ROWS FROM (unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::text[])) WITH ORDINALITY AS p (id, staff_id, state, place)
		 ORDER BY p.place
		ON CONFLICT (gathering_id, staff_id) DO UPDATE
		   SET by_id = excluded.by_id,
		       state = excluded.state,
		       days = excluded.days,
		       needs = excluded.needs,
		       turn = excluded.turn,
		       promoted_at = NULL,
		       version = r.version + 1`,
		g.ID, pq.Array(ids), pq.Array(staff), pq.Array(states), pq.Array(days), needs)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		t.tellRegistration(network.VerbRegistrationMade, g, p.Person, EventData{From: string(p.State), To: string(p.To), Excerpt: p.Name})
	}
	return ids, nil
}

// distinct gives the ids in their order, each once.
func distinct(ids []network.ID) []network.ID {
	var each []network.ID
	known := map[network.ID]bool{}
	for _, id := range ids {
		if !known[id] {
			known[id] = true
			each = append(each, id)
		}
	}
	return each
}
