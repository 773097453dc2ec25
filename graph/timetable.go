package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

// ProposeTimetable answers a timetable for the topics that wait.
func (r *queryResolver) ProposeTimetable(ctx context.Context, forumID network.ID) (*gen.TimetableProposal, error) {
	p, err := r.Store.ProposeTimetable(ctx, network.ViewerFrom(ctx), forumID)
	if p == nil || err != nil {
		return nil, err
	}
	return &gen.TimetableProposal{
		Version:          p.Version,
		UnplacedTopicIds: each(p.Unplaced, func(id network.ID) network.ID { return id }),
		LossesNow:        p.LossesNow,
		LossesInOrder:    p.LossesInOrder,
		Losses:           p.Losses,
		Placements: each(p.Placements, func(p db.ProposedPlacement) *gen.TimetablePlacement {
			return &gen.TimetablePlacement{
				TopicID: p.Topic, SlotID: p.Slot, SpaceID: p.Space, IsNew: p.New,
				Interested: p.Interested, Free: p.Free, Torn: p.Torn, SeatsShort: p.SeatsShort, RivalID: orNone(p.Rival),
			}
		}),
	}, nil
}

func (r *mutationResolver) ApplyTimetable(ctx context.Context, input gen.ApplyTimetableInput) (*gen.ApplyTimetablePayload, error) {
	id, err := r.Store.ApplyTimetable(ctx, network.ViewerFrom(ctx), act("applyTimetable", input.ClientMutationID, input), input.ForumID, input.Version,
		each(input.Placements, func(c *gen.TimetableCellInput) db.Placing {
			return db.Placing{Topic: c.TopicID, Slot: c.SlotID, Space: c.SpaceID}
		}))
	if err != nil {
		return nil, err
	}
	return &gen.ApplyTimetablePayload{Forum: &gen.Forum{ID: id}}, nil
}
