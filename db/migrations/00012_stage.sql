-- The stage: questions to the person who speaks, from the phone in the room to
-- the answer that was promised.
-- +goose Up

-- How an item of the agenda takes questions; no row until it is first set.
create table stage (
    agenda_item_id    uuid primary key constraint stage_agenda_item references agenda_item (id),
    gathering_id      uuid not null constraint stage_gathering references gathering (id),
    takes_questions   boolean not null,
    anonymous_allowed boolean not null,
    premoderated      boolean not null,
    questions_open    boolean not null,
    turn              integer not null default 0, -- how many times the question on stage has changed
    version           integer not null default 1,
    constraint stage_with_gathering unique (agenda_item_id, gathering_id)
);
create index stage_by_gathering on stage (gathering_id);

-- Where questions may be asked, whether or not anybody has set how.
create view stage_of_item as
    select agenda_item.id,
           agenda_item.gathering_id,
           coalesce(stage.takes_questions, false)   as takes_questions,
           coalesce(stage.anonymous_allowed, false) as anonymous_allowed,
           coalesce(stage.premoderated, false)      as premoderated,
           coalesce(stage.questions_open, false)    as questions_open,
           coalesce(stage.turn, 0)                  as turn,
           coalesce(stage.version, 0)               as version
      from agenda_item
      left join stage on stage.agenda_item_id = agenda_item.id
     where agenda_item.kind in ('PLENARY', 'TALK', 'QUESTIONS')
        or stage.agenda_item_id is not null;

create table live_question (
    id               uuid primary key,
    agenda_item_id   uuid not null,
    -- The stage's: who may see a question is then said by its own row.
    gathering_id     uuid not null,
    text             text not null constraint live_question_text_length check (char_length(text) between 1 and 500),
    state            text not null constraint live_question_state check (state in
        ('SUBMITTED', 'PUBLISHED', 'ON_STAGE', 'ANSWER_PROMISED', 'ANSWERED', 'REJECTED', 'MERGED', 'WITHDRAWN')),
    anonymous        boolean not null,
    author_id        uuid not null constraint live_question_author references staff_member (id), -- for its author's own list; never read by another
    -- The number of its rows in live_question_vote, kept by a trigger: lists sort by it.
    vote_count       integer not null default 0,
    rejection_reason text not null default '' constraint live_question_rejection_reason_length check (char_length(rejection_reason) <= 1000),
    merged_into_id   uuid constraint live_question_merged_into references live_question (id),
    promised_by_id   uuid constraint live_question_promised_by references staff_member (id),
    due_on           date,
    promised_at      timestamptz,
    answer           text not null default '' constraint live_question_answer_length check (char_length(answer) <= 4000),
    answered_by_id   uuid constraint live_question_answered_by references staff_member (id),
    created_at       timestamptz not null,
    published_at     timestamptz, -- null: nobody but its author and those who run the gathering has seen it
    answered_at      timestamptz,
    version          integer not null default 1,
    constraint live_question_stage foreign key (agenda_item_id, gathering_id) references stage (agenda_item_id, gathering_id),
    constraint live_question_rejected_with_reason check ((state = 'REJECTED') = (rejection_reason <> '')),
    constraint live_question_merged_somewhere check ((state = 'MERGED') = (merged_into_id is not null)),
    constraint live_question_answered_with_answer check ((state = 'ANSWERED') = (answered_at is not null and answer <> '')),
    constraint live_question_promised_by_somebody check ((promised_at is null) = (promised_by_id is null) and (promised_at is null) = (due_on is null)
        and (state <> 'ANSWER_PROMISED' or promised_at is not null))
);
-- The stage shows one question at a time.
create unique index live_question_on_stage on live_question (agenda_item_id) where state = 'ON_STAGE';
create index live_question_most_votes on live_question (agenda_item_id, vote_count desc, created_at, id);
create index live_question_oldest on live_question (agenda_item_id, created_at, id);
create index live_question_by_author on live_question (author_id, agenda_item_id);
create index live_question_promised on live_question (due_on, id) where promised_at is not null;
create index live_question_promised_to on live_question (promised_by_id) where promised_by_id is not null;
create index live_question_merged on live_question (merged_into_id) where merged_into_id is not null;

create table live_question_vote (
    live_question_id uuid not null constraint live_question_vote_question references live_question (id),
    staff_id         uuid not null constraint live_question_vote_staff_member references staff_member (id),
    at               timestamptz not null,
    primary key (live_question_id, staff_id)
);
create index live_question_vote_by_staff on live_question_vote (staff_id, live_question_id);

-- +goose StatementBegin
create function count_live_question_votes() returns trigger language plpgsql as
$$
begin
    if tg_op = 'INSERT' then
        update live_question
           set vote_count = live_question.vote_count + more.count
          from (select live_question_id, count(*) from changed group by live_question_id) as more
         where live_question.id = more.live_question_id;
    else
        update live_question
           set vote_count = live_question.vote_count - fewer.count
          from (select live_question_id, count(*) from changed group by live_question_id) as fewer
         where live_question.id = fewer.live_question_id;
    end if;
    return null;
end
$$;
-- +goose StatementEnd
create trigger live_question_vote_added after insert on live_question_vote
    referencing new table as changed for each statement execute function count_live_question_votes();
create trigger live_question_vote_removed after delete on live_question_vote
    referencing old table as changed for each statement execute function count_live_question_votes();

-- EDITORS: those who run the gathering: the coordinator, and the directors and
-- assistants of audience_centres, its hosts.
alter table event
    drop constraint event_audience,
    add constraint event_audience check (audience in ('STAFF', 'GATHERING', 'CENTRES', 'EDITORS', 'PERSON'));

-- +goose Down
alter table event
    drop constraint event_audience,
    add constraint event_audience check (audience in ('STAFF', 'GATHERING', 'CENTRES', 'PERSON'));
drop table live_question_vote, live_question;
drop function count_live_question_votes();
drop view stage_of_item;
drop table stage;
