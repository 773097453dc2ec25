-- The people and places of the network, and its journal.
-- Constraints are named: db/errors.go maps each name to the error a person reads.
-- +goose Up

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- What a search compares: no case, no accents, one kind of apostrophe.
-- Declared immutable so that it can be indexed; the unaccent rules never change
-- under a running network.
-- +goose StatementBegin
create function plain_text(t text) returns text
language sql immutable parallel safe strict as
$$ select public.unaccent('public.unaccent', lower(replace(t, '’', ''''))) $$;
-- +goose StatementEnd

create table centre (
    id          uuid primary key,
    name        text not null constraint centre_name_length check (char_length(name) between 1 and 120),
    short_name  text not null constraint centre_short_name_length check (char_length(short_name) between 1 and 40),
    city        text not null,
    regions     text[] not null, -- INSEE codes of the regions it serves
    website     text not null default '',
    time_zone   text not null default 'Europe/Paris',
    latitude    double precision not null,
    longitude   double precision not null,
    joined_on   date not null,
    created_at  timestamptz not null default now(),
    constraint centre_name_unique unique (name)
);
create index centre_by_name on centre (plain_text(short_name), id);
create index centre_search on centre using gin (plain_text(name || ' ' || short_name || ' ' || city) gin_trgm_ops);

create table theme (
    id     uuid primary key,
    code   text not null constraint theme_code_unique unique,
    label_fr text not null,
    label_en text not null
);

create table staff_member (
    id            uuid primary key,
    centre_id     uuid constraint staff_member_centre references centre (id),
    given_name    text not null constraint staff_member_given_name_length check (char_length(given_name) between 1 and 80),
    family_name   text not null constraint staff_member_family_name_length check (char_length(family_name) between 1 and 80),
    email         text not null constraint staff_member_email_length check (char_length(email) between 3 and 254),
    phone         text not null default '',
    job           text not null constraint staff_member_job check (job in
        ('DIRECTOR', 'MISSION_OFFICER', 'INFORMATION_OFFICER', 'ADMINISTRATIVE_ASSISTANT', 'NATIONAL_COORDINATION', 'GUEST')),
    network_role  text not null default 'NONE' constraint staff_member_network_role check (network_role in ('NONE', 'COORDINATOR', 'ADMIN')),
    gathering_id  uuid, -- the one gathering a guest is invited to
    bio           text not null default '' constraint staff_member_bio_length check (char_length(bio) <= 2000),
    language      text not null default 'fr' constraint staff_member_language check (language in ('fr', 'en')),
    active        boolean not null default true,
    last_visit_at timestamptz,
    former_visit_at timestamptz, -- the visit before this one
    version       integer not null default 1,
    created_at    timestamptz not null default now()
);
create unique index staff_member_email_unique on staff_member (lower(email));
create index staff_member_by_centre on staff_member (centre_id, plain_text(family_name), plain_text(given_name), id);
create index staff_member_by_name on staff_member (plain_text(family_name), plain_text(given_name), id) where active;
create index staff_member_search on staff_member using gin (plain_text(given_name || ' ' || family_name) gin_trgm_ops);

create table staff_theme (
    staff_id uuid not null references staff_member (id),
    theme_id uuid not null references theme (id),
    primary key (staff_id, theme_id)
);
create index staff_theme_by_theme on staff_theme (theme_id, staff_id);

-- The journal: one row a change, written in the change's own transaction.
-- Readers follow (xid, id) below the oldest open transaction, so that a fact
-- committed late is never skipped.
create table event (
    id               bigint generated always as identity primary key,
    xid              xid8 not null default pg_current_xact_id(),
    at               timestamptz not null,
    actor_id         uuid references staff_member (id), -- null: the system
    verb             text not null,
    object_kind      text not null,
    object_id        uuid not null,
    centre_id        uuid,
    gathering_id     uuid,
    topic_id         uuid,
    working_group_id uuid,
    joint_project_id uuid,
    -- Who may read it. STAFF: every team. GATHERING: and the guests of its gathering.
    -- CENTRES: the teams of audience_centres. PERSON: for_staff_id alone.
    audience         text not null default 'PERSON' constraint event_audience check (audience in ('STAFF', 'GATHERING', 'CENTRES', 'PERSON')),
    audience_centres uuid[],
    for_staff_id     uuid,
    data             jsonb not null default '{}'
);
create index event_by_commit on event (xid, id);
create index event_by_working_group on event (working_group_id, id desc) where working_group_id is not null;
create index event_by_joint_project on event (joint_project_id, id desc) where joint_project_id is not null;
create index event_by_topic on event (topic_id, id desc) where topic_id is not null;
create index event_by_centre on event (centre_id, id desc) where centre_id is not null;
create index event_by_actor on event (actor_id, id desc);

-- +goose StatementBegin
create function event_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'the journal is append-only' using errcode = 'restrict_violation'; end $$;
-- +goose StatementEnd
create trigger event_append_only before update or delete or truncate on event
    for each statement execute function event_is_append_only();

-- Wakes whoever follows the journal; the journal itself is the truth.
-- +goose StatementBegin
create function event_wakes_readers() returns trigger language plpgsql as
$$ begin perform pg_notify('event', ''); return null; end $$;
-- +goose StatementEnd
create trigger event_wakes after insert on event
    for each statement execute function event_wakes_readers();

-- The first answer of every change, by its sender's key: a repeat is given the
-- same answer and changes nothing.
create table mutation_result (
    staff_id   uuid not null references staff_member (id),
    key        uuid not null,
    name       text not null,
    body_hash  bytea not null,
    result     jsonb,
    at         timestamptz not null,
    primary key (staff_id, key)
);
create index mutation_result_by_age on mutation_result (at);

-- +goose Down
drop table mutation_result, event, staff_theme, staff_member, theme, centre;
drop function event_is_append_only();
drop function event_wakes_readers();
drop function plain_text(text);
