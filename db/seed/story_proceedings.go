package seed

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"maillage/db"
	"maillage/network"
)

// A minute is what was written and chosen for the proceedings of a gathering.
type minute struct {
	foreword string
	public   []uuid.UUID
	final    time.Time
	by       *person
	// corrected are the editions after the first.
	corrected []correction
}

// A correction is an edition in which the foreword was mended.
type correction struct {
	at             time.Time
	note, foreword string
}

const nantesForeword = `Deux jours à Nantes, quatre-vingts professionnels des centres de ressources, **quatre métiers** autour des mêmes tables.

Ces actes rassemblent ce qui a été apporté au barcamp, demandé en plénière et travaillé au forum ouvert. Ils ont été laissés ouverts longtemps, pour dire aussi *ce que les sujets sont devenus* :

- les récoltes sont celles que leurs auteurs ont confirmées ;
- les groupes et les projets sont nommés avec le sujet dont ils sont nés ;
- ce qui manque est dit à la fin, sans fard.

Merci à Résovilles, qui invitait, et à toutes celles et ceux qui ont tenu la plume.`

// proceedings tells what became of the documents: Nantes has final ones, Lyon a
// foreword that its hosts began.
func (s *story) proceedings() {
	for _, g := range s.gatherings {
		switch g.name {
		case "Rencontre nationale de Nantes":
			s.foreword(g, s.when("-74 10:20"), s.who("reso.a1"), nantesForeword)
			s.choose(g, s.when("-73 16:05"), s.who("reso.a1"))
			s.finalize(g, s.when("-70 11:30"))
			s.correct(g, s.when("-62 09:45"), "L’avant-propos comptait quatre-vingts personnes : les feuilles de présence en disent quatre-vingt-six.",
				strings.Replace(nantesForeword, "quatre-vingts professionnels", "quatre-vingt-six professionnels", 1))
		case "Rencontre nationale de Lyon":
			s.foreword(g, s.when("-66 14:40"), s.who("labo.a1"), "Lyon préparait les contrats « Quartiers 2030 ». Ces actes restent à compléter.")
		}
	}
}

func (s *story) foreword(g *gathering, at time.Time, by *person, text string) {
	g.minute.foreword = fr(text)
	s.tell(fact{at: at, actor: by, verb: network.VerbForewordWritten, kind: network.ObjectGathering, object: &g.id, gathering: &g.id, audience: "GATHERING",
		excerpt: fr(text)})
}

// choose puts into the public part what was harvested, presented and answered.
func (s *story) choose(g *gathering, at time.Time, by *person) {
	for _, t := range g.forum.topics {
		if t.state == network.TopicHarvested {
			g.minute.public = append(g.minute.public, t.id)
		}
	}
	for _, c := range s.contributions {
		if c.gathering == g && slices.Contains([]network.ContributionState{network.ContributionPresented, network.ContributionAnswered}, c.state) {
			g.minute.public = append(g.minute.public, c.id)
		}
	}
	for _, st := range g.stages {
		for _, q := range st.questions {
			if q.state == network.QuestionAnswered {
				g.minute.public = append(g.minute.public, q.id)
			}
		}
	}
	s.tell(fact{at: at, actor: by, verb: network.VerbPublicPartChosen, kind: network.ObjectGathering, object: &g.id, gathering: &g.id, audience: "GATHERING",
		excerpt: g.name})
}

// finalize says that a gathering's proceedings are final; the document is made
// from the rows once they are there.
func (s *story) finalize(g *gathering, at time.Time) {
	s.must(g.state == network.GatheringClosed, "the proceedings of %q, which is %s", g.name, g.state)
	g.minute.final, g.minute.by = at, s.coordinator
	s.tell(fact{at: at, actor: s.coordinator, verb: network.VerbProceedingsFinalized, kind: network.ObjectGathering, object: &g.id, gathering: &g.id, audience: "GATHERING",
		from: string(network.GatheringClosed), to: string(network.GatheringProceedingsFinal), excerpt: g.name})
}

// correct publishes an edition that follows.
func (s *story) correct(g *gathering, at time.Time, note, foreword string) {
	s.must(!g.minute.final.IsZero() && at.After(g.minute.final), "the proceedings of %q are corrected before they are final", g.name)
	g.minute.corrected = append(g.minute.corrected, correction{at, note, fr(foreword)})
	s.tell(fact{at: at, actor: s.coordinator, verb: network.VerbProceedingsCorrected, kind: network.ObjectGathering, object: &g.id, gathering: &g.id, audience: "GATHERING",
		excerpt: note})
}

func (w *world) proceedingsTables() []table {
	written := slices.DeleteFunc(slices.Clone(w.gatherings), func(g *gathering) bool { return g.minute.foreword == "" })
	return []table{
		listOf("proceedings", "gathering_id foreword", written, func(add adder, g *gathering) { add(g.id.String(), g.minute.foreword) }),
		rowsOf("proceedings_public_entry", "gathering_id entry_id", w.gatherings, func(g *gathering) []uuid.UUID { return g.minute.public },
			func(add adder, g *gathering, id uuid.UUID) { add(g.id.String(), id.String()) }),
	}
}

// keepFinal makes the documents of the gatherings whose proceedings are final.
func (w *world) keepFinal(ctx context.Context, tx *sqlx.Tx) error {
	for _, g := range w.gatherings {
		if g.minute.final.IsZero() {
			continue
		}
		by, id := network.ID(g.minute.by.id.String()), network.ID(g.id.String())
		if err := db.KeepLoadedProceedings(ctx, tx, by, id, g.minute.final); err != nil {
			return fmt.Errorf("the proceedings of %s: %w", g.name, err)
		}
		for _, c := range g.minute.corrected {
			mended := []network.ProceedingsCorrection{{Part: network.PartForeword, Text: c.foreword}}
			if err := db.CorrectLoadedProceedings(ctx, tx, by, id, c.at, c.note, mended); err != nil {
				return fmt.Errorf("a corrected edition of %s: %w", g.name, err)
			}
		}
		// That row changed when the story says, not when it was loaded.
		if _, err := tx.ExecContext(ctx, `UPDATE gathering SET changed_at = $2 WHERE id = $1`, g.id.String(), g.minute.final); err != nil {
			return err
		}
	}
	return nil
}
