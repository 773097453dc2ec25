package graph

import (
	"context"

	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) CreateForum(ctx context.Context, input gen.CreateForumInput) (*gen.CreateForumPayload, error) {
	id, err := r.Store.CreateForum(ctx, network.ViewerFrom(ctx), act("createForum", input.ClientMutationID, input), input.GatheringID,
		forumTerms(input.Name, input.FacilitatorID, input.ConvenersPlace, input.DotsPerPerson, input.DotsPerCentre))
	if err != nil {
		return nil, err
	}
	return &gen.CreateForumPayload{Forum: &gen.Forum{ID: id}}, nil
}

func (r *mutationResolver) EditForum(ctx context.Context, input gen.EditForumInput) (*gen.EditForumPayload, error) {
	id, err := r.Store.EditForum(ctx, network.ViewerFrom(ctx), act("editForum", input.ClientMutationID, input), input.ForumID, input.Version,
		forumTerms(input.Name, input.FacilitatorID, input.ConvenersPlace, input.DotsPerPerson, input.DotsPerCentre))
	if err != nil {
		return nil, err
	}
	return &gen.EditForumPayload{Forum: &gen.Forum{ID: id}}, nil
}

// forumTerms are the terms of an input. A cap that is given must be one: 0
// stands for none inside, and is refused here as any other number that is none.
func forumTerms(name string, facilitator network.ID, convenersPlace bool, perPerson int, perCentre *int) network.ForumTerms {
	terms := network.ForumTerms{Name: name, FacilitatorID: facilitator, ConvenersPlace: convenersPlace, DotsPerPerson: perPerson}
	if perCentre != nil {
		terms.DotsPerCentre = *perCentre
		if *perCentre == 0 {
			terms.DotsPerCentre = -1
		}
	}
	return terms
}

func (r *mutationResolver) MoveForum(ctx context.Context, input gen.MoveForumInput) (*gen.MoveForumPayload, error) {
	id, err := r.Store.MoveForum(ctx, network.ViewerFrom(ctx), act("moveForum", input.ClientMutationID, input),
		input.ForumID, input.Version, input.To, text(input.Reason))
	if err != nil {
		return nil, err
	}
	return &gen.MoveForumPayload{Forum: &gen.Forum{ID: id}}, nil
}

func (r *mutationResolver) SpotlightTopic(ctx context.Context, input gen.SpotlightTopicInput) (*gen.SpotlightTopicPayload, error) {
	id, err := r.Store.SpotlightTopic(ctx, network.ViewerFrom(ctx), act("spotlightTopic", input.ClientMutationID, input), input.ForumID, one(input.TopicID))
	if err != nil {
		return nil, err
	}
	return &gen.SpotlightTopicPayload{Forum: &gen.Forum{ID: id}}, nil
}
