package graph_test

import "strings"

// proceedingsSQL writes proceedings that are final, in two editions: what anyone
// may read of them is less than what was kept.
func proceedingsSQL(w *strings.Builder) {
	w.WriteString(`
		INSERT INTO gathering (id, name, city, starts_on, ends_on, state, published_at)
		VALUES (<gathering final>, 'Rencontre d''hier', 'Nantes', '2019-06-25', '2019-06-26', 'PROCEEDINGS_FINAL', now());
		INSERT INTO gathering_host (gathering_id, centre_id) VALUES (<gathering final>, <Nantes>);
		INSERT INTO proceedings (gathering_id, foreword, address) VALUES (<gathering final>, 'secret-group first', '2019-nantes');
		INSERT INTO proceedings_edition (gathering_id, number, note, document, public_document, published_at, published_by)
		SELECT <gathering final>, number, note, whole || jsonb_build_object('foreword', foreword), whole || jsonb_build_object('foreword', anyone, 'public_part', true), now(), <co>
		  FROM (SELECT jsonb_build_object('gathering_id', <gathering final>, 'name', 'Rencontre d''hier', 'city', 'Nantes', 'venue', '', 'starts_on', '2019-06-25',
		               'ends_on', '2019-06-26', 'time_zone', 'Europe/Paris', 'topics', jsonb_build_array(jsonb_build_object('id', <topic thread>, 'title', 'Titre', 'state', 'HARVESTED'))) AS whole) AS kept
		 CROSS JOIN (VALUES (1, '', 'secret-group first', 'Pour tous d''abord'), (2, 'Une date', 'secret-group kept', 'Pour tous')) AS edition (number, note, foreword, anyone);
		INSERT INTO proceedings_public_entry (gathering_id, entry_id) VALUES (<gathering>, <topic thread>);`)
}
