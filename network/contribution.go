package network

import (
	"net/url"
	"slices"
	"strings"
)

// ContributionKind: PEPITE: a practice worth copying. QUESTION: one to solve together.
type ContributionKind string

const (
	ContributionPepite   ContributionKind = "PEPITE"
	ContributionQuestion ContributionKind = "QUESTION"
)

// ContributionState: DRAFT → PUBLISHED → PRESENTED → (QUESTION: ANSWER_PROMISED → ANSWERED);
// WITHDRAWN.
type ContributionState string

const (
	ContributionDraft          ContributionState = "DRAFT"
	ContributionPublished      ContributionState = "PUBLISHED"
	ContributionPresented      ContributionState = "PRESENTED"
	ContributionAnswerPromised ContributionState = "ANSWER_PROMISED"
	ContributionAnswered       ContributionState = "ANSWERED"
	ContributionWithdrawn      ContributionState = "WITHDRAWN"
)

// The limits of a contribution and of what is said about it, in characters
// where nothing else is said.
const (
	ContributionTitleMax   = 120
	ContributionTextMax    = 4000
	ContributionContactMax = 300
	ContributionLinksMax   = 5
	ContributionLinkMax    = 500
	CommentTextMax         = 2000
	AnswerTextMax          = 4000
	// AnswersPerQuestion bounds what is read whole beneath a question.
	AnswersPerQuestion = 50
	// PromiseDaysMax is how far ahead an answer may be promised.
	PromiseDaysMax = 730
)

// contributionMoves are the moves of a contribution, from each state. Those
// that have to do with an answer are a question's only. A question of no
// gathering is never presented, so it may be answered as it stands.
var contributionMoves = map[ContributionState][]ContributionState{
	ContributionDraft:          {ContributionPublished, ContributionWithdrawn},
	ContributionPublished:      {ContributionPresented, ContributionAnswerPromised, ContributionAnswered, ContributionWithdrawn},
	ContributionPresented:      {ContributionAnswerPromised, ContributionAnswered, ContributionWithdrawn},
	ContributionAnswerPromised: {ContributionAnswered, ContributionWithdrawn},
}

// Barcamp is what the rules look at of the gathering to which a contribution
// is brought; the zero value is none.
type Barcamp struct {
	GatheringID ID
	State       GatheringState
	// Hosted says that the viewer's centre is one of its hosts.
	Hosted bool
}

// open says whether contributions may still be brought to it.
func (b Barcamp) open() bool {
	return b.GatheringID == "" || b.State == GatheringPublished || b.State == GatheringLive
}

// Contribution is what the rules look at of a pépite or a question.
type Contribution struct {
	ID       ID
	Kind     ContributionKind
	State    ContributionState
	Barcamp  Barcamp
	AuthorID ID
	// PromisedByID is who has promised an answer, if anyone has.
	PromisedByID ID
	// Published says that others have been shown it; it never ends.
	Published bool
	Title     string
	Version   int
}

// moves are those of contributionMoves that this contribution may make.
func (c Contribution) moves() []ContributionState {
	moves := []ContributionState{}
	for _, to := range contributionMoves[c.State] {
		switch to {
		case ContributionAnswerPromised, ContributionAnswered:
			if c.Kind != ContributionQuestion {
				continue
			}
		case ContributionPresented:
			if c.Barcamp.GatheringID == "" {
				continue
			}
		}
		moves = append(moves, to)
	}
	return moves
}

func (c Contribution) goesTo(to ContributionState) error {
	if !slices.Contains(c.moves(), to) {
		return InvalidTransition(c.State, c.moves())
	}
	return nil
}

// in refuses a contribution that is in none of these states.
func (c Contribution) in(states ...ContributionState) error {
	if !slices.Contains(states, c.State) {
		return InvalidTransition(c.State, c.moves())
	}
	return nil
}

// stands refuses what has not been shown to others, and what was withdrawn.
func (c Contribution) stands() error {
	return c.in(ContributionPublished, ContributionPresented, ContributionAnswerPromised, ContributionAnswered)
}

// ContributionMoves are the moves that the viewer may make with the contribution.
func ContributionMoves(v Viewer, c Contribution) []ContributionState {
	may := map[ContributionState]func(Viewer, Contribution) error{
		ContributionPublished:      CanPublishContribution,
		ContributionPresented:      CanPresentContribution,
		ContributionAnswerPromised: CanPromiseAnswer,
		ContributionAnswered:       CanAcceptAnswer,
		ContributionWithdrawn:      CanWithdrawContribution,
	}
	moves := []ContributionState{}
	for _, to := range c.moves() {
		if may[to](v, c) == nil {
			moves = append(moves, to)
		}
	}
	return moves
}

// ContributionText is what is written on a contribution: a practice sheet, or
// a question, which has a title and a context only.
type ContributionText struct {
	Title, Context                string
	Done, Results, Reuse, Contact string
	Links                         []string
}

// Validate cleans the texts in place, or says which field is at fault.
func (c *ContributionText) Validate(kind ContributionKind) (err error) {
	if c.Title, err = CleanLine("input.title", c.Title, ContributionTitleMax); err != nil {
		return err
	}
	for _, f := range []struct {
		field string
		text  *string
		max   int
		sheet bool
	}{
		{"input.context", &c.Context, ContributionTextMax, false},
		{"input.done", &c.Done, ContributionTextMax, true},
		{"input.results", &c.Results, ContributionTextMax, true},
		{"input.reuse", &c.Reuse, ContributionTextMax, true},
		{"input.contact", &c.Contact, ContributionContactMax, true},
	} {
		if *f.text, err = CleanText(f.field, *f.text, f.max); err != nil {
			return err
		}
		if f.sheet && kind == ContributionQuestion && *f.text != "" {
			return Invalid(f.field, "not_of_a_question")
		}
	}
	if kind == ContributionQuestion && len(c.Links) > 0 {
		return Invalid("input.links", "not_of_a_question")
	}
	c.Links, err = cleanLinks(c.Links)
	return err
}

// cleanLinks takes addresses of the web, empty lines aside.
func cleanLinks(links []string) ([]string, error) {
	clean := []string{}
	for _, link := range links {
		if strings.TrimSpace(link) == "" {
			continue
		}
		link, err := CleanLine("input.links", link, ContributionLinkMax)
		if err != nil {
			return nil, err
		}
		parsed, err := url.Parse(link)
		if err != nil || parsed.Host == "" || parsed.Scheme != "https" && parsed.Scheme != "http" || strings.ContainsAny(link, " \"<>") {
			return nil, Invalid("input.links", "not_a_link")
		}
		if !slices.Contains(clean, link) {
			clean = append(clean, link)
		}
	}
	if len(clean) > ContributionLinksMax {
		return nil, Invalid("input.links", "too_many", "max", ContributionLinksMax)
	}
	return clean, nil
}

// CheckPromise refuses a day that has gone by, or that is too far to be meant.
func CheckPromise(today, dueOn Date) error {
	if dueOn < today || dueOn > today.AddDays(PromiseDaysMax) {
		return Invalid("input.dueOn", "promise_day")
	}
	return nil
}
