import { useClient } from 'urql'
import { graphql } from '@/app/graphql'
import { enqueue, useOutbox, type Pending } from '@/app/outbox'
import { useViewer } from '@/app/session'
import { firstWords } from '@/i18n/firstWords'
import { useWords } from '@/i18n/useWords'
import type { Question } from './question'
import { questionWords } from './questionMessages'

const upvoteMutation = graphql(`
  mutation UpvoteLiveQuestion($input: UpvoteLiveQuestionInput!) {
    upvoteLiveQuestion(input: $input) {
      liveQuestion {
        id
        voteCount
        viewerVoted
      }
    }
  }
`)

const unvoteMutation = graphql(`
  mutation UnvoteLiveQuestion($input: UnvoteLiveQuestionInput!) {
    unvoteLiveQuestion(input: $input) {
      liveQuestion {
        id
        voteCount
        viewerVoted
      }
    }
  }
`)

export type Voted = Pick<Question, 'id' | 'text' | 'voteCount' | 'viewerVoted'>

/** What a waiting write would make of a question's vote; undefined when it is about something else. */
function wanted(write: Pending, viewerId: string, questionId: string): boolean | undefined {
  if (write.viewerId !== viewerId || write.input.liveQuestionId !== questionId) return undefined
  if (write.mutation.includes('unvoteLiveQuestion(')) return false
  return write.mutation.includes('upvoteLiveQuestion(') ? true : undefined
}

/**
 * The reader's vote on a question, as it will be once what waits on this device has been sent: it answers at once, and a room
 * without network loses no vote.
 */
export function useUpvote(question: Voted): {
  isVoted: boolean
  count: number
  isWaiting: boolean
  toggle: () => void
} {
  const t = useWords(questionWords)
  const client = useClient()
  const viewer = useViewer()
  const { waiting } = useOutbox()
  const last = waiting
    .map((write) => wanted(write, viewer.id, question.id))
    .findLast((wish) => wish !== undefined)
  const isVoted = last ?? question.viewerVoted
  return {
    isVoted,
    count: question.voteCount + Number(isVoted) - Number(question.viewerVoted),
    isWaiting: last !== undefined,
    toggle: () =>
      void enqueue(client, {
        viewerId: viewer.id,
        label: t(isVoted ? 'outboxUnvote' : 'outboxVote', { text: firstWords(question.text) }),
        mutation: isVoted ? unvoteMutation : upvoteMutation,
        input: { liveQuestionId: question.id },
      }),
  }
}
