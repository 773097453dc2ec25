package db

import (
	"context"

	"maillage/network"
)

// A move of a project and what it writes.
type projectMove struct {
	from, to network.JointProjectState // no from: any
	verb     network.EventVerb
	// note is the field of the reason or summary that the move needs, if any.
	note string
	// follow is what else the move brings, after the project's row is written.
	follow func(*tx, *project) error
}

// CommitJointProject binds whoever has signed. Who has not answered by then is
// NO_REPLY, and may still sign.
func (s *Store) CommitJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
	return s.moveProject(ctx, v, a, id, version, "", projectMove{
		to: network.ProjectCommitted, verb: network.VerbProjectCommitted,
		follow: func(t *tx, p *project) error {
			var late []network.ID
			for i := range p.parts {
				if q := &p.parts[i]; q.State == network.PartnershipInvited {
					late = append(late, q.directors()...)
				}
			}
			if len(late) > 0 {
				if err := t.withdrawTasks(network.AsksSignCommitment, id, late...); err != nil {
					return err
				}
			}
			if err := t.settle(network.AsksCommitProject, id); err != nil {
				return err
			}
			return t.ask(network.AsksStartProject, network.ObjectJointProject, id, "", p.partOf(p.Lead).directors()...)
		},
	})
}

// StartJointProject begins the work.
func (s *Store) StartJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
	return s.moveProject(ctx, v, a, id, version, "", projectMove{
		from: network.ProjectCommitted, to: network.ProjectRunning, verb: network.VerbProjectStarted,
		follow: func(t *tx, p *project) error { return t.settle(network.AsksStartProject, id) },
	})
}

// SuspendJointProject interrupts the work, with a reason.
func (s *Store) SuspendJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, reason string) (network.ID, error) {
	return s.moveProject(ctx, v, a, id, version, reason, projectMove{
		to: network.ProjectSuspended, verb: network.VerbProjectSuspended, note: "input.reason",
	})
}

// ResumeJointProject takes the work up again.
func (s *Store) ResumeJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int) (network.ID, error) {
	return s.moveProject(ctx, v, a, id, version, "", projectMove{
		from: network.ProjectSuspended, to: network.ProjectRunning, verb: network.VerbProjectResumed,
	})
}

// CompleteJointProject ends the work with what came of it.
func (s *Store) CompleteJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, summary string) (network.ID, error) {
	return s.moveProject(ctx, v, a, id, version, summary, projectMove{
		to: network.ProjectCompleted, verb: network.VerbProjectCompleted, note: "input.summary", follow: (*tx).endProject,
	})
}

// AbandonJointProject gives the project up, with a reason.
func (s *Store) AbandonJointProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, reason string) (network.ID, error) {
	return s.moveProject(ctx, v, a, id, version, reason, projectMove{
		to: network.ProjectAbandoned, verb: network.VerbProjectAbandoned, note: "input.reason", follow: (*tx).endProject,
	})
}

// endProject drops whatever the system still asks about a project that is over.
func (t *tx) endProject(p *project) error {
	_, err := t.closeTasks(network.TaskDropped, network.VerbTaskDropped, p.ID, nil, nil)
	return err
}

func (s *Store) moveProject(ctx context.Context, v network.Viewer, a Act, id network.ID, version int, note string, m projectMove) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		var err error
		if m.note != "" {
			if note, err = network.RequireText(m.note, note, network.ProjectNoteMax); err != nil {
				return "", err
			}
		}
		p, err := t.lockProject(id)
		if err != nil {
			return "", err
		}
		if m.from == "" {
			err = network.CanMoveJointProject(v, p.rules(), m.to)
		} else {
			err = network.CanMoveJointProjectFrom(v, p.rules(), m.from, m.to)
		}
		if err := upToDate(err, p.Version, version); err != nil {
			return "", err
		}
		if err := t.setProjectState(id, m.to, note); err != nil {
			return "", err
		}
		if m.follow != nil {
			if err := m.follow(t, p); err != nil {
				return "", err
			}
		}
		t.tellProject(m.verb, p, p.Lead, EventData{From: string(p.State), To: string(m.to), Excerpt: note})
		return id, nil
	})
}

// setProjectState writes a project's state with its days, and what becomes of
// the centres' parts: those not answered lapse once it is committed or over,
// those signed end with it.
func (t *tx) setProjectState(id network.ID, to network.JointProjectState, note string) error {
	_, err := t.exec(`
		WITH moved AS (
			UPDATE joint_project
			   SET state = $2,
			       closing_note = $3,
			       committed_at = CASE WHEN $2 = 'COMMITTED' THEN :now ELSE committed_at END,
			       started_at = CASE WHEN $2 = 'RUNNING' THEN coalesce(started_at, :now) ELSE started_at END,
			       closed_at = CASE WHEN $2 IN ('COMPLETED', 'ABANDONED') THEN :now END,
			       last_activity_at = :now,
			       version = version + 1
			 WHERE id = $1
		)
		UPDATE partnership
		   SET state = CASE state WHEN 'INVITED' THEN 'NO_REPLY' ELSE 'ENDED' END,
		       version = version + 1
		 WHERE joint_project_id = $1
		   AND (state = 'INVITED' AND $2 IN ('COMMITTED', 'COMPLETED', 'ABANDONED')
		        OR state IN ('ACCEPTED', 'TO_RECONFIRM') AND $2 IN ('COMPLETED', 'ABANDONED'))`, id, to, note)
	return err
}
