import { addresses } from '@/app/addresses'
import { useMaybeViewer } from '@/app/session'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { agendaWords } from '../agendaMessages'
import type { Cell } from '../agenda'
import { gatheringWords } from '../messages'
import { useMinute } from './useMinute'
import styles from './Agenda.module.css'
import { AddToCalendar } from './AddToCalendar'
import { KeepButton, keepButton } from './KeepButton'

export const agendaItem = graphql(
  `
    fragment AgendaItem on AgendaItem {
      id
      title
      kind
      startsAt
      endsAt
      speaker
      description
      state
      formerStartsAt
      formerSpace
      capacity
      keptCount
      viewerKeeps
      space {
        id
        name
      }
      stage {
        id
        takesQuestions
        questionsOpen
        viewerCanRun
      }
      gathering {
        id
      }
      ...KeepButton
    }
  `,
  [keepButton],
)

export type AgendaItem = ResultOf<typeof agendaItem>

export function readItems(items: readonly FragmentOf<typeof agendaItem>[]): AgendaItem[] {
  return items.map((item) => readFragment(agendaItem, item))
}

export interface AgendaItemCardProps {
  item: AgendaItem
  mark?: 'now' | 'next'
  cell?: Cell
  /** Where the item of the forum leads. */
  forumId?: string
}

/** One item of the programme: when, what, where, by whom, and whether one keeps it. */
export function AgendaItemCard({ item, mark, cell, forumId }: AgendaItemCardProps) {
  const t = useWords(gatheringWords)
  const tAgenda = useWords(agendaWords)
  const format = useFormat()
  const now = useMinute()
  const isCancelled = item.state === 'CANCELLED'
  return (
    <li
      className={styles.item}
      data-kind={item.kind}
      data-mark={mark}
      data-state={item.state}
      style={cell === undefined ? undefined : { gridColumn: cell.column, gridRow: cell.row }}
    >
      <p className={styles.time}>
        <time dateTime={item.startsAt}>{format.date(item.startsAt, 'time')}</time>
        <span className={styles.until}>{format.date(item.endsAt, 'time')}</span>
      </p>
      <div className={styles.text}>
        <p className={styles.name}>
          <ItemTitle item={item} forumId={forumId} />
        </p>
        <p className={styles.facts}>
          {isCancelled ? <Pill tone="danger">{tAgenda('cancelled')}</Pill> : null}
          {item.state === 'MOVED' ? <Pill tone="signal">{tAgenda('moved')}</Pill> : null}
          {mark === undefined ? null : <Pill tone="signal">{t(mark)}</Pill>}
          {item.kind === 'BREAK' ? null : <span>{t(`kind.${item.kind}`)}</span>}
          {item.space === null ? null : <span className={styles.place}>{item.space.name}</span>}
          {item.speaker === '' ? null : <span>{item.speaker}</span>}
          {item.stage?.questionsOpen ? <Pill tone="accent">{t('questionsOpen')}</Pill> : null}
          {item.capacity === null || isCancelled ? null : (
            <span>{tAgenda('places', { count: item.capacity })}</span>
          )}
          {item.keptCount === 0 || isCancelled ? null : (
            <span>{tAgenda('keptBy', { count: item.keptCount })}</span>
          )}
        </p>
        {item.state === 'MOVED' && item.formerStartsAt !== null ? (
          <p className={styles.trace}>
            {tAgenda('formerly', {
              time: format.date(item.formerStartsAt, 'time'),
              room: item.formerSpace === '' ? 'none' : 'some',
              place: item.formerSpace,
            })}
          </p>
        ) : null}
        {item.description === '' ? null : (
          <details className={styles.more}>
            <summary>{tAgenda('more')}</summary>
            <p>{item.description}</p>
          </details>
        )}
        <div className={styles.acts}>
          <KeepButton item={item} />
          {isCancelled || item.kind === 'BREAK' || Date.parse(item.endsAt) < now ? null : (
            <AddToCalendar address={addresses.calendarItem(item.id)} title={item.title} />
          )}
        </div>
      </div>
    </li>
  )
}

/** An item leads where it takes place: to its forum, to the wall of its barcamp, or to the questions asked during it. */
function ItemTitle({ item, forumId }: { item: AgendaItem; forumId?: string }) {
  const viewer = useMaybeViewer()
  const { stage } = item
  if (viewer === null || item.state === 'CANCELLED') return item.title
  if (item.kind === 'FORUM' && forumId !== undefined)
    return <Link href={addresses.forum(forumId)}>{item.title}</Link>
  if (item.kind === 'BARCAMP') return <Link href={addresses.barcamp(item.gathering.id)}>{item.title}</Link>
  if (stage !== null && (stage.takesQuestions || stage.viewerCanRun))
    return <Link href={addresses.stage(stage.id)}>{item.title}</Link>
  return item.title
}
