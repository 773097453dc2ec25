package read_test

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"maillage/db/dbtest"
)

// The benchmarks put beside one another what answers the same operation:
//
//	floor   one hand-written statement in which PostgreSQL makes the whole JSON
//	engine  the declared reads
//
// Their ratio is the figure; times depend on the machine. What depends on it
// least is the processor time that the answering process (go-µs/op) and
// PostgreSQL (pg-µs/op) spend on an operation.

const pageQuery = `{ club(id: "%s") {
  id name createdAt lead { id name town { id name } }
  members(first: 20) { nodes { id role since person { id name age born boss { id name } } } pageInfo { hasNextPage endCursor } totalCount }
  notes { id body at author { id name } }
} }`

const pageFloor = `
select json_build_object('id', c.id, 'name', c.name, 'createdAt', c.created_at,
  'lead', case when l.id is not null then json_build_object('id', l.id, 'name', l.name,
    'town', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end) end,
  'members', (select json_build_object('nodes', json_agg(json_build_object('id', m.id, 'role', m.role, 'since', m.since,
      'person', case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'age', p.age, 'born', p.born,
        'boss', case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end) end)
      order by m.since, m.id),
    'pageInfo', json_build_object('hasNextPage', count(*) > 20, 'endCursor', max(m.id::text)),
    'totalCount', (select count(*) from (select from member m where m.club_id = c.id limit 1001) x))
    from (select * from member m where m.club_id = c.id order by m.since, m.id limit 21) m
    left join person p on p.id = m.person_id and (not p.secret or p.id = $2)
    left join person b on b.id = p.boss_id and (not b.secret or b.id = $2)),
  'notes', (select json_agg(json_build_object('id', n.id, 'body', n.body, 'at', n.at,
      'author', case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end) order by n.at, n.id)
    from (select * from note n where n.club_id = c.id and (not n.private or exists
      (select from member m where m.club_id = n.club_id and m.person_id = $2)) order by n.at, n.id limit 5) n
    left join person a on a.id = n.author_id and (not a.secret or a.id = $2)))
from club c
left join person l on l.id = c.lead_id and (not l.secret or l.id = $2)
left join town t on t.id = l.town_id and not t.hidden
where c.id = $1 and (not c.staff_only or $3 = 'STAFF')`

const listQuery = `{ people(first: 50) { nodes { id name age born town { id name } boss { id name town { id name } } notes { id body at } } pageInfo { hasNextPage endCursor } } }`

const listFloor = `
select json_build_object('nodes', json_agg(json_build_object('id', p.id, 'name', p.name, 'age', p.age, 'born', p.born,
    'town', case when t.id is not null then json_build_object('id', t.id, 'name', t.name) end,
    'boss', case when b.id is not null then json_build_object('id', b.id, 'name', b.name,
      'town', case when bt.id is not null then json_build_object('id', bt.id, 'name', bt.name) end) end,
    'notes', (select coalesce(json_agg(json_build_object('id', n.id, 'body', n.body, 'at', n.at) order by n.at desc, n.id desc), '[]')
      from (select * from note n where n.author_id = p.id and (not n.private or exists
        (select from member m where m.club_id = n.club_id and m.person_id = $1)) order by n.at desc, n.id desc limit 4) n))
    order by p.name, p.id),
  'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(p.id::text)))
from (select * from person p where not p.secret or p.id = $1 order by p.name, p.id limit 51) p
left join town t on t.id = p.town_id and not t.hidden
left join person b on b.id = p.boss_id and (not b.secret or b.id = $1)
left join town bt on bt.id = b.town_id and not bt.hidden`

func BenchmarkPage(b *testing.B) {
	w := newWorld(b, 1, 400)
	w.index()
	query := replaceOnce(pageQuery, id(clubID, 1))
	b.Run("floor", func(b *testing.B) { w.benchFloor(b, pageFloor, id(clubID, 1), id(personID, 1), "STAFF") })
	b.Run("engine", func(b *testing.B) { w.benchEngine(b, query) })
}

func BenchmarkList(b *testing.B) {
	w := newWorld(b, 1, 400)
	w.index()
	b.Run("floor", func(b *testing.B) { w.benchFloor(b, listFloor, id(personID, 1)) })
	b.Run("engine", func(b *testing.B) { w.benchEngine(b, listQuery) })
}

// index lays the indexes that a real table has.
func (w *world) index() {
	w.db.MustExec(`
		create index note_by_club on note (club_id, at, id);
		create index note_by_author on note (author_id, at desc, id desc);
		create index member_of on member (club_id, person_id)`)
	w.db.MustExec("update person set secret = false")
	w.db.MustExec("vacuum analyze")
	// As on a server: statements are planned once, whatever their values are.
	w.db.MustExec("do $$ begin execute format('alter database %I set plan_cache_mode = force_generic_plan', current_database()); end $$")
	w.db.SetMaxIdleConns(0)
	w.db.SetMaxIdleConns(dbtest.MaxConns)
}

func replaceOnce(query, id string) string {
	return string(bytes.Replace([]byte(query), []byte("%s"), []byte(id), 1))
}

func (w *world) benchFloor(b *testing.B, statement string, args ...any) {
	stmt, err := w.db.Prepare(statement)
	if err != nil {
		b.Fatal(err)
	}
	defer stmt.Close()
	defer w.measure(b)()
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			var out []byte
			if err := stmt.QueryRowContext(b.Context(), args...).Scan(&out); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

func (w *world) benchEngine(b *testing.B, query string) {
	sel, err := w.selection(query, nil)
	if err != nil {
		b.Fatal(err)
	}
	defer w.measure(b)()
	b.SetParallelism(8)
	b.RunParallel(func(pb *testing.PB) {
		var out bytes.Buffer
		for pb.Next() {
			out.Reset()
			if _, err := w.schema.Answer(b.Context(), w.q, staff(1), testNow, sel, &out); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// measure reports the processor time spent until the returned function is called.
func (w *world) measure(b *testing.B) func() {
	b.ReportAllocs()
	mine, postgres := processorTime(), w.postgresTime()
	return func() {
		b.ReportMetric(float64(processorTime()-mine)/float64(b.N), "go-µs/op")
		b.ReportMetric(float64(w.postgresTime()-postgres)/float64(b.N), "pg-µs/op")
	}
}

// processorTime is what this process has spent, in microseconds.
func processorTime() int64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return u.Utime.Nano()/1000 + u.Stime.Nano()/1000
}

// postgresTime is what the database's processes have spent, in microseconds.
func (w *world) postgresTime() (total int64) {
	var pids []int
	if err := w.db.Select(&pids, "select pid from pg_stat_activity where datname = current_database()"); err != nil {
		w.t.Fatal(err)
	}
	for _, pid := range pids {
		stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
		if err != nil {
			continue
		}
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		for _, ticks := range fields[11:13] { // utime, stime in hundredths of a second
			n, _ := strconv.ParseInt(ticks, 10, 64)
			total += n * 10_000
		}
	}
	return total
}
