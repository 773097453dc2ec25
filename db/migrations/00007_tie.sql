-- What ties the centres: facts that follow from who was in which group, project
-- and session, and sums of them by month from which the Observatoire is read.
-- docs/ties.md says what each is and what it weighs.
--
-- Triggers keep them, not the writers: whoever writes a membership, a partnership
-- or a check-in, by hand or in bulk, in any order, leaves them true. A fact is a
-- pure function of the rows of its object, so a change recomputes the object's
-- facts, and the sums move by the difference. tie_recount() makes everything anew
-- from the same functions. A bulk load says SET LOCAL maillage.ties = 'off' and
-- recounts once at its end.
-- +goose Up

-- One row an object and a pair of centres that were in it at the same time. It
-- has no foreign keys: what it follows from has them.
create table tie_fact (
    object_id uuid not null,
    centre_a  uuid not null,
    centre_b  uuid not null,
    kind      text not null constraint tie_fact_kind check (kind in ('SAME_GROUP', 'SAME_PROJECT', 'SAME_SESSION')),
    starts_on date not null,
    ends_on   date, -- null while it lasts
    weight    double precision not null,
    primary key (object_id, centre_a, centre_b),
    constraint tie_fact_pair check (centre_a < centre_b),
    constraint tie_fact_term check (ends_on >= starts_on)
);
create index tie_fact_by_pair on tie_fact (centre_a, centre_b) include (starts_on, ends_on, weight);
create index tie_fact_by_other on tie_fact (centre_b, centre_a);

-- The stretches of months in which a pair is tied by any fact: disjoint, so that
-- pairs can be counted, not only facts. Months are numbered: year × 12 + month - 1.
create table tie_spell (
    centre_a     uuid not null,
    centre_b     uuid not null,
    starts_month integer not null,
    ends_month   integer, -- null while it lasts
    primary key (centre_a, centre_b, starts_month)
);

-- Spells of the whole network that start and end in a month, and the gaps
-- between two spells of one pair. Pairs tied from month s to month e = spells
-- started up to e - spells ended before s - gaps inside, see tie_pairs().
create table tie_month (
    month         integer primary key,
    started       integer not null,
    ended         integer not null,
    cross_started integer not null, -- of pairs that share no region
    cross_ended   integer not null
);
create table tie_gap (
    from_month integer not null,
    to_month   integer not null,
    pairs      integer not null,
    cross_pairs integer not null,
    primary key (from_month, to_month)
);

-- The same for each centre that was ever tied, as sums from the beginning to the
-- end of every month between the first and the last that anything happened in:
-- a period is two rows a centre.
create table tie_centre_month (
    month          integer not null,
    centre_id      uuid not null,
    facts_started  integer not null default 0,
    facts_ended    integer not null default 0,
    weight_started double precision not null default 0,
    weight_ended   double precision not null default 0,
    spells_started integer not null default 0,
    spells_ended   integer not null default 0,
    primary key (month, centre_id)
) with (fillfactor = 80, parallel_workers = 0); -- a month's rows stand together, and are few
create table tie_centre_gap (
    centre_id  uuid not null,
    from_month integer not null,
    to_month   integer not null,
    spells     integer not null,
    primary key (centre_id, from_month, to_month)
);

-- How many groups and sent projects are in each state.
create table state_count (
    kind  text not null constraint state_count_kind check (kind in ('WORKING_GROUP', 'JOINT_PROJECT')),
    state text not null,
    count integer not null,
    primary key (kind, state)
);

-- A centre's ties of all years, from its own side.
create view tie as
select md5(centre_id::text || other_centre_id::text)::uuid as id,
       centre_id,
       other_centre_id,
       count(*)::integer as fact_count,
       sum(weight) as weight
  from (select centre_a as centre_id, centre_b as other_centre_id, weight from tie_fact
         union all
        select centre_b, centre_a, weight from tie_fact) as side
 group by centre_id, other_centre_id;

-- +goose StatementBegin
create function tie_id(object uuid, a uuid, b uuid) returns uuid
language sql immutable parallel safe as
$$ select md5(object::text || a::text || b::text)::uuid $$;

create function tie_month(day date) returns integer
language sql immutable parallel safe as
$$ select (extract(year from day) * 12 + extract(month from day) - 1)::integer $$;
-- +goose StatementEnd

-- The spells that follow from the facts: one goes on as long as the next fact
-- begins no later than the last month of any before it.
create view true_spell as
select centre_a,
       centre_b,
       min(starts_month) as starts_month,
       nullif(max(ends_month), 2147483647) as ends_month
  from (select centre_a, centre_b, starts_month, ends_month,
               sum(begins) over (partition by centre_a, centre_b order by starts_month, ends_month rows unbounded preceding) as spell
          from (select centre_a, centre_b, starts_month, ends_month,
                       case when starts_month <= max(ends_month) over (
                                partition by centre_a, centre_b
                                order by starts_month, ends_month
                                rows between unbounded preceding and 1 preceding)
                            then 0 else 1 end as begins
                  from (select centre_a, centre_b, tie_month(starts_on) as starts_month,
                               coalesce(tie_month(ends_on), 2147483647) as ends_month
                          from tie_fact) as stretch
               ) as marked
       ) as numbered
 group by centre_a, centre_b, spell;

-- +goose StatementBegin
-- Multiples of a half, so that sums of them are exact in any order.
create function tie_weight(kind text) returns double precision
language sql immutable parallel safe as
$$ select case kind when 'SAME_PROJECT' then 3.0 when 'SAME_GROUP' then 1.0 else 0.5 end $$;

-- When each centre was in an object, in days of UTC. One that left and came back
-- counts from its first day to its last.
create function tie_presence(kind text, object uuid)
returns table (centre_id uuid, starts_on date, ends_on date)
language sql stable rows 8 as
$$
select s.centre_id,
       min((m.joined_at at time zone 'UTC')::date),
       case when bool_and(least(m.left_at, g.closed_at) is not null)
            then max((least(m.left_at, g.closed_at) at time zone 'UTC')::date) end
  from membership m
  join working_group g on g.id = m.working_group_id
  join staff_member s on s.id = m.staff_id
 where kind = 'SAME_GROUP'
   and m.working_group_id = object
   and m.joined_at <= coalesce(least(m.left_at, g.closed_at), 'infinity')
   and g.state not in ('REQUESTED', 'DECLINED')
   and s.centre_id is not null
 group by s.centre_id
 union all
-- A project ties once it is committed, and those that have signed.
select p.centre_id,
       (greatest(p.joined_at, j.committed_at) at time zone 'UTC')::date,
       (least(p.left_at, j.closed_at) at time zone 'UTC')::date
  from partnership p
  join joint_project j on j.id = p.joint_project_id
 where kind = 'SAME_PROJECT'
   and p.joint_project_id = object
   and p.role <> 'OBSERVER'
   and p.joined_at is not null
   and j.committed_at is not null
   and greatest(p.joined_at, j.committed_at) <= coalesce(least(p.left_at, j.closed_at), 'infinity')
 union all
select s.centre_id,
       min((t.starts_at at time zone 'UTC')::date),
       max((t.starts_at at time zone 'UTC')::date)
  from occurrence o
  join slot t on t.id = o.slot_id
  join occurrence_participant p on p.occurrence_id = o.id
  join staff_member s on s.id = p.staff_id
 where kind = 'SAME_SESSION'
   and o.topic_id = object
   and s.centre_id is not null
 group by s.centre_id
$$;

-- The facts of an object, as they follow from its rows.
create function tie_facts_of(of_kind text, object uuid) returns setof tie_fact
language sql stable rows 30 as
$$
with present as materialized (
    select centre_id, starts_on, ends_on from tie_presence(of_kind, object)
)
select object,
       a.centre_id,
       b.centre_id,
       of_kind,
       greatest(a.starts_on, b.starts_on),
       least(a.ends_on, b.ends_on),
       tie_weight(of_kind)
  from present a
  join present b on a.centre_id < b.centre_id
 where greatest(a.starts_on, b.starts_on) <= coalesce(least(a.ends_on, b.ends_on), 'infinity')
$$;

-- The spells of pairs. Without "offset 0" the planner would make the spells of
-- every pair there is and then join.
create function tie_spells_of(pairs_a uuid[], pairs_b uuid[]) returns setof tie_spell
language sql stable rows 100 as
$$
select s.centre_a, s.centre_b, s.starts_month, s.ends_month
  from unnest(pairs_a, pairs_b) as pair (a, b)
 cross join lateral (select * from true_spell t where t.centre_a = pair.a and t.centre_b = pair.b offset 0) as s
$$;

-- The gaps between the spells of each pair.
create function tie_gaps_of(spells tie_spell[])
returns table (centre_a uuid, centre_b uuid, from_month integer, to_month integer)
language sql stable rows 1000 as
$$
select centre_a, centre_b, ends_month, next_month
  from (select centre_a, centre_b, ends_month,
               lead(starts_month) over (partition by centre_a, centre_b order by starts_month) as next_month
          from unnest(spells)) as followed
 where next_month is not null
$$;

create function tie_crosses(a uuid, b uuid) returns boolean
language sql stable as
$$ select not (select regions from centre where id = a) && (select regions from centre where id = b) $$;

-- Pairs tied at some time from one month to another, both included.
create function tie_pairs(first_month integer, last_month integer) returns table (pairs integer, cross_pairs integer)
language sql stable as
$$
select (m.started - m.ended - g.pairs)::integer,
       (m.cross_started - m.cross_ended - g.cross_pairs)::integer
  from (select coalesce(sum(started) filter (where month <= last_month), 0) as started,
               coalesce(sum(ended) filter (where month < first_month), 0) as ended,
               coalesce(sum(cross_started) filter (where month <= last_month), 0) as cross_started,
               coalesce(sum(cross_ended) filter (where month < first_month), 0) as cross_ended
          from tie_month) as m
 cross join (select coalesce(sum(t.pairs), 0) as pairs,
                    coalesce(sum(t.cross_pairs), 0) as cross_pairs
               from tie_gap t
              where t.from_month >= first_month
                and t.to_month <= last_month) as g
$$;

-- Moves the sums of centres by these differences.
create function tie_move_centres(gone tie_fact[], come tie_fact[], spells_gone tie_spell[], spells_come tie_spell[]) returns void
language plpgsql as
$$
declare
    first integer; last integer; -- the months that have rows
    low integer; high integer;   -- and those that must have
    fresh uuid[];                -- centres without rows
    d record;
begin
    select min(month), max(month) into first, last from tie_centre_month;
    select min(m), max(m) into low, high
      from (select unnest(array[tie_month(starts_on), tie_month(ends_on)]) as m from unnest(gone || come)) as months;
    low := least(low, first);
    high := greatest(high, last);
    if last < high then -- a new month begins as the last one ended
        insert into tie_centre_month
        select m, c.centre_id, c.facts_started, c.facts_ended, c.weight_started, c.weight_ended, c.spells_started, c.spells_ended
          from tie_centre_month c
         cross join generate_series(last + 1, high) as m
         where c.month = last
         order by m, c.centre_id;
    end if;
    if low < first then
        insert into tie_centre_month (month, centre_id)
        select m, c.centre_id
          from tie_centre_month c
         cross join generate_series(low, first - 1) as m
         where c.month = first;
    end if;
    select array_agg(t.id) into fresh
      from (select distinct side.id
              from unnest(gone || come) as f
             cross join lateral (values (f.centre_a), (f.centre_b)) as side (id)) as t
     where not exists (select from tie_centre_month known where known.month = high and known.centre_id = t.id);
    if fresh is not null then
        insert into tie_centre_month (month, centre_id)
        select m, c from unnest(fresh) as c cross join generate_series(low, high) as m;
    end if;

    -- One centre and month at a time, by key: joined, the planner reads the whole table.
    for d in
        select side.centre_id, moved.month,
               sum(moved.facts_started) as facts_started, sum(moved.facts_ended) as facts_ended,
               sum(moved.weight_started) as weight_started, sum(moved.weight_ended) as weight_ended,
               sum(moved.spells_started) as spells_started, sum(moved.spells_ended) as spells_ended
          from (select f.centre_a, f.centre_b, at.month,
                       f.sign * at.started as facts_started, f.sign * at.ended as facts_ended,
                       f.sign * at.started * f.weight as weight_started, f.sign * at.ended * f.weight as weight_ended,
                       0 as spells_started, 0 as spells_ended
                  from (select -1 as sign, g.* from unnest(gone) as g union all select 1, c.* from unnest(come) as c)
                       as f (sign, object_id, centre_a, centre_b, kind, starts_on, ends_on, weight)
                 cross join lateral (values (tie_month(f.starts_on), 1, 0), (tie_month(f.ends_on), 0, 1)) as at (month, started, ended)
                 union all
                select p.centre_a, p.centre_b, at.month, 0, 0, 0, 0, p.sign * at.started, p.sign * at.ended
                  from (select -1 as sign, g.* from unnest(spells_gone) as g union all select 1, c.* from unnest(spells_come) as c)
                       as p (sign, centre_a, centre_b, starts_month, ends_month)
                 cross join lateral (values (p.starts_month, 1, 0), (p.ends_month, 0, 1)) as at (month, started, ended)) as moved
         cross join lateral (values (moved.centre_a), (moved.centre_b)) as side (centre_id)
         where moved.month is not null
         group by side.centre_id, moved.month
        having (sum(moved.facts_started), sum(moved.facts_ended), sum(moved.weight_started), sum(moved.weight_ended),
                sum(moved.spells_started), sum(moved.spells_ended)) <> (0, 0, 0, 0, 0, 0)
    loop
        update tie_centre_month c
           set facts_started  = c.facts_started + d.facts_started,
               facts_ended    = c.facts_ended + d.facts_ended,
               weight_started = c.weight_started + d.weight_started,
               weight_ended   = c.weight_ended + d.weight_ended,
               spells_started = c.spells_started + d.spells_started,
               spells_ended   = c.spells_ended + d.spells_ended
         where c.month = any(array(select generate_series(d.month, high)))
           and c.centre_id = d.centre_id;
    end loop;
end
$$;

-- Writes other spells of pairs, and moves the sums of the network, and the gaps,
-- by the difference.
create function tie_move_spells(gone tie_spell[], come tie_spell[]) returns void
language plpgsql as
$$
begin
    if gone is not distinct from come then
        return;
    end if;
    delete from tie_spell s using unnest(gone) as g
     where s.centre_a = g.centre_a and s.centre_b = g.centre_b and s.starts_month = g.starts_month;
    insert into tie_spell select * from unnest(come);

    insert into tie_month as m (month, started, ended, cross_started, cross_ended)
    select at.month, sum(p.sign * at.started), sum(p.sign * at.ended), sum(p.crosses * at.started), sum(p.crosses * at.ended)
      from (select sign, starts_month, ends_month, case when tie_crosses(centre_a, centre_b) then sign else 0 end as crosses
              from (select -1 as sign, g.* from unnest(gone) as g union all select 1, c.* from unnest(come) as c) as signed) as p
     cross join lateral (values (p.starts_month, 1, 0), (p.ends_month, 0, 1)) as at (month, started, ended)
     where at.month is not null
     group by at.month
    on conflict (month) do update
       set started       = m.started + excluded.started,
           ended         = m.ended + excluded.ended,
           cross_started = m.cross_started + excluded.cross_started,
           cross_ended   = m.cross_ended + excluded.cross_ended;

    insert into tie_gap as t (from_month, to_month, pairs, cross_pairs)
    select from_month, to_month, sum(sign), sum(case when tie_crosses(centre_a, centre_b) then sign else 0 end)
      from (select -1 as sign, g.* from tie_gaps_of(gone) as g union all select 1, c.* from tie_gaps_of(come) as c) as signed
     group by from_month, to_month
    on conflict (from_month, to_month) do update
       set pairs       = t.pairs + excluded.pairs,
           cross_pairs = t.cross_pairs + excluded.cross_pairs;

    insert into tie_centre_gap as t (centre_id, from_month, to_month, spells)
    select centre_id, from_month, to_month, sum(sign)
      from (select -1 as sign, g.* from tie_gaps_of(gone) as g union all select 1, c.* from tie_gaps_of(come) as c) as signed
     cross join lateral unnest(array[centre_a, centre_b]) as side (centre_id)
     group by centre_id, from_month, to_month
    on conflict (centre_id, from_month, to_month) do update
       set spells = t.spells + excluded.spells;
end
$$;

-- Makes the facts of these objects what follows from their rows, and moves every
-- sum by the difference. Two changes of one object wait for one another, so that
-- neither misses the other's centre; and whoever moves sums does so alone, so
-- that their rows are never locked in two orders.
create function tie_touch(of_kind text, objects uuid[]) returns void
language plpgsql as
$$
declare
    gone tie_fact[];
    come tie_fact[];
    pairs_a uuid[];
    pairs_b uuid[];
    spells_gone tie_spell[];
    spells_come tie_spell[];
begin
    perform pg_advisory_xact_lock(hashtextextended(o::text, 7))
       from (select distinct unnest(objects) as o order by 1) as sorted;
    with now_so as (
        select f.*
          from (select distinct unnest(objects) as id) as o
         cross join lateral tie_facts_of(of_kind, o.id) as f
    ), was_so as (
        select * from tie_fact where object_id = any(objects)
    )
    select (select array_agg(w::tie_fact) from (select * from was_so except all select * from now_so) as w),
           (select array_agg(n::tie_fact) from (select * from now_so except all select * from was_so) as n)
      into gone, come;
    if gone is null and come is null then
        return;
    end if;

    perform pg_advisory_xact_lock(7);
    delete from tie_fact f using unnest(gone) as g
     where f.object_id = g.object_id and f.centre_a = g.centre_a and f.centre_b = g.centre_b;
    insert into tie_fact select * from unnest(come);

    select array_agg(centre_a), array_agg(centre_b) into pairs_a, pairs_b
      from (select distinct centre_a, centre_b from unnest(gone || come)) as pair;
    select array_agg(s) into spells_gone
      from unnest(pairs_a, pairs_b) as pair (a, b)
      join tie_spell s on s.centre_a = pair.a and s.centre_b = pair.b;
    select array_agg(s) into spells_come from tie_spells_of(pairs_a, pairs_b) as s;
    perform tie_move_spells(spells_gone, spells_come);
    perform tie_move_centres(gone, come, spells_gone, spells_come);
end
$$;

-- Makes everything anew from the rows: after a bulk load, or whenever in doubt.
create function tie_recount() returns void
language plpgsql set work_mem = '128MB' set jit = off as
$$
begin
    perform pg_advisory_xact_lock(7);
    truncate tie_fact, tie_spell, tie_month, tie_gap, tie_centre_month, tie_centre_gap, state_count;

    -- Many rows at once are indexed in a fifth of the time when they all stand.
    drop index tie_fact_by_pair, tie_fact_by_other;
    insert into tie_fact select f.* from working_group o cross join lateral tie_facts_of('SAME_GROUP', o.id) as f;
    insert into tie_fact select f.* from joint_project o cross join lateral tie_facts_of('SAME_PROJECT', o.id) as f
     where o.committed_at is not null;
    insert into tie_fact select f.* from topic o cross join lateral tie_facts_of('SAME_SESSION', o.id) as f;
    create index tie_fact_by_pair on tie_fact (centre_a, centre_b) include (starts_on, ends_on, weight);
    create index tie_fact_by_other on tie_fact (centre_b, centre_a);
    analyze tie_fact;

    insert into tie_spell select centre_a, centre_b, starts_month, ends_month from true_spell;
    analyze tie_spell;

    insert into tie_month (month, started, ended, cross_started, cross_ended)
    select at.month, sum(at.started), sum(at.ended), sum(at.started * p.crosses), sum(at.ended * p.crosses)
      from (select starts_month, ends_month, case when a.regions && b.regions then 0 else 1 end as crosses
              from tie_spell s
              join centre a on a.id = s.centre_a
              join centre b on b.id = s.centre_b) as p
     cross join lateral (values (p.starts_month, 1, 0), (p.ends_month, 0, 1)) as at (month, started, ended)
     where at.month is not null
     group by at.month;

    create temporary table counted_gap on commit drop as
    select centre_a, centre_b, ends_month as from_month, next_month as to_month
      from (select centre_a, centre_b, ends_month,
                   lead(starts_month) over (partition by centre_a, centre_b order by starts_month) as next_month
              from tie_spell) as followed
     where next_month is not null;
    insert into tie_gap (from_month, to_month, pairs, cross_pairs)
    select g.from_month, g.to_month, count(*), count(*) filter (where not a.regions && b.regions)
      from counted_gap g
      join centre a on a.id = g.centre_a
      join centre b on b.id = g.centre_b
     group by g.from_month, g.to_month;
    insert into tie_centre_gap (centre_id, from_month, to_month, spells)
    select side.centre_id, g.from_month, g.to_month, count(*)
      from counted_gap g
     cross join lateral unnest(array[g.centre_a, g.centre_b]) as side (centre_id)
     group by side.centre_id, g.from_month, g.to_month;
    drop table counted_gap;

    with fact as not materialized (
        select centre_a as centre_id, starts_on, ends_on, weight from tie_fact
         union all
        select centre_b, starts_on, ends_on, weight from tie_fact
    ), spell as not materialized (
        select centre_a as centre_id, starts_month, ends_month from tie_spell
         union all
        select centre_b, starts_month, ends_month from tie_spell
    ), happened as (
        select centre_id, month, sum(facts_started) as facts_started, sum(facts_ended) as facts_ended,
               sum(weight_started) as weight_started, sum(weight_ended) as weight_ended,
               sum(spells_started) as spells_started, sum(spells_ended) as spells_ended
          from (select centre_id, tie_month(starts_on) as month, count(*) as facts_started, 0 as facts_ended,
                       sum(weight) as weight_started, 0 as weight_ended, 0 as spells_started, 0 as spells_ended
                  from fact group by 1, 2
                 union all
                select centre_id, tie_month(ends_on), 0, count(*), 0, sum(weight), 0, 0 from fact where ends_on is not null group by 1, 2
                 union all
                select centre_id, starts_month, 0, 0, 0, 0, count(*), 0 from spell group by 1, 2
                 union all
                select centre_id, ends_month, 0, 0, 0, 0, 0, count(*) from spell where ends_month is not null group by 1, 2) as side
         group by centre_id, month
    )
    insert into tie_centre_month
    select m.month, c.centre_id,
           sum(coalesce(h.facts_started, 0)) over cumulated, sum(coalesce(h.facts_ended, 0)) over cumulated,
           sum(coalesce(h.weight_started, 0)) over cumulated, sum(coalesce(h.weight_ended, 0)) over cumulated,
           sum(coalesce(h.spells_started, 0)) over cumulated, sum(coalesce(h.spells_ended, 0)) over cumulated
      from (select distinct centre_id from happened) as c
     cross join (select generate_series(min(month), max(month)) as month from happened) as m
      left join happened h on h.centre_id = c.centre_id and h.month = m.month
    window cumulated as (partition by c.centre_id order by m.month)
     order by 1, 2;

    insert into state_count (kind, state, count)
    select 'WORKING_GROUP', state, count(*) from working_group group by state
     union all
    select 'JOINT_PROJECT', state, count(*) from joint_project where sent_at is not null group by state;
end
$$;

-- The triggers. Rows that come or go by the statement are taken together; the
-- state of a group or project changes one at a time.
create function tie_members_changed() returns trigger language plpgsql as
$$
declare objects uuid[];
begin
    select array_agg(distinct working_group_id) into objects from changed where joined_at is not null;
    if objects is not null then
        perform tie_touch('SAME_GROUP', objects);
    end if;
    return null;
end
$$;

create function tie_partners_changed() returns trigger language plpgsql as
$$
declare objects uuid[];
begin
    select array_agg(distinct c.joint_project_id) into objects
      from changed c
      join joint_project j on j.id = c.joint_project_id and j.committed_at is not null;
    if objects is not null then
        perform tie_touch('SAME_PROJECT', objects);
    end if;
    return null;
end
$$;

create function tie_participants_changed() returns trigger language plpgsql as
$$
declare objects uuid[];
begin
    select array_agg(distinct o.topic_id) into objects from changed c join occurrence o on o.id = c.occurrence_id;
    if objects is not null then
        perform tie_touch('SAME_SESSION', objects);
    end if;
    return null;
end
$$;

create function tie_object_changed() returns trigger language plpgsql as
$$
begin
    perform tie_touch(tg_argv[0], array[new.id]);
    return null;
end
$$;

create function tie_staff_moved() returns trigger language plpgsql as
$$
begin
    perform tie_touch('SAME_GROUP', (select array_agg(working_group_id) from membership where staff_id = new.id));
    perform tie_touch('SAME_SESSION', (select array_agg(o.topic_id)
                                         from occurrence_participant p
                                         join occurrence o on o.id = p.occurrence_id
                                        where p.staff_id = new.id));
    return null;
end
$$;

-- Counts states; a project counts from when it is sent.
create function count_state() returns trigger language plpgsql as
$$
declare
    was text;
    became text;
begin
    if tg_op <> 'INSERT' then was := old.state; end if;
    if tg_op <> 'DELETE' then became := new.state; end if;
    if tg_argv[0] = 'JOINT_PROJECT' then
        if tg_op <> 'INSERT' and old.sent_at is null then was := null; end if;
        if tg_op <> 'DELETE' and new.sent_at is null then became := null; end if;
    end if;
    if was is not distinct from became then
        return null;
    end if;
    perform pg_advisory_xact_lock(7);
    insert into state_count as c (kind, state, count)
    select tg_argv[0], moved.state, moved.by
      from (values (was, -1), (became, 1)) as moved (state, by)
     where moved.state is not null
    on conflict (kind, state) do update set count = c.count + excluded.count;
    return null;
end
$$;
-- +goose StatementEnd

create trigger tie_membership_added after insert on membership
    referencing new table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_members_changed();
create trigger tie_membership_changed after update on membership
    referencing new table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_members_changed();
create trigger tie_membership_removed after delete on membership
    referencing old table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_members_changed();
create trigger tie_partnership_added after insert on partnership
    referencing new table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_partners_changed();
create trigger tie_partnership_changed after update on partnership
    referencing new table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_partners_changed();
create trigger tie_partnership_removed after delete on partnership
    referencing old table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_partners_changed();
create trigger tie_check_in_added after insert on occurrence_participant
    referencing new table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_participants_changed();
create trigger tie_check_in_removed after delete on occurrence_participant
    referencing old table as changed for each statement
    when (current_setting('maillage.ties', true) is distinct from 'off') execute function tie_participants_changed();
create trigger tie_group_changed after update of state, closed_at on working_group
    for each row when (current_setting('maillage.ties', true) is distinct from 'off'
        and (old.state is distinct from new.state or old.closed_at is distinct from new.closed_at))
    execute function tie_object_changed('SAME_GROUP');
create trigger tie_project_changed after update of state, committed_at, closed_at on joint_project
    for each row when (current_setting('maillage.ties', true) is distinct from 'off'
        and (old.committed_at is distinct from new.committed_at or old.closed_at is distinct from new.closed_at))
    execute function tie_object_changed('SAME_PROJECT');
create trigger tie_staff_moved after update of centre_id on staff_member
    for each row when (current_setting('maillage.ties', true) is distinct from 'off' and old.centre_id is distinct from new.centre_id)
    execute function tie_staff_moved();

create trigger group_state_counted after insert or delete or update of state on working_group
    for each row when (current_setting('maillage.ties', true) is distinct from 'off')
    execute function count_state('WORKING_GROUP');
create trigger project_state_counted after insert or delete or update of state, sent_at on joint_project
    for each row when (current_setting('maillage.ties', true) is distinct from 'off')
    execute function count_state('JOINT_PROJECT');

-- What stood before this migration.
select tie_recount();

-- +goose Down
drop trigger tie_membership_added on membership;
drop trigger tie_membership_changed on membership;
drop trigger tie_membership_removed on membership;
drop trigger tie_partnership_added on partnership;
drop trigger tie_partnership_changed on partnership;
drop trigger tie_partnership_removed on partnership;
drop trigger tie_check_in_added on occurrence_participant;
drop trigger tie_check_in_removed on occurrence_participant;
drop trigger tie_group_changed on working_group;
drop trigger tie_project_changed on joint_project;
drop trigger tie_staff_moved on staff_member;
drop trigger group_state_counted on working_group;
drop trigger project_state_counted on joint_project;
drop function tie_members_changed(), tie_partners_changed(), tie_participants_changed(), tie_object_changed(),
    tie_staff_moved(), count_state(), tie_recount(), tie_touch(text, uuid[]),
    tie_move_spells(tie_spell[], tie_spell[]), tie_move_centres(tie_fact[], tie_fact[], tie_spell[], tie_spell[]),
    tie_pairs(integer, integer), tie_crosses(uuid, uuid), tie_gaps_of(tie_spell[]), tie_spells_of(uuid[], uuid[]),
    tie_facts_of(text, uuid), tie_presence(text, uuid), tie_weight(text);
drop view tie, true_spell;
drop function tie_month(date), tie_id(uuid, uuid, uuid);
drop table state_count, tie_centre_gap, tie_centre_month, tie_gap, tie_month, tie_spell, tie_fact;
