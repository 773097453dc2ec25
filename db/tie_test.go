package db

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"maillage/network"
)

// tiesAreTrue says that what the triggers have kept is what a recount makes of
// the rows. The recount is undone.
func (w *world) tiesAreTrue() {
	w.t.Helper()
	tx, err := w.db.Beginx()
	w.must(err)
	defer tx.Rollback()
	kept := map[string]string{
		"tie_fact":       `SELECT * FROM tie_fact`,
		"tie_spell":      `SELECT * FROM tie_spell`,
		"tie_month":      `SELECT * FROM tie_month WHERE (started, ended, cross_started, cross_ended) <> (0, 0, 0, 0)`,
		"tie_gap":        `SELECT * FROM tie_gap WHERE pairs <> 0 OR cross_pairs <> 0`,
		"tie_centre_gap": `SELECT * FROM tie_centre_gap WHERE spells <> 0`,
		"state_count":    `SELECT * FROM state_count WHERE count <> 0`,
	}
	for table, rows := range kept {
		_, err := tx.Exec(`CREATE TEMPORARY TABLE was_` + table + ` ON COMMIT DROP AS ` + rows)
		w.must(err)
	}
	_, err = tx.Exec(`CREATE TEMPORARY TABLE was_centre_month ON COMMIT DROP AS SELECT * FROM tie_centre_month`)
	w.must(err)
	_, err = tx.Exec(`SELECT tie_recount()`)
	w.must(err)
	for table, rows := range kept {
		var wrong []string
		w.must(tx.Select(&wrong, `
			SELECT 'kept ' || was::text FROM (SELECT * FROM was_`+table+` EXCEPT ALL `+rows+`) AS was
			UNION ALL
			SELECT 'true ' || now::text FROM (`+rows+` EXCEPT ALL SELECT * FROM was_`+table+`) AS now`))
		if len(wrong) > 0 {
			w.t.Errorf("%s: %v", table, wrong)
		}
	}
	// The kept months may reach further than those of a recount: what is kept
	// there is what stood at the recount's end, and nothing before its beginning.
	var wrong []string
	w.must(tx.Select(&wrong, `
		SELECT was::text || ' true ' || coalesce(now::text, '')
		  FROM was_centre_month was
		  FULL JOIN tie_centre_month now
		    ON now.centre_id = was.centre_id
		   AND now.month = least(was.month, (SELECT max(month) FROM tie_centre_month))
		 WHERE coalesce(was.facts_started, 0) <> coalesce(now.facts_started, 0)
		    OR coalesce(was.facts_ended, 0) <> coalesce(now.facts_ended, 0)
		    OR coalesce(was.weight_started, 0) <> coalesce(now.weight_started, 0)
		    OR coalesce(was.weight_ended, 0) <> coalesce(now.weight_ended, 0)
		    OR coalesce(was.spells_started, 0) <> coalesce(now.spells_started, 0)
		    OR coalesce(was.spells_ended, 0) <> coalesce(now.spells_ended, 0)`))
	if len(wrong) > 0 {
		w.t.Errorf("tie_centre_month: %v", wrong)
	}
}

// A life is a network in which anything may happen to who is with whom.
type life struct {
	*world
	r                        *rand.Rand
	people                   []network.Viewer
	groups, projects, topics []network.ID
	day                      time.Time
}

func newLife(w *world, seed uint64) *life {
	l := &life{world: w, r: rand.New(rand.NewPCG(seed, 1)), day: time.Date(2019, 6, 25, 10, 0, 0, 0, time.UTC)}
	for i := range 7 {
		// Two centres serve one region.
		t := w.team(fmt.Sprintf("Ville %d", i), fmt.Sprintf("%02d", i/2))
		l.people = append(l.people, t.director, t.officer, t.officer2)
	}
	l.people = append(l.people, w.coordinator)
	for range 4 {
		l.groups = append(l.groups, w.group(network.GroupActive))
		p := newID()
		w.exec(`
			INSERT INTO joint_project (id, title, purpose, expected_results, state, lead_centre_id, created_by_id, starts_on, ends_on,
			                           minimum_partners, created_at, last_activity_at)
			VALUES ($1, 'Projet', 'Faire', '', 'DRAFT', $2, $3, '2019-01-01', '2019-12-31', 1, $4, $4)`,
			p, l.people[0].CentreID, l.people[0].StaffID, l.day)
		l.projects = append(l.projects, p)
		topic := w.topic(l.people[0], network.TopicRunning)
		w.exec(`INSERT INTO occurrence (id, topic_id, slot_id, space_id, state, placed_by, placed_at)
			VALUES ($1, $1, $2, $3, 'RUNNING', $4, $5)`, topic, w.slots[len(l.topics)%3], w.spaces[len(l.topics)/3], l.people[0].StaffID, l.day)
		l.topics = append(l.topics, topic)
	}
	return l
}

func pick[T any](l *life, from []T) T { return from[l.r.IntN(len(from))] }

// step lets one thing happen, sometime after the last.
func (l *life) step() {
	l.day = l.day.Add(time.Duration(l.r.IntN(40*24)) * time.Hour)
	group, project, topic, person := pick(l, l.groups), pick(l, l.projects), pick(l, l.topics), pick(l, l.people)
	switch l.r.IntN(16) {
	case 0, 1, 2:
		l.exec(`
			INSERT INTO membership (id, working_group_id, staff_id, state, since, joined_at)
			VALUES ($1, $2, $3, 'MEMBER', $4, $4)
			ON CONFLICT ON CONSTRAINT membership_unique DO UPDATE SET state = 'MEMBER', since = $4, joined_at = $4, left_at = NULL`,
			newID(), group, person.StaffID, l.day)
	case 3: // several at once, in several groups
		l.exec(`
			INSERT INTO membership (id, working_group_id, staff_id, state, since, joined_at)
			SELECT gen_random_uuid(), g, s, 'MEMBER', $3, $3
			  FROM unnest($1::uuid[]) AS g, (SELECT id FROM staff_member WHERE centre_id IS NOT NULL ORDER BY md5(id::text || $2) LIMIT 4) AS s (s)
			ON CONFLICT ON CONSTRAINT membership_unique DO NOTHING`,
			"{"+string(l.groups[0])+","+string(l.groups[1])+"}", l.r.IntN(1000), l.day)
	case 4:
		l.exec(`UPDATE membership SET state = 'LEFT', since = $2, left_at = $2 WHERE state = 'MEMBER' AND staff_id = $1 AND joined_at <= $2`, person.StaffID, l.day)
	case 5:
		l.exec(`UPDATE working_group SET state = 'CLOSED', closed_at = $2 WHERE id = $1 AND state = 'ACTIVE'`, group, l.day)
	case 6: // as an administrator might mend it
		l.exec(`UPDATE working_group SET state = 'ACTIVE', closed_at = NULL WHERE id = $1`, group)
		l.exec(`UPDATE joint_project SET state = 'COMMITTED', closed_at = NULL WHERE id = $1 AND state = 'ABANDONED'`, project)
	case 7:
		if person.CentreID == "" {
			return
		}
		l.exec(`
			INSERT INTO partnership (id, joint_project_id, centre_id, role, state, signed_version, joined_at)
			VALUES ($1, $2, $3, $5, 'ACCEPTED', 1, $4)
			ON CONFLICT ON CONSTRAINT partnership_once DO UPDATE SET state = 'ACCEPTED', joined_at = $4, left_at = NULL, signed_version = 1`,
			newID(), project, person.CentreID, l.day, pick(l, []string{"PARTNER", "CONTRIBUTOR", "OBSERVER"}))
	case 8:
		l.exec(`UPDATE partnership SET state = 'WITHDRAWN', left_at = $2 WHERE state = 'ACCEPTED' AND centre_id = $1 AND joint_project_id = $3`,
			person.CentreID, l.day, project)
	case 9:
		l.exec(`UPDATE joint_project SET state = 'COMMITTED', sent_at = $2, committed_at = $2 WHERE id = $1 AND state = 'DRAFT'`, project, l.day)
	case 10:
		l.exec(`UPDATE joint_project SET state = 'ABANDONED', closed_at = $2 WHERE id = $1 AND state = 'COMMITTED'`, project, l.day)
	case 11:
		l.exec(`INSERT INTO occurrence_participant (occurrence_id, staff_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, topic, person.StaffID, l.day)
	case 12: // a whole centre was checked in by mistake
		l.exec(`DELETE FROM occurrence_participant p USING staff_member s WHERE s.id = p.staff_id AND s.centre_id = $1`, person.CentreID)
	case 13:
		l.exec(`
			DELETE FROM membership m
			 USING staff_member s
			 WHERE m.working_group_id = $1
			   AND s.id = m.staff_id
			   AND s.centre_id = $2`, group, person.CentreID)
	case 14:
		l.exec(`DELETE FROM partnership WHERE id = (SELECT id FROM partnership WHERE joint_project_id = $1 ORDER BY md5(id::text || $2) LIMIT 1)`,
			project, l.r.IntN(1000))
	case 15:
		l.exec(`UPDATE staff_member SET centre_id = $2 WHERE id = $1 AND centre_id IS NOT NULL`, person.StaffID, pick(l, l.people[:21]).CentreID)
	}
}

// Whatever happens, in whatever order, what is kept is what a recount gives,
// and the Observatoire tells what the facts tell.
func TestTiesAreWhatARecountGives(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			l := newLife(newWorld(t), seed)
			for i := 1; i <= 150; i++ {
				l.step()
				if i%12 != 0 {
					continue
				}
				l.tiesAreTrue()
				l.observatoryIsTrue(l.periods(), "")
				if t.Failed() {
					t.Fatalf("after %d steps", i)
				}
			}
			if n := one[int](l.world, `SELECT count(*) FROM tie_fact`); n < 20 {
				t.Errorf("%d facts in the end: too quiet a life to prove anything", n)
			}
		})
	}
}

func TestTiesAreTrueWhenManyComeAtOnce(t *testing.T) {
	w := newWorld(t)
	l := newLife(w, 9)
	topic, group := l.topics[0], l.groups[0]
	for _, err := range together(len(l.people), func(i int) error {
		_, err := w.db.Exec(`INSERT INTO occurrence_participant (occurrence_id, staff_id, at) VALUES ($1, $2, $3)`, topic, l.people[i].StaffID, l.day)
		if err != nil {
			return err
		}
		_, err = w.db.Exec(`INSERT INTO membership (id, working_group_id, staff_id, state, since, joined_at) VALUES ($1, $2, $3, 'MEMBER', $4, $4)`,
			newID(), group, l.people[i].StaffID, l.day)
		return err
	}) {
		w.must(err)
	}
	w.want("facts of seven centres", one[int](w, `SELECT count(*) FROM tie_fact`), 2*7*6/2)
	w.tiesAreTrue()
}

func TestABulkLoadRecountsOnce(t *testing.T) {
	w := newWorld(t)
	l := newLife(w, 5)
	l.exec(`SELECT tie_recount()`)
	tx, err := w.db.Begin()
	w.must(err)
	_, err = tx.Exec(WithoutTies)
	w.must(err)
	_, err = tx.Exec(`
		INSERT INTO membership (id, working_group_id, staff_id, state, since, joined_at)
		SELECT gen_random_uuid(), $1, id, 'MEMBER', $2, $2 FROM staff_member WHERE job = 'DIRECTOR'`, l.groups[0], l.day)
	w.must(err)
	var facts int
	w.must(tx.QueryRow(`SELECT count(*) FROM tie_fact`).Scan(&facts))
	w.want("facts before the recount", facts, 0)
	w.must(RecountTies(ctx, tx))
	w.must(tx.Commit())
	w.want("facts of ten centres", one[int](w, `SELECT count(*) FROM tie_fact`), 10*9/2)
	// The next change, in another transaction, is followed again.
	l.exec(`UPDATE membership SET state = 'LEFT', left_at = $1 WHERE staff_id = $2`, l.day.AddDate(0, 1, 0), w.nantes.director.StaffID)
	w.want("facts that have ended", one[int](w, `SELECT count(*) FROM tie_fact WHERE ends_on IS NOT NULL`), 9)
	w.tiesAreTrue()
}

func TestTheFactsBehindATie(t *testing.T) {
	w := newWorld(t)
	group := w.group(network.GroupActive, w.nantes.officer, w.lille.officer, w.lyon.officer)
	project := w.project(network.ProjectRunning)
	var list struct {
		TotalCount int
		Nodes      []struct {
			Kind       network.TieKind
			ObjectKind network.ObjectKind
			ObjectID   network.ID
			Title      string
			StartsOn   network.Date
			EndsOn     *network.Date
			Weight     float64
		}
	}
	query := func(a, b network.ID, from, to string) string {
		return `{ tieFacts(centreId: "` + string(a) + `", otherCentreId: "` + string(b) + `", period: {startsOn: "` + from + `", endsOn: "` + to + `"}) {
			totalCount nodes { kind objectKind objectId title startsOn endsOn weight } } }`
	}
	for _, pair := range [][2]network.ID{{w.lille.centre, w.lyon.centre}, {w.lyon.centre, w.lille.centre}} {
		w.read(w.nantes.officer, query(pair[0], pair[1], "2026-06-01", "2026-06-30"), &list)
		w.want("facts", len(list.Nodes), 2)
		w.want("the heaviest first", list.Nodes[0].ObjectID, project.id)
		w.want("kind", list.Nodes[0].ObjectKind, network.ObjectJointProject)
		w.want("weight", list.Nodes[0].Weight, 3.0)
		w.want("then the group", list.Nodes[1].ObjectID, group)
		w.want("title", list.Nodes[1].Title != "", true)
		w.want("it lasts", list.Nodes[1].EndsOn == nil, true)
	}
	w.read(w.nantes.officer, query(w.lille.centre, w.lyon.centre, "2026-01-01", "2026-05-31"), &list)
	w.want("facts before", list.TotalCount, 0)
	for name, v := range map[string]network.Viewer{"guest": w.guest, "anonymous": w.anonymous} {
		w.read(v, query(w.lille.centre, w.lyon.centre, "2026-06-01", "2026-06-30"), &list)
		w.want(name, list.TotalCount, 0)
	}

	var centre struct {
		Ties struct {
			Nodes []struct {
				OtherCentre struct{ ID network.ID }
				FactCount   int
				Weight      float64
			}
		}
	}
	w.read(w.nantes.officer, `{ centre(id: "`+string(w.lille.centre)+`") { ties { nodes { otherCentre { id } factCount weight } } } }`, &centre)
	w.want("tied centres", len(centre.Ties.Nodes), 2)
	w.want("facts of the first", centre.Ties.Nodes[0].FactCount, 2)
	w.want("its weight", centre.Ties.Nodes[0].Weight, 4.0)
}
