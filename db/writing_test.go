package db

import (
	"fmt"
	"testing"
	"time"

	"maillage/network"
)

func (w *world) noteWriting(v network.Viewer, topic network.ID) error {
	_, err := w.store.NoteWriting(ctx, v, newAct(), topic)
	return err
}

func (w *world) writers(v network.Viewer, topic network.ID) int {
	w.t.Helper()
	var read struct{ Writers []struct{ ID network.ID } }
	w.read(v, fmt.Sprintf(`{ topic(id: %q) { writers { id } } }`, topic), &read)
	return len(read.Writers)
}

func TestWhoWritesIsSeenForAWhile(t *testing.T) {
	w := newWorld(t)
	topic := w.running(w.lille.officer, w.guest)
	wantCode(t, w.noteWriting(w.nantes.officer, topic), network.CodeForbidden)
	wantCode(t, w.noteWriting(w.otherGuest, topic), network.CodeNotFound)
	wantCode(t, w.noteWriting(w.anonymous, topic), network.CodeUnauthenticated)
	facts := one[int](w, `SELECT count(*) FROM event`)
	for _, err := range together(4, func(int) error { return w.noteWriting(w.guest, topic) }) {
		w.must(err)
	}
	w.must(w.noteWriting(w.lille.officer, topic))
	w.want("writers", w.writers(w.lyon.officer, topic), 2)
	w.want("the journal holds nothing of it", one[int](w, `SELECT count(*) FROM event`), facts)

	w.must(w.write(w.lille.officer, topic, 0, "Dit"))
	w.want("who has saved writes no more", w.writers(w.lyon.officer, topic), 1)
	w.clock = w.clock.Add(network.WritingLasts + time.Second)
	w.want("after a while nobody does", w.writers(w.lyon.officer, topic), 0)
	w.must(w.store.Sweep(ctx))
	w.want("forgotten", one[int](w, `SELECT count(*) FROM harvest_writer`), 0)
}

func TestWhoListensIsToldThatSomebodyWrites(t *testing.T) {
	w := newWorld(t)
	topic := w.running(w.lille.officer, w.guest)
	j := followed(w)
	follow := func(v network.Viewer) <-chan Live {
		live, err := j.Follow(t.Context(), v, "", func(f *Fact) bool { return f.TopicID == topic }, alwaysMay)
		w.must(err)
		first := <-live
		w.want("first", first.Writing, network.ID(""))
		return live
	}
	inside, outside := follow(w.lyon.officer), follow(w.otherGuest)
	time.Sleep(200 * time.Millisecond) // LISTEN takes hold
	next := func() Live {
		select {
		case l := <-inside:
			return l
		case <-time.After(20 * time.Second):
			t.Fatal("nothing is told")
			return Live{}
		}
	}
	w.must(w.noteWriting(w.guest, topic))
	w.want("begins", next().Writing, topic)
	w.must(w.noteWriting(w.guest, topic)) // goes on: nothing new
	w.must(w.write(w.guest, topic, 0, "Dit"))
	said := map[bool]int{}
	for range 2 { // the fact, and that they have ceased, in either order
		l := next()
		w.want("about the topic", l.Writing == topic || l.Fact.TopicID == topic, true)
		said[l.Fact == nil]++
	}
	w.want("ceased once", said[true], 1)
	select {
	case l := <-outside:
		t.Errorf("the guest of another gathering is told %+v", l)
	default:
	}
}
