-- Pépites and questions: what people bring to a barcamp, and what others say of it.
-- +goose Up

create table contribution (
    id                 uuid primary key,
    kind               text not null constraint contribution_kind check (kind in ('PEPITE', 'QUESTION')),
    gathering_id       uuid constraint contribution_gathering references gathering (id), -- null: brought to none
    title              text not null constraint contribution_title_length check (char_length(title) between 1 and 120),
    context            text not null default '' constraint contribution_context_length check (char_length(context) <= 4000),
    done               text not null default '' constraint contribution_done_length check (char_length(done) <= 4000),
    results            text not null default '' constraint contribution_results_length check (char_length(results) <= 4000),
    reuse              text not null default '' constraint contribution_reuse_length check (char_length(reuse) <= 4000),
    contact            text not null default '' constraint contribution_contact_length check (char_length(contact) <= 300),
    links              text[] not null default '{}' constraint contribution_links_number check (cardinality(links) <= 5),
    state              text not null default 'DRAFT' constraint contribution_state check (state in
        ('DRAFT', 'PUBLISHED', 'PRESENTED', 'ANSWER_PROMISED', 'ANSWERED', 'WITHDRAWN')),
    author_id          uuid not null constraint contribution_author references staff_member (id),
    -- Null: it exists for its author only, also when they have withdrawn it.
    published_at       timestamptz,
    presented_at       timestamptz,
    promised_by_id     uuid constraint contribution_promised_by references staff_member (id),
    promised_for       date,
    accepted_answer_id uuid,
    -- The number of its rows in contribution_support, kept by a trigger: lists sort by it.
    support_count      integer not null default 0,
    version            integer not null default 1,
    created_at         timestamptz not null,
    constraint contribution_answers_are_of_questions check (kind = 'QUESTION' or
        (state not in ('ANSWER_PROMISED', 'ANSWERED') and promised_by_id is null and accepted_answer_id is null)),
    constraint contribution_promise_is_whole check ((promised_by_id is null) = (promised_for is null))
);
create index contribution_newest on contribution ((coalesce(published_at, created_at)), id);
create index contribution_most_supported on contribution (support_count, id);
create index contribution_by_gathering on contribution (gathering_id, (coalesce(published_at, created_at)), id) where gathering_id is not null;
create index contribution_by_author on contribution (author_id);
create index contribution_by_promise on contribution (promised_by_id) where promised_by_id is not null;
create index contribution_search on contribution
    using gin (plain_text(title || ' ' || context || ' ' || done || ' ' || results || ' ' || reuse) gin_trgm_ops);

create table contribution_theme (
    contribution_id uuid not null constraint contribution_theme_contribution references contribution (id),
    theme_id        uuid not null constraint contribution_theme_theme references theme (id),
    primary key (contribution_id, theme_id)
);
create index contribution_theme_by_theme on contribution_theme (theme_id, contribution_id);

create table contribution_support (
    contribution_id uuid not null constraint contribution_support_contribution references contribution (id),
    staff_id        uuid not null constraint contribution_support_staff_member references staff_member (id),
    at              timestamptz not null,
    primary key (contribution_id, staff_id)
);
create index contribution_support_by_staff on contribution_support (staff_id, contribution_id);

-- +goose StatementBegin
create function count_contribution_support() returns trigger language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        update contribution
           set support_count = contribution.support_count + more.count
          from (select contribution_id, count(*) from changed group by contribution_id) as more
         where contribution.id = more.contribution_id;
    else
        update contribution
           set support_count = contribution.support_count - fewer.count
          from (select contribution_id, count(*) from changed group by contribution_id) as fewer
         where contribution.id = fewer.contribution_id;
    end if;
    return null;
end
$$;
-- +goose StatementEnd
create trigger contribution_support_added after insert on contribution_support
    referencing new table as changed for each statement execute function count_contribution_support();
create trigger contribution_support_removed after delete on contribution_support
    referencing old table as changed for each statement execute function count_contribution_support();

create table contribution_comment (
    id              uuid primary key,
    contribution_id uuid not null constraint contribution_comment_contribution references contribution (id),
    author_id       uuid not null constraint contribution_comment_author references staff_member (id),
    text            text not null constraint contribution_comment_text_length check (char_length(text) between 1 and 2000),
    created_at      timestamptz not null,
    withdrawn_at    timestamptz
);
create index contribution_comment_latest on contribution_comment (contribution_id, created_at, id);
create index contribution_comment_by_author on contribution_comment (author_id);

create table contribution_answer (
    id              uuid primary key,
    contribution_id uuid not null constraint contribution_answer_contribution references contribution (id),
    author_id       uuid not null constraint contribution_answer_author references staff_member (id),
    text            text not null constraint contribution_answer_text_length check (char_length(text) between 1 and 4000),
    created_at      timestamptz not null,
    edited_at       timestamptz,
    version         integer not null default 1,
    constraint contribution_answer_once unique (contribution_id, author_id),
    constraint contribution_answer_with_contribution unique (id, contribution_id)
);
create index contribution_answer_by_author on contribution_answer (author_id);

-- The accepted answer is one of the question's own.
alter table contribution add constraint contribution_accepted_answer
    foreign key (accepted_answer_id, id) references contribution_answer (id, contribution_id)
    deferrable initially deferred; -- each refers to the other

-- +goose Down
alter table contribution drop constraint contribution_accepted_answer;
drop table contribution_answer, contribution_comment, contribution_support, contribution_theme, contribution;
drop function count_contribution_support();
