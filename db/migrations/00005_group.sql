-- Working groups: who is in them, what they plan and what they tell.
-- +goose Up

create table working_group (
    id               uuid primary key,
    name             text not null constraint working_group_name_length check (char_length(name) between 1 and 120),
    purpose          text not null constraint working_group_purpose_length check (char_length(purpose) between 1 and 4000),
    state            text not null constraint working_group_state check (state in
        ('REQUESTED', 'FORMING', 'ACTIVE', 'DORMANT', 'CLOSED', 'DECLINED', 'ABANDONED', 'MERGED')),
    admission        text not null default 'OPEN' constraint working_group_admission check (admission in ('OPEN', 'ON_APPROVAL')),
    closing_note     text not null default '' constraint working_group_closing_note_length check (char_length(closing_note) <= 4000),
    -- The topic it was opened from; thread_edge says it too, for the whole way.
    topic_id         uuid constraint working_group_topic references topic (id),
    gathering_id     uuid constraint working_group_gathering references gathering (id),
    merged_into_id   uuid constraint working_group_merged_into references working_group (id),
    created_at       timestamptz not null,
    closed_at        timestamptz, -- when it was closed, declined, abandoned or merged
    version          integer not null default 1,
    -- When anything was last done in it; lists sort by it. Kept by its writers and the triggers below.
    last_activity_at timestamptz not null,
    -- Since when nothing has been posted: its last update, or the day it began or woke.
    quiet_since      timestamptz not null,
    -- Kept by the triggers below, whoever writes.
    lead_id          uuid, -- the membership of the first of its leads
    lead_count       integer not null default 0,
    member_count     integer not null default 0,
    centre_count     integer not null default 0,
    last_update_id   uuid,
    next_due_on      date, -- the nearest day of an open milestone, past ones included
    constraint working_group_topic_unique unique (topic_id),
    constraint working_group_merged_with_target check ((state = 'MERGED') = (merged_into_id is not null)),
    constraint working_group_not_into_itself check (merged_into_id <> id)
);
create index working_group_latest on working_group (last_activity_at, id);
create index working_group_quietest on working_group ((case when state in ('FORMING', 'ACTIVE') then 0 else 1 end), quiet_since, id);
create index working_group_by_name on working_group (plain_text(name), id);
create index working_group_newest on working_group (created_at, id);
create index working_group_by_gathering on working_group (gathering_id) where gathering_id is not null;
create index working_group_by_target on working_group (merged_into_id) where merged_into_id is not null;

-- A group written without them has been active and quiet since it was made.
-- +goose StatementBegin
create function begin_working_group() returns trigger language plpgsql as
$$
begin
    new.last_activity_at := coalesce(new.last_activity_at, new.created_at);
    new.quiet_since := coalesce(new.quiet_since, new.created_at);
    return new;
end
$$;
-- +goose StatementEnd
create trigger working_group_begins before insert on working_group
    for each row execute function begin_working_group();

-- What a search of groups looks at. Beside the group's row, so that an index of
-- its every three letters is not written anew whenever something moves in it.
create table working_group_text (
    working_group_id uuid primary key constraint working_group_text_group references working_group (id),
    text             text not null
);
create index working_group_text_search on working_group_text using gin (text gin_trgm_ops);

-- +goose StatementBegin
create function note_group_text() returns trigger language plpgsql as
$$
begin
    insert into working_group_text (working_group_id, text)
    values (new.id, plain_text(new.name || ' ' || new.purpose))
    on conflict (working_group_id) do update set text = excluded.text;
    return null;
end
$$;
-- +goose StatementEnd
create trigger working_group_worded after insert or update of name, purpose on working_group
    for each row execute function note_group_text();

create table working_group_theme (
    working_group_id uuid not null constraint working_group_theme_group references working_group (id),
    theme_id         uuid not null constraint working_group_theme_theme references theme (id),
    primary key (working_group_id, theme_id)
);
create index working_group_theme_by_theme on working_group_theme (theme_id, working_group_id);

-- One row a person and group, whatever they went through; the journal tells the history.
create table membership (
    id               uuid primary key,
    working_group_id uuid not null constraint membership_working_group references working_group (id),
    staff_id         uuid not null constraint membership_staff_member references staff_member (id),
    state            text not null constraint membership_state check (state in ('INVITED', 'APPLIED', 'MEMBER', 'LEFT', 'DECLINED')),
    role             text not null default 'MEMBER' constraint membership_role check (role in ('LEAD', 'CO_LEAD', 'SECRETARY', 'MEMBER')),
    since            timestamptz not null, -- in this state
    role_since       timestamptz,          -- in this role; null: since they are in
    -- Their present or last stay as a member.
    joined_at        timestamptz,
    left_at          timestamptz,
    -- The order of a list of members: who leads first, who is no longer in last.
    rank             smallint generated always as (case state
        when 'MEMBER' then case role when 'LEAD' then 0 when 'CO_LEAD' then 1 when 'SECRETARY' then 2 else 3 end
        when 'APPLIED' then 4 when 'INVITED' then 5 when 'LEFT' then 6 else 7 end) stored,
    constraint membership_unique unique (working_group_id, staff_id),
    constraint membership_joined check (state <> 'MEMBER' or joined_at is not null and left_at is null)
);
create index membership_by_rank on membership (working_group_id, rank, since, id);
create index membership_by_staff on membership (staff_id, since, id);
alter table working_group add constraint working_group_lead foreign key (lead_id) references membership (id);

create table milestone (
    id               uuid primary key,
    working_group_id uuid not null constraint milestone_working_group references working_group (id),
    title            text not null constraint milestone_title_length check (char_length(title) between 1 and 120),
    due_on           date, -- null: never late
    first_due_on     date, -- the day first planned, whatever it has moved to
    state            text not null default 'PLANNED' constraint milestone_state check (state in ('PROPOSED', 'PLANNED', 'DONE', 'DROPPED')),
    done_at          timestamptz,
    drop_reason      text not null default '' constraint milestone_drop_reason_length check (char_length(drop_reason) <= 4000),
    created_at       timestamptz not null,
    changed_at       timestamptz not null,
    version          integer not null default 1
);
create index milestone_by_group on milestone (working_group_id, (coalesce(due_on, 'infinity'::date)), id);

-- Points d'étape ("update" is a word of SQL).
create table group_update (
    id               uuid primary key,
    working_group_id uuid not null constraint group_update_working_group references working_group (id),
    author_id        uuid not null constraint group_update_author references staff_member (id),
    text             text not null constraint group_update_text_length check (char_length(text) between 1 and 10000),
    health           text not null constraint group_update_health check (health in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'UNKNOWN')),
    created_at       timestamptz not null,
    corrected_at     timestamptz,
    version          integer not null default 1
);
create index group_update_by_group on group_update (working_group_id, created_at, id);
create index group_update_by_author on group_update (author_id);
alter table working_group add constraint working_group_last_update foreign key (last_update_id) references group_update (id);

-- Former texts of an update; the one that stands is in group_update.
create table group_update_revision (
    id        uuid primary key,
    update_id uuid not null constraint group_update_revision_update references group_update (id),
    version   integer not null,
    text      text not null,
    health    text not null,
    at        timestamptz not null, -- when that text was written
    constraint group_update_revision_unique unique (update_id, version)
);

-- What a group's row says of the rows below it. A writer locks the group first,
-- so that two recounts never cross.
-- +goose StatementBegin
create function recount_members() returns trigger language plpgsql as
$$
begin
    update working_group g
       set member_count = n.members,
           centre_count = n.centres,
           lead_id = n.leads[1],
           lead_count = cardinality(n.leads),
           last_activity_at = greatest(g.last_activity_at, n.at)
      from (select m.working_group_id,
                   count(*) filter (where m.state = 'MEMBER') as members,
                   count(distinct s.centre_id) filter (where m.state = 'MEMBER') as centres,
                   coalesce(array_agg(m.id order by coalesce(m.role_since, m.since), m.id)
                        filter (where m.state = 'MEMBER' and m.role = 'LEAD'), '{}') as leads,
                   max(greatest(m.since, m.role_since)) as at
              from membership m
              join staff_member s on s.id = m.staff_id
             where m.working_group_id in (select working_group_id from changed)
             group by m.working_group_id) as n
     where g.id = n.working_group_id;
    return null;
end
$$;

create function recount_centres() returns trigger language plpgsql as
$$
begin
    update working_group g
       set centre_count = (select count(distinct s.centre_id)
                             from membership m
                             join staff_member s on s.id = m.staff_id
                            where m.working_group_id = g.id
                              and m.state = 'MEMBER')
     where g.id in (select working_group_id from membership where staff_id = new.id);
    return null;
end
$$;

create function recount_milestones() returns trigger language plpgsql as
$$
begin
    update working_group g
       set next_due_on = n.due_on,
           last_activity_at = greatest(g.last_activity_at, n.at)
      from (select working_group_id,
                   min(due_on) filter (where state in ('PROPOSED', 'PLANNED')) as due_on,
                   max(changed_at) as at
              from milestone
             where working_group_id in (select working_group_id from changed)
             group by working_group_id) as n
     where g.id = n.working_group_id;
    return null;
end
$$;

create function note_updates() returns trigger language plpgsql as
$$
begin
    update working_group g
       set last_update_id = u.id,
           quiet_since = greatest(g.quiet_since, u.created_at),
           last_activity_at = greatest(g.last_activity_at, u.created_at)
      from (select distinct working_group_id from changed) as touched
     cross join lateral (select id, created_at
                           from group_update
                          where working_group_id = touched.working_group_id
                          order by created_at desc, id desc
                          limit 1) as u
     where g.id = touched.working_group_id;
    return null;
end
$$;
-- +goose StatementEnd
create trigger membership_added after insert on membership
    referencing new table as changed for each statement execute function recount_members();
create trigger membership_changed after update on membership
    referencing new table as changed for each statement execute function recount_members();
create trigger staff_member_moved after update of centre_id on staff_member
    for each row when (old.centre_id is distinct from new.centre_id) execute function recount_centres();
create trigger milestone_added after insert on milestone
    referencing new table as changed for each statement execute function recount_milestones();
create trigger milestone_changed after update on milestone
    referencing new table as changed for each statement execute function recount_milestones();
create trigger group_update_posted after insert on group_update
    referencing new table as changed for each statement execute function note_updates();

-- +goose Down
drop trigger staff_member_moved on staff_member;
alter table working_group drop constraint working_group_lead, drop constraint working_group_last_update;
drop table group_update_revision, group_update, milestone, membership, working_group_theme, working_group_text, working_group;
drop function begin_working_group(), note_group_text(), recount_members(), recount_centres(), recount_milestones(), note_updates();
