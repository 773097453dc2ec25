import { graphql, type ResultOf } from '@/app/graphql'

/** What a centre's page shows; each list is cut short, and leads to the whole. */
export const centreQuery = graphql(`
  query Centre($id: ID!) {
    centre(id: $id) {
      id
      name
      shortName
      city
      regions
      website
      latitude
      longitude
      joinedOn
      staffCount
      workingGroupCount
      jointProjectCount
      staffMembers(first: 40) {
        nodes {
          id
          name
          job
        }
        totalCount
      }
      workingGroups(first: 6) {
        nodes {
          id
          name
          state
          memberCount
          centreCount
        }
        totalCount
      }
      partnerships(first: 6) {
        nodes {
          id
          role
          state
          commitment {
            id
            personDays
          }
          jointProject {
            id
            title
            state
            leadCentre {
              id
              shortName
            }
          }
        }
        totalCount
      }
      ties(first: 8) {
        nodes {
          id
          factCount
          weight
          otherCentre {
            id
            shortName
            city
          }
        }
        totalCount
      }
    }
    toSign: jointProjects(filter: { toSignByCentreId: $id }, first: 5) {
      nodes {
        id
        title
        viewerPartnership {
          id
          viewerCanSign
          centre {
            id
          }
        }
      }
      totalCount
    }
  }
`)

type Answer = ResultOf<typeof centreQuery>
export type CentrePageData = NonNullable<Answer['centre']>
export type ToSign = Answer['toSign']
