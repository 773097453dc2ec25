package seed

import (
	"slices"
	"time"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"maillage/network"
)

type contribution struct {
	w                         *world
	id                        uuid.UUID
	kind                      network.ContributionKind
	gathering                 *gathering // nil: brought to none
	text                      network.ContributionText
	state                     network.ContributionState
	author                    *person
	themes                    []*theme
	created, shown, presented time.Time
	promisedBy                *person
	promisedFor               network.Date
	supports                  []mark
	comments                  []*comment
	answers                   []*answer
	accepted                  *answer
	version                   int
}

type comment struct {
	id            uuid.UUID
	author        *person
	text          string
	at, withdrawn time.Time
}

type answer struct {
	id     uuid.UUID
	author *person
	text   string
	at     time.Time
}

// bring drafts a contribution for a gathering, or for none.
func (w *world) bring(at time.Time, author *person, kind network.ContributionKind, g *gathering, text network.ContributionText, themes ...*theme) *contribution {
	w.must(text.Validate(kind) == nil, "contribution %q: %v", text.Title, text.Validate(kind))
	c := &contribution{w: w, id: w.id(at), kind: kind, gathering: g, text: text, state: network.ContributionDraft, author: author,
		themes: themes, created: at, version: 1}
	w.contributions = append(w.contributions, c)
	c.tell(at, author, network.VerbContributionDrafted, "", string(c.state), text.Title)
	return c
}

// tell tells whoever may see the contribution.
func (c *contribution) tell(at time.Time, by *person, verb network.EventVerb, from, to, words string) {
	f := fact{at: at, actor: by, verb: verb, kind: network.ObjectContribution, object: &c.id, audience: "STAFF", from: from, to: to, excerpt: words}
	if c.gathering != nil {
		f.gathering, f.audience = &c.gathering.id, "GATHERING"
	}
	if c.shown.IsZero() {
		f.audience, f.person = "PERSON", c.author
	}
	c.w.tell(f)
}

func (c *contribution) goes(at time.Time, by *person, verb network.EventVerb, to network.ContributionState, told, words string, from ...network.ContributionState) {
	c.w.must(slices.Contains(from, c.state), "%s: contribution %q is %s", verb, c.text.Title, c.state)
	c.tell(at, by, verb, string(c.state), told, words)
	c.state = to
}

func (c *contribution) publish(at time.Time) {
	c.shown = at
	c.version++
	c.goes(at, c.author, network.VerbContributionPublished, network.ContributionPublished, string(network.ContributionPublished), c.text.Title,
		network.ContributionDraft)
}

func (c *contribution) withdraw(at time.Time) {
	c.version++
	c.goes(at, c.author, network.VerbContributionWithdrawn, network.ContributionWithdrawn, string(network.ContributionWithdrawn), c.text.Title,
		network.ContributionDraft, network.ContributionPublished, network.ContributionPresented)
}

func (c *contribution) present(at time.Time, by *person) {
	c.w.must(c.gathering != nil && by.role == network.RoleCoordinator, "%s presents %q", by.name(), c.text.Title)
	c.presented = at
	c.goes(at, by, network.VerbContributionPresented, network.ContributionPresented, string(network.ContributionPresented), c.text.Title,
		network.ContributionPublished)
}

func (c *contribution) support(at time.Time, p *person) {
	c.w.must(!c.shown.IsZero() && !slices.ContainsFunc(c.supports, func(m mark) bool { return m.who == p }), "%s supports %q", p.name(), c.text.Title)
	c.supports = append(c.supports, mark{who: p, at: at})
	c.tell(at, p, network.VerbContributionSupported, "", "", "")
}

func (c *contribution) comment(at time.Time, p *person, text string) *comment {
	c.w.must(!c.shown.IsZero() && at.After(c.shown) && text != "", "%s comments %q", p.name(), c.text.Title)
	said := &comment{id: c.w.id(at), author: p, text: text, at: at}
	c.comments = append(c.comments, said)
	c.tell(at, p, network.VerbContributionCommented, "", "", "")
	return said
}

func (c *contribution) takeBack(at time.Time, said *comment) {
	said.withdrawn = at
	c.tell(at, said.author, network.VerbCommentWithdrawn, "", "", "")
}

func (c *contribution) answer(at time.Time, p *person, text string) {
	c.w.must(c.kind == network.ContributionQuestion && c.accepted == nil && text != "", "%s answers %q", p.name(), c.text.Title)
	c.w.must(!slices.ContainsFunc(c.answers, func(a *answer) bool { return a.author == p }), "%s answers %q twice", p.name(), c.text.Title)
	c.answers = append(c.answers, &answer{id: c.w.id(at), author: p, text: text, at: at})
	c.tell(at, p, network.VerbContributionAnswered, "", "", text)
}

func (c *contribution) promise(at time.Time, p *person, due network.Date) {
	c.w.must(p.job != network.JobGuest, "%s promises an answer", p.name())
	c.promisedBy, c.promisedFor = p, due
	c.goes(at, p, network.VerbAnswerPromised, network.ContributionAnswerPromised, string(due), c.text.Title,
		network.ContributionPublished, network.ContributionPresented)
	c.w.ask(at, p, network.AsksAnswerQuestion, network.ObjectContribution, c.id, due, p)
}

func (c *contribution) accept(at time.Time, p *person) {
	i := slices.IndexFunc(c.answers, func(a *answer) bool { return a.author == p })
	c.w.must(i >= 0, "%s has not answered %q", p.name(), c.text.Title)
	if i < 0 {
		return
	}
	c.accepted = c.answers[i]
	c.goes(at, c.author, network.VerbAnswerAccepted, network.ContributionAnswered, string(network.ContributionAnswered), c.accepted.text,
		network.ContributionPublished, network.ContributionPresented, network.ContributionAnswerPromised)
	c.w.settle(at, c.author, network.AsksAnswerQuestion, c.id)
}

func (w *world) contributionTables() []table {
	return []table{
		listOf("contribution", "id kind gathering_id title context done results reuse contact links state author_id published_at presented_at promised_by_id promised_for accepted_answer_id version created_at",
			w.contributions, func(add adder, c *contribution) {
				var gathering any
				if c.gathering != nil {
					gathering = c.gathering.id.String()
				}
				var accepted any
				if c.accepted != nil {
					accepted = c.accepted.id.String()
				}
				add(c.id.String(), string(c.kind), gathering, c.text.Title, c.text.Context, c.text.Done, c.text.Results, c.text.Reuse, c.text.Contact,
					pq.StringArray(c.text.Links), string(c.state), c.author.id.String(), at(c.shown), at(c.presented), personID(c.promisedBy), day(c.promisedFor),
					accepted, c.version, c.created)
			}),
		rowsOf("contribution_theme", "contribution_id theme_id", w.contributions, func(c *contribution) []*theme { return c.themes }, func(add adder, c *contribution, t *theme) {
			add(c.id.String(), t.id.String())
		}),
		rowsOf("contribution_support", "contribution_id staff_id at", w.contributions, func(c *contribution) []mark { return c.supports }, func(add adder, c *contribution, m mark) {
			add(c.id.String(), m.who.id.String(), m.at)
		}),
		rowsOf("contribution_comment", "id contribution_id author_id text created_at withdrawn_at", w.contributions, func(c *contribution) []*comment { return c.comments },
			func(add adder, c *contribution, said *comment) {
				add(said.id.String(), c.id.String(), said.author.id.String(), said.text, said.at, at(said.withdrawn))
			}),
		rowsOf("contribution_answer", "id contribution_id author_id text created_at", w.contributions, func(c *contribution) []*answer { return c.answers },
			func(add adder, c *contribution, a *answer) {
				add(a.id.String(), c.id.String(), a.author.id.String(), a.text, a.at)
			}),
	}
}
