-- Proceedings have editions: the first is what was kept when they were made final,
-- each later one corrects the one before it and says what. All stay.
-- +goose Up

create table proceedings_edition (
    gathering_id    uuid not null constraint proceedings_edition_gathering references proceedings (gathering_id),
    number          integer not null constraint proceedings_edition_number check (number between 1 and 50),
    note            text not null constraint proceedings_edition_note_length check (char_length(note) <= 1000),
    document        jsonb not null,
    public_document jsonb not null,
    published_at    timestamptz not null,
    published_by    uuid not null constraint proceedings_edition_by references staff_member (id),
    primary key (gathering_id, number),
    constraint proceedings_edition_said check ((number = 1) = (note = ''))
);
create index proceedings_edition_by_person on proceedings_edition (published_by);
insert into proceedings_edition (gathering_id, number, note, document, public_document, published_at, published_by)
select gathering_id, 1, '', document, public_document, final_at, final_by
  from proceedings
 where final_at is not null;

drop trigger proceedings_final on proceedings;
alter table proceedings
    drop constraint proceedings_final_whole,
    drop column document,
    drop column public_document,
    drop column final_at,
    drop column final_by;
create trigger proceedings_final before update or delete on proceedings
    for each row when (old.address is not null) execute function proceedings_stay_final();
create trigger proceedings_edition_final before update or delete on proceedings_edition
    for each row execute function proceedings_stay_final();

-- What was made is made again when it is next asked for.
drop table proceedings_pdf;
create table proceedings_pdf (
    gathering_id uuid not null constraint proceedings_pdf_gathering references gathering (id),
    edition      integer not null, -- 0 while there is none
    readers      text not null constraint proceedings_pdf_readers check (readers in ('WHOLE', 'GUESTS', 'PUBLIC')),
    digest       bytea not null, -- of the document it was made from
    content      bytea not null,
    made_at      timestamptz not null,
    primary key (gathering_id, edition, readers)
);

-- +goose Down
-- The last edition stays as the document that was made final.
drop table proceedings_pdf;
create table proceedings_pdf (
    gathering_id uuid not null constraint proceedings_pdf_gathering references gathering (id),
    edition      text not null constraint proceedings_pdf_edition check (edition in ('WHOLE', 'GUESTS', 'PUBLIC')),
    digest       bytea not null,
    content      bytea not null,
    made_at      timestamptz not null,
    primary key (gathering_id, edition)
);
drop trigger proceedings_final on proceedings;
alter table proceedings
    add column document        jsonb,
    add column public_document jsonb,
    add column final_at        timestamptz,
    add column final_by        uuid constraint proceedings_final_by references staff_member (id);
update proceedings p
   set document = e.document,
       public_document = e.public_document,
       final_at = e.published_at,
       final_by = e.published_by
  from (select distinct on (gathering_id) * from proceedings_edition order by gathering_id, number desc) e
 where e.gathering_id = p.gathering_id;
drop table proceedings_edition;
alter table proceedings add constraint proceedings_final_whole check (num_nonnulls(address, document, public_document, final_at, final_by) in (0, 5));
create index proceedings_by_person on proceedings (final_by) where final_by is not null;
create trigger proceedings_final before update or delete on proceedings
    for each row when (old.final_at is not null) execute function proceedings_stay_final();
