import { graphql, type ResultOf } from '@/app/graphql'
import { agendaItem } from './components/AgendaItemCard'
import { registrationPanel } from '@/features/registrations/components/RegistrationPanel'
import { gatheringActs } from './components/GatheringActs'

/** A gathering as its own page reads it. */
export const gatheringQuery = graphql(
  `
    query GatheringPage($id: ID!) {
      gathering(id: $id) {
        id
        name
        city
        venue
        startsOn
        endsOn
        timeZone
        state
        description
        cancelReason
        proceedingsAddress
        capacity
        viewerCanEdit
        viewerCanCreateForum
        copiedFrom {
          id
          name
        }
        hosts {
          id
          shortName
        }
        forum {
          id
          phase
        }
        openStage {
          id
        }
        agenda {
          ...AgendaItem
        }
        releases {
          id
          number
        }
        ...GatheringActs
        ...RegistrationPanel
      }
    }
  `,
  [agendaItem, gatheringActs, registrationPanel],
)

/** A gathering as those who prepare it read it. */
export const preparationQuery = graphql(
  `
    query Preparation($id: ID!) {
      gathering(id: $id) {
        id
        name
        city
        venue
        startsOn
        endsOn
        timeZone
        state
        description
        capacity
        hosts {
          id
          shortName
        }
        spaces {
          id
          name
          capacity
          equipment
          accessible
          onBoard
          version
        }
        draftAgenda {
          id
          title
          kind
          startsAt
          endsAt
          speaker
          description
          isPublic
          capacity
          change
          version
          space {
            id
            name
          }
          published {
            id
            startsAt
            space {
              id
              name
            }
          }
        }
        agenda {
          id
          title
          state
          startsAt
          space {
            id
            name
          }
        }
        agendaVersion
        version
        viewerCanEdit
        viewerCanManageGuests
        viewerCanPublishAgenda
        ...GatheringActs
      }
    }
  `,
  [gatheringActs],
)

export type Preparation = NonNullable<ResultOf<typeof preparationQuery>['gathering']>
export type DraftItem = Preparation['draftAgenda'][number]
export type Room = Preparation['spaces'][number]

/** What the next release would cancel: published, and no longer in the draft. */
export function goneFrom({ agenda, draftAgenda }: Preparation): Preparation['agenda'] {
  const drafted = new Set(draftAgenda.map(({ id }) => id))
  return agenda.filter(({ id, state }) => state !== 'CANCELLED' && !drafted.has(id))
}
