import { graphql, type FragmentOf, type ResultOf } from '@/app/graphql'

/** A participant as a line of the list. */
export const participant = graphql(`
  fragment Participant on Registration @_unmask {
    id
    state
    days
    needs
    waitingPlace
    placeAnswer
    version
    viewerCanEdit
    viewerCanWithdraw
    viewerReadsNeeds
    staffMember {
      id
      name
      job
      email
      centre {
        id
        shortName
      }
    }
  }
`)
export type Participant = FragmentOf<typeof participant>

export const participantsQuery = graphql(
  `
    query Participants(
      $id: ID!
      $filter: RegistrationFilter
      $orderBy: RegistrationOrder!
      $first: Int!
      $after: String
    ) {
      gathering(id: $id) {
        id
        name
        startsOn
        endsOn
        timeZone
        state
        capacity
        viewerCanEdit
        viewerCanRegisterColleagues
        viewerCanRegisterAnyone
        viewerCanMarkAttendance
        registrations(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
          nodes {
            ...Participant
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
      participantFigures(gatheringId: $id) {
        registered
        waiting
        awaited
        days {
          day
          registered
          present
        }
        centres {
          centreId
          name
          registered
          waiting
        }
      }
    }
  `,
  [participant],
)
export type Participants = NonNullable<ResultOf<typeof participantsQuery>['gathering']>
export type Figures = NonNullable<ResultOf<typeof participantsQuery>['participantFigures']>

/** What an address calls the participants of no centre. */
export const noCentre = 'aucun'

/** One page of all who match, for what leaves the screen: a file, a sheet of labels. */
export const everyoneQuery = graphql(
  `
    query EveryParticipant($id: ID!, $filter: RegistrationFilter, $after: String) {
      gathering(id: $id) {
        id
        name
        startsOn
        endsOn
        viewerCanMarkAttendance
        registrations(filter: $filter, first: 100, after: $after) {
          nodes {
            ...Participant
            presentDays
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [participant],
)
export type EveryParticipant = NonNullable<
  ResultOf<typeof everyoneQuery>['gathering']
>['registrations']['nodes'][number]
