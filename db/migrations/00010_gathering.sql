-- Gatherings that are prepared: rooms, a working draft of the agenda and its
-- numbered releases, and what each person keeps of it.
-- +goose Up
alter table gathering
    add column capacity       integer constraint gathering_capacity check (capacity between 1 and 10000), -- null: no limit
    add column copied_from_id uuid constraint gathering_copied_from references gathering (id),
    add column published_at   timestamptz, -- when the network was told of it
    add column cancel_reason  text not null default '' constraint gathering_cancel_reason_length check (char_length(cancel_reason) <= 4000),
    -- Moves with every change of the draft: who publishes says which draft they have seen.
    add column agenda_version integer not null default 1,
    add column version        integer not null default 1;
update gathering set published_at = created_at where state <> 'DRAFT';
create index gathering_by_copied_from on gathering (copied_from_id) where copied_from_id is not null;
-- What is not told yet, and hidden from most: few by nature.
create index gathering_unannounced on gathering (id) where state in ('DRAFT', 'CANCELLED') and published_at is null;

alter table space
    add column equipment  text not null default '' constraint space_equipment_length check (char_length(equipment) <= 400),
    add column accessible boolean not null default true,
    add column version    integer not null default 1;

-- The agenda as it was last published. A moved or cancelled item says where it was.
alter table agenda_item
    add column description      text not null default '' constraint agenda_item_description_length check (char_length(description) <= 4000),
    add column is_public        boolean not null default false, -- shown to anyone
    add column capacity         integer constraint agenda_item_capacity check (capacity between 1 and 10000), -- null: no limit
    add column state            text not null default 'PLANNED' constraint agenda_item_state check (state in ('PLANNED', 'MOVED', 'CANCELLED')),
    add column former_starts_at timestamptz,
    add column former_ends_at   timestamptz,
    add column former_space     text not null default ''; -- its name: the room itself may be gone

-- The agenda as it is being written. An item keeps its id from the draft to its release.
create table agenda_draft_item (
    id           uuid primary key,
    gathering_id uuid not null constraint agenda_draft_item_gathering references gathering (id),
    title        text not null constraint agenda_draft_item_title_length check (char_length(title) between 1 and 200),
    kind         text not null constraint agenda_draft_item_kind check (kind in ('PLENARY', 'TALK', 'BARCAMP', 'QUESTIONS', 'FORUM', 'BREAK')),
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    space_id     uuid constraint agenda_draft_item_space references space (id),
    speaker      text not null default '' constraint agenda_draft_item_speaker_length check (char_length(speaker) <= 200),
    description  text not null default '' constraint agenda_draft_item_description_length check (char_length(description) <= 4000),
    is_public    boolean not null default false,
    capacity     integer constraint agenda_draft_item_capacity check (capacity between 1 and 10000),
    version      integer not null default 1,
    constraint agenda_draft_item_ends_after_start check (ends_at > starts_at)
);
create index agenda_draft_item_by_gathering on agenda_draft_item (gathering_id, starts_at, id);
create index agenda_draft_item_by_space on agenda_draft_item (space_id) where space_id is not null;

create table agenda_release (
    id           uuid primary key,
    gathering_id uuid not null constraint agenda_release_gathering references gathering (id),
    number       integer not null,
    note         text not null default '' constraint agenda_release_note_length check (char_length(note) <= 1000),
    at           timestamptz not null,
    by_id        uuid constraint agenda_release_by references staff_member (id),
    constraint agenda_release_number_unique unique (gathering_id, number)
);
create index agenda_release_by_person on agenda_release (by_id) where by_id is not null;

-- What a release changed, with the names as they then were.
create table agenda_change (
    id               uuid primary key,
    release_id       uuid not null constraint agenda_change_release references agenda_release (id),
    gathering_id     uuid not null constraint agenda_change_gathering references gathering (id),
    agenda_item_id   uuid not null constraint agenda_change_item references agenda_item (id),
    kind             text not null constraint agenda_change_kind check (kind in ('ADDED', 'MOVED', 'EDITED', 'CANCELLED')),
    title            text not null,
    starts_at        timestamptz not null,
    space            text not null default '',
    former_starts_at timestamptz,
    former_space     text not null default '',
    constraint agenda_change_once unique (release_id, agenda_item_id)
);
create index agenda_change_by_item on agenda_change (agenda_item_id);

create table agenda_keep (
    agenda_item_id uuid not null constraint agenda_keep_item references agenda_item (id),
    staff_id       uuid not null constraint agenda_keep_staff_member references staff_member (id),
    at             timestamptz not null,
    primary key (agenda_item_id, staff_id)
);
create index agenda_keep_by_staff on agenda_keep (staff_id, agenda_item_id);

-- What stands is the first release, and the draft begins with it.
insert into agenda_draft_item (id, gathering_id, title, kind, starts_at, ends_at, space_id, speaker)
select id, gathering_id, title, kind, starts_at, ends_at, space_id, speaker
  from agenda_item;
insert into agenda_release (id, gathering_id, number, at)
select gen_random_uuid(), gathering.id, 1, gathering.created_at
  from gathering
 where exists (select from agenda_item where agenda_item.gathering_id = gathering.id);

-- +goose Down
drop table agenda_keep, agenda_change, agenda_release, agenda_draft_item;
alter table agenda_item
    drop column description, drop column is_public, drop column capacity, drop column state,
    drop column former_starts_at, drop column former_ends_at, drop column former_space;
alter table space drop column equipment, drop column accessible, drop column version;
alter table gathering
    drop column capacity, drop column copied_from_id, drop column published_at, drop column cancel_reason,
    drop column agenda_version, drop column version;
