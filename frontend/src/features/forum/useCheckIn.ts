import { useClient } from 'urql'
import { graphql } from '@/app/graphql'
import { enqueue, useIsHeldBack, useWaiting } from '@/app/outbox'
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

/** Whether the reader has said to be in the room of a session; without a network it waits to be told, and holds already. */
export function useCheckIn(topic: Pick<WallTopic, 'id' | 'title' | 'state' | 'occurrence'>): {
  isWaiting: boolean
  isHeldBack: boolean
  /** Who is there writes what the session gave, while it runs and after it: the server will say so once it knows. */
  willWrite: boolean
  enter: () => Promise<void>
} {
  const t = useWords(sessionWords)
  const client = useClient()
  const about = `check-in:${topic.id}`
  const isWaiting = useWaiting(about) !== undefined
  const isHeldBack = useIsHeldBack()
  return {
    isWaiting,
    isHeldBack: isWaiting && isHeldBack,
    willWrite: isWaiting && (topic.state === 'RUNNING' || topic.state === 'HELD'),
    enter: async () => {
      const { outcome } = await enqueue(client, {
        label: t('outboxCheckIn', { title: topic.title }),
        about,
        mutation: checkIn,
        input: { topicId: topic.id, occurrenceId: topic.occurrence?.id ?? null },
      })
      await tellRefusal(outcome)
    },
  }
}
