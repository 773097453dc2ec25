import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { graphql } from '@/app/graphql'
import { useAct } from '@/app/mutate'
import { useWords } from '@/i18n/useWords'
import { Button, type ButtonVariant } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { notify } from '@/ui/Toast'
import { groupWords } from '../messages'

const joinMutation = graphql(`
  mutation JoinGroup($input: JoinWorkingGroupInput!) {
    joinWorkingGroup(input: $input) {
      workingGroup {
        id
        memberCount
      }
      membership {
        id
        state
      }
    }
  }
`)

const leaveMutation = graphql(`
  mutation LeaveGroup($input: LeaveWorkingGroupInput!) {
    leaveWorkingGroup(input: $input) {
      workingGroup {
        id
        memberCount
      }
    }
  }
`)

interface Joinable {
  id: string
  name: string
  admission: 'OPEN' | 'ON_APPROVAL'
}

export interface JoinButtonProps {
  group: Joinable
  /** Who is invited comes in at once, however the group admits people. */
  isInvited?: boolean
  size?: 's' | 'm'
}

/** Joins a group, or asks to. */
export function JoinButton({ group, isInvited = false, size }: JoinButtonProps) {
  const t = useWords(groupWords)
  const [act, { isPending }] = useAct(joinMutation)
  const join = async () => {
    const done = await act({ workingGroupId: group.id })
    if (!done.ok) return
    const applied = done.data.joinWorkingGroup?.membership?.state === 'APPLIED'
    notify({ tone: 'good', text: t(applied ? 'applied' : 'joined', { name: group.name }) })
  }
  return (
    <Button
      variant="primary"
      size={size}
      icon={<UserPlus aria-hidden="true" />}
      isPending={isPending}
      onPress={() => void join()}
    >
      {t(group.admission === 'OPEN' || isInvited ? 'join' : 'apply')}
    </Button>
  )
}

const words = {
  leave: { button: 'leave', said: 'left' },
  decline: { button: 'decline', said: 'declined' },
  takeBack: { button: 'takeBack', said: 'takenBack' },
} as const

export interface LeaveButtonProps {
  group: { id: string; name: string }
  /** Leaves a group one is in, turns an invitation down, takes a request back: one act of the server. */
  kind: keyof typeof words
  size?: 's' | 'm'
  variant?: ButtonVariant
  /** Why one cannot yet. */
  reason?: string
}

/** Leaves a group, in each of the ways of leaving. Leaving for good asks once more. */
export function LeaveButton({ group, kind, size, variant, reason }: LeaveButtonProps) {
  const t = useWords(groupWords)
  const [act, { isPending }] = useAct(leaveMutation)
  const [isAsking, setAsking] = useState(false)
  const leave = async () => {
    const done = await act({ workingGroupId: group.id })
    setAsking(false)
    if (done.ok) notify({ tone: 'good', text: t(words[kind].said, { name: group.name }) })
  }
  return (
    <>
      <Button
        size={size}
        variant={variant}
        reason={reason}
        isPending={isPending}
        onPress={() => (kind === 'leave' ? setAsking(true) : void leave())}
      >
        {t(words[kind].button)}
      </Button>
      <ConfirmDialog
        title={t('leave')}
        confirm={t('leave')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void leave()}
        isPending={isPending}
      >
        <p>{t('leaveText')}</p>
      </ConfirmDialog>
    </>
  )
}
