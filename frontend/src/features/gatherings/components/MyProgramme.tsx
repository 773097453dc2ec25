import { useQuery } from 'urql'
import { addresses } from '@/app/addresses'
import { graphql } from '@/app/graphql'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { EmptyState } from '@/ui/EmptyState'
import { Link } from '@/ui/Link'
import { Loaded } from '@/ui/Loaded'
import { Skeleton } from '@/ui/Skeleton'
import { daysOf } from '../agenda'
import { agendaWords } from '../agendaMessages'
import styles from './Agenda.module.css'
import { AgendaItemCard, type AgendaItem } from './AgendaItemCard'

const programmeQuery = graphql(`
  query MyProgramme($id: ID!) {
    gathering(id: $id) {
      id
      viewerTopics {
        id
        title
        occurrence {
          id
          state
          slot {
            id
            startsAt
            endsAt
          }
          space {
            id
            name
          }
        }
      }
    }
  }
`)

interface Session {
  id: string
  title: string
  startsAt: string
  endsAt: string
  room: string
}

/** What one person goes to: what is for everybody, what they kept, the sessions of the topics they convene or starred. */
export function MyProgramme({
  gatheringId,
  items,
  forumId,
}: {
  gatheringId: string
  items: readonly AgendaItem[]
  forumId?: string
}) {
  const t = useWords(agendaWords)
  const format = useFormat()
  const [result, again] = useQuery({ query: programmeQuery, variables: { id: gatheringId } })
  const mine = items.filter(
    ({ state, kind, viewerKeeps }) =>
      viewerKeeps || (state !== 'CANCELLED' && (kind === 'PLENARY' || kind === 'BREAK')),
  )
  return (
    <Loaded
      result={result}
      find={(data) => data.gathering}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      skeleton={<Skeleton lines={6} />}
    >
      {({ viewerTopics }) => {
        const sessions: Session[] = viewerTopics.flatMap(({ id, title, occurrence }) =>
          occurrence === null
            ? []
            : [
                {
                  id,
                  title,
                  startsAt: occurrence.slot.startsAt,
                  endsAt: occurrence.slot.endsAt,
                  room: occurrence.space.name,
                },
              ],
        )
        const days = daysOf<AgendaItem | Session>([...mine, ...sessions], (moment) => format.dayOf(moment))
        return days.length === 0 ? (
          <EmptyState title={t('mineNone')}>
            <p>{t('mineNoneText')}</p>
          </EmptyState>
        ) : (
          <div className={styles.days}>
            {days.map(({ day, items: timed }) => (
              <section key={day} className={styles.day}>
                <h3 className={styles.title}>{format.date(day, 'weekday')}</h3>
                <ol className={styles.items}>
                  {timed.map((item) =>
                    'kind' in item ? (
                      <AgendaItemCard key={item.id} item={item} forumId={forumId} />
                    ) : (
                      <SessionLine key={item.id} session={item} />
                    ),
                  )}
                </ol>
              </section>
            ))}
            <p>
              <Link href={`${addresses.profile()}?onglet=agenda`}>{t('calendarAll')}</Link>
            </p>
          </div>
        )
      }}
    </Loaded>
  )
}

function SessionLine({ session }: { session: Session }) {
  const t = useWords(agendaWords)
  const format = useFormat()
  return (
    <li className={styles.item}>
      <p className={styles.time}>
        <time dateTime={session.startsAt}>{format.date(session.startsAt, 'time')}</time>
        <span className={styles.until}>{format.date(session.endsAt, 'time')}</span>
      </p>
      <div className={styles.text}>
        <p className={styles.name}>
          <Link href={addresses.topic(session.id)}>{session.title}</Link>
        </p>
        <p className={styles.facts}>
          <span>{t('session')}</span>
          <span>{session.room}</span>
        </p>
      </div>
    </li>
  )
}
