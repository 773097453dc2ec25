package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// lockedAgendaItem is an item of a published agenda, locked.
type lockedAgendaItem struct {
	Gathering network.ID              `db:"gathering_id"`
	In        network.GatheringState  `db:"gathering_state"`
	State     network.AgendaItemState `db:"state"`
	Title     string                  `db:"title"`
	Keeps     bool                    `db:"keeps"`
	Full      bool                    `db:"is_full"`
}

// lockAgendaItem locks an item that the viewer may see: of two who want its
// last place one gets it. What is kept is counted once the lock is held.
func (t *tx) lockAgendaItem(item network.ID) (l lockedAgendaItem, err error) {
	err = t.find(&l.Gathering, `
		SELECT i.gathering_id
		  FROM agenda_item i
		 WHERE i.id = $1
		   AND `+read.Predicate(&agendaItemRead, "i")+`
		   FOR NO KEY UPDATE OF i`, item)
	if err != nil {
		return l, err
	}
	err = t.get(&l, `
		SELECT i.gathering_id,
		       g.state AS gathering_state,
		       i.state,
		       i.title,
		       EXISTS (SELECT FROM agenda_keep k WHERE k.agenda_item_id = i.id AND k.staff_id = :viewer_id) AS keeps,
		       coalesce((SELECT count(*) FROM agenda_keep k WHERE k.agenda_item_id = i.id) >= i.capacity, false) AS is_full
		  FROM agenda_item i
		  JOIN gathering g ON g.id = i.gathering_id
		 WHERE i.id = $1`, item)
	return l, err
}

// KeepAgendaItem puts an item into the viewer's own programme. Kept twice it is
// kept once.
func (s *Store) KeepAgendaItem(ctx context.Context, v network.Viewer, a Act, item network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		l, err := t.lockAgendaItem(item)
		if err != nil {
			return "", err
		}
		err = network.CanKeepAgendaItem(v, network.AgendaItem{State: l.State, Gathering: network.Gathering{ID: l.Gathering, State: l.In}})
		switch {
		case err != nil:
			return "", err
		case l.Keeps:
			return item, nil
		case l.Full:
			return "", &network.Error{Code: network.CodeConflict, Field: "input.agendaItemId", Key: "agenda_item_full"}
		}
		if _, err := t.exec(`INSERT INTO agenda_keep (agenda_item_id, staff_id, at) VALUES ($1, :viewer_id, :now)`, item); err != nil {
			return "", err
		}
		t.tellKeeping(network.VerbAgendaItemKept, l)
		return item, nil
	})
}

// DropAgendaItem takes an item out of the viewer's own programme.
func (s *Store) DropAgendaItem(ctx context.Context, v network.Viewer, a Act, item network.ID) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		l, err := t.lockAgendaItem(item)
		if err != nil {
			return "", err
		}
		dropped, err := t.exec(`DELETE FROM agenda_keep WHERE agenda_item_id = $1 AND staff_id = :viewer_id`, item)
		if err != nil {
			return "", err
		}
		if dropped > 0 {
			t.tellKeeping(network.VerbAgendaItemDropped, l)
		}
		return item, nil
	})
}

// tellKeeping tells the viewer alone what they keep.
func (t *tx) tellKeeping(verb network.EventVerb, l lockedAgendaItem) {
	t.tell(Event{Verb: verb, Kind: network.ObjectGathering, Object: l.Gathering, Gathering: l.Gathering,
		Audience: Audience{Person: t.v.StaffID}, Data: EventData{Excerpt: l.Title}})
}
