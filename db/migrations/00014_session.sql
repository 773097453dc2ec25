-- What a session asks for beside its topic: the wall that shows it to the room,
-- who is writing its harvest, who has left, and when its convener was reminded.
-- +goose Up

-- Links to the wall of a gathering. Of what opens one only a digest is kept.
create table wall_link (
    id           uuid primary key,
    gathering_id uuid not null constraint wall_link_gathering references gathering (id),
    hash         bytea not null constraint wall_link_hash_unique unique,
    made_by      uuid not null constraint wall_link_made_by references staff_member (id),
    made_at      timestamptz not null,
    revoked_at   timestamptz
);
create index wall_link_by_gathering on wall_link (gathering_id, made_at);
create index wall_link_by_maker on wall_link (made_by);

-- Who says that they are writing, and until when they are believed.
create table harvest_writer (
    topic_id uuid not null constraint harvest_writer_topic references topic (id),
    staff_id uuid not null constraint harvest_writer_staff_member references staff_member (id),
    until    timestamptz not null,
    primary key (topic_id, staff_id)
);
create index harvest_writer_by_staff on harvest_writer (staff_id, topic_id);

-- Set while somebody is elsewhere; who comes back is there again.
alter table occurrence_participant add column left_at timestamptz;
-- Set once, when whoever answers for the harvest has been asked for it.
alter table occurrence add column prompted_at timestamptz;
create index occurrence_to_prompt on occurrence (slot_id) where state = 'RUNNING' and prompted_at is null;
create index topic_running on topic (convener_id) where state = 'RUNNING';
alter table topic add column chased_at timestamptz;

-- +goose Down
alter table topic drop column chased_at;
drop index topic_running;
drop index occurrence_to_prompt;
alter table occurrence drop column prompted_at;
alter table occurrence_participant drop column left_at;
drop table harvest_writer, wall_link;
