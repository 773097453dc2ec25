package db

import (
	"context"

	"github.com/lib/pq"

	"maillage/db/read"
	"maillage/network"
)

// SetStage says how an item of the agenda takes questions, at the version its
// editor saw, 0 for the first time.
func (s *Store) SetStage(ctx context.Context, v network.Viewer, a Act, item network.ID, version int, set network.StageSettings) (network.ID, error) {
	return act(ctx, s, v, a, func(t *tx) (network.ID, error) {
		stage, err := allowedBy(t, t.stageOf, item, network.CanRunStage)
		if err := upToDate(err, stage.Version, version); err != nil {
			return "", err
		}
		if !stage.Possible {
			return "", network.Invalid("input.agendaItemId", "no_stage")
		}
		put, err := t.exec(`
			INSERT INTO stage (agenda_item_id, gathering_id, takes_questions, anonymous_allowed, premoderated, questions_open)
			VALUES ($1, $2, $3, $4, $5, $6)
			ON CONFLICT (agenda_item_id) DO UPDATE
			   SET takes_questions = excluded.takes_questions,
			       anonymous_allowed = excluded.anonymous_allowed,
			       premoderated = excluded.premoderated,
			       questions_open = excluded.questions_open,
			       version = stage.version + 1
			 WHERE stage.version = $7`,
			item, stage.GatheringID, set.TakesQuestions, set.AnonymousAllowed, set.Premoderated, set.QuestionsOpen, version)
		if err != nil {
			return "", err
		}
		if put == 0 {
			return "", network.Conflict(version + 1) // another came in between
		}
		to := "CLOSED"
		if set.TakesQuestions && set.QuestionsOpen {
			to = "OPEN"
		}
		t.tell(Event{
			Verb: network.VerbStageSet, Kind: network.ObjectGathering, Object: stage.GatheringID, Gathering: stage.GatheringID,
			Audience: Audience{WithGuests: true}, Data: EventData{To: to, Excerpt: stage.Title},
		})
		return item, nil
	})
}

// stageRow is what the rules look at of a stage, as it is selected.
type stageRow struct {
	StageID          network.ID             `db:"stage_id"`
	GatheringID      network.ID             `db:"gathering_id"`
	GatheringState   network.GatheringState `db:"gathering_state"`
	Hosts            pq.StringArray         `db:"hosts"`
	TakesQuestions   bool                   `db:"takes_questions"`
	AnonymousAllowed bool                   `db:"anonymous_allowed"`
	Premoderated     bool                   `db:"premoderated"`
	QuestionsOpen    bool                   `db:"questions_open"`
	Turn             int                    `db:"turn"`
	Version          int                    `db:"stage_version"`
	// Possible says that the item is of a kind that takes questions, Title what
	// the item is called.
	Possible bool   `db:"possible"`
	Title    string `db:"title"`
}

func (r stageRow) rules() network.Stage {
	hosts := make([]network.ID, len(r.Hosts))
	for i, id := range r.Hosts {
		hosts[i] = network.ID(id)
	}
	return network.Stage{
		StageSettings: network.StageSettings{
			TakesQuestions:   r.TakesQuestions,
			AnonymousAllowed: r.AnonymousAllowed,
			Premoderated:     r.Premoderated,
			QuestionsOpen:    r.QuestionsOpen,
		},
		ID:             r.StageID,
		GatheringID:    r.GatheringID,
		GatheringState: r.GatheringState,
		Hosts:          hosts,
		Turn:           r.Turn,
		Version:        r.Version,
	}
}

// stageOf reads the stage of an agenda item that the viewer may see, whether or
// not it has been set.
func (t *tx) stageOf(item network.ID) (stageRow, error) {
	var row stageRow
	err := t.find(&row, `
		SELECT a.id AS stage_id,
		       a.gathering_id,
		       g.state AS gathering_state,
		       ARRAY(SELECT h.centre_id FROM gathering_host h WHERE h.gathering_id = a.gathering_id) AS hosts,
		       coalesce(s.takes_questions, false) AS takes_questions,
		       coalesce(s.anonymous_allowed, false) AS anonymous_allowed,
		       coalesce(s.premoderated, false) AS premoderated,
		       coalesce(s.questions_open, false) AS questions_open,
		       coalesce(s.turn, 0) AS turn,
		       coalesce(s.version, 0) AS stage_version,
		       s.agenda_item_id IS NOT NULL OR a.kind IN ('PLENARY', 'TALK', 'QUESTIONS') AS possible,
		       a.title
		  FROM agenda_item a
		  JOIN gathering g ON g.id = a.gathering_id
		  LEFT JOIN stage s ON s.agenda_item_id = a.id
		 WHERE a.id = $1
		   AND `+read.Predicate(&agendaItemRead, "a"), item)
	return row, err
}
