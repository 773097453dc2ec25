import { CalendarDays, Settings2, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { AddTaskDialog } from '@/features/tasks/components/AddTask'
import { ObjectThread } from '@/features/thread/components/ObjectThread'
import { useWords, type Say } from '@/i18n/useWords'
import { Button, buttonLook, LinkButton } from '@/ui/Button'
import { Link } from '@/ui/Link'
import { Menu, type MenuItemSpec } from '@/ui/Menu'
import { PageHeader } from '@/ui/PageHeader'
import { StatePill } from '@/ui/StatePill'
import { groupTab } from '../addresses'
import { groupWords } from '../messages'
import { isAsking, moveTo, type AskingMove, type GroupMove } from '../moves'
import { ClampedText } from './ClampedText'
import { EditGroup } from './EditGroup'
import { editableGroup } from './editableGroup'
import { NextMilestone, ViewerPart } from './GroupCard'
import styles from './GroupHead.module.css'
import { GroupHealth, groupHealth } from './GroupHealth'
import { GroupNotice, groupNotice } from './GroupNotice'
import { JoinButton } from './Joining'
import { MoveDialog } from './MoveDialog'
import { useGroupMoves } from './useGroupMoves'

export const groupHead = graphql(
  `
    fragment GroupHead on WorkingGroup {
      id
      name
      purpose
      state
      admission
      version
      memberCount
      centreCount
      lead {
        id
        staffMember {
          id
          name
        }
      }
      nextMilestone {
        id
        title
        dueOn
        overdue
      }
      viewerMembership {
        id
        state
        role
      }
      allowedTransitions
      viewerCanEdit
      viewerCanJoin
      viewerCanDraftJointProject
      ...GroupHealth
      ...GroupNotice
      ...EditableGroup
    }
  `,
  [groupHealth, groupNotice, editableGroup],
)

type Head = ResultOf<typeof groupHead>

/** The head of a group's page: what it is for, where it stands, what comes next, what one may do about it. */
export function GroupHead({ group }: { group: FragmentOf<typeof groupHead> }) {
  const t = useWords(groupWords)
  const say = useStates()
  const it = readFragment(groupHead, group)
  const { run, isPending } = useGroupMoves()
  const [asking, setAsking] = useState<AskingMove | null>(null)
  const [isEditing, setEditing] = useState(false)
  const [isAddingTask, setAddingTask] = useState(false)
  const move = (chosen: GroupMove) => (isAsking(chosen) ? setAsking(chosen) : void run(chosen, it))
  const acts = actsOf(it, t, move, () => setEditing(true))
  const addTask = () => setAddingTask(true)
  const isInvited = it.viewerMembership?.state === 'INVITED'
  return (
    <div className={styles.head}>
      <PageHeader
        title={it.name}
        eyebrow={t('eyebrow')}
        breadcrumbs={[{ label: t('groups'), href: addresses.groups() }]}
        state={
          <>
            <StatePill {...say('WorkingGroup', it.state)} />
            <GroupHealth group={it} />
            <ViewerPart membership={it.viewerMembership} />
          </>
        }
        actions={
          <>
            {it.viewerCanJoin && !isInvited ? <JoinButton group={it} /> : null}
            {it.viewerCanDraftJointProject ? (
              <LinkButton
                variant={it.viewerCanJoin ? 'secondary' : 'primary'}
                href={`${addresses.newProject()}?origine=${it.id}`}
              >
                {t('propose')}
              </LinkButton>
            ) : null}
            {acts.length === 0 ? (
              <Button onPress={addTask}>{t('addTask')}</Button>
            ) : (
              <Menu
                label={t('more')}
                isNamedByTrigger
                trigger={
                  <>
                    <Settings2 aria-hidden="true" />
                    <span>{t('more')}</span>
                  </>
                }
                triggerClassName={buttonLook({})}
                items={[...acts, { id: 'task', label: t('addTask'), onAction: addTask }]}
              />
            )}
          </>
        }
        meta={<Meta group={it} />}
      />
      <ClampedText text={it.purpose} />
      <ObjectThread id={it.id} shape="strip" />
      <GroupNotice group={it} onMove={move} isPending={isPending} />
      <MoveDialog move={asking} group={it} onClose={() => setAsking(null)} />
      {it.viewerCanEdit ? (
        <EditGroup group={it} isOpen={isEditing} onClose={() => setEditing(false)} />
      ) : null}
      <AddTaskDialog
        isOpen={isAddingTask}
        onClose={() => setAddingTask(false)}
        subject={{ id: it.id, title: it.name }}
      />
    </div>
  )
}

/** What whoever steers the group may do with it now. */
function actsOf(
  group: Head,
  t: Say<(typeof groupWords)['keys'][number]>,
  move: (move: GroupMove) => void,
  edit: () => void,
): MenuItemSpec[] {
  const moves = group.allowedTransitions
    .map((to) => moveTo(group.state, to))
    .filter((chosen) => chosen !== undefined)
  return [
    ...(group.viewerCanEdit ? [{ id: 'edit', label: t('edit'), onAction: edit }] : []),
    ...moves.map((chosen) => ({
      id: chosen,
      label: t(`move.${chosen}`),
      onAction: () => move(chosen),
      isDanger: chosen === 'abandon' || chosen === 'decline',
    })),
  ]
}

function Meta({ group }: { group: Head }) {
  const t = useWords(groupWords)
  return (
    <>
      <span>
        {t.rich('ledBy', {
          who:
            group.lead === null ? (
              <Link href={groupTab(group.id, 'membres')}>{t('noLead')}</Link>
            ) : (
              <Link href={addresses.person(group.lead.staffMember.id)}>{group.lead.staffMember.name}</Link>
            ),
        })}
      </span>
      <span className={styles.fact}>
        <UsersRound aria-hidden="true" />
        <Link href={groupTab(group.id, 'membres')} quiet>
          {t('size', { people: group.memberCount, centres: group.centreCount })}
        </Link>
      </span>
      {group.nextMilestone === null ? null : (
        <span className={styles.fact}>
          <CalendarDays aria-hidden="true" />
          <Link href={groupTab(group.id, 'jalons')} quiet>
            <NextMilestone milestone={group.nextMilestone} />
          </Link>
        </span>
      )}
    </>
  )
}
