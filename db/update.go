package db

import (
	"context"

	"maillage/db/read"
	"maillage/network"
)

// UpdateOf is an update with its group.
type UpdateOf struct{ Group, Update network.ID }

// PostUpdate tells what is going on in a group; a dormant group wakes.
func (s *Store) PostUpdate(ctx context.Context, v network.Viewer, a Act, group network.ID, text string, health network.Health) (UpdateOf, error) {
	return act(ctx, s, v, a, func(t *tx) (UpdateOf, error) {
		text, err := network.RequireText("input.text", text, network.UpdateTextMax)
		if err != nil {
			return UpdateOf{}, err
		}
		g, err := t.lockGroup(group)
		if err != nil {
			return UpdateOf{}, err
		}
		if err := network.CanPostUpdate(v, g.rules(), g.viewer()); err != nil {
			return UpdateOf{}, err
		}
		id := newID()
		_, err = t.exec(`
			INSERT INTO group_update (id, working_group_id, author_id, text, health, created_at)
			VALUES ($1, $2, :viewer_id, $3, $4, :now)`, id, group, text, health)
		if err != nil {
			return UpdateOf{}, err
		}
		t.tellGroup(network.VerbUpdatePosted, group, EventData{To: string(health), Excerpt: text})
		if g.State != network.GroupDormant {
			return UpdateOf{group, id}, nil
		}
		_, err = t.exec(`
			UPDATE working_group
			   SET state = 'ACTIVE',
			       version = version + 1
			 WHERE id = $1`, group)
		t.tellGroup(network.VerbGroupWoken, group, EventData{From: string(g.State), To: string(network.GroupActive)})
		return UpdateOf{group, id}, err
	})
}

// CorrectUpdate rewrites the viewer's own update; the former text stays among
// its revisions.
func (s *Store) CorrectUpdate(ctx context.Context, v network.Viewer, a Act, update network.ID, version int, text string, health network.Health) (UpdateOf, error) {
	return act(ctx, s, v, a, func(t *tx) (UpdateOf, error) {
		text, err := network.RequireText("input.text", text, network.UpdateTextMax)
		if err != nil {
			return UpdateOf{}, err
		}
		var locked struct {
			Group   network.ID     `db:"working_group_id"`
			Author  network.ID     `db:"author_id"`
			Health  network.Health `db:"health"`
			Version int            `db:"version"`
		}
		err = t.find(&locked, `
			SELECT u.working_group_id,
			       u.author_id,
			       u.health,
			       u.version
			  FROM group_update u
			 WHERE u.id = $1
			   AND `+read.Predicate(&updateRead, "u")+`
			   FOR UPDATE`, update)
		if err != nil {
			return UpdateOf{}, err
		}
		if err := upToDate(network.CanCorrectUpdate(v, locked.Author), locked.Version, version); err != nil {
			return UpdateOf{}, err
		}
		_, err = t.exec(`
			WITH kept AS (
				INSERT INTO group_update_revision (id, update_id, version, text, health, at)
				SELECT $2, id, version, text, health, coalesce(corrected_at, created_at)
				  FROM group_update
				 WHERE id = $1
			)
			UPDATE group_update
			   SET text = $3,
			       health = $4,
			       corrected_at = :now,
			       version = version + 1
			 WHERE id = $1`, update, newID(), text, health)
		if err != nil {
			return UpdateOf{}, err
		}
		t.tellGroup(network.VerbUpdateCorrected, locked.Group, EventData{From: string(locked.Health), To: string(health), Excerpt: text})
		return UpdateOf{locked.Group, update}, nil
	})
}
