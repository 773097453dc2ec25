package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

// BoardCells answers what speaks against each cell for a topic.
func (r *queryResolver) BoardCells(ctx context.Context, topicID network.ID, occurrenceID *network.ID) ([]*gen.BoardCell, error) {
	cells, err := r.Store.BoardCells(ctx, network.ViewerFrom(ctx), topicID, one(occurrenceID))
	if cells == nil || err != nil {
		return nil, err
	}
	return each(cells, func(c db.BoardCell) *gen.BoardCell {
		return &gen.BoardCell{SlotID: c.Slot, SpaceID: c.Space, Notes: each(c.Notes, func(n network.CellNote) *gen.CellNote {
			return &gen.CellNote{Code: n.Code, Count: n.Count, TopicID: orNone(n.TopicID)}
		})}
	}), nil
}
