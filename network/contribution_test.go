package network

import (
	"slices"
	"strings"
	"testing"
)

var contributionStates = []ContributionState{ContributionDraft, ContributionPublished, ContributionPresented,
	ContributionAnswerPromised, ContributionAnswered, ContributionWithdrawn}

// barcampPeople are by what they are to the contribution and its gathering.
func barcampPeople() map[string]Viewer {
	staff := func(id ID, job Job, role NetworkRole) Viewer {
		return Viewer{Kind: Staff, StaffID: id, CentreID: "c", Job: job, Role: role}
	}
	return map[string]Viewer{
		"author":      staff("author", JobMissionOfficer, RoleNone),
		"officer":     staff("officer", JobMissionOfficer, RoleNone),
		"director":    staff("director", JobDirector, RoleNone),
		"assistant":   staff("assistant", JobAdministrativeAssistant, RoleNone),
		"promiser":    staff("promiser", JobInformationOfficer, RoleNone),
		"coordinator": staff("coordinator", JobNationalCoordination, RoleCoordinator),
		"admin":       staff("admin", JobNationalCoordination, RoleAdmin),
		"guest":       {Kind: Guest, StaffID: "guest", Job: JobGuest, GatheringID: "g"},
		"elsewhere":   {Kind: Guest, StaffID: "elsewhere", Job: JobGuest, GatheringID: "other"},
		"reader":      {Kind: Staff, StaffID: "author", Job: JobMissionOfficer, ReadOnly: true},
		"anonymous":   {Kind: Anonymous},
	}
}

func aContribution(kind ContributionKind, state ContributionState) Contribution {
	c := Contribution{ID: "x", Kind: kind, State: state, AuthorID: "author", Barcamp: Barcamp{GatheringID: "g", State: GatheringLive, Hosted: true}}
	if state == ContributionAnswerPromised {
		c.PromisedByID = "promiser"
	}
	return c
}

// TestContributionRights says of each right who has it where the state allows
// it, and in which states of a question whoever has it keeps it.
func TestContributionRights(t *testing.T) {
	const everyone = "author officer director assistant promiser coordinator admin guest"
	const standing = "PUBLISHED PRESENTED ANSWER_PROMISED ANSWERED"
	const open = "PUBLISHED PRESENTED ANSWER_PROMISED"
	phase := Forum{GatheringID: "g", Phase: PhaseMarketplace}
	proposes := func(v Viewer, c Contribution) error { return CanProposeTopicFrom(v, c, phase) }
	own := func(v Viewer, c Contribution) error { return CanPromiseAnswerOf(v, c, v.StaffID) }
	other := func(v Viewer, c Contribution) error { return CanPromiseAnswerOf(v, c, "officer2") }
	for _, c := range []struct {
		name   string
		can    func(Viewer, Contribution) error
		in     ContributionState
		who    string
		holder string // one of them, who has it in every state
		states string
		pepite string // the states of a pépite in which it is had
	}{
		{"edit", CanEditContribution, ContributionPublished, "author coordinator", "author", "DRAFT PUBLISHED PRESENTED", "DRAFT PUBLISHED PRESENTED"},
		{"publish", CanPublishContribution, ContributionDraft, "author coordinator", "author", "DRAFT", "DRAFT"},
		{"withdraw", CanWithdrawContribution, ContributionPublished, "author coordinator", "author", "DRAFT " + open, "DRAFT " + open},
		{"present", CanPresentContribution, ContributionPublished, "director assistant coordinator", "coordinator", "PUBLISHED", "PUBLISHED"},
		{"support", CanSupportContribution, ContributionPublished, everyone, "guest", standing, standing},
		{"comment", CanCommentContribution, ContributionPublished, everyone, "guest", standing, standing},
		{"answer", CanAnswerContribution, ContributionPublished, everyone, "guest", open, ""},
		{"accept an answer", CanAcceptAnswer, ContributionPublished, "author coordinator", "author", open, ""},
		{"promise", own, ContributionPublished, "author officer director assistant promiser coordinator admin", "coordinator", open, ""},
		{"promise again", own, ContributionAnswerPromised, "director assistant promiser coordinator", "promiser", open, ""},
		{"name who promises", other, ContributionPublished, "director assistant coordinator", "director", open, ""},
		{"propose a topic", proposes, ContributionPublished, everyone, "guest", standing, standing},
		{"ask for a group", CanRequestWorkingGroupFrom, ContributionPublished, "author officer director", "officer", standing, standing},
		{"draft a project", CanDraftFromContribution, ContributionPublished, "director", "director", standing, standing},
	} {
		t.Run(c.name, func(t *testing.T) {
			for name, v := range barcampPeople() {
				may := c.can(v, aContribution(ContributionQuestion, c.in)) == nil
				if want := slices.Contains(strings.Fields(c.who), name); may != want {
					t.Errorf("%s may: %v, want %v", name, may, want)
				}
			}
			holder := barcampPeople()[c.holder]
			for _, state := range contributionStates {
				for kind, states := range map[ContributionKind]string{ContributionQuestion: c.states, ContributionPepite: c.pepite} {
					may := c.can(holder, aContribution(kind, state)) == nil
					if want := slices.Contains(strings.Fields(states), string(state)); may != want {
						t.Errorf("in %s of a %s: %v, want %v", state, kind, may, want)
					}
				}
			}
		})
	}
}

func TestWhoIsNotOfTheGatheringFindsNothing(t *testing.T) {
	c := aContribution(ContributionQuestion, ContributionPublished)
	outside := barcampPeople()["elsewhere"]
	for name, can := range map[string]func(Viewer, Contribution) error{
		"edit": CanEditContribution, "support": CanSupportContribution, "comment": CanCommentContribution,
		"answer": CanAnswerContribution, "present": CanPresentContribution, "promise": CanPromiseAnswer, "accept": CanAcceptAnswer,
	} {
		if !IsCode(can(outside, c), CodeNotFound) {
			t.Errorf("%s: %v, want NOT_FOUND", name, can(outside, c))
		}
	}
	c.Barcamp = Barcamp{}
	if guest := barcampPeople()["guest"]; !IsCode(CanSupportContribution(guest, c), CodeNotFound) {
		t.Error("a guest has a part in what belongs to no gathering")
	}
}

func TestWhereAContributionMayBeBrought(t *testing.T) {
	people := barcampPeople()
	for state, want := range map[GatheringState]Code{
		GatheringPublished: "", GatheringLive: "", GatheringDraft: CodeInvalid,
		GatheringClosed: CodeInvalid, GatheringProceedingsFinal: CodeInvalid, GatheringCancelled: CodeInvalid,
	} {
		err := CanBring(people["officer"], Barcamp{GatheringID: "g", State: state})
		if (want == "") != (err == nil) || want != "" && !IsCode(err, want) {
			t.Errorf("to a gathering that is %s: %v, want %q", state, err, want)
		}
	}
	for _, c := range []struct {
		who  string
		to   Barcamp
		want Code
	}{
		{"officer", Barcamp{}, ""}, {"guest", Barcamp{}, CodeInvalid},
		{"elsewhere", Barcamp{GatheringID: "g", State: GatheringLive}, CodeNotFound},
		{"anonymous", Barcamp{}, CodeUnauthenticated}, {"reader", Barcamp{}, CodeForbidden},
	} {
		err := CanBring(people[c.who], c.to)
		if (c.want == "") != (err == nil) || c.want != "" && !IsCode(err, c.want) {
			t.Errorf("%s to %q: %v, want %q", c.who, c.to.GatheringID, err, c.want)
		}
	}
	next := Barcamp{GatheringID: "next", State: GatheringPublished}
	alone := aContribution(ContributionPepite, ContributionPublished)
	alone.Barcamp = Barcamp{}
	for name, c := range map[string]struct {
		from Contribution
		may  bool
	}{
		"a draft":             {aContribution(ContributionPepite, ContributionDraft), true},
		"published there":     {aContribution(ContributionPepite, ContributionPublished), false},
		"published nowhere":   {alone, true},
		"presented elsewhere": {aContribution(ContributionPepite, ContributionPresented), false},
	} {
		if err := CanMoveContribution(people["author"], c.from, next); (err == nil) != c.may {
			t.Errorf("%s to the next gathering: %v", name, err)
		}
	}
	over := aContribution(ContributionPepite, ContributionDraft)
	over.Barcamp.State = GatheringClosed
	if err := CanPublishContribution(people["author"], over); !IsCode(err, CodeForbidden) {
		t.Errorf("published after the gathering: %v", err)
	}
	early := aContribution(ContributionPepite, ContributionPublished)
	early.Barcamp.State = GatheringPublished
	if err := CanPresentContribution(people["director"], early); !IsCode(err, CodeForbidden) {
		t.Errorf("presented before the gathering: %v", err)
	}
}

func TestContributionMovesAreThoseOfTheViewer(t *testing.T) {
	people := barcampPeople()
	for _, c := range []struct {
		who   string
		kind  ContributionKind
		state ContributionState
		want  string
	}{
		{"author", ContributionPepite, ContributionDraft, "PUBLISHED WITHDRAWN"},
		{"author", ContributionPepite, ContributionPublished, "WITHDRAWN"},
		{"author", ContributionQuestion, ContributionPublished, "ANSWER_PROMISED ANSWERED WITHDRAWN"},
		{"coordinator", ContributionQuestion, ContributionPublished, "PRESENTED ANSWER_PROMISED ANSWERED WITHDRAWN"},
		{"assistant", ContributionPepite, ContributionPublished, "PRESENTED"},
		{"officer", ContributionQuestion, ContributionPresented, "ANSWER_PROMISED"},
		{"officer", ContributionQuestion, ContributionAnswerPromised, ""},
		{"author", ContributionQuestion, ContributionAnswered, ""},
	} {
		var got []string
		for _, to := range ContributionMoves(people[c.who], aContribution(c.kind, c.state)) {
			got = append(got, string(to))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s with a %s that is %s: %v, want %s", c.who, c.kind, c.state, got, c.want)
		}
	}
	alone := aContribution(ContributionPepite, ContributionPublished)
	alone.Barcamp = Barcamp{}
	if slices.Contains(alone.moves(), ContributionPresented) {
		t.Error("what belongs to no gathering is presented nowhere")
	}
}

func TestContributionText(t *testing.T) {
	link := func(links ...string) ContributionText { return ContributionText{Title: "Titre", Links: links} }
	for _, c := range []struct {
		name  string
		kind  ContributionKind
		text  ContributionText
		field string
	}{
		{"no title", ContributionPepite, ContributionText{Title: " "}, "input.title"},
		{"a sheet of a question", ContributionQuestion, ContributionText{Title: "Titre", Done: "Fait"}, "input.done"},
		{"links of a question", ContributionQuestion, link("https://centre.example"), "input.links"},
		{"too long a contact", ContributionPepite, ContributionText{Title: "Titre", Contact: strings.Repeat("a", 301)}, "input.contact"},
		{"a script", ContributionPepite, link("javascript:alert(1)"), "input.links"},
		{"a file", ContributionPepite, link("file:///etc/passwd"), "input.links"},
		{"data", ContributionPepite, link("data:text/html,x"), "input.links"},
		{"no host", ContributionPepite, link("https:"), "input.links"},
		{"words", ContributionPepite, link("voir le site"), "input.links"},
		{"a space", ContributionPepite, link("https://centre.example/a b"), "input.links"},
		{"six", ContributionPepite, link("https://a.example", "https://b.example", "https://c.example", "https://d.example", "https://e.example", "https://f.example"), "input.links"},
	} {
		err := c.text.Validate(c.kind)
		if told, ok := err.(*Error); !ok || told.Code != CodeInvalid || told.Field != c.field {
			t.Errorf("%s: %v, want INVALID on %s", c.name, err, c.field)
		}
	}
	good := link(" https://centre.example/fiche?x=1 ", "", "http://b.example", "http://b.example")
	good.Context = "Une\r\nligne"
	if err := good.Validate(ContributionPepite); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(good.Links, " ") + good.Context; got != "https://centre.example/fiche?x=1 http://b.exampleUne\nligne" {
		t.Errorf("cleaned to %q", got)
	}
}

func TestAPromiseIsForADayToCome(t *testing.T) {
	for day, ok := range map[Date]bool{"2026-06-24": false, "2026-06-25": true, "2028-06-24": true, "2028-06-25": false} {
		if err := CheckPromise("2026-06-25", day); (err == nil) != ok {
			t.Errorf("%s: %v", day, err)
		}
	}
}

func TestWithdrawComment(t *testing.T) {
	c := aContribution(ContributionPepite, ContributionPresented)
	for name, v := range barcampPeople() {
		err := CanWithdrawComment(v, c, Comment{AuthorID: "guest"})
		if may := name == "guest" || name == "coordinator"; (err == nil) != may {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := CanWithdrawComment(barcampPeople()["guest"], c, Comment{AuthorID: "guest", Withdrawn: true}); !IsCode(err, CodeInvalidTransition) {
		t.Errorf("twice: %v", err)
	}
}
