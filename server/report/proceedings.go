package report

import (
	"fmt"
	"time"

	"maillage/network"
)

// Proceedings sets the proceedings of a gathering: one chapter a part, and the
// chapters that have nothing say so.
func Proceedings(p *network.Proceedings) *Document {
	zone, err := time.LoadLocation(p.TimeZone)
	if err != nil {
		zone = time.UTC
	}
	w := &writer{p: p, zone: zone, doc: &Document{Title: p.Name, Subtitle: facts(days(p.StartsOn, p.EndsOn), p.Venue, p.City)}}
	w.doc.About = w.about()
	for _, chapter := range []struct {
		title, anchor string
		write         func()
	}{
		{"Avant-propos", "avant-propos", w.foreword},
		{"Programme", "programme", w.programme},
		{"Barcamp" + narrow + ": pépites et questions", "barcamp", w.barcamp},
		{"Questions posées en plénière", "scene", w.stage},
		{"Forum ouvert" + narrow + ": les sujets et leurs récoltes", "forum", w.forum},
		{"Résultats du vote", "vote", w.results},
		{"Ce qui en est né", "suites", w.outcomes},
		{"Les centres participants", "centres", w.centres},
		{"Ce qui manque", "manque", w.missing},
	} {
		w.heading(1, chapter.title, chapter.anchor)
		chapter.write()
	}
	return w.doc
}

type writer struct {
	p    *network.Proceedings
	zone *time.Location
	doc  *Document
}

func (w *writer) add(blocks ...Block) { w.doc.Blocks = append(w.doc.Blocks, blocks...) }

func (w *writer) heading(level int, title, anchor string) {
	if anchor == "" {
		anchor = fmt.Sprintf("partie-%d", len(w.doc.Blocks))
	}
	w.add(Heading{level, title, anchor})
}

// entry opens the part of one contribution, question or topic.
func (w *writer) entry(title string, id network.ID) { w.heading(2, title, "e-"+string(id)) }

// part adds what was written under a title of its own, if anything was.
func (w *writer) part(title, written string) {
	if written != "" {
		w.heading(3, title, "")
		w.add(Markdown(written)...)
	}
}

func (w *writer) about() string {
	about := "Actes de la rencontre"
	if len(w.p.Hosts) > 0 {
		about += ", à l’invitation de " + listed(w.p.Hosts)
	}
	if w.p.FinalAt == nil {
		return about + ". Document en cours d’écriture."
	}
	of := "Version définitive"
	if w.p.PublicPart {
		of = "Partie publique"
	}
	return about + ". " + of + ", " + w.edition()
}

// edition says which one this is, what it corrects, and whether it is the last.
func (w *writer) edition() string {
	day := dayOf(w.p.FinalAt.In(w.zone))
	said := "arrêtée le " + day + "."
	if w.p.Edition > 1 {
		said = fmt.Sprintf("édition %d, corrigée le %s. Ce qu’elle corrige%s: %s", w.p.Edition, day, narrow, w.p.Note)
	}
	if w.p.Edition < len(w.p.Editions) {
		said += fmt.Sprintf(" Il existe une édition plus récente%s: l’édition %d.", narrow, len(w.p.Editions))
	}
	return said
}

// who names somebody with their centre.
func who(person *network.ProceedingsPerson) string {
	if person.Centre == "" {
		return person.Name
	}
	return person.Name + " (" + person.Centre + ")"
}

// by is a phrase that ends with a name, or nothing where nobody is named.
func by(phrase string, person *network.ProceedingsPerson) string {
	if person == nil {
		return ""
	}
	return phrase + " " + who(person)
}

func (w *writer) foreword() {
	if w.p.Foreword == "" {
		w.add(note("L’avant-propos n’est pas encore écrit."))
		return
	}
	w.add(Markdown(w.p.Foreword)...)
}

func (w *writer) programme() {
	if len(w.p.Programme) == 0 {
		w.add(note("Aucun temps publié."))
	}
	var table Table
	for _, i := range w.p.Programme {
		starts := i.StartsAt.In(w.zone)
		if day := weekday(starts); day != table.Title {
			if len(table.Rows) > 0 {
				w.add(table)
			}
			table = Table{Title: day, Head: []string{"Heure", "Temps", "Lieu"}, Named: 1}
		}
		what := i.Title
		if more := facts(agendaKinds[i.Kind], i.Speaker); more != "" {
			what += " (" + more + ")"
		}
		table.Rows = append(table.Rows, []string{hour(starts) + " – " + hour(i.EndsAt.In(w.zone)), what, i.Space})
	}
	if len(table.Rows) > 0 {
		w.add(table)
	}
}

func (w *writer) barcamp() {
	if len(w.p.Contributions) == 0 {
		w.add(note("Rien n’a été apporté, ou rien n’en est public."))
	}
	for _, c := range w.p.Contributions {
		kind := "Pépite"
		if c.Kind == network.ContributionQuestion {
			kind = "Question à résoudre collectivement"
		}
		w.entry(c.Title, c.ID)
		support := ""
		if c.Support > 0 {
			support = count(c.Support, "soutien", "soutiens")
		}
		w.add(note(facts(kind, by("apportée par", c.Author), support)))
		w.part("Contexte", c.Context)
		w.part("Ce qui a été fait", c.Done)
		w.part("Résultats", c.Results)
		w.part("Pour la reprendre", c.Reuse)
		if len(c.Links) > 0 {
			w.heading(3, "Liens", "")
			links := List{}
			for _, link := range c.Links {
				links.Items = append(links.Items, []Block{Paragraph{Runs: []Run{{Text: link, Href: leadsOut(link)}}}})
			}
			w.add(links)
		}
		for _, a := range c.Answers {
			title := "Réponse"
			if a.Accepted {
				title = "Réponse retenue"
			}
			w.heading(3, title+by(" de", a.Author), "")
			w.add(Markdown(a.Text)...)
		}
		if c.PromisedFor != nil && c.State != network.ContributionAnswered {
			w.add(text("Réponse promise" + by(" par", c.PromisedBy) + " avant le " + dateOf(*c.PromisedFor) + "."))
		}
	}
}

func (w *writer) stage() {
	if len(w.p.Questions) == 0 {
		w.add(note("Aucune question posée, ou aucune n’est publique."))
	}
	for _, q := range w.p.Questions {
		w.entry(q.Text, q.ID)
		votes := ""
		if q.Votes > 0 {
			votes = count(q.Votes, "soutien", "soutiens")
		}
		w.add(note(facts("Pendant "+quoted(q.ItemTitle), by("posée par", q.Author), votes)))
		switch {
		case q.State == network.QuestionAnswered:
			w.part("Réponse", q.Answer)
		case q.DueOn != nil:
			w.add(text("Réponse promise" + by(" par", q.PromisedBy) + " avant le " + dateOf(*q.DueOn) + "."))
		default:
			w.add(note("Restée sans réponse."))
		}
	}
}

func (w *writer) forum() {
	if len(w.p.Topics) == 0 {
		w.add(note("Aucun sujet au forum, ou aucun n’est public."))
	}
	for _, t := range w.p.Topics {
		w.entry(t.Title, t.ID)
		said := []string{"Sans porteur"}
		if t.Convener != nil {
			said = []string{by("Porté par", t.Convener)}
		}
		said = append(said, topicStates[t.State])
		for _, s := range t.Sessions {
			at := s.StartsAt.In(w.zone)
			said = append(said, dayOf(at)+" à "+hour(at)+", "+s.Space)
		}
		if t.People > 0 {
			said = append(said, count(t.People, "personne pointée", "personnes pointées"))
		}
		if t.Dots != nil {
			said = append(said, count(*t.Dots, "gommette", "gommettes"))
		}
		w.add(note(facts(said...)))
		w.add(Markdown(t.Description)...)
		w.harvest(t)
	}
}

func (w *writer) harvest(t network.ProceedingsTopic) {
	h := t.Harvest
	if h == nil {
		if t.State == network.TopicHeld {
			w.add(note("La récolte manque."))
		}
		return
	}
	w.part("Ce qui s’est dit", h.Said)
	w.part("Ce que nous avons décidé", h.Decided)
	w.part("Prochaines étapes", h.NextSteps)
	w.part("Qui continue", h.CarriesOn)
	if len(h.Carriers) > 0 {
		var names []string
		for _, c := range h.Carriers {
			names = append(names, who(&c))
		}
		w.add(text("Continuent" + narrow + ": " + listed(names) + "."))
	}
}

func (w *writer) results() {
	results := w.p.Results()
	switch {
	case !w.p.VoteClosed:
		w.add(note("Le vote n’est pas clos."))
	case len(results) == 0:
		w.add(note("Aucune gommette n’a été posée."))
	default:
		table := Table{Title: "Gommettes reçues", Head: []string{"Sujet", "Gommettes"}}
		for _, t := range results {
			table.Rows = append(table.Rows, []string{t.Title, fmt.Sprint(*t.Dots)})
		}
		w.add(table)
	}
}

func (w *writer) outcomes() {
	promises := w.p.Promises()
	if len(w.p.Outcomes)+len(promises) == 0 {
		w.add(note("Rien n’en est encore né."))
		return
	}
	for _, kind := range []struct {
		of    network.ObjectKind
		title string
	}{{network.ObjectWorkingGroup, "Groupes de travail"}, {network.ObjectJointProject, "Projets communs"}} {
		var found []string
		for _, o := range w.p.Outcomes {
			if o.Kind == kind.of {
				found = append(found, o.Title+", né de "+quoted(o.OriginTitle))
			}
		}
		if len(found) > 0 {
			w.heading(2, kind.title, "")
			w.add(lines(found))
		}
	}
	var dated []string
	for _, promise := range promises {
		state := "attendue"
		if promise.Kept {
			state = "tenue"
		}
		dated = append(dated, promise.Subject+" ("+facts(by("par", promise.By), "avant le "+dateOf(promise.DueOn), state)+")")
	}
	if len(dated) > 0 {
		w.heading(2, "Promesses datées", "")
		w.add(lines(dated))
	}
}

func (w *writer) centres() {
	if len(w.p.Centres) == 0 {
		w.add(note("Personne n’a encore été compté."))
		return
	}
	var found []string
	for _, c := range w.p.Centres {
		people := ""
		if c.People > 0 {
			people = ", " + count(c.People, "personne", "personnes")
		}
		found = append(found, c.Name+" ("+c.City+")"+people)
	}
	w.add(lines(found))
}

func (w *writer) missing() {
	missing := w.p.Missing()
	if len(missing) == 0 {
		w.add(note("Rien ne manque."))
		return
	}
	var found []string
	for _, m := range missing {
		switch m.Kind {
		case network.MissingForeword:
			found = append(found, "L’avant-propos n’est pas écrit.")
		case network.MissingHarvest:
			found = append(found, "La récolte de "+quoted(m.Subject)+by(", attendue de", m.Person)+".")
		case network.MissingAnswer:
			found = append(found, "La réponse à "+quoted(m.Subject)+by(", promise par", m.Person)+", avant le "+dateOf(*m.DueOn)+".")
		}
	}
	w.add(lines(found))
}
