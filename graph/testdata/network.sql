-- A small network with a row or more of everything that can be read: three
-- centres of three people, a gathering with its forum, groups, projects,
-- tasks and facts. nth('a', 2) is the identity of the second of a kind.
create function nth(kind text, n bigint) returns uuid language sql immutable as
$$ select ('0000000' || kind || '-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$;

insert into centre (id, name, short_name, city, regions, latitude, longitude, joined_on, website)
select nth('1', n), 'Centre n° ' || n, 'C' || n, (array['Lille', 'Évry', 'Nantes'])[n], array['5' || n], 47 + n, n, '2010-01-01'::date + n::int, case when n = 2 then '' else 'https://c' || n || '.example' end
from generate_series(1, 3) n;
insert into theme (id, code, label_fr, label_en) select nth('2', n), 'theme-' || n, 'Thème ' || n, 'Theme ' || n from generate_series(1, 4) n;

insert into gathering (id, name, city, venue, starts_on, ends_on, state, description)
values (nth('4', 1), 'Rencontres', 'Nantes', '', '2026-11-20', '2026-11-21', 'LIVE', E'Deux "jours"\nde travail');
insert into gathering_host select nth('4', 1), nth('1', n) from generate_series(1, 2) n;
insert into space (id, gathering_id, name, capacity, place) select nth('5', n), nth('4', 1), 'Salle ' || n, 10 * n, n from generate_series(1, 2) n;
insert into agenda_item (id, gathering_id, title, kind, starts_at, ends_at, space_id)
select nth('6', n), nth('4', 1), 'Point ' || n, 'TALK', '2026-11-20 08:00+00'::timestamptz + n * interval '1 hour', '2026-11-20 08:45+00'::timestamptz + n * interval '1 hour', case when n = 2 then nth('5', 1) end
from generate_series(1, 3) n;

insert into staff_member (id, centre_id, given_name, family_name, email, job, bio, language, gathering_id)
select nth('3', n), case when n < 10 then nth('1', 1 + n % 3) end, 'Prénom', 'Nom ' || n, 'p' || n || '@c.example',
	(array['DIRECTOR', 'MISSION_OFFICER', 'INFORMATION_OFFICER', 'NATIONAL_COORDINATION'])[case when n = 10 then 4 else 1 + (n - 1) / 3 end],
	repeat('b', n::int), 'fr', null
from generate_series(1, 10) n;
insert into staff_theme select nth('3', n), nth('2', 1 + n % 4) from generate_series(1, 9) n;

insert into forum (id, gathering_id, name, phase, facilitator_id) values (nth('7', 1), nth('4', 1), 'Forum', 'SESSIONS', nth('3', 1));
insert into slot (id, forum_id, label, starts_at, ends_at)
select nth('8', n), nth('7', 1), 'Temps ' || n, '2026-11-20 08:00+00'::timestamptz + n * interval '1 hour', '2026-11-20 08:45+00'::timestamptz + n * interval '1 hour' from generate_series(1, 2) n;
insert into topic (id, forum_id, gathering_id, title, description, state, author_id, convener_id, intended_outcome, created_at)
select nth('9', n), nth('7', 1), nth('4', 1), 'Sujet ' || n, 'd', (array['PROPOSED', 'SCHEDULED', 'HARVESTED', 'WITHDRAWN', 'DRAFT'])[n], nth('3', n), case when n <> 1 then nth('3', n + 1) end, 'EXCHANGE', '2026-11-19 10:00+00'::timestamptz + n * interval '1 minute'
from generate_series(1, 5) n;
insert into topic_theme select nth('9', n), nth('2', n) from generate_series(1, 3) n;
insert into topic_star select nth('9', t), nth('3', n), '2026-11-20 08:00+00' from generate_series(1, 3) t, generate_series(1, 4) n where n <> t;
insert into occurrence (id, topic_id, slot_id, space_id, state, placed_by, placed_at)
values (nth('a', 1), nth('9', 2), nth('8', 1), nth('5', 1), 'PLANNED', nth('3', 1), '2026-11-20 07:00+00'),
	(nth('a', 2), nth('9', 3), nth('8', 2), nth('5', 2), 'ENDED', nth('3', 1), '2026-11-20 07:00+00');
insert into occurrence_participant select nth('a', 2), nth('3', n), '2026-11-20 10:00+00' from generate_series(1, 5) n;
insert into harvest (id, topic_id, state, said, decided, next_steps, carries_on, edited_by, edited_at, version)
values (nth('b', 1), nth('9', 3), 'PUBLISHED', 'dit', 'décidé', 'ensuite', '', nth('3', 3), '2026-11-20 11:00+00', 2);
insert into harvest_carrier select nth('b', 1), nth('3', n) from generate_series(3, 4) n;
insert into harvest_revision (harvest_id, version, said, decided, next_steps, carries_on, edited_by, edited_at)
values (nth('b', 1), 1, 'avant', '', '', '', nth('3', 4), '2026-11-20 10:50+00');

insert into working_group (id, name, purpose, state, admission, topic_id, gathering_id, created_at)
select nth('c', n), 'Groupe ' || n, 'pourquoi', (array['ACTIVE', 'FORMING', 'DORMANT', 'REQUESTED'])[n], case n % 2 when 0 then 'OPEN' else 'ON_APPROVAL' end, case when n = 1 then nth('9', 3) end, case when n = 1 then nth('4', 1) end, '2026-01-01'::timestamptz + n * interval '1 day'
from generate_series(1, 4) n;
insert into working_group_theme select nth('c', n), nth('2', n) from generate_series(1, 3) n;
insert into membership (id, working_group_id, staff_id, state, role, since, joined_at)
select nth('d', 10 * g + n), nth('c', g), nth('3', n), case when n = 6 then 'INVITED' else 'MEMBER' end, case when n = g then 'LEAD' else 'MEMBER' end, '2026-02-01'::timestamptz + n * interval '1 hour', case when n <> 6 then '2026-02-01'::timestamptz end
from generate_series(1, 3) g, generate_series(1, 6) n where n >= g;
insert into milestone (id, working_group_id, title, due_on, first_due_on, state, created_at, changed_at, done_at)
select nth('e', n), nth('c', 1 + n % 2), 'Étape ' || n, case when n <> 3 then '2026-11-15'::date + 5 * n::int end, case when n <> 3 then '2026-11-15'::date end, case when n = 4 then 'DONE' else 'PLANNED' end, '2026-02-02', '2026-02-03', case when n = 4 then '2026-03-01'::timestamptz end
from generate_series(1, 5) n;
insert into group_update (id, working_group_id, author_id, text, health, created_at, corrected_at, version)
select nth('f', n), nth('c', 1 + n % 2), nth('3', n), 'Point d''étape ' || n, case n % 3 when 0 then 'AT_RISK' else 'ON_TRACK' end, '2026-03-01'::timestamptz + n * interval '1 day', case when n = 1 then '2026-03-09'::timestamptz end, case when n = 1 then 2 else 1 end
from generate_series(1, 5) n;
insert into group_update_revision (id, update_id, version, text, health, at) values (nth('f', 99), nth('f', 1), 1, 'avant', 'UNKNOWN', '2026-03-02');

insert into joint_project (id, title, purpose, expected_results, state, lead_centre_id, created_by_id, starts_on, ends_on, minimum_partners, created_at, sent_at, committed_at, started_at, last_activity_at)
select nth('0', n), 'Projet ' || n, 'pourquoi', '', (array['RUNNING', 'DRAFT', 'CONSULTATION'])[n], nth('1', n), nth('3', n), '2026-04-01', '2026-12-01', 1, '2026-03-01'::timestamptz + n * interval '1 day',
	case when n <> 2 then '2026-03-10'::timestamptz end, case when n = 1 then '2026-03-20'::timestamptz end, case when n = 1 then '2026-04-01'::timestamptz end, '2026-04-01'::timestamptz + n * interval '1 day'
from generate_series(1, 3) n;
insert into joint_project_theme select nth('0', n), nth('2', n) from generate_series(1, 3) n;
insert into partnership (id, joint_project_id, centre_id, role, state, signed_version, joined_at, answered_at, answered_by_id)
select nth('1', 100 + 10 * p + c), nth('0', p), nth('1', c), case when p = c then 'LEAD' else 'PARTNER' end, (array['ACCEPTED', 'PROPOSED', 'INVITED'])[p],
	case when p = 1 then 1 end, case when p = 1 then '2026-03-15'::timestamptz end, case when p = 1 then '2026-03-15'::timestamptz end, case when p = 1 then nth('3', c) end
from generate_series(1, 3) p, generate_series(1, 3) c;
insert into commitment (id, partnership_id, version, person_days, money, starts_on, ends_on, proposed_at, signed_at, signed_by_id)
select nth('2', 100 + 10 * p + c), nth('1', 100 + 10 * p + c), 1, 10 * c, 1000 * c, '2026-04-01', '2026-12-01', '2026-03-09', case when p = 1 then '2026-03-15'::timestamptz end, case when p = 1 then nth('3', c) end
from generate_series(1, 3) p, generate_series(1, 3) c;
insert into team_member (id, joint_project_id, staff_id, role, since) select nth('4', 100 + n), nth('0', 1), nth('3', n), case when n = 1 then 'LEAD' else 'MEMBER' end, '2026-04-01' from generate_series(1, 3) n;
insert into status_report (id, joint_project_id, author_id, health, explanation, done, next, period_starts_on, period_ends_on, created_at)
select nth('5', 100 + n), nth('0', 1), nth('3', 1), 'AT_RISK', 'parce que', 'fait', 'à faire', '2026-04-01', '2026-05-01', '2026-05-01'::timestamptz + n * interval '30 days' from generate_series(1, 2) n;

insert into task (id, assignee_id, author_id, kind, title, due_on, subject_kind, subject_id, created_at)
select nth('6', 100 + n), nth('3', 1), case when n = 1 then nth('3', 2) end, (array['BY_HAND', 'ADMIT_MEMBER', 'WRITE_HARVEST'])[n], case when n = 1 then 'Rappeler' else '' end, case when n < 3 then '2026-11-22'::date + n::int end,
	(array[null, 'WORKING_GROUP', 'TOPIC'])[n], case n when 2 then nth('c', 1) when 3 then nth('9', 3) end, '2026-11-01'::timestamptz + n * interval '1 day'
from generate_series(1, 3) n;
insert into event (at, actor_id, verb, object_kind, object_id, working_group_id, joint_project_id, topic_id, audience)
select '2026-11-01'::timestamptz + n * interval '1 hour', case when n <> 3 then nth('3', n) end, 'UPDATE_POSTED', 'WORKING_GROUP', nth('c', 1), nth('c', 1), null, null, case when n = 4 then 'PERSON' else 'STAFF' end
from generate_series(1, 4) n;
