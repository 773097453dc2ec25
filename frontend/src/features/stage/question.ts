import { graphql, type ResultOf } from '@/app/graphql'

/** What is shown of a question wherever it stands, and what the reader may do with it. */
export const questionLine = graphql(`
  fragment LiveQuestionLine on LiveQuestion @_unmask {
    id
    text
    state
    anonymous
    author {
      id
      name
    }
    viewerIsAuthor
    voteCount
    viewerVoted
    rejectionReason
    mergedInto {
      id
      text
    }
    promisedBy {
      id
      name
    }
    dueOn
    overdue
    answer
    answeredBy {
      id
      name
    }
    createdAt
    answeredAt
    version
    stage {
      id
      turn
    }
    viewerCanEdit
    viewerCanWithdraw
    viewerCanVote
    viewerCanPublish
    viewerCanReject
    viewerCanMerge
    viewerCanStage
    viewerCanUnstage
    viewerCanAnswer
    viewerCanPromise
  }
`)

export type Question = ResultOf<typeof questionLine>

export const questionMost = 500
