import { useEffect, useState } from 'react'
import { addresses } from '@/app/addresses'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Link } from '@/ui/Link'
import { Pill } from '@/ui/Pill'
import { daysOf, markOf } from '../agenda'
import { gatheringWords } from '../messages'
import styles from './Agenda.module.css'

export const agendaItem = graphql(`
  fragment AgendaItem on AgendaItem {
    id
    title
    kind
    startsAt
    endsAt
    speaker
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
  }
`)

type Item = ResultOf<typeof agendaItem>

export interface AgendaProps {
  items: readonly FragmentOf<typeof agendaItem>[]
  /** Where the item of the barcamp leads. */
  gatheringId: string
  /** Where the item of the forum leads. */
  forumId?: string
}

/** The programme, day by day, in the place's own time; what is on now is marked. */
export function Agenda({ items, gatheringId, forumId }: AgendaProps) {
  const t = useWords(gatheringWords)
  const format = useFormat()
  const now = useMinute()
  const agenda = items.map((item) => readFragment(agendaItem, item))
  if (agenda.length === 0) return <p>{t('agendaNone')}</p>
  const marks = markOf(agenda, now)
  return (
    <div className={styles.days}>
      {daysOf(agenda, (moment) => format.dayOf(moment)).map(({ day, items: timed }) => (
        <section key={day} className={styles.day}>
          <h3 className={styles.title}>{format.date(day, 'weekday')}</h3>
          <ol className={styles.items}>
            {timed.map((item) => {
              const mark = marks.get(item.id)
              return (
                <li key={item.id} className={styles.item} data-kind={item.kind} data-mark={mark}>
                  <p className={styles.time}>
                    <time dateTime={item.startsAt}>{format.date(item.startsAt, 'time')}</time>
                    <span className={styles.until}>{format.date(item.endsAt, 'time')}</span>
                  </p>
                  <div className={styles.text}>
                    <p className={styles.name}>
                      <ItemTitle item={item} gatheringId={gatheringId} forumId={forumId} />
                    </p>
                    <p className={styles.facts}>
                      {mark === undefined ? null : <Pill tone="signal">{t(mark)}</Pill>}
                      {item.kind === 'BREAK' ? null : <span>{t(`kind.${item.kind}`)}</span>}
                      {item.space === null ? null : <span>{item.space.name}</span>}
                      {item.speaker === '' ? null : <span>{item.speaker}</span>}
                      {item.stage?.questionsOpen ? <Pill tone="accent">{t('questionsOpen')}</Pill> : null}
                    </p>
                  </div>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** An item leads where it takes place: to its forum, to the wall of its barcamp, or to the questions asked during it. */
function ItemTitle({ item, gatheringId, forumId }: { item: Item; gatheringId: string; forumId?: string }) {
  const { stage } = item
  if (item.kind === 'FORUM' && forumId !== undefined)
    return <Link href={addresses.forum(forumId)}>{item.title}</Link>
  if (item.kind === 'BARCAMP') return <Link href={addresses.barcamp(gatheringId)}>{item.title}</Link>
  if (stage !== null && (stage.takesQuestions || stage.viewerCanRun))
    return <Link href={addresses.stage(stage.id)}>{item.title}</Link>
  return item.title
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const minute = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(minute)
  }, [])
  return now
}
