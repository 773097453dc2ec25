import { graphql } from '@/app/graphql'

/** A gathering that has moved: its state, and all that hangs on it. */
export const movedGathering = graphql(`
  fragment MovedGathering on Gathering {
    id
    state
    allowedTransitions
    cancelReason
    viewerCanEdit
    viewerCanPublishAgenda
    version
  }
`)
