package network

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestWhoWritesProceedingsAndWhen(t *testing.T) {
	officer := Viewer{Kind: Staff, CentreID: "nantes", Job: JobMissionOfficer}
	for _, c := range []struct {
		name           string
		v              Viewer
		g              Gathering
		edit, finalize Code
	}{
		{"anonymous", Viewer{Kind: Anonymous}, Gathering{State: GatheringClosed}, CodeUnauthenticated, CodeUnauthenticated},
		{"a guest", aParticipant, Gathering{ID: "tours", State: GatheringClosed}, CodeForbidden, CodeForbidden},
		{"an officer of a host", officer, Gathering{State: GatheringClosed, Hosted: true}, CodeForbidden, CodeForbidden},
		{"an assistant of a host", anAssistant, Gathering{State: GatheringClosed, Hosted: true}, "", CodeForbidden},
		{"of another centre", anAssistant, Gathering{State: GatheringClosed}, CodeForbidden, CodeForbidden},
		{"the coordinator, before", coordinator, Gathering{State: GatheringPublished}, "", CodeInvalidTransition},
		{"the coordinator, during", coordinator, Gathering{State: GatheringLive}, "", CodeInvalidTransition},
		{"the coordinator, after", coordinator, Gathering{State: GatheringClosed}, "", ""},
		{"a draft", coordinator, Gathering{State: GatheringDraft}, CodeInvalidTransition, CodeInvalidTransition},
		{"cancelled", coordinator, Gathering{State: GatheringCancelled}, CodeInvalidTransition, CodeInvalidTransition},
		{"final", coordinator, Gathering{State: GatheringProceedingsFinal}, CodeInvalidTransition, CodeInvalidTransition},
	} {
		if err := CanEditProceedings(c.v, c.g); codeOf(err) != c.edit {
			t.Errorf("%s edits: %v, want %q", c.name, err, c.edit)
		}
		if err := CanFinalizeProceedings(c.v, c.g); codeOf(err) != c.finalize {
			t.Errorf("%s finalizes: %v, want %q", c.name, err, c.finalize)
		}
	}
}

// lived are proceedings with something public and something kept of each kind.
func lived() *Proceedings {
	person := func(name string) *ProceedingsPerson {
		return &ProceedingsPerson{ID: ID(name), Name: name, Centre: "Centre"}
	}
	day, late, three, one := Date("2026-09-01"), Date("2026-12-01"), 3, 1
	return &Proceedings{
		Programme: []ProceedingsItem{{ID: "shown", Public: true}, {ID: "kept"}},
		Contributions: []ProceedingsContribution{
			{ID: "shown", Public: true, Title: "Dite", Author: person("hidden-author"), PromisedBy: person("hidden-promise"), PromisedFor: &late, State: ContributionAnswered,
				Answers: []ProceedingsAnswer{{Text: "hidden-answer"}, {Text: "Retenue", Accepted: true, Author: person("hidden-answerer")}}},
			{ID: "hidden-contribution"},
		},
		Questions: []ProceedingsQuestion{
			{ID: "shown", Public: true, Text: "Quand ?", Author: person("hidden-asker"), PromisedBy: person("hidden-owing"), DueOn: &day, State: QuestionAnswerPromised},
			{ID: "hidden-question"},
		},
		Topics: []ProceedingsTopic{
			{ID: "shown", Public: true, State: TopicHarvested, Convener: person("Porteuse"), Dots: &one,
				Harvest: &ProceedingsHarvest{Said: "Dit", CarriesOn: "hidden-carries", Carriers: []ProceedingsPerson{*person("hidden-carrier")}}},
			{ID: "hidden-topic", State: TopicHeld, Convener: person("hidden-convener"), Dots: &three},
		},
		Outcomes: []ProceedingsOutcome{{ID: "shown", Public: true}, {ID: "hidden-outcome"}},
		Centres:  []ProceedingsCentre{{Name: "Résovilles", People: 4}},
	}
}

func TestThePublicPartNamesNobodyButConveners(t *testing.T) {
	p := lived()
	before, _ := json.Marshal(p)
	public := p.Public()
	text, err := json.Marshal(public)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "hidden-") {
		t.Errorf("anyone reads %s", text)
	}
	for _, kept := range []string{"Dite", "Retenue", "Quand ?", "Porteuse", `"said":"Dit"`, "Résovilles", `"people":0`, `"public_part":true`} {
		if !strings.Contains(string(text), kept) {
			t.Errorf("lost: %s", kept)
		}
	}
	if after, _ := json.Marshal(p); string(after) != string(before) {
		t.Error("the document itself was changed")
	}
	for _, m := range public.Missing() {
		if m.Person != nil {
			t.Errorf("anyone reads who owes %+v", m)
		}
	}
}

func TestWhatIsMissingIsListed(t *testing.T) {
	p := lived()
	kinds := func(p *Proceedings) (kinds []MissingKind) {
		for _, m := range p.Missing() {
			kinds = append(kinds, m.Kind)
		}
		return kinds
	}
	if got := kinds(p); !slices.Equal(got, []MissingKind{MissingForeword, MissingHarvest, MissingAnswer}) {
		t.Error(got)
	}
	p.Foreword, p.Topics[1].State, p.Questions[0].State = "Écrit", TopicHarvested, QuestionAnswered
	if got := kinds(p); len(got) > 0 {
		t.Error(got)
	}
	promises := p.Promises()
	if len(promises) != 2 || promises[0].DueOn != "2026-09-01" || !promises[0].Kept || promises[1].SubjectKind != ObjectContribution {
		t.Errorf("%+v", promises)
	}
}

func TestTheResultsBeginWithTheMostDots(t *testing.T) {
	p := lived()
	if got := p.Results(); len(got) != 2 || *got[0].Dots != 3 {
		t.Errorf("%+v", got)
	}
	p.Topics[0].Dots, p.Topics[1].Dots = nil, nil
	if got := p.Results(); len(got) > 0 {
		t.Errorf("before the vote is closed: %+v", got)
	}
}

func TestAGuestReadsWhatCameOfItOnceAnyoneDoes(t *testing.T) {
	p := lived()
	if got := p.ForGuest().Outcomes; len(got) > 0 {
		t.Errorf("in the making: %+v", got)
	}
	now := time.Now()
	p.FinalAt = &now
	if got := p.ForGuest().Outcomes; len(got) != 1 || got[0].ID != "shown" {
		t.Errorf("final: %+v", got)
	}
}
