package graph

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// deadlines notes the deadlines that are set on an answer.
type deadlines struct {
	*httptest.ResponseRecorder
	set []time.Time
}

func (d *deadlines) SetWriteDeadline(at time.Time) error {
	d.set = append(d.set, at)
	return nil
}

// A stream has no end, but each of its messages has: nobody can hold one open by
// reading nothing.
func TestEachMessageOfAStreamHasItsTime(t *testing.T) {
	under := &deadlines{ResponseRecorder: httptest.NewRecorder()}
	w := &patientWriter{ResponseWriter: under, control: http.NewResponseController(under)}
	for i := range 3 {
		before := time.Now()
		if _, err := w.Write([]byte("data")); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if len(under.set) != i+1 || under.set[i].Before(before.Add(streamPatience)) || under.set[i].After(time.Now().Add(streamPatience)) {
			t.Fatalf("message %d: %v", i, under.set)
		}
	}
	if !under.Flushed {
		t.Error("what is written must be sent")
	}
}
