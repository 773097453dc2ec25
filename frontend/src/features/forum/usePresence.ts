import { useClient } from 'urql'
import { graphql } from '@/app/graphql'
import { enqueue, useIsHeldBack, useOutbox } from '@/app/outbox'
import { tellRefusal } from '@/app/refusal'
import { useWords } from '@/i18n/useWords'
import { topicSessions, wallTopic, type WallTopic } from './forum'
import { sessionWords } from './sessionMessages'

const checkIn = graphql(
  `
    mutation CheckIn($input: CheckInInput!) {
      checkIn(input: $input) {
        topic {
          ...WallTopic
          ...TopicSessions
          occurrence {
            id
            participants {
              id
              name
            }
          }
        }
      }
    }
  `,
  [wallTopic, topicSessions],
)

const checkOut = graphql(
  `
    mutation CheckOut($input: CheckOutInput!) {
      checkOut(input: $input) {
        topic {
          ...WallTopic
        }
      }
    }
  `,
  [wallTopic],
)

/** Where the reader is, as they last said: what waits on this device for the network holds already. */
export interface Presence {
  isIn: boolean
  /** What they last said has not reached the server. */
  isHeldBack: boolean
  /** Who is there writes what the session gave, while it runs and after it: the server will say so once it knows. */
  willWrite: boolean
  enter: () => Promise<void>
  leave: () => Promise<void>
}

/** Whether the reader is in the room of a session, and how they come and go: the server hears it in the order in which it was. */
export function usePresence(topic: Pick<WallTopic, 'id' | 'title' | 'state' | 'occurrence'>): Presence {
  const t = useWords(sessionWords)
  const client = useClient()
  const { id: topicId, title, occurrence } = topic
  // A topic may have several sessions: one is in the room of one of them.
  const coming = `check-in:${occurrence?.id ?? topicId}`
  const going = `check-out:${topicId}`
  const mine = useOutbox().waiting.filter(({ within }) => within === topicId)
  const last = mine.findLast(({ about }) => about === coming || about === going)
  const isLate = useIsHeldBack()
  return {
    isIn: last === undefined ? occurrence?.viewerCheckedIn === true : last.about === coming,
    isHeldBack: last !== undefined && isLate,
    willWrite:
      mine.some(({ about }) => about?.startsWith('check-in:')) &&
      (topic.state === 'RUNNING' || topic.state === 'HELD'),
    enter: async () => {
      const { outcome } = await enqueue(client, {
        label: t('outboxCheckIn', { title }),
        about: coming,
        within: topicId,
        mutation: checkIn,
        input: { topicId, occurrenceId: occurrence?.id ?? null },
      })
      await tellRefusal(outcome)
    },
    leave: async () => {
      const { outcome } = await enqueue(client, {
        label: t('outboxCheckOut', { title }),
        about: going,
        within: topicId,
        mutation: checkOut,
        input: { topicId },
      })
      await tellRefusal(outcome)
    },
  }
}
