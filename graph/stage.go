package graph

import (
	"context"

	"maillage/db"
	"maillage/graph/gen"
	"maillage/network"
)

func (r *mutationResolver) SetStage(ctx context.Context, input gen.SetStageInput) (*gen.SetStagePayload, error) {
	id, err := r.Store.SetStage(ctx, network.ViewerFrom(ctx), act("setStage", input.ClientMutationID, input), input.AgendaItemID, input.Version, network.StageSettings{
		TakesQuestions:   input.TakesQuestions,
		AnonymousAllowed: input.AnonymousAllowed,
		Premoderated:     input.Premoderated,
		QuestionsOpen:    input.QuestionsOpen,
	})
	if err != nil {
		return nil, err
	}
	return &gen.SetStagePayload{Stage: &gen.Stage{ID: id}}, nil
}

// asked are the objects of a payload that is about a question and its stage.
func asked(of db.QuestionOf) (*gen.LiveQuestion, *gen.Stage) {
	return &gen.LiveQuestion{ID: of.Question}, &gen.Stage{ID: of.Stage}
}
