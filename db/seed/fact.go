package seed

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"maillage/network"
)

// A fact is one row of the journal. The pointers are to the ids of objects;
// nil is none.
type fact struct {
	at                                       time.Time
	actor                                    *person
	verb                                     network.EventVerb
	kind                                     network.ObjectKind
	object                                   *uuid.UUID
	centre, gathering, topic, group, project *uuid.UUID
	audience                                 string
	centres                                  []*centre
	person                                   *person
	from, to, excerpt                        string
	subject                                  *person
}

// tell writes a fact down. Its actor must be of the network by then, and it
// must lie in the past.
func (w *world) tell(f fact) {
	w.must(!f.at.After(w.now), "%s at %s lies ahead of now", f.verb, f.at.Format(time.RFC3339))
	if f.actor != nil {
		w.must(!f.at.Before(f.actor.created), "%s: %s was not there yet at %s", f.verb, f.actor.name(), f.at.Format(time.RFC3339))
		w.must(f.actor.left.IsZero() || !f.at.After(f.actor.left), "%s: %s had left at %s", f.verb, f.actor.name(), f.at.Format(time.RFC3339))
	}
	if f.audience == "" {
		f.audience = "STAFF"
	}
	f.excerpt = excerpt(f.excerpt)
	w.facts = append(w.facts, &f)
}

// excerpt is the first words of a text, as feeds show them.
func excerpt(text string) string {
	const most = 240
	if len(text) <= most {
		return text
	}
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// inOrder brings the journal into the order of time; facts of one moment stay
// in the order of their telling.
func (w *world) inOrder() {
	slices.SortStableFunc(w.facts, func(a, b *fact) int { return a.at.Compare(b.at) })
}
