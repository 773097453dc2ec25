package graph_test

import "strings"

// proceedingsSQL writes proceedings that are final: what anyone may read of them
// is less than what was kept.
func proceedingsSQL(w *strings.Builder) {
	w.WriteString(`
		INSERT INTO gathering (id, name, city, starts_on, ends_on, state, published_at)
		VALUES (<gathering final>, 'Rencontre d''hier', 'Nantes', '2019-06-25', '2019-06-26', 'PROCEEDINGS_FINAL', now());
		INSERT INTO gathering_host (gathering_id, centre_id) VALUES (<gathering final>, <Nantes>);
		INSERT INTO proceedings (gathering_id, foreword, address, document, public_document, final_at, final_by)
		SELECT <gathering final>, 'secret-group kept', '2019-nantes', whole, whole || '{"foreword": "Pour tous", "public_part": true}', now(), <co>
		  FROM (SELECT jsonb_build_object('gathering_id', <gathering final>, 'name', 'Rencontre d''hier', 'city', 'Nantes', 'venue', '', 'starts_on', '2019-06-25',
		               'ends_on', '2019-06-26', 'time_zone', 'Europe/Paris', 'foreword', 'secret-group kept') AS whole) AS kept;
		INSERT INTO proceedings_public_entry (gathering_id, entry_id) VALUES (<gathering>, <topic thread>);`)
}
