package network

import (
	"cmp"
	"slices"
	"time"
)

// The limits of the proceedings.
const (
	ForewordMax = 20_000
	// PublicEntriesMax bounds what is put into the public part, or taken out of
	// it, at once: more than a wall's topics.
	PublicEntriesMax = 400
)

// CanEditProceedings lets those who prepare a gathering write the foreword of
// its proceedings and choose their public part, from its announcement until the
// proceedings are final.
func CanEditProceedings(v Viewer, g Gathering) error {
	if err := CanPrepareGathering(v, g); err != nil {
		return err
	}
	if g.State != GatheringPublished && g.State != GatheringLive && g.State != GatheringClosed {
		return wrongState(gatheringTransitions, g.State)
	}
	return nil
}

// CanFinalizeProceedings lets the coordinator say that the proceedings of a
// gathering that is over are final. Nobody takes it back: see
// CanCorrectProceedings for what can follow.
func CanFinalizeProceedings(v Viewer, g Gathering) error {
	if err := CanActAsStaff(v); err != nil {
		return err
	}
	if !v.IsCoordinator() {
		return Forbidden("coordination_only")
	}
	return transition(gatheringTransitions, g.State, GatheringProceedingsFinal)
}

// Proceedings are the one document of a gathering. While it is in the making it
// is read from the rows of what it tells; once final it is what was kept then.
// The names in it go by id, so that one may be replaced if its person asks.
type Proceedings struct {
	GatheringID   ID                        `json:"gathering_id"`
	Name          string                    `json:"name"`
	City          string                    `json:"city"`
	Venue         string                    `json:"venue"`
	StartsOn      Date                      `json:"starts_on"`
	EndsOn        Date                      `json:"ends_on"`
	TimeZone      string                    `json:"time_zone"`
	Hosts         []string                  `json:"hosts"`
	Foreword      string                    `json:"foreword"`
	VoteClosed    bool                      `json:"vote_closed"`
	Programme     []ProceedingsItem         `json:"programme"`
	Contributions []ProceedingsContribution `json:"contributions"`
	Questions     []ProceedingsQuestion     `json:"questions"`
	Topics        []ProceedingsTopic        `json:"topics"`
	Outcomes      []ProceedingsOutcome      `json:"outcomes"`
	Centres       []ProceedingsCentre       `json:"centres"`
	// PublicPart says that this is what anyone may read.
	PublicPart bool `json:"public_part"`

	// What follows is not part of the document.

	// Version is the foreword's: 0 until something has been written.
	Version int `json:"-"`
	// Address is the permanent one of the last edition; nil before there is one.
	Address *string `json:"-"`
	// Edition is the number of this one, 0 before the first; FinalAt is when it
	// was published, and Note what it corrects.
	Edition int        `json:"-"`
	FinalAt *time.Time `json:"-"`
	Note    string     `json:"-"`
	// Editions are all that were published, the last first.
	Editions []ProceedingsEdition `json:"-"`
	// ViewerCanEdit and its like are its reader's rights.
	ViewerCanEdit     bool `json:"-"`
	ViewerCanFinalize bool `json:"-"`
	ViewerCanCorrect  bool `json:"-"`
	// PDFOffered says that this house can make a PDF of it.
	PDFOffered bool `json:"-"`
}

// ProceedingsPerson is somebody named in the proceedings; Centre is empty for a
// guest.
type ProceedingsPerson struct {
	ID     ID     `json:"id"`
	Name   string `json:"name"`
	Centre string `json:"centre"`
}

// ProceedingsItem is an item of the programme.
type ProceedingsItem struct {
	ID          ID             `json:"id"`
	Title       string         `json:"title"`
	Kind        AgendaItemKind `json:"kind"`
	StartsAt    time.Time      `json:"starts_at"`
	EndsAt      time.Time      `json:"ends_at"`
	Space       string         `json:"space"`
	Speaker     string         `json:"speaker"`
	Description string         `json:"description"`
	Public      bool           `json:"public"`
}

// ProceedingsContribution is a pépite or a question that was brought.
type ProceedingsContribution struct {
	ID          ID                  `json:"id"`
	Kind        ContributionKind    `json:"kind"`
	Title       string              `json:"title"`
	State       ContributionState   `json:"state"`
	Author      *ProceedingsPerson  `json:"author"`
	Context     string              `json:"context"`
	Done        string              `json:"done"`
	Results     string              `json:"results"`
	Reuse       string              `json:"reuse"`
	Links       []string            `json:"links"`
	Support     int                 `json:"support"`
	Answers     []ProceedingsAnswer `json:"answers"`
	PromisedBy  *ProceedingsPerson  `json:"promised_by"`
	PromisedFor *Date               `json:"promised_for"`
	Public      bool                `json:"public"`
}

// ProceedingsAnswer is an answer to a question that was brought.
type ProceedingsAnswer struct {
	Text     string             `json:"text"`
	Accepted bool               `json:"accepted"`
	Author   *ProceedingsPerson `json:"author"`
}

// ProceedingsQuestion is a question that was asked to the person on stage.
type ProceedingsQuestion struct {
	ID         ID                 `json:"id"`
	ItemTitle  string             `json:"item_title"`
	Text       string             `json:"text"`
	State      LiveQuestionState  `json:"state"`
	Author     *ProceedingsPerson `json:"author"`
	Votes      int                `json:"votes"`
	Answer     string             `json:"answer"`
	PromisedBy *ProceedingsPerson `json:"promised_by"`
	DueOn      *Date              `json:"due_on"`
	Public     bool               `json:"public"`
}

// ProceedingsTopic is a topic of the forum with what its sessions produced.
type ProceedingsTopic struct {
	ID          ID                   `json:"id"`
	Title       string               `json:"title"`
	Description string               `json:"description"`
	State       TopicState           `json:"state"`
	Convener    *ProceedingsPerson   `json:"convener"`
	Sessions    []ProceedingsSession `json:"sessions"`
	// People took part in its sessions. Dots are null until the vote is closed.
	People  int                 `json:"people"`
	Dots    *int                `json:"dots"`
	Harvest *ProceedingsHarvest `json:"harvest"`
	Public  bool                `json:"public"`
}

// ProceedingsSession is where and when a topic was worked on.
type ProceedingsSession struct {
	Label    string    `json:"label"`
	StartsAt time.Time `json:"starts_at"`
	Space    string    `json:"space"`
}

// ProceedingsHarvest is a harvest that has been published.
type ProceedingsHarvest struct {
	State     HarvestState        `json:"state"`
	Said      string              `json:"said"`
	Decided   string              `json:"decided"`
	NextSteps string              `json:"next_steps"`
	CarriesOn string              `json:"carries_on"`
	Carriers  []ProceedingsPerson `json:"carriers"`
}

// ProceedingsOutcome is a working group or a joint project that came of what the
// gathering worked on.
type ProceedingsOutcome struct {
	Kind        ObjectKind `json:"kind"`
	ID          ID         `json:"id"`
	Title       string     `json:"title"`
	State       string     `json:"state"`
	OriginID    ID         `json:"origin_id"`
	OriginTitle string     `json:"origin_title"`
	Public      bool       `json:"public"`
}

// ProceedingsCentre is a centre whose people took part.
type ProceedingsCentre struct {
	Name   string `json:"name"`
	City   string `json:"city"`
	People int    `json:"people"`
}

// ProceedingsPromise is an answer that somebody promised before a day.
type ProceedingsPromise struct {
	SubjectKind ObjectKind
	SubjectID   ID
	Subject     string
	By          *ProceedingsPerson
	DueOn       Date
	Kept        bool
}

// MissingKind says what the proceedings lack.
type MissingKind string

const (
	MissingForeword MissingKind = "FOREWORD"
	MissingHarvest  MissingKind = "HARVEST"
	MissingAnswer   MissingKind = "ANSWER"
)

// ProceedingsMissing is one thing that the proceedings lack, and who owes it.
type ProceedingsMissing struct {
	Kind        MissingKind
	SubjectKind *ObjectKind
	SubjectID   *ID
	Subject     string
	Person      *ProceedingsPerson
	DueOn       *Date
}

// Promises are the answers that were promised, the first due first, those kept
// included.
func (p *Proceedings) Promises() []ProceedingsPromise {
	promises := []ProceedingsPromise{}
	for _, q := range p.Questions {
		if q.DueOn != nil {
			promises = append(promises, ProceedingsPromise{ObjectLiveQuestion, q.ID, q.Text, q.PromisedBy, *q.DueOn, q.State == QuestionAnswered})
		}
	}
	for _, c := range p.Contributions {
		if c.PromisedFor != nil {
			promises = append(promises, ProceedingsPromise{ObjectContribution, c.ID, c.Title, c.PromisedBy, *c.PromisedFor, c.State == ContributionAnswered})
		}
	}
	slices.SortStableFunc(promises, func(a, b ProceedingsPromise) int { return cmp.Compare(a.DueOn, b.DueOn) })
	return promises
}

// Missing is what the proceedings lack: it is listed, never hidden.
func (p *Proceedings) Missing() []ProceedingsMissing {
	missing := []ProceedingsMissing{}
	if p.Foreword == "" {
		missing = append(missing, ProceedingsMissing{Kind: MissingForeword})
	}
	for _, t := range p.Topics {
		if t.State == TopicHeld && t.Harvest == nil {
			kind := ObjectTopic
			missing = append(missing, ProceedingsMissing{Kind: MissingHarvest, SubjectKind: &kind, SubjectID: &t.ID, Subject: t.Title, Person: t.Convener})
		}
	}
	for _, owed := range p.Promises() {
		if !owed.Kept {
			missing = append(missing, ProceedingsMissing{MissingAnswer, &owed.SubjectKind, &owed.SubjectID, owed.Subject, owed.By, &owed.DueOn})
		}
	}
	return missing
}

// Results are the topics that received dots, the most first; none before the
// vote is closed.
func (p *Proceedings) Results() []ProceedingsTopic {
	results := []ProceedingsTopic{}
	for _, t := range p.Topics {
		if t.Dots != nil && *t.Dots > 0 {
			results = append(results, t)
		}
	}
	slices.SortStableFunc(results, func(a, b ProceedingsTopic) int { return cmp.Compare(*b.Dots, *a.Dots) })
	return results
}
