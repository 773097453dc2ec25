-- The proceedings of a gathering: what is written for them alone, what of them
-- anyone may read, and the document itself once it is final.
-- +goose Up

-- No row until a foreword is written or the document is final.
create table proceedings (
    gathering_id    uuid primary key constraint proceedings_gathering references gathering (id),
    foreword        text not null default '' constraint proceedings_foreword_length check (char_length(foreword) <= 20000),
    version         integer not null default 1,
    -- All of these at once, and for good.
    address         text constraint proceedings_address_unique unique,
    document        jsonb,
    public_document jsonb,
    final_at        timestamptz,
    final_by        uuid constraint proceedings_final_by references staff_member (id),
    constraint proceedings_final_whole check (num_nonnulls(address, document, public_document, final_at, final_by) in (0, 5))
);
create index proceedings_by_person on proceedings (final_by) where final_by is not null;

-- +goose StatementBegin
create function proceedings_stay_final() returns trigger language plpgsql as
$$ begin raise exception 'these proceedings are final' using errcode = 'restrict_violation'; end $$;
-- +goose StatementEnd
create trigger proceedings_final before update or delete on proceedings
    for each row when (old.final_at is not null) execute function proceedings_stay_final();

-- Contributions, questions asked and topics that anyone may read once it is final.
create table proceedings_public_entry (
    gathering_id uuid not null constraint proceedings_public_entry_gathering references gathering (id),
    entry_id     uuid not null,
    primary key (gathering_id, entry_id)
);

-- The PDF last made of a document, so that one is made once however often it is
-- asked for. Its readers' rights differ, and so does what they read.
create table proceedings_pdf (
    gathering_id uuid not null constraint proceedings_pdf_gathering references gathering (id),
    edition      text not null constraint proceedings_pdf_edition check (edition in ('WHOLE', 'GUESTS', 'PUBLIC')),
    digest       bytea not null, -- of the document it was made from
    content      bytea not null,
    made_at      timestamptz not null,
    primary key (gathering_id, edition)
);

-- +goose Down
drop table proceedings_pdf, proceedings_public_entry, proceedings;
drop function proceedings_stay_final();
update gathering set state = 'CLOSED' where state = 'PROCEEDINGS_FINAL';
