-- Joint projects: what several centres undertake together, each having signed its part.
-- +goose Up

create table joint_project (
    id               uuid primary key,
    title            text not null constraint joint_project_title_length check (char_length(title) between 1 and 120),
    purpose          text not null constraint joint_project_purpose_length check (char_length(purpose) between 1 and 4000),
    expected_results text not null constraint joint_project_expected_results_length check (char_length(expected_results) <= 4000),
    state            text not null default 'DRAFT' constraint joint_project_state check (state in
        ('DRAFT', 'CONSULTATION', 'COMMITTED', 'RUNNING', 'SUSPENDED', 'COMPLETED', 'EVALUATED', 'ARCHIVED', 'ABANDONED')),
    lead_centre_id   uuid not null constraint joint_project_lead_centre references centre (id),
    created_by_id    uuid not null constraint joint_project_created_by references staff_member (id),
    starts_on        date not null,
    ends_on          date not null,
    minimum_partners integer not null constraint joint_project_minimum_partners check (minimum_partners between 1 and 50),
    closing_note     text not null default '' constraint joint_project_closing_note_length check (char_length(closing_note) <= 4000),
    created_at       timestamptz not null,
    -- When it left the hands of its lead centre; until then nobody else knows of it.
    sent_at          timestamptz,
    committed_at     timestamptz,
    started_at       timestamptz,
    closed_at        timestamptz,
    last_activity_at timestamptz not null,
    version          integer not null default 1,
    constraint joint_project_term check (ends_on >= starts_on),
    constraint joint_project_sent check (case
        when state = 'DRAFT' then sent_at is null
        when state = 'ABANDONED' then true
        else sent_at is not null end),
    constraint joint_project_committed check (state in ('DRAFT', 'CONSULTATION', 'ABANDONED') or committed_at is not null),
    constraint joint_project_started check (state not in ('RUNNING', 'SUSPENDED', 'COMPLETED', 'EVALUATED', 'ARCHIVED') or started_at is not null),
    constraint joint_project_closed check ((state in ('COMPLETED', 'EVALUATED', 'ARCHIVED', 'ABANDONED')) = (closed_at is not null))
);
create index joint_project_by_activity on joint_project (last_activity_at, id);
create index joint_project_by_title on joint_project (plain_text(title), id);
create index joint_project_by_start on joint_project (starts_on, id);
create index joint_project_by_end on joint_project (ends_on, id);
create index joint_project_by_state on joint_project (state, last_activity_at, id);
create index joint_project_by_lead on joint_project (lead_centre_id, last_activity_at, id);
create index joint_project_search on joint_project using gin (plain_text(title || ' ' || purpose) gin_trgm_ops);

create table joint_project_theme (
    joint_project_id uuid not null constraint joint_project_theme_project references joint_project (id),
    theme_id         uuid not null constraint joint_project_theme_theme references theme (id),
    primary key (joint_project_id, theme_id)
);
create index joint_project_theme_by_theme on joint_project_theme (theme_id, joint_project_id);

-- A centre in a project. All of a project's are PROPOSED until it is sent, the lead's included.
create table partnership (
    id                 uuid primary key,
    joint_project_id   uuid not null constraint partnership_project references joint_project (id),
    centre_id          uuid not null constraint partnership_centre references centre (id),
    role               text not null constraint partnership_role check (role in ('LEAD', 'PARTNER', 'CONTRIBUTOR', 'OBSERVER')),
    state              text not null default 'PROPOSED' constraint partnership_state check (state in
        ('PROPOSED', 'INVITED', 'ACCEPTED', 'DECLINED', 'NO_REPLY', 'TO_RECONFIRM', 'WITHDRAWN', 'ENDED')),
    -- The version last proposed, and the one last signed; see commitment.
    commitment_version integer not null default 1,
    signed_version     integer,
    invited_at         timestamptz, -- to sign, or to sign again
    answered_at        timestamptz,
    answered_by_id     uuid constraint partnership_answered_by references staff_member (id),
    answer_note        text not null default '' constraint partnership_answer_note_length check (char_length(answer_note) <= 4000),
    joined_at          timestamptz, -- when it first signed
    left_at            timestamptz, -- when it withdrew or declined after having signed
    version            integer not null default 1,
    constraint partnership_once unique (joint_project_id, centre_id),
    constraint partnership_signed check (state not in ('ACCEPTED', 'TO_RECONFIRM', 'WITHDRAWN', 'ENDED')
        or (signed_version is not null and joined_at is not null)),
    constraint partnership_left check ((state in ('WITHDRAWN', 'DECLINED') and joined_at is not null) = (left_at is not null))
);
create unique index partnership_one_lead on partnership (joint_project_id) where role = 'LEAD';
create index partnership_by_centre on partnership (centre_id, id);
create index partnership_to_sign on partnership (centre_id, joint_project_id) where state in ('INVITED', 'TO_RECONFIRM');
create index partnership_waiting on partnership (joint_project_id, invited_at) where state in ('INVITED', 'TO_RECONFIRM');

-- What a centre commits to; a change is a new version, and what was signed stays.
create table commitment (
    id             uuid primary key,
    partnership_id uuid not null constraint commitment_partnership references partnership (id) on delete cascade,
    version        integer not null,
    person_days    integer not null constraint commitment_person_days check (person_days between 0 and 10000),
    money          integer not null constraint commitment_money check (money between 0 and 100000000),
    starts_on      date not null,
    ends_on        date not null,
    conditions     text not null default '' constraint commitment_conditions_length check (char_length(conditions) <= 4000),
    proposed_at    timestamptz not null,
    signed_at      timestamptz,
    signed_by_id   uuid constraint commitment_signed_by references staff_member (id),
    constraint commitment_version_once unique (partnership_id, version),
    constraint commitment_term check (ends_on >= starts_on),
    constraint commitment_signature check ((signed_at is null) = (signed_by_id is null))
);

create table team_member (
    id               uuid primary key,
    joint_project_id uuid not null constraint team_member_project references joint_project (id),
    staff_id         uuid not null constraint team_member_staff references staff_member (id),
    role             text not null constraint team_member_role check (role in ('LEAD', 'MEMBER')),
    since            timestamptz not null,
    constraint team_member_once unique (joint_project_id, staff_id)
);
create index team_member_by_staff on team_member (staff_id, since, id);

create table status_report (
    id               uuid primary key,
    joint_project_id uuid not null constraint status_report_project references joint_project (id),
    author_id        uuid not null constraint status_report_author references staff_member (id),
    health           text not null constraint status_report_health check (health in ('ON_TRACK', 'AT_RISK', 'OFF_TRACK')),
    explanation      text not null constraint status_report_explanation_length check (char_length(explanation) <= 4000),
    done             text not null constraint status_report_done_length check (char_length(done) <= 10000),
    next             text not null constraint status_report_next_length check (char_length(next) <= 10000),
    period_starts_on date not null,
    period_ends_on   date not null,
    created_at       timestamptz not null,
    constraint status_report_period check (period_ends_on >= period_starts_on),
    constraint status_report_explained check (health = 'ON_TRACK' or explanation <> '')
);
create index status_report_newest on status_report (joint_project_id, created_at, id);

-- +goose Down
drop table status_report, team_member, commitment, partnership, joint_project_theme, joint_project;
