package graph_test

import (
	"fmt"
	"strings"

	"maillage/network"
)

// registrationsSQL writes who comes: attendee, whom se has registered, to the
// gathering, to the place they moved up to and keep, where they were seen; leaver
// and di to another one; and to each gathering of the acts me, who is asked
// whether they keep the place, with the applicant waiting for it. The leaver has
// the place that the applicant waits for in two more.
func registrationsSQL(w *strings.Builder, has func(act string) bool) {
	w.WriteString(`
		INSERT INTO registration (id, gathering_id, staff_id, by_id, state, days, needs, created_at) VALUES
			(<registration markAttendance>, <gathering>, <attendee>, <se>, 'REGISTERED', ARRAY[current_date, current_date + 1], 'secret-needs', now()),
			(<registration of leaver>, <other gathering>, <leaver>, <leaver>, 'REGISTERED', ARRAY[current_date], '', now()),
			(<registration elsewhere>, <other gathering>, <di>, <di>, 'REGISTERED', ARRAY[current_date], '', now());
		UPDATE registration SET promoted_at = created_at WHERE id = <registration markAttendance>;
		INSERT INTO task (id, assignee_id, kind, state, subject_kind, subject_id, created_at, closed_at)
		SELECT <task of attendee>, staff_id, 'KEEP_PLACE', 'DONE', 'GATHERING', gathering_id, promoted_at, now() FROM registration WHERE promoted_at IS NOT NULL;
		INSERT INTO attendance (registration_id, day, marked_by_id, marked_at) VALUES (<registration markAttendance>, current_date + 1, <as>, now());`)
	for _, act := range []string{"editGathering", "editRegistration", "withdrawRegistration"} {
		if has(act) {
			fullSQL(w, act, "me")
		}
	}
	if has("deactivateStaffMember") {
		for _, left := range []string{"left", "left too"} {
			gatheringSQL(w, left, network.GatheringPublished)
			fullSQL(w, left, "leaver")
		}
	}
}

// fullSQL gives the one place of a gathering to somebody whom se has registered,
// and who is asked whether they keep it; the applicant waits.
func fullSQL(w *strings.Builder, gathering, person string) {
	fmt.Fprintf(w, `
		UPDATE gathering SET capacity = 1 WHERE id = <gathering %[1]s>;
		INSERT INTO registration (id, gathering_id, staff_id, by_id, state, days, created_at, promoted_at) VALUES
			(<registration %[1]s>, <gathering %[1]s>, <%[2]s>, <se>, 'REGISTERED', ARRAY['2027-03-01'::date], now(), now()),
			(<waiting %[1]s>, <gathering %[1]s>, <applicant>, <applicant>, 'WAITING', ARRAY['2027-03-01'::date], now(), NULL);
		INSERT INTO task (id, assignee_id, kind, subject_kind, subject_id, created_at)
		VALUES (<task %[1]s>, <%[2]s>, 'KEEP_PLACE', 'GATHERING', <gathering %[1]s>, now());`, gathering, person)
}
