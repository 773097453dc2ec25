-- A place that has come free is kept or given back: who moves up from a waiting
-- list is asked which.
-- +goose Up
alter table task
    drop constraint task_kind,
    add constraint task_kind check (kind in
        ('BY_HAND', 'JOIN_GROUP', 'ADMIT_MEMBER', 'ACCEPT_GROUP', 'LEAD_GROUP', 'WRITE_HARVEST', 'SIGN_COMMITMENT', 'COMMIT_PROJECT', 'START_PROJECT',
         'ANSWER_QUESTION', 'KEEP_PLACE'));

-- +goose Down
delete from task where kind = 'KEEP_PLACE';
alter table task
    drop constraint task_kind,
    add constraint task_kind check (kind in
        ('BY_HAND', 'JOIN_GROUP', 'ADMIT_MEMBER', 'ACCEPT_GROUP', 'LEAD_GROUP', 'WRITE_HARVEST', 'SIGN_COMMITMENT', 'COMMIT_PROJECT', 'START_PROJECT',
         'ANSWER_QUESTION'));
