import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { useWords } from '@/i18n/useWords'
import { Banner } from '@/ui/Banner'
import { Button, LinkButton } from '@/ui/Button'
import { Section } from '@/ui/Section'
import { groupWords } from '../messages'
import type { GroupMove } from '../moves'
import { ClampedText } from './ClampedText'
import { JoinButton, LeaveButton } from './Joining'

export const groupNotice = graphql(`
  fragment GroupNotice on WorkingGroup {
    id
    name
    state
    admission
    centreCount
    closingNote
    lead {
      id
    }
    mergedInto {
      id
      name
    }
    viewerMembership {
      id
      state
    }
    allowedTransitions
    viewerCanEdit
    viewerCanJoin
    viewerCanLeave
    viewerCanAccept
  }
`)

type Noticed = ResultOf<typeof groupNotice>

export interface GroupNoticeProps {
  group: FragmentOf<typeof groupNotice>
  onMove: (move: GroupMove) => void
  isPending: boolean
}

/** What a group's state, or the viewer's place in it, asks or explains before all else. */
export function GroupNotice({ group, onMove, isPending }: GroupNoticeProps) {
  const it = readFragment(groupNotice, group)
  return (
    <>
      <StateNotice group={it} onMove={onMove} isPending={isPending} />
      <OwnNotice group={it} />
    </>
  )
}

function StateNotice({
  group,
  onMove,
  isPending,
}: {
  group: Noticed
  onMove: (move: GroupMove) => void
  isPending: boolean
}) {
  const t = useWords(groupWords)
  switch (group.state) {
    case 'REQUESTED':
      return group.viewerCanAccept ? (
        <Banner
          tone="signal"
          title={t('requestedTitle')}
          actions={
            <>
              <Button variant="primary" isPending={isPending} onPress={() => onMove('accept')}>
                {t('move.accept')}
              </Button>
              <Button onPress={() => onMove('decline')}>{t('move.decline')}</Button>
            </>
          }
        >
          {t('requestedText')}
        </Banner>
      ) : (
        <Banner title={t('requestedWait')}>{t('requestedText')}</Banner>
      )
    case 'FORMING':
      return (
        <Banner
          title={t('formingTitle')}
          actions={<Activate group={group} onMove={onMove} isPending={isPending} />}
        >
          {t('formingText')}
        </Banner>
      )
    case 'DORMANT':
      return (
        <Banner
          title={t('dormantTitle')}
          actions={
            group.allowedTransitions.includes('ACTIVE') ? (
              <Button isPending={isPending} onPress={() => onMove('wake')}>
                {t('move.wake')}
              </Button>
            ) : undefined
          }
        >
          {t('dormantText')}
        </Banner>
      )
    case 'MERGED':
      return group.mergedInto === null ? null : (
        <Banner
          title={t('mergedTitle', { name: group.mergedInto.name })}
          actions={<LinkButton href={addresses.group(group.mergedInto.id)}>{t('mergedGo')}</LinkButton>}
        >
          {t('mergedText')}
        </Banner>
      )
    case 'CLOSED':
    case 'ABANDONED':
    case 'DECLINED':
      return group.closingNote === '' ? null : (
        <Section title={t(`ended.${group.state}`)}>
          <ClampedText text={group.closingNote} most={900} />
        </Section>
      )
    default:
      return null
  }
}

/** Whoever steers the group sees the act, and what it still needs. */
function Activate({
  group,
  onMove,
  isPending,
}: {
  group: Noticed
  onMove: (move: GroupMove) => void
  isPending: boolean
}) {
  const t = useWords(groupWords)
  if (!group.viewerCanEdit) return null
  const reason = group.allowedTransitions.includes('ACTIVE')
    ? undefined
    : t(group.lead === null ? 'needsLead' : 'needsCentres')
  return (
    <Button variant="primary" reason={reason} isPending={isPending} onPress={() => onMove('activate')}>
      {t('move.activate')}
    </Button>
  )
}

/** An invitation to answer, a request that waits. */
function OwnNotice({ group }: { group: Noticed }) {
  const t = useWords(groupWords)
  const state = group.viewerMembership?.state
  if (state === 'INVITED' && group.viewerCanJoin)
    return (
      <Banner
        tone="signal"
        title={t('invitedTitle')}
        actions={
          <>
            <JoinButton group={group} isInvited />
            {group.viewerCanLeave ? <LeaveButton group={group} kind="decline" /> : null}
          </>
        }
      />
    )
  if (state === 'APPLIED')
    return (
      <Banner
        title={t('appliedTitle')}
        actions={group.viewerCanLeave ? <LeaveButton group={group} kind="takeBack" /> : undefined}
      />
    )
  return null
}
