package network

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestWhoCorrectsProceedingsAndWhen(t *testing.T) {
	for _, c := range []struct {
		name string
		v    Viewer
		g    Gathering
		want Code
	}{
		{"anonymous", Viewer{Kind: Anonymous}, Gathering{State: GatheringProceedingsFinal}, CodeUnauthenticated},
		{"a guest", aParticipant, Gathering{ID: "tours", State: GatheringProceedingsFinal}, CodeForbidden},
		{"an assistant of a host", anAssistant, Gathering{State: GatheringProceedingsFinal, Hosted: true}, CodeForbidden},
		{"the coordinator", coordinator, Gathering{State: GatheringProceedingsFinal}, ""},
		{"before they are final", coordinator, Gathering{State: GatheringClosed}, CodeInvalidTransition},
	} {
		if err := CanCorrectProceedings(c.v, c.g); codeOf(err) != c.want {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
	for _, c := range []struct {
		last, read int
		want       Code
	}{{1, 1, ""}, {2, 1, CodeConflict}, {EditionsMax, EditionsMax, CodeLimited}} {
		if err := CheckNextEdition(c.last, c.read); codeOf(err) != c.want {
			t.Errorf("edition %d after %d: %v, want %q", c.read, c.last, err, c.want)
		}
	}
}

func correction(part ProceedingsPart, of ID, text string) []ProceedingsCorrection {
	return []ProceedingsCorrection{{Part: part, SubjectID: &of, Text: text}}
}

// corrigible are lived proceedings with a subject of each kind of its own name.
func corrigible() *Proceedings {
	p := lived()
	p.Programme[0] = ProceedingsItem{ID: "item", Title: "Plénière"}
	p.Contributions[0].ID, p.Questions[0].ID, p.Topics[0].ID = "contribution", "question", "topic"
	p.Questions[0].ItemTitle = "Plénière"
	p.Outcomes[0].OriginID, p.Outcomes[0].OriginTitle = "topic", "Sujet"
	return p
}

func TestEveryTextIsCorrectedWhereItStands(t *testing.T) {
	for part, c := range map[ProceedingsPart]struct {
		of     ID
		places int
	}{
		PartForeword: {"", 1}, PartItemTitle: {"item", 2}, PartItemSpeaker: {"item", 1}, PartItemDescription: {"item", 1},
		PartContributionTitle: {"contribution", 1}, PartContributionContext: {"contribution", 1}, PartContributionDone: {"contribution", 1},
		PartContributionResults: {"contribution", 1}, PartContributionReuse: {"contribution", 1}, PartContributionAnswer: {"contribution", 1},
		PartQuestionText: {"question", 1}, PartQuestionAnswer: {"question", 1},
		PartTopicTitle: {"topic", 2}, PartTopicDescription: {"topic", 1}, PartHarvestSaid: {"topic", 1}, PartHarvestDecided: {"topic", 1},
		PartHarvestNextSteps: {"topic", 1}, PartHarvestCarriesOn: {"topic", 1}, PartPersonName: {"hidden-carrier", 1},
	} {
		p := corrigible()
		if err := p.Correct(correction(part, c.of, "corrigé")); err != nil {
			t.Errorf("%s: %v", part, err)
		}
		text, _ := json.Marshal(p)
		if got := strings.Count(string(text), "corrigé"); got != c.places {
			t.Errorf("%s is corrected in %d places, want %d: %s", part, got, c.places, text)
		}
	}
}

func TestWhatWasMissingIsGiven(t *testing.T) {
	p := corrigible()
	if err := p.Correct(correction(PartHarvestDecided, "hidden-topic", "Un groupe")); err != nil {
		t.Fatal(err)
	}
	if got := p.Topics[1]; got.State != TopicHarvested || got.Harvest.Decided != "Un groupe" {
		t.Errorf("a late harvest: %+v", got)
	}
	if err := p.Correct(correction(PartQuestionAnswer, "question", "Bientôt")); err != nil {
		t.Fatal(err)
	}
	if p.Questions[0].State != QuestionAnswered {
		t.Errorf("a late answer: %+v", p.Questions[0])
	}
	for _, m := range p.Missing() {
		if m.Kind == MissingHarvest || m.SubjectID != nil && *m.SubjectID == "question" {
			t.Errorf("still missing: %+v", m)
		}
	}
}

func TestACorrectionThatCorrectsNothingIsRefused(t *testing.T) {
	for name, c := range map[string]struct {
		corrections []ProceedingsCorrection
		key         string
	}{
		"none":              {nil, "nothing_corrected"},
		"the same text":     {correction(PartForeword, "", ""), "nothing_corrected"},
		"of something else": {correction(PartTopicTitle, "elsewhere", "x"), "not_in_proceedings"},
		"of another kind":   {correction(PartTopicTitle, "contribution", "x"), "not_in_proceedings"},
		"of no subject":     {[]ProceedingsCorrection{{Part: PartTopicTitle, Text: "x"}}, "not_in_proceedings"},
		"of no such answer": {[]ProceedingsCorrection{{Part: PartContributionAnswer, SubjectID: new(ID), Place: -1, Text: "x"}}, "not_in_proceedings"},
		"of an answer too far": {func() []ProceedingsCorrection {
			c := correction(PartContributionAnswer, "contribution", "x")
			c[0].Place = 2
			return c
		}(), "not_in_proceedings"},
		"a title that is empty":    {correction(PartTopicTitle, "topic", " "), "required"},
		"a title that is too long": {correction(PartTopicTitle, "topic", strings.Repeat("é", TopicTitleMax+1)), "too_long"},
		"too many":                 {make([]ProceedingsCorrection, CorrectionsMax+1), "too_many"},
	} {
		err, _ := corrigible().Correct(c.corrections).(*Error)
		if err == nil || err.Code != CodeInvalid || err.Key != c.key {
			t.Errorf("%s: %v, want %s", name, err, c.key)
		}
	}
	p := corrigible()
	if err := p.Correct(append(correction(PartHarvestSaid, "hidden-topic", ""), correction(PartForeword, "", "Écrit")...)); err != nil {
		t.Fatal(err)
	}
	if p.Topics[1].Harvest != nil || p.Topics[1].State != TopicHeld {
		t.Errorf("an empty harvest is none: %+v", p.Topics[1])
	}
}
