-- Who may sign in, from where, and what has been let out on their behalf.
-- No secret is stored: passwords as argon2id, every token as its SHA-256.
-- +goose Up

-- A person with an account may sign in as long as they are active.
create table account (
    staff_id            uuid primary key constraint account_staff_member references staff_member (id),
    password_hash       text not null,
    password_changed_at timestamptz not null,
    created_at          timestamptz not null
);

-- One sign-in on one device, and every refresh token that followed from it.
create table session (
    id            uuid primary key,
    staff_id      uuid not null constraint session_account references account (staff_id),
    user_agent    text not null constraint session_user_agent_length check (char_length(user_agent) <= 80), -- browser and system, in short
    -- The device cookie it was opened with, so that a password change can forget the other devices.
    device_hash   bytea not null,
    remember      boolean not null,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null,
    expires_at    timestamptz not null, -- unless used again before
    ends_at       timestamptz not null, -- however much it is used
    revoked_at    timestamptz,
    revoked_cause text constraint session_revoked_cause check (revoked_cause in
        ('SIGNED_OUT', 'REVOKED', 'SIGNED_OUT_EVERYWHERE', 'PASSWORD_CHANGED', 'ACCOUNT_DEACTIVATED', 'TOKEN_REUSED')),
    constraint session_revoked_with_cause check ((revoked_at is null) = (revoked_cause is null))
);
create index session_live on session (staff_id, last_used_at desc) where revoked_at is null;
create index session_by_end on session (least(revoked_at, expires_at));

create table refresh_token (
    hash       bytea primary key,
    session_id uuid not null constraint refresh_token_session references session (id) on delete cascade,
    created_at timestamptz not null,
    used_at    timestamptz,
    -- The successor is a keyed digest of the token under this salt: whoever lost
    -- the answer and still holds the token can be given the same successor
    -- again, and the table alone gives nobody anything. Forgotten after the grace.
    salt       bytea,
    constraint refresh_token_salt_when_used check (used_at is not null or salt is null)
);
create index refresh_token_by_session on refresh_token (session_id, used_at);

-- Devices a person has signed in from: their right password is never delayed.
create table known_device (
    hash         bytea not null,
    staff_id     uuid not null constraint known_device_account references account (staff_id),
    last_used_at timestamptz not null,
    primary key (hash, staff_id)
);
create index known_device_by_staff on known_device (staff_id, last_used_at desc);

-- Sign-ins that have not succeeded, by a digest of the e-mail tried (whether or
-- not somebody has it) or of the known device they came from.
create table sign_in_guess (
    key           bytea primary key,
    failures      integer not null,
    last_at       timestamptz not null,
    blocked_until timestamptz not null
);
create index sign_in_guess_by_age on sign_in_guess (last_at);

-- Personal access tokens, for programs that speak for one person.
create table access_token (
    id           uuid primary key,
    staff_id     uuid not null constraint access_token_account references account (staff_id),
    hash         bytea not null constraint access_token_hash_unique unique,
    name         text not null constraint access_token_name_length check (char_length(name) between 1 and 80),
    scope        text not null constraint access_token_scope check (scope in ('READ', 'WRITE')),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_on date,
    revoked_at   timestamptz
);
create index access_token_by_staff on access_token (staff_id, created_at desc);

-- +goose Down
drop table access_token, sign_in_guess, known_device, refresh_token, session, account;
