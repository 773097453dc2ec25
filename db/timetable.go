package db

import (
	"context"
	"encoding/json"
	"hash/fnv"

	"maillage/db/read"
	"maillage/network"
	"maillage/network/timetable"
)

// TimetableProposal is a timetable that has not been applied.
type TimetableProposal struct {
	Version    int
	Placements []ProposedPlacement
	// Unplaced are topics that wait and for which no cell is left.
	Unplaced []network.ID
	// LossesNow are those of the board as it stands, LossesInOrder those of the
	// queue placed one after the other.
	LossesNow, LossesInOrder, Losses int
}

// ProposedPlacement is a topic in a cell, and why.
type ProposedPlacement struct {
	Topic, Slot, Space     network.ID
	New                    bool
	Interested, Free, Torn int
	SeatsShort             int
	Rival                  network.ID // empty: none
}

// ProposeTimetable fills the free cells of the slots to come; see package
// timetable. The same board gives the same proposal. Nil when the viewer does
// not facilitate such a forum, or its board is not in use.
func (s *Store) ProposeTimetable(ctx context.Context, v network.Viewer, forum network.ID) (*TimetableProposal, error) {
	r := reader{ctx, s, v}
	var found []forumRow
	err := r.list(&found, `
		SELECT `+forumColumns+`
		  FROM forum f
		 WHERE f.id = $1
		   AND `+read.Predicate(&forumRead, "f"), forum)
	if err != nil || len(found) == 0 || network.CanProposeTimetable(v, found[0].forum()) != nil {
		return nil, err
	}
	b, err := r.boardOf(found[0].forum())
	if err != nil {
		return nil, err
	}
	placed := timetable.Solve(&b.Problem, seedOf(forum))
	proposal := &TimetableProposal{
		Version:       found[0].ForumVersion,
		LossesNow:     b.ScoreOf(nil).Losses,
		LossesInOrder: b.ScoreOf(timetable.InOrder(&b.Problem)).Losses,
		Losses:        b.ScoreOf(placed).Losses,
	}
	stands := map[int]bool{}
	for i, reason := range b.Explain(placed) {
		stands[reason.Topic] = true
		p := ProposedPlacement{
			Topic: b.topics[reason.Topic], Slot: b.slots[reason.Slot], Space: b.spaces[reason.Room], New: i >= len(b.Pinned),
			Interested: reason.Interested, Free: reason.Free, Torn: reason.Torn, SeatsShort: reason.Seats,
		}
		if reason.Rival >= 0 {
			p.Rival = b.topics[reason.Rival]
		}
		proposal.Placements = append(proposal.Placements, p)
	}
	for _, topic := range b.Waiting {
		if !stands[topic] {
			proposal.Unplaced = append(proposal.Unplaced, b.topics[topic])
		}
	}
	return proposal, nil
}

func seedOf(id network.ID) uint64 {
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}

// forumBoard is a board and its wall as a problem, with what its numbers mean.
type forumBoard struct {
	timetable.Problem
	topics, slots, spaces []network.ID
}

// boardOf reads the board and the wall of a forum, and who would come to what.
func (r reader) boardOf(f network.Forum) (*forumBoard, error) {
	var places []struct {
		Slot     network.ID `db:"slot_id"`
		Space    network.ID `db:"space_id"`
		Capacity int        `db:"capacity"`
		Ahead    bool       `db:"ahead"`
	}
	err := r.list(&places, `
		SELECT slot.id AS slot_id,
		       space.id AS space_id,
		       space.capacity,
		       slot.starts_at > :now AS ahead
		  FROM slot
		  JOIN space ON space.gathering_id = $2 AND space.on_board
		 WHERE slot.forum_id = $1
		   AND NOT slot.removed
		 ORDER BY slot.starts_at, slot.id, space.place, space.id`, f.ID, f.GatheringID)
	if err != nil {
		return nil, err
	}
	var sessions []struct {
		Topic network.ID `db:"topic_id"`
		Slot  network.ID `db:"slot_id"`
		Space network.ID `db:"space_id"`
	}
	err = r.list(&sessions, `
		SELECT o.topic_id,
		       o.slot_id,
		       o.space_id
		  FROM topic t
		  JOIN occurrence o ON o.topic_id = t.id AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
		 WHERE t.forum_id = $1
		 ORDER BY o.id`, f.ID)
	if err != nil {
		return nil, err
	}
	var wanted []struct {
		Topic    network.ID         `db:"topic_id"`
		State    network.TopicState `db:"state"`
		Convener network.ID         `db:"convener_id"`
		Who      idList             `db:"who"`
	}
	err = r.list(&wanted, `
		SELECT t.id AS topic_id,
		       t.state,
		       t.convener_id,
		       (SELECT coalesce(json_agg(w.staff_id ORDER BY w.staff_id), '[]')
		          FROM (SELECT s.staff_id FROM topic_star s WHERE s.topic_id = t.id
		                 UNION
		                SELECT t.convener_id WHERE t.convener_id IS NOT NULL) AS w) AS who
		  FROM topic t
		 WHERE t.forum_id = $1
		   AND t.state IN ('PROPOSED', 'PITCHED', 'SCHEDULED', 'RUNNING', 'HELD', 'HARVESTED')
		 ORDER BY t.pitched_at IS NULL, t.pitched_at, t.created_at, t.id`, f.ID)
	if err != nil {
		return nil, err
	}

	b := &forumBoard{}
	slots, spaces, topics, people := numbers{}, numbers{}, numbers{}, numbers{}
	taken := map[timetable.Cell]bool{}
	for _, t := range wanted {
		topic := timetable.Topic{Convener: -1}
		for _, who := range t.Who {
			topic.Wants = append(topic.Wants, people.of(who))
		}
		if t.Convener != "" {
			topic.Convener = people.of(t.Convener)
		}
		n := topics.of(t.Topic)
		b.Topics, b.topics = append(b.Topics, topic), append(b.topics, t.Topic)
		if t.Convener != "" && (t.State == network.TopicProposed || t.State == network.TopicPitched) {
			b.Waiting = append(b.Waiting, n)
		}
	}
	for _, p := range places {
		if slot := slots.of(p.Slot); slot == len(b.slots) {
			b.slots = append(b.slots, p.Slot)
		}
		if room := spaces.of(p.Space); room == len(b.spaces) {
			b.spaces, b.Rooms = append(b.spaces, p.Space), append(b.Rooms, p.Capacity)
		}
	}
	for _, o := range sessions {
		topic, known := topics[o.Topic]
		slot, inSlots := slots[o.Slot]
		room, onBoard := spaces[o.Space]
		if known && inSlots && onBoard {
			b.Pinned = append(b.Pinned, timetable.Placement{Topic: topic, Cell: timetable.Cell{Slot: slot, Room: room}})
			taken[timetable.Cell{Slot: slot, Room: room}] = true
		}
	}
	for _, p := range places {
		if cell := (timetable.Cell{Slot: slots[p.Slot], Room: spaces[p.Space]}); p.Ahead && !taken[cell] {
			b.Free = append(b.Free, cell)
		}
	}
	b.People, b.Slots = len(people), len(b.slots)
	return b, nil
}

// numbers numbers ids in the order in which they are met.
type numbers map[network.ID]int

func (n numbers) of(id network.ID) int {
	i, known := n[id]
	if !known {
		i = len(n)
		n[id] = i
	}
	return i
}

// idList is a JSON list of ids.
type idList []network.ID

// Scan reads it from a column.
func (l *idList) Scan(value any) error { return json.Unmarshal(value.([]byte), l) }
