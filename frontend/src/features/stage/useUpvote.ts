import { graphql } from '@/app/graphql'
import { useToggle, type Toggle } from '@/app/toggle'
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

/** The reader's vote on a question, and how many it has with it. */
export function useUpvote(question: Voted): Toggle {
  const t = useWords(questionWords)
  return useToggle({
    about: `vote:${question.id}`,
    isOn: question.viewerVoted,
    count: question.voteCount,
    label: (isVoted) => t(isVoted ? 'outboxVote' : 'outboxUnvote', { text: firstWords(question.text) }),
    on: upvoteMutation,
    off: unvoteMutation,
    input: { liveQuestionId: question.id },
  })
}
