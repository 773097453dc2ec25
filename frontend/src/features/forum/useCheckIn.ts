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
  // A topic may have several sessions: one is in the room of one of them.
  const about = `check-in:${topic.occurrence?.id ?? topic.id}`
  const { waiting } = useOutbox()
  const mine = waiting.filter((write) => write.within === topic.id && write.about?.startsWith('check-in:'))
  const isWaiting = mine.some((write) => write.about === about)
  const isHeldBack = useIsHeldBack()
  return {
    isWaiting,
    isHeldBack: isWaiting && isHeldBack,
    willWrite: mine.length > 0 && (topic.state === 'RUNNING' || topic.state === 'HELD'),
    enter: async () => {
      const { outcome } = await enqueue(client, {
        label: t('outboxCheckIn', { title: topic.title }),
        about,
        within: topic.id,
        mutation: checkIn,
        input: { topicId: topic.id, occurrenceId: topic.occurrence?.id ?? null },
      })
      await tellRefusal(outcome)
    },
  }
}
