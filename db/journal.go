package db

import (
	"context"
	"fmt"
	"log/slog"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"maillage/network"
)

// Fact is one row of the journal as its followers are told it.
type Fact struct {
	XID             int64              `db:"xid"`
	ID              int64              `db:"id"`
	At              time.Time          `db:"at"`
	Verb            network.EventVerb  `db:"verb"`
	ActorID         network.ID         `db:"actor_id"`
	ObjectKind      network.ObjectKind `db:"object_kind"`
	ObjectID        network.ID         `db:"object_id"`
	GatheringID     network.ID         `db:"gathering_id"`
	TopicID         network.ID         `db:"topic_id"`
	WorkingGroupID  network.ID         `db:"working_group_id"`
	JointProjectID  network.ID         `db:"joint_project_id"`
	Audience        string             `db:"audience"`
	AudienceCentres pq.StringArray     `db:"audience_centres"`
	ForStaffID      network.ID         `db:"for_staff_id"`
}

// visibleTo is eventVisible in Go; a test holds the two equal.
func (f *Fact) visibleTo(v network.Viewer) bool {
	switch f.Audience {
	case "STAFF":
		return v.Kind == network.Staff
	case "GATHERING":
		return v.Kind == network.Staff || v.Kind == network.Guest && f.GatheringID != "" && f.GatheringID == v.GatheringID
	case "CENTRES":
		return v.Kind == network.Staff && v.CentreID != "" && slices.Contains(f.AudienceCentres, string(v.CentreID))
	case "EDITORS":
		hosts := make([]network.ID, len(f.AudienceCentres))
		for i, id := range f.AudienceCentres {
			hosts[i] = network.ID(id)
		}
		return network.RunsGathering(v, hosts)
	case "PERSON":
		return f.ForStaffID != "" && f.ForStaffID == v.StaffID
	}
	return false
}

// Cursor is a place in the journal: behind a fact, in the order of commits.
type Cursor struct {
	XID int64 // a 64-bit transaction id
	ID  int64
}

// String is the cursor as readers keep it.
func (c Cursor) String() string { return fmt.Sprintf("%d.%d", c.XID, c.ID) }

func (c Cursor) before(o Cursor) bool { return c.XID < o.XID || c.XID == o.XID && c.ID < o.ID }

// ParseCursor takes what String gave.
func ParseCursor(s string) (Cursor, error) {
	var c Cursor
	if _, err := fmt.Sscanf(s, "%d.%d", &c.XID, &c.ID); err != nil || c.XID < 0 || c.ID < 0 || c.String() != s {
		return Cursor{}, network.Invalid("after", "bad_cursor")
	}
	return c, nil
}

func (f *Fact) cursor() Cursor { return Cursor{f.XID, f.ID} }

// Live is one message to a follower: a fact, a topic whose harvest somebody has
// begun or ceased to write, or only where the journal stands.
type Live struct {
	Cursor  Cursor
	Fact    *Fact
	Writing network.ID
}

// batch is facts in order, and where the journal stands behind them; or a
// note that stands in no journal.
type batch struct {
	facts   []Fact
	end     Cursor
	writing *Fact
}

// Journal follows the journal for any number of readers with one connection
// and one query per change. LISTEN only wakes it: what is true is read from the
// rows, in the order of commits, below the oldest open transaction, so a fact
// committed late is told late and never skipped.
type Journal struct {
	db  *sqlx.DB
	url string
	log *slog.Logger

	mu        sync.Mutex
	at        Cursor
	followers map[*follower]struct{}
	ready     chan struct{}
}

type follower struct{ batches chan batch }

// NewJournal follows the journal of a database once Run is called.
func NewJournal(database *sqlx.DB, url string, log *slog.Logger) *Journal {
	return &Journal{db: database, url: url, log: log, followers: map[*follower]struct{}{}, ready: make(chan struct{})}
}

const (
	// doubt is how long the journal believes a silent listener.
	doubt = 5 * time.Second
	// batchMost bounds one read of the journal.
	batchMost = 1000
	// followerBuffer is how many batches a slow reader may lag before it is let
	// go; it comes back with its cursor.
	followerBuffer = 256
)

// Run follows until ctx ends. It heals by itself: a lost connection costs a
// re-read, never a fact.
func (j *Journal) Run(ctx context.Context) {
	for started := false; !started; {
		var xmin int64
		if err := j.db.GetContext(ctx, &xmin, `SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint`); err == nil {
			j.mu.Lock()
			j.at = Cursor{XID: xmin}
			j.mu.Unlock()
			close(j.ready)
			started = true
		} else if !pause(ctx, 200*time.Millisecond) {
			return
		}
	}
	listener := pq.NewListener(j.url, 50*time.Millisecond, 2*time.Second, nil)
	defer listener.Close()
	listening := make(chan struct{})
	go func() {
		defer close(listening)
		for _, channel := range []string{"event", "writing"} {
			if err := listener.Listen(channel); err != nil && ctx.Err() == nil {
				j.log.Warn("the journal is not listened to; it is read every few seconds", "channel", channel, "error", err)
			}
		}
	}()
	woken := make(chan struct{}, 1)
	go j.hear(listener.Notify, woken)
	for ctx.Err() == nil {
		j.readAll(ctx)
		select {
		case <-ctx.Done():
		case <-woken:
		case <-listening:
			listening = nil // what was committed before LISTEN took hold is read now
		case <-time.After(doubt):
			go listener.Ping() // finds a dead connection, which then reconnects
		}
	}
}

// readAll tells what is new, and waits out transactions that hold facts back.
func (j *Journal) readAll(ctx context.Context) {
	for wait := 5 * time.Millisecond; ; wait = min(2*wait, 250*time.Millisecond) {
		facts, held, err := j.since(ctx, j.at, end)
		if err != nil {
			if ctx.Err() == nil {
				j.log.Warn("the journal cannot be read", "error", err)
			}
			pause(ctx, 500*time.Millisecond)
			return
		}
		if len(facts) > 0 {
			j.tell(batch{facts: facts, end: facts[len(facts)-1].cursor()})
		}
		if len(facts) == batchMost {
			continue
		}
		if !held || !pause(ctx, wait) {
			return
		}
	}
}

// end is behind every fact there will ever be.
var end = Cursor{XID: math.MaxInt64}

// since reads facts behind a cursor, up to another. held says that there are
// more, committed or not, behind an open transaction.
func (j *Journal) since(ctx context.Context, after, upTo Cursor) (facts []Fact, held bool, err error) {
	err = j.db.SelectContext(ctx, &facts, `
		SELECT xid::text::bigint AS xid,
		       id,
		       at,
		       verb,
		       actor_id,
		       object_kind,
		       object_id,
		       gathering_id,
		       topic_id,
		       working_group_id,
		       joint_project_id,
		       audience,
		       audience_centres,
		       for_staff_id
		  FROM event
		 WHERE (xid, id) > ($1::bigint::text::xid8, $2)
		   AND (xid, id) <= ($3::bigint::text::xid8, $4)
		   AND xid < pg_snapshot_xmin(pg_current_snapshot())
		 ORDER BY event.xid, id
		 LIMIT $5`, after.XID, after.ID, upTo.XID, upTo.ID, batchMost)
	if err != nil || upTo != end || len(facts) == batchMost {
		return facts, false, err
	}
	if len(facts) > 0 {
		after = facts[len(facts)-1].cursor()
	}
	// The last fact is asked: for EXISTS the planner would try every fact.
	err = j.db.GetContext(ctx, &held, `
		SELECT coalesce((
			SELECT (xid, id) > ($1::bigint::text::xid8, $2)
			  FROM event
			 ORDER BY xid DESC, id DESC
			 LIMIT 1), false)`, after.XID, after.ID)
	return facts, held, err
}

func (j *Journal) tell(b batch) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if b.writing != nil {
		b.end = j.at
	}
	j.at = b.end
	for f := range j.followers {
		select {
		case f.batches <- b:
		default: // too slow: it is let go, and comes back with its cursor
			delete(j.followers, f)
			close(f.batches)
		}
	}
}

// hear takes every call as it comes, also while facts are held back: a session of
// PostgreSQL that nobody reads is stuck, and with it whoever waits for every session
// to hear them, as DROP DATABASE does while its transaction holds the facts back.
// One reading answers every fact's call; a note of who is writing is passed on. One
// that is lost is made up for by the readers, who ask again when it would have lapsed.
func (j *Journal) hear(calls <-chan *pq.Notification, woken chan<- struct{}) {
	for n := range calls { // nil after a reconnection: read again all the same
		if n != nil && n.Channel == "writing" {
			topic, gathering, _ := strings.Cut(n.Extra, " ")
			j.tell(batch{writing: &Fact{TopicID: network.ID(topic), GatheringID: network.ID(gathering), Audience: "GATHERING"}})
			continue
		}
		select {
		case woken <- struct{}{}:
		default:
		}
	}
}

// Wanted says which visible facts a follower is told.
type Wanted func(*Fact) bool

// listener is what one reader is told, and when it is asked whether it may go on.
type listener struct {
	sees, asks func(*Fact) bool
	stillMay   func(context.Context) bool
}

// Follow tells the viewer's facts from a cursor on ("" for now on), until ctx
// ends, the reader is too slow, or stillMay, asked whenever a fact concerns the
// viewer's own account, says no. The first message says where it starts.
func (j *Journal) Follow(ctx context.Context, v network.Viewer, after string, wanted Wanted, stillMay func(context.Context) bool) (<-chan Live, error) {
	return j.listen(ctx, after, listener{
		sees:     func(f *Fact) bool { return f.visibleTo(v) && wanted(f) },
		asks:     func(f *Fact) bool { return f.ForStaffID == v.StaffID && f.ObjectKind == network.ObjectAccount },
		stillMay: stillMay,
	})
}

// FollowGathering tells that something has happened in a gathering, whoever may
// know what, to one who is told nothing more. stillMay is asked whenever a link
// to its wall has been revoked.
func (j *Journal) FollowGathering(ctx context.Context, gathering network.ID, stillMay func(context.Context) bool) (<-chan Live, error) {
	return j.listen(ctx, "", listener{
		sees:     func(f *Fact) bool { return f.GatheringID == gathering },
		asks:     func(f *Fact) bool { return f.GatheringID == gathering && f.Verb == network.VerbWallRevoked },
		stillMay: stillMay,
	})
}

func (j *Journal) listen(ctx context.Context, after string, l listener) (<-chan Live, error) {
	var from Cursor
	if after != "" {
		var err error
		if from, err = ParseCursor(after); err != nil {
			return nil, err
		}
	}
	select {
	case <-j.ready:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	f := &follower{batches: make(chan batch, followerBuffer)}
	j.mu.Lock()
	j.followers[f] = struct{}{}
	start := j.at
	j.mu.Unlock()
	if after == "" {
		from = start
	}
	out := make(chan Live)
	go func() {
		defer close(out)
		defer j.leave(f)
		j.follow(ctx, from, start, f, out, l)
	}()
	return out, nil
}

func (j *Journal) follow(ctx context.Context, from, start Cursor, f *follower, out chan<- Live, l listener) {
	send := func(message Live) bool {
		select {
		case out <- message:
			return true
		case <-ctx.Done():
			return false
		}
	}
	at := from
	pass := func(b batch) bool {
		if b.writing != nil && l.sees(b.writing) && !send(Live{Cursor: at, Writing: b.writing.TopicID}) {
			return false
		}
		for i := range b.facts {
			fact := &b.facts[i]
			if l.asks(fact) && !l.stillMay(ctx) {
				return false
			}
			if !from.before(fact.cursor()) {
				continue // had from another instance that was ahead of this one
			}
			if l.sees(fact) && !send(Live{Cursor: fact.cursor(), Fact: fact}) {
				return false
			}
		}
		return true
	}
	if !send(Live{Cursor: from}) {
		return
	}
	for from.before(start) {
		facts, _, err := j.since(ctx, from, start)
		if err != nil || !pass(batch{facts: facts}) {
			return
		}
		from = start
		if len(facts) == batchMost {
			from = facts[batchMost-1].cursor()
		}
	}
	at = from
	beat := time.NewTicker(15 * time.Second)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case b, open := <-f.batches:
			if !open || !pass(b) {
				return
			}
			if at.before(b.end) {
				at = b.end
			}
		case <-beat.C:
			if !l.stillMay(ctx) || !send(Live{Cursor: at}) {
				return
			}
		}
	}
}

func (j *Journal) leave(f *follower) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, here := j.followers[f]; here {
		delete(j.followers, f)
		close(f.batches)
	}
}

// Followers is how many readers there are now.
func (j *Journal) Followers() int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return len(j.followers)
}

func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}
