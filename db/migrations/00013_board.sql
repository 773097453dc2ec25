-- The forum's board, whole: topics that were merged or postponed, who is next to
-- speak, a cap of dots for a centre, and several sessions of one topic.
-- +goose Up
alter table topic
    add column merged_into_id uuid constraint topic_merged_into references topic (id),
    add column postponed_to_id uuid constraint topic_postponed_to references gathering (id),
    add constraint topic_merged check ((state = 'MERGED') = (merged_into_id is not null)),
    add constraint topic_merged_elsewhere check (merged_into_id <> id),
    add constraint topic_postponed check ((state = 'POSTPONED') = (postponed_to_id is not null));
create index topic_by_merged_into on topic (merged_into_id) where merged_into_id is not null;
create index topic_by_postponed_to on topic (postponed_to_id, created_at, id) where postponed_to_id is not null;

alter table forum
    add column dots_per_centre integer constraint forum_dots_per_centre check (dots_per_centre between 1 and 1000); -- null: no cap

-- Slots are kept once removed: what stood there for a while still says when.
alter table slot
    add column version integer not null default 1,
    add column removed boolean not null default false;

-- The topic being presented to the room, while it waits to be pitched.
create table spotlight (
    forum_id uuid primary key constraint spotlight_forum references forum (id),
    topic_id uuid not null constraint spotlight_topic references topic (id)
);
create index spotlight_by_topic on spotlight (topic_id);

-- A topic may have several sessions, one in a slot and one running at a time.
drop index occurrence_topic_unique;
create unique index occurrence_topic_slot_unique on occurrence (topic_id, slot_id) where state in ('PLANNED', 'RUNNING', 'ENDED');
create unique index occurrence_running_unique on occurrence (topic_id) where state = 'RUNNING';

-- +goose Down
drop index occurrence_topic_slot_unique, occurrence_running_unique;
-- Of several sessions of a topic the earliest placed stays.
update occurrence o
   set state = 'CANCELLED'
 where state in ('PLANNED', 'RUNNING', 'ENDED')
   and exists (select
                 from occurrence other
                where other.topic_id = o.topic_id
                  and other.state in ('PLANNED', 'RUNNING', 'ENDED')
                  and (other.placed_at, other.id) < (o.placed_at, o.id));
create unique index occurrence_topic_unique on occurrence (topic_id) where state in ('PLANNED', 'RUNNING', 'ENDED');
drop table spotlight;
alter table slot drop column removed, drop column version;
alter table forum drop column dots_per_centre;
alter table topic
    drop constraint topic_merged,
    drop constraint topic_merged_elsewhere,
    drop constraint topic_postponed,
    drop column merged_into_id,
    drop column postponed_to_id;
