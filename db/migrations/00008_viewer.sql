-- What is near for one person, from the rows that say it.
-- +goose Up
create view date_entry as
    select milestone.id             as id,
           membership.staff_id      as staff_id,
           milestone.due_on         as day,
           'MILESTONE'              as kind,
           milestone.title          as title,
           'WORKING_GROUP'          as object_kind,
           milestone.working_group_id as object_id
      from membership
      join milestone on milestone.working_group_id = membership.working_group_id
     where membership.state = 'MEMBER'
       and milestone.state = 'PLANNED'
       and milestone.due_on is not null
 union all
    select joint_project.id, team_member.staff_id, joint_project.starts_on, 'PROJECT_START', joint_project.title,
           'JOINT_PROJECT', joint_project.id
      from team_member
      join joint_project on joint_project.id = team_member.joint_project_id
     where joint_project.state = 'COMMITTED'
 union all
    select joint_project.id, team_member.staff_id, joint_project.ends_on, 'PROJECT_END', joint_project.title,
           'JOINT_PROJECT', joint_project.id
      from team_member
      join joint_project on joint_project.id = team_member.joint_project_id
     where joint_project.state in ('RUNNING', 'SUSPENDED')
 union all
    select gathering.id, staff_member.id, gathering.ends_on, 'GATHERING', gathering.name, 'GATHERING', gathering.id
      from staff_member
      join gathering on staff_member.gathering_id is null or staff_member.gathering_id = gathering.id
     where gathering.state in ('PUBLISHED', 'LIVE');

-- +goose Down
drop view date_entry;
