package db

import (
	"fmt"

	"maillage/db/read"
	"maillage/network"
)

var stageRead = read.Type{
	Name:    "Stage",
	Table:   "stage_of_item",
	Visible: inGathering("{}.gathering_id"),
	Fields: map[string]read.Field{
		"id":               read.Column{},
		"agendaItem":       read.One{Type: named("AgendaItem"), Column: "id"},
		"gathering":        read.One{Type: named("Gathering"), Column: "gathering_id"},
		"takesQuestions":   read.Column{Kind: read.Bool},
		"anonymousAllowed": read.Column{Kind: read.Bool},
		"premoderated":     read.Column{Kind: read.Bool},
		"questionsOpen":    read.Column{Kind: read.Bool},
		// At most one is: see live_question_on_stage.
		"onStage": read.One{Type: named("LiveQuestion"), On: "{one}.agenda_item_id = {}.id AND {one}.state = 'ON_STAGE'"},
		"turn":    read.Column{Kind: read.Int},
		"questions": read.Many{
			Type:    named("LiveQuestion"),
			Parent:  "{}.agenda_item_id",
			Filters: liveQuestionFilters,
			Orders:  liveQuestionOrders,
		},
		"viewerQuestionsLeft": read.Column{Kind: read.Int, SQL: fmt.Sprintf("greatest(0, %d - %s)", network.QuestionsPerPerson, askedByViewer)},
		"version":             read.Column{Kind: read.Int},
		"viewerCanAsk":        stageRules.right(network.CanAsk),
		"viewerCanRun":        stageRules.right(network.CanRunStage),
	},
	Hidden: map[string]read.Column{
		"gatheringId":    {},
		"gatheringState": {SQL: "(SELECT g.state FROM gathering g WHERE g.id = {}.gathering_id)"},
		"hosted":         {SQL: hostedByViewer("{}.gathering_id"), Kind: read.Bool},
		"asked":          {SQL: askedByViewer, Kind: read.Int},
	},
}

const askedByViewer = "(SELECT count(*) FROM live_question q WHERE q.agenda_item_id = {}.id AND q.author_id = :viewer_id)"

// stageRules are what the rules look at of a stage.
var stageRules = ruled[network.Stage]{
	needs: []string{"takesQuestions", "questionsOpen", "gatheringId", "gatheringState", "hosted", "asked"},
	of: func(v network.Viewer, r read.Row) network.Stage {
		return network.Stage{
			StageSettings:  network.StageSettings{TakesQuestions: r.Bool("takesQuestions"), QuestionsOpen: r.Bool("questionsOpen")},
			GatheringID:    network.ID(r.String("gatheringId")),
			GatheringState: network.GatheringState(r.String("gatheringState")),
			Hosts:          hostsOf(v, r),
			Asked:          r.Int("asked"),
		}
	},
}

// hostsOf are the hosts of a gathering as far as the viewer's rights depend on
// them.
func hostsOf(v network.Viewer, r read.Row) []network.ID {
	if r.Bool("hosted") {
		return []network.ID{v.CentreID}
	}
	return nil
}
