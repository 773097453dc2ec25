import { Suspense, useState } from 'react'
import { addresses } from '@/app/addresses'
import { JoinButton, LeaveButton } from '@/features/groups/components/Joining'
import { MoveDialog } from '@/features/groups/components/MoveDialog'
import { useGroupMoves } from '@/features/groups/components/useGroupMoves'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { later } from '@/ui/later'
import { Skeleton } from '@/ui/Skeleton'
import { taskWords } from '../messages'
import { HandActs } from './HandActs'
import type { GroupSubject, WholeTask } from './TaskCard'

const Applicants = later(async () => (await import('@/features/groups/components/Applicants')).Applicants)

/** What a group asks: to come in, to let in, to approve, to set it to work. */
export function GroupActs({ task, group }: { task: WholeTask; group: GroupSubject }) {
  const t = useWords(taskWords)
  return (
    <>
      <GroupAnswer task={task} group={group} />
      <LinkButton size="s" variant="quiet" href={addresses.group(group.id)}>
        {t('see')}
      </LinkButton>
      <HandActs task={task} />
    </>
  )
}

function GroupAnswer({ task, group }: { task: WholeTask; group: GroupSubject }) {
  switch (task.kind) {
    case 'JOIN_GROUP':
      return (
        <>
          {group.viewerCanJoin ? <JoinButton group={group} isInvited size="s" /> : null}
          {group.viewerCanLeave ? <LeaveButton group={group} kind="decline" size="s" /> : null}
        </>
      )
    case 'ADMIT_MEMBER':
      return <Admit group={group} />
    case 'ACCEPT_GROUP':
      return group.viewerCanAccept ? <Approve group={group} /> : null
    case 'LEAD_GROUP':
      return <Activate group={group} />
    default:
      return null
  }
}

/** Answers those who ask to come in, without leaving the list. */
function Admit({ group }: { group: GroupSubject }) {
  const t = useWords(taskWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="s" variant="primary" onPress={() => setOpen(true)}>
        {t('answer')}
      </Button>
      <Dialog
        title={t('answerTitle', { subject: group.name })}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <Suspense fallback={<Skeleton lines={3} />}>
          <Applicants groupId={group.id} />
        </Suspense>
      </Dialog>
    </>
  )
}

function Approve({ group }: { group: GroupSubject }) {
  const t = useWords(taskWords)
  const { run, isPending } = useGroupMoves()
  const [isDeclining, setDeclining] = useState(false)
  return (
    <>
      <Button size="s" variant="primary" isPending={isPending} onPress={() => void run('accept', group)}>
        {t('accept')}
      </Button>
      <Button size="s" onPress={() => setDeclining(true)}>
        {t('refuse')}
      </Button>
      <MoveDialog move={isDeclining ? 'decline' : null} group={group} onClose={() => setDeclining(false)} />
    </>
  )
}

function Activate({ group }: { group: GroupSubject }) {
  const t = useWords(taskWords)
  const { run, isPending } = useGroupMoves()
  const reason = group.allowedTransitions.includes('ACTIVE')
    ? undefined
    : t(group.lead === null ? 'needsLead' : 'needsCentres')
  return (
    <Button
      size="s"
      variant="primary"
      reason={reason}
      isPending={isPending}
      onPress={() => void run('activate', group)}
    >
      {t('activate')}
    </Button>
  )
}
