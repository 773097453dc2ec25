import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { addresses } from '@/app/addresses'
import { useViewer } from '@/app/session'
import { useStates } from '@/app/states'
import { AddToCalendar } from '@/features/gatherings/components/AddToCalendar'
import { useFormat } from '@/i18n/useFormat'
import { useWords } from '@/i18n/useWords'
import { Button, LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Row } from '@/ui/Layout'
import { Link } from '@/ui/Link'
import { Section } from '@/ui/Section'
import { StatePill } from '@/ui/StatePill'
import { minutesTo, promptMinutes } from '../closing'
import { inSessions } from '../board'
import { boardWords } from '../boardMessages'
import { sessionWords } from '../sessionMessages'
import type { Topic } from '../topic'
import { topicWords } from '../topicMessages'
import { useNow } from '../useNow'
import { useSlotTime } from '../useSlotTime'
import { JoinCode } from './JoinCode'
import { SessionActs } from './SessionActs'
import styles from './SessionSection.module.css'

/** Where and when the topic is worked on, how long is left, who is there. */
export function SessionSection({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const say = useStates()
  const { occurrence } = topic
  const isOver = topic.state === 'WITHDRAWN' || topic.state === 'MERGED' || topic.state === 'POSTPONED'
  if (occurrence === null) {
    return isOver ? null : (
      <Section title={t('session')}>
        <EmptyState title={t('notPlaced')} action={<PlaceLink topic={topic} />}>
          <p>{t('notPlacedText')}</p>
        </EmptyState>
      </Section>
    )
  }
  return (
    <Section title={t('session')}>
      <div className={styles.session}>
        <div className={styles.head}>
          <Where topic={topic} />
          <StatePill {...say('Occurrence', occurrence.state)} />
        </div>
        <Countdown topic={topic} />
        <Traces topic={topic} />
        <Row>
          <SessionActs topic={topic} isOwnPage />
          <PlaceLink topic={topic} />
          {occurrence.state === 'ENDED' ? null : (
            <AddToCalendar address={addresses.calendarSession(occurrence.id)} title={topic.title} />
          )}
          {topic.viewerCanStart || topic.viewerCanHold ? <JoinCode topicId={topic.id} /> : null}
        </Row>
        <Participants topic={topic} />
        <OtherSessions topic={topic} />
      </div>
    </Section>
  )
}

function Where({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const format = useFormat()
  const slotTime = useSlotTime()
  const { occurrence } = topic
  if (occurrence === null) return null
  return (
    <p className={styles.where}>
      <strong>{occurrence.space.name}</strong>
      <span>
        {format.date(occurrence.slot.startsAt, 'weekday')}, {slotTime(occurrence.slot)}
      </span>
      <span className={styles.note}>{t('seats', { count: occurrence.space.capacity })}</span>
    </p>
  )
}

/** What is left of a session that runs, or how soon one begins; nothing about those that are far. */
function Countdown({ topic }: { topic: Topic }) {
  const t = useWords(sessionWords)
  const now = useNow()
  const { occurrence } = topic
  if (occurrence === null) return null
  const left = minutesTo(occurrence.slot.endsAt, now)
  const until = minutesTo(occurrence.slot.startsAt, now)
  if (topic.state === 'RUNNING' && until === 0) {
    if (left <= promptMinutes && topic.viewerCanWriteHarvest) {
      return (
        <div className={styles.prompt}>
          <p className={styles.countdown}>{t('promptNow', { count: left })}</p>
          <LinkButton size="s" variant="signal" href="#recolte">
            {t('promptGo')}
          </LinkButton>
        </div>
      )
    }
    return <p className={styles.countdown}>{t('left', { count: left })}</p>
  }
  if (topic.state === 'SCHEDULED' && until > 0 && until < 120)
    return <p className={styles.countdown}>{t('startsIn', { count: until })}</p>
  return null
}

/** A topic that is held several times: its other sessions, each with what can be done there. */
function OtherSessions({ topic }: { topic: Topic }) {
  const t = useWords(boardWords)
  const tTopic = useWords(topicWords)
  const say = useStates()
  const format = useFormat()
  const slotTime = useSlotTime()
  const standing = topic.occurrences
    .filter(({ state }) => state !== 'MOVED' && state !== 'CANCELLED')
    .toSorted((a, b) => a.slot.startsAt.localeCompare(b.slot.startsAt))
  const others = inSessions({ ...topic, sessions: standing }).filter(
    ({ occurrence }) => occurrence?.id !== topic.occurrence?.id,
  )
  if (standing.length < 2) return null
  return (
    <div className={styles.people}>
      <h3 className={styles.peopleTitle}>{t('otherSessions')}</h3>
      <ul className={styles.others}>
        {others.map((other) => {
          const session = standing.find(({ id }) => id === other.occurrence?.id)!
          return (
            <li key={session.id} className={styles.other}>
              <span>
                {tTopic('placedWhere', { space: session.space.name, slot: slotTime(session.slot) })}
                <span className={styles.note}>
                  {' '}
                  {format.date(session.slot.startsAt, 'weekday')} ·{' '}
                  {t('participants', { count: session.participantCount })}
                </span>
              </span>
              <StatePill {...say('Occurrence', session.state)} />
              <Row>
                <SessionActs topic={other} isOwnPage />
                {session.state === 'ENDED' ? null : (
                  <AddToCalendar
                    address={addresses.calendarSession(session.id)}
                    title={`${topic.title}, ${slotTime(session.slot)}`}
                  />
                )}
              </Row>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Where it was to be before it was moved: nobody waits in the wrong room. */
function Traces({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const slotTime = useSlotTime()
  const traces = topic.occurrences.filter(({ state }) => state === 'MOVED' || state === 'CANCELLED')
  if (traces.length === 0) return null
  return (
    <ul className={styles.traces}>
      {traces.map((trace) => (
        <li key={trace.id}>
          {t(trace.state === 'MOVED' ? 'trace' : 'traceCancelled', {
            where: t('placedWhere', { space: trace.space.name, slot: slotTime(trace.slot) }),
          })}
        </li>
      ))}
    </ul>
  )
}

function PlaceLink({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const viewer = useViewer()
  if (topic.viewerCanPlace) {
    return (
      <LinkButton
        icon={<MapPin aria-hidden="true" />}
        href={`${addresses.forum(topic.forum.id)}?vue=tableau&placer=${topic.id}`}
      >
        {t(topic.occurrence === null ? 'place' : 'move')}
      </LinkButton>
    )
  }
  const isMine = topic.convener?.id === viewer.staffMember.id
  const isEarly = topic.forum.phase === 'PREPARATION' || topic.forum.phase === 'COLLECTION'
  return isMine && isEarly ? <Button reason={t('boardLater')}>{t('place')}</Button> : null
}

/** How many names are read at a glance; the others are asked for. */
const few = 9

function Participants({ topic }: { topic: Topic }) {
  const t = useWords(topicWords)
  const [isAll, setAll] = useState(false)
  const { occurrence } = topic
  if (occurrence === null || topic.state === 'SCHEDULED') return null
  const hidden = occurrence.participantCount - occurrence.participants.length
  const folds = occurrence.participants.length > few + 2 && !isAll
  return (
    <div className={styles.people}>
      <h3 className={styles.peopleTitle}>
        {t('participants')} <span className={styles.note}>{occurrence.participantCount}</span>
        {topic.state === 'RUNNING' ? (
          <span className={styles.note}>, {t('hereNow', { count: occurrence.hereCount })}</span>
        ) : null}
      </h3>
      {occurrence.participants.length === 0 ? (
        <p className={styles.note}>{t('participantsNone')}</p>
      ) : (
        <ul className={styles.names}>
          {(folds ? occurrence.participants.slice(0, few) : occurrence.participants).map((person) => (
            <li key={person.id}>
              <Link href={addresses.person(person.id)} quiet>
                {person.name}
              </Link>
              {person.centre === null ? null : (
                <span className={styles.note}> {person.centre.shortName}</span>
              )}
            </li>
          ))}
          {hidden > 0 && !folds ? <li className={styles.note}>{t('others', { count: hidden })}</li> : null}
        </ul>
      )}
      {folds ? (
        <div>
          <Button size="s" onPress={() => setAll(true)}>
            {t('all', { count: occurrence.participantCount })}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
