package seed

import (
	"testing"
	"time"
)

// The story is told from its texts at any moment, and whatever the hour its
// sessions lie ahead.
func TestStoryHoldsAtAnyHour(t *testing.T) {
	for _, day := range []time.Time{
		time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2026, 3, 29, 0, 0, 0, 0, time.UTC), // the clocks change in Paris
		time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC),
		time.Date(2028, 2, 29, 0, 0, 0, 0, time.UTC),
		time.Date(2031, 12, 31, 0, 0, 0, 0, time.UTC),
	} {
		for minutes := 1; minutes < 24*60; minutes += 97 {
			now := day.Add(time.Duration(minutes) * time.Minute)
			w, err := tell(now)
			if err != nil {
				t.Fatalf("at %s: %v", now, err)
			}
			for _, g := range w.gatherings {
				if g.state != "LIVE" {
					continue
				}
				today := now.Format(time.DateOnly)
				if string(g.starts) > today && now.Hour() < 22 || string(g.ends) < today {
					t.Errorf("at %s the gathering is from %s to %s", now, g.starts, g.ends)
				}
				for _, s := range g.forum.slots {
					if s.starts.Before(now.Add(30*time.Minute)) || s.starts.After(now.Add(26*time.Hour)) {
						t.Errorf("at %s a slot starts at %s", now, s.starts)
					}
				}
			}
		}
	}
}
