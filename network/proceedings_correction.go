package network

import "time"

// The limits of a corrected edition.
const (
	CorrectionNoteMax = 1000
	// CorrectionsMax bounds what one edition corrects.
	CorrectionsMax = 200
	// EditionsMax bounds the editions of one gathering's proceedings.
	EditionsMax = 50
)

// CanCorrectProceedings lets the coordinator, who makes proceedings final,
// publish a corrected edition of them afterwards.
func CanCorrectProceedings(v Viewer, g Gathering) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if !v.IsCoordinator() {
		return Forbidden("coordination_only")
	}
	if g.State != GatheringProceedingsFinal {
		return wrongState(gatheringTransitions, g.State)
	}
	return nil
}

// CheckNextEdition refuses an edition that corrects another than the last, and
// one too many.
func CheckNextEdition(last, read int) error {
	if last != read {
		return Conflict(last)
	}
	if last >= EditionsMax {
		return &Error{Code: CodeLimited, Key: "too_many_editions", Values: []any{"max", EditionsMax}}
	}
	return nil
}

// ProceedingsEdition is one of the editions that were published.
type ProceedingsEdition struct {
	Number int `json:"number"`
	// Note says what it corrects; the first corrects nothing.
	Note string    `json:"note"`
	At   time.Time `json:"at"`
}

// ProceedingsPart says which text of the proceedings a correction replaces.
type ProceedingsPart string

const (
	PartForeword            ProceedingsPart = "FOREWORD"
	PartPersonName          ProceedingsPart = "PERSON_NAME"
	PartItemTitle           ProceedingsPart = "ITEM_TITLE"
	PartItemSpeaker         ProceedingsPart = "ITEM_SPEAKER"
	PartItemDescription     ProceedingsPart = "ITEM_DESCRIPTION"
	PartContributionTitle   ProceedingsPart = "CONTRIBUTION_TITLE"
	PartContributionContext ProceedingsPart = "CONTRIBUTION_CONTEXT"
	PartContributionDone    ProceedingsPart = "CONTRIBUTION_DONE"
	PartContributionResults ProceedingsPart = "CONTRIBUTION_RESULTS"
	PartContributionReuse   ProceedingsPart = "CONTRIBUTION_REUSE"
	PartContributionAnswer  ProceedingsPart = "CONTRIBUTION_ANSWER"
	PartQuestionText        ProceedingsPart = "QUESTION_TEXT"
	PartQuestionAnswer      ProceedingsPart = "QUESTION_ANSWER"
	PartTopicTitle          ProceedingsPart = "TOPIC_TITLE"
	PartTopicDescription    ProceedingsPart = "TOPIC_DESCRIPTION"
	PartHarvestSaid         ProceedingsPart = "HARVEST_SAID"
	PartHarvestDecided      ProceedingsPart = "HARVEST_DECIDED"
	PartHarvestNextSteps    ProceedingsPart = "HARVEST_NEXT_STEPS"
	PartHarvestCarriesOn    ProceedingsPart = "HARVEST_CARRIES_ON"
	correctedNameMax                        = 200
)

// ProceedingsCorrection replaces one text. SubjectID is of what the text
// belongs to, nil for the foreword; Place is which of a contribution's answers,
// from 0.
type ProceedingsCorrection struct {
	Part      ProceedingsPart
	SubjectID *ID
	Place     int
	Text      string
}

// Correct replaces some texts of the document. Nothing else of it moves, so that
// a corrected edition is of the day the first was kept, but for a harvest or an
// answer that was missing and is now given.
func (p *Proceedings) Correct(corrections []ProceedingsCorrection) error {
	if len(corrections) > CorrectionsMax {
		return Invalid("input.corrections", "too_many", "max", CorrectionsMax)
	}
	moved := false
	for _, c := range corrections {
		text, err := c.clean("input.corrections")
		if err != nil {
			return err
		}
		found := p.texts(c)
		if len(found) == 0 {
			return Invalid("input.corrections.subjectId", "not_in_proceedings")
		}
		for _, stands := range found {
			moved = moved || *stands != text
			*stands = text
		}
	}
	if !moved {
		return Invalid("input.corrections", "nothing_corrected")
	}
	p.settle()
	return nil
}

// clean checks a corrected text by the limits of what it replaces.
func (c ProceedingsCorrection) clean(field string) (string, error) {
	switch c.Part {
	case PartForeword:
		return CleanText(field, c.Text, ForewordMax)
	case PartPersonName:
		return CleanLine(field, c.Text, correctedNameMax)
	case PartItemTitle:
		return CleanLine(field, c.Text, AgendaTitleMax)
	case PartItemSpeaker:
		return CleanText(field, c.Text, AgendaSpeakerMax)
	case PartItemDescription:
		return CleanText(field, c.Text, AgendaDescriptionMax)
	case PartContributionTitle:
		return CleanLine(field, c.Text, ContributionTitleMax)
	case PartContributionContext, PartContributionDone, PartContributionResults, PartContributionReuse:
		return CleanText(field, c.Text, ContributionTextMax)
	case PartContributionAnswer:
		return RequireText(field, c.Text, AnswerTextMax)
	case PartQuestionText:
		return RequireText(field, c.Text, LiveQuestionTextMax)
	case PartQuestionAnswer:
		return RequireText(field, c.Text, LiveQuestionAnswerMax)
	case PartTopicTitle:
		return CleanLine(field, c.Text, TopicTitleMax)
	case PartTopicDescription:
		return CleanText(field, c.Text, TopicDescriptionMax)
	case PartHarvestCarriesOn:
		return CleanText(field, c.Text, CarriesOnMax)
	default:
		return CleanText(field, c.Text, HarvestTextMax)
	}
}
