-- Contributions and live questions join the thread and the inbox; a task may be
-- about a gathering.
-- +goose Up
alter table task
    drop constraint task_kind,
    add constraint task_kind check (kind in
        ('BY_HAND', 'JOIN_GROUP', 'ADMIT_MEMBER', 'ACCEPT_GROUP', 'LEAD_GROUP', 'WRITE_HARVEST', 'SIGN_COMMITMENT', 'COMMIT_PROJECT', 'START_PROJECT',
         'ANSWER_QUESTION')),
    drop constraint task_subject_kind,
    add constraint task_subject_kind check (subject_kind in
        ('TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT', 'GATHERING', 'CONTRIBUTION', 'LIVE_QUESTION'));
alter table thread_edge
    drop constraint thread_edge_from_kind,
    add constraint thread_edge_from_kind check (from_kind in ('CONTRIBUTION', 'LIVE_QUESTION', 'TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT')),
    drop constraint thread_edge_to_kind,
    add constraint thread_edge_to_kind check (to_kind in ('CONTRIBUTION', 'LIVE_QUESTION', 'TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT'));

-- +goose Down
alter table thread_edge
    drop constraint thread_edge_from_kind,
    add constraint thread_edge_from_kind check (from_kind in ('TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT')),
    drop constraint thread_edge_to_kind,
    add constraint thread_edge_to_kind check (to_kind in ('TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT'));
alter table task
    drop constraint task_kind,
    add constraint task_kind check (kind in
        ('BY_HAND', 'JOIN_GROUP', 'ADMIT_MEMBER', 'ACCEPT_GROUP', 'LEAD_GROUP', 'WRITE_HARVEST', 'SIGN_COMMITMENT', 'COMMIT_PROJECT', 'START_PROJECT')),
    drop constraint task_subject_kind,
    add constraint task_subject_kind check (subject_kind in ('TOPIC', 'WORKING_GROUP', 'JOINT_PROJECT'));
