package seed

import (
	"testing"

	"github.com/jmoiron/sqlx"
)

// laws are what must hold of every network, each as the rows that break it.
var laws = []struct{ says, broken string }{
	{"no two people have one name", `
		SELECT given_name || ' ' || family_name FROM staff_member GROUP BY 1 HAVING count(*) > 1`},
	{"addresses are of the reserved domain", `
		SELECT email FROM staff_member WHERE email !~ '^[a-z0-9.+-]+@[a-z0-9.-]+\.example$'`},
	{"staff have a centre, the national coordination and guests have none", `
		SELECT id::text FROM staff_member WHERE (centre_id IS NULL) <> (job IN ('NATIONAL_COORDINATION', 'GUEST'))`},
	{"guests and nobody else are invited to one gathering", `
		SELECT id::text FROM staff_member WHERE (gathering_id IS NOT NULL) <> (job = 'GUEST')`},
	{"no two items of an agenda stand in one room at once", `
		SELECT a.title FROM agenda_draft_item a JOIN agenda_draft_item b ON b.space_id = a.space_id AND b.id <> a.id AND b.starts_at < a.ends_at AND b.ends_at > a.starts_at`},
	{"an agenda that is published has a release", `
		SELECT g.name FROM gathering g WHERE EXISTS (SELECT FROM agenda_item i WHERE i.gathering_id = g.id) <> EXISTS (SELECT FROM agenda_release r WHERE r.gathering_id = g.id)`},
	{"proceedings are final where their gathering says so", `
		SELECT g.name FROM gathering g LEFT JOIN proceedings p ON p.gathering_id = g.id WHERE (g.state = 'PROCEEDINGS_FINAL') <> (p.address IS NOT NULL)`},
	{"editions of proceedings follow one another, and are told", `
		SELECT g.name FROM gathering g JOIN proceedings p ON p.gathering_id = g.id
		  LEFT JOIN LATERAL (SELECT count(*) AS n, max(e.number) AS last FROM proceedings_edition e WHERE e.gathering_id = g.id) AS had ON true
		 WHERE (p.address IS NOT NULL) <> (had.n > 0) OR had.n <> had.last
		    OR had.n <> (SELECT count(*) FROM event f JOIN proceedings_edition e ON e.gathering_id = g.id AND e.published_at = f.at
		                  WHERE f.object_id = g.id AND f.verb = CASE e.number WHEN 1 THEN 'PROCEEDINGS_FINALIZED' ELSE 'PROCEEDINGS_CORRECTED' END)
		    OR EXISTS (SELECT FROM proceedings_edition a JOIN proceedings_edition b ON b.gathering_id = a.gathering_id AND b.number > a.number
		                WHERE a.gathering_id = g.id AND a.published_at >= b.published_at)`},
	{"what is chosen for the public part is of its gathering", `
		SELECT e.entry_id::text FROM proceedings_public_entry e
		 WHERE e.gathering_id IS DISTINCT FROM (SELECT gathering_id FROM topic WHERE id = e.entry_id
		       UNION ALL SELECT gathering_id FROM contribution WHERE id = e.entry_id
		       UNION ALL SELECT gathering_id FROM live_question WHERE id = e.entry_id)`},
	{"no item is kept by more than it has room for", `
		SELECT i.title FROM agenda_item i WHERE i.capacity < (SELECT count(*) FROM agenda_keep k WHERE k.agenda_item_id = i.id)`},
	{"whoever has left a trace in a gathering was registered for it, before", `
		SELECT s.email FROM (
			SELECT t.gathering_id, p.staff_id, p.at FROM occurrence_participant p JOIN occurrence o ON o.id = p.occurrence_id JOIN topic t ON t.id = o.topic_id
			UNION ALL SELECT i.gathering_id, k.staff_id, NULL FROM agenda_keep k JOIN agenda_item i ON i.id = k.agenda_item_id
			UNION ALL SELECT t.gathering_id, d.staff_id, NULL FROM topic_dot d JOIN topic t ON t.id = d.topic_id) AS seen
		  JOIN staff_member s ON s.id = seen.staff_id
		 WHERE EXISTS (SELECT FROM registration r WHERE r.gathering_id = seen.gathering_id)
		   AND NOT EXISTS (SELECT FROM registration r WHERE r.gathering_id = seen.gathering_id AND r.staff_id = seen.staff_id
		                      AND r.state = 'REGISTERED' AND r.created_at < coalesce(seen.at, 'infinity'))`},
	{"nobody waits where there is a place, and no place is given twice", `
		SELECT g.name FROM gathering g
		  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE r.state = 'REGISTERED') AS has, count(*) FILTER (WHERE r.state = 'WAITING') AS waits
		                        FROM registration r WHERE r.gathering_id = g.id) AS n
		 WHERE n.has > g.capacity OR n.waits > 0 AND n.has < coalesce(g.capacity, n.has + 1)`},
	{"people come on days of the gathering, and were there on days they came, once these had begun", `
		SELECT r.id::text FROM registration r JOIN gathering g ON g.id = r.gathering_id LEFT JOIN attendance a ON a.registration_id = r.id
		 WHERE r.days = '{}' OR EXISTS (SELECT FROM unnest(r.days) AS d WHERE d NOT BETWEEN g.starts_on AND g.ends_on)
		    OR a.day <> ALL (r.days) OR r.state <> 'REGISTERED' AND a.day IS NOT NULL
		    OR (a.marked_at AT TIME ZONE g.time_zone)::date < a.day`},
	{"a registration is told", `
		SELECT r.id::text FROM registration r WHERE NOT EXISTS (
			SELECT FROM event e WHERE e.verb = 'REGISTRATION_MADE' AND e.gathering_id = r.gathering_id AND e.actor_id = r.by_id
			   AND e.data->>'subject' = r.staff_id::text)`},
	{"who moved up was asked whether they keep the place, then, and who kept it has told", `
		SELECT r.id::text FROM registration r LEFT JOIN task k ON k.kind = 'KEEP_PLACE' AND k.subject_id = r.gathering_id AND k.assignee_id = r.staff_id
		 WHERE r.promoted_at IS DISTINCT FROM k.created_at
		    OR k.state = 'DONE' AND NOT EXISTS (SELECT FROM event e WHERE e.verb = 'REGISTRATION_KEPT' AND e.gathering_id = r.gathering_id
		          AND e.actor_id = r.staff_id AND e.at = k.closed_at)`},
	{"every centre has a director", `
		SELECT c.name FROM centre c WHERE NOT EXISTS (SELECT FROM staff_member s WHERE s.centre_id = c.id AND s.job = 'DIRECTOR' AND s.active)`},
	{"a topic's stars are counted", `
		SELECT t.title FROM topic t WHERE t.star_count <> (SELECT count(*) FROM topic_star s WHERE s.topic_id = t.id)`},
	{"a topic knows which of its sessions runs, is next, or was last", `
		SELECT t.title FROM topic t
		 WHERE t.occurrence_id IS DISTINCT FROM (
			SELECT o.id FROM occurrence o JOIN slot s ON s.id = o.slot_id
			 WHERE o.topic_id = t.id AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
			 ORDER BY o.state = 'RUNNING' DESC, o.state = 'PLANNED' DESC,
			          CASE WHEN o.state = 'PLANNED' THEN s.starts_at END, s.starts_at DESC
			 LIMIT 1)`},
	{"dots are counted when the vote is closed, and not before", `
		SELECT t.title FROM topic t JOIN forum f ON f.id = t.forum_id
		 WHERE (t.dot_count IS NOT NULL) <> (f.vote_closed_at IS NOT NULL)
		    OR t.dot_count <> (SELECT coalesce(sum(d.count), 0) FROM topic_dot d WHERE d.topic_id = t.id)`},
	{"nobody puts more dots than they have", `
		SELECT d.staff_id::text FROM topic_dot d JOIN topic t ON t.id = d.topic_id JOIN forum f ON f.id = t.forum_id
		 GROUP BY d.staff_id, f.id, f.dots_per_person HAVING sum(d.count) > f.dots_per_person`},
	{"nobody convenes two sessions at once", `
		SELECT t.title FROM occurrence o JOIN topic t ON t.id = o.topic_id
		  JOIN occurrence p ON p.slot_id = o.slot_id AND p.id <> o.id
		  JOIN topic u ON u.id = p.topic_id AND u.convener_id = t.convener_id
		 WHERE o.state IN ('PLANNED', 'RUNNING', 'ENDED') AND p.state IN ('PLANNED', 'RUNNING', 'ENDED')`},
	{"sessions are in a slot and a space of their forum", `
		SELECT o.id::text FROM occurrence o JOIN topic t ON t.id = o.topic_id JOIN slot s ON s.id = o.slot_id JOIN space p ON p.id = o.space_id
		 WHERE s.forum_id <> t.forum_id OR p.gathering_id <> t.gathering_id OR NOT p.on_board`},
	{"a topic stands on the board when its state says so", `
		SELECT t.title FROM topic t LEFT JOIN occurrence o ON o.topic_id = t.id AND o.state IN ('PLANNED', 'RUNNING', 'ENDED')
		 WHERE (o.id IS NOT NULL) <> (t.state IN ('SCHEDULED', 'RUNNING', 'HELD', 'HARVESTED'))`},
	{"the thread of a merged topic goes on in the other", `
		SELECT t.title FROM topic t WHERE t.merged_into_id IS NOT NULL
		   AND NOT EXISTS (SELECT FROM thread_edge e WHERE e.from_id = t.id AND e.to_id = t.merged_into_id)`},
	{"a harvested topic has a published harvest of a held session", `
		SELECT t.title FROM topic t LEFT JOIN harvest h ON h.topic_id = t.id
		 WHERE (t.state = 'HARVESTED') <> coalesce(h.state IN ('PUBLISHED', 'CONFIRMED'), false)`},
	{"a question's votes are counted", `
		SELECT q.text FROM live_question q WHERE q.vote_count <> (SELECT count(*) FROM live_question_vote v WHERE v.live_question_id = q.id)`},
	{"no fact tells who asked without a name, nor who votes", `
		SELECT e.id::text FROM event e JOIN live_question q ON q.id = e.object_id
		 WHERE q.anonymous AND (e.actor_id = q.author_id OR e.for_staff_id = q.author_id) OR e.verb = 'LIVE_QUESTION_UPVOTED' AND e.actor_id IS NOT NULL`},
	{"what has not been shown is told to those who run the gathering", `
		SELECT e.id::text FROM event e JOIN live_question q ON q.id = e.object_id
		 WHERE q.published_at IS NULL AND e.audience NOT IN ('EDITORS', 'PERSON')`},
	{"the last fact that moved a question says where it is", `
		SELECT q.text FROM live_question q
		  LEFT JOIN LATERAL (SELECT e.data->>'to' AS last FROM event e WHERE e.object_id = q.id AND e.data->>'to' IS NOT NULL ORDER BY e.id DESC LIMIT 1) AS e ON true
		 WHERE q.state IS DISTINCT FROM e.last`},
	{"a contribution's supports are counted", `
		SELECT c.title FROM contribution c WHERE c.support_count <> (SELECT count(*) FROM contribution_support s WHERE s.contribution_id = c.id)`},
	{"a contribution is what it has lived through", `
		SELECT title FROM contribution
		 WHERE (state = 'DRAFT') <> (published_at IS NULL)
		    OR (state = 'ANSWERED') <> (accepted_answer_id IS NOT NULL)
		    OR state = 'ANSWER_PROMISED' AND promised_by_id IS NULL
		    OR state = 'PRESENTED' AND presented_at IS NULL`},
	{"nobody but its author knows of a draft", `
		SELECT e.verb FROM event e JOIN contribution c ON c.id = e.object_id
		 WHERE e.at < coalesce(c.published_at, 'infinity') AND (e.audience <> 'PERSON' OR e.for_staff_id <> c.author_id)`},
	{"a topic comes from a contribution of its gathering that was there before", `
		SELECT t.title FROM thread_edge e JOIN contribution c ON c.id = e.from_id JOIN topic t ON t.id = e.to_id
		 WHERE c.gathering_id IS DISTINCT FROM t.gathering_id OR c.published_at >= t.created_at`},
	{"a promised answer is a task of who promised it", `
		SELECT c.title FROM contribution c WHERE c.state = 'ANSWER_PROMISED'
		   AND NOT EXISTS (SELECT FROM task k WHERE k.subject_id = c.id AND k.kind = 'ANSWER_QUESTION' AND k.state = 'OPEN'
		                      AND k.assignee_id = c.promised_by_id AND k.due_on = c.promised_for)`},
	{"a group at work has a lead, unless it waits for one", `
		SELECT g.name FROM working_group g WHERE g.state IN ('ACTIVE', 'DORMANT') AND g.lead_count = 0`},
	{"an active group is of two centres at least", `
		SELECT g.name FROM working_group g WHERE g.state = 'ACTIVE' AND g.centre_count < 2`},
	{"what a group's row says of its members is what they are", `
		SELECT g.name FROM working_group g
		  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE m.state = 'MEMBER') AS members,
		                             count(*) FILTER (WHERE m.state = 'MEMBER' AND m.role = 'LEAD') AS leads,
		                             count(DISTINCT s.centre_id) FILTER (WHERE m.state = 'MEMBER') AS centres
		                        FROM membership m JOIN staff_member s ON s.id = m.staff_id WHERE m.working_group_id = g.id) AS n
		 WHERE (g.member_count, g.lead_count, g.centre_count) IS DISTINCT FROM (n.members, n.leads, n.centres)
		    OR (g.lead_id IS NULL) <> (n.leads = 0)`},
	{"what a group's row says of its updates is what they are", `
		SELECT g.name FROM working_group g
		  LEFT JOIN LATERAL (SELECT u.id, u.created_at FROM group_update u WHERE u.working_group_id = g.id ORDER BY u.created_at DESC, u.id DESC LIMIT 1) AS u ON true
		 WHERE g.last_update_id IS DISTINCT FROM u.id OR g.quiet_since < u.created_at OR g.last_activity_at < u.created_at`},
	{"whoever posts was in the group", `
		SELECT u.id::text FROM group_update u
		  LEFT JOIN membership m ON m.working_group_id = u.working_group_id AND m.staff_id = u.author_id
		 WHERE m.joined_at IS NULL OR m.joined_at > u.created_at OR m.left_at < u.created_at`},
	{"every guest was invited to the gathering they see, by somebody of a centre that hosts it", `
		SELECT s.id::text FROM staff_member s LEFT JOIN guest g ON g.id = s.id LEFT JOIN staff_member i ON i.id = g.invited_by
		 WHERE (s.job = 'GUEST') <> (g.id IS NOT NULL)
		    OR g.gathering_id <> s.gathering_id
		    OR g.id IS NOT NULL AND NOT EXISTS (SELECT FROM gathering_host h WHERE h.gathering_id = g.gathering_id AND h.centre_id = i.centre_id)`},
	{"an item that is not where it was has moved in calendars", `
		SELECT title FROM agenda_item WHERE (state <> 'PLANNED') <> (sequence > 0)`},
	{"a guest comes once they are invited, and acts once they have come", `
		SELECT s.id::text FROM staff_member s JOIN guest g ON g.id = s.id
		 WHERE g.arrived_at < g.invited_at OR g.invited_at < s.created_at
		    OR EXISTS (SELECT FROM event e WHERE e.actor_id = s.id AND e.at < coalesce(g.arrived_at, 'infinity'))
		    OR (g.arrived_at IS NOT NULL) <> EXISTS (SELECT FROM event e WHERE e.actor_id = s.id AND e.verb = 'GUEST_ARRIVED')
		    OR NOT EXISTS (SELECT FROM event e WHERE e.verb = 'GUEST_INVITED' AND e.gathering_id = g.gathering_id AND e.at = g.invited_at)`},
	{"guests are in no group and no team", `
		SELECT s.id::text FROM staff_member s WHERE s.job = 'GUEST'
		   AND (EXISTS (SELECT FROM membership m WHERE m.staff_id = s.id) OR EXISTS (SELECT FROM team_member m WHERE m.staff_id = s.id))`},
	{"a group that is over says when, and why where a reason is asked", `
		SELECT name FROM working_group
		 WHERE (state IN ('CLOSED', 'DECLINED', 'ABANDONED', 'MERGED')) <> (closed_at IS NOT NULL)
		    OR (state IN ('CLOSED', 'DECLINED', 'ABANDONED')) <> (closing_note <> '')`},
	{"only a director of the centre signs for it", `
		SELECT c.id::text FROM commitment c JOIN partnership p ON p.id = c.partnership_id JOIN staff_member s ON s.id = c.signed_by_id
		 WHERE s.centre_id <> p.centre_id OR s.job <> 'DIRECTOR'`},
	{"only a director of the centre answers for it", `
		SELECT p.id::text FROM partnership p JOIN staff_member s ON s.id = p.answered_by_id
		 WHERE s.centre_id <> p.centre_id OR s.job <> 'DIRECTOR'`},
	{"a centre that stands in a project has signed what stands", `
		SELECT p.id::text FROM partnership p
		  LEFT JOIN commitment c ON c.partnership_id = p.id AND c.version = p.signed_version
		 WHERE p.state IN ('ACCEPTED', 'TO_RECONFIRM', 'WITHDRAWN', 'ENDED') AND c.signed_at IS NULL`},
	{"every project has its lead centre's part", `
		SELECT j.title FROM joint_project j LEFT JOIN partnership p ON p.joint_project_id = j.id AND p.role = 'LEAD'
		 WHERE p.centre_id IS DISTINCT FROM j.lead_centre_id`},
	{"a committed project had its signatures", `
		SELECT j.title FROM joint_project j
		 WHERE j.committed_at IS NOT NULL
		   AND (SELECT count(*) FROM partnership p WHERE p.joint_project_id = j.id AND p.role NOT IN ('LEAD', 'OBSERVER') AND p.joined_at <= j.committed_at) < j.minimum_partners`},
	{"a draft is known to its lead centre alone", `
		SELECT e.verb FROM event e JOIN joint_project j ON j.id = e.joint_project_id
		 WHERE j.sent_at IS NULL AND (e.audience <> 'CENTRES' OR e.audience_centres <> ARRAY[j.lead_centre_id])`},
	{"the team is of centres that stand in the project", `
		SELECT m.id::text FROM team_member m JOIN staff_member s ON s.id = m.staff_id
		  LEFT JOIN partnership p ON p.joint_project_id = m.joint_project_id AND p.centre_id = s.centre_id
		 WHERE p.id IS NULL OR p.role <> 'LEAD' AND p.state NOT IN ('ACCEPTED', 'TO_RECONFIRM', 'ENDED')`},
	{"a task of the system is open while what it asks for is not done", `
		SELECT k.kind || ' ' || k.id FROM task k
		  LEFT JOIN membership m ON m.working_group_id = k.subject_id AND m.staff_id = k.assignee_id
		  LEFT JOIN working_group g ON g.id = k.subject_id
		  LEFT JOIN topic t ON t.id = k.subject_id
		  LEFT JOIN joint_project j ON j.id = k.subject_id
		  LEFT JOIN staff_member s ON s.id = k.assignee_id
		  LEFT JOIN partnership p ON p.joint_project_id = k.subject_id AND p.centre_id = s.centre_id
		  LEFT JOIN live_question q ON q.id = k.subject_id
		 WHERE k.state = 'OPEN'
		   AND NOT coalesce(CASE k.kind
		       WHEN 'BY_HAND' THEN true
		       WHEN 'JOIN_GROUP' THEN m.state = 'INVITED' AND g.state IN ('FORMING', 'ACTIVE', 'DORMANT')
		       WHEN 'ADMIT_MEMBER' THEN g.state IN ('FORMING', 'ACTIVE', 'DORMANT')
		       WHEN 'ACCEPT_GROUP' THEN g.state = 'REQUESTED' AND s.network_role = 'COORDINATOR'
		       WHEN 'LEAD_GROUP' THEN g.state = 'FORMING' AND m.state = 'MEMBER' AND m.role = 'LEAD'
		       WHEN 'WRITE_HARVEST' THEN t.state = 'HELD'
		       WHEN 'ANSWER_QUESTION' THEN q.state = 'ANSWER_PROMISED' AND q.promised_by_id = k.assignee_id AND q.due_on = k.due_on
		           OR EXISTS (SELECT FROM contribution c WHERE c.id = k.subject_id AND c.state = 'ANSWER_PROMISED'
		                         AND c.promised_by_id = k.assignee_id)
		       WHEN 'KEEP_PLACE' THEN EXISTS (SELECT FROM registration r JOIN gathering h ON h.id = r.gathering_id
		                         WHERE h.id = k.subject_id AND r.staff_id = k.assignee_id AND r.state = 'REGISTERED' AND h.state IN ('PUBLISHED', 'LIVE'))
		       WHEN 'SIGN_COMMITMENT' THEN p.state IN ('INVITED', 'TO_RECONFIRM') AND s.job = 'DIRECTOR'
		       WHEN 'COMMIT_PROJECT' THEN j.state = 'CONSULTATION' AND s.centre_id = j.lead_centre_id
		       WHEN 'START_PROJECT' THEN j.state = 'COMMITTED' AND s.centre_id = j.lead_centre_id END, false)`},
	{"what has to be answered has been asked", `
		SELECT m.id::text FROM membership m JOIN staff_member s ON s.id = m.staff_id AND s.active
		 WHERE m.state = 'INVITED' AND NOT EXISTS (SELECT FROM task k
		       WHERE k.subject_id = m.working_group_id AND k.assignee_id = m.staff_id AND k.kind = 'JOIN_GROUP' AND k.state = 'OPEN')
		   AND EXISTS (SELECT FROM working_group g WHERE g.id = m.working_group_id AND g.state IN ('FORMING', 'ACTIVE', 'DORMANT'))
		 UNION ALL
		SELECT p.id::text FROM partnership p JOIN joint_project j ON j.id = p.joint_project_id
		 WHERE p.state IN ('INVITED', 'TO_RECONFIRM') AND j.closed_at IS NULL AND NOT EXISTS (SELECT FROM task k JOIN staff_member s ON s.id = k.assignee_id
		       WHERE k.subject_id = p.joint_project_id AND s.centre_id = p.centre_id AND k.kind = 'SIGN_COMMITMENT' AND k.state = 'OPEN')
		 UNION ALL
		SELECT q.id::text FROM live_question q
		 WHERE q.state = 'ANSWER_PROMISED' AND NOT EXISTS (SELECT FROM task k
		       WHERE k.subject_id = q.id AND k.assignee_id = q.promised_by_id AND k.kind = 'ANSWER_QUESTION' AND k.state = 'OPEN')`},
	{"nobody who has left has something to do", `
		SELECT k.id::text FROM task k JOIN staff_member s ON s.id = k.assignee_id WHERE k.state = 'OPEN' AND NOT s.active`},
	{"the journal is in the order of time", `
		SELECT id::text FROM (SELECT id, at, lag(at) OVER (ORDER BY id) AS before FROM event) AS told WHERE at < before`},
	{"nobody acts before they came", `
		SELECT e.id::text FROM event e JOIN staff_member s ON s.id = e.actor_id WHERE e.at < s.created_at`},
	{"every fact about the thread's objects names them", `
		SELECT e.id::text FROM event e
		 WHERE e.object_kind = 'WORKING_GROUP' AND (e.working_group_id IS NULL OR NOT EXISTS (SELECT FROM working_group g WHERE g.id = e.object_id))
		    OR e.object_kind = 'JOINT_PROJECT' AND (e.joint_project_id <> e.object_id OR NOT EXISTS (SELECT FROM joint_project j WHERE j.id = e.object_id))
		    OR e.object_kind = 'TOPIC' AND (e.topic_id <> e.object_id AND e.verb <> 'TOPIC_MERGED' OR NOT EXISTS (SELECT FROM topic t WHERE t.id = e.object_id))
		    OR e.object_kind = 'LIVE_QUESTION' AND NOT EXISTS (SELECT FROM live_question q WHERE q.id = e.object_id AND q.gathering_id = e.gathering_id)
		    OR e.object_kind = 'FORUM' AND NOT EXISTS (SELECT FROM forum f WHERE f.id = e.object_id)
		    OR e.object_kind = 'TASK' AND NOT EXISTS (SELECT FROM task k WHERE k.id = e.object_id)`},
	{"the last fact that moved a group says where it is", `
		SELECT g.name || ' ' || g.state || ' ' || coalesce(e.last, '-') FROM working_group g
		  LEFT JOIN LATERAL (SELECT e.data->>'to' AS last FROM event e WHERE e.working_group_id = g.id AND e.object_id = g.id
		        AND e.verb IN ('GROUP_OPENED', 'GROUP_REQUESTED', 'GROUP_ACCEPTED', 'GROUP_DECLINED', 'GROUP_ACTIVATED', 'GROUP_RESTED', 'GROUP_WOKEN',
		                       'GROUP_CLOSED', 'GROUP_ABANDONED', 'GROUP_MERGED') ORDER BY e.id DESC LIMIT 1) AS e ON true
		 WHERE g.state IS DISTINCT FROM e.last`},
	{"each move of a group begins where the one before ended", `
		SELECT e.object_id::text || ' ' || e.verb FROM (
		       SELECT object_id, verb, data->>'from' AS was, lag(data->>'to') OVER (PARTITION BY object_id, working_group_id ORDER BY id) AS before
		         FROM event WHERE object_kind = 'WORKING_GROUP' AND working_group_id = object_id
		          AND verb IN ('GROUP_OPENED', 'GROUP_REQUESTED', 'GROUP_ACCEPTED', 'GROUP_DECLINED', 'GROUP_ACTIVATED', 'GROUP_RESTED', 'GROUP_WOKEN',
		                       'GROUP_CLOSED', 'GROUP_ABANDONED', 'GROUP_MERGED')) AS e
		 WHERE e.was IS DISTINCT FROM e.before`},
	{"the last fact that moved a project says where it is", `
		SELECT j.title FROM joint_project j
		  LEFT JOIN LATERAL (SELECT e.data->>'to' AS last FROM event e WHERE e.joint_project_id = j.id
		        AND e.verb IN ('PROJECT_DRAFTED', 'PROJECT_SENT', 'PROJECT_COMMITTED', 'PROJECT_STARTED', 'PROJECT_SUSPENDED', 'PROJECT_RESUMED',
		                       'PROJECT_COMPLETED', 'PROJECT_ABANDONED') ORDER BY e.id DESC LIMIT 1) AS e ON true
		 WHERE CASE WHEN j.state IN ('EVALUATED', 'ARCHIVED') THEN 'COMPLETED' ELSE j.state END IS DISTINCT FROM e.last`},
	{"each answer of a centre begins where the one before ended", `
		SELECT p.id::text FROM partnership p
		  JOIN LATERAL (SELECT e.data->>'to' AS last FROM event e WHERE e.joint_project_id = p.joint_project_id AND e.centre_id = p.centre_id
		        AND e.verb IN ('COMMITMENT_SIGNED', 'COMMITMENT_DECLINED', 'COMMITMENT_WITHDRAWN') ORDER BY e.id DESC LIMIT 1) AS e ON true
		 WHERE p.role <> 'LEAD' AND p.state NOT IN ('ENDED', 'TO_RECONFIRM') AND p.state <> e.last`},
	{"objects of the thread are there", `
		SELECT from_id::text FROM thread_edge e
		 WHERE NOT EXISTS (SELECT FROM topic WHERE id IN (from_id, to_id)) AND NOT EXISTS (SELECT FROM working_group WHERE id IN (from_id, to_id))
		   AND NOT EXISTS (SELECT FROM live_question WHERE id IN (from_id, to_id))`},
	{"a group from a topic is linked to it", `
		SELECT g.name FROM working_group g WHERE g.topic_id IS NOT NULL
		   AND NOT EXISTS (SELECT FROM thread_edge e WHERE e.from_id = g.topic_id AND e.to_id = g.id)`},
}

// obey checks every law, and that what ties the centres is what a recount gives.
func obey(t *testing.T, database *sqlx.DB) {
	t.Helper()
	for _, law := range laws {
		var broken []string
		if err := database.Select(&broken, law.broken); err != nil {
			t.Errorf("%s: %v", law.says, err)
			continue
		}
		if len(broken) > 0 {
			t.Errorf("%s: broken %d times, as by %v", law.says, len(broken), broken[:min(3, len(broken))])
		}
	}
	ties := `SELECT md5(string_agg(f::text, ',' ORDER BY object_id, centre_a, centre_b)) FROM tie_fact f`
	var before, after string
	if err := database.Get(&before, ties); err != nil {
		t.Fatal(err)
	}
	database.MustExec(`SELECT tie_recount()`)
	if err := database.Get(&after, ties); err != nil {
		t.Fatal(err)
	}
	if before != after || before == "" {
		t.Error("the ties are not what a recount gives")
	}
}

func TestStoryObeysTheNetworksLaws(t *testing.T) {
	database, _ := loadedStory(t)
	obey(t, database)
}

// A law that nothing breaks is no law: each of these changes is noticed.
func TestLawsNotice(t *testing.T) {
	database, _ := loadedStory(t)
	for says, change := range map[string]string{
		"proceedings are final where their gathering says so":             `UPDATE gathering SET state = 'CLOSED'`,
		"editions of proceedings follow one another, and are told":        `INSERT INTO proceedings_edition SELECT gathering_id, 9, 'Sans le dire', document, public_document, published_at, published_by FROM proceedings_edition WHERE number = 1`,
		"what is chosen for the public part is of its gathering":          `UPDATE topic SET gathering_id = (SELECT id FROM gathering WHERE city = 'Lyon'), forum_id = (SELECT f.id FROM forum f JOIN gathering g ON g.id = f.gathering_id WHERE g.city = 'Lyon') WHERE state = 'HARVESTED'`,
		"no two people have one name":                                     `UPDATE staff_member SET given_name = 'Inès', family_name = 'Carpentier' WHERE email = 'malik@demo.maillage.example'`,
		"a topic's stars are counted":                                     `UPDATE topic SET star_count = star_count + 1`,
		"nobody puts more dots than they have":                            `UPDATE topic_dot SET count = 6`,
		"nobody convenes two sessions at once":                            `UPDATE topic SET convener_id = (SELECT convener_id FROM topic WHERE state = 'HARVESTED' LIMIT 1) WHERE state = 'HARVESTED'`,
		"a topic stands on the board when its state says so":              `UPDATE topic SET state = 'SCHEDULED' WHERE state = 'PROPOSED'`,
		"the thread of a merged topic goes on in the other":               `DELETE FROM thread_edge WHERE to_kind = 'TOPIC'`,
		"a group at work has a lead, unless it waits for one":             `UPDATE membership SET role = 'MEMBER'`,
		"only a director of the centre signs for it":                      `UPDATE commitment SET signed_by_id = (SELECT id FROM staff_member WHERE network_role = 'COORDINATOR') WHERE signed_at IS NOT NULL`,
		"a committed project had its signatures":                          `UPDATE joint_project SET minimum_partners = 20`,
		"a task of the system is open while what it asks for is not done": `UPDATE partnership SET state = 'DECLINED' WHERE state = 'INVITED'`,
		"what has to be answered has been asked":                          `UPDATE task SET state = 'DONE'`,
		"a question's votes are counted":                                  `UPDATE live_question SET vote_count = vote_count + 1`,
		"no fact tells who asked without a name, nor who votes":           `INSERT INTO event (at, verb, object_kind, object_id, gathering_id, actor_id) SELECT now(), 'LIVE_QUESTION_EDITED', 'LIVE_QUESTION', id, gathering_id, author_id FROM live_question WHERE anonymous LIMIT 1`,
		"what has not been shown is told to those who run the gathering":  `UPDATE live_question SET published_at = NULL`,
		"the last fact that moved a question says where it is":            `UPDATE live_question SET state = 'WITHDRAWN' WHERE state = 'PUBLISHED'`,
		"the last fact that moved a group says where it is":               `UPDATE working_group SET state = 'DORMANT' WHERE state = 'ACTIVE'`,
		"the last fact that moved a project says where it is":             `UPDATE joint_project SET state = 'SUSPENDED' WHERE state = 'RUNNING'`,
		"the journal is in the order of time":                             `INSERT INTO event (at, verb, object_kind, object_id) SELECT '2019-01-01', 'TASK_DONE', 'TASK', id FROM task LIMIT 1`,
		"whoever posts was in the group":                                  `DELETE FROM membership WHERE id NOT IN (SELECT lead_id FROM working_group WHERE lead_id IS NOT NULL)`,
	} {
		t.Run(says, func(t *testing.T) {
			tx := database.MustBegin()
			defer tx.Rollback()
			tx.MustExec(change)
			for _, law := range laws {
				if law.says != says {
					continue
				}
				var broken []string
				if err := tx.Select(&broken, law.broken); err != nil {
					t.Fatal(err)
				}
				if len(broken) == 0 {
					t.Error("unnoticed")
				}
				return
			}
			t.Error("there is no such law")
		})
	}
}
