import { CalendarDays, MessageSquareText, UsersRound } from 'lucide-react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { useStates } from '@/app/states'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Card, CardMeta, CardTitle } from '@/ui/Card'
import { PersonLine } from '@/ui/PersonLine'
import { Pill } from '@/ui/Pill'
import { RelativeTime } from '@/ui/RelativeTime'
import { StatePill } from '@/ui/StatePill'
import { groupWords } from '../messages'
import styles from './GroupCard.module.css'
import { GroupHealth, groupHealth, isAtWork } from './GroupHealth'

export const groupCard = graphql(
  `
    fragment GroupCard on WorkingGroup {
      id
      name
      purpose
      state
      memberCount
      centreCount
      createdAt
      lead {
        id
        staffMember {
          id
          name
          centre {
            id
            shortName
          }
        }
      }
      nextMilestone {
        id
        title
        dueOn
        overdue
      }
      lastUpdate {
        id
        createdAt
      }
      viewerMembership {
        id
        state
        role
      }
      ...GroupHealth
    }
  `,
  [groupHealth],
)

export type GroupSummary = ResultOf<typeof groupCard>

/** A group on a card: what it is for, who carries it, how it is doing, what comes next. */
export function GroupCard({ group, level = 2 }: { group: FragmentOf<typeof groupCard>; level?: 2 | 3 }) {
  const t = useWords(groupWords)
  const say = useStates()
  const it = readFragment(groupCard, group)
  return (
    <Card as="li">
      <CardMeta>
        <StatePill {...say('WorkingGroup', it.state)} />
        <GroupHealth group={it} />
        <ViewerPart membership={it.viewerMembership} />
      </CardMeta>
      <CardTitle href={addresses.group(it.id)} level={level}>
        {it.name}
      </CardTitle>
      <p className={styles.purpose}>{it.purpose}</p>
      <ul className={styles.facts}>
        <li>
          <UsersRound aria-hidden="true" />
          {t('size', { people: it.memberCount, centres: it.centreCount })}
        </li>
        {isAtWork(it.state) ? (
          <li>
            <CalendarDays aria-hidden="true" />
            <NextMilestone milestone={it.nextMilestone} />
          </li>
        ) : null}
        <li>
          <MessageSquareText aria-hidden="true" />
          <LastNews update={it.lastUpdate} />
        </li>
      </ul>
      <div className={styles.lead}>
        {it.lead === null ? (
          <span className={styles.nobody}>{t('ledBy', { who: t('noLead') })}</span>
        ) : (
          <PersonLine
            size="s"
            name={it.lead.staffMember.name}
            detail={it.lead.staffMember.centre?.shortName}
          />
        )}
      </div>
    </Card>
  )
}

/** What the viewer is in a group, when they are something. */
export function ViewerPart({ membership }: { membership: GroupSummary['viewerMembership'] }) {
  const t = useWords(groupWords)
  switch (membership?.state) {
    case 'MEMBER':
      return <Pill tone="accent">{t(membership.role === 'LEAD' ? 'mine.LEAD' : 'mine.MEMBER')}</Pill>
    case 'INVITED':
      return <Pill tone="signal">{t('mine.INVITED')}</Pill>
    case 'APPLIED':
      return <Pill>{t('mine.APPLIED')}</Pill>
    default:
      return null
  }
}

/** The next step and its day. */
export function NextMilestone({ milestone }: { milestone: GroupSummary['nextMilestone'] }) {
  const t = useWords(groupWords)
  const format = useFormat()
  if (milestone === null) return <span className={styles.quiet}>{t('noNext')}</span>
  return (
    <span className={styles.next}>
      {milestone.dueOn === null ? null : (
        <span className={milestone.overdue ? styles.overdue : styles.day}>
          {format.date(milestone.dueOn, 'dayShort')}
          {milestone.overdue ? ` (${t('overdue')})` : ''}
        </span>
      )}{' '}
      {milestone.title}
    </span>
  )
}

/** When the group last told something. `bare` where a heading already says what it is. */
export function LastNews({ update, bare = false }: { update: GroupSummary['lastUpdate']; bare?: boolean }) {
  const t = useWords(groupWords)
  if (update === null) return <span className={styles.quiet}>{t('noNews')}</span>
  return (
    <span>
      {bare ? null : `${t('newsAt')} `}
      <RelativeTime at={update.createdAt} />
    </span>
  )
}
