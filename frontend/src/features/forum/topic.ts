import { graphql, type ResultOf } from '@/app/graphql'
import { eventLine } from '@/features/journal/components/EventLine'
import { wallTopic } from './forum'

/** A harvest with what is needed to write it: its version, and the texts it had before. */
export const harvestText = graphql(`
  fragment HarvestText on Harvest @_unmask {
    id
    state
    said
    decided
    nextSteps
    carriesOn
    version
    editedAt
    editedBy {
      id
      name
    }
    carriers {
      id
      name
    }
    revisions {
      version
      said
      decided
      nextSteps
      carriesOn
      editedAt
      editedBy {
        id
        name
      }
    }
  }
`)

export const topicQuery = graphql(
  `
    query TopicPage($id: ID!) {
      topic(id: $id) {
        ...WallTopic
        viewerCanEdit
        viewerCanWithdraw
        viewerCanPublishHarvest
        viewerCanConfirmHarvest
        resumedAs {
          id
          title
        }
        occurrence {
          id
          slot {
            id
            label
            startsAt
            endsAt
          }
          space {
            id
            name
            capacity
          }
          participants {
            id
            name
            centre {
              id
              shortName
            }
          }
        }
        occurrences {
          id
          state
          participantCount
          hereCount
          viewerCheckedIn
          slot {
            id
            startsAt
            endsAt
          }
          space {
            id
            name
          }
        }
        harvest {
          ...HarvestText
        }
        forum {
          id
          name
          phase
          convenersPlace
          dotsPerPerson
          viewerDotsUsed
          viewerCentreDotsLeft
          voteClosed
          viewerCanFacilitate
          gathering {
            id
            name
            startsOn
            timeZone
          }
        }
      }
    }
  `,
  [wallTopic, harvestText],
)

/** What has happened to a topic. Asked beside its page, which is whole without it. */
export const topicJournalQuery = graphql(
  `
    query TopicJournal($id: ID!) {
      topic(id: $id) {
        id
        events(first: 100) {
          nodes {
            id
            verb
            ...EventLine
          }
        }
      }
    }
  `,
  [eventLine],
)

export type Topic = NonNullable<ResultOf<typeof topicQuery>['topic']>
export type TopicEvents = NonNullable<ResultOf<typeof topicJournalQuery>['topic']>['events']['nodes']
export type Harvest = ResultOf<typeof harvestText>
