package seed

import (
	"strings"
	"time"

	"maillage/network"
)

// barcamps tell what was brought to Nantes, and to Tours, where the barcamp is
// not over yet.
func (s *story) barcamps() {
	for _, b := range []struct{ city, file, key string }{
		{"Nantes", "barcamp-nantes.txt", "nantes"}, {"Tours", "barcamp-tours.txt", "tours"},
	} {
		for _, g := range s.gatherings {
			if g.city == b.city {
				s.playBarcamp(g, b.file, b.key)
			}
		}
	}
}

// playBarcamp goes through the contributions of a file. Their turn is told in
// minutes from the beginning of the barcamp on the agenda.
func (s *story) playBarcamp(g *gathering, file, key string) {
	begins := g.created
	for _, i := range g.agenda {
		if i.kind == network.AgendaBarcamp {
			begins = i.starts
		}
	}
	people := s.attending(g.created, 80, "m1", "m2", "i1", "a1", "m3", "d1")
	for _, b := range s.blocks(file, "title", "by", "themes", "context", "done", "results", "reuse", "contact", "links",
		"published", "turn", "support", "topic", "alone", "drafted") {
		kind := network.ContributionPepite
		if b.kind == "question" {
			kind = network.ContributionQuestion
		}
		at := g
		if b.fields["alone"] != "" {
			at = nil
		}
		drafted := b.fields["drafted"]
		if drafted == "" {
			drafted = b.fields["published"]
		}
		c := s.bring(s.when(drafted).Add(-25*time.Minute), s.who(b.fields["by"]), kind, at, network.ContributionText{
			Title: fr(b.fields["title"]), Context: fr(b.fields["context"]), Done: fr(b.fields["done"]), Results: fr(b.fields["results"]),
			Reuse: fr(b.fields["reuse"]), Contact: fr(b.fields["contact"]), Links: strings.Fields(b.fields["links"]),
		}, s.themesOf(b.fields["themes"])...)
		if b.fields["published"] == "" {
			continue
		}
		shown := c.created.Add(25 * time.Minute)
		c.publish(shown)
		until := begins.Add(90 * time.Minute)
		if until.After(s.now) || !until.After(shown) {
			until = s.now
		}
		for _, p := range s.crowd(people, b.number("support"), c.author) {
			c.support(s.between(shown, until), p)
		}
		if b.fields["turn"] != "" {
			c.present(begins.Add(time.Duration(b.number("turn"))*time.Minute), s.coordinator)
		}
		for _, st := range b.steps {
			s.barcampStep(c, st)
		}
		if topic := s.topic[key+" "+b.fields["topic"]]; topic != nil {
			s.must(topic.created.After(shown), "%s: the topic comes before it", b.where)
			s.link(topic.created, network.ObjectContribution, c.id, network.ObjectTopic, topic.id)
		} else {
			s.must(b.fields["topic"] == "", "%s: no topic is %q", b.where, b.fields["topic"])
		}
	}
}

func (s *story) barcampStep(c *contribution, st step) {
	at := s.when(st.when)
	switch who := s.who(st.arg(0)); st.verb {
	case "comment":
		c.comment(at, who, st.say(0))
	case "takes-back":
		said := c.comment(at, who, st.say(0))
		c.takeBack(at.Add(2*time.Minute), said)
	case "answer":
		c.answer(at, who, st.say(0))
	case "promise":
		c.promise(at, who, s.date(st.arg(1)))
	case "accept":
		c.accept(at, who)
	case "withdraw":
		c.withdraw(at)
	default:
		s.must(false, "%s: nobody can %s a contribution", st.where, st.verb)
	}
}
