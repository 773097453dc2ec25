package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// MilestoneOf is a milestone with its group.
type MilestoneOf struct{ Group, Milestone network.ID }

// AddMilestone plans a step of a group's work; an empty day is never late.
func (s *Store) AddMilestone(ctx context.Context, v network.Viewer, a Act, group network.ID, title string, dueOn network.Date) (MilestoneOf, error) {
	return act(ctx, s, v, a, func(t *tx) (MilestoneOf, error) {
		title, err := network.CleanLine("input.title", title, network.MilestoneTitleMax)
		if err != nil {
			return MilestoneOf{}, err
		}
		g, err := t.lockGroup(group)
		if err != nil {
			return MilestoneOf{}, err
		}
		if err := network.CanManageMilestones(v, g.rules(), g.viewer()); err != nil {
			return MilestoneOf{}, err
		}
		id := newID()
		_, err = t.exec(`
			INSERT INTO milestone (id, working_group_id, title, due_on, first_due_on, state, created_at, changed_at)
			VALUES ($1, $2, $3, $4, $4, 'PLANNED', :now, :now)`, id, group, title, dueOn)
		if err != nil {
			return MilestoneOf{}, err
		}
		t.tellGroup(network.VerbMilestoneAdded, group, EventData{To: string(dueOn), Excerpt: title})
		return MilestoneOf{group, id}, nil
	})
}

// lockedMilestone is a milestone and its group, both locked.
type lockedMilestone struct {
	lockedGroup
	Title   string                 `db:"title"`
	DueOn   network.Date           `db:"due_on"`
	State   network.MilestoneState `db:"state"`
	Version int                    `db:"version"`
}

func (t *tx) lockMilestone(milestone network.ID) (m lockedMilestone, err error) {
	err = t.find(&m, `
		SELECT `+lockedGroupColumns+`,
		       m.title,
		       m.due_on,
		       m.state,
		       m.version
		  FROM milestone m
		  JOIN working_group g ON g.id = m.working_group_id
		  `+joinViewerMembership+`
		 WHERE m.id = $1
		   AND `+read.Predicate(&milestoneRead, "m")+`
		   AND `+read.Predicate(&workingGroupRead, "g")+`
		   FOR UPDATE OF g, m`, milestone)
	return m, err
}

// EditMilestone rewords a milestone or moves its day; the day first planned is kept.
func (s *Store) EditMilestone(ctx context.Context, v network.Viewer, a Act, milestone network.ID, version int, title string, dueOn network.Date) (MilestoneOf, error) {
	return act(ctx, s, v, a, func(t *tx) (MilestoneOf, error) {
		title, err := network.CleanLine("input.title", title, network.MilestoneTitleMax)
		if err != nil {
			return MilestoneOf{}, err
		}
		m, err := t.lockMilestone(milestone)
		if err != nil {
			return MilestoneOf{}, err
		}
		if err := upToDate(network.CanEditMilestone(v, m.rules(), m.viewer(), m.State), m.Version, version); err != nil {
			return MilestoneOf{}, err
		}
		_, err = t.exec(`
			UPDATE milestone
			   SET title = $2,
			       due_on = $3::date,
			       first_due_on = coalesce(first_due_on, $3::date),
			       changed_at = :now,
			       version = version + 1
			 WHERE id = $1`, milestone, title, dueOn)
		if err != nil {
			return MilestoneOf{}, err
		}
		t.tellGroup(network.VerbMilestoneEdited, m.ID, EventData{From: string(m.DueOn), To: string(dueOn), Excerpt: title})
		return MilestoneOf{m.ID, milestone}, nil
	})
}

// CompleteMilestone says that a milestone is reached.
func (s *Store) CompleteMilestone(ctx context.Context, v network.Viewer, a Act, milestone network.ID, version int) (MilestoneOf, error) {
	return s.endMilestone(ctx, v, a, milestone, version, network.MilestoneDone, network.VerbMilestoneCompleted, "")
}

// DropMilestone gives a milestone up.
func (s *Store) DropMilestone(ctx context.Context, v network.Viewer, a Act, milestone network.ID, version int, reason string) (MilestoneOf, error) {
	return s.endMilestone(ctx, v, a, milestone, version, network.MilestoneDropped, network.VerbMilestoneDropped, reason)
}

func (s *Store) endMilestone(ctx context.Context, v network.Viewer, a Act, milestone network.ID, version int,
	to network.MilestoneState, verb network.EventVerb, reason string) (MilestoneOf, error) {
	return act(ctx, s, v, a, func(t *tx) (MilestoneOf, error) {
		if to == network.MilestoneDropped {
			clean, err := network.RequireText("input.reason", reason, network.MilestoneReasonMax)
			if err != nil {
				return MilestoneOf{}, err
			}
			reason = clean
		}
		m, err := t.lockMilestone(milestone)
		if err != nil {
			return MilestoneOf{}, err
		}
		if err := upToDate(network.CanMoveMilestone(v, m.rules(), m.viewer(), m.State, to), m.Version, version); err != nil {
			return MilestoneOf{}, err
		}
		_, err = t.exec(`
			UPDATE milestone
			   SET state = $2,
			       done_at = CASE WHEN $2 = 'DONE' THEN :now END,
			       drop_reason = $3,
			       changed_at = :now,
			       version = version + 1
			 WHERE id = $1`, milestone, to, reason)
		if err != nil {
			return MilestoneOf{}, err
		}
		told := m.Title
		if reason != "" {
			told += " — " + reason
		}
		t.tellGroup(verb, m.ID, EventData{From: string(m.State), To: string(to), Excerpt: told})
		return MilestoneOf{m.ID, milestone}, nil
	})
}
