package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"maillage/db/dbtest"
	"maillage/network"
)

// edits are an act on each thing that carries a version, with who may, the version
// that stands afterwards, and how many facts it tells.
var edits = []struct {
	row, who      string
	version, told int
}{
	{"updateProfile", "mo", 2, 1},
	{"editGathering announced", "di", 2, 5},
	{"editSpace", "as", 2, 1},
	{"editGuest", "as", 2, 1},
	{"editAgendaItem", "di", 2, 1},
	{"editRegistration", "me", 2, 3},
	{"setStage", "as", 1, 1},
	{"editLiveQuestion", "au", 2, 1},
	{"editContribution shown", "au", 2, 1},
	{"answerContribution", "se", 1, 1},
	{"moveForum", "fa", 2, 1},
	{"editForum", "fa", 2, 1},
	{"editSlot", "fa", 2, 1},
	{"editTopic", "cv", 2, 1},
	{"writeHarvest", "pr", 1, 1},
	{"writeForeword", "as", 1, 1},
	{"correctProceedings", "co", 3, 1},
	{"editWorkingGroup", "le", 2, 1},
	{"correctUpdate", "me", 2, 1},
	{"editMilestone", "se", 2, 1},
	{"editJointProject sent", "di", 2, 1},
}

// Fifty people save what they changed of one version, at once and on two
// instances: one is done, the others are told what stands now.
func TestOfManyEditsOfOneVersionOneIsDone(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	instances := []string{w.url, w.instance(dbtest.Open(t, w.address))}
	for _, e := range edits {
		a := actOf(t, e.row)
		w.enter(a.during)
		facts := w.count(`SELECT count(*) FROM event`)
		answers := make([]answer, 50)
		atOnce(len(answers), func(i int) {
			var err error
			if answers[i], err = post(context.Background(), instances[i%2], e.who, a.text(e.who, network.ID(uuid.NewString())), nil); err != nil {
				t.Error(err)
			}
		})
		done := 0
		for _, each := range answers {
			switch {
			case each.code() == "":
				done++
			case each.code() != "CONFLICT" || each.Errors[0].Extensions.Version != e.version || each.Errors[0].Extensions.Field != "version":
				t.Errorf("%s: %s, want CONFLICT with version %d", e.row, each.text, e.version)
			}
		}
		if told := w.count(`SELECT count(*) FROM event`) - facts; done != 1 || told != e.told {
			t.Errorf("%s was done %d times and told %d times", e.row, done, told)
		}
	}
}

// Every input that carries a version is raced above, or moves a state: then
// the state says no to the second.
func TestEveryEditableThingIsRaced(t *testing.T) {
	schema := contract()
	raced := map[string]bool{}
	for _, e := range edits {
		name, _, _ := strings.Cut(e.row, " ")
		raced[name] = true
	}
	for _, f := range schema.Mutation.Fields {
		input := schema.Types[f.Arguments[0].Type.Name()]
		edit := strings.HasPrefix(f.Name, "edit") || strings.HasPrefix(f.Name, "update") || strings.HasPrefix(f.Name, "write") || strings.HasPrefix(f.Name, "correct")
		if edit && !raced[f.Name] || edit && input.Fields.ForName("version") == nil {
			t.Errorf("%s edits something: race it, with its version", f.Name)
		}
	}
}

func TestOfTwoConvenersWhoWantACellOneHasIt(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.enter(network.PhaseMarketplace)
	wanted := map[string]string{"cv": "topic placeTopic", "au": "topic takeTopic"}
	if answered := w.ask("au", mutationText("takeTopic", network.ID(uuid.NewString()), `topicId: <topic takeTopic>`)); answered.code() != "" {
		t.Fatal(answered.text)
	}
	for round := range 10 {
		who := sortedKeys(wanted)
		answers := make([]answer, len(who))
		atOnce(len(who), func(i int) {
			answers[i] = w.ask(who[i], mutationText("placeTopic", network.ID(uuid.NewString()),
				fmt.Sprintf(`topicId: <%s>, slotId: <slot placeTopic>, spaceId: <space>`, wanted[who[i]])))
		})
		placed := 0
		for i, each := range answers {
			switch {
			case each.code() == "":
				placed++
				if back := w.ask(who[i], mutationText("unplaceTopic", network.ID(uuid.NewString()), "topicId: <"+wanted[who[i]]+">")); back.code() != "" {
					t.Fatal(back.text)
				}
			case each.code() != "CONFLICT" || each.Errors[0].Extensions.Field != "input.spaceId":
				t.Errorf("round %d: %s", round, each.text)
			}
		}
		if placed != 1 {
			t.Errorf("round %d: %d stand in the cell", round, placed)
		}
	}
}
