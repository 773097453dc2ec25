-- A topic keeps which of its sessions matters now: the one that runs, then the
-- next, then the last. The wall reads it of every topic; to sort each topic's
-- sessions took a fifth of that page.
-- +goose Up
alter table topic add column occurrence_id uuid constraint topic_occurrence references occurrence (id);

-- +goose StatementBegin
create function choose_topic_occurrence(topics uuid[]) returns void language sql as
$$
    update topic
       set occurrence_id = chosen.occurrence_id
      from (select t.id,
                   (select o.id
                      from occurrence o
                      join slot s on s.id = o.slot_id
                     where o.topic_id = t.id
                       and o.state in ('PLANNED', 'RUNNING', 'ENDED')
                     order by o.state = 'RUNNING' desc,
                              o.state = 'PLANNED' desc,
                              case when o.state = 'PLANNED' then s.starts_at - 'epoch'::timestamptz else 'epoch'::timestamptz - s.starts_at end,
                              o.id
                     limit 1) as occurrence_id
              from unnest(topics) as t (id)) as chosen
     where topic.id = chosen.id
       and topic.occurrence_id is distinct from chosen.occurrence_id
$$;
create function occurrences_changed() returns trigger language plpgsql as
$$
begin
    perform choose_topic_occurrence(array(select distinct topic_id from changed));
    return null;
end
$$;
create function slots_changed() returns trigger language plpgsql as
$$
begin
    perform choose_topic_occurrence(array(
        select distinct o.topic_id
          from changed
          join occurrence o on o.slot_id = changed.id));
    return null;
end
$$;
-- +goose StatementEnd

-- A session never goes to another topic, and is never deleted.
create trigger occurrence_first_chosen after insert on occurrence
    referencing new table as changed for each statement execute function occurrences_changed();
create trigger occurrence_chosen after update on occurrence
    referencing new table as changed for each statement execute function occurrences_changed();
create trigger slot_occurrences_chosen after update on slot
    referencing new table as changed for each statement execute function slots_changed();

select choose_topic_occurrence(array(select distinct topic_id from occurrence));

-- +goose Down
drop trigger slot_occurrences_chosen on slot;
drop trigger occurrence_chosen on occurrence;
drop trigger occurrence_first_chosen on occurrence;
drop function slots_changed();
drop function occurrences_changed();
drop function choose_topic_occurrence(uuid[]);
alter table topic drop column occurrence_id;
