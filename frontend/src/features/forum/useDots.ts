import { useClient } from 'urql'
import { graphql } from '@/app/graphql'
import { enqueue, useIsHeldBack, useOutbox, usePressed, type Pending } from '@/app/outbox'
import { tellRefusal } from '@/app/refusal'
import { useWords } from '@/i18n/useWords'
import { sessionWords } from './sessionMessages'

const castDots = graphql(`
  mutation CastDots($input: CastDotsInput!) {
    castDots(input: $input) {
      topic {
        id
        viewerDots
      }
      forum {
        id
        viewerDotsUsed
      }
    }
  }
`)

interface Voting {
  id: string
  dotsPerPerson: number
  viewerDotsUsed: number
  /** What the dots of the reader's centre leave for one more; null where centres have no bound. */
  viewerCentreDotsLeft: number | null
}

interface Voted {
  id: string
  title: string
  viewerDots: number
}

const about = (topicId: string) => `dots:${topicId}`

/** How many more dots a waiting write puts than are there already, as far as the topic is known here. */
function more({ about: what, wish, was }: Pending, topics: readonly Voted[]): number {
  const topic = topics.find(({ id }) => what === about(id))
  return Number(wish) - (topic?.viewerDots ?? Number(was))
}

/** How many dots the reader has left in a forum, of their own and of their centre's, once what waits on this device has been sent. */
export function useDotsLeft(
  forum: Voting,
  topics: readonly Voted[],
): { own: number; ofCentre: number | null; left: number } {
  const waiting = useOutbox().waiting.filter(
    (write) => write.within === forum.id && write.about?.startsWith(about('')) === true,
  )
  const put = waiting.reduce((sum, write) => sum + more(write, topics), 0)
  const own = Math.max(0, forum.dotsPerPerson - forum.viewerDotsUsed - put)
  const ofCentre = forum.viewerCentreDotsLeft === null ? null : Math.max(0, forum.viewerCentreDotsLeft - put)
  return { own, ofCentre, left: Math.min(own, ofCentre ?? own) }
}

/** The reader's dots on a topic, as they will be once sent: they are seen where they are put, and wait for the network. */
export function useDots(
  topic: Voted,
  forumId: string,
): { dots: number; isHeldBack: boolean; add: (step: 1 | -1) => Promise<void> } {
  const t = useWords(sessionWords)
  const client = useClient()
  const { waiting } = useOutbox()
  const isHeldBack = useIsHeldBack()
  const write = waiting.findLast(({ about: what }) => what === about(topic.id))
  const { now: dots, last, press } = usePressed(write === undefined ? topic.viewerDots : Number(write.wish))
  return {
    dots,
    isHeldBack: isHeldBack && write !== undefined,
    add: async (step) => {
      const count = Math.max(0, last() + step)
      const sent = enqueue(client, {
        label: t('outboxDots', { title: topic.title, count }),
        about: about(topic.id),
        within: forumId,
        wish: count,
        was: topic.viewerDots,
        mutation: castDots,
        input: { topicId: topic.id, count },
      })
      await tellRefusal(press(count, sent))
    },
  }
}
