package db

import (
	"context"

	"maillage/network"
)

// AcceptWorkingGroup accepts a requested group: its lead is asked to start it.
func (s *Store) AcceptWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int) (network.ID, error) {
	return s.moveGroup(ctx, v, a, group, version, groupMove{
		from: network.GroupRequested, to: network.GroupForming, verb: network.VerbGroupAccepted, begins: true,
		tasks: func(t *tx, group network.ID) error {
			if err := t.settle(network.AsksAcceptGroup, group); err != nil {
				return err
			}
			in, err := t.standing(group, "")
			if err != nil {
				return err
			}
			return t.ask(network.AsksLeadGroup, network.ObjectWorkingGroup, group, "", in.leads()...)
		},
	})
}

// DeclineWorkingGroup declines a requested group.
func (s *Store) DeclineWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int, reason string) (network.ID, error) {
	return s.moveGroup(ctx, v, a, group, version, groupMove{
		from: network.GroupRequested, to: network.GroupDeclined, verb: network.VerbGroupDeclined,
		noteField: "input.reason", note: reason,
		tasks: func(t *tx, group network.ID) error { return t.settle(network.AsksAcceptGroup, group) },
	})
}

// ActivateWorkingGroup says that a forming group is at work.
func (s *Store) ActivateWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int) (network.ID, error) {
	return s.moveGroup(ctx, v, a, group, version, groupMove{
		from: network.GroupForming, to: network.GroupActive, verb: network.VerbGroupActivated,
		tasks: func(t *tx, group network.ID) error { return t.settle(network.AsksLeadGroup, group) },
	})
}

// RestWorkingGroup puts an active group to sleep.
func (s *Store) RestWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int) (network.ID, error) {
	return s.moveGroup(ctx, v, a, group, version, groupMove{
		from: network.GroupActive, to: network.GroupDormant, verb: network.VerbGroupRested,
	})
}

// WakeWorkingGroup wakes a dormant group.
func (s *Store) WakeWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int) (network.ID, error) {
	return s.moveGroup(ctx, v, a, group, version, groupMove{
		from: network.GroupDormant, to: network.GroupActive, verb: network.VerbGroupWoken, begins: true,
	})
}

// CloseWorkingGroup closes a group with a summary of what it has done.
func (s *Store) CloseWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int, summary string) (network.ID, error) {
	return s.moveGroup(ctx, v, a, group, version, groupMove{
		to: network.GroupClosed, verb: network.VerbGroupClosed,
		noteField: "input.summary", note: summary, tasks: withdrawEverything,
	})
}

// AbandonWorkingGroup gives a group up.
func (s *Store) AbandonWorkingGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int, reason string) (network.ID, error) {
	return s.moveGroup(ctx, v, a, group, version, groupMove{
		to: network.GroupAbandoned, verb: network.VerbGroupAbandoned,
		noteField: "input.reason", note: reason, tasks: withdrawEverything,
	})
}

// withdrawEverything drops what is asked about an object that is over.
func withdrawEverything(t *tx, subject network.ID) error {
	_, err := t.closeTasks(network.TaskDropped, network.VerbTaskDropped, subject, nil, nil)
	return err
}

// groupMove is one act of a group's life.
type groupMove struct {
	// from is the one state it begins in; empty where several will do.
	from, to network.WorkingGroupState
	verb     network.EventVerb
	// begins says that the days of quiet are counted from here.
	begins bool
	// note is obligatory where noteField is set; it stays as the closing note.
	noteField, note string
	// tasks asks and closes what follows.
	tasks func(t *tx, group network.ID) error
}

func (m groupMove) allowed(v network.Viewer, g lockedGroup) error {
	if m.from == "" {
		return network.CanMoveGroup(v, g.rules(), g.viewer(), m.to)
	}
	return network.CanMoveGroupFrom(v, g.rules(), g.viewer(), m.from, m.to)
}

func (s *Store) moveGroup(ctx context.Context, v network.Viewer, a Act, group network.ID, version int, m groupMove) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		if m.noteField != "" {
			note, err := network.RequireText(m.noteField, m.note, network.GroupNoteMax)
			if err != nil {
				return "", err
			}
			m.note = note
		}
		g, err := t.lockGroup(group)
		if err != nil {
			return "", err
		}
		if err := upToDate(m.allowed(v, g), g.Version, version); err != nil {
			return "", err
		}
		_, err = t.exec(`
			UPDATE working_group
			   SET state = $2,
			       closing_note = $3,
			       closed_at = CASE WHEN $4::boolean THEN :now END,
			       quiet_since = CASE WHEN $5::boolean THEN :now ELSE quiet_since END,
			       last_activity_at = :now,
			       version = version + 1
			 WHERE id = $1`, group, m.to, m.note, m.to.Over(), m.begins)
		if err != nil {
			return "", err
		}
		t.tellGroup(m.verb, group, EventData{From: string(g.State), To: string(m.to), Excerpt: m.note})
		if m.tasks == nil {
			return group, nil
		}
		return group, m.tasks(t, group)
	})
}
