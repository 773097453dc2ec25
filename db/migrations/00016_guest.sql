-- Guests who come in by a link, and calendars that follow what a person goes to.
-- +goose Up

-- A guest may have no address, and an account no password: its owner then comes
-- in by their link alone, and no password is ever theirs.
alter table staff_member
    alter column email drop not null,
    add constraint staff_member_email_of_teams check (email is not null or job = 'GUEST');
alter table account
    alter column password_hash drop not null,
    alter column password_changed_at drop not null,
    add constraint account_password_changed check ((password_hash is null) = (password_changed_at is null));
alter table session
    drop constraint session_revoked_cause,
    add constraint session_revoked_cause check (revoked_cause in
        ('SIGNED_OUT', 'REVOKED', 'SIGNED_OUT_EVERYWHERE', 'PASSWORD_CHANGED', 'ACCOUNT_DEACTIVATED', 'TOKEN_REUSED', 'INVITATION_REVOKED'));

-- What is said of a guest beside the person: why they are there, and the link
-- that lets them in. Of what opens it only a digest is kept.
create table guest (
    id           uuid primary key constraint guest_staff_member references staff_member (id),
    gathering_id uuid not null constraint guest_gathering references gathering (id),
    kind         text not null constraint guest_kind check (kind in ('SPEAKER', 'ELECTED', 'FUNDER', 'OTHER')),
    function     text not null default '' constraint guest_function_length check (char_length(function) <= 120),
    invited_by   uuid constraint guest_invited_by references staff_member (id), -- null: before there were links
    invited_at   timestamptz not null,
    hash         bytea constraint guest_hash_unique unique, -- null: no link opens
    arrived_at   timestamptz,
    revoked_at   timestamptz,
    constraint guest_revoked_without_link check (revoked_at is null or hash is null)
);
create index guest_by_gathering on guest (gathering_id, id);
create index guest_by_inviter on guest (invited_by) where invited_by is not null;
insert into guest (id, gathering_id, kind, invited_at, arrived_at)
select id, gathering_id, 'OTHER', created_at, last_visit_at
  from staff_member
 where job = 'GUEST'
   and gathering_id is not null;

-- What a calendar needs to follow a move: how often it has moved, and when it
-- last changed. Whatever statement changes a row, these follow.
alter table gathering add column changed_at timestamptz not null default now();
alter table slot add column changed_at timestamptz not null default now();
alter table agenda_item
    add column sequence   integer not null default 0,
    add column changed_at timestamptz not null default now();
alter table occurrence
    -- What a session is called in calendars, whatever row it has moved to; null: its own id.
    add column calendar_id uuid,
    add column sequence    integer not null default 0,
    add column changed_at  timestamptz not null default now();

-- +goose StatementBegin
create function note_change() returns trigger language plpgsql as
$$
begin
    new.changed_at = now();
    return new;
end
$$;
-- +goose StatementEnd
-- +goose StatementBegin
create function note_move() returns trigger language plpgsql as
$$
begin
    new.changed_at = now();
    new.sequence = old.sequence + 1;
    return new;
end
$$;
-- +goose StatementEnd
create trigger gathering_changed before update on gathering
    for each row when (old.version <> new.version) execute function note_change();
create trigger slot_changed before update on slot
    for each row when (old.version <> new.version) execute function note_change();
create trigger agenda_item_changed before update on agenda_item
    for each row when ((old.title, old.starts_at, old.ends_at, old.space_id, old.speaker, old.description, old.state)
        is distinct from (new.title, new.starts_at, new.ends_at, new.space_id, new.speaker, new.description, new.state))
    execute function note_move();
create trigger occurrence_changed before update on occurrence
    for each row when (old.state <> new.state and new.state = 'CANCELLED') execute function note_move();

-- Addresses at which calendars read what a person goes to. Of what opens one
-- only a digest is kept, and of what it last gave, to tell when that changed.
create table calendar_link (
    id           uuid primary key,
    staff_id     uuid not null constraint calendar_link_staff_member references staff_member (id),
    hash         bytea not null constraint calendar_link_hash_unique unique,
    name         text not null constraint calendar_link_name_length check (char_length(name) between 1 and 80),
    created_at   timestamptz not null,
    last_used_on date,
    revoked_at   timestamptz,
    given        bytea,
    given_at     timestamptz not null
);
create index calendar_link_by_staff on calendar_link (staff_id, created_at desc);

-- +goose Down
drop table calendar_link;
drop trigger occurrence_changed on occurrence;
drop trigger agenda_item_changed on agenda_item;
drop trigger slot_changed on slot;
drop trigger gathering_changed on gathering;
drop function note_move();
drop function note_change();
alter table occurrence drop column changed_at, drop column sequence, drop column calendar_id;
alter table agenda_item drop column changed_at, drop column sequence;
alter table slot drop column changed_at;
alter table gathering drop column changed_at;
drop table guest;
update session set revoked_cause = 'REVOKED' where revoked_cause = 'INVITATION_REVOKED';
alter table session
    drop constraint session_revoked_cause,
    add constraint session_revoked_cause check (revoked_cause in
        ('SIGNED_OUT', 'REVOKED', 'SIGNED_OUT_EVERYWHERE', 'PASSWORD_CHANGED', 'ACCOUNT_DEACTIVATED', 'TOKEN_REUSED'));
-- No password has this digest: who came in by a link comes in no more.
alter table account drop constraint account_password_changed;
update account set password_hash = '', password_changed_at = created_at where password_hash is null;
alter table account
    alter column password_hash set not null,
    alter column password_changed_at set not null;
update staff_member set email = id || '@invite.invalid' where email is null;
alter table staff_member
    drop constraint staff_member_email_of_teams,
    alter column email set not null;
