-- Whether who moved up from a waiting list has said that they keep the place is
-- read from what they were asked, since they moved up.
-- +goose Up
alter table registration add column promoted_at timestamptz; -- null: had a place at once, waits, or has given it back
update registration
   set promoted_at = asked.at
  from (select assignee_id, subject_id, max(created_at) as at
          from task
         where kind = 'KEEP_PLACE'
         group by assignee_id, subject_id) as asked
 where asked.assignee_id = registration.staff_id
   and asked.subject_id = registration.gathering_id
   and registration.state = 'REGISTERED'
   and not exists (
       select from event
        where event.verb = 'REGISTRATION_MADE'
          and event.gathering_id = registration.gathering_id
          and event.data->>'subject' = registration.staff_id::text
          and event.at > asked.at);
alter table registration add constraint registration_promoted check (promoted_at is null or state = 'REGISTERED');

-- +goose Down
alter table registration drop column promoted_at;
