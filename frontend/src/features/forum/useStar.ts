import { useClient } from 'urql'
import { graphql } from '@/app/graphql'
import { enqueue, useOutbox, type Pending } from '@/app/outbox'
import { useViewer } from '@/app/session'
import { useWords } from '@/i18n/useWords'
import { wallWords } from './wallMessages'

const starTopic = graphql(`
  mutation StarTopic($input: StarTopicInput!) {
    starTopic(input: $input) {
      topic {
        id
        starCount
        viewerStarred
      }
    }
  }
`)

const unstarTopic = graphql(`
  mutation UnstarTopic($input: UnstarTopicInput!) {
    unstarTopic(input: $input) {
      topic {
        id
        starCount
        viewerStarred
      }
    }
  }
`)

export interface Starred {
  id: string
  title: string
  starCount: number
  viewerStarred: boolean
}

/** What a waiting write would make of a topic's star; undefined when it is about something else. */
function wanted(write: Pending, viewerId: string, topicId: string): boolean | undefined {
  if (write.viewerId !== viewerId || write.input.topicId !== topicId) return undefined
  if (write.mutation.includes('unstarTopic(')) return false
  return write.mutation.includes('starTopic(') ? true : undefined
}

/**
 * The reader's star on a topic, as it will be once what waits on this device has been sent: it answers at once, and a room
 * without network loses no star.
 */
export function useStar(topic: Starred): {
  isStarred: boolean
  count: number
  isWaiting: boolean
  toggle: () => void
} {
  const t = useWords(wallWords)
  const client = useClient()
  const viewer = useViewer()
  const { waiting } = useOutbox()
  const last = waiting
    .map((write) => wanted(write, viewer.id, topic.id))
    .findLast((wish) => wish !== undefined)
  const isStarred = last ?? topic.viewerStarred
  return {
    isStarred,
    count: topic.starCount + Number(isStarred) - Number(topic.viewerStarred),
    isWaiting: last !== undefined,
    toggle: () =>
      void enqueue(client, {
        viewerId: viewer.id,
        label: t(isStarred ? 'outboxUnstar' : 'outboxStar', { title: topic.title }),
        mutation: isStarred ? unstarTopic : starTopic,
        input: { topicId: topic.id },
      }),
  }
}
