import { graphql, readFragment, type FragmentOf } from '@/app/graphql'
import { HealthPill, type Health } from '@/ui/HealthPill'
import { RelativeTime } from '@/ui/RelativeTime'
import { EventIcon } from './EventIcon'
import styles from './EventLine.module.css'
import { EventSentence, eventSentence } from './EventSentence'

/** What an EventLine shows of a fact: to be spread in any query of events. */
export const eventLine = graphql(
  `
    fragment EventLine on Event {
      id
      at
      verb
      to
      excerpt
      actor {
        id
      }
      ...EventSentence
    }
  `,
  [eventSentence],
)

/** Facts whose first words are prose, read under the sentence; those of the others are part of it. */
export const quoted: ReadonlySet<string> = new Set([
  'GATHERING_CANCELLED',
  'AGENDA_PUBLISHED',
  'LIVE_QUESTION_ANSWERED',
  'CONTRIBUTION_ANSWERED',
  'ANSWER_ACCEPTED',
  'FORUM_MOVED',
  'HARVEST_WRITTEN',
  'GROUP_OPENED',
  'GROUP_REQUESTED',
  'GROUP_DECLINED',
  'GROUP_CLOSED',
  'GROUP_ABANDONED',
  'UPDATE_POSTED',
  'UPDATE_CORRECTED',
  'COMMITMENT_DECLINED',
  'COMMITMENT_WITHDRAWN',
  'PROJECT_SUSPENDED',
  'PROJECT_COMPLETED',
  'PROJECT_ABANDONED',
  'STATUS_REPORTED',
])

/** Facts that say how their author sees things. */
const felt = new Set(['UPDATE_POSTED', 'UPDATE_CORRECTED', 'STATUS_REPORTED'])

export interface EventLineProps {
  event: FragmentOf<typeof eventLine>
  /** The object whose page this is. */
  about?: string
}

/** One fact of the journal: its picture, its sentence, when, and the first words of what was written. */
export function EventLine({ event, about }: EventLineProps) {
  const fact = readFragment(eventLine, event)
  return (
    <div className={styles.line}>
      <span className={styles.mark}>
        <EventIcon verb={fact.verb} />
      </span>
      <div className={styles.text}>
        <p className={styles.sentence}>
          <EventSentence event={fact} about={about} />
        </p>
        <div className={styles.foot}>
          <RelativeTime at={fact.at} />
          {felt.has(fact.verb) && fact.to !== null ? <HealthPill health={fact.to as Health} /> : null}
        </div>
        {quoted.has(fact.verb) && fact.excerpt !== '' ? (
          <blockquote className={styles.quote}>{fact.excerpt}</blockquote>
        ) : null}
      </div>
    </div>
  )
}
