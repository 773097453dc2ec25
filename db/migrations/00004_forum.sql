-- Gatherings, and the open forum from the topic on the wall to the counted dots.
-- +goose Up

create table gathering (
    id          uuid primary key,
    name        text not null constraint gathering_name_length check (char_length(name) between 1 and 120),
    city        text not null constraint gathering_city_length check (char_length(city) between 1 and 120),
    venue       text not null default '' constraint gathering_venue_length check (char_length(venue) <= 200),
    starts_on   date not null,
    ends_on     date not null,
    time_zone   text not null default 'Europe/Paris',
    state       text not null constraint gathering_state check (state in
        ('DRAFT', 'PUBLISHED', 'LIVE', 'CLOSED', 'PROCEEDINGS_FINAL', 'CANCELLED')),
    description text not null default '' constraint gathering_description_length check (char_length(description) <= 4000),
    created_at  timestamptz not null default now(),
    constraint gathering_ends_after_start check (ends_on >= starts_on)
);
create index gathering_latest on gathering (starts_on, id);

alter table staff_member add constraint staff_member_gathering foreign key (gathering_id) references gathering (id);
create index staff_member_by_gathering on staff_member (gathering_id) where gathering_id is not null;

create table gathering_host (
    gathering_id uuid not null constraint gathering_host_gathering references gathering (id),
    centre_id    uuid not null constraint gathering_host_centre references centre (id),
    primary key (gathering_id, centre_id)
);
create index gathering_host_by_centre on gathering_host (centre_id, gathering_id);

create table space (
    id           uuid primary key,
    gathering_id uuid not null constraint space_gathering references gathering (id),
    name         text not null constraint space_name_length check (char_length(name) between 1 and 80),
    capacity     integer not null constraint space_capacity check (capacity between 1 and 10000),
    place        integer not null default 0, -- its column on the board
    on_board     boolean not null default true, -- false: no sessions of the forum there (the auditorium, the hall)
    constraint space_name_unique unique (gathering_id, name)
);

create table agenda_item (
    id           uuid primary key,
    gathering_id uuid not null constraint agenda_item_gathering references gathering (id),
    title        text not null constraint agenda_item_title_length check (char_length(title) between 1 and 200),
    kind         text not null constraint agenda_item_kind check (kind in ('PLENARY', 'TALK', 'BARCAMP', 'QUESTIONS', 'FORUM', 'BREAK')),
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    space_id     uuid constraint agenda_item_space references space (id),
    speaker      text not null default '' constraint agenda_item_speaker_length check (char_length(speaker) <= 200),
    constraint agenda_item_ends_after_start check (ends_at > starts_at)
);
create index agenda_item_by_gathering on agenda_item (gathering_id, starts_at, id);
create index agenda_item_by_space on agenda_item (space_id) where space_id is not null;

create table forum (
    id              uuid primary key,
    gathering_id    uuid not null constraint forum_gathering references gathering (id),
    name            text not null constraint forum_name_length check (char_length(name) between 1 and 120),
    phase           text not null default 'PREPARATION' constraint forum_phase check (phase in
        ('PREPARATION', 'COLLECTION', 'MARKETPLACE', 'SESSIONS', 'CONVERGENCE', 'HARVEST', 'CLOSED')),
    facilitator_id  uuid not null constraint forum_facilitator references staff_member (id),
    conveners_place boolean not null default true,
    dots_per_person integer not null default 5 constraint forum_dots_per_person check (dots_per_person between 1 and 50),
    vote_closed_at  timestamptz, -- once set, for good
    version         integer not null default 1,
    created_at      timestamptz not null default now(),
    constraint forum_of_gathering_unique unique (gathering_id),
    constraint forum_with_gathering unique (id, gathering_id)
);
create index forum_by_facilitator on forum (facilitator_id);

create table slot (
    id        uuid primary key,
    forum_id  uuid not null constraint slot_forum references forum (id),
    label     text not null constraint slot_label_length check (char_length(label) between 1 and 80),
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    constraint slot_ends_after_start check (ends_at > starts_at)
);
create index slot_by_forum on slot (forum_id, starts_at, id);

create table topic (
    id               uuid primary key,
    forum_id         uuid not null,
    -- The forum's: who may see a topic is then said by its own row.
    gathering_id     uuid not null,
    title            text not null constraint topic_title_length check (char_length(title) between 1 and 120),
    description      text not null default '' constraint topic_description_length check (char_length(description) <= 4000),
    state            text not null default 'PROPOSED' constraint topic_state check (state in
        ('DRAFT', 'PROPOSED', 'PITCHED', 'SCHEDULED', 'RUNNING', 'HELD', 'HARVESTED', 'MERGED', 'WITHDRAWN', 'POSTPONED')),
    author_id        uuid not null constraint topic_author references staff_member (id),
    convener_id      uuid constraint topic_convener references staff_member (id), -- null: anyone may take it
    intended_outcome text not null constraint topic_intended_outcome check (intended_outcome in
        ('EXCHANGE', 'WORKING_GROUP', 'JOINT_PROJECT', 'PRODUCTION', 'NETWORK_DECISION')),
    pitched_at       timestamptz,
    -- The number of its rows in topic_star, kept by a trigger: lists sort by it.
    star_count       integer not null default 0,
    -- Written once, when the vote is closed: no result can be read, sorted by or guessed before.
    dot_count        integer,
    version          integer not null default 1,
    created_at       timestamptz not null,
    constraint topic_forum foreign key (forum_id, gathering_id) references forum (id, gathering_id)
);
create index topic_by_forum on topic (forum_id, created_at, id);
create index topic_by_gathering on topic (gathering_id, created_at, id);
create index topic_newest on topic (created_at, id);
create index topic_most_starred on topic (star_count, id);
create index topic_most_dots on topic ((coalesce(dot_count, -1)), id);
create index topic_by_title on topic (plain_text(title), id);
create index topic_by_author on topic (author_id);
create index topic_by_convener on topic (convener_id) where convener_id is not null;
create index topic_search on topic using gin (plain_text(title || ' ' || description) gin_trgm_ops);

create table topic_theme (
    topic_id uuid not null constraint topic_theme_topic references topic (id),
    theme_id uuid not null constraint topic_theme_theme references theme (id),
    primary key (topic_id, theme_id)
);
create index topic_theme_by_theme on topic_theme (theme_id, topic_id);

create table topic_star (
    topic_id uuid not null constraint topic_star_topic references topic (id),
    staff_id uuid not null constraint topic_star_staff_member references staff_member (id),
    at       timestamptz not null,
    primary key (topic_id, staff_id)
);
create index topic_star_by_staff on topic_star (staff_id, topic_id);

-- +goose StatementBegin
create function count_topic_stars() returns trigger language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        update topic
           set star_count = topic.star_count + more.count
          from (select topic_id, count(*) from changed group by topic_id) as more
         where topic.id = more.topic_id;
    else
        update topic
           set star_count = topic.star_count - fewer.count
          from (select topic_id, count(*) from changed group by topic_id) as fewer
         where topic.id = fewer.topic_id;
    end if;
    return null;
end
$$;
-- +goose StatementEnd
create trigger topic_star_added after insert on topic_star
    referencing new table as changed for each statement execute function count_topic_stars();
create trigger topic_star_removed after delete on topic_star
    referencing old table as changed for each statement execute function count_topic_stars();

create table topic_dot (
    topic_id uuid not null constraint topic_dot_topic references topic (id),
    staff_id uuid not null constraint topic_dot_staff_member references staff_member (id),
    count    integer not null constraint topic_dot_count check (count between 1 and 50),
    at       timestamptz not null,
    primary key (topic_id, staff_id)
);
create index topic_dot_by_staff on topic_dot (staff_id, topic_id);

create table occurrence (
    id        uuid primary key,
    topic_id  uuid not null constraint occurrence_topic references topic (id),
    slot_id   uuid not null constraint occurrence_slot references slot (id),
    space_id  uuid not null constraint occurrence_space references space (id),
    state     text not null default 'PLANNED' constraint occurrence_state check (state in ('PLANNED', 'MOVED', 'CANCELLED', 'RUNNING', 'ENDED')),
    placed_by uuid not null constraint occurrence_placed_by references staff_member (id),
    placed_at timestamptz not null
);
-- What stands on the board: one session a cell, one session a topic. Moved and
-- cancelled ones are traces.
create unique index occurrence_cell_unique on occurrence (slot_id, space_id) where state in ('PLANNED', 'RUNNING', 'ENDED');
create unique index occurrence_topic_unique on occurrence (topic_id) where state in ('PLANNED', 'RUNNING', 'ENDED');
create index occurrence_by_topic on occurrence (topic_id, placed_at, id);
create index occurrence_by_space on occurrence (space_id);

create table occurrence_participant (
    occurrence_id uuid not null constraint occurrence_participant_occurrence references occurrence (id),
    staff_id      uuid not null constraint occurrence_participant_staff_member references staff_member (id),
    at            timestamptz not null,
    primary key (occurrence_id, staff_id)
);
create index occurrence_participant_by_staff on occurrence_participant (staff_id, occurrence_id);

create table harvest (
    id         uuid primary key,
    topic_id   uuid not null constraint harvest_topic references topic (id),
    state      text not null default 'DRAFT' constraint harvest_state check (state in ('DRAFT', 'PUBLISHED', 'CONFIRMED')),
    said       text not null constraint harvest_said_length check (char_length(said) <= 10000),
    decided    text not null constraint harvest_decided_length check (char_length(decided) <= 10000),
    next_steps text not null constraint harvest_next_steps_length check (char_length(next_steps) <= 10000),
    carries_on text not null constraint harvest_carries_on_length check (char_length(carries_on) <= 4000),
    edited_by  uuid not null constraint harvest_edited_by references staff_member (id),
    edited_at  timestamptz not null,
    version    integer not null default 1,
    constraint harvest_of_topic_unique unique (topic_id)
);

create table harvest_carrier (
    harvest_id uuid not null constraint harvest_carrier_harvest references harvest (id),
    staff_id   uuid not null constraint harvest_carrier_staff_member references staff_member (id),
    primary key (harvest_id, staff_id)
);
create index harvest_carrier_by_staff on harvest_carrier (staff_id, harvest_id);

-- Former texts; the one that stands is in harvest.
create table harvest_revision (
    id         bigint generated always as identity primary key,
    harvest_id uuid not null constraint harvest_revision_harvest references harvest (id),
    version    integer not null,
    said       text not null,
    decided    text not null,
    next_steps text not null,
    carries_on text not null,
    edited_by  uuid not null constraint harvest_revision_edited_by references staff_member (id),
    edited_at  timestamptz not null,
    constraint harvest_revision_unique unique (harvest_id, version)
);

-- +goose Down
drop table harvest_revision, harvest_carrier, harvest, occurrence_participant, occurrence,
    topic_dot, topic_star, topic_theme, topic, slot, forum, agenda_item, space, gathering_host;
drop function count_topic_stars();
alter table staff_member drop constraint staff_member_gathering;
drop index staff_member_by_gathering;
drop table gathering;
