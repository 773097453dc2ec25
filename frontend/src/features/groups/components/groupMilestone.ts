import { graphql, type ResultOf } from '@/app/graphql'

/** What is shown of a step. */
export const groupMilestone = graphql(`
  fragment GroupMilestone on Milestone {
    id
    title
    dueOn
    firstDueOn
    state
    doneAt
    overdue
    version
  }
`)

export type WholeMilestone = ResultOf<typeof groupMilestone>
