package graph_test

import (
	"fmt"
	"strings"
)

// registrationsSQL writes who comes: attendee, whom se has registered, to the
// gathering, where they were seen; leaver and di to another one; and to each gathering of
// the acts me, with the applicant waiting for the place.
func registrationsSQL(w *strings.Builder, has func(act string) bool) {
	w.WriteString(`
		INSERT INTO registration (id, gathering_id, staff_id, by_id, state, days, needs, created_at) VALUES
			(<registration markAttendance>, <gathering>, <attendee>, <se>, 'REGISTERED', ARRAY[current_date, current_date + 1], 'secret-needs', now()),
			(<registration of leaver>, <other gathering>, <leaver>, <leaver>, 'REGISTERED', ARRAY[current_date], '', now()),
			(<registration elsewhere>, <other gathering>, <di>, <di>, 'REGISTERED', ARRAY[current_date], '', now());
		INSERT INTO attendance (registration_id, day, marked_by_id, marked_at) VALUES (<registration markAttendance>, current_date + 1, <as>, now());`)
	for _, act := range []string{"editRegistration", "withdrawRegistration"} {
		if has(act) {
			fmt.Fprintf(w, `
		UPDATE gathering SET capacity = 1 WHERE id = <gathering %[1]s>;
		INSERT INTO registration (id, gathering_id, staff_id, by_id, state, days, created_at) VALUES
			(<registration %[1]s>, <gathering %[1]s>, <me>, <se>, 'REGISTERED', ARRAY['2027-03-01'::date], now()),
			(<waiting %[1]s>, <gathering %[1]s>, <applicant>, <applicant>, 'WAITING', ARRAY['2027-03-01'::date], now());`, act)
		}
	}
}
