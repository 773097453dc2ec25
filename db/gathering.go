package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// CreateGathering begins a gathering, which its hosts and the national people
// alone know of for now.
func (s *Store) CreateGathering(ctx context.Context, v network.Viewer, a Act, w network.GatheringWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if err := network.CanHost(v, w.Hosts); err != nil {
			return "", err
		}
		if err := w.Clean(); err != nil {
			return "", err
		}
		id := newID()
		_, err := t.exec(`
			INSERT INTO gathering (id, name, city, venue, starts_on, ends_on, time_zone, description, capacity, state, created_at)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'DRAFT', :now)`,
			id, w.Name, w.City, w.Venue, w.StartsOn, w.EndsOn, w.TimeZone, w.Description, w.Capacity)
		if err != nil {
			return "", err
		}
		if err := t.setHosts(id, w.Hosts); err != nil {
			return "", err
		}
		t.tell(Event{Verb: network.VerbGatheringCreated, Kind: network.ObjectGathering, Object: id, Gathering: id, Centre: v.CentreID,
			Audience: Audience{Centres: w.Hosts}, Data: EventData{To: string(network.GatheringDraft), Excerpt: w.Name}})
		return id, nil
	})
}

// lockedGathering is a gathering's row, locked, as the rules and the acts look at it.
type lockedGathering struct {
	ID            network.ID             `db:"id"`
	Name          string                 `db:"name"`
	State         network.GatheringState `db:"state"`
	StartsOn      network.Date           `db:"starts_on"`
	EndsOn        network.Date           `db:"ends_on"`
	Hosted        bool                   `db:"hosted"`
	Hosts         pq.StringArray         `db:"hosts"`
	Announced     bool                   `db:"announced"`
	AgendaVersion int                    `db:"agenda_version"`
	Version       int                    `db:"version"`
}

// lockedGatheringColumns are the columns of lockedGathering, over g.
var lockedGatheringColumns = `
       g.id,
       g.name,
       g.state,
       g.starts_on,
       g.ends_on,
       ` + hostedByViewer("g.id") + ` AS hosted,
       ARRAY(SELECT h.centre_id::text FROM gathering_host h WHERE h.gathering_id = g.id ORDER BY h.centre_id) AS hosts,
       ` + announced("g") + ` AS announced,
       g.agenda_version,
       g.version`

func (g lockedGathering) rules() network.Gathering {
	return network.Gathering{ID: g.ID, State: g.State, Hosted: g.Hosted}
}

func (g lockedGathering) hosts() []network.ID {
	ids := make([]network.ID, len(g.Hosts))
	for i, id := range g.Hosts {
		ids[i] = network.ID(id)
	}
	return ids
}

// lockGathering locks a gathering that the viewer may see against every other
// change of it, its rooms and its agenda.
func (t *tx) lockGathering(id network.ID) (g lockedGathering, err error) {
	err = t.find(&g, `
		SELECT `+lockedGatheringColumns+`
		  FROM gathering g
		 WHERE g.id = $1
		   AND `+read.Predicate(&gatheringRead, "g")+`
		   FOR NO KEY UPDATE OF g`, id)
	return g, err
}

// tellGathering tells a fact of a gathering: to all who see it once it is
// announced, to the teams of its hosts before.
func (t *tx) tellGathering(verb network.EventVerb, g lockedGathering, data EventData) {
	audience := Audience{WithGuests: true}
	if !g.Announced {
		audience = Audience{Centres: g.hosts()}
	}
	t.tell(Event{Verb: verb, Kind: network.ObjectGathering, Object: g.ID, Gathering: g.ID, Centre: t.v.CentreID, Audience: audience, Data: data})
}

// tellPreparing tells the hosts' teams a fact of what is not published yet.
func (t *tx) tellPreparing(verb network.EventVerb, g lockedGathering, data EventData) {
	g.Announced = false
	t.tellGathering(verb, g, data)
}

// setHosts makes these centres, and no others, the hosts of a gathering.
func (t *tx) setHosts(gathering network.ID, hosts []network.ID) error {
	_, err := t.exec(`
		WITH gone AS (
			DELETE FROM gathering_host
			 WHERE gathering_id = $1
			   AND centre_id <> ALL ($2::uuid[])
		)
		INSERT INTO gathering_host (gathering_id, centre_id)
		SELECT DISTINCT $1::uuid, host
		  FROM unnest($2::uuid[]) AS host
		ON CONFLICT DO NOTHING`, gathering, pq.Array(hosts))
	return err
}

// EditGathering rewrites a gathering. Its draft agenda moves with the first
// day, and must fit in the days that are then its own; registrations lose the
// days it no longer has, who is asked whether they keep a place has the time that
// another first day leaves, and who waits has the places it has more.
func (s *Store) EditGathering(ctx context.Context, v network.Viewer, a Act, gathering network.ID, version int, w network.GatheringWords) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		g, err := allowedBy(t, t.lockGathering, gathering, network.CanEditGathering)
		if err := upToDate(err, g.Version, version); err != nil {
			return "", err
		}
		if err := network.CanHost(v, w.Hosts); err != nil {
			return "", err
		}
		if err := w.Clean(); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE gathering
			   SET name = $2,
			       city = $3,
			       venue = $4,
			       starts_on = $5,
			       ends_on = $6,
			       time_zone = $7,
			       description = $8,
			       capacity = $9,
			       version = version + 1
			 WHERE id = $1`,
			gathering, w.Name, w.City, w.Venue, w.StartsOn, w.EndsOn, w.TimeZone, w.Description, w.Capacity)
		if err != nil {
			return "", err
		}
		if err := t.setHosts(gathering, w.Hosts); err != nil {
			return "", err
		}
		if w.StartsOn != g.StartsOn || w.EndsOn != g.EndsOn {
			if err := t.moveDraft(g, w); err != nil {
				return "", err
			}
			if err := t.cutRegistrations(g, w.StartsOn, w.EndsOn); err != nil {
				return "", err
			}
		}
		from, to := "", ""
		if w.StartsOn != g.StartsOn {
			from, to = string(g.StartsOn), string(w.StartsOn)
		}
		if g.StartsOn != w.StartsOn {
			g.StartsOn = w.StartsOn
			if err := t.askAgain(g); err != nil {
				return "", err
			}
		}
		if err := t.promote(g); err != nil {
			return "", err
		}
		t.tellGathering(network.VerbGatheringEdited, g, EventData{From: from, To: to, Excerpt: w.Name})
		return gathering, nil
	})
}

// moveDraft moves the draft agenda with the gathering's first day, each item
// to the same hour where the gathering is.
func (t *tx) moveDraft(g lockedGathering, w network.GatheringWords) error {
	var outside bool
	var err error
	if w.StartsOn == g.StartsOn {
		err = t.get(&outside, `
			SELECT EXISTS (
				SELECT
				  FROM agenda_draft_item
				 WHERE gathering_id = $1
				   AND (`+outsideDays("starts_at", "ends_at", "$2::date", "$3::date", "$4::text")+`))`,
			g.ID, w.StartsOn, w.EndsOn, w.TimeZone)
	} else {
		err = t.get(&outside, `
			WITH moved AS (
				UPDATE agenda_draft_item
				   SET starts_at = (starts_at AT TIME ZONE $2::text + ($4::date - $3::date) * interval '1 day') AT TIME ZONE $2::text,
				       ends_at = (ends_at AT TIME ZONE $2::text + ($4::date - $3::date) * interval '1 day') AT TIME ZONE $2::text,
				       version = version + 1
				 WHERE gathering_id = $1
				RETURNING starts_at,
				          ends_at
			), told AS (
				UPDATE gathering
				   SET agenda_version = agenda_version + 1
				 WHERE id = $1
			)
			SELECT EXISTS (
				SELECT
				  FROM moved
				 WHERE `+outsideDays("starts_at", "ends_at", "$4::date", "$5::date", "$2::text")+`)`,
			g.ID, w.TimeZone, g.StartsOn, w.StartsOn, w.EndsOn)
	}
	if err == nil && outside {
		return network.Invalid("input.endsOn", "agenda_outside")
	}
	return err
}

// outsideDays says whether a stretch of time leaves the days of a gathering, as
// they are counted where it is. Midnight of the last day is still inside.
func outsideDays(starts, ends, first, last, zone string) string {
	return "(" + starts + " AT TIME ZONE " + zone + ")::date < " + first +
		" OR (" + starts + " AT TIME ZONE " + zone + ")::date > " + last +
		" OR (" + ends + " AT TIME ZONE " + zone + ") > (" + last + " + 1)"
}
