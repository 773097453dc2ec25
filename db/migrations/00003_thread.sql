-- The thread between objects, and what people are asked to do.
-- +goose Up

-- Where an object comes from, as a typed edge: merging or closing never breaks one.
-- Steps inside a forum (topic, session, harvest) are plain references.
create table thread_edge (
    from_kind text not null constraint thread_edge_from_kind check (from_kind in ('TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT')),
    from_id   uuid not null,
    to_kind   text not null constraint thread_edge_to_kind check (to_kind in ('TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT')),
    to_id     uuid not null,
    at        timestamptz not null,
    primary key (from_id, to_id),
    constraint thread_edge_no_loop check (from_id <> to_id)
);
create index thread_edge_back on thread_edge (to_id, from_id);

create table task (
    id           uuid primary key,
    assignee_id  uuid not null constraint task_assignee references staff_member (id),
    author_id    uuid constraint task_author references staff_member (id), -- null: the system
    kind         text not null constraint task_kind check (kind in
        ('BY_HAND', 'JOIN_GROUP', 'ADMIT_MEMBER', 'ACCEPT_GROUP', 'LEAD_GROUP', 'WRITE_HARVEST', 'SIGN_COMMITMENT', 'COMMIT_PROJECT', 'START_PROJECT')),
    state        text not null default 'OPEN' constraint task_state check (state in ('OPEN', 'DONE', 'DROPPED')),
    title        text not null default '' constraint task_title_length check (char_length(title) <= 200),
    due_on       date,
    subject_kind text constraint task_subject_kind check (subject_kind in ('TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT')),
    subject_id   uuid,
    version      integer not null default 1,
    created_at   timestamptz not null,
    closed_at    timestamptz
);
-- The inbox: the dated first, the nearest first.
create index task_inbox on task (assignee_id, (coalesce(due_on, 'infinity'::date)), id);
create index task_by_author on task (author_id) where author_id is not null;
-- What the state machines close when it is done; one open request of a kind per person and subject.
create unique index task_of_system on task (subject_id, kind, assignee_id) where state = 'OPEN' and author_id is null;

-- +goose Down
drop table task, thread_edge;
