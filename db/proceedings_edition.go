package db

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jmoiron/sqlx"

	"maillage/network"
)

// CorrectProceedings publishes the edition that follows the one its writer read,
// with some texts replaced; the note says to everyone what was.
func (s *Store) CorrectProceedings(ctx context.Context, v network.Viewer, a Act, gathering network.ID, edition int, note string, corrections []network.ProceedingsCorrection) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		clean, err := network.RequireText("input.note", note, network.CorrectionNoteMax)
		if err != nil {
			return "", err
		}
		g, _, err := t.lockProceedings(gathering)
		if err != nil {
			return "", err
		}
		if err := network.CanCorrectProceedings(v, g.rules()); err != nil {
			return "", err
		}
		// Read after the lock, so that an edition published meanwhile is seen.
		p, err := t.readProceedings(gathering)
		if err != nil {
			return "", err
		}
		if err := network.CheckNextEdition(p.Edition, edition); err != nil {
			return "", err
		}
		if err := p.Correct(corrections); err != nil {
			return "", err
		}
		if err := t.keepEdition(p, p.Edition+1, clean); err != nil {
			return "", err
		}
		t.tellGathering(network.VerbProceedingsCorrected, g, EventData{Excerpt: clean})
		return gathering, nil
	})
}

// readProceedings reads the last edition of a gathering's proceedings, or the
// document in the making.
func (t *tx) readProceedings(gathering network.ID) (*network.Proceedings, error) {
	var row proceedingsRow
	if err := t.find(&row, proceedingsQuery(), gathering, 0); err != nil {
		return nil, err
	}
	return row.proceedings(t.v)
}

// keepEdition writes a document and its public part, for good.
func (t *tx) keepEdition(p *network.Proceedings, number int, note string) error {
	whole, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("keep the proceedings: %w", err)
	}
	public, err := json.Marshal(p.Public())
	if err != nil {
		return fmt.Errorf("keep the public part: %w", err)
	}
	_, err = t.exec(`
		INSERT INTO proceedings_edition (gathering_id, number, note, document, public_document, published_at, published_by)
		VALUES ($1, $2, $3, $4, $5, :now, :viewer_id)`, p.GatheringID, number, note, string(whole), string(public))
	return err
}

// KeepLoadedProceedings makes the proceedings of a gathering final while a
// database is being filled, whose facts are told by who fills it.
func KeepLoadedProceedings(ctx context.Context, loading *sqlx.Tx, coordinator, gathering network.ID, at time.Time) error {
	t := loadedBy(ctx, loading, coordinator, at)
	p, err := t.readProceedings(gathering)
	if err != nil {
		return err
	}
	if err := t.giveAddress(gathering); err != nil {
		return err
	}
	return t.keepEdition(p, 1, "")
}

// CorrectLoadedProceedings publishes a corrected edition in the same way.
func CorrectLoadedProceedings(ctx context.Context, loading *sqlx.Tx, coordinator, gathering network.ID, at time.Time, note string, corrections []network.ProceedingsCorrection) error {
	t := loadedBy(ctx, loading, coordinator, at)
	p, err := t.readProceedings(gathering)
	if err != nil {
		return err
	}
	if err := p.Correct(corrections); err != nil {
		return err
	}
	return t.keepEdition(p, p.Edition+1, note)
}

// loadedBy acts for the coordinator in who loads' own transaction.
func loadedBy(ctx context.Context, loading *sqlx.Tx, coordinator network.ID, at time.Time) *tx {
	v := network.Viewer{Kind: network.Staff, StaffID: coordinator, Job: network.JobNationalCoordination, Role: network.RoleCoordinator}
	return &tx{ctx: ctx, sql: loading, store: &Store{}, v: v, now: at}
}
